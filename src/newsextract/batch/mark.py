"""Mark: how far an output is; Output: what writes records, and what the store asks of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from newsextract.batch.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Part:
    """A file of an output in parts: its name, its bytes, their CRC-32 and its records."""

    name: str
    size: int
    crc: int
    records: int


@dataclass(frozen=True, slots=True)
class Mark:
    """How far an output is: its records, and the bytes that hold them with their CRC-32; or the files that do."""

    records: int = 0
    size: int = 0
    crc: int = 0
    parts: tuple[Part, ...] = ()


class Output(Protocol):
    """Where records go. What was written counts from the moment when the journal has noted the mark."""

    holds: bool
    """Whether it takes many records at once, which the journal holds until then."""

    @property
    def render(self) -> Callable[[Outcome], bytes]:
        """What makes the content of a record; it can be sent to another process."""

    def create(self, *, fresh: bool) -> Mark:
        """Begin a new output; ``fresh`` throws away what is there. Raises BatchError ``output_exists``."""

    def resume(self, mark: Mark) -> None:
        """Go on where the mark says: what is beyond is cut off. Raises BatchError ``output_changed``."""

    def write(self, contents: Sequence[bytes]) -> Mark:
        """Write contents, in order, and return the mark behind them when they are on the disk. Raises BatchError."""

    def without(self, dropped: Callable[[int], bool]) -> Mark:
        """Prepare the output without the records of some numbers, and return its mark; ``swap`` puts it in place."""

    def swap(self) -> None:
        """Put in place what ``without`` prepared, at once."""

    def swapped(self) -> bool:
        """Tell whether what ``without`` prepared is in place already, in a run that was killed."""

    def close(self) -> None:
        """Let go of the files."""
