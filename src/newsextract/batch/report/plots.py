"""Figures -> plots, as SVG inside a page: nothing moves, nothing is loaded, and colour alone says nothing.

Articles are plain, failures hatched (``PATTERN``, once a page). Texts and colours are those of the page's style sheet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from newsextract.batch.report.figures import Run
from newsextract.batch.report.words import duration, ending, moment, per

PATTERN = (
    '<svg class="hidden" width="0" height="0" aria-hidden="true"><defs>'
    '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="bad-paper" width="6" height="6"/><rect class="bad" width="3.5" height="6"/></pattern></defs></svg>'
)
"""What the hatched parts refer to."""

_WIDTH = 720
_LABEL, _BAR, _ROW = 210, 330, 24
_LETTERS = 27
"""Letters that a label has room for."""
_LEFT, _TOP, _HEIGHT = 52, 16, 190
_MOST_TOLD_PAUSES = 8


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it stands for, how much, what is written beside it, and whether it counts failures."""

    label: str
    count: int
    note: str
    is_failure: bool = False


def bars(given: Sequence[Bar], title: str, unit: str) -> str:
    """Return horizontal bars, with an axis that counts in ``unit``."""
    ticks = _ticks(max((bar.count for bar in given), default=0), whole=True)
    scale = _BAR / ticks[-1]
    bottom = len(given) * _ROW + 4
    parts = [
        *(_line(_LABEL + tick * scale, 0, _LABEL + tick * scale, bottom) for tick in ticks),
        *(_text(_LABEL + tick * scale, bottom + 15, f"{tick:,.0f}", "middle", "muted") for tick in ticks),
        _text(_LABEL + _BAR / 2, bottom + 32, unit, "middle", "muted"),
    ]
    for row, bar in enumerate(given):
        y = row * _ROW + 4
        told = f"{bar.label}: {bar.note}"
        width = max(bar.count * scale, 1.5)
        parts += [
            _text(_LABEL - 8, y + 13, ending(bar.label, _LETTERS), "end"),
            _box(_LABEL, y, width, _ROW - 7, "failures" if bar.is_failure else "articles", told),
            _text(_LABEL + width + 6, y + 13, bar.note, "start", "note"),
        ]
    return _svg(bottom + 40, title, parts)


def throughput(runs: Sequence[Run], title: str) -> str:
    """Return what was done in a unit of time, over the time that runs took; pauses between them are lines.

    Each part of a run is a column: articles, and failures on top.
    """
    fastest = max((sum(part) / _length(run) for run in runs for part in run.parts if _length(run)), default=0.0)
    size, unit = per(fastest)
    ticks = _ticks(fastest * size)
    bottom = _TOP + _HEIGHT
    scale = _HEIGHT / ticks[-1]
    parts = []
    for tick in ticks:
        y = bottom - tick * scale
        parts += [_line(_LEFT, y, _WIDTH, y), _text(_LEFT - 6, y + 4, f"{tick:g}", "end", "muted")]
    total = sum(run.seconds for run in runs)
    gap = 24 if len(runs) <= _MOST_TOLD_PAUSES else 3
    across = (_WIDTH - _LEFT - gap * (len(runs) - 1)) / total if total else 0.0
    x = float(_LEFT)
    ends = []
    for run in runs:
        parts += _columns(run, x, across, bottom, scale * size)
        x += run.seconds * across
        ends.append(x)
        x += gap
    for (one, other), end in zip(pairwise(runs), ends, strict=False):
        parts += _pause(end + (5 if gap > 3 else 1.5), bottom, other.started - one.last, is_told=gap > 3)
    parts += _hours(runs, across, gap, bottom)
    parts.append(_text(_LEFT, _TOP - 5, f"pages a {_NAMES[unit]}", "start", "muted"))
    return _svg(bottom + 40, title, parts)


_NAMES = {"s": "second", "min": "minute", "h": "hour"}


def _length(run: Run) -> float:
    return run.seconds / len(run.parts)


def _columns(run: Run, x: float, across: float, bottom: float, scale: float) -> Iterator[str]:
    length = _length(run)
    for number, (articles, failures) in enumerate(run.parts):
        if not articles + failures or not length:
            continue
        start = run.started + number * length
        told = f"from {moment(start)} UTC, for {duration(length)}: {articles:,} articles, {failures:,} failures"
        left, width = x + number * length * across, max(length * across, 1)
        good, bad = articles / length * scale, failures / length * scale
        if articles:
            yield _box(left, bottom - good, width, good, "articles", told)
        if failures:
            yield _box(left, bottom - good - bad, width, bad, "failures", told)


def _pause(x: float, bottom: float, seconds: float, *, is_told: bool) -> Iterator[str]:
    yield _line(x, _TOP, x, bottom, "pause")
    if is_told and seconds >= 0:  # a clock that was set back tells no pause
        words = f"pause of {duration(seconds)}"
        yield (
            f'<text class="note" transform="translate({x + 14:.1f} {_TOP + 2:.1f}) rotate(-90)"'
            f' text-anchor="end">{escape(words)}</text>'
        )


def _hours(runs: Sequence[Run], across: float, gap: float, bottom: float) -> Iterator[str]:
    """Yield the axis of the time that the runs took."""
    total = sum(run.seconds for run in runs)
    size, unit = next(
        ((size, unit) for size, unit in ((3_600, "hours"), (60, "minutes")) if total >= 2 * size), (1, "seconds")
    )
    for tick in _ticks(total / size, beyond=False):
        x, left = float(_LEFT), tick * size
        for run in runs:
            if left <= run.seconds:
                break
            left -= run.seconds
            x += run.seconds * across + gap
        yield _line(x + left * across, bottom, x + left * across, bottom + 4)
        yield _text(x + left * across, bottom + 17, f"{tick:g}", "middle", "muted")
    where = (_LEFT + _WIDTH) / 2
    yield _text(where, bottom + 34, f"{unit} of running, pauses left out", "middle", "muted")


def _ticks(most: float, *, whole: bool = False, beyond: bool = True) -> list[float]:
    """Return up to seven round numbers from 0; whole: no fractions; beyond: the last one is ``most`` or more."""
    if most <= 0:
        return [0, 1]
    size = 1.0
    while size > most:
        size /= 10
    while size * 10 <= most:
        size *= 10
    step = next(step for step in (size / 5, size / 2, size, size * 2) if most / step <= 6)
    step = max(step, 1.0) if whole else step
    count = int(most / step + 1e-9)
    if beyond and count * step < most * (1 - 1e-9):
        count += 1
    return [number * step for number in range(count + 1)]


def _svg(height: float, title: str, parts: Iterable[str]) -> str:
    start = f'<svg viewBox="0 0 {_WIDTH} {height:.0f}" role="img" aria-label="{escape(title)}">'
    return "\n".join((start, *parts, "</svg>"))


def _box(x: float, y: float, width: float, height: float, kind: str, told: str) -> str:
    place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
    return f'<rect class="{kind}" {place}><title>{escape(told)}</title></rect>'


def _line(x: float, y: float, to_x: float, to_y: float, kind: str = "grid") -> str:
    return f'<line class="{kind}" x1="{x:.1f}" y1="{y:.1f}" x2="{to_x:.1f}" y2="{to_y:.1f}"/>'


def _text(x: float, y: float, text: str, anchor: str, kind: str = "label") -> str:
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'
