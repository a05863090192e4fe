"""The cap on the size holds after decompression, on every hop, in memory and in time.

``python tests/test_bombs.py`` prints the figures.
"""

from __future__ import annotations

import json
import subprocess
import sys
import zlib
from functools import cache
from pathlib import Path

import pytest
from server import PAGE_BYTES, Answer, Server, Visit, endless, head, page

MEMORY = 150_000
"""kB that a process may take in all, its interpreter and libraries with it."""
SECONDS = 2.0
PROGRAM = """
import json, sys, time
from newsextract.fetch import Fetcher, Limits
from newsextract import FetchError

for url, total in json.load(sys.stdin):
    with Fetcher(allow_private=True, retries=0, limits=Limits(total=total)) as fetcher:
        started = time.monotonic()
        try:
            came = len(fetcher.fetch(url).body)
        except FetchError as error:
            came = error.code
        took = time.monotonic() - started
    with open("/proc/self/status") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))
    print(json.dumps([came, took, peak]))
"""


@cache
def block(wbits: int) -> tuple[bytes, bytes]:
    """Return the beginning of a compressed stream of 10 MB of zeros, and a part that adds 10 MB more."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, wbits)
    first, more = (
        b"".join(deflate.compress(bytes(100_000)) for _ in range(100)) + deflate.flush(zlib.Z_FULL_FLUSH)
        for _ in range(2)
    )
    return first, more


def five_gigabytes(coding: str, wbits: int, status: str = "200 OK", **headers: str) -> Answer:
    def answer(visit: Visit) -> None:
        first, more = block(wbits)
        length = len(first) + 499 * len(more)
        visit.send(head(status, content_encoding=coding, content_length=str(length), **headers), first)
        for _ in range(499):
            visit.send(more)

    return answer


def zeros(size: int, *headers: bytes) -> Answer:
    """Send a head, and then so many zeros."""

    def answer(visit: Visit) -> None:
        visit.send(*headers)
        for _ in range(size // 1_000_000):
            visit.send(bytes(1_000_000))

    return answer


MOVED = "302 Found"
CHUNKED = {"transfer_encoding": "chunked"}
BOMBS: dict[str, tuple[Answer, str | int]] = {
    "gzip": (five_gigabytes("gzip", 31), "too_large"),
    "deflate": (five_gigabytes("deflate", 15), "protocol"),
    "raw deflate": (five_gigabytes("deflate", -15), "protocol"),
    "br": (zeros(600_000_000, head(content_encoding="br")), "protocol"),
    "zstd": (zeros(600_000_000, head(content_encoding="zstd")), "protocol"),
    "gzip in gzip": (five_gigabytes("gzip, gzip", 31), "protocol"),
    "gzip a hundred times": (five_gigabytes(", ".join(["gzip"] * 100), 31), "protocol"),
    "gzip in chunks that never end": (endless(head(content_encoding="gzip", **CHUNKED), b"1\r\n\x1f\r\n"), "protocol"),
    "600 MB": (zeros(600_000_000, head(content_length="600000000")), "too_large"),
    "600 MB of no length": (zeros(600_000_000, head()), "too_large"),
    "600 MB that say they are 5": (zeros(600_000_000, head(content_length="5")), 5),
    "chunks that never end": (endless(head(**CHUNKED), b"2710\r\n" + bytes(10_000) + b"\r\n"), "too_large"),
    "tiny chunks that never end": (endless(head(**CHUNKED), b"3e8\r\n" + bytes(1000) + b"\r\n"), "too_large"),
    "chunks of two bytes that never end": (endless(head(**CHUNKED), b"2\r\nab\r\n" * 1000), "timeout"),
    "one chunk that never ends": (endless(head(**CHUNKED) + b"f" * 15 + b"\r\n", bytes(10_000)), "too_large"),
    "a chunk of less than nothing": (endless(head(**CHUNKED) + b"-1\r\n", bytes(10_000)), "protocol"),
    "a chunk's size that never ends": (endless(head(**CHUNKED) + b"5;", bytes(10_000)), "protocol"),
    "a trailer that never ends": (endless(head(**CHUNKED) + b"0\r\n", bytes(10_000)), "protocol"),
    "a header that never ends": (endless(b"HTTP/1.1 200 OK\r\nX: ", bytes(10_000)), "protocol"),
    "600 MB in a redirect": (
        zeros(600_000_000, head(MOVED, location="/page", content_length="600000000")),
        len(PAGE_BYTES),
    ),
    "gzip in a redirect": (five_gigabytes("gzip", 31, MOVED, location="/page"), len(PAGE_BYTES)),
    "chunks in a redirect": (
        endless(head(MOVED, location="/page", **CHUNKED), b"2710\r\n" + bytes(10_000)),
        len(PAGE_BYTES),
    ),
    "gzip in an error": (five_gigabytes("gzip", 31, "503 Service Unavailable"), "http_status"),
    "gzip in a picture": (five_gigabytes("gzip", 31, content_type="image/png"), "content_type"),
    "the largest page there may be": (zeros(20_000_000, head(content_length="20000000")), 20_000_000),
}


def fetched() -> dict[str, tuple[str | int, float, int]]:
    """Fetch every bomb, in one process of its own; return its error code or size, seconds, and peak memory so far."""
    totals = {"timeout": 1.5}
    with Server({f"/{at}": answer for at, (answer, _) in enumerate(BOMBS.values())} | {"/page": page()}) as own:
        asked = [(own.url(f"/{at}"), totals.get(came, 30)) for at, (_, came) in enumerate(BOMBS.values())]
        command = [sys.executable, "-c", PROGRAM]
        run = subprocess.run(command, input=json.dumps(asked), capture_output=True, text=True, check=True, timeout=100)
    return dict(zip(BOMBS, map(json.loads, run.stdout.splitlines()), strict=True))


@pytest.fixture(scope="module")
def outcomes():
    return fetched()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="needs /proc")
@pytest.mark.parametrize("name", BOMBS)
def test_no_bomb_takes_memory_or_time(outcomes, name):
    came, seconds, peak = outcomes[name]
    assert came == BOMBS[name][1]
    assert peak < MEMORY
    assert seconds < SECONDS


if __name__ == "__main__":
    for name, (came, seconds, peak) in fetched().items():
        print(f"{name:40} {came!s:>12} {seconds:6.2f} s {peak / 1000:6.0f} MB")
