"""Text of a JSON-LD script -> the JSON values in it, however carelessly it was written."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

from newsextract.text import without_lone_escapes

MAX_BLOCK = 2_000_000
MAX_VALUES = 50
"""How many values one after the other are read from a block that should hold one."""

_DECODER = json.JSONDecoder(strict=False)  # control characters in strings are read as they stand
_WRAPPERS = re.compile(
    r"/\*\s{0,9}<!\[CDATA\[\s{0,9}\*/|/\*\s{0,9}\]\]>\s{0,9}\*/|(?://\s{0,9})?(?:<!\[CDATA\[|\]\]>)|<!--|-->"
)
_TRAILING_COMMA = re.compile(r",\s{0,80}(?=[}\]])")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_FLAT = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|inLanguage)"'
    r'\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,500})"\s{0,9}[,}\n]'
)


def load(text: str) -> list[Any]:
    """Return the values of a block; none where it is over 2 MB or past all mending.

    Mended are: comment and CDATA wrappers, entities for quotes, trailing commas, wrong escapes, halves of signs,
    raw line ends, several values in a row. Of a block that still can't be read the plain dates and headline are taken,
    if it is of an article.
    """
    if len(text) > MAX_BLOCK:
        return []
    text = without_lone_escapes(text)
    try:
        return [json.loads(text, strict=False)]
    except ValueError:
        pass
    except RecursionError:
        return []
    for mend in (_unwrapped, _mended):
        text = mend(text)
        if values := _values(text):
            return values
    return _flat(text)


def _unwrapped(text: str) -> str:
    return _WRAPPERS.sub("", text).strip(" \t\r\n;\ufeff")


def _mended(text: str) -> str:
    if "&quot;" in text and '"' not in text:
        text = unescape(text)
    return _BAD_ESCAPE.sub(r"\\\\", _TRAILING_COMMA.sub("", text.replace("\\'", "'")))


def _values(text: str) -> list[Any]:
    """Return the values that stand in a row; none where one of them is broken."""
    values: list[Any] = []
    at = 0
    while at < len(text) and len(values) < MAX_VALUES:
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError):
            return []
        values.append(value)
        while at < len(text) and text[at] in " \t\r\n,;":
            at += 1
    return values


def _flat(text: str) -> list[Any]:
    """Return the plain fields of an article whose block is broken, the first of each name."""
    if "Article" not in text and "Posting" not in text:
        return []
    found: dict[str, Any] = {}
    for name, value in _FLAT.findall(text):
        found.setdefault(name, value.replace('\\"', '"').replace("\\/", "/"))
    return [{"@type": "Article", **found}] if found else []
