"""The time that the rules of conduct go by: what the clock says, what is left, how to wait."""

from __future__ import annotations

import math
import time
from threading import Condition


class Clock:
    """A clock that never goes back, in seconds, and what waits by it."""

    def now(self) -> float:
        """Return the time, from a start of its own."""
        return time.monotonic()

    def sleep(self, seconds: float) -> None:
        """Wait so long."""
        time.sleep(seconds)

    def wait(self, condition: Condition, seconds: float) -> None:
        """Wait so long for a condition that is held, or until it is notified; infinity is welcome."""
        condition.wait(None if math.isinf(seconds) else seconds)


class Budget:
    """The seconds that one fetch may take, with all its tries."""

    def __init__(self, seconds: float, clock: Clock) -> None:
        self._clock = clock
        self._end = clock.now() + seconds

    def left(self) -> float:
        """Return the seconds that are left, less than 0 when they are spent."""
        return self._end - self._clock.now()

    def prolong(self, seconds: float) -> None:
        """Add time that was spent on no account of the fetch's."""
        self._end += seconds
