"""Lines of a dump that are parts of one paragraph -> whole lines: wrapped at a width, or broken where a link stood."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

Line = tuple[int, str]
"""A line that is not blank: its number from 1, and its text as it came."""

NARROW, WIDE = 40, 130  # widths at which text is wrapped
WRAPPED = 0.3  # share of the lines that must run to the width
FEWEST = 3  # such lines
OPEN = 0.6  # share of them that must end within a sentence: short paragraphs end at a stop
LINK = 60  # characters of a link within a sentence
LONG = 40  # of the longest part of a paragraph: the lines of poems and lists are shorter
SMALL = 4  # letters of a word that no heading ends with
BROKEN = 2  # breaks within sentences from which on a text counts as broken
STOPS = tuple(".!?…:。！？：।؟۔")
CLOSING = " \"'”’»」』)）]"
GOES_ON = tuple(",.;:!?…)]}”’»，、。；：！？）」』")
"""Signs that end something, and so begin no line."""


def whole_lines(dump: str, starts_block: Callable[[str], bool] | None = None) -> list[Line]:
    """Return the lines of a text that are not blank, those that are parts of one paragraph joined.

    starts_block: whether a line begins a passage of its own whatever stands above, None where nothing tells. A text
    is left as it is unless many of its lines are so parted.
    """
    rows = [(number, line) for number, line in enumerate(dump.splitlines(), 1) if line and not line.isspace()]
    own = [starts_block(line) for _, line in rows] if starts_block is not None else [False] * len(rows)
    if (width := _width(rows, own)) is not None:
        return list(_joined(rows, [_runs_on(upper, lower, width) for upper, lower in pairwise(rows)], own))
    breaks = _breaks(rows)
    return list(_joined(rows, breaks, own)) if breaks else rows


def _width(rows: Sequence[Line], own: Sequence[bool]) -> int | None:
    """Return the width at which a text is wrapped; None where it is not."""
    sizes = [len(line) for (_, line), alone in zip(rows, own, strict=True) if not alone and "://" not in line]
    width = max(sizes, default=0)
    if not NARROW <= width <= WIDE:
        return None
    full = [upper for upper, lower in pairwise(rows) if _runs_on(upper, lower, width)]
    within = sum(not _ends(line) for _, line in full)
    return width if len(full) >= max(FEWEST, WRAPPED * len(rows)) and within >= OPEN * len(full) else None


def _runs_on(upper: Line, lower: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted."""
    word = lower[1].split(None, 1)[0]
    return lower[0] == upper[0] + 1 and len(upper[1].rstrip()) + 1 + len(word) > width


def _breaks(rows: Sequence[Line]) -> list[bool]:
    """Return for each line but the last whether the next one goes on with its sentence; nothing where hardly any does.

    A line that begins small, or with a sign that ends something, goes on with an open one; so does the link in front
    of it, where what stands above it ends with a blank, a comma or a small word.
    """
    texts = [line.strip() for _, line in rows]
    if sum(map(_continues, texts)) < BROKEN:
        return []
    plain = [_continues(lower) and not _ends(upper) for upper, lower in pairwise(texts)]
    if sum(plain) < BROKEN:
        return []
    linked = [
        plain[at + 1] and len(texts[at + 1]) <= LINK and not _ends(texts[at]) and _is_open(rows[at][1])
        for at in range(len(plain) - 1)
    ]
    found = [one or other for one, other in zip(plain, [*linked, False], strict=True)]
    for first, last in _groups(found):
        if not _ends(texts[last]) or max(map(len, texts[first : last + 1])) < LONG:
            found[first:last] = [False] * (last - first)
    return found if sum(found) >= BROKEN else []


def _groups(found: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of the lines that are to be joined, group by group."""
    first = None
    for at, joined in enumerate([*found, False]):
        if joined and first is None:
            first = at
        elif not joined and first is not None:
            yield first, at
            first = None


def _joined(rows: Sequence[Line], joins: Sequence[bool], own: Sequence[bool]) -> Iterator[Line]:
    number, parts = 0, list[str]()
    for (at, line), joined, alone in zip(rows, [False, *joins], own, strict=True):
        if joined and not alone:
            parts.append("" if line.lstrip().startswith(GOES_ON) else " ")
            parts.append(line.strip())
            continue
        if parts:
            yield number, "".join(parts)
        number, parts = at, [line.rstrip()]
    if parts:
        yield number, "".join(parts)


def _ends(text: str) -> bool:
    return text.rstrip(CLOSING).endswith(STOPS)


def _continues(text: str) -> bool:
    return text[:1].islower() or text.startswith(GOES_ON)


def _is_open(line: str) -> bool:
    """Whether a line is the beginning of a sentence and no headline."""
    last = line.split()[-1:]
    return line.endswith((" ", ",")) or bool(last and last[0].islower() and len(last[0]) <= SMALL)
