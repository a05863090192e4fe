"""OpenGraph and Twitter cards (``og:*``, ``article:*``, ``twitter:*``): what a page says of itself to networks."""

from __future__ import annotations

from collections.abc import Iterator

from newsextract.article import Image
from newsextract.metadata.facts import Claim, Mention
from newsextract.metadata.survey import Survey

SOURCE = "opengraph"
MAX_IMAGES = 20

_FIELDS: dict[str, tuple[str, str]] = {
    "og:title": ("title", SOURCE),
    "twitter:title": ("title", "opengraph.twitter"),
    "og:description": ("description", SOURCE),
    "twitter:description": ("description", "opengraph.twitter"),
    "og:site_name": ("site_name", SOURCE),
    "og:url": ("canonical_url", SOURCE),
    "og:type": ("kinds", SOURCE),
    "og:locale": ("language", SOURCE),
    "article:published_time": ("published", SOURCE),
    "og:article:published_time": ("published", SOURCE),
    "article:published": ("published", SOURCE),
    "og:published_time": ("published", SOURCE),
    "og:pubdate": ("published", SOURCE),
    "video:release_date": ("published", "opengraph.video"),
    "og:video:release_date": ("published", "opengraph.video"),
    "article:modified_time": ("modified", SOURCE),
    "og:article:modified_time": ("modified", SOURCE),
    "article:modified": ("modified", SOURCE),
    "og:updated_time": ("modified", "opengraph.updated"),
    "article:section": ("section", SOURCE),
    "og:article:section": ("section", SOURCE),
    "article:tag": ("tags", SOURCE),
    "og:article:tag": ("tags", SOURCE),
    "article:content_tier": ("access", SOURCE),
    "og:article:content_tier": ("access", SOURCE),
    "article:author": ("credits", SOURCE),
    "og:article:author": ("credits", SOURCE),
    "article:author_name": ("credits", SOURCE),
    "og:author": ("credits", SOURCE),
}


def read(page: Survey) -> Iterator[Claim]:
    """Yield what the tags say; an author who is only an address names nobody."""
    for name, content in page.metas:
        told = _FIELDS.get(name)
        if told is None:
            continue
        field, source = told
        if field != "credits":
            yield Claim(field, content, source)
        elif "://" not in content and not content.startswith(("www.", "/")):
            yield Claim(field, Mention(content), source)
    yield from _images(page)


def _images(page: Survey) -> Iterator[Claim]:
    """Yield the images in order, each with the alternative text that follows it."""
    url: str | None = None
    alt: str | None = None
    found = 0
    for name, content in [*page.metas, ("og:image", "")]:
        if name in ("og:image", "og:image:url"):
            if url is not None and url != content:
                yield Claim("images", Image(url=url, alt=alt), SOURCE)
                found += 1
                alt = None
                if found >= MAX_IMAGES:
                    return
            url = content or None
        elif name == "og:image:alt":
            alt = content
    for content in page.meta("twitter:image", "twitter:image:src"):
        yield Claim("images", Image(url=content), "opengraph.twitter")
