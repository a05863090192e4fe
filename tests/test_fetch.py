"""Fetching: a page, or one FetchError that is true about what went wrong, in time. Loopback only."""

from __future__ import annotations

import pickle
import re
import socket
import subprocess
import sys
import time
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st
from server import CERTIFICATE, PAGE_BYTES, Server, Visit, drip_body, head, page, redirect

from newsextract import fetch
from newsextract.errors import FETCH_CODES, FetchError
from newsextract.fetch import Limits
from newsextract.fetch.hop import first_hop
from newsextract.page import Page

Fetcher = partial(
    fetch.Fetcher, allow_private=True, retries=0
)  # the server is on loopback, and a fault to be seen once
BRISK = Limits(connect=1.0, read=1.5, total=3.0, max_bytes=1_000_000)
SHORT = Limits(connect=1.0, read=1.0, total=0.4)
SLACK = 0.6
"""Seconds that a busy machine may need beyond a deadline."""


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy", "requests_ca_bundle", "curl_ca_bundle"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture(scope="module")
def server():
    with Server() as running:
        yield running


@pytest.fixture
def fetcher():
    with Fetcher(limits=BRISK) as brisk:
        yield brisk


def failure(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        fetcher.fetch(url)
    return caught.value


# What comes through


def test_page_is_what_the_wire_gave(server, fetcher):
    got = fetcher.fetch(server.url("/page"))
    assert (got.url, got.body, got.status, got.final_url) == (server.url("/page"), PAGE_BYTES, 200, None)
    assert got.header("content-TYPE") == "text/html"
    assert got.header("x-missing") is None
    assert abs((datetime.now(UTC) - got.fetched_at).total_seconds()) < 10


@pytest.mark.parametrize(
    "path",
    ["/gzip", "/gzip-padded", "/gzip-members", "/chunked", "/no-length", "/no-type", "/odd-type", "/xhtml", "/plain"],
)
def test_body_is_whole_and_decompressed(server, fetcher, path):
    assert fetcher.fetch(server.url(path)).body == PAGE_BYTES


def test_an_empty_body_is_no_broken_one(server, fetcher):
    assert fetcher.fetch(server.url("/gzip-empty")).body == b""
    assert fetcher.fetch(server.url("/204")).body == b""


def test_request_names_newsextract_and_asks_for_what_can_be_decoded(server, fetcher):
    fetcher.fetch(server.url("/page"))
    headers = server.requests[-1].headers
    assert headers["user-agent"].startswith("newsextract/")
    assert "(+https://" in headers["user-agent"]
    assert headers["accept-encoding"] == "gzip"
    assert headers["accept"].startswith("text/html")


def test_user_agent_can_be_named(server):
    Fetcher(user_agent="harbour-archive/2 (+mailto:desk@example.org)").fetch(server.url())
    assert server.requests[-1].headers["user-agent"] == "harbour-archive/2 (+mailto:desk@example.org)"


@pytest.mark.parametrize("name", ["", " ", "a\r\nCookie: b", "Gerät"])
def test_user_agent_that_cannot_be_sent_is_refused(name):
    with pytest.raises(ValueError, match="user agent"):
        Fetcher(user_agent=name)


def test_connections_are_kept_for_the_next_fetch():
    with Server() as own, Fetcher() as fetcher:
        bodies = [fetcher.fetch(own.url("/kept")).body for _ in range(3)]
        assert bodies == [PAGE_BYTES] * 3
        assert own.connections == 1


def test_threads_share_a_fetcher(server):
    with Fetcher(limits=Limits(read=0.5, total=1.0)) as fetcher, ThreadPoolExecutor(8) as pool:
        paths = ["/page", "/drip-body", "/kept", "/404"] * 4
        tried = [pool.submit(fetcher.fetch, server.url(path)) for path in paths]
        came = [one.exception() or one.result() for one in tried]
    assert [getattr(one, "code", "page") for one in came] == ["page", "timeout", "page", "http_status"] * 4


# What is no page


def test_server_has_no_say_in_our_sentences(server, fetcher):
    assert failure(fetcher, server.url("/429")).reason == "the server answered 429 Too Many Requests"


def test_closed_port(fetcher):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    error = failure(fetcher, f"http://127.0.0.1:{port}/")
    assert (error.code, error.retriable) == ("connect", True)
    assert "refused" in error.reason


@pytest.mark.parametrize(("errno", "retriable"), [(socket.EAI_NONAME, False), (socket.EAI_AGAIN, True)])
def test_unknown_name(monkeypatch, fetcher, errno, retriable):
    def unknown(*_args, **_options):
        raise socket.gaierror(errno, "no such name here")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    error = failure(fetcher, "http://harbour.invalid/a")
    assert (error.code, error.retriable) == ("dns", retriable)
    assert "no such name here" in error.reason


def test_next_address_is_tried_where_one_does_not_answer(monkeypatch, server, fetcher):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        closed = listener.getsockname()
    alive = ("127.0.0.1", int(server.host.partition(":")[2]))
    found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", address) for address in (closed, alive)]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: found)
    assert fetcher.fetch("http://harbour.invalid/page").body == PAGE_BYTES


# Limits


def test_bomb_takes_no_more_memory_than_the_cap(server):
    fetcher = Fetcher(limits=Limits(max_bytes=1_000_000))
    tracemalloc.start()
    try:
        assert failure(fetcher, server.url("/bomb")).code == "too_large"
        assert tracemalloc.get_traced_memory()[1] < 10_000_000  # of the 50 MB in the bomb
    finally:
        tracemalloc.stop()


def test_body_of_exactly_the_cap_is_a_page(server):
    size = len(PAGE_BYTES)
    assert Fetcher(limits=Limits(max_bytes=size)).fetch(server.url("/gzip")).body == PAGE_BYTES
    assert failure(Fetcher(limits=Limits(max_bytes=size - 1)), server.url("/gzip")).code == "too_large"


def test_deadline_holds_on_a_connection_of_an_earlier_fetch(server):
    with Fetcher(limits=SHORT) as fetcher:
        fetcher.fetch(server.url("/kept"))
        start = time.monotonic()
        assert failure(fetcher, server.url("/drip-head")).code == "timeout"
        assert time.monotonic() - start < SHORT.total + SLACK


@pytest.mark.parametrize("greeting", [Visit.stall, lambda visit: visit.drip(b"\x16\x03\x03\x40\x00" + bytes(500))])
def test_deadline_holds_in_the_handshake_of_tls(greeting):
    with Server(greeting=greeting) as mute:
        start = time.monotonic()
        assert failure(Fetcher(limits=SHORT), f"https://{mute.host}/").code == "timeout"
        assert time.monotonic() - start < SHORT.total + SLACK


def test_deadline_holds_under_tls(monkeypatch):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATE))
    with Server(tls=True) as own:
        for path in ("/drip-head", "/drip-body", "/drip-until-close"):
            start = time.monotonic()
            assert failure(Fetcher(limits=SHORT), own.url(path)).code == "timeout"
            assert time.monotonic() - start < SHORT.total + SLACK


def test_deadline_holds_for_all_addresses_of_a_host_together(monkeypatch):
    with socket.create_server(("127.0.0.1", 0), backlog=0) as full:
        waiting = [socket.socket() for _ in range(4)]
        for wire in waiting:  # the queue takes one or two; from then on, no connection gets an answer
            wire.setblocking(False)
            wire.connect_ex(full.getsockname())
        found = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", full.getsockname())] * 9
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: found)
        start = time.monotonic()
        error = failure(Fetcher(limits=Limits(connect=0.2, total=0.5)), "http://harbour.invalid/")
        assert time.monotonic() - start < 0.5 + SLACK
        for wire in waiting:
            wire.close()
    assert error.code == "timeout"


def test_each_wait_has_its_limit_too(server):
    start = time.monotonic()
    error = failure(Fetcher(limits=Limits(read=0.2, total=5)), server.url("/stall"))
    assert time.monotonic() - start < 0.2 + SLACK
    assert (error.code, error.retriable) == ("timeout", True)


@pytest.mark.parametrize(
    "wrong",
    [
        {"connect": 0},
        {"read": -1},
        {"total": float("nan")},
        {"total": float("inf")},
        {"max_bytes": 0},
        {"redirects": -1},
    ],
)
def test_limits_that_make_no_sense_are_refused(wrong):
    with pytest.raises(ValueError, match=next(iter(wrong))):
        Limits(**wrong)


# Redirects


def test_redirects_are_followed_to_the_limit(server, fetcher):
    got = fetcher.fetch(server.url("/hops/10"))
    assert (got.body, got.url, got.final_url) == (PAGE_BYTES, server.url("/hops/10"), server.url("/hops/0"))
    error = failure(fetcher, server.url("/hops/11"))
    assert (error.code, error.url, error.hop) == ("redirects", server.url("/hops/11"), server.url("/hops/0"))
    assert "more than 10" in error.reason


def test_no_redirects_can_be_asked_for(server):
    straight = Fetcher(limits=Limits(redirects=0))
    assert straight.fetch(server.url("/page")).body == PAGE_BYTES
    assert failure(straight, server.url("/hops/1")).code == "redirects"


def test_loop_is_named():
    with Server() as own, Fetcher() as fetcher:
        error = failure(fetcher, own.url("/loop"))
        assert error.code == "redirects"
        assert "circle" in error.reason
        assert [visit.path for visit in own.requests] == ["/loop", "/loop2"]


def test_loop_with_a_cookie_is_named():
    with Server({"/again": redirect("/again", set_cookie="seen=1")}) as own, Fetcher() as fetcher:
        assert "circle" in failure(fetcher, own.url("/again")).reason
        assert [visit.headers.get("cookie") for visit in own.requests] == [None, "seen=1"]


def test_page_behind_its_own_cookie_is_reached(server, fetcher):
    got = fetcher.fetch(server.url("/cookie-wall"))
    assert (got.body, got.final_url) == (PAGE_BYTES, None)


def test_cookies_end_with_the_fetch():
    with Server() as own, Fetcher() as fetcher:
        for _ in range(2):
            fetcher.fetch(own.url("/cookie-wall"))
        assert ["cookie" in visit.headers for visit in own.requests] == [False, True, False, True]


def test_body_of_a_redirect_is_never_read():
    with Server() as own, Fetcher(limits=BRISK) as fetcher:
        assert fetcher.fetch(own.url("/endless-redirect")).body == PAGE_BYTES
        assert int(own.requests[0].headers.get("sent", 0)) < 20_000_000  # what fits into the buffers between us


@pytest.mark.parametrize(("path", "asked"), [("/to-latin-1", "/caf%E9?q=%E9%20%E9"), ("/to-utf-8", "/caf%C3%A9")])
def test_bytes_of_a_location_survive(server, fetcher, path, asked):
    got = fetcher.fetch(server.url(path))
    assert (got.body, got.final_url) == (PAGE_BYTES, server.url(asked))


@pytest.mark.parametrize(("path", "target"), [("/to-file", "file:///etc/passwd"), ("/to-junk", "http://[::1")])
def test_redirect_to_what_is_no_web_address(server, fetcher, path, target):
    error = failure(fetcher, server.url(path))
    assert (error.code, error.retriable) == ("redirects", False)
    assert target in error.reason


def test_error_after_a_redirect_says_where(server, fetcher):
    error = failure(fetcher, server.url("/to-404"))
    assert (error.code, error.status) == ("http_status", 404)
    assert (error.url, error.hop) == (server.url("/to-404"), server.url("/404"))


# Addresses


@pytest.mark.parametrize(
    "url",
    [
        "", "  \n", "example.org/a", "//example.org/a", "example.org:80", "http://", "http:///a", "http://a b/", "http://a..b/",
        "http://[::1", "http://[zz]/", "http://[v1.a]:x/", "http://a:99999/", "http://a:port/", "http://\ud800.org/",
        "http://" + "a" * 64 + ".org/", "http://" + "日" * 300, "http://x\x00y/", "http://a%2fb/", "ftp://a/", "file:///etc/passwd",
        "javascript:alert(1)", "data:text/html,a", "mailto:a@b.c", "http://u\uff0fa/",
    ],
)  # fmt: skip
def test_address_that_cannot_be_asked_for(fetcher, url):
    error = failure(fetcher, url)
    assert (error.code, error.retriable, error.status) == ("invalid_url", False, None)
    assert "\n" not in str(error)


@pytest.mark.parametrize("nothing", [None, 3.5, b"http://example.org/"])
def test_what_is_no_text_is_no_address(fetcher, nothing):
    assert failure(fetcher, nothing).code == "invalid_url"


@pytest.mark.parametrize("url", ["example.org/a", "//example.org/a"])
def test_missing_scheme_comes_with_a_hint(fetcher, url):
    assert "https://example.org/a may be meant" in failure(fetcher, url).reason


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("http://HOST/page#part", "/page"),
        (" http://HOST/page\n", "/page"),
        ("http://HOST", "/"),
        ("http://HOST?a=1", "/?a=1"),
        ("http://HOST/a b/ü?q=ä&r=(1)", "/a%20b/%C3%BC?q=%C3%A4&r=(1)"),
        ("http://HOST/100%/a%20b?c=5%", "/100%25/a%20b?c=5%25"),
    ],
)
def test_address_goes_out_as_browsers_send_it(written, asked):
    with Server({asked: page()}) as own, Fetcher() as fetcher:
        assert fetcher.fetch(written.replace("HOST", own.host)).body == PAGE_BYTES
        assert own.requests[0].path == asked


@pytest.mark.parametrize(
    ("host", "looked_up"),
    [
        ("MÜNCHEN.example", "xn--mnchen-3ya.example"),
        ("faß.example", "xn--fa-hia.example"),
        ("a_b.example.", "a_b.example."),
    ],
)
def test_name_of_a_host_is_looked_up_as_browsers_do(monkeypatch, fetcher, host, looked_up):
    names = []

    def note(name, *_args, **_options):
        names.append(name)
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "getaddrinfo", note)
    assert failure(fetcher, f"http://{host}/").code == "dns"
    assert names == [looked_up]


def code_of(ask, *args) -> str:
    """Return the code of the error that a call ends with, or the address that it returns."""
    try:
        return ask(*args).url
    except FetchError as error:
        return error.code


@given(st.text())
def test_any_text_is_an_address_or_a_named_error(text):
    assert re.fullmatch(r"invalid_url|http://[!-~]+", code_of(first_hop, "http://" + text))


@given(st.binary())
def test_any_location_is_a_target_or_a_named_error(location):
    to = first_hop("http://example.org/a").to
    assert re.fullmatch(r"redirects|https?://[!-~]+", code_of(to, location.decode("latin-1")))


# Secrets

LOGIN = "ann:s%C3%A9cret@"


def test_login_in_the_address_is_sent_and_not_shown(server, fetcher):
    got = fetcher.fetch(server.url("/hops/1", LOGIN))
    sent = [visit.headers.get("authorization", "") for visit in server.requests[-2:]]
    assert sent[0].startswith("Basic ")
    assert sent[0] == sent[1]
    assert (got.url, got.final_url) == (server.url("/hops/1"), server.url("/hops/0"))


@pytest.mark.parametrize("path", ["/404", "/cut-length", "/reset", "/to-file", "/loop"])
def test_no_error_shows_a_login(server, fetcher, path):
    error = failure(fetcher, server.url(path, "ann:secret@"))
    shown = f"{error} {error!r} {error.hop} {error.url} {error.__cause__!r}"
    assert "secret" not in shown
    assert "ann" not in shown


@pytest.mark.parametrize(
    "url",
    ["http://ann:secret@[::1/", "http://ann:sec/ret@host:x/", "ann:secret@example.org/a", "http:///ann:secret@host/"],
)
def test_no_refusal_shows_a_login(fetcher, url):
    error = failure(fetcher, url)
    assert error.code == "invalid_url"
    assert not any(secret in f"{error!r} {error}" for secret in ("ann", "secret", "sec/"))


def test_login_and_cookies_do_not_cross_hosts(server):
    session = requests.Session()
    session.auth = ("ann", "secret")
    session.params = {"key": "secret"}
    session.headers["Cookie"] = "session=secret"
    with Server() as other, Server({"/a?key=secret": redirect(other.url("/hops/1"))}) as own:
        assert Fetcher(session=session).fetch(own.url("/a")).body == PAGE_BYTES
        assert "authorization" in own.requests[0].headers
        assert [visit.path for visit in other.requests] == ["/hops/1", "/hops/0"]
        assert not any({"authorization", "cookie"} & set(visit.headers) for visit in other.requests)


def test_login_and_secure_cookies_stay_under_tls(monkeypatch, server, fetcher):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATE))
    down = redirect(server.url("/hops/0"), set_cookie="key=secret; Secure")
    with Server({"/a": redirect("/b"), "/b": down}, tls=True) as own:
        assert fetcher.fetch(own.url("/a", "ann:secret@")).body == PAGE_BYTES
        assert ["authorization" in visit.headers for visit in own.requests] == [True, True]
    assert not {"authorization", "cookie"} & set(server.requests[-1].headers)


def test_cookies_stay_with_their_host(fetcher):
    with Server({"/c": page()}) as own:
        far = own.url("/b").replace("127.0.0.1", "localhost")
        own.answers |= {"/a": redirect(far, set_cookie="a=1"), "/b": redirect(own.url("/c"), set_cookie="b=1")}
        assert fetcher.fetch(own.url("/a")).body == PAGE_BYTES
        assert [visit.headers.get("cookie") for visit in own.requests] == [None, None, "a=1"]


@pytest.mark.parametrize("session", [None, requests.Session()])
def test_netrc_is_left_alone(tmp_path, monkeypatch, server, session):
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login ann password secret\n")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    Fetcher(session=session).fetch(server.url("/hops/1"))
    assert not any("authorization" in visit.headers for visit in server.requests[-2:])


# TLS and proxies


def test_certificate_that_nobody_vouches_for_is_refused(fetcher):
    with Server(tls=True) as own:
        error = failure(fetcher, own.url())
        assert own.requests == []
    assert (error.code, error.retriable) == ("tls", False)
    assert "self-signed" in error.reason.replace("self signed", "self-signed")


def test_certificate_of_another_host_is_refused(monkeypatch, fetcher):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CERTIFICATE))
    with Server(tls=True) as own:
        loopback = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", int(own.host.partition(":")[2])))]
        monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: loopback)
        assert failure(fetcher, "https://harbour.invalid/page").code == "tls"
        assert fetcher.fetch(own.url()).body == PAGE_BYTES


def test_bundle_of_certificates_that_is_not_there(monkeypatch, tmp_path, fetcher):
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "none.pem"))
    with Server(tls=True) as own:
        error = failure(fetcher, own.url())
    assert error.code == "tls"
    assert "No such file" in error.reason


def test_no_session_turns_verification_off():
    session = requests.Session()
    session.verify = False
    with Server(tls=True) as own:
        assert failure(Fetcher(session=session), own.url()).code == "tls"
        session.verify = str(CERTIFICATE)
        assert Fetcher(session=session).fetch(own.url()).body == PAGE_BYTES


def plain(visit: Visit) -> None:
    visit.wire.recv(9999)
    visit.send(head("400 Bad Request"))


def test_host_that_speaks_no_tls(fetcher):
    with Server(greeting=plain) as own:
        error = failure(fetcher, f"https://{own.host}/")
    assert (error.code, error.retriable) == ("tls", False)


def test_proxy_of_the_environment_is_used(monkeypatch, fetcher):
    with Server({"http://harbour.invalid/page": page(), "http://harbour.invalid/drip": drip_body}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url(""))
        assert fetcher.fetch("http://harbour.invalid/page").body == PAGE_BYTES
        start = time.monotonic()
        assert failure(Fetcher(limits=SHORT), "http://harbour.invalid/drip").code == "timeout"
        assert time.monotonic() - start < SHORT.total + SLACK


def test_deadline_holds_for_a_tunnel(monkeypatch):
    with Server(greeting=Visit.stall) as proxy:
        monkeypatch.setenv("https_proxy", proxy.url(""))
        start = time.monotonic()
        assert failure(Fetcher(limits=SHORT), "https://harbour.invalid/").code == "timeout"
        assert time.monotonic() - start < SHORT.total + SLACK


def test_proxy_that_is_not_there(monkeypatch, fetcher):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    for scheme in ("http", "https"):
        monkeypatch.setenv(f"{scheme}_proxy", f"http://ann:secret@127.0.0.1:{port}")
        error = failure(fetcher, f"{scheme}://harbour.invalid/page")
        assert (error.code, error.retriable) == ("connect", True)
        assert "proxy" in error.reason
        assert "secret" not in str(error)


# Sessions of the caller's


def test_session_keeps_its_headers_cookies_and_stays_open():
    session = requests.Session()
    session.headers.update({"User-Agent": "harbour/1", "X-Key": "7"})
    with Server() as own:
        with Fetcher(session=session) as fetcher:
            fetcher.fetch(own.url("/cookie-wall"))
            fetcher.fetch(own.url("/kept"))
        assert session.get(own.url("/kept")).content == PAGE_BYTES
        assert own.connections == 3  # the last two shared one
    assert {visit.headers["user-agent"] for visit in own.requests} == {"harbour/1"}
    assert {visit.headers["x-key"] for visit in own.requests} == {"7"}
    assert [visit.headers.get("cookie") for visit in own.requests] == [None, *["seen=1"] * 3]


def test_session_without_a_name_of_its_own_goes_by_ours(server):
    Fetcher(session=requests.Session()).fetch(server.url())
    assert server.requests[-1].headers["user-agent"].startswith("newsextract/")
    assert server.requests[-1].headers["accept-encoding"] == "gzip"


def test_hooks_of_a_session_see_redirects_as_redirects(server):
    seen, session = [], requests.Session()
    session.hooks["response"].append(lambda response, **_settings: seen.append(response.is_redirect))
    assert Fetcher(session=session).fetch(server.url("/endless-redirect")).body == PAGE_BYTES
    assert seen == [True, False]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/bomb", "too_large"),
        ("/drip-body", "timeout"),
        ("/hops/11", "redirects"),
        ("/cut-gzip", "truncated"),
        ("/junk", "protocol"),
    ],
)
def test_limits_hold_with_a_session(server, path, code):
    limits, start = Limits(total=0.5, max_bytes=1_000_000), time.monotonic()
    assert failure(Fetcher(session=requests.Session(), limits=limits), server.url(path)).code == code
    assert time.monotonic() - start < 0.5 + SLACK


def test_deadline_holds_under_tls_with_a_session():
    session = requests.Session()
    session.verify = str(CERTIFICATE)
    with Server(tls=True) as own:
        start = time.monotonic()
        assert failure(Fetcher(session=session, limits=SHORT), own.url("/drip-until-close")).code == "timeout"
        assert time.monotonic() - start < SHORT.total + SLACK


class Shelf(requests.adapters.BaseAdapter):
    """An adapter without a network."""

    def send(self, request, **_settings):
        if request.url.endswith("/gone"):
            raise requests.ConnectionError("no shelf of that name")
        response = requests.Response()
        response.status_code, response.url, response.request = 200, request.url, request
        response.headers["Content-Type"] = "text/html"
        response.raw = None
        response._content, response._content_consumed = PAGE_BYTES, True
        return response

    def close(self):
        pass


def test_adapter_of_a_session_is_asked():
    session = requests.Session()
    session.mount("https://shelf.invalid/", Shelf())
    fetcher = Fetcher(session=session)
    assert fetcher.fetch("https://shelf.invalid/a").body == PAGE_BYTES
    assert failure(fetcher, "https://shelf.invalid/gone").code == "connect"


# The values


def test_fetch_error_survives_a_process_pool():
    error = FetchError("no", "http://a/", code="http_status", hop="http://b/", status=503, retriable=True)
    copy = pickle.loads(pickle.dumps(error))
    assert (copy.reason, copy.url, copy.code, copy.hop, copy.status, copy.retriable, str(copy)) == (
        "no", "http://a/", "http_status", "http://b/", 503, True, "http://a/: no",
    )  # fmt: skip


def test_fetch_error_has_a_documented_code():
    assert {FetchError("", code=code).code for code in FETCH_CODES} == set(FETCH_CODES)
    with pytest.raises(ValueError, match="code"):
        FetchError("", code="weather")


def test_page_can_be_built_by_hand():
    own = Page("https://example.org/", b"<p>", {"CONTENT-Type": "text/html", "X-A": ""})
    assert own.header("content-type") == "text/html"
    assert own.header("x-a") == ""
    assert own.header("x-b") is None
    assert (own.status, own.final_url, own.fetched_at) == (200, None, None)
    assert pickle.loads(pickle.dumps(own)) == own


def test_requests_is_imported_by_those_who_fetch():
    code = "import sys, newsextract.fetch as f; f.Limits(); print('requests' in sys.modules, f.Fetcher)"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.split()[0] == "False"
