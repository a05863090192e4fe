"""Text -> what its script is like: without capitals, without blanks. Tables of ranges would take long to compile."""

from __future__ import annotations

import re
from functools import cache

WORD = re.compile(r"[\w\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0966-\u0eff]+")
"""A word of any script, with the signs above and below its letters."""


def is_east_asian(text: str) -> bool:
    """Whether a text holds a Chinese character or Japanese kana."""
    return not text.isascii() and any("\u3040" <= char <= "\u9fff" for char in text)


def is_uncased(text: str) -> bool:
    """Whether a text holds a letter of a script that has no capitals."""
    return not text.isascii() and any(char.isalpha() and char.upper() == char.lower() for char in text)


def is_unspaced(text: str) -> bool:
    """Whether a text holds a letter of a script in which a person's name may be one word: Chinese, Korean, Thai."""
    return not text.isascii() and _unspaced().search(text) is not None


@cache
def _unspaced() -> re.Pattern[str]:
    """Return the pattern of those letters, compiled at first use: ranges as large as these take a while."""
    return re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff\uac00-\ud7a3]")
