"""Words between two marks of a byline -> the parties' words, at commas, slashes and "and"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.metadata import credit_words as vocabulary
from newsextract.metadata.agencies import agency

MIN_INSTITUTION = 2
"""Words of an institution's name that its first word alone tells."""
_COMMAS = re.compile(r"\s?[,،]\s?|\s?&\s?")
_SLASH = re.compile(r"/\s?(?=\S{2})")
_HYPHENS = re.compile(r"\s?[-–+]\s?")
_SURNAME_ANDS = frozenset({"y", "e", "i"})
"""Words for "and" that also join two surnames of one person: "Ortega y Medrano"."""
_GLUED = {"و": 4, "ו": 3}
"""Letters that mean "and" when put before a word, and how long the whole must be."""


def parts(text: str, tongue: str, *, whole: bool = False) -> Iterator[tuple[str, bool]]:
    """Yield the parts, each with whether an "and" stands before it.

    tongue: the language without region or "". whole: "and" parts only names of agencies.
    """
    split = list(_split(text, tongue, whole=False))
    if whole and not any(agency(part) for part, _ in split):
        split = list(_split(text, tongue, whole=True))
    for part, joined in _joined(split):
        for number, name in enumerate(_names(part)):
            yield _without_suffix(name), joined and not number


def _split(text: str, tongue: str, *, whole: bool) -> Iterator[tuple[str, bool]]:
    ands = vocabulary.LANGUAGE_ANDS.get(tongue, frozenset())
    capitals = text.isupper()
    joined = False
    end = 0
    for mark in [*_COMMAS.finditer(text), None]:
        words: list[str] = []
        every = text[end : mark.start() if mark else len(text)].split()
        one = whole or _is_firm(every)
        for number, word in enumerate(every):
            rest = every[number + 1 :]
            if _is_and(word, ands, capitals) and not (
                words and (one or heads(words) or _is_surname(word, words, rest))
            ):
                if words:
                    yield " ".join(words), joined
                words, joined = [], True
            elif _is_glued(word, words, rest):
                yield " ".join(words), joined
                words, joined = [word[1:].lstrip("-")], True
            else:
                words.append(word)
        if words:
            yield " ".join(words), joined
        if mark:
            joined = "&" in mark[0] or (joined and not words)
            end = mark.end()


def _is_and(word: str, ands: frozenset[str], capitals: bool) -> bool:
    """Whether a word is an "and" and no initials: "JA" in a line that is not all in capitals."""
    line = word.casefold()
    return (line in vocabulary.ANDS or line in ands) and (
        capitals or len(word) < 2 or not (word.isalpha() and word.isupper())
    )


def _joined(split: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Put the list in an institution's name together again: "Department for Roads, Bridges and Waterways"."""
    inner = [part for part, _ in split[1:-1]]
    one = bool(inner) and split[-1][1] and heads(split[0][0].split())
    if one and all(" " not in part and not agency(part) for part in inner):
        yield f"{', '.join(part for part, _ in split[:-1])} and {split[-1][0]}", split[0][1]
    else:
        yield from split


def heads(words: list[str]) -> bool:
    """Whether words begin as the name of an institution does: "the Institute for", "Asociación de"."""
    folded = [word.casefold().strip("\"'“”„«»") for word in words]
    while folded and folded[0] in vocabulary.ARTICLES:
        folded.pop(0)
    if len(folded) < MIN_INSTITUTION:
        return False
    return folded[0] in vocabulary.INSTITUTIONS or folded[0].endswith(vocabulary.INSTITUTION_ENDINGS)


def _is_firm(words: list[str]) -> bool:
    return bool(words) and words[-1].casefold().strip("\"'()") in vocabulary.LEGAL_FORMS


def _is_surname(word: str, before: list[str], after: list[str]) -> bool:
    """Whether "y" stands within a name: two words or more before it, one behind, and that is no party of its own."""
    if word.casefold() not in _SURNAME_ANDS or len(before) < 2 or len(after) != 1:
        return False
    return after[0][:1].isupper() and agency(after[0].upper()) is None and after[0].casefold() not in vocabulary.DESKS


def _is_glued(word: str, before: list[str], after: list[str]) -> bool:
    """Whether "and" is a letter before a word, as in Arabic and Hebrew: two words of a name stand before it."""
    size = _GLUED.get(word[0])
    if size is None or len(word) < size or word in vocabulary.GLUED_NAMES:
        return False
    return word[1] == "-" or agency(word[1:]) is not None or (len(before) > 1 and bool(after))


def _names(part: str) -> list[str]:
    """Part at slashes what is no agency's regional service ("dpa/lnw"), and agencies at hyphens: "TT-AFP"."""
    if agency(part):
        return [part]
    found: list[str] = []
    for name in _SLASH.split(part):
        agencies = _HYPHENS.split(name)
        known = len(agencies) > 1 and not agency(name) and all(map(agency, agencies))
        found += agencies if known else [name]
    return found


def _without_suffix(text: str) -> str:
    """Drop what some languages put after a name: "홍길동 기자"."""
    for suffix in vocabulary.SUFFIXES:
        if text.endswith(suffix) and len(text) > len(suffix) + 1:
            return text.removesuffix(suffix).rstrip(" ／/")
    return text
