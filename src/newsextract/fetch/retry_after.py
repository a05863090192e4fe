"""Retry-After -> seconds (RFC 9110 section 10.2.3)."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from newsextract.fetch.limits import LONGEST


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return how long a server asks to be left alone: 0 to a day, which stands for all that is longer.

    value: the header, None where there is none. now: the time, aware. None where it says nothing that makes sense.

    >>> retry_after("Wed, 01 Jul 2026 10:00:30 GMT", datetime(2026, 7, 1, 10, tzinfo=UTC))
    30.0
    """
    text = (value or "").strip()
    if text.isascii() and text.isdigit():
        return min(float(text), LONGEST)
    try:
        date = parsedate_to_datetime(text[:64])
    except (ValueError, OverflowError):
        return None
    seconds = (date.replace(tzinfo=date.tzinfo or UTC) - now).total_seconds()
    return min(max(seconds, 0.0), LONGEST)
