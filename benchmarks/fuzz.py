"""Damage pages at random, from a seed, and see that newsextract raises nothing but its documented errors.

python benchmarks/fuzz.py [--pages N] [--seed S] [--seconds S] [FOLDER]

FOLDER holds the pages to start from (.html, .htm, .txt, also gzipped); without it those of the tests. Each damaged page
is read twice, rendered in each format and sent through JSON. A failure is saved as a file in the working folder, with
its number in the name. The exit code is 1 where there was one.
"""

from __future__ import annotations

import argparse
import gzip
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from mutation import check, mutated

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"

SUFFIXES = (".html", ".htm", ".txt", ".html.gz", ".htm.gz", ".txt.gz")
LARGEST = 300_000
"""Bytes of a page to start from."""
SLOW = 5.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FIXTURES, help="pages to start from")
    parser.add_argument("--pages", type=int, default=100_000, help="how many damaged pages (100,000)")
    parser.add_argument("--seed", type=int, default=1, help="of the damage (1); the page's number is added to it")
    parser.add_argument("--seconds", type=float, default=float("inf"), help="begin no page after so long")
    options = parser.parse_args()
    pages = [page for page in map(read, sorted(options.folder.rglob("*"))) if 0 < len(page) <= LARGEST]
    outcomes: Counter[str] = Counter()
    start = time.monotonic()
    for number in range(options.seed, options.seed + options.pages):
        if time.monotonic() - start > options.seconds:
            break
        outcomes[outcome(pages, number)] += 1
    done = sum(outcomes.values())
    print(f"{done:,} damaged pages from {len(pages)}, seeds from {options.seed}, {time.monotonic() - start:.0f} s")
    for name, count in outcomes.most_common():
        print(f"  {name}: {count:,}")
    return int(any(name.startswith("FAILED") for name in outcomes))


def read(file: Path) -> bytes:
    """Return the page in a file, nothing for what holds none."""
    if not file.name.endswith(SUFFIXES):
        return b""
    return gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()


def outcome(pages: list[bytes], number: int) -> str:
    """Return the status or error code of the page that a number makes; what failed is saved."""
    random = Random(number)
    page = mutated(pages, random)
    began = time.process_time()
    try:
        found = check(page, random)
    except Exception as error:  # noqa: BLE001  # whatever it is: that is what is looked for
        Path(f"fuzz-{number}.html").write_bytes(page)
        traceback.print_exc()
        return f"FAILED {type(error).__name__}"
    if time.process_time() - began > SLOW:
        Path(f"fuzz-{number}.html").write_bytes(page)
        return "FAILED slow"
    return found


if __name__ == "__main__":
    sys.exit(main())
