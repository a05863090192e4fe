"""Draft -> blocks of the body: pieces that belong together are joined, pictures and links find their addresses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from newsextract.article import Block, BlockKind, Evidence, Link
from newsextract.content import Node, Piece
from newsextract.content.tags import CELLS
from newsextract.urls import absolute


def blocks(pieces: Iterable[Piece], nodes: tuple[Node, ...], base: str | None) -> Iterator[Block]:
    """Yield the blocks of the body in order: cells become tables, all else one block a piece.

    base: the address that relative links are resolved against; None leaves them out where they are relative.
    """
    for table, group in groupby(pieces, key=lambda piece: _table(piece, nodes)):
        if table is not None:
            yield _table_block(list(group), nodes, base)
            continue
        for piece in group:
            yield Block(piece.kind, piece.text, piece.level, links(piece, base), piece.place)


def links(piece: Piece, base: str | None) -> tuple[Link, ...]:
    """Return the piece's links with full addresses; such as lead nowhere (script, mail, broken) are left out."""
    found = ((absolute(base, href), text) for href, text in piece.links)
    return tuple(Link(url, text) for url, text in found if url)


def _table(piece: Piece, nodes: tuple[Node, ...]) -> int | None:
    """Return the number of the table that a cell's text stands in; None where it is no cell of a data table."""
    return _above(piece.container, nodes, {"table"}) if piece.kind is BlockKind.TABLE and nodes else None


def _above(number: int, nodes: tuple[Node, ...], tags: Iterable[str]) -> int | None:
    while number >= 0:
        if nodes[number].tag in tags:
            return number
        number = nodes[number].parent
    return None


def _table_block(cells: list[Piece], nodes: tuple[Node, ...], base: str | None) -> Block:
    rows: list[str] = []
    for _, row in groupby(cells, key=lambda piece: _above(piece.container, nodes, {"tr"})):
        texts = groupby(row, key=lambda piece: _above(piece.container, nodes, CELLS))
        rows.append("\t".join(" ".join(piece.text.replace("\n", " ") for piece in cell) for _, cell in texts))
    place: Evidence | None = cells[0].place
    return Block(
        BlockKind.TABLE, "\n".join(rows), None, tuple(link for cell in cells for link in links(cell, base)), place
    )
