"""Seen: which addresses were met before, however they were spelled."""

from __future__ import annotations

from newsextract.batch.item import Item
from newsextract.batch.keys import identity

_KEY = 8
"""Bytes of a key that are kept: of two million addresses, two are alike by chance once in nine million runs."""


class Seen:
    """A set of addresses that takes some 80 bytes for each; alike are those that a batch takes for one."""

    def __init__(self) -> None:
        self._keys: set[int] = set()

    def __len__(self) -> int:
        return len(self._keys)

    def is_new(self, url: str) -> bool:
        """Whether an address is met for the first time; the next time it is not."""
        before = len(self._keys)
        self._keys.add(int.from_bytes(identity(Item(url, url))[0][:_KEY]))
        return len(self._keys) > before
