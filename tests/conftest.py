"""What several tests share."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest


@dataclass
class StoppedClock:
    """A clock that only goes on when somebody waits, in no time; and what was waited."""

    time: float = 1_000.0
    waits: list[float] = field(default_factory=list)

    def now(self):
        return self.time

    def sleep(self, seconds):
        self.waits.append(seconds)
        self.time += seconds

    def wait(self, _condition, seconds):
        self.sleep(seconds)


@pytest.fixture
def clock(monkeypatch):
    """The clock of every Fetcher that the test makes."""
    stopped = StoppedClock()
    monkeypatch.setattr("newsextract.fetch.conduct.Clock", lambda: stopped)
    return stopped
