"""Plan: how a batch is done."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from newsextract.batch.item import Item
from newsextract.batch.keys import shard
from newsextract.batch.reading import Reading
from newsextract.fetch import is_sendable
from newsextract.fetch.limits import LONGEST, Limits


def processors() -> int:
    """Return how many processors this process may use."""
    affinity = getattr(os, "sched_getaffinity", None)  # Linux has it
    return len(affinity(0)) if affinity else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Plan:
    """How a batch is done. Raises ValueError for what makes no sense.

    reading: how the inputs are read. share: which share of them, from 1, and of how many; None for all. jobs: worker
    processes. delay: the seconds between two requests to a host. retries: how often a page is tried again. robots,
    allow_private, user_agent, limits: as for ``Fetcher``. seconds, memory: what a page may take, see ``Job``. learn:
    the file of a ``SiteMemory`` to read pages with, and to add them to; None for none.
    """

    reading: Reading = field(default_factory=Reading)
    share: tuple[int, int] | None = None
    jobs: int = field(default_factory=processors)
    delay: float = 1.0
    robots: bool = True
    retries: int = 2
    allow_private: bool = False
    user_agent: str | None = None
    limits: Limits = field(default_factory=Limits)
    seconds: float = 60.0
    memory: int = 2 << 30
    learn: str | None = None

    def __post_init__(self) -> None:
        if self.jobs < 1:
            raise ValueError("jobs must be at least 1")
        if not 0 <= self.delay <= LONGEST:
            raise ValueError(f"delay must be 0 to {LONGEST:.0f} seconds")
        if self.retries < 0:
            raise ValueError("retries must not be negative")
        if self.user_agent is not None and not is_sendable(self.user_agent):
            raise ValueError(f"{self.user_agent!r} can't be sent as a user agent")
        if self.share is not None and not 1 <= self.share[0] <= self.share[1]:
            raise ValueError(f"there is no share {self.share[0]} of {self.share[1]}")

    def keeps(self, item: Item) -> bool:
        """Tell whether an item is in the share."""
        return self.share is None or shard(item, self.share[1]) == self.share[0] - 1

    @property
    def options(self) -> dict[str, str]:
        """What must not change from run to run, by name."""
        share = self.share and "/".join(map(str, self.share))
        told = {
            "form": self.reading.form,
            "field": self.reading.field,
            "html": self.reading.html,
            "shard": share,
            "learn": self.learn,
        }
        return {name: value for name, value in told.items() if value}
