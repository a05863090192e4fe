"""Host -> whether it is worth asking: one that can't be reached again and again is given up for a while.

A policy without a clock, like the pace.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from newsextract.errors import FetchError
from newsextract.fetch.pace import MOST_HOSTS, Outcome

FAILURES = 5
PAUSE = 300.0
_OF_THE_NETWORK = {"dns", "connect", "tls", "timeout"}


@dataclass(frozen=True, slots=True)
class Down:
    """A host that could not be reached lately.

    failures: how many in a row. until: when it may be asked again, should they be enough. reason, retriable: of the
    last failure.
    """

    failures: int
    until: float
    reason: str
    retriable: bool


class Breaker:
    """Which hosts are given up: after five failures in a row without any answer, for five minutes.

    Then one may try again: its failure gives the host up anew, and any answer makes it as good as others.
    """

    def __init__(self) -> None:
        self._down: dict[str, Down] = {}

    def down(self, host: str, now: float) -> Down | None:
        """Return what a host suffers from that must not be asked now, None for any other."""
        known = self._down.get(host)
        return known if known and known.failures >= FAILURES and known.until > now else None

    def relent(self, host: str, now: float) -> None:
        """Have a host that is given up asked once more, before its time."""
        known = self._down.get(host)
        if known:
            self._down[host] = replace(known, until=now)

    def note(self, host: str, outcome: Outcome, now: float) -> None:
        """Note what a request to a host ended with; an error of no attempt says nothing of the host."""
        if outcome is None or (isinstance(outcome, FetchError) and not outcome.attempts):
            return
        before = self._down.pop(host, None)
        if isinstance(outcome, FetchError) and outcome.status is None and outcome.code in _OF_THE_NETWORK:
            if len(self._down) >= MOST_HOSTS:
                del self._down[next(iter(self._down))]  # the one that failed longest ago
            failures = before.failures + 1 if before else 1
            self._down[host] = Down(failures, now + PAUSE, outcome.reason, outcome.retriable)
