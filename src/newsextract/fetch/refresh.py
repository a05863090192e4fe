"""Page -> the page that its meta refresh leads to (HTML standard, section 4.2.5.3, "refresh").

A fetcher can't tell a page that sends everybody on from a story that renews itself, so this is for those who have seen
that there is no story.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

from newsextract.errors import FetchError
from newsextract.page import Page
from newsextract.urls import absolute

if TYPE_CHECKING:
    from newsextract.fetch import Fetch

LONGEST_WAIT = 5
"""Seconds: a page that waits longer is there to be read."""
_FIRST_BYTES = 65_536


def refreshed(page: Page, fetch: Fetch) -> Page | None:
    """Return the page that another one leads to at once or within 5 seconds; None where it leads nowhere else.

    The new page has the address that was asked for first. Raises FetchError where it can't be had, as for a redirect:
    with that address too, and as ``hop`` the one that failed.
    """
    target = _target(page)
    if target is None:
        return None
    try:
        following = fetch(target)
    except FetchError as error:
        raise error.for_url(page.url) from error
    return replace(following, url=page.url, final_url=following.final_url or following.url)


def _target(page: Page) -> str | None:
    """Return where a page leads, None for nowhere, for itself, and for what is no web address.

    What stands in noscript, script or a comment leads nowhere.
    """
    from w3lib.html import get_meta_refresh

    from newsextract.document import decode

    here = page.final_url or page.url or ""
    text = decode(page.body[:_FIRST_BYTES], page.header("content-type"), here).text
    try:
        seconds, found = get_meta_refresh(text, here)
    except ValueError:  # of urljoin
        return None
    target = absolute(here, found) if found and seconds is not None and seconds <= LONGEST_WAIT else None
    return None if target is None or urldefrag(target).url == urldefrag(here).url else target
