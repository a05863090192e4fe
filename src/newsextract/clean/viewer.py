"""Words at a picture -> the same without the buttons and counters of the page's viewer."""

from __future__ import annotations

from functools import lru_cache

from newsextract.clean.credit_words import CONTROLS, COUNT, COUNTED, HEADS, LABELS
from newsextract.text import fold

MAX_HEAD = 40
MIN_CONTROL = 15
"""A single word shorter than this may be the caption's own."""
_LONG = tuple(sorted((text for text in CONTROLS if len(text) >= MIN_CONTROL or " " in text), key=len, reverse=True))
"""Controls that may stand before or behind a caption, the longest first."""


@lru_cache(maxsize=64)  # the words at a picture are asked several times
def without_controls(text: str) -> str:
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
        if colon and len(head) < MAX_HEAD and fold(head) in HEADS - LABELS:
            text = rest.strip()
        if text == before:
            break
    return text


def _without_ends(text: str, folded: str) -> str:
    if not folded.startswith(_LONG) and not folded.endswith(_LONG):
        return text
    for control in _LONG:
        size = len(control)
        if folded.startswith(control) and not folded[size : size + 1].isalnum():
            return text[size:].strip()
        if folded.endswith(control) and not folded[-size - 1 : -size].isalnum():
            return text[:-size].strip()
    return text
