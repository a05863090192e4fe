"""The headline is named once: its first line goes to ``title``, every other copy is an echo."""

from __future__ import annotations

from dataclasses import replace

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.clean.headline import find_headline
from newsextract.content import Piece
from newsextract.reasons import TITLE_ECHO
from newsextract.text import bare, words

SLACK = 12  # characters that the form for comparing may have less


def settle_title(draft: Draft) -> Draft:
    """Name the headline where the metadata did not, take its first line, cut the others."""
    title = draft.facts.title or _heading(draft) or find_headline(draft)
    if title is None:
        return draft
    if draft.facts.title is None:
        draft = replace(draft, facts=replace(draft.facts, title=title))
    forms = {bare(title), *(bare(form) for form in draft.facts.titles if _is_like(form, title))}
    sizes = range(min(map(len, forms)) - SLACK, max(map(len, forms)) + SLACK)
    same = [piece for piece in draft.pieces if len(piece.text) in sizes and bare(piece.text) in forms]
    if not same:
        return draft
    exact = [piece for piece in same if bare(piece.text) == bare(title)] or same
    shown = next((piece for piece in exact if piece.level == 1), exact[0])
    echoes = {piece.at: TITLE_ECHO for piece in same if piece is not shown and not _heads_text(piece, draft)}
    return draft.take({shown.at: "title"}).cut(echoes)


def _heads_text(piece: Piece, draft: Draft) -> bool:
    """Whether a heading amid the story has the words of the headline by right: text of the story stands around it."""
    if piece.kind is not BlockKind.HEADING or piece.at in draft.cuts:
        return False
    body = list(draft.prose())
    at = next((number for number, other in enumerate(body) if other is piece), 0)
    return any(other.prose for other in body[:at]) and at + 1 < len(body) and body[at + 1].prose


def _is_like(form: str, title: str) -> bool:
    """Whether a form of the headline shares half of its words: an alternative one may be the standfirst."""
    ours, theirs = set(words(title)), set(words(form))
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _heading(draft: Draft) -> str | None:
    """Return the first h1 of a page."""
    headings = (piece for piece in draft.pieces if piece.kind is BlockKind.HEADING and piece.level == 1)
    return next((piece.text for piece in headings), None)
