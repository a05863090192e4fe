"""A sentence that the page parts by a widget or a link in a box of its own is one paragraph again."""

from __future__ import annotations

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece

GOES_ON = (", ", "; ", ". ", ") ", "，", "、", "。")
"""No paragraph begins with these: what does is the rest of the one above."""
ENDS = tuple(".!?…:。！？।")


def join_broken(draft: Draft) -> Draft:
    """Join each piece that begins with the sign inside a sentence to the piece of the story right above it."""
    joined: dict[int, Piece] = {}
    taken: dict[int, str] = {}
    last: Piece | None = None
    for piece in draft.prose():
        if last is not None and _continues(last, piece):
            last = joined[last.at] = last._replace(text=last.text + piece.text, links=(*last.links, *piece.links))
            taken[piece.at] = "joined"
        else:
            last = piece
    return draft.rewrite(joined).take(taken)


def _continues(last: Piece, piece: Piece) -> bool:
    plain = last.kind is piece.kind is BlockKind.PARAGRAPH
    return plain and piece.text.startswith(GOES_ON) and not last.text.endswith(ENDS)
