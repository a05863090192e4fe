"""What a standfirst is not: told by its own words and by what markup calls its place."""

from __future__ import annotations

from newsextract.article import BlockKind
from newsextract.clean.chrome import drop_chrome
from newsextract.clean.credits import split_credit
from newsextract.clean.draft import Draft
from newsextract.clean.heads import BY, is_date
from newsextract.clean.labels import drop_labels
from newsextract.clean.matchers import SENTENCE_ENDS
from newsextract.content import Piece
from newsextract.metadata.dates import read
from newsextract.metadata.facts import Facts
from newsextract.text import bare

BOXES = frozenset({"newsletter", "form"})
"""Marks of places whose own text asks the reader for something."""
LOOSE = frozenset({"teaser", "follow"})
LINE_SIZE, LIST_SIZE = 160, 25
DATED_SIZE, SHORT_TITLE = 60, 20
_SIGNS = frozenset("©{}")
"""Signs of a picture's credit and of a script."""
OTHER_LETTERS = 12
"""How many letters a line that names the makers has besides their names."""


def is_standfirst(piece: Piece, facts: Facts) -> bool:
    """Whether a passage that stands where standfirsts do is none of a byline, a date, a caption, an author's portrait,
    a form, an offer, a label, or the announcement of what follows."""
    text = piece.text
    if text.endswith((":", "：")) or _is_credit(text) or not _SIGNS.isdisjoint(text):
        return False
    if _is_made_by(piece, facts) or _is_portrait(piece, facts) or _is_dated(piece) or _repeats(text, facts.title):
        return False
    if piece.own & BOXES and piece.own.isdisjoint({"body", "story", "standfirst"}):
        return False
    return len(text) > LINE_SIZE or not _is_noise(piece)


def are_points(pieces: list[Piece]) -> bool:
    """Whether items of a list say something each; tags, names and measures are shorter than key points."""
    items = [len(piece.text) for piece in pieces if piece.kind is BlockKind.LIST_ITEM]
    return not items or sum(items) >= LIST_SIZE * len(items)


def _is_noise(piece: Piece) -> bool:
    """Whether a rule names a line; a link or "Follow" is not enough where markup calls it a standfirst."""
    named = set(drop_chrome(drop_labels(Draft((piece._replace(at=0),)))).cuts.values())
    return bool(named - LOOSE if "standfirst" in piece.own else named)


def _is_credit(text: str) -> bool:
    """Whether a line names a picture's maker and has no words of a caption but its label."""
    caption, credit = split_credit(text)
    return credit is not None and len(caption or "") <= OTHER_LETTERS


def _is_made_by(piece: Piece, facts: Facts) -> bool:
    """Whether a line names who made the text: it is the byline, or begins as one, or has little besides the names."""
    line = bare(piece.text)
    names = [name for credit in facts.credits if (name := bare(credit.name)) and name in line]
    if line == bare(facts.byline or "") or (line.startswith(BY) and (names or "byline" in piece.own)):
        return True
    for name in names:
        line = line.replace(name, "")
    return bool(names) and sum(map(str.isalpha, line)) <= OTHER_LETTERS


def _is_portrait(piece: Piece, facts: Facts) -> bool:
    """Whether a passage tells of the author: markup says so, or it stands by the byline and begins with the name."""
    if "bio" in piece.own:
        return True
    called = (credit.name.split()[0] for credit in facts.credits if credit.name.strip())
    return "byline" in piece.marks and piece.text.startswith(tuple(f"{name} " for name in called))


def _repeats(text: str, title: str | None) -> bool:
    """Whether a line has little besides the headline: a path of the site ends so."""
    return (
        title is not None
        and len(title) >= SHORT_TITLE
        and len(text) - len(title) < LINE_SIZE / 2
        and bare(title) in bare(text)
    )


def _is_dated(piece: Piece) -> bool:
    """Whether a line tells when: as lines of dates do, or it is short, no sentence, and names a day."""
    short = len(piece.text) <= DATED_SIZE and not piece.text.endswith(SENTENCE_ENDS)
    return is_date(piece, bare(piece.text)) or (short and read(piece.text) is not None)
