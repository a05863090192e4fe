"""Bytes -> a refusal of what is no page, told by its first bytes before a parser makes words of it."""

from __future__ import annotations

import json
import re

from newsextract.errors import NotAPageError

_START: dict[bytes, str] = {
    b"%PDF-": "a PDF document",
    b"%!PS": "a PostScript document",
    b"{\\rtf": "an RTF document",
    b"\x89PNG\r\n": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF87a": "a GIF image",
    b"GIF89a": "a GIF image",
    b"II*\0": "a TIFF image",
    b"MM\0*": "a TIFF image",
    b"\0\0\1\0": "an icon",
    b"8BPS": "a Photoshop image",
    b"PK\3\4": "a ZIP archive (or an office document, an e-book, an app)",
    b"PK\5\6": "an empty ZIP archive",
    b"\x1f\x8b": "gzip-compressed data",
    b"BZh": "bzip2-compressed data",
    b"\xfd7zXZ\0": "xz-compressed data",
    b"\x28\xb5\x2f\xfd": "zstd-compressed data",
    b"\x04\x22\x4d\x18": "lz4-compressed data",
    b"7z\xbc\xaf\x27\x1c": "a 7z archive",
    b"Rar!\x1a\7": "a RAR archive",
    b"MSCF\0": "a CAB archive",
    b"!<arch>\n": "an ar archive",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "an old office document",
    b"OggS\0": "an Ogg media file",
    b"fLaC": "a FLAC audio file",
    b"ID3\2": "an MP3 audio file",
    b"ID3\3": "an MP3 audio file",
    b"ID3\4": "an MP3 audio file",
    b"\xff\xfb": "an MP3 audio file",
    b"\x1a\x45\xdf\xa3": "a Matroska or WebM video",
    b"FLV\1": "a Flash video",
    b"\0\0\1\xba": "an MPEG video",
    b"\0\0\1\xb3": "an MPEG video",
    b"wOFF": "a WOFF font",
    b"wOF2": "a WOFF2 font",
    b"OTTO\0": "an OpenType font",
    b"\0\1\0\0\0": "a TrueType font",
    b"ttcf\0": "a font collection",
    b"\0asm": "a WebAssembly module",
    b"\x7fELF": "a program (ELF)",
    b"MZ\x90\0": "a program (Windows)",
    b"\xca\xfe\xba\xbe": "a program (Java or macOS)",
    b"SQLite format 3\0": "an SQLite database",
}
_LATER: tuple[tuple[int, bytes, str], ...] = (
    (4, b"ftyp", "an MP4 video or a HEIF or AVIF image"),
    (4, b"moov", "a QuickTime video"),
    (8, b"WEBPVP8", "a WebP image"),
    (8, b"WAVEfmt ", "a WAVE audio file"),
    (8, b"AVI LIST", "an AVI video"),
    (257, b"ustar", "a tar archive"),
)
_PREFIXES = tuple(_START)
_HEAD = 4096
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\f\r\x1b")  # ESC opens ISO-2022-JP's runs
_FEW_CONTROLS = 16
_OPENS_JSON = re.compile(r"[\s\ufeff]*+[\[{]")
_LOOKS_LIKE_JSON = re.compile(r'[\s\ufeff]*+(?:\{\s*+"|\[\s*+(?:\{\s*+"|\[|"[^"\n]{0,200}+"\s*+,))')
_PAGE_MARKUP = re.compile(r"<(?:html|head|body|!doctype)\b", re.IGNORECASE)


def refuse_binary(body: bytes, url: str | None) -> None:
    """Raise NotAPageError for bytes that open like a known kind of file that holds no page."""
    kind = None
    if body.startswith(_PREFIXES):
        kind = next(name for start, name in _START.items() if body.startswith(start))
    else:
        kind = next((name for at, mark, name in _LATER if body.startswith(mark, at)), None)
    if kind:
        raise NotAPageError(f"this is {kind}, not a page", url)


def refuse_junk(body: bytes, url: str | None) -> None:
    """Raise NotAPageError for bytes full of control characters: a file of some unknown binary kind."""
    head = body[:_HEAD]
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > _FEW_CONTROLS and controls * 20 > len(head):
        raise NotAPageError("these are binary data, not a page", url)


def refuse_json(text: str, url: str | None) -> None:
    """Raise NotAPageError for JSON, whole, cut short, or one value a line.

    A text that merely opens with a bracket ("[Advertisement]") is a text, and a page behind stray JSON is a page.
    """
    if _OPENS_JSON.match(text) and _is_json(text):
        raise NotAPageError("this is JSON, not a page", url)


def _is_json(text: str) -> bool:
    text = text.lstrip("\ufeff \t\r\n")
    try:
        rest = text[json.JSONDecoder().raw_decode(text)[1] :].lstrip()
    except (ValueError, RecursionError):
        return _LOOKS_LIKE_JSON.match(text) is not None and not _PAGE_MARKUP.search(text)
    return not rest or (_LOOKS_LIKE_JSON.match(rest) is not None)
