"""A batch of made-up outcomes that is killed over and over, and what became of its records.

    python -m tests.crashing OUTPUT COUNT SEED

does the work, or goes on with it; ``killed_often`` has it done and kills it.
"""

import csv
import gzip
import json
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from newsextract.article import Article, Block, BlockKind
from newsextract.batch import Failure, Outcome, open_source, open_store

MOST_AT_ONCE = 60
HOSTS = 7


def text(number):
    return f"Story {number}\u2028" + 'ferry, harbour "and"\nisland ' * (number % 40)


def outcome(item):
    if item.number % 9 == 0:
        return Outcome(item, error=Failure("timeout", f"page {item.number} was late", None, True), attempts=3)
    blocks = (Block(BlockKind.PARAGRAPH, text(item.number)),)
    return Outcome(item, Article(url=item.url, title=f"=Title {item.number}", blocks=blocks))


def write_list(path, count):
    path.write_text("".join(f"https://news{number % HOSTS}.example.org/{number}\n" for number in range(count)))


def work(output, count, seed):
    """Do what is left, in batches of random size; a file beside the output has each page that was "fetched"."""
    rng = random.Random(seed)
    given = Path(f"{output_folder(output)}.list.txt")
    with open_store(output) as store, Path(f"{given}.fetched").open("a", buffering=1) as fetched:
        store.load(open_source(str(given)))
        print("ready", flush=True)
        while hosts := [queue.host for queue in store.journal.hosts()]:
            for host in hosts:
                items = store.journal.take(host, rng.randint(1, MOST_AT_ONCE), now=time.time())
                fetched.write("".join(f"{item.number}\n" for item in items))
                store.commit(map(outcome, items))


def output_folder(output):
    return output.partition("/{")[0]


def killed_often(output, count, kills, seed, longest=0.4):
    """Have the work done, and killed at random moments until ``kills`` are reached or it is done; return the kills."""
    rng = random.Random(seed)
    write_list(Path(f"{output_folder(output)}.list.txt"), count)
    done = 0
    while True:
        command = [sys.executable, "-m", "tests.crashing", output, str(count), str(rng.randrange(10**6))]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
            if done < kills:
                if rng.random() < 0.9:  # or while it starts
                    child.stdout.readline()
                    pause = rng.random() * longest
                else:
                    pause = rng.random() * 0.5
                time.sleep(pause)
                child.send_signal(signal.SIGKILL)
            code = child.wait()
        if code == 0:
            return done
        assert code == -signal.SIGKILL, code
        done += 1


def records(output):
    """Return number, title and error code of each record in an output, and read all of it."""
    path = Path(output)
    if output.endswith(".parquet"):
        import pyarrow.parquet as parquet

        rows = [row for part in sorted(path.glob("*.parquet")) for row in parquet.read_table(part).to_pylist()]
        assert all(json.loads(row["record"])["number"] == row["number"] for row in rows)
        return [(row["number"], row["text"], row["error_code"]) for row in rows]
    if output.endswith(".csv"):
        with path.open(encoding="utf-8", newline="") as file:
            return [
                (int(row["number"]), row["text"] or None, row["error_code"] or None) for row in csv.DictReader(file)
            ]
    if "{" in output:
        found = [json.loads(line) for line in (Path(output_folder(output)) / "index.jsonl").open(encoding="utf-8")]
        texts = [
            json.loads((Path(output_folder(output)) / one["file"]).read_text("utf-8"))
            for one in found
            if not one["error"]
        ]
        text_of = {one["url"]: one["text"] for one in texts}
        return [(one["number"], text_of.get(one["url"]), one["error"] and one["error"]["code"]) for one in found]
    with (gzip.open if output.endswith(".gz") else open)(output, "rt", encoding="utf-8") as file:
        found = [json.loads(line) for line in file]
    return [(one["number"], one.get("text"), one["error"] and one["error"]["code"]) for one in found]


def faults(output, count):
    """Return how many inputs are lost, how many are there twice, how many records are torn."""
    found = records(output)
    times = Counter(number for number, _, _ in found)
    torn = [number for number, got, code in found if (code != "timeout" if number % 9 == 0 else got != text(number))]
    lost = [number for number in range(1, count + 1) if not times[number]]
    return len(lost), sum(many > 1 for many in times.values()), len(torn)


def fetched(output):
    return len(Path(f"{output_folder(output)}.list.txt.fetched").read_text().split())


if __name__ == "__main__":
    work(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
