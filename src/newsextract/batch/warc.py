"""WARC archives (ISO 28500) -> Items, a response with HTML each; and the page in a record.

The file is compressed record by record, as the standard recommends, or not at all: then a record is found by its
offset, and what is broken is passed over up to the next record that begins. FastWARC reads the records.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO

from newsextract.batch.item import Failure, Item, Kind
from newsextract.batch.reading import Reading
from newsextract.errors import DamagedInputError, InputError, TooLargeError
from newsextract.page import Page

HTML = frozenset({"text/html", "application/xhtml+xml", "application/vnd.wap.xhtml+xml"})
REDIRECTS = range(300, 400)
MOST_BYTES = 50_000_000
"""A record that is larger, compressed or not, holds no page."""

_MEMBER = b"\x1f\x8b\x08"
_START = b"WARC/"
_CHUNK = 1 << 20


def records(name: str, path: Path | None, _reading: Reading) -> Iterator[Item]:
    """Yield an item for each response that is HTML and no redirect.

    What is broken becomes an item with a refusal that says where. Raises InputError where FastWARC is not installed,
    OSError where the file can't be read.
    """
    fastwarc()
    if path is None:
        raise InputError("an archive is read from a file, not from standard input", name)
    with path.open("rb") as file:
        yield from _Archive(name, path, file).items()


def read(item: Item) -> Page:
    """Return the page in a record, decoded from what HTTP did to its body.

    Raises DamagedInputError where the record is not all there, or another one stands in its place, and TooLargeError.
    """
    try:
        with Path(item.path or "").open("rb") as file:
            file.seek(item.at or 0)
            iterator = fastwarc().ArchiveIterator(file, parse_http=False, fsspec_args=False)
            record = next(iter(iterator), None)
            if record is None or record.headers.get("WARC-Target-URI") != item.url:
                raise DamagedInputError("the record is no longer where it was", item.url)
            _check(record)
            record.parse_http(auto_decode="all")
            headers = dict(record.http_headers.items())
            body = record.reader.read(MOST_BYTES)
    except FileNotFoundError:
        raise InputError("the archive is gone", item.url) from None
    except OSError as error:
        raise DamagedInputError(f"the record is broken: {error}", item.url) from error
    return Page(item.url, body, headers, record.http_headers.status_code or 200, None, _date(record))


def _check(record: Any) -> None:
    """Read all of a record into memory; raise where it is not all there, or not as it was written."""
    url = record.headers.get("WARC-Target-URI")
    if record.content_length > MOST_BYTES:
        raise TooLargeError(f"the record has more than {MOST_BYTES} bytes", url)
    raw = record.reader.read(MOST_BYTES)
    if len(raw) != record.content_length:
        raise DamagedInputError("the record ends before it is complete", url)
    record.set_bytes_content(raw)
    digest = record.headers.get("WARC-Block-Digest") or ""
    if digest.startswith("sha1:") and not record.verify_block_digest():
        raise DamagedInputError("the record is not as it was written: its digest is another", url)


def fastwarc() -> Any:
    """Import FastWARC, at first use; raise InputError, with what to do, where it is missing."""
    try:
        import fastwarc as module
    except ImportError:
        raise InputError("WARC archives need FastWARC: pip install 'newsextract[warc]'") from None
    return module


@dataclass
class _Archive:
    """One file, read from its start to its end, past what is broken."""

    name: str
    path: Path
    file: BinaryIO

    def __post_init__(self) -> None:
        self.size = os.fstat(self.file.fileno()).st_size
        self.packed = self._bytes(0, len(_MEMBER)) == _MEMBER

    def items(self) -> Iterator[Item]:
        """Yield the items; a record is told only when the next one shows that it is whole."""
        start: int | None = 0
        while start is not None and start < self.size:
            last, broken, item = start, "", None
            try:
                for record in self._records(start):
                    if self.packed and self._bytes(record.stream_pos, len(_MEMBER)) != _MEMBER:
                        yield self._damaged(0, "it is not compressed record by record; fastwarc recompress mends that")
                        return
                    if item is not None:
                        yield item
                    last, item = record.stream_pos, self._item(record)
            except OSError as error:
                broken = str(error)
            end = self._end(last)
            if end is not None and item is not None:
                yield item
            if end == self.size:
                return
            at = last if end is None else end
            yield self._damaged(at, broken or "the file ends before the record does")
            start = self._next(at + 1)

    def _records(self, start: int) -> Iterator[Any]:
        """Yield all records from an offset on; one offset may come again where a record is broken."""
        self.file.seek(start)
        return iter(fastwarc().ArchiveIterator(self.file, parse_http=True, fsspec_args=False))

    def _item(self, record: Any) -> Item | None:
        module = fastwarc()
        url = record.headers.get("WARC-Target-URI")
        if record.record_type != module.WarcRecordType.response or not url or not record.is_http_parsed:
            return None
        if (record.http_content_type or "").lower() not in HTML or record.http_headers.status_code in REDIRECTS:
            return None
        at = record.stream_pos
        return Item(f"{self.name}#{at}", url, Kind.WARC, source=self.name, path=str(self.path), at=at)

    def _damaged(self, at: int, reason: str) -> Item:
        refusal = Failure("damaged_input", f"the archive is broken at byte {at}: {reason}")
        return Item(f"{self.name}#{at}", None, source=self.name, at=at, refusal=refusal)

    def _end(self, at: int) -> int | None:
        """Return where the record ends that begins at an offset; None where it is not whole."""
        if not self.packed:
            return self._end_of_plain(at)
        unpacker, position = zlib.decompressobj(31), at
        try:
            while not unpacker.eof and (chunk := self._bytes(position, _CHUNK)):
                unpacker.decompress(chunk)
                position += len(chunk)
        except zlib.error:
            return None
        return position - len(unpacker.unused_data) if unpacker.eof else None

    def _end_of_plain(self, at: int) -> int | None:
        self.file.seek(at)
        iterator = fastwarc().ArchiveIterator(self.file, parse_http=False, fsspec_args=False)
        try:
            record = next(iter(iterator), None)
            if record is None or record.content_length != record.reader.consume():
                return None
        except OSError:
            return None
        head = self._bytes(at, _CHUNK).find(b"\r\n\r\n")
        end = at + head + 4 + record.content_length + 4  # two line breaks close a record
        return end if head >= 0 and end <= self.size else None

    def _next(self, at: int) -> int | None:
        """Return where the next record begins at or after an offset; None where none does."""
        mark = _MEMBER if self.packed else b"\r\n\r\n" + _START
        while chunk := self._bytes(at, _CHUNK):
            found = chunk.find(mark)
            while found >= 0:
                if not self.packed:
                    return at + found + 4
                if self._begins(at + found):
                    return at + found
                found = chunk.find(mark, found + 1)
            if len(chunk) < _CHUNK:
                return None
            at += _CHUNK - len(mark) + 1
        return None

    def _begins(self, at: int) -> bool:
        try:
            return zlib.decompressobj(31).decompress(self._bytes(at, 512), len(_START)) == _START
        except zlib.error:
            return False

    def _bytes(self, at: int, count: int) -> bytes:
        return os.pread(self.file.fileno(), count, at)


def _date(record: Any) -> datetime | None:
    date: datetime | None = record.record_date
    return date if date is None or date.tzinfo else date.replace(tzinfo=UTC)
