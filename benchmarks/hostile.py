"""Extract hostile pages, each in a process of its own, and print what became of them.

python benchmarks/hostile.py [FOLDER] [--seconds S] [--only NAME...]

Without FOLDER the pages of the tests. FOLDER holds NAME.html files and an index.json, a list of objects with name,
content_type (or null), marker (or null) and expect: text (the marker must be in the article), any, or reject (no text:
an empty article or a documented error). The answer is a Markdown table on stdout; the exit code is 1 where a page ended
in anything else than it should, took longer than S seconds (20) or over 1 GB of memory. The seconds shown are those of
the processor.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile_pages import CASES

MOST_MEMORY = 1000
CHILD = """
import sys, time
from newsextract import NewsExtractError, Page, extract
path, header = sys.argv[1:]
with open(path, "rb") as file:
    page = Page("https://news.example/2026/10/story", file.read(), {"Content-Type": header} if header else {})
try:
    article = extract(page)
    told, text = article.status.value, article.text
except NewsExtractError as error:
    told, text = error.code, ""
with open("/proc/self/status") as status:
    memory = next(line.split()[1] for line in status if line.startswith("VmHWM"))
sys.stdout.buffer.write(f"{time.process_time()}\\n{memory}\\n{told}\\n{text}".encode())
"""


@dataclass(frozen=True)
class Trial:
    """A page in a file, and what must become of it."""

    name: str
    file: Path
    content_type: str | None
    marker: str | None
    expect: str


@dataclass(frozen=True)
class Outcome:
    """What became of a page: status, error code or accident, processor seconds, megabytes, and whether it is right."""

    told: str
    seconds: float
    memory: int
    is_right: bool


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, help="pages and an index.json; without it those of the tests")
    parser.add_argument("--seconds", type=float, default=20.0, help="that a page may take (20)")
    parser.add_argument("--only", nargs="*", help="names of pages")
    options = parser.parse_args()
    print("| page | expected | outcome | s | MB | |\n|---|---|---|---:|---:|---|")
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory() as scratch:
        for trial in indexed(options.folder) if options.folder else own(Path(scratch, "page.html")):
            if options.only and trial.name not in options.only:
                continue
            got = outcome(trial, options.seconds)
            outcomes.append(got)
            verdict = "" if got.is_right else "WRONG"
            name = trial.name.replace("|", "\\|")
            row = (name, trial.expect, got.told, f"{got.seconds:.1f}", str(got.memory), verdict)
            print(f"| {' | '.join(row)} |", flush=True)
    wrong = sum(not got.is_right for got in outcomes)
    slowest, largest = max(got.seconds for got in outcomes), max(got.memory for got in outcomes)
    print(f"\n{len(outcomes)} pages, {wrong} wrong; the slowest took {slowest:.1f} s, the largest {largest} MB")
    return int(wrong > 0)


def indexed(folder: Path) -> Iterator[Trial]:
    for page in json.loads((folder / "index.json").read_text("utf-8")):
        file = folder / f"{page['name']}.html"
        yield Trial(page["name"], file, page["content_type"], page["marker"], page["expect"])


def own(scratch: Path) -> Iterator[Trial]:
    for name, case in CASES.items():
        page = case.make()
        scratch.write_bytes(page.encode("utf-8", "surrogatepass") if isinstance(page, str) else page)
        yield Trial(name, scratch, case.content_type, case.marker, case.expect)


def outcome(trial: Trial, limit: float) -> Outcome:
    command = [sys.executable, "-c", CHILD, str(trial.file), trial.content_type or ""]
    try:
        run = subprocess.run(command, capture_output=True, timeout=limit, check=False, env=os.environ)
    except subprocess.TimeoutExpired:
        return Outcome("time-out", limit, 0, is_right=False)
    if run.returncode:
        last = run.stderr.decode("utf-8", "replace").strip().splitlines()[-1:] or [""]
        return Outcome(f"exit {run.returncode}: {last[0][:80]}", 0.0, 0, is_right=False)
    seconds, memory, told, text = run.stdout.decode().split("\n", 3)
    megabytes = int(memory) // 1024
    return Outcome(told, float(seconds), megabytes, is_right=megabytes < MOST_MEMORY and is_right(trial, told, text))


def is_right(trial: Trial, told: str, text: str) -> bool:
    if trial.expect == "text":
        return "".join((trial.marker or "").split()) in "".join(text.split())
    if trial.expect == "any":
        return True
    return not text and (trial.expect in ("reject", "none") or told == trial.expect)


if __name__ == "__main__":
    sys.exit(main())
