"""The opening of a report -> its dateline: "BEIRUT (AP) —", "Москва, 3 мая. /ТАСС/.", "（北京3日讯）"."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from newsextract.article import Dateline
from newsextract.clean.phrases import is_unspaced, key, table
from newsextract.metadata.agencies import agency
from newsextract.metadata.months import month
from newsextract.metadata.scripts import is_east_asian, is_uncased

REACH = 110
"""How many characters of a paragraph may be its dateline."""
MAX_PLACE, MAX_WORDS = 40, 4
SHORT = 4
"""Letters that capitals need to be a place rather than an abbreviation, where it is no city known."""


class Opening(NamedTuple):
    """A dateline, and who it says reported: "（記者王小明）"."""

    dateline: Dateline
    reporter: str | None = None


_BRACKETS = re.compile(
    r"(?P<place>[^()\[\]/\n]{2,60}?)\s{0,2}[,–—-]?\s?(?:[(\[](?P<by>[^()\[\]]{2,40})[)\]]|/(?P<slashed>[^/]{2,30})/)"
    r"\.?\s{0,2}(?P<sep>[-–—―=:]{1,3}|\.?)"
)
_DASH = re.compile(
    r"\(?(?P<place>[^()\[\]\n–—―:]{2,60}?)\)?(?:\s{0,2}(?P<sep>–|—|―|--)|\s{1,2}(?P<hyphen>-)(?=\s|$)|\.(?P<spanish>[-–—])"
    r"|(?P<colon>:))\s{0,2}"
)
_FIRST = re.compile(r"[(\[]([^()\[\]]{2,30})[)\]]\s?[-–—]?\s?")
_DATED = re.compile(
    r"(?P<place>[^().,\d\n]{2,40})[.,]\s(?P<date>[^().,\n]{3,20})[.,]?\s(?:[-–—]\s)?"
    r"(?P<by>[^\s().,/–—]{2,24}(?:\s\w{2,10})?)"
)
_PARTS = re.compile(r"[/,;|+&]| (?:et|and|y|und|e|и|via) ")
_AFTER = re.compile(r"(?P<by>[^.,–—(]{2,30})[.,]")

_DAY_SENT = r"(?:\d{1,2}月)?\d{1,2}日"
_SIGNS = "\\s　"
_EAST: tuple[re.Pattern[str], ...] = (
    re.compile(
        rf"[【［\[（(](?P<place>[^】］\]）)\d＝=]{{2,12}}?)[{_SIGNS}]?[＝=][{_SIGNS}]?(?P<by>[^】］\]）)]{{2,20}})[】］\]）)]"
    ),
    re.compile(
        rf"[［\[【（(]?(?P<place>[^\W\d]{{2,12}})[{_SIGNS}]{{1,2}}\d{{1,2}}日[{_SIGNS}]{{1,2}}(?P<wire>[^\W\d]{{2,8}})[］\]】）)]?"
    ),
    re.compile(
        rf"[（(【](?P<by>中央社)(?:記者(?P<name>\w{{3}}))?(?P<place>\w{{2,6}}?){_DAY_SENT}(?:綜合)?(?:外|專)?電[）)】]"
    ),
    re.compile(rf"[（(【](?P<place>[^\d）)】，。]{{2,8}}?){_DAY_SENT}(?:综合|綜合)?[讯訊電电](?:[）)】])"),
    re.compile(
        rf"(?P<place>[^\d，。（）\s]{{2,12}}?){_DAY_SENT}(?:电|電|讯|訊|消息)(?:[{_SIGNS}]?[（(](?P<name>[^）)]{{2,60}})[）)])?"
    ),
    re.compile(r"[【［](?P<place>[^】］\s]{2,8}?)[讯訊電电][】］]"),
    re.compile(r"[【［](?P<place>[^】］\s\d]{4,14})[】］]"),
)
"""Forms of East Asian datelines, the surest first."""


def opening(text: str) -> Opening | None:
    """Return the dateline that a paragraph opens with and whom it names as reporter; None where it opens with none.

    >>> opening("BEIRUT (AP) — The port was closed.").dateline
    Dateline(place='BEIRUT', agency='AP')
    >>> opening("Update: The port was closed.") is None
    True

    Without an agency the place must be in capitals or a city known to all.
    """
    start = text[:REACH].strip()
    for way in _WAYS:
        if (found := way(start)) is not None:
            return found
    return None


def _east_asian(start: str) -> Opening | None:
    if not start or (not is_unspaced(start[0]) and start[0] not in "【［[（("):
        return None
    for form in _EAST:
        found = form.match(start)
        if found is not None and (told := _eastern(found.groupdict())) is not None:
            return told
    return None


def _eastern(parts: dict[str, str | None]) -> Opening | None:
    place, by, name = (parts.get(key) for key in ("place", "by", "name"))
    place = (place or "").strip()
    if wire := parts.get("wire"):
        return Opening(Dateline(place, wire))
    told, place = (by, place) if by is not None else _apart(place)
    if not place or key(place) in table("not-places") or any(place.startswith(word) for word in table("not-places")):
        return None
    known = _known(told or "")
    if by is not None and known is None:
        return Opening(Dateline(place), by) if _is_name(by) else None
    if known is None and parts.keys() == {"place"} and len(place) > MAX_CITY:
        return None
    return Opening(Dateline(place, known), name)


MAX_CITY = 6


def _is_name(words: str) -> bool:
    return is_east_asian(words) and 2 < len(words) <= 6


def _apart(words: str) -> tuple[str | None, str]:
    """Return the agency and the place in words that have no blank between: "新华社北京", "ワシントン時事"."""
    for at in range(2, len(words) - 1):
        if agency(words[:at]) is not None:
            return words[:at], words[at:]
        if agency(words[at:]) is not None:
            return words[at:], words[:at]
    return None, words


def _bracketed(start: str) -> Opening | None:
    """Read "Berlin (dpa) -", "Москва, 3 мая. /ТАСС/."."""
    found = _BRACKETS.match(start)
    if found is None:
        return None
    by = found["by"] or found["slashed"] or ""
    place, dated = _place(found["place"])
    known = _known(by)
    if place is None or agency(place) is not None:
        return None
    certain = dated or _is_capitals(place) or _is_city(place)
    if known is not None:
        sep = bool(found["sep"].strip(".")) or (found["sep"] == "." and bool(found["slashed"]))
        return Opening(Dateline(place, known)) if sep or (certain and not start[found.end() :][:1].islower()) else None
    station = by.isupper() and by.isalpha() and ("," in place or _is_city(place))
    return Opening(Dateline(place, by)) if station and _is_dash(found["sep"]) else None


def _dashed(start: str) -> Opening | None:
    """Read "LONDON —", "NEW DELHI:", "МОСКВА, 3 мая - РИА Новости."."""
    first = _FIRST.match(start)
    by = _known(first[1]) if first else None
    found = _DASH.match(start[first.end() :] if first and by else start)
    if found is None:
        return None
    by = by or next((one for piece in found["place"].split(",") if (one := _named(piece.strip())) is not None), None)
    place, dated = _place(found["place"], by)
    if place is None:
        return None
    rest = found.string[found.end() :]
    after = _AFTER.match(rest)
    known = by or (_known(after["by"]) if after and dated else None)
    if not (_is_city(place) or (_is_capitals(place) and _is_spelt(place)) or (known and after)):
        return None
    if (found["colon"] and not rest) or (rest[: 2 * SHORT].isupper() and not known):  # a line all in capitals
        return None
    return Opening(Dateline(place, known)) if not rest or not rest[0].islower() else None


def _dated(start: str) -> Opening | None:
    """Read "Київ. 3 травня. УНН."."""
    found = _DATED.match(start)
    if found is None or not any(map(str.isdigit, found["date"])):
        return None
    known = _known(found["by"]) or _known(found["by"].split(" ")[0])
    place, _ = _place(found["place"])
    return Opening(Dateline(place, known)) if known and place and _of_days(found["date"]) else None


_WAYS: tuple[Callable[[str], Opening | None], ...] = (_east_asian, _bracketed, _dashed, _dated)


def _place(words: str, by: str | None = None) -> tuple[str | None, bool]:
    """Return the place without the day that follows it, and whether one does; None where it is none."""
    kept: list[str] = []
    dated = False
    for piece in words.strip(" -–—").split(","):
        piece = piece.strip(" -–—")
        if dated or piece == by:
            continue
        head = re.split(r"\d", piece, maxsplit=1)[0]
        if head != piece:
            dated = _of_days(piece)
            if not dated:
                return None, False
            piece = _without_day_words(head)
        if piece:
            kept.append(piece.rstrip(". ") if not kept else piece)
    place = ", ".join(kept)
    return (place, dated) if kept and len(kept) <= 2 and all(map(_is_place, kept)) else (None, False)


def _of_days(words: str) -> bool:
    """Whether words with digits tell a day: a month, or the day alone."""
    plain = [word.strip(" .,()") for word in words.casefold().replace("/", " ").split()]
    numbers = [word for word in plain if word[:1].isdigit()]
    return bool(numbers) and (len(numbers) == len(plain) or any(month(word, None) for word in plain))


def _without_day_words(head: str) -> str:
    """Return the words before a day: "MADRID", "Paris, le" """
    words = head.split()
    while words and (words[-1].islower() or month(words[-1].casefold().strip("."), None)):
        words.pop()
    return " ".join(words)


def _is_place(words: str) -> bool:
    parts = words.replace("/", " ").split()
    if not parts or len(words) > MAX_PLACE or len(parts) > MAX_WORDS or key(words) in table("not-places"):
        return False
    if any(char.isdigit() or char in '"?!;*@#&+“”„«»' for char in words):
        return False
    if is_uncased(words):
        return len(parts) < MAX_WORDS
    if not parts[0][:1].isupper() or any(key(part) in table("not-places") for part in parts):
        return False
    return all(part[0].isupper() or len(part) <= 4 for part in parts) and parts[-1][0].isupper()


def _is_capitals(place: str) -> bool:
    first = place.split(",")[0]
    return first.isupper() and any(map(str.isalpha, first))


def _is_spelt(place: str) -> bool:
    """Whether a place is no abbreviation and no sentence."""
    first = place.split(",")[0]
    return sum(map(str.isalpha, first)) >= SHORT and len(first.split()) < MAX_WORDS


def _is_city(place: str) -> bool:
    return key(place) in table("cities") or key(place.split(",")[0]) in table("cities")


def _is_dash(sign: str) -> bool:
    return bool(sign) and sign[0] in "-–—―"


def _named(piece: str) -> str | None:
    """Return the agency, or the paper by its address, that a part between commas names: "JAKARTA, Harbour.com -"."""
    domain = re.fullmatch(r"[^\W\d]\w{2,24}\.(?:com|net|org|co|id|tv|news|it)", piece, re.IGNORECASE)
    return piece if domain else _known(piece)


def _known(words: str) -> str | None:
    """Return the first agency among the words in brackets, as printed there: "dpa/lnw", "AP, Reuters"."""
    pieces = (piece.strip(" .") for piece in _PARTS.split(words))
    return next((piece for piece in [*pieces, words.strip(" .")] if piece and _is_agency(piece)), None)


def _is_agency(name: str) -> bool:
    """Whether a name beside a place is an agency's, also one that elsewhere counts in capitals only: "(Lusa)"."""
    return agency(name) is not None or (" " not in name and agency(name.upper()) is not None)
