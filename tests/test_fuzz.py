"""Damaged pages, from a seed: whatever they hold, an article or a documented error, twice the same, whole in JSON.

``benchmarks/fuzz.py`` does the same with a hundred thousand.
"""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

from mutation import check, mutated

FIXTURES = Path(__file__).parent / "fixtures"
SECONDS = 20.0
PAGES = 400


def test_damaged_pages_give_an_article_or_a_documented_error():
    pages = [file.read_bytes() for file in sorted(FIXTURES.rglob("*")) if file.suffix in (".html", ".txt")]
    start = time.monotonic()
    for seed in range(PAGES):
        random = Random(seed)
        page = mutated(pages, random)
        try:
            check(page, random)
        except Exception as error:
            error.add_note(f"seed {seed}: python benchmarks/fuzz.py --seed {seed} --pages 1 saves the page")
            raise
        if time.monotonic() - start > SECONDS:
            break
