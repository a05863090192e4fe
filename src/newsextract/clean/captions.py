"""Pictures and the words beside them -> images with caption and credit; their words leave the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsextract.article import Image
from newsextract.clean.credit_labels import is_label
from newsextract.clean.credit_names import is_maker, is_name, is_sentence
from newsextract.clean.credit_words import GIVEN
from newsextract.clean.credits import labelled_parts, split_credit, tidy_credit
from newsextract.clean.draft import Draft
from newsextract.clean.figures import (
    CAPTION,
    CAPTION_SIZE,
    CREDIT,
    CREDIT_SIZE,
    LINKED,
    Group,
    alt_of,
    enlarged,
    groups,
    is_told,
    is_words,
    only_credit,
    shows,
)
from newsextract.clean.image_facts import distinct, file_of, filled
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
        if not shows(group, zone.tops_at(group[0].at), zone.address, zone.rows) and not zone.names(group):
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
            if caption and (text := _before_label(caption)) is not None:
                found.append((piece, text, None))
                label = True
                continue
            if label and credit is None and caption is not None and len(caption) <= CREDIT_SIZE:
                credit, caption = caption.strip("()"), None
            label = False
            if credit or not _is_byline(caption, names):
                found.append((piece, caption, credit))
    return found


def _before_label(caption: str) -> str | None:
    """Return a caption without the label in its last line, whose credit stands in an element of its own."""
    text, line, label = caption.rpartition("\n")
    return text if line and is_label(f"{label}:") else None


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
    if alt and rest.startswith("(") and rest.endswith(")") and is_maker(rest[1:-1]) and not is_name(alt):
        return alt, rest[1:-1]
    named = split_credit(rest)
    if rest and ((is_name(rest) and rest[0].isalpha() and not rest[0].islower()) or (named[0] is None and named[1])):
        return alt, named[1] or rest
    caption, credit = split_credit(text)
    if credit is not None or caption is None or len(text) > CREDIT_SIZE:
        return caption, credit
    if _is_called_credit(piece, caption, after_caption):
        return None, tidy_credit(caption)
    if text.endswith(SENTENCE_ENDS):
        return caption, None
    bracketed = text[0] in "([" and text[-1] in ")]" and (after_caption or is_name(text[1:-1]))
    alone = "credit" in piece.own and "caption" not in piece.own and not is_sentence(caption)
    told = is_name(caption) or "/" in caption or "credit" in piece.own or fold(caption).startswith(GIVEN)
    if bracketed or alone or (after_caption and told):
        return None, tidy_credit(caption)
    return caption, None


def _is_called_credit(piece: Piece, words: str, after_caption: bool) -> bool:
    """Whether words without a label are a credit because their element is called one, and they may be one."""
    if not piece.named & CREDIT or is_sentence(words):
        return False
    alone = not piece.named & CAPTION and not words.endswith(SENTENCE_ENDS)
    return alone or after_caption or is_name(words)


def _image(group: Group, words: Sequence[Words]) -> Image:
    pictures = [piece.picture for piece in group if piece.picture is not None]
    picture = max(pictures, key=lambda each: (each.url is not None, each.width or 0), default=None)
    captions = _once(caption for _, caption, _ in words)
    makers = _makers(credit for _, _, credit in words)
    alt = alt_of(group)
    if not makers and alt and (captions or labelled_parts(alt)):
        makers = _once(maker for maker in [split_credit(alt)[1]] if maker not in captions)
    captions = [_without(caption, makers) for caption in captions]
    url = picture.url if picture else None
    large = next((href for piece in group if (href := enlarged(piece)) and file_of(href) == file_of(url)), url)
    return Image(large, " ".join(captions) or None, " / ".join(makers) or None, alt)


def _makers(names: Iterable[str | None]) -> list[str]:
    """Return who is credited, without the house that only passed the picture on where its maker is named, too."""
    found = _once(names)
    return [maker for maker in found if not fold(maker).startswith(GIVEN)] or found


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
