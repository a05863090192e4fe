"""Host -> when it may be asked next: a delay between two requests, and the pause that a server asks for.

A policy without a clock or a thread: those who fetch say what time it is, and wait.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from newsextract.errors import FetchError
from newsextract.page import Page

LONGEST_DELAY = 60.0
LONGEST_PAUSE = 300.0
MOST_HOSTS = 10_000

Outcome = Page | FetchError | None
"""What a request ended with; None where it was broken off by our own side."""


@dataclass(slots=True)
class _Host:
    delay: float
    due: float = -math.inf
    paused_until: float = -math.inf


class Pace:
    """When each host may be asked. All times are those of the caller's clock, in seconds.

    A host with a delay is asked by one at a time, and the delay counts from the end of a request. Redirects are
    followed at once.
    """

    def __init__(self, delay: float = 1.0) -> None:
        """Take the delay for all hosts; 0 lets everybody ask at any time, and many at once."""
        self._delay = delay
        self._hosts: dict[str, _Host] = {}

    def due(self, host: str) -> float:
        """Return when a host may be asked: the past for one unknown, infinity while it is being asked."""
        known = self._hosts.get(host)
        return -math.inf if known is None else max(known.due, known.paused_until)

    def paused_until(self, host: str) -> float:
        """Return when the pause ends that a host asked for; the past where it asked for none."""
        known = self._hosts.get(host)
        return -math.inf if known is None else known.paused_until

    def slow(self, host: str, crawl_delay: float | None) -> None:
        """Take up the Crawl-delay of a host, up to a minute, if it is longer than ours; None changes nothing."""
        if crawl_delay is not None:
            self._host(host).delay = max(self._delay, min(crawl_delay, LONGEST_DELAY))

    def start(self, host: str, now: float) -> None:
        """Note that a host is asked from now on."""
        if len(self._hosts) >= MOST_HOSTS:
            self._hosts = {name: known for name, known in self._hosts.items() if self.due(name) > now}
        known = self._host(host)
        if known.delay:
            known.due = math.inf

    def note(self, host: str, outcome: Outcome, now: float, *, at: str | None = None, was_asked: bool = True) -> None:
        """Note what a request ended with.

        at: the host that gave the answer, where redirects led to another. A failure that names a pause (Retry-After)
        pauses that one, for five minutes at most. was_asked: False where a rule spoke against it, which costs no delay.
        """
        known = self._host(host)
        if known.delay:
            known.due = now + known.delay if was_asked else now
        if isinstance(outcome, FetchError) and outcome.attempts and outcome.retry_after is not None:
            self._host(at or host).paused_until = now + min(outcome.retry_after, LONGEST_PAUSE)

    def _host(self, name: str) -> _Host:
        return self._hosts.setdefault(name, _Host(self._delay))
