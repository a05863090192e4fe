"""Lines of a text without markup -> the one that is its headline."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from newsextract.clean.credits import split_credit
from newsextract.clean.draft import Draft
from newsextract.clean.heads import BY
from newsextract.content import Piece
from newsextract.reasons import UNNAMED
from newsextract.text import bare, fold, words

MIN_SIZE, MAX_SIZE = 8, 220
PROSE_SIZE = 100
TOP = 12  # lines that stand above the text where no paragraph is found
HEAD = 6  # paragraphs that a line above may be the beginning of
REACH = 200  # lines above the first paragraph that are looked at
TOLD = 8000  # characters of the text in which the headline's words are looked for
STEM = 6  # letters by which words are compared: endings change
AROUND = 4  # lines before and after that tell what a line is
WIDE = "\u2e80"  # the first sign of the scripts of East Asia
LABEL_WORDS = 4  # that a path or a label may put before the headline
OPENING = 3  # lines above the first paragraph, where they have no more than headline, standfirst and byline
LINE_SIZE = 60  # of a byline or a date
STANDFIRST_SIZE = 90
STOPS = (".", "。", "…", "...", ":", "：", ",", ";", "।")
ELLIPSES = ("…", "...")
DASHES = ("-", "–", "—")
PROSE_ENDS = tuple('.!?…。！？।؟۔"”“»’)」:')
BARS = frozenset("|•·>/")
_SPOKEN = re.compile(r"[\w\u064b-\u065f\u0900-\u0963\u0966-\u0dff]+")
"""Words with the signs of vowels, which are no letters to a pattern."""

MIN_WORTH = 4.0
"""Below it no line is the headline: of the headlines of the development corpus three in a hundred are."""

WEIGHTS: dict[str, float] = {
    "about": 1.5,  # share of its words that the text has
    "telling": 0.3,  # words that the text has, each the less the more of the lines have it
    "words": 0.5,  # up to three such words
    "first": 2.3,  # share of its words that the first paragraph has
    "far": -0.6,  # lines between it and the first paragraph, as a logarithm
    "near": 0.5,  # twelve lines or less
    "full": 1.2,  # as long as headlines are
    "long": -2.3,  # for each fifty characters more
    "phrase": 1.0,  # four words or more
    "stop": -4.3,  # it ends as a sentence does
    "lower": -0.7,  # it begins with a small letter
    "bar": -1.9,  # it has the signs of a menu or a path
    "credit": -1.8,  # it names a picture's maker
    "byline": -2.2,  # it begins as a byline does
    "story": -3.8,  # the model takes it for a part of the story
    "repeated": 0.2,  # it stands there twice
    "dated": 1.8,  # a date follows
    "signed": 2.2,  # a byline follows
    "standfirst": 1.6,  # a longer line follows
    "leader": 1.0,  # it has a headline's shape, and no such line stands right above
    "follower": -0.5,  # such a line stands right above it
    "alike": 1.3,  # it says again what such a line above says: a breadcrumb, a standfirst
}
"""What each measure is worth, fitted on lines of the development corpus's pages (1,051 with a known headline)."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line above the text: its piece, its place, its words and those of them that the text has."""

    at: int
    piece: Piece
    terms: tuple[str, ...]
    told: tuple[str, ...]

    @property
    def about(self) -> float:
        return len(self.told) / len(self.terms) if self.terms else 0.0


def find_headline(draft: Draft) -> str | None:
    """Return the line that is the headline of a text; None where no line above the first paragraph is like one."""
    lines = [piece for piece in draft.pieces if draft.cuts.get(piece.at, UNNAMED) == UNNAMED and piece.picture is None]
    first = _first_paragraph(lines, draft)
    candidates = _candidates(lines, first, draft)
    worths = _Scale(lines, first, candidates, draft)
    rated = {line: worths.of(line) for line in candidates}
    best = max(candidates, key=lambda line: (rated[line], -line.at), default=None)
    if best is None:
        return None
    if rated[best] >= MIN_WORTH:
        return _plainest(best, candidates).piece.text
    if first == len(lines) or lines[first].at in draft.cuts:  # there is no text that it could stand above
        return None
    above = [line for line in candidates if first - OPENING <= line.at < first and _may_open(line, worths)]
    opening = max(above, key=lambda line: (_counts(line, worths), -line.at), default=None)
    return opening.piece.text if opening is not None else None


def _plainest(best: _Line, candidates: Sequence[_Line]) -> _Line:
    """Return the line that says the headline best: a path or a label may stand before it, a sign after its kicker.

    So without the words that another line of a headline's size does without, and of those with the same words the one
    with most signs.
    """
    ends = [line for line in candidates if _is_phrase(line.piece.text) and _ends_like(best.piece.text, line.piece.text)]
    shortest = min(len(words(line.piece.text)) for line in (best, *ends))
    same = [line for line in (best, *ends) if len(words(line.piece.text)) == shortest]
    return max(same, key=lambda line: (len(line.piece.text), -line.at))


def _ends_like(text: str, other: str) -> bool:
    """Whether a line has the words of another, or has them at its end, with a few before."""
    if text[-1] != other[-1] or len(other) > len(text) + LABEL_WORDS:
        return False
    spoken, ours = words(text), words(other)
    return spoken == ours or (text.endswith(other) and len(spoken) <= len(ours) + LABEL_WORDS)


def _may_open(line: _Line, worths: _Scale) -> bool:
    """Whether a line right above the paragraphs is no sentence, byline, credit, date or dateline."""
    text = line.piece.text
    plain = not text.endswith((*STOPS, *DASHES)) and BARS.isdisjoint(text) and not is_byline(text)
    letters, digits = sum(map(str.isalpha, text)), sum(map(str.isdigit, text))
    told = line.at == 0 or worths.counts[bare(text)] > 1 or text.count(" ") >= 2 or _is_wide(text)
    return plain and told and letters > 2 * digits and not worths.credited[line.at]


def _counts(line: _Line, worths: _Scale) -> tuple[bool, int]:
    """Return whether a line stands there twice, and how many words it has."""
    return worths.counts[bare(line.piece.text)] > 1, line.piece.text.count(" ")


def _first_paragraph(lines: Sequence[Piece], draft: Draft) -> int:
    """Return the number of the first line that is a paragraph of the story."""
    story = (at for at, piece in enumerate(lines) if piece.at not in draft.cuts)
    return next((at for at in story if _is_paragraph(lines[at])), min(TOP, len(lines)))


def _is_paragraph(piece: Piece) -> bool:
    """Whether a line is a paragraph and no long headline."""
    return piece.prose and piece.size >= PROSE_SIZE and (piece.text.endswith(PROSE_ENDS) or piece.size > MAX_SIZE)


def _candidates(lines: Sequence[Piece], first: int, draft: Draft) -> list[_Line]:
    """Return the lines above the first paragraph, and it, that are of a headline's size."""
    story = " ".join(piece.text for piece in lines[first:] if piece.at not in draft.cuts)[:TOLD]
    told = set(terms(story))
    below = [bare(piece.text) for piece in lines[first : first + HEAD]]
    found = []
    for at in range(max(0, first - REACH), min(first + 1, len(lines))):
        piece = lines[at]
        if MIN_SIZE <= piece.size <= MAX_SIZE and _has_words(piece.text) and not _is_stub(piece.text, below):
            said = tuple(dict.fromkeys(terms(piece.text)))
            found.append(_Line(at, piece, said, tuple(term for term in said if term in told)))
    return found


class _Scale:
    """What the lines around a candidate say of it."""

    def __init__(self, lines: Sequence[Piece], first: int, candidates: Sequence[_Line], draft: Draft) -> None:
        self.lines, self.first, self.draft = lines, first, draft
        self.opening = set(terms(lines[first].text)) if first < len(lines) else set[str]()
        self.counts = Counter(bare(piece.text) for piece in lines)
        self.having = Counter(term for line in candidates for term in line.terms)
        self.credited = {line.at: split_credit(line.piece.text)[1] is not None for line in candidates}
        self.shaped = {line.at: line for line in candidates if self._has_shape(line)}

    def of(self, line: _Line) -> float:
        """Return what a line is worth as the headline."""
        return sum(WEIGHTS[name] * value for name, value in {**self._words(line), **self._place(line)}.items())

    def _words(self, line: _Line) -> dict[str, float]:
        text = line.piece.text
        return {
            "about": line.about,
            "telling": min(5.0, sum(self.having[term] ** -0.5 for term in line.told)),
            "words": min(3, len(line.told)),
            "first": sum(term in self.opening for term in line.terms) / max(1, len(line.terms)),
            "full": min(line.piece.size, 70) / 70,
            "long": max(0, line.piece.size - 110) / 50,
            "phrase": _is_phrase(text),
            "stop": text.endswith(STOPS),
            "lower": text[0].islower(),
            "bar": not BARS.isdisjoint(text),
            "credit": self.credited[line.at],
            "byline": is_byline(text),
            "story": line.piece.at not in self.draft.cuts,
            "repeated": self.counts[bare(text)] > 1,
        }

    def _place(self, line: _Line) -> dict[str, float]:
        below = [piece.text for piece in self.lines[line.at + 1 : line.at + 1 + AROUND]]
        above = [self.shaped[at] for at in range(line.at - AROUND, line.at) if at in self.shaped]
        standfirst = self.lines[line.at + 1 : min(line.at + AROUND, self.first)]
        return {
            "far": math.log1p(self.first - line.at),
            "near": self.first - line.at <= TOP,
            "dated": any(len(text) < LINE_SIZE and sum(map(str.isdigit, text)) >= 4 for text in below),
            "signed": any(len(text) < LINE_SIZE and is_byline(text) for text in below),
            "standfirst": any(STANDFIRST_SIZE < piece.size <= MAX_SIZE for piece in standfirst),
            "leader": line.at in self.shaped and not above,
            "follower": line.at - 1 in self.shaped,
            "alike": max((_overlap(line, other) for other in above), default=0.0),
        }

    def _has_shape(self, line: _Line) -> bool:
        text = line.piece.text
        like = line.about >= 0.3 and line.piece.size >= 25 and _is_phrase(text)
        return like and not text.endswith(STOPS) and not self.credited[line.at] and not is_byline(text)


def _overlap(line: _Line, other: _Line) -> float:
    """Return the share of the shorter line's words that both have."""
    ours, theirs = set(line.terms), set(other.terms)
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def terms(text: str) -> list[str]:
    """Return the words that tell what a text is about; of a script without blanks, pairs of signs."""
    spoken = _SPOKEN.findall(fold(text))
    if text.isascii() or max(text) < WIDE:
        return [word[:STEM] for word in spoken if len(word) > 3]
    found = []
    for word in spoken:
        if _is_wide(word):
            found += [word[i : i + 2] for i in range(len(word) - 1)]
        elif len(word) > 3:
            found.append(word[:STEM])
    return found


def _has_words(text: str) -> bool:
    return " " in text or _is_wide(text)


def _is_stub(text: str, paragraphs: Sequence[str]) -> bool:
    """Whether a line is the beginning of a paragraph below, with dots where it breaks off."""
    return text.endswith(ELLIPSES) and any(paragraph.startswith(bare(text)) for paragraph in paragraphs)


def _is_phrase(text: str) -> bool:
    return text.count(" ") >= 3 or _is_wide(text)


def _is_wide(text: str) -> bool:
    return text[0] >= WIDE


def is_byline(text: str) -> bool:
    """Tell whether a line begins as bylines do."""
    return fold(text).startswith(BY)
