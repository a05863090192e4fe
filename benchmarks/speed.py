"""Time newsextract and its peers on a folder of pages, against the bare lxml parse of the same bytes.

python benchmarks/speed.py FOLDER [--limit N] [--rounds K] [--seconds S]

All tools run in one process, page by page and in turn, so that a busy machine slows each of them alike; each gets the
page's bytes alone, and a socket that it tries to open is refused. A page counts with the fastest of its rounds. Peers
that are not installed are named and left out. The answer is a Markdown table on stdout.
"""

from __future__ import annotations

import argparse
import gzip
import importlib
import importlib.metadata
import logging
import os
import platform
import socket
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import inf
from pathlib import Path
from typing import Any, NoReturn

Run = Callable[[bytes], object]

BASELINE = "lxml parse"
SUFFIXES = (".html", ".htm", ".html.gz", ".htm.gz")


def bare_parse() -> Run:
    from lxml import html

    return html.fromstring


def newsextract() -> Run:
    from newsextract import extract

    return extract


def trafilatura() -> Run:
    importlib.import_module("lxml_html_clean")  # without it an import deep inside fails
    from trafilatura import bare_extraction

    return lambda body: bare_extraction(body, with_metadata=True)


def readability() -> Run:
    from readability import Document

    def run(body: bytes) -> object:
        document = Document(body)
        return document.short_title(), document.summary()

    return run


def newspaper4k() -> Run:
    from newspaper import Article

    def run(body: bytes) -> object:
        article = Article("https://example.org/", fetch_images=False)
        article.download(input_html=body)
        article.parse()
        return article.text

    return run


def resiliparse() -> Run:
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding

    def run(body: bytes) -> object:
        return extract_plain_text(bytes_to_str(body, detect_encoding(body) or "utf-8"), main_content=True)

    return run


TOOLS: tuple[tuple[str, str, Callable[[], Run]], ...] = (  # name, distribution, how to get ready
    (BASELINE, "lxml", bare_parse),
    ("newsextract", "newsextract", newsextract),
    ("trafilatura", "trafilatura", trafilatura),
    ("readability", "readability-lxml", readability),
    ("newspaper4k", "newspaper4k", newspaper4k),
    ("resiliparse (text only)", "resiliparse", resiliparse),
)


@dataclass
class Tool:
    """A tool, and the seconds it took for each page: infinity where it raised one of the errors."""

    name: str
    version: str
    run: Run
    seconds: dict[Path, float] = field(default_factory=dict)
    errors: set[str] = field(default_factory=set)


def main() -> int:
    args = arguments()
    logging.disable(logging.CRITICAL)
    refuse_network()
    tools, missing = installed()
    files = pages(args.folder, args.limit)
    if not files:
        print(f"no page (*{', *'.join(SUFFIXES)}) in {args.folder}", file=sys.stderr)
        return 2
    size = measure(tools, files, args.rounds, args.seconds)
    print(table(tools, size, args.rounds))
    if missing:
        print(f"\nNot installed, so not timed: {', '.join(missing)}.")
    for tool in tools:
        for error in sorted(tool.errors)[:3]:
            print(f"{tool.name} raised {error}", file=sys.stderr)
    return 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="searched with its subfolders for .html and .html.gz")
    parser.add_argument("--limit", type=int, default=300, help="pages at most, spread over the folder (300)")
    parser.add_argument("--rounds", type=int, default=3, help="times that each tool gets each page (3)")
    parser.add_argument("--seconds", type=float, default=900, help="start no further page after this long (900)")
    return parser.parse_args()


def refuse_network() -> None:
    def refuse(*_: Any) -> NoReturn:
        raise OSError("the benchmark runs without network")

    for owner, name in ((socket.socket, "connect"), (socket.socket, "connect_ex"), (socket, "getaddrinfo")):
        setattr(owner, name, refuse)


def installed() -> tuple[list[Tool], list[str]]:
    found, missing = [], []
    for name, distribution, prepare in TOOLS:
        try:
            found.append(Tool(name, importlib.metadata.version(distribution), prepare()))
        except ImportError as error:  # PackageNotFoundError is one
            missing.append(f"{name} ({error.name or error})")
    return found, missing


def pages(folder: Path, limit: int) -> list[Path]:
    """Return up to ``limit`` pages, evenly spread over the sorted folder; files without any tag are no pages."""
    files = [file for file in sorted(folder.rglob("*")) if file.name.endswith(SUFFIXES) and b"</" in read(file)]
    return [files[index * len(files) // limit] for index in range(limit)] if len(files) > limit else files


def read(file: Path) -> bytes:
    return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()


def measure(tools: Sequence[Tool], files: Sequence[Path], rounds: int, limit: float) -> int:
    """Time each tool on each page; return the bytes of the pages that there was time for."""
    for tool in tools:
        attempt(tool, read(files[0]))  # models, word lists and caches are loaded here
    size, end = 0, time.monotonic() + limit
    for count, file in enumerate(files):
        if time.monotonic() > end:
            print(f"stopped after {limit:g} s and {count} of {len(files)} pages", file=sys.stderr)
            break
        body = read(file)
        size += len(body)
        for _ in range(rounds):
            for tool in tools:
                tool.seconds[file] = min(attempt(tool, body), tool.seconds.get(file, inf))
    return size


def attempt(tool: Tool, body: bytes) -> float:
    """Return the seconds that a tool takes for a page; infinity where it raises."""
    start = time.perf_counter()
    try:
        tool.run(body)
    except Exception as error:  # noqa: BLE001  # whatever a peer raises, the page is counted as failed
        tool.errors.add(repr(error)[:200])
        return inf
    return time.perf_counter() - start


def table(tools: Sequence[Tool], size: int, rounds: int) -> str:
    parse = {file: seconds for file, seconds in tools[0].seconds.items() if seconds < inf}
    machine = f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores"
    heading = "| tool | version | median ms | 95 % below ms | x parse, median page | x parse, total | failed |"
    rule = "|---|---|---:|---:|---:|---:|---:|"
    rows = [row(tool, parse) for tool in tools]
    return "\n".join(
        [f"{len(parse):,} pages, {size / 1e6:.1f} MB, best of {rounds}; {machine}\n", heading, rule, *rows]
    )


def row(tool: Tool, parse: dict[Path, float]) -> str:
    both = [(tool.seconds[file], bare) for file, bare in parse.items() if tool.seconds[file] < inf]
    failed = len(parse) - len(both)
    if not both:
        return f"| {tool.name} | {tool.version} | | | | | {failed} |"
    own = sorted(seconds * 1e3 for seconds, _ in both)
    high = own[min(len(own) - 1, len(own) * 95 // 100)]
    ratio = statistics.median(seconds / bare for seconds, bare in both)
    total = sum(seconds for seconds, _ in both) / sum(bare for _, bare in both)
    figures = (f"{statistics.median(own):.2f}", f"{high:.2f}", f"{ratio:.2f}", f"{total:.2f}", str(failed))
    return f"| {tool.name} | {tool.version} | {' | '.join(figures)} |"


if __name__ == "__main__":
    sys.exit(main())
