"""Document -> Survey: what the vocabularies read of a page, picked out in one pass at the speed of C.

Attributes are asked for only around the headline, where bylines and dates stand: asking every element would cost as
much as the parse. What the rest of the page may add is looked for where nobody else has spoken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from lxml import etree

from newsextract.document import Document
from newsextract.document.elements import attributes_of
from newsextract.metadata.order import after, before
from newsextract.metadata.places import BY_PROP, BY_REL, BY_TAG, ELSEWHERE, Place, places_of
from newsextract.text import clean_line

BESIDE = 10
"""How many elements after the headline are its own whatever class they stand in."""
CLASS_REACH = 8
"""How many levels up a class still says what an element is for."""

MAX_FAR = 20_000
"""How many elements are looked through where the whole page is searched."""
MAX_METAS, MAX_TEXT = 2000, 10_000

_NAMES = frozenset({"class", "id"})
_WHOLE = frozenset({"main", "body", "html"})
_TOLD = (
    Place.BYLINE | Place.DATE | Place.CHANGED | Place.STANDFIRST | Place.EXCERPT | Place.KICKER | Place.HEADLINE
    | Place.TRAIL | Place.SECTION
).value  # fmt: skip
_ROLES = frozenset({"aria-label", "itemtype", "typeof"})
"""Attributes that may call an element a breadcrumb."""


@dataclass(frozen=True, slots=True)
class Spot:
    """An element that may hold a fact.

    at: how many elements after the headline it comes; negative before it. places: what class, id, tag and itemprop call
    it (bits of ``Place``). prop: its itemprop.
    """

    element: etree._Element
    at: int
    places: int
    prop: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the vocabularies read of a page.

    language: of the html element. title: of the title element. canonical: addresses of canonical links. metas: name
    (or property; lower case) and content. data: the texts of the JSON-LD blocks. headings: the h1, h2 and h3. props:
    the meta elements with an itemprop. headline: the visible headline, None where none is found. near: what stands
    around it under a telling name. holders: the elements around the headline (before it is found: around most
    headings).
    """

    document: Document
    language: str | None
    title: str | None
    canonical: tuple[str, ...]
    metas: tuple[tuple[str, str], ...]
    data: tuple[str, ...]
    headings: tuple[etree._Element, ...]
    props: tuple[etree._Element, ...]
    headline: etree._Element | None = None
    near: tuple[Spot, ...] = ()
    holders: frozenset[etree._Element] = frozenset()

    def meta(self, *names: str) -> Iterator[str]:
        """Yield the contents of the meta elements of these names, in the order of the names."""
        for wanted in names:
            for name, content in self.metas:
                if name == wanted:
                    yield content

    def below(self, most: int = MAX_FAR) -> Iterator[tuple[int, etree._Element]]:
        """Yield the elements after the headline with their distance; from the top where there is no headline."""
        start = self.headline
        if start is None:
            start = next(self.document.root.iterchildren("body"), self.document.root)
        return enumerate(islice(after(start), most), 1)

    def above(self, most: int) -> Iterator[tuple[int, etree._Element]]:
        """Yield the elements before the headline with their distance, a negative number; the nearest first."""
        if self.headline is not None:
            for at, element in enumerate(islice(before(self.headline), most), 1):
                yield -at, element

    def spots(self, elements: Iterable[tuple[int, etree._Element]]) -> Iterator[Spot]:
        """Yield those of the elements whose attributes tell of a fact."""
        for at, element in elements:
            told, prop = _told(element)
            if told & _TOLD or prop:
                yield Spot(element, at, told, prop)

    def of(self, element: etree._Element) -> int:
        """Return what the attributes and the tag of one element say, as bits."""
        return _told(element)[0]

    def around(self, element: etree._Element) -> int:
        """Return what the tags, classes and ids of an element's ancestors say, as bits.

        Those that hold the headline too say nothing: "nav-open" may be the class of the whole page. Nor do classes far
        up.
        """
        found = 0
        for level, above in enumerate(element.iterancestors()):
            if above.tag in _WHOLE or above in self.holders:
                break
            if above.tag == "footer" and (parent := above.getparent()) is not None and parent.tag == "article":
                continue  # the foot of a story, not of the page
            found |= self.of(above) if level < CLASS_REACH else BY_TAG.get(above.tag, 0)
        return found

    def is_elsewhere(self, element: etree._Element, at: int) -> bool:
        """Whether an element belongs to another story, a menu or a picture.

        What comes right after the headline belongs to it even in a "teaser" or "footer", but not among comments.
        """
        beside = self.headline is not None and 0 < at <= BESIDE
        return bool(self.around(element) & (Place.AWAY.value if beside else ELSEWHERE))


def _told(element: etree._Element) -> tuple[int, str]:
    """Return what the attributes and the tag of an element say, as bits, and its itemprop."""
    places, prop = BY_TAG.get(element.tag, 0), ""
    for name, value in attributes_of(element):
        if name in _NAMES:
            places |= places_of(value)
        elif name == "itemprop":
            prop = value
            places |= BY_PROP.get(value, 0)
        elif name == "rel":
            places |= BY_REL.get(value.partition(" ")[0], 0)
        elif name in _ROLES and "readcrumb" in value:
            places |= Place.TRAIL.value
    return places, prop


def survey(document: Document) -> Survey:
    """Return what the vocabularies read of a page; its headline is not yet looked for."""
    seen = _Pass()
    for element in document.root.iter(*_READERS):
        _READERS[element.tag](seen, element)
    return Survey(
        document=document,
        language=seen.language,
        title=seen.title,
        canonical=tuple(seen.canonical),
        metas=tuple(seen.metas),
        data=tuple(seen.data),
        headings=tuple(seen.headings),
        props=tuple(seen.props),
    )


class _Pass:
    """What one pass over the elements of ``_READERS`` has seen."""

    def __init__(self) -> None:
        self.language: str | None = None
        self.title: str | None = None
        self.canonical: list[str] = []
        self.metas: list[tuple[str, str]] = []
        self.data: list[str] = []
        self.headings: list[etree._Element] = []
        self.props: list[etree._Element] = []

    def read_html(self, element: etree._Element) -> None:
        if self.language is None:
            self.language = element.get("lang") or element.get("xml:lang")

    def read_title(self, element: etree._Element) -> None:
        parent = element.getparent()
        if self.title is None and (parent is None or parent.tag != "svg"):
            self.title = clean_line((element.text or "")[:MAX_TEXT]) or None

    def read_meta(self, element: etree._Element) -> None:
        content = name = ""
        for key, value in attributes_of(element):
            if key == "content":
                content = value
            elif key in ("property", "name", "http-equiv"):
                name = name or value
            elif key == "itemprop" and len(self.props) < MAX_METAS:
                self.props.append(element)
        if name and content and len(self.metas) < MAX_METAS and (text := clean_line(content[:MAX_TEXT])):
            self.metas.append((name.strip().lower(), text))

    def read_link(self, element: etree._Element) -> None:
        if "canonical" in (element.get("rel") or "").lower().split() and (href := element.get("href")):
            self.canonical.append(href.strip())

    def read_script(self, element: etree._Element) -> None:
        if "ld+json" in (element.get("type") or "").lower() and (text := element.text):
            self.data.append(text)

    def read_heading(self, element: etree._Element) -> None:
        self.headings.append(element)


_READERS: dict[str, Callable[[_Pass, etree._Element], None]] = {
    "html": _Pass.read_html,
    "title": _Pass.read_title,
    "meta": _Pass.read_meta,
    "link": _Pass.read_link,
    "script": _Pass.read_script,
    "h1": _Pass.read_heading,
    "h2": _Pass.read_heading,
    "h3": _Pass.read_heading,
}
