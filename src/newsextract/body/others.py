"""Nodes and headline -> the passages of a second story below the first, which pages load so that reading never ends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsextract.article import BlockKind
from newsextract.content import Node, Piece

STORY_SIZE = 300  # characters of prose from which an article element holds a story, not a teaser
TAG = "article"


def other_stories(nodes: Sequence[Node], passages: Sequence[Piece], headline: int) -> Iterator[int]:
    """Yield the numbers of the passages in other article elements, below the headline's, that are headed like it.

    Told by the makers' own form: an element of the same tag and class around its heading, or the heading's own.
    """
    first = _article_of(passages[headline].container, nodes) if headline >= 0 else -1
    if first < 0 or nodes[first].prose < STORY_SIZE:
        return
    above = _way_up(first, nodes)
    others = {
        number
        for number in range(first + 1, len(nodes))
        if nodes[number].tag == TAG and nodes[number].prose >= STORY_SIZE
    }
    if not others:
        return
    holder = [-1] * len(nodes)  # the article element, of the first and the others, that holds each node
    for number, node in enumerate(nodes):
        inside = holder[node.parent] if node.parent >= 0 else -1
        holder[number] = number if number == first or (number in others and inside != first) else inside
    form = _form(passages[headline], nodes)
    headed = {holder[piece.container] for piece in passages if _is_headed_like(piece, form, nodes)}
    told = (headed & others) - above
    yield from (number for number, piece in enumerate(passages) if holder[piece.container] in told)


def _article_of(number: int, nodes: Sequence[Node]) -> int:
    while number >= 0 and nodes[number].tag != TAG:
        number = nodes[number].parent
    return number


def _way_up(number: int, nodes: Sequence[Node]) -> set[int]:
    way = set()
    while number >= 0:
        way.add(number)
        number = nodes[number].parent
    return way


def _form(heading: Piece, nodes: Sequence[Node]) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return tag and class of a heading's element and of the one above."""
    own = nodes[heading.container]
    above = nodes[own.parent] if own.parent >= 0 else own
    return (own.tag, own.words), (above.tag, above.words)


def _is_headed_like(piece: Piece, form: tuple[tuple[str, str], tuple[str, str]], nodes: Sequence[Node]) -> bool:
    if piece.kind is not BlockKind.HEADING:
        return False
    (own, above), (same_own, same_above) = _form(piece, nodes), form
    beside = above == same_above and above[0] != TAG and bool(above[1])
    return beside or (own == same_own and (bool(own[1]) or above == same_above))
