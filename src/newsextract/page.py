"""Page: what the wire gave, before anybody judged it."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Page:
    """One fetched page, as bytes; build it yourself to use any HTTP client.

    url: the address asked for, as it was asked; a Fetcher leaves out a login in it. None where unknown.
    body: the bytes after content decoding (gzip, br), before any charset decoding.
    headers: the response headers; names are matched without regard to case.
    status: the HTTP status.
    final_url: the address after redirects; None means the same as ``url``.
    fetched_at: when the answer came (aware); None where unknown.
    """

    url: str | None
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    final_url: str | None = None
    fetched_at: datetime | None = None

    def header(self, name: str) -> str | None:
        """Return a header's value, its name compared without case; None where it is missing."""
        wanted = name.lower()
        return next((value for key, value in self.headers.items() if key.lower() == wanted), None)

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page into a file, for ``load``; with a name that ends in ".gz", compressed.

        The file is there as a whole or not at all, and takes the place of one of that name. ``newsextract.snapshot``
        describes the format. Raises OSError.
        """
        from newsextract import snapshot  # it is for few

        snapshot.write(self, Path(path))

    @staticmethod
    def load(path: str | os.PathLike[str]) -> Page:
        """Return the page that ``save`` wrote.

        Raises DamagedPageError for any other file, also one with a byte changed or cut off, and OSError where there is
        none or it can't be read.
        """
        from newsextract import snapshot

        return snapshot.read(Path(path))
