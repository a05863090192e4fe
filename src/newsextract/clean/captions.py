"""Pictures and the words in their figures -> images with caption and credit; their words leave the body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from newsextract.article import BlockKind, Image, ImageRole
from newsextract.clean.credits import split_credit
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.text import fold

FOREIGN = frozenset(
    "related share advert newsletter comments nav tag-nav tag-footer bio consent cmp account form promo poll".split()
)
"""Places whose pictures are not the story's."""
ICONS = (".svg", ".gif", "spacer", "pixel", "blank.", "placeholder")
MIN_PIXELS = 120
NEAR = 3  # pieces between a picture and its caption where no figure joins them
LEAD_IN = 40  # pieces above the first paragraph that a lead picture may stand above
LABEL_SIZE = 25
CREDIT_SIZE = 110
SENTENCE_ENDS = tuple(".!?…。！？।")
TAIL = 4  # pieces below the last paragraph


def pair_captions(draft: Draft) -> Draft:
    """Collect the story's images in order, each with its words; a caption or credit is taken from the body."""
    start, first, end = _zone(draft)
    if start > end:
        return draft
    images: list[Image] = []
    taken: dict[int, str] = {}
    zone = [piece for piece in draft.pieces[start : end + 1] if piece.at not in draft.taken]
    foreign = FOREIGN.difference(*(piece.marks for piece in draft.prose()))  # the story itself may stand in such a place
    for group in _groups(zone):
        image, words = (None, {}) if any(piece.marks & foreign for piece in group) else _image(group)
        if image is not None:
            images.append(replace(image, role=ImageRole.LEAD if group[0].at < first else ImageRole.BODY))
            taken |= words
    return replace(draft.take(taken), images=_distinct(images))


def _zone(draft: Draft) -> tuple[int, int, int]:
    """Return where the story's pictures may begin, where its text does, and where both end."""
    body = [piece.at for piece in draft.prose()]
    if not body:
        return 1, 0, 0
    title = min((at for at, field in draft.taken.items() if field == "title" and at < body[0]), default=body[0])
    start = max(0, min(title, body[0]) - (NEAR if title < body[0] else LEAD_IN))
    return start, body[0], min(len(draft.pieces) - 1, body[-1] + TAIL)


def _groups(zone: list[Piece]) -> Iterable[list[Piece]]:
    """Yield pictures with the pieces that may be their words: those of one figure, or a caption right beside."""
    loose: list[Piece] = []
    for figure, found in groupby(zone, key=lambda piece: piece.figure):
        pieces = list(found)
        if figure is not None:
            yield from _flush(loose)
            yield pieces
            continue
        for piece in pieces:
            if piece.picture is not None:
                yield from _flush(loose)
                loose.append(piece)
            elif _is_words(piece):
                loose.append(piece)
            elif loose and piece.at - loose[0].at > NEAR:
                yield from _flush(loose)
    yield from _flush(loose)


def _flush(loose: list[Piece]) -> Iterable[list[Piece]]:
    if loose:
        yield list(loose)
        loose.clear()


def _is_words(piece: Piece) -> bool:
    """Whether markup calls a piece a caption or a credit."""
    return bool(piece.own & {"caption", "credit"}) and not piece.own & {"byline", "date"}


def _image(group: list[Piece]) -> tuple[Image | None, dict[int, str]]:
    """Return the image that a group makes, and what each of its words was taken for; None where it is none."""
    pictures = [piece for piece in group if piece.picture is not None]
    texts = [piece for piece in group if piece.picture is None]
    if not _shows(pictures, texts):
        return None, {}
    captions: list[str] = []
    credits: list[str] = []
    taken = {}
    for piece in texts:
        if not _belongs(piece):
            continue
        caption, credit = _split(piece, bool(captions))
        captions += [caption] if caption and caption not in captions else []
        credits += [credit] if credit and credit not in credits else []
        taken[piece.at] = "caption" if caption else "credit"
    picture = pictures[0].picture if pictures else None
    image = Image(
        url=picture.url if picture else None,
        caption=" ".join(captions) or None,
        credit=" / ".join(credits) or None,
        alt=picture.alt if picture else None,
    )
    return image, taken


def _shows(pictures: list[Piece], texts: list[Piece]) -> bool:
    """Whether a group is an image of the story: it has words of its own, or a picture that is no icon and no teaser."""
    if any(piece.kind is BlockKind.HEADING or piece.linked > 0.8 for piece in texts):
        return False
    if any(_is_words(piece) for piece in texts):
        return True
    for piece in pictures:
        picture = piece.picture
        if picture is None or picture.url is None or any(icon in picture.url.lower() for icon in ICONS):
            continue
        small = min(picture.width or MIN_PIXELS, picture.height or MIN_PIXELS) < MIN_PIXELS
        if not small and not piece.marks & {"byline", "tag-header", "header"} - {"tag-figure"}:
            return True
    return False


def _belongs(piece: Piece) -> bool:
    return piece.kind is not BlockKind.HEADING and (_is_words(piece) or piece.figure is not None)


def _split(piece: Piece, after_caption: bool) -> tuple[str | None, str | None]:
    """Return caption and credit in a piece; a part of its own that is no sentence, or that markup calls so, is a credit."""
    text = piece.text
    if text.endswith((":", "：")) and len(text) < LABEL_SIZE:
        return None, None
    caption, credit = split_credit(text)
    sentence = text.endswith(SENTENCE_ENDS) or len(text) > CREDIT_SIZE
    named = "credit" in piece.own and "caption" not in piece.own
    if credit is None and not sentence and (named or after_caption):
        return None, caption
    return caption, credit


def _distinct(images: list[Image]) -> tuple[Image, ...]:
    """Drop what a page shows twice, for narrow and for wide screens."""
    seen: set[str] = set()
    kept = []
    for image in images:
        names = {fold(image.caption or ""), (image.url or "").split("?")[0]} - {""}
        if not names & seen:
            kept.append(image)
        seen |= names
    return tuple(kept)
