"""Lists of addresses -> Items: plain lines, tables with a column, JSON Lines with a key.

Blank lines and lines that begin with ``#`` are passed over. A line that is no address becomes an item with a refusal.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from newsextract.batch.item import Failure, Item
from newsextract.batch.keys import LONGEST_ADDRESS, address_in
from newsextract.batch.lines import SHOWN, Line, lines
from newsextract.batch.reading import ADDRESS_FIELDS, Reading, chosen
from newsextract.errors import InputError

TOO_LONG = "the line is too long"
NO_ADDRESS = "no web address: one begins with http:// or https://"
COMMENT = "#"
OBJECT = "{"
"""How a line of JSON begins in a list of plain lines; no address does."""


def plain(name: str, path: Path | None, reading: Reading) -> Iterator[Item]:
    """Yield an item a line: an address, or a JSON object with a key for it, as ``newsextract discover`` writes them."""
    for line in lines(path):
        text = line.text.strip()
        if text.startswith(OBJECT):
            yield _from_json(name, line, text, reading)
        elif text and not text.startswith(COMMENT):
            yield _item(name, line, text)


def table(name: str, path: Path | None, reading: Reading) -> Iterator[Item]:
    """Yield an item a row, by the column with the address; commas, semicolons or tabs part the columns.

    Raises InputError for a table without such a column.
    """
    feed = _Feed(lines(path))
    head = next((line for line in feed if line.strip() and not line.startswith(COMMENT)), "")
    column, delimiter = _column(name, head, reading.field)
    rows = csv.reader(feed, delimiter=delimiter)
    while True:
        start = feed.number + 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            row = []
            yield _refused(name, Line(start, ""), f"lines {start} to {feed.number} are no row: {error}")
        yield from (_refused(name, line, TOO_LONG) for line in feed.too_long())
        if row is None:
            return
        if any(map(str.strip, row)) and not row[0].startswith(COMMENT):
            yield _item(name, Line(start, ""), row[column].strip() if column < len(row) else "")


def objects(name: str, path: Path | None, reading: Reading) -> Iterator[Item]:
    """Yield an item a line of JSON: an object with a key for the address, or the address as a string."""
    for line in lines(path):
        text = line.text.strip()
        if text and not text.startswith(COMMENT):
            yield _from_json(name, line, text, reading)


def _from_json(name: str, line: Line, text: str, reading: Reading) -> Item:
    try:
        data = json.loads(text) if line.whole else ""
    except (ValueError, RecursionError):
        return _refused(name, line, "the line is no JSON")
    if isinstance(data, dict):
        key = chosen(list(data), reading.field, ADDRESS_FIELDS)
        data = data[key] if key is not None else None
    return _item(name, line, data.strip() if isinstance(data, str) and line.whole else text[:SHOWN])


class _Feed:
    """Lines for the reader of tables; one that is too long is blank to it, and told by ``too_long``."""

    def __init__(self, given: Iterator[Line]) -> None:
        self._lines = given
        self._too_long: list[Line] = []
        self.number = 0

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.number = line.number
        if line.whole:
            return line.text + "\n"
        self._too_long.append(line)
        return "\n"

    def too_long(self) -> list[Line]:
        found, self._too_long = self._too_long, []
        return found


def _column(name: str, head: str, wanted: str | None) -> tuple[int, str]:
    """Return the place of the column with the address, and what parts the columns."""
    names: list[str] = []
    for delimiter in (",", "\t", ";"):
        names = next(csv.reader([head], delimiter=delimiter), [])
        found = chosen(names, wanted, ADDRESS_FIELDS)
        if found is not None:
            return names.index(found), delimiter
    asked = repr(wanted) if wanted else " or ".join(map(repr, ADDRESS_FIELDS))
    raise InputError(f"{name} has no column {asked}; its first line is {head.strip()[:SHOWN]!r}")


def _item(name: str, line: Line, text: str) -> Item:
    if not line.whole:
        return _refused(name, line, TOO_LONG)
    if len(text) > LONGEST_ADDRESS:
        return _refused(name, Line(line.number, f"{text[:SHOWN]}…"), f"longer than {LONGEST_ADDRESS} characters")
    address = address_in(text)
    if address is None:
        return _refused(name, Line(line.number, text), NO_ADDRESS)
    return Item(text, address, source=name, line=line.number)


def _refused(name: str, line: Line, reason: str) -> Item:
    return Item(line.text, None, source=name, line=line.number, refusal=Failure("invalid_url", reason))
