"""str -> Page: a page fetched, or one FetchError that says why not.

A rule of conduct is a fetcher around a fetcher: it takes a ``Fetch`` and returns one.
"""

from __future__ import annotations

from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from newsextract.fetch.limits import Limits
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


class Fetcher:
    """Fetches pages over HTTP and HTTPS, within limits; use it in ``with``, or ``close`` it."""

    def __init__(
        self,
        *,
        session: requests.Session | None = None,
        limits: Limits = _USUAL,
        user_agent: str | None = None,
        allow_private: bool = False,
    ) -> None:
        """Set up a fetcher.

        session: a session of the caller's, for its proxies, login, cookies, headers, hooks, adapters or CA bundle
        (``session.verify``; False is taken for True: TLS is verified always). It is never closed here. Every limit
        holds with it but one: while its adapters wait for the head of an answer, ``connect`` and ``read`` bind, and
        ``total`` does not. An adapter or a cache that reads bodies by itself also decides how much of them. None
        makes a new session for each fetch, which keeps cookies through the redirects and no longer, and takes
        proxies and CA bundle from the environment. No session takes logins from ~/.netrc.
        limits: see Limits.
        user_agent: the header of that name, printable ASCII; None means the session's, if it has one of its own, or
        else newsextract's, which names itself and its home.

        allow_private: whether hosts may be asked that are not public: localhost, an intranet, the services of a cloud.
        Where not, each hop's name is judged by the addresses that it has, and one such address is enough for
        ``forbidden_address``. A proxy and the adapters of a caller's session make the connection themselves, and may
        find another address than the look-up before it, or one that is unknown here: there they must filter too.

        Raises ValueError for a user agent that can't be sent.
        """
        from newsextract.fetch.client import Client  # requests takes 60 ms to import: for those who fetch

        if user_agent is not None and not (user_agent.strip() and user_agent.isascii() and user_agent.isprintable()):
            raise ValueError(f"{user_agent!r} can't be sent as a user agent")
        self._client = Client(session, limits, user_agent, allow_private=allow_private)

    def fetch(self, url: str) -> Page:
        """Return the page at an http or https address, after its redirects.

        The page's body is decompressed and not decoded. A login in the address ("https://name:password@host/") is
        sent to that host alone, and shown nowhere. Raises FetchError: ``FETCH_CODES`` lists its codes.
        """
        return self._client.get(url)

    def close(self) -> None:
        """Close the connections that are kept for the next fetch."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()
