"""What the page shows at its head: the headline, and the line above it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import islice, takewhile

from lxml import etree

from newsextract.metadata import dates
from newsextract.metadata.clock import time_in
from newsextract.metadata.facts import Claim
from newsextract.metadata.headline import TITLE_METAS
from newsextract.metadata.order import holds
from newsextract.metadata.places import ELSEWHERE, Place
from newsextract.metadata.survey import Spot, Survey
from newsextract.metadata.visible import one_line, parts, text_of
from newsextract.text import bare, name_words

SOURCE, REST, PARTS, WEAK, WHOLE = "visible", "visible.rest", "visible.parts", "visible.weak", "visible.whole"
KICKER_REACH = 25
"""How many elements away from the headline it may stand."""
MIN_REST = 3
_PARTING = re.compile(r"(\s[|/·•–—-]\s|^[|/·•–—-]$)")
MAX_KICKER, MAX_INNER, MAX_LINES = 100, 40, 8
SIGNS = " :-–—|·•/"
"""What parts a kicker from the headline on one line."""

_OTHER = (Place.BYLINE | Place.DATE | Place.CAPTION | Place.AWAY | Place.TEASER | Place.LIST | Place.PORTRAIT).value
_UNSEEN = ("visuallyhidden", "hiddenvisually", "sronly", "screenreader", "invisible", "offscreen", "aural")
"""What stands in the class, without signs, of what only a screen reader says."""
_HIDDEN = "hidden"


def read(page: Survey) -> Iterator[Claim]:
    """Yield the visible headline, with and without a kicker inside it, and the kicker."""
    if page.headline is None:
        return
    shown = _shown(page.headline)
    kicker = next(_inner_kickers(page, shown), None)
    yield from _headline(shown, kicker)
    if shown.element is not page.headline:
        yield Claim("titles", text_of(page.headline), SOURCE)
    if kicker := kicker or _kicker(page, page.headline):
        yield Claim("kicker", kicker.rstrip(SIGNS), SOURCE)


@dataclass(frozen=True, slots=True)
class _Shown:
    """A heading as it is seen: without what only a screen reader says, and what such signs part from the rest."""

    element: etree._Element
    parted: frozenset[etree._Element]


def _shown(headline: etree._Element) -> _Shown:
    if not any(map(_is_unseen, headline.iterdescendants())):
        return _Shown(headline, frozenset())
    copy = deepcopy(headline)
    parted: set[etree._Element] = set()
    for inner in [inner for inner in copy.iterdescendants() if _is_unseen(inner)]:
        previous = inner.getprevious()
        before = inner.getparent() if previous is None else previous
        if before is not None and before is not copy and _is_sign(inner):
            parted.add(before)
        inner.text = None
        del inner[:]
    return _Shown(copy, frozenset(parted))


def _is_unseen(element: etree._Element) -> bool:
    """Whether an element's class says that nobody sees it; "hidden" alone, on some screens, is enough for a sign."""
    names = element.get("class")
    if names is None:
        return False
    told = name_words(names)
    return any(one in "".join(told) for one in _UNSEEN) or (_HIDDEN in "".join(told) and _is_sign(element))


def _is_sign(element: etree._Element) -> bool:
    return bool(text := text_of(element)) and not text.strip(SIGNS)


def _inner_kickers(page: Survey, shown: _Shown) -> Iterator[str]:
    """Yield the texts at an end of the heading that are none of the headline, and leave one beside them.

    They are called a kicker, set small, parted from the rest by a sign for screen readers; or the rest alone is what
    the page calls itself.
    """
    lines = parts(shown.element)
    full = _line(lines)
    inside = list(islice(shown.element.iterdescendants(), MAX_INNER))
    named = [inner for inner in inside if page.of(inner) & Place.KICKER.value]
    small = [inner for inner in inside if inner.tag == "small"]
    below = [inner for inner in small if inner in named]
    for inner in (*below, *named, *shown.parted, *small):
        text = _line(parts(inner))
        there = full.startswith(text) or (inner in below and full.endswith(text))
        if text and there and len(_rest(full, text)) >= MIN_REST:
            yield text
    names = {bare(name) for name in page.meta(*TITLE_METAS)} if len(lines) > 1 else set()
    for number in range(1, min(len(lines), MAX_LINES)):
        if bare(_line(lines[number:])) in names:
            yield _line(lines[:number])


def _headline(shown: _Shown, kicker: str | None) -> Iterator[Claim]:
    lines = parts(shown.element)
    full = _line(lines)
    if kicker is not None:
        yield Claim("title", _rest(full, kicker), REST)
        yield Claim("title", full, WHOLE)
    else:
        yield Claim("title", full, WEAK if shown.element.tag != "h1" else PARTS if len(lines) > 1 else SOURCE)


def _line(texts: Iterable[str]) -> str:
    """Join texts with blanks, but none before one that goes on with punctuation."""
    line = ""
    for text in texts:
        loose = text[0] not in ":;,.!?" or text[1:2] not in ("", " ")
        line += f" {text}" if line and loose else text
    return one_line([line])


def _rest(full: str, kicker: str) -> str:
    cut = full.removeprefix(kicker) if full.startswith(kicker) else full.removesuffix(kicker)
    return cut.strip(SIGNS)


def _kicker(page: Survey, headline: etree._Element) -> str | None:
    """Return the text called a kicker that stands nearest to the headline, at most a line long."""
    found = [spot for spot in page.near if spot.places & Place.KICKER.value and abs(spot.at) <= KICKER_REACH]
    for spot in sorted(found, key=lambda spot: abs(spot.at)):
        text = _line(takewhile(_is_undated, _split(spot.element)))
        if 1 < len(text) <= MAX_KICKER and not spot.places & _OTHER and _is_beside(page, spot, headline):
            return text
    return None


def _split(element: etree._Element) -> Iterator[str]:
    """Yield the texts in an element, parted where it parts them and where a sign does."""
    for line in parts(element):
        yield from filter(None, _PARTING.split(line))


def _is_undated(text: str) -> bool:
    return dates.read(text) is None and time_in(text) is None


def _is_beside(page: Survey, spot: Spot, headline: etree._Element) -> bool:
    """Whether an element belongs to the headline: not around it, not in it, not of another story."""
    around = holds(spot.element, headline) or holds(headline, spot.element)
    return not around and not page.around(spot.element) & ELSEWHERE
