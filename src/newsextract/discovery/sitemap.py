"""A sitemap (sitemaps.org 0.9, with the news of sitemap-news/0.9) -> what it lists, one by one."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from newsextract.discovery.days import Moment, moment
from newsextract.discovery.found import Found, Source
from newsextract.discovery.rows import Rows, local
from newsextract.text import squeeze

LONGEST_LINE = 10_000


@dataclass(frozen=True, slots=True)
class Listed:
    """A sitemap that an index lists; modified: when it last changed, None where the index does not say."""

    url: str
    modified: Moment | None = None


def entries(chunks: Iterable[bytes], found_in: str | None) -> Iterator[Found]:
    """Yield the entries of a sitemap in XML; raises what ``Rows`` does, behind the last."""
    for row in Rows(chunks, {"url"}):
        told = _children(row)
        if "loc" not in told:
            continue
        news = next((each for each in row if local(each.tag) == "news"), None)
        modified = moment(told.get("lastmod"))
        if news is None:
            yield Found(told["loc"], Source.SITEMAP, found_in, modified=modified)
        else:
            yield _news(told["loc"], news, found_in, modified)


def sitemaps(chunks: Iterable[bytes]) -> Iterator[Listed]:
    """Yield the sitemaps that an index lists; raises what ``Rows`` does, behind the last."""
    for row in Rows(chunks, {"sitemap"}):
        told = _children(row)
        if "loc" in told:
            yield Listed(told["loc"], moment(told.get("lastmod")))


def lines(chunks: Iterable[bytes], found_in: str | None) -> Iterator[Found]:
    """Yield the lines of a sitemap in plain text; one that is far too long is none."""
    rest = b""
    for chunk in chunks:
        *whole, rest = io.BytesIO(rest[: LONGEST_LINE + 1] + chunk).read().splitlines(keepends=True) or [b""]
        if rest.endswith((b"\n", b"\r")):
            whole, rest = [*whole, rest], b""
        yield from _addresses(whole, found_in)
    yield from _addresses([rest], found_in)


def _addresses(given: Iterable[bytes], found_in: str | None) -> Iterator[Found]:
    for line in given:
        text = line.decode("utf-8-sig", "replace").strip()
        if text and len(line) <= LONGEST_LINE:
            yield Found(text, Source.SITEMAP, found_in)


def _news(url: str, news: etree._Element, found_in: str | None, modified: Moment | None) -> Found:
    told = _children(news)
    publication = next((_children(each) for each in news if local(each.tag) == "publication"), {})
    language = publication.get("language")
    return Found(
        url,
        Source.NEWS_SITEMAP,
        found_in,
        told.get("title"),
        moment(told.get("publication_date"), language),
        modified,
        language,
        publication.get("name"),
    )


def _children(element: etree._Element) -> dict[str, str]:
    """Return the texts of an element's children by their names; of several of a name the first."""
    told: dict[str, str] = {}
    for child in element:
        name = local(child.tag)
        if name and child.text and (text := squeeze(child.text)):
            told.setdefault(name, text)
    return told
