"""str -> Page, politely: the nest of rules around the client, on one screen.

A fetch is asked for again (retry) what is asked for in its turn (turns: pace and breaker) over HTTP (client); and
before, robots.txt is asked for in the same way.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import requests

from newsextract.fetch import robots as robots_txt
from newsextract.fetch.answer import read_any, read_page, read_start
from newsextract.fetch.breaker import Breaker
from newsextract.fetch.client import Client, Errand
from newsextract.fetch.clock import Budget, Clock
from newsextract.fetch.hop import Hop, first_hop
from newsextract.fetch.limits import Limits
from newsextract.fetch.pace import Pace
from newsextract.fetch.request import name_sent
from newsextract.fetch.retry import Retry, retried
from newsextract.fetch.robots import Robots
from newsextract.fetch.turns import Turns, in_turn
from newsextract.page import Page


class Conduct:
    """The rules of a fetcher, and what they remember of the hosts. Threads may share it."""

    def __init__(
        self,
        session: requests.Session | None,
        limits: Limits,
        user_agent: str | None,
        *,
        allow_private: bool,
        obey_robots: bool,
        retries: int,
        delay: float,
    ) -> None:
        """Take what ``Fetcher`` describes."""
        self._limits = limits
        self.clock = Clock()
        self._client = Client(session, user_agent, allow_private=allow_private)
        self._rules = Robots(name_sent(session, user_agent), self.clock)
        self._robots = self._rules if obey_robots else None
        self._retry = Retry(retries)
        self.turns = Turns(Pace(delay), Breaker(), self.clock)

    def fetch(self, url: str, known: Page | None = None, *, any_type: bool = False, patience: float = math.inf) -> Page:
        """Return the page at an address, or ``known`` where it has not changed since; raise FetchError.

        any_type: whether the answer may be anything. patience: the seconds that it may wait for the host's turn; where
        that is later, it is ``too_soon``.
        """
        hop = first_hop(url)
        budget = Budget(self._limits.total, self.clock)
        get_rules = self._rules_getter(budget)
        read = read_any if any_type else read_page
        errand = Errand(self._limits, budget.left, self._may_follow(get_rules), known, read)
        get_page = partial(self._client.get, errand=errand)
        if self._robots:
            delay = self._robots.check(hop, self._politely(get_rules, hop, budget, patience))
            self.turns.slow(hop.host, delay)
        return self._politely(get_page, hop, budget, patience)(url)

    def sitemaps(self, url: str) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of an address names; raise FetchError where no server answers."""
        hop = first_hop(url)
        budget = Budget(self._limits.total, self.clock)
        return self._rules.sitemaps(hop, self._politely(self._rules_getter(budget), hop, budget, math.inf))

    def _rules_getter(self, budget: Budget) -> Callable[[str], Page]:
        cap = max(self._limits.max_bytes, 2 * robots_txt.MOST_BYTES)  # a longer file is no failure
        limits = replace(self._limits, redirects=robots_txt.MOST_REDIRECTS, max_bytes=cap)
        return partial(self._client.get, errand=Errand(limits, budget.left, self.turns.check, read=_read_rules))

    def _politely(
        self, fetch: Callable[[str], Page], hop: Hop, budget: Budget, patience: float
    ) -> Callable[[str], Page]:
        return retried(in_turn(fetch, hop, self.turns, budget, patience), self._retry, budget, self.clock)

    def _may_follow(self, get_rules: Callable[[str], Page]) -> Callable[[Hop], None]:
        """Return what judges a redirect's target.

        Its robots.txt is asked for out of turn: two threads whose redirects cross would wait for each other.
        """

        def check(hop: Hop) -> None:
            self.turns.check(hop)
            if self._robots:
                self._robots.check(hop, get_rules)

        return check

    def close(self) -> None:
        """Close the connections that are kept for the next fetch."""
        self._client.close()


def _read_rules(response: requests.Response, hop: Hop, _max_bytes: int) -> bytes:
    return read_start(response, hop, robots_txt.MOST_BYTES)
