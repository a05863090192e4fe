"""The passages above the story -> which are its standfirst: learned, as the first paragraph may look just like it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsextract.article import BlockKind
from newsextract.body.features import TAGS, Measures
from newsextract.body.model import LeadModel, probability
from newsextract.body.runs import SENTENCE_ENDS
from newsextract.content import Content, Node, Piece
from newsextract.content.marks import bits
from newsextract.metadata.facts import Facts
from newsextract.text import bare, fold

NAMES: tuple[str, ...] = (
    *("from_headline", "prose_between", "up_to_next", "same_parent", "same_tag", "same_class", "to_next", "pictures"),
    *("bold", "next_bold", "italic", "size", "next_size", "size_share"),
    *("is_summary", "is_description", "is_described", "opens_body", "next_opens_body", "dateline", "next_dateline"),
    *("own_standfirst", "standfirst", "own_body", "body", "header", "next_body", "next_standfirst"),
    *("heading", "tag", "list_item", "ruled", "next_ruled", "stops", "closed", "cut_short", "no_headline", "linked"),
    *("byline_below", "byline_above", "key_points"),
)
"""The measures that tell a standfirst from a first paragraph."""

REACH = 30  # passages from the headline, or from the first of the story, among which it is looked for
AHEAD = 25  # and how far from it the next prose may stand
LEAST = 20  # characters
POINT = 0.6  # the probability from which the items of a list are key points: few stories begin with a list
NAMED_POINT = 0.3  # where markup calls them so
POINTS = 12  # and how many there are at the most
OPENING = 40
NO_HEADLINE = 50
CAPTIONS = frozenset({"caption", "credit", "tag-figure"})
ELLIPSES = ("…", "...")
DATELINE = re.compile(r"[^.!?]{2,60}?(?:\s[-–—―]\s|\s?[-–—]{1,2}\s|\)\s?[-–—:])")
_STANDFIRST, _BODY = bits(["standfirst"]), bits(["body", "prop-body"])
_KEY_POINTS = bits(["keypoints"])
_HEADER, _TOP = bits(["header", "tag-header", "headline"]), bits(["byline", "date"])


def standfirst(
    content: Content, facts: Facts, measures: Measures, cut: Sequence[bool], model: LeadModel
) -> Iterator[int]:
    """Yield the positions of the passages that are the story's standfirst, or its key points.

    cut: for each passage whether it is none of the story. What is asked ends with the first paragraph of the story: the
    first passage of prose that is kept, and that the model takes for no standfirst.
    """
    passages = measures.passages
    first = next((number for number, gone in enumerate(cut) if not gone), None)
    if first is None or not content.nodes:
        return
    ask = Lead(content.nodes, facts, measures)
    start = measures.headline + 1 if 0 <= measures.headline <= first else first
    title = bare(facts.title or "")
    lists = measures.around.list_of
    seen: set[int] = set()
    for number in range(start, min(len(passages), start + REACH)):
        piece = passages[number]
        if piece.figure is not None or piece.own & CAPTIONS or bare(piece.text) == title:
            continue
        if (group := lists.get(number)) is not None:
            if group not in seen:
                items = [
                    other for other in range(number, min(len(passages), number + POINTS)) if lists.get(other) == group
                ]
                seen.add(group)
                named = content.nodes[piece.container].mask & _KEY_POINTS
                limit = NAMED_POINT if named else POINT
                if not all(cut[other] for other in items) and _mean(model, ask, items) >= limit:
                    yield from (passages[other].at for other in items)
        elif len(piece.text) >= LEAST and (piece.prose or not cut[number]):
            if probability(model.forest(ask.of(number))) >= model.threshold:
                yield piece.at
            elif not cut[number] and piece.prose:
                return


def _mean(model: LeadModel, ask: Lead, numbers: Sequence[int]) -> float:
    """Return how likely the items of one list are key points: they are all, or none is."""
    return sum(probability(model.forest(ask.of(number))) for number in numbers) / len(numbers)


class Lead:
    """The measures of passages above a story."""

    def __init__(self, nodes: tuple[Node, ...], facts: Facts, measures: Measures) -> None:
        self.nodes = nodes
        self.passages = measures.passages
        self.around = measures.around
        self.headline = measures.headline
        self.summary = {bare(line) for line in (facts.summary or "").split("\n")} - {""}
        self.description = bare(facts.description or "")
        self.body = fold((facts.body or "")[:4000])

    def of(self, number: int) -> list[float]:
        """Return the measures named ``NAMES`` of a passage."""
        passages, headline = self.passages, self.headline
        piece = passages[number]
        node = self.nodes[piece.container]
        following = self._next_prose(number)
        follows = passages[following] if following is not None else None
        above = range(max(0, headline + 1), number)
        return [
            number - headline if headline >= 0 else NO_HEADLINE,
            sum(passages[other].prose for other in above),
            self.around.up(number, following) if following is not None else 0,
            *self._beside(piece, node, follows),
            following - number if following is not None else -1 - number,
            follows.at - piece.at - (following - number) if follows is not None and following is not None else 0,
            piece.bold,
            follows.bold if follows else 0.0,
            piece.italic,
            piece.size,
            follows.size if follows else 0,
            piece.size / (follows.size if follows else 1),
            *self._told(piece, follows),
            *self._marked(node, follows),
            float(piece.level or 0) if piece.kind is BlockKind.HEADING else 0.0,
            TAGS.get(piece.tag, 0),
            piece.kind is BlockKind.LIST_ITEM,
            piece.ruled,
            follows.ruled if follows else False,
            piece.text.count(". "),
            piece.text.endswith(SENTENCE_ENDS),
            piece.text.endswith(ELLIPSES),
            headline < 0,
            piece.linked,
            self._names_maker(range(number + 1, following)) if following is not None else False,
            self._names_maker(above),
            bool(node.mask & _KEY_POINTS),
        ]

    def _next_prose(self, number: int) -> int | None:
        text = self.passages[number].text
        for other in range(number + 1, min(len(self.passages), number + AHEAD)):
            piece = self.passages[other]
            if piece.prose and piece.linked < 0.5 and piece.text != text:
                return other
        return None

    def _beside(self, piece: Piece, node: Node, follows: Piece | None) -> tuple[float, ...]:
        if follows is None:
            return 0.0, 0.0, 0.0
        other = self.nodes[follows.container]
        return float(follows.parent == piece.parent), float(follows.tag == piece.tag), float(other.words == node.words)

    def _told(self, piece: Piece, follows: Piece | None) -> tuple[float, ...]:
        """Return how a passage agrees with what the metadata says, and whether it or the next has a dateline."""
        text, description = bare(piece.text), self.description
        described = bool(description) and (
            text.startswith(description[:OPENING]) or description.startswith(text[:OPENING])
        )
        return (
            float(text in self.summary),
            float(bool(description) and text == description),
            float(described),
            self._opens_body(piece),
            self._opens_body(follows) if follows is not None else -1.0,
            float(bool(DATELINE.match(piece.text))),
            float(follows is not None and bool(DATELINE.match(follows.text))),
        )

    def _opens_body(self, piece: Piece) -> float:
        """Return 1 where the text in the structured data begins with a passage, .5 where it holds it, -1 without."""
        if not self.body:
            return -1.0
        start = fold(piece.text[: 2 * OPENING])[:OPENING]
        return 1.0 if self.body.startswith(start) else 0.5 if start in self.body else 0.0

    def _marked(self, node: Node, follows: Piece | None) -> tuple[float, ...]:
        other = self.nodes[follows.container] if follows is not None else None
        return (
            float(bool(node.own & _STANDFIRST)),
            float(bool(node.mask & _STANDFIRST)),
            float(bool(node.own & _BODY)),
            float(bool(node.mask & _BODY)),
            float(bool(node.mask & _HEADER)),
            float(other is not None and bool(other.mask & _BODY)),
            float(other is not None and bool(other.own & _STANDFIRST)),
        )

    def _names_maker(self, numbers: range) -> bool:
        return any(self.nodes[self.passages[number].container].own & _TOP for number in numbers)
