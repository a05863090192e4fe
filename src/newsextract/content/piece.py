"""Piece: one passage of a page or dump and what its place says of it. From here on nobody sees the tree."""

from __future__ import annotations

from dataclasses import dataclass

from newsextract.article import BlockKind, Evidence, Link


@dataclass(frozen=True, slots=True)
class Picture:
    """An image element: where its best version is, its alternative text, the size that the markup declares."""

    url: str | None
    alt: str | None = None
    width: int | None = None
    height: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A passage of visible text, or a picture, in reading order.

    at: its position among the pieces of the page. text: clean; a single line break stays as a newline. kind: what the
    markup makes of it. level: of a heading, or the depth of a list item. tag: the nearest block element. linked and
    bold: the share (0 to 1) of its characters in links and in bold. marks: the word groups that classes, ids, roles
    and tags around it name (``content.marks``), such as caption, credit, byline, share, related. container: number of
    its parent node, equal for siblings. figure: number of the figure that holds it, None outside.
    """

    at: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    tag: str = "p"
    linked: float = 0.0
    bold: float = 0.0
    marks: frozenset[str] = frozenset()
    container: int = 0
    figure: int | None = None
    links: tuple[Link, ...] = ()
    place: Evidence | None = None
    picture: Picture | None = None
