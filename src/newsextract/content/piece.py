"""Piece: one passage of a page or dump and what its place says of it. From here on nobody sees the tree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from newsextract.article import BlockKind, Evidence


@dataclass(frozen=True, slots=True)
class Picture:
    """An image element: where its best version is, its alternative text, the size that the markup declares."""

    url: str | None
    alt: str | None = None
    width: int | None = None
    height: int | None = None


class Piece(NamedTuple):
    """A passage of visible text, or a picture, in reading order.

    at: its position among the pieces of the page. text: clean; a single line break stays as a newline. kind: what the
    markup makes of it. level: of a heading, or the depth of a list item. tag: the nearest block element. linked and
    bold: the share (0 to 1) of its characters in links and in bold. marks: the word groups that classes, ids, roles
    and tags of its own element and of its ancestors name (``content.marks``), such as caption, credit, byline, share,
    related; own: only those of its element and the next above; named: those of its element alone, as bits. container:
    number of its element in ``Content.nodes``; parent: that of the element above. figure: number of the figure that
    holds it, None outside. links: the address as written and the words of each. place: where it stood. size: how much
    it says, see ``prose.size``; prose: whether it reads like sentences.
    """

    at: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    tag: str = "p"
    linked: float = 0.0
    bold: float = 0.0
    marks: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    container: int = 0
    figure: int | None = None
    links: tuple[tuple[str, str], ...] = ()
    place: Evidence | None = None
    picture: Picture | None = None
    size: int = 0
    prose: bool = False
    parent: int = -1
    italic: float = 0.0
    ruled: bool = False
    named: int = 0


class Node:
    """A block element as the walk measured it: its place in the tree and the sums over all that it holds."""

    level: int | None = None  # of the heading or list item that it is
    figure: int | None = None  # number of the figure that holds it
    chars = 0  # size of the text in it and below, see ``prose.size``
    linked = 0.0  # of it in links
    prose = 0  # of it in pieces that read like sentences
    pieces = 0  # pieces with text in it and below
    pictures = 0

    def __init__(self, tag: str, words: str, own: int, parent: int, above: Node | None, line: int | None) -> None:
        self.tag = tag
        self.words = words  # the class as written
        self.own = own  # bits of its own class, id, role, itemprop and tag
        self.parent = parent  # number of the next block element above; -1 at the top
        self.line = line  # of the source
        if above is None:
            self.mask, self.depth, self.kind, self.lists = own, 0, BlockKind.PARAGRAPH, 0
        else:
            self.mask = own | above.mask  # its own bits and those of all ancestors
            self.depth = above.depth + 1
            self.kind = above.kind  # what text right in it is
            self.lists = above.lists  # lists around it
            if above.level is not None:
                self.level = above.level


MAX_PIECES = 50_000
"""Of a page or dump; a live blog of a whole day has 5,000."""


@dataclass(frozen=True, slots=True)
class Content:
    """The pieces of a page or dump in reading order, and the tree of block elements that held them.

    surplus: the text behind ``MAX_PIECES``, which nobody judges, or a page of letters would take minutes.
    """

    pieces: tuple[Piece, ...]
    nodes: tuple[Node, ...] = ()
    surplus: str = ""
