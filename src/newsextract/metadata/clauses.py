"""A printed byline -> its clauses: which words name people, and what these did, by the labels between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsextract.article import CreditRole
from newsextract.metadata import credit_words as vocabulary
from newsextract.metadata.labels import BARE_LABELS, HOME, ROLES, SUFFIX_LABELS
from newsextract.metadata.scripts import is_east_asian

EDGES = " \t\n.,:;|-–—―_*~'\"“”„«»()[]<>/\\!?+#•·"

_NOISE = re.compile(
    r"<?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}>?|https?://\S{1,300}|\bwww\.\S{1,200}|(?<![\w@])@\w{1,40}"
    r"|\[email.{0,3}protected\]"
)
"""Addresses and handles."""
_MARKS = re.compile(r"[\n|•·;¦►▪│…]|\s[-–—―]{1,2}(?=\s)|^[-–—―]{1,2}\s|\s/\s|、|，|；")
_COMMAS = re.compile(r"\s?,\s?|\s?&\s?|/(?=\w{3})|／")
_CJK_LABELS = "|".join(sorted((label for label in ROLES if is_east_asian(label)), key=len, reverse=True))
_CJK_LABEL = re.compile(rf"(?:^|[\s(（【／/|｜、，;；])({_CJK_LABELS})(?:\s?[:：/／丨|｜]\s?|\s|(?<=\w\w)(?=\w))")
_WORD = re.compile(r"[^\W_]+")
_BLANK = re.compile(r"[\t\u00a0\u202f]")
_COLON = re.compile(r"\s{0,2}[:：]")
_FIRSTS = {label: found[0] for label in ROLES if not is_east_asian(label) and (found := _WORD.match(label))}
_BY_FIRST = {
    first: sorted((label for label, own in _FIRSTS.items() if own == first), key=len, reverse=True)
    for first in _FIRSTS.values()
}
"""First word of labels -> the labels that begin with it, the longest first."""
_OTHER_LABEL = re.compile(r"[^\W\d_]{3,20}\s?:\s")
"""A label that no table has ("Datum: ...") tells of something else."""


class Clause(NamedTuple):
    """What stands between two marks or labels, the role that the label gives, and its parts at commas and "and".

    role: None where it tells of pictures or dates. labelled: whether a label stands before it. joined: for each part
    whether an "and" stands before it.
    """

    role: CreditRole | None
    labelled: bool
    parts: tuple[str, ...]
    joined: tuple[bool, ...]


def clauses(text: str, role: CreditRole, tongue: str) -> Iterator[Clause]:
    """Yield the clauses of a byline; line breaks, bars and semicolons part them.

    role: of what stands before any label, and behind labels of authors. tongue: the language without region or "".
    """
    for said, labelled, segment in _segments(_NOISE.sub(" ", text), role, tongue):
        for chunk in _MARKS.split(segment):
            chunk = chunk.strip()
            if chunk and not _is_button(chunk) and not _OTHER_LABEL.match(chunk):
                parts = list(_parts(_without_suffix(chunk), tongue))
                yield Clause(said, labelled, tuple(part for part, _ in parts), tuple(joined for _, joined in parts))


def _is_button(chunk: str) -> bool:
    line = chunk.casefold()
    return any(phrase in line for phrase in vocabulary.JUNK_PHRASES)


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing else: "By", "Von:", "Text"."""
    return text.strip(EDGES).casefold() in ROLES


def _segments(text: str, role: CreditRole, tongue: str) -> Iterator[tuple[CreditRole | None, bool, str]]:
    """Part a line at its labels; what follows a label has its role."""
    current: CreditRole | None = role
    start = 0
    for begin, end, said in sorted(_labels(text, tongue), key=lambda label: label[:2]):
        if begin < start:
            continue
        yield current, start > 0, text[start:begin]
        current = role if said is CreditRole.AUTHOR else said
        start = end
    yield current, start > 0, text[start:]


def _labels(text: str, tongue: str) -> Iterator[tuple[int, int, CreditRole | None]]:
    """Yield where labels begin and end, and the roles that they give."""
    lower = _BLANK.sub(" ", text).casefold()
    if len(lower) != len(text):  # a letter whose lower case is two
        lower = text.lower() if len(text.lower()) == len(text) else text
    for word in _WORD.finditer(lower):
        for label in _BY_FIRST.get(word[0], ()):
            begin, end = word.start(), word.start() + len(label)
            if lower.startswith(label, begin) and _ends(lower, end):
                if (colon := _COLON.match(text, end)) or _stands_as_label(text, begin, end, tongue):
                    yield begin, colon.end() if colon else end, ROLES[label]
                break
    if not text.isascii():
        for found in _CJK_LABEL.finditer(text):
            yield found.start(1), found.end(), ROLES[found[1]]


def _ends(text: str, at: int) -> bool:
    """Whether a word ends here, and is no first half of one: "d'Artagnan", "a.m"."""
    rest = text[at : at + 2]
    return not (rest[:1].isalpha() or (rest[:1] in ("'", "’", ".") and rest[1:].isalnum()))


def _stands_as_label(text: str, begin: int, end: int, tongue: str) -> bool:
    """Whether words are a label here: many of them are parts of names or ordinary words elsewhere."""
    label = " ".join(text[begin:end].casefold().split())
    home = HOME.get(label)
    if home is not None and tongue not in home:
        return False
    if " " in label or label == "by":
        return True
    before, after = text[:begin].rstrip(" "), text[end:].lstrip(" ")
    opens = not before or before[-1] in "\n|•·;:,(–—-/&" or before[-1].isdigit()
    alone = not after and (not before or before[-1] == "\n")
    return opens and (alone or after[:1] == "\n" or (bool(after) and label in BARE_LABELS))


def _parts(text: str, tongue: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts at commas, slashes and "and", each with whether an "and" stands before it."""
    ands = vocabulary.ANDS | vocabulary.LANGUAGE_ANDS.get(tongue, frozenset())
    joined = False
    end = 0
    for mark in [*_COMMAS.finditer(text), None]:
        words: list[str] = []
        for word in text[end : mark.start() if mark else len(text)].split():
            if word.casefold() in ands and not (word.isalpha() and word.isupper() and len(word) > 1):
                if words:
                    yield " ".join(words), joined
                words, joined = [], True
            else:
                words.append(word)
        if words:
            yield " ".join(words), joined
        if mark:
            joined = "&" in mark[0] or (joined and not words)
            end = mark.end()


def _without_suffix(text: str) -> str:
    """Drop what some languages put after a name: "홍길동 기자"."""
    for suffix in SUFFIX_LABELS:
        if text.endswith(suffix) and len(text) > len(suffix) + 1:
            return text.removesuffix(suffix).rstrip(" ／/")
    return text
