"""Item -> what tells it from all others, and whom a fetch of it asks.

Two addresses are one input where they differ in what no server answers differently: the order of the query's
parameters, the fragment, the case of the host, its default port, needless percent signs (``canonicalize_url`` of
w3lib), and the parameters that tell the site where a reader came from (``TRACKERS``, and all that begin with ``utm_``).
http and https, a ``www.`` and a slash at the end are not made alike: there some servers do answer differently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import blake2b

from newsextract.batch.item import Item, Kind
from newsextract.urls import absolute, host

LONGEST_ADDRESS = 8_192
"""Characters: what common servers take at most (RFC 9110 section 4.1 asks for 8,000)."""

TRACKERS = frozenset(
    """
    dclid fbclid gbraid gclid gclsrc igshid mc_cid mc_eid mkt_tok msclkid s_cid srsltid ttclid twclid wbraid yclid
    _ga _gl _hsenc _hsmi
    """.split()
)
TRACKER_START = "utm_"

_DEFAULT_PORTS = {"http": "80", "https": "443"}
_PLAIN = re.compile(
    r"(https?)://([a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+)*)"
    r"((?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*/?)"
    r"(?:\?([A-Za-z0-9._~-]*(?:=[A-Za-z0-9._~-]*)?(?:&[A-Za-z0-9._~-]*(?:=[A-Za-z0-9._~-]*)?)*))?"
)
"""An address whose canonical form is seen without w3lib, which takes twenty times as long; tests show them equal."""


def identity(item: Item) -> tuple[bytes, str]:
    """Return the key of an item, 16 bytes, and the host that a fetch of it asks, "" for none.

    Equal keys mean one input. The host is that of ``Pace``: its name, with a port that is not the scheme's own.
    """
    if item.refusal is not None:
        return _digest("none", item.source or "", str(item.line), str(item.at), item.input), ""
    if item.kind is Kind.WEB:
        address, asked = canonical(item.url or "")
        return _digest("web", address), asked
    return _digest(item.kind, item.path or "", str(item.at)), ""


def shard(item: Item, count: int) -> int:
    """Return which of ``count`` shares of a list an item belongs to, from 0; all of one host are in one."""
    key, asked = identity(item)
    return int.from_bytes(_digest("host", asked) if asked else key) % count


def address_in(text: str) -> str | None:
    """Return the http or https address that a text is, as it is spelled, without white space around it; else None."""
    given = text.strip()
    if _PLAIN.fullmatch(given):
        return given
    if not given.lower().startswith(("http://", "https://")) or absolute(None, given) is None:
        return None
    name = host(given) or ""
    return given if name and "%" not in name and not any(map(str.isspace, name)) else None


def canonical(url: str) -> tuple[str, str]:
    """Return the form of an address in which duplicates are equal, and its host."""
    plain = _PLAIN.fullmatch(url)
    if plain:
        scheme, name, path, query = plain.groups(default="")
        return _joined(scheme, name, path or "/", _pairs(query) if query else ()), name
    from w3lib.url import canonicalize_url  # at first use: it takes 30 ms to import

    try:
        address: str = canonicalize_url(url)
    except ValueError:  # a broken port or host: the fetch will say so
        return url, ""
    scheme, _, rest = address.partition("://")
    start, _, query = rest.partition("?")
    authority, slash, path = start.partition("/")
    login, at, name = authority.rpartition("@")
    name = name.removesuffix(f":{_DEFAULT_PORTS.get(scheme, '')}")
    return _joined(scheme, f"{login}{at}{name}", f"{slash}{path}", query.split("&")), name


def _pairs(query: str) -> Iterable[str]:
    pairs = sorted(part.partition("=")[::2] for part in query.split("&") if part)
    return (f"{name}={value}" for name, value in pairs)


def _joined(scheme: str, authority: str, path: str, pairs: Iterable[str]) -> str:
    kept = "&".join(pair for pair in pairs if not _is_tracker(pair))
    return f"{scheme}://{authority}{path}{'?' if kept else ''}{kept}"


def _is_tracker(pair: str) -> bool:
    name = pair.partition("=")[0].lower()
    return name.startswith(TRACKER_START) or name in TRACKERS


def _digest(*parts: str) -> bytes:
    return blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).digest()
