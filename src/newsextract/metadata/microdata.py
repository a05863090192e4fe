"""Microdata (``itemprop`` of schema.org): the page's own words, marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsextract.article import CreditKind
from newsextract.metadata.facts import Claim, Mention
from newsextract.metadata.places import ELSEWHERE
from newsextract.metadata.survey import Survey
from newsextract.metadata.visible import parts, text_of

SOURCE = "microdata"

_FIELDS = {
    "headline": "title",
    "alternativeHeadline": "titles",
    "description": "description",
    "datePublished": "published",
    "dateCreated": "published",
    "dateModified": "modified",
    "articleSection": "section",
    "keywords": "tags",
    "inLanguage": "language",
    "author": "credits",
    "creator": "credits",
    "isAccessibleForFree": "access",
}
_PAGES = ("article", "posting", "page", "report", "creativework", "blog", "recipe", "review")
MAX_TEXT = 1000


def read(page: Survey) -> Iterator[Claim]:
    """Yield what itemprops say near the headline and in meta elements, where they are of the page's article."""
    shown = (spot.element for spot in page.near if spot.prop and spot.element.tag != "meta")
    for element in (*page.props, *shown):
        for prop in (element.get("itemprop") or "").split():
            field = _FIELDS.get(prop)
            if field is not None and _of_article(page, element) and (claim := _claim(field, element)):
                yield claim


def _claim(field: str, element: etree._Element) -> Claim | None:
    if field == "credits":
        text = _name(element)
        company = "Organization" in (element.get("itemtype") or "")
        return Claim(field, Mention(text, CreditKind.ORGANIZATION if company else None), SOURCE) if text else None
    text = element.get("content") or element.get("datetime")
    if text is None and element.tag != "meta":
        text = text_of(element)
    text = (text or "").strip()
    if not text or len(text) > MAX_TEXT:
        return None
    return Claim(field, text, SOURCE)


def _name(element: etree._Element) -> str | None:
    """Return the name of a marked author: that of the item in it, else its text."""
    if content := element.get("content"):
        return content
    for inner in element.iter():
        if inner is not element and (inner.get("itemprop") or "") == "name":
            return inner.get("content") or text_of(inner) or None
    text = "\n".join(parts(element))
    return text if text and len(text) <= MAX_TEXT else None


def _of_article(page: Survey, element: etree._Element) -> bool:
    """Whether the item around an element is the article: of such a type or none, and not beside the headline."""
    if page.around(element) & ELSEWHERE:
        return False
    scope = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
    if scope is None:
        return True
    kind = (scope.get("itemtype") or "").lower()
    if not any(name in kind for name in _PAGES):
        return False
    return page.headline is None or scope in page.holders or scope.tag in ("html", "body")
