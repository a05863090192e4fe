"""Pages that hurt the worker which extracts them: a page that holds one of ``HURTS`` has it done."""

import os
import signal
import time
from dataclasses import dataclass

from newsextract.batch.worker import Job
from newsextract.page import Page


def hang():
    time.sleep(600)


def hang_deaf():
    signal.setitimer(signal.ITIMER_REAL, 0)  # as if the timer had failed
    time.sleep(600)


def crash():
    os.kill(os.getpid(), signal.SIGSEGV)


def leave():
    os._exit(3)


def eat():
    bytearray(8 << 30)


def fail():
    raise RuntimeError("a bug")


HURTS = {f"<i>{each.__name__}</i>".encode(): each for each in (hang, hang_deaf, crash, leave, eat, fail)}


@dataclass(frozen=True, slots=True)
class HurtingJob(Job):
    """A job whose worker is hurt by such pages."""

    seconds: float = 1.0

    def extractor(self):
        from newsextract.batch import shelf, worker

        whole = worker.extract

        def hurt(html, url):
            for mark, do in HURTS.items():
                if mark in (html.body if isinstance(html, Page) else html):
                    do()
            return whole(html, url)

        worker.extract = hurt
        assert shelf
        return Job.extractor(self)
