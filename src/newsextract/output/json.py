"""Article -> JSON: all of ``Article.to_dict``, so that ``Article.from_dict`` reads it back."""

from __future__ import annotations

import json
from typing import Any

from newsextract.article import Article

_LINE_ENDS = "\x85\u2028\u2029"
"""Characters that some readers of lines take for a line's end; within JSON they may stand as escapes."""


def render(article: Article) -> str:
    """Return the article as indented JSON, without a line break at the end."""
    return json.dumps(article.to_dict(), ensure_ascii=False, indent=2)


def render_line(article: Article) -> str:
    """Return the article as JSON in one line, for JSON Lines, without the line break at the end."""
    return one_line(article.to_dict())


def one_line(data: dict[str, Any]) -> str:
    """Return JSON types as one line, whatever a reader takes for a line's end, without the line break at the end."""
    line = json.dumps(data, ensure_ascii=False)
    for char in _LINE_ENDS:
        line = line.replace(char, f"\\u{ord(char):04x}")
    return line
