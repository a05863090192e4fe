"""The shell command: what it was asked -> articles on stdout, all else on stderr, an exit code."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import click

from newsextract import __version__
from newsextract.article import Article, Status
from newsextract.errors import InputError, NewsExtractError
from newsextract.extract import extract, extract_text, extract_url
from newsextract.output import FORMATS, Frame, frame
from newsextract.output.inline import web_url
from newsextract.saved import MOST_BYTES, unpacked
from newsextract.shell_batch import batch, status
from newsextract.shell_discover import discover
from newsextract.shell_options import ALLOW_PRIVATE, RETRIES, TIMEOUT, USER_AGENT
from newsextract.streams import is_web, print_all, read_bytes
from newsextract.talk import INTERRUPTED, NO_OUTPUT, exit_code, say

if TYPE_CHECKING:
    from newsextract.fetch import AnyFetcher

EXAMPLES = """\
\b
Examples:
  newsextract https://example.com/story.html
  newsextract --format markdown story.html > story.md
  newsextract *.html > stories.jsonl
  newsextract --text scraped.txt
  newsextract --text --input-format jsonl --field body scraped.jsonl.gz > clean.jsonl
  curl -s https://example.com/story.html | newsextract -

\b
Many pages, politely, with nothing lost when it is killed:
  newsextract batch --help
  newsextract status --help

\b
What a site has published lately:
  newsextract discover --help

\b
Exit codes:
  0    every input gave an article
  1    some inputs failed; stderr says which, and why
  2    wrong usage
  3    no input gave an article
  74   the output could not be written
  130  interrupted
"""


class Shell(click.Group):
    """A group whose command may be left out: a first word that names none is an input of ``get``."""

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Read the arguments as those of ``get`` unless the first one names a command."""
        own = not args or args[0] not in self.commands
        make = self.commands["get"].make_context if own else super().make_context
        return make(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that the arguments were read for."""
        return super().invoke(ctx) if ctx.command is self else ctx.command.invoke(ctx)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command with these arguments, None for those of the process, and return its exit code."""
    if sys.stdout is None:  # the caller closed it: "newsextract ... >&-"
        say("standard output is closed")
        return NO_OUTPUT
    try:
        code: int = shell.main(arguments, "newsextract", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    return code


@click.group(cls=Shell)
def shell() -> None:
    """Extract articles from news pages."""


def _address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is not None and web_url(value) is None:
        raise click.BadParameter("a web address begins with http:// or https://", context, parameter)
    return value


shell.add_command(batch)
shell.add_command(discover)
shell.add_command(status)


@shell.command(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "-f",
    "--format",
    "name",
    type=click.Choice(list(FORMATS)),
    help="How to print the article; on a terminal text, in a pipe or file jsonl, unless said otherwise.",
)
@click.option("--text", "is_text", is_flag=True, help="The input is text that was scraped from a page, not HTML.")
@click.option(
    "--input-format",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help="With --text: a file is one text, or has a JSON object a line, which is printed with its article added.",
)
@click.option("--field", metavar="NAME", help="The key with the text in such objects; text if not given.")
@click.option("--url", callback=_address, metavar="ADDRESS", help="Where the page of the one FILE or - came from.")
@ALLOW_PRIVATE
@click.option("--robots", is_flag=True, help="Fetch only what the robots.txt of a site allows.")
@RETRIES
@TIMEOUT
@USER_AGENT
@click.option("--browser", is_flag=True, help="Fetch with a browser, which runs the scripts of a page.")
@click.version_option(__version__, prog_name="newsextract")
def get(inputs: tuple[str, ...], name: str | None, is_text: bool, url: str | None, **fetching: Any) -> int:
    """Print the article that a news page holds.

    That is its headline, summary, byline, dates and pictures, and the story's text without ads, menus and links to
    other stories.

    INPUT is a web address (http:// or https://), a file with the HTML of a page, or - for standard input. Several
    inputs are read one after the other, and one that fails never stops the rest.
    """
    if url is not None and (len(inputs) > 1 or is_web(inputs[0])):
        raise click.UsageError("--url says where a single FILE or - came from")
    if fetching["browser"] and (fetching["robots"] or fetching["retries"] is not None):
        raise click.UsageError("--browser knows neither --robots nor --retries")
    is_list, field = fetching.pop("input_format") == "jsonl", fetching.pop("field")
    if is_list or field is not None:
        return _print_records(inputs, field or "text", is_list and is_text, name, url)
    name = name or ("text" if sys.stdout.isatty() else "jsonl")
    with ExitStack() as stack:
        fetcher = cache(lambda: stack.enter_context(_fetcher(**fetching)))
        read = partial(_article, is_text=is_text, url=url, fetcher=fetcher)
        return _print_all(inputs, partial(_rendered, read=read, name=name), frame(name, len(inputs)))


def _print_records(inputs: tuple[str, ...], field: str, of_text: bool, name: str | None, url: str | None) -> int:
    """Print the records of files with their articles; return the exit code."""
    from newsextract.shell_dumps import print_records  # at first use: few calls are about records

    if not of_text:
        raise click.UsageError("--input-format jsonl goes with --text, and --field with both")
    if name not in (None, "jsonl") or url is not None:
        raise click.UsageError("records are printed as jsonl; their url is that of each record")
    return print_records(inputs, field)


def _print_all(inputs: tuple[str, ...], render: Callable[[str], str | None], around: Frame) -> int:
    """Print what each input gives as soon as it is there; return the exit code."""
    failed: list[str] = []

    def texts() -> Iterator[str]:
        for given in inputs:
            rendered = render(given)
            if rendered is None:
                failed.append(given)
            else:
                yield rendered

    code = print_all(texts(), around)
    return exit_code(len(failed), len(inputs)) if code is None else code


def _rendered(given: str, *, read: Callable[[str], Article], name: str) -> str | None:
    """Return an input's article in the format; None where there is none, and then stderr has the reason."""
    try:
        article = read(given)
        rendered = FORMATS[name](article)
    except NewsExtractError as error:
        say(f"{given}: {error.reason} [{error.code}]")
        return None
    except Exception as error:  # noqa: BLE001  # even a bug of ours in one input never stops the rest
        say(f"{given}: a bug in newsextract, please report it with the page: {error!r} [bug]")
        return None
    if article.status is not Status.OK and not name.startswith("json"):  # JSON says it itself
        say(f"{given}: {article.status.value}: {'; '.join(article.status_reasons)}")
    return rendered


def _article(given: str, *, is_text: bool, url: str | None, fetcher: Callable[[], AnyFetcher]) -> Article:
    if not is_web(given):
        content = read_bytes(given, MOST_BYTES)
        return extract_text(content, url) if is_text else extract(unpacked(content), url)
    if is_text:
        raise InputError("--text reads files and -, not web addresses", given)
    return extract_url(given, fetcher=fetcher())


def _fetcher(
    *, browser: bool, timeout: float | None, retries: int | None, robots: bool, **options: Any
) -> AbstractContextManager[AnyFetcher]:
    """Return one fetcher for all addresses, and only when the first one comes: fetching is slow to import."""
    from newsextract.fetch import Fetcher, Limits

    if timeout is not None:
        options["limits"] = Limits(total=timeout)
    if browser:
        from newsextract.fetch.browser import BrowserFetcher

        return BrowserFetcher(**options)
    if retries is not None:
        options["retries"] = retries
    return Fetcher(robots=robots, **options)


if __name__ == "__main__":
    sys.exit(main())
