"""The standfirst that the page shows above its story: told by its class, by the description, or by its place."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from newsextract.metadata.facts import Claim
from newsextract.metadata.order import holds
from newsextract.metadata.places import ELSEWHERE, Place
from newsextract.metadata.survey import BESIDE, Spot, Survey
from newsextract.metadata.visible import text_of
from newsextract.text import fold

SOURCE = "visible"
REACH, FAR = 80, 120
"""How many elements below the headline it may stand; and where its words are those of the description."""
SHORTEST, LONGEST = 20, 1200
PROSE = 160
"""A paragraph of that many characters begins the story: what a class calls a standfirst below it is none."""
SIBLINGS = 4
LONG, DECK, OPENING = 80, 40, 24
"""The least length of a paragraph of the story, of a heading that is a standfirst, and of words that are compared."""

_OTHER = (Place.BYLINE | Place.DATE | Place.CAPTION | Place.AWAY | Place.LIST | Place.PORTRAIT).value
_STANDFIRST, _EXCERPT = Place.STANDFIRST.value, Place.EXCERPT.value
_BLOCKS = frozenset({"p", "div", "h2", "h3", "h4", "span", "section", "strong", "header", "ul", "hgroup", "em"})
_BREAKS = ("p", "div", "li", "h2", "h3", "h4", "h5", "h6", "section", "header")
MOST = 0.9
"""Share of a text that stands in blocks inside its element, where its lines are theirs."""
_DECKS = frozenset({"h2", "h3", "h4"})
_BOLD = frozenset({"strong", "b"})


def read(page: Survey) -> Iterator[Claim]:
    """Yield the standfirst, if one of the ways to tell it finds one; the surest first."""
    if page.headline is None:
        return
    title = fold(text_of(page.headline))
    for find in (_by_class, _by_description, _by_place):
        for text in find(page, page.headline):
            if SHORTEST <= len(text) <= LONGEST and fold(text) != title:
                yield Claim("summary", text, SOURCE)
                return


def _by_class(page: Survey, headline: etree._Element) -> Iterator[str]:
    """Yield what classes and itemprops call a standfirst; right after the headline also what they call an excerpt."""
    found = [spot for spot in page.near if 0 < spot.at <= REACH and _is_called_one(spot)]
    end = _story(page) if found else 0
    for spot in found:
        element = spot.element
        beside = spot.at <= end and not page.around(element) & ELSEWHERE and not holds(element, headline)
        if beside and not _has_caption(page, element):
            yield _lines(element)


def _lines(element: etree._Element) -> str:
    """Return the text of an element, a line for each block in it that has none in itself."""
    blocks = [
        inner for inner in element.iterdescendants(*_BREAKS) if next(inner.iterdescendants(*_BREAKS), None) is None
    ]
    lines = [text for block in blocks if (text := text_of(block))]
    whole = text_of(element)
    return "\n".join(lines) if sum(map(len, lines)) > MOST * len(whole) else whole


def _is_called_one(spot: Spot) -> bool:
    called = _STANDFIRST | _EXCERPT if spot.at <= BESIDE else _STANDFIRST
    return bool(spot.places & called) and not spot.places & _OTHER and spot.element.tag in _BLOCKS


def _has_caption(page: Survey, element: etree._Element) -> bool:
    return any(page.of(inner) & Place.CAPTION.value for inner in element.iterdescendants())


def _story(page: Survey) -> int:
    """Return how far from the headline the first long paragraph stands."""
    for at, element in page.below(REACH):
        if element.tag == "p" and len(text_of(element)) >= PROSE and not page.around(element) & ELSEWHERE:
            return at
    return REACH


def _by_description(page: Survey, _headline: etree._Element) -> Iterator[str]:
    """Yield what the page shows of its own description, where it stands apart from the paragraphs of the story."""
    told = [*page.meta("description", "og:description", "twitter:description")]
    described = [fold(text) for text in told]
    openings = {_opening(text) for text in told if len(text) >= DECK}
    for at, element in page.below(FAR) if openings else ():
        start = element.text if element.tag in _BLOCKS else None
        if not start or _opening(start) not in openings:
            continue
        text = text_of(element)
        same = _is_one_of(fold(text), described) and not page.around(element) & ELSEWHERE
        if same and _is_apart(element) and _goes_on(page, at, element):
            yield text


def _opening(text: str) -> str:
    return " ".join(text[: 2 * OPENING].split())[:OPENING].casefold()


def _is_one_of(text: str, described: list[str]) -> bool:
    """Whether a text is a description, or one of the two is the other cut short."""
    cut = (other.rstrip(" .…") for other in described)
    return any(text.startswith(other) or other.startswith(text.rstrip(" .…")) for other in cut if len(other) >= DECK)


def _is_apart(element: etree._Element) -> bool:
    """Whether an element has no long paragraphs beside it, nor in wrappers like its own, or is bold among them."""
    parent = element.getparent()
    if parent is None:
        return True
    if element.tag in _BOLD and parent.tag == "p":
        return text_of(parent) == text_of(element)
    if any(_is_long(one) for one in parent.iterchildren("p") if one is not element):
        return False
    return not any(_is_long(one) for node in (element, parent, parent.getparent()) for one in _like(node))


def _like(node: etree._Element | None) -> Iterator[etree._Element]:
    """Yield the next few elements after one that are made like it."""
    if node is not None:
        for one in islice(node.itersiblings(node.tag), SIBLINGS):
            if one.get("class") == node.get("class"):
                yield one


def _goes_on(page: Survey, at: int, element: etree._Element) -> bool:
    """Whether a long text follows: the only text of a page is its story."""
    below = (one for number, one in page.below(at + FAR) if number > at and not holds(element, one))
    return any(len((one.text or "").strip()) >= LONG or (one.tag == "p" and _is_long(one)) for one in below)


def _is_long(element: etree._Element) -> bool:
    return len(text_of(element)) >= LONG


def _by_place(page: Survey, headline: etree._Element) -> Iterator[str]:
    """Yield the long heading that follows the headline with nothing between."""
    following = headline.getnext()
    if following is not None and following.tag in _DECKS and not page.of(following) & _OTHER:
        text = text_of(following)
        if len(text) >= DECK:
            yield text
