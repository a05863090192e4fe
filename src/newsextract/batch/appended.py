"""Outputs that grow at their end: JSON Lines, plain or compressed, and CSV."""

from __future__ import annotations

import csv
import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from newsextract.batch import flat
from newsextract.batch.faults import named
from newsextract.batch.mark import Mark
from newsextract.batch.outcome import Outcome
from newsextract.errors import BatchError
from newsextract.files import settle
from newsextract.output.json import one_line

_CHUNK = 1 << 20
_AT_ONCE = 1_000


def json_line(outcome: Outcome) -> bytes:
    """Return a record as a line of JSON."""
    return f"{one_line(outcome.to_dict())}\n".encode("utf-8", "replace")


def csv_row(outcome: Outcome) -> bytes:
    """Return a record as a row of CSV (RFC 4180), in the columns of ``flat.COLUMNS``."""
    return _csv(flat.cells(outcome))


def json_numbers(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the number of each record in a file of ours, and the record; the number is its first key."""
    for line in file:
        yield int(line[: line.index(b",")].rpartition(b":")[2]), line


def csv_numbers(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    """Yield the number of each record in a file of ours, and the record; the number is in its first column."""
    rows = csv.reader(io.TextIOWrapper(file, "utf-8", newline=""))
    next(rows, None)
    for row in rows:
        yield int(row[0]), _csv(row)


def _csv(cells: Sequence[str]) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerow(cells)
    return text.getvalue().encode("utf-8", "replace")


@dataclass(frozen=True, slots=True)
class Lines:
    """A form of output: how a record is rendered, what stands before all, how bytes are packed, how they are read."""

    render: Callable[[Outcome], bytes]
    numbers: Callable[[BinaryIO], Iterator[tuple[int, bytes]]]
    head: bytes = b""
    pack: Callable[[bytes], bytes] = bytes
    unpack: Callable[[BinaryIO], BinaryIO] = lambda file: file


JSONL = Lines(json_line, json_numbers)
JSONL_GZ = Lines(
    json_line,
    json_numbers,
    pack=lambda data: gzip.compress(data, mtime=0),
    unpack=lambda file: cast("BinaryIO", gzip.GzipFile(fileobj=file)),
)
"""One member of gzip for each write, so that what was cut back is a whole file again (RFC 1952 section 2.2)."""
CSV = Lines(csv_row, csv_numbers, head=_csv(flat.COLUMNS))


class Appended:
    """One file: records are appended and synced, then the journal notes the mark; on start it is cut back to it."""

    holds = False

    def __init__(self, path: Path, form: Lines) -> None:
        """Take the file's path; nothing is opened yet."""
        self.path = path
        self._form = form
        self._file: io.FileIO | None = None  # without a buffer, which would try to write again what failed
        self._mark = Mark()

    @property
    def render(self) -> Callable[[Outcome], bytes]:
        """What makes the content of a record."""
        return self._form.render

    def create(self, *, fresh: bool) -> Mark:
        """Begin the file."""
        with named(self.path):
            if not fresh and self.path.exists() and self.path.stat().st_size:
                reason = "it is there already; name another output, or use --fresh to replace it"
                raise BatchError(reason, code="output_exists", path=str(self.path))
            self._part.unlink(missing_ok=True)
            self._file = self.path.open("wb", buffering=0)
            settle(self.path.parent)
        self._mark = Mark()
        return self._mark

    def resume(self, mark: Mark) -> None:
        """Check all of the file up to the mark, and cut off what a run that was killed has left behind it."""
        with named(self.path):
            self._part.unlink(missing_ok=True)
            if not self.path.exists():
                raise self._changed("it is gone")
            with self.path.open("rb") as file:
                left, crc = mark.size, 0
                while left and (chunk := file.read(min(left, _CHUNK))):
                    left, crc = left - len(chunk), zlib.crc32(chunk, crc)
            if left:
                raise self._changed(f"it is {left} bytes shorter")
            if crc != mark.crc:
                raise self._changed("its content is another")
            self._file = self.path.open("r+b", buffering=0)
            self._file.truncate(mark.size)
            self._file.seek(mark.size)
        self._mark = mark

    def write(self, contents: Sequence[bytes]) -> Mark:
        """Append contents and sync; where that fails, the file is cut back to what it was."""
        file, before = self._open_file(), self._mark
        try:
            with named(self.path):
                self._mark = _append(file, self._form, before, contents)
                os.fsync(file.fileno())
        except BatchError:
            self._mark = before
            _cut(file, before.size)
            raise
        return self._mark

    def without(self, dropped: Callable[[int], bool]) -> Mark:
        """Write what stays into a file beside this one."""
        mark, batch = Mark(), []
        with named(self._part), self._part.open("wb", buffering=0) as part, self.path.open("rb") as raw:
            for number, content in self._form.numbers(self._form.unpack(raw)):
                if not dropped(number):
                    batch.append(content)
                if len(batch) == _AT_ONCE:
                    mark, batch = _append(part, self._form, mark, batch), []
            mark = _append(part, self._form, mark, batch) if batch else mark
            os.fsync(part.fileno())
        return mark

    def swap(self) -> None:
        """Put it in this one's place."""
        self.close()
        with named(self.path):
            self._part.replace(self.path)
            settle(self.path.parent)

    def swapped(self) -> bool:
        """Tell whether it is there."""
        return not self._part.exists()

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    @property
    def _part(self) -> Path:
        return self.path.with_name(f"{self.path.name}.part")

    def _open_file(self) -> io.FileIO:
        if self._file is None:
            raise ValueError("the output is not open")
        return self._file

    def _changed(self, what: str) -> BatchError:
        reason = f"it is not as the last run left it: {what}; put it back, or use --fresh to start anew"
        return BatchError(reason, code="output_changed", path=str(self.path))


def _append(file: io.FileIO, form: Lines, mark: Mark, contents: Sequence[bytes]) -> Mark:
    data = form.pack(b"".join((b"" if mark.size else form.head, *contents)))
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
    return Mark(mark.records + len(contents), mark.size + len(data), zlib.crc32(data, mark.crc))


def _cut(file: io.FileIO, size: int) -> None:
    """Cut a file back after a failure; where that fails too, the next start does it."""
    with suppress(OSError):
        file.truncate(size)
        file.seek(size)
