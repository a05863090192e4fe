"""Labels of the house's convention (docs/convention.md): which passages of a page bear which mark, by hashes of text.

A file in ``training/labels`` has a JSON line for each page: its name, the key of its bytes, its type, and for each mark
the hashes of its passages. No text of a page stands there.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsextract.body.judge import plain_case
from newsextract.content import Content, Piece
from newsextract.text import fold

FOLDER = Path(__file__).parent / "labels"
MARKS = "bhsnc"
BODY = "bh"
NO_ARTICLE = frozenset({"other", "listing"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What was settled for one page: its type, and the mark of each hash that has one."""

    page: str
    kind: str
    marks: dict[str, str]


def readings(folder: Path = FOLDER) -> dict[str, Reading]:
    """Return all that was read, by the key of the page's bytes."""
    found = {}
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            entry: dict[str, Any] = json.loads(line)
            marks = {name: mark for mark in MARKS for name in entry.get(mark, ())}
            found[entry["key"]] = Reading(entry["page"], entry["type"], marks)
    return found


def passages(content: Content) -> list[Piece]:
    """Return the passages that are no plain case of something else: those that a labeller judges."""
    return [piece for piece in content.pieces if piece.picture is None and plain_case(piece, content) is None]


def hashes(pieces: Sequence[Piece]) -> Iterator[str]:
    """Yield a name for each passage: a hash of its text, and which of several with that text it is."""
    seen: Counter[str] = Counter()
    for piece in pieces:
        name = hashlib.sha1(fold(piece.text).encode(), usedforsecurity=False).hexdigest()[:10]
        seen[name] += 1
        yield name if seen[name] == 1 else f"{name}.{seen[name]}"


def marked(content: Content, reading: Reading) -> dict[int, str]:
    """Return the mark of each passage by position, "-" where it has none."""
    asked = passages(content)
    return {piece.at: reading.marks.get(name, "-") for piece, name in zip(asked, hashes(asked), strict=True)}
