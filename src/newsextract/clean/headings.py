"""Lines that act as subheadings become headings; a heading with no text below it goes."""

from __future__ import annotations

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.reasons import BOX_HEADING, EMPTY_HEADING

MAX_SIZE = 120
BOLD = 0.9
BOXES = frozenset("newsletter promo related advert form box aside tag-aside share comments poll wall account".split())
"""What markup calls an element that stands apart from the story."""
PICTURED = frozenset({"caption", "credit"})
"""What the words of a picture of the story went to."""
STOPS = (".", "!", ":", ",", ";", "。", "…", "”", '"', "»")


def settle_headings(draft: Draft) -> Draft:
    """Make headings of bold lines between paragraphs, and cut those that nothing follows."""
    body = list(draft.prose())
    changed: dict[int, Piece] = {}
    for number, piece in enumerate(body[:-1]):
        follows = body[number + 1]
        if _acts_as_heading(piece) and number and follows.prose and follows.kind is BlockKind.PARAGRAPH:
            changed[piece.at] = piece._replace(kind=BlockKind.HEADING, level=None)
    return _drop_empty(_drop_boxed(draft.rewrite(changed)))


def _acts_as_heading(piece: Piece) -> bool:
    return (
        piece.kind is BlockKind.PARAGRAPH
        and piece.bold >= BOLD
        and piece.linked < 0.5
        and len(piece.text) <= MAX_SIZE
        and not piece.text.endswith(STOPS)
    )


def _drop_boxed(draft: Draft) -> Draft:
    """Cut the heading of a box whose text is all cut: it does not head what follows the box."""
    kept = {piece.parent for piece in draft.prose() if piece.kind is not BlockKind.HEADING}
    gone = {piece.parent for piece in draft.pieces if piece.at in draft.cuts and piece.picture is None}
    boxes = gone - kept - {-1}
    headings = (piece for piece in draft.prose() if piece.kind is BlockKind.HEADING)
    heads = (piece for piece in headings if piece.parent in boxes and piece.own & BOXES)
    return draft.cut({piece.at: BOX_HEADING for piece in heads})


def _drop_empty(draft: Draft) -> Draft:
    cuts: dict[int, str] = {}
    below = False  # whether text or a picture of the story stands below
    for piece in reversed(draft.pieces):
        if draft.taken.get(piece.at) in PICTURED:
            below = True
        elif piece.picture is not None or piece.at in draft.cuts or piece.at in draft.taken:
            continue
        elif piece.kind is not BlockKind.HEADING:
            below = True
        elif not below and len(piece.text) <= MAX_SIZE:
            cuts[piece.at] = EMPTY_HEADING
    return draft.cut(cuts)
