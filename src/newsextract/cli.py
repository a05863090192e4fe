"""The shell command: what it was asked -> articles on stdout, all else on stderr, an exit code."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from newsextract import __version__
from newsextract.article import Article, Status
from newsextract.document import MAX_BYTES
from newsextract.errors import InputError, NewsExtractError
from newsextract.extract import extract, extract_text, extract_url
from newsextract.output import FORMATS, Frame, frame
from newsextract.output.inline import web_url
from newsextract.shell_batch import batch, status
from newsextract.shell_options import ALLOW_PRIVATE, RETRIES, TIMEOUT, USER_AGENT
from newsextract.talk import ALL_FAILED, GOOD, INTERRUPTED, NO_OUTPUT, SOME_FAILED, say

if TYPE_CHECKING:
    from newsextract.fetch import AnyFetcher

MOST_BYTES = MAX_BYTES + 1
"""More is not read of a file: it would not pass the limit on a page."""

EXAMPLES = """\
\b
Examples:
  newsextract https://example.com/story.html
  newsextract --format markdown story.html > story.md
  newsextract *.html > stories.jsonl
  newsextract --text scraped.txt
  curl -s https://example.com/story.html | newsextract -

\b
Many pages, politely, with nothing lost when it is killed:
  newsextract batch --help
  newsextract status --help

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
    if url is not None and (len(inputs) > 1 or _is_web(inputs[0])):
        raise click.UsageError("--url says where a single FILE or - came from")
    if fetching["browser"] and (fetching["robots"] or fetching["retries"] is not None):
        raise click.UsageError("--browser knows neither --robots nor --retries")
    name = name or ("text" if sys.stdout.isatty() else "jsonl")
    with ExitStack() as stack:
        fetcher = cache(lambda: stack.enter_context(_fetcher(**fetching)))
        read = partial(_article, is_text=is_text, url=url, fetcher=fetcher)
        return _print_all(inputs, partial(_rendered, read=read, name=name), frame(name, len(inputs)))


def _print_all(inputs: tuple[str, ...], render: Callable[[str], str | None], around: Frame) -> int:
    """Print what each input gives as soon as it is there; return the exit code."""
    output = Output(around)
    failed = 0
    try:
        with output:
            for given in inputs:
                rendered = render(given)
                if rendered is None:
                    failed += 1
                else:
                    output.add(rendered)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has seen enough, as in "| head": no failure
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the exit would try to flush once more
    except OSError as error:
        say(f"the output could not be written: {error.strerror}")
        return NO_OUTPUT
    if not failed:
        return GOOD
    return ALL_FAILED if failed == len(inputs) else SOME_FAILED


class Output:
    """Standard output, which gets texts in their frame, in UTF-8 whatever the locale, and is whole when it closes."""

    def __init__(self, around: Frame) -> None:
        self._frame = around
        self._started = False
        self._stream = sys.stdout.buffer

    def __enter__(self) -> Output:
        return self

    def add(self, text: str) -> None:
        """Write one article."""
        with _undisturbed():
            self._write((self._frame.between if self._started else self._frame.before) + text)
            self._started = True

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is not None and issubclass(kind, OSError):
            return
        if not self._started:
            self._write(self._frame.before)
        if self._started or self._frame.before:
            self._write(self._frame.after)

    def _write(self, text: str) -> None:
        self._stream.write(text.encode("utf-8", "replace"))
        self._stream.flush()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Hold an interrupt back until the block is done: half an article is no output."""
    interrupts: list[int] = []
    usual = signal.signal(signal.SIGINT, lambda number, _: interrupts.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
    if interrupts:
        raise KeyboardInterrupt


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
    if not _is_web(given):
        return (extract_text if is_text else extract)(_bytes(given), url)
    if is_text:
        raise InputError("--text reads files and -, not web addresses", given)
    return extract_url(given, fetcher=fetcher())


def _is_web(given: str) -> bool:
    """Tell whether the input is an address; a file of that name would win."""
    return web_url(given) is not None and not os.path.exists(given)  # noqa: PTH110  # Path raises on a long name


def _bytes(given: str) -> bytes:
    try:
        if given == "-":
            return sys.stdin.buffer.read(MOST_BYTES) if sys.stdin else b""
        with Path(given).open("rb") as file:
            return file.read(MOST_BYTES)
    except FileNotFoundError:
        raise InputError("no such file; a web address begins with http:// or https://") from None
    except OSError as error:
        raise InputError(f"the file can't be read: {error.strerror}") from None


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
