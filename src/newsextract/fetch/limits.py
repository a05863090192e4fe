"""Limits: how long, how large and how far one fetch may go."""

from __future__ import annotations

from dataclasses import dataclass

LONGEST = 86_400.0
"""A day, in seconds: no limit and no wait is longer."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one fetch may cost. The times are in seconds, greater than 0 and at most a day.

    connect: for the look-up of the host's name, for the connection to one of its addresses, and for the TLS handshake,
    each by itself.
    read: for each wait for the next bytes.
    total: for the whole fetch, with all its redirects, however steadily the bytes drip.
    max_bytes: the size of the body after decompression, in bytes.
    redirects: how many are followed.

    Raises ValueError for a limit outside its range.
    """

    connect: float = 10.0
    read: float = 20.0
    total: float = 30.0
    max_bytes: int = 20_000_000
    redirects: int = 10

    def __post_init__(self) -> None:
        for name in ("connect", "read", "total"):
            if not 0 < getattr(self, name) <= LONGEST:
                raise ValueError(f"{name} must be more than 0 and at most {LONGEST:.0f} seconds")
        if self.max_bytes < 1:
            raise ValueError("max_bytes must be at least 1")
        if self.redirects < 0:
            raise ValueError("redirects must not be negative")
