"""str -> Page by a browser, for pages that hold no story before their scripts have run.

It needs the extra ``newsextract[browser]`` (Playwright) and a Chromium.
"""

from __future__ import annotations

import threading
import weakref
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Self

from newsextract.errors import FetchError
from newsextract.fetch import is_sendable
from newsextract.fetch.limits import Limits
from newsextract.page import Page

if TYPE_CHECKING:
    from newsextract.fetch.browser.chromium import Chromium
    from newsextract.fetch.browser.visit import Visit

__all__ = ["BrowserFetcher"]

_USUAL = Limits()
_LOADS = 5
"""How many times as large as a page may be all that it loads."""
_GRACE = 0.3
"""Seconds for a visit to tell by itself that it is late, before its browser is killed."""
_BROKEN = {"timeout", "too_large", "browser_crashed"}
"""Codes after which the browser may be in any state."""


def _nothing() -> None:
    pass


class BrowserFetcher:
    """Fetches pages as a browser shows them, within limits; use it in ``with``, or ``close`` it.

    The browser starts with the first fetch, and serves one after the other; each has a context of its own, without
    cookies, cache or storage of another.
    """

    def __init__(
        self,
        *,
        limits: Limits = _USUAL,
        user_agent: str | None = None,
        allow_private: bool = False,
        executable: str | None = None,
        sandbox: bool | None = None,
        settle: float = 5.0,
    ) -> None:
        """Set up a fetcher; nothing is started yet.

        limits: see Limits. ``total`` is for all of it: the start of the browser, the navigation, the scripts.
        ``connect`` and ``read`` hold for each connection of the page, ``max_bytes`` for the finished document; all that
        the page loads may be five times as large.
        user_agent: the header of that name, printable ASCII; None means the browser's own, followed by newsextract's.
        allow_private: as for Fetcher; it holds for all that a page asks for.
        executable: the name or path of a Chromium; None means the first of chromium, chromium-browser and google-chrome
        on the PATH, or else Playwright's own.
        sandbox: whether the page's processes are locked in; None means yes, unless run as root, where Chromium can't.
        settle: the seconds that scripts have, when the document is read, until nothing more is asked for; then the
        page is taken as it is.

        Raises ValueError for a user agent that can't be sent, and a negative ``settle``.
        """
        if user_agent is not None and not is_sendable(user_agent):
            raise ValueError(f"{user_agent!r} can't be sent as a user agent")
        if not settle >= 0:
            raise ValueError("settle must not be negative")
        self._limits = limits
        self._user_agent = user_agent
        self._allow_private = allow_private
        self._executable = executable
        self._sandbox = sandbox
        self._settle = settle
        self._turn = threading.Lock()
        self._browser: Chromium | None = None
        self._end: Callable[[], object] = _nothing  # closes the browser, and is called at the latest when Python ends

    def fetch(self, url: str) -> Page:
        """Return the page at an http or https address, as its scripts have built it.

        Its body is the document in UTF-8, its status and headers are those of the last answer, its ``final_url`` is
        where the scripts have led. Raises FetchError: ``FETCH_CODES`` lists its codes.
        """
        from newsextract.fetch.browser.gate import Gate  # all this is slow to import: for those who fetch
        from newsextract.fetch.browser.visit import Visit
        from newsextract.fetch.deadline import Deadline
        from newsextract.fetch.hop import first_hop

        hop, most = first_hop(url), _LOADS * self._limits.max_bytes
        with self._turn, Gate(self._limits, most_bytes=most, allow_private=self._allow_private) as gate:
            deadline = Deadline(self._limits.total)
            visit = Visit(url, hop, self._limits, self._settle, most, self._user_agent, gate, deadline)
            try:
                return self._made(visit)
            except FetchError as error:
                if error.code in _BROKEN:
                    self._kill()
                raise
            except BaseException:
                self._kill()
                raise

    def close(self) -> None:
        """End the browser; a later fetch would start another one."""
        with self._turn:
            self._browser = None
            self._end()

    def _made(self, visit: Visit) -> Page:
        """Return what a visit brings. A browser that has ended since the fetch before is replaced."""
        from newsextract.fetch.browser.chromium import GoneError

        for _ in range(2):
            browser = self._started(visit)
            try:
                return browser.visit(visit.page, visit.deadline.left() + _GRACE)
            except TimeoutError:
                reason = f"the page was not there after {self._limits.total:g} seconds"
                raise visit.hop.error("timeout", reason, retriable=True) from None
            except GoneError:
                self._kill()
        raise visit.hop.error("browser_crashed", "the browser ended as soon as it had started", retriable=True)

    def _started(self, visit: Visit) -> Chromium:
        from newsextract.fetch.browser.chromium import Chromium

        if self._browser is None:
            self._end()
            seconds = visit.deadline.left()
            self._browser = Chromium(visit.hop, self._executable, sandbox=self._sandbox, seconds=seconds)
            self._end = weakref.finalize(self, self._browser.close)
        return self._browser

    def _kill(self) -> None:
        if self._browser is not None:
            self._browser.kill()
            self._browser = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
