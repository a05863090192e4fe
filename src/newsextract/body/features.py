"""Content and Facts -> one row of measures for each passage: what the model judges by.

Nothing here knows a language or a site: sizes, shares, places, repetition, agreement with the metadata.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from newsextract.article import BlockKind
from newsextract.body.places import Places
from newsextract.body.surroundings import COLONS, Surroundings
from newsextract.content import Content, Piece
from newsextract.metadata.facts import Facts
from newsextract.text import fold, squeeze

SENTENCE_ENDS = tuple('.!?…。！？।॥؟۔"”“»’)」')
TAGS = {
    tag: code
    for code, tags in enumerate(
        ("p", "div section article main", "li", "h1", "h2", "h3", "h4 h5 h6", "blockquote", "td th", "dd dt",
         "figcaption",
         "span small cite em", "a", "button form label", "pre"), 1
    )
    for tag in tags.split()
}  # fmt: skip
QUESTIONS = ("?", "？", "؟")
SIGNS = {
    sign: code
    for code, signs in enumerate(("\"'“”„‟«»‘’‚‹›「『", "-–—―•·*▪►●‣→>", "([（【", "©@#"), 3)
    for sign in signs
}
SAMPLE = 200  # characters of a passage that are looked at one by one
START = 60  # characters by which a passage is looked up in other texts

OWN = (
    "size", "words", "linked", "bold", "tag", "heading", "closed", "prose", "italic", "ruled", "colon", "question",
    "digits", "capitals", "address", "first_sign", "stops",
)  # fmt: skip
PLACE = (
    "index_back", "index_share", "read", "left", "from_headline", "headlines_before", "repeats", "described", "in_body",
    "in_figure", "after_picture", "before_picture",
)  # fmt: skip
NEAR = ("size", "linked", "prose", "tag")
NEIGHBOURS = (-2, -1, 1, 2)
MASKS = ("mask_own", "mask_up", "mask_far")

NAMES: tuple[str, ...] = (
    *OWN,
    *PLACE,
    *Places.NAMES,
    *Surroundings.NAMES,
    *(f"n{offset:+d}_{name}" for offset in NEIGHBOURS for name in NEAR),
    *MASKS,
)
"""The columns of a row; the last three are bit masks of ``content.marks``."""

EDGE = 2
_OUTSIDE = (0, 0.0, 0.0, 0)  # the neighbour of the first and the last


class Measures:
    """What is measured of a page's passages.

    passages: those of the page in order. rows: the measures named ``NAMES``, by the number of the passage. around: what
    each stands among. forms: what the element of each looks like. headline: the number of the headline, -1 where none.
    """

    def __init__(self, content: Content, facts: Facts, wanted: set[int] | None = None) -> None:
        """Measure the passages (pieces with text) whose position is in ``wanted``, all where None."""
        passages = [piece for piece in content.pieces if piece.picture is None]
        self.passages = passages
        self.headline = headline(passages, facts)
        self.around = Surroundings(content.nodes, passages)
        places = Places(content.nodes, passages, self.headline)
        self.forms = places.forms
        self.rows = dict(self._rows(places, _Page(content, passages, facts, self.headline), wanted))

    def _rows(self, places: Places, page: _Page, wanted: set[int] | None) -> Iterator[tuple[int, list[float]]]:
        passages = self.passages
        near = [(piece.size, piece.linked, float(piece.prose), TAGS.get(piece.tag, 0)) for piece in passages]
        near = [*[_OUTSIDE] * EDGE, *near, *[_OUTSIDE] * EDGE]
        read, headings = 0.0, 0
        for number, piece in enumerate(passages):
            if wanted is None or piece.at in wanted:
                values = [*_own(piece), *page.of(number, piece, read, headings), *places.of(number)]
                values += self.around.of(number)
                for offset in NEIGHBOURS:
                    values += near[number + EDGE + offset]
                values += places.masks(number)
                yield number, values
            if piece.prose:
                read += piece.size
            if piece.level == 1 and piece.kind is BlockKind.HEADING:
                headings += 1


def _own(piece: Piece) -> tuple[float, ...]:
    text = piece.text
    start = text[:SAMPLE]
    large, small = sum(map(str.isupper, start)), sum(map(str.islower, start))
    return (
        piece.size,
        text.count(" ") + 1,
        piece.linked,
        piece.bold,
        TAGS.get(piece.tag, 0),
        float(piece.level or 0) if piece.kind is BlockKind.HEADING else 0.0,
        1.0 if text.endswith(SENTENCE_ENDS) else 0.0,
        1.0 if piece.prose else 0.0,
        piece.italic,
        1.0 if piece.ruled else 0.0,
        1.0 if text.endswith(COLONS) else 0.0,
        1.0 if text.endswith(QUESTIONS) else 0.0,
        sum(map(str.isdigit, start)) / len(start),
        large / (large + small or 1),
        1.0 if "@" in text or "://" in text or "www." in text else 0.0,
        _sign(text[0]),
        text.count(". "),
    )


def _sign(first: str) -> int:
    """Return a code for the first character of a passage: a capital or a letter without case is 0."""
    if first.isalpha():
        return 1 if first.islower() else 0
    return 2 if first.isdigit() else SIGNS.get(first, 7)


def headline(passages: list[Piece], facts: Facts) -> int:
    """Return the number of the passage that is the headline, a heading rather than a line; -1 where none is."""
    if facts.title:
        title = fold(facts.title)
        near = range(len(title) - 8, len(title) + 9)  # folding changes few characters
        same = [n for n, piece in enumerate(passages) if len(piece.text) in near and fold(piece.text) == title]
        headings = [n for n in same if passages[n].kind is BlockKind.HEADING]
        if same:
            return (headings or same)[0]
    return next((n for n, piece in enumerate(passages) if piece.kind is BlockKind.HEADING and piece.level == 1), -1)


class _Page:
    """Where a passage stands in the run of the page, and how it agrees with what the metadata says."""

    def __init__(self, content: Content, passages: list[Piece], facts: Facts, headline: int) -> None:
        self.count = len(passages)
        self.headline = headline
        self.prose = sum(piece.size for piece in passages if piece.prose) or 1
        self.repeats = Counter(piece.text for piece in passages)
        self.pictures = {piece.at for piece in content.pieces if piece.picture is not None}
        self.description = squeeze(facts.description or "")
        self.body = squeeze(facts.body or "")

    def of(self, number: int, piece: Piece, read: float, headings: int) -> tuple[float, ...]:
        """Return the measures named ``PLACE``. read: the size of the prose before; headings: the h1 before."""
        text = piece.text
        start = text[:START]
        described = self.description and (start in self.description or self.description[:START] in text)
        return (
            self.count - number,
            number / self.count,
            read / self.prose,
            (self.prose - read) / self.prose,
            number - self.headline if self.headline >= 0 else -999,
            headings,
            self.repeats[text],
            1.0 if described else 0.0,
            (1.0 if start in self.body else 0.0) if self.body else -1.0,
            0.0 if piece.figure is None else 1.0,
            1.0 if piece.at - 1 in self.pictures else 0.0,
            1.0 if piece.at + 1 in self.pictures else 0.0,
        )
