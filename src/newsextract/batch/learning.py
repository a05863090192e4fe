"""A batch that learns: its pages are read with what a memory knew when the run began, and are added to it at the end.

Beside the state stand two files until then: ``.known``, the memory as it was, which all starts of the run read and
none changes; and ``.lessons``, what its pages taught, written before their records. So a record depends on its page and
on ``.known`` alone, whatever ended the run meanwhile and in whatever order pages came; and a page that is done again
teaches the same again.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newsextract.article import Article
from newsextract.batch.faults import named
from newsextract.batch.plan import Plan
from newsextract.batch.store import Store
from newsextract.page import Page
from newsextract.site.lesson import Lesson
from newsextract.site.memory import SiteMemory, extract_and_learn
from newsextract.site.store import Log


class Learning:
    """The memory of a run, in the process that has the store."""

    def __init__(self, memory: Path, state: Path, *, goes_on: bool) -> None:
        """Begin, or go on where the last start of the run was.

        memory: the file to learn from and to add to; it need not be there. state: that of the output. goes_on: whether
        it has records: else what stands beside it is of a run that was thrown away. Raises DamagedMemoryError for a
        file that is no memory, BatchError where one can't be written.
        """
        self._memory = memory
        self.known = state.with_name(f"{state.name}.known")
        self._lessons = state.with_name(f"{state.name}.lessons")
        with named(self.known):
            if not goes_on:
                self._forget()
            if not self.known.exists():
                (SiteMemory.load(memory) if memory.exists() else SiteMemory()).save(self.known)
            self._log = Log(self._lessons)
            self._taught = SiteMemory()
            for lesson in self._log.read():
                self._taught.add(lesson)

    def add(self, lessons: Iterable[Lesson]) -> None:
        """Take in what pages taught; it is on the disk when this returns. Raises BatchError."""
        new = [lesson for lesson in lessons if self._taught.add(lesson)]
        with named(self._lessons):
            self._log.append(new)

    def finish(self) -> None:
        """Add all of it to the memory, which is replaced as a whole. Raises DamagedMemoryError and BatchError."""
        with named(self._memory):
            whole = SiteMemory.load(self._memory) if self._memory.exists() else SiteMemory()
            whole.merge(self._taught)
            whole.save(self._memory)
        self.close()
        self._forget()

    def close(self) -> None:
        """Let the files go; they stay for the next start."""
        self._log.close()

    def _forget(self) -> None:
        self._lessons.unlink(missing_ok=True)
        self.known.unlink(missing_ok=True)


def learning_of(plan: Plan, store: Store) -> Learning | None:
    """Return what a run learns with, None where it is not to learn; before its inputs are loaded.

    Raises what ``Learning`` does.
    """
    state = store.journal.path
    if plan.learn is None or state is None:
        return None
    tally = store.journal.tally()
    return Learning(Path(plan.learn), state, goes_on=tally.done + tally.failed > 0)


class Learner:
    """Reads pages with a memory, and learns from them, in a worker."""

    def __init__(self, known: Path) -> None:
        """Take the file of the memory. Raises DamagedMemoryError."""
        self._memory = SiteMemory.load(known)
        self.lesson: Lesson | None = None
        """What the last page taught."""

    def extract(self, html: bytes | str | Page, url: str | None) -> Article:
        """Return the article in a page. Raises what ``newsextract.extract`` raises."""
        self.lesson = None
        article, self.lesson = extract_and_learn(html, url, self._memory)
        return article
