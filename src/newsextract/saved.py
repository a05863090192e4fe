"""The content of a file -> the page that was saved in it: HTML, or what ``Page.save`` wrote, either of them gzipped."""

from __future__ import annotations

import gzip
import io
import zlib

from newsextract import snapshot
from newsextract.document import MAX_BYTES
from newsextract.errors import DamagedInputError
from newsextract.page import Page

MOST_BYTES = MAX_BYTES + 1_000_000
"""More is not read of a file: no page passes the limit, whatever ``Page.save`` wrote around it."""

_GZIP = b"\x1f\x8b"


def unpacked(content: bytes) -> Page | bytes:
    """Return the page, or the bytes of its HTML where that is all that was saved.

    Raises DamagedInputError where the compression is broken, DamagedPageError where a saved page is not all there.
    """
    if content.startswith(_GZIP):
        try:
            content = gzip.GzipFile(fileobj=io.BytesIO(content)).read(MOST_BYTES)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise DamagedInputError(f"the compressed file is broken: {error}") from error
    return snapshot.parsed(content) if snapshot.is_one(content) else content
