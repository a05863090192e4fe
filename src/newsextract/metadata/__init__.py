"""Document -> Facts: what a page says of its article outside the running text."""

from __future__ import annotations

from datetime import datetime

from newsextract.document import Document
from newsextract.metadata.facts import Claim, Facts, Mention

__all__ = ["Claim", "Facts", "Mention", "gather"]


def gather(document: Document, latest: datetime | None = None) -> Facts:
    """Return what a page says of its article outside the running text.

    latest: when the page was fetched, which no date of it may be after; None means now.
    None and empty fields: the page does not say. ``fields`` tells for each field found its source, all that was
    offered, and how far it may be trusted. Raises nothing: what can't be read is passed over.
    """
    from newsextract.metadata import gathering  # at first use: its tables of names and words take a while to build

    return gathering.gather(document, latest)
