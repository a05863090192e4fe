"""The worker processes of a batch: a page that is too much costs itself, and nothing else."""

import errno
import json
import os
import time

import pytest
from tests.hurting import HurtingJob
from tests.test_cli import page

from newsextract import Article, extract
from newsextract.batch import Item, Kind, Reading, workers
from newsextract.batch.appended import json_line
from newsextract.batch.worker import Task
from newsextract.batch.workers import Workers
from newsextract.page import Page

HURTING = {
    "hang": ("extraction_timeout", "longer than 1 seconds"),
    "crash": ("extraction_crashed", "SIGSEGV"),
    "leave": ("extraction_crashed", "exit code 3"),
    "eat": ("extraction_memory", "2048 MB"),
    "fail": ("bug", "a bug"),
}


def hurting(name):
    return page().replace(b"</h1>", f"</h1><i>{name}</i>".encode())


@pytest.fixture
def crew():
    pool = Workers(1, HurtingJob(Reading(), json_line))
    yield pool
    pool.close()


def item(tmp_path, body, number=1):
    path = tmp_path / f"{number}.html"
    path.write_bytes(body)
    return Item(path.name, None, Kind.FILE, path=str(path), number=number)


def test_worker_gives_what_extract_gives(crew, tmp_path):
    record = json.loads(crew.do(Task(item(tmp_path, page()))).record.content)
    assert Article.from_dict(record) == extract(page())


def test_page_that_was_fetched_is_sent_along(crew):
    url = "https://example.org/story"
    answer = crew.do(Task(Item(url, url, number=7), Page(url, page())))
    assert (answer.record.number, answer.record.result, answer.outcome, answer.is_stub) == (7, "ok", None, True)
    assert json.loads(answer.record.content)["url"] == url


@pytest.mark.parametrize("name", HURTING)
def test_page_that_hurts_costs_one_record(crew, tmp_path, name):
    started = time.monotonic()
    record = json.loads(crew.do(Task(item(tmp_path, hurting(name)))).record.content)
    code, said = HURTING[name]
    assert record["error"]["code"] == code
    assert said in record["error"]["message"]
    assert (record["attempts"], record["number"]) == (1, 1)
    assert crew.do(Task(item(tmp_path, page(), 2))).record.result == "ok"
    assert time.monotonic() - started < 20


def test_worker_whose_timer_fails_is_killed(crew, tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "GRACE", 0.3)
    answer = crew.do(Task(item(tmp_path, hurting("hang_deaf"))))
    assert answer.record.result == "extraction_timeout"
    assert crew.do(Task(item(tmp_path, page(), 2))).record.result == "ok"


def test_worker_is_replaced_now_and_then_and_when_it_dies_between_two_pages(crew, tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "MOST_PAGES", 2)
    processes = []
    for number in range(1, 6):
        assert crew.do(Task(item(tmp_path, page(), number))).record.result == "ok"
        processes.append(crew._all[0]._process)
    assert [processes.index(each) for each in processes] == [0, 0, 2, 2, 4]
    processes[-1].kill()
    processes[-1].wait()
    assert crew.do(Task(item(tmp_path, page(), 6))).record.result == "ok"


def test_worker_that_can_not_be_begun_is_no_fault_of_the_page(crew, tmp_path, monkeypatch):
    monkeypatch.setattr(workers, "_CODE", "import sys; sys.exit(9)  # {}")
    with pytest.raises(ChildProcessError, match="code 9"):
        crew.do(Task(item(tmp_path, page())))


def test_machine_without_room_for_a_process_is_no_fault_of_the_page(crew, tmp_path, monkeypatch):
    def refuse(*_args, **_options):
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(workers.subprocess, "Popen", refuse)
    with pytest.raises(ChildProcessError, match="temporarily unavailable"):
        crew.do(Task(item(tmp_path, page())))


def test_closing_ends_workers(crew, tmp_path):
    crew.do(Task(item(tmp_path, page())))
    process = crew._all[0]._process
    crew.close()
    assert process.returncode == -9
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)
