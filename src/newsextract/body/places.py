"""Nodes and passages -> where each passage stands in the page's tree, seen from the densest prose.

Measures of a node are worked out once and shared by the passages below it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from newsextract.content import Node, Piece

ABOVE = 2  # how many ancestors are measured
FAR = 99
_ANCESTOR = ("linked", "prose_own", "direct")
_NONE = (0.0,) * len(_ANCESTOR)

Form = tuple[str, str, str, str]
"""What a passage's element looks like: its tag and class, and those of the element above."""
FORMLESS: Form = ("", "", "", "")


class Places:
    """The page's tree as its passages see it."""

    NAMES: ClassVar[tuple[str, ...]] = (
        *(f"a{level}_{name}" for level in range(ABOVE + 1) for name in _ANCESTOR),
        *("a1_chars", "a3_linked", "densest_up", "densest_down", "densest_after", "densest_share"),
        *("signature_count", "signature_size", "signature_prose", "signature_parents"),
    )  # fmt: skip

    def __init__(self, nodes: tuple[Node, ...], passages: Sequence[Piece]) -> None:
        self.nodes = nodes
        self.passages = passages
        self.forms: list[Form] = [FORMLESS] * len(passages)
        self.prose = sum(piece.size for piece in passages if piece.prose) or 1
        self.parents = [node.parent for node in nodes]
        self.direct = self._direct()
        self.densest = max(range(len(nodes)), key=self.direct.__getitem__)
        self.densest_share = nodes[self.densest].prose / self.prose
        self.last = self._last()
        self.to_densest = _Route(self.parents, self.densest)
        self.signatures = self._signatures()
        self.repeated = Counter((node.tag, node.words) for node in nodes)
        self.measured: dict[int, list[float]] = {}

    def of(self, number: int) -> list[float]:
        """Return the measures named ``NAMES``."""
        container = self.passages[number].container
        count, size, prose = self.signatures[self.forms[number]]
        values = self.measured.get(container)
        if values is None:
            values = self.measured[container] = self._of_node(container)
        return [
            *values,
            max(0, number - self.last),
            self.densest_share,
            count,
            size / count,
            prose / self.prose,
            self.repeated[self.forms[number][2:]],
        ]

    def _of_node(self, container: int) -> list[float]:
        """Return what all passages right in one element share."""
        values: list[float] = []
        above, chars = container, 0
        for level in range(ABOVE + 1):
            values += self._ancestor(above) if above >= 0 else _NONE
            chars = self.nodes[above].chars if level == 1 and above >= 0 else chars
            above = self.parents[above] if above >= 0 else -1
        far = self.nodes[above] if above >= 0 else None
        up, down = self.to_densest.steps(container)
        return [*values, chars, far.linked / (far.chars or 1) if far else 0.0, up, down]

    def masks(self, number: int) -> tuple[int, int, int]:
        """Return the bits of a passage's element, of the two above it, and of all above that the densest prose lacks.

        What the whole page bears (a class of its body, of the frame around the story) tells nothing of a passage.
        """
        node = self.nodes[self.passages[number].container]
        up = 0
        if node.parent >= 0:
            parent = self.nodes[node.parent]
            up = parent.own | (self.nodes[parent.parent].own if parent.parent >= 0 else 0)
        return node.own, up, node.mask & ~self.nodes[self.densest].mask

    def _direct(self) -> list[float]:
        """Return for each node the prose that stands right in it or in its children, half of that in grandchildren."""
        direct = [0.0] * len(self.nodes)
        for piece in self.passages:
            if piece.prose:
                parent = self.parents[piece.container]
                direct[piece.container] += piece.size
                if parent >= 0:
                    direct[parent] += piece.size
                    if (above := self.parents[parent]) >= 0:
                        direct[above] += piece.size / 2
        return direct

    def _ancestor(self, number: int) -> tuple[float, ...]:
        node = self.nodes[number]
        chars = node.chars or 1
        return node.linked / chars, node.prose / chars, self.direct[number] / self.prose

    def _last(self) -> int:
        """Return the number of the last passage of prose in the densest element or its children."""
        near = (
            number
            for number in range(len(self.passages) - 1, -1, -1)
            if self.passages[number].prose
            and self.densest in (self.passages[number].container, self.parents[self.passages[number].container])
        )
        return next(near, len(self.passages) - 1)

    def _signatures(self) -> dict[Form, list[float]]:
        """Return for each form of place its passages' count, size, prose."""
        found: dict[Form, list[float]] = {}
        keys: dict[int, Form] = {}
        for number, piece in enumerate(self.passages):
            container = piece.container
            key = keys.get(container)
            if key is None:
                node, parent = self.nodes[container], self.nodes[max(0, self.parents[container])]
                key = keys[container] = (node.tag, node.words, parent.tag, parent.words)
            self.forms[number] = key
            sums = found.setdefault(key, [0, 0.0, 0.0])
            sums[0] += 1
            sums[1] += piece.size
            sums[2] += piece.size if piece.prose else 0
        return found


class _Route:
    """The way through the tree from any node to one goal."""

    def __init__(self, parents: list[int], goal: int) -> None:
        self.parents = parents
        self.known: dict[int, tuple[int, int]] = {-1: (0, FAR)}
        down = 0
        while goal >= 0:
            self.known[goal] = (0, down)
            goal = parents[goal]
            down += 1

    def steps(self, number: int) -> tuple[int, int]:
        """Return the steps up to the lowest node that holds both, and the steps down to the goal."""
        way: list[int] = []
        while number not in self.known:
            way.append(number)
            number = self.parents[number]
        up, down = self.known[number]
        for node in reversed(way):
            up += 1
            self.known[node] = (up, down)
        return up, down
