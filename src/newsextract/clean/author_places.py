"""Where a page names its author: the short passages around the headline, and at the foot of the story."""

from __future__ import annotations

from functools import cached_property

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.reasons import LINK_LINE, UNNAMED

ABOVE, BELOW = 4, 25  # passages before and after the headline that may be the byline
OVER = 8  # passages right above a story far below its headline
OPENING, CLOSING = 2, 2  # passages of the story at either end that may be it
BEHIND = 8  # passages behind the story that may be it
MAX_LINE = 140
NOT_HERE = frozenset(
    {"comments", "related", "tag-nav", "caption", "tag-figure", "tag-quote", "quote", "newsletter", "consent", "cmp"}
)
"""Marks of places whose names are not the author's."""

LINKED_OR_UNNAMED = frozenset({UNNAMED, LINK_LINE})
"""Rules under which an author's line is cut: a name is often a link to more of the author."""


class Places:
    """The passages of a draft by where they stand to the headline and the story."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.body = [piece for piece in draft.prose() if piece.kind is not BlockKind.TABLE]
        self.elsewhere = NOT_HERE - self.body[len(self.body) // 2].marks if self.body else NOT_HERE

    @cached_property
    def near(self) -> list[tuple[Piece | None, Piece]]:
        """The short passages around the headline, each with the one before; those below it first."""
        if not self.body:
            return []
        first = self.body[0].at
        titles = [at for at, field in self.draft.taken.items() if field == "title" and at < first]
        title = max(titles, default=first - BELOW)
        inside = self.body[min(OPENING, len(self.body)) - 1].at
        below = self.zone(title + 1, min(max(inside, first), title + BELOW + OPENING))
        opening = self.zone(first - OVER, inside) if first > title + BELOW else []
        return [*below, *opening, *reversed(self.zone(title - ABOVE, title - 1))]

    @cached_property
    def far(self) -> list[tuple[Piece | None, Piece]]:
        """The short passages at the end of the story and behind it."""
        if len(self.body) <= OPENING:
            return []
        return self.zone(self.body[-min(CLOSING, len(self.body) - OPENING)].at, self.body[-1].at + BEHIND)

    def zone(self, first: int, last: int) -> list[tuple[Piece | None, Piece]]:
        """Return the passages from one position to another that may name an author, each with the one before."""
        found: list[tuple[Piece | None, Piece]] = []
        before = None
        for piece in self.draft.pieces[max(0, first - 1) : last + 1]:
            if piece.picture is None:
                if piece.at >= first and self.may_name(piece):
                    found.append((before, piece))
                before = piece
        return found

    def may_name(self, piece: Piece) -> bool:
        """Whether a passage is short, of no other field and not where other people are named."""
        if len(piece.text) > MAX_LINE or piece.figure is not None or piece.marks & self.elsewhere:
            return False
        free = self.draft.taken.get(piece.at, "byline") == "byline"
        return free and self.draft.cuts.get(piece.at, UNNAMED) in LINKED_OR_UNNAMED
