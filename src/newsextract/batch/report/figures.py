"""The state of a batch -> Figures: what it knows, added up by SQLite, so that a million items take no memory here."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsextract.batch.database import looked_into
from newsextract.batch.tally import COUNTS, State, Tally, tallied

MOST_RUNS = 40
MOST_HOSTS = 20
MOST_LANGUAGES = 12
MOST_CODES = 30
PARTS = 90
"""About so many parts make up the time of all runs."""

_LENGTHS = (2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400)
_LAST_MOMENT = 253_402_300_799.0  # the year 9999
_LONGEST_INPUT = 2_000


@dataclass(frozen=True, slots=True)
class Run:
    """One run, from its start to its last record, in seconds since the epoch.

    parts: the time in parts of equal length; of each how many articles and how many failures of pages it has. What was
    done again later counts there.
    """

    number: int
    started: float
    last: float
    parts: tuple[tuple[int, int], ...]

    @property
    def seconds(self) -> float:
        """How long it took."""
        return self.last - self.started

    @property
    def pages(self) -> int:
        """How many records of pages are its."""
        return sum(map(sum, self.parts))


@dataclass(frozen=True, slots=True)
class Host:
    """A host with failures: its inputs, how many of them failed, and of what; "" stands for what asked no host."""

    name: str
    inputs: int
    failed: int
    codes: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A failure: its number, when it was written (seconds since the epoch), the input, and what was said of it."""

    number: int
    settled: float
    input: str
    message: str | None


@dataclass(frozen=True, slots=True)
class Figures:
    """What a state knew at a moment.

    statuses, failures: articles by status, failures by code, frequent ones first. pages: records but those of lines
    that never were a page to be had; seconds: the time of all runs; run_count: how many have a record. runs: the last
    of them. hosts: those with most failures, of ``failing_hosts`` among ``host_count``. languages: of the articles, of
    ``language_count``. examples: the first and the last failure of each code.
    """

    read_at: float
    tally: Tally
    statuses: Mapping[str, int]
    failures: Mapping[str, int]
    pages: int
    seconds: float
    run_count: int
    runs: tuple[Run, ...]
    hosts: tuple[Host, ...]
    host_count: int
    failing_hosts: int
    languages: Mapping[str, int]
    language_count: int
    examples: Mapping[str, tuple[Example, Example]]


def read_figures(path: Path) -> Figures:
    """Return the figures of a state in a file, also while a run is at work on it. Raises BatchError."""
    with looked_into(path) as run:
        return figures(run)


def figures(run: sqlite3.Connection) -> Figures:
    """Return the figures of a state, all of one moment. Raises sqlite3.Error, also for values that can't be."""
    with _one_moment(run):
        counts = run.execute(COUNTS).fetchall()
        tally = tallied(counts)
        run_count, seconds, runs = _runs(run)
        hosts, host_count, failing_hosts = _hosts(run)
        languages, language_count = _languages(run)
        return Figures(
            time.time(),
            tally,
            _of_state(counts, State.DONE),
            _of_state(counts, State.FAILED),
            _rows(run, "SELECT count(*) FROM item WHERE run IS NOT NULL AND refusal IS NULL", (), int)[0][0],
            seconds,
            run_count,
            runs,
            hosts,
            host_count,
            failing_hosts,
            languages,
            language_count,
            _examples(run),
        )


@contextmanager
def _one_moment(run: sqlite3.Connection) -> Iterator[None]:
    run.execute("BEGIN")
    try:
        yield
    finally:
        run.execute("ROLLBACK")


def _of_state(counts: list[tuple[int, str | None, int]], wanted: State) -> dict[str, int]:
    found = [(str(result), count) for state, result, count in counts if state == wanted]
    return dict(sorted(found, key=lambda each: (-each[1], each[0])))


_SPANS = """
WITH span AS (
  SELECT number, started, last, max(1, CAST(round((last - started) / ?) AS INTEGER)) AS parts
  FROM run ORDER BY number DESC LIMIT ?
)
"""
_RUNS = "SELECT number, started, last, parts FROM span ORDER BY number"
_PARTS = """
SELECT number, part, sum(state = 2), sum(state = 3) FROM (
  SELECT span.number AS number, state,
    max(0, min(parts - 1, CAST(ifnull((settled - started) / (last - started) * parts, 0) AS INTEGER))) AS part
  FROM item JOIN span ON span.number = item.run WHERE refusal IS NULL
) GROUP BY number, part
"""


def _runs(run: sqlite3.Connection) -> tuple[int, float, tuple[Run, ...]]:
    """Return how many runs there are, how long they took in all, and the last of them."""
    query = "SELECT count(*), total(last - started) FROM run"
    count, seconds = _rows(run, query, (), int, float)[0]
    wanted = (_length(seconds), MOST_RUNS)
    spans = _rows(run, _SPANS + _RUNS, wanted, int, float, float, int)
    if not all(0 <= started <= last <= _LAST_MOMENT for _, started, last, _ in spans):
        raise sqlite3.DatabaseError("a run has a time that can't be")
    parts = {number: [(0, 0)] * parts for number, _, _, parts in spans}
    for number, part, articles, failures in _rows(run, _SPANS + _PARTS, wanted, int, int, int, int):
        parts[number][part] = articles, failures
    runs = (Run(number, started, last, tuple(parts[number])) for number, started, last, _ in spans)
    return count, seconds, tuple(runs)


def _length(seconds: float) -> float:
    """Return how long a part should be, in seconds."""
    least = seconds / PARTS
    return next((length for length in _LENGTHS if length >= least), least)


_HOSTS = """
SELECT host, inputs, failed, sum(host != '') OVER (), sum(failed > 0 AND host != '') OVER ()
FROM (SELECT host, count(*) AS inputs, sum(state = 3) AS failed FROM item GROUP BY host)
ORDER BY failed DESC, host LIMIT ?
"""
_CODES = """
SELECT host, result, count(*) FROM item WHERE state = 3 AND host IN ({})
GROUP BY host, result ORDER BY count(*) DESC, result
"""


def _hosts(run: sqlite3.Connection) -> tuple[tuple[Host, ...], int, int]:
    """Return the hosts with most failures, how many hosts there are, and how many of them have failures."""
    rows = _rows(run, _HOSTS, (MOST_HOSTS,), str, int, int, int, int)
    failing = [row[:3] for row in rows if row[2]]
    names = [name for name, _, _ in failing]
    codes: dict[str, dict[str, int]] = {name: {} for name in names}
    for name, code, count in _rows(run, _CODES.format(", ".join("?" * len(names))), names, str, str, int):
        codes[name][code] = count
    hosts = tuple(Host(name, inputs, failed, codes[name]) for name, inputs, failed in failing)
    return (hosts, *rows[0][3:]) if rows else (hosts, 0, 0)


_LANGUAGES = """
SELECT substr(language, 1, instr(language || '-', '-') - 1) AS spoken, count(*), count(*) OVER () FROM item
WHERE state = 2 AND language IS NOT NULL GROUP BY spoken ORDER BY count(*) DESC, spoken LIMIT ?
"""


def _languages(run: sqlite3.Connection) -> tuple[dict[str, int], int]:
    """Return the most frequent languages of articles, their regions taken together, and how many there are."""
    rows = _rows(run, _LANGUAGES, (MOST_LANGUAGES,), str, int, int)
    return {language: count for language, count, _ in rows}, rows[0][2] if rows else 0


# SQLite takes the other columns from the row that has the least, or greatest, value (lang_select.html, section 2.5).
# Records that were written together have one time.
_EXAMPLES = f"""
SELECT
  result, {{}}(printf('%020.6f %020d', settled, number)),
  settled, number, substr(ifnull(url, input), 1, {_LONGEST_INPUT}), message
FROM item WHERE state = 3
GROUP BY result ORDER BY count(*) DESC, result LIMIT {MOST_CODES}
"""  # noqa: S608  # only our own names


def _examples(run: sqlite3.Connection) -> dict[str, tuple[Example, Example]]:
    """Return the first and the last failure of each code."""
    first, last = (_some(run, _EXAMPLES.format(which)) for which in ("min", "max"))
    return {code: (example, last[code]) for code, example in first.items()}


def _some(run: sqlite3.Connection, query: str) -> dict[str, Example]:
    rows = _rows(run, query, (), str, str, float, int, str, str | None)
    if not all(0 <= settled <= _LAST_MOMENT for _, _, settled, *_ in rows):
        raise sqlite3.DatabaseError("a record has a time that can't be")
    return {code: Example(number, settled, given, message) for code, _, settled, number, given, message in rows}


def _rows(run: sqlite3.Connection, query: str, values: Any, *kinds: Any) -> list[Any]:
    """Return what a query gives. Raises sqlite3.DatabaseError for a value of another kind: the state is damaged."""
    rows = run.execute(query, values).fetchall()
    if not all(isinstance(value, kind) for row in rows for value, kind in zip(row, kinds, strict=True)):
        raise sqlite3.DatabaseError("a value is of a kind that it can't be")
    return rows
