"""Words at a picture -> whether they read like names: of makers, agencies, houses."""

from __future__ import annotations

import re

from newsextract.clean.credit_words import AGENCIES, HANDOUTS, LOWER, SMALL_WORDS
from newsextract.metadata.agencies import agency
from newsextract.text import fold

MAX_CREDIT = 130
MAX_SLASHED = 60
MAX_NAME_WORDS = 6
MAX_MAKER = 4
MAX_USER = 20
MAX_UNSPACED = 20
SENTENCE_WORDS = 7
CODE_SIZE = 8
_PARTS = re.compile(r"\s?/\s?|\s\|\s|,\s|\s[-–—]\s|\svia\s|\sfor\s|＝|=|／|・|;|\. ")
_HOST = re.compile(r"(?:https?://)?(?:[\w-]{1,40}\.){1,3}(?:com|net|org|info|io|co|[a-z]{2})", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")


def is_name(text: str) -> bool:
    """Whether a text reads like one or several names: of persons, agencies, houses."""
    names = name_parts(text)
    return 0 < len(text) <= MAX_CREDIT and bool(names) and all(map(_is_name, names))


def is_told(text: str) -> bool:
    """Whether words tell of themselves that they are a credit, without a label."""
    return is_credit(text) or names_agency(text) or is_slashed(text)


def is_slashed(text: str) -> bool:
    """Whether words have the form NAME/HOUSE."""
    return "/" in text.strip("/") and len(text) <= MAX_SLASHED and text[-1] not in ".!?" and is_name(text)


def is_credit(text: str) -> bool:
    """Whether words are a well-known picture agency, or names of which one is, or the address of a site."""
    if len(text) > MAX_CREDIT:
        return False
    if _HOST.fullmatch(text.strip()):
        return True
    names = name_parts(text)
    known = [part for part in names if fold(part).removesuffix(".com") in AGENCIES and _as_written(part)]
    slashed = "/" in text or "|" in text
    return bool(known) and all(_is_name(part) or (slashed and _is_user(part)) for part in names)


def is_maker(text: str) -> bool:
    """Whether words may be the name of one person: two to four, the first with a capital."""
    words = text.split()
    plain = not any(char.isdigit() or char in "()[]" for char in text)
    return plain and 1 < len(words) <= MAX_MAKER and words[0][0].isupper() and is_name(text)


def names_agency(text: str) -> bool:
    """Whether words are names of which one is that of any news agency."""
    if len(text) > MAX_CREDIT:
        return False
    names = name_parts(text)
    return any(map(agency, names)) and all(map(_is_name, names))


def name_parts(text: str) -> list[str]:
    """Return the names in a credit, without what joins them."""
    return [part for raw in _PARTS.split(text) if (part := raw.strip(" .()[]（）|/-–—©"))]


def _as_written(part: str) -> bool:
    """Whether a short name is in capitals, or one that need not be: "dpa"."""
    return len(part) > 4 or not part.isascii() or part.isupper() or fold(part) in LOWER


def _is_name(part: str) -> bool:
    """Whether words may be the name of a person or a house: few, and in capitals where the script has them."""
    words = part.split()
    if not 0 < len(words) <= MAX_NAME_WORDS or fold(part) in HANDOUTS | AGENCIES:
        return 0 < len(words) <= MAX_NAME_WORDS
    if any(map(_is_code, words)):
        return False
    lower = [word for word in words if word.islower() and word.isalpha() and word.casefold() not in SMALL_WORDS]
    return (
        not lower
        and bool(_LETTER.search(part))
        and not (len(words) == 1 and len(part) > MAX_UNSPACED and not part.isascii())
    )


def _is_user(part: str) -> bool:
    """Whether a word may be the name that a photographer has with an agency: "janeroe"."""
    return part.isalnum() and part.isascii() and len(part) <= MAX_USER


def _is_code(word: str) -> bool:
    """Whether a word is a hashtag or the code in a short address."""
    if word.startswith("#"):
        return True
    mixed = any(map(str.isdigit, word)) and any(map(str.islower, word)) and any(map(str.isupper, word))
    return mixed and len(word) >= CODE_SIZE


def is_sentence(text: str) -> bool:
    """Whether words run on as sentences do, most of them in lower case."""
    words = text.split()
    lower = sum(word[0].islower() and word.casefold() not in SMALL_WORDS for word in words)
    return len(words) >= SENTENCE_WORDS and lower * 2 > len(words)


def has_letter(text: str) -> bool:
    """Whether a text holds a letter of any script."""
    return _LETTER.search(text) is not None
