"""str -> date or datetime: ISO 8601, RFC 5322, numbers in the order of the language, months by name.

A date without a clock is a ``date``; a clock without a zone is a naive ``datetime``; nothing is filled in.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone

from newsextract.metadata.calendars import day_in, in_digits
from newsextract.metadata.clock import named_zone, offset, time_in, time_of
from newsextract.metadata.months import month

MAX_LENGTH = 100
FIRST_YEAR = 1990
SLACK = timedelta(days=1)
REACH = 40
"""How many characters from the day the clock may stand."""
MONTH_FIRST = frozenset({"en", "en-us", "en-ph", "en-ca"})
"""Locales that write 4/28 for the 28th of April; English alone mostly means American pages."""

Moment = datetime | date

_ISO = re.compile(
    r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)"
    r"(?:(?:t|\s|,|-|\s-\s|\s\|\s){1,3}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s?(z(?![a-z])|[+-]\d{2}(?::?\d{2})?(?!\d))?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:t?(\d{2})(\d{2})(\d{2})?)?(z|[+-]\d{2}:?\d{2})?", re.IGNORECASE)
_EPOCH = re.compile(r"(\d{10})(?:\.\d{1,6}|\d{3})?")
_NUMERIC = re.compile(r"(?<![\d.])(\d{1,2})\s?([./\-|·])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?!\d|\.\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{4})\.\s?(\d{1,2})\.\s?(\d{1,2})\.?(?![\d:])")
_CJK = re.compile(r"(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일号號]?")
_MONTH_NUMBER = re.compile(r"(?<!\d)(\d{1,2})\stháng\s(\d{1,2})(?:,|/|\s|năm\s){1,3}(\d{4})(?!\d)", re.IGNORECASE)
_YEAR = r"(\d{4})(?:(?!\d)|(?=\d{1,2}:\d{2}))"  # "May 3, 20242:23 PM": two elements without a blank between
_WORD = r"([^\W\d_][^\s\d,;:|/()\[\]-]{1,24})"  # marks of Indian vowels are no word characters to re
_DAY_MONTH = re.compile(
    r"(?<![\d.])(\d{1,2})(?:st|nd|rd|th|er|º|ª|°|an|eko|e)?[.,]?(?:\s|-|‑|/|de\s|d[’']|of\s|day\s){0,4}" + _WORD
    + r"(?:/[^\W\d_]{2,24})?[.,]?(?:\s|-|‑|/|de\s|del\s|กศ\.?\s?|พ\.ศ\.\s?){0,4}[,'’]?" + _YEAR,
    re.IGNORECASE,
)  # fmt: skip
_SHORT_YEAR = re.compile(r"(?<![\d.])(\d{1,2})[-\s]([^\W\d_]{3,24})[.,]?(?:-|\s?['’])(\d{2})(?![\d:.])")
_MONTH_DAY = re.compile(
    _WORD + r"[.,]?[\s-]{0,2}(\d{1,2})(?:st|nd|rd|th|\.)?,?(?:\s|-|,|de\s|at\s){1,4}" + _YEAR, re.IGNORECASE
)
_YEAR_MONTH = re.compile(
    r"(?<!\d)(\d{4})(?:\.|,|\s|m\.|-|gada|ko){1,5}" + _WORD + r"[.,]?[\s-]{0,2}(\d{1,2})(?!\d)", re.IGNORECASE
)
_YEAR_DAY = re.compile(r"(?<!\d)(\d{4})\.?\s(?:gada|жылғы|жылдын)\s(\d{1,2})\.?[\s-]{1,2}" + _WORD, re.IGNORECASE)
_CTIME = re.compile(_WORD + r"\s{1,2}(\d{1,2})\s(\d{1,2}:\d{2}:\d{2})\s?([a-z]{1,5})?\s(\d{4})\b", re.IGNORECASE)


def read(text: str, locale: str | None = None, latest: datetime | None = None) -> Moment | None:
    """Return the moment or day that a text names, None where it names none or one out of bounds.

    text: as on the page; only its first 100 characters are read. locale: BCP 47 tag of the page, which decides the
    order of day and month and whose month a word is. latest: an aware datetime: what is more than a day after it is no
    date of a page that was there then; None means now.
    """
    line = _plain(text)
    if not any(map(str.isdigit, line)):
        return None
    moment = _machine(line) or _human(line, (locale or "").casefold())
    return moment if moment is not None and within(moment, latest) else None


def turned(text: str, locale: str | None = None, latest: datetime | None = None) -> Moment | None:
    """Return what a text says if day and month change places; None unless it is a day in numbers that allows both.

    The parameters are those of ``read``.
    """
    line, own = _plain(text), (locale or "").casefold()
    found = _NUMERIC.search(line)
    if found is None or _ISO.search(line) or (first := _numeric(found, own)) is None:
        return None
    moment = _human(line, own)
    if first.day > 12 or first.day == first.month or moment is None or day_of(moment) != first:
        return None
    other = moment.replace(month=first.day, day=first.month)
    return other if within(other, latest) else None


def guess(text: str, locale: str | None = None, latest: datetime | None = None) -> Moment | None:
    """Return what ``dateparser`` makes of a text that ``read`` does not understand; the last resort, it takes long.

    Only texts with a day and a year in digits are asked, so that nothing is filled in from today.
    """
    line = _plain(text)
    if len(re.findall(r"\d+", line)) < 2 or not re.search(r"(?:19|20)\d\d", line):
        return None
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    language = (locale or "").split("-")[0].lower()
    try:
        found = dateparser.parse(line, languages=[language] if language else None, settings=settings)
    except (ValueError, TypeError, OverflowError):  # an unknown language is a ValueError
        return None
    if found is None:
        return None
    moment: Moment = found if (found.hour or found.minute) else found.date()
    return moment if within(moment, latest) else None


def within(moment: Moment, latest: datetime | None = None) -> bool:
    """Whether a page could have come out then: not before 1990, not more than a day after ``latest`` (None: now)."""
    limit = (latest or datetime.now(UTC)) + SLACK
    if not isinstance(moment, datetime):
        return moment.year >= FIRST_YEAR and moment <= limit.date()
    return moment.year >= FIRST_YEAR and (moment if moment.tzinfo else moment.replace(tzinfo=UTC)) <= limit


def day_of(moment: Moment) -> date:
    """Return the day of a moment, in its own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def is_utc(moment: Moment) -> bool:
    """Whether a moment is told in UTC."""
    return isinstance(moment, datetime) and moment.tzinfo is not None and not moment.utcoffset()


def is_zoned(moment: Moment, other: Moment) -> bool:
    """Whether a moment is the minute that another, without a zone, tells; but with its zone."""
    if not isinstance(moment, datetime) or not isinstance(other, datetime) or not moment.tzinfo or other.tzinfo:
        return False
    return moment.replace(second=0, tzinfo=None) == other.replace(second=0)


def may_be(moment: Moment, day: date) -> bool:
    """Whether a moment told in UTC may fall on another day somewhere: evening in New York is the next day in UTC."""
    if not (isinstance(moment, datetime) and is_utc(moment)):
        return False
    east, west = moment + timedelta(hours=14), moment - timedelta(hours=12)
    return day in (east.date(), west.date())


def in_place(moment: Moment, other: Moment) -> datetime | None:
    """Return a moment told in UTC in the zone of another telling of it, None where the other tells of another moment.

    other: the same moment with a zone, or the clock at the place without one: the difference then is the zone.
    """
    if not isinstance(other, datetime) or not isinstance(moment, datetime):
        return None
    if other.tzinfo is not None:
        return other if abs(other - moment) < timedelta(minutes=1) and other.utcoffset() else None
    gap = other.replace(second=0, microsecond=0) - moment.replace(second=0, microsecond=0, tzinfo=None)
    if not gap or gap % timedelta(minutes=15) or not timedelta(hours=-12) <= gap <= timedelta(hours=14):
        return None
    return moment.astimezone(timezone(gap))


def _plain(text: str) -> str:
    """Squeeze and cap; digits of every script become ASCII, Arabic month names of two words become one."""
    line = " ".join(text[: MAX_LENGTH * 2].split())[:MAX_LENGTH]
    if line.isascii():
        return line
    line = in_digits("".join(str(int(char)) if char.isdecimal() else char for char in line))
    for first in ("كانون", "تشرين"):
        line = line.replace(first + " ", first + "_")
    return line.replace("\u200f", "").replace("\u200e", "")


def _machine(line: str) -> Moment | None:
    """ISO 8601 in its many near forms, or seconds (milliseconds) since 1970."""
    if found := _ISO.match(line):
        year, _, month_, day, hour, minute, second, zone = found.groups()
        clock = time_of(hour, minute, second, offset(zone))
        if not zone and (rest := line[max(found.start(5), found.end(4)) :][:REACH]):
            clock = time_in(rest) or clock  # "3:47 PM" and "15:47 UTC" say more than ISO reads
        return _moment(_day(year, month_, day), clock)
    if found := _COMPACT.fullmatch(line):
        year, month_, day, hour, minute, second, zone = found.groups()
        if int(month_) <= 12:
            return _moment(_day(year, month_, day), time_of(hour, minute, second, offset(zone)))
    if found := _EPOCH.fullmatch(line):
        return datetime.fromtimestamp(int(found[1]), UTC)
    return None


def _human(line: str, locale: str) -> Moment | None:
    """A day written for people, with the clock that stands by it."""
    if (found := _CTIME.search(line)) and (number := month(found[1], "en")):
        hour, minute, second = found[3].split(":")
        return _moment(_day(found[5], str(number), found[2]), time_of(hour, minute, second, named_zone(found[4])))
    if found := _ISO.search(line):
        return _machine(line[found.start() :])
    for pattern, reader in _FORMS:
        for found in pattern.finditer(line):
            if (day := reader(found, locale)) is not None:
                return _moment(day, time_in(line[found.end() :][:REACH]) or time_in(line[: found.start()][-REACH:]))
    return None


def _numeric(found: re.Match[str], locale: str) -> date | None:
    first, sign, second, year = found.groups()
    if len(year) == 2 and sign == "-":
        return None
    days = (first, second)
    american = sign != "." and locale in MONTH_FIRST
    if int(second) > 12 or (american and int(first) <= 12):
        days = (second, first)
    return _day(year, days[1], days[0])


def _year_first(found: re.Match[str], _: str) -> date | None:
    return _day(found[1], found[2], found[3])


def _day_first(found: re.Match[str], _: str) -> date | None:
    return _day(found[3], found[2], found[1])


def _day_month(found: re.Match[str], locale: str) -> date | None:
    return _named_day(found[3], found[2], found[1], locale)


def _month_day(found: re.Match[str], locale: str) -> date | None:
    return _named_day(found[3], found[1], found[2], locale)


def _year_day(found: re.Match[str], locale: str) -> date | None:
    return _named_day(found[1], found[3], found[2], locale)


def _year_month(found: re.Match[str], locale: str) -> date | None:
    return _named_day(found[1], found[2], found[3], locale)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], date | None]], ...] = (
    (_CJK, _year_first),
    (_DOTTED, _year_first),
    (_NUMERIC, _numeric),
    (_MONTH_NUMBER, _day_first),
    (_DAY_MONTH, _day_month),
    (_SHORT_YEAR, _day_month),
    (_MONTH_DAY, _month_day),
    (_YEAR_DAY, _year_day),
    (_YEAR_MONTH, _year_month),
)
"""Forms of a day, the surest first, with the function that reads each."""


def _named_day(year: str, name: str, day: str, locale: str) -> date | None:
    number = month(name.rstrip("."), locale)
    return _day(year, str(number), day) if number else None


def _day(year: str, month_: str, day: str) -> date | None:
    """Return the day; a year of two digits is of the ninety-nine before 2090."""
    number = int(year) if len(year) > 2 else int(year) + (1900 if int(year) >= FIRST_YEAR % 100 else 2000)
    try:
        return day_in(number, int(month_), int(day))
    except ValueError:
        return None


def _moment(day: date | None, clock: time | None) -> Moment | None:
    return datetime.combine(day, clock) if day and clock else day
