"""img element -> Picture: the address of its best version, whatever the page's lazy loader calls it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from lxml import etree

from newsextract.content.piece import Picture
from newsextract.document.elements import attributes_of
from newsextract.text import name_words

WHOLE = ("data-orig-file", "data-full-url", "data-fullscreen-src", "data-zoom-src", "data-large-file")
"""Attributes with the address of a larger version than the page shows, the largest first."""
ADDRESSES = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src", "data-hi-res-src", "data-url",
    "data-image", "data-img", "data-echo", "data-defer-src", "data-large-src", "src",
)  # fmt: skip
"""Attributes with one address, those of lazy loaders first."""
SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")
NO_ADDRESS = ("alt", "title", "fallback", "logo", "placeholder", "author", "pin")
"""Words in the names of attributes that hold no address of the picture, or one of another."""
LARGE = ("full", "orig", "large", "zoom", "retina", "hi")
PLACEHOLDERS = frozenset(
    "blank placeholder placehold spacer lazy lazyload loading loader transparent pixel leer empty dummy vacio".split()
)
"""Words in the names of files that stand for a picture until a script shows it."""
FILLING = frozenset("image img bg x px gray grey white black square gif svg".split())
"""What else stands in such names."""
MAX_VERSIONS = 50
MIN_NAME = 3  # letters of a GIF's name: a shorter one stands for a picture, or counts readers
_START = re.compile(r"[\s,]*(\S+)")
_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif)(?:[?#].*)?$", re.IGNORECASE | re.DOTALL)


def picture_of(img: etree._Element) -> Picture:
    """Return what an ``img`` element shows; the url is as written, None where only a placeholder is named."""
    told = dict(attributes_of(img))
    urls = chain(
        (told[name] for name in WHOLE if name in told),
        _in_sets(img, told),
        (told[name] for name in ADDRESSES if name in told),
        _elsewhere(told),
    )
    url = next((url.strip() for url in urls if _is_address(url)), None)
    alt = " ".join(told.get("alt", "").split()) or None
    return Picture(url, alt, _pixels(told.get("width")), _pixels(told.get("height")))


def is_file(url: str) -> bool:
    """Whether an address is that of a picture: a link to one leads to no other page."""
    return _FILE.search(url) is not None


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


def _elsewhere(told: Mapping[str, str]) -> Iterator[str]:
    """Yield addresses of files in attributes of loaders that nobody knows, those that name a large version first."""
    found = [
        (name, value)
        for name, value in told.items()
        if "-" in name and is_file(value) and not any(word in name for word in NO_ADDRESS) and " " not in value.strip()
    ]
    return (value for _, value in sorted(found, key=lambda each: not any(word in each[0] for word in LARGE)))


def largest(srcset: str) -> str | None:
    """Return the address of the largest image in a ``srcset`` (HTML Living Standard 4.8.4.2.1).

    An address may hold commas; one at its end parts it from the next.

    >>> largest("a.jpg 320w, b.jpg 1024w")
    'b.jpg'
    >>> largest("a,w_320.jpg 320w,a,w_640.jpg 640w")
    'a,w_640.jpg'
    """
    best, best_size = None, -1.0
    for url, size in _versions(srcset):
        if size > best_size and _is_address(url):
            best, best_size = url, size
    return best


def _versions(srcset: str) -> Iterator[tuple[str, float]]:
    """Yield the address and the width or density of each image in a ``srcset``."""
    at = 0
    for _ in range(MAX_VERSIONS):
        found = _START.match(srcset, at)
        if found is None:
            return
        url, at = found[1], found.end()
        size = ""
        if not url.endswith(","):
            end = srcset.find(",", at)
            end = len(srcset) if end < 0 else end
            size, at = srcset[at:end], end
        yield url.strip(","), _size(size)


def _size(descriptor: str) -> float:
    try:
        return float(descriptor.split()[0][:-1])
    except (IndexError, ValueError):
        return 0.0


def _is_address(url: str) -> bool:
    """Whether an address is that of a picture, not of what stands for one until it is loaded."""
    url = url.strip()
    if not url or "{" in url or url.startswith(("data:", "about:", "blob:", "javascript:", "#")):
        return False
    name = url.partition("?")[0].rpartition("/")[2]
    stem, dot, kind = name.rpartition(".")
    if not dot:
        return True
    words = frozenset(name_words(stem))
    short = len(stem) < MIN_NAME and kind.lower() == "gif"
    return not short and not (words & PLACEHOLDERS and words <= PLACEHOLDERS | FILLING)


def _pixels(size: str | None) -> int | None:
    digits = (size or "").strip().removesuffix("px")
    return int(digits) if digits.isdecimal() and len(digits) < 6 else None
