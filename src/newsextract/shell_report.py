"""``--report``: a page of HTML about a batch, in its file now and then and at the end; none ever stops the batch."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from newsextract.errors import BatchError
from newsextract.talk import say

if TYPE_CHECKING:
    from newsextract.batch.store import Store

FILE = click.Path(dir_okay=False, path_type=Path)
"""What the option takes."""
EVERY = 60.0
"""Seconds between two pages, at least."""
LEISURE = 100
"""So many times as long as a page takes, at least, the batch goes on before the next one."""


def check_report(report: Path | None, output: str, others: Sequence[str] = ()) -> None:
    """Raise UsageError for a report that would take the place of the output, its state or another file."""
    from newsextract.batch.outputs import state_of

    try:
        taken = [output, str(state_of(output)), *others]
    except ValueError as error:
        raise click.UsageError(str(error)) from None
    if report is not None and os.path.realpath(report) in map(os.path.realpath, taken):
        raise click.UsageError(f"the report would overwrite {report}")


def written(report: Path, output: str) -> bool:
    """Write the report of an output; tell whether that went well, and say what did not."""
    from newsextract.batch.report import write_report

    try:
        write_report(output, report)
    except BatchError as error:
        say(_told(error))
        return False
    return True


@contextmanager
def reporting(report: Path | None, output: str, store: Store) -> Iterator[Callable[[], None]]:
    """Yield what writes the report if it is time for that; at the end it is written, however the batch ended.

    What is wrong with it is said once. None writes none.
    """
    if report is None:
        yield lambda: None
        return
    write, due = _writer(report, output, store), 0.0

    def refresh() -> None:
        nonlocal due
        started = time.monotonic()
        if started >= due:
            write()
            due = time.monotonic() + max(EVERY, LEISURE * (time.monotonic() - started))

    try:
        yield refresh
    finally:
        write()


def _writer(report: Path, output: str, store: Store) -> Callable[[], None]:
    from newsextract.batch.report import save_report

    said = set()

    def write() -> None:
        try:
            save_report(store.journal.figures(), output, report)
        except Exception as error:  # noqa: BLE001  # not even a bug of ours in a report stops the batch
            if (told := _told(error)) not in said:
                said.add(told)
                say(told)

    return write


def _told(error: Exception) -> str:
    reason = f"{error.reason} [{error.code}]" if isinstance(error, BatchError) else f"a bug in newsextract, {error!r}"
    return f"no report was written: {reason}"
