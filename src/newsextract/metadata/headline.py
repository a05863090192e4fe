"""Document -> Survey with its headline found: where on the page the article begins to show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from newsextract.document import Document
from newsextract.metadata.places import Place
from newsextract.metadata.scripts import is_unspaced
from newsextract.metadata.survey import Spot, Survey, survey
from newsextract.metadata.visible import text_of
from newsextract.text import fold, name_words, words

BEFORE, AFTER = 40, 100
"""How many elements before and after the headline are near it."""
TITLE_METAS = ("og:title", "twitter:title", "dc.title", "title", "parsely-title", "sailthru.title")
RANK = {"h1": 1.0, "h2": 0.4, "h3": 0.2}
"""What a heading counts by its tag; agreement with what the page calls itself counts up to two."""
LEAST, LEAST_OF_MANY, SURE = 0.9, 1.25, 2.4
MUCH_ALIKE = 0.6
MAX_HEADINGS, MAX_LENGTH, MAX_URL = 200, 400, 300
SAMPLE = 16

_LOGOS = frozenset({"logo", "branding", "sitename", "sitetitle"})
_FRONT = frozenset({"/", "./"})

_LIST = Place.LIST.value
"""No headline stands in a menu or a breadcrumb."""
_AWAY = (Place.AWAY | Place.TEASER | Place.CAPTION).value


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
        if score > best_score and not _names_site(heading):
            best, best_score = heading, score
        if best_score > SURE:
            break
    return best if best is not None and not _is_one_of_many(page, best_score) else _by_class(page, names)


def agreement(first: frozenset[str], second: frozenset[str]) -> float:
    """Return how much two sets of grams have in common, 0 to 1 (Dice's coefficient)."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 0.0


def grams(text: str) -> frozenset[str]:
    """Return what a text is compared by: its words, or pairs of letters where the script has no blanks."""
    if not is_unspaced(text):
        return frozenset(words(text))
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
    kicker = page.of(element) & (Place.KICKER | Place.HEADLINE).value == Place.KICKER.value
    return score - kicker - bool(around & _AWAY)


def _is_one_of_many(page: Survey, score: float) -> bool:
    """Whether the best heading is an h1 like others, and says nothing of what the page's data call the story."""
    if not RANK["h1"] <= score < LEAST_OF_MANY or not any(page.meta("og:title")):
        return False
    return sum(heading.tag == "h1" for heading in page.headings) > 1


def _names_site(element: etree._Element) -> bool:
    """Whether a heading is the site's name: it is called a logo, or all of it leads to a front page."""
    if not _LOGOS.isdisjoint(name_words(f"{element.get('class', '')} {element.get('id', '')}")):
        return True
    links = [*element.iterancestors("a"), *element.iterdescendants("a")]
    return any(leads_home(link.get("href")) and text_of(link) == text_of(element) for link in links)


def leads_home(url: str | None) -> bool:
    """Whether an address is that of a front page; an archive's address is that of the page it keeps.

    >>> leads_home("/"), leads_home("https://post.example"), leads_home("/?p=7"), leads_home("#top")
    (True, True, False, False)
    """
    if url is None or len(url) > MAX_URL:
        return False
    _, scheme, rest = url.strip().rpartition("://")
    return not rest.partition("/")[2] if scheme else rest in _FRONT


def _by_class(page: Survey, names: list[frozenset[str]]) -> etree._Element | None:
    """Return the first element called a headline that says what the page's titles say."""
    for spot in page.spots(page.below()):
        if spot.places & Place.HEADLINE.value and len(text := text_of(spot.element)) <= MAX_LENGTH:
            own = grams(text)
            if any(agreement(own, name) > MUCH_ALIKE for name in names):
                return spot.element
    return None
