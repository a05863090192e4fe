"""A site, or one list -> what is found: one list after the other, within bounds that hold whatever they say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from heapq import heappop, heappush
from itertools import count, islice
from urllib.parse import urlsplit

from newsextract.batch.keys import address_in
from newsextract.discovery import home
from newsextract.discovery.days import is_before, newness
from newsextract.discovery.found import Found
from newsextract.discovery.kinds import Kind
from newsextract.discovery.lists import List
from newsextract.discovery.places import FEEDS, NEWS_SITEMAPS, SITEMAPS, Place, rank_of
from newsextract.discovery.seen import Seen
from newsextract.discovery.sieve import Sieve, site_of
from newsextract.discovery.sitemap import Listed
from newsextract.document import Document, decode, parse
from newsextract.errors import FetchError, InputError, NewsExtractError
from newsextract.fetch import Fetcher
from newsextract.page import Page
from newsextract.urls import absolute

MOST_LISTS = 1_000
"""Lists that one discovery asks for."""
MOST_DEPTH = 3
"""Indexes that lead to one another."""
MOST_IN_INDEX = 50_000
"""Sitemaps that are read of an index (sitemaps.org)."""
MOST_FOUND = 2_000_000
"""Addresses that one discovery yields."""

Tell = Callable[[str, str], None]
"""What hears of parts that were passed over: an address, and a sentence."""

_OTHER_SCHEME = frozenset({"connect", "tls", "timeout", "protocol", "truncated"})
"""How a fetch over https ends where a host speaks http alone."""


class Walk:
    """One discovery: what it asks for, and what it has seen."""

    def __init__(self, fetcher: Fetcher, since: datetime | None, tell: Tell) -> None:
        """Take what fetches, the aware moment before which nothing is wanted, and who hears of what failed."""
        self._fetcher = fetcher
        self._since = since
        self._tell = tell
        self._sieve = Sieve(since)
        self._waiting: list[Place] = []
        self._known = Seen()
        self._numbers = count()
        self._lists = self._refused = 0

    def run(self, given: str | Page) -> Iterator[Found]:
        """Yield what is found at an address or a bare host, or on a page or list that was fetched before.

        Raises FetchError or InputError where nothing could be had at all.
        """
        name = given if isinstance(given, str) else given.url or "the input"
        yield from islice(self._all(given), MOST_FOUND)
        if self._sieve.kept >= MOST_FOUND:
            self._tell(name, f"stopped after {MOST_FOUND:,} addresses")
        if self._refused:
            self._tell(name, f"{self._refused} lists were not asked for: behind the first {MOST_LISTS:,}, or elsewhere")
        for sentence in self._sieve.left_out():
            self._tell(name, sentence)

    def _all(self, given: str | Page) -> Iterator[Found]:
        try:
            page = given if isinstance(given, Page) else self._first(given)
        except FetchError as error:
            if error.status is None or not _is_home(error.url):
                raise
            yield from self._site(error.hop or "", (), ())  # a home that answers with an error may have good lists
            if not self._sieve.read:
                raise
            return
        for url in filter(None, (page.url, page.final_url)):
            self._known.is_new(url)
        listed = List(page)
        if listed.kind is Kind.OTHER:
            yield from self._page(page)
        else:
            yield from self._alone(listed)

    def _first(self, given: str) -> Page:
        if "://" in given:
            return self._fetcher.fetch(given, any_type=True)
        try:
            return self._fetcher.fetch(f"https://{given}", any_type=True)
        except FetchError as error:
            if error.status is not None or error.code not in _OTHER_SCHEME:
                raise
        return self._fetcher.fetch(f"http://{given}", any_type=True)

    def _alone(self, listed: List) -> Iterator[Found]:
        """Yield what is found in the one list that was asked for, and in those that it leads to."""
        owners = None if listed.address is None else frozenset[str]()
        try:
            yield from self._entries(listed, Place(0, 0, listed.address or "the input", owners=owners))
        except InputError as error:
            if not self._sieve.read:
                raise
            self._tell(listed.address or "the input", error.reason)
        yield from self._drained()

    def _page(self, page: Page) -> Iterator[Found]:
        """Yield what is found on a page: in the lists that it declares, of a home those of the site; else its links."""
        address = page.final_url or page.url
        if address is None:
            raise InputError(
                "it is neither a feed nor a sitemap, and nobody knows where the links of a saved page lead"
            )
        document = parse(decode(page.body, page.header("content-type"), address), address)
        feeds, sitemaps = home.declared(document)
        if _is_home(page.url):
            yield from self._site(address, feeds, sitemaps)
        else:
            yield from self._asked(feeds, address)
        if not self._sieve.read:
            yield from self._links(document)
        if not self._sieve.read and not self._lists:
            raise InputError("there is no feed, no sitemap, and no link that looks like one to an article")

    def _links(self, document: Document) -> Iterator[Found]:
        for found in home.links(document):
            if kept := self._sieve.passed(found, None):
                yield kept

    def _site(self, address: str, feeds: Iterable[str], sitemaps: Iterable[str]) -> Iterator[Found]:
        """Yield what the lists of a site name: feeds, then sitemaps; those that it names, or else the usual ones."""
        if feeds:
            yield from self._asked(feeds, address)
        else:
            yield from self._guessed(FEEDS, address)
        named = [*self._in_robots(address), *sitemaps]
        yield from self._asked(named, address)
        if not named:
            yield from self._guessed(NEWS_SITEMAPS, address)
            yield from self._guessed(SITEMAPS, address)

    def _in_robots(self, address: str) -> list[str]:
        try:
            return [url for each in self._fetcher.sitemaps(address) if (url := absolute(address, each))]
        except FetchError as error:
            self._tell(error.hop or address, error.reason)
            return []

    def _asked(self, lists: Iterable[str], address: str) -> Iterator[Found]:
        owners = frozenset({site_of(address)})
        for url in lists:
            self._await(url, owners=owners)
        yield from self._drained()

    def _guessed(self, paths: Iterable[str], address: str) -> Iterator[Found]:
        """Yield what the first of some places names that has a list."""
        before = self._lists
        for path in paths:
            if self._lists == before:
                self._await(absolute(address, path) or "", owners=frozenset({site_of(address)}), guessed=True)
                yield from self._drained()

    def _await(self, url: str, *, owners: frozenset[str], depth: int = 0, guessed: bool = False) -> None:
        """Have a list asked for, unless it was before, or too many were."""
        if address_in(url) is None or len(self._known) >= MOST_LISTS:
            self._refused += 1
        elif self._known.is_new(url):
            heappush(self._waiting, Place(rank_of(url), next(self._numbers), url, depth, owners, guessed))

    def _drained(self) -> Iterator[Found]:
        """Yield what is found in the lists that wait, and in those that they lead to."""
        while self._waiting:
            place = heappop(self._waiting)
            try:
                yield from self._entries(List(self._fetcher.fetch(place.url, any_type=True)), place)
            except NewsExtractError as error:
                if not place.guessed:
                    self._tell(place.url, error.reason)

    def _entries(self, listed: List, place: Place) -> Iterator[Found]:
        """Yield what is wanted of a list; raise InputError behind it where it is broken."""
        self._lists += listed.kind is not Kind.OTHER
        owners = None if place.owners is None else place.owners | {site_of(listed.address)}
        if listed.kind is Kind.INDEX:
            self._follow(listed, place, owners)
            return
        for found in listed.entries():
            if kept := self._sieve.passed(found, owners if listed.is_sitemap else None):
                yield kept

    def _follow(self, index: List, place: Place, owners: frozenset[str] | None) -> None:
        """Have the sitemaps of an index asked for, those that changed last first, and none that is too old."""
        if place.depth == MOST_DEPTH:
            raise InputError(f"an index behind {MOST_DEPTH} others is not followed")
        listed: list[Listed] = []
        try:
            for each in islice(index.sitemaps(), MOST_IN_INDEX):
                listed.append(each)  # noqa: PERF402  # what comes before an error is kept
        except InputError as error:
            self._tell(place.url, error.reason)
        for each in sorted(listed, key=lambda each: newness(each.modified)):
            url = absolute(index.address, each.url) or ""
            if each.modified and self._since and is_before(each.modified, self._since):
                continue
            if owners is None or site_of(url) in owners:
                self._await(url, owners=place.owners or frozenset(), depth=place.depth + 1)
            else:
                self._refused += 1


def _is_home(url: str | None) -> bool:
    parts = urlsplit(url or "")
    return parts.path in ("", "/") and not parts.query
