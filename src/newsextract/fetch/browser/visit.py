"""Browser -> Page: one visit of a page, in a context that has no past and leaves nothing behind."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urldefrag, urlsplit

from requests.utils import get_auth_from_url

from newsextract.errors import FetchError
from newsextract.fetch.answer import check_kind
from newsextract.fetch.browser.faults import ABORTED, navigation_fault
from newsextract.fetch.browser.gate import Gate
from newsextract.fetch.browser.raised import Error, LateError
from newsextract.fetch.browser.trace import Trace
from newsextract.fetch.deadline import Deadline
from newsextract.fetch.hop import SCHEMES, Hop, without_credentials
from newsextract.fetch.limits import Limits
from newsextract.fetch.request import USER_AGENT
from newsextract.page import Page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, CDPSession, Request, Route
    from playwright.sync_api import Page as Tab

_NEEDED = {"document", "script", "stylesheet", "xhr", "fetch"}
"""The types of what a story may come with: no images, media, fonts, beacons. WebSockets are not asked about here."""

_WRITE_OUT = """(most => {
    const root = document.documentElement, roots = [], waiting = [document];
    while (waiting.length)
        for (const {shadowRoot} of waiting.pop().querySelectorAll("*"))
            if (shadowRoot) { roots.push(shadowRoot); waiting.push(shadowRoot); }
    let html = root ? root.outerHTML : "";
    if (roots.length && root.getHTML)
        html = root.cloneNode().outerHTML.replace("</html>", "") + root.getHTML({shadowRoots: roots}) + "</html>";
    if (document.doctype) html = "<!DOCTYPE html>" + html;
    return {url: document.URL, size: html.length, html: html.length > most ? "" : html};
})"""
"""Writes the document, with the open shadow roots in it in their declarative form."""
_OF_THE_WIRE = {"content-type", "content-encoding", "content-length", "transfer-encoding"}
_GLANCE = 0.25
"""Seconds between two looks at what may end a wait early."""
_ENDED = ("crashed", "closed")
"""Words of Playwright for a page or browser that is no more."""
_GOES_ON = (ABORTED, "interrupted by another navigation")
"""Its words for a navigation that the page itself has put an end to; what is there then is the page."""
_BEAT = 50
"""Milliseconds in which the events come that belong to what has just failed."""
_TRIES = 5


@dataclass(frozen=True, slots=True)
class Visit:
    """What a visit is for, and what it may cost.

    url: as the caller wrote it, perhaps with a login. settle: see BrowserFetcher. most_bytes: of all that the page
    loads, decompressed. user_agent: None means the browser's own, followed by ours.
    """

    url: str
    hop: Hop
    limits: Limits
    settle: float
    most_bytes: int
    user_agent: str | None
    gate: Gate
    deadline: Deadline

    def page(self, browser: Browser, agent: str) -> Page:
        """Return the page as it is when its scripts have done their work; raise FetchError.

        agent: the browser's own user agent.
        """
        trace = None
        try:
            context = self._new_context(browser, agent)
            tab = context.new_page()
            context.route("**/*", partial(_admit, tab))
            session = context.new_cdp_session(tab)
            trace = Trace(tab, session)
            self._go(tab, trace)
            found = self._settled(tab, session, trace)
        except Error as error:
            raise self._fault(error, trace) from error
        return self._page(found, trace)

    def _new_context(self, browser: Browser, agent: str) -> BrowserContext:
        name, password = get_auth_from_url(self.url)
        parts = urlsplit(self.hop.url)
        login: Any = {"username": name, "password": password, "origin": f"{parts.scheme}://{parts.netloc}"}
        return browser.new_context(
            user_agent=self.user_agent or f"{agent} {USER_AGENT}",
            http_credentials=login if name or password else None,
            proxy={"server": self.gate.address, "bypass": "<-loopback>"},  # nothing goes past it, loopback least of all
            accept_downloads=False,
            service_workers="block",
        )

    def _go(self, tab: Tab, trace: Trace) -> None:
        """Go to the address, and wait until the document is read."""
        try:
            tab.goto(self.hop.url, wait_until="commit", timeout=1000 * self.deadline.left())
        except LateError:
            raise
        except Error as error:
            tab.wait_for_timeout(_BEAT)
            if trace.failure or not any(words in str(error) for words in _GOES_ON):
                raise
        if trace.response is not None and trace.response.ok:
            self._check_kind(trace)  # before a viewer starts
        self._wait(tab, ("domcontentloaded", "networkidle"), self.deadline.left(), trace)

    def _settled(self, tab: Tab, session: CDPSession, trace: Trace) -> dict[str, Any]:
        """Wait until the page asks for nothing more, or long enough, and return what is there: url, size, html.

        The page may go on to another one at any time; then that is the page.
        """
        for tries_left in reversed(range(_TRIES)):
            with suppress(LateError):
                self._wait(tab, ("networkidle",), min(self.settle, self.deadline.left() / 2), trace)
            try:
                return _written_out(session, self.limits.max_bytes)
            except Error:
                if not tries_left or trace.crashed:
                    raise
                self._wait(tab, ("domcontentloaded", "networkidle"), self.deadline.left(), trace)
        raise AssertionError  # the last try returns or raises

    def _wait(self, tab: Tab, states: Any, seconds: float, trace: Trace) -> None:
        """Wait until the page is in one of the states.

        Raises LateError where it is late, FetchError where it never will be: Playwright waits on when the document
        breaks off, and for all that a bomb has in it.
        """
        limit = Deadline(seconds)
        while True:
            if self.gate.is_full or trace.loaded > self.most_bytes:
                reason = f"the page loads more than {self.most_bytes} bytes"
                raise self._error(trace, "too_large", reason)
            if trace.failure:
                raise self._failed(trace, trace.failure)
            for state in states:
                try:
                    tab.wait_for_load_state(state, timeout=1000 * min(_GLANCE, limit.left()))
                except LateError:
                    if limit.passed:
                        raise
                else:
                    return

    def _page(self, found: dict[str, Any], trace: Trace) -> Page:
        """Return the page, unless what was answered last is none."""
        if trace.failure:
            raise self._failed(trace, trace.failure)
        self._check_kind(trace)
        limits, response = self.limits, trace.response
        if trace.redirects() > limits.redirects:
            raise self._error(trace, "redirects", f"more than {limits.redirects} redirects")
        final = _address(found["url"])
        if response is None or urlsplit(final).scheme not in SCHEMES:
            raise self._error(trace, "navigation", "the page led to no web address")
        body = found["html"].encode("utf-8", "replace")
        if found["size"] > limits.max_bytes or len(body) > limits.max_bytes:
            raise self._error(trace, "too_large", f"the page is larger than {limits.max_bytes} bytes")
        headers = {name: value for name, value in response.headers.items() if name not in _OF_THE_WIRE}
        headers["content-type"] = "text/html; charset=utf-8"
        return Page(
            self.hop.asked,
            body,
            headers,
            response.status,
            None if final == self.hop.url else final,
            datetime.now(UTC),
        )

    def _check_kind(self, trace: Trace) -> None:
        if trace.response is not None:
            check_kind(trace.response.status, trace.response.headers, trace.hop(self.hop))

    def _failed(self, trace: Trace, words: str) -> FetchError:
        """Return what it means that the last navigation has failed, as Chromium or Playwright says it."""
        response = trace.response
        if response is not None:
            try:
                self._check_kind(trace)
            except FetchError as error:
                return error
            if ABORTED in words:
                return self._error(trace, "content_type", "the answer is a download, or has no body")
        return navigation_fault(words, trace.hop(self.hop), response.status if response else None, self.gate)

    def _fault(self, error: Error, trace: Trace | None) -> FetchError:
        """Return what it means that Playwright raises."""
        if isinstance(error, LateError):
            reason = f"the page was not there after {self.limits.total:g} seconds"
            return self._error(trace, "timeout", reason, retriable=True)
        words = (trace and trace.failure) or str(error)
        if (trace and trace.crashed) or any(sign in words for sign in _ENDED):
            reason = "the browser, or the page in it, ended by itself"
            return self._error(trace, "browser_crashed", reason, retriable=True)
        return self._failed(trace, words) if trace else navigation_fault(words, self.hop, None, self.gate)

    def _error(self, trace: Trace | None, code: str, reason: str, *, retriable: bool = False) -> FetchError:
        hop = trace.hop(self.hop) if trace else self.hop
        status = trace.response.status if trace and trace.response else None
        return hop.error(code, reason, status=status, retriable=retriable)


def _admit(tab: Tab, route: Route) -> None:
    if route.request.resource_type in _NEEDED and not _is_elsewhere(tab, route.request):
        route.continue_()
    else:
        route.abort()


def _is_elsewhere(tab: Tab, request: Request) -> bool:
    """Whether a document is for a frame, or for a window that the page opens."""
    try:
        return bool(request.resource_type == "document" and request.frame != tab.main_frame)
    except Error:  # a new window has no frame yet
        return True


def _written_out(session: CDPSession, most: int) -> dict[str, Any]:
    """Read the document from a world of our own, where the page's scripts have changed nothing."""
    frame = session.send("Page.getFrameTree")["frameTree"]["frame"]["id"]
    world = session.send("Page.createIsolatedWorld", {"frameId": frame})["executionContextId"]
    asked = {"expression": f"{_WRITE_OUT}({most})", "contextId": world, "returnByValue": True}
    answer = session.send("Runtime.evaluate", asked)
    return answer["result"].get("value") or {"url": "", "size": most + 1, "html": ""}  # longer than a string can be


def _address(url: str) -> str:
    return without_credentials(urldefrag(url).url)
