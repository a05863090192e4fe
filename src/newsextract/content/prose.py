"""How much a text says, and whether it reads like sentences: asked of passages and of lines alike."""

from __future__ import annotations

import re

PROSE_ENDS = tuple('.!?…。！？।॥؟۔"”“»’)」:')
PROSE_SIZE = 80
SHORT_PROSE_SIZE = 25

_WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]++")


def size(text: str) -> int:
    """Return how much a text says in characters of an alphabet: a Chinese, Korean or Thai character counts double."""
    return len(text) if text.isascii() else len(text) + sum(map(len, _WIDE.findall(text)))


def is_prose(text: str, size: int, linked: float) -> bool:
    """Whether a passage reads like sentences: long, or shorter with a full stop, and not mostly links."""
    return linked < 0.5 and (size >= PROSE_SIZE or (size >= SHORT_PROSE_SIZE and text.endswith(PROSE_ENDS)))
