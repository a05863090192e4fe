"""What the page shows at its head: the headline, and the line above it."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsextract.metadata.facts import Claim
from newsextract.metadata.order import holds
from newsextract.metadata.places import ELSEWHERE, Place
from newsextract.metadata.survey import Spot, Survey
from newsextract.metadata.visible import one_line, parts, text_of

SOURCE, PARTS, WEAK, WHOLE = "visible", "visible.parts", "visible.weak", "visible.whole"
KICKER_REACH = 25
"""How many elements away from the headline it may stand."""
MIN_REST = 3
MAX_KICKER = 100

_OTHER = (Place.BYLINE | Place.DATE | Place.CAPTION | Place.AWAY | Place.TEASER | Place.LIST | Place.PORTRAIT).value


def read(page: Survey) -> Iterator[Claim]:
    """Yield the visible headline, with and without a kicker inside it, and the kicker."""
    if page.headline is None:
        return
    inner = next(_inner_kickers(page, page.headline), None)
    yield from _headline(page.headline, inner)
    if kicker := inner or _kicker(page, page.headline):
        yield Claim("kicker", kicker.rstrip(" :-–—|"), SOURCE)


def _inner_kickers(page: Survey, headline: etree._Element) -> Iterator[str]:
    """Yield the texts inside the heading that are called a kicker and leave a headline beside them."""
    full = text_of(headline)
    for inner in headline.iterdescendants():
        text = text_of(inner) if page.of(inner) & Place.KICKER.value else ""
        if text and full.startswith(text) and len(_rest(full, text)) >= MIN_REST:
            yield text


def _headline(headline: etree._Element, kicker: str | None) -> Iterator[Claim]:
    lines = parts(headline)
    full = one_line(lines)
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


def _is_beside(page: Survey, spot: Spot, headline: etree._Element) -> bool:
    """Whether an element belongs to the headline: not around it, not of another story."""
    return not page.around(spot.element) & ELSEWHERE and not holds(spot.element, headline)
