"""Pictures and the words beside them -> images with caption and credit; their words leave the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsextract.article import Image
from newsextract.clean.credit_labels import is_label
from newsextract.clean.credit_names import is_name
from newsextract.clean.credit_words import GIVEN
from newsextract.clean.credits import split_credit, tidy_credit
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
from newsextract.clean.image_zone import ADVERT, stands_apart, zone_of
from newsextract.content import Piece
from newsextract.text import fold

BYLINE_SIZE = 55
MIN_WORDS = 3
LONGEST_LOOSE = 300  # characters of a caption that no markup calls so, and no credit ends
SENTENCE_ENDS = tuple(".!?…。！？।")

Words = tuple[Piece, str | None, str | None]
"""A piece with the caption and the credit in it."""


def pair_captions(draft: Draft) -> Draft:
    """Collect the story's images in order, each with its words; a caption or credit is taken from the body.

    Structured data fill in what the page's own markup leaves out.
    """
    zone = zone_of(draft)
    images: list[Image] = []
    taken: dict[int, str] = {}
    names = frozenset(fold(credit.name) for credit in draft.facts.credits)
    if zone is None:
        return replace(draft, images=filled([], draft.facts))
    for group in groups(zone.pieces):
        if stands_apart(group, zone) or _is_advert(group, draft) or _is_portrait(group, names):
            continue
        if not shows(group, zone.tops_at(group[0].at), zone.address) and not zone.names(group):
            continue
        words = _words(group, names)
        image = _image(group, words)
        if image.url or image.caption or image.credit:
            images.append(replace(image, role=zone.role(group)))
            taken |= {piece.at: "credit" if credit and not caption else "caption" for piece, caption, credit in words}
    return replace(draft.take(taken), images=filled(distinct(images), draft.facts))


def _is_advert(group: Group, draft: Draft) -> bool:
    """Whether a group says of itself that it is an advertisement."""
    return any(draft.cuts.get(piece.at) == ADVERT for piece in group)


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
            before = {caption for _, caption, _ in found if caption}
            caption, credit = _split(piece, alt, bool(before) and piece.text not in before)
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
    """Whether a piece beside a picture may tell of it: no button, no link, no date, no paragraph of its box."""
    if piece.tag == "button" or piece.linked > LINKED or piece.size > 2 * CAPTION_SIZE:
        return False
    if piece.prose and piece.size > LONGEST_LOOSE and not is_words(piece) and split_credit(piece.text)[1] is None:
        return False
    return sum(map(str.isalpha, piece.text)) > sum(map(str.isdigit, piece.text))


def _split(piece: Piece, alt: str | None, after_caption: bool) -> tuple[str | None, str | None]:
    """Return caption and credit in a piece; a part that is no sentence, or that markup calls so, is a credit."""
    text = piece.text
    rest = text[len(alt) :].strip(" /|-–—") if alt and text.startswith(alt) else ""
    named = split_credit(rest)
    if rest and ((is_name(rest) and rest[0].isalpha() and not rest[0].islower()) or (named[0] is None and named[1])):
        return alt, named[1] or rest
    caption, credit = split_credit(text)
    if credit is not None or caption is None or text.endswith(SENTENCE_ENDS) or len(text) > CREDIT_SIZE:
        return caption, credit
    bracketed = text[0] in "([" and text[-1] in ")]" and (after_caption or is_name(text[1:-1]))
    alone = "credit" in piece.own and "caption" not in piece.own
    told = is_name(caption) or "/" in caption or "credit" in piece.own or fold(caption).startswith(GIVEN)
    if bracketed or alone or (after_caption and told):
        return None, tidy_credit(caption)
    return caption, None


def _image(group: Group, words: Sequence[Words]) -> Image:
    pictures = [piece.picture for piece in group if piece.picture is not None]
    picture = max(pictures, key=lambda each: (each.url is not None, each.width or 0), default=None)
    captions = _once(caption for _, caption, _ in words)
    makers = _once(credit for _, _, credit in words)
    alt = alt_of(group)
    if not makers and alt and captions:
        makers = _once(maker for maker in [split_credit(alt)[1]] if maker not in captions)
    captions = [_without(caption, makers) for caption in captions]
    return Image(picture.url if picture else None, " ".join(captions) or None, " / ".join(makers) or None, alt)


def _without(caption: str, makers: Sequence[str]) -> str:
    """Return a caption without a credit that stands on its own, too."""
    maker = next((maker for maker in makers if caption.startswith(maker)), "")
    rest = caption.removeprefix(maker).lstrip(" /|-–—:")
    return rest if rest[:1].isupper() and len(rest.split()) >= MIN_WORDS else caption


def _once(texts: Iterable[str | None]) -> list[str]:
    """Return texts without those that another one holds."""
    found = list(dict.fromkeys(text for text in texts if text))
    folded = [fold(text) for text in found]
    return [
        text
        for n, text in enumerate(found)
        if not any(folded[n] in other and (folded[n] != other or m < n) for m, other in enumerate(folded) if m != n)
    ]
