"""What a batch is given -> Items, in constant memory: the table ``FORMS``."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsextract.batch import folders, lists, parquet, warc
from newsextract.batch.item import Failure, Item
from newsextract.batch.keys import address_in
from newsextract.batch.reading import Reading
from newsextract.errors import DamagedInputError, InputError

Reader = Callable[[str, Path | None, Reading], Iterator[Item]]
"""What reads an input: its name, its absolute path (None for standard input), and how."""


@dataclass(frozen=True, slots=True)
class Form:
    """How inputs of one form are read, and how their names end."""

    read: Reader
    suffixes: tuple[str, ...] = ()


FORMS: Mapping[str, Form] = {
    "list": Form(lists.plain, (".txt", ".txt.gz", ".lst", ".urls")),
    "csv": Form(lists.table, (".csv", ".csv.gz", ".tsv", ".tsv.gz")),
    "jsonl": Form(lists.objects, (".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz")),
    "warc": Form(warc.records, (".warc", ".warc.gz")),
    "parquet": Form(parquet.rows, (".parquet",)),
    "page": Form(folders.alone, tuple(f"{end}{packed}" for end in folders.PAGES for packed in ("", ".gz"))),
    "folder": Form(folders.pages),
}
"""Name of a form -> how it is read. A file of another name is a ``list``, a folder is one whatever its name."""

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Source:
    """One input as it was given, which may hold many items."""

    name: str
    """As it was given: a file, a folder, an address, or ``-``."""
    path: Path | None
    """Absolute; None for an address and for standard input."""
    stamp: str | None
    """Changes when the file does; None where only reading tells."""
    read: Callable[[], Iterator[Item]]
    """Reads the items, from the beginning."""

    def items(self) -> Iterator[Item]:
        """Yield the items; where the input breaks off, the last one is a refusal that says so.

        Raises InputError where it can't be read at all.
        """
        last: Item | None = None
        try:
            for last in self.read():
                yield last
        except (OSError, EOFError, zlib.error) as error:
            line = last.line if last else None
            where = f" after line {line}" if line else f" after {last.input}" if last else ""
            reason = getattr(error, "strerror", None) or error
            refusal = Failure("damaged_input", f"{self.name} can't be read any further{where}: {reason}")
            yield Item(self.name, None, source=self.name, line=line, refusal=refusal)
        except DamagedInputError as error:
            yield Item(self.name, None, source=self.name, refusal=Failure.of(error))


def open_source(name: str, reading: Reading | None = None) -> Source:
    """Return what an input holds; nothing of it is read yet but its name.

    name: a file or folder, an http or https address, or ``-`` for standard input, which is a list unless ``reading``
    says otherwise. A file of an address's name would win. Raises InputError where there is no such thing.
    """
    reading = reading or Reading()
    if name == STDIN:
        return Source(name, None, None, lambda: FORMS[reading.form or "list"].read(name, None, reading))
    if address_in(name) and not os.path.exists(name):  # noqa: PTH110  # Path raises on a long name
        return Source(name, None, None, lambda: iter((Item(name, address_in(name)),)))
    path = Path(name).absolute()
    try:
        status = path.stat()
    except (OSError, ValueError):
        raise InputError("no such file or folder; a web address begins with http:// or https://", name) from None
    is_folder = path.is_dir()
    form = FORMS["folder" if is_folder else reading.form or form_of(name)]
    stamp = None if is_folder else f"{status.st_size} {status.st_mtime_ns}"
    return Source(name, path, stamp, lambda: form.read(name, path, reading))


def form_of(name: str) -> str:
    """Return the form of a file by its name."""
    lower = name.lower()
    return next((form for form, each in FORMS.items() if each.suffixes and lower.endswith(each.suffixes)), "list")
