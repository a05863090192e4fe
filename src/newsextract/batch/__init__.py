"""Batches: inputs -> Items -> Outcomes -> records in an output, none lost and none twice.

``sources`` reads what there is to do, ``journal`` remembers what is done, an output takes the records, and ``store``
holds the two together. What fetches and extracts stands between ``Journal.take`` and ``Store.commit``.
"""

from __future__ import annotations

from newsextract.batch.item import Failure, Item, Kind
from newsextract.batch.outcome import Outcome, Record, recorded
from newsextract.batch.reading import Reading
from newsextract.batch.shelf import Shelf
from newsextract.batch.sources import open_source
from newsextract.batch.store import Store, open_store

__all__ = [
    "Failure", "Item", "Kind", "Outcome", "Reading", "Record", "Shelf", "Store", "open_source", "open_store",
    "recorded",
]  # fmt: skip
