"""The standfirst leaves the body: what was judged to be one, and the first paragraph cut short above itself."""

from __future__ import annotations

from dataclasses import replace

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.clean.standfirst import are_points, is_standfirst
from newsextract.content import Piece
from newsextract.content import lines as plain_lines
from newsextract.reasons import POINTS_LABEL, UNNAMED
from newsextract.text import bare, fold

ELLIPSES = ("…", "...", "[…]", "[...]")
STUB_SIZE = 25
SHORTEST, LINE = 20, 40
SLACK = 4
HEAD = 6  # passages at the top of the body among which a standfirst is looked for


def settle_summary(draft: Draft) -> Draft:
    """Take the standfirst and the key points above the story; a stub of the first paragraph is one too."""
    stub = _stub(draft)
    above = [piece for piece in draft.pieces if piece.at in draft.standfirst and piece.at not in draft.taken]
    if stub is not None and stub not in above:
        above.append(stub)
    told = [piece for piece in above if is_standfirst(piece, draft.facts)] if are_points(above) else []
    draft = draft.cut({piece.at: UNNAMED for piece in above if piece not in told})
    if told:
        return _take(draft, told)
    draft = _told(draft)
    left = _left(draft) if draft.facts.summary is None else None
    return _take(draft, [left]) if left is not None else draft


def _told(draft: Draft) -> Draft:
    """Return the draft with what the metadata call the standfirst, less the lines that are something else."""
    if draft.facts.summary is None:
        return draft
    lines = [line for line in draft.facts.summary.split("\n") if len(line) >= SHORTEST and _stands(line, draft)]
    left = "\n".join(dict.fromkeys(lines))
    summary = left if 2 * len(left) > len(draft.facts.summary) else None
    return replace(draft, facts=replace(draft.facts, summary=summary))


def _showing(line: str, draft: Draft) -> list[Piece]:
    """Return the pieces that show a line and no more."""
    sizes, form = range(len(line) - SLACK, len(line) + SLACK), bare(line)
    return [piece for piece in draft.pieces if len(piece.text) in sizes and bare(piece.text) == form]


def _left(draft: Draft) -> Piece | None:
    """Return the line between headline and story that markup calls a standfirst, or that describes the page."""
    first = next((piece.at for piece in draft.prose()), 0)
    title = max((at for at, field in draft.taken.items() if field == "title" and at < first), default=first)
    described = bare(draft.facts.description or "")
    for piece in draft.pieces[title:first]:
        if piece.picture is None and draft.cuts.get(piece.at) == UNNAMED and len(piece.text) >= STUB_SIZE:
            named = ("standfirst" in piece.own and len(piece.text) >= LINE) or bare(piece.text) == described
            if named and is_standfirst(piece, draft.facts):
                return piece
    return None


def _stands(line: str, draft: Draft) -> bool:
    """Whether a line is a standfirst where the page shows it: what stands in the story alone is a paragraph of it."""
    shown = _showing(line, draft)
    body = [piece for piece in shown if piece.at not in draft.cuts and piece.at not in draft.taken]
    if shown and all(draft.cuts.get(piece.at, UNNAMED) != UNNAMED for piece in shown):
        return False
    if body and (len(body) == len(shown) or not any(piece.own & {"standfirst"} for piece in body)):
        return False
    return any(is_standfirst(piece, draft.facts) for piece in shown or plain_lines(line).pieces)


def _take(draft: Draft, pieces: list[Piece]) -> Draft:
    summary = "\n".join(dict.fromkeys(piece.text for piece in pieces))
    facts = replace(draft.facts, summary=summary)
    return replace(draft, facts=facts).take({piece.at: "summary" for piece in pieces}).cut(_label(draft, pieces))


def _label(draft: Draft, points: list[Piece]) -> dict[int, str]:
    """Return the heading right above key points: what it heads has left the body."""
    above = None
    for piece in draft.prose():
        if piece is points[0]:
            break
        above = piece
    labels = points[0].kind is BlockKind.LIST_ITEM and above is not None and above.kind is BlockKind.HEADING
    return {above.at: POINTS_LABEL} if labels and above is not None else {}


def _head(draft: Draft) -> list[Piece]:
    """Return the passages above the story's second paragraph: those right before it, and its first."""
    body = [piece for piece in draft.prose() if piece.kind is not BlockKind.HEADING]
    return body[:HEAD]


def _stub(draft: Draft) -> Piece | None:
    """Return a line above the first paragraph that is its beginning, with dots where it breaks off."""
    paragraphs = [fold(piece.text) for piece in _head(draft)]
    first = next((piece.at for piece in draft.prose() if not piece.text.endswith(ELLIPSES)), 0)
    for piece in draft.pieces:
        if piece.at >= first:
            return None
        if piece.picture is None and piece.at not in draft.taken and piece.text.endswith(ELLIPSES):
            start = bare(piece.text)
            if len(start) >= STUB_SIZE and any(text.startswith(start) for text in paragraphs):
                return piece
    return None
