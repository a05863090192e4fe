"""img element -> Picture: the address of its best version, whatever the page's lazy loader calls it."""

from __future__ import annotations

from lxml import etree

from newsextract.content.piece import Picture

LAZY = (
    "data-src", "data-original", "data-lazy-src", "data-lazy", "data-full-src", "data-hi-res-src", "data-url",
    "data-image", "data-img", "data-echo", "data-defer-src", "data-large-src",
)  # fmt: skip
SETS = ("srcset", "data-srcset", "data-lazy-srcset", "data-original-set")


def picture_of(img: etree._Element) -> Picture:
    """Return what an ``img`` element shows; the url is as written, None where only a placeholder is named."""
    urls = [url for name in SETS if (url := largest(img.get(name)))]
    parent = img.getparent()
    if not urls and parent is not None and parent.tag == "picture":
        urls = [url for source in parent.iter("source") for name in SETS if (url := largest(source.get(name)))]
    urls += [img.get(name) or "" for name in (*LAZY, "src")]
    url = next((url.strip() for url in urls if _is_address(url)), None)
    alt = " ".join((img.get("alt") or "").split()) or None
    return Picture(url, alt, _pixels(img.get("width")), _pixels(img.get("height")))


def largest(srcset: str | None) -> str | None:
    """Return the address of the largest image in a ``srcset`` (HTML Living Standard 4.8.4.2.1).

    >>> largest("a.jpg 320w, b.jpg 1024w")
    'b.jpg'
    """
    best, best_size = None, -1.0
    for candidate in (srcset or "").replace(",\n", ", ").split(", ")[:50]:
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
