"""An output of Parquet files in a folder, a file for many records: each is there as a whole, or not at all."""

from __future__ import annotations

import io
import json
import re
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from newsextract.batch import flat
from newsextract.batch.faults import named
from newsextract.batch.mark import Mark, Part
from newsextract.batch.outcome import Outcome
from newsextract.batch.parquet import pyarrow
from newsextract.errors import BatchError
from newsextract.files import replacing

_NAME = "part-{:05}.parquet"
_OURS = re.compile(r"part-\d{5,9}\.parquet(?:\.[\d-]{1,50}\.part)?")
_CHUNK = 1 << 20


def parquet_row(outcome: Outcome) -> bytes:
    """Return the values of a row, as JSON; the journal holds them until there are enough for a file."""
    return json.dumps(flat.full_row(outcome)).encode()


class Parts:
    """A folder of files ``part-00000.parquet`` and so on, with the columns of ``flat.COLUMNS`` and ``record``."""

    holds = True

    def __init__(self, folder: Path) -> None:
        """Take the folder's path. Raises InputError where pyarrow is not installed."""
        pyarrow()
        self.path = folder
        self._mark = Mark()

    @property
    def render(self) -> Callable[[Outcome], bytes]:
        """What makes the content of a record."""
        return parquet_row

    def create(self, *, fresh: bool) -> Mark:
        """Make the folder; ``fresh`` removes parts that are in it, and nothing else."""
        with named(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
            if not fresh and any(self.path.iterdir()):
                reason = "the folder is not empty; name another one, or use --fresh to replace the parts in it"
                raise BatchError(reason, code="output_exists", path=str(self.path))
        self._mark = Mark()
        self._remove_others()
        return self._mark

    def resume(self, mark: Mark) -> None:
        """Check all parts, and remove what a run that was killed has left beside them."""
        with named(self.path):
            for part in mark.parts:
                path = self.path / part.name
                if not path.is_file():
                    raise self._changed(f"{part.name} is gone")
                if _size_and_crc(path) != (part.size, part.crc):
                    raise self._changed(f"{part.name} is another")
        self._mark = mark
        self._remove_others()

    def write(self, contents: Sequence[bytes]) -> Mark:
        """Write one part more."""
        part = self._write([json.loads(content) for content in contents], self._next(self._mark.parts))
        self._mark = _mark((*self._mark.parts, part))
        return self._mark

    def without(self, dropped: Callable[[int], bool]) -> Mark:
        """Write the parts that lose records anew, under other names."""
        kept: list[Part] = []
        following = self._next(self._mark.parts)
        for part in self._mark.parts:
            with named(self.path):
                rows = pyarrow().parquet.read_table(self.path / part.name).to_pylist()
            stay = [row for row in rows if not dropped(row["number"])]
            if len(stay) == len(rows):
                kept.append(part)
            elif stay:
                kept.append(self._write(stay, following))
                following += 1
        self._new = _mark(tuple(kept))
        return self._new

    def swap(self) -> None:
        """Nothing: the new parts are there, and the old ones go when the journal knows it."""

    def swapped(self) -> bool:
        """Tell that the new parts are there: the journal notes their mark only then."""
        return True

    def close(self) -> None:
        """Nothing: no file stays open."""

    def _write(self, rows: list[dict[str, Any]], number: int) -> Part:
        module = pyarrow()
        data = io.BytesIO()
        table = module.Table.from_pylist(rows, schema=_schema(module))
        module.parquet.write_table(table, data, compression="zstd", write_page_checksum=True)
        content = data.getbuffer()
        name = _NAME.format(number)
        with named(self.path), replacing(self.path / name) as file:
            file.write(content)
        return Part(name, len(content), zlib.crc32(content), len(rows))

    def _next(self, parts: Sequence[Part]) -> int:
        return 1 + max((int(part.name.removesuffix(".parquet")[5:]) for part in parts), default=-1)

    def _remove_others(self) -> None:
        known = {part.name for part in self._mark.parts}
        with named(self.path):
            for path in list(self.path.iterdir()):
                if path.name not in known and _OURS.fullmatch(path.name):
                    path.unlink()

    def _changed(self, what: str) -> BatchError:
        reason = f"it is not as the last run left it: {what}; put it back, or use --fresh to start anew"
        return BatchError(reason, code="output_changed", path=str(self.path))


def _mark(parts: tuple[Part, ...]) -> Mark:
    return Mark(records=sum(part.records for part in parts), parts=parts)


def _schema(module: Any) -> Any:
    kinds = {
        **dict.fromkeys(flat.LISTS, module.list_(module.string())),
        **dict.fromkeys(flat.NUMBERS, module.int64()),
        **dict.fromkeys(flat.TRUTHS, module.bool_()),
    }
    return module.schema([(name, kinds.get(name, module.string())) for name in (*flat.COLUMNS, "record")])


def _size_and_crc(path: Path) -> tuple[int, int]:
    size = crc = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            size, crc = size + len(chunk), zlib.crc32(chunk, crc)
    return size, crc
