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
_NO_HEADING = 9  # the level of what no heading stands above


class _List(NamedTuple):
    """A list or table: its items, the share of links in it, an item's mean size, the prose right before and after."""

    items: int = 0
    linked: float = 0.0
    size: float = 0.0
    before: float = 0.0
    after: float = 0.0
    announced: float = 0.0


class Surroundings:
    """What a page's passages stand among."""

    NAMES: ClassVar[tuple[str, ...]] = (
        *("siblings_before", "siblings_after", "sibling_prose_before", "sibling_prose_after", "sibling_prose"),
        *("since_heading", "heading_level", "heading_linked", "section_prose", "section_linked", "section_count"),
        *("prose_back", "prose_ahead", "up_to_last", "up_to_next", "up_to_prose_back", "up_to_prose_ahead", "announced"),
        *("list_items", "list_linked", "list_size", "list_before", "list_after", "list_announced"),
    )  # fmt: skip

    def __init__(self, nodes: tuple[Node, ...], passages: Sequence[Piece]) -> None:
        self.nodes = nodes
        self.passages = passages
        self.total = sum(piece.size for piece in passages if piece.prose) or 1
        self.heads, self.sections = self._sections()
        self.back, self.ahead = _nearest_prose(passages)
        self.siblings = self._siblings()
        self.list_of: dict[int, int] = {}
        self.lists = self._lists() if nodes else {}
        self.ways: dict[tuple[int, int], int] = {}

    def of(self, number: int) -> tuple[float, ...]:
        """Return the measures named ``NAMES``."""
        passages, head = self.passages, self.heads[number]
        prose, linked, size, count = self.sections[head]
        heading = passages[head] if head >= 0 else None
        back, ahead = self.back[number], self.ahead[number]
        return (
            *self.siblings[number],
            number - head if heading else FAR,
            (heading.level or _NO_HEADING) if heading else 0,
            heading.linked if heading else 0.0,
            prose / self.total,
            linked / (size or 1),
            count,
            number - back if back >= 0 else FAR,
            ahead - number if ahead < len(passages) else FAR,
            self.up(number, number - 1),
            self.up(number, number + 1),
            self.up(number, back),
            self.up(number, ahead),
            1.0 if back >= 0 and passages[back].text.endswith(COLONS) else 0.0,
            *self.lists.get(number, _List()),
        )

    def up(self, number: int, other: int) -> int:
        """Return the steps up from a passage's element to the lowest that holds another passage too."""
        if not self.nodes or not 0 <= other < len(self.passages):
            return FAR
        here, there = self.passages[number].container, self.passages[other].container
        if here == there:
            return 0
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

    def _siblings(self) -> list[tuple[float, ...]]:
        """Return for each passage how many share its element's parent, and their prose: before it, after it, in all."""
        groups: dict[int, list[int]] = {}
        for number, piece in enumerate(self.passages):
            groups.setdefault(piece.parent if piece.parent >= 0 else piece.container, []).append(number)
        found: list[tuple[float, ...]] = [()] * len(self.passages)
        for group in groups.values():
            prose = sum(self.passages[number].size for number in group if self.passages[number].prose)
            read = 0.0
            for place, number in enumerate(group):
                own = self.passages[number].size if self.passages[number].prose else 0
                after = prose - read - own
                found[number] = (
                    place, len(group) - 1 - place, read / self.total, after / self.total, prose / self.total,
                )  # fmt: skip
                read += own
        return found

    def _lists(self) -> dict[int, _List]:
        """Return for each list item or cell its list."""
        groups: dict[int, list[int]] = {}
        for number, piece in enumerate(self.passages):
            if piece.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE) and (top := self._top_list(piece.container)) >= 0:
                groups.setdefault(top, []).append(number)
                self.list_of[number] = top
        found = {}
        for top, group in groups.items():
            node = self.nodes[top]
            before, after = self._prose_at(group[0] - 1), self._prose_at(group[-1] + 1)
            announced = group[0] > 0 and self.passages[group[0] - 1].text.endswith(COLONS)
            about = _List(
                len(group), node.linked / (node.chars or 1), node.chars / len(group), before, after, float(announced)
            )
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

    def _prose_at(self, number: int) -> float:
        piece = self.passages[number] if 0 <= number < len(self.passages) else None
        return float(piece.size) if piece is not None and piece.prose else 0.0


def _nearest_prose(passages: Sequence[Piece]) -> tuple[list[int], list[int]]:
    """Return for each passage the number of the last prose before it (-1: none) and of the next (their count: none)."""
    back, last = [], -1
    for number, piece in enumerate(passages):
        back.append(last)
        if piece.prose:
            last = number
    ahead, following = [0] * len(passages), len(passages)
    for number in range(len(passages) - 1, -1, -1):
        ahead[number] = following
        if passages[number].prose:
            following = number
    return back, ahead
