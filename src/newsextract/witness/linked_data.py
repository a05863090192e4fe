"""JSON-LD -> the article's body as HTML: articleBody, or the entries of a live blog."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from newsextract.metadata.jsonld import Node
from newsextract.witness.markup import in_line, marked_up

MAX_ENTRIES = 1000
START = 200
_CLOCK = re.compile(r"\d[T ](\d\d:\d\d)")
_BODIES = ("articleBody", "reviewBody", "text")


def bodies_of(articles: Iterable[Node]) -> list[tuple[str, str | None]]:
    """Return the bodies of the objects that have one as HTML, each with its headline, each once."""
    found: dict[str, str | None] = {}
    for node in articles:
        text = next(filter(None, (_text(node.get(key)) for key in _BODIES)), "")
        html = marked_up(_once(text)) if text else "".join(_entries(node.get("liveBlogUpdate")))
        if html:
            found.setdefault(html, _text(node.get("headline")) or None)
    return list(found.items())


def _entries(updates: Any) -> Iterator[str]:
    """Yield the entries of a live blog in the order of the data, each under its time and headline."""
    if isinstance(updates, dict):
        updates = [updates]
    for entry in updates[:MAX_ENTRIES] if isinstance(updates, list) else ():
        if isinstance(entry, dict) and (text := _text(entry.get("articleBody")) or _text(entry.get("text"))):
            clock = _CLOCK.search(_text(entry.get("datePublished")))
            head = " ".join(filter(None, (clock and clock[1], _text(entry.get("headline")))))
            yield (f"<h2>{in_line(escape(head, quote=False))}</h2>" if head else "") + marked_up(text)


def _once(text: str) -> str:
    """Return a text that is there twice, end to end, once."""
    again = text.find(text[:START], 2 * len(text) // 5) if len(text) >= 2 * START else -1
    return text[:again] if 0 < again <= 3 * len(text) // 5 else text


def _text(value: Any) -> str:
    """Return a string, alone or as the only one of a list or typed value; a list's strings are paragraphs."""
    if isinstance(value, Mapping):
        value = value.get("@value")
    if isinstance(value, list):
        value = "\n\n".join(one for one in value if isinstance(one, str))
    return value.strip() if isinstance(value, str) else ""
