"""The journal and the outputs of a batch: nothing lost, nothing twice, and what is wrong is named."""

import contextlib
import errno
import gzip
import io
import json
import multiprocessing
import os
import pickle
import random
import sqlite3
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from tests import crashing
from tests.crashing import faults, killed_often, outcome, records

from newsextract import Article, BatchError, extract
from newsextract.batch import Failure, Item, Outcome, open_source, open_store, recorded, store
from newsextract.batch.database import kind_of_disk
from newsextract.batch.journal import HostQueue, Journal
from newsextract.batch.outputs import Stream, open_output, state_of
from newsextract.batch.schema import record_schema
from newsextract.batch.tally import read_tally

FORMS = ("out.jsonl", "out.jsonl.gz", "out.parquet", "out.csv", "out/{host}/{number:05d}.json")
COUNT = 60
NOW = 1_000.0


@pytest.fixture(params=FORMS)
def output(request, tmp_path):
    if request.param.endswith(".parquet"):
        pytest.importorskip("pyarrow")
    crashing.write_list(tmp_path / "list.txt", COUNT)
    return str(tmp_path / request.param)


@pytest.fixture
def jsonl(tmp_path):
    crashing.write_list(tmp_path / "list.txt", COUNT)
    return str(tmp_path / "out.jsonl")


def load(batch):
    return batch.load(open_source(str(batch.journal.path.parent / "list.txt")))


def given(path):
    return open_source(
        str(next(folder / "list.txt" for folder in Path(path).parents if (folder / "list.txt").exists()))
    )


def run(output, most=10**6, make=outcome, **options):
    """Do up to ``most`` items that are waiting, in batches of 7; return how many were done."""
    done = 0
    with open_store(output, **options) as batch:
        batch.load(given(output))
        while done < most and (hosts := list(batch.journal.hosts())):
            items = batch.journal.take(hosts[0].host, min(7, most - done), now=NOW)
            assert items
            batch.commit(map(make, items))
            done += len(items)
    return done


def refused(output, **options):
    """The code of the BatchError that opening the output gives."""
    with pytest.raises(BatchError) as caught:
        open_store(output, **options).close()
    assert caught.value.path in str(caught.value)
    return caught.value.code


# what is done, is done once


def test_a_batch_is_whole_and_is_not_done_again(output):
    assert run(output) == COUNT
    assert faults(output, COUNT) == (0, 0, 0)
    assert run(output) == 0
    assert faults(output, COUNT) == (0, 0, 0)


def test_a_batch_goes_on_where_it_stopped(output):
    assert run(output, 20) == 20
    assert len(records(output)) == 20
    assert run(output) == COUNT - 20
    assert faults(output, COUNT) == (0, 0, 0)


def test_killed_at_random_moments(output):
    killed_often(output, 300, kills=2, seed=len(output), longest=0.2)
    assert faults(output, 300) == (0, 0, 0)


class Stop:
    """Ends the process at its nth step: a file synced, replaced or removed, a transaction begun or about to end."""

    def __init__(self, step):
        self.left = step

    def __call__(self):
        self.left -= 1
        if self.left == 0:
            os._exit(9)

    def before(self, call):
        def stopped(*given, **named):
            self()
            return call(*given, **named)

        return stopped

    @contextlib.contextmanager
    def around(self, transaction, database):
        self()
        with transaction(database) as connection:
            yield connection
            self()


def stopped_at(step, task, *arguments):
    """Do a task in a process that ends at its nth step; return whether it came to its end."""

    def child():
        from newsextract.batch.database import Database

        stop = Stop(step)
        for place, name in ((os, "fsync"), (os, "ftruncate"), (Path, "replace"), (Path, "unlink")):
            setattr(place, name, stop.before(getattr(place, name)))
        transaction = Database.transaction
        Database.transaction = lambda database: stop.around(transaction, database)
        task(*arguments)

    process = multiprocessing.get_context("fork").Process(target=child)
    process.start()
    process.join()
    assert process.exitcode in (0, 9)
    return process.exitcode == 0


def test_killed_at_every_step(output, monkeypatch):
    monkeypatch.setattr(store, "HOLD", 10)
    step = 1
    while not stopped_at(step, run, output):
        step += 1
    assert step > 3
    assert faults(output, COUNT) == (0, 0, 0)


def better(item):
    return Outcome(item, Article(title="Now", url=item.url))


def test_killed_at_every_step_of_a_retry(output, monkeypatch):
    monkeypatch.setattr(store, "HOLD", 10)
    run(output)
    step = 1
    while not stopped_at(step, retry, output):
        step += 1
    assert step > 3
    assert run(output, make=better) == COUNT // 9
    assert sorted(number for number, _, _ in records(output)) == list(range(1, COUNT + 1))
    assert all(code is None for _, _, code in records(output))


def retry(output):
    open_store(output, retry_failed=True).close()


def test_killed_at_every_step_of_a_fresh_start(output, monkeypatch):
    monkeypatch.setattr(store, "HOLD", 10)
    run(output, 30)
    step = 1
    while not stopped_at(step, lambda: open_store(output, fresh=True).close()):
        step += 1
    assert records_if_any(output) == []
    assert run(output) == COUNT
    assert faults(output, COUNT) == (0, 0, 0)


def records_if_any(output):
    return [] if output.endswith(".csv") and not Path(output).stat().st_size else records(output)


def test_what_failed_is_done_again_and_only_that(output):
    run(output)
    before = {number: text for number, text, code in records(output) if code is None}
    assert run(output, retry_failed=True, make=better) == COUNT // 9
    found = records(output)
    assert sorted(number for number, _, _ in found) == list(range(1, COUNT + 1))
    assert {number: text for number, text, _ in found if number in before} == before
    assert run(output, retry_failed=True) == 0


def test_fresh_starts_anew(output):
    run(output)
    assert run(output, fresh=True) == COUNT
    assert faults(output, COUNT) == (0, 0, 0)


def test_what_a_killed_run_left_behind_is_cut_off(jsonl):
    run(jsonl, 20)
    whole = Path(jsonl).read_bytes()
    with Path(jsonl).open("ab") as file:
        file.write(b'{"number": 21, "torn')
    run(jsonl, 0)
    assert Path(jsonl).read_bytes() == whole


# outputs that are not ours to write


def damage(output, change):
    path = next(path for path in sorted(Path(output).glob("*")) or [Path(output)] if path.is_file())
    path.write_bytes(change(path.read_bytes()))


@pytest.mark.parametrize(
    "change",
    [lambda data: data[:-1], lambda data: data.replace(b"1", b"2", 1), lambda data: b"", lambda data: b"x" + data],
)
@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz", "out.csv", "out.parquet"])
def test_an_output_that_was_changed_is_refused(tmp_path, name, change):
    output = str(tmp_path / name)
    if name == "out.parquet":
        pytest.importorskip("pyarrow")
    crashing.write_list(tmp_path / "list.txt", COUNT)
    run(output)
    damage(output, change)
    changed = Path(output).read_bytes() if Path(output).is_file() else None
    assert refused(output) == "output_changed"
    assert refused(output, retry_failed=True) == "output_changed"
    assert changed is None or Path(output).read_bytes() == changed
    assert run(output, fresh=True) == COUNT


def test_an_output_that_is_gone_is_refused(jsonl):
    run(jsonl)
    Path(jsonl).unlink()
    assert refused(jsonl) == "output_changed"


def test_an_output_of_another_run_is_refused(jsonl, tmp_path):
    run(jsonl)
    other = tmp_path / "other.jsonl"
    run(str(other), make=better)
    Path(jsonl).write_bytes(other.read_bytes())
    assert refused(jsonl) == "output_changed"


@pytest.mark.parametrize("name", FORMS)
def test_an_output_that_is_there_already_is_refused(tmp_path, name):
    output = tmp_path / name
    target = {"out.parquet": output / "data.parquet"}.get(name, output)
    target = tmp_path / "out" / "index.jsonl" if "{" in name else target
    if name == "out.parquet":
        pytest.importorskip("pyarrow")
    target.parent.mkdir(exist_ok=True)
    target.write_text("precious")
    assert refused(str(output)) == "output_exists"
    assert target.read_text() == "precious"
    assert not state_of(str(output)).exists()


def test_fresh_removes_no_file_of_others(tmp_path):
    pytest.importorskip("pyarrow")
    output = tmp_path / "out.parquet"
    crashing.write_list(tmp_path / "list.txt", COUNT)
    run(str(output))
    (output / "notes.txt").write_text("precious")
    run(str(output), 0, fresh=True)
    assert [path.name for path in output.iterdir()] == ["notes.txt"]


@pytest.mark.parametrize(
    "name", ["out.txt", "out", "{number}", "{title}.md", "{host}.md", "{slug}.json", "{number}.pdf"]
)
def test_an_output_of_no_form_is_a_value_error(tmp_path, name):
    with pytest.raises(ValueError, match="should"):
        open_output(str(tmp_path / name))


# two at once, other options


def test_two_runs_at_once(jsonl):
    with open_store(jsonl) as batch:
        assert load(batch).added == COUNT
        assert refused(jsonl) == "locked"
        assert refused(jsonl, fresh=True) == "locked"
        assert read_tally(state_of(jsonl)).waiting == COUNT
    assert run(jsonl) == COUNT


def test_a_run_with_other_options_is_refused(jsonl):
    run(jsonl, 10, options={"shard": "1/2", "field": "url"})
    with pytest.raises(BatchError, match="shard was '1/2', not '2/2'") as caught:
        open_store(jsonl, options={"shard": "2/2", "field": "url"})
    assert caught.value.code == "other_options"
    assert run(jsonl, options={"shard": "1/2", "field": "url"}) == COUNT - 10


# disks


def test_a_full_disk_is_named_and_loses_nothing(jsonl):
    run(jsonl, 20)
    before = Path(jsonl).read_bytes()
    code = """
import resource, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]),) * 2)
from newsextract.batch import open_store
from newsextract.errors import BatchError
from tests.crashing import outcome
store = open_store(sys.argv[1])
item, = store.journal.take(next(store.journal.hosts()).host, now=1e9)
try:
    store.commit([outcome(item)])
except BatchError as error:
    print(error.code)
"""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    limit = str(len(before) + 10)
    result = subprocess.run(
        [sys.executable, "-c", code, jsonl, limit], capture_output=True, text=True, env=environment, check=False
    )
    assert result.stdout.strip() == "disk_full", result.stderr
    assert Path(jsonl).read_bytes() == before
    assert run(jsonl) == COUNT - 20
    assert faults(jsonl, COUNT) == (0, 0, 0)


def test_no_room_for_the_first_byte(tmp_path):
    crashing.write_list(tmp_path / "list.txt", COUNT)
    (tmp_path / "out.jsonl").symlink_to("/dev/full")
    with pytest.raises(BatchError, match="no room is left") as caught:
        run(str(tmp_path / "out.jsonl"))
    assert caught.value.code == "disk_full"


@pytest.mark.parametrize(
    ("raised", "code"), [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EROFS, "not_writable")]
)
def test_a_disk_that_fails_after_the_write(output, monkeypatch, raised, code):
    run(output, 20)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda handle: (_ for _ in ()).throw(OSError(raised, os.strerror(raised))))
        with pytest.raises(BatchError) as caught:
            run(output)
    assert caught.value.code == code
    run(output)
    assert faults(output, COUNT) == (0, 0, 0)


def test_a_folder_that_is_a_file_is_not_writable(tmp_path):
    (tmp_path / "file").write_text("")
    assert refused(str(tmp_path / "file" / "out.jsonl")) == "not_writable"
    (tmp_path / "folder.jsonl").mkdir()
    assert refused(str(tmp_path / "folder.jsonl")) == "output_exists"
    assert refused(str(tmp_path / "folder.jsonl"), fresh=True) == "not_writable"


MOUNTS = """\
/dev/vda / ext4 rw 0 0
server:/x /mnt/shared\\040disk nfs4 rw 0 0
tmpfs /mnt/shared\\040disk/fast tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/a", "ext4"),
        ("/mnt/shared disk/b/a", "nfs4"),
        ("/mnt/shared disk/fast/a", "tmpfs"),
        ("/mnt/shared/a", "ext4"),
    ],
)
def test_network_disks_are_told_by_the_table_of_disks(tmp_path, path, kind):
    (tmp_path / "mounts").write_text(MOUNTS)
    assert kind_of_disk(Path(path), tmp_path / "mounts") == kind
    assert kind_of_disk(Path(path), tmp_path / "missing") is None


@pytest.mark.parametrize(("kind", "mode"), [("ext4", "wal"), ("nfs", "delete")])
def test_no_shared_memory_on_a_network_disk(jsonl, monkeypatch, kind, mode):
    monkeypatch.setattr("newsextract.batch.database.kind_of_disk", lambda path, mounts: kind)
    run(jsonl, 20)
    with sqlite3.connect(state_of(jsonl)) as state:
        assert state.execute("PRAGMA journal_mode").fetchone() == (mode,)
    run(jsonl)
    assert faults(jsonl, COUNT) == (0, 0, 0)


# states that are damaged


@pytest.mark.parametrize("content", [b"no database", b"SQLite format 3\0" + bytes(2_000), bytes(9_000)])
def test_a_state_that_is_none_is_refused(jsonl, content):
    state_of(jsonl).write_bytes(content)
    assert refused(jsonl) == "state_damaged"
    assert state_of(jsonl).read_bytes() == content
    assert run(jsonl, fresh=True) == COUNT


def test_a_database_of_somebody_else_is_refused(jsonl):
    with contextlib.closing(sqlite3.connect(state_of(jsonl))) as state:
        state.execute("CREATE TABLE a (b)")
    assert refused(jsonl) == "state_damaged"


def test_a_state_of_another_version_is_refused(jsonl):
    run(jsonl, 10)
    with contextlib.closing(sqlite3.connect(state_of(jsonl))) as state:
        state.execute("PRAGMA user_version = 99")
    assert refused(jsonl) == "state_version"


def test_a_state_that_is_cut_or_flipped_is_never_silent(jsonl):
    """Either a BatchError says so, or the batch comes out right all the same."""
    run(jsonl, 25)
    kept = {path: path.read_bytes() for path in (state_of(jsonl), Path(jsonl))}
    whole = kept[state_of(jsonl)]
    rng = random.Random(20)
    cuts = [whole[: len(whole) * share // 8] for share in range(1, 8)]
    flips = [flipped(whole, rng.randrange(len(whole)), 1 << rng.randrange(8)) for _ in range(60)]
    named = 0
    for content in cuts + flips:
        for path, before in kept.items():
            path.write_bytes(before)
        state_of(jsonl).write_bytes(content)
        code = code_of(run, jsonl)
        assert code in {None, "state_damaged", "state_version", "output_changed", "output_exists", "other_options"}
        assert code or faults(jsonl, COUNT) == (0, 0, 0)
        named += code is not None
        clear(jsonl)
    assert named > len(cuts)


def code_of(task, *arguments):
    try:
        task(*arguments)
    except BatchError as error:
        return error.code


def flipped(content, at, bit):
    changed = bytearray(content)
    changed[at] ^= bit
    return bytes(changed)


def clear(output):
    for end in ("-wal", "-shm", "-journal"):
        state_of(output).with_name(state_of(output).name + end).unlink(missing_ok=True)


# inputs


def test_duplicates_once_in_the_first_spelling(tmp_path):
    (tmp_path / "list.txt").write_text(
        "https://Example.org/a?utm_source=x\nhttps://example.org/b\nhttps://example.org/a\njunk\njunk\n"
    )
    output = str(tmp_path / "out.jsonl")
    with open_store(output) as batch:
        loaded = load(batch)
        assert (loaded.added, loaded.known) == (4, 1)
        items = batch.journal.take("example.org", 10, now=NOW)
        assert [item.input for item in items] == ["https://Example.org/a?utm_source=x", "https://example.org/b"]
        batch.commit(map(outcome, items))
    found = [json.loads(line) for line in Path(output).read_text().splitlines()]
    assert [(each["number"], each["line"]) for each in found] == [(3, 4), (4, 5), (1, 1), (2, 2)]
    assert [each["error"]["code"] for each in found[:2]] == ["invalid_url", "invalid_url"]


def test_more_inputs_are_added(jsonl, tmp_path):
    run(jsonl)
    with (tmp_path / "list.txt").open("a") as file:
        file.write("https://news0.example.org/0\nhttps://news0.example.org/more\njunk\n")
    assert run(jsonl) == 1
    assert sorted(number for number, _, _ in records(jsonl)) == list(range(1, COUNT + 3))


def test_a_file_that_has_not_changed_is_not_read_again(jsonl):
    source = given(jsonl)
    with open_store(jsonl) as batch:
        assert batch.load(source).added == COUNT
        assert (batch.load(source).added, batch.load(source).known) == (0, 0)


def test_only_what_a_shard_keeps(jsonl):
    with open_store(jsonl) as batch:
        loaded = batch.load(given(jsonl), keep=lambda item: item.url.endswith("7"))
        assert loaded.added == 6


def test_queues_by_host_and_due_time(jsonl):
    with open_store(jsonl) as batch:
        load(batch)
        journal = batch.journal
        assert next(journal.hosts()) == HostQueue("news0.example.org", 9, 0)
        first, second = journal.take("news0.example.org", 2, now=NOW)
        assert (first.number, second.number) == (1, 8)
        journal.put_off(first, attempts=1, due=NOW + 5)
        assert [item.number for item in journal.take("news0.example.org", 99, now=NOW)] == [15, 22, 29, 36, 43, 50, 57]
        assert journal.take("news0.example.org", 99, now=NOW + 4) == []
        assert next(journal.hosts()) == HostQueue("news0.example.org", 1, NOW + 5)
        (again,) = journal.take("news0.example.org", 99, now=NOW + 5)
        assert (again.number, again.attempts) == (1, 1)
        assert journal.tally().taken == 9
    with open_store(jsonl) as batch:
        assert batch.journal.tally().waiting == COUNT


def test_many_hosts(tmp_path, monkeypatch):
    monkeypatch.setattr("newsextract.batch.journal.AT_ONCE", 10)
    (tmp_path / "list.txt").write_text("".join(f"https://h{number}.example.org/\n" for number in range(35)))
    with open_store(str(tmp_path / "out.jsonl")) as batch:
        load(batch)
        assert len({queue.host for queue in batch.journal.hosts()}) == 35


def test_an_item_is_settled_once(jsonl):
    with open_store(jsonl) as batch:
        load(batch)
        (item,) = batch.journal.take("news0.example.org", now=NOW)
        batch.commit([outcome(item)])
        with pytest.raises(ValueError, match="already"):
            batch.journal.settle([recorded(outcome(item), batch.output.render)])


def test_the_tally_counts_by_result(jsonl):
    run(jsonl, 30)
    tally = read_tally(state_of(jsonl))
    assert (tally.waiting, tally.taken, tally.done + tally.failed) == (30, 0, 30)
    assert tally.results == {"ok": tally.done, "timeout": tally.failed}
    with pytest.raises(BatchError, match="no batch wrote"):
        read_tally(Path(f"{jsonl}.missing"))


# records


def outcomes():
    page = "<title>Ferry</title><h1>Ferry</h1><p>The ferry to the island sails again, the harbour office said.</p>"
    url = "https://ann:secret@example.org/a"
    item = Item("https://ann:secret@example.org/a#x", url, source="list.txt", line=3, number=1)
    yield Outcome(item, extract(page, url))
    yield Outcome(item, error=Failure("http_status", "the server answered 404 Not Found", 404), attempts=1)
    yield Outcome(Item("x", None, number=2), error=Failure("invalid_url", "no web address"), attempts=0)
    yield Outcome(Item("x.html", None, number=2), extract(page))


def test_records_are_as_their_schema_says():
    schema = record_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    for each in outcomes():
        record = json.loads(json.dumps(each.to_dict()))
        jsonschema.validate(record, schema)
        assert list(record)[:7] == ["number", "input", "source", "line", "url", "attempts", "error"]
        assert "secret" not in json.dumps({**record, "input": ""})
        if each.article:
            assert Article.from_dict(record).title == "Ferry"
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate({**record, "error": {"code": 1}}, schema)
    with pytest.raises(ValueError, match="either"):
        Outcome(Item("x", None))


def test_workers_can_make_the_records(output, tmp_path):
    render = pickle.loads(pickle.dumps(open_output(output).render))
    with open_store(output) as batch:
        load(batch) if "{" not in output else batch.load(given(output))
        items = batch.journal.take("news0.example.org", 3, now=NOW)
        batch.commit([pickle.loads(pickle.dumps(recorded(outcome(item), render))) for item in items])
    assert len(records(output)) == 3


def test_a_member_of_gzip_for_each_commit(tmp_path):
    crashing.write_list(tmp_path / "list.txt", COUNT)
    output = tmp_path / "out.jsonl.gz"
    run(str(output), 14)
    assert output.read_bytes().count(b"\x1f\x8b\x08") >= 2
    assert len(gzip.decompress(output.read_bytes()).splitlines()) == 14


def test_no_cell_is_a_formula(tmp_path):
    crashing.write_list(tmp_path / "list.txt", COUNT)
    output = tmp_path / "out.csv"
    run(str(output), 5)
    assert ",'=Title 1," in output.read_text()


def test_one_file_an_article(tmp_path):
    (tmp_path / "list.txt").write_text(
        "https://example.org:8080/a/../Stra%C3%9Fe%2Fx.html?b\nhttps://example.org/\nx\n"
    )
    output = str(tmp_path / "out/{host}/{slug}-{number:03d}.md")
    run(output, make=better)
    files = sorted(str(path.relative_to(tmp_path / "out")) for path in (tmp_path / "out").rglob("*.md"))
    assert files == ["example.org-8080/x-001.md", "example.org/index-002.md"]
    index = [json.loads(line) for line in (tmp_path / "out" / "index.jsonl").read_text().splitlines()]
    assert [(each["number"], each.get("file"), each.get("title")) for each in index] == [
        (3, None, None),
        (2, "example.org/index-002.md", "Now"),
        (1, "example.org-8080/x-001.md", "Now"),
    ]


@pytest.mark.parametrize(
    "url", ["https://example.org/..", "https://example.org/%2e%2e%2f%2e%2e%2fpasswd", "https://../a"]
)
def test_no_name_leads_out_of_the_folder(tmp_path, url):
    item = Item(url, url, number=1)
    for template in ("{host}/{slug}/{number}.txt", "{slug}/{key}.txt"):
        output = open_output(str(tmp_path / "out" / template))
        output.create(fresh=True)
        output.write([output.render(better(item))])
        output.close()
    made = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert all(tmp_path / "out" in path.parents for path in made)
    assert len(made) == 3


def test_a_stream_and_one_whose_reader_has_gone():
    given = io.BytesIO()
    item = Item("https://example.org/", "https://example.org/")
    with store.Store(Journal(None), Stream(given)) as batch:
        batch.journal.load(open_source("https://example.org/"))
        (item,) = batch.journal.take("example.org", now=NOW)
        batch.commit([better(item)])
    assert json.loads(given.getvalue())["title"] == "Now"
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb", buffering=0) as pipe, pytest.raises(BrokenPipeError):
        Stream(pipe).write([b"{}"])


def test_parts_gather_many_commits(tmp_path, monkeypatch):
    pyarrow, parquet = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    monkeypatch.setattr(store, "HOLD", 20)
    crashing.write_list(tmp_path / "list.txt", COUNT)
    output = tmp_path / "out.parquet"
    run(str(output))
    *full, last = (parquet.read_metadata(part).num_rows for part in sorted(output.iterdir()))
    assert len(full) == 2
    assert min(full) >= 20 >= last
    table = parquet.read_table(output)
    assert table.num_rows == COUNT
    assert table.schema.field("authors").type == pyarrow.list_(pyarrow.string())


def test_errors_of_a_batch_can_be_sent():
    error = pickle.loads(pickle.dumps(BatchError("it is gone", code="output_changed", path="a.jsonl")))
    assert (str(error), error.code, error.path) == ("a.jsonl: it is gone", "output_changed", "a.jsonl")
    with pytest.raises(ValueError, match="unknown"):
        BatchError("x", code="x", path="x")
