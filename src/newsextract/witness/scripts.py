"""Document -> the state that its scripts start from, as JSON values, script by script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from newsextract.article import Evidence
from newsextract.document import Document
from newsextract.text import without_lone_escapes
from newsextract.witness.literals import Literals
from newsextract.witness.packed import is_flat, streamed, unpacked

MIN_SIZE = 300
MAX_SIZE = 8_000_000
MAX_TOTAL = 16_000_000
"""Characters of a script, and of all of them, that are read."""
_PROGRAMS = ("", "text/javascript", "module", "application/javascript", "text/ecmascript", "application/x-javascript")
_STREAM = "__next_f.push("


class State(NamedTuple):
    """The values of a script, and where it stands."""

    values: list[Any]
    place: Evidence


def states(document: Document) -> Iterator[State]:
    """Yield the values in each script that has any: JSON itself, or JSON within a program; JSON-LD is left out."""
    chunks: list[str] = []
    stream: Evidence | None = None
    budget = MAX_TOTAL
    literals = Literals()
    for script in document.root.iter("script"):
        text = without_lone_escapes(script.text or "")
        kind = (script.get("type") or "").strip().lower().partition(";")[0]
        if not MIN_SIZE <= len(text) <= min(MAX_SIZE, budget) and _STREAM not in text[:80]:
            continue
        budget -= len(text)
        if kind.endswith("json") and kind != "application/ld+json":
            if values := list(_data(text, literals)):
                yield State(values, _place(script))
        elif kind in _PROGRAMS and _STREAM in text[:80]:
            chunks += _chunks(text, literals)
            stream = stream or _place(script)
        elif kind in _PROGRAMS and (values := list(literals.read(text))):
            yield State([unpacked(value) if is_flat(value) else value for value in values], _place(script))
    if stream is not None and (values := list(streamed(chunks))):
        yield State(values, stream)
    yield from _attributes(document, literals)


def _data(text: str, literals: Literals) -> Iterator[Any]:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        yield from literals.read(f"={text.strip()}")
        return
    yield unpacked(value) if is_flat(value) else value


def _chunks(text: str, literals: Literals) -> Iterator[str]:
    """Yield the texts that a script adds to a stream: self.__next_f.push([1, "..."])."""
    for value in literals.read(text):
        match value:
            case [1, str(chunk), *_]:
                yield chunk


def _attributes(document: Document, literals: Literals) -> Iterator[State]:
    """Yield the JSON in attributes, such as a page's first state on the element that a program fills."""
    budget = MAX_SIZE
    for element in document.root.iter("div", "main", "section", "body", "article"):
        for value in element.values():
            text = without_lone_escapes(str(value))
            if MIN_SIZE <= len(text) <= budget and text.startswith(("{", "[")):
                budget -= len(text)
                if values := list(_data(text, literals)):
                    yield State(values, _place(element))


def _place(element: etree._Element) -> Evidence:
    """Return where an element stands, its id with it."""
    name = element.get("id")
    line = element.sourceline
    return Evidence(line if isinstance(line, int) else None, f"{element.tag}#{name}" if name else str(element.tag))
