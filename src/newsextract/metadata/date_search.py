"""The date of a page on which no source near the headline names one: it is looked for everywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

from newsextract.metadata import times
from newsextract.metadata.date_words import dated, names_publication, says_published, says_when
from newsextract.metadata.facts import Claim
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey
from newsextract.metadata.visible import text_of
from newsextract.text import clean_line

META, FAR = "meta", "visible.far"
BEFORE, AFTER, ANYWHERE = 30, 90, 600
"""How far from the headline a short line without a telling class may be its date."""
MAX_LINE, MAX_SAID = 90, 60
BESIDE = 30
"""How far from the headline a date in a side column may be that of the story."""

_DATE = Place.DATE.value
_COLUMN = Place.AWAY.value
_ELSEWHERE = (Place.TEASER | Place.LIST | Place.CAPTION).value
_DIGIT = re.compile(r"\d")
_COMMENT = re.compile(r"comment|kommentar|coment|disqus|repl(?:y|ies)|respon|forum|guestbook|related|recommend")


def read(page: Survey) -> Iterator[Claim]:
    """Yield the short lines with a date near the headline, the nearest first, then the dates of the whole page."""
    near = chain(page.below(ANYWHERE if page.headline is None else AFTER), page.above(BEFORE))
    yield from times.lines(page, sorted(near, key=lambda one: times.distance(one[0])), MAX_LINE)
    yield from _named(page)
    yield from _said(page)
    yield from _far(page)


def _named(page: Survey) -> Iterator[Claim]:
    """Yield the dates of meta elements whose names no vocabulary has, but whose words tell what they are."""
    for name, content in page.metas:
        if len(content) <= times.MAX_MACHINE and any(map(str.isdigit, content)) and names_publication(name):
            yield Claim("published", content, META)


def _said(page: Survey) -> Iterator[Claim]:
    """Yield the lines of the page that say when it was published or changed, whatever markup calls them."""
    for at, element in page.below():
        text = element.text
        if not text or not _DIGIT.search(text, 0, MAX_SAID) or not isinstance(element.tag, str):
            continue
        line = clean_line(text[:MAX_SAID])
        if len(line) < MAX_SAID and says_when(line) and not page.is_elsewhere(element, at):
            yield from dated(line, line, Place.DATE.value, FAR)


def _far(page: Survey) -> Iterator[Claim]:
    """Yield the dates that markup names as such, but none of those that many of a form make a list of."""
    spots = [spot for spot in page.spots(chain(page.below(), page.above(BESIDE))) if _names_day(spot)]
    forms = defaultdict(set)
    for spot in spots:
        forms[_form(spot)].add(text_of(spot.element))
    for spot in sorted(spots, key=lambda spot: times.distance(spot.at)):
        if len(forms[_form(spot)]) == 1 and _may_be_own(page, spot):
            yield from times.claims_of(spot, FAR)


def _names_day(spot: Spot) -> bool:
    return bool(spot.places & _DATE) and any(map(str.isdigit, text_of(spot.element)[: times.MAX_LENGTH]))


def _form(spot: Spot) -> tuple[str, str]:
    return str(spot.element.tag), spot.element.get("class") or ""


def _may_be_own(page: Survey, spot: Spot) -> bool:
    """Whether a date may be the story's: in no list or comment; in a side column if it says so, or by the headline."""
    around = page.around(spot.element)
    if not around & (_COLUMN | _ELSEWHERE):
        return True
    if around & _ELSEWHERE or _is_comment(spot):
        return False
    label = times.label_of(spot.element) or text_of(spot.element)
    return abs(spot.at) <= BESIDE or says_published(label)


def _is_comment(spot: Spot) -> bool:
    names = (f"{above.get('class') or ''} {above.get('id') or ''}" for above in spot.element.iterancestors())
    return any(_COMMENT.search(name.lower()) for name in names)
