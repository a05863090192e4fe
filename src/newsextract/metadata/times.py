"""The dates that the page shows near the headline: ``time`` elements, what classes call a date, lines that are one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from lxml import etree

from newsextract.metadata.date_words import dated
from newsextract.metadata.facts import Claim
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey
from newsextract.metadata.visible import text_of
from newsextract.text import clean_line

TIME, TEXT, PLAIN = "visible.time", "visible", "visible.plain"
MAX_LENGTH, MAX_PLAIN, MAX_RAW = 160, 90, 400
MAX_MACHINE, MAX_LABEL, LABEL_STEPS = 40, 30, 5
BESIDE, MAX_BESIDE = 16, 40
"""How many elements below the headline a line that is little more than a day is looked for, and its length at most."""
BEFORE_COUNTS = 3
"""How many times as far a date before the headline counts: there also stands today's date."""

_DAY = re.compile(r"\d{1,4}[^\d:%€$]{1,20}\d{2}")
_OPENING = re.compile(r"(?:([^-–—|()]{6,30}\d)\s?[-–—|:]|[(\[]([^()\[\]]{6,30}\d)[)\]])\s")
"""A paragraph may open with the day: "27.1.2022 - The council met", "(27.1.2022) The council met"."""
_INNER = frozenset(";,.:)]–—")
"""A text that begins so is the middle of a sentence, not a line."""
_DATE = (Place.DATE | Place.CHANGED).value
_UNSEEN = frozenset({"meta", "script", "style", "link"})
_ATTRIBUTES = (
    "datetime", "content", "data-datetime", "data-date", "data-time", "data-timestamp", "data-published", "title",
)  # fmt: skip


def read(page: Survey) -> Iterator[Claim]:
    """Yield the dates around the headline, the nearest first; those that say "updated" as dates of change."""
    spots = [spot for spot in page.near if spot.places & _DATE and _stands(page, spot)]
    for spot in sorted(spots, key=lambda spot: distance(spot.at)):
        yield from claims_of(spot)
    if page.headline is not None:
        told = {spot.element for spot in spots}
        yield from lines(page, (one for one in page.below(BESIDE) if one[1] not in told), MAX_BESIDE)


def lines(page: Survey, elements: Iterable[tuple[int, etree._Element]], most: int) -> Iterator[Claim]:
    """Yield the days in lines of a length; of a longer one that which it opens with."""
    for at, element in elements:
        if element.tag in _UNSEEN:
            continue
        for text, is_tail in ((element.text, False), (element.tail, True)):
            if text and _DAY.search(text[:MAX_RAW]) and not page.is_elsewhere(element, at):
                line = clean_line(text[:MAX_RAW])
                if len(line) > most:
                    opening = _OPENING.match(line)
                    line = opening[opening.lastindex or 0] if opening else ""
                if line and line[0] not in _INNER and not (element.tag == "a" and len(line) > MAX_MACHINE):
                    label = text_of(element)[:MAX_LABEL] if is_tail else label_of(element)
                    yield from dated(line, line, page.of(element), PLAIN, label)


def distance(at: int) -> int:
    """Return how far from the headline a place counts: negative numbers are before it."""
    return at if at >= 0 else -at * BEFORE_COUNTS


def _stands(page: Survey, spot: Spot) -> bool:
    if spot.element in page.holders or spot.element.tag in _UNSEEN:
        return False
    return not page.is_elsewhere(spot.element, spot.at)


def claims_of(spot: Spot, source: str | None = None) -> Iterator[Claim]:
    """Yield the date of an element: its attribute if it has one, for that is made for machines, else its text.

    source: under whose name; None means by which of the two it is.
    """
    text = text_of(spot.element)
    if len(text) > (MAX_MACHINE if spot.element.tag == "a" else MAX_LENGTH):  # a "publication" may be any document
        return
    values = (spot.element.get(name) for name in _ATTRIBUTES)
    machine = next((value for value in values if value and len(value) <= MAX_MACHINE and _has_digit(value)), None)
    if machine is not None:
        yield from dated(machine, text, spot.places, source or TIME, label_of(spot.element))
    elif _has_digit(text):
        yield from dated(text, text, spot.places, source or TEXT, label_of(spot.element))


def label_of(element: etree._Element) -> str:
    """Return the few words right before an element, "Updated:" say; none where a day or a long text stands there."""
    words = ""
    for _ in range(LABEL_STEPS):
        before, parent = element.getprevious(), element.getparent()
        if before is not None:
            words = before.tail or ""
            if not words.strip() and isinstance(before.tag, str):
                words = " ".join(map(str, islice(before.itertext("*"), LABEL_STEPS)))
            element = before
        elif parent is not None:
            words, element = parent.text or "", parent
        if words := clean_line(words[:MAX_RAW]):
            break
    return words if len(words) <= MAX_LABEL and not _has_digit(words) else ""


def _has_digit(text: str) -> bool:
    return any(map(str.isdigit, text))
