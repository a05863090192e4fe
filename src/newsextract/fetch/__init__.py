"""str -> Page: a page fetched, or one FetchError that says why not.

A rule of conduct is a fetcher around a fetcher: it takes a ``Fetch`` and returns one.
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from newsextract.fetch.limits import LONGEST, Limits
from newsextract.page import Page

if TYPE_CHECKING:
    import requests

__all__ = ["AnyFetcher", "Fetch", "Fetcher", "Limits"]

Fetch = Callable[[str], Page]
"""What fetches: an address in, a page out, or a FetchError raised."""


class AnyFetcher(Protocol):
    """What ``extract_url`` fetches with: a Fetcher, a BrowserFetcher, or one of yours."""

    def fetch(self, url: str) -> Page:
        """Return the page at an address; raise FetchError where there is none."""


_USUAL = Limits()


def is_sendable(user_agent: str) -> bool:
    """Whether a text can be sent as the value of a header."""
    return bool(user_agent.strip()) and user_agent.isascii() and user_agent.isprintable()


class Fetcher:
    """Fetches pages over HTTP and HTTPS, within limits; use it in ``with``, or ``close`` it."""

    def __init__(
        self,
        *,
        session: requests.Session | None = None,
        limits: Limits = _USUAL,
        user_agent: str | None = None,
        allow_private: bool = False,
        robots: bool = False,
        retries: int = 2,
        delay: float = 0.0,
    ) -> None:
        """Set up a fetcher.

        session: a session of the caller's, for its proxies, login, cookies, headers, hooks, adapters or CA bundle
        (``session.verify``; False is taken for True: TLS is verified always). It is never closed here. Every limit
        holds with it but one: while its adapters wait for the head of an answer, ``connect`` and ``read`` bind, and
        ``total`` does not. A cache in it (requests_cache.CachedSession) keeps what came through within the limits. None
        makes a new session for each fetch, which keeps cookies through the redirects and no longer, and takes
        proxies and CA bundle from the environment. No session takes logins from ~/.netrc.
        limits: see Limits. ``total`` is for all tries together, with the waits between them, and with robots.txt.
        user_agent: the header of that name, printable ASCII; None means the session's, if it has one of its own, or
        else newsextract's, which names itself and its home.
        allow_private: whether hosts may be asked that are not public: localhost, an intranet, the services of a cloud.
        Where not, each hop's name is judged by the addresses that it has, and one such address is enough for
        ``forbidden_address``. A proxy and the adapters of a caller's session make the connection themselves, and may
        find another address than the look-up before it, or one that is unknown here: there they must filter too.

        robots: whether to ask for no address that the robots.txt of its site does not allow (RFC 9309; the name in it
        is the first one in the user agent), and to keep its Crawl-delay, up to a minute.
        retries: how often to try again what may pass, as FetchError's ``retriable`` says: after a second or so, then
        after two, or when the server's Retry-After says, if the limits leave so much time. 0 is for those who decide
        that themselves.
        delay: the seconds between the end of a request to a host and the next one to it; the host is then asked by one
        thread at a time, and waiting for one's turn is no time of the fetch. Redirects are followed at once.

        A host that can't be reached five times in a row is given up for five minutes (``host_down``).
        Raises ValueError for a user agent that can't be sent, for negative retries, and a delay under 0 or over a day.
        """
        from newsextract.fetch.conduct import Conduct  # requests takes 60 ms to import: for those who fetch

        if user_agent is not None and not is_sendable(user_agent):
            raise ValueError(f"{user_agent!r} can't be sent as a user agent")
        if retries < 0:
            raise ValueError("retries must not be negative")
        if not 0 <= delay <= LONGEST:
            raise ValueError(f"delay must be 0 to {LONGEST:.0f} seconds")
        self._conduct = Conduct(
            session,
            limits,
            user_agent,
            allow_private=allow_private,
            obey_robots=robots,
            retries=retries,
            delay=delay,
        )

    def fetch(self, url: str, *, known: Page | None = None, any_type: bool = False) -> Page:
        """Return the page at an http or https address, after its redirects.

        known: the page as it was before. The server is asked whether it has changed (by its ETag and Last-Modified, RFC
        9110 section 13), and where it has not, known itself is returned: ``page is known``.
        any_type: whether an answer will do that is no page: a feed, a sitemap, a gzip file.

        The page's body is decompressed and not decoded. A login in the address ("https://name:password@host/") is
        sent to that host alone, and shown nowhere. Raises FetchError: ``FETCH_CODES`` lists its codes.
        """
        return self._conduct.fetch(url, known, any_type=any_type)

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address's site names, as they stand there, 1,000 at most.

        Empty where there is no such file, or it could not be read. Raises FetchError where no server answered.
        """
        return self._conduct.sitemaps(url)

    def close(self) -> None:
        """Close the connections that are kept for the next fetch."""
        self._conduct.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
