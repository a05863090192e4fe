"""Parquet files with a page a row -> Items; and the page in a row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsextract.batch.item import Failure, Item, Kind
from newsextract.batch.reading import ADDRESS_FIELDS, PAGE_FIELDS, Reading, chosen
from newsextract.errors import DamagedInputError, InputError

ADDRESSES_AT_ONCE = 10_000
PAGES_AT_ONCE = 64


def rows(name: str, path: Path | None, reading: Reading) -> Iterator[Item]:
    """Yield an item for each row, with the address in its column if there is one.

    A group of rows that can't be read becomes an item with a refusal. Raises InputError for a table without a column
    for the page, DamagedInputError where the file is no Parquet file.
    """
    if path is None:
        raise InputError("a Parquet file is read from a file, not from standard input", name)
    with _opened(path) as file:
        names = file.schema_arrow.names
        if chosen(names, reading.html, PAGE_FIELDS) is None:
            asked = repr(reading.html) if reading.html else " or ".join(map(repr, PAGE_FIELDS))
            raise InputError(f"{name} has no column {asked} with the page; it has {', '.join(names)[:200]}")
        column = chosen(names, reading.field, ADDRESS_FIELDS)
        first = 0
        for group in range(file.num_row_groups):
            count = file.metadata.row_group(group).num_rows
            yield from _group(name, path, file, group, range(first, first + count), column)
            first += count


class Rows:
    """Reads the pages of Parquet files, quickest in the order of their rows: it goes on where it stopped."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._path: str | None = None
        self._pages: Iterator[tuple[int, Any]] = iter(())
        self._at = -1

    def read(self, item: Item) -> bytes:
        """Return the HTML in a row. Raises DamagedInputError where it can't be read, InputError where it is empty."""
        path, wanted = item.path or "", item.at or 0
        if path != self._path or wanted <= self._at:
            self._path, self._at, self._pages = path, -1, self._from(Path(path), wanted)
        try:
            for at, value in self._pages:
                self._at = at
                if at == wanted:
                    return _html(item, value)
        except (OSError, ValueError) as error:  # those of Arrow are ValueErrors
            self._path = None
            raise DamagedInputError(f"the table is broken there: {_said(error)}", item.url) from error
        self._path = None
        raise DamagedInputError("the table has fewer rows than it had", item.url)

    def _from(self, path: Path, wanted: int) -> Iterator[tuple[int, Any]]:
        """Yield the rows and their pages, from the beginning of the group with the one wanted."""
        with _opened(path) as file:
            column = chosen(file.schema_arrow.names, self._reading.html, PAGE_FIELDS)
            first = 0
            for group in range(file.num_row_groups):
                count = file.metadata.row_group(group).num_rows
                at = first
                first += count
                if first <= wanted:
                    continue
                for batch in file.iter_batches(PAGES_AT_ONCE, row_groups=[group], columns=[column]):
                    for value in batch.column(0):
                        yield at, value
                        at += 1


def pyarrow() -> Any:
    """Import pyarrow with its Parquet, at first use; raise InputError, with what to do, where it is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet  # it makes pa.parquet
    except ImportError:
        raise InputError("Parquet needs pyarrow: pip install 'newsextract[parquet]'") from None
    return pa


def _opened(path: Path) -> Any:
    try:
        return pyarrow().parquet.ParquetFile(path, page_checksum_verification=True)
    except FileNotFoundError:
        raise InputError(f"{path.name} is gone") from None
    except (OSError, ValueError) as error:
        raise DamagedInputError(f"{path.name} can't be read as Parquet: {_said(error)}") from error


def _group(name: str, path: Path, file: Any, group: int, numbers: range, column: str | None) -> Iterator[Item]:
    at = numbers.start
    try:
        for batch in file.iter_batches(ADDRESSES_AT_ONCE, row_groups=[group], columns=[column]) if column else ():
            for value in batch.column(0):
                yield _item(name, path, at, str(value.as_py()) if value.is_valid else None)
                at += 1
    except (OSError, ValueError) as error:
        reason = f"rows {at} to {numbers.stop - 1} can't be read: {_said(error)}"
        yield Item(f"{name}#{at}", None, source=name, at=at, refusal=Failure("damaged_input", reason))
        return
    yield from (_item(name, path, each, None) for each in range(at, numbers.stop))


def _item(name: str, path: Path, at: int, url: str | None) -> Item:
    return Item(f"{name}#{at}", url, Kind.PARQUET, source=name, path=str(path), at=at)


def _html(item: Item, value: Any) -> bytes:
    if not value.is_valid:
        raise InputError("the row has no page", item.url)
    as_buffer = getattr(value, "as_buffer", None)  # text and bytes have it, a dictionary's values have not
    return bytes(as_buffer().to_pybytes()) if as_buffer else str(value.as_py()).encode()


def _said(error: Exception) -> str:
    return " ".join(str(error).split())[:300]
