"""Phrases of the lexicon -> matchers: the ways in which a piece is told by its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from newsextract.article import BlockKind
from newsextract.clean.phrases import after, is_unspaced, key, plain, speaks, table, tokens
from newsextract.content.piece import Piece

Matcher = Callable[[Piece], bool]

LABEL_SIZE = 120
ROW_WORDS = 30
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "।", "؟", "۔", ";")
QUOTES = {
    "“": "”", "„": "“”", "«": "»", "‘": "’", "「": "」", "『": "』", '"': '"', "”": "”", "»": "«", "'": "'",
}  # fmt: skip
_BESIDES = "'"
_ASCII = bytes(code if chr(code).isalnum() or chr(code) in "#'-" else ord(" ") for code in range(256))


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
    line, words = _said(text)
    table = _nouns(nouns)
    if table.unspaced and not line.isascii() and _has_one(" ".join(words), table.unspaced):
        return True
    if table.telling.isdisjoint(words):
        return False
    return any(
        words[at : at + len(noun)] == noun for at, word in enumerate(words) for noun in table.spaced.get(word, ())
    )


def _has_one(line: str, nouns: Iterable[str]) -> bool:
    return any(noun in line for noun in nouns)


def row(text: str, sure: tuple[str, ...], more: tuple[str, ...] = ()) -> list[bool]:
    """Return for each phrase that makes up a line whether it is of the first files; nothing if it has other words.

    At each place the longest phrase is taken; numbers count as nothing.
    """
    words = tokens(text)
    phrases = _row(sure, more)
    found: list[bool] = []
    at = 0
    while at < len(words) <= ROW_WORDS:
        size = _longest(words, at, phrases)
        if size:
            found.append(" ".join(words[at : at + size]) in phrases.sure)
        elif words[at] != "#":
            return []
        at += size or 1
    return found


def is_quoted(text: str) -> bool:
    """Whether a whole line stands in quotes."""
    return len(text) > 1 and text[-1] in QUOTES.get(text[0], "")


def _longest(words: list[str], at: int, phrases: _Row) -> int:
    """Return how many words from a place on make the longest of the phrases; 0 where they begin none."""
    for size in phrases.sizes.get(words[at], ()):
        if size <= len(words) - at and " ".join(words[at : at + size]) in phrases.every:
            return size
    return 0


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
    if len(names) > 1:
        return frozenset().union(*map(_spelled, names))
    return frozenset(" ".join(tokens(phrase)) for phrase in table(*names)) - {""}


class _Row(NamedTuple):
    """Phrases that may stand in a row: all, those of the first files; how many words they have by the first word."""

    every: frozenset[str]
    sure: frozenset[str]
    sizes: Mapping[str, tuple[int, ...]]


@cache
def _row(sure: tuple[str, ...], more: tuple[str, ...]) -> _Row:
    every = _spelled(*sure, *more)
    sizes: dict[str, set[int]] = {}
    for phrase in every:
        words = phrase.split()
        sizes.setdefault(words[0], set()).add(len(words))
    return _Row(every, _spelled(*sure), {first: tuple(sorted(own, reverse=True)) for first, own in sizes.items()})


class _Nouns(NamedTuple):
    """Words, or sequences of words, of a file of the lexicon.

    spaced: by their first word. telling: the longest word of each; a line with none of these has none of them.
    unspaced: those of scripts without blanks, which stand anywhere.
    """

    spaced: Mapping[str, list[list[str]]]
    telling: frozenset[str]
    unspaced: tuple[str, ...]


@cache
def _nouns(name: str) -> _Nouns:
    spaced: dict[str, list[list[str]]] = {}
    telling: set[str] = set()
    for noun in sorted(table(name)):
        if not is_unspaced(noun[0]) and (words := _words(plain(noun))):
            spaced.setdefault(words[0], []).append(words)
            telling.add(max(words, key=len))
    return _Nouns(spaced, frozenset(telling), tuple(noun for noun in sorted(table(name)) if is_unspaced(noun[0])))


class _Speaking(dict[int, int]):
    """Sign -> itself where words have it, else a blank; for ``str.translate``."""

    def __missing__(self, code: int) -> int:
        char = chr(code)
        self[code] = found = code if speaks(char) or char in _BESIDES else ord(" ")
        return found


@cache
def _speaking() -> Mapping[int, int]:
    return _Speaking()


@lru_cache(maxsize=64)  # every rule asks for the same piece in turn
def _said(text: str) -> tuple[str, list[str]]:
    """Return a text folded, and its words."""
    line = plain(text)
    return line, _words(line)


def _words(line: str) -> list[str]:
    """Return the words of a folded text."""
    if line.isascii():
        return line.encode().translate(_ASCII).decode().split()
    return line.translate(_speaking()).split()
