"""How long a list of a million lines takes to load, and how much memory: 20 % duplicates, 1 % junk (promise P12).

    python benchmarks/million_lines.py [LINES]

Prints seconds, the peak of the resident memory, the size of the state, and how long the next start takes.
"""

import random
import resource
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from newsextract.batch import open_source, open_store

HOSTS = 5_000
JUNK = ("not an address", "ftp://example.org/a", "example.org/story", "http://[::1", "http://", "\x00\xff")


def write_list(path: Path, count: int, seed: int = 12) -> int:
    """Write the lines: half of the addresses have a query, and half of the duplicates are spelled in another way."""
    rng = random.Random(seed)
    unique = 0
    with path.open("w", encoding="utf-8", newline="\r\n") as file:
        for line in range(count):
            chance = rng.random()
            if chance < 0.01:
                file.write(f"{rng.choice(JUNK)} {line}\n")
            elif chance < 0.21 and unique:
                file.write(address(rng.randrange(unique), "&utm_source=mail" if rng.random() < 0.5 else ""))
            else:
                file.write(address(unique))
                unique += 1
    return unique


def address(number: int, more: str = "") -> str:
    query = f"?id={number}&page=2" if number % 2 else ""
    more = more if query else more.replace("&", "?")
    return f"https://news{number % HOSTS}.example.org/2026/11/26/story-with-a-name-{number}{query}{more}\n"


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        given, out = Path(folder, "list.txt"), Path(folder, "out.jsonl")
        unique = write_list(given, count)
        started, started_cpu = perf_counter(), process_time()
        with open_store(str(out)) as store:
            loaded = store.load(open_source(str(given)))
            refused = store.journal.tally().failed
        took, cpu = perf_counter() - started, process_time() - started_cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        started = perf_counter()
        with open_store(str(out)) as store:
            store.load(open_source(str(given)))
            hosts = sum(1 for _ in store.journal.hosts())
        again = perf_counter() - started
        with open_store(str(out)) as store:
            started = perf_counter()
            for number in range(1_000):
                store.journal.take(f"news{number}.example.org", now=0)
            takes = 1_000 / (perf_counter() - started)
        size = Path(f"{out}.state").stat().st_size / 1e6
        assert loaded.added == unique + refused, (loaded, unique, refused)
        print(f"{count} lines: {took:.1f} s ({cpu:.1f} s of processor time), peak {peak:.0f} MB, state {size:.0f} MB")
        print(f"{unique} addresses, {refused} refused, {loaded.known} known already")
        print(f"next start: {again:.1f} s for {hosts} hosts; {takes:.0f} items taken a second")


if __name__ == "__main__":
    main()
