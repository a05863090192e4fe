"""Task -> Answer, in worker processes that may die of a page: it costs that page, and nothing else."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from queue import LifoQueue
from threading import Lock

from newsextract.batch.item import Failure
from newsextract.batch.outcome import Outcome
from newsextract.batch.worker import Answer, Job, Task

MOST_PAGES = 1_000
"""Pages after which a worker is replaced, against memory that never comes back."""
GRACE = 5.0
"""Seconds after the time limit when a worker that has not ended itself is killed."""

# Not multiprocessing: it would import the caller's script anew, which has to be written for that, or fork its threads.
_CODE = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from newsextract.batch.worker import main; main({})"


class Workers:
    """So many worker processes, each begun when it is needed. Threads may share them."""

    def __init__(self, count: int, job: Job) -> None:
        """Take how many pages may be extracted at once, and how."""
        self._all = [_Worker(job) for _ in range(count)]
        self._idle: LifoQueue[_Worker] = LifoQueue()  # one that runs is taken before one that does not
        for worker in self._all:
            self._idle.put(worker)

    def do(self, task: Task) -> Answer:
        """Wait for a worker, and return what it answers, or for a page that it died of what that means.

        Raises ChildProcessError where no worker can be begun.
        """
        worker = self._idle.get()
        try:
            return worker.do(task)
        finally:
            self._idle.put(worker)

    def close(self) -> None:
        """End all workers, those that are at work, too."""
        for worker in self._all:
            worker.end()


class _Worker:
    def __init__(self, job: Job) -> None:
        self._job = job
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection | None = None
        self._pages = 0
        self._lock = Lock()
        self._ended = False

    def do(self, task: Task) -> Answer:
        connection = self._ready()
        try:
            connection.send(task)
        except (BrokenPipeError, ConnectionResetError):  # it died of something else, between two pages
            self._stop()
            connection = self._ready()
            connection.send(task)
        self._pages += 1
        failure = self._answer(connection)
        if isinstance(failure, Answer):
            return failure
        self._stop()
        return self._job.answer(Outcome(task.item, error=failure, attempts=task.item.attempts + 1))

    def end(self) -> None:
        """End it for good."""
        with self._lock:
            self._ended = True
            if self._process is not None:
                self._process.kill()
                self._process.wait()

    def _answer(self, connection: Connection) -> Answer | Failure:
        try:
            if not connection.poll(self._job.seconds + GRACE):
                return self._late()
            answer: Answer | None = connection.recv()
        except (EOFError, ConnectionResetError):
            return self._death()
        if answer is None:
            reason = f"the extraction wanted more than {self._job.memory >> 20} MB of memory"
            return Failure("extraction_memory", reason)
        return answer

    def _death(self) -> Failure:
        code = self._process.wait() if self._process else 0
        if code == -signal.SIGALRM:
            return self._late()
        how = f"with exit code {code}" if code >= 0 else f"by {signal.Signals(-code).name}"
        return Failure("extraction_crashed", f"the process that extracted the page ended {how}")

    def _late(self) -> Failure:
        return Failure("extraction_timeout", f"the extraction took longer than {self._job.seconds:g} seconds")

    def _ready(self) -> Connection:
        if self._connection is not None and self._pages < MOST_PAGES:
            return self._connection
        self._stop()
        self._pages = 0
        ours, theirs = Pipe()
        with theirs, self._lock:
            if self._ended:
                ours.close()
                raise ChildProcessError("the workers have been ended")
            command = [sys.executable, "-c", _CODE.format(theirs.fileno()), json.dumps(sys.path)]
            try:
                self._process = subprocess.Popen(  # noqa: S603  # this Python, with our own code
                    command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, pass_fds=[theirs.fileno()]
                )
            except OSError as error:  # no more processes, say
                ours.close()
                raise ChildProcessError(f"a worker process could not be begun: {error.strerror}") from error
        try:
            ours.send(self._job)
            ours.recv()
        except (EOFError, BrokenPipeError, ConnectionResetError):
            ours.close()
            code = self._process.wait()
            raise ChildProcessError(f"a worker process could not be begun; it ended with code {code}") from None
        self._connection = ours
        return ours

    def _stop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None
