"""In a scraped text no markup tells subheadings: there a short line without an end, between paragraphs, is one."""

from __future__ import annotations

from collections.abc import Sequence, Set

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece

MAX_SIZE = 120
PARAGRAPH_SIZE = 80
ROW = 2  # such lines in a row that may be headings: more are a list, a poem, a table
ENDED = 0.7  # share of the paragraphs that must end with a stop, or its lack says nothing: in Thai none does
STOPS = tuple(".!?…:;,。！？：；，।॥؟۔፡።")
QUESTIONS = ("?", "？", "؟")
CLOSING = " \"'”“’»«」』)）]"


def settle_line_headings(draft: Draft) -> Draft:
    """Make headings of the short lines of a dump that end as no sentence does, with paragraphs around.

    In a text that has such lines a short question between paragraphs is a heading, too, unless it is an interview's. A
    page's markup tells its headings, so pages are left as they are.
    """
    body = list(draft.prose())
    if not body or (body[0].place is not None and body[0].place.path is not None):
        return draft
    paragraphs = [piece for piece in body if piece.size > PARAGRAPH_SIZE]
    if not paragraphs or sum(map(_ends, paragraphs)) < ENDED * len(paragraphs):
        return draft
    plain = _between({piece.at for piece in body if _may_head(piece) and not _ends(piece)}, body)
    questions = {piece.at for piece in body if _may_head(piece) and _asks(piece)}
    found = _between(plain | questions, body) if plain and len(questions) <= len(paragraphs) / 4 else plain
    return draft.rewrite({piece.at: piece._replace(kind=BlockKind.HEADING) for piece in body if piece.at in found})


def _may_head(piece: Piece) -> bool:
    first = piece.text[0]
    return piece.kind is BlockKind.PARAGRAPH and piece.size <= MAX_SIZE and (first.isdigit() or not first.islower())


def _ends(piece: Piece) -> bool:
    return piece.text.rstrip(CLOSING).endswith(STOPS)


def _asks(piece: Piece) -> bool:
    return piece.text.endswith(QUESTIONS) and ". " not in piece.text


def _between(heads: Set[int], body: Sequence[Piece]) -> set[int]:
    """Return those of some lines that have a paragraph above, if they are not the first, and one below."""
    found = set()
    for number, piece in enumerate(body):
        if piece.at not in heads:
            continue
        below = next((other for other in body[number + 1 : number + 1 + ROW] if other.at not in heads), None)
        above = any(other.at not in heads for other in body[max(0, number - ROW) : number])
        if below is not None and _ends(below) and (above or number == 0):
            found.add(piece.at)
    return found
