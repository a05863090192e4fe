"""Journal: what a batch has to do and what is done, in one SQLite file; for one thread.

An item waits, is taken, and is done or failed; a line that is no page is refused, and failed. Whatever is only taken
waits again when the journal is opened anew.
"""

from __future__ import annotations

import json
import os
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from sqlite3 import Connection
from typing import Any

from newsextract.batch.database import Database
from newsextract.batch.item import Failure, Item, Kind
from newsextract.batch.keys import identity
from newsextract.batch.outcome import Record
from newsextract.batch.report.figures import Figures, figures
from newsextract.batch.sources import Source
from newsextract.batch.tally import COUNTS, State, Tally, tallied
from newsextract.errors import BatchError

AT_ONCE = 20_000
"""Items in one transaction while inputs are read: each writes most of the index of keys anew."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading an input gave: items that are new, and lines that were known already."""

    added: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True)
class HostQueue:
    """The items of a host that wait: how many, and when the first of them is due, in seconds since the epoch."""

    host: str
    count: int
    due: float


_COLUMNS = "input, url, kind, source, line, path, at, refusal"
_VALUES = ", ".join("?" * 12)
_INSERT = (
    f"INSERT INTO item (key, state, host, {_COLUMNS}, sum) VALUES ({_VALUES})"  # noqa: S608  # only our own names
    " ON CONFLICT (key) DO NOTHING"
)
_SETTLE = (
    "UPDATE item SET state = ?, attempts = ?, result = ?, settled = ?, run = ?, language = ?, message = ?"
    " WHERE number = ? AND result IS NULL"
)
_UNSETTLED = "result = NULL, settled = NULL, run = NULL, language = NULL, message = NULL"
_SELECT = f"SELECT number, host, attempts, sum, {_COLUMNS} FROM item"  # noqa: S608  # only our own names


class Journal:
    """The state of one batch. All its methods raise BatchError where the file can't be read or written."""

    def __init__(self, path: Path | None, *, options: Mapping[str, str] | None = None, fresh: bool = False) -> None:
        """Open the state of a batch, or make one.

        path: its file; None for one that nobody can come back to. options: what must be as it was when the state was
        made, by name: ``other_options`` where it is not. fresh: throw away what is there.
        """
        self.path = path
        self._opened = time.time()
        self._run: int | None = None  # its number, from the first record on: a run without one is none
        self._database = Database(path, fresh=fresh)
        try:
            self._same_options(dict(options or {}))
            with self._database.transaction() as run:
                run.execute("UPDATE item SET state = 0 WHERE state = ?", (State.TAKEN,))
            self.held, self.held_bytes = self._one("SELECT count(*), total(length(content)) FROM held")
        except BaseException:
            self.close()
            raise

    def load(self, source: Source, keep: Callable[[Item], bool] | None = None) -> Loaded:
        """Take in the items of an input; one that is known already stays as it was first spelled.

        keep: which items are of this batch at all; None for all. A file that was read to its end and has not changed
        since is not read again. Raises InputError for an input that can't be read at all.
        """
        before = self._one("SELECT stamp FROM source WHERE name = ?", source.name)
        if before and source.stamp is not None and before[0] == source.stamp:
            return Loaded()
        added = seen = 0
        items = filter(keep, source.items()) if keep else source.items()
        while batch := list(islice(items, AT_ONCE)):
            seen += len(batch)
            added += self._add(batch)
        with self._database.transaction() as run:
            run.execute("INSERT OR REPLACE INTO source VALUES (?, ?)", (source.name, source.stamp))
        return Loaded(added, seen - added)

    def hosts(self) -> Iterator[HostQueue]:
        """Yield the hosts for which items wait, by name; "" stands for pages that nobody is asked for."""
        query = (
            "SELECT host, count(*), min(due) FROM item WHERE state = 0 AND host >= ?"
            " GROUP BY host ORDER BY host LIMIT ?"
        )
        start = ""
        while rows := self._all(query, start, AT_ONCE):
            yield from (HostQueue(*row) for row in rows)
            start = f"{rows[-1][0]}\0"  # what follows it

    def take(self, host: str, count: int = 1, *, now: float) -> list[Item]:
        """Return items of a host that are due, and mark them as taken: new ones first, in the order of the inputs."""
        query = f"{_SELECT} WHERE state = 0 AND host = ? AND due <= ? ORDER BY due, number LIMIT ?"
        items = [self._item(row) for row in self._all(query, host, now, count)]
        with self._database.transaction() as run:
            taken = [(State.TAKEN, item.number) for item in items]
            run.executemany("UPDATE item SET state = ? WHERE number = ?", taken)
        return items

    def next_due(self, host: str) -> float | None:
        """Return when the first item of a host that waits is due, in seconds since the epoch; None where none waits."""
        due: float | None = self._one("SELECT min(due) FROM item WHERE state = 0 AND host = ?", host)[0]
        return due

    def refused(self, count: int) -> list[Item]:
        """Return items that are no pages to be had, and whose failure is not settled yet."""
        return [self._item(row) for row in self._all(f"{_SELECT} WHERE state = 4 ORDER BY number LIMIT ?", count)]

    def put_off(self, item: Item, attempts: int, due: float) -> None:
        """Have a taken item wait again until a moment, in seconds since the epoch; attempts: how many it has had."""
        with self._database.transaction() as run:
            run.execute(
                "UPDATE item SET state = 0, attempts = ?, due = ? WHERE number = ?", (attempts, due, item.number)
            )

    def settle(
        self,
        records: Sequence[Record],
        facts: Mapping[str, Any] | None = None,
        *,
        hold: bool = False,
        release: bool = False,
    ) -> None:
        """Note in one transaction what became of items, and facts about the output.

        hold: keep the records' contents, for an output that takes many at once. release: those that are held are out.
        An item that has its result already is left as it is, and is a ValueError.
        """
        now = time.time()
        with self._database.transaction() as run:
            number = self._noted_run(run, now) if records else None
            ended = [_ending(record, now, number) for record in records]
            if run.executemany(_SETTLE, ended).rowcount != len(ended) and ended:
                raise ValueError("an item has its result already, or is none of this batch")
            if hold:
                run.executemany("INSERT INTO held VALUES (?, ?)", ((each.number, each.content) for each in records))
            if release:
                run.execute("DELETE FROM held")
            self._note(facts or {})
        self._run = number or self._run
        if hold:
            self.held += len(records)
            self.held_bytes += sum(len(record.content) for record in records)
        if release:
            self.held = self.held_bytes = 0

    def contents(self) -> list[bytes]:
        """Return the contents that are held, in the order of the inputs."""
        return [row[0] for row in self._all("SELECT content FROM held ORDER BY number")]

    def fact(self, name: str) -> Any:
        """Return a fact that was noted, as JSON types; None where there is none."""
        found = self._one("SELECT value FROM fact WHERE name = ?", name)
        try:
            return json.loads(found[0]) if found else None
        except ValueError:
            raise self._damaged(f"what it says of {name} can't be read") from None

    def note(self, **facts: Any) -> None:
        """Note facts, and have them on the disk before this returns."""
        with self._database.transaction():
            self._note(facts)
        self._database.settle()

    def will_be_retried(self, number: int) -> bool:
        """Tell whether ``retry`` would have this item wait again."""
        found = self._one("SELECT state, refusal FROM item WHERE number = ?", number)
        return found is not None and found[0] == State.FAILED and found[1] is None

    def retry(self, facts: Mapping[str, Any]) -> int:
        """Have all that failed wait again, but what never was a page to be had; return how many. Facts as above."""
        query = f"UPDATE item SET state = 0, due = 0, attempts = 0, {_UNSETTLED} WHERE state = ? AND refusal IS NULL"  # noqa: S608
        with self._database.transaction() as run:
            count = run.execute(query, (State.FAILED,)).rowcount
            self._note(facts)
        return count

    def settled(self) -> int:
        """Return how many items have a result."""
        count: int = self._one("SELECT count(result) FROM item")[0]
        return count

    def tally(self) -> Tally:
        """Return how far the batch is."""
        with self._database.reading() as run:
            return tallied(run.execute(COUNTS).fetchall())

    def figures(self) -> Figures:
        """Return what a report tells of it."""
        with self._database.reading() as run:
            return figures(run)

    def abandon(self) -> None:
        """Close the file; if it was made just now, remove it."""
        if self._database.is_new:
            self._database.discard()
        self._database.close()

    def close(self) -> None:
        """Close the file, and let another run have it."""
        self._database.close()

    def _same_options(self, options: dict[str, str]) -> None:
        before = self.fact("options")
        if before is None:
            return self.note(options=options)
        other = sorted(name for name in before.keys() | options.keys() if before.get(name) != options.get(name))
        if other:
            told = ", ".join(f"{name} was {before.get(name)!r}, not {options.get(name)!r}" for name in other)
            reason = f"its run had other options ({told}); use those, or --fresh to start anew"
            raise BatchError(reason, code="other_options", path=str(self._database.path))
        return None

    def _add(self, items: Sequence[Item]) -> int:
        with self._database.transaction() as run:
            return run.executemany(_INSERT, map(_row, items)).rowcount

    def _item(self, row: tuple[Any, ...]) -> Item:
        number, host, attempts, told, *values = row
        if told != _sum(values):
            raise self._damaged(f"input {number} is not as it was written")
        given, url, kind, source, line, path, at, refusal = values
        refused = Failure(**json.loads(refusal)) if refusal else None
        path = os.fsdecode(path) if path else None
        return Item(given, url, Kind(kind), source, line, path, at, refused, number, host, attempts)

    def _noted_run(self, run: Connection, now: float) -> int:
        """Note that this run has a record now; return its number."""
        now = max(now, self._opened)  # clocks are set back, too
        if self._run is None:
            made = run.execute("INSERT INTO run (started, last) VALUES (?, ?)", (self._opened, now))
            return int(made.lastrowid or 0)
        run.execute("UPDATE run SET last = max(last, ?) WHERE number = ?", (now, self._run))
        return self._run

    def _note(self, facts: Mapping[str, Any]) -> None:
        rows = [(name, json.dumps(value)) for name, value in facts.items()]
        self._database.connection.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?)", rows)

    def _one(self, query: str, *values: Any) -> Any:
        return next(iter(self._all(query, *values)), None)

    def _all(self, query: str, *values: Any) -> list[Any]:
        with self._database.reading() as run:
            return run.execute(query, values).fetchall()

    def _damaged(self, reason: str) -> BatchError:
        path = str(self._database.path)
        return BatchError(f"the state is damaged: {reason}; --fresh starts anew", code="state_damaged", path=path)


def _ending(record: Record, now: float, run: int | None) -> tuple[Any, ...]:
    state = State.FAILED if record.failed else State.DONE
    told = map(_storable, (record.language, record.message))
    return (state, record.attempts, record.result, now, run, *told, record.number)


def _row(item: Item) -> tuple[Any, ...]:
    key, host = identity(item)
    refusal = json.dumps(asdict(item.refusal)) if item.refusal else None
    path = os.fsencode(item.path) if item.path else None
    given, url, source = map(_storable, (item.input, item.url, item.source))
    values = [given, url, item.kind.value, source, item.line, path, item.at, refusal]
    return key, State.REFUSED if refusal else State.WAITING, host, *values, _sum(values)


def _storable(text: str | None) -> str | None:
    """Return a text that UTF-8 can hold: names of files and escapes in JSON may have half a character."""
    return text if text is None or text.isascii() else text.encode("utf-8", "replace").decode()


def _sum(values: Sequence[Any]) -> int:
    return zlib.crc32(repr(values).encode("utf-8", "backslashreplace"))
