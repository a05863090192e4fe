"""Article -> plain text for reading in a terminal: a paragraph a line, a blank line between."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping

from newsextract.article import Article, Block, BlockKind, Image
from newsextract.output.inline import printable
from newsextract.output.story import Listing, Part, alternative, dates, legend, moment, names, parts, table

WIDEST_TABLE = 100
"""A table that would be wider keeps its tabs: aligned it would wrap, and not be read either."""


def render(article: Article) -> str:
    """Return headline, summary, byline and dates, the body and the notes, without a line break at the end.

    Tables are aligned in columns, pictures are shown by their words; what could steer a terminal is taken out.
    """
    head = (article.kicker, article.title, article.summary, _imprint(article))
    body = (_part(part) for part in parts(article))
    notes = (note.text for note in article.notes)
    return printable("\n\n".join(filter(None, (*head, *body, *notes))))


def _imprint(article: Article) -> str:
    return " · ".join(filter(None, (names(article), *(words + moment(when) for words, when in dates(article)))))


def _part(part: Part) -> str:
    match part:
        case Image():
            words = legend(part) or alternative(part)
            return f"[Image: {words}]" if words else ""
        case Listing(items):
            return "\n".join("  " * depth + _hanging("- ", "  " * depth + "  ", block.text) for depth, block in items)
        case Block(kind):
            return _BLOCKS.get(kind, _plain)(part)


def _hanging(first: str, others: str, text: str) -> str:
    return first + text.replace("\n", "\n" + others)


def _plain(block: Block) -> str:
    return block.text


def _quote(block: Block) -> str:
    return _hanging("> ", "> ", block.text)


def _code(block: Block) -> str:
    return _hanging("    ", "    ", block.text)


def _table(block: Block) -> str:
    rows = table(block)
    widths = [0] * max(map(len, rows))
    for row in rows:
        widths[: len(row)] = map(max, widths, map(_width, row))
    if sum(widths) + 2 * len(widths) > WIDEST_TABLE:
        return block.text
    return "\n".join("  ".join(map(_padded, row, widths)).rstrip() for row in rows)


def _padded(cell: str, width: int) -> str:
    return cell + " " * (width - _width(cell))


def _width(cell: str) -> int:
    """Return the columns that a terminal gives the cell: two for a wide character (UAX 11)."""
    return len(cell) + sum(unicodedata.east_asian_width(char) in "WF" for char in cell)


_BLOCKS: Mapping[BlockKind, Callable[[Block], str]] = {
    BlockKind.QUOTE: _quote,
    BlockKind.EMBED: _quote,
    BlockKind.CODE: _code,
    BlockKind.TABLE: _table,
}
