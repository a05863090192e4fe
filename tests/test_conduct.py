"""How hosts are treated: tries, pauses, delays, and hosts that are given up. Each figure is counted at the server."""

from __future__ import annotations

import email.utils
import socket
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from server import PAGE_BYTES, Answer, Server, Visit, head, page, redirect
from test_fetch import failure

from newsextract import fetch
from newsextract.errors import FetchError
from newsextract.fetch import Limits, pace
from newsextract.fetch.breaker import Breaker
from newsextract.fetch.pace import Pace
from newsextract.fetch.retry import Retry
from newsextract.fetch.retry_after import retry_after
from newsextract.page import Page

Fetcher = partial(fetch.Fetcher, allow_private=True)
NOW = datetime(2026, 7, 1, 10, tzinfo=UTC)


def turns(*answers: Answer) -> Answer:
    """Answer each request in its turn, the last answer for ever."""
    waiting = list(answers)

    def answer(visit: Visit) -> None:
        (waiting.pop(0) if len(waiting) > 1 else waiting[0])(visit)

    return answer


def busy(after: str | None = None, status: str = "503 Service Unavailable") -> Answer:
    return page(status=status, **({} if after is None else {"retry_after": after}))


@pytest.fixture(autouse=True)
def chance(monkeypatch):
    """The middle of all chances: waits of 0.75 s, 1.5 s, 3 s ..."""
    monkeypatch.setattr("newsextract.fetch.retry.Random", lambda: type("Even", (), {"random": lambda: 0.5}))


# Tries


@pytest.mark.parametrize(
    ("path", "requests"),
    [
        ("/page", 1),
        *[
            (path, 3)
            for path in ("/429", "/500", "/503", "/cut-length", "/cut-gzip", "/reset", "/reset-body", "/silence")
        ],
        *[(path, 1) for path in ("/404", "/410", "/799", "/304", "/image", "/brotli", "/bomb", "/junk", "/not-gzip")],
    ],
)
def test_only_what_may_pass_is_tried_again(clock, path, requests):
    with Server() as own, Fetcher() as fetcher:
        if path == "/page":
            fetcher.fetch(own.url())
        else:
            assert failure(fetcher, own.url(path)).attempts == requests
        assert len(own.requests) == requests
        assert clock.waits == [0.75, 1.5][: requests - 1]


@pytest.mark.parametrize("status", ["408", "425", "429", "500", "502", "503", "504", "522", "524"])
def test_statuses_that_are_tried_again(clock, status):
    with Server({"/page": turns(busy(status=f"{status} Later"), page())}) as own:
        assert Fetcher().fetch(own.url()).body == PAGE_BYTES
        assert len(own.requests) == 2


@pytest.mark.parametrize("status", ["400", "401", "403", "405", "406", "409", "418", "451", "501", "505", "507", "511"])
def test_statuses_that_are_final(clock, status):
    with Server({"/page": busy(status=f"{status} No")}) as own:
        error = failure(Fetcher(), own.url())
        assert (error.retriable, error.attempts, len(own.requests)) == (False, 1, 1)


@pytest.mark.parametrize(("retries", "requests"), [(0, 1), (1, 2), (4, 5)])
def test_number_of_tries(clock, retries, requests):
    with Server({"/page": busy()}) as own:
        assert failure(Fetcher(retries=retries), own.url()).attempts == requests
        assert len(own.requests) == requests
        assert clock.waits == [0.75, 1.5, 3.0, 6.0][:retries]


def test_page_comes_at_the_third_try(clock):
    with Server({"/page": turns(busy(), Visit.reset, page())}) as own:
        assert Fetcher().fetch(own.url()).body == PAGE_BYTES
        assert len(own.requests) == 3


def test_no_address_is_asked_twice_that_must_not_be_asked(clock):
    with Server() as own:
        assert failure(fetch.Fetcher(), own.url()).attempts == 0
        assert (own.connections, clock.waits) == (0, [])


@pytest.mark.parametrize(("errno", "times"), [(socket.EAI_NONAME, 1), (socket.EAI_AGAIN, 3)])
def test_name_that_does_not_exist_is_looked_up_once(clock, monkeypatch, errno, times):
    asked = []

    def unknown(name, *_args, **_options):
        asked.append(name)
        raise socket.gaierror(errno, "no")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert failure(Fetcher(), "http://harbour.invalid/").attempts == times
    assert len(asked) == times


def test_tries_end_with_the_deadline(clock):
    with Server({"/page": busy()}) as own:
        error = failure(Fetcher(retries=99, limits=Limits(total=5)), own.url())
        assert clock.waits == [0.75, 1.5]  # 3 s more would be too long
        assert (error.code, error.status, error.retriable, error.attempts) == ("http_status", 503, True, 3)


def test_deadline_holds_for_all_tries_together():
    with Server({"/page": turns(Visit.reset, Visit.stall)}) as own:
        start = time.monotonic()
        error = failure(Fetcher(limits=Limits(total=1.5)), own.url())
        assert time.monotonic() - start < 1.5 + 0.6
        assert (error.code, error.attempts) == ("timeout", 2)
        assert "1.5 seconds" in error.reason


def test_each_try_begins_anew_with_the_redirects(clock):
    with Server({"/a": redirect("/page"), "/page": turns(busy(), page())}) as own:
        assert Fetcher().fetch(own.url("/a")).body == PAGE_BYTES
        assert [visit.path for visit in own.requests] == ["/a", "/page"] * 2


@given(st.integers(1, 99), st.floats(0, 1))
def test_waits_double_with_chance_and_end_at_a_minute(tries, chance):
    wait = Retry(99, lambda: chance).wait(tries, FetchError("", code="connect", retriable=True))
    assert min(2.0 ** (tries - 1), 60) / 2 <= wait <= min(2.0 ** (tries - 1), 60)


def test_waits_are_not_the_same_everywhere(monkeypatch):
    monkeypatch.undo()
    error = FetchError("", code="connect", retriable=True)
    assert len({Retry().wait(1, error) for _ in range(9)}) > 1


@pytest.mark.parametrize("wrong", [{"retries": -1}, {"delay": -1}, {"delay": float("nan")}, {"delay": 90_000}])
def test_rules_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Fetcher(**wrong)


# Retry-After


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("0", 0), ("8", 8), (" 120 ", 120), ("86400", 86_400), ("1000000000", 86_400), ("9" * 5_000, 86_400),
        ("Wed, 01 Jul 2026 10:00:30 GMT", 30), ("Wednesday, 01-Jul-26 10:00:30 GMT", 30),
        ("Wed Jul  1 10:00:30 2026", 30), ("Wed, 01 Jul 2026 12:00:30 +0200", 30),
        ("Wed, 01 Jul 2026 09:00:00 GMT", 0), ("Fri, 31 Dec 9999 23:59:59 GMT", 86_400),
        ("-5", None), ("1.5", None), ("+5", None), ("²", None), ("٣", None), ("1, 2", None), ("soon", None), ("", None),
        (None, None), ("Wed, 99 Jul 2026 10:00:30 GMT", None), ("Wed, 01 Jul 99999 10:00:30 GMT", None),
        ("Wed, 01 Jul 2026 10:00:30 +9999", None),
    ],
)  # fmt: skip
def test_retry_after_is_seconds_or_a_date(header, seconds):
    assert retry_after(header, NOW) == seconds


@given(st.text())
def test_any_retry_after_is_a_wait_or_none(header):
    assert 0 <= (retry_after(header, NOW) or 0) <= 86_400


@given(st.datetimes(datetime(1000, 1, 1), datetime(9000, 1, 1)))
def test_any_date_is_a_wait(when):
    header = email.utils.format_datetime(when.replace(tzinfo=UTC), usegmt=True)
    expected = min(max((when.replace(tzinfo=UTC, microsecond=0) - NOW).total_seconds(), 0), 86_400)
    assert retry_after(header, NOW) == expected


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
@pytest.mark.parametrize(
    ("header", "waits"), [("8", [8, 8]), ("0", [0.75, 1.5]), ("-1", [0.75, 1.5]), ("x", [0.75, 1.5])]
)
def test_server_says_when_to_come_back(clock, status, header, waits):
    with Server({"/page": busy(header, status)}) as own:
        error = failure(Fetcher(), own.url())
        assert (clock.waits, len(own.requests), error.attempts) == (waits, 3, 3)
        assert error.retry_after == (float(header) if header.isdigit() else None)


def test_server_may_name_a_date(clock):
    date = email.utils.format_datetime(datetime.now(UTC) + timedelta(seconds=9), usegmt=True)
    with Server({"/page": turns(busy(date), page())}) as own:
        assert Fetcher().fetch(own.url()).body == PAGE_BYTES
        assert 6 < clock.waits[0] < 9.1


@pytest.mark.parametrize(("header", "told"), [("31", 31), ("3600", 3_600), ("1000000000", 86_400)])
def test_pause_longer_than_the_deadline_is_told_and_not_slept(clock, header, told):
    with Server({"/page": busy(header), "/other": page()}) as own, Fetcher() as fetcher:
        error = failure(fetcher, own.url())
        assert (error.code, error.retriable, error.retry_after, error.attempts) == ("http_status", True, told, 1)
        assert error.reason.endswith(f"asked to be left alone for {told} seconds")
        soon = failure(fetcher, own.url("/other"))
        left = min(told, 300)
        assert (soon.code, soon.retriable, soon.retry_after, soon.attempts) == ("too_soon", True, left, 0)
        assert (len(own.requests), clock.waits) == (1, [])
        clock.time += left
        assert fetcher.fetch(own.url("/other")).body == PAGE_BYTES


def test_pause_is_for_all_pages_of_the_host_and_no_other(clock):
    with Server({"/page": busy("20"), "/other": page()}) as own, Server() as another:
        fetcher = Fetcher(retries=0)
        failure(fetcher, own.url())
        fetcher.fetch(another.url())
        assert clock.waits == []
        fetcher.fetch(own.url("/other"))
        assert clock.waits == [20]


def test_pause_of_a_redirects_target_is_its_own(clock):
    with Server({"/page": busy("40")}) as other, Server({"/a": redirect(other.url()), "/page": page()}) as own:
        fetcher = Fetcher()
        assert failure(fetcher, own.url("/a")).hop == other.url()
        fetcher.fetch(own.url())
        assert failure(fetcher, other.url()).code == "too_soon"


# Delay


def test_host_is_asked_after_the_delay_and_others_at_once(clock):
    with Server() as own, Server() as another, Fetcher(delay=2, limits=Limits(total=1)) as fetcher:
        for server in (own, another, own, own):
            fetcher.fetch(server.url())
        assert clock.waits == [2, 2]  # longer than the deadline, which is no matter of ours


def test_tries_keep_the_delay(clock):
    with Server({"/page": busy()}) as own:
        failure(Fetcher(delay=5), own.url())
        assert clock.waits == [0.75, 4.25, 1.5, 3.5]


def test_threads_ask_a_host_one_at_a_time():
    asked = []

    def answer(visit: Visit) -> None:
        asked.append((time.monotonic(), "begins"))
        time.sleep(0.05)
        page()(visit)
        asked.append((time.monotonic(), "ends"))

    with Server({"/page": answer}) as own, Fetcher(delay=0.1) as fetcher, ThreadPoolExecutor(4) as pool:
        list(pool.map(fetcher.fetch, [own.url()] * 4))
    assert [what for _, what in sorted(asked)] == ["begins", "ends"] * 4
    begins = [when for when, what in asked if what == "begins"]
    assert min(later - earlier for earlier, later in pairwise(begins)) >= 0.14


def test_threads_ask_at_once_without_a_delay():
    meeting = threading.Barrier(3, timeout=5)

    def answer(visit: Visit) -> None:
        meeting.wait()
        page()(visit)

    with Server({"/page": answer}) as own, Fetcher(retries=0) as fetcher, ThreadPoolExecutor(3) as pool:
        assert [got.body for got in pool.map(fetcher.fetch, [own.url()] * 3)] == [PAGE_BYTES] * 3


def test_failure_gives_the_turn_back(clock):
    with Server() as own, Fetcher(delay=1, retries=0) as fetcher:
        for path in ("/404", "/reset", "/page"):
            code_of(fetcher, own.url(path))
        assert clock.waits == [1, 1]


def test_pace_forgets_hosts_that_may_be_asked(monkeypatch):
    monkeypatch.setattr(pace, "MOST_HOSTS", 3)
    policy = Pace(1.0)
    for number in range(9):
        policy.start(f"{number}", number * 10.0)
        policy.note(f"{number}", None, number * 10.0)
        assert policy.due(f"{number}") == number * 10 + 1
    assert len(policy._hosts) <= 4
    assert policy.due("0") < 0


# Hosts that are down


def test_host_that_fails_five_times_is_given_up(clock):
    with Server() as own, Fetcher(retries=0) as fetcher:
        codes = [failure(fetcher, own.url("/reset")).code for _ in range(5)]
        assert codes == ["connect"] * 5
        error = failure(fetcher, own.url())
        assert (error.code, error.retriable, error.retry_after, error.attempts) == ("host_down", True, 300, 0)
        assert "failed 5 times in a row" in error.reason
        assert len(own.requests) == 5
        clock.time += 300
        assert failure(fetcher, own.url("/reset")).code == "connect"  # one more try, and given up anew
        assert failure(fetcher, own.url()).code == "host_down"
        clock.time += 300
        assert fetcher.fetch(own.url()).body == PAGE_BYTES
        assert failure(fetcher, own.url("/reset")).code == "connect"
        assert fetcher.fetch(own.url()).body == PAGE_BYTES


def test_tries_count_too(clock):
    with Server() as own, Fetcher() as fetcher:
        assert [failure(fetcher, own.url("/reset")).code for _ in range(3)] == ["connect", "host_down", "host_down"]
        assert len(own.requests) == 5


def test_any_answer_is_a_sign_of_life(clock):
    with Server() as own, Fetcher(retries=0) as fetcher:
        for path in ["/reset"] * 4 + ["/500"] + ["/reset"] * 4 + ["/cut-length"] + ["/reset"] * 4:
            assert failure(fetcher, own.url(path)).code != "host_down"


def test_redirect_to_a_host_that_is_given_up(clock):
    with Server() as dead, Server({"/a": redirect(dead.url("/reset"))}) as own, Fetcher(retries=0) as fetcher:
        codes = [failure(fetcher, own.url("/a")).code for _ in range(6)]
        codes += [failure(fetcher, own.url("/a")).code for _ in range(2)]
        assert codes == ["connect"] * 5 + ["host_down"] * 3
        assert len(dead.requests) == 5
        assert failure(fetcher, own.url("/b")).code == "http_status"  # the host of the redirect lives


def test_name_that_does_not_exist_is_given_up_for_good(clock, monkeypatch):
    def unknown(*_args, **_options):
        raise socket.gaierror(socket.EAI_NONAME, "no")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    fetcher = Fetcher()
    errors = [failure(fetcher, "http://harbour.invalid/") for _ in range(6)]
    assert [(error.code, error.retriable) for error in errors] == [("dns", False)] * 5 + [("host_down", False)]


def test_breaker_forgets_the_oldest(monkeypatch):
    monkeypatch.setattr("newsextract.fetch.breaker.MOST_HOSTS", 2)
    policy = Breaker()
    for host in ["a"] * 5 + ["b"] * 5 + ["c"] * 5:
        policy.note(host, FetchError("no", code="connect"), 0.0)
    assert [policy.down(host, 0.0) is None for host in "abc"] == [True, False, False]


# Pages that are known


def tagged(visit: Visit) -> None:
    """A page with a tag and a date, sent only to those who do not have it."""
    known = visit.headers.get("if-none-match") == '"7"' and visit.headers.get("if-modified-since") == DATE
    marks = {"etag": '"7"', "last_modified": DATE}
    visit.send(head("304 Not Modified", **marks)) if known else page(**marks)(visit)


DATE = "Wed, 01 Jul 2026 10:00:00 GMT"


def test_known_page_is_sent_only_if_it_has_changed(tmp_path):
    with Server({"/page": tagged, "/a": redirect("/page")}) as own, Fetcher() as fetcher:
        for path in ("/page", "/a"):
            first = fetcher.fetch(own.url(path))
            first.save(tmp_path / "page")
            assert fetcher.fetch(own.url(path), known=first) is first
            stored = Page.load(tmp_path / "page")
            assert fetcher.fetch(own.url(path), known=stored) is stored
        own.answers["/page"] = page(b"<p>new", etag='"8"')
        assert fetcher.fetch(own.url(), known=first).body == b"<p>new"


def test_marks_of_a_page_go_to_its_own_address_alone():
    with Server({"/b": redirect("/page"), "/page": page()}) as own, Fetcher() as fetcher:
        known = Page(own.url("/b"), b"", {"ETag": "secret"}, final_url="https://other.example/")
        assert fetcher.fetch(own.url("/b"), known=known).body == PAGE_BYTES
        assert not any("if-none-match" in visit.headers for visit in own.requests)


@pytest.mark.parametrize(
    "known",
    [
        Page(None, b""),
        Page("URL", b""),
        Page("URL", b"", {"ETag": ""}),
        Page("URL", b"", {"ETag": 'a"\r\nCookie: b', "Last-Modified": "ä"}),
        Page("not an address", b"", {"ETag": '"7"'}),
    ],
)
def test_page_without_marks_is_fetched(known):
    with Server({"/page": tagged}) as own, Fetcher() as fetcher:
        known = Page(own.url(), b"", known.headers) if known.url == "URL" else known
        assert fetcher.fetch(own.url(), known=known).body == PAGE_BYTES
        assert not {"if-none-match", "if-modified-since", "cookie"} & set(own.requests[0].headers)


def test_answer_that_nothing_changed_needs_a_question():
    with Server() as own, Fetcher() as fetcher:
        assert failure(fetcher, own.url("/304")).status == 304
        with pytest.raises(FetchError, match="304"):
            fetcher.fetch(own.url("/304"), known=Page(own.url("/page"), b"", {"ETag": '"7"'}))


# The shell


@pytest.fixture
def shell(capfd):
    from newsextract.cli import main

    def run(*arguments: str) -> tuple[int, str]:
        return main(["--allow-private", *arguments]), capfd.readouterr().err

    return run


def test_shell_obeys_robots_on_demand(shell):
    deny = page(b"User-agent: newsextract\nDisallow: /\n", content_type="text/plain")
    with Server({"/robots.txt": deny, "/page": page()}) as own:
        assert shell(own.url())[0] == 0
        code, told = shell("--robots", own.url())
        assert (code, told.endswith("[robots]\n")) == (3, True)
        assert shell("--robots", "--user-agent", "harbour/1", own.url())[0] == 0
        assert own.requests[-1].headers["user-agent"] == "harbour/1"


def test_shell_tries_as_often_as_told(shell, clock):
    with Server() as own:
        for arguments, requests in (([], 3), (["--retries", "0"], 1), (["--retries", "3"], 4)):
            own.requests.clear()
            assert shell(*arguments, own.url("/503"))[0] == 3
            assert len(own.requests) == requests


def test_shell_waits_as_long_as_told(shell):
    with Server() as own:
        start = time.monotonic()
        assert "not there after 0.3 seconds" in shell("--timeout", "0.3", own.url("/stall"))[1]
        assert time.monotonic() - start < 0.9


@pytest.mark.parametrize(
    "wrong", [["--timeout=0"], ["--timeout=-1"], ["--timeout=99999"], ["--retries=-1"], ["--user-agent=ä"]]
)
def test_shell_refuses_what_makes_no_sense(shell, wrong):
    assert shell(*wrong, "http://127.0.0.1/")[0] == 2


def code_of(fetcher, url: str) -> str:
    try:
        fetcher.fetch(url)
    except FetchError as error:
        return error.code
    return "page"
