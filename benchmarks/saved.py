"""Saved pages: pages a second of the shell's batch on one and two cores, beside trafilatura in a pool of processes.

    python benchmarks/saved.py FOLDER [--pages N] [--rounds N]

FOLDER holds pages (.html or .html.gz). Each round does all of them in each way, one after the other; the ways are
compared within a round, so that a busy machine slows them all. trafilatura runs only where it is installed; it is asked
for text and metadata as JSON, as the batch writes them, each by two processes that write nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

import newsextract


def bytes_of(file: Path) -> bytes:
    data = file.read_bytes()
    return gzip.decompress(data) if data[:2] == b"\x1f\x8b" else data


def in_this_process(files: list[Path]) -> None:
    for file in files:
        with suppress(newsextract.NewsExtractError):
            json.dumps(newsextract.extract(bytes_of(file)).to_dict())


def batch_of(jobs: int) -> Callable[[list[Path]], None]:
    def run(files: list[Path]) -> None:
        with tempfile.TemporaryDirectory() as folder:
            output, given = Path(folder) / "out.jsonl", Path(folder) / "pages"
            given.mkdir()
            for number, file in enumerate(files):
                (given / f"{number}.html.gz").symlink_to(file.absolute())
            command = [sys.executable, "-m", "newsextract.cli", "batch", str(given), "-o", str(output)]
            code = subprocess.run([*command, "--jobs", str(jobs)], stderr=subprocess.DEVNULL, check=False).returncode
            assert code < 2, code

    return run


def by_trafilatura(file: Path) -> int:
    import trafilatura

    return len(trafilatura.extract(bytes_of(file), output_format="json", with_metadata=True) or "")


def trafilatura_pool(files: list[Path]) -> None:
    with multiprocessing.Pool(2) as pool:
        list(pool.imap_unordered(by_trafilatura, files, chunksize=8))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    files = sorted(path for path in given.folder.rglob("*.html*") if path.is_file())
    files = files[:: max(len(files) // given.pages, 1)][: given.pages]
    ways: dict[str, Callable[[list[Path]], None]] = {
        "one process, extract": in_this_process,
        "batch, one worker": batch_of(1),
        "batch, two workers": batch_of(2),
    }
    if find_spec("trafilatura"):
        ways["trafilatura, pool of two"] = trafilatura_pool
    rounds: list[dict[str, float]] = []
    for number in range(given.rounds):
        times = {}
        for name, way in ways.items():
            begun = time.perf_counter()
            way(files)
            times[name] = time.perf_counter() - begun
        rounds.append(times)
        print(f"round {number + 1}: " + ", ".join(f"{name} {len(files) / t:.1f}/s" for name, t in times.items()))
    for name in ways:
        against = {other: statistics.median(each[other] / each[name] for each in rounds) for other in ways}
        print(
            f"{name}: " + ", ".join(f"{ratio:.2f} times {other}" for other, ratio in against.items() if other != name)
        )


if __name__ == "__main__":
    main()
