"""The headline is named once: its first line goes to ``title``, every other copy is an echo."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.text import bare, words

MIN_SIZE, MAX_SIZE = 12, 220
MIN_WORDS = 3
PROSE_SIZE = 100
STOPS = (".", "。", "…", "...", ":", "：", ",", ";", "।")
SLACK = 12  # characters that the form for comparing may have less
RULE = "title-echo"


def settle_title(draft: Draft) -> Draft:
    """Name the headline where the metadata did not, take its first line, cut the others."""
    title = draft.facts.title or _heading(draft) or _headline(draft)
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
    echoes = {piece.at: RULE for piece in same if piece is not shown}
    return draft.take({shown.at: "title"}).cut(echoes)


def _is_like(form: str, title: str) -> bool:
    """Whether a form of the headline shares half of its words: an alternative one may be the standfirst."""
    ours, theirs = set(words(title)), set(words(form))
    return 2 * len(ours & theirs) >= min(len(ours), len(theirs))


def _heading(draft: Draft) -> str | None:
    """Return the first h1 of a page."""
    headings = (piece for piece in draft.pieces if piece.kind is BlockKind.HEADING and piece.level == 1)
    return next((piece.text for piece in headings), None)


def _headline(draft: Draft) -> str | None:
    """Return the line above a text that is its headline: one that is repeated, else the first of the right shape."""
    above: list[Piece] = []
    for piece in draft.pieces:
        if piece.picture is not None or draft.cuts.get(piece.at, "not-story") != "not-story":
            continue
        if piece.size >= PROSE_SIZE and piece.prose and piece.text.endswith(STOPS[:4]) and piece.at not in draft.cuts:
            break
        above.append(piece)
    shaped = [piece.text for piece in above if _has_shape(piece.text)]
    counts = Counter(shaped)
    repeated = next((text for text in shaped if counts[text] > 1), None)
    return repeated or next(iter(shaped), None)


def _has_shape(text: str) -> bool:
    wide = not text.isascii() and text.count(" ") < MIN_WORDS - 1 and text[0] >= "\u2e80"
    return MIN_SIZE // (2 if wide else 1) <= len(text) <= MAX_SIZE and (wide or text.count(" ") >= MIN_WORDS - 1) and not text.endswith(STOPS)
