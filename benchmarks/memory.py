"""Extract pages over and over in one process and print how its memory grows.

python benchmarks/memory.py [FOLDER] [--runs N] [--first N]

FOLDER holds .html pages (also gzipped); without it those of the tests. The exit code is 1 where the memory grew by over
20 MB after the first N runs.
"""

from __future__ import annotations

import argparse
import gzip
import sys
from pathlib import Path

from newsextract import NewsExtractError, extract

FIXTURES = Path(__file__).parents[1] / "tests" / "fixtures"
MOST = 20.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=FIXTURES, help="pages")
    parser.add_argument("--runs", type=int, default=5_000, help="extractions (5,000)")
    parser.add_argument("--first", type=int, default=1_000, help="of them before the memory is first looked at (1,000)")
    options = parser.parse_args()
    files = [file for file in sorted(options.folder.rglob("*")) if file.name.endswith((".html", ".html.gz"))]
    before = 0.0
    for run in range(1, options.runs + 1):
        file = files[run % len(files)]
        try:
            extract(gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes())
        except NewsExtractError as error:
            print(f"{file.name}: {error}", file=sys.stderr)
        if run % options.first == 0:
            now = megabytes()
            before = before or now
            print(f"{run:,} extractions of {len(files)} pages: {now:.1f} MB, {now - before:+.1f}", flush=True)
    return int(megabytes() - before > MOST)


def megabytes() -> float:
    """Return the memory of this process that is in use now."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


if __name__ == "__main__":
    sys.exit(main())
