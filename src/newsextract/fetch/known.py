"""Page -> the headers that ask for it only if it has changed (RFC 9110 section 13.1)."""

from __future__ import annotations

from newsextract.errors import FetchError
from newsextract.fetch.hop import Hop, first_hop
from newsextract.page import Page

NOT_MODIFIED = 304
_CONDITIONS = {"ETag": "If-None-Match", "Last-Modified": "If-Modified-Since"}


def validators(known: Page, hop: Hop) -> dict[str, str]:
    """Return the conditions under which a known page is to be sent once more; none for another address than its own."""
    try:
        own = first_hop(known.final_url or known.url or "").url
    except FetchError:
        return {}
    if own != hop.url:
        return {}
    found = {condition: known.header(name) for name, condition in _CONDITIONS.items()}
    return {name: value for name, value in found.items() if value and value.isascii() and value.isprintable()}
