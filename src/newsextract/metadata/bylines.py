"""The byline that the page shows: what its classes, rel=author or itemprop call so, near the headline; else a line that
begins with "By", or a link to an author's page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from lxml import etree

from newsextract.metadata.facts import Claim, Mention
from newsextract.metadata.order import holds
from newsextract.metadata.places import ELSEWHERE, Place
from newsextract.metadata.printed import LABEL, is_label, is_sentence
from newsextract.metadata.survey import Spot, Survey
from newsextract.metadata.visible import parts, text_of
from newsextract.text import clean_line

SOURCE, PLAIN, FAR = "visible", "visible.plain", "visible.far"
MAX_LENGTH, MAX_PLAIN = 240, 120
MAX_FOUND = 12
MAX_READ = 300
"""How many texts are read in search of them: a page may call each of its thousand boxes an author's."""
GAP = 40
"""How many elements may stand between two parts of one byline."""
LABEL_REACH = 3
"""How many levels up a label may stand before the element that holds the name."""
PLAIN_BEFORE, PLAIN_AFTER = 12, 60
"""How far from the headline a line without a telling class may be a byline."""

_BYLINE = Place.BYLINE.value
_VOID = frozenset({"meta", "img", "link", "svg", "script", "style", "input"})
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|auth|autor(?:en|in|es|as?|[ei])?|auteurs?|people|persons?|staff|by|byline|profiles?|journalists?"
    r"|reporters?|columnists?|contributors?|writers?|redakt(?:ion|eur|or)[a-z]{0,6}|bio|correspondents?|our-team|newsteam"
    r"|team|users?|firmas?|periodistas?|medarbeider|skribent|forfatter|yazar(?:lar)?|penulis|avtor|experts?"
    r"|meet-the-team)/[^/?#]{2,80}/?(?:[?#]|$)",
    re.IGNORECASE,
)


def read(page: Survey) -> Iterator[Claim]:
    """Yield the byline as printed near the headline, and whom it names."""
    if found := _bylines(page, sorted(page.near, key=lambda spot: (spot.at < 0, abs(spot.at)))):
        yield from _claims(found, SOURCE)
    elif plain := _plain(page):
        yield from _claims([plain], PLAIN)


def search(page: Survey) -> Iterator[Claim]:
    """Yield a byline from anywhere below the headline; a walk through the page, for where no other source names one."""
    if page.headline is not None:
        yield from _claims(_bylines(page, page.spots(page.below())), FAR)


def _claims(found: list[Mention], source: str) -> Iterator[Claim]:
    if found:
        yield Claim("byline", found[0], source)
    for mention in found:
        yield Claim("credits", mention, source)


def _bylines(page: Survey, spots: Iterable[Spot]) -> list[Mention]:
    """Return the texts called bylines, outermost first, those that hold the headline or much else left out.

    spots: the nearest first. Those that come too far behind the last byline are not asked for.
    """
    found: list[Mention] = []
    taken: list[Spot] = []
    read_ = 0
    for spot in spots:
        if len(found) >= MAX_FOUND or read_ >= MAX_READ:
            break
        if not spot.places & _BYLINE or any(holds(other.element, spot.element) for other in taken):
            continue
        if not _stands(page, spot):
            continue
        if taken and abs(spot.at - taken[-1].at) > GAP:
            break
        read_ += 1
        mention = _mention(page, spot.element, MAX_LENGTH)
        if mention is not None and mention not in found:
            found.append(mention)
            taken.append(spot)
    return found


def _stands(page: Survey, spot: Spot) -> bool:
    if spot.places & ELSEWHERE or spot.element in page.holders or spot.element.tag in _VOID:
        return False
    return not page.around(spot.element) & ELSEWHERE


def _plain(page: Survey) -> Mention | None:
    """Return the first line near the headline that begins with "By", or that is a link to an author's page."""
    if page.headline is None:
        return None
    for _, element in chain(page.below(PLAIN_AFTER), page.above(PLAIN_BEFORE)):
        if element.tag in _VOID or not _is_byline(element) or page.around(element) & ELSEWHERE:
            continue
        mention = _mention(page, element, MAX_PLAIN)
        if mention is not None and (mention.marked or _says_by(mention.text)):
            return mention
    return None


def _says_by(text: str) -> bool:
    line = text.replace("\n", " ")
    return LABEL.search(line) is not None and not is_sentence(line)


def _is_byline(element: etree._Element) -> bool:
    if element.tag == "a":
        return _is_author_link(element)
    text = " ".join((element.text or "")[:MAX_PLAIN].split())
    return bool(text) and LABEL.search(text + " X") is not None


def _is_author_link(element: etree._Element) -> bool:
    return element.get("rel") == "author" or _AUTHOR_PAGE.search(element.get("href") or "") is not None


def _mention(page: Survey, element: etree._Element, longest: int) -> Mention | None:
    """Return the text of a byline with the names that its markup sets apart."""
    text = "\n".join(parts(element))
    if not 1 < len(text) <= longest:
        return None
    if (label := _label_before(element)) is not None:
        text = f"{label}\n{text}"
    return Mention(text, marked=tuple(dict.fromkeys(_marked(page, element))))


def _label_before(element: etree._Element) -> str | None:
    """Return the label of authors that stands right before an element, or before the one that it opens."""
    for _ in range(LABEL_REACH):
        last, parent = element.getprevious(), element.getparent()
        if parent is None:
            return None
        words = clean_line((last.tail if last is not None else parent.text) or "")
        if not words and last is not None and not len(last) and isinstance(last.tag, str):
            words = clean_line((last.text or "")[:MAX_PLAIN])
        if words or last is not None:
            return words if is_label(words) and LABEL.search(f"{words} X") else None
        element = parent
    return None


def _marked(page: Survey, element: etree._Element) -> Iterator[str]:
    """Yield the texts of links to authors in a byline, else of the innermost elements that are called bylines."""
    links = [inner for inner in element.iter("a") if _is_author_link(inner)]
    if not links:
        called = [inner for inner in element.iterdescendants() if page.of(inner) & _BYLINE]
        links = [inner for inner in called if not any(holds(inner, other) for other in called)]
    for link in links:
        if text := text_of(link):
            yield text
