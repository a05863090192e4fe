"""An exception of requests, urllib3, http.client or ssl -> FetchError."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException, IncompleteRead, RemoteDisconnected
from typing import NamedTuple

from requests import exceptions as rq
from urllib3 import exceptions as u3

from newsextract.errors import FetchError
from newsextract.fetch.guard import ForbiddenAddressError
from newsextract.fetch.hop import Hop

_RAISED = (  # ValueError: of http.client
    ForbiddenAddressError,
    rq.RequestException,
    u3.HTTPError,
    HTTPException,
    OSError,
    ValueError,
)

_Kinds = tuple[type[BaseException], ...]


class _Fault(NamedTuple):
    """What an exception of some kind means. reason: a sentence; the system's own words may follow it."""

    kinds: _Kinds
    code: str
    retriable: bool
    reason: str


_KNOWN = (  # requests wraps one exception in another, so the first row with any of them decides
    _Fault(
        (ForbiddenAddressError,), "forbidden_address", False, "the host is not public, and allow_private was not given"
    ),
    _Fault((rq.InvalidProxyURL, rq.ProxyError, u3.ProxyError), "connect", True, "the proxy does not connect"),
    _Fault((socket.gaierror,), "dns", True, "the host's name does not resolve"),
    _Fault((ssl.SSLEOFError, ssl.SSLZeroReturnError), "tls", True, "the host broke off the TLS handshake"),
    _Fault((ssl.SSLError, u3.SSLError, rq.SSLError), "tls", False, "no trusted TLS connection to the host"),
    _Fault((TimeoutError, u3.ReadTimeoutError, rq.Timeout), "timeout", True, "the host is too slow to answer"),
    _Fault((RemoteDisconnected,), "connect", True, "the host closed the connection without an answer"),
    _Fault((rq.RetryError,), "http_status", True, "the session gave up after error statuses"),
    _Fault((u3.InvalidChunkLength,), "protocol", False, "the body is not chunked as its header says"),
    _Fault((IncompleteRead, u3.IncompleteRead), "truncated", True, "the body ended before it was complete"),
    _Fault((u3.DecodeError,), "protocol", False, "the body is not compressed as its header says"),
    _Fault((u3.InvalidHeader, HTTPException), "protocol", False, "the answer is not HTTP"),
    _Fault((rq.InvalidSchema,), "connect", False, "the session has no way to the host or to its proxy"),
    _Fault(
        (rq.InvalidURL, rq.InvalidHeader, u3.LocationValueError, UnicodeError),
        "invalid_url",
        False,
        "the address, or a header of the session, cannot be sent",
    ),
)
_AT_HEAD = _Fault((), "connect", True, "no connection to the host")
_IN_BODY = _Fault((), "truncated", True, "the connection broke before the body was complete")
_NOT_BODY = _Fault((), "protocol", False, "the body is not framed as its header says")
_NO_SUCH_NAME = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}


@contextmanager
def errors_named(hop: Hop, status: int | None = None) -> Iterator[None]:
    """Turn what requests raises inside ``with`` into a FetchError.

    status: of the answer whose body is being read; None means that its head has not come.
    """
    try:
        yield
    except _RAISED as error:
        raise _fault(error, hop, status) from error


def _fault(error: BaseException, hop: Hop, status: int | None) -> FetchError:
    chain = list(_chain(error))
    known = (row for row in _KNOWN if any(isinstance(link, row.kinds) for link in chain))
    row = next(known, None) or _unknown(chain, status)
    final = any(isinstance(link, socket.gaierror) and link.errno in _NO_SUCH_NAME for link in chain)
    words = next(filter(None, map(_words, reversed(chain))), None)
    reason = f"{row.reason} ({words})" if words else row.reason
    attempts = 0 if row.code == "forbidden_address" else 1  # not a packet was sent
    return hop.error(row.code, reason, status=status, retriable=row.retriable and not final, attempts=attempts)


def _unknown(chain: list[BaseException], status: int | None) -> _Fault:
    if status is None:
        return _AT_HEAD
    return _NOT_BODY if isinstance(chain[-1], u3.ProtocolError) else _IN_BODY  # else it wraps what broke the connection


def _chain(error: BaseException) -> Iterator[BaseException]:
    """Yield the exception and all that it wraps: as cause, as context, or, as urllib3 does, as argument."""
    waiting, seen = [error], set()
    while waiting:
        link = waiting.pop()
        if id(link) in seen:
            continue
        seen.add(id(link))
        yield link
        inner = (link.__cause__, link.__context__, getattr(link, "reason", None), *link.args)
        waiting += [one for one in inner if isinstance(one, BaseException)]


def _words(error: BaseException) -> str | None:
    """Return what OpenSSL, the operating system or the guard says, and never a text that may hold a login."""
    if isinstance(error, ForbiddenAddressError):
        return str(error)
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message
    if isinstance(error, OSError) and not isinstance(error, rq.RequestException) and error.strerror:
        return str(error.strerror)
    return None
