"""Runner: a store's items -> fetched, extracted and committed; many hosts at once, each by the rules of conduct.

One thread, the caller's, has the schedule, the store and the rules about tries. A crew of others fetches, and waits
for the workers. What they say comes through one queue.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from math import inf
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from newsextract.batch.crew import Crew
from newsextract.batch.item import Failure, Item, Kind
from newsextract.batch.learning import Learning
from newsextract.batch.outcome import Outcome
from newsextract.batch.plan import Plan
from newsextract.batch.schedule import GivenUp, Schedule
from newsextract.batch.store import Store
from newsextract.batch.worker import Answer, Job, Task
from newsextract.batch.workers import Workers
from newsextract.errors import FetchError
from newsextract.fetch.breaker import Down
from newsextract.fetch.conduct import Conduct
from newsextract.fetch.refresh import refreshed
from newsextract.fetch.retry import Retry

HOSTS_AT_ONCE = 50
COMMIT_AFTER = 0.5
"""Seconds that an answer waits for others to be committed with it."""
COMMIT_MOST = 500
PATIENCE = 2.0
"""Seconds that a fetch may wait for its host's turn, after robots.txt; for more, it gives up its place to others."""


@dataclass(frozen=True, slots=True)
class _Free:
    """A thread's word that a host was asked."""

    host: str


@dataclass(frozen=True, slots=True)
class _End:
    """A thread's word of what became of an item."""

    item: Item
    result: Answer | BaseException
    was_kept: bool


class Runner:
    """Does what a store has to do; used in ``with``."""

    def __init__(
        self, store: Store, plan: Plan, *, with_outcomes: bool = False, learning: Learning | None = None
    ) -> None:
        """Take the store, its inputs loaded. with_outcomes: whether the answers must have them. learning: what the
        pages are read with and teach; None for nothing."""
        self._store = store
        self._learning = learning
        known = learning.known if learning else None
        self._job = Job(plan.reading, store.output.render, with_outcomes, plan.seconds, plan.memory, known)
        self._workers = Workers(plan.jobs, self._job)
        self._conduct = Conduct(
            None,
            plan.limits,
            plan.user_agent,
            allow_private=plan.allow_private,
            obey_robots=plan.robots,
            retries=0,
            delay=plan.delay,
        )
        self._retry = Retry(plan.retries)
        self._schedule = Schedule(store.journal, self._conduct.turns, self._conduct.clock)
        self._most_saved = 2 * plan.jobs  # the next page is at hand when a worker is done
        self._crew = Crew(HOSTS_AT_ONCE + self._most_saved)
        self._said: SimpleQueue[_Free | _End | None] = SimpleQueue()
        self._under_way: Mapping[bool, set[int]] = {True: set(), False: set()}
        """The numbers of the items that threads are at: those at an address, and those saved."""
        self._answers: list[Answer] = []
        self._oldest = 0.0
        self._stopping = False

    @property
    def hosts(self) -> int:
        """How many hosts wait to be asked."""
        return self._schedule.hosts

    def stop(self) -> None:
        """Begin nothing more; what is under way is finished. A handler of signals may call this."""
        self._stopping = True
        self._said.put(None)

    def run(self, tick: float = 1.0) -> Iterator[list[Answer]]:
        """Do all of it, and yield the answers as soon as they are committed; none every ``tick`` seconds, at least.

        Raises BatchError and BrokenPipeError as the store does.
        """
        while True:
            if not self._stopping:
                self._begin()
            if self._answers and (self._is_time() or not self._count()):
                yield self._committed()
                continue
            if not self._count() and (self._stopping or self._schedule.wait() is None):
                if self._learning and not self._stopping:
                    self._learning.finish()
                return
            if not self._listen(tick):
                yield []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._crew.dismiss()
        self._workers.close()
        self._conduct.close()
        if self._learning:
            self._learning.close()

    def _count(self) -> int:
        return sum(map(len, self._under_way.values()))

    def _begin(self) -> None:
        """Hand out what may be done now, as far as there are places."""
        saved, fetched = self._under_way[False], self._under_way[True]
        while len(saved) < self._most_saved and (item := self._schedule.saved()):
            self._hand_out(item)
        while len(fetched) < HOSTS_AT_ONCE and len(self._answers) < COMMIT_MOST:
            found = self._schedule.next()
            if found is None:
                return
            if isinstance(found, Item):
                self._hand_out(found)
            else:
                self._give_up(found)

    def _hand_out(self, item: Item) -> None:
        was_kept = self._schedule.is_kept(item)
        count = self._count()
        self._under_way[bool(item.host)].add(item.number)
        self._crew.do(partial(self._do, item, was_kept=was_kept), count)

    def _do(self, item: Item, *, was_kept: bool) -> None:
        """Do one item, in a thread of the crew."""
        try:
            result: Answer | BaseException = self._answer(item, inf if was_kept else PATIENCE)
        except BaseException as error:  # noqa: BLE001  # the other thread decides what it means
            result = error
        self._said.put(_End(item, result, was_kept))

    def _answer(self, item: Item, patience: float) -> Answer:
        if item.kind is not Kind.WEB:
            return self._workers.do(Task(item))
        try:
            page = self._conduct.fetch(item.url or "", patience=patience)
        finally:
            self._said.put(_Free(item.host))
        answer = self._workers.do(Task(item, page))
        following = refreshed(page, self._conduct.fetch) if answer.is_stub else None
        return self._workers.do(Task(item, following)) if following else answer

    def _listen(self, most: float) -> bool:
        """Wait until a thread says something, or an item is due, or answers are to be committed; tell whether one did.

        So long at most.
        """
        due = self._schedule.wait() if not self._stopping and len(self._under_way[True]) < HOSTS_AT_ONCE else None
        if self._answers:
            most = min(most, max(self._oldest + COMMIT_AFTER - time.monotonic(), 0))
        try:
            said = self._said.get(timeout=most if due is None else min(most, due))
        except Empty:
            return due is not None and due < most
        match said:
            case _Free():
                self._schedule.release(said.host)
            case _End():
                self._under_way[bool(said.item.host)].discard(said.item.number)
                self._take(said)
        return True

    def _take(self, end: _End) -> None:
        """Decide what a result means: an answer, or another try."""
        match end.result:
            case Answer():
                self._add(end.result)
            case FetchError(code="too_soon") if not end.was_kept:
                self._schedule.keep(end.item)
            case FetchError():
                self._take_error(end.item, end.result)
            case ChildProcessError():  # no worker can be begun: that is not the page's fault
                raise end.result
            case Exception():
                self._fail(end.item, Failure.of(end.result), 1)
            case _:
                raise end.result

    def _take_error(self, item: Item, error: FetchError) -> None:
        wait = self._retry.wait(item.attempts + 1, error)
        if wait is None:
            self._fail(item, Failure.of(error), error.attempts)
        else:
            self._schedule.put_off(item, wait)

    def _give_up(self, given_up: GivenUp) -> None:
        failure = Failure("host_down", _told(given_up.down), None, given_up.down.retriable)
        for item in given_up.items:
            self._fail(item, failure, 0)

    def _fail(self, item: Item, failure: Failure, attempts: int) -> None:
        self._add(self._job.answer(Outcome(item, error=failure, attempts=item.attempts + attempts)))

    def _add(self, answer: Answer) -> None:
        if not self._answers:
            self._oldest = time.monotonic()
        self._answers.append(answer)

    def _is_time(self) -> bool:
        return len(self._answers) >= COMMIT_MOST or time.monotonic() - self._oldest >= COMMIT_AFTER

    def _committed(self) -> list[Answer]:
        answers, self._answers = self._answers, []
        if self._learning:
            self._learning.add(answer.lesson for answer in answers if answer.lesson)
        self._store.commit(answer.record for answer in answers)
        return answers


def _told(down: Down) -> str:
    return f"the host failed {down.failures} times in a row, at last because {down.reason}; it is given up"
