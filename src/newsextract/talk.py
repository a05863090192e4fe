"""What the commands of the shell share: how they talk on stderr, and their exit codes."""

from __future__ import annotations

import click

from newsextract.output.inline import printable
from newsextract.text import squeeze

GOOD, SOME_FAILED, ALL_FAILED, NO_OUTPUT, INTERRUPTED = 0, 1, 3, 74, 130  # 2, wrong usage, is click's own


def say(message: str) -> None:
    """Say one line to people."""
    click.echo(f"newsextract: {squeeze(printable(message))}", err=True)


def tell(line: str) -> None:
    """Print one line that was asked for."""
    click.echo(line)


def exit_code(failed: int, total: int) -> int:
    """Return the exit code of a command of whose inputs so many failed."""
    if not failed:
        return GOOD
    return ALL_FAILED if failed == total else SOME_FAILED
