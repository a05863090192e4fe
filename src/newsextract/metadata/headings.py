"""What the page shows at its head: the headline, the line above it, the standfirst below."""

from __future__ import annotations

from collections.abc import Iterator

from newsextract.metadata.facts import Claim
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey, parts, text_of
from newsextract.text import fold

SOURCE, PARTS, WEAK, WHOLE = "visible", "visible.parts", "visible.weak", "visible.whole"
KICKER_REACH, STANDFIRST_REACH = 25, 80
"""How many elements away from the headline they may stand."""
MIN_REST = 3
MAX_KICKER, MIN_STANDFIRST, MAX_STANDFIRST = 100, 20, 1200

_OTHER = (Place.BYLINE | Place.DATE | Place.CAPTION | Place.AWAY | Place.LIST | Place.PORTRAIT).value
_ELSEWHERE = (Place.AWAY | Place.LIST | Place.CAPTION).value
_BLOCKS = frozenset({"p", "div", "h2", "h3", "h4", "span", "section", "strong", "header", "ul", "hgroup", "em"})


def read(page: Survey) -> Iterator[Claim]:
    """Yield the visible headline (with and without a kicker inside it), kicker and standfirst."""
    if page.headline is None:
        return
    kicker = yield from _headline(page)
    if kicker is None and (kicker := _kicker(page)):
        yield Claim("kicker", kicker, SOURCE)
    if standfirst := _standfirst(page):
        yield Claim("summary", standfirst, SOURCE)


def _headline(page: Survey) -> Iterator[Claim]:
    """Yield the headline; return the kicker that stands inside the heading, None where there is none."""
    element = page.elements[page.headline or 0]
    lines = parts(element)
    full = " ".join(lines)
    source = WEAK if element.tag != "h1" else PARTS if len(lines) > 1 else SOURCE
    inside = (inner for inner in element.iter() if inner is not element and page.of(inner) & Place.KICKER.value)
    kicker = next(filter(None, map(text_of, inside)), "")
    rest = full.removeprefix(kicker).strip(" :-–—|·•/") if kicker else full
    if not kicker or len(rest) < MIN_REST or rest == full:
        yield Claim("title", full, source)
        return None
    yield Claim("title", rest, source)
    yield Claim("title", full, WHOLE)
    yield Claim("kicker", kicker.rstrip(" :-–—|"), SOURCE)
    return kicker


def _kicker(page: Survey) -> str | None:
    """Return the text called a kicker that stands nearest to the headline, at most a line long."""
    at = page.headline or 0
    found = [spot for spot in page.near if spot.places & Place.KICKER.value and abs(spot.at - at) <= KICKER_REACH]
    for spot in sorted(found, key=lambda spot: abs(spot.at - at)):
        text = text_of(spot.element)
        if 1 < len(text) <= MAX_KICKER and not spot.places & _OTHER and _beside(page, spot):
            return text.rstrip(" :|")
    return None


def _standfirst(page: Survey) -> str | None:
    """Return the first text below the headline that its class or itemprop calls a standfirst."""
    at = page.headline or 0
    title = fold(text_of(page.elements[at]))
    for spot in page.near:
        if not at < spot.at <= at + STANDFIRST_REACH or not spot.places & Place.STANDFIRST.value:
            continue
        if spot.places & _OTHER or spot.element.tag not in _BLOCKS or not _beside(page, spot):
            continue
        text = text_of(spot.element)
        if MIN_STANDFIRST <= len(text) <= MAX_STANDFIRST and fold(text) != title:
            return text
    return None


def _beside(page: Survey, spot: Spot) -> bool:
    """Whether an element belongs to the headline: not around it, not of another story."""
    headline = page.elements[page.headline or 0]
    return not page.around(spot.element) & _ELSEWHERE and all(above is not spot.element for above in headline.iterancestors())
