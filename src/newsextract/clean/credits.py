"""The words at a picture -> its caption and its credit."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from newsextract.clean.credit_labels import (
    ENDINGS,
    ENDS,
    OPENING,
    Parts,
    by_label,
    by_phrase,
    by_sign,
    labelled,
    last_sign,
)  # fmt: skip
from newsextract.clean.credit_names import (
    MAX_CREDIT,
    MAX_MAKER,
    has_letter,
    is_credit,
    is_maker,
    is_name,
    is_sentence,
    is_slashed,
    is_told,
    names_agency,
)
from newsextract.clean.credit_words import HANDOUTS, HOUSES, LABELS, MADE_BY, PLACES
from newsextract.clean.viewer import without_controls
from newsextract.text import fold

MAX_TEXT = 2000
SENTENCE_ENDS = tuple('.!?…。！？।"”»')
BRACKETS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【"}
EDGES = " \t\n|/•·–—-=＝,、，;:：*►▶＜<>"
_MARK = re.compile(
    r"(?<![\w/])(?:AP Photo|REUTERS|AFP PHOTO|AFP|EPA|EFE|AP|IMAGO|imago|picture alliance|dpa|Xinhua|Getty Images"
    r"|Ljósmynd|Skjáskot|Ljósmyndir|Mynd|SCANPIX|KEYSTONE|ANSA|PAP|APA|UN Photo|Screenshots?) ?/(?! )"
)

_FOR = re.compile(r"([^\n.:]{4,60}?) for ([^\n.:]{3,60})", re.IGNORECASE)
_GLUE = re.compile(r"(?<=[^\W\d_A-Z]{2})(?=[A-Z])")


@lru_cache(maxsize=256)  # the words at a picture are asked several times
def split_credit(text: str) -> tuple[str | None, str | None]:
    """Return the caption and the credit in the words at a picture.

    text: one line or several, with or without labels, in any language. The caption comes without buttons of the viewer,
    the credit (IPTC Credit Line) without its label, brackets and full stop; None where nothing is left of one.

    >>> split_credit("The bridge at dawn. (Photo: Ann Lee/Reuters)")
    ('The bridge at dawn.', 'Ann Lee/Reuters')
    >>> split_credit("The mayor (left) opens the fair.")
    ('The mayor (left) opens the fair.', None)
    """
    if len(text) > MAX_TEXT:
        return text, None
    text = without_controls(text)
    for way in WAYS:
        found = way(text)
        if found is not None:
            caption, credit = found
            return _tidy_caption(caption), tidy_credit(credit)
    return _tidy_caption(text), None


def labelled_parts(text: str) -> tuple[str | None, str] | None:
    """Return caption and credit where the credit says so of itself ("Photo: AFP", "© AFP"); else None.

    text: as for ``split_credit``. An agency's name without a label is not enough.
    """
    text = without_controls(text)
    inner = text.rstrip(" .。")
    at = inner.rfind(BRACKETS[inner[-1]]) if inner and inner[-1] in BRACKETS else -1
    before, given = (inner[:at], inner[at + 1 : -1]) if at >= 0 else ("", text)
    found = labelled(given.strip()) if len(given) <= MAX_TEXT else None
    credit = tidy_credit(found[1]) if found is not None else None
    if found is None or credit is None:
        return None
    caption = _tidy_caption(before + (f"({found[0]})" if before and found[0].strip() else found[0]))
    return caption, credit


def labelled_credit(text: str) -> str | None:
    """Return the credit where the text is nothing but a credit that says so of itself ("Photo: AFP"); else None."""
    text = text.strip().strip("()[]（）")
    found = labelled(text) if len(text) <= MAX_CREDIT else None
    return tidy_credit(found[1]) if found is not None and not found[0].strip(EDGES) else None


def _by_bracket(text: str) -> Parts | None:
    """Return the parts where the text ends with a credit in brackets."""
    end = text.rstrip(" .。")
    if not end or end[-1] not in BRACKETS:
        return None
    at = end.rfind(BRACKETS[end[-1]])
    inner = end[at + 1 : -1].strip()
    if at < 0 or not inner or len(inner) > MAX_CREDIT:
        return None
    before = end[:at]
    if inner[0] == "©":
        return before, inner
    named = labelled(inner)
    if named is not None:
        caption, credit = named
        return (f"{before}({caption})", credit) if _tidy_caption(caption) else (before, credit)
    if is_credit(inner) and (maker := _maker_at_end(before)):
        return before[: -len(maker)], f"{maker}{end[at:]}"
    if is_credit(inner) or (is_told(inner) and (last_sign(before, len(before)) in ENDINGS)):
        return before, inner
    if before.rstrip().endswith(SENTENCE_ENDS) and is_name(inner) and not _is_remark(inner):
        return before, inner
    return (before, inner) if inner.endswith(MADE_BY) else None


def _maker_at_end(text: str) -> str | None:
    """Return the name behind the last sentence of a text: the maker, before an agency in brackets."""
    start = max((found.end() for found in ENDS.finditer(text)), default=0)
    name = text[start:]
    return name if start and is_maker(name) else None


def _is_remark(text: str) -> bool:
    """Whether words in brackets are the caption's own: a place in the picture, its kind, a year."""
    return fold(text) in LABELS | HANDOUTS | PLACES or any(char.isdigit() for char in text)


def _by_mark(text: str) -> Parts | None:
    """Return the parts at an agency's mark before a name: "REUTERS/X" needs no end of a sentence before it."""
    found = _MARK.search(text)
    if found is None:
        return None
    rest = text[found.start() :]
    return (text[: found.start()], rest) if len(rest) <= MAX_CREDIT and is_name(rest) else None


def _by_equals(text: str) -> Parts | None:
    """Return the parts of "caption＝agency"."""
    at = max(text.rfind("＝"), text.rfind("="))
    tail = text[at + 1 :].strip(" 。")
    return (text[:at], tail) if at > 0 and is_credit(tail) else None


def _by_tail(text: str) -> Parts | None:
    """Return the parts where the text, or what follows its last sentence, names an agency."""
    if is_credit(text):
        return "", text
    for start in sorted({found.end() for found in ENDS.finditer(text[:-1])})[-4:]:
        tail = text[start:].strip()
        slashed = text[:start].rstrip().endswith(SENTENCE_ENDS) and bool(tail) and is_slashed(tail)
        if tail and (slashed or is_credit(tail) or names_agency(tail)):
            return text[:start], tail
    return None


def _by_slash(text: str) -> Parts | None:
    """Return the parts of "caption / name / agency"."""
    for sign in (" / ", " | ", " – ", " — ", " - ", "／", "/"):
        at = text.find(sign) if sign == " / " else text.rfind(sign)
        if at > 0:
            tail = text[at + len(sign) :].strip(" 。")
            if tail and is_credit(tail) and (sign != "/" or is_sentence(text[:at])):
                return text[:at], tail
            if sign == " / " and is_maker(tail) and len(text[:at].split()) > MAX_MAKER and not is_name(text[:at]):
                return text[:at], tail
    return None


def _by_glue(text: str) -> Parts | None:
    """Return the parts where no blank stands between the caption and makers of which one is an agency."""
    for found in _GLUE.finditer(text, max(0, len(text) - MAX_CREDIT)):
        tail = text[found.end() :]
        if "/" in tail and is_credit(tail) and is_sentence(text[: found.end()]):
            return text[: found.end()], tail
    return None


def _by_client(text: str) -> Parts | None:
    """Return the parts of a maker who worked for a house: "Jane Roe for The Times"."""
    found = _FOR.fullmatch(text)
    if found is None or not is_maker(found[1]) or not is_name(found[2]):
        return None
    return ("", text) if text.isupper() or not HOUSES.isdisjoint(fold(found[2]).split()) else None


WAYS: tuple[Callable[[str], Parts | None], ...] = (
    _by_bracket, labelled, _by_equals, _by_tail, _by_mark, _by_slash, _by_glue, _by_client,
)  # fmt: skip


def _tidy_caption(text: str) -> str | None:
    text = text.strip().rstrip(EDGES + OPENING).lstrip(EDGES).strip()
    return text if has_letter(text) else None


def tidy_credit(text: str) -> str | None:
    """Return a credit without the label, brackets and signs around it; None where no word is left."""
    text = text.strip(EDGES + ".。©")
    for closing, opening in BRACKETS.items():
        if text.startswith(opening) and text.endswith(closing) and text.count(opening) == 1:
            text = text[1:-1]
        elif text.endswith(closing) and opening not in text:
            text = text[:-1]
        elif text.startswith(opening) and closing not in text:
            text = text[1:]
    text = text.strip(EDGES + ".。©")
    halves = [half.strip() for half in text.split("|")]
    if len(halves) == 2 and halves[0] == halves[1]:
        text = halves[0]
    again = by_label(text) or by_sign(text) or by_phrase(text)
    if again is not None and not again[0].strip():
        text = again[1].strip(EDGES + ".。©")
    for label in MADE_BY:
        text = text.removesuffix(label).rstrip()
    return text if has_letter(text) else None
