"""Pure helpers from str to str, each linear in its input."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

PLAIN_SIGNS = {
    char: plain
    for plain, chars in (
        ("'", "‘’‚‛′`´"),
        ('"', "“”„‟″«»"),
        ("-", "‐‑‒–—―−"),
        ("", "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"),
    )
    for char in chars
}
"""Sign -> the plain one for which it stands where texts are compared; "" for one that nobody sees."""
_CURLY = re.compile(f"[{''.join(PLAIN_SIGNS)}]")
_INVISIBLE = ("\u00ad", "\u200b", "\u2060", "\ufeff")
_EDGES = " .…:!?|-–>»«*[]()<›‹•·/\\+#\"'’,;=_~►▶▸→←↓↑△▲▼◆■●【】「」『』（）〔〕《》〈〉、。，：；！？"
_SURROGATE_ESCAPE = re.compile(
    r"(\\u[dD][89abAB][\da-fA-F]{2}\\++u[dD][c-fC-F][\da-fA-F]{2})|\\u[dD][89a-fA-F][\da-fA-F]{2}"
)
_WORD = re.compile(r"\w+")
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")
_LETTERS = bytes(code if code in b"abcdefghijklmnopqrstuvwxyz" else ord(" ") for code in range(256))


def squeeze(text: str) -> str:
    """Return the text with every run of white space as one blank, none at the ends.

    >>> squeeze("  a\\n b\\u00a0 c ")
    'a b c'
    """
    return " ".join(text.split())


def clean_line(text: str) -> str:
    """Squeeze, and drop characters nobody sees (soft hyphen, zero-width space).

    >>> clean_line(" infor\\u00admation ")
    'information'
    """
    if not text.isascii():
        for sign in _INVISIBLE:
            if sign in text:
                text = text.replace(sign, "")
    return " ".join(text.split())


def fold(text: str) -> str:
    """Return a form for comparing: NFKC, case folded, quotes and dashes plain, white space squeezed.

    >>> fold("The “Best”  Day – ever")
    'the "best" day - ever'
    """
    if text.isascii():
        return " ".join(text.replace("`", "'").lower().split())
    plain = _CURLY.sub(lambda sign: PLAIN_SIGNS[sign[0]], text)
    return " ".join(unicodedata.normalize("NFKC", plain).casefold().split())


@lru_cache(maxsize=2048)  # each rule asks for it, and sites repeat their labels
def bare(text: str) -> str:
    """Fold, without punctuation and blanks at either end: the form in which labels are compared.

    >>> bare("» Read more …")
    'read more'
    """
    return fold(text).strip(_EDGES)


def without_lone_escapes(json: str) -> str:
    r"""Return the text of JSON, or of a script, with each escape of half a character as that of U+FFFD.

    Such halves can't be written in any encoding. A pair stays, also one whose backslashes are escaped in turn.

    >>> without_lone_escapes(r"\ud83d\ude00 \ud83d")
    '\\ud83d\\ude00 \\ufffd'
    """
    if "\\ud" not in json and "\\uD" not in json:
        return json
    return _SURROGATE_ESCAPE.sub(lambda found: found[1] or "\\ufffd", json)


def words(text: str) -> list[str]:
    """Return the words of the folded text.

    >>> words("No. 10, Downing Street")
    ['no', '10', 'downing', 'street']
    """
    return _WORD.findall(fold(text))


def name_words(names: str) -> list[str]:
    """Return the words of a class or id in lower case, parted at signs, digits and capitals.

    >>> name_words("ArticleBody__related-links2")
    ['article', 'body', 'related', 'links']
    """
    if not names.islower():
        names = " ".join(_NAME_PARTS.findall(names)).lower()
    return names.encode("ascii", "replace").translate(_LETTERS).decode().split()  # four times as fast as a pattern
