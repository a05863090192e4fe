"""Journal and conduct -> the item that comes next: hosts by the time when they may be asked, each by one at a time."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf

from newsextract.batch.item import Item
from newsextract.batch.journal import Journal
from newsextract.fetch.breaker import FAILURES, Down
from newsextract.fetch.clock import Clock
from newsextract.fetch.turns import Turns

NOBODY = ""
"""The host of pages that nobody is asked for."""
SAVED_AT_ONCE = 256
GIVEN_UP_AT_ONCE = 500
LAST_WAIT = 30.0
"""Seconds with nothing else to do after which hosts that are down get their last try, before its time."""
_LOOK_AGAIN = 1.0
"""Seconds after which a host is looked at again that somebody else is asking."""


@dataclass(frozen=True, slots=True)
class GivenUp:
    """Items of a host that is not worth asking any more, and why."""

    items: list[Item]
    down: Down


class Schedule:
    """What a batch has to do, in the order in which it may be done; for one thread.

    The hosts with most pages are begun first, and others only when none that was begun may be asked: so few hosts are
    under way that what was learned of them (their robots.txt, a connection) is still there when they are asked again.
    A host that is down is left alone until its breaker lets one more try pass, or there has been nothing else to do for
    a while; where that fails, too, or none is worth it, the host is given up.
    """

    def __init__(self, journal: Journal, turns: Turns, clock: Clock) -> None:
        """Take what waits in the journal."""
        self._journal = journal
        self._turns = turns
        self._clock = clock
        self._epoch = time.time() - clock.now()  # the journal's times outlive this process
        queues = sorted(journal.hosts(), key=lambda queue: -queue.count)
        self._new = deque(queue.host for queue in queues if queue.host != NOBODY)
        self._begun: list[tuple[float, str]] = []
        self._listed: set[str] = set()
        """The hosts in ``_begun``."""
        self._asked: set[str] = set()
        """The hosts of items that were handed out."""
        self._idle_since: float | None = None
        """Since when only hosts are left that are down."""
        self._kept: dict[str, Item] = {}
        self._saved: deque[Item] = deque()

    @property
    def hosts(self) -> int:
        """How many hosts wait to be asked."""
        return len(self._new) + len(self._begun)

    def saved(self) -> Item | None:
        """Return the next page that nobody is asked for; None where none is left."""
        if not self._saved:
            self._saved.extend(self._journal.take(NOBODY, SAVED_AT_ONCE, now=self._now() + self._epoch))
        return self._saved.popleft() if self._saved else None

    def next(self) -> Item | GivenUp | None:
        """Return an item whose host may be asked now, and is nobody else's until ``release``; None where none may."""
        while True:
            now = self._now()
            if self._begun and self._begun[0][0] <= now:
                host = heappop(self._begun)[1]
                self._listed.discard(host)
            elif self._new:
                host = self._new.popleft()
            elif not self._relent(now):
                return None
            else:
                continue
            found = self._first(host, now)
            if isinstance(found, Item):
                self._asked.add(host)
            if found is not None:
                return found

    def release(self, host: str) -> None:
        """Note that a host was asked."""
        if host != NOBODY:
            self._asked.discard(host)
            self._wait_for(host, self._now() if self._lost(host) else self._turns.due(host))

    def keep(self, item: Item) -> None:
        """Have an item come next as soon as its host may be asked."""
        self._kept[item.host] = item
        self._wait_for(item.host, self._turns.due(item.host))

    def is_kept(self, item: Item) -> bool:
        """Tell whether it is one that was kept, and let go of it."""
        return self._kept.pop(item.host, None) is not None

    def put_off(self, item: Item, seconds: float) -> None:
        """Have an item that failed wait for so long."""
        due = self._now() + seconds
        self._journal.put_off(item, item.attempts + 1, due + self._epoch)
        self._wait_for(item.host, due)

    def wait(self) -> float | None:
        """Return the seconds until the next item may be due; None where no host is waited for."""
        return max(self._begun[0][0] - self._now(), 0.0) if self._begun else None

    def _first(self, host: str, now: float) -> Item | GivenUp | None:
        lost = self._lost(host)
        if lost:
            return self._given_up(host, lost)
        due = self._turns.due(host)
        if due > now:
            self._wait_for(host, due)
            return None
        if host in self._kept:
            return self._kept[host]
        items = self._journal.take(host, now=now + self._epoch)
        if items:
            return items[0]
        later = self._journal.next_due(host)
        if later is not None:
            self._wait_for(host, later - self._epoch)
        return None

    def _relent(self, now: float) -> bool:
        """Let all hosts be asked once more if they have long been the only ones left, and are down; tell whether."""
        if self._asked or not self._begun or not all(self._turns.down(host) for _, host in self._begun):
            self._idle_since = None
            return False
        if self._idle_since is None:
            self._idle_since = now
        if now < self._idle_since + LAST_WAIT:
            return False
        self._idle_since = None
        for _, host in self._begun:
            self._turns.relent(host)
        self._begun = [(now, host) for _, host in self._begun]
        heapify(self._begun)
        return True

    def _lost(self, host: str) -> Down | None:
        """Return what a host suffers from that is not to be waited for, None for any other."""
        down = self._turns.down(host)
        return down if down and (down.failures > FAILURES or not down.retriable) else None

    def _given_up(self, host: str, down: Down) -> GivenUp:
        items = self._journal.take(host, GIVEN_UP_AT_ONCE, now=inf)
        if len(items) == GIVEN_UP_AT_ONCE:
            self._wait_for(host, self._now())
        kept = self._kept.pop(host, None)
        return GivenUp([*items, kept] if kept else items, down)

    def _wait_for(self, host: str, due: float) -> None:
        """Look at a host again at a time, unless that is so already, or ``release`` will see to it."""
        if host in self._listed or host in self._asked:
            return
        self._listed.add(host)
        heappush(self._begun, (self._now() + _LOOK_AGAIN if due == inf else due, host))

    def _now(self) -> float:
        return self._clock.now()
