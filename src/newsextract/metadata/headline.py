"""Document -> Survey with its headline found: where on the page the article begins to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from newsextract.document import Document
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey, survey
from newsextract.metadata.visible import text_of
from newsextract.text import fold, words

BEFORE, AFTER = 40, 100
"""How many elements before and after the headline are near it."""
TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title", "parsely-title", "sailthru.title")
RANK = {"h1": 1.0, "h2": 0.4, "h3": 0.2}
"""What a heading counts by its tag; agreement with what the page calls itself counts up to two."""
LEAST, SURE = 0.9, 2.4
MUCH_ALIKE = 0.6
MAX_HEADINGS, MAX_LENGTH = 200, 400
SAMPLE = 16

_LIST = (Place.LIST | Place.CAPTION).value
"""No headline stands in a menu, a breadcrumb or a figure."""
_AWAY = (Place.AWAY | Place.TEASER).value


def look(document: Document) -> Survey:
    """Return the survey of a page with its headline and what stands near it."""
    page = survey(document)
    page = replace(page, holders=_wrappers(page))
    headline = locate(page)
    if headline is not None:
        page = replace(page, headline=headline, holders=frozenset(headline.iterancestors()))
    return replace(page, near=_near(page))


def locate(page: Survey) -> etree._Element | None:
    """Return the element of the visible headline, None where none is found.

    The heading that agrees best with the page's own titles; an h1 in a breadcrumb or menu is none.
    """
    names = [grams(name) for name in _names(page)]
    best, best_score = None, LEAST
    for heading in sorted(page.headings[:MAX_HEADINGS], key=lambda heading: heading.tag):
        score = _score(page, heading, names)
        if score > best_score:
            best, best_score = heading, score
        if best_score > SURE:
            break
    return best if best is not None else _by_class(page, names)


def agreement(first: frozenset[str], second: frozenset[str]) -> float:
    """Return how much two sets of grams have in common, 0 to 1 (Dice's coefficient)."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def grams(text: str) -> frozenset[str]:
    """Return what a text is compared by: its words, or pairs of letters where the script has no blanks."""
    found = words(text)
    if len(found) > 3 or text.isascii():
        return frozenset(found)
    line = fold(text)
    return frozenset(line[i : i + 2] for i in range(len(line) - 1))


def _wrappers(page: Survey) -> frozenset[etree._Element]:
    """Return the elements around most headings: the class of such a one says nothing of any of them."""
    sample = page.headings[:: max(1, len(page.headings) // SAMPLE)]
    held = Counter(above for heading in sample for above in heading.iterancestors())
    return frozenset(element for element, count in held.items() if len(sample) > 2 and count > len(sample) / 2)


def _near(page: Survey) -> tuple[Spot, ...]:
    above = list(page.spots(page.above(BEFORE)))
    return (*reversed(above), *page.spots(page.below(AFTER)))


def _names(page: Survey) -> Iterator[str]:
    if page.title:
        yield page.title
    yield from page.meta(*TITLE_METAS)


def _score(page: Survey, element: etree._Element, names: list[frozenset[str]]) -> float:
    around = page.around(element) | page.of(element)
    if around & _LIST or not 1 < len(text := text_of(element)) <= MAX_LENGTH:
        return 0.0
    own = grams(text)
    score = RANK[element.tag] + 2 * max((agreement(own, name) for name in names), default=0.0)
    return score - 1.0 if around & _AWAY else score


def _by_class(page: Survey, names: list[frozenset[str]]) -> etree._Element | None:
    """Return the first element called a headline that says what the page's titles say."""
    for spot in page.spots(page.below()):
        if spot.places & Place.HEADLINE.value and len(text := text_of(spot.element)) <= MAX_LENGTH:
            own = grams(text)
            if any(agreement(own, name) > MUCH_ALIKE for name in names):
                return spot.element
    return None
