"""Result -> what it means, in a sentence's part: statuses of articles, and codes of failures."""

from __future__ import annotations

from newsextract.article import Status
from newsextract.batch.outcome import OWN_CODES
from newsextract.errors import FETCH_CODES, INPUT_CODES

STATUSES = {
    Status.OK: "an article, as far as one can tell all of it",
    Status.PARTIAL: "an article of which a part is missing",
    Status.PAYWALL: "the beginning of an article that must be paid for",
    Status.CONSENT: "a question for consent in place of the article",
    Status.BLOCKED: "a refusal: a check for robots, a block by country",
    Status.SCRIPT_ONLY: "an article that only appears when scripts run",
    Status.LIVE: "a live blog",
    Status.VIDEO: "a video with a few lines",
    Status.GALLERY: "a picture gallery with a few lines",
    Status.LISTING: "a front page, a section or a list of links",
    Status.NOT_FOUND: "the message that there is no such page, or that the server failed",
    Status.EMPTY: "nothing that reads as part of a story",
}

_CODES = (INPUT_CODES, FETCH_CODES, OWN_CODES)


def of_status(status: str) -> str | None:
    """Return what a status says of a page; None for one that this version does not know."""
    return {each.value: meaning for each, meaning in STATUSES.items()}.get(status)


def of_code(code: str) -> str | None:
    """Return what a code says of a failure; None for one that this version does not know."""
    told = [codes[code] for codes in _CODES if code in codes]
    return "; or ".join(told) or None
