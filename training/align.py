"""Pieces and the true text of a page -> for each piece how much of it belongs to the story.

Tokens of both are compared by runs of four words; one chain of places, rising in both, is chosen so that a teaser or a
pull quote that repeats the body is not taken for it; short pieces must then fill the gaps between their neighbours.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

RUN = 4
SHORT = 6
WORD = re.compile(r"[\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af]|[^\W\u0e00-\u0eff\u2e80-\u9fff\uac00-\ud7af]+")


class Span(NamedTuple):
    """Where a piece stands in the truth: tokens begin to end, and the share of its tokens found there."""

    piece: int
    begin: int
    end: int
    share: float


def tokens(text: str) -> list[str]:
    """Return the words of a text, NFKC and lower case; each Chinese, Japanese, Korean or Thai sign is one."""
    return WORD.findall(unicodedata.normalize("NFKC", text).lower())


def align(pieces: Sequence[str], truth: Sequence[str]) -> dict[int, Span]:
    """Return for each piece that has one its place in the truth.

    pieces: their texts in order. truth: the true lines in order.
    """
    words = [tokens(piece) for piece in pieces]
    lines = [tokens(line) for line in truth]
    wanted = [word for line in lines for word in line]
    edges = _edges(lines)
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in range(len(wanted) - RUN + 1):
        places[tuple(wanted[i : i + RUN])].append(i)
    spans = [span for n, piece in enumerate(words) if len(piece) >= SHORT for span in _spans(n, piece, places)]
    chain = {span.piece: span for span in _heaviest_chain(spans, words)}
    return _fill(chain, words, wanted, edges)


def _edges(lines: list[list[str]]) -> set[int]:
    starts, at = set(), 0
    for line in lines:
        starts.add(at)
        at += len(line)
    return starts | {at}


def _spans(number: int, words: list[str], places: dict[tuple[str, ...], list[int]]) -> list[Span]:
    votes: Counter[int] = Counter()
    for i in range(len(words) - RUN + 1):
        for place in places.get(tuple(words[i : i + RUN]), ())[:20]:
            votes[place - i] += 1
    found = []
    for diagonal, _ in votes.most_common(3):
        near = sum(count for other, count in votes.items() if abs(other - diagonal) <= 3)
        share = min(1.0, (near + RUN - 1) / len(words))
        if share >= 0.2:
            found.append(Span(number, max(0, diagonal), diagonal + len(words), share))
    return found


def _heaviest_chain(spans: list[Span], words: list[list[str]]) -> list[Span]:
    """Return the chain of spans, rising in pieces and in the truth, that covers the most."""
    spans = sorted(spans, key=lambda span: (span.piece, span.begin))
    best: list[float] = []
    back: list[int] = []
    for i, span in enumerate(spans):
        weight, previous = 0.0, -1
        for j in range(i):
            other = spans[j]
            if other.piece < span.piece and other.end <= span.begin + 3 and best[j] > weight:
                weight, previous = best[j], j
        best.append(weight + span.share * len(words[span.piece]))
        back.append(previous)
    chain: list[Span] = []
    at = max(range(len(spans)), key=best.__getitem__, default=-1)
    while at >= 0:
        chain.append(spans[at])
        at = back[at]
    return chain[::-1]


def _fill(chain: dict[int, Span], words: list[list[str]], wanted: list[str], edges: set[int]) -> dict[int, Span]:
    """Place the pieces left over, short ones above all, in the gaps between their placed neighbours."""
    placed = sorted(chain)
    found, floor = dict(chain), 0
    for number, piece in enumerate(words):
        if number in chain:
            floor = max(floor, chain[number].end)
            continue
        after = bisect_right(placed, number)
        ceiling = chain[placed[after]].begin if after < len(placed) else len(wanted)
        if not piece or len(piece) > ceiling - floor + 2:
            continue
        for at in range(max(0, floor - 1), min(ceiling + 1, len(wanted)) - len(piece) + 1):
            on_edge = at in edges or at + len(piece) in edges
            if wanted[at : at + len(piece)] == piece and (on_edge or len(piece) >= SHORT):
                found[number] = Span(number, at, at + len(piece), 1.0)
                floor = at + len(piece)
                break
    return found
