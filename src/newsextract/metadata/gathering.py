"""Document -> Facts: every vocabulary is asked once, and each field goes to whom it trusts."""

from __future__ import annotations

from collections.abc import Sequence, Set
from datetime import datetime

from newsextract.document import Document
from newsextract.metadata import (
    address,
    bylines,
    date_search,
    headings,
    jsonld,
    microdata,
    opengraph,
    sections,
    standfirsts,
    tags,
    times,
)
from newsextract.metadata.facts import Claim, Facts
from newsextract.metadata.headline import look
from newsextract.metadata.settle import settle
from newsextract.metadata.survey import Survey
from newsextract.metadata.trust import WEAK

__all__ = ["SOURCES", "gather"]

LAST_RESORTS = {"credits": bylines.search, "published": date_search.read}
"""Fields that, where nobody to be trusted speaks of them, are worth another walk through the page."""

SOURCES = (jsonld, microdata, opengraph, tags, headings, sections, standfirsts, bylines, times, address)
"""The vocabularies; each has ``read`` and knows nothing of the others."""


def gather(document: Document, latest: datetime | None = None) -> Facts:
    """Return what a page says of its article outside the running text.

    latest: when the page was fetched, which no date of it may be after; None means now.
    None and empty fields: the page does not say. ``fields`` tells for each field found its source, all that was
    offered, and how far it may be trusted. Raises nothing: what can't be read is passed over.
    """
    page = look(document)
    claims = [claim for source in SOURCES for claim in source.read(page)]
    spoken = {claim.field for claim in claims}
    silent = LAST_RESORTS.keys() - spoken
    claims += _searched(page, silent)
    facts = settle(claims, document.base, document.url, latest)
    more = _searched(page, {field for field in LAST_RESORTS.keys() - silent if _is_open(facts, field, claims)})
    return settle([*claims, *more], document.base, document.url, latest) if more else facts


def _searched(page: Survey, fields: Set[str]) -> list[Claim]:
    return [claim for field, search in LAST_RESORTS.items() if field in fields for claim in search(page)]


def _is_open(facts: Facts, field: str, claims: Sequence[Claim]) -> bool:
    """Whether a field is empty, or told by nobody but sources that are no better than none."""
    return field not in facts.fields or all(claim.source in WEAK for claim in claims if claim.field == field)
