"""Store: the journal and the output of one batch, so that nothing is lost, and nothing is there twice.

Records are written to the output and synced; then one transaction notes them as done, together with how far the output
is. Killed between the two, the next start cuts the output back to what the journal knows, and does those pages again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import TracebackType
from typing import Self

from newsextract import serial
from newsextract.batch.faults import named
from newsextract.batch.item import Item
from newsextract.batch.journal import Journal, Loaded
from newsextract.batch.mark import Mark, Output
from newsextract.batch.outcome import Outcome, Record, recorded
from newsextract.batch.outputs import open_output, state_of
from newsextract.batch.sources import Source
from newsextract.errors import BatchError

HOLD = 2_000
HOLD_BYTES = 64_000_000
"""Records, or bytes of them, that an output which takes many at once gets together."""

_MARK, _PLAN = "mark", "plan"
_REFUSED_AT_ONCE = 1_000


class Store:
    """What a run reads its work from and writes its records to; for one thread, used in ``with``."""

    def __init__(self, journal: Journal, output: Output, *, fresh: bool = False, retry_failed: bool = False) -> None:
        """Bring both to where the last run left them, see ``open_store``. Raises BatchError; then both are closed."""
        self.journal = journal
        self.output = output
        try:
            known = journal.fact(_MARK)
            if known is None:
                self._note(output.create(fresh=fresh))
            else:
                self._resume(serial.load(Mark, known))
            if retry_failed:
                self.retry_failed()
        except BaseException:
            output.close()
            journal.abandon()
            raise

    def load(self, source: Source, keep: Callable[[Item], bool] | None = None) -> Loaded:
        """Take in an input (see ``Journal.load``), and write the records of lines that are no page to be had."""
        loaded = self.journal.load(source, keep)
        while self.refuse():
            pass
        return loaded

    def refuse(self) -> list[Outcome]:
        """Write the records of some lines that are no page to be had, and return them; none are left where none are."""
        refused = [Outcome(item, error=item.refusal, attempts=0) for item in self.journal.refused(_REFUSED_AT_ONCE)]
        self.commit(refused)
        return refused

    def commit(self, outcomes: Iterable[Outcome | Record]) -> None:
        """Write outcomes, all or none. They are on the disk, and their items done, when this returns.

        An outcome that a worker made a ``Record`` of, with ``output.render``, is welcome as such. Raises BatchError
        where that can't be: then nothing counts as done, and the store can only be closed. A stream whose reader has
        gone raises BrokenPipeError.
        """
        render = self.output.render
        records = [each if isinstance(each, Record) else recorded(each, render) for each in outcomes]
        if not records:
            return
        if not self.output.holds:
            mark = self.output.write([record.content for record in records])
            self.journal.settle(records, {_MARK: serial.dump(mark)})
            return
        self.journal.settle(records, hold=True)
        if self.journal.held >= HOLD or self.journal.held_bytes >= HOLD_BYTES:
            self.flush()

    def flush(self) -> None:
        """Write what the journal holds for an output that takes many records at once."""
        if self.journal.held:
            mark = self.output.write(self.journal.contents())
            self.journal.settle((), {_MARK: serial.dump(mark)}, release=True)

    def retry_failed(self) -> int:
        """Take the failures out of the output, and have their items wait again; return how many there are.

        Lines that never were a page to be had stay. Killed meanwhile, the next start finishes it, or it never began.
        """
        self.flush()
        mark = self.output.without(self.journal.will_be_retried)
        self.journal.note(plan=serial.dump(mark))  # on the disk, before the output is another
        self.output.swap()
        return self._finish_retry(mark)

    def close(self) -> None:
        """Write what is held, and close both."""
        try:
            self.flush()
        finally:
            self._let_go()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if kind is None:
            self.close()
        else:
            self._let_go()  # what is held stays in the journal for the next run

    def _resume(self, mark: Mark) -> None:
        plan = self.journal.fact(_PLAN)
        if plan is not None and self.output.swapped():
            self._finish_retry(serial.load(Mark, plan))
            return
        if plan is not None:
            self.journal.note(plan=None)
        self.output.resume(mark)
        if self.journal.settled() != mark.records + self.journal.held:
            reason = "the state is damaged: it tells of other records than the output has; --fresh starts anew"
            raise BatchError(reason, code="state_damaged", path=str(self.journal.path))

    def _finish_retry(self, mark: Mark) -> int:
        count = self.journal.retry({_MARK: serial.dump(mark), _PLAN: None})
        self.output.resume(mark)
        return count

    def _note(self, mark: Mark) -> None:
        self.journal.note(mark=serial.dump(mark))

    def _let_go(self) -> None:
        self.output.close()
        self.journal.close()


def open_store(
    name: str, *, options: Mapping[str, str] | None = None, fresh: bool = False, retry_failed: bool = False
) -> Store:
    """Return the store of an output, where the last run left it, or new.

    name: see ``open_output``. options: what must not change from run to run, by name (``Journal``). fresh: throw away
    the output and what is known of it. retry_failed: have all that failed done again. Raises BatchError where that
    can't be done safely, ValueError for a name that says of no form.
    """
    output = open_output(name)
    state = state_of(name)
    with named(state):
        state.parent.mkdir(parents=True, exist_ok=True)
    return Store(Journal(state, options=options, fresh=fresh), output, fresh=fresh, retry_failed=retry_failed)
