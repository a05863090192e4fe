"""What becomes of a batch whose state or output was damaged between two runs (promise P20).

    PYTHONPATH=. python benchmarks/flips.py [COUNT]

Flips a bit of the state or of the output, or cuts one of them, COUNT times in all (1,000) over every form of output,
and has the batch finished. Counts what was named by an error, what came out right all the same, and what was wrong
without a word. Ends with 1 if there is any of the last. Of a file an article only the index is the batch's own: the
articles are their reader's to edit.
"""

import random
import shutil
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.crashing import faults, outcome, output_folder, write_list

from newsextract.batch import open_source, open_store
from newsextract.batch.outputs import state_of
from newsextract.errors import BatchError

FORMS = ("out.jsonl", "out.jsonl.gz", "out.parquet", "out.csv", "out/{host}/{number}.json")
PAGES = 60


def work(output: str, most: int = PAGES) -> None:
    with open_store(output) as store:
        store.load(open_source(f"{output_folder(output)}.list.txt"))
        while most and (hosts := list(store.journal.hosts())):
            items = store.journal.take(hosts[0].host, min(most, 5), now=1e10)
            store.commit(map(outcome, items))
            most -= len(items)


def damage(path: Path, rng: random.Random) -> None:
    content = bytearray(path.read_bytes())
    if rng.random() < 0.2:
        del content[rng.randrange(len(content)) :]
    else:
        content[rng.randrange(len(content))] ^= 1 << rng.randrange(8)
    path.write_bytes(content)


def what_comes(output: str, target: str, rng: random.Random) -> str:
    state = state_of(output)
    files = [state] if target == "state" else [path for path in written(output) if path.stat().st_size]
    damage(rng.choice(files), rng)
    try:
        work(output)
    except BatchError as error:
        return error.code
    return "right" if faults(output, PAGES) == (0, 0, 0) else "WRONG"


def written(output: str) -> list[Path]:
    place = Path(output_folder(output))
    if "{" in output:
        return [place / "index.jsonl"]
    return [path for path in sorted(place.rglob("*")) if path.is_file()] if place.is_dir() else [place]


def main() -> int:
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    wrong = 0
    for form in FORMS:
        for target in ("state", "output"):
            found: Counter[str] = Counter()
            with tempfile.TemporaryDirectory() as folder:
                half = Path(folder) / "half"
                half.mkdir()
                write_list(half / f"{output_folder(form)}.list.txt", PAGES)
                work(str(half / form), 25)
                for seed in range(wanted // len(FORMS) // 2):
                    shutil.rmtree(Path(folder) / "now", ignore_errors=True)
                    now = Path(folder) / "now"
                    shutil.copytree(half, now)
                    try:
                        found[what_comes(str(now / form), target, random.Random(seed))] += 1
                    except Exception as error:  # noqa: BLE001  # that is what is looked for
                        found[f"WRONG: {error!r}"] += 1
            print(f"{form}, {target}: {dict(found.most_common())}", flush=True)
            wrong += sum(count for name, count in found.items() if name.startswith("WRONG"))
    print(f"{wrong} wrong without a word")
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
