"""The words beside a date -> the time of day, with its zone where one is named."""

from __future__ import annotations

import re
from datetime import UTC, time, timedelta, timezone

from newsextract.metadata.months import ZONES

_CLOCK = re.compile(
    r"(上午|下午|午前|午後|오전|오후|晚上|凌晨)?\s?(?<![\d.,])(\d{1,2})\s?"
    r"(?:([:：.h點点時时시])\s?(\d{2})(?!\d)(?:[:：分분\s]{1,2}(\d{2})(?!\d))?)?"
    r"\s?([ap]\.?\s?m\b|h\b|uhr|[μπ]\.?μ\b|(?:مساءً?|م|صباحاً?|ص)(?!\w))?",
    re.IGNORECASE,
)
_WIRE = re.compile(r"(?<!\d)([01]\d|2[0-3])([0-5]\d)\s([A-Z]{3,4})\b")
"""The clock as wires write it: "2010 GMT"."""
_ZONE = re.compile(r"[\s(,.]{0,3}(?:(?:utc|gmt)\s?)?([+-])\s?(\d{1,2})(?::?(\d{2}))?(?!\d)", re.IGNORECASE)
_ZONE_NAME = re.compile(r"[\s(,.분]{0,3}(?:uhr\s\(?)?([^\W\d_]{2,5})\b", re.IGNORECASE)
_BEFORE_DOT = tuple(" kl| kl.| klo| um| at| ore| pukul| jam| las| às| à| ob| v| о|,|-|–".split("|"))
"""What stands before "14.25" where it is a time, as in "kl. 14.25"; elsewhere that is a number."""
_MORNING = frozenset({"上午", "午前", "오전", "凌晨"})
_AFTERNOON = frozenset({"下午", "午後", "오후", "晚上"})
_AM, _PM = ("a", "π", "ص"), ("p", "μ", "م")
"""How the words for before and after noon begin."""


def time_in(text: str) -> time | None:
    """Return the first time of day in a text beside a date, None where there is none."""
    for found in _WIRE.finditer(text):
        if (zone := named_zone(found[3])) is not None:
            return time_of(found[1], found[2], None, zone)
    for found in _CLOCK.finditer(text):
        half, hour, sign, minute, second, mark = found.groups()
        mark = (mark or "").lower()
        if minute is None and not mark:
            continue
        before = text[: found.start(2)].rstrip()
        if sign == "." and not mark and before and not f" {before}".lower().endswith(_BEFORE_DOT):
            continue
        hours = _of_24(int(hour), mark, half)
        if (told := time_of(hours, minute, second, _zone(text[found.end() :]))) is not None:
            return told
    return None


def _of_24(hour: int, mark: str, half: str | None) -> int:
    """Return the hour of 24 that an hour of twelve is, before or after noon."""
    if hour < 12 and (mark.startswith(_PM) or half in _AFTERNOON):
        return hour + 12
    return 0 if hour == 12 and (mark.startswith(_AM) or half in _MORNING) else hour


def time_of(hour: str | int | None, minute: str | None, second: str | None, zone: timezone | None) -> time | None:
    """Return the time of day that numbers as text tell; None for no hour and where there is no such time."""
    if hour is None:
        return None
    try:
        return time(int(hour), int(minute or 0), int(second or 0), tzinfo=zone)
    except ValueError:
        return None


def offset(zone: str | None) -> timezone | None:
    """Return the zone that "Z", "+02:00", "+0200" or "-05" means; None for nothing and for more than a day."""
    if not zone:
        return None
    if zone in "Zz":
        return UTC
    digits = zone[1:].replace(":", "").ljust(4, "0")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    if minutes >= 24 * 60:
        return None
    return timezone(timedelta(minutes=minutes if zone[0] == "+" else -minutes))


def named_zone(name: str | None) -> timezone | None:
    """Return the zone that an abbreviation means ("CEST"), None where it means none or several."""
    minutes = ZONES.get((name or "").casefold())
    return None if minutes is None else timezone(timedelta(minutes=minutes))


def _zone(text: str) -> timezone | None:
    if found := _ZONE.match(text):
        return offset(f"{found[1]}{int(found[2]):02d}{found[3] or '00'}")
    return named_zone(found[1]) if (found := _ZONE_NAME.match(text)) else None
