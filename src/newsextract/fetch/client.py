"""str -> Page over HTTP: the way from hop to hop, in time.

The redirects of requests know no limit but their number, so they are followed here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.utils import select_proxy
from urllib3 import HTTPResponse

from newsextract.errors import FetchError
from newsextract.fetch.answer import SUCCESS, read_page
from newsextract.fetch.deadline import Deadline
from newsextract.fetch.faults import errors_named
from newsextract.fetch.guard import check_name
from newsextract.fetch.hop import Hop, first_hop
from newsextract.fetch.http import Adapter
from newsextract.fetch.known import NOT_MODIFIED, validators
from newsextract.fetch.limits import Limits
from newsextract.fetch.request import first_request, next_request
from newsextract.page import Page

REDIRECTS = (301, 302, 303, 307, 308)
DEFAULT_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Errand:
    """How an address is asked for.

    left: returns the seconds that are left of ``limits.total``. known: the page as it was, see ``Fetcher.fetch``.
    may_ask: raises FetchError for a redirect's target that must not be asked. read: what becomes of the last answer; it
    gets ``limits.max_bytes``.
    """

    limits: Limits
    left: Callable[[], float]
    may_ask: Callable[[Hop], None]
    known: Page | None = None
    read: Callable[[requests.Response, Hop, int], bytes] = read_page


class Client:
    """Fetches pages over HTTP; threads may share it, unless they would share the caller's session with it."""

    def __init__(self, session: requests.Session | None, user_agent: str | None, *, allow_private: bool) -> None:
        """Take the caller's session, or None for a new one for each fetch, all on the same connections."""
        self._session = session
        self._user_agent = user_agent
        self._allow_private = allow_private
        self._adapter = Adapter(allow_private=allow_private)

    def get(self, url: str, errand: Errand) -> Page:
        """Return the page at the address, after redirects; raise FetchError where there is none."""
        hop = first_hop(url)
        session = self._session or self._adapter.new_session()
        with Deadline(errand.left()) as deadline, self._adapter.seat.taken_by(deadline):
            request = first_request(session, hop, url, self._user_agent)
            return _Journey(session, errand, deadline, self._allow_private).page(hop, request)

    def close(self) -> None:
        """Close the connections that wait for another fetch; a session of the caller's stays open."""
        self._adapter.close()


@dataclass(frozen=True, slots=True)
class _Journey:
    """One fetch under way, from hop to hop."""

    session: requests.Session
    errand: Errand
    deadline: Deadline
    allow_private: bool

    @property
    def limits(self) -> Limits:
        return self.errand.limits

    def page(self, hop: Hop, request: requests.PreparedRequest) -> Page:
        """Follow the redirects to their end, and read the page that is there."""
        start = hop.url
        response, hop = self._follow(hop, request)
        with closing(response), self._in_time(hop, response.status_code):
            if response.status_code == NOT_MODIFIED and self.errand.known and validators(self.errand.known, hop):
                return self.errand.known
            body = self.errand.read(response, hop, self.limits.max_bytes)
        final = None if hop.url == start else hop.url
        return Page(hop.asked, body, dict(response.headers), response.status_code, final, datetime.now(UTC))

    def _follow(self, hop: Hop, request: requests.PreparedRequest) -> tuple[requests.Response, Hop]:
        """Return the first answer that leads no further, its body unread."""
        seen = set()
        for _ in range(self.limits.redirects + 1):
            response = self._send(hop, request)
            location = response.headers.get("Location")
            if location is None or response.status_code not in REDIRECTS:
                return response, hop
            response.close()
            seen.add((hop.url, request.headers.get("Cookie")))
            hop = hop.to(location)
            self.errand.may_ask(hop)
            request = next_request(self.session, hop, request)
            if (hop.url, request.headers.get("Cookie")) in seen:  # with a new cookie it may lead elsewhere
                raise hop.error("redirects", "the redirects lead round in a circle")
        raise hop.error("redirects", f"more than {self.limits.redirects} redirects")

    def _send(self, hop: Hop, request: requests.PreparedRequest) -> requests.Response:
        with self._in_time(hop):
            settings = self.session.merge_environment_settings(hop.url, {}, True, None, None)
            settings["verify"] = settings["verify"] or True
            own = isinstance(self.session.get_adapter(hop.url), Adapter)
            if not self.allow_private and not (own and select_proxy(hop.url, settings["proxies"]) is None):
                self._check_host(hop)
            left = self.deadline.left()
            timeout = (min(self.limits.connect, left), min(self.limits.read, left))
            request = self._equipped(hop, request, own=own)
            response = self.session.send(request, allow_redirects=False, timeout=timeout, **settings)
            if not own:
                self.deadline.watch(partial(_end_reading, response.raw))
            if self.deadline.passed:
                response.close()
        return response

    def _equipped(self, hop: Hop, request: requests.PreparedRequest, *, own: bool) -> requests.PreparedRequest:
        """Return the request as it is sent at this hop: it may ask for changes alone.

        Where the connection is not ours, a hook reads the body: later, a cache in the session would have read it, to
        its end.
        """

        def read(response: requests.Response, *_args: Any, **_settings: Any) -> None:
            self.deadline.watch(partial(_end_reading, response.raw))
            if response.status_code not in SUCCESS or getattr(response, "_content_consumed", False):
                return
            try:
                with self._in_time(hop, response.status_code):
                    response._content = self.errand.read(response, hop, self.limits.max_bytes)  # noqa: SLF001
            except FetchError:
                response.close()
                raise

        sent = request.copy()
        if not own:
            sent.hooks = {**request.hooks, "response": [read, *request.hooks["response"]]}
        if self.errand.known:
            sent.headers.update(validators(self.errand.known, hop))
        return sent

    @contextmanager
    def _in_time(self, hop: Hop, status: int | None = None) -> Iterator[None]:
        """Turn what goes wrong into a FetchError; where time is up, that is what went wrong."""
        try:
            with errors_named(hop, status):
                yield
        except FetchError as error:
            if not self.deadline.passed:
                raise
            raise self._late(hop, status or error.status) from error
        if self.deadline.passed:
            raise self._late(hop, status)

    def _check_host(self, hop: Hop) -> None:
        """Judge the host by a look-up of our own, where others will make the connection to it."""
        parts = urlsplit(hop.url)
        port = parts.port or DEFAULT_PORTS[parts.scheme]
        check_name(parts.hostname or "", port, min(self.limits.connect, self.deadline.left()))
        if self.deadline.passed:
            raise self._late(hop, None)

    def _late(self, hop: Hop, status: int | None) -> FetchError:
        reason = f"the page was not there after {self.limits.total:g} seconds"
        return hop.error("timeout", reason, status=status, retriable=True)


def _end_reading(raw: HTTPResponse) -> None:
    """End a wait for the body; before the head of the answer is there, a foreign connection is out of reach."""
    with suppress(AttributeError, OSError, RuntimeError, ValueError):
        raw.shutdown()
