"""Document -> Facts: every vocabulary is asked once, and each field goes to whom it trusts."""

from __future__ import annotations

from newsextract.document import Document
from newsextract.metadata import address, bylines, headings, jsonld, microdata, opengraph, standfirsts, tags, times
from newsextract.metadata.facts import Claim, Facts, Mention
from newsextract.metadata.headline import look
from newsextract.metadata.settle import settle
from newsextract.metadata.trust import DOUBTFUL

__all__ = ["SOURCES", "Claim", "Facts", "Mention", "gather"]

LAST_RESORTS = {"credits": bylines.search, "published": times.search}
"""Fields that, where nobody to be trusted speaks of them, are worth another walk through the page."""

SOURCES = (jsonld, microdata, opengraph, tags, headings, standfirsts, bylines, times, address)
"""The vocabularies; each has ``read`` and knows nothing of the others."""


def gather(document: Document) -> Facts:
    """Return what a page says of its article outside the running text.

    None and empty fields: the page does not say. ``fields`` tells for each field found its source, all that was
    offered, and how far it may be trusted. Raises nothing: what can't be read is passed over.
    """
    page = look(document)
    claims = [claim for source in SOURCES for claim in source.read(page)]
    facts = settle(claims, document.base, document.url)
    open_fields = [field for field in LAST_RESORTS if _is_open(facts, field)]
    more = [claim for field in open_fields for claim in LAST_RESORTS[field](page)]
    return settle([*claims, *more], document.base, document.url) if more else facts


def _is_open(facts: Facts, field: str) -> bool:
    info = facts.fields.get(field)
    return info is None or (info.confidence or 1.0) <= DOUBTFUL
