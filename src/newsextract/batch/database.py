"""Path -> the SQLite database of a state: locked to one run, checked, and on network disks without a shared memory."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from newsextract.batch.faults import named
from newsextract.errors import BatchError

APPLICATION = 0x4E455758
"""The application_id of a state: "NEWX"."""
VERSION = 2
"""Its user_version: goes up when the tables change."""

NETWORK_DISKS = frozenset(
    "9p afs beegfs ceph cifs coda fuse.ceph fuse.gcsfuse fuse.glusterfs fuse.s3fs fuse.sshfs glusterfs gpfs lustre "
    "ncpfs nfs nfs4 smb3 smbfs virtiofs".split()
)
"""Kinds of file systems on which the memory that a write-ahead log needs can't be shared (sqlite.org/wal.html)."""

TABLES = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (name TEXT PRIMARY KEY, stamp TEXT) WITHOUT ROWID;
CREATE TABLE item (
  number INTEGER PRIMARY KEY,
  key BLOB NOT NULL UNIQUE,
  state INTEGER NOT NULL,
  host TEXT NOT NULL,
  due REAL NOT NULL DEFAULT 0,
  attempts INTEGER NOT NULL DEFAULT 0,
  result TEXT,
  settled REAL,
  run INTEGER,
  language TEXT,
  message TEXT,
  input TEXT NOT NULL,
  url TEXT,
  kind TEXT NOT NULL,
  source TEXT,
  line INTEGER,
  path BLOB,
  at INTEGER,
  refusal TEXT,
  sum INTEGER NOT NULL
);
CREATE INDEX waiting ON item (host, due, number) WHERE state = 0;
CREATE INDEX refused ON item (number) WHERE state = 4;
CREATE TABLE run (number INTEGER PRIMARY KEY, started REAL NOT NULL, last REAL NOT NULL);
CREATE TABLE held (number INTEGER PRIMARY KEY, content BLOB NOT NULL);
"""

_CACHE_KB = 32_768
_PATIENCE = 30.0
"""Seconds that a transaction waits where others read and there is no write-ahead log: a report takes some of them."""
_LOG_PAGES = 10_000
"""Pages of 4 kB in the write-ahead log before they go into the file: loading writes those of the index often."""


class Database:
    """A state, held by this process alone until ``close``; other processes may look into it (``looked_into``)."""

    def __init__(self, path: Path | None, *, fresh: bool = False, mounts: Path = Path("/proc/mounts")) -> None:
        """Open a state, or make one where none is; None for one that is gone when it closes.

        fresh: throw away what is there. mounts: the system's table of disks. Raises BatchError.
        """
        self.path = path
        self.is_new = False
        """Whether it was made just now."""
        self._lock: int | None = None
        try:
            with named(path or "the temporary folder"):
                if path is not None:
                    self._lock = _locked(path)
                    if fresh:
                        _wipe(path, self._lock)
                self.connection = sqlite3.connect(path or "", timeout=_PATIENCE, isolation_level=None)
                self._prepare(None if path is None else kind_of_disk(path, mounts))
        except BaseException:
            self.close()
            raise

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Have all that the block writes be there, or nothing. Raises BatchError."""
        with named(self.path or "the temporary folder"):
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self.connection.execute("ROLLBACK")
                raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Yield the connection to read from. Raises BatchError."""
        with named(self.path or "the temporary folder"):
            yield self.connection

    def settle(self) -> None:
        """Have all transactions on the disk itself, so that not even a power cut undoes one."""
        with named(self.path or "the temporary folder"):
            self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def discard(self) -> None:
        """Close it, and remove the file."""
        if self.path is not None:
            self.path.unlink(missing_ok=True)
        self.close()

    def close(self) -> None:
        """Close it, and let others have it."""
        connection = getattr(self, "connection", None)
        if connection is not None:
            with suppress(sqlite3.Error):
                connection.close()
        if self._lock is not None:
            os.close(self._lock)  # after SQLite's own: the first handle that closes ends its locks
            self._lock = None

    def _prepare(self, disk: str | None) -> None:
        run = self.connection.execute
        run(f"PRAGMA cache_size = -{_CACHE_KB}")
        run(f"PRAGMA wal_autocheckpoint = {_LOG_PAGES}")
        if not run("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            self.is_new = True
            run("BEGIN IMMEDIATE")
            for statement in filter(str.strip, TABLES.split(";")):
                run(statement)
            run(f"PRAGMA application_id = {APPLICATION}")
            run(f"PRAGMA user_version = {VERSION}")
            run("COMMIT")
        else:
            check(self.connection, self.path)
        network = disk in NETWORK_DISKS
        run(f"PRAGMA journal_mode = {'DELETE' if network else 'WAL'}")
        # In a write-ahead log the last transactions may be lost with the power; the output is on the disk before them,
        # and is then cut back to what they say.
        run(f"PRAGMA synchronous = {'FULL' if network else 'NORMAL'}")


def check(connection: sqlite3.Connection, path: Path | None) -> None:
    """Raise BatchError for a database that is no sound state of this version."""
    identify(connection, path)
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]  # not quick_check: indexes show what changed
    if found != "ok":
        reason = f"the state is damaged ({found}); --fresh starts anew"
        raise BatchError(reason, code="state_damaged", path=str(path))


def identify(connection: sqlite3.Connection, path: Path | None) -> None:
    """Raise BatchError for a database that is no state of this version, by what it says of itself."""
    name = str(path)
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION:
        raise BatchError("it is no state of newsextract", code="state_damaged", path=name)
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version != VERSION:
        reason = f"it is a state of another version ({version}, this one reads {VERSION}); --fresh starts anew"
        raise BatchError(reason, code="state_version", path=name)


@contextmanager
def looked_into(path: Path) -> Iterator[sqlite3.Connection]:
    """Yield a connection that reads a state, also while a run is at work on it. Raises BatchError."""
    with named(path):
        if not path.is_file():
            raise BatchError("it is not there: no batch wrote that output", code="state_damaged", path=str(path))
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
        try:
            identify(connection, path)
            yield connection
        finally:
            connection.close()


def kind_of_disk(path: Path, mounts: Path) -> str | None:
    """Return the kind of the file system that a file is on, as the system's table calls it; None where none tells."""
    try:
        table = [line.split(" ") for line in mounts.read_text("utf-8", "replace").splitlines()]
    except OSError:
        return None
    here = path.absolute().parent
    folders = {str(here), *map(str, here.parents)}
    found = [(len(line[1]), line[2]) for line in table if len(line) > 2 and line[1].replace("\\040", " ") in folders]
    return max(found)[1] if found else None


def _locked(path: Path) -> int:
    handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        raise BatchError("another run is at work on it", code="locked", path=str(path)) from None
    except OSError:  # a disk without locks: SQLite's own must do
        pass
    return handle


def _wipe(path: Path, handle: int) -> None:
    for end in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + end).unlink(missing_ok=True)
    os.ftruncate(handle, 0)
