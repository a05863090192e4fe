"""What ``-o`` names -> Output: the table ``ENDS``; and the stream that ``-`` stands for."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from newsextract.batch.appended import CSV, JSONL, JSONL_GZ, Appended, Lines
from newsextract.batch.faults import named
from newsextract.batch.folders import is_page
from newsextract.batch.mark import Mark, Output
from newsextract.batch.outcome import Outcome
from newsextract.batch.parts import Parts
from newsextract.batch.pieces import INDEX, Pieces

ENDS: Mapping[str, Callable[[Path], Output]] = {
    ".jsonl": lambda path: Appended(path, JSONL),
    ".ndjson": lambda path: Appended(path, JSONL),
    ".jsonl.gz": lambda path: Appended(path, JSONL_GZ),
    ".ndjson.gz": lambda path: Appended(path, JSONL_GZ),
    ".csv": lambda path: Appended(path, CSV),
    ".parquet": Parts,
}
"""How the name ends -> the output; ".parquet" is a folder of parts."""

STATE = ".state"


def open_output(name: str) -> Output:
    """Return the output of a name: a file, a folder, or files named by a template with braces.

    Raises ValueError for a name that says of no form, and InputError for one whose library is not installed.
    """
    if "{" in name:
        return Pieces(name)
    end = next((end for end in ENDS if name.lower().rstrip("/").endswith(end)), None)
    if end is None:
        raise ValueError(f"{name!r} should end in one of {', '.join(ENDS)}, or have {{number}} in it")
    return ENDS[end](Path(name))


def state_of(name: str) -> Path:
    """Return where the state of an output is: beside it, with ``.state`` at the end of its name."""
    path = Pieces(name).path / INDEX if "{" in name else Path(name)
    return path.with_name(path.name + STATE)


def check_apart(name: str, inputs: Iterable[str]) -> None:
    """Raise ValueError where an input is the output or its state, or a folder of pages that the output would add to."""
    template = "{" in name
    taken = set(map(os.path.realpath, (name, state_of(name), *((Pieces(name).path / INDEX,) if template else ()))))
    for each in inputs:
        path = os.path.realpath(each)
        is_around = template and is_page(name) and Pieces(name).path.resolve().is_relative_to(path)
        if path in taken or is_around:
            raise ValueError(f"{each} is read, and the output would be written there")


class Stream:
    """Records on a stream, for ``-``: as they come, and nobody can come back to them."""

    holds = False

    def __init__(self, stream: BinaryIO, form: Lines = JSONL) -> None:
        """Take the stream; it stays open."""
        self._stream = stream
        self._form = form
        self._mark = Mark()

    @property
    def render(self) -> Callable[[Outcome], bytes]:
        """What makes the content of a record."""
        return self._form.render

    def create(self, *, fresh: bool) -> Mark:  # noqa: ARG002  # a stream is always new
        """Begin with nothing written."""
        return self._mark

    def resume(self, mark: Mark) -> None:  # noqa: ARG002
        """Raise ValueError: nobody knows what became of what was written."""
        raise ValueError("a stream can't be resumed")

    def write(self, contents: Sequence[bytes]) -> Mark:
        """Write and flush. Raises BrokenPipeError where the reader has gone."""
        data = self._form.pack(b"".join((b"" if self._mark.size else self._form.head, *contents)))
        with named("standard output"):
            self._stream.write(data)
            self._stream.flush()
        self._mark = Mark(self._mark.records + len(contents), self._mark.size + len(data))
        return self._mark

    def without(self, dropped: Callable[[int], bool]) -> Mark:  # noqa: ARG002
        """Raise ValueError: what is written is written."""
        raise ValueError("a stream can't be taken back")

    def swap(self) -> None:
        """Nothing."""

    def swapped(self) -> bool:
        """Tell that there is nothing to be done."""
        return True

    def close(self) -> None:
        """Nothing: it is the caller's."""
