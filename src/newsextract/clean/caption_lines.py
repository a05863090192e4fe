"""Lines of a scraped text that name a picture's maker -> images: a dump has captions, but no pictures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsextract.article import BlockKind, Image
from newsextract.clean.credit_names import is_credit, is_slashed
from newsextract.clean.credit_words import SHORT_LABELS
from newsextract.clean.credits import labelled_parts, split_credit
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.reasons import UNNAMED
from newsextract.text import fold

LINE_SIZE = 350
CAPTION_SIZE = 300
BRACKET_SIZE = 200
BRACKETS = (")", "]", "）", "】")
OPENING = ("(", "[", "（")
LINES_IN_BRACKET = 2
PICTURED = ("photo", "foto", "images", "stock", "imago", "picture", "unsplash", "pixabay", "pexels")
"""Words in the names of agencies that deal in pictures alone: they sign no text."""
ABOVE = 8  # lines above the first paragraph among which the lead's caption may stand
SIGN_OFF = 2  # last lines of the story
MIN_CAPTION = 2  # words of a line above a mere credit
MIN_WORDS = 8  # a shorter line without a full stop may be a heading
SENTENCE_ENDS = tuple(".!?…。！？।")

Found = tuple[Image, dict[int, str]]
"""An image, and what the lines that tell of it were taken for."""


def lift_caption_lines(draft: Draft) -> Draft:
    """Take the lines of a dump that end in a credit, and the caption on the line above a mere credit.

    In a line that was judged to be the story's only a labelled credit counts.

    On a page markup tells captions; there a plain paragraph is one only if it ends in a credit in brackets and is no
    sentence. The images have no url; none comes twice.
    """
    body = [piece.at for piece in draft.prose()]
    if not body:
        return draft
    is_page = any(piece.place is not None and piece.place.path is not None for piece in draft.pieces[:1])
    found = list(_bracketed(draft) if is_page else _found(draft, max(0, body[0] - ABOVE), body[-1]))
    taken = {at: field for _, lines in found for at, field in lines.items()}
    images = dict.fromkeys(image for image, _ in found)
    return replace(draft.take(taken), images=(*draft.images, *images)) if found else draft


def _bracketed(draft: Draft) -> Iterator[Found]:
    """Yield the images that paragraphs of a page tell of by nothing but their words: "A harbour (Photo: X)"."""
    for piece in draft.prose():
        if piece.size > BRACKET_SIZE or piece.kind is not BlockKind.PARAGRAPH or not piece.text.endswith(BRACKETS):
            continue
        caption, credit = labelled_parts(piece.text) or (None, None)
        if caption and credit and not caption.endswith(SENTENCE_ENDS):
            yield Image(caption=caption, credit=credit), {piece.at: "caption"}


def _found(draft: Draft, first: int, last: int) -> Iterator[Found]:
    """Yield the images that lines between two positions tell of."""
    for piece in draft.pieces[first : last + 1]:
        if piece.size > LINE_SIZE or piece.at in draft.taken:
            continue
        rest = _rest_of_bracket(piece, draft)
        told = labelled_parts(" ".join([piece.text, *(each.text for each in rest)]))
        parts = told or _parts(piece, draft, piece.at > last - SIGN_OFF)
        if parts is None:
            continue
        caption, credit = parts
        if len(caption or "") > CAPTION_SIZE or fold(piece.text).partition(":")[0] in SHORT_LABELS:
            continue  # "Source: X" may end a box of facts, a long line is a paragraph
        if caption is not None:
            yield Image(caption=caption, credit=credit), {each.at: "caption" for each in (piece, *rest)}
        elif (above := _caption_above(piece, draft)) is not None:
            yield Image(caption=split_credit(above.text)[0], credit=credit), {above.at: "caption", piece.at: "credit"}
        elif told is not None or piece.at not in draft.cuts:
            yield Image(credit=credit), {piece.at: "credit"}


def _rest_of_bracket(piece: Piece, draft: Draft) -> tuple[Piece, ...]:
    """Return the lines that close the bracket at a line's end: markup in it parts a caption from its credit."""
    below = draft.pieces[piece.at + 1 : piece.at + 1 + LINES_IN_BRACKET] if piece.text.endswith(OPENING) else ()
    end = next((n for n, each in enumerate(below, 1) if each.text.endswith(BRACKETS)), 0)
    return below[:end]


def _parts(piece: Piece, draft: Draft, ends: bool) -> tuple[str | None, str] | None:
    """Return caption and credit of a line without a label for the latter.

    Where the line is not the story's an agency's name at its end is enough. In one that was judged to be the story's
    the credit must have a form that prose has not: names parted by a slash, brackets, no blank before it. ends:
    whether it is among the last lines of the story, where an agency in brackets signs the text.
    """
    text = piece.text
    caption, credit = split_credit(text)
    if credit is None:
        return None
    if caption is None:
        cut = piece.at in draft.cuts
        return (None, credit) if "/" in text and (is_credit(text) or (cut and is_slashed(text))) else None
    if piece.at in draft.cuts:
        return (caption, credit) if len(caption.split()) >= MIN_WORDS else None
    bracketed = text.endswith(BRACKETS) and piece.size <= BRACKET_SIZE
    if bracketed:
        return (caption, credit) if "/" in credit or (is_credit(credit) and not ends) else None
    slashed = "/" in credit and is_credit(credit) and not ends
    pictured = is_credit(credit) and any(word in fold(credit) for word in PICTURED)
    glued = text.endswith(credit) and not text.removesuffix(credit)[-1:].isspace() and is_credit(credit)
    return (caption, credit) if slashed or glued or pictured else None


def _caption_above(piece: Piece, draft: Draft) -> Piece | None:
    """Return the line above a credit where it reads like a caption: a few words that were not taken for the story's."""
    above = draft.pieces[piece.at - 1] if piece.at else None
    if above is None or draft.cuts.get(above.at) != UNNAMED or above.size > CAPTION_SIZE:
        return None
    heading = len(above.text.split()) < MIN_CAPTION and not above.text.endswith(SENTENCE_ENDS)
    return None if heading or split_credit(above.text)[1] else above
