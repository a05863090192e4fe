"""Facts: what a page says of its article outside the running text; Claim: one source saying one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from newsextract.article import Credit, CreditKind, CreditRole, Dateline, FieldInfo, Image
from newsextract.metadata.parties import Setting


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name whoever made the text, as a source has them.

    kind: what the source says they are, None where it does not say. role: what they did for the text. marked: the names
    among the words that links or elements of their own set apart.
    """

    text: str
    kind: CreditKind | None = None
    role: CreditRole = CreditRole.AUTHOR
    marked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that one source offers for one field of ``Facts``.

    value: a str as the source has it; a Mention for credits, an Image for images, a bool for access. source: a name of
    ``trust.TRUST``; what stands before its dot is a source of ``FieldInfo``.
    """

    field: str
    value: object
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the page says of the article, after the sources were weighed. None or empty: it does not say."""

    title: str | None = None
    """The headline, without the site's name."""
    titles: tuple[str, ...] = ()
    """Every form of the headline that any source offers (og:title, <title>, h1 ...): the echoes to expect."""
    kicker: str | None = None
    summary: str | None = None
    """The standfirst where markup names it (itemprop, class); the cleaning may find a better one."""
    description: str | None = None
    byline: str | None = None
    """The printed byline."""
    credits: tuple[Credit, ...] = ()
    dateline: Dateline | None = None
    """Place and agency that open the text; the cleaning reads them."""
    published: datetime | date | None = None
    modified: datetime | date | None = None
    images: tuple[Image, ...] = ()
    """What structured data says of the story's pictures (url, caption, credit)."""
    section: str | None = None
    tags: tuple[str, ...] = ()
    language: str | None = None
    site_name: str | None = None
    access: bool | None = None
    canonical_url: str | None = None
    body: str | None = None
    """articleBody of the structured data: a witness, never the body itself while the page has one."""
    kinds: frozenset[str] = frozenset()
    """schema.org types of the page's main entity and og:type."""
    setting: Setting = field(default_factory=Setting)
    """Language and names of the site: what names on this page are read by."""
    fields: Mapping[str, FieldInfo] = field(default_factory=dict)
