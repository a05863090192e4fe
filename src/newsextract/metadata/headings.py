"""What the page shows at its head: the headline, the line above it, the standfirst below."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsextract.metadata.facts import Claim
from newsextract.metadata.order import holds
from newsextract.metadata.places import ELSEWHERE, Place
from newsextract.metadata.survey import Spot, Survey
from newsextract.metadata.visible import parts, text_of
from newsextract.text import fold

SOURCE, PARTS, WEAK, WHOLE = "visible", "visible.parts", "visible.weak", "visible.whole"
KICKER_REACH, STANDFIRST_REACH = 25, 80
"""How many elements away from the headline they may stand."""
MIN_REST = 3
MAX_KICKER = 100
MIN_STANDFIRST, MAX_STANDFIRST = 20, 1200
PROSE = 160
"""A paragraph of that many characters begins the story: what stands below is no standfirst."""

_OTHER = (Place.BYLINE | Place.DATE | Place.CAPTION | Place.AWAY | Place.TEASER | Place.LIST | Place.PORTRAIT).value
_BLOCKS = frozenset({"p", "div", "h2", "h3", "h4", "span", "section", "strong", "header", "ul", "hgroup", "em"})


def read(page: Survey) -> Iterator[Claim]:
    """Yield the visible headline (with and without a kicker inside it), kicker and standfirst."""
    if page.headline is None:
        return
    inner = next(_inner_kickers(page, page.headline), None)
    yield from _headline(page.headline, inner)
    if kicker := inner or _kicker(page, page.headline):
        yield Claim("kicker", kicker.rstrip(" :-–—|"), SOURCE)
    if standfirst := _standfirst(page, page.headline):
        yield Claim("summary", standfirst, SOURCE)


def _inner_kickers(page: Survey, headline: etree._Element) -> Iterator[str]:
    """Yield the texts inside the heading that are called a kicker and leave a headline beside them."""
    full = text_of(headline)
    for inner in headline.iterdescendants():
        text = text_of(inner) if page.of(inner) & Place.KICKER.value else ""
        if text and full.startswith(text) and len(_rest(full, text)) >= MIN_REST:
            yield text


def _headline(headline: etree._Element, kicker: str | None) -> Iterator[Claim]:
    lines = parts(headline)
    full = " ".join(lines)
    if kicker is not None:
        yield Claim("title", _rest(full, kicker), SOURCE)
        yield Claim("title", full, WHOLE)
    else:
        yield Claim("title", full, WEAK if headline.tag != "h1" else PARTS if len(lines) > 1 else SOURCE)


def _rest(full: str, kicker: str) -> str:
    return full.removeprefix(kicker).strip(" :-–—|·•/")


def _kicker(page: Survey, headline: etree._Element) -> str | None:
    """Return the text called a kicker that stands nearest to the headline, at most a line long."""
    found = [spot for spot in page.near if spot.places & Place.KICKER.value and abs(spot.at) <= KICKER_REACH]
    for spot in sorted(found, key=lambda spot: abs(spot.at)):
        text = text_of(spot.element)
        if 1 < len(text) <= MAX_KICKER and not spot.places & _OTHER and _is_beside(page, spot, headline):
            return text
    return None


def _standfirst(page: Survey, headline: etree._Element) -> str | None:
    """Return the first text between the headline and the story that its class or itemprop calls a standfirst."""
    title = fold(text_of(headline))
    end = _story(page)
    for spot in page.near:
        if not 0 < spot.at <= min(STANDFIRST_REACH, end) or not spot.places & Place.STANDFIRST.value:
            continue
        if spot.places & _OTHER or spot.element.tag not in _BLOCKS or not _is_beside(page, spot, headline):
            continue
        text = text_of(spot.element)
        if MIN_STANDFIRST <= len(text) <= MAX_STANDFIRST and fold(text) != title:
            return text
    return None


def _story(page: Survey) -> int:
    """Return how far from the headline the first long paragraph stands."""
    for at, element in page.below(STANDFIRST_REACH):
        if element.tag == "p" and len(text_of(element)) >= PROSE and not page.around(element) & ELSEWHERE:
            return at
    return STANDFIRST_REACH


def _is_beside(page: Survey, spot: Spot, headline: etree._Element) -> bool:
    """Whether an element belongs to the headline: not around it, not of another story."""
    return not page.around(spot.element) & ELSEWHERE and not holds(spot.element, headline)
