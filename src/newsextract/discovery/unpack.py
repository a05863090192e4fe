"""The body of an answer -> its bytes in chunks, gzip undone: many sitemaps are gzip files, whatever the header says."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from newsextract.errors import DamagedInputError, TooLargeError

GZIP = b"\x1f\x8b"
MOST_BYTES = 52_428_800
"""Of one list, decompressed: what sitemaps.org allows."""
CHUNK = 65_536

_GZIP_WINDOW = 31  # zlib's number for a gzip header and the largest window


def unpacked(body: bytes) -> Iterator[bytes]:
    """Yield the body in chunks of at most 64 KiB, decompressed once where it begins as a gzip file.

    What is sound is yielded before an error: DamagedInputError where the compression breaks off, TooLargeError behind
    the first ``MOST_BYTES``.
    """
    left = MOST_BYTES
    for chunk in _inflated(body) if body.startswith(GZIP) else _parted(body):
        if len(chunk) > left:
            yield chunk[:left]
            raise TooLargeError(f"it has more than {MOST_BYTES:,} bytes; what stands behind these is left out")
        left -= len(chunk)
        yield chunk


def _parted(body: bytes) -> Iterator[bytes]:
    return (body[at : at + CHUNK] for at in range(0, len(body), CHUNK))


def _inflated(body: bytes) -> Iterator[bytes]:
    """Yield what a gzip file holds; it may have several members, and padding behind the last."""
    stream = zlib.decompressobj(_GZIP_WINDOW)
    for piece in _parted(body):
        waiting = piece
        while waiting:
            if stream.eof:
                if not waiting.startswith(GZIP[: len(waiting)]):
                    return
                stream = zlib.decompressobj(_GZIP_WINDOW)
            try:
                chunk = stream.decompress(waiting, CHUNK)
            except zlib.error as error:
                raise DamagedInputError(f"the compression is broken, what comes before is kept: {error}") from error
            waiting = stream.unused_data if stream.eof else stream.unconsumed_tail
            if chunk:
                yield chunk
    if not stream.eof:
        raise DamagedInputError("the compressed data break off; what comes before is kept")
