"""Document -> Story: which of the texts that a page carries in its data is the article's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsextract.article import BlockKind, Evidence
from newsextract.body.judge import LINKED, LINKED_SIZE, judge
from newsextract.content import Content, Piece, pieces
from newsextract.document import Document, parse
from newsextract.errors import UnparsableError
from newsextract.metadata import Facts
from newsextract.metadata.headline import grams, look
from newsextract.metadata.identity import Identity, identity
from newsextract.metadata.jsonld import articles
from newsextract.reasons import LINK_LINE
from newsextract.text import fold
from newsextract.urls import absolute
from newsextract.witness.hidden import hidden
from newsextract.witness.linked_data import bodies_of
from newsextract.witness.rendering import rendered
from newsextract.witness.scripts import states
from newsextract.witness.shapes import Shapes

MANY_PASSAGES, PASSAGES = 500, 8
"""How many of the largest passages of a state are asked for their title and address, and how many are read."""
MIN_SIZE = 250
"""Of the prose in a story's text; of articleBody, which says what it is, ``MIN_BODY``."""
MIN_BODY = 80
MIN_PROSE = 0.5
"""Share of a text that must read like sentences."""
TIMES = 3.0
"""So many times as long as what the markup shows must a text be to stand in its place."""
SHARED = 0.6
ABOUT = 0.4
"""Share of the title's words, or the description's, in a text that is the page's story."""
MIN_UNNAMED = 600
"""Size of a text that its words alone tie to the page."""
CERTAIN, LIKELY, POSSIBLE, UNSURE = 3.0, 2.0, 1.0, 0.5
"""How surely a text is the page's: it has the words of articleBody or of the markup's stub; it has the title or the
address; it speaks of what the title does; nothing is known of the page."""
SLUG = 8
SNIPPET, SNIPPETS = 24, 40
WORD = 4
CODE, MAX_CODE = "{};=<>\\_", 0.02
"""Signs of a program, and the share of a text from which it is one."""
MAX_ADDRESSES = 0.01
MOST = 0.8
"""Share of articleBody that a state must tell to be taken for it: its blocks say more than a string."""
STUB_SIZE = 400
ELLIPSES = ("…", "...", "[…]", "[...]", "…]")


class Story(NamedTuple):
    """A story that the visible markup does not hold.

    content: its pieces. source: of ``FieldInfo``: json_ld, script or hidden. title: what the data call it, None where
    they don't. text: all of it, folded for comparing. weight: how surely it is the page's, see ``CERTAIN``.
    """

    content: Content
    source: str
    title: str | None
    text: str
    size: int
    weight: float = CERTAIN

    @property
    def is_whole(self) -> bool:
        """Whether it looks like all of the story: the page's for sure, not cut short, and more than a few lines."""
        return self.weight > POSSIBLE and self.size >= STUB_SIZE and not self.text.endswith(ELLIPSES)


def story(document: Document, facts: Facts, shown: str) -> Story | None:
    """Return the page's story out of its data or hidden markup; None where they hold none.

    shown: the body that the markup shows, empty where none. A story has to hold most of it and to be several times as
    long. What nothing ties to the page (its title, description, address, articleBody) is not its story.
    """
    page = look(document)
    search = _Search(document, facts, shown, identity(page))
    told = search.linked(bodies_of(articles(page)))
    found = sorted(search.embedded(told), key=lambda one: one.size * one.weight, reverse=True)
    best = found[0] if found and (len(found) == 1 or found[0].weight > UNSURE) else None
    if best is not None and (told is None or best.size > MOST * told.size):
        return best
    return told or search.behind()


def link_lines(passages: Iterable[Piece]) -> dict[int, str]:
    """Return the positions of short paragraphs and headings that are one link: they lead to other stories."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
    lines = (piece for piece in passages if piece.kind in kinds and len(piece.text) < LINKED_SIZE)
    return {piece.at: LINK_LINE for piece in lines if piece.linked >= LINKED}


class _Search:
    """What the page says of itself, by which a text is known for its own."""

    def __init__(self, document: Document, facts: Facts, shown: str, own: Identity) -> None:
        self.document = document
        self.facts = facts
        self.shown = fold(shown)
        self.own = own

    def linked(self, bodies: list[tuple[str, str | None]]) -> Story | None:
        """Return the body that JSON-LD tells, if it is more than the description."""
        for html, title in bodies:
            found = self._read(html, "json_ld", title, MIN_BODY)
            if found is None or not self._fits(found):
                continue
            described = fold(self.facts.description or "")
            about = self._about(found.text)
            if len(bodies) > 1 and about is not None and about < ABOUT:
                continue
            if len(found.text) > len(described) + MIN_BODY or found.text[:MIN_BODY] not in described:
                return found
        return None

    def embedded(self, told: Story | None) -> Iterator[Story]:
        """Yield the stories in the state that scripts start from. told: what JSON-LD says."""
        for state in states(self.document):
            shapes = Shapes(state.values)
            ties = [(self._tie(shapes, number, told), number) for number in shapes.passages(MANY_PASSAGES)]
            ties.sort(key=lambda one: -one[0])  # the passages come by size, and stay so among their like
            for tie, number in ties[:PASSAGES]:
                if tie and (found := self._passage(shapes, number, tie, told, state.place)):
                    yield found

    def behind(self) -> Story | None:
        """Return the story in noscript, templates and shadow roots, judged as visible markup is."""
        found = self._read(hidden(self.document), "hidden", None, MIN_SIZE)
        if found is None:
            return None
        cuts = judge(found.content, self.facts).cuts
        left = (piece for piece in found.content.pieces if piece.at not in cuts)
        kept = tuple(piece._replace(at=number) for number, piece in enumerate(left))
        size = sum(piece.size for piece in kept if piece.prose)
        text = fold("\n".join(piece.text for piece in kept))
        found = found._replace(content=Content(kept, found.content.nodes), text=text, size=size)
        about = self._about(text)
        return found if size >= MIN_SIZE and self._fits(found) and (about is None or about >= ABOUT) else None

    def _read(
        self, html: str, source: str, title: str | None, least: int, place: Evidence | None = None
    ) -> Story | None:
        """Return a text as a story; None where it is too short, or no prose."""
        if len(html) < least:
            return None
        try:
            content = pieces(parse(f"<html><body><article>{html}</article></body></html>", self.document.url))
        except UnparsableError:
            return None
        content = Content(tuple(piece._replace(place=place) for piece in content.pieces), content.nodes)
        prose = sum(piece.size for piece in content.pieces if piece.prose)
        if prose < max(least, MIN_PROSE * sum(piece.size for piece in content.pieces)):
            return None
        text = fold("\n".join(piece.text for piece in content.pieces))
        if sum(map(text.count, CODE)) > MAX_CODE * len(text) or text.count("://") > MAX_ADDRESSES * len(text):
            return None
        return Story(content, source, title, text, prose)

    def _fits(self, found: Story) -> bool:
        """Whether a story may stand in the place of what the markup shows."""
        if not self.shown:
            return True
        return len(found.text) >= TIMES * len(self.shown) and shared(self.shown, found.text) >= SHARED

    def _tie(self, shapes: Shapes, number: int, told: Story | None) -> float:
        """Return how surely a passage is the page's by where it stands; 0 where it tells another story."""
        title = shapes.title(number)
        same = self.own.has_title(title) if title else None
        if same or self._is_here(shapes.urls(number)):
            return LIKELY
        known = bool(told or self.shown)  # its words will tell
        return POSSIBLE if known or not (shapes.parts[number].away or same is False) else 0.0

    def _passage(self, shapes: Shapes, number: int, tie: float, told: Story | None, place: Evidence) -> Story | None:
        """Return a passage as a story; None where its words are not the page's."""
        found = self._read(rendered(shapes, number), "script", shapes.title(number), MIN_SIZE, place)
        if found is None or not self._fits(found):
            return None
        if told is not None:
            return found._replace(weight=CERTAIN) if shared(told.text, found.text) >= SHARED else None
        if self.shown:
            return found._replace(weight=CERTAIN)
        if tie < LIKELY:
            about = self._about(found.text)
            if found.size < MIN_UNNAMED or (about is not None and about < ABOUT):
                return None
            tie = UNSURE if about is None else tie
        return found._replace(weight=tie)

    def _is_here(self, urls: list[str]) -> bool:
        """Whether one of some addresses is the page's, or the last part of it."""
        base = self.document.base
        if self.own.has_url(url for one in urls if (url := absolute(base, one))):
            return True
        parts = {part for url in self.own.urls if len(part := url.rpartition("/")[2]) >= SLUG}
        return any(url.strip("/").lower() in parts for url in urls)

    def _about(self, text: str) -> float | None:
        """Return the share of the words of title or description that a folded text has; None where there are none."""
        shares = [
            sum(word in text for word in told) / len(told)
            for line in (self.facts.title, self.facts.description)
            if line and (told := [word for word in grams(line) if len(word) >= WORD or not word.isascii()])
        ]
        return max(shares, default=None)


def shared(part: str, whole: str) -> float:
    """Return the share of a folded text, taken in samples, that stands word by word in another one."""
    starts = range(0, max(1, len(part) - SNIPPET + 1), max(SNIPPET, len(part) // SNIPPETS))
    return sum(part[at : at + SNIPPET] in whole for at in starts) / len(starts)
