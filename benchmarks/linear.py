"""Show that time grows no faster than the page: double the size of each bait shape and print the ratio of the times.

python benchmarks/linear.py [--size CHARACTERS] [--rounds N] [--only NAME...]

Each ratio is the quickest of N runs at twice the size over the quickest of N at the size, in processor seconds. The
answer is a Markdown table on stdout; the exit code is 1 where a ratio is over 2.6.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from hostile_pages import BAITS

from newsextract import NewsExtractError, extract

MOST = 2.6


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=200_000, help="characters of the smaller page (200,000)")
    parser.add_argument("--rounds", type=int, default=3, help="runs at each size (3)")
    parser.add_argument("--only", nargs="*", default=list(BAITS), help="names of shapes")
    options = parser.parse_args()
    extract(BAITS["paragraphs"](1_000))  # models and word lists are loaded here
    print(f"| shape | {options.size:,} characters, s | twice that, s | ratio |\n|---|---:|---:|---:|")
    worst = 0.0
    for name in options.only:
        times = [seconds(BAITS[name](size), options.rounds) for size in (options.size, 2 * options.size)]
        ratio = times[1] / times[0]
        worst = max(worst, ratio)
        print(f"| {name} | {times[0]:.2f} | {times[1]:.2f} | {ratio:.2f} |", flush=True)
    print(f"\n{len(options.only)} shapes, the largest ratio {worst:.2f} (at most {MOST})")
    return int(worst > MOST)


def seconds(given: str | bytes, rounds: int) -> float:
    return min(once(given) for _ in range(rounds))


def once(given: str | bytes) -> float:
    start = time.process_time()
    try:
        extract(given)
    except NewsExtractError as error:
        print(f"refused: {error}", file=sys.stderr)
    return time.process_time() - start


if __name__ == "__main__":
    sys.exit(main())
