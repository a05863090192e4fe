"""Lines of a scraped text -> how each looks, and where it stands among runs of prose: all there is without markup."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from newsextract.content import Piece

SENTENCE_ENDS = tuple('.!?…。！？।॥؟۔"”“»’)」')
COLONS = (":", "：")
QUESTIONS = ("?", "？", "؟")
SIGNS = {
    sign: code
    for code, signs in enumerate(("\"'“”„‟«»‘’‚‹›「『", "-–—―•·*▪►●‣→>", "([（【", "©@#"), 3)
    for sign in signs
}
SAMPLE = 200  # characters of a line that are looked at one by one
GAP = 2  # lines that are no prose may part a run: a subheading, an answer, a label that was overlooked
WINDOWS = (3, 8)
SHORT = 60
NEIGHBOURS = (-3, -2, -1, 1, 2, 3)
LOOK = ("size", "closed", "prose", "first_sign", "words", "colon", "question", "digits", "capitals", "address", "stops")
COLON = LOOK.index("colon")
FAR = 99
NEAR = 4  # of its look, how many measures a line's neighbours are seen by
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LARGE, _SMALL = string.ascii_uppercase.encode(), string.ascii_lowercase.encode()
_WINDOW = ("prose", "open", "mean")
_OUTSIDE = (0.0,) * NEAR


def look_of_line(piece: Piece) -> tuple[float, ...]:
    """Return the measures of a line by itself, named ``LOOK``."""
    text = piece.text
    start = text[:SAMPLE]
    return (
        piece.size,
        float(text.endswith(SENTENCE_ENDS)),
        float(piece.prose),
        _sign(text[0]),
        text.count(" ") + 1,
        float(text.endswith(COLONS)),
        float(text.endswith(QUESTIONS)),
        sum(map(str.isdigit, start)) / len(start),
        capitals(start),
        float("@" in text or "://" in text or "www." in text),
        text.count(". "),
    )


def capitals(start: str) -> float:
    """Return the share of capitals in the letters with case of the beginning of a text."""
    plain = start.encode("ascii", "ignore")  # counted ten times as fast as sign by sign
    beyond = () if len(plain) == len(start) else _BEYOND_ASCII.findall(start)
    large = len(plain) - len(plain.translate(None, _LARGE)) + sum(map(str.isupper, beyond))
    small = len(plain) - len(plain.translate(None, _SMALL)) + sum(map(str.islower, beyond))
    return large / (large + small or 1)


def _sign(first: str) -> int:
    """Return a code for the first character of a line: a capital or a letter without case is 0."""
    if first.isalpha():
        return 1 if first.islower() else 0
    return 2 if first.isdigit() else SIGNS.get(first, 7)


class Runs:
    """A text's runs of prose as its lines see them."""

    NAMES: ClassVar[tuple[str, ...]] = (
        *LOOK,
        *("index_back", "index_share", "read", "left", "repeats", "prose_back", "prose_ahead", "announced"),
        *("run_share", "run_lines", "run_before", "run_after"),
        *("main_before", "main_after", "main_share", "size_rank"),
        *(f"{side}{size}_{name}" for size in WINDOWS for side in ("back", "ahead") for name in _WINDOW),
        *(f"n{offset:+d}_{name}" for offset in NEIGHBOURS for name in LOOK[:NEAR]),
    )  # fmt: skip

    def __init__(self, lines: Sequence[Piece], looks: Sequence[tuple[float, ...]]) -> None:
        """Find the runs. looks: each line's measures by itself."""
        self.lines = lines
        self.looks = looks
        self.runs = _runs(lines)
        sums = [sum(lines[number].size for number in run) for run in self.runs]
        self.main = self.runs[max(range(len(sums)), key=sums.__getitem__)] if sums else [0]
        self.run_of = {number: place for place, run in enumerate(self.runs) for number in range(run[0], run[-1] + 1)}
        self.repeats = Counter(piece.text for piece in lines)
        self.back = _nearest(lines, range(len(lines)))
        self.ahead = _nearest(lines, range(len(lines) - 1, -1, -1))
        self.sizes = _sums([piece.size for piece in lines])
        self.prose = _sums([piece.size if piece.prose else 0 for piece in lines])
        self.unclosed = _sums([int(look[0] < SHORT and not look[1]) for look in looks])
        self.total = self.prose[-1] or 1
        self.shares = [amount / self.total for amount in sums]
        self.main_share = max(self.shares, default=0.0)
        sizes = sorted(piece.size for piece in lines)
        self.ranks = {size: 1 - place / len(sizes) for place, size in enumerate(sizes, 1)}

    def of(self, number: int) -> list[float]:
        """Return the measures named ``NAMES`` of a line."""
        count, read = len(self.lines), self.prose[number]
        place = self.run_of.get(number)
        run = self.runs[place] if place is not None else None
        values = [
            *self.looks[number],
            count - number,
            number / count,
            read / self.total,
            (self.total - read) / self.total,
            self.repeats[self.lines[number].text],
            *self._beside_prose(number),
            self.shares[place] if place is not None else 0.0,
            len(run) if run else 0,
            number - run[0] if run else -1,
            run[-1] - number if run else -1,
            max(0, self.main[0] - number),
            max(0, number - self.main[-1]),
            self.main_share,
            self.ranks[self.lines[number].size],
        ]
        for size in WINDOWS:
            values += self._window(number - size, number)
            values += self._window(number + 1, number + 1 + size)
        for offset in NEIGHBOURS:
            values += self.looks[number + offset][:NEAR] if 0 <= number + offset < count else _OUTSIDE
        return values

    def _beside_prose(self, number: int) -> tuple[float, ...]:
        """Return the steps to the prose before and after a line, and whether the former announces something."""
        back, ahead = self.back[number], self.ahead[number]
        announced = back is not None and bool(self.looks[back][COLON])
        return (
            number - back if back is not None else FAR,
            ahead - number if ahead is not None else FAR,
            float(announced),
        )

    def _window(self, first: int, end: int) -> tuple[float, float, float]:
        """Return the share of prose, the short lines without an end, and the mean size of some lines."""
        first, end = max(0, first), min(len(self.lines), end)
        if first >= end:
            return 0.0, -1.0, 0.0
        return (
            (self.prose[end] - self.prose[first]) / self.total,
            (self.unclosed[end] - self.unclosed[first]) / (end - first),
            (self.sizes[end] - self.sizes[first]) / (end - first),
        )


def _runs(lines: Sequence[Piece]) -> list[list[int]]:
    """Return the numbers of the lines of prose, by run."""
    runs: list[list[int]] = []
    for number, piece in enumerate(lines):
        if piece.prose:
            if runs and number - runs[-1][-1] <= GAP + 1:
                runs[-1].append(number)
            else:
                runs.append([number])
    return runs


def _nearest(lines: Sequence[Piece], order: range) -> dict[int, int | None]:
    """Return for each line the number of the prose that comes last before it in this order, None where none."""
    found: dict[int, int | None] = {}
    last: int | None = None
    for number in order:
        found[number] = last
        if lines[number].prose:
            last = number
    return found


def _sums(values: Sequence[int]) -> list[int]:
    found = [0]
    for value in values:
        found.append(found[-1] + value)
    return found
