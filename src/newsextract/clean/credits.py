"""The words at a picture -> its caption and its credit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from newsextract.clean.credit_words import (
    AGENCIES,
    BY,
    CONTROLS,
    COUNT,
    COUNTED,
    HANDOUTS,
    HEADS,
    LABELS,
    SHORT_LABELS,
    SMALL_WORDS,
)
from newsextract.metadata.agencies import agency
from newsextract.text import fold

MAX_TEXT = 5000
MAX_CREDIT = 130
MAX_SOURCE = 60
MAX_NAME_WORDS = 6
LABEL_WINDOW = 40
MAX_UNSPACED = 20
SENTENCE_WORDS = 7
SENTENCE_ENDS = tuple(".!?…。！？।\"”»")
BRACKETS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【"}
OPENING, CLOSING = "([（［【", ")]）］】"
STOPS = ".!?…。！？।\"”»’)]）|/•·–—-:*,،\n]"
EDGES = " \t\n|/•·–—-=＝,;:：*►▶＜<>"
_BY = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, BY.split('|')), key=len, reverse=True))})(?!\w)\s?:?", re.IGNORECASE
)
_SIGN = re.compile(r"©|\(c\)|（[cｃ]）|\bcopyright\b(?!:)", re.IGNORECASE)
_RIGHTS = re.compile(r"^(?:©|copyright|\s)*(?:\d{4})?,?\s?(?:by\s)?", re.IGNORECASE)
_PARTS = re.compile(r"\s?/\s?|\s\|\s|,\s|\s[-–—]\s|\svia\s|\sfor\s|＝|=|／|・|;|\. ")
_ENDS = re.compile(r"(?:(?<!\b[A-Z])\.|[!?…。！？।])(?:[\"”’»)\]]{0,2})(?=\s|[A-Z©])|[。！？]|[\"”»)]\s|\s[|•·–—-]\s|\n")
_LETTER = re.compile(r"[^\W\d_]")
ARTICLES = (" de", " di", " von", " av", " af", " from", " oleh", " door", "courtesy")
"""Ends of labels that are also plain words: only a name after them is a credit."""
_SUFFIX = re.compile(r"(?:\snuotr\.?|\s(?:撮影|摄|攝))$", re.IGNORECASE)
_MARK = re.compile(
    r"(?<![\w/])(?:AP Photo|REUTERS|AFP PHOTO|AFP|EPA|EFE|AP|IMAGO|imago|picture alliance|dpa|Xinhua|Getty Images|Ljósmynd|Skjáskot"
    r"|Ljósmyndir|Mynd|SCANPIX|KEYSTONE|ANSA|PAP|APA|UN Photo|Screenshots?) ?/(?! )"
)

Parts = tuple[str, str]
"""Caption and credit as cut, not yet tidy."""


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
    text = _without_controls(text)
    for way in WAYS:
        found = way(text)
        if found is not None:
            caption, credit = found
            return _tidy_caption(caption), _tidy_credit(credit)
    return _tidy_caption(text), None


def labelled_credit(text: str) -> str | None:
    """Return the credit where the text is nothing but a credit that says so of itself ("Photo: AFP"); else None."""
    text = text.strip().strip("()[]（）")
    found = _labelled(text) if len(text) <= MAX_CREDIT else None
    return _tidy_credit(found[1]) if found is not None and not found[0].strip(EDGES) else None


def is_label(text: str) -> bool:
    """Whether a text is a mere label, and what follows it a credit."""
    label = fold(text).strip("( ")
    bare = label.rstrip(" :：")
    return bare in LABELS and (label != bare or bare in PLAIN_LABELS)


def is_name(text: str) -> bool:
    """Whether a text reads like one or several names: of persons, agencies, houses."""
    parts = _parts(text)
    return 0 < len(text) <= MAX_CREDIT and bool(parts) and all(map(_is_name, parts))


def _without_controls(text: str) -> str:
    """Return a text without the buttons of a viewer at its ends."""
    text = text.strip()
    for _ in range(4):
        before = text
        text = COUNT.sub("", text, count=1).strip()
        folded = fold(text)
        if folded in CONTROLS or COUNTED.match(folded) or folded.rstrip(":：") in HEADS:
            return ""
        if len(folded) == len(text):  # else positions differ, and a rare form is let be
            text = _without_ends(text, folded)
        head, colon, rest = text.partition(":")
        if colon and len(head) < LABEL_WINDOW and fold(head) in HEADS - LABELS:
            text = rest.strip()
        if text == before:
            break
    return text


def _without_ends(text: str, folded: str) -> str:
    for control in CONTROLS:
        if len(control) < MIN_CONTROL and " " not in control:
            continue
        size = len(control)
        if folded.startswith(control) and not folded[size : size + 1].isalnum():
            return text[size:].strip()
        if folded.endswith(control) and not folded[-size - 1 : -size].isalnum():
            return text[:-size].strip()
    return text


MIN_CONTROL = 15
"""A single word shorter than this may be the caption's own."""


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
    named = _labelled(inner)
    if named is not None:
        caption, credit = named
        return (f"{before}({caption})", credit) if _tidy_caption(caption) else (before, credit)
    if _is_credit(inner) or (_is_told(inner) and (_ended(before) or not before.strip())):
        return before, inner
    if before.rstrip().endswith(SENTENCE_ENDS) and is_name(inner) and fold(inner) not in LABELS:
        return before, inner
    if inner.endswith("撮影"):
        return before, inner.removesuffix("撮影")
    return None


def _is_told(text: str) -> bool:
    return _is_credit(text) or _names_agency(text) or _is_slashed(text)


def _is_slashed(text: str) -> bool:
    """Whether words have the form NAME/HOUSE."""
    return "/" in text.strip("/") and len(text) <= MAX_SOURCE and text[-1] not in ".!?" and is_name(text)


def _labelled(text: str) -> Parts | None:
    for way in (_by_label, _by_sign, _by_phrase, _by_suffix):
        if found := way(text):
            return found
    return None


def _by_label(text: str) -> Parts | None:
    """Return the parts at the first label with its colon that a credit follows."""
    for at in _colons(text):
        start = _label_start(text, at)
        if start is None:
            continue
        label, rest = fold(text[start:at]), text[at + 1 :].strip()
        if label in SHORT_LABELS and (len(rest) > MAX_SOURCE or _is_sentence(rest)):
            continue
        if rest and len(rest) <= MAX_CREDIT and not _is_sentence(rest):
            return text[:start], rest
    return None


def _colons(text: str) -> Iterator[int]:
    return (at for at, char in enumerate(text) if char in ":：" or (char in "/=＝" and text[at - 1 : at].isalpha()))


def _label_start(text: str, colon: int) -> int | None:
    """Return where the label before a colon begins; None where no label stands there."""
    low = max(0, colon - LABEL_WINDOW)
    window = text[low:colon]
    starts = [0] if low == 0 else []
    starts += [i for i in range(1, len(window)) if not window[i - 1].isalnum() and window[i].isalnum()]
    for i in starts:
        if fold(window[i:]).strip(" .") in LABELS and _stands_apart(text, low + i):
            slashed = text[colon] in "/=＝"
            if slashed and (fold(window[i:]) not in SLASHED or text[: low + i].rstrip()[-1:] not in ("", *OPENING)):
                return None
            return low + i
    return None


PLAIN_LABELS = frozenset("credit|credits|copyright|photo credit|image credit|photographer|crédit|créditos|bildnachweis".split("|"))
"""Labels that say what they are also without a colon."""
SLASHED = frozenset("写真|사진|图|圖|图源|photo|foto|자료사진|출처".split("|"))
"""Labels that also take a slash or an equals sign."""


def _stands_apart(text: str, start: int) -> bool:
    """Whether a word begins the text or a part of it, or is written as a label."""
    before = text[:start].rstrip()[-1:]
    return not before or before in STOPS or before in OPENING or not text[start].islower()


def _by_sign(text: str) -> Parts | None:
    found = _SIGN.search(text)
    if found is None:
        return None
    before = text[: found.start()].rstrip()
    if before.endswith("/") and is_name(before):  # the maker, then the house and its year
        return "", before
    rest = _RIGHTS.sub("", text[found.end() :].strip()).strip()
    if fold(rest).endswith("all rights reserved."):
        rest = rest[: -len("all rights reserved.")]
    return (before, rest) if 0 < len(rest) <= MAX_CREDIT and not _is_sentence(rest) else None


def _by_phrase(text: str) -> Parts | None:
    """Return the parts where the name of a maker follows: "Photo by"."""
    for found in _BY.finditer(text):
        start, rest = found.start(), text[found.end() :].strip()
        before = text[:start].rstrip()[-1:]
        apart = not before or before in STOPS or before in OPENING
        single = " " not in found[0].strip() and not found[0].endswith(":")
        loose = fold(found[0]).strip(" :").endswith(ARTICLES)
        if loose and not is_name(rest):
            continue
        if single and not (found[0].isupper() or (apart and before and _is_name(rest))):
            continue
        if rest and len(rest) <= MAX_CREDIT and (apart or text[start].isupper()) and not _is_sentence(rest):
            return text[:start], rest
    return None


def _by_suffix(text: str) -> Parts | None:
    """Return the parts where the label stands behind the name, in which it stays: "X nuotr."."""
    if _SUFFIX.search(text[-20:]) is None:
        return None
    starts = [0, *(found.end() for found in _ENDS.finditer(text[:-1]))]
    for start in starts[-5:]:
        name = text[start:].strip()
        if len(name) < MAX_SOURCE and all(map(_is_name, _parts(_SUFFIX.sub("", name)) or ["-"])):
            return text[:start], name
    return None


def _by_mark(text: str) -> Parts | None:
    """Return the parts at an agency's mark before its photographer, which needs no sentence end before it: "REUTERS/X"."""
    found = _MARK.search(text)
    if found is None:
        return None
    rest = text[found.start() :]
    return (text[: found.start()], rest) if len(rest) <= MAX_CREDIT and all(map(_is_name, _parts(rest))) else None


def _by_equals(text: str) -> Parts | None:
    """Return the parts of "caption＝agency"."""
    at = max(text.rfind("＝"), text.rfind("="))
    tail = text[at + 1 :].strip(" 。")
    return (text[:at], tail) if at > 0 and _is_credit(tail) else None


def _by_tail(text: str) -> Parts | None:
    """Return the parts where the text, or what follows its last sentence, names an agency."""
    if _is_credit(text):
        return "", text
    for start in sorted({found.end() for found in _ENDS.finditer(text[:-1])})[-4:]:
        tail = text[start:].strip()
        if tail and _is_told(tail):
            return text[:start], tail
    return None


def _by_slash(text: str) -> Parts | None:
    """Return the parts of "caption / name / agency"."""
    for sign in (" / ", " | ", " – ", " — ", " - ", "／", "/"):
        at = text.find(sign) if sign == " / " else text.rfind(sign)
        if at > 0:
            tail = text[at + len(sign) :].strip(" 。")
            if tail and _is_credit(tail) and (sign != "/" or _is_sentence(text[:at])):
                return text[:at], tail
    return None


WAYS: tuple[Callable[[str], Parts | None], ...] = (
    _by_bracket, _by_label, _by_sign, _by_phrase, _by_suffix, _by_equals, _by_tail,
    _by_mark, _by_slash,
)  # fmt: skip


def _is_credit(text: str) -> bool:
    """Whether words are a well-known picture agency, or names of which one is."""
    if len(text) > MAX_CREDIT:
        return False
    parts = _parts(text)
    known = [part for part in parts if fold(part) in AGENCIES and _as_written(part)]
    return bool(known) and all(_is_name(part) for part in parts)


def _names_agency(text: str) -> bool:
    """Whether words are names of which one is that of any news agency."""
    parts = _parts(text)
    return len(text) <= MAX_CREDIT and any(agency(part) for part in parts) and all(map(_is_name, parts))


def _parts(text: str) -> list[str]:
    return [part for raw in _PARTS.split(text) if (part := raw.strip(" .()[]（）|/-–—©"))]


def _as_written(part: str) -> bool:
    """Whether a short name is in capitals, or one that is never: "dpa"."""
    return len(part) > 4 or not part.islower() or fold(part) in ("dpa", "afp", "epa", "efe", "zvg")


def _is_name(part: str) -> bool:
    """Whether words may be the name of a person or a house: few, and in capitals where the script has them."""
    words = part.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or fold(part) in HANDOUTS | AGENCIES:
        return 0 < len(words) <= MAX_NAME_WORDS
    lower = [word for word in words if word[0].islower() and word.isalpha() and word.casefold() not in SMALL_WORDS]
    return not lower and bool(_LETTER.search(part)) and not (len(words) == 1 and len(part) > MAX_UNSPACED and not part.isascii())


def _is_sentence(text: str) -> bool:
    """Whether words run on as sentences do, most of them in lower case."""
    words = text.split()
    lower = sum(word[0].islower() and word.casefold() not in SMALL_WORDS for word in words)
    return len(words) >= SENTENCE_WORDS and lower * 2 > len(words)


def _ended(text: str) -> bool:
    return text.rstrip()[-1:] in ".!?…。！？।\"”»’)"


def _tidy_caption(text: str) -> str | None:
    text = text.strip().rstrip(EDGES + OPENING).lstrip(EDGES).strip()
    return text if _LETTER.search(text) else None


def _tidy_credit(text: str) -> str | None:
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
    again = _by_label(text) or _by_sign(text)
    if again is not None and not again[0].strip():
        text = again[1].strip(EDGES + ".。©")
    return text if _LETTER.search(text) else None
