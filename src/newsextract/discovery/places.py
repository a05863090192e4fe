"""Where the lists of a site are, as a rule, and which of several is asked first."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from newsextract.text import name_words

FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml")
NEWS_SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml")
SITEMAPS = ("/sitemap.xml", "/sitemap_index.xml")
"""Usual places, tried in this order until one is a list, where a site names none itself."""

NEWS, PLAIN, LAST = range(3)
"""Ranks: a place of a lower one is asked first."""

_NEWS = frozenset({"news", "googlenews"})
_LAST = frozenset(
    "author authors category categories image images page pages product products tag tags user users".split()
)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A list that is to be asked for.

    rank and number give the order. depth: how many indexes lead to it. owners: the sites whose addresses it may name
    beside its own; None for anyone's, where a person handed over the list without an address. guessed: nobody named it,
    and nobody misses it.
    """

    rank: int
    number: int
    url: str
    depth: int = 0
    owners: frozenset[str] | None = frozenset()
    guessed: bool = False


def rank_of(sitemap: str) -> int:
    """Return the rank of a sitemap by its name, which decides about nothing else."""
    words = set(name_words(urlsplit(sitemap).path))
    if words & _NEWS:
        return NEWS
    return LAST if words & _LAST else PLAIN
