"""Fetch -> a fetch that asks a host when it is its turn: what pace and breaker say, for threads that may wait."""

from __future__ import annotations

import math
from threading import Condition
from typing import TYPE_CHECKING

from newsextract.errors import FetchError
from newsextract.fetch.breaker import Breaker, Down
from newsextract.fetch.clock import Budget, Clock
from newsextract.fetch.hop import Hop, first_hop
from newsextract.fetch.pace import LONGEST_PAUSE, Outcome, Pace
from newsextract.page import Page

if TYPE_CHECKING:
    from newsextract.fetch import Fetch


class Turns:
    """Shares a pace and a breaker among threads."""

    def __init__(self, pace: Pace, breaker: Breaker, clock: Clock) -> None:
        self._pace = pace
        self._breaker = breaker
        self._clock = clock
        self._changed = Condition()

    def slow(self, host: str, crawl_delay: float | None) -> None:
        """Take up a Crawl-delay, in seconds; None changes nothing."""
        with self._changed:
            self._pace.slow(host, crawl_delay)

    def check(self, hop: Hop) -> None:
        """Raise FetchError ``host_down`` for a host that is given up."""
        with self._changed:
            self._check_up(hop)

    def down(self, host: str) -> Down | None:
        """Return what a host suffers from that is given up for now; None for any other."""
        with self._changed:
            return self._breaker.down(host, self._clock.now())

    def relent(self, host: str) -> None:
        """Have a host that is given up asked once more, before its time."""
        with self._changed:
            self._breaker.relent(host, self._clock.now())

    def due(self, host: str) -> float:
        """Return when a host may be asked next, by the clock: infinity while it is being asked."""
        with self._changed:
            down = self._breaker.down(host, self._clock.now())
            return max(self._pace.due(host), down.until if down else -math.inf)

    def take(self, hop: Hop, budget: Budget, patience: float = math.inf) -> None:
        """Wait until the host may be asked, and keep it from being asked by others.

        The delay between two requests is of our own making and costs nothing of the budget. Raises FetchError
        ``host_down``, and ``too_soon`` where the host asked for a pause that is longer than what is left of it, or
        where the wait is longer than the patience, in seconds.
        """
        with self._changed:
            while True:
                self._check_up(hop)
                now = self._clock.now()
                pause = self._pace.paused_until(hop.host) - now
                if pause > budget.left():
                    raise _too_soon(hop, pause)
                wait = self._pace.due(hop.host) - now
                if wait <= 0:
                    break
                if wait > patience:
                    raise _too_soon(hop, min(wait, LONGEST_PAUSE))
                self._clock.wait(self._changed, wait)
                budget.prolong(max(self._clock.now() - now - max(pause, 0), 0))
            self._pace.start(hop.host, now)

    def give_back(self, hop: Hop, outcome: Outcome, *, was_asked: bool = True) -> None:
        """Note what a request ended with, and let the next one take its turn; was_asked: see ``Pace.note``."""
        failed_at = _host_of_failure(outcome) or hop.host
        with self._changed:
            now = self._clock.now()
            self._pace.note(hop.host, outcome, now, at=failed_at, was_asked=was_asked)
            self._breaker.note(failed_at, outcome, now)
            self._changed.notify_all()

    def _check_up(self, hop: Hop) -> None:
        now = self._clock.now()
        down = self._breaker.down(hop.host, now)
        if down:
            left = down.until - now
            reason = f"the host failed {down.failures} times in a row, at last because {down.reason}"
            reason += f"; it is given up for {left:.0f} seconds more"
            raise hop.error("host_down", reason, retriable=down.retriable, retry_after=left, attempts=0)


def in_turn(fetch: Fetch, hop: Hop, turns: Turns, budget: Budget, patience: float = math.inf) -> Fetch:
    """Return a fetch that waits for the turn of the hop's host, on which all its addresses are."""

    def fetch_in_turn(url: str) -> Page:
        turns.take(hop, budget, patience)
        outcome: Outcome = None
        try:
            outcome = fetch(url)
        except FetchError as error:
            outcome = error
            raise
        finally:
            turns.give_back(hop, outcome, was_asked=not _refused(url, outcome))
        return outcome

    return fetch_in_turn


def _refused(url: str, outcome: Outcome) -> bool:
    """Tell whether a rule spoke against asking for the address itself; behind a redirect its host was asked."""
    return isinstance(outcome, FetchError) and not outcome.attempts and outcome.hop == first_hop(url).url


def _host_of_failure(outcome: Outcome) -> str | None:
    return first_hop(outcome.hop).host if isinstance(outcome, FetchError) and outcome.hop else None


def _too_soon(hop: Hop, pause: float) -> FetchError:
    reason = f"the host asked to be left alone for {pause:.0f} seconds more"
    return hop.error("too_soon", reason, retriable=True, retry_after=pause, attempts=0)
