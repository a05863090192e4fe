"""Addresses, safely: pages hold every kind of broken link, and urllib raises on some; nothing here does.

Floor 1; every urljoin and urlsplit of the project is here.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

if TYPE_CHECKING:
    from tldextract import TLDExtract

WEB = frozenset({"http", "https"})
_EDGES = "".join(map(chr, range(0x21)))  # C0 controls and the blank, which the URL standard strips at both ends
_INSIDE = {ord("\t"): None, ord("\n"): None, ord("\r"): None, ord(" "): "%20"}


def absolute(base: str | None, href: str) -> str | None:
    """Return the http or https address that a link means, or None where it means none.

    base: what it is relative to; a base that is no web address is passed over. href: the link as the page has it; the
    white space that browsers drop is dropped (WHATWG URL). With no base a relative link comes back as it stands. None
    for javascript:, data:, mailto: and every other scheme, for an empty link and for one that no browser could follow.

    >>> absolute("https://example.org/a/b", "../c d.jpg")
    'https://example.org/c%20d.jpg'
    >>> absolute("https://example.org/", "javascript:void(0)") is None
    True
    """
    link = href.strip(_EDGES).translate(_INSIDE)
    parts = _split(link)
    if not link or parts is None:
        return None
    if parts.scheme:
        return link if _is_web(parts) else None
    return _joined(base, link) if base and _is_web(_split(base)) else link


def host(url: str | None) -> str | None:
    """Return the host of an address in lower case, without port; None where it has none.

    >>> host("https://News.Example.org:8080/a")
    'news.example.org'
    """
    parts = _split(url or "")
    return (parts.hostname or "").rstrip(".") or None if parts else None


def without_login(url: str) -> str:
    """Return an address without the name and password in it.

    >>> without_login("https://ann:secret@example.org/a@b")
    'https://example.org/a@b'
    """
    start, mark, rest = url.partition("://")
    end = min(at for sign in "/?#\\" if (at := f"{rest}{sign}".find(sign)) >= 0)
    return f"{start}{mark}{rest[:end].rpartition('@')[2]}{rest[end:]}"


def site(url: str | None) -> str | None:
    """Return the registered domain of an address: what the public suffix list says one owner has.

    The whole host where the list knows none (an IP address, "localhost"); None for an address without a host.

    >>> site("https://sport.news.example.co.uk/a")
    'example.co.uk'
    """
    name = host(url)
    return (_suffixes().extract_str(name).top_domain_under_public_suffix or name) if name else None


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url)
    except ValueError:  # "http://[::1", and hosts whose NFKC form has a slash
        return None


def _is_web(parts: SplitResult | None) -> bool:
    return parts is not None and parts.scheme in WEB and bool(parts.hostname)


def _joined(base: str, link: str) -> str | None:
    try:
        address = urljoin(base, link)
    except ValueError:
        return None
    return address if _is_web(_split(address)) else None


@cache
def _suffixes() -> TLDExtract:
    """The list that tldextract ships: reading it takes 50 ms, and neither network nor disk are touched."""
    from tldextract import TLDExtract

    return TLDExtract(cache_dir=None, suffix_list_urls=(), include_psl_private_domains=True)
