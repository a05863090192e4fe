"""Outcome: what one input gave, an article or a failure; as a record, the same keys for both."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from newsextract import serial
from newsextract.article import Article
from newsextract.batch.item import Failure, Item
from newsextract.urls import without_login

OWN_CODES = {
    "bug": "an error that newsextract did not raise on purpose",
    "extraction_timeout": "the extraction took longer than a page may",
    "extraction_memory": "the extraction wanted more memory than a page may have",
    "extraction_crashed": "the process that extracted the page died of it",
}
"""Codes of a failure that no error of ``newsextract.errors`` has."""

MOST_OF_MESSAGE = 300
"""Characters of a failure's message that the state keeps; the output has all of it."""

HEAD = ("number", "input", "source", "line", "url", "attempts", "error")
"""The keys that every record begins with, in this order."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an input gave: exactly one of ``article`` and ``error``."""

    item: Item
    article: Article | None = None
    error: Failure | None = None
    attempts: int = 1
    """How often the page was asked for, or read; 0 for an input that is no page to be had."""

    def __post_init__(self) -> None:
        if (self.article is None) == (self.error is None):
            raise ValueError("an outcome has either an article or an error")

    @property
    def url(self) -> str | None:
        """The address of the page, without a login; None where nobody knows it."""
        url = self.item.url or (self.article.url if self.article else None)
        return without_login(url) if url else None

    @property
    def result(self) -> str:
        """The article's status, or the error's code: what a summary counts by."""
        return self.error.code if self.error else self.article.status.value if self.article else ""

    def head(self) -> dict[str, Any]:
        """Return the keys that a record begins with: ``HEAD``."""
        item = self.item
        error = serial.dump(self.error) if self.error else None
        values = (item.number, item.input, item.source, item.line, self.url, self.attempts, error)
        return dict(zip(HEAD, values, strict=True))

    def to_dict(self) -> dict[str, Any]:
        """Return the record, as JSON types: the keys of ``HEAD``, then those of the article, if there is one.

        ``Article.from_dict`` reads the record of an article.
        """
        head = self.head()
        return {**head, **self.article.to_dict(), "url": self.url} if self.article else head


@dataclass(frozen=True, slots=True)
class Record:
    """An outcome as the output takes it; workers may make it, and it is all that the store needs.

    language: that of the article. message: why there is none, the first ``MOST_OF_MESSAGE`` characters.
    """

    number: int
    failed: bool
    result: str
    attempts: int
    content: bytes
    language: str | None = None
    message: str | None = None


def recorded(outcome: Outcome, render: Callable[[Outcome], bytes]) -> Record:
    """Return the record of an outcome, rendered by the ``render`` of an output."""
    article, error = outcome.article, outcome.error
    language = article.language if article else None
    message = error.message[:MOST_OF_MESSAGE] if error else None
    content = render(outcome)
    return Record(outcome.item.number, error is not None, outcome.result, outcome.attempts, content, language, message)
