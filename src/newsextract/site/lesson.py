"""Lesson: what one page teaches."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Lesson:
    """The host that a page is of, the key of its story (64 bits of its address), and the story's record."""

    host: str
    key: int
    record: bytes
