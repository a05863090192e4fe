"""Options that several commands of the shell have: how pages are fetched."""

from __future__ import annotations

import click

from newsextract.fetch import is_sendable
from newsextract.fetch.limits import LONGEST


def header(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Check a value that is to be sent as a header."""
    if value is not None and not is_sendable(value):
        raise click.BadParameter("printable ASCII, please", context, parameter)
    return value


ALLOW_PRIVATE = click.option(
    "--allow-private", is_flag=True, help="Fetch from hosts that are not public, too: localhost, say."
)
RETRIES = click.option("--retries", type=click.IntRange(0), metavar="N", help="How often to try again; 2 unless given.")
TIMEOUT = click.option(
    "--timeout",
    type=click.FloatRange(0, LONGEST, min_open=True),
    metavar="SECONDS",
    help="How long the fetch of a page may take; 30 unless given.",
)
USER_AGENT = click.option("--user-agent", callback=header, metavar="NAME", help="What to call oneself to web servers.")
DELAY = click.option(
    "--delay",
    type=click.FloatRange(0, LONGEST),
    default=1.0,
    show_default=True,
    metavar="SECONDS",
    help="The pause between two requests to a host.",
)
OBEY_ROBOTS = click.option(
    "--robots/--no-robots", default=True, show_default=True, help="Obey the robots.txt of each site."
)
