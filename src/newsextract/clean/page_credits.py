"""A line that credits the pictures of the whole page -> the credit of the images that have none of their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from newsextract.clean.credits import labelled_credit
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.text import fold

LINE_SIZE = 160
ABOVE = 40  # pieces above the story among which such a line may stand
BELOW = 4  # pieces below it
LAST = 3  # last pieces of the story that may be such a line
PICTURED = (
    "foto", "photo", "bild", "image", "imag", "immagin", "picture", "grafik", "zdję", "kuva", "kép", "beeld", "фото",
)  # fmt: skip
"""What the labels of pictures hold in the languages that have a word of their own for the credit of a text."""
SEVERAL = frozenset(
    "fotos foto's foto(s) photos photography photographies bilder billeder images imagens imágenes immagini pictures "
    "grafiken zdjęcia kuvat képek fotografías fotografias fotografie fotografije beelden фотографии".split()
)
"""Labels that speak of more than one picture."""
FIRST = ("titel", "aufmacher", "beitragsbild", "header", "featured", "cover", "lead image", "opening")
"""What labels of the lead picture alone hold."""


def spread_credits(draft: Draft) -> Draft:
    """Credit the images that have no credit where one line of the page says whose they are.

    That line must say that it means all pictures, or the lead, or else there must be one image and one line.
    """
    bare = [n for n, image in enumerate(draft.images) if image.credit is None]
    if not bare:
        return draft
    found = list(_lines(draft))
    if len({credit for _, _, credit in found}) != 1 or any(image.credit == found[0][2] for image in draft.images):
        return draft
    piece, label, credit = found[0]
    if any(word in label for word in FIRST):
        meant = [n for n in bare if n == 0]
    elif not SEVERAL.isdisjoint(label.split()) or len(bare) == 1:
        meant = bare
    else:
        meant = []
    if not meant:
        return draft
    images = tuple(replace(image, credit=credit) if n in meant else image for n, image in enumerate(draft.images))
    return replace(draft.take({piece.at: "credit"}), images=images)


def _lines(draft: Draft) -> Iterator[tuple[Piece, str, str]]:
    """Yield the lines above the text and at its end that credit pictures, with label and credit."""
    body = [piece.at for piece in draft.prose()]
    if not body:
        return
    first, last = body[0], body[-1]
    above, below = range(max(0, first - ABOVE), first), range(max(first, last - LAST), last + BELOW + 1)
    for piece in (*draft.pieces[above.start : above.stop], *draft.pieces[below.start : below.stop]):
        if piece.size > LINE_SIZE or draft.taken.get(piece.at, "byline") != "byline":
            continue
        line = piece.text.casefold()
        if not any(word in line for word in PICTURED):
            continue
        credit = labelled_credit(piece.text)
        label = fold(piece.text.partition(credit)[0]).strip("( :©") if credit else ""
        if credit and "\n" not in credit and any(word in label for word in PICTURED):
            yield piece, label, credit
