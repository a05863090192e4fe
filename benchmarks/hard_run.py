"""Run a batch over 50 host names on loopback that do what hosts do, kill it several times, check what it wrote.

    python benchmarks/hard_run.py FOLDER [--pages N] [--kills N] [--seed N]

FOLDER holds pages (.html or .html.gz). The hosts are slow, busy, broken, dead, or closed by their robots.txt: the table
``SITES``. The shell command is killed at random moments: by kill -9, Ctrl-C once and twice, SIGTERM; the same command
then goes on. At the end each input must have one record: the article that ``extract`` makes of the bytes that were
served, or the error that its host is there for; and what the servers saw must be polite. Ends with 1 if not.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path
from typing import Any

import newsextract

HOST_COUNT = 50
DELAY = 0.2
TIMEOUT = 5.0
SIGNALS = (signal.SIGKILL, signal.SIGINT, signal.SIGKILL, signal.SIGTERM, signal.SIGKILL)
PAGE = "page"

Reply = tuple[int, dict[str, str], bytes]


@dataclass(frozen=True)
class Site:
    """What a host does.

    each, reply: what it sends for each so many-th page, in place of the page; only the first time if ``is_passing``.
    results: what is right for these. pause: seconds before each answer. gap: seconds that are due between two requests.
    most_asked: how often a page may be asked for in one run.
    """

    each: int = 0
    reply: Reply = (200, {}, b"")
    is_passing: bool = False
    results: frozenset[str] = frozenset({PAGE})
    pause: float = 0.0
    robots: str = ""
    robots_status: int = 200
    is_dead: bool = False
    gap: float = DELAY
    most_asked: int = 3

    def is_hit(self, number: int) -> bool:
        """Whether a page is one of those."""
        return bool(self.each) and number // HOST_COUNT % self.each == 0

    def expected(self, number: int) -> frozenset[str]:
        """Return the results that are right for a page."""
        return self.results if self.is_hit(number) else frozenset({PAGE})

    def answer(self, number: int, times: int, body: bytes) -> Reply:
        """Return what is sent for a page that was asked for so many times before."""
        return (200, {}, body) if not self.is_hit(number) or (self.is_passing and times) else self.reply


def half(number: int) -> str:
    return "odd" if number // HOST_COUNT % 2 else "even"


def passing(status: int, **headers: str) -> Site:
    return Site(1, (status, headers, b"later"), is_passing=True)


def fails(each: int, reply: Reply, *results: str, **more: Any) -> Site:
    return Site(each, reply, results=frozenset(results), **more)


BOMB = gzip.compress(b"\0" * 40_000_000)
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
NOTHING: Reply = (0, {}, b"")
SITES: dict[str, Site] = {
    "slow": Site(pause=0.6),
    "slower": Site(pause=1.5),
    "closed": fails(1, NOTHING, "robots", robots="User-agent: *\nDisallow: /", most_asked=0),
    "half closed": fails(2, NOTHING, "robots", robots="User-agent: *\nDisallow: /even/"),
    "robots out of order": fails(1, NOTHING, "robots", robots_status=503, most_asked=0),
    "crawl-delay": Site(robots="User-agent: *\nCrawl-delay: 1", gap=1.0),
    "busy": passing(503, **{"Retry-After": "1"}),
    "limited": passing(429),
    "broken off": passing(200, **{"Content-Length": "5000"}),
    "gone": fails(5, (404, {}, b"<p>gone</p>"), "http_status"),
    "out of order": fails(7, (500, {}, b"oops"), "http_status"),
    "dead": fails(1, NOTHING, "connect", "host_down", is_dead=True),
    "moved": Site(1, (302, {"Location": "http://paper-1.test:{port}/odd/{number}"}, b"")),
    "endless redirects": fails(9, (302, {"Location": "/again"}, b""), "redirects"),
    "bombs": fails(6, (200, {"Content-Encoding": "gzip"}, BOMB), "too_large"),
    "no pages": fails(4, (200, {"Content-Type": "application/pdf"}, PDF), "content_type"),
    "silent": fails(19, NOTHING, "timeout"),
}


def site_of(host: int) -> tuple[str, Site]:
    """Return what a host does, by its number: the table's last, all others plain."""
    names = list(SITES)
    place = host - (HOST_COUNT - len(names))
    return (names[place], SITES[names[place]]) if place >= 0 else ("plain", Site())


class Servers:
    """The hosts, in this process; ``asked`` has the host, the number, begin and end of each request for a page."""

    def __init__(self, bodies: list[bytes]) -> None:
        self.bodies = bodies
        self.asked: list[tuple[int, int, float, float]] = []
        self.times: Counter[tuple[int, str]] = Counter()
        self.port = 0
        for host in range(HOST_COUNT):
            if not site_of(host)[1].is_dead:
                server = Server((f"127.0.1.{host + 1}", self.port), self.handler(host))
                self.port = server.server_port
                threading.Thread(target=server.serve_forever, daemon=True).start()

    def handler(self, host: int) -> type[BaseHTTPRequestHandler]:
        """Return what answers for a host."""
        servers, site = self, site_of(host)[1]

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                begun = time.monotonic()
                times = servers.times[host, self.path]
                servers.times[host, self.path] += 1
                if self.path == "/robots.txt":
                    return self.reply(site.robots_status, {}, site.robots.encode())
                time.sleep(site.pause)
                number = int(self.path.rpartition("/")[2]) if self.path != "/again" else host
                status, headers, body = site.answer(number, times, servers.bodies[number])
                if status:
                    headers = {name: value.format(port=servers.port, number=number) for name, value in headers.items()}
                    self.reply(status, headers, body)
                else:
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
                    time.sleep(2 * TIMEOUT)
                servers.asked.append((host, number, begun, time.monotonic()))
                return None

            def reply(self, status: int, headers: dict[str, str], body: bytes) -> None:
                usual = {"Content-Type": "text/html", "Content-Length": str(len(body))}
                self.send_response(status)
                for name, value in {**usual, **headers}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: Any) -> None:
                pass

        return Handler


class Server(ThreadingHTTPServer):
    """A server whose clients may be killed."""

    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """A client that was killed is no news."""


def batch(arguments: list[str]) -> int:
    """Run the shell command with a look-up that knows the hosts' names."""
    usual = socket.getaddrinfo

    def look_up(host: Any, *given: Any, **named: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        number = name.removeprefix("paper-").removesuffix(".test")
        return usual(f"127.0.1.{number}" if number.isdigit() else host, *given, **named)

    socket.getaddrinfo = look_up
    from newsextract.cli import main

    return main(["batch", *arguments])


def killed_often(command: list[str], kills: int, rng: random.Random) -> list[tuple[float, int]]:
    """Have the command run, and stopped at random moments; return when each run began, and its exit code."""
    runs = []
    for number in range(kills + 1):
        begun = time.monotonic()
        with subprocess.Popen(command, start_new_session=True, stderr=subprocess.PIPE, text=True) as child:
            if number < kills:
                time.sleep(rng.uniform(2.0, 7.0))
                child.send_signal(SIGNALS[number % len(SIGNALS)])
                if number % 4 == 1:
                    time.sleep(0.3)
                    child.send_signal(signal.SIGINT)
            said = child.communicate()[1].strip().splitlines()
        print(f"run {number + 1}: exit code {child.returncode} after {time.monotonic() - begun:.1f} s", flush=True)
        if number == kills:
            print("\n".join(said))
        runs.append((begun, child.returncode))
        assert ended(child.pid), "workers outlive the run"
    return runs


def ended(group: int) -> bool:
    """Whether all processes of a group end within ten seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def wrong_records(output: Path, inputs: dict[str, tuple[int, int]], bodies: list[bytes]) -> list[str]:
    """Return what is wrong with the records: lost, twice, torn, or not what the page gives."""
    records = [json.loads(line) for line in output.read_bytes().splitlines()]
    count = Counter(record["input"] for record in records)
    wrong = [f"{url}: {count[url]} records" for url in inputs if count[url] != 1]
    results: dict[str, Counter[str]] = defaultdict(Counter)
    for record in records:
        host, number = inputs[record["input"]]
        name, site = site_of(host)
        code = record["error"]["code"] if record["error"] else PAGE
        results[name][code] += 1
        if code not in site.expected(number):
            wrong.append(f"{name}, {record['input']}: {code}: {(record['error'] or {}).get('message')}")
        elif code == PAGE and record["text"] != newsextract.extract(bodies[number], record["final_url"]).text:
            wrong.append(f"{name}, {record['input']}: another text than its page's")
    for name, counts in results.items():
        print(f"  {name}: {dict(counts)}")
    return wrong


def impolite(servers: Servers, runs: list[tuple[float, int]]) -> list[str]:
    """Return where a host was asked by two at once, too soon, or too often."""
    wrong = []
    begins = [begun for begun, _ in runs]
    by_host = defaultdict(list)
    for host, number, begun, ended_at in servers.asked:
        by_host[host].append((begun, ended_at, number))
    for host, asked in by_host.items():
        name, site = site_of(host)
        if host == 0:
            continue  # the redirects of another lead here, and are followed at once
        for (_, before, _), (begun, _, number) in pairwise(sorted(asked)):
            is_same_run = not any(before <= other <= begun for other in begins)
            if is_same_run and begun - before < site.gap - 0.02 and name not in {"silent", "endless redirects"}:
                wrong.append(f"{name}: page {number} asked for {begun - before:.3f} s after the one before")
        often = Counter(number for *_, number in asked).most_common(1)[0][1]
        if name != "endless redirects" and often > site.most_asked + len(runs) - 1:
            wrong.append(f"{name}: a page was asked for {often} times")
    return wrong


def main() -> int:
    if sys.argv[1:2] == ["--batch"]:
        return batch(sys.argv[2:])
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    files = sorted(path for path in given.folder.rglob("*.html*") if path.is_file())
    data = [files[number % len(files)].read_bytes() for number in range(given.pages)]
    bodies = [gzip.decompress(each) if each[:2] == b"\x1f\x8b" else each for each in data]
    servers = Servers(bodies)
    inputs = {
        f"http://paper-{number % HOST_COUNT + 1}.test:{servers.port}/{half(number)}/{number}": (
            number % HOST_COUNT,
            number,
        )
        for number in range(given.pages)
    }
    with tempfile.TemporaryDirectory() as folder:
        given_list, output = Path(folder) / "list.txt", Path(folder) / "out.jsonl"
        given_list.write_text("\n".join(inputs))
        options = ["--allow-private", "--delay", str(DELAY), "--timeout", str(TIMEOUT)]
        command = [sys.executable, __file__, "--batch", str(given_list), "-o", str(output), *options]
        runs = killed_often(command, given.kills, random.Random(given.seed))
        wrong = wrong_records(output, inputs, bodies) + impolite(servers, runs)
    print(f"{given.pages} inputs, {given.kills} kills, {len(wrong)} wrong")
    print("\n".join(wrong[:30]))
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
