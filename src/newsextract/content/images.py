"""img element -> Picture: the address of its best version, whatever the page's lazy loader calls it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain

from lxml import etree

from newsextract.content.piece import Picture
from newsextract.document.elements import attributes_of

ADDRESSES = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src", "data-hi-res-src", "data-url",
    "data-image", "data-img", "data-echo", "data-defer-src", "data-large-src", "src",
)  # fmt: skip
"""Attributes with one address, those of lazy loaders first."""
SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")


def picture_of(img: etree._Element) -> Picture:
    """Return what an ``img`` element shows; the url is as written, None where only a placeholder is named."""
    told = dict(attributes_of(img))
    urls = chain(_in_sets(img, told), (told[name] for name in ADDRESSES if name in told))
    url = next((url.strip() for url in urls if _is_address(url)), None)
    alt = " ".join(told.get("alt", "").split()) or None
    return Picture(url, alt, _pixels(told.get("width")), _pixels(told.get("height")))


def _in_sets(img: etree._Element, told: Mapping[str, str]) -> Iterator[str]:
    """Yield the addresses of the largest versions, those of the picture element around where the image names none."""
    urls = list(_largest(told))
    yield from urls
    parent = img.getparent() if not urls else None
    if parent is not None and parent.tag == "picture":
        for source in parent.iter("source"):
            yield from _largest(dict(attributes_of(source)))


def _largest(told: Mapping[str, str]) -> Iterator[str]:
    return (url for name in SETS if name in told and (url := largest(told[name])))


def largest(srcset: str) -> str | None:
    """Return the address of the largest image in a ``srcset`` (HTML Living Standard 4.8.4.2.1).

    >>> largest("a.jpg 320w, b.jpg 1024w")
    'b.jpg'
    """
    best, best_size = None, -1.0
    for candidate in srcset.replace(",\n", ", ").split(", ")[:50]:
        parts = candidate.strip(" ,\n\t").split()
        if not parts:
            continue
        try:
            size = float(parts[1][:-1]) if len(parts) > 1 else 0.0
        except ValueError:
            size = 0.0
        if size > best_size:
            best, best_size = parts[0], size
    return best


def _is_address(url: str) -> bool:
    return bool(url) and not url.strip().startswith(("data:", "about:", "blob:", "javascript:"))


def _pixels(size: str | None) -> int | None:
    digits = (size or "").strip().removesuffix("px")
    return int(digits) if digits.isdecimal() and len(digits) < 6 else None
