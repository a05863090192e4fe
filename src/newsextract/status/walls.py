"""Articles that are shown in part: a wall below the lead, text that only the structured data have."""

from __future__ import annotations

from collections.abc import Iterator

from newsextract.clean.matchers import names
from newsextract.content import Piece
from newsextract.status.view import View, leads
from newsextract.text import words

STUB_SIZE = 1200
STUB_PARAGRAPHS = 3
STUB_PARAGRAPH_SIZE = 2000
LINES_SIZE = 400
BELOW = 12  # passages below a stub in which its wall stands
BELOW_MORE = 3  # the same where much is shown
ABOVE = 4  # passages above it where a label may stand
OFFER_SIZE = 400
LABEL_SIZE = 60
MORE, MISSING, MISSING_SHARE = 1.3, 500, 0.25
LINE_SIZE = 150
PAGE_SIZE = 10_000  # characters of markup of a page that was made for more than a line
OTHERS = "other-stories"
OFFER = "subscription"
"""The rule of the cleaning for lines that offer a subscription or a login."""


def is_stub(view: View) -> bool:
    """Whether the body is no more than a lead."""
    few = len(view.story) <= STUB_PARAGRAPHS and view.size < STUB_PARAGRAPH_SIZE
    return few or view.size < STUB_SIZE


def is_walled_stub(view: View) -> bool:
    """Whether a lead is shown, and by it the words of a wall."""
    if view.draft.facts.access is True or not is_stub(view):
        return False
    return any(_is_wall(piece) for piece in _near(view, BELOW)) or any(walls_in_body(view)) or _is_labelled(view)


def is_offered_stub(view: View) -> bool:
    """Whether the page is not free, and a lead is followed by an offer or by a place that is called a wall."""
    if view.draft.facts.access is not False or not is_stub(view):
        return False
    own = view.story[-1].marks if view.story else frozenset()
    return any(
        view.draft.cuts.get(piece.at) == OFFER or ("wall" in piece.marks and "wall" not in own)
        for piece in _near(view, BELOW)
    )


def is_closed(view: View) -> bool:
    """Whether the page is not free and shows only lines, which are not all that its structured data have."""
    facts = view.draft.facts
    if facts.access is not False or view.size >= LINES_SIZE:
        return False
    return not view.story or not facts.body or len(facts.body) > view.size * MORE


def is_cut_off(view: View) -> bool:
    """Whether an article of some length ends at a wall."""
    facts = view.draft.facts
    if facts.access is True or is_stub(view):
        return False
    near = _near(view, BELOW if facts.access is False else BELOW_MORE)
    return any(_is_wall(piece) for piece in near)


def is_missing_text(view: View) -> bool:
    """Whether the structured data have much text that stands nowhere on the page."""
    told = view.draft.facts.body
    if not told or len(told) < view.size * MORE or len(told) < view.size + MISSING:
        return False
    wanted = _triples(told)
    return len(wanted - _triples("\n".join(piece.text for piece in view.texts))) >= MISSING_SHARE * len(wanted)


def is_one_line(view: View) -> bool:
    """Whether a page of the usual weight shows one line of text."""
    return len(view.story) == 1 and view.size < LINE_SIZE and len(view.answer.markup) >= PAGE_SIZE


def walls_in_body(view: View) -> Iterator[Piece]:
    """Yield the last passages of the body that are words of a wall."""
    for piece in reversed(view.body[-BELOW_MORE:]):
        if piece.size > LINE_SIZE or not _is_wall(piece):
            return
        yield piece


def _near(view: View, many: int) -> Iterator[Piece]:
    """Yield the first passages below the body, up to where other stories begin.

    A short line right above a linked headline is its label: that other story is for subscribers.
    """
    below = [piece for piece in view.after if not _is_elsewhere(piece)]
    for number, piece in enumerate(below[:many], 1):
        labels = piece.size <= LABEL_SIZE and any(map(_leads, below[number : number + 1]))
        if labels or _leads(piece) or view.draft.cuts.get(piece.at) == OTHERS:
            return
        yield piece


def _leads(piece: Piece) -> bool:
    """Whether a passage is the linked headline of another story, not a wall's button."""
    return leads(piece) and (piece.size > LABEL_SIZE or not _is_wall(piece)) and "wall" not in piece.marks


def _is_elsewhere(piece: Piece) -> bool:
    """Whether a passage is a menu, or about comments."""
    return "comments" in piece.marks or piece.tag in ("nav", "footer") or "tag-footer" in piece.marks


def _is_wall(piece: Piece) -> bool:
    return len(piece.text) <= OFFER_SIZE and names(piece.text, "page-wall")


def _is_labelled(view: View) -> bool:
    """Whether a label by the headline says that the story is for subscribers."""
    first = view.story[0].at if view.story else 0
    titles = [piece.at for piece in view.texts if view.draft.taken.get(piece.at) == "title" and piece.at < first]
    start = max(titles, default=first) - ABOVE
    return any(
        len(piece.text) <= LABEL_SIZE and piece.linked == 0 and names(piece.text, "page-wall")
        for piece in view.texts
        if start <= piece.at < first
    )


def _triples(text: str) -> set[tuple[str, str, str]]:
    """Return the sequences of three words in a text: other markup and order change few of them."""
    found = words(text)
    return set(zip(found, found[1:], found[2:], strict=False))
