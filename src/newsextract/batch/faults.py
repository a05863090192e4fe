"""What the system or SQLite says of a file -> one BatchError."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from newsextract.errors import BatchError

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_CODES = {
    sqlite3.SQLITE_FULL: "disk_full",
    sqlite3.SQLITE_READONLY: "not_writable",
    sqlite3.SQLITE_CANTOPEN: "not_writable",
    sqlite3.SQLITE_IOERR: "not_writable",
    sqlite3.SQLITE_PERM: "not_writable",
    sqlite3.SQLITE_BUSY: "locked",
    sqlite3.SQLITE_LOCKED: "locked",
}
_SAID = {
    "disk_full": "no room is left on the disk",
    "locked": "another program holds it",
    "state_damaged": "the state is damaged, or no state of newsextract ({}); --fresh starts anew",
    "not_writable": "it can't be written ({})",
}


@contextmanager
def named(path: str | os.PathLike[str]) -> Iterator[None]:
    """Raise a BatchError about ``path`` for an OSError or an error of SQLite; a closed pipe stays BrokenPipeError."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        code = "disk_full" if error.errno in _NO_ROOM else "not_writable"
        raise _error(code, str(error.strerror or error), path) from error
    except sqlite3.Error as error:
        raise _error(_code(error), str(error), path) from error
    except UnicodeDecodeError as error:  # SQLite quotes what it can't read
        raise _error("state_damaged", "it holds no text where text should be", path) from error


def _code(error: sqlite3.Error) -> str:
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the extended codes keep it in their low byte
    return _CODES.get(primary, "state_damaged")


def _error(code: str, said: str, path: str | os.PathLike[str]) -> BatchError:
    return BatchError(_SAID[code].format(said), code=code, path=os.fspath(path))
