"""What is lost, there twice or torn after kill -9 at random moments (promise P13).

    PYTHONPATH=. python benchmarks/kills.py [KILLS]

Kills a batch of made-up outcomes, KILLS times in all (100), over every form of output, has each finished, and counts.
"""

import sys
import tempfile
from pathlib import Path

from tests.crashing import MOST_AT_ONCE, faults, fetched, killed_often

FORMS = {
    "out.jsonl": 20_000,
    "out.jsonl.gz": 20_000,
    "out.parquet": 20_000,
    "out.csv": 20_000,
    "out/{host}/{number}.json": 2_000,
}
"""Output -> how many records a batch has."""


def main() -> None:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    totals = [0, 0, 0, 0]
    for place, (form, count) in enumerate(FORMS.items()):
        share = wanted // len(FORMS) + (place < wanted % len(FORMS))
        kills = seed = 0
        while kills < share:
            with tempfile.TemporaryDirectory() as folder:
                output = str(Path(folder) / form)
                now = killed_often(output, count, share - kills, seed)
                lost, twice, torn = faults(output, count)
                again = fetched(output) - count
                assert again <= now * MOST_AT_ONCE, (again, now)
            kills, seed = kills + now, seed + 1
            totals = [total + more for total, more in zip(totals, (now, lost, twice, torn), strict=True)]
            print(
                f"{form}: {now} kills, {lost} lost, {twice} twice, {torn} torn, {again} fetched again of {count}",
                flush=True,
            )
    print("in all: {} kills, {} lost, {} twice, {} torn".format(*totals))


if __name__ == "__main__":
    main()
