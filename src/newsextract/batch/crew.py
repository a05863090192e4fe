"""Crew: threads that do tasks, and that nobody has to wait for when all is to end."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread


class Crew:
    """So many threads at most, each begun when no other is free. For one thread to hand tasks to."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._threads = 0
        self._tasks: SimpleQueue[Callable[[], None] | None] = SimpleQueue()

    def do(self, task: Callable[[], None], under_way: int) -> None:
        """Have a task done, which must not raise; under_way: how many others are."""
        if under_way >= self._threads and self._threads < self._most:
            self._threads += 1
            # daemons: a fetch that hangs must not keep the process from ending
            Thread(target=self._work, name=f"newsextract-{self._threads}", daemon=True).start()
        self._tasks.put(task)

    def dismiss(self) -> None:
        """Have each thread end after the task that it is at."""
        for _ in range(self._threads):
            self._tasks.put(None)

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            task()
