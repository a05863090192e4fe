"""What the walk leaves -> Content: what each block element holds is added up, and pieces are told where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsextract.article import BlockKind, Evidence
from newsextract.content.marks import bits, marks
from newsextract.content.piece import MAX_PIECES, Content, Node, Picture, Piece
from newsextract.content.tags import CELLS

FIGURE_SIZE = 1500
FIGURE_PIECES = 8
_PICTURE = bits(["picture", "tag-figure"])

Run = tuple[str, int, int, float, float, float, bool, tuple[tuple[str, str], ...], Picture | None, bool]
"""A piece as the walk leaves it: its text, its size, the number of its container, the shares of it in links, bold and
italics, whether a line stands above it, its links, its picture, whether it is prose."""


def summed(runs: Sequence[Run], nodes: Sequence[Node]) -> Content:
    """Return the pieces and the block elements of a page with all that their place says of them."""
    surplus = "\n".join([run[0] for run in runs[MAX_PIECES:] if run[0]])
    runs = runs[:MAX_PIECES]
    _sum_up(runs, nodes)
    return Content(tuple(_pieces(runs, nodes)), tuple(nodes), surplus)


def _sum_up(runs: Sequence[Run], nodes: Sequence[Node]) -> None:
    """Add up what each node holds, itself and below; children come after their parents."""
    count = len(nodes)
    pieces, chars, prose, pictures = [0] * count, [0] * count, [0] * count, [0] * count
    linked = [0.0] * count
    for _, amount, container, share, _, _, _, _, picture, is_prose in runs:
        if picture is not None:
            pictures[container] += 1
            continue
        pieces[container] += 1
        chars[container] += amount
        if share:
            linked[container] += share * amount
        if is_prose:
            prose[container] += amount
    for number in range(count - 1, 0, -1):
        if pieces[number] or pictures[number]:
            parent = nodes[number].parent
            pieces[parent] += pieces[number]
            chars[parent] += chars[number]
            linked[parent] += linked[number]
            prose[parent] += prose[number]
            pictures[parent] += pictures[number]
    for number, node in enumerate(nodes):
        if pieces[number] or pictures[number]:  # in others nothing stands that would ask
            node.pieces, node.chars, node.linked = pieces[number], chars[number], linked[number]
            node.prose, node.pictures = prose[number], pictures[number]
            node.figure = _figure(number, node, nodes)
            if node.kind is BlockKind.TABLE:
                node.kind = _kind_in_table(node, nodes)


def _figure(number: int, node: Node, nodes: Sequence[Node]) -> int | None:
    """Return the number of the outermost node around one set of pictures and its words."""
    above = nodes[node.parent].figure if node.parent >= 0 else None
    if not (node.pictures or node.tag == "figure") or (above is not None and nodes[above].pictures <= 1):
        return above
    is_figure = node.own & _PICTURE and node.chars <= FIGURE_SIZE and node.pieces <= FIGURE_PIECES
    return number if is_figure or (node.tag == "figure" and node.chars <= FIGURE_SIZE) else above


def _kind_in_table(node: Node, nodes: Sequence[Node]) -> BlockKind:
    """Tell tables of data from those that only lay out the page: text in the latter is ordinary text."""
    if node.tag not in CELLS:
        return nodes[node.parent].kind
    return BlockKind.PARAGRAPH if node.chars > 300 or node.prose > 200 else BlockKind.TABLE


def _pieces(runs: Sequence[Run], nodes: Sequence[Node]) -> Iterator[Piece]:
    places: dict[int, Evidence] = {}
    for at, (text, amount, container, linked, bold, italic, ruled, links, picture, prose) in enumerate(runs):
        node = nodes[container]
        parent = nodes[node.parent] if node.parent >= 0 else None
        place = places.get(container)
        if place is None:
            path = _path(node.tag, node.words, *((parent.tag, parent.words) if parent else ("", "")))
            place = places[container] = Evidence(node.line, path)
        yield Piece(
            at, text, node.kind if picture is None else BlockKind.IMAGE, node.level, node.tag, linked, bold,
            marks(node.mask), marks(node.own | parent.own if parent else node.own), container,
            node.figure, links, place, picture, amount, prose, node.parent, italic, ruled, node.own,
        )  # fmt: skip


@lru_cache(maxsize=4096)  # most pieces stand in a list or in a row of paragraphs
def _path(tag: str, words: str, above: str, words_above: str) -> str:
    """Return an element and the block above it, each with its first class, as a CSS selector; "" for none above."""
    return f"{_label(above, words_above)} > {_label(tag, words)}" if above else _label(tag, words)


def _label(tag: str, words: str) -> str:
    return f"{tag}.{words.split(None, 1)[0]}" if words else tag
