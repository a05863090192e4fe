"""Bytes -> the encodings that they may be in: those the page and its header name, then a guess.

Labels mean what browsers take them to mean (WHATWG Encoding): "ISO-8859-1" is windows-1252, "gb2312" is GBK.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import webencodings

PRESCAN = 4096  # bytes in which a page may name its encoding; the standard says 1,024, pages are less careful

_MARKS: tuple[tuple[bytes, str, str], ...] = (  # the four-byte marks first: one of them opens with a two-byte one
    (b"\x00\x00\xfe\xff", "utf-32be", "utf-32-be"),
    (b"\xff\xfe\x00\x00", "utf-32le", "utf-32-le"),
    (b"\xef\xbb\xbf", "utf-8", "utf-8"),
    (b"\xfe\xff", "utf-16be", "utf-16-be"),
    (b"\xff\xfe", "utf-16le", "utf-16-le"),
)
_ZEROS: dict[tuple[bool, ...], tuple[str, str]] = {  # where ASCII markup has zero bytes, by place modulo four
    (False, True, False, True): ("utf-16le", "utf-16-le"),
    (True, False, True, False): ("utf-16be", "utf-16-be"),
    (False, True, True, True): ("utf-32le", "utf-32-le"),
    (True, True, True, False): ("utf-32be", "utf-32-be"),
}
_MANY_ZEROS = 0.3  # share of a place's bytes; far more on a page of any script, for its markup is ASCII

_INSTEAD = {  # a page that says so in ASCII can't be in it (WHATWG, prescan)
    "utf-16be": "utf-8",
    "utf-16le": "utf-8",
    "x-user-defined": "windows-1252",
}
_CODECS = {"gbk": "gb18030"}  # decoders of GBK read all of GB18030 (WHATWG)
_COMMENT = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_META = re.compile(rb"<meta\s[^>]{0,400}?charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([\w.:+-]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\s*+<\?xml\s[^>]{0,200}?encoding\s{0,20}=\s{0,20}[\"']([\w.:+-]{1,40})", re.IGNORECASE)
_HTTP = re.compile(r"charset\s{0,20}=\s{0,20}[\"']?\s{0,20}([\w.:+-]{1,40})", re.IGNORECASE)
_LANGUAGE = re.compile(rb"<html\s[^>]{0,400}?lang\s{0,20}=\s{0,20}[\"']?\s{0,20}([a-z]{2})\b", re.IGNORECASE)

_DETECTED = {"cp949": "euc-kr", "euc_jp": "euc-jp", "euc_kr": "euc-kr", "iso2022_jp": "iso-2022-jp"}
_WESTERN = "windows-1252"
_LATIN = frozenset({_WESTERN, "windows-1250", "windows-1254", "windows-1257", "windows-1258"}) | {
    f"iso-8859-{part}" for part in (2, 3, 4, 10, 13, 14, 15, 16)
}
_OF_LANGUAGE = {  # what its pages were written in before UTF-8 (WHATWG, default encodings by locale)
    language: name
    for name, languages in {
        "windows-1250": "bs cs hr hu pl ro sk sl sq",
        "windows-1251": "be bg kk ky mk mn ru sr tg uk uz",
        "windows-1253": "el",
        "windows-1254": "az ku tr",
        "windows-1255": "he iw yi",
        "windows-1256": "ar fa ug ur",
        "windows-1257": "et lt lv",
        "windows-1258": "vi",
        "windows-874": "th",
        "shift_jis": "ja",
        "euc-kr": "ko",
        "gbk": "zh",
    }.items()
    for language in languages.split()
}
_WINDOWS_TWIN = {
    "iso-8859-2": "windows-1250",
    "iso-8859-6": "windows-1256",
    "iso-8859-7": "windows-1253",
    "iso-8859-8": "windows-1255",
    "iso-8859-13": "windows-1257",
}
_FOREIGN = re.compile(rb"[\x80-\xff]++(?:[^\x80-\xff<>]{1,16}+[\x80-\xff]++)*+[^\x80-\xff<>]{0,16}+")
_BEFORE = 16
_MAX_SAMPLES = 500
_C1 = bytes(range(0x80, 0xA0))


@dataclass(frozen=True, slots=True)
class Encoding:
    """An encoding that a page may be in.

    name: the one WHATWG gives it. codec: Python's. source: who says so. mark: its byte order mark, where the page has
    one.
    """

    name: str
    codec: str
    source: str
    mark: bytes = b""


def marked(body: bytes) -> Encoding | None:
    """Return the encoding that a byte order mark names; None without a mark."""
    for mark, name, codec in _MARKS:
        if body.startswith(mark):
            return Encoding(name, codec, "bom", mark)
    return None


def wide(body: bytes) -> Encoding | None:
    """Return UTF-16 or UTF-32 where zero bytes stand as they do in such markup; None where they do not."""
    head = body[: PRESCAN - PRESCAN % 4]
    places = [head[at::4] for at in range(4)]
    found = _ZEROS.get(tuple(place.count(0) > _MANY_ZEROS * len(place) for place in places))
    return Encoding(*found, "detector") if found else None


def named(body: bytes, content_type: str | None) -> Iterator[Encoding]:
    """Yield the encodings that are named, the trusted first: HTTP header, meta element, XML declaration.

    Labels that the standard does not know are passed over.
    """
    if content_type and (stated := _HTTP.search(content_type)):
        yield from _known(stated[1], "http")
    head = _COMMENT.sub(b"", body[:PRESCAN])
    for match in (_META.search(head), _XML.match(head)):
        if match:
            yield from _known(match[1].decode("latin-1"), "meta")


def guessed(body: bytes) -> Iterator[Encoding]:
    """Yield what the bytes look like by their statistics, then what is usual in the language that the page names."""
    from resiliparse.parse.encoding import detect_encoding

    language = _LANGUAGE.search(body[:PRESCAN])
    usual = _OF_LANGUAGE.get(language[1].decode().lower(), _WESTERN) if language else None
    label = detect_encoding(_sample(body), html5_compatible=False) or ""
    for found in _known(_DETECTED.get(label, label), "detector"):
        twin = _WINDOWS_TWIN.get(found.name, found.name)
        if usual in _LATIN and twin in _LATIN and usual != twin:  # among Latin pages the language knows better
            yield from _known(usual, "detector")
        has_controls = body.translate(None, _C1) != body  # what ISO 8859 keeps for controls is letters in Windows
        yield from _known(twin if has_controls else found.name, "detector")
    yield from _known(usual or _WESTERN, "detector")


def _sample(body: bytes) -> bytes:
    """Return the words that are not ASCII: among kilobytes of ASCII markup the statistics see too few of them."""
    words, done = [], 0
    for words_here in islice(_FOREIGN.finditer(body), _MAX_SAMPLES):
        words.append(body[max(done, words_here.start() - _BEFORE) : words_here.end()])
        done = words_here.end()
    return b" ".join(words) or body


def _known(label: str, source: str) -> Iterator[Encoding]:
    encoding = webencodings.lookup(label)
    if encoding and encoding.name in _INSTEAD:
        encoding = webencodings.lookup(_INSTEAD[encoding.name])
    if encoding and encoding.name != "replacement":
        yield Encoding(encoding.name, _CODECS.get(encoding.name, encoding.codec_info.name), source)
