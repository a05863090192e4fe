"""Response -> the bytes of a page, or the reason why there are none."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO

import requests
from urllib3.exceptions import InvalidChunkLength
from urllib3.response import HTTPResponse

from newsextract.errors import FetchError
from newsextract.fetch.hop import Hop
from newsextract.fetch.retry_after import retry_after

ACCEPT = "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.8, */*;q=0.1"
"""The header Accept."""

ACCEPT_ENCODING = "gzip"
"""The header of that name. Not deflate: urllib3 keeps its input for as long as no output comes. Not br or zstd: what
else is installed decides whether they can be decoded, and stopped."""

_PAGES = {
    "text/html",
    "text/plain",
    "text/xml",
    "text/x-server-parsed-html",
    "application/xhtml+xml",
    "application/xml",
    "application/vnd.wap.xhtml+xml",
}
_PLAIN = {"", "identity"}
_DECODED = {*_PLAIN, "gzip", "x-gzip"}
_LATER = {408, 425, 429, 500, 502, 503, 504, 522, 524}
SUCCESS = range(200, 300)
WITHOUT_BODY = (204, 205)
_CHUNK = 65_536
_FIRST_TYPE = re.compile(r"[\w.+-]{1,80}/[\w.+-]{1,80}")


class _Measured(HTTPResponse):
    """A body whose chunks have a size: urllib3 takes one of -1 bytes for a wish to read all there is, at once."""

    def _update_chunk_length(self) -> None:
        super()._update_chunk_length()
        if self.chunk_left is not None and self.chunk_left < 0:
            raise InvalidChunkLength(self, b"%d" % self.chunk_left)


def check_head(response: requests.Response, hop: Hop, max_bytes: int) -> None:
    """Raise FetchError for an answer whose head says that no page follows; the body is not touched."""
    check_kind(response.status_code, response.headers, hop)
    _check_body(response, hop, max_bytes)


def _check_body(response: requests.Response, hop: Hop, max_bytes: int) -> None:
    coding = _check_coding(response, hop)
    if coding in _PLAIN and _declared_length(response) > max_bytes:
        raise _too_large(response, hop, max_bytes)


def check_kind(status: int, headers: Mapping[str, str], hop: Hop) -> None:
    """Raise FetchError unless the status is success and Content-Type, if there is any, may be that of a page.

    headers: their names in small letters, or found in any.
    """
    _check_status(status, headers, hop)
    kind = _content_type(headers)
    if kind and kind not in _PAGES:
        raise hop.error("content_type", f"the answer is {kind}, no page", status=status)


def read_body(response: requests.Response, hop: Hop, max_bytes: int) -> bytes:
    """Return the decompressed body.

    Raises FetchError ``too_large`` as soon as it is larger than max_bytes, and ``truncated`` for a gzip stream without
    an end, or no byte where only the end of the connection tells how many there are: then it may have ended in the
    head (RFC 9112 section 8). What else breaks a body comes as the exception of requests or urllib3.
    """
    if type(response.raw) is HTTPResponse:
        response.raw.__class__ = _Measured
    body = BytesIO()  # and no list: chunks of two bytes would take thirty times the memory
    for chunk in response.iter_content(_CHUNK):
        body.write(chunk)
        if body.tell() > max_bytes:
            raise _too_large(response, hop, max_bytes)
    size = body.tell()
    if size and _lacks_end(response):
        reason = "the compressed body ended before it was complete"
        raise hop.error("truncated", reason, status=response.status_code, retriable=True)
    if not size and _ends_with_connection(response):
        reason = "the connection ended before the body"
        raise hop.error("truncated", reason, status=response.status_code, retriable=True)
    return body.getvalue()


def read_page(response: requests.Response, hop: Hop, max_bytes: int) -> bytes:
    """Return the decompressed body of a page; raise what ``check_head`` and ``read_body`` do."""
    check_head(response, hop, max_bytes)
    return read_body(response, hop, max_bytes)


def read_any(response: requests.Response, hop: Hop, max_bytes: int) -> bytes:
    """Return the decompressed body, of whatever type; raise what ``read_page`` does but ``content_type``."""
    _check_status(response.status_code, response.headers, hop)
    _check_body(response, hop, max_bytes)
    return read_body(response, hop, max_bytes)


def read_start(response: requests.Response, hop: Hop, max_bytes: int) -> bytes:
    """Return no more than the start of a body, of whatever type; raise FetchError where there is none to read."""
    _check_status(response.status_code, response.headers, hop)
    _check_coding(response, hop)
    start = bytearray()
    for chunk in response.iter_content(_CHUNK):
        start += chunk
        if len(start) >= max_bytes:
            break
    return bytes(start[:max_bytes])


def _check_status(status: int, headers: Mapping[str, str], hop: Hop) -> None:
    if status in SUCCESS:
        return
    reason, wait = f"the server answered {_name(status)}", None
    if status in _LATER:
        wait = retry_after(headers.get("retry-after"), datetime.now(UTC))
    if wait is not None:
        reason += f", and asked to be left alone for {wait:.0f} seconds"
    raise hop.error("http_status", reason, status=status, retriable=status in _LATER, retry_after=wait)


def _check_coding(response: requests.Response, hop: Hop) -> str:
    coding = response.headers.get("Content-Encoding", "").strip().lower()
    if coding not in _DECODED:
        reason = f"the body is compressed as {coding[:80]!r}, which was not asked for"
        raise hop.error("protocol", reason, status=response.status_code)
    return coding


def _name(status: int) -> str:
    """Return the status with its name in RFC 9110; the server's own words are not to be trusted."""
    known = status in HTTPStatus.__members__.values()
    return f"{status} {HTTPStatus(status).phrase}" if known else str(status)


def _content_type(headers: Mapping[str, str]) -> str:
    """Return "text/html" for "Text/HTML; charset=x", and "" where the header is missing or makes no sense."""
    found = _FIRST_TYPE.match(headers.get("content-type", "").strip().lower())
    return found.group() if found else ""


def _declared_length(response: requests.Response) -> int:
    declared = response.headers.get("Content-Length", "")
    return int(declared[:20]) if declared.isdecimal() else 0  # no more digits: int() refuses to read 4,300 of them


def _lacks_end(response: requests.Response) -> bool:
    """Whether a gzip stream broke off: urllib3 knows and does not tell.

    Its state leaves 0 with the end of the first member; what follows that is padding or junk, as often as not.
    """
    decoder = getattr(response.raw, "_decoder", None)
    stream = getattr(decoder, "_obj", None)
    return getattr(decoder, "_state", 1) == 0 and not getattr(stream, "eof", True)


def _ends_with_connection(response: requests.Response) -> bool:
    """Whether the answer has a body of which no header tells the length."""
    told = {"Content-Length", "Transfer-Encoding"} & set(map(str.title, response.headers))
    return not told and response.status_code not in WITHOUT_BODY


def _too_large(response: requests.Response, hop: Hop, max_bytes: int) -> FetchError:
    reason = f"the body is larger than {max_bytes} bytes"
    return hop.error("too_large", reason, status=response.status_code)
