"""Item: one input of a batch, and where its page is to be had; Failure: why it gives none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from newsextract.errors import NewsExtractError


class Kind(StrEnum):
    """Where the bytes of a page are."""

    WEB = "web"
    """At an address: they must be fetched."""
    FILE = "file"
    """In a file of their own."""
    WARC = "warc"
    """In a record of a WARC archive."""
    PARQUET = "parquet"
    """In a row of a Parquet file."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an input gave no article: the code that a batch counts by, a sentence, and whether to try again."""

    code: str
    """The ``code`` of the error (``newsextract.errors``), or one of ``outcome.OWN_CODES``."""
    message: str
    status: int | None = None
    """The HTTP status, None where no answer came or none was asked for."""
    retriable: bool = False
    """Whether a later try may succeed."""

    @classmethod
    def of(cls, error: Exception) -> Failure:
        """Return the failure that an error means; one that newsextract did not raise on purpose is a ``bug``."""
        if not isinstance(error, NewsExtractError):
            return cls("bug", f"a bug in newsextract, please report it with the page: {error!r}")
        status, retriable = getattr(error, "status", None), getattr(error, "retriable", False)
        return cls(error.code, error.reason, status, retriable)


@dataclass(frozen=True, slots=True)
class Item:
    """One input: an address to fetch, a file, a record of an archive, a row of a table, or a line that is none.

    Small and free of any handle, so that workers in other processes get it in place of the page.
    """

    input: str
    """As it was given: the line, the name of the file, ``archive#offset``, ``table#row``."""
    url: str | None
    """The address of the page; None where nobody knows it."""
    kind: Kind = Kind.WEB
    source: str | None = None
    """The name of the list, folder, archive or table that it stands in; None where it was given by itself."""
    line: int | None = None
    """Its line in a list, 1-based; None elsewhere."""
    path: str | None = None
    """The file with its bytes, absolute; None for an address."""
    at: int | None = None
    """Of a record its byte offset in the file, of a row its number from 0."""
    refusal: Failure | None = None
    """Why it is no page to be had; None where nothing speaks against it."""
    number: int = 0
    """From 1, in the order of the inputs; 0 before a journal has taken it."""
    host: str = ""
    """Whom a fetch asks, as the rules of conduct count; empty where nobody is asked, and before a journal took it."""
    attempts: int = 0
    """How often it was tried in vain."""
