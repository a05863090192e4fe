"""Dates of lists -> moments; and whether they are of the time that was asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from newsextract.metadata import address, dates

Moment = datetime | date
Since = datetime | date | timedelta


def moment(text: object, language: str | None = None) -> Moment | None:
    """Return what a list gives as a date, as ``metadata.dates.read`` does; None for what names none."""
    return dates.read(text, language) if isinstance(text, str) else None


def day_of_address(url: str) -> Moment | None:
    """Return the day that stands in the path of an address, None where none does or it is to come."""
    text = address.day_in(url)
    return dates.read(text, "en") if text else None


def cutoff(since: Since | None) -> datetime | None:
    """Return the aware moment that ``since`` means: a day begins at midnight UTC, an interval ends now."""
    if since is None:
        return None
    if isinstance(since, timedelta):
        return datetime.now(UTC) - since
    return _aware(since if isinstance(since, datetime) else datetime.combine(since, time(0)))


def is_before(given: Moment, since: datetime) -> bool:
    """Whether a moment is certainly before another; of a day without a clock its end counts. No zone means UTC."""
    if isinstance(given, datetime):
        return _aware(given) < since
    return _aware(datetime.combine(given, time.max)) < since


def _aware(given: datetime) -> datetime:
    return given if given.tzinfo else given.replace(tzinfo=UTC)


def newness(given: Moment | None) -> float:
    """Return a number that is smaller the newer a moment is; that of None is the largest."""
    if given is None:
        return 0.0
    return -_aware(given if isinstance(given, datetime) else datetime.combine(given, time(0))).timestamp()
