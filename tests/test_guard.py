"""The guard: nobody is asked who is not public. Names are looked up in a table, and packets stay on loopback."""

from __future__ import annotations

import socket
import threading
import time
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from functools import partial

import pytest
import requests
from server import PAGE_BYTES, Server, bridge, page, redirect
from test_fetch import SLACK, Shelf, failure

from newsextract import FetchError, extract_url, fetch
from newsextract.fetch import Limits
from newsextract.fetch.guard import forbidden

Fetcher = partial(fetch.Fetcher, retries=0)
LOOPBACK_NAMES = "localhost localhost. a.localhost localhost.localdomain 127.0.0.1. 127.0.0.1.nip.example"
LOOPBACK_NAMES_V6 = "localhost6 ip6-localhost ip6-loopback"
PUBLIC = "93.184.215.14"
NAMES = {
    "public.example": [PUBLIC],
    "two.example": [PUBLIC, "127.0.0.1"],
    "inside.example": ["10.0.0.5"],
    **{name: ["127.0.0.1"] for name in LOOPBACK_NAMES.split()},
    **{name: ["::1"] for name in LOOPBACK_NAMES_V6.split()},
}
find = socket.getaddrinfo


def look_up(name, port, *_args, **_options):
    """Resolve as the system does, but without a network: NAMES, and numbers in all their spellings."""
    numbers = NAMES.get(name, [name])
    return [hit for each in numbers for hit in find(each, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)]


@pytest.fixture(autouse=True)
def _table_of_names(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    monkeypatch.setattr(socket, "getaddrinfo", look_up)


@dataclass
class Wire:
    """A world in which PUBLIC leads to a server on loopback; ``asked`` has every address that was connected to."""

    asked: list[str] = field(default_factory=list)
    leads_to: tuple[str, int] | None = None
    shows: str | None = PUBLIC
    """The peer that a connection shows; None means the true one."""


@pytest.fixture
def wire(monkeypatch):
    told, connect, peer = Wire(), socket.socket.connect, socket.socket.getpeername

    def connect_there(sock, address):
        told.asked.append(address[0])
        if told.leads_to is None:
            raise ConnectionRefusedError(111, "Connection refused")
        connect(sock, told.leads_to)

    monkeypatch.setattr(socket.socket, "connect", connect_there)
    monkeypatch.setattr(socket.socket, "getpeername", lambda sock: (told.shows, 0) if told.shows else peer(sock))
    return told


@pytest.fixture
def world(wire):
    with Server({}) as own:
        wire.leads_to = own.address
        yield own


# spellings

LOOPBACK = """
127.0.0.1 127.1 127.0.1 2130706433 0x7f000001 0x7f.1 0x7F.0x0.0x0.0x1 0177.0.0.1 017700000001 00000177.1 0177.0x0.1
localhost LOCALHOST localhost. a.localhost localhost.localdomain 127.0.0.1. 127.0.0.1.nip.example
１２７.０.０.１ ①②⑦.⓪.⓪.① 127。0。0。1 127．0．0．1 ｌｏｃａｌｈｏｓｔ 127.0.0.2 127.255.255.254 0.0.0.0 0 0x0
ann:secret@127.0.0.1 public.example@127.0.0.1 public.example:80@127.1
localhost6 ip6-localhost ip6-loopback [::1] [0:0:0:0:0:0:0:1] [0000::0001] [::] [::ffff:127.0.0.1] [::ffff:7f00:1]
[::127.0.0.1] [::ffff:0:7f00:1] [64:ff9b::127.0.0.1] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::]
[2001:0:7f00:1::] [fe80::1] [fec0::1]
""".split()  # fmt: skip


@pytest.fixture(scope="module")
def listeners():
    """Two ears on loopback, IPv4 and IPv6, at one port; nothing ever answers."""
    with ExitStack() as stack:
        ears = [stack.enter_context(socket.create_server(("127.0.0.1", 0)))]
        there = ("::1", ears[0].getsockname()[1])
        with suppress(OSError):  # a machine without IPv6 has one ear
            ears.append(stack.enter_context(socket.create_server(there, family=socket.AF_INET6)))
        for ear in ears:
            ear.setblocking(False)
        yield ears


def heard(listeners) -> int:
    """Return how many connections have come since the last time."""
    count = 0
    for ear in listeners:
        while True:
            try:
                ear.accept()[0].close()
            except BlockingIOError:
                break
            count += 1
    return count


def test_there_are_thirty_spellings():
    assert len(set(LOOPBACK)) >= 30


@pytest.mark.parametrize("spelling", LOOPBACK)
def test_no_spelling_of_loopback_is_connected_to(listeners, spelling):
    port = listeners[0].getsockname()[1]
    error = failure(Fetcher(), f"http://{spelling}:{port}/latest/meta-data")
    assert (error.code, error.retriable, error.status) == ("forbidden_address", False, None)
    assert "allow_private" in error.reason
    assert "secret" not in str(error)
    assert failure(Fetcher(), f"https://{spelling}:{port}/").code == "forbidden_address"
    assert heard(listeners) == 0


@pytest.mark.parametrize(
    "spelling", ["127.0.0.1", "2130706433", "①②⑦.⓪.⓪.①", "localhost", "[::1]", "[::ffff:7f00:1]", "0"]
)
def test_the_listeners_would_have_heard(listeners, spelling):
    if spelling == "[::1]" and len(listeners) == 1:
        pytest.skip("needs IPv6")
    port = listeners[0].getsockname()[1]
    mute = Fetcher(allow_private=True, limits=Limits(total=0.05))
    assert failure(mute, f"http://{spelling}:{port}/").code == "timeout"
    assert heard(listeners) == 1


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd",
        "file://127.0.0.1/etc/passwd",
        "gopher://127.0.0.1:PORT/_x",
        "ftp://127.0.0.1:PORT/",
        "dict://127.0.0.1:PORT/d",
        "data:text/html,<p>a",
        "unix:///var/run/docker.sock",
        "http+unix://%2Fvar%2Frun%2Fdocker.sock/info",
        "http://[fe80::1%25lo]:PORT/",
        "http://127.0.0.1:PORT\\@public.example/",
        "http://public.example#@127.0.0.1:PORT/",
    ],
)
def test_no_other_way_leads_there(listeners, wire, url):
    error = failure(Fetcher(), url.replace("PORT", str(listeners[0].getsockname()[1])))
    assert error.code in ("invalid_url", "forbidden_address", "dns", "connect")
    assert set(wire.asked) <= {PUBLIC}
    assert heard(listeners) == 0


# ranges

FORBIDDEN = {
    "unspecified": "0.0.0.0 0.1.2.3 ::",
    "loopback": "127.0.0.1 127.255.255.255 ::1 ::ffff:127.0.0.1 64:ff9b::7f00:1",
    "private": """
        10.0.0.0 10.255.255.255 172.16.0.1 172.31.255.255 192.168.0.1 192.168.255.255 fc00::1 fd00:ec2::254
        ::ffff:10.0.0.1 64:ff9b::a00:1
    """,
    "shared": "100.64.0.1 100.100.100.200 100.127.255.255",
    "cloud": "168.63.129.16",
    "link-local": "169.254.0.1 169.254.169.254 fe80::1 febf::1 ::ffff:a9fe:a9fe 64:ff9b::169.254.169.254",
    "site-local": "fec0::1 feff::1",
    "multicast": "224.0.0.1 239.255.255.255 ff02::1 ff0e::1",
    "benchmarks": "198.18.0.1 198.19.255.255 2001:2::1",
    "documentation": "192.0.2.1 198.51.100.1 203.0.113.1 2001:db8::1 3fff::1",
    "reserved": """
        192.0.0.1 192.0.0.192 240.0.0.1 255.255.255.255 2001:10::1 2001:20::1 100::1 5f00::1 4000::1 fe00::1
        ::ffff:0:808:808 1::
    """,
    "NAT64": "64:ff9b:1::1 64:ff9b:1:ffff:ffff:ffff:ffff:ffff",
    "6to4": "192.88.99.1 2002:: 2002:7f00:1:: 2002:808:808::1",
    "Teredo": "2001::1 2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "IPv4 address in an old form": "::127.0.0.1 ::8.8.8.8 ::2",
}
ALLOWED = """
    1.1.1.1 8.8.8.8 9.255.255.255 11.0.0.0 100.63.255.255 100.128.0.0 126.255.255.255 128.0.0.0 168.63.129.15
    169.253.255.255 169.255.0.0 172.15.255.255 172.32.0.0 192.0.1.0 192.167.255.255 192.169.0.0 198.17.255.255
    198.20.0.0 223.255.255.255 2001:200::1 2001:4860:4860::8888 2003::1 2606:4700:4700::1111 2a00::1 3ffe::1
    ::ffff:8.8.8.8 64:ff9b::808:808
""".split()  # fmt: skip


@pytest.mark.parametrize(("kind", "address"), [(kind, each) for kind, row in FORBIDDEN.items() for each in row.split()])
def test_forbidden_ranges_get_no_packet(monkeypatch, wire, kind, address):
    monkeypatch.setitem(NAMES, "harbour.example", [address])
    for scheme in ("http", "https"):
        error = failure(Fetcher(), f"{scheme}://harbour.example/")
        assert (error.code, error.retriable) == ("forbidden_address", False)
        assert kind in error.reason
    assert wire.asked == []


@pytest.mark.parametrize("address", ALLOWED)
def test_public_addresses_are_asked(monkeypatch, wire, address):
    monkeypatch.setitem(NAMES, "harbour.example", [address])
    assert failure(Fetcher(), "http://harbour.example/").code == "connect"
    assert [socket.inet_pton(*parts(each)) for each in wire.asked] == [socket.inet_pton(*parts(address))]


def parts(address):
    return socket.AF_INET6 if ":" in address else socket.AF_INET, address


@pytest.mark.parametrize("address", ["fe80::1%eth0", "/var/run/docker.sock", "", "١٢٧.0.0.1"])
def test_what_is_no_public_address_is_forbidden(address):
    assert forbidden(address)


def test_one_private_address_is_enough(world, wire):
    assert failure(Fetcher(), "http://two.example/page").code == "forbidden_address"
    assert wire.asked == []


# redirects, and names that change


def test_a_public_host_is_fetched(world, wire):
    world.answers = {"/page": page()}
    assert Fetcher().fetch("http://public.example/page").body == PAGE_BYTES
    assert wire.asked == [PUBLIC]


@pytest.mark.parametrize(
    "target",
    ["http://127.0.0.1/", "http://[::1]:22/", "//2130706433/", "https://inside.example/", "http://169.254.169.254/a", "http://a.localhost/"],
)  # fmt: skip
@pytest.mark.parametrize("way", [redirect, lambda to: bridge(f"0;url={to}")])
def test_nobody_is_led_inside(world, wire, target, way):
    world.answers = {"/page": redirect("/on"), "/on": way(target)}
    with pytest.raises(FetchError) as caught:
        extract_url("http://public.example/page")
    error = caught.value
    assert (error.code, error.retriable, error.url) == ("forbidden_address", False, "http://public.example/page")
    assert error.hop.partition("//")[2].startswith(target.partition("//")[2])
    assert wire.asked in ([PUBLIC], [PUBLIC, PUBLIC])
    assert [visit.path for visit in world.requests] == ["/page", "/on"]


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "gopher://127.0.0.1:70/_a", "data:text/html,a", "ftp://a/b", "javascript:alert(1)"]
)
def test_a_redirect_stays_on_the_web(world, wire, target):
    world.answers = {"/page": redirect(target)}
    error = failure(Fetcher(), "http://public.example/page")
    assert (error.code, error.retriable, error.hop) == ("redirects", False, "http://public.example/page")


def test_a_name_is_looked_up_once_for_a_connection(monkeypatch, world, wire):
    """A name that is public when it is judged, and loopback when it is asked again, has no second time."""
    world.answers = {"/page": page()}
    turns = iter([PUBLIC])
    monkeypatch.setattr(socket, "getaddrinfo", lambda _name, port, **_options: look_up(next(turns, "127.0.0.1"), port))
    assert Fetcher().fetch("http://rebinding.example/page").body == PAGE_BYTES
    assert failure(Fetcher(), "http://rebinding.example/page").code == "forbidden_address"
    assert wire.asked == [PUBLIC]


def test_the_peer_is_judged_before_a_byte_is_sent(world, wire):
    wire.shows = None  # that is, loopback
    error = failure(Fetcher(), "http://public.example/page")
    assert (error.code, error.retriable) == ("forbidden_address", False)
    assert wire.asked == [PUBLIC]  # and it was not tried again
    assert world.requests == []


# connections that others make


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("host", ["inside.example", "two.example", "127.1", "[::1]", "169.254.169.254"])
def test_a_proxy_is_not_asked_for_what_is_inside(monkeypatch, scheme, host):
    with Server({}) as proxy:
        monkeypatch.setenv(f"{scheme}_proxy", proxy.url(""))
        assert failure(Fetcher(), f"{scheme}://{host}/page").code == "forbidden_address"
        assert proxy.connections == 0


def test_a_proxy_may_itself_be_inside_and_know_more_names(monkeypatch):
    found = ("http://public.example/page", "http://unknown.example/page")
    with Server(dict.fromkeys(found, page())) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url(""))
        assert [Fetcher().fetch(url).body for url in found] == [PAGE_BYTES] * 2


def test_a_proxy_leads_nobody_inside_by_a_redirect(monkeypatch):
    with Server({"http://public.example/page": redirect("http://inside.example/")}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url(""))
        assert failure(Fetcher(), "http://public.example/page").code == "forbidden_address"
        assert len(proxy.requests) == 1


def test_a_session_is_not_asked_for_what_is_inside(listeners):
    port = listeners[0].getsockname()[1]
    for host in ("127.0.0.1", "localhost", "2130706433", "[::1]"):
        assert failure(Fetcher(session=requests.Session()), f"http://{host}:{port}/").code == "forbidden_address"
    assert heard(listeners) == 0


def test_an_adapter_may_know_more_names():
    session = requests.Session()
    session.mount("https://shelf.invalid/", Shelf())
    assert Fetcher(session=session).fetch("https://shelf.invalid/a").body == PAGE_BYTES


# a resolver that never answers


@pytest.fixture
def stuck(monkeypatch):
    over = threading.Event()

    def wait(*_args, **_options):
        over.wait(20)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", wait)
    yield
    over.set()


@pytest.mark.parametrize("session", [None, requests.Session])
def test_the_deadline_holds_for_a_look_up(stuck, session):
    fetcher, start = Fetcher(session=session and session(), limits=Limits(total=0.3)), time.monotonic()
    error = failure(fetcher, "http://public.example/")
    assert time.monotonic() - start < 0.3 + SLACK
    assert (error.code, error.retriable) == ("timeout", True)


def test_a_look_up_has_its_own_limit_too(stuck):
    start = time.monotonic()
    assert failure(Fetcher(limits=Limits(connect=0.2)), "http://public.example/").code == "timeout"
    assert time.monotonic() - start < 0.2 + SLACK


def test_a_name_that_nobody_answers_for_is_left_to_the_proxy(monkeypatch, stuck):
    monkeypatch.setattr(socket, "getaddrinfo", partial(stuck_but_for, socket.getaddrinfo, "127.0.0.1"))
    with Server({"http://public.example/page": page()}) as proxy:
        monkeypatch.setenv("http_proxy", proxy.url(""))
        fetcher = Fetcher(limits=Limits(connect=0.1, total=5))
        assert fetcher.fetch("http://public.example/page").body == PAGE_BYTES


def stuck_but_for(stuck, known, name, port, **options):
    return find(name, port, **options) if name == known else stuck()
