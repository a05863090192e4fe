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
_SIZE = re.compile(r"(?:-\d{2,4}x\d{2,4}|-scaled|[-_]thumb(?:nail)?)(?=\.\w{3,4}$)")
_DERIVED = re.compile(r"^csm_(.{1,200})_[0-9a-f]{10}(\.\w{3,4})$")
"""A file that a publishing system cut from another one: the name of that, and a code."""
COMMON = frozenset("image img photo foto picture bild main lead default original large header hero cover file".split())
"""Words that are alone in the names of files of any picture."""
NUMBER = 7
"""Digits from which the name of a file is a number that no other picture has."""


def distinct(images: Iterable[Image]) -> list[Image]:
    """Join what a page shows twice, for narrow and for wide screens: the same file, or the same caption."""
    places: dict[str, int] = {}
    kept: list[Image] = []
    images = list(images)
    originals = frozenset(found[1] + found[2] for image in images if (found := _DERIVED.match(_name(image.url))))
    for image in images:
        names = {fold(image.caption or ""), *_same(image.url, originals)} - {""}
        at = next((places[name] for name in names if name in places and _may_be_one(kept[places[name]], image)), None)
        if at is None:
            at = len(kept)
            kept.append(image)
        else:
            first = kept[at]
            kept[at] = replace(
                first,
                url=_larger(first.url, image.url),
                caption=first.caption or image.caption,
                credit=first.credit or image.credit,
                alt=first.alt or image.alt,
            )
        places |= dict.fromkeys(names, at)
    return kept


def _may_be_one(first: Image, second: Image) -> bool:
    """Whether nothing says that two images are different pictures: two files of two makers."""
    makers = {first.credit, second.credit} - {None}
    return len(makers) < 2 or file_of(first.url) == file_of(second.url)


def _same(url: str | None, originals: frozenset[str]) -> tuple[str, ...]:
    """Return what two addresses of one picture share: all but size and query of a file, or a name that no other has.

    Such a name has many digits, or is that of one of the ``originals`` that other files are cut from.
    """
    if url is None or not is_file(url.partition("?")[0]):
        return (url or "",)
    folder, _, name = url.partition("?")[0].rpartition("/")
    name = _SIZE.sub("", name.lower())
    derived = _DERIVED.match(name)
    original = derived[1] + derived[2] if derived else name
    unique = original in originals or sum(map(str.isdigit, name)) >= NUMBER
    return (f"{folder}/{name}", original) if unique else (f"{folder}/{name}",)


def _larger(first: str | None, second: str | None) -> str | None:
    """Return the address of the larger of two versions: that whose name says no size."""
    if first is None or second is None:
        return first or second
    return second if _SIZE.search(_name(first)) and not _SIZE.search(_name(second)) else first


def _name(url: str | None) -> str:
    """Return the name of an address's file in lower case."""
    return (url or "").partition("?")[0].rpartition("/")[2].lower()


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
    """Return the name of an address's file in lower case, without the size that it was cut to; "" where it has none.

    A name that any picture may have, such as "image.jpg", comes with its folder.
    """
    folder, _, name = (url or "").partition("?")[0].lower().rpartition("/")
    name = _SIZE.sub("", name)
    return f"{folder.rpartition('/')[2]}/{name}" if name.partition(".")[0] in COMMON else name


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
