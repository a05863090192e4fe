"""Page <-> file: two lines, then the bytes of the body as they are; gzip around it all where the name ends in ".gz".

    newsextract-page 1 <SHA-256 in hex of all that follows this line>
    {"url": "https://...", "final_url": null, "status": 200, "fetched_at": "2026-11-26T02:00:00Z", "headers": {}}

Lines are ASCII and end with a line feed. ``fetched_at`` is ISO 8601 or null; ``headers`` maps names to values.
"""

from __future__ import annotations

import gzip
import json
import zlib
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from newsextract.errors import DamagedPageError
from newsextract.files import replacing
from newsextract.page import Page

_KIND = b"newsextract-page 1"
_TYPES = {"url": str | None, "final_url": str | None, "status": int, "fetched_at": str | None, "headers": dict}


def write(page: Page, path: Path) -> None:
    """Write a page into a file, which is replaced as a whole. Raises OSError."""
    head = {name: getattr(page, name) for name in _TYPES}
    head["headers"] = dict(page.headers)
    head["fetched_at"] = page.fetched_at and page.fetched_at.isoformat()
    rest = json.dumps(head).encode("ascii") + b"\n" + page.body
    content = b"%b %b\n%b" % (_KIND, _digest(rest), rest)
    with replacing(path) as file:
        file.write(gzip.compress(content, mtime=0) if path.suffix == ".gz" else content)


def read(path: Path) -> Page:
    """Return the page in a file; raise DamagedPageError where it is not all there, OSError where it can't be read."""
    content = path.read_bytes()
    try:
        return parsed(gzip.decompress(content) if path.suffix == ".gz" else content)
    except (OSError, EOFError, zlib.error, DamagedPageError) as error:
        raise DamagedPageError(f"{path.name} is not as Page.save wrote it: {error}") from error


def is_one(content: bytes) -> bool:
    """Tell whether the content of a file, unpacked, is that of a page in this form, by how it begins."""
    return content.startswith(_KIND[:-1])


def parsed(content: bytes) -> Page:
    """Return the page in the content of a file, unpacked; raise DamagedPageError where it is not all there."""
    try:
        return _page(content)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise DamagedPageError(str(error)) from error


def _page(content: bytes) -> Page:
    mark, _, rest = content.partition(b"\n")
    kind, _, digest = mark.rpartition(b" ")
    if kind != _KIND:
        raise ValueError("it is no page, or of another version")
    if digest != _digest(rest):
        raise ValueError("bytes are missing or changed")
    line, _, body = rest.partition(b"\n")
    head: dict[str, Any] = json.loads(line)
    if not all(isinstance(head[name], kind) for name, kind in _TYPES.items()):
        raise ValueError("its second line lacks something")
    at = head["fetched_at"]
    fetched_at = None if at is None else datetime.fromisoformat(at)
    return Page(head["url"], body, head["headers"], head["status"], head["final_url"], fetched_at)


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode("ascii")
