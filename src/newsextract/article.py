"""Article and its parts: what newsextract returns. Frozen, free of any tree, JSON-able.

Names follow schema.org (NewsArticle, ImageObject, Person) and IPTC where they have one; each field says which.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from newsextract import serial

SCHEMA_VERSION = "1"
DERIVED = ("authors", "agencies", "paragraphs", "text")


class Status(StrEnum):
    """What kind of answer the page gave; a stub is never ``OK``."""

    OK = "ok"
    PARTIAL = "partial"
    PAYWALL = "paywall"
    CONSENT = "consent"
    BLOCKED = "blocked"
    SCRIPT_ONLY = "script_only"
    LIVE = "live"
    VIDEO = "video"
    GALLERY = "gallery"
    LISTING = "listing"
    NOT_FOUND = "not_found"
    EMPTY = "empty"


class CreditKind(StrEnum):
    """Who is credited."""

    PERSON = "person"
    ORGANIZATION = "organization"
    AGENCY = "agency"
    DESK = "desk"


class CreditRole(StrEnum):
    """What a credited party did for the text."""

    AUTHOR = "author"
    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    TRANSLATOR = "translator"
    SOURCE = "source"


class ImageRole(StrEnum):
    """Where an image stands in the story."""

    LEAD = "lead"
    BODY = "body"
    GALLERY = "gallery"


class BlockKind(StrEnum):
    """What a block of the body is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE = "table"
    CODE = "code"
    EMBED = "embed"
    IMAGE = "image"


class NoteKind(StrEnum):
    """What a note beside the body says."""

    CORRECTION = "correction"
    UPDATE = "update"
    EDITOR = "editor"
    DISCLAIMER = "disclaimer"
    ORIGIN = "origin"
    SIGN_OFF = "sign_off"


PROSE = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTE, BlockKind.LIST_ITEM})
"""The kinds of block whose texts are the article's paragraphs."""

WRITTEN = PROSE | {BlockKind.HEADING, BlockKind.TABLE, BlockKind.CODE}
"""The kinds of block whose texts make ``Article.text``."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody credited for the text (schema.org author, contributor, editor; IPTC byline)."""

    name: str
    kind: CreditKind = CreditKind.PERSON
    role: CreditRole = CreditRole.AUTHOR
    raw: str | None = None
    """The words on the page, where they say more than the name."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place, and the agency if one is named, that open a report: "BEIRUT (AP) —" (schema.org dateline)."""

    place: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the story (schema.org ImageObject).

    caption (IPTC Description) holds no credit, credit (IPTC Credit Line, schema.org creditText) no "Photo:".
    """

    url: str | None = None
    caption: str | None = None
    credit: str | None = None
    alt: str | None = None
    role: ImageRole = ImageRole.BODY


@dataclass(frozen=True, slots=True)
class Link:
    """A link in a block's text: where it leads (absolute where the page's address is known) and its words."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where on the page, or in the dump, a piece was seen.

    line: 1-based line of the source; None where the parser does not say.
    path: the tags and classes that lead to it, outermost first; None in a dump.
    """

    line: int | None = None
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body, in reading order.

    text: for a table one row a line, its cells joined by a tab; for an image its alternative text.
    level: of a heading (1 to 6) or the depth of a list item (from 1); None for other kinds.
    """

    kind: BlockKind
    text: str
    level: int | None = None
    links: tuple[Link, ...] = ()
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Text beside the body that is not lost: corrections, editor's notes, sign-offs (schema.org correction)."""

    kind: NoteKind
    text: str


@dataclass(frozen=True, slots=True)
class Cut:
    """A visible piece that is not in the article: its text, the rule that cut it, and where it stood."""

    text: str
    rule: str
    place: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A value that the page offers for a field, and the source that offers it."""

    source: str
    value: str


@dataclass(frozen=True, slots=True)
class FieldInfo:
    """Where a field's value came from.

    source: json_ld, opengraph, microdata, meta, visible, url or text. confidence: how often such a value is right, 0 to
    1, or None where nobody measured it. candidates: every value that the page offers, the trusted first. reason: why
    this one was taken, in words.
    """

    source: str
    confidence: float | None = None
    candidates: tuple[Candidate, ...] = ()
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class FetchFacts:
    """How the bytes came and were read.

    status: HTTP status, None where the page was not fetched by newsextract. encoding: WHATWG name; encoding_source:
    bom, utf-8, http, meta, detector or str; replacements: characters that could not be decoded.
    """

    status: int | None = None
    encoding: str | None = None
    encoding_source: str | None = None
    replacements: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One news article. What the page does not say is None or empty, never a guess."""

    url: str | None = None
    """The address asked for."""
    final_url: str | None = None
    """The address after redirects."""
    canonical_url: str | None = None
    """The address that the page declares as its own (RFC 6596)."""
    status: Status = Status.OK
    status_reasons: tuple[str, ...] = ()
    """Why the status is not ``ok``, in words."""
    title: str | None = None
    """The visible headline without the site's name (schema.org headline)."""
    kicker: str | None = None
    """The line above the headline."""
    summary: str | None = None
    """The standfirst as the page shows it (schema.org abstract)."""
    description: str | None = None
    """The description in the page's metadata (schema.org description)."""
    byline: str | None = None
    """The byline as printed (IPTC byline)."""
    credits: tuple[Credit, ...] = ()
    """Everyone credited for the text."""
    published: datetime | date | None = None
    """When it was first published: a date where the page gives only a day (schema.org datePublished)."""
    modified: datetime | date | None = None
    """When it was last changed; never a stand-in for ``published`` (schema.org dateModified)."""
    dateline: Dateline | None = None
    """Place and agency that open the text; the paragraph keeps them (schema.org dateline)."""
    images: tuple[Image, ...] = ()
    """The story's pictures, the lead first."""
    blocks: tuple[Block, ...] = ()
    """The whole body in order (schema.org articleBody)."""
    notes: tuple[Note, ...] = ()
    """Corrections, editor's notes, sign-offs: not body, not lost."""
    section: str | None = None
    """schema.org articleSection."""
    tags: tuple[str, ...] = ()
    """schema.org keywords."""
    language: str | None = None
    """BCP 47 tag of the text (schema.org inLanguage)."""
    site_name: str | None = None
    """The publication (schema.org publisher, og:site_name)."""
    access: bool | None = None
    """schema.org isAccessibleForFree; None where the page does not say."""
    fetch: FetchFacts | None = None
    """How the bytes came and were decoded."""
    fields: Mapping[str, FieldInfo] = field(default_factory=dict)
    """For each field found: its source, its candidates, the confidence."""
    cuts: tuple[Cut, ...] = ()
    """Every visible piece that is not in the article, with the rule that cut it."""

    @property
    def authors(self) -> list[str]:
        """The persons credited as authors; the desk or organisation where no person is named, the agency last."""
        written = [credit for credit in self.credits if credit.role is CreditRole.AUTHOR]
        for kinds in (
            {CreditKind.PERSON},
            {CreditKind.DESK, CreditKind.ORGANIZATION},
            {CreditKind.AGENCY},
        ):
            if names := [credit.name for credit in written if credit.kind in kinds]:
                return list(dict.fromkeys(names))
        return []

    @property
    def agencies(self) -> list[str]:
        """The news agencies credited, in any role."""
        return list(dict.fromkeys(credit.name for credit in self.credits if credit.kind is CreditKind.AGENCY))

    @property
    def paragraphs(self) -> list[str]:
        """The texts of the body's prose: paragraphs, quotes and list items; no headings, captions or notes."""
        return [block.text for block in self.blocks if block.kind in PROSE]

    @property
    def text(self) -> str:
        """The body's words: headings, paragraphs, tables and code joined by blank lines (schema.org articleBody)."""
        return "\n\n".join(block.text for block in self.blocks if block.kind in WRITTEN)

    def to_dict(self) -> dict[str, Any]:
        """Return the article as JSON types, with ``schema_version`` and the derived fields.

        Dates are ISO 8601 strings; ``Article.from_dict`` takes it back to an equal article.
        """
        derived = {name: getattr(self, name) for name in DERIVED}
        return {"schema_version": SCHEMA_VERSION, **serial.dump(self), **derived}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """Build the article that ``to_dict`` wrote; derived fields and unknown keys are passed over.

        Raises ValueError for another ``schema_version`` or a value of the wrong form.
        """
        if data.get("schema_version") != SCHEMA_VERSION:
            raise ValueError(f"schema_version {data.get('schema_version')!r}: this version reads {SCHEMA_VERSION!r}")
        return serial.load(cls, data)
