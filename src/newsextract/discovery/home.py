"""A site's page -> the lists that it declares, and its links that look like links to articles.

What they look like is measured: the shape of the path, the length of the words, the place on the page. No language, no
site.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from unicodedata import east_asian_width
from urllib.parse import unquote, urlsplit

from lxml import etree

from newsextract.discovery.found import Found, Source
from newsextract.document import Document
from newsextract.metadata.address import day_in
from newsextract.text import clean_line
from newsextract.urls import absolute, site

FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json"})
MOST_LISTS = 20
MOST_LINKS = 20_000
LOOKS_LIKE_ONE = 3
LONG, LONGER = 25, 45
"""Columns of a headline, where a CJK character takes two."""
LONGEST_TEXT = 300

_MENUS = ("nav", "footer")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_WORDS = re.compile(r"[-_+ ]")
_NUMBER = re.compile(r"\d{5,}|[0-9a-f]{12,}")
_FILES = re.compile(
    r"\.(?:avif|css|docx?|gif|ico|jpe?g|js|json|m3u8|mp[34]|pdf|png|rss|svg|webp|xlsx?|xml|zip)\Z", re.IGNORECASE
)
_LISTS = frozenset(
    """
    about account archive author authors autor autores category categories contact etiqueta kategorie login newsletter
    newsletters page privacy profile register rubrik search section sections subscribe tag tags thema themen topic
    topics user users
    """.split()
)
"""Words that are a part of a path to a list of articles, or to no article."""


@dataclass
class _Link:
    """All links of a page to one address."""

    text: str = ""
    heading: bool = False
    menu: bool = False
    texts: set[str] = field(default_factory=set)


def declared(page: Document) -> tuple[list[str], list[str]]:
    """Return the addresses of the feeds and of the sitemaps that a page declares; feeds of comments are left out."""
    feeds, sitemaps = [], []
    for link in page.root.iter("link"):
        names = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        address = absolute(page.base, link.get("href") or "")
        if address is None:
            continue
        if "alternate" in names and kind in FEED_TYPES and "comments" not in urlsplit(address).path.lower().split("/"):
            feeds.append(address)
        elif "sitemap" in names:
            sitemaps.append(address)
    return list(dict.fromkeys(feeds))[:MOST_LISTS], list(dict.fromkeys(sitemaps))[:MOST_LISTS]


def links(page: Document) -> Iterator[Found]:
    """Yield the links of a page, to its own site, that look like links to articles; in the order of the page."""
    found = _gathered(page)
    shared = Counter(text for link in found.values() for text in link.texts)
    for address, link in found.items():
        says = link.text if shared[link.text] == 1 else ""  # "Read more" leads to many
        if not link.menu and _path(address) + _headline(says) + link.heading >= LOOKS_LIKE_ONE:
            yield Found(address, Source.HOME, page.url, says or None)


def _gathered(page: Document) -> dict[str, _Link]:
    own = site(page.base)
    found: dict[str, _Link] = {}
    for element in page.root.iter("a"):
        address = absolute(page.base, element.get("href") or "")
        if address is None or len(found) == MOST_LINKS or site(address) != own:
            continue
        link = found.setdefault(address.partition("#")[0], _Link())
        link.menu |= next(element.iterancestors(*_MENUS), None) is not None
        text, heading = _text(element)
        link.heading |= heading
        link.texts.add(text)
        if len(text) > len(link.text):
            link.text = text
    return found


def _text(element: etree._Element) -> tuple[str, bool]:
    """Return the headline in a link, or else all its words, and whether a heading is in it or around it."""
    inner = next((each for each in element.iterdescendants(*_HEADINGS)), None)
    around = any(parent.tag in _HEADINGS for parent in _nearest(element))
    words = clean_line(" ".join(map(str, (element if inner is None else inner).itertext("*"))))
    return (words if len(words) <= LONGEST_TEXT else ""), around or inner is not None


def _nearest(element: etree._Element) -> Iterator[etree._Element]:
    parent = element.getparent()
    for _ in range(3):
        if parent is None:
            return
        yield parent
        parent = parent.getparent()


def _path(address: str) -> int:
    """Return how much a path looks like that of an article: 0 to 5, below 0 for one that is none."""
    path = unquote(urlsplit(address).path).rstrip("/")
    parts = [part for part in path.lower().split("/") if part]
    if not parts or _FILES.search(path[-6:]):
        return -9
    last = parts[-1].partition(".")[0]
    words = sum(map(bool, _WORDS.split(last))) + (_columns(last) - len(last)) // 3  # Chinese and Japanese part none
    score = 2 if words > 3 else 1 if words == 3 else 0
    score += 2 if day_in(address) else 0
    score += 1 if _NUMBER.search(parts[-1]) else 0
    return score - (4 if _LISTS.intersection(parts) else 0)


def _headline(text: str) -> int:
    columns = _columns(text)
    return 2 if columns >= LONGER else 1 if columns >= LONG else 0


def _columns(text: str) -> int:
    """Return how wide a text is in a terminal."""
    wide = 0 if text.isascii() else sum(east_asian_width(each) in "WF" for each in text)
    return len(text) + wide
