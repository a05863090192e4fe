"""Dump -> Content: each line, or each paragraph of wrapped lines, is a piece."""

from __future__ import annotations

from newsextract.article import Evidence
from newsextract.content.piece import MAX_PIECES, Content, Piece
from newsextract.content.prose import is_prose, size
from newsextract.text import clean_line


def lines(dump: str) -> Content:
    """Return the pieces of a text that somebody scraped: one for each line that is not blank."""
    found: list[Piece] = []
    surplus: list[str] = []
    for number, line in enumerate(dump.splitlines(), 1):
        if (text := clean_line(line)) and len(found) == MAX_PIECES:
            surplus.append(text)
        elif text:
            amount = size(text)
            found.append(
                Piece(len(found), text, place=Evidence(number), size=amount, prose=is_prose(text, amount, 0.0))
            )
    return Content(tuple(found), surplus="\n".join(surplus))
