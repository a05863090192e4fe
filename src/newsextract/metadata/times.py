"""The dates that the page shows: ``time`` elements and what classes call a date, near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsextract.metadata.facts import Claim
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey, text_of
from newsextract.text import clean_line

TIME, TEXT, PLAIN = "visible.time", "visible", "visible.plain"
MAX_LENGTH, MAX_PLAIN = 160, 90
PLAIN_BEFORE, PLAIN_AFTER, PLAIN_ANYWHERE = 30, 90, 600
"""How far from the headline a short line without a telling class may be its date."""
BEFORE_COUNTS = 3
"""How many times as far a date before the headline counts: there also stands today's date."""

MAX_RAW = 400

_DAY = re.compile(r"\d{1,4}[^\d:%€$]{1,20}\d{2}")
_ELSEWHERE = (Place.AWAY | Place.LIST | Place.CAPTION).value
_DATE = (Place.DATE | Place.CHANGED).value
_ATTRIBUTES = ("datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "title")
_CHANGED = re.compile(
    r"\b(?:updated?|modified|last (?:changed|reviewed)|revised|aktualisier\w*|geändert|stand|actualizado|actualizada|mis à jour|maj|modifié"
    r"|aggiornat\w|ultima modifica|atualizado|bijgewerkt|gewijzigd|oppdatert|opdateret|uppdaterad|päivitetty|zaktualizowano|aktualizacja"
    r"|aktualizováno|frissítve|actualizat|обновлено|оновлено|güncelleme|güncellendi|diperbarui|cập nhật)\b|更新|수정|最終更新|עודכן|آخر تحديث",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"\b(?:published|posted|created|first published|veröffentlicht|erstellt|publicado|publicada|publié\w*|pubblicat\w|gepubliceerd|publisert|publiceret"
    r"|publicerad|julkaistu|opublikowano|publikováno|megjelent|publicat|опубликовано|опубліковано|yayın\w*|diterbitkan)\b|发布|發布|公開|掲載|입력",
    re.IGNORECASE,
)


def read(page: Survey) -> Iterator[Claim]:
    """Yield the dates around the headline, the nearest first; those that say "updated" as dates of change."""
    start = page.headline if page.headline is not None else 0
    spots = [spot for spot in page.near if spot.places & _DATE and _stands(page, spot)]
    for spot in sorted(spots, key=lambda spot: spot.at - start if spot.at >= start else (start - spot.at) * BEFORE_COUNTS):
        yield from _claims(spot)


def search(page: Survey) -> Iterator[Claim]:
    """Yield the short lines with a number near the headline, the nearest first; for where no other source names a date."""
    start = page.headline if page.headline is not None else 0
    after = PLAIN_AFTER if page.headline is not None else PLAIN_ANYWHERE
    near = range(max(0, start - PLAIN_BEFORE), min(len(page.elements), start + after))
    for at in sorted(near, key=lambda at: at - start if at >= start else (start - at) * BEFORE_COUNTS):
        element = page.elements[at]
        for text in (element.text, element.tail):
            if text and len(text) < MAX_RAW and _DAY.search(text) and len(line := clean_line(text)) <= MAX_PLAIN:
                if not _is_elsewhere(page, element, at):
                    yield from _dated(line, line, page.of(element), PLAIN)


def _claims(spot: Spot) -> Iterator[Claim]:
    text = text_of(spot.element)
    if len(text) > MAX_LENGTH:
        return
    values = [(TIME, value) for name in _ATTRIBUTES if (value := spot.element.get(name)) and any(map(str.isdigit, value))]
    if any(map(str.isdigit, text)):
        values.append((TEXT, text))
    for source, value in values[:1] if values and values[0][0] == TIME else values:
        yield from _dated(value, text, spot.places, source)


def _dated(value: str, text: str, places: int, source: str) -> Iterator[Claim]:
    """Yield the date of a text; where it names publication and change, each its own."""
    changed, published = _CHANGED.search(text), _PUBLISHED.search(text)
    if source != TIME and changed and changed.start() > 4:
        yield Claim("published", value[: changed.start()], source)
        yield Claim("modified", value[changed.start() :], source)
    elif source != TIME and changed and published and published.start() > changed.start():
        yield Claim("modified", value[: published.start()], source)
        yield Claim("published", value[published.start() :], source)
    elif changed or (places & Place.CHANGED.value and not places & Place.DATE.value):
        yield Claim("modified", value, source)
    else:
        yield Claim("published", value, source)


def _stands(page: Survey, spot: Spot) -> bool:
    return spot.element not in page.holders and spot.element.tag != "meta" and not _is_elsewhere(page, spot.element, spot.at)


def _is_elsewhere(page: Survey, element: etree._Element, at: int) -> bool:
    if element.tag in ("script", "style"):
        return True
    return not page.is_beside(at) and bool(page.around(element) & _ELSEWHERE)
