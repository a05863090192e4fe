"""Draft -> View: what the detectors ask of a page, each answered at most once and only when somebody asks."""

from __future__ import annotations

from bisect import bisect
from dataclasses import dataclass
from functools import cached_property
from itertools import islice
from urllib.parse import urlsplit

from newsextract.article import PROSE, BlockKind
from newsextract.clean import Draft
from newsextract.clean.matchers import names
from newsextract.clean.phrases import key
from newsextract.content import Piece

FEW = 1500  # characters: more than a page has that is nothing but a message
MOST = 4000  # characters: no message is as long
LINKED = 0.5
SEARCHED = 80  # passages of a page, in which its message must stand
MESSAGE_SIZE = 600
HEADLINE_SIZES = range(25, 201)
HEADING_SIZES = range(8, 201)  # of one that is a heading
HEADLINE_LINKED = 0.8
AFTER = 30  # passages below the body, menus among them, that are looked at
BEFORE = 6  # passages above the body in which the headline of its first paragraph may stand
MARKED_SOURCES = frozenset({"json_ld", "opengraph", "microdata", "meta"})
STORY_ENDINGS = ("article", "posting", "report", "review", "recipe")
BESIDE = frozenset({"related", "aside", "nav", "promo"})
LIST_KINDS = frozenset({"CollectionPage", "ItemList", "SearchResultsPage"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What came with the page: its address, the HTTP status and the markup; None and empty where unknown."""

    address: str | None = None
    http: int | None = None
    markup: str = ""


@dataclass(frozen=True)
class View:
    """A page as the detectors see it: the finished draft and what came with the page."""

    draft: Draft
    answer: Answer

    @cached_property
    def body(self) -> tuple[Piece, ...]:
        """The passages of the body."""
        return tuple(self.draft.prose())

    @cached_property
    def story(self) -> tuple[Piece, ...]:
        """The paragraphs of the body; where it has none its headings, tables and code."""
        return tuple([piece for piece in self.body if piece.kind in PROSE]) or self.body

    @cached_property
    def size(self) -> int:
        """How much the body says, in characters of an alphabet."""
        return sum(piece.size for piece in self.story)

    @cached_property
    def texts(self) -> tuple[Piece, ...]:
        """All passages with text, in order."""
        return tuple([piece for piece in self.draft.pieces if piece.picture is None])

    @cached_property
    def after(self) -> tuple[Piece, ...]:
        """The nearest passages below the body; the first of the page where there is none."""
        last = self.story[-1].at if self.story else -1
        below = self.draft.pieces[bisect(self.draft.pieces, last, key=lambda piece: piece.at) :]
        return tuple(islice((piece for piece in below if piece.picture is None), AFTER))

    @cached_property
    def headlines(self) -> tuple[Piece, ...]:
        """The passages that are a link of a headline's size, outside of menus."""
        return tuple(filter(leads, self.texts))

    @cached_property
    def led(self) -> int:
        """How many paragraphs of the body have a linked headline between them and the one before."""
        linked = [piece.at for piece in self.headlines]
        found, start = 0, self.story[0].at - BEFORE if self.story else 0
        for piece in self.story:
            found += bisect(linked, start) < bisect(linked, piece.at)
            start = piece.at
        return found

    @cached_property
    def shown(self) -> int:
        """How much the page says besides its links, in characters."""
        return sum(piece.size for piece in self.texts if piece.linked < LINKED)

    @cached_property
    def captioned(self) -> int:
        """How many pictures of the page have a caption that leads nowhere."""
        pictured = {piece.figure for piece in self.draft.pieces if piece.picture is not None} - {None}
        told = (piece for piece in self.texts if piece.figure in pictured and not piece.linked)
        return len({piece.figure for piece in told if "caption" in piece.own and not piece.marks & BESIDE})

    @cached_property
    def is_story(self) -> bool:
        """Whether the page says of itself that it is an article."""
        kinds = self.draft.facts.kinds
        if kinds & LIST_KINDS:
            return False
        if any(kind.casefold().endswith(STORY_ENDINGS) for kind in kinds):
            return True
        published = self.draft.facts.fields.get("published")
        return published is not None and published.source in MARKED_SOURCES

    @cached_property
    def path(self) -> str | None:
        """The path of the page's address without slashes at its ends, "" for a front page; None where unknown."""
        address = self.answer.address or self.draft.facts.canonical_url
        if address is None:
            return None
        try:
            parts = urlsplit(address)
        except ValueError:
            return None
        return parts.path.strip("/").casefold() + ("?" + parts.query if parts.query else "")

    @cached_property
    def titles(self) -> frozenset[str]:
        """The title in all its forms, as whole lines are compared."""
        facts = self.draft.facts
        return frozenset(key(form) for form in (facts.title, *facts.titles) if form)

    def saying(self, lexicon: str) -> tuple[Piece, ...]:
        """Return the passages near the top of the page that have words of this file of the lexicon."""
        return tuple(piece for piece in self.texts[:SEARCHED] if says(piece, lexicon))

    def is_all(self, lexicon: str, rest: int) -> bool:
        """Whether the body has less than so much besides passages with words of this file of the lexicon."""
        if self.size < rest or self.size >= MOST:
            return self.size < rest
        for piece in self.story:
            rest -= 0 if says(piece, lexicon) else piece.size
            if rest <= 0:
                return False
        return True


def says(piece: Piece, lexicon: str) -> bool:
    """Whether a passage of a message's length has words of this file of the lexicon."""
    return len(piece.text) <= MESSAGE_SIZE and names(piece.text, lexicon)


def leads(piece: Piece) -> bool:
    """Whether a passage is a link of a headline's size."""
    sizes = HEADING_SIZES if piece.kind is BlockKind.HEADING else HEADLINE_SIZES
    return piece.linked >= HEADLINE_LINKED and piece.size in sizes
