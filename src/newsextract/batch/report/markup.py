"""Pieces of the page: headings, figures, tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from newsextract.batch.report.words import plain

UNKNOWN = "–"

Cell = tuple[str, str]
"""The class of a table's cell, and its content as HTML."""

_LEGEND = (
    '<span class="legend"><svg viewBox="0 0 20 10" aria-hidden="true"><rect class="articles" width="20" height="10"/>'
    '</svg>articles<svg viewBox="0 0 20 10" aria-hidden="true"><rect class="failures" width="20" height="10"/></svg>'
    "failures</span>"
)


def heading(text: str) -> str:
    """Return a heading that says what was found."""
    return f"<h2>{escape(text)}</h2>"


def figure(plot: str, note: str, *, legend: bool = False) -> str:
    """Return a plot with what there is to know about it. legend: whether it shows articles beside failures."""
    return f"<figure>\n{plot}\n<figcaption>{escape(note)} {_LEGEND if legend else ''}</figcaption>\n</figure>"


def table(name: str, caption: str, heads: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table; heads that begin with "#" stand over numbers. name: its id."""
    top = "".join(
        f'<th scope="col" class="number">{escape(head[1:])}</th>'
        if head.startswith("#")
        else f'<th scope="col">{head}</th>'
        for head in heads
    )
    lines = ("".join(f'<td class="{kind}">{content}</td>' for kind, content in row) for row in rows)
    body = "\n".join(f"<tr>{line}</tr>" for line in lines)
    return (
        f'<div class="wide"><table id="{name}">\n<caption>{escape(caption)}</caption>\n<thead><tr>{top}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody></table></div>"
    )


def number(told: str) -> Cell:
    """Return a cell with a number."""
    return "number", escape(told)


def moment_cell(told: str) -> Cell:
    """Return a cell with a moment."""
    return "when", escape(told)


def words(text: str | None) -> Cell:
    """Return a cell with words of our own; None for what nobody knows."""
    return "words", escape(text or UNKNOWN)


def foreign(text: str | None, most: int = 300) -> Cell:
    """Return a cell with a text from outside, which turns no other's writing direction."""
    return "words", f'<bdi dir="auto">{escape(plain(text, most))}</bdi>' if text else UNKNOWN


def code(text: str) -> str:
    """Return a code or status."""
    return f"<code>{escape(plain(text, 60))}</code>"
