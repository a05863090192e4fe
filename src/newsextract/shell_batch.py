"""``newsextract batch`` and ``newsextract status``: what was asked -> a run of the batch, and an exit code."""

from __future__ import annotations

import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsextract.errors import BatchError, InputError
from newsextract.fetch.limits import Limits
from newsextract.shell_options import ALLOW_PRIVATE, DELAY, OBEY_ROBOTS, RETRIES, TIMEOUT, USER_AGENT
from newsextract.shell_report import FILE, check_report, reporting, written
from newsextract.talk import ALL_FAILED, GOOD, INTERRUPTED, NO_OUTPUT, SOME_FAILED, say, tell

if TYPE_CHECKING:
    from newsextract.batch.plan import Plan
    from newsextract.batch.runner import Runner
    from newsextract.batch.sources import Source
    from newsextract.batch.store import Store
    from newsextract.batch.tally import Tally

STDOUT = "-"
GOES_ON = "the same command goes on from here"
"""Said of outputs that stay."""
SAME_SIGNAL = 0.2
"""Seconds in which a second signal is the first once more: timeout(1) and others send theirs to the group, too."""
A_LINE_EVERY = 60.0
"""Seconds between two lines about how far it is, where there is no terminal."""
_SHARE = re.compile(r"([0-9]{1,6})/([0-9]{1,6})")

EXAMPLES = """\
\b
Examples:
  newsextract batch addresses.txt -o articles.jsonl
  newsextract batch table.csv --field link -o articles.parquet
  newsextract batch saved-pages/ crawl.warc.gz -o articles.jsonl.gz
  newsextract batch addresses.txt -o 'articles/{host}/{slug}-{number}.md'
  newsextract batch addresses.txt -o articles.jsonl --report report.html
  cat addresses.txt | newsextract batch - -o - | jq .title

\b
Exit codes:
  0    every input gave an article, in this run or an earlier one
  1    some inputs failed; their records say why
  2    wrong usage, or an input that can't be read at all
  3    no input gave an article
  74   the output or its state could not be written, or is not as the last run left it, or no worker could be begun
  130  stopped by Ctrl-C or SIGTERM; the same command goes on from there
"""


def _share(context: click.Context, parameter: click.Parameter, value: str | None) -> tuple[int, int] | None:
    if value is None:
        return None
    found = _SHARE.fullmatch(value)
    if not found or not 1 <= int(found[1]) <= int(found[2]):
        raise click.BadParameter("2/5 is the second of five shares", context, parameter)
    return int(found[1]), int(found[2])


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    required=True,
    metavar="OUT",
    help="A .jsonl, .jsonl.gz, .csv or .parquet, a template with {number} for a file an article, or - for stdout.",
)
@click.option("--field", metavar="NAME", help="The column or key with the address; url, link or address if not given.")
@click.option("--fresh", is_flag=True, help="Throw away the output of an earlier run, and start anew.")
@click.option("--retry-failed", is_flag=True, help="Do again all that failed in an earlier run.")
@DELAY
@click.option("--jobs", type=click.IntRange(1), metavar="N", help="Worker processes; one a processor if not given.")
@click.option("--shard", "share", callback=_share, metavar="I/N", help="Do only the I-th of N shares of the hosts.")
@ALLOW_PRIVATE
@OBEY_ROBOTS
@RETRIES
@TIMEOUT
@USER_AGENT
@click.option(
    "--learn", type=click.Path(dir_okay=False), metavar="FILE", help="Read pages with a memory of their sites."
)
@click.option("--report", type=FILE, metavar="FILE", help="Write a page of HTML with plots, also while it runs.")
def batch(
    inputs: tuple[str, ...], output: str, field: str | None, timeout: float | None, report: Path | None, **options: Any
) -> int:
    """Extract the articles of many pages, and write one record for each, article or error.

    INPUT is a list of addresses (txt, csv, tsv, jsonl, also compressed), a folder of saved pages, a WARC archive, a
    Parquet file, an address, or - for a list on standard input. Hosts are asked side by side, each by one connection,
    with a pause between two requests. Killed at any time, the same command goes on where it was: nothing is lost, and
    nothing is written twice.
    """
    from newsextract.batch.plan import Plan
    from newsextract.batch.reading import Reading
    from newsextract.batch.sources import open_source

    again = {name: options.pop(name) for name in ("fresh", "retry_failed")}
    if output == STDOUT and (any(again.values()) or options["learn"]):
        raise click.UsageError("--fresh, --retry-failed and --learn are for an output that stays")
    check_report(report, output, inputs)
    _check_apart(output, inputs)
    limits = Limits() if timeout is None else Limits(total=timeout)
    plan = Plan(Reading(field=field), limits=limits, **{key: each for key, each in options.items() if each is not None})
    try:
        given = [open_source(each, plan.reading) for each in inputs]
        with _store(output, plan, **again) as store, reporting(report, output, store) as refresh:
            return _run(store, given, plan, refresh)
    except BatchError as error:
        advice = "; make some, and " + GOES_ON if error.code == "disk_full" and output != STDOUT else ""
        say(f"{error.reason}{advice} [{error.code}]")
        return NO_OUTPUT
    except ChildProcessError as error:
        say(str(error))
        return NO_OUTPUT
    except InputError as error:
        raise click.UsageError(str(error)) from None
    except BrokenPipeError:  # the reader has seen enough: no failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return GOOD
    except KeyboardInterrupt:
        say("stopped at once" if output == STDOUT else f"stopped at once; {GOES_ON}")
        return INTERRUPTED


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("output", metavar="OUT")
@click.option("--report", type=FILE, metavar="FILE", help="Write a page of HTML with plots, too.")
def status(output: str, report: Path | None) -> int:
    """Tell how far the batch is that writes to OUT, while it runs or after."""
    from newsextract.batch.outputs import state_of
    from newsextract.batch.tally import read_tally

    check_report(report, output)
    try:
        tally = read_tally(state_of(output))
    except (BatchError, ValueError) as error:
        raise click.UsageError(str(error)) from None
    for line in _summary(tally):
        tell(line)
    return GOOD if report is None or written(report, output) else NO_OUTPUT


def _check_apart(output: str, inputs: tuple[str, ...]) -> None:
    from newsextract.batch.outputs import check_apart

    try:
        if output != STDOUT:
            check_apart(output, inputs)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _store(output: str, plan: Plan, *, fresh: bool, retry_failed: bool) -> Store:
    from newsextract.batch.journal import Journal
    from newsextract.batch.outputs import Stream
    from newsextract.batch.store import Store, open_store

    if output == STDOUT:
        return Store(Journal(None), Stream(sys.stdout.buffer))
    try:
        return open_store(output, options=plan.options, fresh=fresh, retry_failed=retry_failed)
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _run(store: Store, given: list[Source], plan: Plan, refresh: Callable[[], None]) -> int:
    from newsextract.batch.learning import learning_of
    from newsextract.batch.runner import Runner

    learning = learning_of(plan, store)
    for source in given:
        store.load(source, plan.keeps)
    refresh()
    before = store.journal.tally()
    if not before.total:
        say(f"no address and no saved page{' of this share' if plan.share else ''} was found")
    with (
        Runner(store, plan, learning=learning) as runner,
        _signals(runner) as stopped,
        _progress(before, runner) as note,
    ):
        for answers in runner.run():
            note(len(answers), sum(answer.record.failed for answer in answers))
            refresh()
    tally = store.journal.tally()
    for line in _summary(tally):
        say(line)
    if stopped and tally.waiting + tally.taken:
        say("stopped" if store.journal.path is None else f"stopped; {GOES_ON}")
        return INTERRUPTED
    if not tally.failed:
        return GOOD
    return SOME_FAILED if tally.done else ALL_FAILED


@contextmanager
def _signals(runner: Runner) -> Iterator[list[float]]:
    """Have the first SIGINT or SIGTERM finish what is under way, and the second one stop at once; yield what came."""
    came: list[float] = []

    def stop(_number: int, _frame: object) -> None:
        now = time.monotonic()
        if came and now - came[0] < SAME_SIGNAL:
            return
        came.append(now)
        if len(came) > 1:
            raise KeyboardInterrupt
        say("finishing what is under way; once more stops at once")
        runner.stop()

    usual = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield came
    finally:
        for number, handler in usual.items():
            signal.signal(number, handler)


def _progress(before: Tally, runner: Runner) -> AbstractContextManager[Callable[[int, int], None]]:
    """Return what is told of each group of answers that is written: how many there are, and how many failed."""
    ended = before.done + before.failed
    return (_bar if sys.stderr.isatty() else _lines)(runner, before.total, ended, before.failed)


@contextmanager
def _bar(runner: Runner, total: int, done: int, failed: int) -> Iterator[Callable[[int, int], None]]:
    from tqdm import tqdm

    with tqdm(total=total, initial=done, unit=" pages", dynamic_ncols=True) as bar:

        def note(count: int, wrong: int) -> None:
            nonlocal failed
            failed += wrong
            bar.set_postfix_str(f"{failed} failed, hosts waiting: {runner.hosts}", refresh=False)
            bar.update(count) if count else bar.refresh()

        yield note


@contextmanager
def _lines(runner: Runner, total: int, done: int, failed: int) -> Iterator[Callable[[int, int], None]]:
    said = time.monotonic()

    def note(count: int, wrong: int) -> None:
        nonlocal done, failed, said
        done, failed = done + count, failed + wrong
        if time.monotonic() - said >= A_LINE_EVERY:
            said = time.monotonic()
            say(f"{done} of {total} done, {failed} of them failed, hosts waiting: {runner.hosts}")

    yield note


def _summary(tally: Tally) -> Iterator[str]:
    left = tally.waiting + tally.taken
    yield f"{tally.done} articles, {tally.failed} failed, {left} to do"
    yield from (f"{count:>9} {result}" for result, count in tally.results.items())
