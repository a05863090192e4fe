"""XML as sites send it -> XML that a parser reads to its end: no bare ampersands, no entities, no control characters.

``?a=1&b=2`` in an address is the most common fault of sitemaps, and libxml2 would make another address of it. And what
refers to no entity can't blow up: HTML's become characters, those that a document declares stay the words they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html.entities import html5

_BYTE_ORDER = b"\xef\xbb\xbf"
_WIDE = (b"\xff\xfe", b"\xfe\xff", b"\0<", b"<\0")
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_REFERENCE = re.compile(rb"&(?:#([0-9]{1,7}|[xX][0-9a-fA-F]{1,6});|([A-Za-z][A-Za-z0-9]{1,31});)?")
_OWN = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_OPEN, _CLOSE = b"<![CDATA[", b"]]>"
_LONGEST = 40
"""Bytes that a reference or the mark of a section may have."""
_BEGINS = re.compile(rb"[&<\]]")


def mended(chunks: Iterable[bytes]) -> Iterator[bytes]:
    """Yield the markup in chunks, mended. UTF-16 and UTF-32 are passed on as they are."""
    rest, inside, begun = b"", False, False
    given = iter(chunks)
    for chunk in given:
        if not begun:
            chunk = chunk.removeprefix(_BYTE_ORDER).lstrip()  # before the XML declaration nothing may stand
            if chunk.startswith(_WIDE):
                yield chunk
                yield from given
                return
            begun = bool(chunk)
        text = rest + chunk.translate(None, _CONTROLS)
        torn = _BEGINS.search(text, max(0, len(text) - _LONGEST))  # what begins here may end in the next chunk
        ready, rest = (text[: torn.start()], text[torn.start() :]) if torn else (text, b"")
        mended_text, inside = _outside_sections(ready, inside=inside)
        yield mended_text
    yield _outside_sections(rest, inside=inside)[0]


def _outside_sections(text: bytes, *, inside: bool) -> tuple[bytes, bool]:
    """Return the text with its references mended where it is no CDATA, and whether it ends within such a section."""
    parts, at = [], 0
    while at < len(text):
        mark = _CLOSE if inside else _OPEN
        found = text.find(mark, at)
        end = len(text) if found < 0 else found + len(mark)
        part = text[at:end]
        parts.append(part if inside else _REFERENCE.sub(_reference, part))
        inside ^= found >= 0
        at = end
    return b"".join(parts), inside


def _reference(found: re.Match[bytes]) -> bytes:
    number, name = found.groups()
    if number is not None:
        return _character(int(number[1:], 16) if number[:1] in b"xX" else int(number))
    if name in _OWN:
        return found[0]
    meant = html5.get(f"{name.decode()};") if name else None
    return b"".join(map(_character, map(ord, meant))) if meant else b"&amp;" + found[0][1:]


def _character(code: int) -> bytes:
    """Return the reference to a character; none for one that XML does not know."""
    known = code in b"\t\n\r" or 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE or 0xFFFF < code < 0x110000
    return b"&#%d;" % code if known else b""
