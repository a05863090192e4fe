"""Found: one article's address, and what a list says of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from newsextract import serial


class Source(StrEnum):
    """What kind of list an address stands in."""

    FEED = "feed"
    """RSS, Atom, RDF or JSON Feed."""
    NEWS_SITEMAP = "news_sitemap"
    """An entry of a sitemap that is marked as news (the schema sitemap-news/0.9)."""
    SITEMAP = "sitemap"
    """Any other entry of a sitemap; it may be no article."""
    HOME = "home"
    """A link of the page that was asked for, which looks like one to an article."""


@dataclass(frozen=True, slots=True)
class Found:
    """The address of an article, as a site lists it. What the list does not say is None.

    url: absolute, http or https, spelled as in the list. source: in what it stands, found_in: the address of that list
    or page, None for a file.
    title: without markup; of a home page the words of the link. published, modified: a date where only a day is given,
    a datetime otherwise, aware where a zone is given. published is what the list says, or else the day in the address;
    modified never stands for it.
    language: a BCP 47 tag. publication: the name of the publication that a news sitemap gives.
    """

    url: str
    source: Source
    found_in: str | None = None
    title: str | None = None
    published: datetime | date | None = None
    modified: datetime | date | None = None
    language: str | None = None
    publication: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return JSON types: every field under its name, dates in ISO 8601."""
        written: dict[str, Any] = serial.dump(self)
        return written

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Found:
        """Return what ``to_dict`` wrote; raises ValueError for anything else."""
        return serial.load(cls, data)
