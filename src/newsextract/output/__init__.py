"""Article -> str in a format: the table ``FORMATS``, and how several articles stand in one output, ``FRAMES``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsextract.article import Article
from newsextract.output import html, json, markdown, text

FORMATS: Mapping[str, Callable[[Article], str]] = {
    "text": text.render,
    "markdown": markdown.render,
    "json": json.render,
    "jsonl": json.render_line,
    "html": html.render,
}
"""Name of the format -> what writes an article in it, without a line break at the end."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before, between and after the articles of one output."""

    before: str = ""
    between: str = "\n"
    after: str = "\n"


_PAGE = """<!doctype html>
<html>
<head>
<meta charset="utf-8">
<title>newsextract</title>
<style>body { max-width: 42em; margin: 2em auto; padding: 0 1em; line-height: 1.5 } img { max-width: 100% }</style>
</head>
<body>
"""

FRAMES: Mapping[str, Frame] = {
    "text": Frame(between=f"\n\n{'─' * 72}\n\n"),
    "markdown": Frame(between="\n\n---\n\n"),
    "json": Frame("[\n", ",\n", "\n]\n"),
    "jsonl": Frame(),
    "html": Frame(_PAGE, "\n", "\n</body>\n</html>\n"),
}
"""Name of the format -> the frame of several articles; with none in it it is still whole."""


def frame(name: str, count: int) -> Frame:
    """Return the frame of ``count`` articles in a format; one alone in JSON is an object, not a list of one."""
    return Frame() if name == "json" and count == 1 else FRAMES[name]
