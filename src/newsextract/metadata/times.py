"""The dates that the page shows: ``time`` elements and what classes call a date, near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from newsextract.metadata.facts import Claim
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey
from newsextract.metadata.visible import text_of
from newsextract.text import clean_line

TIME, TEXT, PLAIN = "visible.time", "visible", "visible.plain"
MAX_LENGTH, MAX_PLAIN, MAX_RAW = 160, 90, 400
PLAIN_BEFORE, PLAIN_AFTER, PLAIN_ANYWHERE = 30, 90, 600
"""How far from the headline a short line without a telling class may be its date."""
BEFORE_COUNTS = 3
"""How many times as far a date before the headline counts: there also stands today's date."""

_DAY = re.compile(r"\d{1,4}[^\d:%€$]{1,20}\d{2}")
_OPENING = re.compile(r"([^-–—|]{6,30}\d)\s?[-–—|:]\s")
"""A paragraph may open with the day: "27.1.2022 - The council met"."""
_DATE = (Place.DATE | Place.CHANGED).value
_UNSEEN = frozenset({"meta", "script", "style", "link"})
_ATTRIBUTES = (
    "datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "title",
)  # fmt: skip
_CHANGED = re.compile(  # of lower case: to compile patterns for either case takes long
    r"\b(?:updated?|modified|last (?:changed|reviewed)|revised|aktualisier\w{0,6}|geändert|stand|actualizad[oa]"
    r"|mis à jour|maj|modifié|aggiornat\w|ultima modifica|atualizad[oa]|bijgewerkt|gewijzigd|oppdatert|opdateret"
    r"|uppdaterad|päivitetty|zaktualizowano|aktualizacja|aktualizováno|frissítve|actualizat|обновлено|оновлено|güncelleme"
    r"|güncellendi|diperbarui|cập nhật)\b|更新|수정|עודכן|آخر تحديث",
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|created|veröffentlicht|erstellt|publicad[oa]|publié\w{0,2}|pubblicat\w|gepubliceerd"
    r"|publisert|publiceret|publicerad|julkaistu|opublikowano|publikováno|megjelent|publicat|опубликовано|опубліковано|yayın\w{0,6}"
    r"|diterbitkan)\b|发布|發布|公開|掲載|입력",
)


def read(page: Survey) -> Iterator[Claim]:
    """Yield the dates around the headline, the nearest first; those that say "updated" as dates of change."""
    spots = [spot for spot in page.near if spot.places & _DATE and _stands(page, spot)]
    for spot in sorted(spots, key=lambda spot: _distance(spot.at)):
        yield from _claims(spot)


def search(page: Survey) -> Iterator[Claim]:
    """Yield the short lines with a date near the headline, the nearest first; for where no other source names one."""
    most = PLAIN_ANYWHERE if page.headline is None else PLAIN_AFTER
    near = chain(page.below(most), page.above(PLAIN_BEFORE))
    for at, element in sorted(near, key=lambda one: _distance(one[0])):
        if element.tag in _UNSEEN:
            continue
        for text in (element.text, element.tail):
            if text and _DAY.search(text[:MAX_RAW]) and not page.is_elsewhere(element, at):
                line = clean_line(text[:MAX_RAW])
                if len(line) > MAX_PLAIN:
                    opening = _OPENING.match(line)
                    line = opening[1] if opening else ""
                if line:
                    yield from _dated(line, line, page.of(element), PLAIN)


def _distance(at: int) -> int:
    return at if at >= 0 else -at * BEFORE_COUNTS


def _stands(page: Survey, spot: Spot) -> bool:
    if spot.element in page.holders or spot.element.tag in _UNSEEN:
        return False
    return not page.is_elsewhere(spot.element, spot.at)


def _claims(spot: Spot) -> Iterator[Claim]:
    """Yield the date of an element: its attribute if it has one, for that is made for machines, else its text."""
    text = text_of(spot.element)
    if len(text) > MAX_LENGTH:
        return
    values = (spot.element.get(name) for name in _ATTRIBUTES)
    machine = next((value for value in values if value and any(map(str.isdigit, value))), None)
    if machine is not None:
        yield from _dated(machine, text, spot.places, TIME)
    elif any(map(str.isdigit, text)):
        yield from _dated(text, text, spot.places, TEXT)


def _dated(value: str, text: str, places: int, source: str) -> Iterator[Claim]:
    """Yield the date of a text; where it names publication and change, each its own."""
    lower = text.lower() if len(text.lower()) == len(text) else text
    changed, published = _CHANGED.search(lower), _PUBLISHED.search(lower)
    if value == text and changed and changed.start() > 4:
        yield Claim("published", text[: changed.start()], source)
        yield Claim("modified", text[changed.start() :], source)
    elif value == text and changed and published and published.start() > changed.start():
        yield Claim("modified", text[: published.start()], source)
        yield Claim("published", text[published.start() :], source)
    elif changed or (places & Place.CHANGED.value and not places & Place.DATE.value):
        yield Claim("modified", value, source)
    else:
        yield Claim("published", value, source)
