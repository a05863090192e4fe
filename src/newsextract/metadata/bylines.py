"""The byline that the page shows: what its classes, rel=author or itemprop call so, near the headline; else a line that
begins with "By" or a link to an author's page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import etree

from newsextract.metadata.facts import Claim, Mention
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey, parts

SOURCE, PLAIN, FAR = "visible", "visible.plain", "visible.far"
MAX_LENGTH, MAX_PLAIN = 240, 120
MAX_FOUND = 12
GAP = 40
"""How many elements may stand between two parts of one byline."""
PLAIN_BEFORE, PLAIN_AFTER = 12, 60
"""How far from the headline a line without a telling class may be a byline."""

_ELSEWHERE = (Place.AWAY | Place.LIST | Place.CAPTION).value
_BYLINE = Place.BYLINE.value
_VOID = frozenset({"meta", "img", "link", "svg", "script", "style", "input"})
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|auth|autor(?:en|in|es|as?)?|auteurs?|autor[ei]|people|persons?|staff|by|byline|profiles?|journalists?|reporters?|columnists?"
    r"|contributors?|writers?|redakt(?:ion|eur|or)[a-z]*|bio|correspondents?|our-team|newsteam|team|users?|firmas?|periodistas?|firma|medarbeider"
    r"|skribent|forfatter|yazar(?:lar)?|penulis|avtor|author-bio|experts?|meet-the-team)/[^/?#]{2,80}/?(?:[?#]|$)",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:written|words|story|text|posted|published|reported|reporting|submitted)\s+by|by|von|par|por|di|door|av|af|przez|oleh|от|text|texte|texto"
    r"|autor(?:in|en)?|author|auteur|autore|escrito por|publicado por|a cura di|erstellt von|geschrieben von|verfasst von|(?:ein\s)?(?:beitrag|artikel"
    r"|kommentar|gastbeitrag|bericht|blog beitrag) von|redaktion|autori|автор|текст|作者|记者|記者)(?:\s*[:：]\s*|\s+)(?=[^\W\d_a-z])",
    re.IGNORECASE,
)


def read(page: Survey) -> Iterator[Claim]:
    """Yield the byline as printed near the headline, and whom it names."""
    for source, find in ((SOURCE, _near), (PLAIN, _plain)):
        if found := find(page):
            yield from _claims(found, source)
            return


def search(page: Survey) -> Iterator[Claim]:
    """Yield a byline from anywhere below the headline; a walk through the page, for where nobody else names an author."""
    if page.headline is not None:
        yield from _claims(_bylines(page, page.spots(page.headline, len(page.elements))), FAR)


def _claims(found: list[Mention], source: str) -> Iterator[Claim]:
    for number, mention in enumerate(found):
        if not number:
            yield Claim("byline", " ".join(mention.text.split("\n")), source)
        yield Claim("credits", mention, source)


def _near(page: Survey) -> list[Mention]:
    return _bylines(page, page.near)


def _bylines(page: Survey, spots: Iterable[Spot]) -> list[Mention]:
    """Return the texts called bylines, outermost first, those that hold the headline or much else left out."""
    start = page.headline if page.headline is not None else 0
    candidates = [spot for spot in spots if spot.places & _BYLINE and _stands(page, spot)]
    candidates.sort(key=lambda spot: (spot.at < start, abs(spot.at - start)))
    found: list[Mention] = []
    taken: list[Spot] = []
    for spot in candidates:
        if len(found) >= MAX_FOUND or any(_holds(other.element, spot.element) for other in taken):
            continue
        if taken and abs(spot.at - taken[-1].at) > GAP:
            break
        mention = _mention(page, spot.element, MAX_LENGTH)
        if mention is not None and mention not in found:
            found.append(mention)
            taken.append(spot)
    return found


def _plain(page: Survey) -> list[Mention]:
    """Return the first line near the headline that begins with "By", or that is a link to an author's page."""
    if page.headline is None:
        return []
    after = range(page.headline + 1, min(page.headline + PLAIN_AFTER, len(page.elements)))
    for at in (*after, *range(page.headline - 1, max(0, page.headline - PLAIN_BEFORE), -1)):
        element = page.elements[at]
        if element.tag in _VOID or not _is_byline(element) or element in page.holders:
            continue
        if page.around(element) & _ELSEWHERE:
            continue
        mention = _mention(page, element, MAX_PLAIN)
        if mention is not None and (mention.marked or _LABEL.match(mention.text.replace("\n", " "))):
            return [mention]
    return []


def _is_byline(element: etree._Element) -> bool:
    if element.tag == "a":
        return _is_author_link(element)
    text = element.text
    return bool(text) and _LABEL.match(text.lstrip() + "X") is not None


def _is_author_link(element: etree._Element) -> bool:
    return element.get("rel") == "author" or _AUTHOR_PAGE.search(element.get("href") or "") is not None


def _mention(page: Survey, element: etree._Element, longest: int) -> Mention | None:
    """Return the text of a byline with the names that its markup sets apart."""
    lines = parts(element)
    text = "\n".join(lines)
    if not 1 < len(text) <= longest:
        return None
    return Mention(text, marked=tuple(dict.fromkeys(_marked(page, element))))


def _marked(page: Survey, element: etree._Element) -> Iterator[str]:
    """Yield the texts of links to authors in a byline, else of the innermost elements that are called bylines."""
    links = [inner for inner in element.iter("a") if _is_author_link(inner)]
    if not links:
        called = [inner for inner in element.iter() if inner is not element and page.of(inner) & _BYLINE]
        links = [inner for inner in called if not any(_holds(inner, other) for other in called)]
    for link in links:
        if text := " ".join(parts(link)):
            yield text


def _stands(page: Survey, spot: Spot) -> bool:
    if spot.places & _ELSEWHERE or spot.element in page.holders or spot.element.tag in _VOID:
        return False
    return not page.around(spot.element) & _ELSEWHERE


def _holds(outer: etree._Element, inner: etree._Element) -> bool:
    return any(above is outer for above in inner.iterancestors())
