"""What the browser says went wrong -> FetchError."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import urlsplit

from newsextract.errors import FetchError
from newsextract.fetch.browser.gate import Gate
from newsextract.fetch.client import DEFAULT_PORTS
from newsextract.fetch.faults import errors_named
from newsextract.fetch.hop import Hop

ABORTED = "net::ERR_ABORTED"
"""The browser gave up a navigation by itself: for a download, an answer without a body, or another navigation."""

_NET_ERROR = re.compile(r"net::ERR_[A-Z0-9_]{1,80}")
_AT_GATE = ("net::ERR_SOCKS_", "net::ERR_CONNECTION_", "net::ERR_EMPTY_RESPONSE")


class _Fault(NamedTuple):
    """What an error of Chromium's network stack means: the first row with a beginning of its name decides."""

    beginnings: tuple[str, ...]
    code: str
    retriable: bool
    reason: str


_KNOWN = (
    _Fault(_AT_GATE, "connect", True, "no connection to the host, or none that lasted until an answer"),
    _Fault(("net::ERR_CERT_", "net::ERR_SSL_", "net::ERR_BAD_SSL"), "tls", False, "no trusted TLS connection"),
    _Fault(("net::ERR_TIMED_OUT",), "timeout", True, "the host is too slow to answer"),
    _Fault(
        ("net::ERR_TOO_MANY_REDIRECTS", "net::ERR_INVALID_REDIRECT", "net::ERR_UNSAFE_REDIRECT"),
        "redirects",
        False,
        "the redirects lead nowhere",
    ),
    _Fault(
        ("net::ERR_CONTENT_LENGTH_MISMATCH", "net::ERR_INCOMPLETE_CHUNKED_ENCODING"),
        "truncated",
        True,
        "the body ended before it was complete",
    ),
    _Fault(
        (
            "net::ERR_INVALID_HTTP_RESPONSE",
            "net::ERR_INVALID_CHUNKED_ENCODING",
            "net::ERR_CONTENT_DECODING_",
            "net::ERR_RESPONSE_HEADERS_",
            "net::ERR_HTTP2_",
        ),
        "protocol",
        False,
        "the answer is not HTTP, or its body not encoded as its header says",
    ),
    _Fault((ABORTED,), "navigation", False, "the answer is no page, or leads to no web address"),
)
_OTHER = _Fault((), "navigation", False, "the browser could not go there")


def navigation_fault(words: str, hop: Hop, status: int | None, gate: Gate) -> FetchError:
    """Return what a failed navigation means.

    words: the message of Playwright or Chromium; only the name of a network error is taken out of it. status: None
    where no head has come. Where the gate knows why the host has not answered, that is the reason.
    """
    found = _NET_ERROR.search(words)
    name = found.group() if found else ""
    known = gate.fault(*_host_of(hop.url)) if name.startswith(_AT_GATE) else None
    if known is not None:
        try:
            with errors_named(hop, status):
                raise known
        except FetchError as error:
            return error
    row = next((row for row in _KNOWN if name.startswith(row.beginnings)), _OTHER)
    reason = f"{row.reason} ({name})" if name else row.reason
    return hop.error(row.code, reason, status=status, retriable=row.retriable)


def _host_of(url: str) -> tuple[str, int]:
    parts = urlsplit(url)
    return parts.hostname or "", parts.port or DEFAULT_PORTS.get(parts.scheme, 0)
