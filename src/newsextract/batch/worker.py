"""A process that extracts pages, one after the other: what it is told, what it answers, and its limits.

    Job -> worker: how to extract; then Task -> worker -> Answer, until the other end hangs up

A page that is too much ends the process: the kernel's timer at the time limit, whatever code is at work then.
"""

from __future__ import annotations

import resource
import signal
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path

from newsextract.article import Article
from newsextract.batch.item import Failure, Item
from newsextract.batch.learning import Learner
from newsextract.batch.outcome import Outcome, Record, recorded
from newsextract.batch.reading import Reading
from newsextract.batch.shelf import Shelf
from newsextract.extract import STUB_SIZE, extract
from newsextract.page import Page
from newsextract.site.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Task:
    """A page to extract: of an item whose bytes are at hand none is sent, the worker reads it itself."""

    item: Item
    page: Page | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of an item: its record, and the outcome for those who want it.

    is_stub: whether there is so little text that a meta refresh may lead to more. lesson: what the page teaches of its
    site, if that is asked for.
    """

    record: Record
    outcome: Outcome | None = None
    is_stub: bool = False
    lesson: Lesson | None = None


@dataclass(frozen=True, slots=True)
class Job:
    """How pages are extracted.

    reading: how the inputs are read. render: makes the content of a record. with_outcomes: whether the outcomes are
    wanted, too. seconds, memory: what one page may take of the clock, and the process of the address space, in bytes.
    known: the file of a ``SiteMemory``, for pages to be read with it and to be learned from; None for neither.
    """

    reading: Reading
    render: Callable[[Outcome], bytes]
    with_outcomes: bool = False
    seconds: float = 60.0
    memory: int = 2 << 30
    known: Path | None = None

    def extractor(self) -> Callable[[Task], Answer]:
        """Return what does the tasks, in the worker."""
        shelf = Shelf(self.reading)
        if self.known is None:
            return lambda task: self.answer(outcome_of(task, shelf, extract))
        learner = Learner(self.known)

        def learn(task: Task) -> Answer:
            answer = self.answer(outcome_of(task, shelf, learner.extract))
            return replace(answer, lesson=None if answer.record.failed else learner.lesson)

        return learn

    def answer(self, outcome: Outcome) -> Answer:
        """Return the answer that an outcome makes."""
        is_stub = outcome.article is not None and len(outcome.article.text) < STUB_SIZE
        return Answer(recorded(outcome, self.render), outcome if self.with_outcomes else None, is_stub)


def outcome_of(task: Task, shelf: Shelf, read: Callable[[bytes | str | Page, str | None], Article]) -> Outcome:
    """Return what a page gives. read: ``extract``, or what is like it. Raises MemoryError alone."""
    attempts = task.item.attempts + 1
    try:
        html = task.page or shelf.html(task.item)
        return Outcome(task.item, read(html, task.item.url), attempts=attempts)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  # even a bug of ours in one page never stops the rest
        return Outcome(task.item, error=Failure.of(error), attempts=attempts)


def main(handle: int) -> None:
    """Do what comes over a connection, until it closes. An answer of None stands for memory that was not enough."""
    for number in (signal.SIGINT, signal.SIGTERM):  # meant for those who sent us the work: they close the connection
        signal.signal(number, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGALRM])
    connection = Connection(handle)
    with suppress(EOFError, BrokenPipeError, ConnectionResetError):
        job: Job = connection.recv()
        _limit(job.memory)
        do = job.extractor()
        connection.send("ready")
        while True:
            answer = _done(do, connection.recv(), job.seconds)
            connection.send(answer)
            if answer is None:
                return


def _done(do: Callable[[Task], Answer], task: Task, seconds: float) -> Answer | None:
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        return do(task)
    except MemoryError:
        return None
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)


def _limit(memory: int) -> None:
    """Bound the memory; where the machine runs out of it before, have the system end this process, and no other."""
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000", "ascii")
