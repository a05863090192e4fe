"""``newsextract --text --input-format jsonl``: records with a scraped text in a field -> the same with its article."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsextract.errors import NewsExtractError
from newsextract.extract import extract_text
from newsextract.output import FRAMES
from newsextract.output.json import one_line
from newsextract.streams import print_all
from newsextract.talk import exit_code, say

KEY = "newsextract"
"""What is added to a record: ``error``, and where that is null the article's keys; an earlier run's is replaced."""
LONGEST_RECORD = 32_000_000
"""Characters of a line: the longest text that is read, and some for its escapes and the other fields."""


def print_records(inputs: Sequence[str], field: str) -> int:
    """Print the records of files, each with its article; return the exit code."""
    count = failed = 0

    def texts() -> Iterator[str]:
        nonlocal count, failed
        for given in inputs:
            for text, good in records(given, field):
                count += 1
                failed += not good
                if text is not None:
                    yield text

    code = print_all(texts(), FRAMES["jsonl"])
    return exit_code(failed, count) if code is None else code


def records(given: str, field: str) -> Iterator[tuple[str | None, bool]]:
    """Yield for each line of a file, or of ``-``, its record with the article added, and whether there is one.

    Constant memory, in the order of the lines; gzip is told by its first bytes. A line that is no record gets one with
    nothing but the error. None for a file that can't be read, or not to its end; then stderr has the reason.
    """
    from newsextract.batch.lines import lines  # at first use: no other command but ``batch`` needs it

    try:
        for line in lines(None if given == "-" else Path(given), LONGEST_RECORD):
            if line.text.strip():
                record = _parsed(line.text, field) if line.whole else None
                found = _told(record, field) if record is not None else _error("damaged_input", _NO_RECORD[line.whole])
                if found["error"] is not None:
                    say(f"{given}: line {line.number}: {found['error']['message']} [{found['error']['code']}]")
                yield one_line({**(record or {}), KEY: found}), found["error"] is None
    except FileNotFoundError:
        say(f"{given}: no such file [input]")
        yield None, False
    except (OSError, EOFError, zlib.error) as error:
        say(f"{given}: the file can't be read: {getattr(error, 'strerror', None) or error} [damaged_input]")
        yield None, False


_NO_RECORD: Mapping[bool, str] = {
    True: "the line is no JSON object and no string",
    False: f"the line has more than {LONGEST_RECORD:,} characters",
}


def _parsed(line: str, field: str) -> dict[str, Any] | None:
    """Return the record in a line; a string alone is a text without other fields, None is no record."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if isinstance(data, str):
        return {field: data}
    return data if isinstance(data, dict) else None


def _told(record: Mapping[str, Any], field: str) -> dict[str, Any]:
    """Return what is added to a record: its article, or why it has none."""
    text, url = record.get(field), record.get("url")
    if not isinstance(text, str):
        return _error("input", f"the record has no text in {field!r}")
    try:
        return {"error": None, **extract_text(text, url if isinstance(url, str) else None).to_dict()}
    except NewsExtractError as error:
        return _error(error.code, error.reason)
    except Exception as error:  # noqa: BLE001  # even a bug of ours in one record never stops the rest
        return _error("bug", f"a bug in newsextract, please report it with the text: {error!r}")


def _error(code: str, message: str) -> dict[str, Any]:
    return {"error": {"code": code, "message": message}}
