"""Rows of measures -> scores, by boosted trees whose weights are data."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Leaf = float
Node = Any  # Leaf, or (column, threshold, low, high), or (column, bit, unset, set) with a negative column
FORMAT = 1


@dataclass(frozen=True, slots=True)
class Model:
    """Boosted trees for the question: is this passage part of the story?

    columns: the names of the measures that its nodes number. threshold: the score from which a passage is.
    trees: nested tuples (column, threshold, where the measure is lower or equal, where it is greater); in a node with a
    negative column ``~column`` is a bit mask, and its second part the bit that decides.
    """

    columns: tuple[str, ...]
    threshold: float
    trees: tuple[Node, ...]

    def score(self, values: Sequence[float]) -> float:
        """Return the probability, 0 to 1, that the passage with these measures is part of the story."""
        total = 0.0
        for node in self.trees:
            while type(node) is tuple:
                column, limit, low, high = node
                if column >= 0:
                    node = low if values[column] <= limit else high
                else:
                    node = high if values[~column] & limit else low  # type: ignore[operator]
            total += node
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, total))))


def read(data: Mapping[str, Any]) -> Model:
    """Build a model from its JSON form: flat arrays of nodes, as ``training`` writes them.

    Raises ValueError for another format.
    """
    if data.get("format") != FORMAT:
        raise ValueError(f"model format {data.get('format')!r}: this version reads {FORMAT}")
    trees = tuple(_tree(tree) for tree in data["trees"])
    return Model(tuple(data["columns"]), float(data["threshold"]), trees)


@cache
def shipped(name: str) -> Model:
    """Return a model that comes with the package: ``page`` or ``dump``."""
    text = resources.files("newsextract.body").joinpath(f"{name}.json").read_text("utf-8")
    return read(json.loads(text))


def _tree(flat: Sequence[Any]) -> Node:
    """Nest a tree given as a list of leaves and [column, limit, low, high]; children follow their parents."""
    nodes: list[Node] = list(flat)
    for number in range(len(nodes) - 1, -1, -1):
        if isinstance(nodes[number], list):
            column, limit, low, high = nodes[number]
            nodes[number] = (column, limit, nodes[low], nodes[high])
    return nodes[0]
