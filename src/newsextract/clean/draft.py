"""Draft: an article in the making. A stage takes one and returns a new one; no piece is ever lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from newsextract.article import Cut, Image, Note
from newsextract.content.piece import Piece
from newsextract.metadata.facts import Facts
from newsextract.reasons import UNNAMED


@dataclass(frozen=True, slots=True)
class Draft:
    """Pieces and what became of each.

    pieces: all of the page, in order. facts: what the metadata says; a stage that settles a field replaces it there.
    cuts: position of a piece -> name of the rule that cut it. taken: position -> the field (title, summary, caption,
    credit, byline, date, note ...) that it went to. What is in neither is the body. standfirst: positions of the pieces
    that were judged to be the standfirst. dropped: pictures that a stage took out of ``images``, by their addresses.
    """

    pieces: tuple[Piece, ...]
    facts: Facts = field(default_factory=Facts)
    cuts: Mapping[int, str] = field(default_factory=dict)
    taken: Mapping[int, str] = field(default_factory=dict)
    images: tuple[Image, ...] = ()
    notes: tuple[Note, ...] = ()
    standfirst: tuple[int, ...] = ()
    dropped: tuple[Cut, ...] = ()

    def body(self) -> Iterator[Piece]:
        """Yield the pieces that are still the story, pictures among them."""
        cuts, taken = self.cuts, self.taken  # looked up once: every stage asks for every piece
        return (piece for piece in self.pieces if piece.at not in cuts and piece.at not in taken)

    def prose(self) -> Iterator[Piece]:
        """Yield the pieces with text that are still the story."""
        cuts, taken = self.cuts, self.taken
        return (
            piece for piece in self.pieces if piece.at not in cuts and piece.at not in taken and piece.picture is None
        )

    def lines(self, size: int) -> Iterator[Piece]:
        """Yield the short pieces that are the story, or that only the model cut: a rule may name them better."""
        cuts, taken = self.cuts, self.taken
        return (
            piece
            for piece in self.pieces
            if len(piece.text) <= size and cuts.get(piece.at, UNNAMED) == UNNAMED and piece.at not in taken
        )

    def cut(self, cuts: Mapping[int, str]) -> Draft:
        """Return the draft without these pieces; what is cut by a named rule, or taken, keeps its first name."""
        new = {at: rule for at, rule in cuts.items() if self.cuts.get(at, UNNAMED) == UNNAMED and at not in self.taken}
        return replace(self, cuts={**self.cuts, **new}) if new else self

    def take(self, taken: Mapping[int, str]) -> Draft:
        """Return the draft with these pieces given to fields, also such as were cut before."""
        left = {at: rule for at, rule in self.cuts.items() if at not in taken}
        return replace(self, cuts=left, taken={**self.taken, **taken}) if taken else self

    def restore(self, positions: set[int]) -> Draft:
        """Return the draft with these pieces back in the body."""
        return replace(self, cuts={at: rule for at, rule in self.cuts.items() if at not in positions})

    def rewrite(self, pieces: Mapping[int, Piece]) -> Draft:
        """Return the draft with some pieces replaced at their positions."""
        return replace(self, pieces=tuple(pieces.get(piece.at, piece) for piece in self.pieces)) if pieces else self


Stage = Callable[[Draft], Draft]
