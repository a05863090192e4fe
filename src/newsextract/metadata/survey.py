"""Document -> Survey: one pass over the tree picks out all that any vocabulary reads.

Walking a tree in Python costs a third of its parse, so it is walked once; and attributes are asked for only around the
headline, where bylines and dates stand. What the rest of the page may add is looked for when nobody else has spoken.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from newsextract.document import Document
from newsextract.metadata.places import BY_PROP, BY_TAG, Place, places_of
from newsextract.text import clean_line

BEFORE, AFTER = 80, 260
"""How many elements before and after the headline are near it."""

BESIDE = 10
"""How many elements after the headline are its own whatever class they stand in."""

CLASS_REACH = 8
"""How many levels up a class still says what an element is for."""

_NAMES = frozenset({"class", "id"})
_TOLD = (Place.BYLINE | Place.DATE | Place.CHANGED | Place.STANDFIRST | Place.KICKER | Place.HEADLINE).value
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "button", "select", "iframe", "object"})
_INLINE = frozenset({"b", "strong", "em", "i", "font", "small", "sup", "sub", "mark", "u", "abbr", "ins", "wbr", "bdi"})


@dataclass(frozen=True, slots=True)
class Spot:
    """An element that may hold a fact: where it comes in the page, and what class, id, tag and itemprop call it."""

    element: etree._Element
    at: int
    places: int
    prop: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the vocabularies read of a page.

    elements: all, in the order of the page. metas: name (or property, itemprop; lower case) and content. links: rel, href
    and hreflang. data: the texts of the JSON-LD blocks. language: of the html element. title: of the title element.
    headings: positions of h1, h2 and h3. props: positions of meta elements with an itemprop. headline: position of the visible headline, None where none is found. near: what
    stands around it and has a telling name. holders: the elements around the headline (before it is found: around most headings). known: class or id as written -> its places,
    as far as anybody asked.
    """

    document: Document
    elements: Sequence[etree._Element]
    language: str | None
    title: str | None
    metas: tuple[tuple[str, str], ...]
    links: tuple[tuple[str, str, str], ...]
    data: tuple[str, ...]
    headings: tuple[int, ...]
    props: tuple[int, ...]
    headline: int | None = None
    near: tuple[Spot, ...] = ()
    holders: frozenset[etree._Element] = frozenset()
    known: dict[str, int] = field(default_factory=dict, repr=False)

    def meta(self, *names: str) -> Iterator[str]:
        """Yield the contents of the meta elements of these names, in the order of the names."""
        for wanted in names:
            for name, content in self.metas:
                if name == wanted and content:
                    yield content

    def spot(self, at: int) -> Spot:
        """Return the element at a position with what its attributes say."""
        element = self.elements[at]
        return Spot(element, at, *self.told(element.tag, element.items()))

    def told(self, tag: str, attributes: Iterable[tuple[str, str]]) -> tuple[int, str]:
        """Return what a tag and its attributes say of an element, and its itemprop."""
        places, prop = BY_TAG.get(tag, 0), ""
        for name, value in attributes:
            if name in _NAMES:
                known = self.known.get(value)
                places |= self.places(value) if known is None else known
            elif name == "itemprop":
                prop = value
                places |= BY_PROP.get(value, 0)
            elif name == "rel" and value == "author":
                places |= Place.BYLINE.value
        return places, prop

    def spots(self, first: int, last: int) -> Iterator[Spot]:
        """Yield the elements from one position to before another whose attributes tell of a fact."""
        start = max(0, first)
        for at, element in enumerate(self.elements[start:last], start):
            attributes = element.items()
            if attributes:
                places, prop = self.told(element.tag, attributes)
                if places & _TOLD or prop:
                    yield Spot(element, at, places, prop)

    def around(self, element: etree._Element) -> int:
        """Return what the tags, classes and ids of an element's ancestors say, as bits.

        Those that hold the headline too say nothing: "nav-open" may be the class of the whole page. Nor do classes far up.
        """
        found = 0
        for level, above in enumerate(element.iterancestors()):
            if above.tag in ("main", "body", "html") or above in self.holders:
                break
            if above.tag == "footer" and (parent := above.getparent()) is not None and parent.tag == "article":
                continue  # the foot of a story, not of the page
            found |= self.of(above) if level < CLASS_REACH else BY_TAG.get(above.tag, 0)
        return found

    def of(self, element: etree._Element) -> int:
        """Return what the tag, class and id of one element say."""
        return self.told(element.tag, element.items())[0]

    def places(self, names: str) -> int:
        """Return what a class or id says; each is asked once a page."""
        found = self.known.get(names)
        if found is None:
            found = self.known[names] = places_of(names)
        return found


    def is_beside(self, at: int) -> bool:
        """Whether an element comes so soon after the headline that it belongs to it whatever is around it."""
        return self.headline is not None and 0 < at - self.headline <= BESIDE


def survey(document: Document) -> Survey:
    """Return what the vocabularies read of a page."""
    return _Pass(document).survey()


def parts(element: etree._Element) -> list[str]:
    """Return the visible texts below an element, parted where links, blocks and classes part them.

    >>> from lxml import html
    >>> parts(html.fromstring("<p>By <a>Jane <b>Roe</b></a>, <span class=x>Editor</span></p>"))
    ['By', 'Jane Roe', ',', 'Editor']
    """
    found: list[str] = []
    line: list[str] = []

    def cut() -> None:
        if text := clean_line("".join(line)):
            found.append(text)
        line.clear()

    closed = False
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if inner.tag not in _INLINE and (inner.tag != "span" or inner.attrib):
            cut()
        if event == "end":
            closed = not inner.tail
            if inner is not element and inner.tail:
                if inner.tag == "span" and inner.tail[0].isupper() and line and len(line[-1]) > 1:
                    line.append(" ")  # "<span>Kicker</span>Headline"
                line.append(inner.tail)
            continue
        if closed and inner.tag == "span":  # two spans without a blank between stand as blocks
            line.append(" ")
        closed = False
        if inner.tag in _UNSEEN and inner is not element:
            walk.skip_subtree()
        elif inner.text:
            line.append(inner.text)
    cut()
    return found


def text_of(element: etree._Element) -> str:
    """Return the visible text of an element as one line."""
    return " ".join(parts(element))


class _Pass:
    """The state of the one pass."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.language: str | None = None
        self.title: str | None = None
        self.metas: list[tuple[str, str]] = []
        self.links: list[tuple[str, str, str]] = []
        self.data: list[str] = []
        self.headings: list[int] = []
        self.props: list[int] = []

    def survey(self) -> Survey:
        elements = list(self.document.root.iter())
        for at, element in enumerate(elements):
            reader = _READERS.get(element.tag)
            if reader is not None:
                reader(self, element, at)
        return Survey(
            document=self.document,
            elements=elements,
            language=self.language,
            title=self.title,
            metas=tuple(self.metas),
            links=tuple(self.links),
            data=tuple(self.data),
            headings=tuple(self.headings),
            props=tuple(self.props),
        )

    def read_html(self, element: etree._Element, _: int) -> None:
        if self.language is None:
            self.language = element.get("lang") or element.get("xml:lang")

    def read_title(self, element: etree._Element, _: int) -> None:
        parent = element.getparent()
        if self.title is None and (parent is None or parent.tag != "svg"):
            self.title = clean_line(element.text or "") or None

    def read_meta(self, element: etree._Element, at: int) -> None:
        content = name = None
        for key, value in element.items():
            if key == "content":
                content = value
            elif key in ("property", "name", "http-equiv"):
                name = name or value
            elif key == "itemprop":
                self.props.append(at)
        if name and content and (text := clean_line(content)):
            self.metas.append((name.strip().lower(), text))

    def read_link(self, element: etree._Element, _: int) -> None:
        if (rel := element.get("rel")) and (href := element.get("href")):
            self.links.append((rel.strip().lower(), href.strip(), element.get("hreflang") or ""))

    def read_script(self, element: etree._Element, _: int) -> None:
        if "ld+json" in (element.get("type") or "").lower() and (text := element.text):
            self.data.append(text)

    def read_heading(self, _: etree._Element, at: int) -> None:
        self.headings.append(at)


_READERS = {
    "html": _Pass.read_html,
    "title": _Pass.read_title,
    "meta": _Pass.read_meta,
    "link": _Pass.read_link,
    "script": _Pass.read_script,
    "h1": _Pass.read_heading,
    "h2": _Pass.read_heading,
    "h3": _Pass.read_heading,
}
