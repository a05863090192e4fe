"""When the story came out and was changed, from the lines around it: for a text that brings no metadata."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.metadata import moments
from newsextract.metadata.date_words import dated
from newsextract.metadata.evidence import retold
from newsextract.metadata.facts import Claim

SOURCE = "text"
MAX_SIZE = 90
MAX_LETTERS, MAX_IN_SENTENCE = 45, 30
STOPS = (".", "!", "?")
ABOVE, BELOW = 4, 3
"""How many passages above the headline, and below the first and the last of the story, may be its date."""


def settle_days(draft: Draft) -> Draft:
    """Read the lines at the top of a dump's story, then those below it; of a page the metadata has said all."""
    if draft.facts.published is not None or any(piece.place and piece.place.path for piece in draft.pieces[:1]):
        return draft
    facts = draft.facts
    claims = [claim for piece in _around(draft) for claim in _claims(piece)]
    for field in ("published", "modified"):
        offers = moments.read([claim for claim in claims if claim.field == field], draft.facts.language)
        if offers and getattr(facts, field) is None:
            facts = retold(facts, field, offers[0][1], SOURCE)
    return replace(draft, facts=facts)


def _around(draft: Draft) -> Iterator[Piece]:
    """Yield the passages from the headline into the story, those above it, those below the story."""
    body = [piece.at for piece in draft.prose()]
    if not body:
        return
    first = min((at for at, field in draft.taken.items() if field == "title" and at < body[0]), default=body[0])
    top, foot = range(first, body[0] + BELOW), range(max(body[-1] - 1, body[0] + BELOW), body[-1] + 1 + BELOW)
    above = range(first - 1, max(0, first - ABOVE) - 1, -1)
    yield from (draft.pieces[at] for at in (*top, *above, *foot) if at < len(draft.pieces))


def _claims(piece: Piece) -> Iterator[Claim]:
    """Yield what a short line with a day in it says."""
    text = piece.text
    if piece.picture is not None or piece.kind is BlockKind.TABLE or not 6 <= len(text) <= MAX_SIZE:
        return
    most = MAX_IN_SENTENCE if text.endswith(STOPS) else MAX_LETTERS
    if sum(map(str.isdigit, text)) > 2 and sum(map(str.isalpha, text)) <= most:
        yield from dated(text, text, 0, SOURCE)
