"""Content and Facts -> one row of measures for each passage: what the model judges by.

Nothing here knows a language or a site: sizes, shares, places, repetition, agreement with the metadata. Of some 110
measures that were tried these are the ones without which held-out pages come out worse.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from newsextract.article import BlockKind
from newsextract.body.places import FORMLESS, Form, Places
from newsextract.body.runs import SAMPLE, Runs, capitals, look_of_line
from newsextract.body.surroundings import Surroundings
from newsextract.content import Content, Piece
from newsextract.metadata.facts import Facts
from newsextract.text import fold, squeeze

TAGS = {
    tag: code
    for code, tags in enumerate(
        ("p", "div section article main", "li", "h1", "h2", "h3", "h4 h5 h6", "blockquote", "td th", "dd dt",
         "figcaption",
         "span small cite em", "a", "button form label", "pre"), 1
    )
    for tag in tags.split()
}  # fmt: skip
START = 60  # characters by which a passage is looked up in the structured data
NO_HEADLINE = -999

OWN = ("words", "linked", "tag", "heading", "italic", "capitals")
PLACE = ("read", "left", "from_headline", "repeats", "in_body", "in_figure", "after_picture", "next_linked")
MASKS = ("mask_own", "mask_up", "mask_far")


def names(kind: str) -> tuple[str, ...]:
    """Return the columns of a row for a ``page`` or a ``dump``; the last three are bit masks of ``content.marks``."""
    if kind == "dump":
        return *Runs.NAMES, *MASKS
    return *OWN, *PLACE, *Places.NAMES, *Surroundings.NAMES, *MASKS


class Measures:
    """What is measured of a page's or dump's passages.

    passages: those with text in order. rows: the measures that ``names`` names, by the number of the passage. around:
    what each stands among. forms: what the element of each looks like. headline: its number, -1 where none is known.
    """

    def __init__(self, content: Content, facts: Facts, wanted: set[int] | None = None) -> None:
        """Measure the passages (pieces with text) whose position is in ``wanted``, all where None."""
        passages = [piece for piece in content.pieces if piece.picture is None]
        self.passages = passages
        self.headline = headline(passages, facts)
        self.around = Surroundings(content.nodes, passages)
        self.forms: list[Form] = [FORMLESS] * len(passages)
        asked = [number for number, piece in enumerate(passages) if wanted is None or piece.at in wanted]
        rows = self._of_page(content, facts, asked) if content.nodes else self._of_lines(asked)
        self.rows = dict(zip(asked, rows, strict=True))

    def _of_page(self, content: Content, facts: Facts, asked: Sequence[int]) -> Iterator[list[float]]:
        passages, around = self.passages, self.around
        page = _Page(content, passages, facts, self.headline)
        places = Places(content.nodes, passages)
        self.forms = places.forms
        for number in asked:
            values = [*_own(passages[number]), *page.of(number), *places.of(number), *around.of(number)]
            values += places.masks(number)
            yield values

    def _of_lines(self, asked: Sequence[int]) -> Iterator[list[float]]:
        runs = Runs(self.passages, [look_of_line(piece) for piece in self.passages])
        for number in asked:
            yield [*runs.of(number), 0, 0, 0]


def _own(piece: Piece) -> tuple[float, ...]:
    text = piece.text
    return (
        text.count(" ") + 1,
        piece.linked,
        TAGS.get(piece.tag, 0),
        float(piece.level or 0) if piece.kind is BlockKind.HEADING else 0.0,
        piece.italic,
        capitals(text[:SAMPLE]),
    )


def headline(passages: Sequence[Piece], facts: Facts) -> int:
    """Return the number of the passage that is the headline, a heading rather than a line; -1 where none is."""
    if facts.title:
        title = fold(facts.title)
        near = range(len(title) - 8, len(title) + 9)  # folding changes few characters
        same = [n for n, piece in enumerate(passages) if len(piece.text) in near and fold(piece.text) == title]
        headings = [n for n in same if passages[n].kind is BlockKind.HEADING]
        if same:
            return (headings or same)[0]
        wholes = {whole for form in facts.titles if title in (whole := fold(form))}  # with a kicker inside
        for n, piece in enumerate(passages):
            if piece.kind is BlockKind.HEADING and fold(piece.text) in wholes:
                return n
    return next((n for n, piece in enumerate(passages) if piece.kind is BlockKind.HEADING and piece.level == 1), -1)


class _Page:
    """Where a passage stands in the run of the page, and how it agrees with what the metadata says."""

    def __init__(self, content: Content, passages: Sequence[Piece], facts: Facts, headline: int) -> None:
        self.passages = passages
        self.headline = headline
        self.repeats = Counter(piece.text for piece in passages)
        self.pictures = {piece.at for piece in content.pieces if piece.picture is not None}
        self.body = squeeze(facts.body or "")
        self.read = [0.0]
        for piece in passages:
            self.read.append(self.read[-1] + (piece.size if piece.prose else 0))
        self.prose = self.read[-1] or 1.0

    def of(self, number: int) -> tuple[float, ...]:
        """Return the measures named ``PLACE``."""
        piece = self.passages[number]
        read = self.read[number]
        follows = number + 1
        return (
            read / self.prose,
            (self.prose - read) / self.prose,
            number - self.headline if self.headline >= 0 else NO_HEADLINE,
            self.repeats[piece.text],
            (1.0 if piece.text[:START] in self.body else 0.0) if self.body else -1.0,
            0.0 if piece.figure is None else 1.0,
            1.0 if piece.at - 1 in self.pictures else 0.0,
            self.passages[follows].linked if follows < len(self.passages) else 0.0,
        )
