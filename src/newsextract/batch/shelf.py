"""Item -> what was saved of it, where its bytes are at hand: each worker has a shelf of its own, and is sent items."""

from __future__ import annotations

from pathlib import Path

from newsextract.batch import folders, warc
from newsextract.batch.item import Item, Kind
from newsextract.batch.parquet import Rows
from newsextract.batch.reading import Reading
from newsextract.page import Page


class Shelf:
    """Reads saved pages. Not for several threads at once."""

    def __init__(self, reading: Reading | None = None) -> None:
        """Take how the inputs are read: the same as for ``open_source``."""
        self._rows = Rows(reading or Reading())

    def html(self, item: Item) -> Page | bytes:
        """Return the answer that was saved of an item, or the bytes of its page where that is all that was saved.

        One at an address is none of ours, and a ValueError. Raises InputError, or one of those below it, where it can't
        be read.
        """
        match item.kind:
            case Kind.FILE:
                return folders.read(Path(item.path or ""))
            case Kind.WARC:
                return warc.read(item)
            case Kind.PARQUET:
                return self._rows.read(item)
            case Kind.WEB:
                raise ValueError("a page at an address is fetched")
