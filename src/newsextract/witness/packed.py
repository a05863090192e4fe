"""Packed forms of JSON -> the values they stand for: flat lists of references, rows of a stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

MAX_ROWS = 20_000
FEW, SAMPLE = 3, 200

_ROW = re.compile(rb"([0-9a-f]{1,8}):(?:T([0-9a-f]{1,8}),)?")


def is_flat(value: Any) -> bool:
    """Whether a value is a flat list: texts stand in it, and objects hold the numbers of its entries, no values."""
    if not isinstance(value, list) or len(value) < FEW or not isinstance(value[0], dict | list):
        return False
    sample = value[:SAMPLE]
    if not any(isinstance(entry, str) for entry in value):
        return False
    return all(_is_number(each) for entry in sample if isinstance(entry, dict) for each in entry.values()) and all(
        _is_number(each) for entry in sample if isinstance(entry, list) for each in entry[_is_wrapper(entry) :]
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_wrapper(entry: list[Any]) -> bool:
    """Whether a list begins with the name of what it stands for, such as "Ref" or "Date"."""
    return bool(entry) and isinstance(entry[0], str) and entry[0][:1].isupper()


def unpacked(flat: Sequence[Any]) -> Any:
    """Return what a flat list stands for; one object may then be in several places, also within itself."""
    made: list[Any] = [{} if isinstance(one, dict) else [] if isinstance(one, list) else one for one in flat]
    size = len(made)
    for entry, own in zip(flat, made, strict=True):
        if isinstance(entry, dict):
            own |= {key: made[at] for key, at in entry.items() if isinstance(at, int) and 0 <= at < size}
        elif isinstance(entry, list):
            own += [made[at] for at in entry if isinstance(at, int) and 0 <= at < size]
    return made[0] if made else None


def streamed(chunks: Sequence[str]) -> Iterator[Any]:
    """Yield the values in the rows of a stream of server components; texts that they refer to are put in."""
    data = "".join(chunks).encode("utf-8", "replace")
    texts: dict[str, str] = {}
    rows: list[bytes] = []
    at = 0
    while at < len(data) and len(rows) + len(texts) < MAX_ROWS:
        row = _ROW.match(data, at)
        if row is not None and row[2] is not None:
            end = row.end() + int(row[2], 16)
            texts[f"${row[1].decode()}"] = data[row.end() : end].decode("utf-8", "replace")
            at = end
            continue
        end = data.find(b"\n", at)
        end = len(data) if end < 0 else end
        if row is not None and data[row.end() : row.end() + 1] in (b"[", b"{"):
            rows.append(data[row.end() : end])
        at = end + 1
    for line in rows:
        try:
            yield _filled(json.loads(line, strict=False), texts)
        except (ValueError, RecursionError):
            continue


def _filled(value: Any, texts: dict[str, str]) -> Any:
    """Put texts in the place of references to them."""
    stack = [value]
    while stack:
        holder = stack.pop()
        pairs = enumerate(holder) if isinstance(holder, list) else holder.items() if isinstance(holder, dict) else ()
        for key, kid in list(pairs):
            if isinstance(kid, dict | list):
                stack.append(kid)
            elif isinstance(kid, str) and kid in texts:
                holder[key] = texts[kid]
    return value
