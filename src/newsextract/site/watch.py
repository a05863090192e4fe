"""Habits and a page at hand -> what of it is furniture, and which places speak for or against a passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from newsextract.article import BlockKind, Cut, Evidence, Image
from newsextract.body.runs import SENTENCE_ENDS
from newsextract.clean import Draft
from newsextract.content import Piece
from newsextract.reasons import FURNITURE
from newsextract.site.habits import NOWHERE, Habits, Place, Sight, sights
from newsextract.site.story import digest, lines_of, observed, shown

_NONE: Mapping[int, Sight] = {}
FEWEST = 3
"""Stories, the one at hand among them, below which nothing is known to recur."""
SHARE = 0.3
"""Of the stories compared, in how many furniture stands at least."""
SLOT_FEWEST, SLOT_SHARE = 4, 0.5
"""The same of what stands among the paragraphs, each time after or before as many of them."""
OPENING_SHARE = 0.8
"""Of the stories compared, in how many a first paragraph stands: those of a series may be the same."""
ANY_FEWEST, ANY_SHARE, ANY_PROSE = 6, 0.6, 0.75
"""The same of what stands among the paragraphs, wherever, and of prose: stories on one event may share a sentence."""
AGREEING = 0.8
"""Of the stories with a text, how many have it in the same slot."""
FOREIGN = 0.2
"""Of the passages at a place, how many no other story may have there, if it is one of furniture."""
ANSWER = 25
"""Characters below which a sentence may be one that people say in many stories: "No."."""
NOT_PROSE = frozenset({BlockKind.HEADING, BlockKind.TABLE, BlockKind.CODE})
"""Kinds of text that recur in stories: "Ingredients" above a list, the first column of a table."""
BOLD = 0.5
WORDS = frozenset({"caption", "credit"})
LABELS = (":", "：")
PLACE = 1.0
"""Log odds by which a place speaks for or against what stands there, if all stories that have it agree."""
PLACE_FEWEST = 3
"""Stories that must have it."""
TEXT = -1.5
"""Log odds for a passage that so many stories have at the same place, and that was cut in all of them."""
TEXT_FEWEST = 3


@dataclass(frozen=True, slots=True)
class Watch:
    """What the habits of a host say of one page. where: what ``places`` tells of its pieces."""

    habits: Habits
    pieces: Sequence[Piece]
    where: Mapping[int, int]

    @property
    def lean(self) -> dict[int, float]:
        """Position of a passage -> log odds that its text and place add to the verdict on it."""
        pieces = (piece for piece in self.pieces if self.where[piece.at] in self.habits.places)
        return {piece.at: leaning for piece in pieces if (leaning := self._leaning(piece))}

    def look(self, draft: Draft) -> Draft:
        """Return the draft without furniture. What goes to fields is taken by then, and other noise is cut.

        Pages are compared with all others, and with those whose prose stands at the same place: templates differ.
        """
        story = observed(draft, self.where)
        others = self.habits.others(story)
        alike = {number for number in others if self.habits.mains[number] == story.main}
        for peers in (others, alike):
            if len(peers) >= FEWEST - 1:
                cuts = self._furniture(draft, peers, openings=peers is others)
                draft = self._without_pictures(draft.cut(cuts), peers)
        return draft

    def _furniture(self, draft: Draft, peers: Set[int], *, openings: bool) -> dict[int, str]:
        """Return the rule for each piece of furniture. openings: whether first paragraphs may be some."""
        lines = lines_of(draft, self.where)
        seen = {line.text: self._sights(line.text, peers) for line in lines.values()}
        recurring = {text for text, others in seen.items() if others}
        stories, cuts = len(peers) + 1, {}
        for (at, line), sight in zip(lines.items(), sights(list(lines.values()), recurring), strict=True):
            piece, others = draft.pieces[at], seen[line.text]
            if not openings and piece.prose and sight.kept and not sight.before:
                continue
            if _is_furniture(piece, sight, others, stories, self.habits.places.get(line.place, NOWHERE)):
                cuts[at] = told(len(others) + 1, stories)
        return cuts

    def _sights(self, text: int, peers: Set[int]) -> list[Sight]:
        """Return where the stories that a page is compared with have a text."""
        return [sight for number, sight in self.habits.texts.get(text, _NONE).items() if number in peers]

    def _without_pictures(self, draft: Draft, peers: Set[int]) -> Draft:
        """Return the draft without the pictures that recur with the same words, or without any; these words are cut."""
        stories = len(peers) + 1
        rules: dict[Image, str] = {}
        for image in draft.images:
            count = len(self.habits.pictures.get(shown(image), frozenset()) & peers) + 1
            if image.url and count >= FEWEST and count >= SHARE * stories:
                rules[image] = told(count, stories)
        if not rules:
            return draft
        images = tuple(image for image in draft.images if image not in rules)
        dropped = tuple(Cut(image.url or "", rule, _place(image, draft)) for image, rule in rules.items())
        words = {at: rule for image, rule in rules.items() for at in _words(image, draft)}
        left = {at: name for at, name in draft.taken.items() if at not in words}
        return replace(draft, images=images, dropped=dropped, taken=left, cuts={**draft.cuts, **words})

    def _leaning(self, piece: Piece) -> float:
        place = self.where[piece.at]
        seen = [sight for sight in self.habits.texts.get(digest(piece.text), _NONE).values() if sight.place == place]
        if len(seen) >= TEXT_FEWEST and not any(sight.kept for sight in seen):
            return TEXT
        known = self.habits.places[place]
        if known.kept + known.cut >= PLACE_FEWEST and not (known.kept and known.cut):
            return PLACE if known.kept else -PLACE
        return 0.0


def _is_furniture(piece: Piece, sight: Sight, others: Sequence[Sight], stories: int, place: Place) -> bool:
    """Whether a passage is furniture.

    others: where the stories have it that it is compared with; stories: how many these are, its own among them.
    """
    count = len(others) + 1
    if count < FEWEST or count < SHARE * stories:
        return False
    same = [other for other in others if other.place == sight.place]
    if len(same) >= FEWEST - 1 and (not sight.kept or 2 * sum(other.kept for other in same) < len(same)):
        return True  # it is none of their paragraphs
    if not sight.kept or piece.kind in NOT_PROSE or piece.bold >= BOLD or piece.text.endswith(LABELS):
        return False
    if len(same) >= FEWEST - 1 and place.lone < FOREIGN * place.lines:
        return True
    if piece.prose and not sight.before and count < OPENING_SHARE * stories:
        return False
    if count >= SLOT_FEWEST and count >= SLOT_SHARE * stories:
        above = sum(other.before == sight.before for other in others)
        below = sum(other.behind == sight.behind for other in others)
        if max(above, below) >= AGREEING * len(others):
            return True
    answer = piece.size < ANSWER and piece.text.endswith(SENTENCE_ENDS)
    return not answer and count >= ANY_FEWEST and count >= (ANY_PROSE if piece.prose else ANY_SHARE) * stories


def told(count: int, stories: int) -> str:
    """Return the rule's name with what was seen."""
    return f"{FURNITURE} (seen {count} of {stories})"


def _place(image: Image, draft: Draft) -> Evidence | None:
    """Return where a picture stands; None where only the page's data name it."""
    shown_at = (piece.place for piece in draft.pieces if piece.picture is not None and piece.picture.url == image.url)
    return next(shown_at, None)


def _words(image: Image, draft: Draft) -> Iterator[int]:
    """Yield the positions of the passages that caption and credit of a picture were taken from."""
    told_of = [words for words in (image.caption, image.credit) if words]
    for piece in draft.pieces:
        if draft.taken.get(piece.at) in WORDS and any(words in piece.text or piece.text in words for words in told_of):
            yield piece.at
