"""The dates that the page shows: ``time`` elements and what classes call a date, near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.metadata.facts import Claim
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey, text_of

TIME, TEXT = "visible.time", "visible"
MAX_LENGTH = 160
BEFORE_COUNTS = 3
"""How many times as far a date before the headline counts: there also stands today's date."""

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
    if source == TEXT and changed and changed.start() > 4:
        yield Claim("published", value[: changed.start()], source)
        yield Claim("modified", value[changed.start() :], source)
    elif source == TEXT and changed and published and published.start() > changed.start():
        yield Claim("modified", value[: published.start()], source)
        yield Claim("published", value[published.start() :], source)
    elif changed or (places & Place.CHANGED.value and not places & Place.DATE.value):
        yield Claim("modified", value, source)
    else:
        yield Claim("published", value, source)


def _stands(page: Survey, spot: Spot) -> bool:
    if spot.places & _ELSEWHERE or spot.element in page.holders or spot.element.tag == "meta":
        return False
    return not page.around(spot.element) & _ELSEWHERE
