"""Lessons <-> one SQLite file: written as a whole, and read only if it is as it was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from newsextract.errors import DamagedMemoryError
from newsextract.files import replacing
from newsextract.site.lesson import Lesson
from newsextract.site.story import Story

APPLICATION = 0x4E45584D
"""The application_id of a memory: "NEXM"."""
VERSION = 1
"""Its user_version: goes up when a record means something else."""
_MAGIC = b"SQLite format 3\0"
_TABLES = """
CREATE TABLE story (host TEXT, key BLOB, record BLOB NOT NULL, PRIMARY KEY (host, key)) WITHOUT ROWID;
CREATE TABLE seal (digest BLOB NOT NULL);
"""


def write(lessons: Sequence[Lesson], path: Path) -> None:
    """Write lessons into a file. Equal lessons make equal files, by one version of SQLite. Raises OSError."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.executescript(_TABLES)
        connection.executescript(f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}")
        rows = [(lesson.host, lesson.key.to_bytes(8), lesson.record) for lesson in lessons]
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO story VALUES (?, ?, ?)", rows)
        connection.execute("INSERT INTO seal VALUES (?)", (_seal(lessons),))
        connection.execute("COMMIT")
        content = connection.serialize()
    with replacing(path) as file:
        file.write(content)


def read(path: Path) -> Iterator[Lesson]:
    """Return the lessons in a file.

    Raises DamagedMemoryError where they are not all there, and OSError where it can't be read.
    """
    content = path.read_bytes()
    try:
        return iter(_lessons(content))
    except (sqlite3.Error, ValueError, TypeError, AttributeError, OverflowError) as error:
        raise DamagedMemoryError(f"{path.name} is not as SiteMemory.save wrote it: {error}") from error


def _lessons(content: bytes) -> list[Lesson]:
    if not content.startswith(_MAGIC):
        raise ValueError("it is no database")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
            raise ValueError("it is no memory")
        if (version := connection.execute("PRAGMA user_version").fetchone()[0]) != VERSION:
            raise ValueError(f"it is of another version ({version}, this one reads {VERSION})")
        rows = connection.execute("SELECT host, key, record FROM story ORDER BY host, key").fetchall()
        lessons = [Lesson(name, int.from_bytes(key), record) for name, key, record in rows]
        if connection.execute("SELECT digest FROM seal").fetchall() != [(_seal(lessons),)]:
            raise ValueError("bytes are missing or changed")
    for lesson in lessons:
        Story.decode(lesson.record)
    return lessons


def _seal(lessons: Sequence[Lesson]) -> bytes:
    """Return the SHA-256 of all that is kept."""
    sum_ = sha256()
    for lesson in sorted(lessons, key=lambda lesson: (lesson.host, lesson.key)):
        for part in (lesson.host.encode(), lesson.key.to_bytes(8), lesson.record):
            sum_.update(len(part).to_bytes(4) + part)
    return sum_.digest()


class Log:
    """Lessons in a file that grows, for a run that may be killed: what was appended is on the disk."""

    def __init__(self, path: Path) -> None:
        """Open the file, or make one. Raises sqlite3.Error."""
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA synchronous = FULL")
        self._connection.execute("CREATE TABLE IF NOT EXISTS lesson (host TEXT, key BLOB, record BLOB)")

    def read(self) -> Iterator[Lesson]:
        """Yield what was appended. Raises sqlite3.Error."""
        for name, key, record in self._connection.execute("SELECT host, key, record FROM lesson"):
            yield Lesson(name, int.from_bytes(key), record)

    def append(self, lessons: Sequence[Lesson]) -> None:
        """Append lessons, all or none. Raises sqlite3.Error."""
        if lessons:
            rows = [(lesson.host, lesson.key.to_bytes(8), lesson.record) for lesson in lessons]
            self._connection.execute("BEGIN")
            self._connection.executemany("INSERT INTO lesson VALUES (?, ?, ?)", rows)
            self._connection.execute("COMMIT")

    def close(self) -> None:
        """Close the file."""
        self._connection.close()
