"""Draft -> Story: the little of a page that a memory keeps, digests and numbers, no text."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from newsextract.article import Image
from newsextract.clean import Draft
from newsextract.content import Node, Piece
from newsextract.reasons import CONSENT_DIALOG, LINK_LINE, NAVIGATION, REPEAT, SCRAP, SURPLUS
from newsextract.text import fold

PARAGRAPH = 60
"""Characters from which a paragraph tells its story from others."""
MOST_LINES = 400
MOST_PARAGRAPHS = 40
MOST_PICTURES = 40
LEVELS = 3
"""Elements whose tags make a place: that of the text, and those above it."""
NAMED_LEVELS = 2
"""Of these, how many give their classes, too: farther up stand words for the section or the day."""
PLAIN = frozenset({NAVIGATION, LINK_LINE, SCRAP, CONSENT_DIALOG, REPEAT, SURPLUS})
"""Rules that know their pieces on any page: a memory has nothing to add."""
SAME = 0.7
"""The share of common paragraphs from which two pages are one story."""

_HEAD = struct.Struct(">QIHHH")
_LINE = struct.Struct(">QI?")
_PICTURE = struct.Struct(">QQ")
_DIGEST = struct.Struct(">Q")


class Line(NamedTuple):
    """A passage: the digests of its text and its place, and whether it was kept."""

    text: int
    place: int
    kept: bool


class Shown(NamedTuple):
    """A picture of the story: the digests of its address, and of caption and credit (0 for none)."""

    url: int
    words: int


@dataclass(frozen=True, slots=True)
class Story:
    """What is kept of a page.

    title: the digest of its headline, 0 for none. main: the place that holds most of its prose, 0 for none.
    paragraphs: the digests of its longer paragraphs, sorted. lines: in the order of the page.
    """

    title: int
    main: int
    paragraphs: tuple[int, ...]
    lines: tuple[Line, ...]
    pictures: tuple[Shown, ...]

    def is_same(self, other: Story) -> bool:
        """Whether two pages hold one story: all or most paragraphs are the same, or the headline and any of them."""
        ours, theirs = set(self.paragraphs), set(other.paragraphs)
        both = len(ours & theirs)
        if not both:
            return False
        return (self.title != 0 and self.title == other.title) or both >= SAME * len(ours | theirs)

    def encode(self) -> bytes:
        """Return the story as bytes, the same for equal stories."""
        head = _HEAD.pack(self.title, self.main, len(self.paragraphs), len(self.lines), len(self.pictures))
        parts = chain(
            map(_DIGEST.pack, self.paragraphs),
            (_LINE.pack(*line) for line in self.lines),
            (_PICTURE.pack(*picture) for picture in self.pictures),
        )
        return b"".join((head, *parts))

    @classmethod
    def decode(cls, record: bytes) -> Story:
        """Return the story that ``encode`` wrote; raise ValueError for anything else."""
        try:
            title, main, paragraphs, lines, pictures = _HEAD.unpack_from(record)
            at, parts = _HEAD.size, []
            for form, count in ((_DIGEST, paragraphs), (_LINE, lines), (_PICTURE, pictures)):
                end = at + count * form.size
                parts.append(tuple(form.iter_unpack(record[at:end])))
                at = end
        except struct.error as error:
            raise ValueError("it is no record of a story") from error
        if at != len(record):
            raise ValueError("it is no whole record of a story")
        lines, pictures_ = tuple(map(Line._make, parts[1])), tuple(map(Shown._make, parts[2]))
        return cls(title, main, tuple(each for (each,) in parts[0]), lines, pictures_)


def digest(text: str) -> int:
    """Return 64 bits that stand for a text, however its quotes, dashes and blanks are written; never 0."""
    return digest_of(fold(text).encode("utf-8", "replace"))


def digest_of(content: bytes) -> int:
    """Return 64 bits that stand for bytes; never 0."""
    return int.from_bytes(blake2b(content, digest_size=8).digest()) or 1


def places(pieces: Iterable[Piece], nodes: tuple[Node, ...]) -> dict[int, int]:
    """Return for the position of each piece its place: 32 bits for the elements that hold it."""
    known: dict[int, int] = {}
    found = {}
    for piece in pieces:
        place = known.get(piece.container)
        if place is None:
            place = known[piece.container] = crc32(" ".join(_way(piece.container, nodes)).encode("utf-8", "replace"))
        found[piece.at] = place
    return found


def _way(number: int, nodes: tuple[Node, ...]) -> Iterator[str]:
    """Yield the tags from an element upwards, the next ones with their classes but such as hold a number."""
    for level in range(LEVELS):
        if number < 0:
            return
        node = nodes[number]
        yield node.tag
        if level < NAMED_LEVELS:
            yield from sorted({f".{word}" for word in node.words.split() if not any(map(str.isdigit, word))})
        number = node.parent


def lines_of(draft: Draft, where: Mapping[int, int]) -> dict[int, Line]:
    """Return the lines of a draft whose fields are taken and whose noise is cut, by the positions of their pieces.

    where: what ``places`` tells.
    """
    return {
        piece.at: Line(digest(piece.text), where[piece.at], piece.at not in draft.cuts)
        for piece in draft.pieces
        if piece.picture is None and draft.cuts.get(piece.at) not in PLAIN and piece.at not in draft.taken
    }


def observed(draft: Draft, where: Mapping[int, int]) -> Story:
    """Return the story of such a draft."""
    kept = list(draft.prose())
    lines = tuple(lines_of(draft, where).values())
    if len(lines) > MOST_LINES:  # a live blog: its furniture stands at its ends
        lines = lines[: MOST_LINES // 2] + lines[-MOST_LINES // 2 :]
    paragraphs = sorted({digest(piece.text) for piece in kept if len(piece.text) >= PARAGRAPH})[:MOST_PARAGRAPHS]
    return Story(
        digest(draft.facts.title) if draft.facts.title else 0,
        _main(kept, where),
        tuple(paragraphs),
        lines,
        tuple(shown(image) for image in draft.images[:MOST_PICTURES] if image.url),
    )


def shown(image: Image) -> Shown:
    """Return a picture as a story keeps it."""
    words = f"{image.caption or ''}\n{image.credit or ''}"
    return Shown(digest_of((image.url or "").encode("utf-8", "replace")), 0 if words == "\n" else digest(words))


def _main(kept: Iterable[Piece], where: Mapping[int, int]) -> int:
    sizes: dict[int, int] = {}
    for piece in kept:
        if piece.prose:
            sizes[where[piece.at]] = sizes.get(where[piece.at], 0) + piece.size
    return max(sizes, key=lambda place: (sizes[place], place), default=0)
