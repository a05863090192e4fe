"""Fetch -> a fetch that obeys robots.txt (RFC 9309); the grammar is protego's."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from itertools import islice
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from newsextract.errors import FetchError
from newsextract.fetch.clock import Clock
from newsextract.fetch.hop import Hop

if TYPE_CHECKING:
    from protego import Protego

    from newsextract.fetch import Fetch

MOST_BYTES = 512_000
"""Section 2.5: at least 500 KiB are read; of more, the start."""
MOST_REDIRECTS = 5
MOST_SITEMAPS = 1_000
GOOD_FOR = 86_400.0
"""Section 2.4: a day."""
UNREADABLE_FOR = 60.0
MOST_ORIGINS = 1_000
MOST_CHARACTERS = 2_000_000
"""Of all files that are kept together: as rules they take some 25 times as much memory."""

_PRODUCT = re.compile(r"[A-Za-z_-]+")  # section 2.2.1
_COMPATIBLE = re.compile(r"compatible; {0,9}([A-Za-z_-]+)")
_LINE_ENDS = re.compile(r"\r\n|\r|\n")
_AGENT_LINES = {"user-agent", "useragent", "user agent"}
_NOBODY = "?"
_TOO_MANY_REQUESTS = 429


@dataclass(frozen=True, slots=True)
class _Rules:
    """A robots.txt as it was read.

    until: the time up to which it counts, by the Clock. file: what it allows, None for everything. size: its length in
    characters. unreadable: why it could not be read, None where it was.
    """

    until: float
    file: Protego | None = None
    size: int = 0
    unreadable: FetchError | None = None


class Robots:
    """What the robots.txt of each origin allows one robot. Threads may share it."""

    def __init__(self, user_agent: str, clock: Clock) -> None:
        """Take the User-Agent of the robot; its product token is what a robots.txt calls it by."""
        self._token = product_token(user_agent)
        self._clock = clock
        self._known: OrderedDict[str, _Rules] = OrderedDict()
        self._lock = Lock()

    def check(self, hop: Hop, fetch: Fetch) -> float | None:
        """Return the Crawl-delay for the origin of a hop, in seconds, None where it names none.

        fetch: gets a robots.txt, or the start of it, whatever its content type. Raises FetchError ``robots`` for an
        address that is not allowed, and, retriable, where robots.txt could not be read although the server answered.
        Where no server answered, the error is the one that robots.txt failed with.
        """
        rules = self._rules(hop, fetch)
        if rules.unreadable:
            raise self._unreadable(hop, rules, rules.unreadable)
        if rules.file is None:
            return None
        if not rules.file.can_fetch(hop.url, self._token):
            raise hop.error("robots", f"robots.txt does not allow {self._token} to ask for it", attempts=0)
        delay: float | None = rules.file.crawl_delay(self._token)
        return delay

    def sitemaps(self, hop: Hop, fetch: Fetch) -> tuple[str, ...]:
        """Return the sitemaps that the robots.txt of a hop's origin names, as they stand there.

        fetch: as above. A file that could not be read names none. Raises FetchError where no server answered.
        """
        rules = self._rules(hop, fetch)
        return tuple(islice(rules.file.sitemaps, MOST_SITEMAPS)) if rules.file else ()

    def _rules(self, hop: Hop, fetch: Fetch) -> _Rules:
        address = urlsplit(hop.url)._replace(path="/robots.txt", query="").geturl()
        now = self._clock.now()
        with self._lock:
            known = self._known.get(address)
            if known and known.until > now:
                self._known.move_to_end(address)
                return known
        rules = self._read(hop, address, fetch)
        with self._lock:
            self._known[address] = rules
            self._known.move_to_end(address)
            size = sum(known.size for known in self._known.values())
            while len(self._known) > MOST_ORIGINS or (size > MOST_CHARACTERS and len(self._known) > 1):
                size -= self._known.popitem(last=False)[1].size
        return rules

    def _read(self, hop: Hop, address: str, fetch: Fetch) -> _Rules:
        """Read a robots.txt (section 2.3.1)."""
        from protego import Protego  # for those who ask for it

        try:
            body = fetch(address).body
        except FetchError as error:
            now = self._clock.now()
            if error.status is None and error.code != "redirects":
                raise error.for_url(hop.asked) from error
            missing = error.code == "redirects" or error.status in range(300, 500)
            if missing and error.status != _TOO_MANY_REQUESTS:  # that is no word about the file
                return _Rules(now + GOOD_FOR)
            return _Rules(now + UNREADABLE_FOR, unreadable=error.for_url(address))
        if len(body) == MOST_BYTES:
            body = body[: body.rfind(b"\n") + 1]  # half a line may mean "Disallow: /"
        text = _readdressed(body.decode("utf-8-sig", "replace"), self._token)
        return _Rules(self._clock.now() + GOOD_FOR, Protego.parse(text), len(text))

    def _unreadable(self, hop: Hop, rules: _Rules, error: FetchError) -> FetchError:
        return FetchError(
            f"robots.txt could not be read, and nothing is allowed until it is: {error.reason}",
            hop.asked,
            code="robots",
            hop=error.hop,
            status=error.status,
            retriable=True,
            retry_after=rules.until - self._clock.now(),
            attempts=0,
        )


def product_token(user_agent: str) -> str:
    """Return the name that robots.txt knows a robot by (section 2.2.1).

    >>> product_token("Mozilla/5.0 (compatible; harbour-archive/2; +mailto:desk@example.org)")
    'harbour-archive'
    """
    found = _COMPATIBLE.search(user_agent) or _PRODUCT.search(user_agent)
    return found.group(found.lastindex or 0) if found else "*"


def _readdressed(text: str, token: str) -> str:
    """Return a robots.txt whose groups are for this robot, for all, or for none.

    protego takes "User-agent: news" for newsextract, and "newsextract/2" for another; section 2.2.1 compares whole
    tokens, and a robot's own group makes it deaf to the one for all.
    """
    return "\n".join(_readdressed_line(line, token) for line in _LINE_ENDS.split(text))


def _readdressed_line(line: str, token: str) -> str:
    field, colon, value = line.partition(":")
    if not colon or field.strip().lower() not in _AGENT_LINES:
        return line
    value = value.strip()
    named = _PRODUCT.match(value)
    if named:
        return f"User-agent: {token if named.group().lower() == token.lower() else _NOBODY}"
    return f"User-agent: {'*' if value[:1] == '*' else _NOBODY}"
