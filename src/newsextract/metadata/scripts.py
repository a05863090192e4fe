"""Text -> what its script is like: without capitals, without blanks. Tables of ranges would take long to compile."""

from __future__ import annotations

import re

_EAST_ASIAN = re.compile("[\u3040-\u9fff]")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]")


def is_east_asian(text: str) -> bool:
    """Whether a text holds a Chinese character or Japanese kana."""
    return not text.isascii() and _EAST_ASIAN.search(text) is not None


def is_unspaced(text: str) -> bool:
    """Whether a text holds a letter of a script without blanks between words: Chinese, Thai, Khmer and the like."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def is_uncased(text: str) -> bool:
    """Whether a text holds a letter of a script that has no capitals."""
    return not text.isascii() and any(char.isalpha() and char.upper() == char.lower() for char in text)
