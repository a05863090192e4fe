"""Figures -> the sections of the page: each has its finding as the heading, a plot, and the numbers in a table.

A section about which the state knows nothing is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsextract.batch.report import meanings
from newsextract.batch.report.figures import Example, Figures, Host, Run
from newsextract.batch.report.markup import (
    UNKNOWN,
    Cell,
    code,
    figure,
    foreign,
    heading,
    moment_cell,
    number,
    table,
    words,
)  # fmt: skip
from newsextract.batch.report.plots import Bar, bars, throughput
from newsextract.batch.report.words import counted, duration, moment, plain, rate, share
from newsextract.urls import without_login

NO_HOST = "(no host asked)"
"""Stands for saved pages, and for lines that are no address."""


def speed(figures: Figures) -> Iterator[str]:
    """Yield how many pages were done when, and the runs."""
    runs = figures.runs
    if not runs:
        return
    average = rate(figures.pages, figures.seconds, "pages")
    title = f"{average} on average" if average else counted(figures.pages, "page")
    together = " together" if figures.run_count > 1 else ""
    title = f"{title}, in {counted(figures.run_count, 'run')} of {duration(figures.seconds)}{together}"
    yield heading(title)
    note = (
        "A run lasts from its start, with the time to read its inputs, to its last record. A page counts where its"
        " present record was written; lines that never were a page do not."
    )
    last = f"The last {len(runs)} runs. " if figures.run_count > len(runs) else ""
    yield figure(throughput(runs, title), last + note, legend=True)
    before: Sequence[Run | None] = [None, *runs]
    rows = [_run(run, previous) for run, previous in zip(runs, before, strict=False)]
    heads = ("#Run", "Began", "Last record", "#Took", "#Pages", "#Speed", "#Pause before")
    yield table("runs", "Runs that wrote a record; times are UTC", heads, rows)


def _run(run: Run, before: Run | None) -> list[Cell]:
    pause = run.started - before.last if before else -1.0  # a clock that was set back tells no pause
    return [
        number(f"{run.number:,}"),
        moment_cell(moment(run.started)),
        moment_cell(moment(run.last)),
        number(duration(run.seconds)),
        number(f"{run.pages:,}"),
        number(rate(run.pages, run.seconds) or UNKNOWN),
        number(duration(pause) if pause >= 0 else UNKNOWN),
    ]


def results(figures: Figures) -> Iterator[str]:
    """Yield what became of the inputs."""
    found = [(False, *each) for each in figures.statuses.items()] + [(True, *each) for each in figures.failures.items()]
    ended = sum(count for _, _, count in found)
    if not ended:
        return
    is_failure, most, count = max(found, key=lambda each: each[2])
    kind = "failures with the code" if is_failure else "articles with the status"
    title = f"{share(count, ended)} of the results are {kind} “{plain(most, 60)}”"
    yield heading(title)
    drawn = [
        Bar(plain(result, 60), count, f"{count:,} ({share(count, ended)})", failed) for failed, result, count in found
    ]
    yield figure(bars(drawn, title, "inputs"), "Articles by status, failures by code.", legend=True)
    rows = [
        [
            words("failure" if failed else "article"),
            ("words", code(result)),
            words(meanings.of_code(result) if failed else meanings.of_status(result)),
            number(f"{count:,}"),
            number(share(count, ended)),
        ]
        for failed, result, count in found
    ]
    yield table("results", "What the results mean", ("Kind", "Result", "Meaning", "#Inputs", "#Share"), rows)


def hosts(figures: Figures) -> Iterator[str]:
    """Yield the hosts with most failures."""
    found, failed = figures.hosts, figures.tally.failed
    if not found:
        return
    title = "No host had failures: what failed asked none"
    if figures.failing_hosts:
        first = next(host for host in found if host.name)
        where = f"{figures.failing_hosts:,} of {counted(figures.host_count, 'host')} had failures"
        title = f"{where}; {_name(first)} has {share(first.failed, failed)} of all {failed:,}"
    yield heading(title)
    drawn = [Bar(_name(host), host.failed, f"{host.failed:,} of {host.inputs:,}", is_failure=True) for host in found]
    yield figure(bars(drawn, title, "inputs that failed"), _rest(found, failed))
    rows = [
        [
            foreign(_name(host)),
            number(f"{host.inputs:,}"),
            number(f"{host.failed:,}"),
            number(share(host.failed, host.inputs)),
            ("words", ", ".join(f"{code(result)} {count:,}" for result, count in host.codes.items())),
        ]
        for host in found
    ]
    yield table("hosts", "Hosts with the most failures", ("Host", "#Inputs", "#Failed", "#Share", "Codes"), rows)


def _name(host: Host) -> str:
    return plain(host.name, 120) if host.name else NO_HOST


def _rest(found: Sequence[Host], failed: int) -> str:
    hidden = failed - sum(host.failed for host in found)
    notes = [f"{counted(hidden, 'failure')} of other hosts are not shown."] if hidden else []
    if not all(host.name for host in found):
        notes.append("Saved pages, and lines that are no address, ask no host.")
    return " ".join(notes)


def languages(figures: Figures) -> Iterator[str]:
    """Yield the languages of the articles."""
    found, done = figures.languages, figures.tally.done
    if not found:
        return
    most, count = next(iter(found.items()))
    among = f", of {figures.language_count:,} languages" if figures.language_count > 1 else ""
    title = f"{share(count, done)} of the articles are in “{plain(most, 30)}”{among}"
    yield heading(title)
    drawn = [Bar(plain(name, 30), count, f"{count:,} ({share(count, done)})") for name, count in found.items()]
    other = figures.language_count - len(found)
    rest = f" {counted(other, 'more language')} not shown." if other else ""
    told = f"The languages of the texts (BCP 47), their regions taken together.{rest}"
    yield figure(bars(drawn, title, "articles"), told)


def examples(figures: Figures) -> Iterator[str]:
    """Yield the first and the last failure of each code."""
    if not figures.examples:
        return
    yield heading("The first and the last failure of each code")
    rows = []
    for result, (first, last) in figures.examples.items():
        if first.number == last.number:
            rows.append(_example(result, "only", first))
        else:
            rows += [_example(result, "first", first), _example(result, "last", last)]
    yield table("examples", "As the records say; times are UTC", ("Code", "Which", "When", "Input", "Message"), rows)


def _example(result: str, which: str, example: Example) -> list[Cell]:
    return [
        ("words", code(result)),
        words(which),
        moment_cell(moment(example.settled)),
        foreign(without_login(example.input)),
        foreign(example.message),
    ]
