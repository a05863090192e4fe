"""Folders of saved pages -> Items; and the page in a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from newsextract.batch.item import Item, Kind
from newsextract.batch.reading import Reading
from newsextract.errors import InputError
from newsextract.page import Page
from newsextract.saved import MOST_BYTES, unpacked

PAGES = (".html", ".htm", ".xhtml", ".shtml", ".page")
"""How the names of pages end, ".gz" may follow; ".page" is for ``Page.save``, which any of them may hold."""


def is_page(name: str) -> bool:
    """Tell whether a file is a page, by its name."""
    return name.lower().removesuffix(".gz").endswith(PAGES)


def pages(name: str, path: Path | None, _reading: Reading) -> Iterator[Item]:
    """Yield an item for each page in a folder and those below it, sorted by name, folder by folder.

    Only the names of one folder are in memory, and those of the folders that it stands in. Hidden files and folders,
    other files and links to folders are passed over. Raises OSError for a folder that can't be read.
    """
    root = path or Path(name)
    waiting = [""]
    while waiting:
        inner = waiting.pop()
        files, folders = _names(root / inner)
        waiting += (os.path.join(inner, each) for each in reversed(folders))  # noqa: PTH118  # a million of them
        for each in files:
            below = os.path.join(inner, each)  # noqa: PTH118
            given = os.path.join(name, below)  # noqa: PTH118
            yield Item(given, None, Kind.FILE, source=name, path=os.path.join(root, below))  # noqa: PTH118


def alone(name: str, path: Path | None, _reading: Reading) -> Iterator[Item]:
    """Yield the item of one saved page."""
    yield Item(name, None, Kind.FILE, path=str(path))


def read(path: Path) -> Page | bytes:
    """Return the HTML in a file, or the page that ``Page.save`` wrote to it, compressed or not.

    Raises DamagedPageError or DamagedInputError where it is broken, InputError where it can't be read.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES)
    except OSError as error:
        raise InputError(f"the file can't be read: {error.strerror}") from error
    return unpacked(content)


def _names(folder: Path) -> tuple[list[str], list[str]]:
    files, folders = [], []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                folders.append(entry.name)
            elif is_page(entry.name) and entry.is_file():
                files.append(entry.name)
    return sorted(files), sorted(folders)
