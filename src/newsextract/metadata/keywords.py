"""Keywords of many sources -> the tags of the story: no machine's marks, no name of the site, none twice."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from newsextract.metadata.parties import site_key
from newsextract.metadata.trust import told
from newsextract.text import bare, clean_line, fold

MAX_TAGS, MAX_TAG = 60, 100

_SEPARATORS = re.compile(r"[,;，、؛،|]")
_MARK = re.compile(
    r"(?:type|section|category|channel|site|brand|partner|length|page.?type|article.?type|content.?type|day|time|wc|word.?count"
    r"|language|lang|subject|format|template|source|status|region|product|desk|filter|intent|storytype|headline|author)"
    r"(?:\s?[:=]|[-_](?=\S+$))",
    re.IGNORECASE,
)
"""What systems write for themselves: "type: review", "site-example"."""
_COUNT = re.compile(r" \(\d{1,6}(?: \w{1,20})?\)$")
_SIGNS = re.compile(r"[\W_]+")


def settle(
    claims: Sequence[tuple[str, str]], sites: frozenset[str], titles: Iterable[str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return for each source that has any the tags it offers, the trusted first.

    claims: source and one or several keywords, the trusted first. sites: keys of the site's names. titles: forms of the
    headline.
    """
    barred = {_key(title) for title in titles}
    heard: dict[str, list[str]] = {}
    for source, text in claims:
        heard.setdefault(told(source), []).extend(_SEPARATORS.split(text))
    offers = ((source, tuple(tags(words, sites, barred))) for source, words in heard.items())
    return tuple((source, found) for source, found in offers if found)


def tags(words: Iterable[str], sites: frozenset[str] = frozenset(), barred: Iterable[str] = ()) -> Iterator[str]:
    """Yield what is a tag among words: as a reader would write it, where a slug of it is there too."""
    found: dict[str, str] = {}
    for word in words:
        tag = _COUNT.sub("", clean_line(word)).strip("#\"'“”„[]/»› ")
        key = _key(tag)
        if not key or len(tag) > MAX_TAG or key in barred or site_key(tag) in sites or _MARK.match(tag):
            continue
        if key not in found or (_is_slug(found[key]) and not _is_slug(tag)):
            found[key] = tag
        if len(found) >= MAX_TAGS:
            break
    yield from found.values()


def _key(tag: str) -> str:
    return _SIGNS.sub("", fold(bare(tag)))


def _is_slug(tag: str) -> bool:
    return tag.islower() and " " not in tag
