"""Dump -> Content: each line, or each paragraph of wrapped lines, is a piece."""

from __future__ import annotations

from newsextract.article import Evidence
from newsextract.content.piece import Content, Piece
from newsextract.content.prose import is_prose, size
from newsextract.text import clean_line


def lines(dump: str) -> Content:
    """Return the pieces of a text that somebody scraped: one for each line that is not blank."""
    found: list[Piece] = []
    for number, line in enumerate(dump.splitlines(), 1):
        if text := clean_line(line):
            amount = size(text)
            found.append(
                Piece(len(found), text, place=Evidence(number), size=amount, prose=is_prose(text, amount, 0.0))
            )
    return Content(tuple(found))
