"""Numbers, times and foreign texts -> words for people."""

from __future__ import annotations

from datetime import UTC, datetime
from unicodedata import east_asian_width

from newsextract.output.inline import printable
from newsextract.text import squeeze

_UNITS = ((86_400, "d", 3_600, "h"), (3_600, "h", 60, "min"), (60, "min", 1, "s"))
_UNSHOWN = dict.fromkeys([0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFFFE, 0xFFFF])
"""Signs that set the writing direction (Unicode Standard Annex #9), and code points that no XML may hold."""
_RATES = ((1, "s"), (60, "min"), (3_600, "h"))


def counted(number: int, one: str, many: str | None = None) -> str:
    """Return a number with what it counts.

    >>> counted(1, "host"), counted(1200, "host"), counted(2, "reply", "replies")
    ('1 host', '1,200 hosts', '2 replies')
    """
    return f"{number:,} {one if number == 1 else many or f'{one}s'}"


def share(part: int, whole: int) -> str:
    """Return a part in percent; what is not nothing, and not all, does not look so.

    >>> share(1, 3), share(1, 10_000), share(9_999, 10_000), share(2, 2)
    ('33.3 %', '<0.1 %', '>99.9 %', '100 %')
    """
    if part in (0, whole):
        return "100 %" if part else "0 %"
    percent = 100 * part / whole
    return "<0.1 %" if percent < 0.1 else ">99.9 %" if percent > 99.9 else f"{percent:.1f} %"


def duration(seconds: float) -> str:
    """Return a time in the two units that say it best.

    >>> duration(4.23), duration(192), duration(7200), duration(93_600)
    ('4.2 s', '3 min 12 s', '2 h', '1 d 2 h')
    """
    if seconds < 10:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    for size, unit, smaller, its_unit in _UNITS:
        if whole >= size:
            rest = whole % size // smaller
            return f"{whole // size} {unit}{f' {rest} {its_unit}' if rest else ''}"
    return f"{whole} s"


def rate(count: int, seconds: float, what: str = "") -> str | None:
    """Return how many, and of what, there were in a second, a minute or an hour; None where no time went by.

    >>> rate(50, 4, "pages"), rate(2, 60), rate(0, 4), rate(1, 0)
    ('12.5 pages/s', '2.0/min', '0/s', None)
    """
    if seconds <= 0:
        return None
    size, unit = per(count / seconds)
    value = count / seconds * size
    told = f"{value:,.0f}" if value >= 100 or not value else f"{value:.1f}"
    return f"{told} {what}".strip() + f"/{unit}"


def per(speed: float) -> tuple[int, str]:
    """Return the unit of time, in seconds and by name, in which a speed (in 1/s) is a number of 1 or more.

    >>> per(0.5)
    (60, 'min')
    """
    return next(((size, unit) for size, unit in _RATES if speed * size >= 1 or not speed), _RATES[-1])


def moment(seconds: float) -> str:
    """Return a moment, in seconds since the epoch, in UTC.

    >>> moment(0)
    '1970-01-01 00:00:00'
    """
    return f"{datetime.fromtimestamp(seconds, UTC):%Y-%m-%d %H:%M:%S}"


def plain(text: str, most: int = 200) -> str:
    """Return a foreign text in one line, cut where it is long, without signs that steer a terminal or turn a line.

    >>> plain("a\\x1b\\n b", 3), plain("abcdef", 3)
    ('a b', 'ab…')
    """
    line = squeeze(printable(text[: 10 * most]).translate(_UNSHOWN))
    return line if len(line) <= most and len(text) <= 10 * most else f"{line[: most - 1]}…"


def ending(text: str, most: int) -> str:
    """Return the end of a text that has room, wide letters counted twice: of a host's name it tells most.

    >>> ending("news.example.org", 12), ending("example.org", 12)
    ('…example.org', 'example.org')
    """
    widths = [2 if east_asian_width(sign) in "WF" else 1 for sign in text]
    if sum(widths) <= most:
        return text
    room = most - 1
    start = len(text)
    while start and widths[start - 1] <= room:
        start -= 1
        room -= widths[start]
    return f"…{text[start:]}"
