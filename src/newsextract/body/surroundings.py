"""Passages in reading order -> what stands around each: its siblings, its heading's section, the list that holds it.

The tree tells where a passage is (``places``); this tells what it is among.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from newsextract.article import BlockKind
from newsextract.content import Node, Piece
from newsextract.content.tags import LIST_TAGS, RESETS

FAR = 99
COLONS = (":", "：")


class _List(NamedTuple):
    """A list or table: its items, an item's mean size, whether what stands before announces it."""

    items: int = 0
    size: float = 0.0
    announced: float = 0.0


_NO_LIST = _List()


class Surroundings:
    """What a page's passages stand among.

    heads: for each the number of the heading above, its own where it is one, -1 where none. list_of: the list's element
    for each that stands in one.
    """

    NAMES: ClassVar[tuple[str, ...]] = (
        *("sibling_prose_after", "sibling_prose", "section_prose", "section_linked", "section_count"),
        *("up_to_prose_back", "list_items", "list_size", "list_announced"),
    )  # fmt: skip

    def __init__(self, nodes: tuple[Node, ...], passages: Sequence[Piece]) -> None:
        self.nodes = nodes
        self.passages = passages
        self.total = sum(piece.size for piece in passages if piece.prose) or 1
        self.heads, self.sections = self._sections()
        self.back = _last_prose(passages)
        self.siblings = self._siblings()
        self.list_of: dict[int, int] = {}
        self.lists = self._lists() if nodes else {}
        self.ways: dict[tuple[int, int], int] = {}

    def of(self, number: int) -> tuple[float, ...]:
        """Return the measures named ``NAMES``."""
        prose, linked, size, count = self.sections[self.heads[number]]
        return (
            *self.siblings[number],
            prose / self.total,
            linked / (size or 1),
            count,
            self.up(number, self.back[number]),
            *self.lists.get(number, _NO_LIST),
        )

    def up(self, number: int, other: int) -> int:
        """Return the steps up from a passage's element to the lowest that holds another passage too."""
        if not self.nodes or not 0 <= other < len(self.passages):
            return FAR
        here, there = self.passages[number].container, self.passages[other].container
        if here == there:
            return 0
        if self.nodes[here].parent == self.nodes[there].parent:  # paragraphs side by side, as most are
            return 1
        steps = self.ways.get((here, there))
        if steps is None:
            steps = self.ways[here, there] = self._steps(here, there)
        return steps

    def _steps(self, here: int, there: int) -> int:
        nodes, steps = self.nodes, 0
        while nodes[here].depth > nodes[there].depth:
            here = nodes[here].parent
            steps += 1
        while nodes[there].depth > nodes[here].depth:
            there = nodes[there].parent
        while here != there:
            here, there = nodes[here].parent, nodes[there].parent
            steps += 1
        return steps

    def _sections(self) -> tuple[list[int], dict[int, list[float]]]:
        """Return for each passage the heading above it (itself where it is one), and what stands below each heading."""
        heads: list[int] = []
        sections: dict[int, list[float]] = {-1: [0, 0.0, 0, 0]}
        head = -1
        for number, piece in enumerate(self.passages):
            if piece.kind is BlockKind.HEADING:
                head = number
                sections[head] = [0, 0.0, 0, 0]
            else:
                section = sections[head]
                section[0] += piece.size if piece.prose else 0
                section[1] += piece.size * piece.linked
                section[2] += piece.size
                section[3] += 1
            heads.append(head)
        return heads, sections

    def _siblings(self) -> list[tuple[float, float]]:
        """Return for each passage the prose after it among those that share its element's parent, and theirs in all."""
        sums: dict[int, int] = {}
        keys = [piece.parent if piece.parent >= 0 else piece.container for piece in self.passages]
        after = []
        for key, piece in zip(reversed(keys), reversed(self.passages), strict=True):
            read = sums.get(key, 0)
            after.append(read / self.total)
            sums[key] = read + (piece.size if piece.prose else 0)
        after.reverse()
        return [(left, sums[key] / self.total) for left, key in zip(after, keys, strict=True)]

    def _lists(self) -> dict[int, _List]:
        """Return for each list item or cell its list."""
        groups: dict[int, list[int]] = {}
        for number, piece in enumerate(self.passages):
            if piece.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE) and (top := self._top_list(piece.container)) >= 0:
                groups.setdefault(top, []).append(number)
                self.list_of[number] = top
        found = {}
        for top, group in groups.items():
            announced = group[0] > 0 and self.passages[group[0] - 1].text.endswith(COLONS)
            about = _List(len(group), self.nodes[top].chars / len(group), float(announced))
            found.update(dict.fromkeys(group, about))
        return found

    def _top_list(self, number: int) -> int:
        """Return the outermost list or table around an element that nothing but lists stands between; -1 where none."""
        top = -1
        while number >= 0:
            tag = self.nodes[number].tag
            if tag in LIST_TAGS:
                top = number
            elif top >= 0 or tag in RESETS:
                break
            number = self.nodes[number].parent
        return top


def _last_prose(passages: Sequence[Piece]) -> list[int]:
    """Return for each passage the number of the last prose before it, -1 where none."""
    back, last = [], -1
    for number, piece in enumerate(passages):
        back.append(last)
        if piece.prose:
            last = number
    return back
