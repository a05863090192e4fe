"""The bytes of an answer -> what they are; what its address and its header call it does not count."""

from __future__ import annotations

from enum import Enum, auto

from newsextract.batch.keys import address_in
from newsextract.discovery.rows import root_of


class Kind(Enum):
    """What an answer is."""

    FEED = auto()
    """RSS, Atom, RDF or CDF."""
    JSON = auto()
    """JSON, and so perhaps a JSON Feed."""
    URLS = auto()
    """A sitemap in XML."""
    INDEX = auto()
    """A sitemap of sitemaps."""
    TEXT = auto()
    """A sitemap in plain text: addresses, one a line."""
    OTHER = auto()
    """Anything else: a page, it may be."""


_ROOTS = {
    "rss": Kind.FEED,
    "rdf": Kind.FEED,
    "feed": Kind.FEED,
    "channel": Kind.FEED,
    "urlset": Kind.URLS,
    "sitemapindex": Kind.INDEX,
}


def kind_of(head: bytes) -> Kind:
    """Return what begins with these bytes; 64 KiB are enough."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:1] in (b"{", b"["):
        return Kind.JSON
    if (kind := _ROOTS.get(root_of(head))) is not None:
        return kind
    line = start.partition(b"\n")[0].decode("utf-8", "replace")
    return Kind.TEXT if address_in(line) is not None else Kind.OTHER
