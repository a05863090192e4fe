"""What lists name -> what is handed on: each address once, of the right site, of the time that was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from functools import lru_cache

from newsextract import urls
from newsextract.batch.keys import LONGEST_ADDRESS, address_in
from newsextract.discovery.days import Moment, day_of_address, is_before
from newsextract.discovery.found import Found
from newsextract.discovery.seen import Seen


class Sieve:
    """Judges what is found, and counts what it leaves out.

    read: how many entries it was shown. kept: how many it let pass.
    """

    def __init__(self, since: datetime | None) -> None:
        """Take the aware moment before which nothing is wanted, None for no such moment."""
        self._since = since
        self._seen = Seen()
        self._undated = self._foreign = self._broken = 0
        self.read = 0

    @property
    def kept(self) -> int:
        """How many entries were let through."""
        return len(self._seen)

    def passed(self, found: Found, owners: frozenset[str] | None) -> Found | None:
        """Return what is found, its address absolute and its day that in the address where the list names none.

        None for what is not wanted. owners: the sites that it may be of, None for any.
        """
        self.read += 1
        url = address_in(found.url) or address_in(urls.absolute(found.found_in, found.url) or "")
        if url is None or len(url) > LONGEST_ADDRESS:
            self._broken += 1
            return None
        if owners is not None and site_of(url) not in owners:
            self._foreign += 1
            return None
        published = found.published or day_of_address(url)
        if not self._is_wanted(published or found.modified) or not self._seen.is_new(url):
            return None
        same = url == found.url and published == found.published
        return found if same else replace(found, url=url, published=published)

    def left_out(self) -> Iterator[str]:
        """Yield a sentence for each reason for which entries were left out."""
        if self._undated:
            yield f"{self._undated} entries without a date were left out"
        if self._foreign:
            yield f"{self._foreign} entries of sitemaps were left out, for they are of other sites"
        if self._broken:
            yield f"{self._broken} entries were left out, for they are no web addresses"

    def _is_wanted(self, when: Moment | None) -> bool:
        if self._since is None:
            return True
        self._undated += when is None
        return when is not None and not is_before(when, self._since)


def site_of(url: str | None) -> str:
    """Return the registered domain of an address, "" for none: sub-domains of one count as one site."""
    return _site_of_host(urls.host(url) or "")


@lru_cache(maxsize=1024)  # a list has millions of addresses and few hosts
def _site_of_host(host: str) -> str:
    return urls.site(f"http://[{host}]/" if ":" in host else f"http://{host}/") or ""
