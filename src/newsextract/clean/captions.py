"""Pictures and the words beside them -> images with caption and credit; their words leave the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsextract.article import Image, ImageRole
from newsextract.clean.credit_labels import is_label
from newsextract.clean.credit_names import is_name
from newsextract.clean.credits import split_credit
from newsextract.clean.draft import Draft
from newsextract.clean.figures import (
    CAPTION_SIZE,
    CREDIT_SIZE,
    LINKED,
    Group,
    alt_of,
    groups,
    is_told,
    is_words,
    only_credit,
    shows,
)
from newsextract.clean.image_facts import distinct, filled
from newsextract.content import Piece
from newsextract.text import fold

FOREIGN = frozenset(
    {
        "related", "share", "advert", "newsletter", "comments", "nav", "tag-nav", "tag-footer", "bio", "consent", "cmp",
        "account", "form", "promo", "poll",
    }
)  # fmt: skip
"""Places whose pictures are not the story's, unless the story itself stands there."""
SOFT = frozenset({"consent", "form", "account", "promo", "poll"})
"""Of these such as a viewer of pictures also bears: within the text they tell nothing of a picture with words."""
LEAD_IN = 40  # pieces above the first paragraph that a lead picture may stand above
ABOVE_TITLE = 3
TAIL = 4  # pieces below the last paragraph
BYLINE_SIZE = 55
SENTENCE_ENDS = tuple(".!?…。！？।")

Words = tuple[Piece, str | None, str | None]
"""A piece with the caption and the credit in it."""


def pair_captions(draft: Draft) -> Draft:
    """Collect the story's images in order, each with its words; a caption or credit is taken from the body.

    Structured data fill in what the page's own markup leaves out.
    """
    start, first, end = _zone(draft)
    images: list[Image] = []
    taken: dict[int, str] = {}
    zone = [piece for piece in draft.pieces[start : end + 1] if _is_free(piece, draft)]
    foreign = _foreign(draft, first)
    names = frozenset(fold(credit.name) for credit in draft.facts.credits)
    for group in groups(zone):
        if _is_foreign(group, foreign, first, end - TAIL) or not shows(group) or _is_portrait(group, names):
            continue
        words = _words(group, names)
        image = _image(group, words)
        if image.url or image.caption or image.credit:
            images.append(replace(image, role=ImageRole.LEAD if group[0].at < first else ImageRole.BODY))
            taken |= {piece.at: "credit" if credit and not caption else "caption" for piece, caption, credit in words}
    return replace(draft.take(taken), images=filled(distinct(images), draft.facts))


def _is_free(piece: Piece, draft: Draft) -> bool:
    """Whether no other field has a piece; the photographer in a figure is no author of the text."""
    field = draft.taken.get(piece.at)
    return field is None or (field == "byline" and piece.figure is not None and only_credit(piece))


def _zone(draft: Draft) -> tuple[int, int, int]:
    """Return where the story's pictures may begin, where its text does, and where both end."""
    body = [piece.at for piece in draft.prose()]
    if not body:
        return 1, 0, -1
    titles = [at for at, field in draft.taken.items() if field == "title" and at < body[0]]
    title = next((at for at in titles if draft.pieces[at].level == 1), min(titles, default=None))
    start = body[0] - LEAD_IN if title is None else max(title - ABOVE_TITLE, body[0] - 2 * LEAD_IN)
    return max(0, start), body[0], min(len(draft.pieces) - 1, body[-1] + TAIL)


def _foreign(draft: Draft, first: int) -> frozenset[str]:
    """Return the marks of places that are not the story's: none that its text or headline bears too."""
    titles = (draft.pieces[at].marks for at, field in draft.taken.items() if field == "title" and at < first)
    return FOREIGN.difference(*(piece.marks for piece in draft.prose()), *titles)


def _is_foreign(group: Group, foreign: frozenset[str], first: int, last: int) -> bool:
    """Whether a group stands in a place that is not the story's."""
    strange = group[0].marks & foreign
    if strange and strange <= SOFT and first < group[0].at < last:
        return not any(is_words(piece) or only_credit(piece) for piece in group)
    return bool(strange)


def _is_portrait(group: Group, names: frozenset[str]) -> bool:
    """Whether a group shows who wrote the text."""
    alt = alt_of(group)
    if any(piece.tag == "address" for piece in group):
        return True
    return alt is not None and fold(alt) in names and not any(only_credit(piece) for piece in group)


def _words(group: Group, names: frozenset[str]) -> list[Words]:
    """Return the pieces of a group that are its picture's words, each with the caption and the credit in it."""
    found: list[Words] = []
    alt, label = alt_of(group), False
    for piece in group:
        if piece.picture is not None:
            continue
        if is_label(piece.text):
            label = True
            found.append((piece, None, None))
        elif _may_be_words(piece) or is_told(piece, group):
            caption, credit = _split(piece, alt, any(caption for _, caption, _ in found))
            if label and credit is None and caption is not None and len(caption) <= CREDIT_SIZE:
                credit, caption = caption.strip("()"), None
            label = False
            if credit or not _is_byline(caption, names):
                found.append((piece, caption, credit))
    return found


def _is_byline(caption: str | None, names: frozenset[str]) -> bool:
    """Whether words only name who wrote the text."""
    return caption is not None and len(caption) < BYLINE_SIZE and any(name in fold(caption) for name in names)


def _may_be_words(piece: Piece) -> bool:
    """Whether a piece beside a picture may tell of it: no button, no link, no date."""
    if piece.tag == "button" or piece.linked > LINKED or piece.size > 2 * CAPTION_SIZE:
        return False
    return sum(map(str.isalpha, piece.text)) > sum(map(str.isdigit, piece.text))


def _split(piece: Piece, alt: str | None, after_caption: bool) -> tuple[str | None, str | None]:
    """Return caption and credit in a piece; a part that is no sentence, or that markup calls so, is a credit."""
    text = piece.text
    rest = text[len(alt) :].strip(" /|-–—") if alt and text.startswith(alt) else ""
    named = split_credit(rest)
    if rest and (is_name(rest) or (named[0] is None and named[1])):
        return alt, named[1] or rest
    caption, credit = split_credit(text)
    if credit is not None or caption is None or text.endswith(SENTENCE_ENDS) or len(text) > CREDIT_SIZE:
        return caption, credit
    bracketed = text[0] in "([" and text[-1] in ")]" and is_name(text[1:-1])
    alone = "credit" in piece.own and "caption" not in piece.own
    if bracketed or alone or after_caption:
        return None, text[1:-1] if bracketed else caption
    return caption, None


def _image(group: Group, words: Sequence[Words]) -> Image:
    pictures = [piece.picture for piece in group if piece.picture is not None]
    picture = max(pictures, key=lambda each: (each.url is not None, each.width or 0), default=None)
    captions = _once(caption for _, caption, _ in words)
    makers = _once(credit for _, _, credit in words)
    alt = alt_of(group)
    if not makers and alt and captions:
        makers = _once([split_credit(alt)[1]])
    return Image(picture.url if picture else None, " ".join(captions) or None, " / ".join(makers) or None, alt)


def _once(texts: Iterable[str | None]) -> list[str]:
    """Return texts without those that another one holds."""
    found = list(dict.fromkeys(text for text in texts if text))
    folded = [fold(text) for text in found]
    return [
        text
        for n, text in enumerate(found)
        if not any(folded[n] in other and (folded[n] != other or m < n) for m, other in enumerate(folded) if m != n)
    ]
