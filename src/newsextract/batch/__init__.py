"""Batches: inputs -> Items -> Outcomes -> records in an output, none lost and none twice.

``sources`` reads what there is to do, ``journal`` remembers what is done, an output takes the records, and ``store``
holds the two together. Between ``Journal.take`` and ``Store.commit`` stands the ``runner``: it has pages fetched, host
by host as the ``schedule`` says, and extracted in ``workers``. ``report`` tells how it
went. ``newsextract.batch(...)`` is ``entry.batch``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

from newsextract.batch.item import Failure, Item, Kind
from newsextract.batch.outcome import Outcome, Record, recorded
from newsextract.batch.reading import Reading
from newsextract.batch.report import write_report
from newsextract.batch.shelf import Shelf
from newsextract.batch.sources import open_source
from newsextract.batch.store import Store, open_store

__all__ = [
    "Failure", "Item", "Kind", "Outcome", "Reading", "Record", "Shelf", "Store", "open_source", "open_store",
    "recorded", "write_report",
]  # fmt: skip


class _Callable(ModuleType):
    """This package is called, too: ``for outcome in newsextract.batch(urls)``."""

    def __call__(self, *args: Any, **options: Any) -> Iterator[Outcome]:
        from newsextract.batch.entry import batch  # with what fetches, which takes a while to import

        return batch(*args, **options)


sys.modules[__name__].__class__ = _Callable
