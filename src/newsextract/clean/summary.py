"""The standfirst leaves the body: where markup names it, and where it is the first paragraph cut short."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.text import bare, fold

ELLIPSES = ("…", "...", "[…]", "[...]")
STUB_SIZE = 25
HEAD = 6  # passages at the top of the body among which a standfirst is looked for


def settle_summary(draft: Draft) -> Draft:
    """Take the standfirst and the key points above the story; a stub of the first paragraph is one too."""
    stub = _stub(draft)
    if stub is not None:
        return _take(draft, [stub])
    named = _named(draft)
    points = _key_points(draft)
    if points and not named:
        return _take(draft, points)
    if named:
        return _take(draft, named)
    return draft


def _take(draft: Draft, pieces: list[Piece]) -> Draft:
    summary = "\n".join(dict.fromkeys(piece.text for piece in pieces))
    facts = replace(draft.facts, summary=summary)
    return replace(draft, facts=facts).take({piece.at: "summary" for piece in pieces})


def _head(draft: Draft) -> list[Piece]:
    """Return the passages above the story's second paragraph: those right before it, and its first."""
    body = [piece for piece in draft.prose() if piece.kind is not BlockKind.HEADING]
    return body[:HEAD]


def _stub(draft: Draft) -> Piece | None:
    """Return a line above the first paragraph that is its beginning, with dots where it breaks off."""
    paragraphs = [fold(piece.text) for piece in _head(draft)]
    first = next((piece.at for piece in draft.prose() if not piece.text.endswith(ELLIPSES)), 0)
    for piece in draft.pieces:
        if piece.at >= first:
            return None
        if piece.picture is None and piece.at not in draft.taken and piece.text.endswith(ELLIPSES):
            start = bare(piece.text)
            if len(start) >= STUB_SIZE and any(text.startswith(start) for text in paragraphs):
                return piece
    return None


def _named(draft: Draft) -> list[Piece]:
    """Return the passages above the story that markup or metadata calls its standfirst.

    They stand apart from the paragraphs: a first paragraph of the class "lead" among its like is the story's.
    """
    body = _head(draft)
    names = set(map(bare, (draft.facts.summary or "").split("\n"))) - {""}
    found: list[Piece] = []
    for piece, follows in pairwise(body):
        named = bare(piece.text) in names or (piece.own & {"standfirst"} and not piece.own & {"body", "prop-body"})
        if not named:
            break
        found.append(piece)
        if follows.parent != piece.parent:
            return found
    return []


def _key_points(draft: Draft) -> list[Piece]:
    """Return the list above the first paragraph that markup calls key points."""
    body = _head(draft)
    points = []
    for piece in body:
        if piece.kind is BlockKind.LIST_ITEM and piece.marks & {"keypoints"}:
            points.append(piece)
        else:
            break
    return points
