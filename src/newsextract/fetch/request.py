"""Hop -> the request that is sent for it: our headers, the caller's login, and no word to a host that is not for it."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

import requests
from requests.utils import default_user_agent, get_auth_from_url

from newsextract.fetch.answer import ACCEPT, ACCEPT_ENCODING
from newsextract.fetch.faults import errors_named
from newsextract.fetch.hop import Hop

USER_AGENT = f"newsextract/{version('newsextract')} (+https://pypi.org/project/newsextract/)"
_OF_ONE_HOST = ("Authorization", "Proxy-Authorization")


def first_request(session: requests.Session, hop: Hop, url: str, user_agent: str | None) -> requests.PreparedRequest:
    """Return the request that a fetch begins with.

    url: the address as the caller wrote it; a login in it is used where the session has none. user_agent: None means
    the session's own, or USER_AGENT. Raises FetchError ``invalid_url`` for what can't be sent.
    """
    login = get_auth_from_url(url)
    auth = session.auth or (login if any(login) else _anonymous)
    with errors_named(hop):
        asked = requests.Request("GET", hop.url, _headers(session, user_agent), auth=auth)
        request = session.prepare_request(asked)
    request.register_hook("response", _hide_redirect)  # type: ignore[no-untyped-call]
    return request


def next_request(session: requests.Session, hop: Hop, request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Return the request for a redirect's target: the same, with the cookies of its host and no login of another."""
    following = request.copy()
    following.headers.pop("Cookie", None)
    if session.should_strip_auth(request.url, hop.url):  # type: ignore[no-untyped-call]
        for name in _OF_ONE_HOST:
            following.headers.pop(name, None)
    with errors_named(hop):
        following.prepare_url(hop.url, None)
        following.prepare_cookies(session.cookies)
    return following


def name_sent(session: requests.Session | None, user_agent: str | None) -> str:
    """Return the User-Agent that is sent: the one given, or the session's own, or USER_AGENT."""
    own = session.headers.get("User-Agent") if session else None
    if user_agent or own in (None, default_user_agent()):
        return user_agent or USER_AGENT
    return own.decode("latin-1") if isinstance(own, bytes) else str(own)


def _headers(session: requests.Session, user_agent: str | None) -> dict[str, str]:
    """Return the headers of ours; what the caller has set in a session stays."""
    ours = {"Accept-Encoding": ACCEPT_ENCODING, "User-Agent": name_sent(session, user_agent)}
    if session.headers.get("Accept") in (None, "*/*"):
        ours["Accept"] = ACCEPT
    return ours


def _anonymous(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Log in nowhere: with no login at all, requests would look for one in ~/.netrc."""
    return request


class _Unfollowed(requests.Response):
    """A redirect that requests does not know for one.

    Even where it was told to follow none, it would read the whole body, and fail on a Location that is not UTF-8.
    """

    @property
    def is_redirect(self) -> bool:
        return False


def _hide_redirect(response: requests.Response, *_args: Any, **_settings: Any) -> None:
    if response.is_redirect:
        response.__class__ = _Unfollowed
