"""A post in the story is an embed, no quote; a story that a page lays out as one long list is made of paragraphs."""

from __future__ import annotations

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content.marks import POST

QUOTED = frozenset({BlockKind.QUOTE, BlockKind.PARAGRAPH})
MOSTLY = 0.8
MANY = 4
MEAN_SIZE = 120


def settle_kinds(draft: Draft) -> Draft:
    """Tell embedded posts from quotes; make paragraphs of list items where nearly all of the story is in them."""
    posts = (piece for piece in draft.prose() if piece.own >= POST and piece.kind in QUOTED)
    draft = draft.rewrite({piece.at: piece._replace(kind=BlockKind.EMBED, level=None) for piece in posts})
    return _unlisted(draft)


def _unlisted(draft: Draft) -> Draft:
    """Make paragraphs of list items where nearly all of the story is in them and they read like sentences."""
    prose = [piece for piece in draft.prose() if piece.kind is not BlockKind.HEADING]
    items = [piece for piece in prose if piece.kind is BlockKind.LIST_ITEM]
    size = sum(piece.size for piece in items)
    if len(items) < MANY or size < MOSTLY * sum(piece.size for piece in prose) or size < MEAN_SIZE * len(items):
        return draft
    return draft.rewrite({piece.at: piece._replace(kind=BlockKind.PARAGRAPH, level=None) for piece in items})
