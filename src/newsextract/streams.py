"""What the commands of the shell share of files, standard input and standard output."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from newsextract.errors import InputError
from newsextract.output import Frame
from newsextract.output.inline import web_url
from newsextract.talk import INTERRUPTED, NO_OUTPUT, say


def is_web(given: str) -> bool:
    """Tell whether the input is an address; a file of that name would win."""
    return web_url(given) is not None and not os.path.exists(given)  # noqa: PTH110  # Path raises on a long name


def read_bytes(given: str, most: int) -> bytes:
    """Return the first bytes of a file, or of standard input for ``-``; raise InputError where there are none."""
    try:
        if given == "-":
            return sys.stdin.buffer.read(most) if sys.stdin else b""
        with Path(given).open("rb") as file:
            return file.read(most)
    except FileNotFoundError:
        raise InputError("no such file; a web address begins with http:// or https://") from None
    except IsADirectoryError:
        raise InputError("it is a folder; newsextract batch reads the pages in one") from None
    except OSError as error:
        raise InputError(f"the file can't be read: {error.strerror}") from None


def print_all(texts: Iterator[str], around: Frame) -> int | None:
    """Print texts as soon as they are there.

    Return None, also where the reader has seen enough; an exit code where it is interrupted or can't be written.
    """
    try:
        with Output(around) as output:
            for text in texts:
                output.add(text)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as in "| head": no failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the exit would try to flush once more
    except OSError as error:
        say(f"the output could not be written: {error.strerror}")
        return NO_OUTPUT
    return None


class Output:
    """Standard output, which gets texts in their frame, in UTF-8 whatever the locale, and is whole when it closes."""

    def __init__(self, around: Frame) -> None:
        self._frame = around
        self._started = False
        self._stream = sys.stdout.buffer

    def __enter__(self) -> Output:
        return self

    def add(self, text: str) -> None:
        """Write one article."""
        with _undisturbed():
            self._write((self._frame.between if self._started else self._frame.before) + text)
            self._started = True

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is not None and issubclass(kind, OSError):
            return
        if not self._started:
            self._write(self._frame.before)
        if self._started or self._frame.before:
            self._write(self._frame.after)

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))
        self._stream.flush()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold an interrupt back until the block is done: half an article is no output."""
    interrupts: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _: interrupts.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
    if interrupts:
        raise KeyboardInterrupt
