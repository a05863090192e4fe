"""Phrases of the lexicon -> matchers: the ways in which a piece is told by its words."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from newsextract.article import BlockKind
from newsextract.clean.phrases import after, is_unspaced, key, plain, speaks, table, tokens
from newsextract.content.piece import Piece

Matcher = Callable[[Piece], bool]

LABEL_SIZE = 120
PHRASE_WORDS = 12
ROW_WORDS = 30
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "।", "؟", "۔", ";")
QUOTES = {
    "“": "”", "„": "“”", "«": "»", "‘": "’", "「": "」", "『": "』", '"': '"', "”": "”", "»": "«", "'": "'",
}  # fmt: skip
_BESIDES = "'"
_ASCII_WORD = re.compile(r"[A-Za-z0-9#'-]+")


def either(*matchers: Matcher) -> Matcher:
    """Match what one of these matches."""
    return lambda piece: any(matches(piece) for matches in matchers)


def only(*names: str) -> Matcher:
    """Match a line that is one phrase of these files and nothing else; what stands in quotes is said by somebody."""
    return lambda piece: _is_label(piece) and key(piece.text) in table(*names)


def button(*names: str) -> Matcher:
    """Match such a line; a single word not as a heading, nor with a full stop."""
    return lambda piece: _is_label(piece) and key(piece.text) in table(*names) and not _is_bare_word(piece)


def plainly(*names: str) -> Matcher:
    """Match such a line only where it stands as a label: its words are words of a story too."""
    return lambda piece: _is_label(piece) and key(piece.text) in table(*names) and stands_as_label(piece)


def row_of(sure: tuple[str, ...], more: tuple[str, ...] = ()) -> Matcher:
    """Match a line that is a row of phrases of these files, at least one of them of the first."""
    return lambda piece: _is_label(piece) and True in row(piece.text, sure, more) and not _is_bare_word(piece)


def opens(*names: str, longest: int = 300) -> Matcher:
    """Match a line of up to so many characters that begins with an opening of these files."""
    return lambda piece: len(piece.text) <= longest and after(piece.text, *names) is not None


def opens_and_names(begins: str, nouns: str, longest: int) -> Matcher:
    """Match a line that begins with an opening of the first file and has, as a word, a noun of the second."""
    return lambda piece: (
        len(piece.text) <= longest and after(piece.text, begins) is not None and names(piece.text, nouns)
    )


def stands_as_label(piece: Piece) -> bool:
    """Whether a line stands as a label does: a link, or plain without a full stop; no heading, no entry of a list."""
    if piece.kind is BlockKind.HEADING:
        return False
    if piece.linked >= 0.8:
        return True
    return piece.kind is BlockKind.PARAGRAPH and not ends_sentence(piece.text)


def ends_sentence(text: str) -> bool:
    """Whether a text ends as sentences do; dots that trail off are a label's too ("Loading...")."""
    return text.endswith(SENTENCE_ENDS) and not text.endswith("..")


def names(text: str, nouns: str) -> bool:
    """Whether a text has one of these words, or sequences of words."""
    line = _spaced(text)
    spaced, unspaced = _nouns(nouns)
    if unspaced and not line.isascii() and any(noun in line for noun in unspaced):
        return True
    words = line.split()
    return any(words[at : at + len(noun)] == noun for at, word in enumerate(words) for noun in spaced.get(word, ()))


def row(text: str, sure: tuple[str, ...], more: tuple[str, ...] = ()) -> list[bool]:
    """Return for each phrase that makes up a line whether it is of the first files; nothing if it has other words.

    At each place the longest phrase is taken; numbers count as nothing.
    """
    words = tokens(text)
    found: list[bool] = []
    at = 0
    while at < len(words) <= ROW_WORDS:
        size = _longest(words, at, _spelled(*sure, *more))
        if size:
            found.append(" ".join(words[at : at + size]) in _spelled(*sure))
        elif words[at] != "#":
            return []
        at += size or 1
    return found


def is_quoted(text: str) -> bool:
    """Whether a whole line stands in quotes."""
    return len(text) > 1 and text[-1] in QUOTES.get(text[0], "")


def _longest(words: list[str], at: int, phrases: frozenset[str]) -> int:
    """Return how many words from a place on make the longest of the phrases; 0 where they begin none."""
    sizes = range(min(PHRASE_WORDS, len(words) - at), 0, -1)
    return next((size for size in sizes if " ".join(words[at : at + size]) in phrases), 0)


def _is_bare_word(piece: Piece) -> bool:
    """Whether a line is one word that may be a heading or a sentence of the story."""
    if piece.kind is not BlockKind.HEADING and not ends_sentence(piece.text):
        return False
    return sum(word != "#" for word in tokens(piece.text)) == 1


def _is_label(piece: Piece) -> bool:
    return len(piece.text) <= LABEL_SIZE and not is_quoted(piece.text)


@cache
def _spelled(*names: str) -> frozenset[str]:
    """Return the phrases of these files as ``tokens`` spells them."""
    return frozenset(" ".join(tokens(phrase)) for phrase in table(*names)) - {""}


@cache
def _nouns(name: str) -> tuple[dict[str, list[list[str]]], tuple[str, ...]]:
    """Return nouns by their first word, and apart those of scripts without blanks, which stand anywhere."""
    spaced: dict[str, list[list[str]]] = {}
    for noun in sorted(table(name)):
        if not is_unspaced(noun[0]) and (words := _spaced(noun).split()):
            spaced.setdefault(words[0], []).append(words)
    return spaced, tuple(noun for noun in sorted(table(name)) if is_unspaced(noun[0]))


def _spaced(text: str) -> str:
    """Return the folded text with nothing but words in it."""
    line = plain(text)
    if line.isascii():
        return " ".join(_ASCII_WORD.findall(line))
    signs = (char if speaks(char) or char in _BESIDES else " " for char in line)
    return " ".join("".join(signs).split())
