"""``newsextract.discover``: a site -> the articles that it lists."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack
from itertools import islice

from newsextract.discovery.days import Since, cutoff
from newsextract.discovery.found import Found
from newsextract.discovery.unpack import MOST_BYTES
from newsextract.discovery.walk import Tell, Walk
from newsextract.fetch import Fetcher, Limits
from newsextract.page import Page

DELAY = 1.0
"""Seconds between two requests to a host, where the caller brings no fetcher."""


def discover(
    site: str | Page, *, since: Since | None = None, limit: int | None = None, fetcher: Fetcher | None = None
) -> Iterator[Found]:
    """Yield the articles that a site lists, each address once; lists are asked for as the iterator goes on.

    site: an address, or a host ("example.com"). What is there is told by its content. A home page (without a path)
    leads to the feeds that it declares, the sitemaps that robots.txt names, and the usual places of those where neither
    is named; the links of the page that look like articles are taken only where no list has an entry. Another page
    leads to the feeds that it declares, or else to its links. A feed or sitemap is read alone; a sitemap index leads to
    its sitemaps. A ``Page`` is one that was fetched before, or made of a file (``Page(None, body)``).

    Feeds come first, then sitemaps of news, then others; of an index those that changed last. Within a list the order
    is its own. Where several lists have an address, the first one speaks for it.

    since: what was published before is left out, and so is what has no date: of an entry that names no day of
    publication the day in its address counts, or else that of its last change. A day without a clock counts to its end,
    no zone as UTC. A timedelta goes back from now. Sitemaps that changed before are not asked for.
    limit: how many are yielded at most. fetcher: None for one that obeys robots.txt and waits a second between two
    requests to a host.

    Parts that fail are passed over and told to the logger ``newsextract.discovery`` (level INFO). Raises FetchError or
    InputError only where nothing could be had at all, and ValueError for a negative limit.
    """
    if limit is not None and limit < 0:
        raise ValueError("limit must not be negative")
    return discovered(site, since=since, limit=limit, fetcher=fetcher, tell=_log)


def discovered(
    site: str | Page, *, since: Since | None, limit: int | None, fetcher: Fetcher | None, tell: Tell
) -> Iterator[Found]:
    """Yield what ``discover`` does; tell: what hears of parts that were passed over."""
    with ExitStack() as stack:
        fetch = fetcher or stack.enter_context(polite())
        yield from islice(Walk(fetch, cutoff(since), tell).run(site), limit)


def polite(
    *, robots: bool = True, delay: float = DELAY, allow_private: bool = False, user_agent: str | None = None
) -> Fetcher:
    """Return a fetcher for lists: a sitemap may have 50 MiB."""
    limits = Limits(max_bytes=MOST_BYTES)
    return Fetcher(robots=robots, delay=delay, allow_private=allow_private, user_agent=user_agent, limits=limits)


def _log(address: str, reason: str) -> None:
    logging.getLogger("newsextract.discovery").info("%s: %s", address, reason)
