"""The browser: the page that scripts build, or one FetchError, in time; and nothing is asked that may not be.

Loopback only. Without Playwright or a Chromium the tests that need them are skipped.
"""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pytest
from server import FAULTS, PAGE_BYTES, Server, page, redirect
from test_cli import SENTENCES

from newsextract import FetchError, extract, extract_url
from newsextract.cli import main
from newsextract.fetch import Fetcher, Limits
from newsextract.fetch.browser import BrowserFetcher
from newsextract.fetch.browser.chromium import NAMES
from newsextract.fetch.browser.gate import Gate
from newsextract.fetch.guard import ForbiddenAddressError

BROWSER = next(filter(None, map(shutil.which, NAMES)), None)
needs_browser = pytest.mark.skipif(
    not (find_spec("playwright") and BROWSER), reason="needs newsextract[browser], and a Chromium on the PATH"
)
BRISK = Limits(connect=2.0, read=1.0, total=10.0, max_bytes=1_000_000)
SHORT = Limits(connect=2.0, read=2.0, total=2.0, max_bytes=1_000_000)
PUBLIC = "93.184.215.14"


# pages


def scripted(script: str, body: str = ""):
    text = f"<!doctype html><meta charset=utf-8><title>Ferry</title><div id=root>{body}</div><script>{script}</script>"
    return page(text.encode())


STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
HTML = json.dumps(f"<article><h1>Ferry returns after the storm</h1>{STORY}</article>")
SHOW = f"root.innerHTML = {HTML};"
NEVER = "while (true) {}"

PAGES = {
    "/story": scripted(f"fetch('/data').then(got => got.text()).then(() => {{ {SHOW} }})"),
    "/data": page(b"{}", content_type="application/json"),
    "/late": scripted(f"setTimeout(() => {{ {SHOW} }}, 300)"),
    "/polls": scripted(f"{SHOW} setInterval(() => fetch('/data?' + Math.random()), 50)"),
    "/loops-later": scripted(f"{SHOW} setTimeout(() => {{ {NEVER} }}, 100)"),
    "/alerts": scripted(f"for (let i = 0; i < 30; i++) {{ alert(i); confirm(i); prompt(i) }} {SHOW}"),
    "/alerts-for-ever": scripted("while (true) alert(1)"),
    "/unload": scripted(f"{SHOW} onbeforeunload = event => {{ event.preventDefault(); return 'stay' }}"),
    "/grows": scripted("root.textContent = ' '.repeat(50e6)"),
    "/heap": scripted("const all = []; while (true) all.push({many: new Array(1000).fill(1.5)})"),
    "/moves": scripted("location = '/story'"),
    "/moves-for-ever": scripted("location = '/moves-for-ever?' + Math.random()"),
    "/moves-to-404": scripted("location = '/404'"),
    "/moves-to-file": scripted(f"{SHOW} location = 'file:///etc/passwd'"),
    "/moves-to-blank": scripted("location = 'about:blank'"),
    "/downloads": scripted(f"{SHOW} setTimeout(() => location = '/zip', 50)"),
    "/attachment": page(content_disposition="attachment"),
    "/renames": scripted(f"history.replaceState({{}}, '', '/story/1#top'); {SHOW}"),
    "/tampers": scripted(
        "Object.defineProperty(Element.prototype, 'outerHTML', {get: () => 'x'});"
        f"Object.defineProperty(document, 'URL', {{get: () => 'https://other.example/'}}); {SHOW}"
    ),
    "/shadow": scripted(
        "const outer = root.attachShadow({mode: 'open'}); outer.innerHTML = '<div>$&</div>';"
        f"outer.firstChild.attachShadow({{mode: 'open'}}).innerHTML = {HTML};"
    ),
    "/opens": scripted(f"for (let i = 0; i < 5; i++) window.open('/window'); {SHOW}"),
    "/window": page(),
    "/windows-1251": page(
        "<!doctype html><meta charset=windows-1251><p>Паром снова ходит.".encode("windows-1251"),
        content_type="text/html; charset=windows-1251",
        x_served_by="harbour",
    ),
    "/cookie": lambda visit: scripted(
        f"root.textContent = {json.dumps(visit.headers.get('cookie', 'none'))} + (localStorage.seen || 'nothing');"
        "document.cookie = 'seen=1; max-age=1000'; localStorage.seen = 1"
    )(visit),
    "/login": lambda visit: (
        page() if "authorization" in visit.headers else page(status="401 No", www_authenticate='Basic realm="a"')
    )(visit),
    "/parts": page(
        b"<!doctype html><link rel=stylesheet href=/part.css><link rel=icon href=/part.ico>"
        b"<link rel=preload as=font href=/part.woff crossorigin><link rel=prefetch href=/part.prefetch>"
        b"<style>@font-face { font-family: a; src: url(/part.woff2) } p { font-family: a }</style>"
        b"<img src=/part.png><video src=/part.mp4 autoplay></video><audio src=/part.mp3 autoplay></audio>"
        b"<iframe src=/part.html></iframe><object data=/part.svg></object><embed src=/part.swf><p>text</p>"
        b"<script src=/part.js></script><script>fetch('/part.json'); navigator.sendBeacon('/part.beacon');"
        b"new EventSource('/part.events'); navigator.serviceWorker?.register('/part.worker');"
        b"new WebSocket('ws://' + location.host + '/part.socket')</script>"
    ),
    "/hops-away": redirect("/moves"),
}


class Site(dict):
    """PAGES, and the faults; what follows a question mark is left to the page."""

    def get(self, path, default=None):
        path = path.split("?")[0]
        return PAGES.get(path) or FAULTS.get(path, default)


@pytest.fixture(scope="module")
def site():
    with Server(Site()) as server:
        yield server


@pytest.fixture(scope="module")
def browser():
    """A fetcher whose browser stays for all tests; what breaks it makes the next one wait for another."""
    with BrowserFetcher(allow_private=True, limits=BRISK, settle=1.0) as fetcher:
        yield fetcher


def failure(fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as raised:
        fetcher.fetch(url)
    return raised.value


@contextmanager
def at_most(seconds: float):
    started = time.monotonic()
    yield
    assert time.monotonic() - started < seconds


def children(of: int) -> dict[int, str]:
    """Return the processes that stem from one, with their command lines; not those that have ended."""
    parents, commands = {}, {}
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            status = (path / "stat").read_text()
            command = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if command:  # a zombie has none
                parents[int(path.name)] = int(status.rpartition(")")[2].split()[1])
                commands[int(path.name)] = command
    found, waiting = {}, {of}
    while waiting:
        waiting = {pid for pid, parent in parents.items() if parent in waiting}
        found |= {pid: commands[pid] for pid in waiting}
    return found


def until(condition, seconds: float = 5.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False


linux = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")


# without a browser


def test_a_missing_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    error = failure(BrowserFetcher(), "https://news.example/story")
    assert (error.code, error.url, error.retriable) == ("extra_missing", "https://news.example/story", False)
    assert "newsextract[browser]" in error.reason


def test_the_shell_names_a_missing_extra(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "playwright", None)
    monkeypatch.setitem(sys.modules, "playwright.sync_api", None)
    assert main(["--browser", "https://news.example/1", "https://news.example/2"]) == 3
    assert capsys.readouterr().err.count("[extra_missing]") == 2


@pytest.mark.parametrize("executable", ["no-such-browser", "/no/such/browser", "/etc/passwd"])
def test_a_missing_browser_is_named(monkeypatch, executable):
    monkeypatch.setitem(sys.modules, "playwright", sys)  # it is there, for all that is asked of it here
    monkeypatch.setitem(sys.modules, "playwright.sync_api", sys)
    error = failure(BrowserFetcher(executable=executable), "https://news.example/story")
    assert (error.code, error.retriable) == ("browser_missing", False)
    assert executable in error.reason


def test_the_address_is_read_before_a_browser_is_looked_for():
    fetcher = BrowserFetcher(executable="no-such-browser")
    assert failure(fetcher, "file:///etc/passwd").code == "invalid_url"
    assert failure(fetcher, "chrome://version").code == "invalid_url"
    assert failure(fetcher, "example.org").code == "invalid_url"


def test_options_are_checked():
    for options in ({"user_agent": "a\r\nb: c"}, {"user_agent": " "}, {"settle": -1}, {"settle": float("nan")}):
        with pytest.raises(ValueError, match=r"agent|settle"):
            BrowserFetcher(**options)


def test_nothing_starts_without_a_fetch():
    with BrowserFetcher():
        pass


@pytest.mark.parametrize("other", [["--robots"], ["--retries", "1"]])
def test_the_shell_takes_no_rule_that_a_browser_would_not_keep(capsys, other):
    assert main(["--browser", *other, "https://news.example/"]) == 2
    assert "--browser" in capsys.readouterr().err


# the gate alone


@contextmanager
def gate(*, allow_private=True, most_bytes=1_000_000, **limits):
    with Gate(Limits(**limits), most_bytes=most_bytes, allow_private=allow_private) as opened:
        yield opened


def ask(opened: Gate, host: str, port: int, kind: int = 3) -> tuple[socket.socket, int]:
    """Ask the gate for a connection as a browser does; return it, and the code of the answer (0: connected)."""
    wire = socket.create_connection(opened.server_address, timeout=5)
    wire.sendall(b"\x05\x01\x00")
    assert wire.recv(2) == b"\x05\x00"
    name = bytes([len(host)]) + host.encode() if kind == 3 else socket.inet_pton({1: 2, 4: 10}[kind], host)
    wire.sendall(b"\x05\x01\x00" + bytes([kind]) + name + port.to_bytes(2, "big"))
    return wire, wire.recv(10)[1]


def test_the_gate_leads_to_a_host(site):
    with gate() as opened:
        for host, kind in (("localhost", 3), ("127.0.0.1", 3), ("127.0.0.1", 1)):
            wire, code = ask(opened, host, site.address[1], kind)
            wire.sendall(b"GET /page HTTP/1.1\r\nHost: a\r\n\r\n")
            with wire, wire.makefile("rb") as answer:
                assert code == 0
                assert answer.read().endswith(PAGE_BYTES)
            assert opened.fault(host, site.address[1]) is None


@pytest.mark.parametrize(
    ("host", "kind"),
    [("localhost", 3), ("127.0.0.1", 1), ("127.1", 3), ("2130706433", 3), ("::1", 4), ("::ffff:7f00:1", 4)],
)
def test_the_gate_is_guarded(host, kind):
    with socket.create_server(("127.0.0.1", 0)) as ear, gate(allow_private=False) as opened:
        ear.settimeout(0)
        port = ear.getsockname()[1]
        wire, code = ask(opened, host, port, kind)
        with wire:
            assert code == 2  # not allowed by ruleset
        with pytest.raises(BlockingIOError):
            ear.accept()
        assert isinstance(opened.fault(host, port), ForbiddenAddressError)


def test_the_gate_says_nothing_about_junk(capfd):
    with gate(connect=0.3) as opened:
        for junk in (
            b"",
            b"\x05",
            b"GET / HTTP/1.1\r\n\r\n",
            b"\x05\x01\x00\x05\x01\x00\x09",
            b"\x05\x01\x00\x05\x02\x00\x01" + bytes(6),
        ):
            with socket.create_connection(opened.server_address, timeout=5) as wire, suppress(OSError):
                wire.sendall(junk)
                wire.shutdown(socket.SHUT_WR)
                while wire.recv(100):
                    pass
    assert capfd.readouterr() == ("", "")


def test_the_gate_ends_what_is_too_much(site):
    with gate(most_bytes=100_000) as opened:
        wire, _ = ask(opened, "localhost", site.address[1])
        wire.sendall(b"GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
        with wire, pytest.raises(ConnectionResetError):
            list(iter(lambda: wire.recv(65_536), b""))
        assert opened.is_full
        assert opened.taken < 300_000


def test_the_gate_ends_what_stands_still(site):
    with gate(read=0.2) as opened, at_most(2):
        wire, _ = ask(opened, "localhost", site.address[1])
        wire.sendall(b"GET /stall HTTP/1.1\r\nHost: a\r\n\r\n")
        with wire, pytest.raises(ConnectionResetError):
            wire.recv(1)
        assert isinstance(opened.fault("localhost", site.address[1]), TimeoutError)


# the page


@needs_browser
def test_a_story_that_scripts_build(site, browser):
    with Fetcher(allow_private=True) as plain:
        assert extract_url(site.url("/story"), fetcher=plain).paragraphs == []
    article = extract_url(site.url("/story"), fetcher=browser)
    assert article.title == "Ferry returns after the storm"
    assert tuple(article.paragraphs) == SENTENCES
    assert article.fetch.status == 200


@needs_browser
@pytest.mark.parametrize(
    "path", ["/late", "/polls", "/alerts", "/unload", "/downloads", "/tampers", "/opens", "/moves-to-file"]
)
def test_a_story_is_read_whatever_its_page_does(site, browser, path):
    with at_most(BRISK.total):
        fetched = browser.fetch(site.url(path))
    assert SENTENCES[-1].encode() in fetched.body
    assert (fetched.status, fetched.final_url) == (200, None)
    assert b"root:" not in fetched.body
    assert "/window" not in {visit.path for visit in site.requests}


@needs_browser
def test_a_story_within_shadow_roots(site, browser):
    article = extract_url(site.url("/shadow"), fetcher=browser)
    assert tuple(article.paragraphs) == SENTENCES


@needs_browser
def test_the_page_says_how_it_came(site, browser):
    fetched = browser.fetch(site.url("/windows-1251"))
    assert "Паром снова ходит." in fetched.body.decode("utf-8")
    assert fetched.header("content-type") == "text/html; charset=utf-8"
    assert fetched.header("x-served-by") == "harbour"
    assert fetched.header("content-length") is None
    assert (fetched.url, fetched.final_url, fetched.status) == (site.url("/windows-1251"), None, 200)
    assert fetched.fetched_at.tzinfo is not None
    assert extract(fetched).fetch.encoding == "utf-8"


@needs_browser
def test_the_final_address_is_where_scripts_have_led(site, browser):
    assert browser.fetch(site.url("/hops-away#top")).final_url == site.url("/story")
    assert browser.fetch(site.url("/renames")).final_url == site.url("/story/1")


@needs_browser
def test_what_a_story_does_not_need_is_not_asked_for(site, browser):
    site.requests.clear()
    browser.fetch(site.url("/parts"))
    asked = {visit.path for visit in site.requests}
    assert asked - {"/part.socket"} == {"/parts", "/part.css", "/part.js", "/part.json"}


@needs_browser
def test_the_browser_names_itself(site, browser):
    browser.fetch(site.url())
    agent = site.requests[-1].headers["user-agent"]
    assert "HeadlessChrome/" in agent
    assert "newsextract/" in agent


@needs_browser
def test_nothing_is_kept_from_one_fetch_to_the_next(site, browser):
    assert b"nonenothing" in browser.fetch(site.url("/cookie")).body
    assert b"nonenothing" in browser.fetch(site.url("/cookie")).body


@needs_browser
def test_a_login_goes_to_its_host_alone(site, browser):
    fetched = browser.fetch(site.url("/login", login="ann:secret@"))
    assert fetched.status == 200
    assert "secret" not in f"{fetched.url} {fetched.final_url}"
    with Server({"/away": redirect(site.url("/login"))}) as other:
        error = failure(browser, other.url("/away", login="ann:secret@"))
    assert (error.code, error.status) == ("http_status", 401)
    assert "secret" not in f"{error} {error.url} {error.hop}"


# what goes wrong


@needs_browser
@pytest.mark.parametrize(
    ("path", "code", "status"),
    [
        ("/404", "http_status", 404),
        ("/moves-to-404", "http_status", 404),
        ("/pdf", "content_type", 200),
        ("/zip", "content_type", 200),
        ("/attachment", "content_type", 200),
        ("/204", "content_type", 204),
        ("/304", "navigation", None),
        ("/moves-to-blank", "navigation", 200),
        ("/to-file", "redirects", None),
        ("/hops/11", "redirects", 200),
        ("/reset", "connect", None),
        ("/stall", "timeout", None),
        ("/cut-length", "truncated", 200),
        ("/junk", "protocol", None),
        ("/not-gzip", "protocol", 200),
        ("/grows", "too_large", 200),
        ("/bomb", "too_large", 200),
        ("/endless", "too_large", 200),
        ("/heap", "browser_crashed", 200),
    ],
)
def test_what_goes_wrong_is_named(site, browser, path, code, status):
    error = failure(browser, site.url(path))
    assert (error.code, error.status) == (code, status)
    assert error.url == site.url(path)
    assert error.hop.startswith(site.url(""))
    assert error.retriable == (code in {"connect", "timeout", "truncated", "browser_crashed"})


@needs_browser
@linux
@pytest.mark.parametrize("path", ["/loops-later", "/alerts-for-ever", "/moves-for-ever", "/drip-body"])
def test_no_page_outlives_the_deadline(site, path):
    """The first fetch starts the browser as well, and all that it started has gone when it is over."""
    before = set(children(os.getpid()))
    with BrowserFetcher(allow_private=True, limits=SHORT, settle=1.0) as fetcher:
        with at_most(SHORT.total + 1):
            error = failure(fetcher, site.url(path))
        assert (error.code, error.retriable) == ("timeout", True)
        assert until(lambda: set(children(os.getpid())) <= before), children(os.getpid())


@needs_browser
def test_a_browser_that_does_not_start_is_named(tmp_path):
    script = tmp_path / "chromium"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o755)
    error = failure(BrowserFetcher(executable=str(script)), "https://news.example/")
    assert (error.code, error.retriable) == ("browser_missing", False)
    script.write_text("#!/bin/sh\nexec sleep 20\n")
    with at_most(2):
        error = failure(BrowserFetcher(executable=str(script), limits=Limits(total=1.0)), "https://news.example/")
    assert (error.code, error.retriable) == ("timeout", True)


# processes


@needs_browser
@linux
def test_a_crash_is_named_and_another_browser_started(site):
    before = set(children(os.getpid()))

    def kill(part):
        found = [pid for pid, command in children(os.getpid()).items() if pid not in before and part in command]
        for pid in found:
            with suppress(OSError):  # one may take the others along
                os.kill(pid, signal.SIGKILL)
        assert found
        assert until(lambda: not set(found) & set(children(os.getpid())))

    def asked():
        return site.requests[-1].path == "/drip-body"

    with BrowserFetcher(allow_private=True, limits=BRISK) as fetcher, ThreadPoolExecutor() as pool:
        for part in ("--type=renderer", "--remote-debugging-pipe"):
            assert fetcher.fetch(site.url()).status == 200
            raised = pool.submit(failure, fetcher, site.url("/drip-body"))
            assert until(asked)
            kill(part)
            assert (raised.result().code, raised.result().retriable) == ("browser_crashed", True)
        assert fetcher.fetch(site.url()).status == 200
        kill("--remote-debugging-pipe")
        assert fetcher.fetch(site.url()).status == 200  # it had died in between
    assert until(lambda: set(children(os.getpid())) <= before), "something is left behind"


@needs_browser
@linux
@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGINT])
def test_a_killed_process_takes_its_browser_along(site, end):
    code = "import sys; from newsextract.cli import main; sys.exit(main(['--browser', '--allow-private', sys.argv[1]]))"
    run = subprocess.Popen([sys.executable, "-c", code, site.url("/stall")], stderr=subprocess.PIPE, process_group=0)
    assert until(lambda: any("--type=renderer" in command for command in children(run.pid).values()), 10)
    mine = set(children(run.pid))
    os.killpg(run.pid, end) if end is signal.SIGINT else run.kill()
    _, talk = run.communicate(timeout=10)
    assert b"Traceback" not in talk
    assert run.returncode in (-signal.SIGKILL, 130)
    assert until(lambda: not mine & set(children(1)))


@needs_browser
def test_threads_and_event_loops_may_share_a_fetcher(site, browser):
    with ThreadPoolExecutor(3) as pool:
        pages = list(pool.map(browser.fetch, [site.url("/late"), site.url("/page"), site.url("/windows-1251")]))
    assert [page.url for page in pages] == [site.url("/late"), site.url("/page"), site.url("/windows-1251")]
    assert SENTENCES[0].encode() in pages[0].body

    async def within_a_loop():
        return browser.fetch(site.url())

    assert asyncio.run(within_a_loop()).status == 200


@needs_browser
def test_the_shell_fetches_with_a_browser(site, capfdbinary):
    assert main(["--browser", "--allow-private", "--timeout", "9", "-f", "json", site.url("/story")]) == 0
    out, err = capfdbinary.readouterr()
    assert json.loads(out)["title"] == "Ferry returns after the storm"
    assert err == b""


# what may not be asked


@dataclass
class World:
    """A world in which PUBLIC leads to a site on loopback; ``asked`` has every address that was connected to.

    names: of hosts, each with the addresses that the look-ups find one after the other; the last one stays.
    """

    site: Server
    names: dict[str, list[str]]
    asked: list[str] = field(default_factory=list)
    looked_up: list[str] = field(default_factory=list)


@pytest.fixture
def world(site, monkeypatch):
    names = {"public.example": [PUBLIC], "inside.example": ["10.0.0.5"], "localhost": ["127.0.0.1"]}
    told, find, connect = World(site, names), socket.getaddrinfo, socket.socket.connect

    def look_up(name, port, *_args, **_options):
        told.looked_up.append(name)
        found = told.names.get(name, [name])
        number = found.pop(0) if len(found) > 1 else found[0]
        return find(number, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)

    def connect_there(sock, address):
        told.asked.append(address[0])
        connect(sock, site.address if address[0] == PUBLIC else address)

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    monkeypatch.setattr(socket.socket, "connect", connect_there)
    monkeypatch.setattr(socket.socket, "getpeername", lambda sock: (told.asked[-1], 0))
    return told


@pytest.fixture(scope="module")
def guarded():
    with BrowserFetcher(limits=BRISK, settle=1.0) as fetcher:
        yield fetcher


class Ears:
    """Listeners on loopback at one port, for TCP over IPv4 and IPv6, and for UDP; nobody gets an answer."""

    def __init__(self) -> None:
        self.heard: Counter[str] = Counter()
        ear = socket.create_server(("127.0.0.1", 0))
        self.port = ear.getsockname()[1]
        datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.bind(("127.0.0.1", self.port))
        self._ears = [ear, datagrams]
        with suppress(OSError):  # a machine without IPv6 has one ear less
            self._ears.append(socket.create_server(("::1", self.port), family=socket.AF_INET6))
        for each in self._ears:
            threading.Thread(target=self._listen, args=(each,), daemon=True).start()

    def _listen(self, ear: socket.socket) -> None:
        with suppress(OSError):
            while True:
                if ear.type == socket.SOCK_DGRAM:
                    ear.recv(2000)
                    self.heard["UDP"] += 1
                else:
                    ear.accept()[0].close()
                    self.heard["TCP"] += 1

    def close(self) -> None:
        for ear in self._ears:
            with suppress(OSError):
                ear.shutdown(socket.SHUT_RDWR)
            ear.close()


@pytest.fixture
def ears():
    found = Ears()
    yield found
    found.close()


_ESCAPES = """
<link rel=preconnect href=http://HOST/><link rel=dns-prefetch href=//HOST/>
<link rel=stylesheet href=http://HOST/a.css><link rel=prerender href=http://HOST/p>
<script type=speculationrules>{"prerender": [{"urls": ["http://HOST/s"]}]}</script>
<script src=http://HOST/a.js></script><img src=http://HOST/a.png><iframe src=http://HOST/></iframe>
<iframe srcdoc="<script>fetch('http://HOST/srcdoc')</script>"></iframe>
<form action=http://HOST/form target=there><input name=a></form><iframe name=there></iframe>
<a ping=http://HOST/ping href=http://HOST/link target=_blank>a</a>
<script>
{ const tries = [
    () => fetch('http://HOST/fetch', {mode: 'no-cors'}),
    () => fetch('/to/HOST', {mode: 'no-cors'}),
    () => new WebSocket('ws://HOST/socket'),
    () => new EventSource('http://HOST/events'),
    () => navigator.sendBeacon('http://HOST/beacon', 'a'),
    () => new WebTransport('https://HOST/'),
    () => window.open('http://HOST/window'),
    () => document.forms[document.forms.length - 1].submit(),
    () => document.links[document.links.length - 1].click(),
    () => new Worker(URL.createObjectURL(new Blob(["fetch('http://HOST/worker')"]))),
    () => new SharedWorker(URL.createObjectURL(new Blob(["fetch('http://HOST/shared')"]))),
    () => navigator.serviceWorker.register('http://HOST/service.js'),
    () => {
        const peers = new RTCPeerConnection({iceServers: [{urls: 'stun:HOST'}, {urls: 'turn:HOST?transport=tcp',
            username: 'a', credential: 'b'}]});
        peers.createDataChannel('a');
        peers.createOffer().then(offer => peers.setLocalDescription(offer));
    },
    () => new Image().src = 'http://HOST/image',
    () => fetch('file:///etc/passwd').then(got => got.text()).then(text => root.append(text)),
];
for (const one of tries) try { Promise.resolve(one()).catch(() => {}) } catch (error) {} }
</script>
"""


def escapes(host: str) -> str:
    """Return markup and scripts that ask a host in all the ways that there are."""
    return _ESCAPES.replace("HOST", host)


@needs_browser
def test_nothing_of_a_page_is_asked_of_a_private_host(world, guarded, ears, monkeypatch):
    hosts = [f"{name}:{ears.port}" for name in ("127.0.0.1", "localhost", "[::1]", "inside.example")]
    body = f"<!doctype html><title>Ferry</title><div id=root>{STORY}</div>" + "".join(map(escapes, hosts))
    monkeypatch.setitem(PAGES, "/escapes", page(body.encode()))
    for number, host in enumerate(hosts):
        monkeypatch.setitem(PAGES, f"/to/{host}", redirect(f"http://{host}/redirected/{number}"))
    fetched = guarded.fetch("http://public.example/escapes")
    assert SENTENCES[-1].encode() in fetched.body
    assert b"root:" not in fetched.body
    assert {f"/to/{host}" for host in hosts} <= {visit.path for visit in world.site.requests}  # the scripts did run
    assert not ears.heard
    assert set(world.asked) == {PUBLIC}
    assert {"localhost", "inside.example"} <= set(world.looked_up)


@needs_browser
def test_the_ears_would_have_heard(site, browser, ears, monkeypatch):
    monkeypatch.setitem(PAGES, "/escapes", page(escapes(f"127.0.0.1:{ears.port}").encode()))
    for _ in range(3):  # how many come before the page has settled depends on the machine
        browser.fetch(site.url("/escapes"))
        if ears.heard["TCP"] > 10:
            break
    assert ears.heard["TCP"] > 10
    assert ears.heard["UDP"] == 0  # there is no gate for it


@needs_browser
@pytest.mark.parametrize(
    "answer",
    [
        redirect("http://inside.example:8080/admin"),
        scripted("location = 'http://inside.example:8080/admin'"),
        page(b"<!doctype html><meta http-equiv=refresh content='0; url=http://inside.example:8080/admin'>"),
    ],
)
def test_no_navigation_leads_to_a_private_host(world, guarded, monkeypatch, answer):
    monkeypatch.setitem(PAGES, "/away", answer)
    error = failure(guarded, "http://public.example/away")
    assert (error.code, error.retriable) == ("forbidden_address", False)
    assert (error.url, error.hop) == ("http://public.example/away", "http://inside.example:8080/admin")
    assert set(world.asked) == {PUBLIC}


@needs_browser
@pytest.mark.parametrize(
    "host", ["localhost", "127.1", "2130706433", "[::ffff:127.0.0.1]", "①②⑦.⓪.⓪.①", "inside.example"]
)
def test_no_private_host_is_asked(world, guarded, ears, host):
    error = failure(guarded, f"http://{host}:{ears.port}/")
    assert error.code == "forbidden_address"
    assert "allow_private" in error.reason
    assert not ears.heard
    assert world.asked == []


@needs_browser
def test_a_name_that_changes_its_address_is_judged_each_time(world, guarded, monkeypatch):
    monkeypatch.setitem(PAGES, "/rebinds", scripted(f"{SHOW} fetch('//rebinding.example/data', {{mode: 'no-cors'}})"))
    world.names["rebinding.example"] = [PUBLIC, "127.0.0.1"]
    assert guarded.fetch("http://rebinding.example/rebinds").status == 200
    assert world.looked_up.count("rebinding.example") >= 2
    assert set(world.asked) == {PUBLIC}


@needs_browser
def test_nobody_is_asked_but_for_the_page(world):
    with BrowserFetcher(limits=BRISK, user_agent="harbour/1 (+https://harbour.example)") as fetcher:
        fetcher.fetch("http://public.example/story")
        time.sleep(1)  # what a browser asks for by itself comes soon after its start
    assert set(world.looked_up) == {"public.example"}
    assert world.site.requests[-1].headers["user-agent"] == "harbour/1 (+https://harbour.example)"


@needs_browser
def test_a_name_without_an_address_is_named(world, guarded):
    error = failure(guarded, "http://nowhere.example/")
    assert (error.code, error.status) == ("dns", None)
