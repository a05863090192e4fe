"""Bytes -> lines of text, whatever the file: BOM, CRLF, any encoding error, a line without an end."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

LONGEST_LINE = 1_000_000
"""Characters of a line that are kept in memory; a longer line is no record of a list."""
SHOWN = 200
"""Characters that are shown of what is too long."""

_GZIP = b"\x1f\x8b"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True)
class Line:
    """A line without its end; ``whole`` is False for one that is too long, of which ``text`` has the start."""

    number: int
    text: str
    whole: bool = True


def lines(path: Path | None, longest: int = LONGEST_LINE) -> Iterator[Line]:
    """Yield the lines of a file, or of standard input for None; constant memory.

    longest: characters of a line that are kept; a longer one is not whole.
    gzip is told by its first bytes. Text is UTF-8, or UTF-16 where a byte order mark says so; what can't be decoded
    becomes U+FFFD. Raises OSError, EOFError or zlib.error where the file, or its compression, is broken.
    """
    with _opened(path) as raw, io.TextIOWrapper(raw, _encoding(raw), "replace") as text:
        number = 0
        while start := text.readline(longest):
            number += 1
            if start[-1] == "\n" or len(start) < longest:
                yield Line(number, start.removesuffix("\n"))
                continue
            while (more := text.readline(longest)) and more[-1] != "\n":
                pass
            yield Line(number, f"{start[:SHOWN]}…", whole=False)


@contextmanager
def _opened(path: Path | None) -> Iterator[io.BufferedReader]:
    if path is None:
        yield io.BufferedReader(_Kept(sys.stdin.buffer))
        return
    with path.open("rb") as file:
        if file.peek(2)[:2] == _GZIP:
            yield cast("io.BufferedReader", gzip.GzipFile(fileobj=file))  # which has all its methods
        else:
            yield file


class _Kept(io.RawIOBase):
    """Standard input, which stays open when its reader is closed."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._stream.read1(len(buffer))  # type: ignore[attr-defined]
        buffer[: len(data)] = data
        return len(data)


def _encoding(raw: io.BufferedReader) -> str:
    return "utf-16" if raw.peek(2)[:2] in _UTF_16 else "utf-8-sig"
