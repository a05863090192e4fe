"""The report of a batch: its figures are those of the state, and whatever hosts and pages say, it is one sound page."""

from __future__ import annotations

import contextlib
import doctest
import re
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from tests import test_batch
from tests.test_batch import until, world, written
from tests.test_batch_store import flipped
from tests.test_cli import page as page_of

from newsextract import Article, BatchError, Status
from newsextract.batch import Failure, Item, Outcome, journal, open_store, write_report
from newsextract.batch.outcome import OWN_CODES
from newsextract.batch.outputs import state_of
from newsextract.batch.report import meanings, words
from newsextract.batch.report.figures import MOST_HOSTS, MOST_RUNS, Example, Figures, Host, Run, read_figures
from newsextract.batch.report.page import page
from newsextract.batch.sources import Source
from newsextract.batch.tally import Tally, read_tally
from newsextract.errors import FETCH_CODES, INPUT_CODES, InputError

START = 1_790_000_000.0
EVIL = "<script>alert(1)</script>\u202e\x1b[2J\"'&amp;</title></table>"
TAGS = {
    *"html head meta title style body svg defs pattern rect header h1 p bdi main dl div dt dd h2 figure".split(),
    *"figcaption line text span table caption thead tbody tr th td code".split(),
}


class Clock:
    """What the journal takes for the time: it stands still until it is set."""

    def __init__(self):
        self.now = START

    def time(self):
        return self.now


@pytest.fixture
def clock(monkeypatch):
    clock = Clock()
    monkeypatch.setattr(journal, "time", clock)
    return clock


@pytest.fixture
def output(tmp_path):
    return str(tmp_path / "out.jsonl")


def items(count, hosts=3):
    urls = [f"https://news{number % hosts}.example.org/{number}" for number in range(count)]
    return [Item(url, url) for url in urls]


def load(store, given):
    store.load(Source("list", None, None, lambda: iter(given)))


def take(store):
    return [item for host in list(store.journal.hosts()) for item in store.journal.take(host.host, 10**6, now=1e12)]


def article(item, language="en"):
    return Outcome(item, Article(url=item.url, language=language))


def failed(item, code="timeout", message="late"):
    return Outcome(item, error=Failure(code, message))


def report(output, name="report.html"):
    """Write it, and return it parsed, after what holds for each."""
    path = Path(output).with_name(name)
    write_report(output, path)
    return checked(path.read_text("utf-8"))


def checked(text):
    tree = html.document_fromstring(text)
    assert {element.tag for element in tree.iter()} - {etree.Comment} <= TAGS
    assert not tree.xpath("//@src | //@href | //@srcdoc | //@*[starts-with(name(), 'on')]")
    assert "@import" not in text
    assert re.findall(r"url\((.*?)\)", text) == ["#hatch"]
    etree.fromstring(re.sub(r"<meta [^>]*>", "", text.removeprefix("<!DOCTYPE html>")))  # each tag that opens closes
    return tree


def table(tree, name):
    """The rows of a table as texts, below its heads."""
    return [[cell.text_content() for cell in row] for row in tree.xpath(f"//table[@id='{name}']/tbody/tr")]


def tiles(tree):
    return dict(zip(tree.xpath("//dt/text()"), tree.xpath("//dd/text()"), strict=True))


def columns(tree):
    """The articles and failures that the columns of the first plot tell of."""
    told = tree.xpath("(//figure)[1]//rect/title/text()")
    found = {re.search(r": ([\d,]+) articles, ([\d,]+) failures", each)[0] + each for each in told}
    pairs = [re.match(r": ([\d,]+) articles, ([\d,]+) failures", each).groups() for each in found]
    return tuple(sum(int(pair[at].replace(",", "")) for pair in pairs) for at in (0, 1))


# figures


def test_figures_are_those_of_the_state(output, clock):
    with open_store(output) as store:
        load(store, [*items(60), Item("no address", None, refusal=Failure("invalid_url", "no web address"))])
        for number, item in enumerate(take(store)[:50]):
            clock.now += 0.5
            wrong = number % 10 == 0
            store.commit([failed(item) if wrong else article(item, "de" if number < 15 else "en")])
        tally = store.journal.tally()
    tree = report(output)
    assert tree.findtext(".//h1") == "51 of 61 inputs done: 45 articles, 6 failed, 10 left"
    assert tiles(tree) == {
        "Inputs": "61",
        "Articles": str(tally.done),
        "Failed": str(tally.failed),
        "Left": "10",
        "Runs": "1",
        "Time of runs": "25 s",
        "Average pages": "2.0/s",
    }
    assert {row[1]: int(row[3]) for row in table(tree, "results")} == tally.results
    assert columns(tree) == (45, 5)
    hosts = table(tree, "hosts")
    assert sum(int(row[2]) for row in hosts) == 6
    assert [row[-1] for row in hosts if row[0] == "(no host asked)"] == ["invalid_url 1"]
    assert {row[1] for row in hosts} == {"20", "1"}
    assert tree.xpath("//h2/text()")[0] == "2.0 pages/s on average, in 1 run of 25 s"
    assert "71.1 % of the articles are in “en”, of 2 languages" in tree.xpath("//h2/text()")


def test_runs_and_the_pauses_between_them(output, clock):
    for number in range(3):
        with open_store(output) as store:
            load(store, items(30))
            for item in take(store)[:10]:
                clock.now += 1 + number
                store.commit([article(item)])
        clock.now += 3_600
    assert table(report(output), "runs") == [
        ["1", "2026-09-21 14:13:20", "2026-09-21 14:13:30", "10 s", "10", "1.0/s", "–"],
        ["2", "2026-09-21 15:13:30", "2026-09-21 15:13:50", "20 s", "10", "30.0/min", "1 h"],
        ["3", "2026-09-21 16:13:50", "2026-09-21 16:14:20", "30 s", "10", "20.0/min", "1 h"],
    ]
    tree = report(output)
    assert tree.xpath("//text[starts-with(., 'pause')]/text()") == ["pause of 1 h", "pause of 1 h"]
    assert columns(tree) == (30, 0)


def test_run_without_a_record_is_none(output, clock):
    for _ in range(3):
        with open_store(output) as store:
            load(store, items(5))
            clock.now += 60
    tree = report(output)
    assert tree.findtext(".//h1") == "0 of 5 inputs done: 0 articles, 0 failed, 5 left"
    assert "Runs" not in tiles(tree)
    assert not tree.xpath("//figure | //table")


def test_batch_without_inputs(output):
    open_store(output).close()
    assert report(output).findtext(".//h1") == "No inputs"


def test_clock_that_is_set_back_makes_nothing_up(output, clock):
    with open_store(output) as store:
        load(store, items(4))
        clock.now -= 1_000
        store.commit(map(article, take(store)))
    clock.now -= 1_000
    with open_store(output) as store:
        load(store, items(6))
        store.commit(map(article, take(store)))
    tree = report(output)
    assert [row[3:] for row in table(tree, "runs")] == [["0.0 s", "4", "–", "–"], ["0.0 s", "2", "–", "–"]]
    assert "Average pages" not in tiles(tree)


def test_what_is_done_again_counts_once(output, clock):
    with open_store(output) as store:
        load(store, items(6))
        clock.now += 5
        store.commit(map(failed, take(store)))
    with open_store(output, retry_failed=True) as store:
        assert not read_figures(state_of(output)).examples
        clock.now += 5
        store.commit(map(article, take(store)))
    tree = report(output)
    assert columns(tree) == (6, 0)
    assert [row[4] for row in table(tree, "runs")] == ["0", "6"]
    assert not table(tree, "hosts")


def test_examples_are_the_first_and_the_last_of_a_code(output, clock):
    with open_store(output) as store:
        load(store, items(9, hosts=1))
        given = take(store)
        store.commit(failed(item, message=f"late {item.number}") for item in given[3:6])
        clock.now += 1
        store.commit(
            [*(failed(item, message=f"late {item.number}") for item in given[:3]), failed(given[6], "dns", "")]
        )
    assert [[row[0], row[1], row[4]] for row in table(report(output), "examples")] == [
        ["timeout", "first", "late 4"],
        ["timeout", "last", "late 3"],
        ["dns", "only", "–"],
    ]


def test_many_hosts_and_runs_make_no_large_page(output, clock):
    number = MOST_RUNS + 5
    for run in range(number):
        with open_store(output) as store:
            load(store, items(number * 20, hosts=400))
            clock.now += 100
            store.commit(map(failed, take(store)[:20]))
            assert store.journal.tally().failed == 20 * (run + 1)
    tree = report(output)
    assert len(table(tree, "hosts")) == MOST_HOSTS
    assert len(table(tree, "runs")) == MOST_RUNS
    assert "840 failures of other hosts are not shown." in tree.text_content()
    assert columns(tree) == (0, MOST_RUNS * 20)
    assert Path(output).with_name("report.html").stat().st_size < 100_000


def test_report_beside_a_run_that_is_at_work(output):
    with open_store(output) as store:
        load(store, items(8))
        store.commit(map(article, take(store)[:3]))
        assert tiles(report(output))["Articles"] == "3"
        store.commit([])


# texts from outside


def test_texts_from_outside_are_text(output):
    urls = [f"http://ann:secret@{EVIL}.example/{number}" for number in range(3)]
    given = [Item(url, url) for url in urls] + [Item(EVIL * 999, None, refusal=Failure(f"c{EVIL}", EVIL * 99))]
    with open_store(output) as store:
        load(store, given)
        found = take(store)
        store.commit([failed(found[0], f"b{EVIL}", f"{EVIL}\ud800" * 99), article(found[1], EVIL), failed(found[2])])
    tree = report(output)
    assert "secret" not in tree.text_content()
    assert not set(tree.text_content()) & {"\u202e", "\x1b"}
    assert "<script>alert(1)</script>" in tree.text_content()


TEXTS = st.text(max_size=40) | st.sampled_from([EVIL, "", "\uffff", "a" * 400, "新聞" * 50])
COUNTS = st.integers(0, 10**9)


@st.composite
def figures(draw):
    counts = st.dictionaries(TEXTS, st.integers(1, 10**9), max_size=4)
    times = st.floats(0, 2e9)
    statuses, failures = draw(counts), draw(counts)
    languages = draw(counts)
    hosts = draw(st.lists(st.builds(Host, TEXTS, st.just(10**9), st.integers(1, 10**9), counts), max_size=3))
    done = sum(statuses.values()) + sum(languages.values())
    failed = sum(failures.values()) + sum(host.failed for host in hosts)
    tally = Tally(draw(COUNTS), draw(COUNTS), done, failed, {})
    runs = []
    for number in range(draw(st.integers(0, 4))):
        started = draw(times)
        parts = draw(st.lists(st.tuples(COUNTS, COUNTS), min_size=1, max_size=3))
        runs.append(Run(number, started, started + draw(st.floats(0, 1e8)), tuple(parts)))
    example = st.builds(Example, COUNTS, times, TEXTS, st.none() | TEXTS)
    failing = sum(bool(host.name) for host in hosts)
    return Figures(
        draw(times), tally, statuses, failures, draw(COUNTS), sum(run.seconds for run in runs), len(runs), tuple(runs),
        tuple(hosts), failing, failing, languages, len(languages),
        draw(st.dictionaries(TEXTS, st.tuples(example, example), max_size=2)),
    )  # fmt: skip


@given(figures(), TEXTS)
@settings(max_examples=25, deadline=None)
def test_any_figures_make_a_sound_page(figures, name):
    tree = checked(page(figures, name).encode("utf-8", "replace").decode())
    shown = [row[0] for row in table(tree, "hosts")]
    told = (words.plain(host.name, 120) or "–" if host.name else "(no host asked)" for host in figures.hosts)
    assert shown == list(told)
    numbers = "".join(tree.xpath("//svg//@*[name() != 'transform']"))
    assert "nan" not in numbers
    assert "inf" not in numbers


# meanings


def test_every_result_has_its_meaning():
    kinds = [InputError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    assert {kind.code for kind in kinds} == set(INPUT_CODES)
    assert all(map(meanings.of_status, Status))
    assert all(map(meanings.of_code, [*INPUT_CODES, *FETCH_CODES, *OWN_CODES]))
    assert meanings.of_code("too_large").endswith("; or the body is larger than the cap")
    assert meanings.of_code("unheard") is None
    reference = (Path(__file__).parents[1] / "docs" / "reference.md").read_text("utf-8")
    assert all(
        re.search(rf"^\| `{code}` \| .*{meaning}", reference, re.MULTILINE) for code, meaning in INPUT_CODES.items()
    )
    assert all(f"| `{status}` | {meaning}" in reference for status, meaning in meanings.STATUSES.items())


def test_examples_of_words():
    assert doctest.testmod(words).failed == 0


# states that are damaged


def done(output):
    with open_store(output) as store:
        load(store, items(40))
        store.commit((failed if item.number % 3 == 0 else article)(item) for item in take(store))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("PRAGMA user_version = 1", "state_version"),
        ("PRAGMA application_id = 5", "state_damaged"),
        ("UPDATE item SET state = 77 WHERE number = 3", "state_damaged"),
        ("UPDATE item SET settled = 1e300 WHERE number = 3", "state_damaged"),
        ("UPDATE item SET message = x'ff00' WHERE number = 3", "state_damaged"),
        ("UPDATE item SET language = x'ff00' WHERE number = 2", "state_damaged"),
        ("UPDATE run SET last = started - 5", "state_damaged"),
        ("UPDATE run SET last = 9e999", "state_damaged"),
        ("DROP TABLE run", "state_damaged"),
    ],
)
def test_state_that_can_not_be_is_refused(output, change, code):
    done(output)
    with contextlib.closing(sqlite3.connect(state_of(output))) as state:
        state.execute(change)
        state.commit()
    path = Path(output).with_name("report.html")
    path.write_text("earlier")
    with pytest.raises(BatchError) as caught:
        write_report(output, path)
    assert caught.value.code == code
    assert path.read_text() == "earlier"
    assert sorted(each.name for each in path.parent.iterdir() if "part" in each.name) == []


def test_state_that_is_cut_or_flipped_is_named_or_makes_a_sound_page(output):
    done(output)
    state = state_of(output)
    whole = state.read_bytes()
    broken = [whole[: len(whole) * share // 8] for share in range(8)]
    broken += [flipped(whole, at, 1 << at % 8) for at in range(3, len(whole), len(whole) // 150)]
    named = 0
    for content in broken:
        state.write_bytes(content)
        try:
            report(output)
        except BatchError as error:
            assert error.code in {"state_damaged", "state_version"}  # noqa: PT017
            named += 1
    assert named > 8


def test_no_state_and_no_place(output, tmp_path):
    with pytest.raises(BatchError, match="no batch wrote"):
        write_report(output, tmp_path / "report.html")
    done(output)
    with pytest.raises(BatchError) as caught:
        write_report(output, tmp_path / "missing" / "report.html")
    assert (caught.value.code, caught.value.path) == ("not_writable", str(tmp_path / "missing" / "report.html"))
    with pytest.raises(ValueError, match="should"):
        write_report("out/{number}.docx", tmp_path / "report.html")


# the shell


def shell(*arguments):
    command = [sys.executable, "-m", "newsextract.cli", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path):
    saved = tmp_path / "saved"
    saved.mkdir()
    for number in range(3):
        (saved / f"{number}.html").write_bytes(page_of(f"Story {number}"))
    (saved / "paper.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n")
    return saved


def test_shell_writes_the_report_of_a_run_and_of_a_state(folder, output, tmp_path):
    run = shell("batch", folder, "-o", output, "--report", tmp_path / "run.html")
    assert run.returncode == 1
    assert run.stderr.splitlines()[0] == "newsextract: 3 articles, 1 failed, 0 to do"
    told = shell("status", output, "--report", tmp_path / "status.html")
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout.startswith("3 articles, 1 failed, 0 to do\n")
    for name in ("run", "status"):
        tree = checked((tmp_path / f"{name}.html").read_text("utf-8"))
        assert tree.findtext(".//h1") == "All of 4 inputs done: 3 articles, 1 failed"
        assert [row[0] for row in table(tree, "examples")] == ["not_a_page"]
        assert "100 % of the articles are in “en”" in tree.xpath("//h2/text()")


def test_report_that_can_not_be_written_costs_a_line(folder, output, tmp_path):
    nowhere = tmp_path / "missing" / "report.html"
    run = shell("batch", folder, "-o", output, "--report", nowhere)
    said = (
        f"newsextract: no report was written: {nowhere}: it can't be written (No such file or directory) [not_writable]"
    )
    assert run.returncode == 1
    assert run.stderr.splitlines()[:2] == [said, "newsextract: 3 articles, 1 failed, 0 to do"]
    assert run.stderr.count("no report") == 1
    told = shell("status", output, "--report", nowhere)
    assert (told.returncode, told.stderr) == (74, f"{said}\n")


@pytest.mark.parametrize("report", ["out.jsonl", "out.jsonl.state", "saved/../list.txt"])
def test_report_takes_the_place_of_nothing_else(folder, tmp_path, report):
    (tmp_path / "list.txt").write_text(f"{folder / '0.html'}\n")
    run = shell("batch", tmp_path / "list.txt", "-o", tmp_path / "out.jsonl", "--report", tmp_path / report)
    assert run.returncode == 2
    assert "would overwrite" in run.stderr
    assert not (tmp_path / "out.jsonl").exists()


def test_report_where_the_output_failed(folder, tmp_path):
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "newsextract.cli", "batch", str(folder), "-o", "-", "--report"]
        command.append(str(tmp_path / "r.html"))
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert run.returncode == 74
    assert "[disk_full]" in run.stderr
    assert checked((tmp_path / "r.html").read_text("utf-8")).findtext(".//h1").startswith("0 of 4 inputs done")


def test_report_of_damaged_state_in_the_shell(output, tmp_path):
    done(output)
    with contextlib.closing(sqlite3.connect(state_of(output))) as state:
        state.execute("UPDATE run SET last = 0")
        state.commit()
    told = shell("status", output, "--report", tmp_path / "report.html")
    assert told.returncode == 74
    assert "[state_damaged]" in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_stopped_run_has_its_report(tmp_path, number):
    with world(4) as sites:
        arguments = [*test_batch.given(sites, tmp_path), "--delay", "0.3", "--report", tmp_path / "report.html"]
        with test_batch.shell(*arguments) as child:
            until(lambda: written(tmp_path) > 4)
            assert checked((tmp_path / "report.html").read_text("utf-8")).findtext(".//h1").startswith("0 of 48")
            child.send_signal(number)
            child.communicate(timeout=20)
        assert child.returncode == 130
        tally = read_tally(state_of(str(tmp_path / "out.jsonl")))
        tree = checked((tmp_path / "report.html").read_text("utf-8"))
        assert tiles(tree)["Articles"] == str(tally.done)
        assert tiles(tree)["Left"] == str(tally.waiting)
        with test_batch.shell(*arguments) as child:
            assert child.wait(30) == 0
    tree = checked((tmp_path / "report.html").read_text("utf-8"))
    assert tree.findtext(".//h1") == "All of 48 inputs done: 48 articles, 0 failed"
    assert columns(tree) == (48, 0)
    assert tiles(tree)["Runs"] == "2"
