"""What a fetch by a browser costs: seconds for the start and for a page, on loopback.

PYTHONPATH=src:tests python benchmarks/browser.py
"""

from __future__ import annotations

import statistics
import time

from server import Server

from newsextract.fetch.browser import BrowserFetcher


def main() -> None:
    with Server() as server, BrowserFetcher(allow_private=True) as fetcher:
        seconds = []
        for _ in range(11):
            started = time.monotonic()
            fetcher.fetch(server.url())
            seconds.append(time.monotonic() - started)
        closing = time.monotonic()
    print(f"first page {seconds[0]:.2f} s, each further one {statistics.median(seconds[1:]):.2f} s (median of 10),")
    print(f"of which 0.5 s are the wait for it to rest; end {time.monotonic() - closing:.2f} s")


if __name__ == "__main__":
    main()
