"""Days of other calendars -> days of ours: Persian, Buddhist, years of Japanese reigns and of the Chinese Republic."""

from __future__ import annotations

import re
from datetime import date, timedelta

_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925, "民國": 1911, "民国": 1911}
"""Reign or republic -> the year before its first."""
_ERA_YEAR = re.compile(f"({'|'.join(_ERAS)})\\s?(元|\\d{{1,3}})\\s?年")
_DIGITS = {sign: str(value) for value, sign in enumerate("〇一二三四五六七八九")} | {"○": "0", "零": "0"}
_WRITTEN = re.compile(r"([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日")

_LEAP_REST = frozenset({1, 5, 9, 13, 17, 22, 26, 30})
"""Years of a cycle of 33 that have a leap day, by the rest; true of the years from 1244 to 1472."""
_EPOCH = date(622, 3, 21)
_SIX_MONTHS = 31 * 6


def in_digits(line: str) -> str:
    """Return a line with its year of a reign told as ours, and its day in written Chinese numbers in digits.

    >>> in_digits("令和6年5月3日"), in_digits("二〇二四年五月十三日")
    ('2024年5月3日', '2024年5月13日')
    """
    line = _ERA_YEAR.sub(lambda era: f"{_ERAS[era[1]] + (1 if era[2] == '元' else int(era[2]))}年", line)
    return _WRITTEN.sub(
        lambda day: f"{''.join(map(_DIGITS.__getitem__, day[1]))}年{_number(day[2])}月{_number(day[3])}日", line
    )


def day_in(year: int, month: int, day: int) -> date:
    """Return the day that three numbers name; the year says by which calendar.

    Raises ValueError where there is no such day.
    """
    if 2533 <= year <= 2600:  # the Thai calendar counts from the Buddha's death
        year -= 543
    elif 1360 <= year <= 1440:
        return persian(year, month, day)
    return date(year, month, day)


def persian(year: int, month: int, day: int) -> date:
    """Return the day that a day of the solar Hijri calendar is. Raises ValueError where there is none.

    >>> persian(1403, 2, 14).isoformat()
    '2024-05-03'
    """
    longest = 31 if month <= 6 else 30 if month < 12 or year % 33 in _LEAP_REST else 29
    if not (1 <= month <= 12 and 1 <= day <= longest):
        raise ValueError(f"no day {day} in month {month} of {year}")
    years = year - 1
    leaps = years // 33 * 8 + sum(rest <= years % 33 for rest in _LEAP_REST)
    months = 31 * (month - 1) if month <= 6 else _SIX_MONTHS + 30 * (month - 7)
    return _EPOCH + timedelta(days=years * 365 + leaps + months + day - 1)


def _number(written: str) -> int:
    """Return the number below a hundred that Chinese signs write."""
    tens, ten, ones = written.partition("十")
    if not ten:
        return int("".join(map(_DIGITS.__getitem__, written)))
    return int(_DIGITS.get(tens, "1")) * 10 + int(_DIGITS.get(ones, "0"))
