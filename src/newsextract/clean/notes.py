"""Corrections, editor's notes, sign-offs and who else reported: out of the body into ``notes``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

from newsextract.article import Note, NoteKind
from newsextract.clean.draft import Draft
from newsextract.clean.matchers import names
from newsextract.clean.phrases import after, head, heads, key, table
from newsextract.content.piece import Piece
from newsextract.metadata.agencies import agency
from newsextract.reasons import UNNAMED

MAX_SIZE = 700
SIGN_OFF_SIZE = 400
FOOT = 6  # passages at the end of the body that may be notes
BELOW = 6  # passages behind it
ABOVE = 4  # and before it, below the headline
HEAD = 3  # and at its top
FEW = 2  # passages have no edges
SIGNATURE_SIZE = 24  # characters of a last line such as "(dpa/lnw)"
SOURCE_SIZE = 80
NAME_WORDS = 8
JOINER_SIZE = 3  # letters of a word between names, or of a part of one: "und", "de", "van"
STOPS = (".", "!", "?")
MOSTLY = 0.5  # of a note may be links
EDGES = "()[]（）【】 .*+"
_SIGN = re.compile(r"[(\[]\s?[^\W\d_]{2,3}(?:\s?[/,–-]\s?[^\W\d_]{2,3}){0,2}\s?[)\]]")
"""Editors' signs: "(pm/gs)"."""
_SLASHES = re.compile(r"\s?[/,]\s?")
NAMED = 0.3  # of the words after "Reporting by" have a capital, where the script has them

KINDS: dict[NoteKind, str] = {
    NoteKind.CORRECTION: "note-correction",
    NoteKind.EDITOR: "note-editor",
    NoteKind.UPDATE: "note-update",
    NoteKind.ORIGIN: "note-origin",
    NoteKind.DISCLAIMER: "note-disclaimer",
    NoteKind.SIGN_OFF: "sign-off",
}
"""Kind of note -> the file of the lexicon with its openings; the first that fits counts."""

ANYWHERE = frozenset(KINDS) - {NoteKind.SIGN_OFF}
"""Kinds that say what they are wherever they stand; a sign-off does so only at an edge of the story."""


def settle_notes(draft: Draft) -> Draft:
    """Move notes from the edges of the body, corrections and editor's notes from anywhere, to ``notes``."""
    body = list(draft.prose())
    edges = {piece.at for piece in [*body[:HEAD], *body[-FOOT:]]} if len(body) > FEW else set()
    found = {
        piece.at: Note(kind, piece.text) for piece in body if (kind := _kind(piece, piece.at in edges)) is not None
    }
    last = next((piece for piece in reversed(body) if piece.at not in found), None)
    if last is not None and len(body) > FEW and _is_signature(last.text):
        found[last.at] = Note(NoteKind.SIGN_OFF, last.text)
    found |= {piece.at: Note(kind, piece.text) for piece, kind in _around(draft, body)}
    taken = dict.fromkeys(found, "note")
    return replace(draft.take(taken), notes=(*draft.notes, *found.values())) if found else draft


def _around(draft: Draft, body: list[Piece]) -> Iterator[tuple[Piece, NoteKind]]:
    """Yield the notes right above and below the story that the model cut: what they say is not lost."""
    if len(body) <= FEW:
        return
    first, last = body[0].at, body[-1].at
    title = max((at for at, field in draft.taken.items() if field == "title" and at < first), default=first)
    for piece in [*draft.pieces[max(title, first - ABOVE) : first], *draft.pieces[last + 1 : last + 1 + BELOW]]:
        if draft.cuts.get(piece.at) == UNNAMED and piece.at not in draft.taken and piece.linked < MOSTLY:
            below = piece.at > last
            kind = NoteKind.SIGN_OFF if below and _is_signed(piece.text) else _kind(piece, below)
            if kind is not None:
                yield piece, kind


def _is_signed(text: str) -> bool:
    """Whether a line is an agency's name or the signs of editors: "(dpa/lnw)", "(pm/gs)"."""
    if len(text) > SIGNATURE_SIZE:
        return False
    return any(map(agency, _SLASHES.split(text.strip(EDGES)))) or (text.islower() and bool(_SIGN.fullmatch(text)))


def _kind(piece: Piece, at_edge: bool) -> NoteKind | None:
    """Return what kind of note a passage is, None where it is none."""
    text = piece.text
    if len(text) > MAX_SIZE:
        return None
    for kind in _kinds_by_head().get(head(text), ()):
        if at_edge or kind in ANYWHERE:
            rest = after(text, KINDS[kind])
            heading = kind is NoteKind.DISCLAIMER and not text.endswith(STOPS) and not (rest or "").strip(" :-–")
            if rest is not None and not heading and (kind is not NoteKind.SIGN_OFF or _names_people(text)):
                return kind
    told = at_edge and (_ends_as_sign_off(text) or _tells_source(text) or _tells_interviewer(text))
    return NoteKind.SIGN_OFF if told else None


@cache
def _kinds_by_head() -> Mapping[str, tuple[NoteKind, ...]]:
    """Return for the head of an opening the kinds of note that it may begin."""
    every = {first for openings in KINDS.values() for first in heads(openings)}
    return {first: tuple(kind for kind, openings in KINDS.items() if first in heads(openings)) for first in every}


def _names_people(text: str) -> bool:
    """Whether the words of a line are above all names; a script without capitals does not say."""
    words = [word.lstrip("([“\"'") for word in text.split()]
    cased = [word for word in words if word[:1].isupper() or word[:1].islower()]
    capital = sum(word[0].isupper() for word in cased)
    return len(text) <= SIGN_OFF_SIZE and (not cased or capital >= NAMED * len(cased))


def _ends_as_sign_off(text: str) -> bool:
    return len(text) <= SIGN_OFF_SIZE and names(text, "sign-off-ends") and _names_people(text)


def _tells_source(text: str) -> bool:
    """Whether a short line says where the story is from: "Quelle: dpa"."""
    label, sign, rest = text.replace("：", ":").partition(":")
    return bool(sign and rest) and len(text) <= SOURCE_SIZE and key(label) in table("source") and not text.endswith("?")


def _tells_interviewer(text: str) -> bool:
    """Whether a short line says who led the interview, and nothing more: "Das Gespräch führte Jana Roth."."""
    if len(text) > SOURCE_SIZE:
        return False
    words = (after(text, "interview-openings") or "").split()
    named = [word.strip(EDGES + ":,") for word in text.split()[-len(words) :]] if words else []
    low = [word for word in named if word[:1].islower()]
    return 0 < len(named) <= NAME_WORDS and named[0] not in low and all(len(word) <= JOINER_SIZE for word in low)


def _is_signature(text: str) -> bool:
    """Whether a last line is an agency, or a sign-off in brackets or of a few letters: "(dpa/lnw)", "tim/reuters"."""
    if len(text) > SIGNATURE_SIZE or not any(map(str.isalpha, text)):
        return False
    if text[0] in "([（【" and text.rstrip(".")[-1:] in tuple(")]）】"):
        return True
    return not text.endswith(STOPS) and (("/" in text and " " not in text) or agency(text) is not None)
