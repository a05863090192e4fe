"""bytes -> str, as browsers do, and the refusal of what is no page."""

from __future__ import annotations

from dataclasses import dataclass

MAX_CHARACTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and how it was read.

    encoding: WHATWG name; source: bom, utf-8, http, meta, detector or str; replacements: characters not decoded.
    """

    text: str
    encoding: str
    source: str
    replacements: int = 0


def decode(body: bytes, content_type: str | None = None) -> Decoded:
    """placeholder"""
    return Decoded(body.decode("utf-8", "replace"), "utf-8", "utf-8")
