"""Images as the page shows them -> the same with what structured data know of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from newsextract.article import Image, ImageRole
from newsextract.clean.credits import split_credit
from newsextract.metadata import Facts
from newsextract.text import fold


def distinct(images: Iterable[Image]) -> list[Image]:
    """Drop what a page shows twice, for narrow and for wide screens."""
    seen: set[str] = set()
    kept = []
    for image in images:
        names = {fold(image.caption or ""), (image.url or "").split("?")[0]} - {""}
        if not names & seen:
            kept.append(image)
        seen |= names
    return kept


def filled(images: list[Image], facts: Facts) -> tuple[Image, ...]:
    """Return the images with what structured data know of them; their lead where the page shows no picture."""
    titles = {fold(title) for title in (facts.title, *facts.titles) if title}
    images = [replace(image, caption=None) if fold(image.caption or "") in titles else image for image in images]
    told = {_file(image.url): image for image in facts.images if image.url}
    known = [_joined(image, told.get(_file(image.url)), titles) for image in images]
    if not known and facts.images:
        lead = facts.images[0]
        known = [_joined(Image(lead.url, alt=lead.alt, role=ImageRole.LEAD), lead, titles)]
    return tuple(known)


def _file(url: str | None) -> str:
    return (url or "").partition("?")[0].rpartition("/")[2].lower()


def _joined(image: Image, told: Image | None, titles: set[str]) -> Image:
    if told is None:
        return image
    caption, credit = split_credit(told.caption or "")
    if caption and fold(caption) in titles:
        caption = None
    return replace(
        image,
        caption=image.caption or caption,
        credit=image.credit or (split_credit(told.credit)[1] or told.credit if told.credit else credit),
    )
