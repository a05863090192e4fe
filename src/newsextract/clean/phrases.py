"""Phrases of the world's news sites, kept as data in ``lexicon``, and the forms in which lines are compared with them.

A file of the lexicon has one kind of phrase: lines ``language: phrase | phrase`` (BCP 47), in lower case, with # for a
number. Lines that begin with # say what the phrases are.
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

LONGEST_WORD = 40  # signs of a line's first word that is looked at alone

BRACKETS = "([{【 "
LEADS = "".join(OPENERS - {"#"}) + " "

_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_ACCENTS = re.compile("[\u0300-\u036f]")


def plain(text: str) -> str:
    """Return the text folded and without accents, which capitals often lack; the Turkish i without a dot is an i.

    >>> plain("À LIRE AUSSI"), plain("İLGİLİ")
    ('a lire aussi', 'ilgili')
    """
    folded = fold(text)
    return folded if folded.isascii() else _without_accents(folded)


@lru_cache(maxsize=2048)  # every rule asks for it, and sites repeat their labels
def key(text: str) -> str:
    """Return the form in which whole lines are compared: plain, numbers as #, nothing but letters at the ends.

    >>> key("» 12 Comments …"), key("[PUBLICITÉ:]")
    ('# comments', 'publicite')
    """
    line = _NUMBER.sub("#", plain(text))
    start, end = 0, len(line)
    while start < end and not speaks(line[start]):
        start += 1
    while end > start and not speaks(line[end - 1]):
        end -= 1
    return line[start:end]


@lru_cache(maxsize=64)  # every rule asks for the same piece in turn
def opening(text: str) -> str:
    """Return the form in which openings are compared: the beginning, plain, numbers as #, no bullets and arrows.

    >>> opening("👉 Read Also: The 3 ferries")
    'read also: the # ferries'
    """
    line = _NUMBER.sub("#", plain(text[:MAX_OPENING]))
    start = 0
    while start < len(line) and not (speaks(line[start]) or line[start] in OPENERS):
        start += 1
    return line[start:]


def tokens(text: str) -> list[str]:
    """Return the words of the key, without the signs between them.

    >>> tokens("Share | Tweet · E-Mail")
    ['share', 'tweet', 'e-mail']
    """
    line = key(text)
    if line.replace(" ", "").isalnum():
        return line.split()
    return [trimmed for word in line.split() if (trimmed := key(word))]


def head(text: str) -> str:
    """Return by what lines and phrases are sorted: the first word of the key, or two signs of a script without blanks.

    >>> head("Korrektur: Der Pegel"), head("関連記事：港")
    ('korrektur', '関連')
    """
    word = text[:LONGEST_WORD].partition(" ")[0]
    return (len(word) < LONGEST_WORD and _word_head(word)) or _head(key(text[:MAX_OPENING]))


@cache
def table(*names: str) -> frozenset[str]:
    """Return the phrases of these files of the lexicon in all languages."""
    if len(names) > 1:  # each file is read once
        return frozenset().union(*map(table, names))
    return frozenset(phrase for name in names for _, phrases in read(name) for phrase in phrases)


@cache
def heads(*names: str) -> frozenset[str]:
    """Return the heads of all phrases of these files: a line with another head begins with none of them."""
    return frozenset().union(*map(heads, names)) if len(names) > 1 else frozenset(map(_head, table(*names)))


def after(text: str, *names: str) -> str | None:
    """Return what follows the opening that a line begins with; None where it begins with none of these files.

    An opening ends where its word ends, so that "follow us" is none in "follow usual"; a bracket may stand before it.
    """
    found = _openings(*names).get(head(text), ())
    line = opening(text) if found else ""
    for form in (line, line.lstrip(BRACKETS)):
        for start in found:
            if form.startswith(start) and not _goes_on(form, len(start)):
                return form[len(start) :]
    return None


def is_unspaced(char: str) -> bool:
    """Whether a sign is of a script that puts no blanks between words (Thai, Chinese ...) or few of them (Korean)."""
    return (
        "\u0e00" <= char <= "\u0eff" or "\u1000" <= char <= "\u109f" or "\u1780" <= char <= "\u17ff" or char >= "\u2e80"
    )


def speaks(char: str) -> bool:
    """Whether a sign is part of a word: a letter, a mark on one, a number, or the # that stands for numbers."""
    return char.isalnum() or char == "#" or unicodedata.category(char)[0] == "M"


def read(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the lines of a file of the lexicon: a language, "und" for what is said everywhere, and its phrases."""
    source = files("newsextract.clean").joinpath("lexicon", f"{name}.txt").read_text("utf-8")
    for line in _without_accents(source).splitlines():
        if not line.startswith("#"):
            language, _, phrases = line.partition(": ")
            yield language, tuple(phrases.split(" | "))


@cache
def _openings(*names: str) -> Mapping[str, tuple[str, ...]]:
    """Return the openings in these files by their heads, the longest first."""
    found: dict[str, list[str]] = {}
    for start in sorted(table(*names), key=len, reverse=True):
        found.setdefault(_head(start), []).append(start)
    return {first: tuple(starts) for first, starts in found.items()}


@lru_cache(maxsize=4096)  # lines of one language begin with the same words
def _word_head(word: str) -> str:
    """Return the head of every line that begins with this word; "" where what follows may be part of it."""
    line = key(word)
    return "" if len(line) < 2 and (not line or is_unspaced(line)) else _head(line)


def _head(line: str) -> str:
    """Return the head of a line that is a key already, or of a phrase, before which a bracket may stand."""
    line = line.lstrip(LEADS)
    if line and is_unspaced(line[0]):
        return line[:2]
    word = line.partition(" ")[0]
    return word if word.isalnum() else key(word)


def _goes_on(line: str, end: int) -> bool:
    """Whether a word goes on at a position; words of scripts without blanks end anywhere."""
    if end >= len(line) or not line[end - 1].isalnum():
        return False
    spaced = not is_unspaced(line[end - 1]) and not is_unspaced(line[end])
    return spaced and unicodedata.category(line[end])[0] in "LM"


def _without_accents(folded: str) -> str:
    parted = _ACCENTS.sub("", unicodedata.normalize("NFD", folded))
    return unicodedata.normalize("NFC", parted).replace("ı", "i")
