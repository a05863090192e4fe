"""Fetch -> a fetch that tries again what may pass."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import TYPE_CHECKING

from newsextract.errors import FetchError
from newsextract.fetch.clock import Budget, Clock
from newsextract.fetch.pace import LONGEST_PAUSE
from newsextract.page import Page

if TYPE_CHECKING:
    from newsextract.fetch import Fetch

FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0


class Retry:
    """Which failures are tried again, how often and when: a policy without a clock.

    A FetchError says itself whether it may pass (``retriable``): faults of the network, bodies that broke off, and the
    statuses 408, 425, 429, 500, 502, 503, 504, 522 and 524 may.
    """

    def __init__(self, retries: int = 2, chance: Callable[[], float] | None = None) -> None:
        """Take how often to try again, and what gives numbers from 0 to 1, for hosts not to be asked by all at once."""
        self._retries = retries
        self._chance = chance or Random().random  # noqa: S311  # no secret

    def wait(self, tries: int, error: FetchError) -> float | None:
        """Return the seconds to wait before trying again, None for not at all.

        tries: how many have failed, the last one with the error. The waits double, from half a second or up to a whole
        one; what the server asked for is obeyed, for five minutes at most.
        """
        if tries > self._retries or not error.retriable:
            return None
        doubled = min(FIRST_WAIT * 2.0 ** (tries - 1), LONGEST_WAIT)
        return max(doubled * (1 + self._chance()) / 2, min(error.retry_after or 0, LONGEST_PAUSE))


def retried(fetch: Fetch, retry: Retry, budget: Budget, clock: Clock) -> Fetch:
    """Return a fetch that tries again within the budget; its error tells the tries, also those before it."""

    def fetch_again(url: str) -> Page:
        tries = attempts = 0
        while True:
            try:
                return fetch(url)
            except FetchError as error:
                tries += 1
                attempts += error.attempts
                error.attempts = attempts
                wait = retry.wait(tries, error)
                if wait is None or wait >= budget.left():
                    raise
            clock.sleep(wait)

    return fetch_again
