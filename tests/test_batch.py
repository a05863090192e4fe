"""Whole batches, on loopback: each input once, politely and side by side, whatever hosts, pages and people do."""

from __future__ import annotations

import json
import os
import random
import re
import signal
import subprocess
import sys
import termios
import threading
import time
from collections import Counter
from contextlib import ExitStack, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain, pairwise
from pathlib import Path

import pytest
from tests.hurting import HurtingJob
from tests.test_batch_workers import hurting
from tests.test_cli import page

import newsextract
from newsextract import Article
from newsextract.batch import open_store, runner, schedule
from newsextract.fetch import breaker


class Site:
    """One host of a world: how long it takes, what its robots.txt says, and what it was asked when."""

    def __init__(self, number, pause=0.0, robots=""):
        self.pause, self.robots = pause, robots
        self.asked = []
        self.answers = {}
        self.at_once = self.most_at_once = 0
        site, lock = self, threading.Lock()

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                with lock:
                    begun = time.monotonic()
                    site.at_once += 1
                    site.most_at_once = max(site.at_once, site.most_at_once)
                    times = sum(path == self.path for path, _, _ in site.asked)
                if self.path != "/robots.txt":
                    time.sleep(site.pause)
                self.answer(*site.answer(self.path, times))
                with lock:
                    site.at_once -= 1
                    site.asked.append((self.path, begun, time.monotonic()))

            def answer(self, status, body, headers=()):
                self.send_response(status)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                for name, value in headers:
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer((f"127.0.0.{number + 2}", 0), Handler)
        self.server.daemon_threads = True
        host, port = self.server.server_address
        self.host = f"{host}:{port}"
        threading.Thread(target=self.server.serve_forever, args=[0.01], daemon=True).start()

    def url(self, path):
        return f"http://{self.host}{path}"

    def answer(self, path, times):
        if path == "/robots.txt":
            return (200, self.robots.encode()) if self.robots else (404, b"")
        given = self.answers.get(path)
        if given:
            return given[min(times, len(given) - 1)]
        return 200, page(f"Story {path} of {self.host}")

    def paths(self):
        return [path for path, _, _ in self.asked if path != "/robots.txt"]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


@contextmanager
def world(count, **of):
    """Make so many hosts."""
    with ExitStack() as stack:
        sites = [Site(number, **of) for number in range(count)]
        for site in sites:
            stack.callback(site.close)
        yield sites


def run(inputs, output=None, **options):
    options = {"allow_private": True, "delay": 0.0, "jobs": 1, **options}
    return list(newsextract.batch(inputs, output, **options))


def by_input(outcomes):
    found = {outcome.item.input: outcome for outcome in outcomes}
    assert len(found) == len(outcomes)
    return found


def records(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def shell(*arguments):
    command = [sys.executable, "-m", "newsextract.cli", "batch", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


# saved pages


@pytest.fixture
def folder(tmp_path):
    saved = tmp_path / "saved"
    saved.mkdir()
    for number in range(8):
        (saved / f"{number}.html").write_bytes(page(f"Story {number}"))
    (saved / "paper.html").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n")
    return saved


def test_folder_of_saved_pages(folder, tmp_path):
    output = tmp_path / "out.jsonl"
    outcomes = by_input(run(folder, output))
    assert {name.rpartition("/")[2]: outcome.result for name, outcome in outcomes.items()} == {
        **{f"{number}.html": "ok" for number in range(8)},
        "paper.html": "not_a_page",
    }
    written = {record["input"]: record for record in records(output)}
    assert written == {name: outcome.to_dict() for name, outcome in outcomes.items()}
    assert {one["title"] for one in written.values() if not one["error"]} == {f"Story {n}" for n in range(8)}
    assert run(folder, output) == []


def test_without_an_output_nothing_is_remembered(folder, tmp_path):
    assert len(run(folder)) == len(run(folder)) == 9
    assert [path.name for path in tmp_path.iterdir()] == ["saved"]


def test_one_who_stops_reading_goes_on_later(folder, tmp_path):
    output = tmp_path / "out.jsonl"
    few = newsextract.batch(folder, output, jobs=1)
    first = next(few)
    few.close()
    assert first.item.number in {record["number"] for record in records(output)}
    run(folder, output)
    assert sorted(record["number"] for record in records(output)) == list(range(1, 10))


def test_what_is_no_input_is_an_outcome_too(folder):
    outcomes = by_input(run([str(folder / "1.html"), "nowhere.html", "ftp://example.org/"]))
    assert {name: outcome.result for name, outcome in outcomes.items()} == {
        str(folder / "1.html"): "ok",
        "nowhere.html": "input",
        "ftp://example.org/": "input",
    }


@pytest.mark.parametrize("wrong", [{"jobs": 0}, {"delay": -1}, {"retries": -1}, {"shard": (3, 2)}, {"user_agent": "é"}])
def test_options_that_make_no_sense(wrong):
    with pytest.raises(ValueError, match=r"\w"):
        newsextract.batch([], **wrong)


def test_pages_that_hurt_cost_a_record_each(folder, tmp_path, monkeypatch):
    monkeypatch.setattr(runner, "Job", lambda *given: HurtingJob(*given[:3], seconds=1.5))
    for name in ("hang", "crash", "eat"):
        (folder / f"{name}.html").write_bytes(hurting(name))
    found = Counter(outcome.result for outcome in run(folder, tmp_path / "out.jsonl", jobs=2))
    codes = ("not_a_page", "extraction_timeout", "extraction_crashed", "extraction_memory")
    assert found == {"ok": 8, **dict.fromkeys(codes, 1)}


# hosts


def test_fetched_pages_are_as_extract_url_gives_them():
    with world(1) as (site,):
        site.answers["/bridge"] = [(200, b'<title>Moved</title><meta http-equiv="refresh" content="0; url=/story">')]
        outcomes = by_input(run([site.url("/story"), site.url("/bridge")]))
        for url, outcome in outcomes.items():
            fetched = newsextract.extract_url(url, fetcher=newsextract.Fetcher(allow_private=True))
            assert outcome.article == fetched
            assert outcome.url == url
        assert outcomes[site.url("/bridge")].article.final_url == site.url("/story")


def test_faults_of_hosts_are_tried_again_or_told(monkeypatch):
    monkeypatch.setattr("newsextract.fetch.retry.FIRST_WAIT", 0.1)
    with world(3) as (good, busy, closed):
        busy.answers["/later"] = [(503, b"", [("Retry-After", "1")]), (200, page("At last"))]
        busy.answers["/never"] = [(503, b"")]
        busy.answers["/gone"] = [(404, b"")]
        closed.robots = "User-agent: *\nDisallow: /private"
        urls = [
            busy.url("/later"),
            busy.url("/never"),
            busy.url("/gone"),
            closed.url("/private/1"),
            closed.url("/open"),
        ]
        outcomes = by_input(run([*urls, *(good.url(f"/{number}") for number in range(5))]))
        told = [(outcomes[url].result, outcomes[url].attempts) for url in urls]
        assert told == [("ok", 2), ("http_status", 3), ("http_status", 1), ("robots", 0), ("ok", 1)]
        assert Counter(outcome.result for outcome in outcomes.values())["ok"] == 7
        assert closed.paths() == ["/open"]
        asked = [begun for path, begun, _ in busy.asked if path == "/later"]
        assert asked[1] - asked[0] >= 1


def test_robots_may_be_left_aside():
    with world(1, robots="User-agent: *\nDisallow: /") as (site,):
        assert [outcome.result for outcome in run(site.url("/story"))] == ["robots"]
        assert [outcome.result for outcome in run(site.url("/story"), robots=False)] == ["ok"]


def test_host_that_is_down_is_given_up_after_one_more_try(monkeypatch):
    monkeypatch.setattr("newsextract.fetch.retry.FIRST_WAIT", 0.01)
    monkeypatch.setattr(breaker, "PAUSE", 0.5)
    with world(1) as (site,):
        dead = [f"http://127.0.0.99:9/{number}" for number in range(40)]
        outcomes = run([*dead, site.url("/story")])
    lost = [outcome for outcome in outcomes if outcome.result == "host_down"]
    assert (len(lost), len(outcomes)) == (40, 41)
    assert sum(outcome.attempts for outcome in lost) == 6
    assert all(outcome.error.retriable and "given up" in outcome.error.message for outcome in lost)


def test_host_that_is_down_does_not_delay_the_end(monkeypatch):
    monkeypatch.setattr("newsextract.fetch.retry.FIRST_WAIT", 0.01)
    monkeypatch.setattr(schedule, "LAST_WAIT", 0.5)
    with world(1) as (site,):
        begun = time.monotonic()
        outcomes = run([*(f"http://127.0.0.{99 + number % 2}:9/{number}" for number in range(40)), site.url("/story")])
        assert time.monotonic() - begun < breaker.PAUSE / 10
    lost = [outcome for outcome in outcomes if outcome.result == "host_down"]
    assert (len(lost), len(outcomes)) == (40, 41)
    assert sum(outcome.attempts for outcome in lost) == 12


def test_saved_html_came_with_no_status(folder):
    found = by_input(run(folder, jobs=1))
    assert {outcome.article.fetch.status for outcome in found.values() if outcome.article} == {None}


def test_host_has_one_connection_and_its_delay():
    with world(4) as sites:
        urls = [site.url(f"/{number}") for number in range(4) for site in sites]
        assert {outcome.result for outcome in run(urls, delay=0.3)} == {"ok"}
        for site in sites:
            assert site.most_at_once == 1
            assert len(site.asked) == 5  # robots.txt, too
            assert all(after[1] - before[2] >= 0.28 for before, after in pairwise(site.asked))
    firsts, lasts = zip(*((site.asked[0][1], site.asked[-1][1]) for site in sites), strict=True)
    assert max(firsts) < min(lasts)  # side by side


def test_place_is_given_up_for_a_host_whose_turn_is_later(monkeypatch):
    monkeypatch.setattr(runner, "PATIENCE", 0.1)
    monkeypatch.setattr(runner, "HOSTS_AT_ONCE", 1)
    with world(2) as (one, other):
        urls = [site.url(f"/{number}") for site in (one, other) for number in range(2)]
        outcomes = run(urls, delay=1)
        assert [(outcome.result, outcome.attempts) for outcome in outcomes] == [("ok", 1)] * 4
        assert [len(site.asked) for site in (one, other)] == [3, 3]
        assert all(after[1] - before[2] >= 0.95 for site in (one, other) for before, after in pairwise(site.asked))
    assert max(one.asked[0][1], other.asked[0][1]) < min(one.asked[-1][1], other.asked[-1][1])  # side by side


def test_slow_host_costs_the_others_nothing():
    """How little is told by ``benchmarks/batch_run.py --slow``."""
    with world(30) as (slow, *others):
        slow.pause = 2
        urls = [site.url(f"/{number}") for number in range(4) for site in (slow, *others)]
        assert {outcome.result for outcome in run(urls, delay=0.8, jobs=2)} == {"ok"}
        last_of_slow = max(begun for _, begun, _ in slow.asked)
        assert max(end for site in others for _, _, end in site.asked) < last_of_slow


def test_host_that_must_not_be_asked_costs_no_delay():
    begun = time.monotonic()
    outcomes = run([f"http://127.0.0.99:9/{number}" for number in range(20)], allow_private=False, delay=5)
    assert [(outcome.result, outcome.attempts) for outcome in outcomes] == [("forbidden_address", 0)] * 20
    assert time.monotonic() - begun < 5


def test_redirect_to_what_must_not_be_asked_costs_a_delay():
    robots = "User-agent: *\nDisallow: /closed"
    with world(1, robots=robots) as (site,):
        for number in range(3):
            site.answers[f"/{number}"] = [(302, b"", [("Location", f"/closed/{number}")])]
        outcomes = run([site.url(f"/{number}") for number in range(3)], delay=0.2)
        asked = [begun for path, begun, _ in site.asked if path != "/robots.txt"]
    assert [outcome.result for outcome in outcomes] == ["robots"] * 3
    assert min(later - earlier for earlier, later in pairwise(asked)) >= 0.2


@pytest.mark.parametrize(
    ("given", "output"), [("./o.jsonl", "o.jsonl"), ("o.jsonl.state", "o.jsonl"), (".", "sub/{number}.html")]
)
@pytest.mark.parametrize("fresh", [True, False])
def test_output_never_takes_the_place_of_an_input(tmp_path, given, output, fresh):
    (tmp_path / "o.jsonl").write_text("mine\n")
    given, output = f"{tmp_path}/{given}", f"{tmp_path}/{output}"
    with pytest.raises(ValueError, match="the output would be written there"):
        newsextract.batch(given, output, fresh=fresh)
    done = shell(given, "-o", output, *(["--fresh"] if fresh else []))
    assert "the output would be written there" in done.communicate(timeout=30)[1]
    assert done.returncode == 2
    assert [each.name for each in tmp_path.iterdir()] == ["o.jsonl"]
    assert (tmp_path / "o.jsonl").read_text() == "mine\n"


def test_folder_of_pages_may_hold_an_output_that_is_no_page(folder, tmp_path):
    for output in ("out.jsonl", "texts/{number}.txt"):
        outcomes = run(str(folder), str(folder / output))
        assert outcomes
        assert run(str(folder), str(folder / output)) == []


def test_shell_says_that_there_is_nothing_to_do(tmp_path):
    (tmp_path / "notes.md").write_text("no page\n")
    done = shell(tmp_path, "-o", tmp_path / "out.jsonl")
    said = done.communicate(timeout=30)[1]
    assert done.returncode == 0
    assert "no address and no saved page was found" in said


def test_shares_are_the_whole():
    with world(6) as sites:
        urls = [site.url(f"/{number}") for number in range(3) for site in sites]
        shares = [[outcome.item.input for outcome in run(urls, shard=(index, 3))] for index in (1, 2, 3)]
    assert sorted(chain(*shares)) == sorted(urls)
    hosts = [{re.sub(r"/\d$", "", url) for url in share} for share in shares]
    assert sum(map(len, hosts)) == 6


# the shell


def test_shell_writes_tells_and_has_exit_codes(folder, tmp_path):
    output = tmp_path / "out.jsonl"
    with shell(folder, "-o", output) as child:
        out, err = child.communicate()
    assert (child.returncode, out) == (1, "")
    assert err.splitlines() == [
        "newsextract: 8 articles, 1 failed, 0 to do",
        "newsextract: 8 ok",
        "newsextract: 1 not_a_page",
    ]
    (folder / "paper.html").write_bytes(page("Mended"))
    with shell(folder, "-o", output, "--retry-failed", "--jobs", 1) as child:
        assert child.wait() == 0
    assert sorted(one["number"] for one in records(output)) == list(range(1, 10))
    status = [sys.executable, "-m", "newsextract.cli", "status", output]
    told = subprocess.run(status, capture_output=True, text=True, check=True).stdout
    assert told == "9 articles, 0 failed, 0 to do\n        9 ok\n"


def test_shell_streams_to_a_pipe(folder, tmp_path):
    with shell(folder, "-o", "-") as child:
        out, _ = child.communicate()
    assert len({json.loads(line)["number"] for line in out.splitlines()}) == 9
    assert all(Article.from_dict(one).title for one in map(json.loads, out.splitlines()) if not one["error"])


def test_shell_shows_a_bar_on_a_terminal(folder, tmp_path):
    pty = pytest.importorskip("pty")
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 100))
    command = [sys.executable, "-m", "newsextract.cli", "batch", folder, "-o", tmp_path / "out.jsonl"]
    assert subprocess.run(command, stderr=theirs, check=False).returncode == 1
    os.close(theirs)
    shown = b""
    with suppress(OSError):  # the end of a terminal
        while chunk := os.read(ours, 10_000):
            shown += chunk
    os.close(ours)
    assert b"9/9" in shown
    assert b"1 failed, hosts waiting: 0" in shown


def test_shell_says_that_the_stream_is_full(folder):
    command = [sys.executable, "-m", "newsextract.cli", "batch", folder, "-o", "-"]
    with Path("/dev/full").open("wb") as stdout:
        done = subprocess.run(command, stdout=stdout, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 74
    assert "[disk_full]" in done.stderr
    assert "goes on from here" not in done.stderr  # nobody comes back to a stream
    assert "Exception" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["nowhere.txt", "-o", "out.jsonl"], 2, "no such file"),
        (["-", "-o", "out.docx"], 2, "should end in"),
        (["-", "-o", "-", "--fresh"], 2, "an output that stays"),
        (["-", "-o", "out.jsonl", "--shard", "4/3"], 2, "of five shares"),
        (["-", "-o", "there.jsonl"], 74, "output_exists"),
    ],
)
def test_shell_says_what_is_wrong(tmp_path, arguments, code, said):
    (tmp_path / "there.jsonl").write_text("mine\n")
    arguments = [str(tmp_path / each) if "." in each else each for each in arguments]
    command = [sys.executable, "-m", "newsextract.cli", "batch", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    assert (done.returncode, done.stdout) == (code, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "there.jsonl").read_text() == "mine\n"


@pytest.fixture
def sites():
    with world(30, pause=0.05) as sites:
        sites[3].pause = 0.4
        for number in range(12):
            sites[5].answers[f"/{number}"] = [(404, b"")]
        sites[7].robots = "User-agent: *\nDisallow: /"
        yield sites


def given(sites, tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("".join(f"{site.url(f'/{number}')}\n" for number in range(12) for site in sites))
    return [path, "-o", tmp_path / "out.jsonl", "--allow-private", "--delay", "0.05"]


def whole(sites, tmp_path):
    """Assert that each input has its one record."""
    found = records(tmp_path / "out.jsonl")
    assert sorted(one["number"] for one in found) == list(range(1, 361))
    codes = Counter(one["error"]["code"] if one["error"] else one["status"] for one in found)
    assert codes == {"ok": 28 * 12, "http_status": 12, "robots": 12}
    assert all(f"of {one['url'][7:].partition('/')[0]}" in one["title"] for one in found if not one["error"])


def written(tmp_path):
    path = tmp_path / "out.jsonl"
    return path.read_bytes().count(b"\n") if path.exists() else 0


def until(condition):
    end = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_killed_three_times_each_input_is_there_once(sites, tmp_path):
    arguments = given(sites, tmp_path)
    chance = random.Random(7)
    for kill in range(3):
        with shell(*arguments) as child:
            until(lambda kill=kill: written(tmp_path) > 60 * (kill + 1))
            time.sleep(chance.random() * 0.3)
            child.send_signal(signal.SIGKILL)
    with shell(*arguments) as child:
        assert child.wait(60) == 1
    whole(sites, tmp_path)
    for site in sites:
        assert max(Counter(site.paths()).values(), default=1) <= 4  # once more a kill, at most
        assert len(site.paths()) <= 12 + 3 * 20


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_once_finishes_what_is_under_way(sites, tmp_path, number):
    arguments = given(sites, tmp_path)
    with shell(*arguments) as child:
        until(lambda: written(tmp_path) > 40)
        child.send_signal(number)
        _, err = child.communicate(timeout=20)
    assert child.returncode == 130
    assert "finishing what is under way" in err
    assert "the same command goes on from here" in err
    time.sleep(0.2)
    asked = sum(len(site.paths()) for site in sites)
    with open_store(str(arguments[2])) as store:
        tally = store.journal.tally()
    assert tally.taken == 0
    assert asked == tally.done + tally.failed - tally.results.get("robots", 0)
    with shell(*arguments) as child:
        assert child.wait(60) == 1
    whole(sites, tmp_path)
    assert all(set(Counter(site.paths()).values()) <= {1} for site in sites)


def test_a_signal_that_comes_doubled_is_one(sites, tmp_path):
    arguments = given(sites, tmp_path)
    with shell(*arguments) as child:
        until(lambda: written(tmp_path) > 40)
        for _ in range(3):
            child.send_signal(signal.SIGINT)
        _, err = child.communicate(timeout=20)
    assert (child.returncode, err.count("finishing what is under way")) == (130, 1)
    assert "stopped at once" not in err


def test_interrupted_twice_stops_at_once(sites, tmp_path):
    sites[3].pause = 8
    arguments = given(sites, tmp_path)
    with shell(*arguments) as child:
        until(lambda: written(tmp_path) > 40 and sites[3].at_once)
        child.send_signal(signal.SIGINT)
        time.sleep(0.3)
        child.send_signal(signal.SIGINT)
        started = time.monotonic()
        _, err = child.communicate(timeout=20)
    assert time.monotonic() - started < 3
    assert child.returncode == 130
    assert "stopped at once" in err
    sites[3].pause = 0
    with shell(*arguments) as child:
        assert child.wait(60) == 1
    whole(sites, tmp_path)
