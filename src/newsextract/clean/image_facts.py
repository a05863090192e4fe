"""Images as the page shows them -> the same with what structured data know of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from newsextract.article import Image, ImageRole
from newsextract.clean.credits import split_credit
from newsextract.content import is_file
from newsextract.metadata import Facts
from newsextract.text import fold, name_words

SIGNS = frozenset({"default", "placeholder", "share", "sharing", "social", "fallback", "og", "icon"})
"""Words in the names of files that a house gives to networks for any of its pages."""
_SIZE = re.compile(r"-\d{2,4}x\d{2,4}\.|-scaled\.")
NUMBER = 7
"""Digits from which the name of a file is a number that no other picture has."""


def distinct(images: Iterable[Image]) -> list[Image]:
    """Join what a page shows twice, for narrow and for wide screens: the same file, or the same caption."""
    places: dict[str, int] = {}
    kept: list[Image] = []
    for image in images:
        names = {fold(image.caption or ""), *_same(image.url)} - {""}
        at = next((places[name] for name in names if name in places), None)
        if at is None:
            at = len(kept)
            kept.append(image)
        else:
            first = kept[at]
            kept[at] = replace(
                first,
                url=first.url or image.url,
                caption=first.caption or image.caption,
                credit=first.credit or image.credit,
                alt=first.alt or image.alt,
            )
        places |= dict.fromkeys(names, at)
    return kept


def _same(url: str | None) -> tuple[str, ...]:
    """Return what two addresses of one picture share: all but the query of a file, and the name that is its number."""
    if url is None or not is_file(url.partition("?")[0]):
        return (url or "",)
    name = file_of(url)
    numbered = sum(map(str.isdigit, name)) >= NUMBER
    return (url.partition("?")[0], name) if numbered else (url.partition("?")[0],)


def filled(images: list[Image], facts: Facts) -> tuple[Image, ...]:
    """Return the images with what structured data know of them; their lead where the page shows no picture."""
    titles = {fold(title) for title in (facts.title, *facts.titles) if title}
    images = [replace(image, caption=None) if fold(image.caption or "") in titles else image for image in images]
    house = fold(facts.site_name or "")
    given = [replace(image, credit=None) if fold(image.credit or "") == house else image for image in facts.images]
    told = {file_of(image.url): image for image in given if image.url}
    known = [_joined(image, told.get(file_of(image.url)), titles) for image in images]
    if not known and (lead := next((image for image in given if not is_sign(image.url)), None)) is not None:
        known = [_joined(Image(lead.url, alt=lead.alt, role=ImageRole.LEAD), lead, titles)]
    return tuple(distinct(known))


def file_of(url: str | None) -> str:
    """Return the name of an address's file in lower case, without the size that it was cut to; "" where it has none."""
    return _SIZE.sub(".", (url or "").partition("?")[0].rpartition("/")[2].lower())


def is_sign(url: str | None) -> bool:
    """Whether a picture that the page's data name is the house's own, for pages without one."""
    name = file_of(url)
    return "logo" in name or not SIGNS.isdisjoint(name_words(name))


def _names(image: Image) -> set[str]:
    """Return what programs fill in for a caption: the alternative text, the name of the file."""
    return {fold(image.alt or ""), file_of(image.url).partition(".")[0]}


def _joined(image: Image, told: Image | None, titles: set[str]) -> Image:
    if told is None:
        return image
    caption, credit = split_credit(told.caption or "")
    if caption and fold(caption) in titles | _names(image) | _names(told):
        caption = None
    return replace(
        image,
        caption=image.caption or caption,
        credit=image.credit or (split_credit(told.credit)[1] or told.credit if told.credit else credit),
    )
