"""RSS, Atom, RDF or CDF -> its entries; feedparser knows the dialects.

It is shown no byte of the web, for it has patterns that take minutes on some: each entry is read by lxml, and what a
list needs of it is written anew, a hundred entries at a time. It fetches nothing, for it gets a stream.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lxml import etree

from newsextract.discovery.days import moment
from newsextract.discovery.found import Found, Source
from newsextract.discovery.rows import XML_LANG, Rows, local
from newsextract.discovery.titles import plain
from newsextract.errors import NewsExtractError

AT_ONCE = 100
LONGEST = 8_192
"""Characters of a text or an attribute that are read."""

_XML_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_DC = "http://purl.org/dc/elements/1.1/"
_OTHERS = frozenset(
    {_DC, "http://purl.org/dc/terms/", "http://rssnamespace.org/feedburner/ext/1.0", "http://www.w3.org/2005/Atom"}
)
_KEPT = frozenset("title link guid id pubdate published updated modified issued created origlink".split())
_ATTRIBUTES = ("href", "rel", "type", "isPermaLink", "version", _XML_BASE, XML_LANG)


def entries(chunks: Iterable[bytes], found_in: str | None) -> Iterator[Found]:
    """Yield the entries of a feed.

    chunks: the feed, in UTF-8 whatever it declares. found_in: its address, by which links are resolved. Raises what
    ``Rows`` does, behind the last entry.
    """
    rows = Rows(chunks, {"item", "entry"}, "utf-8")
    sifted: list[etree._Element] = []
    try:
        for row in rows:
            sifted.append(_sifted(row))
            if len(sifted) == AT_ONCE:
                yield from _read(sifted, rows, found_in)
                sifted = []
    except NewsExtractError:
        yield from _read(sifted, rows, found_in)
        raise
    yield from _read(sifted, rows, found_in)


def _read(sifted: Sequence[etree._Element], rows: Rows, found_in: str | None) -> Iterator[Found]:
    for entry in _parsed(sifted, rows, found_in):
        url = entry.get("feedburner_origlink") or entry.get("link")
        if not isinstance(url, str):
            continue
        detail = entry.get("title_detail") or {}
        language = (rows.language or "").replace("_", "-") or None
        yield Found(
            url,
            Source.FEED,
            found_in,
            plain(entry.get("title"), is_html=detail.get("type") != "text/plain"),
            moment(dict.get(entry, "published"), language),  # else feedparser takes one date for the other
            moment(dict.get(entry, "updated"), language),
            language,
        )


def _parsed(sifted: Sequence[etree._Element], rows: Rows, found_in: str | None) -> list[Any]:
    """Return what feedparser makes of entries; where it fails on one, of the others."""
    import feedparser  # at first use: it takes 60 ms to import

    if not sifted or rows.root is None:
        return []
    document = io.BytesIO(_document(sifted, rows.root))
    headers = {"content-type": "application/xml; charset=utf-8", "content-location": found_in or ""}
    try:
        parsed = feedparser.parse(document, response_headers=headers, sanitize_html=False, resolve_relative_uris=False)
    except Exception:  # noqa: BLE001  # an address that urllib refuses, say
        return [each for one in sifted for each in _parsed([one], rows, found_in)] if len(sifted) > 1 else []
    return list(parsed.entries)


def _document(sifted: Sequence[etree._Element], root: etree._Element) -> bytes:
    """Return a small feed in the dialect of the root, with these entries alone."""
    small = _copy(root)
    channel = etree.SubElement(small, "channel") if local(root.tag) == "rss" else small
    channel.extend(sifted)
    return etree.tostring(small, encoding="utf-8")


def _sifted(row: etree._Element) -> etree._Element:
    """Return an entry with its title, addresses and dates, as text.

    dc:date is all that RSS has of its own kind, and means publication; feedparser takes it for the change.
    """
    entry = _copy(row)
    own = etree.QName(row).namespace
    has_date = any(local(each.tag) in ("pubdate", "published", "issued") for each in row)
    for child in row:
        name = etree.QName(child)
        if local(child.tag) == "date" and not has_date and name.namespace in (_DC, None):
            etree.SubElement(entry, "pubDate").text = _text(child)
        elif local(child.tag) in _KEPT and ":" not in name.localname and name.namespace in (own, None, *_OTHERS):
            copy = _copy(child)
            copy.text = _text(child)
            if copy.get("type") == "xhtml":
                copy.set("type", "text")
            entry.append(copy)
    return entry


def _copy(element: etree._Element) -> etree._Element:
    name = etree.QName(element)
    tag = name.localname.rpartition(":")[2] if name.namespace is None else element.tag
    copy = etree.Element(tag, nsmap={None: name.namespace} if name.namespace else {})  # type: ignore[dict-item]  # stubs
    for attribute in _ATTRIBUTES:
        if value := element.get(attribute):
            copy.set(attribute, value[:LONGEST])
    return copy


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))[:LONGEST]
