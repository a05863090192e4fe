"""Phrases of the world's news sites, kept as data in ``lexicon``, and the forms in which lines are compared with them.

A file of the lexicon has one kind of phrase: lines ``language: phrase | phrase`` (BCP 47), already in the form in which
they are compared, with # for a number. Lines that begin with # say what the phrases are.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from newsextract.text import fold

MAX_OPENING = 160
OPENERS = frozenset("([（【「“\"'«©#")
"""Signs that belong to an opening: brackets and quotes say who speaks."""

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")


@lru_cache(maxsize=64)  # every rule asks for the same piece in turn
def key(text: str) -> str:
    """Return the form in which whole lines are compared: folded, numbers as #, nothing but letters at the ends.

    >>> key("» 12 Comments …"), key("[Anzeige:]")
    ('# comments', 'anzeige')
    """
    line = _NUMBER.sub("#", fold(text))
    start, end = 0, len(line)
    while start < end and not _speaks(line[start]):
        start += 1
    while end > start and not _speaks(line[end - 1]):
        end -= 1
    return line[start:end]


@lru_cache(maxsize=64)
def opening(text: str) -> str:
    """Return the form in which openings are compared: the beginning, folded, numbers as #, without bullets and arrows.

    >>> opening("👉 Read Also: The 3 ferries")
    'read also: the # ferries'
    """
    line = _NUMBER.sub("#", fold(text[:MAX_OPENING]))
    start = 0
    while start < len(line) and not (_speaks(line[start]) or line[start] in OPENERS):
        start += 1
    return line[start:]


def tokens(text: str) -> list[str]:
    """Return the words of the key, without the signs between them.

    >>> tokens("Share | Tweet · E-Mail")
    ['share', 'tweet', 'e-mail']
    """
    return [trimmed for word in key(text).split() if (trimmed := key(word))]


@cache
def languages(*names: str) -> Mapping[str, tuple[str, ...]]:
    """Return the phrases of these files of the lexicon by language; "und" holds what is said everywhere."""
    found: dict[str, tuple[str, ...]] = {}
    for name in names:
        for language, phrases in _lines(name):
            found[language] = found.get(language, ()) + phrases
    return found


@cache
def table(*names: str) -> frozenset[str]:
    """Return the phrases of these files of the lexicon in all languages."""
    return frozenset(phrase for phrases in languages(*names).values() for phrase in phrases)


@cache
def openings(*names: str) -> tuple[str, ...]:
    """Return the openings in these files of the lexicon, the longest first."""
    return tuple(sorted(table(*names), key=len, reverse=True))


def after(text: str, *names: str) -> str | None:
    """Return what follows the opening that a line begins with; None where it begins with none of these files.

    An opening ends where its word ends, so that "follow us" is none in "follow usual".
    """
    line = opening(text)
    starts = openings(*names)
    if not line.startswith(starts):
        return None
    for start in starts:
        if line.startswith(start) and not _goes_on(line, len(start)):
            return line[len(start) :]
    return None


def _goes_on(line: str, end: int) -> bool:
    """Whether a word goes on at a position; words of scripts without blanks end anywhere."""
    if end >= len(line) or not line[end - 1].isalnum():
        return False
    return unicodedata.category(line[end])[0] in "LM" and not _unspaced(line[end - 1])


def _unspaced(char: str) -> bool:
    return (
        "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff" or "\u2e80" <= char
    )


def _speaks(char: str) -> bool:
    """Whether a sign is part of a word: a letter, a mark on one, a number, or the # that stands for numbers."""
    return char.isalnum() or char == "#" or unicodedata.category(char)[0] == "M"


def _lines(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    source = files("newsextract.clean").joinpath("lexicon", f"{name}.txt").read_text("utf-8")
    for line in source.splitlines():
        if not line.startswith("#"):
            language, _, phrases = line.partition(": ")
            yield language, tuple(phrases.split(" | "))
