"""robots.txt as RFC 9309 has it, through a Fetcher on loopback.

The cases of grammar are those of the RFC, of Google's parser and of protego.
"""

from __future__ import annotations

import gzip
import socket
from functools import partial

import pytest
import requests
from server import PAGE_BYTES, Answer, Server, Visit, head, page, redirect
from test_fetch import failure

from newsextract import fetch
from newsextract.errors import FetchError
from newsextract.fetch import Limits
from newsextract.fetch.robots import product_token

Fetcher = partial(fetch.Fetcher, allow_private=True, robots=True, retries=0)
DENY = b"User-agent: *\nDisallow: /\n"


def rules(text: str | bytes, **headers: str) -> Answer:
    body = text.encode() if isinstance(text, str) else text
    return page(body, **{"content_type": "text/plain", **headers})


@pytest.fixture(scope="module")
def shared():
    with Server({}) as running:
        yield running


@pytest.fixture
def allowed(shared):
    """Whether a robot may ask for a path under these rules: no page is there, so it then meets a 404."""

    def ask(text: str | bytes, path: str, agent: str = "FooBot/2.1") -> bool:
        shared.answers = {"/robots.txt": rules(text)}
        code = failure(Fetcher(user_agent=agent), shared.url(path)).code
        assert code in ("robots", "http_status")
        return code == "http_status"

    return ask


# The grammar

GROUPS = """allow: /foo/bar/
user-agent: FooBot
disallow: /
allow: /x/
user-agent: BarBot
disallow: /
allow: /y/

allow: /w/
user-agent: BazBot

user-agent: FooBot
allow: /z/
disallow: /
"""
LONGEST = "user-agent: FooBot\n"
RFC_EXAMPLE = """User-Agent: *
Disallow: *.gif$
Disallow: /example/
Allow: /publications/

User-Agent: foobot
Disallow:/
Allow:/example/page.html
Allow:/example/allowed.gif

User-Agent: barbot
User-Agent: bazbot
Disallow: /example/page.html

User-Agent: quxbot

EOF
"""


@pytest.mark.parametrize(
    ("text", "path", "agent", "expected"),
    [
        # a line: key, colon, value; and what comes near it
        ("user-agent: FooBot\ndisallow: /\n", "/x/y", "FooBot", False),
        ("foo: FooBot\nbar: /\n", "/x/y", "FooBot", True),
        ("user-agent FooBot\ndisallow /\n", "/x/y", "FooBot", False),
        ("USER-AGENT : FooBot\n DisAllow\t:\t/\n", "/x/y", "FooBot", False),
        ("user-agent: FooBot # of foo\ndisallow: /x # all\n", "/x", "FooBot", False),
        ("user-agent: FooBot\rdisallow: /x\r", "/x", "FooBot", False),
        ("user-agent: FooBot\r\n\r\ndisallow: /x\r\n", "/x", "FooBot", False),
        # groups
        (GROUPS, "/x/b", "FooBot", True),
        (GROUPS, "/z/d", "FooBot", True),
        (GROUPS, "/y/c", "FooBot", False),
        (GROUPS, "/y/c", "BarBot", True),
        (GROUPS, "/w/a", "BarBot", True),
        (GROUPS, "/z/d", "BarBot", False),
        (GROUPS, "/z/d", "BazBot", True),
        (GROUPS, "/foo/bar/", "FooBot", False),
        (GROUPS, "/foo/bar/", "QuxBot", True),
        ("user-agent: a\nuser-agent: FooBot\ndisallow: /x\nsitemap: /s\ndisallow: /y", "/y", "FooBot", False),
        # names
        ("user-agent: foobot\ndisallow: /\n", "/x", "FOOBOT/1.0 (+http://foo.example)", False),
        ("user-agent: FooBot/9.9\ndisallow: /\n", "/x", "FooBot/2.1", False),
        ("user-agent: *\ndisallow: /\nuser-agent: Foo Bar\nallow: /x/\ndisallow: /\n", "/x/y", "Foo", True),
        ("user-agent: *\ndisallow: /\nuser-agent: Foo Bar\nallow: /x/\ndisallow: /\n", "/x/y", "Fo", False),
        ("user-agent: Foo\ndisallow: /\n", "/x", "FooBot", True),
        ("user-agent: Bot\ndisallow: /\n", "/x", "FooBot", True),
        ("user-agent: FooBot\ndisallow: /\n", "/x", "Foo", True),
        ("user-agent: foo-bot\ndisallow: /\n", "/x", "Foo-Bot/1", False),
        ("user-agent: foo\ndisallow: /\n", "/x", "Foo-Bot/1", True),
        ("user-agent: FooBot\ndisallow: /\n", "/x", "Mozilla/5.0 (compatible; FooBot/2.1; +http://foo.example)", False),
        # the group for all
        ("user-agent: *\nallow: /\nuser-agent: FooBot\ndisallow: /\n", "/x/y", "FooBot", False),
        ("user-agent: *\ndisallow: /\nuser-agent: FooBot\nallow: /\n", "/x/y", "FooBot", True),
        ("user-agent: *\ndisallow: /\nuser-agent: FooBot\ndisallow:\n", "/x/y", "FooBot", True),
        ("user-agent: *\ndisallow: /\nuser-agent: FooBot\nallow: /\n", "/x/y", "QuxBot", False),
        ("user-agent: * all of you\ndisallow: /\n", "/x", "FooBot", False),
        ("user-agent: x\nallow: /\nuser-agent: y\nallow: /\n", "/x", "FooBot", True),
        ("", "/x", "FooBot", True),
        # paths are told apart by case, names of keys are not
        ("user-agent: FooBot\ndisallow: /X/\n", "/x/y", "FooBot", True),
        ("user-agent: FooBot\ndisallow: /x/\n", "/x/y", "FooBot", False),
        # the longest match wins, whatever the order; allow wins a tie
        (f"{LONGEST}disallow: /x/page.html\nallow: /x/\n", "/x/page.html", "FooBot", False),
        (f"{LONGEST}allow: /x/page.html\ndisallow: /x/\n", "/x/page.html", "FooBot", True),
        (f"{LONGEST}allow: /x/page.html\ndisallow: /x/\n", "/x/", "FooBot", False),
        (f"{LONGEST}disallow: \nallow: \n", "/x/page.html", "FooBot", True),
        (f"{LONGEST}disallow: /\nallow: /\n", "/x/page.html", "FooBot", True),
        (f"{LONGEST}disallow: /x\nallow: /x/\n", "/x", "FooBot", False),
        (f"{LONGEST}disallow: /x\nallow: /x/\n", "/x/", "FooBot", True),
        (f"{LONGEST}disallow: *.html\nallow: /page\n", "/page.html", "FooBot", False),
        (f"{LONGEST}disallow: *.html\nallow: /x/page.\n", "/x/page.html", "FooBot", True),
        (f"{LONGEST}disallow: *.html\nallow: /x/page.\n", "/x/y.html", "FooBot", False),
        (f"{LONGEST}disallow: /p\nallow: /page*.html\n", "/page-1.html", "FooBot", True),
        (f"{LONGEST}allow: /$\ndisallow: /\n", "/", "FooBot", True),
        (f"{LONGEST}allow: /$\ndisallow: /\n", "/page.htm", "FooBot", False),
        ("user-agent: *\ndisallow: /x/\nuser-agent: FooBot\ndisallow: /y/\n", "/x/page", "FooBot", True),
        ("user-agent: *\ndisallow: /x/\nuser-agent: FooBot\ndisallow: /y/\n", "/y/page", "FooBot", False),
        # * and $
        (f"{LONGEST}disallow: /fish\n", "/fishheads/yummy.html?id=1", "FooBot", False),
        (f"{LONGEST}disallow: /fish\n", "/Fish.asp", "FooBot", True),
        (f"{LONGEST}disallow: /fish\n", "/catfish", "FooBot", True),
        (f"{LONGEST}disallow: /fish*\n", "/fish.html", "FooBot", False),
        (f"{LONGEST}disallow: /fish/\n", "/fish", "FooBot", True),
        (f"{LONGEST}disallow: /fish/\n", "/fish/?id=1", "FooBot", False),
        (f"{LONGEST}disallow: /*.php\n", "/folder/any.php.file.html", "FooBot", False),
        (f"{LONGEST}disallow: /*.php\n", "/windows.PHP", "FooBot", True),
        (f"{LONGEST}disallow: /*.php$\n", "/filename.php", "FooBot", False),
        (f"{LONGEST}disallow: /*.php$\n", "/filename.php?parameters", "FooBot", True),
        (f"{LONGEST}disallow: /fish*.php\n", "/fishheads/catfish.php?id=1", "FooBot", False),
        (f"{LONGEST}disallow: /foo/bar/quz\nallow: /foo/*/qux\n", "/foo/bar/quz", "FooBot", False),
        (f"{LONGEST}disallow: /foo/bar$\nallow: /foo/bar/qux\n", "/foo/bar", "FooBot", False),
        (f"{LONGEST}disallow: /foo/bar$\nallow: /foo/bar/qux\n", "/foo/bar/", "FooBot", True),
        (f"{LONGEST}# disallow: /\ndisallow: /foo/quz#qux\n", "/foo/quz", "FooBot", False),
        (f"{LONGEST}disallow: /a*b*c*d*e$\n", "/a" + "b" * 900, "FooBot", True),
        # escapes
        (f"{LONGEST}disallow: /\nallow: /a?b=http://c.d?e&f\n", "/a?b=http://c.d?e&f", "FooBot", True),
        (f"{LONGEST}disallow: /\nallow: /foo/bar/ツ\n", "/foo/bar/%E3%83%84", "FooBot", True),
        (f"{LONGEST}disallow: /\nallow: /foo/bar/%E3%83%84\n", "/foo/bar/ツ", "FooBot", True),
        (f"{LONGEST}disallow: /\nallow: /foo/bar/%62%61%7A\n", "/foo/bar/baz", "FooBot", True),
        (f"{LONGEST}disallow: /a%2fb\n", "/a%2Fb", "FooBot", False),
        (f"{LONGEST}disallow: /a%2fb\n", "/a/b", "FooBot", True),
        # the example of RFC 9309 section 5.1
        (RFC_EXAMPLE, "/example/page.html", "foobot", True),
        (RFC_EXAMPLE, "/example/allowed.gif", "foobot", True),
        (RFC_EXAMPLE, "/publications/", "foobot", False),
        (RFC_EXAMPLE, "/example/page.html", "barbot", False),
        (RFC_EXAMPLE, "/example/page.html", "bazbot", False),
        (RFC_EXAMPLE, "/publications/", "bazbot", True),
        (RFC_EXAMPLE, "/example/page.html", "quxbot", True),
        (RFC_EXAMPLE, "/example/page.html", "otherbot", False),
        (RFC_EXAMPLE, "/publications/a.html", "otherbot", True),
        (RFC_EXAMPLE, "/a.gif", "otherbot", False),
        # robots.txt itself
        ("user-agent: *\ndisallow: /\n", "/robots.txt", "FooBot", None),
    ],
)  # fmt: skip
def test_rules_are_read_as_they_are_written(shared, allowed, text, path, agent, expected):
    if expected is None:
        shared.answers = {"/robots.txt": rules(text)}
        assert Fetcher(user_agent=agent).fetch(shared.url(path)).body == text.encode()
    else:
        assert allowed(text, path, agent) is expected


@pytest.mark.parametrize(
    "body",
    [
        b"\xef\xbb\xbf" + DENY,
        b"# caf\xe9 \xff\xfe\n" + DENY,
        b"\0\n" + DENY,
        b"<!doctype html>\n" + DENY,
        DENY + b"x" * 500_000,
    ],
)
def test_bytes_around_the_rules_do_no_harm(allowed, body):
    assert not allowed(body, "/x")


def test_only_the_first_500_kib_are_read():
    text = b"#" * 511_960 + b"\n" + b"User-agent: *\nDisallow: /in\nDisallow: /out\n"
    with Server({"/robots.txt": rules(text + b"Disallow: /x\n" * 99_999)}) as own:
        fetcher = Fetcher(limits=Limits(max_bytes=1_000))  # of pages
        assert failure(fetcher, own.url("/in")).code == "robots"
        assert failure(fetcher, own.url("/x")).code == "http_status"


@pytest.mark.parametrize(
    ("agent", "token"),
    [
        ("newsextract/0.1.0 (+https://pypi.org/project/newsextract/)", "newsextract"),
        ("harbour_archive", "harbour_archive"),
        ("Mozilla/5.0 (X11; Linux x86_64) Gecko/20100101", "Mozilla"),
        ("Mozilla/5.0 (compatible; Harbour-Bot/2.1; +http://h.example)", "Harbour-Bot"),
        ("123", "*"),
    ],
)
def test_name_in_the_rules_is_the_product(agent, token):
    assert product_token(agent) == token


def test_own_name_is_the_default(shared):
    shared.answers = {"/robots.txt": rules("User-agent: newsextract\nDisallow: /\n")}
    error = failure(Fetcher(), shared.url("/a"))
    assert (error.code, error.retriable, error.status, error.attempts) == ("robots", False, None, 0)
    assert error.hop == error.url == shared.url("/a")
    assert "newsextract" in error.reason
    session = requests.Session()
    session.headers["User-Agent"] = "other/1"
    assert failure(Fetcher(session=session), shared.url("/a")).code == "http_status"


# The way to the file


def test_nobody_asks_for_it_unless_told_to():
    with Server({"/robots.txt": rules(DENY), "/page": page()}) as own:
        assert Fetcher(robots=False).fetch(own.url()).body == PAGE_BYTES
        assert [visit.path for visit in own.requests] == ["/page"]


def test_what_is_refused_is_not_asked_for():
    with Server({"/robots.txt": rules(DENY), "/page": page()}) as own:
        assert failure(Fetcher(), own.url()).code == "robots"
        assert [visit.path for visit in own.requests] == ["/robots.txt"]


@pytest.mark.parametrize("status", ["400", "401", "403", "404", "410", "451", "499", "302"])
def test_file_that_is_not_there_allows_all(status):
    with Server({"/robots.txt": page(DENY, f"{status} No"), "/page": page()}) as own:
        assert Fetcher().fetch(own.url()).body == PAGE_BYTES


@pytest.mark.parametrize("status", ["429", "500", "502", "503", "599", "999"])
def test_file_that_cannot_be_read_allows_nothing_for_now(status):
    with Server({"/robots.txt": page(b"", f"{status} No"), "/page": page()}) as own, Fetcher() as fetcher:
        for _ in range(2):
            error = failure(fetcher, own.url("/page?a=1"))
            assert (error.code, error.retriable, error.status) == ("robots", True, int(status))
            assert (error.url, error.hop) == (own.url("/page?a=1"), own.url("/robots.txt"))
            assert 0 < error.retry_after <= 300
        assert [visit.path for visit in own.requests] == ["/robots.txt"]


@pytest.mark.parametrize(
    "answer",
    [
        lambda visit: visit.send(head(content_length="99"), DENY),
        page(gzip.compress(DENY * 99)[:-20], content_encoding="br"),
    ],
)
def test_file_that_breaks_off_allows_nothing(answer):
    with Server({"/robots.txt": answer, "/page": page()}) as own:
        error = failure(Fetcher(), own.url())
        assert (error.code, error.retriable) == ("robots", True)


def test_host_that_does_not_answer_is_told_as_such():
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    error = failure(Fetcher(), f"http://127.0.0.1:{port}/a")
    assert (error.code, error.retriable, error.status) == ("connect", True, None)
    assert (error.url, error.hop) == (f"http://127.0.0.1:{port}/a", f"http://127.0.0.1:{port}/robots.txt")


def test_guard_and_deadline_hold_for_it():
    with Server({"/robots.txt": Visit.stall, "/page": page()}) as own:
        assert failure(fetch.Fetcher(robots=True), own.url()).code == "forbidden_address"
        assert own.connections == 0
        assert failure(Fetcher(limits=Limits(total=0.3)), own.url()).code == "timeout"


@pytest.mark.parametrize(("hops", "code"), [(5, "robots"), (6, "page")])
def test_five_redirects_lead_to_it(hops, code):
    ways = {f"/{left}": redirect(f"/{left - 1}") for left in range(1, 9)}
    with Server({**ways, "/robots.txt": redirect(f"/{hops - 1}"), "/0": rules(DENY), "/page": page()}) as own:
        fetcher = Fetcher(limits=Limits(redirects=0))  # of pages
        assert code_of(fetcher, own.url()) == code


def test_redirect_to_another_host_gives_the_rules_of_the_first(shared):
    shared.answers = {"/r": rules("User-agent: *\nDisallow: /page\n")}
    with Server({"/robots.txt": redirect(shared.url("/r")), "/page": page()}) as own:
        assert code_of(Fetcher(), own.url()) == "robots"


def test_loop_is_as_good_as_none():
    with Server({"/robots.txt": redirect("/robots.txt"), "/page": page()}) as own:
        assert code_of(Fetcher(), own.url()) == "page"


@pytest.mark.parametrize("kind", ["text/html", "application/octet-stream", "image/png", ""])
def test_type_of_the_file_does_not_matter(kind):
    with Server({"/robots.txt": rules(DENY, content_type=kind), "/page": page()}) as own:
        assert code_of(Fetcher(), own.url()) == "robots"


def test_targets_of_redirects_are_judged_too(shared):
    shared.answers = {"/robots.txt": rules("User-agent: *\nDisallow: /out\n"), "/out": page(), "/in": page()}
    ways = {"/out": redirect(shared.url("/out")), "/in": redirect(shared.url("/in"))}
    with Server(ways) as own, Fetcher() as fetcher:
        del shared.requests[:]
        assert fetcher.fetch(own.url("/in")).body == PAGE_BYTES
        error = failure(fetcher, own.url("/out"))
        assert (error.code, error.url, error.hop) == ("robots", own.url("/out"), shared.url("/out"))
        assert [visit.path for visit in shared.requests] == ["/robots.txt", "/in"]


def test_rules_are_those_of_one_port_and_scheme(shared):
    shared.answers = {"/robots.txt": rules(DENY)}
    with Server({"/page": page()}) as own, Fetcher() as fetcher:
        assert code_of(fetcher, shared.url()) == "robots"
        assert code_of(fetcher, own.url()) == "page"


def test_login_is_not_sent_for_it():
    with Server({"/page": page()}) as own:
        Fetcher().fetch(own.url("/page", "ann:secret@"))
        assert ["authorization" in visit.headers for visit in own.requests] == [False, True]


# Its time


def test_file_is_read_once_a_day(clock):
    with Server({"/robots.txt": rules(""), "/page": page()}) as own, Fetcher() as fetcher:
        for _ in range(3):
            fetcher.fetch(own.url())
        assert count(own, "/robots.txt") == 1
        clock.time += 86_399
        fetcher.fetch(own.url())
        assert count(own, "/robots.txt") == 1
        own.answers["/robots.txt"] = rules(DENY)
        clock.time += 1
        assert code_of(fetcher, own.url()) == "robots"
        assert count(own, "/robots.txt") == 2


def test_file_that_could_not_be_read_is_tried_again_after_a_minute(clock):
    with Server({"/robots.txt": page(status="503 No"), "/page": page()}) as own, Fetcher() as fetcher:
        assert failure(fetcher, own.url()).retry_after == 60
        clock.time += 59
        assert code_of(fetcher, own.url()) == "robots"
        own.answers["/robots.txt"] = rules("")
        clock.time += 1
        assert code_of(fetcher, own.url()) == "page"
        assert count(own, "/robots.txt") == 2


@pytest.mark.parametrize("limit", ["MOST_ORIGINS", "MOST_CHARACTERS"])
def test_files_of_many_origins_are_kept_but_not_of_all(monkeypatch, limit):
    monkeypatch.setattr(f"newsextract.fetch.robots.{limit}", 1)
    answers = {"/page": page(), "/robots.txt": rules("User-agent: *\n")}
    with Server(answers) as one, Server(answers) as two, Fetcher() as fetcher:
        for own in (one, one, two, one):
            fetcher.fetch(own.url())
        assert (count(one, "/robots.txt"), count(two, "/robots.txt")) == (2, 1)


@pytest.mark.parametrize(
    ("written", "kept"),
    [("2.5", 2.5), ("60", 60), ("61", 60), ("1e9", 60), ("inf", 0), ("-1", 0), ("nan", 0), ("soon", 0), ("", 0)],
)
def test_crawl_delay_is_kept_up_to_a_minute(clock, written, kept):
    text = f"User-agent: *\nCrawl-delay: {written}\n"
    with Server({"/robots.txt": rules(text), "/page": page()}) as own, Fetcher() as fetcher:
        fetcher.fetch(own.url())
        assert clock.waits == []
        fetcher.fetch(own.url())
        assert clock.waits == ([kept] if kept else [])


def count(server: Server, path: str) -> int:
    return sum(visit.path == path for visit in server.requests)


def code_of(fetcher, url: str) -> str:
    try:
        fetcher.fetch(url)
    except FetchError as error:
        return error.code
    return "page"
