"""Nodes and passages -> where each passage stands in the page's tree, seen from the densest prose and the headline.

Measures of a node are worked out once and shared by the passages below it.
"""

from __future__ import annotations

from collections import Counter
from typing import ClassVar

from newsextract.content import Node, Piece
from newsextract.content.marks import bits

ABOVE = 3  # how many ancestors are measured
ARTICLE = bits(["tag-article"])
FAR = 99
_ANCESTOR = ("chars", "linked", "prose_page", "pieces", "prose_own", "direct")
_NONE = (0.0,) * len(_ANCESTOR)

Form = tuple[str, str, str, str]
"""What a passage's element looks like: its tag and class, and those of the element above."""
_FORMLESS: Form = ("", "", "", "")


class Places:
    """The page's tree as its passages see it."""

    NAMES: ClassVar[tuple[str, ...]] = (
        "depth",
        *(f"a{level}_{name}" for level in range(ABOVE + 1) for name in _ANCESTOR),
        *("densest_up", "densest_down", "densest_before", "densest_after", "densest_share"),
        *("headline_up", "headline_down", "same_article"),
        *("signature_count", "signature_size", "signature_prose", "signature_linked", "signature_parents"),
    )  # fmt: skip

    def __init__(self, nodes: tuple[Node, ...], passages: list[Piece], headline: int) -> None:
        self.nodes = nodes
        self.passages = passages
        self.forms: list[Form] = [_FORMLESS] * len(passages)
        self.prose = sum(piece.size for piece in passages if piece.prose) or 1
        if not nodes:
            return
        self.parents = [node.parent for node in nodes]
        self.direct = self._direct()
        self.densest = max(range(len(nodes)), key=self.direct.__getitem__)
        self.measured: dict[int, tuple[float, ...]] = {}
        self.to_densest = _Route(self.parents, self.densest)
        self.to_headline = _Route(self.parents, passages[headline].container if headline >= 0 else -1)
        self.span = self._span()
        self.signatures = self._signatures()
        self.repeated = Counter((node.tag, node.words) for node in nodes)

    def of(self, number: int) -> tuple[float, ...] | list[float]:
        """Return the measures named ``NAMES``; zeros where there is no markup."""
        if not self.nodes:
            return (0.0,) * len(self.NAMES)
        container = self.passages[number].container
        node = self.nodes[container]
        values: list[float] = [node.depth]
        above = container
        for _ in range(ABOVE + 1):
            values += self._measures(above) if above >= 0 else _NONE
            above = self.parents[above] if above >= 0 else -1
        up, down, _ = self.to_densest.steps(container)
        first, last = self.span
        share = self.nodes[self.densest].prose / self.prose
        values += (up, down, max(0, first - number), max(0, number - last), share)
        values += self._from_headline(container)
        count, size, prose, linked = self.signatures[self.forms[number]]
        parent = self.nodes[max(0, node.parent)]
        values += (count, size / count, prose / self.prose, linked / size, self.repeated[parent.tag, parent.words])
        return values

    def masks(self, number: int) -> tuple[int, int, int]:
        """Return the bits of a passage's element, of the two above it, and of all above it."""
        if not self.nodes:
            return 0, 0, 0
        node = self.nodes[self.passages[number].container]
        up = 0
        if node.parent >= 0:
            parent = self.nodes[node.parent]
            up = parent.own | (self.nodes[parent.parent].own if parent.parent >= 0 else 0)
        return node.own, up, node.mask

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

    def _measures(self, number: int) -> tuple[float, ...]:
        values = self.measured.get(number)
        if values is None:
            node = self.nodes[number]
            chars = node.chars or 1
            values = self.measured[number] = (
                node.chars,
                node.linked / chars,
                node.prose / self.prose,
                node.pieces,
                node.prose / chars,
                self.direct[number] / self.prose,
            )
        return values

    def _span(self) -> tuple[int, int]:
        """Return the numbers of the first and the last passage of prose in the densest node or its children."""
        near = [
            number
            for number, piece in enumerate(self.passages)
            if piece.prose and self.densest in (piece.container, self.parents[piece.container])
        ]
        return (near[0], near[-1]) if near else (0, max(0, len(self.passages) - 1))

    def _from_headline(self, container: int) -> tuple[float, ...]:
        """Return the steps up to what holds the headline too, those down to it, and whether one article element does.

        The last is 1 where it holds both, 0 where the passage stands in another one, -1 where there is none.
        """
        up, down, node = self.to_headline.steps(container)
        article = -1.0
        if node >= 0 and self.nodes[node].mask & ARTICLE:
            article = 1.0
        if self.nodes[container].mask & ~(self.nodes[node].mask if node >= 0 else 0) & ARTICLE:
            article = 0.0
        return up, down, article

    def _signatures(self) -> dict[Form, list[float]]:
        """Return for each form of place its passages' count, size, prose, links."""
        found: dict[Form, list[float]] = {}
        keys: dict[int, Form] = {}
        for number, piece in enumerate(self.passages):
            container = piece.container
            key = keys.get(container)
            if key is None:
                node, parent = self.nodes[container], self.nodes[max(0, self.parents[container])]
                key = keys[container] = (node.tag, node.words, parent.tag, parent.words)
            self.forms[number] = key
            sums = found.setdefault(key, [0, 0.0, 0.0, 0.0])
            sums[0] += 1
            sums[1] += piece.size
            sums[2] += piece.size if piece.prose else 0
            sums[3] += piece.size * piece.linked
        return found


class _Route:
    """The way through the tree from any node to one goal."""

    def __init__(self, parents: list[int], goal: int) -> None:
        self.parents = parents
        self.known: dict[int, tuple[int, int, int]] = {-1: (0, FAR, -1)}
        down = 0
        while goal >= 0:
            self.known[goal] = (0, down, goal)
            goal = parents[goal]
            down += 1

    def steps(self, number: int) -> tuple[int, int, int]:
        """Return the steps up to the lowest node that holds both, the steps down to the goal, and that node or -1."""
        way: list[int] = []
        while number not in self.known:
            way.append(number)
            number = self.parents[number]
        up, down, meeting = self.known[number]
        for node in reversed(way):
            up += 1
            self.known[node] = (up, down, meeting)
        return up, down, meeting
