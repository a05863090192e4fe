"""XML in chunks -> its rows one by one, in constant memory, however broken the markup is.

lxml with recovery, without DTDs, entities and network. Where libxml2 gives up (a character that is none, a depth of
256, a text of 10 MB) the rows before are kept.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from lxml import etree

from newsextract.discovery.mend import mended
from newsextract.errors import DamagedInputError, TooLargeError

MOST_PARTS = 10_000
"""Elements in one row, or between two: a page may be listed with a thousand images of some elements each."""
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def local(tag: object) -> str:
    """Return the name of an element without its namespace, in small letters; "" for a comment."""
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""


def root_of(head: bytes) -> str:
    """Return the name of the element that a document begins with, told by its first bytes; "" where it is no XML."""
    return next((local(element.tag) for _, element in _events(mended((head,)))), "")


class Rows:
    """The elements of some names, one level or more below the root; each is gone when the next is asked for.

    root: the document's element without content, known when the first row is. language: what the root, or an element
    of that name before the first row, says.
    """

    def __init__(self, chunks: Iterable[bytes], names: Collection[str], encoding: str | None = None) -> None:
        """Take the markup, and the names in small letters; encoding: None goes by its declaration."""
        self._events = _events(chain(mended(chunks), (b"\n",)), encoding)
        self._names = names
        self.root: etree._Element | None = None
        self.language: str | None = None

    def __iter__(self) -> Iterator[etree._Element]:
        """Yield the rows.

        Raises DamagedInputError behind the last of a document that has no end, and TooLargeError where
        ``MOST_PARTS`` elements make no row.
        """
        row: etree._Element | None = None
        depth = parts = 0
        for event, element in self._events:
            if event == "start":
                depth += 1
                parts += 1
                if self.root is None:
                    self.root, self.language = element, element.get(XML_LANG)
                elif row is None and local(element.tag) in self._names:
                    row, parts = element, 0
                elif parts > MOST_PARTS:
                    raise TooLargeError(f"{MOST_PARTS:,} elements are no whole entry; what comes before is kept")
                continue
            depth -= 1
            if element is row:
                yield element
                row, parts = None, 0
            elif row is not None:
                continue
            elif local(element.tag) == "language" and self.language is None:
                self.language = (element.text or "").strip() or None
            if depth:
                _forget(element)
        if depth or self.root is None:
            raise DamagedInputError("the markup is broken or breaks off; what comes before is kept")


def _events(chunks: Iterable[bytes], encoding: str | None = None) -> Iterator[tuple[str, etree._Element]]:
    """Yield starts and ends of elements; an end that only the end of the document makes is none."""
    parser = etree.XMLPullParser(
        events=("start", "end"),
        encoding=encoding,
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        collect_ids=False,
    )
    for chunk in chunks:
        parser.feed(chunk)
        for event, element in parser.read_events():
            if isinstance(element, etree._Element):  # noqa: SLF001  # no other events were asked for
                yield event, element


def _forget(element: etree._Element) -> None:
    """Empty an element, and take those before it out of the tree."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
