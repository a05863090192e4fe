"""Rows of measures -> scores, by boosted trees whose weights are data."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

FORMAT = 1
STEP = 10  # after so many trees the sum is looked at
SURE = 2.0  # log odds from which the trees left are not asked: held out, they overturn none of 34,000 passages


@dataclass(frozen=True, slots=True)
class Model:
    """Boosted trees for the question: is this passage part of the story?

    columns: the names of the measures, in the order of a row. threshold: the probability from which a passage is.
    log_odds: the sum over the trees for a row.
    """

    columns: tuple[str, ...]
    threshold: float
    log_odds: Callable[[Sequence[float]], float]

    def score(self, values: Sequence[float]) -> float:
        """Return the probability, 0 to 1, that the passage with these measures is part of the story."""
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, self.log_odds(values)))))


def read(data: Mapping[str, Any]) -> Model:
    """Build a model from its JSON form: flat trees, as ``training`` writes them.

    A tree is a list of leaves (a number) and nodes [column, limit, low, high], the root first: on to entry ``low``
    where the measure is lower or equal, else to ``high``. A negative column ``~column`` is a bit mask, and ``limit``
    the bit that leads to ``high``. Raises ValueError for another format or a value that is no number.
    """
    if data.get("format") != FORMAT:
        raise ValueError(f"model format {data.get('format')!r}: this version reads {FORMAT}")
    columns = tuple(map(str, data["columns"]))
    return Model(columns, float(data["threshold"]), _compile(data["trees"], len(columns)))


@cache
def shipped(name: str) -> Model:
    """Return a model that comes with the package: ``page`` or ``dump``."""
    text = resources.files("newsextract.body").joinpath(f"{name}.json").read_text("utf-8")
    return read(json.loads(text))


def _compile(trees: Sequence[Sequence[Any]], columns: int) -> Callable[[Sequence[float]], float]:
    """Return the trees as one Python function: three times as fast as walking them, and numbers alone go into it."""
    lines = ["def log_odds(row):", f" {', '.join(f'v{i}' for i in range(columns))}, = row", " total = 0.0"]
    for number, tree in enumerate(trees, 1):
        lines.append(f" total += {_expression(tree)}")
        if number % STEP == 0:
            lines.append(f" if total > {SURE} or total < -{SURE}: return total")
    lines.append(" return total")
    scope: dict[str, Any] = {}
    exec(compile("\n".join(lines), "<trees>", "exec"), scope)  # noqa: S102  # made of checked numbers, see _expression
    function: Callable[[Sequence[float]], float] = scope["log_odds"]
    return function


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
