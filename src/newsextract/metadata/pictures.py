"""Pictures of structured data and tags for networks -> the images that they name, the lead first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsextract.article import Image, ImageRole
from newsextract.urls import absolute

MAX_IMAGES = 50


def settle(images: Iterable[Image], base: str | None) -> tuple[Image, ...]:
    """Return each picture once, in the order of trust; the first is the lead.

    images: as the sources have them, the trusted first; those of one file are joined, so that a caption from one source
    and the alternative text of another meet. base: what relative addresses are resolved against.
    """
    found: dict[str, Image] = {}
    for image in images:
        url = absolute(base, image.url or "")
        if url is None or len(found) >= MAX_IMAGES:
            continue
        name = _file(url)
        known = found.get(name)
        found[name] = _joined(known, image) if known else replace(image, url=url)
    return tuple(replace(image, role=ImageRole.BODY if n else ImageRole.LEAD) for n, image in enumerate(found.values()))


def _file(url: str) -> str:
    """Return an address without what only asks for a size of the same file."""
    return url.partition("?")[0].partition("://")[2].lower() or url


def _joined(first: Image, second: Image) -> Image:
    return replace(
        first,
        caption=first.caption or second.caption,
        credit=first.credit or second.credit,
        alt=first.alt or second.alt,
    )
