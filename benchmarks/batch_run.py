"""Run a batch over pages that are served on loopback under many hosts, and print what it takes.

python benchmarks/batch_run.py FOLDER [--pages N] [--hosts N] [--slow SECONDS] [--delay SECONDS] [--jobs N] [--saved]

FOLDER holds pages (.html or .html.gz). Each host is an address of 127.0.0.0/8 with a server of its own, all in one
process beside the batch. --slow has the first host wait so long before each answer; the time of the other hosts is told
by themselves. --saved reads the pages from their files instead.
"""

from __future__ import annotations

import argparse
import gzip
import multiprocessing
import resource
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import newsextract


def serve(files: list[Path], hosts: int, slow: float, wire: Any) -> None:
    ends = [0.0] * hosts

    def server(number: int) -> ThreadingHTTPServer:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                index = self.path.lstrip("/")
                if not index.isdigit():
                    self.send_error(404)
                    return
                if number == 0:
                    time.sleep(slow)
                data = files[int(index)].read_bytes()
                body = gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data
                self.send_response(200)
                self.send_header("Content-Type", "text/html")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)
                ends[number] = time.monotonic()

            def log_message(self, *_: Any) -> None:
                pass

        made = ThreadingHTTPServer((f"127.0.1.{number + 1}", 0), Handler)
        threading.Thread(target=made.serve_forever, daemon=True).start()
        return made

    wire.send([f"http://127.0.1.{number + 1}:{server(number).server_port}" for number in range(hosts)])
    wire.recv()
    wire.send(ends)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=500)
    parser.add_argument("--hosts", type=int, default=50)
    parser.add_argument("--slow", type=float, default=0.0)
    parser.add_argument("--delay", type=float, default=0.0)
    parser.add_argument("--jobs", type=int)
    parser.add_argument("--saved", action="store_true")
    given = parser.parse_args()
    files = sorted(path for path in given.folder.rglob("*.html*") if path.is_file())[: given.pages]
    ours, theirs = multiprocessing.Pipe()
    server = multiprocessing.get_context("fork").Process(target=serve, args=(files, given.hosts, given.slow, theirs))
    server.start()
    origins = ours.recv()
    urls = [f"{origins[number % given.hosts]}/{number}" for number in range(len(files))]
    started = time.monotonic()
    inputs = map(str, files) if given.saved else urls
    options = {"delay": given.delay, "jobs": given.jobs, "allow_private": True}
    results = Counter(outcome.result for outcome in newsextract.batch(inputs, **options))
    took = time.monotonic() - started
    ours.send("done")
    ends = ours.recv()
    server.join()
    print(
        f"{results.total()} pages in {took:.1f} s: {results.total() / took:.1f} pages/s; {dict(results.most_common())}"
    )
    if not given.saved:
        print(
            f"the first host was done after {ends[0] - started:.1f} s, the others after {max(ends[1:]) - started:.1f} s"
        )
    print(f"memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
