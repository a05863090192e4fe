"""Bytes -> str, as browsers do and kinder: a byte order mark, strict UTF-8, a named charset, a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from newsextract.document.charset import Encoding, guessed, marked, named, wide
from newsextract.document.magic import refuse_binary, refuse_json, refuse_junk
from newsextract.errors import TooLargeError

MAX_CHARACTERS = 25_000_000
MAX_BYTES = 50_000_000

_UTF8 = Encoding("utf-8", "utf-8", "utf-8")
_LOOKS_UTF8 = 0.1  # share of damaged runs; legacy bytes fail as UTF-8 in nearly all of theirs
_NAMED_UTF8 = 0.5
_NAMED = 0.2
_GUESSED = 0.05
_BLANKS_FOR_ASCII = bytes(code if code > 0x7F else 0x20 for code in range(0x100))
_SURROGATE = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was read.

    encoding: WHATWG name; source: bom, utf-8, http, meta, detector or str; replacements: characters not decoded.
    utf8: the same text as UTF-8, for the parser; where the page came so, its own bytes.
    """

    text: str
    encoding: str
    source: str
    replacements: int = 0
    utf8: bytes = field(default=b"", repr=False)


def decode(body: bytes, content_type: str | None = None, url: str | None = None) -> Decoded:
    """Return the text of a page.

    body: its bytes, content codings undone. content_type: the HTTP header; None where there was none. url: for errors.

    Asked in this order: byte order mark, strict UTF-8, charset of the header, of a meta element in the first 4,096
    bytes, a detector; labels as in WHATWG Encoding. What can't be decoded becomes U+FFFD and is counted; where that
    is much, the next in order is asked. A page in UTF-8 with a few bad bytes stays UTF-8.

    Raises TooLargeError for over 25,000,000 characters or 50,000,000 bytes, NotAPageError for what its bytes show to be
    no page.
    """
    if len(body) > MAX_BYTES:
        raise TooLargeError(f"the page has more than {MAX_BYTES:,} bytes", url)
    refuse_binary(body, url)
    if encoding := marked(body):
        return _accepted(_read(body[len(encoding.mark) :], encoding), url)
    if b"\0" not in body:
        return _accepted(_read_plain(body, content_type, url), url)
    if encoding := wide(body):
        return _accepted(_read(body, encoding), url)
    refuse_junk(body, url)
    return _accepted(_read_plain(body.replace(b"\0", b""), content_type, url), url)  # browsers drop stray zeros


def read_str(text: str, url: str | None = None) -> Decoded:
    """Return text that somebody else decoded, fit for the parser: without NULs, lone surrogates as U+FFFD.

    Raises TooLargeError and NotAPageError as ``decode`` does.
    """
    if len(text) > MAX_CHARACTERS:
        raise _too_large(url)
    refuse_binary(text[:512].encode("latin-1", "replace"), url)
    text = text.replace("\0", "").removeprefix("\ufeff")
    try:
        return _accepted(Decoded(text, "utf-8", "str", 0, text.encode()), url)
    except UnicodeEncodeError:
        return _accepted(_without_surrogates(text, "str"), url)


def _accepted(decoded: Decoded, url: str | None) -> Decoded:
    if len(decoded.text) > MAX_CHARACTERS:
        raise _too_large(url)
    refuse_json(decoded.text, url)
    return decoded


def _too_large(url: str | None) -> TooLargeError:
    return TooLargeError(f"the page has more than {MAX_CHARACTERS:,} characters", url)


def _read_plain(body: bytes, content_type: str | None, url: str | None) -> Decoded:
    if not _has_escapes(body):
        try:
            return Decoded(body.decode(), "utf-8", "utf-8", 0, body)
        except UnicodeDecodeError:
            refuse_junk(body, url)
    if _SURROGATE.search(body):
        try:
            return _without_surrogates(body.decode("utf-8", "surrogatepass"), "utf-8")
        except UnicodeDecodeError:
            pass
    return _best(body, _candidates(body, content_type))


def _without_surrogates(text: str, source: str) -> Decoded:
    """Join surrogates that make a pair (CESU-8, as some databases write emoji), replace the lone ones."""
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    lost = whole.count(_REPLACEMENT) - text.count(_REPLACEMENT)
    return Decoded(whole, "utf-8", source, lost, whole.encode())


def _has_escapes(body: bytes) -> bool:
    """Tell ISO-2022-JP, which is valid UTF-8 as well: its bytes are ASCII, and escapes say what they mean."""
    return b"\x1b" in body and b"\x1b$" in body and body.isascii()


def _candidates(body: bytes, content_type: str | None) -> Iterator[tuple[Encoding, float]]:
    """Yield encodings to try in order, each with the share of damaged runs up to which it is believed."""
    if not body.isascii():
        yield _UTF8, _LOOKS_UTF8
    for encoding in named(body, content_type):
        yield encoding, _NAMED_UTF8 if encoding.name == "utf-8" else _NAMED
    for encoding in guessed(body):
        yield encoding, _GUESSED


def _best(body: bytes, candidates: Iterator[tuple[Encoding, float]]) -> Decoded:
    runs = len(body.translate(_BLANKS_FOR_ASCII).split()) or 1
    tried: list[Decoded] = []
    for encoding, tolerated in candidates:
        decoded = _read(body, encoding)
        if decoded.replacements <= tolerated * runs:
            return decoded
        tried.append(decoded)
    return min(tried, key=lambda decoded: decoded.replacements)


def _read(body: bytes, encoding: Encoding) -> Decoded:
    text = body.decode(encoding.codec, "replace").replace("\0", "")
    lost = text.count(_REPLACEMENT)
    if encoding.name == "utf-8":
        lost -= body.count(_REPLACEMENT.encode())
    return Decoded(text, encoding.name, encoding.source, lost, text.encode())
