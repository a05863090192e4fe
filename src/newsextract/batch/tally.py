"""How far a batch is: its items by state, and by what became of them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path

from newsextract.batch.database import looked_into


class State(IntEnum):
    """How far an item is."""

    WAITING = 0
    TAKEN = 1
    DONE = 2
    FAILED = 3
    REFUSED = 4
    """It is no page to be had, and the output does not say so yet."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a batch is: items by state, and those with a result by status or error code, frequent ones first."""

    waiting: int
    taken: int
    done: int
    failed: int
    results: Mapping[str, int]

    @property
    def total(self) -> int:
        """How many items there are."""
        return self.waiting + self.taken + self.done + self.failed


COUNTS = "SELECT state, result, count(*) FROM item GROUP BY state, result"
"""What a tally is made of."""


def read_tally(path: Path) -> Tally:
    """Return how far the batch is whose state is in a file, also while it runs. Raises BatchError."""
    with looked_into(path) as run:
        return tallied(run.execute(COUNTS).fetchall())


def tallied(rows: Iterable[tuple[int, str | None, int]]) -> Tally:
    """Return the tally that the rows of ``COUNTS`` make. Raises sqlite3.DatabaseError for a state that is none."""
    states = dict.fromkeys(State, 0)
    results: dict[str, int] = {}
    for state, result, count in rows:
        if state not in states:
            raise sqlite3.DatabaseError(f"an item is in the state {state!r}")
        states[State(state)] += count
        if result is not None:
            results[result] = results.get(result, 0) + count
    waiting, taken, done, failed, refused = states.values()
    frequent_first = dict(sorted(results.items(), key=lambda each: (-each[1], each[0])))
    return Tally(waiting + refused, taken, done, failed, frequent_first)
