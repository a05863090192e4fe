"""The standfirst leaves the body: what was judged to be one, and the first paragraph cut short above itself."""

from __future__ import annotations

from dataclasses import replace

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
    above = [piece for piece in draft.pieces if piece.at in draft.standfirst and piece.at not in draft.taken]
    if stub is not None and stub not in above:
        above.append(stub)
    return _take(draft, above) if above else draft


def _take(draft: Draft, pieces: list[Piece]) -> Draft:
    summary = "\n".join(dict.fromkeys(piece.text for piece in pieces))
    facts = replace(draft.facts, summary=summary)
    return replace(draft, facts=facts).take({piece.at: "summary" for piece in pieces}).cut(_label(draft, pieces))


def _label(draft: Draft, points: list[Piece]) -> dict[int, str]:
    """Return the heading right above key points: what it heads has left the body."""
    above = None
    for piece in draft.prose():
        if piece is points[0]:
            break
        above = piece
    labels = points[0].kind is BlockKind.LIST_ITEM and above is not None and above.kind is BlockKind.HEADING
    return {above.at: "key-points-label"} if labels and above is not None else {}


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
