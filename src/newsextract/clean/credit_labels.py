"""Words at a picture -> caption and credit, where a label says which is which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsextract.clean.credit_names import MAX_CREDIT, is_credit, is_name, is_sentence, is_told
from newsextract.clean.credit_words import (
    ARTICLES,
    BARE_LABELS,
    BY,
    HEADED_CAPTIONS,
    HEADED_CREDITS,
    LABELS,
    MADE_BY,
    PLAIN_LABELS,
    POSTS,
    RIGHTS,
    SHORT_LABELS,
    SHORTENED,
    SLASHED,
    SMALL_WORDS,
)
from newsextract.text import fold

MAX_SOURCE = 60
MAX_ARTICLE = 6  # letters of an article or adjective before a noun
LABEL_WINDOW = 40
OPENING = "([（［【"
ENDINGS = frozenset(["", *'.!?…。！？।"”»’)]）|/•·–—-:*,،\n', *OPENING])
"""Signs after which a new part begins."""
_BY = re.compile(
    rf"(?<!\w)(?=[{''.join({word[0] for word in BY.split('|')})}])"  # most places are none by their letter
    rf"(?:{'|'.join(sorted(map(re.escape, BY.split('|')), key=len, reverse=True))})(?!\w)\s?:?",
    re.IGNORECASE,
)
_SIGN = re.compile(r"©|\(c\)|（[cｃ]）|\bcopyright\b(?!:)", re.IGNORECASE)
_COLON = re.compile(r"[:：/／|=＝]|\.{3}(?=\S)|…(?=\S)")
_BARE = re.compile(rf"(?<!\w)(?:(?:{BARE_LABELS})\s|(?:{SHORTENED})\.\s?)(?=\w)", re.IGNORECASE)
_COMMA = re.compile("[,،，]")
_YEAR = re.compile(r"^(?:©|copyright|\s)*(?:\d{4})?,?\s?(?:by\s)?", re.IGNORECASE)
ENDS = re.compile(
    r"(?=[.!?…。！？।\"”»)\s])"  # most places are none by their sign
    r"(?:(?:(?<!\b[A-Z])\.|[!?…。！？।])(?:[\"”’»)\]]{0,2})(?=\s|[A-Z©]|dpa$|afp$|epa$)|[。！？]|[\"”»)]\s|\s[|•·–—-]\s|\n)"
)
_SUFFIX = re.compile(r"\snuotr\.?$", re.IGNORECASE)
_BEFORE_NAME = re.compile("[。、，＝=]")

Parts = tuple[str, str]
"""Caption and credit as cut, not yet tidy."""


def is_label(text: str) -> bool:
    """Whether a text is a mere label, and what follows it a credit."""
    label = fold(text).strip("( ")
    bare = label.rstrip(" :：")
    return bare in LABELS and (label != bare or bare in PLAIN_LABELS)


@lru_cache(maxsize=64)  # the words at a picture are asked several times
def labelled(text: str) -> Parts | None:
    """Return the parts of a text with a label, as they stand in it; None where it has none."""
    for way in LABELLED:
        if found := way(text):
            return found
    return None


def by_label(text: str) -> Parts | None:
    """Return the parts at the first label with its colon that a credit follows."""
    for at in _colons(text):
        start = _label_start(text, at)
        if start is None:
            continue
        label, rest = fold(text[start:at]).strip(), text[at + 1 :].strip()
        alone = not text[:start].strip() or text[:start].endswith("\n")  # the line says nothing else
        if label in SHORT_LABELS and not _is_short(rest) and not (alone and start):
            continue
        if not _stands_apart(text, start) and not is_told(rest):
            continue
        if (
            rest
            and len(rest) <= (2 * MAX_CREDIT if alone and "©" not in rest else MAX_CREDIT)
            and not is_sentence(rest)
        ):
            return text[:start], rest
    return None


def _is_short(text: str) -> bool:
    """Whether words are no more than a name, or say themselves that one follows."""
    return len(text) <= MAX_SOURCE and (
        is_name(text) or is_credit(text) or len(text.split()) < 3 or _BY.match(text) is not None
    )


def _colons(text: str) -> Iterator[int]:
    """Yield where the colons of a text stand, and the signs that stand for one behind a word."""
    for found in _COLON.finditer(text):
        at = found.start()
        if text[at] in ":：" or text[max(0, at - 2) : at].rstrip()[-1:].isalpha():
            yield at


def _label_start(text: str, colon: int) -> int | None:
    """Return where the label before a colon begins; None where no label stands there."""
    low = max(0, colon - LABEL_WINDOW)
    window = text[low:colon]
    starts = [0] if low == 0 else []
    starts += [i for i in range(1, len(window)) if not window[i - 1].isalnum() and window[i].isalnum()]
    for i in starts:
        if fold(window[i:]).strip(" .") in LABELS and (last_sign(text, low + i) in ENDINGS or not window[i].islower()):
            slashed = text[colon] in "/／|=＝"
            if slashed and (
                fold(window[i:]).strip() not in SLASHED or text[: low + i].rstrip()[-1:] not in ("", *OPENING)
            ):
                return None
            return low + i
    return None


def _stands_apart(text: str, start: int) -> bool:
    """Whether a word begins the text or a part of it, and is not the noun of the words before it ("a photo: ...")."""
    if last_sign(text, start) in ENDINGS:
        return True
    word = text[max(0, start - LABEL_WINDOW) : start].split()[-1]
    return len(word) > MAX_ARTICLE or not word.islower()


def last_sign(text: str, start: int) -> str:
    """Return the last sign before a position, "" where there is none."""
    return text[max(0, start - 3) : start].rstrip(" \t")[-1:]


def by_sign(text: str) -> Parts | None:
    """Return the parts at the sign of copyright."""
    found = _SIGN.search(text)
    if found is None:
        return None
    before, given = text[: found.start()].rstrip(), text[found.end() :].strip()
    if (
        found[0][0] in "cC"
        and last_sign(text, found.start()) not in ENDINGS
        and not given[:1].isdigit()
        and given[:1] != "©"
    ):
        return None  # the word in a sentence
    if before.endswith("/") and is_name(before):  # the maker, then the house and its year
        return "", before
    rest = _without_rights(_YEAR.sub("", given))
    before = _without_label(before)
    return (before, rest) if 0 < len(rest) <= MAX_CREDIT and not is_sentence(rest) else None


def _without_label(text: str) -> str:
    """Return a text without the label at its end: "Photo ©"."""
    words = text.split()
    start = len(text) - len(words[-1]) if words else 0
    return text[:start] if words and fold(words[-1]) in LABELS and last_sign(text, start) in ENDINGS else text


def _without_rights(text: str) -> str:
    """Return a text without "All rights reserved" at its end."""
    folded = fold(text).rstrip(".")
    phrase = next((phrase for phrase in RIGHTS if folded.endswith(phrase)), "")
    return text.rstrip(". ")[: -len(phrase)].strip() if phrase else text.strip()


def by_phrase(text: str) -> Parts | None:
    """Return the parts where the name of a maker follows: "Photo by"."""
    for found in _BY.finditer(text):
        start, rest = found.start(), text[found.end() :].strip()
        apart = last_sign(text, start) in ENDINGS
        single = " " not in found[0].strip() and not found[0].endswith(":")
        loose = fold(found[0]).strip(" :").endswith(ARTICLES)
        if loose and not is_name(rest):
            continue
        if single and not (found[0].isupper() or (apart and start and is_name(rest))):
            continue
        if rest and len(rest) <= MAX_CREDIT and (apart or text[start].isupper()) and not is_sentence(rest):
            return text[:start], rest
    return None


def by_suffix(text: str) -> Parts | None:
    """Return the parts where the label stands behind the name; "nuotr." stays in it, as it is printed."""
    for label in MADE_BY[:-1]:  # the last one is also a verb
        if text.endswith(label):
            return _made_by(text.removesuffix(label).rstrip())
    if _SUFFIX.search(text[-20:]) is None:
        return None
    starts = [0, *(found.end() for found in ENDS.finditer(text[:-1]))]
    for start in starts[-5:]:
        name = text[start:].strip()
        if len(name) < MAX_SOURCE and is_name(_SUFFIX.sub("", name)):
            return text[:start], name
    return None


def _made_by(text: str) -> Parts | None:
    """Return the parts of a text that ends in a name: what follows the last sign, and of that the last word."""
    start = max((found.end() for found in _BEFORE_NAME.finditer(text)), default=0)
    words = text[start:].split()
    count = 2 if len(words) > 1 and words[-2].endswith(POSTS) else 1
    name = " ".join(words[-count:])
    at = len(text) - len(name)
    return (text[:at], name) if name and text[at:] == name and is_name(name) else None


def by_head(text: str) -> Parts | None:
    """Return the parts of lines that say what they are: "Image source, AFP", "Image caption, A bridge"."""
    caption, credit, told = [], [], False
    for line in text.splitlines():
        head, _, rest = _COMMA.sub(",", line, count=1).partition(",")
        if fold(head) in HEADED_CREDITS:
            credit.append(rest.strip())
        else:
            headed = fold(head) in HEADED_CAPTIONS
            told = told or headed
            caption.append(rest.strip() if headed else line)
    maker = ", ".join(credit)
    return ("\n".join(caption), maker) if (told or maker) and len(maker) <= MAX_CREDIT else None


def by_bare_label(text: str) -> Parts | None:
    """Return the parts where a name follows a label without any sign: "Foto ANP", "Fot. Anna Lee"."""
    for found in _BARE.finditer(text):
        start, rest = found.start(), text[found.end() :].strip()
        words = rest.split()
        if last_sign(text, start) not in ENDINGS or len(rest) > MAX_SOURCE or words[0].casefold() in SMALL_WORDS:
            continue
        shortened = found[0].rstrip().endswith(".")
        if (shortened and not is_sentence(rest)) or (is_name(rest) and (len(words) > 1 or is_credit(rest))):
            return text[:start], rest
    return None


LABELLED = (by_head, by_label, by_sign, by_phrase, by_suffix, by_bare_label)
"""The ways of a credit that says so of itself, the surest first."""
