"""An output of one file an article, named by a template; and one index of all records.

The name is made of what is known of an input before its page is read, so that a page that is read again after a kill
takes the place of its own file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from string import Formatter
from urllib.parse import unquote, urlsplit

from newsextract.batch.appended import JSONL, Appended
from newsextract.batch.faults import named
from newsextract.batch.keys import identity
from newsextract.batch.mark import Mark
from newsextract.batch.outcome import Outcome
from newsextract.files import replacing
from newsextract.output import FORMATS
from newsextract.output.json import one_line

INDEX = "index.jsonl"
ENDS = {".txt": "text", ".md": "markdown", ".json": "json", ".html": "html"}
"""How the template ends -> the format of the files."""

FIELDS = ("number", "host", "slug", "key")
"""What may stand in a template: the input's number, its host, the last word of its address or file name, and a hash."""

_UNSAFE = re.compile(r"[^\w.-]")
_LONGEST = 80


class Pieces:
    """Files below the folder that the template begins with, and ``index.jsonl`` in it.

    The index has a line for each record: the keys of ``HEAD``, and of an article its status, title and ``file``.
    """

    holds = False

    def __init__(self, template: str) -> None:
        """Take a template such as ``out/{host}/{number}.md``.

        Raises ValueError for one that names unknown fields, none that differs for each input, or an unknown ending.
        """
        start, _, _ = template.partition("{")
        self.path = Path(start.rpartition("/")[0] or ("/" if start.startswith("/") else "."))
        inner = template[len(start.rpartition("/")[0]) :].lstrip("/")
        name = ENDS.get(Path(template).suffix.lower())
        fields = {field for _, field, _, _ in Formatter().parse(inner) if field is not None}
        if name is None:
            raise ValueError(f"{template!r} should end in one of {', '.join(ENDS)}")
        if not fields <= set(FIELDS) or not fields & {"number", "key"}:
            raise ValueError(
                f"{template!r} should have {{number}} or {{key}} in it, and may have {{host}} and {{slug}}; no others"
            )
        self._render = partial(piece, template=inner, name=name)
        self._index = Appended(self.path / INDEX, JSONL)

    @property
    def render(self) -> Callable[[Outcome], bytes]:
        """What makes the content of a record: its line of the index, then the file's name and text."""
        return self._render

    def create(self, *, fresh: bool) -> Mark:
        """Make the folder and the index. Files of another run stay, unless one of the same name takes their place."""
        with named(self.path):
            self.path.mkdir(parents=True, exist_ok=True)
        return self._index.create(fresh=fresh)

    def resume(self, mark: Mark) -> None:
        """Go on with the index."""
        self._index.resume(mark)

    def write(self, contents: Sequence[bytes]) -> Mark:
        """Write the files, then their lines of the index."""
        entries = []
        for content in contents:
            line, _, rest = content.partition(b"\n")
            entries.append(line + b"\n")
            name, _, text = rest.partition(b"\n")
            path = self.path / name.decode()
            with named(path):
                if text:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    with replacing(path) as file:
                        file.write(text)
                else:
                    path.unlink(missing_ok=True)  # of a run that was killed, and had more luck with the page
        return self._index.write(entries)

    def without(self, dropped: Callable[[int], bool]) -> Mark:
        """Prepare the index; what failed has no file."""
        return self._index.without(dropped)

    def swap(self) -> None:
        """Put the index in place."""
        self._index.swap()

    def swapped(self) -> bool:
        """Tell whether the index is in place."""
        return self._index.swapped()

    def close(self) -> None:
        """Close the index."""
        self._index.close()


def piece(outcome: Outcome, *, template: str, name: str) -> bytes:
    """Return the line of the index, the name of the file, and its text, which is empty for a failure."""
    file = _name(outcome, template)
    article = outcome.article
    more = {"status": article.status.value, "title": article.title, "file": file} if article else {}
    line = one_line({**outcome.head(), **more})
    text = f"{FORMATS[name](article)}\n" if article else ""
    return f"{line}\n{file}\n{text}".encode("utf-8", "replace")


def _name(outcome: Outcome, template: str) -> str:
    item = outcome.item
    key, host = identity(item)
    last = unquote(urlsplit(item.url).path if item.url else item.input).rstrip("/").rpartition("/")[2]
    slug = last.partition(".")[0]
    return template.format(number=item.number, host=_safe(host or "files"), slug=_safe(slug or "index"), key=key.hex())


def _safe(text: str) -> str:
    """Return a part of a file's name that leads nowhere else, on any system."""
    return _UNSAFE.sub("-", text)[:_LONGEST].strip(".") or "-"
