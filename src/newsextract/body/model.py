"""Rows of measures -> scores, by boosted trees whose weights are data: two looks at each passage, one at leads."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, NamedTuple

FORMAT = 2
STEP = 10  # after so many trees of a last look the sum is looked at
SURE = 2.0  # log odds from which the trees left are not asked: held out, they overturn next to nothing

Forest = Callable[[Sequence[float]], float]
"""A row of measures -> the sum of the trees over it: log odds."""


@dataclass(frozen=True, slots=True)
class Model:
    """Boosted trees for the question: is this passage part of the story? They look twice.

    columns: the names of the measures, in the order of a row. first: what a passage is by its own measures. second: the
    same, with the first scores of all around it at the end of the row. threshold: the probability from which the second
    look takes a passage for the story.
    """

    columns: tuple[str, ...]
    threshold: float
    first: Forest
    second: Forest

    @property
    def limit(self) -> float:
        """The threshold as log odds."""
        return math.log(self.threshold / (1.0 - self.threshold))


@dataclass(frozen=True, slots=True)
class LeadModel:
    """Boosted trees for the question: is this passage above the story its standfirst, rather than its first paragraph?

    columns: the names of the measures. threshold: the probability from which it is. forest: the trees.
    """

    columns: tuple[str, ...]
    threshold: float
    forest: Forest


class Models(NamedTuple):
    """What judges a page or dump: the story, and its standfirst (None: not told, as in a dump without markup)."""

    body: Model
    lead: LeadModel | None = None


def probability(log_odds: float) -> float:
    """Return the probability, 0 to 1, that log odds stand for."""
    return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, log_odds))))


def read(data: Mapping[str, Any]) -> Model:
    """Build a model from its JSON form: flat trees, as ``training`` writes them.

    A tree is a list of leaves (a number) and nodes [column, limit, low, high], the root first: on to entry ``low``
    where the measure is lower or equal, else to ``high``. A negative column ``~column`` is a bit mask, and ``limit``
    the bit that leads to ``high``. Raises ValueError for another format or a value that is no number.
    """
    columns = _columns(data)
    first, second = _compile(data["first"], len(columns)), _compile(data["second"], len(columns), stops=True)
    return Model(columns, float(data["threshold"]), first, second)


def read_lead(data: Mapping[str, Any]) -> LeadModel:
    """Build the model of standfirsts from its JSON form; raises as ``read`` does."""
    columns = _columns(data)
    return LeadModel(columns, float(data["threshold"]), _compile(data["trees"], len(columns)))


def _columns(data: Mapping[str, Any]) -> tuple[str, ...]:
    if data.get("format") != FORMAT:
        raise ValueError(f"model format {data.get('format')!r}: this version reads {FORMAT}")
    return tuple(map(str, data["columns"]))


@cache
def shipped(kind: str) -> Models:
    """Return the models that come with the package, for a ``page`` or a ``dump``."""
    return Models(read(_load(kind)), read_lead(_load("lead")) if kind == "page" else None)


def _load(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(resources.files("newsextract.body").joinpath(f"{name}.json").read_text("utf-8"))
    return data


def _compile(trees: Sequence[Sequence[Any]], columns: int, stops: bool = False) -> Forest:
    """Return the trees as one Python function: three times as fast as walking them, and numbers alone go into it.

    columns: how many measures a row has at the most; trees name those they ask. stops: whether a sum that is sure ends
    the asking.
    """
    asked = sorted({_column(entry) for tree in trees for entry in tree if isinstance(entry, list)})
    if asked and asked[-1] >= columns:
        raise ValueError(f"a tree asks for measure {asked[-1]} of {columns}")
    lines = ["def log_odds(row):", *(f" v{column} = row[{column}]" for column in asked), " total = 0.0"]
    for number, tree in enumerate(trees, 1):
        lines.append(f" total += {_expression(tree)}")
        if stops and number % STEP == 0:
            lines.append(f" if total > {SURE} or total < -{SURE}: return total")
    lines.append(" return total")
    scope: dict[str, Any] = {}
    exec(compile("\n".join(lines), "<trees>", "exec"), scope)  # noqa: S102  # made of checked numbers, see _expression
    function: Forest = scope["log_odds"]
    return function


def _column(entry: Sequence[Any]) -> int:
    column = int(entry[0])
    return column if column >= 0 else ~column


def _expression(tree: Sequence[Any]) -> str:
    """Return a tree as a conditional expression; entries follow their parents, so the last are written first."""
    parts: list[str] = [""] * len(tree)
    for number in range(len(tree) - 1, -1, -1):
        entry = tree[number]
        if isinstance(entry, list):
            column, limit, low, high = int(entry[0]), entry[1], int(entry[2]), int(entry[3])
            asks = f"v{column} <= {float(limit)!r}" if column >= 0 else f"not v{~column} & {int(limit)}"
            parts[number] = f"({parts[low]} if {asks} else {parts[high]})"
        else:
            parts[number] = repr(float(entry))
    return parts[0]
