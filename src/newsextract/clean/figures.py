"""Pieces -> groups: pictures with the pieces that may be their words, and whether the story shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsextract.article import BlockKind
from newsextract.clean.credits import labelled_credit, split_credit
from newsextract.content import Piece, is_file
from newsextract.text import fold, name_words

NONE: frozenset[str] = frozenset()
CHROME = ("/themes/", "/plugins/")
"""Folders of a publishing system that hold the site's own pictures, never a story's."""
ICONS = (
    *CHROME, ".svg", "/svg/", ".gif", "spacer", "pixel", "blank.", "placeholder", "logo", "avatar", "/icon", "icon.",
    "sprite", "1x1", "advertis", "/ads/", "button",
)  # fmt: skip
"""Parts of addresses of pictures that show nothing of a story."""
GALLERIES = frozenset("gallery galeria galerie galleria bildergalerie fotostrecke lightbox zoom photos fotos".split())
"""Words in addresses of pages that show a picture larger, or more of them."""
WORDS = frozenset({"caption", "credit"})
NO_WORDS = frozenset({BlockKind.QUOTE, BlockKind.LIST_ITEM})
MIN_PIXELS = 120
ICON_PIXELS = 60
LARGE_PIXELS = 250  # both sides: a picture whatever its name says
RATIO = 20  # numbers up to this declare proportions, or a placeholder
ALT_SIZE = 25  # characters from which an alternative text is more than a name
MIN_ALT = 4
TOLD_SIZE = 400
FILE_NAME = 16  # characters of a name that no other picture has
CREDIT_SIZE = 110
CAPTION_SIZE = 600
NEAR = 2  # pieces between a picture and its words where no figure joins them
LINKED = 0.8

_NUMBERED = re.compile(
    r"(?:fig|figure|figura|abb|abbildung|bild|photo|foto|kuva|ill|рис|рисунок|図|图|圖|그림)\.? ?\d{1,2} ?[.:：]|"
    r"(?:figure|abbildung|рисунок) ?:",
    re.IGNORECASE,
)
"""How the words of a numbered picture begin."""

Group = list[Piece]
"""A picture, or versions of it, and its words."""


def groups(zone: Sequence[Piece]) -> Iterator[Group]:
    """Yield pictures with the pieces that may be their words: those of one figure, or such as follow it."""
    group: Group = []
    for n, piece in enumerate(zone):
        after = zone[n + 1] if n + 1 < len(zone) else None
        if group and _joins(group, piece, after):
            group.append(piece)
            continue
        begins = piece.picture is not None or piece.figure is not None or _is_orphan(piece)
        if group and (begins or piece.at - group[-1].at > NEAR):
            yield group
            group = []
        if begins:
            group = [piece]
    if group:
        yield group


def _is_orphan(piece: Piece) -> bool:
    """Whether a piece is the caption of a picture that only a script would show."""
    return "caption" in piece.own and "picture" in piece.own and is_words(piece)


def _joins(group: Group, piece: Piece, after: Piece | None) -> bool:
    """Whether a piece belongs to the figure of a group, or says of itself that it is the words of its picture."""
    told = any(each.picture is None for each in group)
    if piece.picture is not None:
        same = piece.figure is not None and piece.figure == group[0].figure
        return same and (not told or not has_picture(group))
    if piece.figure is not None:
        words = is_words(piece) and (not told or _repeats(group, piece) or _completes(group, piece))
        return words or piece.figure == group[0].figure
    if not has_picture(group):
        return _is_orphan(group[0]) and piece.at - group[-1].at <= 1 and is_words(piece)
    return _follows(group, piece, after)


def _completes(group: Group, piece: Piece) -> bool:
    """Whether a piece is the credit right below the caption of a group that has none."""
    return piece.at == group[-1].at + 1 and only_credit(piece) and not any(map(only_credit, group))


def _repeats(group: Group, piece: Piece) -> bool:
    return any(each.text == piece.text for each in group)


def has_picture(group: Group) -> bool:
    """Whether a group holds a picture, not words alone."""
    return any(piece.picture is not None for piece in group)


def _follows(group: Group, piece: Piece, after: Piece | None) -> bool:
    """Whether a piece behind a picture, outside a figure, is its words."""
    if piece.at - group[-1].at > NEAR or piece.size > CAPTION_SIZE:
        return False
    if is_words(piece) or only_credit(piece):
        return True
    last = group[-1].picture
    if last is None:
        return False
    told = piece.linked < 0.5 and (_holds_credit(piece) or _NUMBERED.match(piece.text) is not None)
    return told or _isalt(piece, last.alt) or (after is not None and not piece.linked and only_credit(after))


def is_words(piece: Piece) -> bool:
    """Whether markup calls a piece a caption or a credit."""
    return bool(piece.own & WORDS) and not piece.own & {"byline", "date"}


def alt_of(group: Group) -> str | None:
    """Return the alternative text of a group's picture."""
    return next((piece.picture.alt for piece in group if piece.picture is not None and piece.picture.alt), None)


def _isalt(piece: Piece, alt: str | None) -> bool:
    """Whether a piece begins with the picture's alternative text."""
    if alt is None or len(alt) < MIN_ALT:
        return False
    given, text = fold(alt), fold(piece.text)
    return given == text or (len(given) >= ALT_SIZE and text.startswith(given))


def only_credit(piece: Piece) -> bool:
    """Whether a piece is nothing but a labelled credit."""
    return piece.size < CREDIT_SIZE and piece.picture is None and labelled_credit(piece.text) is not None


def shows(group: Group, tops: frozenset[str] = NONE, address: str | None = None) -> bool:
    """Whether a group is an image of the story: it has words of its own, or a picture that is no icon and no teaser.

    tops: marks of places where a picture without words is none of the story. address: of the page; a link to it, or to
    a picture, leads nowhere else.
    """
    texts = [piece for piece in group if piece.picture is None]
    if any(piece.kind is BlockKind.HEADING and piece.figure is not None for piece in texts):
        return False
    links = [piece for piece in texts if piece.linked > LINKED and not is_told(piece, group)]
    if links and (len(links) == len(texts) or not any(map(is_words, texts))):
        return False
    if not has_picture(group):
        return any("caption" in piece.own for piece in texts) and not any(piece.kind in NO_WORDS for piece in texts)
    if all(_is_icon(piece) or _is_chrome(piece) for piece in group if piece.picture is not None):
        return False
    if any(is_words(piece) or piece.figure is None for piece in texts):
        return True
    return any(
        _is_large(piece, tops) and (texts or not _is_teaser(piece, address))
        for piece in group
        if piece.picture is not None
    )


def is_told(piece: Piece, group: Group) -> bool:
    """Whether a linked piece is a caption all the same: the link leads to the picture, or the picture to no story."""
    if only_credit(piece):
        return True
    if not is_words(piece):
        return False
    alone = (
        piece.linked > LINKED
        and has_picture(group)
        and not any(each.linked > LINKED for each in group if each.picture is not None)
    )
    return alone or _holds_credit(piece) or any(_isalt(each, alt_of(group)) for each in group)


def _holds_credit(piece: Piece) -> bool:
    return piece.size <= TOLD_SIZE and split_credit(piece.text)[1] is not None


def _is_icon(piece: Piece) -> bool:
    """Whether a picture is declared to be no larger than an icon, or is a dot that counts readers."""
    picture = piece.picture
    if picture is None:
        return False
    sides = (picture.width, picture.height)
    return any(RATIO < (side or MIN_PIXELS) < ICON_PIXELS for side in sides) or all(side in (0, 1) for side in sides)


def _is_chrome(piece: Piece) -> bool:
    """Whether a picture is part of the site's own design."""
    return piece.picture is not None and any(folder in (piece.picture.url or "") for folder in CHROME)


def _is_large(piece: Piece, tops: frozenset[str]) -> bool:
    picture = piece.picture
    if picture is None or picture.url is None:
        return False
    declared = min(picture.width or 0, picture.height or 0) >= LARGE_PIXELS
    if not declared and any(icon in picture.url.lower() for icon in ICONS):
        return False
    small = any(RATIO < (side or MIN_PIXELS) < MIN_PIXELS for side in (picture.width, picture.height))
    return not small and not piece.marks & tops


def _is_teaser(piece: Piece, address: str | None) -> bool:
    """Whether a picture alone is a link and no figure: it most likely leads to another story."""
    return leads_away(piece, address) and "tag-figure" not in piece.marks


def leads_away(piece: Piece, address: str | None) -> bool:
    """Whether a picture is a link to another page: not to a larger version of itself, a gallery, or this page."""
    if piece.picture is None or piece.linked <= LINKED:
        return False
    href = piece.links[0][0].strip() if piece.links else ""
    if not href or href.startswith(("#", "javascript:")) or is_file(href):
        return False
    path = _path(href)
    name = path.rpartition("/")[2]
    if len(name) >= FILE_NAME and name in (piece.picture.url or ""):
        return False
    return path != _path(address or "") and not GALLERIES.intersection(name_words(path))


def _path(url: str) -> str:
    path = url.partition("?")[0].partition("#")[0]
    return (path.partition("://")[2].partition("/")[2] if "://" in path else path).strip("/")
