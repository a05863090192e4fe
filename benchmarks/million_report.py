"""How long the report of a batch takes, and how much memory: a million items are done, at 400,000 hosts.

    python benchmarks/million_report.py [ITEMS]

Prints seconds, and the peak of the resident memory before and after.
"""

import resource
import sqlite3
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

from newsextract.batch import write_report
from newsextract.batch.database import Database
from newsextract.batch.outputs import state_of

FILL = """
WITH RECURSIVE every(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM every WHERE n < ?),
made AS (SELECT n, n % 7 > 0 AS good, 'news' || (n * 7919 % 400000) || '.example.org' AS host FROM every),
addressed AS (SELECT *, 'https://' || host || '/2026/11/26/story-with-a-name-' || n AS address FROM made)
INSERT INTO item (number, key, state, host, result, settled, run, language, message, input, url, kind, sum)
SELECT n, randomblob(16), 3 - good, host, iif(good, 'ok', 'code' || (n % 9)), 1.79e9 + n * 0.09, 1,
  iif(good, 'l' || (n % 40), NULL), iif(good, NULL, 'the server answered 404 Not Found'),
  address, address, 'web', 1 FROM addressed
"""


def peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder, "out.jsonl"))
        Database(state_of(output)).close()
        state = sqlite3.connect(state_of(output))
        state.execute("INSERT INTO run (started, last) VALUES (1.79e9, 1.79e9 + 0.09 * ?)", (count,))
        state.execute(FILL, (count,))
        state.commit()
        state.close()
        before = peak()
        started, started_cpu = perf_counter(), process_time()
        write_report(output, Path(folder, "report.html"))
        took, cpu = perf_counter() - started, process_time() - started_cpu
        print(f"{count} items: {took:.1f} s ({cpu:.1f} s of processor time), peak {before:.0f} to {peak():.0f} MB")


if __name__ == "__main__":
    main()
