"""Whatever a server does ends in a page or in one documented error, in the library and in the shell."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from functools import partial

import pytest
from server import DRIP, PAGE_BYTES, Server, Visit, page
from test_fetch import SLACK, failure

from newsextract import NewsExtractError, cli, extract_url, fetch
from newsextract.errors import FETCH_CODES, FetchError
from newsextract.fetch import Limits

Fetcher = partial(fetch.Fetcher, retries=0)  # each fault is to be seen once
FAULTS = [  # path, code, HTTP status, whether a later try may help
    ("/404", "http_status", 404, False),
    ("/410", "http_status", 410, False),
    ("/429", "http_status", 429, True),
    ("/500", "http_status", 500, True),
    ("/503", "http_status", 503, True),
    ("/799", "http_status", 799, False),
    ("/304", "http_status", 304, False),
    ("/302-nowhere", "http_status", 302, False),
    ("/tiny-status", "protocol", None, False),
    ("/image", "content_type", 200, False),
    ("/pdf", "content_type", 200, False),
    ("/json", "content_type", 200, False),
    ("/video", "content_type", 200, False),
    ("/zip", "content_type", 200, False),
    ("/brotli", "protocol", 200, False),
    ("/deflate", "protocol", 200, False),
    ("/zstd", "protocol", 200, False),
    ("/gzip-twice", "protocol", 200, False),
    ("/gzip-often", "protocol", 200, False),
    ("/huge-length", "too_large", 200, False),
    ("/bomb", "too_large", 200, False),
    ("/endless", "too_large", 200, False),
    ("/endless-chunks", "too_large", 200, False),
    ("/cut-gzip", "truncated", 200, True),
    ("/cut-gzip-chunked", "truncated", 200, True),
    ("/cut-length", "truncated", 200, True),
    ("/cut-chunked", "truncated", 200, True),
    ("/cut-in-chunk", "truncated", 200, True),
    ("/huge-chunk", "truncated", 200, True),
    ("/reset-body", "truncated", 200, True),
    ("/not-gzip", "protocol", 200, False),
    ("/not-chunked", "protocol", 200, False),
    ("/negative-chunk", "protocol", 200, False),
    ("/endless-negative-chunk", "protocol", 200, False),
    ("/endless-chunk-line", "protocol", 200, False),
    ("/endless-trailer-line", "protocol", 200, False),
    ("/junk", "protocol", None, False),
    ("/http-0.9", "protocol", None, False),
    ("/no-status", "protocol", None, False),
    ("/odd-status", "protocol", None, False),
    ("/half-a-head", "truncated", 200, True),
    ("/endless-status", "protocol", None, False),
    ("/endless-head", "protocol", None, False),
    ("/many-headers", "protocol", None, False),
    ("/huge-header", "protocol", None, False),
    ("/two-lengths", "protocol", None, False),
    ("/silence", "connect", None, True),
    ("/reset", "connect", None, True),
    ("/loop", "redirects", None, False),
    ("/hops/11", "redirects", None, False),
    ("/to-file", "redirects", None, False),
    ("/to-gopher", "redirects", None, False),
    ("/to-data", "redirects", None, False),
    ("/to-nothing", "redirects", None, False),
    ("/to-junk", "redirects", None, False),
    ("/to-404", "http_status", 404, False),
    ("/to-cut", "truncated", 200, True),
]
SLOW = [  # these end with the deadline
    "/stall",
    "/drip-head",
    "/drip-body",
    "/drip-until-close",
    "/drip-gzip",
    "/drip-chunks",
    "/drip-continue",
    "/to-drip",
    "/endless-continue",
    "/endless-trailers",
]
BEFORE_HTTP = {"refused": "connect", "no-tls": "tls", "self-signed": "tls", "nonsense": "invalid_url"}
BRIEF = Limits(total=0.4, max_bytes=1_000_000)


@pytest.fixture(scope="module")
def server():
    with Server() as running:
        yield running


@pytest.fixture
def unreached(server):
    """Addresses that fail before HTTP begins, by name."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = listener.getsockname()[1]
    with Server(tls=True) as own_word, Server(greeting=lambda visit: visit.send(b"HTTP/1.1 400 Bad\r\n\r\n")) as plain:
        yield {
            "refused": f"http://127.0.0.1:{closed}/",
            "no-tls": f"https://{plain.host}/",
            "self-signed": own_word.url(),
            "nonsense": "http://127.0.0.1:port/",
        }


def test_there_are_forty_faults():
    assert len({path for path, *_ in FAULTS} | set(SLOW) | set(BEFORE_HTTP)) >= 40


@pytest.mark.parametrize(("path", "code", "status", "retriable"), FAULTS)
def test_fault_is_named(server, path, code, status, retriable):
    start = time.monotonic()
    with Fetcher(limits=Limits(total=5, max_bytes=1_000_000), allow_private=True) as fetcher:
        error = failure(fetcher, server.url(path))
    assert time.monotonic() - start < 2
    assert (error.code, error.status, error.retriable) == (code, status, retriable)
    assert error.url == server.url(path)
    assert error.hop.startswith(server.url(""))
    assert str(error).startswith(f"{server.url(path)}: ")
    assert "\n" not in error.reason
    assert "object at 0x" not in error.reason


@pytest.mark.parametrize("path", SLOW)
def test_no_fetch_outlives_its_deadline(server, path):
    assert len(PAGE_BYTES) * DRIP > 2 * (BRIEF.total + SLACK)  # or the drip would end by itself
    with Fetcher(limits=BRIEF, allow_private=True) as fetcher:
        start = time.monotonic()
        error = failure(fetcher, server.url(path))
    assert time.monotonic() - start < BRIEF.total + SLACK
    assert (error.code, error.retriable) == ("timeout", True)
    assert "0.4 seconds" in error.reason


@pytest.mark.parametrize(("name", "code"), BEFORE_HTTP.items())
def test_what_fails_before_http_is_named(unreached, name, code):
    with Fetcher(limits=BRIEF, allow_private=True) as fetcher:
        assert failure(fetcher, unreached[name]).code == code


def test_the_shell_tells_each_fault_in_a_line(server, unreached):
    expected = [(server.url(path), code) for path, code, *_ in FAULTS]
    expected += [(unreached[name], code) for name, code in BEFORE_HTTP.items()]
    urls = [url for url, _ in expected]
    command = [sys.executable, "-m", "newsextract.cli", "--allow-private", "--retries=0", *urls]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (run.returncode, run.stdout) == (3, "")
    told = re.findall(r"^newsextract: (\S+): .+ \[(\w+)\]$", run.stderr, re.MULTILINE)
    assert told == expected
    assert run.stderr.count("\n") == len(expected)


def test_the_shell_tells_each_time_out_in_a_line(server, monkeypatch, capfd):
    monkeypatch.setattr("newsextract.fetch.Fetcher", partial(Fetcher, limits=BRIEF))
    urls = [server.url(path) for path in SLOW]
    assert cli.main(["--allow-private", *urls]) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert re.findall(r"^newsextract: (\S+): .+ \[timeout\]$", err, re.MULTILINE) == urls
    assert err.count("\n") == len(urls)


MASKED = {
    "pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< >>\nendobj\n",
    "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(100),
    "zip": b"PK\x03\x04" + bytes(100),
    "gzip": b"\x1f\x8b\x08\0" + bytes(100),
    "json": b'{"headline": "Ferry sails again", "body": "The ferry sails again."}',
}


@pytest.mark.parametrize("kind", MASKED)
def test_what_is_no_page_under_the_name_of_one_is_told_by_its_bytes(kind):
    with Server({"/page": page(MASKED[kind])}) as own, Fetcher(allow_private=True) as fetcher:
        with pytest.raises(NewsExtractError) as caught:
            extract_url(own.url(), fetcher=fetcher)
        assert caught.value.code == "not_a_page"
        assert caught.value.url == own.url()


def test_any_bytes_for_an_answer_end_in_a_page_or_a_documented_error():
    """Every byte of a good answer is cut off or changed in turn."""
    good = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>ab\r\n0\r\n\r\n"
    spoilt = [good[:end] for end in range(len(good))]
    spoilt += [good[:at] + bytes([each]) + good[at + 1 :] for at in range(len(good)) for each in (0, 10, 58, 255)]

    def answer(visit: Visit) -> None:
        visit.send(spoilt[int(visit.path[1:])])

    paths = [f"/{number}" for number in range(len(spoilt))]
    with Server(dict.fromkeys(paths, answer)) as own, Fetcher(limits=Limits(total=5), allow_private=True) as fetcher:
        codes = {code_or_page(fetcher, own.url(path)) for path in paths}
    assert codes <= {"page", *FETCH_CODES}
    assert "timeout" not in codes


def code_or_page(fetcher, url):
    try:
        fetcher.fetch(url)
    except FetchError as error:
        return error.code
    return "page"
