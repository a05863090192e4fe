"""Document -> Facts: every vocabulary is asked once, and each field goes to whom it trusts."""

from __future__ import annotations

from newsextract.document import Document
from newsextract.metadata import address, bylines, headings, jsonld, microdata, opengraph, tags, times
from newsextract.metadata.facts import Claim, Facts, Mention
from newsextract.metadata.headline import look
from newsextract.metadata.settle import settle

__all__ = ["SOURCES", "Claim", "Facts", "Mention", "gather"]

LAST_RESORTS = {"credits": bylines.search, "published": times.search}
"""Fields that, where nobody speaks of them, are worth another walk through the page."""

SOURCES = (jsonld, microdata, opengraph, tags, headings, bylines, times, address)
"""The vocabularies; each has ``read`` and knows nothing of the others."""


def gather(document: Document) -> Facts:
    """Return what a page says of its article outside the running text.

    None and empty fields: the page does not say. ``fields`` tells for each field found its source, all that was
    offered, and how far it may be trusted. Raises nothing: what can't be read is passed over.
    """
    page = look(document)
    claims = [claim for source in SOURCES for claim in source.read(page)]
    facts = settle(claims, document.base, document.url)
    more = [claim for field, search in LAST_RESORTS.items() if not getattr(facts, field) for claim in search(page)]
    return settle([*claims, *more], document.base, document.url) if more else facts
