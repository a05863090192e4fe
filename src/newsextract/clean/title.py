"""The headline is named once: its first line goes to ``title``, every other copy is an echo."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from newsextract.article import BlockKind
from newsextract.clean.draft import UNNAMED, Draft
from newsextract.content import Piece
from newsextract.text import bare, words

MIN_SIZE, MAX_SIZE = 12, 220
MIN_WORDS = 3
PROSE_SIZE = 100
FULL_SIZE = 60  # a line of this size is as full as headlines are
REPEATED, EARLY, MIN_WORTH = 0.5, 0.01, 0.5  # what a repeat and each place further up are worth; the least that will do
TOLD = 12  # paragraphs in which the headline's words are looked for
STEM = 6  # letters by which words are compared: endings change
HEAD = 12  # lines that stand above the text where no paragraph is found
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
    """Return the line above a text that is its headline: it speaks of what the text does, is repeated, stands first."""
    above, below = _around(draft)
    told = set(_terms(" ".join(piece.text for piece in below[:TOLD])))
    counts = Counter(piece.text for piece in above)
    shaped = [(number, piece) for number, piece in enumerate(above) if _has_shape(piece)]

    def worth(entry: tuple[int, Piece]) -> float:
        number, piece = entry
        terms = _terms(piece.text)
        about = sum(term in told for term in terms) / len(terms) if terms else 0.0
        full = min(piece.size, FULL_SIZE) / FULL_SIZE
        return about + full + REPEATED * (counts[piece.text] > 1) + EARLY * (len(above) - number)

    best = max(shaped, key=worth, default=None)
    return best[1].text if best is not None and worth(best) >= MIN_WORTH else None


def _around(draft: Draft) -> tuple[list[Piece], list[Piece]]:
    """Return the lines above the first paragraph, and the text from there on."""
    lines = [piece for piece in draft.pieces if draft.cuts.get(piece.at, UNNAMED) == UNNAMED and piece.picture is None]
    for number, piece in enumerate(lines):
        if piece.at not in draft.cuts and piece.prose and piece.size >= PROSE_SIZE and piece.text.endswith(STOPS[:4]):
            return lines[:number], [piece for piece in lines[number:] if piece.at not in draft.cuts]
    return lines[:HEAD], lines[HEAD:]


def _terms(text: str) -> list[str]:
    """Return the words that tell what a text is about; of a script without blanks, pairs of signs."""
    found = []
    for word in words(text):
        if word[0] >= "\u2e80":
            found += [word[i : i + 2] for i in range(len(word) - 1)]
        elif len(word) > 3:
            found.append(word[:STEM])
    return found


def _has_shape(piece: Piece) -> bool:
    text = piece.text
    wide = text[0] >= "\u2e80"
    long_enough = piece.size >= MIN_SIZE and (wide or text.count(" ") >= MIN_WORDS - 1)
    return long_enough and len(text) <= MAX_SIZE and not text.endswith(STOPS)
