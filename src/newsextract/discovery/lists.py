"""A body -> the entries of the list that it is, whatever its kind; or the sitemaps that an index names."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from newsextract.discovery import feed, json_feed, sitemap
from newsextract.discovery.found import Found
from newsextract.discovery.kinds import Kind, kind_of
from newsextract.discovery.sitemap import Listed
from newsextract.discovery.unpack import unpacked
from newsextract.document import decode
from newsextract.errors import InputError
from newsextract.page import Page

MOST_FEED = 20_000_000
"""Bytes of a feed that are read; the standard has no such number."""
_HEAD = 65_536


class List:
    """A list as it came; or what turns out to be none (``Kind.OTHER``).

    kind: told by its content. address: its own, after redirects, None for a file.
    """

    def __init__(self, page: Page) -> None:
        """Look at the beginning of a body; raises DamagedInputError where not even that can be unpacked."""
        self.address = page.final_url or page.url
        self._type = page.header("content-type")
        self._rest = unpacked(page.body)
        self._head = b""
        try:
            while len(self._head) < _HEAD and (chunk := next(self._rest, b"")):
                self._head += chunk
        except InputError as error:
            if not self._head:
                raise
            self._rest = _failing(error)
        self.kind = kind_of(self._head)

    @property
    def is_sitemap(self) -> bool:
        """Whether it may name addresses of its own site alone."""
        return self.kind in (Kind.URLS, Kind.TEXT)

    def entries(self) -> Iterator[Found]:
        """Yield what it lists, in its order; once.

        Raises InputError, or a kind of it, where it is broken: behind what could be read.
        """
        if self.kind is Kind.URLS:
            yield from sitemap.entries(self._chunks(), self.address)
        elif self.kind is Kind.TEXT:
            yield from sitemap.lines(self._chunks(), self.address)
        elif self.kind is Kind.FEED:
            markup = decode(self._body(), self._type, self.address).utf8
            yield from feed.entries(unpacked(markup), self.address)
        elif self.kind is Kind.JSON:
            yield from json_feed.entries(self._body(), self.address)
        else:
            raise InputError("it is neither a feed nor a sitemap")

    def sitemaps(self) -> Iterator[Listed]:
        """Yield the sitemaps that an index names, in its order; raises as ``entries`` does."""
        return sitemap.sitemaps(self._chunks())

    def _chunks(self) -> Iterator[bytes]:
        return chain((self._head,), self._rest)

    def _body(self) -> bytes:
        body = bytearray()
        for chunk in self._chunks():
            body += chunk[: MOST_FEED - len(body)]
        return bytes(body)


def _failing(error: InputError) -> Iterator[bytes]:
    """Fail, as the rest of a body does whose beginning is sound."""
    raise error
    yield b""
