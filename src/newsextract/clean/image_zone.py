"""Draft -> Zone: where the story's pictures may stand, and which places among them are not the story's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from newsextract.article import ImageRole
from newsextract.clean.credit_labels import is_label
from newsextract.clean.draft import Draft
from newsextract.clean.figures import LINKED, Group, has_picture, is_words, leads_away, only_credit
from newsextract.clean.image_facts import file_of, is_sign
from newsextract.content import Piece

FOREIGN = frozenset(
    {
        "related", "share", "advert", "newsletter", "comments", "nav", "tag-nav", "tag-footer", "bio", "consent", "cmp",
        "account", "form", "promo", "poll",
    }
)  # fmt: skip
"""Places whose pictures are not the story's, unless the story itself stands there."""
SOFT = frozenset({"consent", "form", "account", "promo", "poll"})
"""Of these such as a viewer of pictures also bears: within the text they tell nothing of a picture with words."""
TOPS = frozenset({"byline", "tag-header", "header", "bio", "share"})
"""Places above a story where a picture without words is none of it."""
OWN = frozenset(
    {"picture", "tag-figure", "gallery", "list", "caption", "credit", "video", "quote", "in-link", "button"}
)
"""Marks that a picture's own elements bear: they don't tell its place from the text's."""
ADVERT = "ad-label"
CONTROLS = frozenset({"share-bar", "page-tool", "player-control", "gallery-control", "loading"})
"""Rules of buttons: one at a picture is none of its words."""
LEAD_IN = 40  # pieces above the first paragraph that a lead picture may stand above
ABOVE_TITLE = 3
TAIL = 4  # pieces below the last paragraph, or below the last picture of a row that goes on from there
LONGEST_TAIL = 200


@dataclass(frozen=True, slots=True)
class Zone:
    """Where pictures may stand.

    pieces: those in reach that no other field has. first, last: positions of the first and the last paragraph. title:
    that of the headline, None where none is above the text. foreign: marks of places that are not the story's. tops,
    tops_below: those of places where a picture without words is none of it, above the headline and below it. marks:
    all that the text bears. files: names of files that the page's data call the story's pictures. address: of the page.
    """

    pieces: tuple[Piece, ...]
    first: int
    last: int
    title: int | None
    foreign: frozenset[str]
    tops: frozenset[str]
    tops_below: frozenset[str]
    marks: frozenset[str]
    files: frozenset[str]
    address: str | None

    def tops_at(self, at: int) -> frozenset[str]:
        """Return the marks of places where a picture without words, at this position, is none of the story's."""
        return self.tops_below if self.title is not None and at > self.title else self.tops

    def names(self, group: Group) -> bool:
        """Whether the page's data call a picture of a group the story's."""
        return any(piece.picture is not None and file_of(piece.picture.url) in self.files for piece in group)

    def role(self, group: Group) -> ImageRole:
        """Return where in the story a group stands."""
        if group[0].at < self.first:
            return ImageRole.LEAD
        return ImageRole.GALLERY if "gallery" in group[0].marks - self.marks else ImageRole.BODY


def zone_of(draft: Draft) -> Zone | None:
    """Return where the pictures of a draft may stand; None where it has no text."""
    body = list(draft.prose())
    if not body:
        return None
    first, last = body[0].at, body[-1].at
    titles = [at for at, field in draft.taken.items() if field == "title" and at < first]
    title = next((at for at in titles if draft.pieces[at].level == 1), min(titles, default=None))
    start = max(0, first - LEAD_IN if title is None else max(title - ABOVE_TITLE, first - 2 * LEAD_IN))
    marks = frozenset[str]().union(*(piece.marks for piece in body))
    headed = marks if title is None else marks | draft.pieces[title].marks
    files = frozenset(file_of(image.url) for image in draft.facts.images if not is_sign(image.url))
    reach = [*_named(draft.pieces[:start], files), *draft.pieces[start : _end(draft.pieces, last) + 1]]
    return Zone(
        tuple(piece for piece in reach if _is_free(piece, draft)), first, last, title, FOREIGN - headed, TOPS - marks,
        TOPS - headed, marks, files, draft.facts.canonical_url,
    )  # fmt: skip


def _is_free(piece: Piece, draft: Draft) -> bool:
    """Whether a piece is no button and no other field has it.

    The photographer in a figure is no author of the text, and a day in a caption is not that of the story.
    """
    if draft.cuts.get(piece.at) in CONTROLS and not is_label(piece.text):
        return False
    field = draft.taken.get(piece.at)
    if piece.figure is None:
        return field is None
    return field is None or (field == "byline" and only_credit(piece)) or (field == "date" and is_words(piece))


def _named(above: Sequence[Piece], files: frozenset[str]) -> Iterator[Piece]:
    """Yield the pictures far above the text that the page's data name, each with the words in its figure."""
    figure = None
    for piece in above[-LEAD_IN:]:
        if piece.picture is not None:
            named = file_of(piece.picture.url) in files and not piece.marks & (FOREIGN | {"tag-header"})
            figure = piece.figure if named else None
            if named:
                yield piece
        elif figure is not None and piece.figure == figure:
            yield piece


def _end(pieces: Sequence[Piece], last: int) -> int:
    """Return where the pictures end: a row of them with words may go on below the last paragraph."""
    end = last
    for piece in islice(pieces, last + 1, last + LONGEST_TAIL):
        if piece.at - end > TAIL:
            break
        if piece.figure is not None and is_words(piece) and piece.linked <= LINKED:
            end = piece.at
    return min(len(pieces) - 1, end + TAIL)


def stands_apart(group: Group, zone: Zone) -> bool:
    """Whether a group stands in a place that is not the story's, or leads to another one."""
    told = any(is_words(piece) or only_credit(piece) for piece in group)
    if zone.names(group):
        return False
    strange = group[0].marks & zone.foreign
    if strange and not (told and strange <= SOFT and zone.first < group[0].at < zone.last):
        return True
    if not has_picture(group) or zone.first < group[0].at < zone.last:
        return False
    if not any(map(is_words, group)) and any(leads_away(piece, zone.address) for piece in group):
        return True
    return group[0].at > zone.last and not told and not zone.marks | OWN >= group[0].marks
