"""seconds -> Deadline: the moment when a fetch ends, whatever the server does."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from types import TracebackType

_BLINK = 0.001


class Deadline:
    """A time limit for everything done inside ``with``, kept by a timer of its own.

    A socket's time limit starts anew with each byte, so a server that drips never meets it. The timer cuts the
    connection under the reader instead. The reader may take that for a regular end: ask ``passed`` on success too.
    """

    def __init__(self, seconds: float) -> None:
        """Prepare a limit of so many seconds; the clock starts here, the timer with ``with``."""
        self._end = time.monotonic() + seconds
        self._cut: Callable[[], None] | None = None
        self._timer = threading.Timer(seconds, self._fire)
        self._timer.daemon = True

    def __enter__(self) -> Deadline:
        self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._timer.cancel()
        self._cut = None

    @property
    def passed(self) -> bool:
        """Whether time is up; from then on nothing that comes is to be trusted."""
        return time.monotonic() >= self._end

    def left(self) -> float:
        """Return the seconds that are left; never 0, which sockets take for "do not wait at all"."""
        return max(self._end - time.monotonic(), _BLINK)

    def watch(self, cut: Callable[[], None]) -> None:
        """Have ``cut`` called when time is up, in place of what was named before; it must not raise."""
        self._cut = cut
        if self.passed:  # the timer may have looked just before
            cut()

    def _fire(self) -> None:
        self._end = min(self._end, time.monotonic())  # passed, even if the two clocks differ
        if self._cut is not None:
            self._cut()
