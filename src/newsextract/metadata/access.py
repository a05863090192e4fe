"""Whether a story is free to read, as pages write it."""

from __future__ import annotations

_WORDS = {"true": True, "yes": True, "1": True, "free": True, "false": False, "no": False, "0": False, "locked": False}
"""What stands for a truth value, and the tiers of ``article:content_tier``; "metered" may be either."""


def is_free(value: object) -> bool | None:
    """Return whether a value says that a story is free; None where it says neither.

    >>> is_free("False"), is_free("https://schema.org/True"), is_free("metered")
    (False, True, None)
    """
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _WORDS.get(value.strip().lower().rsplit("/", 1)[-1])
    return None
