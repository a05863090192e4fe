"""``newsextract discover``: sites, feeds, sitemaps -> the articles that they list, on stdout; an exit code."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

import click

from newsextract.errors import NewsExtractError
from newsextract.output import Frame
from newsextract.output.inline import printable
from newsextract.output.json import one_line
from newsextract.page import Page
from newsextract.shell_options import ALLOW_PRIVATE, DELAY, OBEY_ROBOTS, USER_AGENT
from newsextract.streams import print_all, read_bytes
from newsextract.talk import exit_code, say
from newsextract.text import squeeze

if TYPE_CHECKING:
    from newsextract.discovery import Found
    from newsextract.fetch import Fetcher

_AGO = re.compile(r"([0-9]{1,5})([dh])")
_LINES = Frame(between="", after="")

EXAMPLES = """\
\b
Examples:
  newsextract discover example.com
  newsextract discover example.com --since 3d | newsextract batch - -o articles.jsonl
  newsextract discover https://example.com/feed.xml --limit 20
  newsextract discover --since 2026-10-13 https://example.com/sitemap.xml.gz > found.jsonl
  curl -s https://example.com/feed.xml | newsextract discover -

\b
Exit codes:
  0    every input had a list, be it empty or without anything new
  1    some inputs failed; stderr says which, and why
  2    wrong usage
  3    no input had a list
  74   the output could not be written
  130  interrupted
"""


def _since(context: click.Context, parameter: click.Parameter, value: str | None) -> datetime | date | timedelta | None:
    if value is None:
        return None
    if ago := _AGO.fullmatch(value):
        return timedelta(**{{"d": "days", "h": "hours"}[ago[2]]: int(ago[1])})
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise click.BadParameter("2026-10-13, 2026-10-13T06:00+02:00, 3d or 12h, please", context, parameter) from None


@click.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", metavar="SITE|FEED|SITEMAP...", nargs=-1, required=True)
@click.option(
    "--since",
    callback=_since,
    metavar="WHEN",
    help="Leave out what is older: a day, a time (UTC unless it says), 3d or 12h.",
)
@click.option("--limit", type=click.IntRange(0), metavar="N", help="How many of each input at most.")
@click.option(
    "-f",
    "--format",
    "name",
    type=click.Choice(["text", "jsonl"]),
    help="How to print them; on a terminal text, in a pipe or file jsonl, unless said otherwise.",
)
@DELAY
@ALLOW_PRIVATE
@OBEY_ROBOTS
@USER_AGENT
def discover(
    inputs: tuple[str, ...],
    since: datetime | date | timedelta | None,
    limit: int | None,
    name: str | None,
    delay: float,
    allow_private: bool,
    robots: bool,
    user_agent: str | None,
) -> int:
    """List the articles of a site: their addresses, with title and date where the site gives them.

    They come from the feeds and sitemaps that a site names, or has at the usual places; where there are none, from the
    links of its home page. An input is a host (example.com), an address, a file with a feed or sitemap, or - for one on
    standard input. Parts of a site that fail are passed over, and stderr names them.
    """
    from newsextract.discovery.entry import polite

    render = _text if (name or ("text" if sys.stdout.isatty() else "jsonl")) == "text" else _line
    failed: list[str] = []
    with polite(robots=robots, delay=delay, allow_private=allow_private, user_agent=user_agent) as fetcher:

        def texts() -> Iterator[str]:
            for given in inputs:
                try:
                    yield from map(render, _found(given, since, limit, fetcher))
                except NewsExtractError as error:
                    failed.append(given)
                    say(f"{given}: {error.reason} [{error.code}]")

        code = print_all(texts(), _LINES)
    return exit_code(len(failed), len(inputs)) if code is None else code


def _found(
    given: str, since: datetime | date | timedelta | None, limit: int | None, fetcher: Fetcher
) -> Iterator[Found]:
    from newsextract.discovery.entry import discovered
    from newsextract.discovery.unpack import MOST_BYTES

    is_file = given == "-" or (os.path.exists(given) and not os.path.isdir(given))  # noqa: PTH110, PTH112  # or a pipe
    site = Page(None, read_bytes(given, MOST_BYTES + 1)) if is_file else given
    return discovered(site, since=since, limit=limit, fetcher=fetcher, tell=lambda at, reason: say(f"{at}: {reason}"))


def _line(found: Found) -> str:
    return f"{one_line(found.to_dict())}\n"


def _text(found: Found) -> str:
    when = found.published.isoformat(" ")[:16] if isinstance(found.published, datetime) else str(found.published or "")
    return f"{when:<16}  {squeeze(printable(found.title or ''))}\n{'':<18}{printable(found.url)}\n"
