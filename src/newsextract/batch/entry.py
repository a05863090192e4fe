"""``newsextract.batch``: inputs -> an outcome for each, written down on the way if an output is named."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from newsextract.batch.appended import Lines, json_numbers
from newsextract.batch.item import Failure, Item
from newsextract.batch.journal import Journal
from newsextract.batch.keys import address_in
from newsextract.batch.learning import learning_of
from newsextract.batch.outcome import Outcome
from newsextract.batch.outputs import Stream, check_apart
from newsextract.batch.plan import Plan, processors
from newsextract.batch.reading import Reading
from newsextract.batch.runner import Runner
from newsextract.batch.sources import Source, open_source
from newsextract.batch.store import Store, open_store
from newsextract.errors import InputError
from newsextract.fetch.limits import Limits


def batch(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str] | None = None,
    *,
    form: str | None = None,
    field: str | None = None,
    html: str | None = None,
    fresh: bool = False,
    retry_failed: bool = False,
    jobs: int | None = None,
    shard: tuple[int, int] | None = None,
    delay: float = 1.0,
    robots: bool = True,
    retries: int = 2,
    allow_private: bool = False,
    user_agent: str | None = None,
    limits: Limits | None = None,
    learn: str | os.PathLike[str] | None = None,
) -> Iterator[Outcome]:
    """Fetch and extract many pages, and yield an ``Outcome`` for each, as they are done; in constant memory.

    inputs: addresses, lists of them, saved pages, folders of these, WARC archives, Parquet files; one or many.
    output: a file that gets a record for each input before its outcome is yielded: ``.jsonl``, ``.jsonl.gz``, ``.csv``,
    ``.parquet``, or a template with ``{number}``. Killed at any time, the same call goes on from there, and yields what
    was not done before. None writes nothing, and remembers nothing.
    form, field, html: how the inputs are read, see ``Reading``. fresh: throw away the output of an earlier run.
    retry_failed: do all again that failed. jobs: worker processes, None for one a processor. shard: ``(2, 5)`` for the
    second of five shares; all pages of a host are in one.
    delay: the seconds between two requests to a host, which has one connection. robots: whether to obey robots.txt.
    retries: how often to try again what may pass. allow_private, user_agent, limits: as for ``Fetcher``.
    learn: the file of a ``SiteMemory``: pages are read with what it holds when the output is begun, and when all are
    done it gets what they teach; it need not be there yet.

    An input that can't be had, and a page that hangs, crashes or eats memory, is an outcome with an ``error``. Raises
    ValueError for an option that makes no sense; on the way BatchError where the output or its state can't be used, and
    InputError for a form of input that needs an extra or a column that is not there.
    """
    plan = Plan(
        Reading(form, field, html),
        shard,
        processors() if jobs is None else jobs,
        delay,
        robots,
        retries,
        allow_private,
        user_agent,
        limits or Limits(),
        learn=None if learn is None else os.fspath(learn),
    )
    if learn is not None and output is None:
        raise ValueError("what is to learn needs an output, to go on from")
    many = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    if output is not None and isinstance(many, Sequence):
        check_apart(os.fspath(output), map(os.fspath, many))
    opened = partial(open_store, os.fspath(output or ""), options=plan.options, fresh=fresh, retry_failed=retry_failed)
    return _outcomes(
        no_store if output is None else opened, sources((os.fspath(each) for each in many), plan.reading), plan
    )


def no_store() -> Store:
    """Return a store that keeps nothing."""
    return Store(Journal(None), Stream(io.BytesIO(), Lines(_nothing, json_numbers)))


def _nothing(_: Outcome) -> bytes:
    return b""


def _outcomes(opened: Callable[[], Store], given: Iterable[Source], plan: Plan) -> Iterator[Outcome]:
    with opened() as store:
        learning = learning_of(plan, store)
        for source in given:
            store.journal.load(source, plan.keeps)
            while refused := store.refuse():
                yield from refused
        with Runner(store, plan, with_outcomes=True, learning=learning) as runner:
            for answers in runner.run():
                yield from (answer.outcome for answer in answers if answer.outcome)


def sources(given: Iterable[str], reading: Reading) -> Iterator[Source]:
    """Yield what the inputs hold; what is no input at all has one item, which is refused."""
    for is_address, group in groupby(given, key=_is_address):
        if is_address:
            yield Source("", None, None, partial(_addresses, group))
            continue
        for name in group:
            try:
                yield open_source(name, reading)
            except InputError as error:
                yield Source(name, None, None, partial(_refused, name, Failure.of(error)))


def _is_address(name: str) -> bool:
    return address_in(name) is not None and not os.path.exists(name)  # noqa: PTH110  # Path raises on a long name


def _addresses(names: Iterable[str]) -> Iterator[Item]:
    return (Item(name, address_in(name)) for name in names)


def _refused(name: str, failure: Failure) -> Iterator[Item]:
    return iter((Item(name, None, refusal=failure),))
