"""Article -> its parts in the order of reading: lead pictures, the body with its lists gathered, pictures left over."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from newsextract.article import Article, Block, BlockKind, Image, ImageRole

_FILE_NAME = re.compile(r"\S{1,200}\.(?:jpe?g|png|gif|webp|svg|avif)", re.IGNORECASE)

DEEPEST = 6
"""List items that stand deeper are shown at this depth: indentation that grows without end is a trap."""


@dataclass(frozen=True, slots=True)
class Listing:
    """List items that follow each other; each with its depth: 0 for the outermost, one step deeper at a time."""

    items: tuple[tuple[int, Block], ...]


Part = Block | Image | Listing


def parts(article: Article) -> Iterator[Part]:
    """Yield what stands between the headline and the notes.

    A picture stands where an image block names it, by its address or its alternative text. One without a place stands
    before the body if it leads the story, else after it.
    """
    placed = _placed(article)
    used = set(placed.values())
    waiting = [image for at, image in enumerate(article.images) if at not in used]
    yield from (image for image in waiting if image.role is ImageRole.LEAD)
    for is_list, group in groupby(enumerate(article.blocks), lambda each: each[1].kind is BlockKind.LIST_ITEM):
        if is_list:
            yield _listing([block for _, block in group])
        else:
            yield from (_picture(article, placed, at) if _is_image(block) else block for at, block in group)
    yield from (image for image in waiting if image.role is not ImageRole.LEAD)


def names(article: Article) -> str | None:
    """Return the byline as printed, else the authors and agencies; None where nobody is named."""
    return article.byline or ", ".join(dict.fromkeys([*article.authors, *article.agencies])) or None


def moment(when: datetime | date) -> str:
    """Return a day, or a time to the minute with its zone where that is known.

    >>> moment(datetime(2024, 5, 1, 6, 30))
    '2024-05-01 06:30'
    """
    return when.isoformat(" ", "minutes") if isinstance(when, datetime) else when.isoformat()


def dates(article: Article) -> list[tuple[str, datetime | date]]:
    """Return the article's dates, each with the words before it; a change that came no later is left out."""
    modified = article.modified if _is_later(article.modified, article.published) else None
    known = (("", article.published), ("updated ", modified))
    return [(words, when) for words, when in known if when is not None]


def _is_later(modified: datetime | date | None, published: datetime | date | None) -> bool:
    """Whether one moment may be behind another: a day and an hour, or two zones of which one is unknown, may be."""
    if modified is None or published is None or modified == published:
        return modified != published
    try:
        return modified > published
    except TypeError:
        return True


def alternative(image: Image) -> str:
    """Return the alternative text; empty where it is none, or the mere name of a file."""
    return "" if _FILE_NAME.fullmatch(image.alt or "") else image.alt or ""


def legend(image: Image) -> str:
    """Return the caption and in brackets the credit; empty where the picture has neither."""
    credit = f"({image.credit})" if image.credit else None
    return " ".join(filter(None, (image.caption, credit)))


def table(block: Block) -> list[list[str]]:
    """Return the cells of a table block, row by row; rows may differ in length."""
    return [row.split("\t") for row in block.text.split("\n")]


def _is_image(block: Block) -> bool:
    return block.kind is BlockKind.IMAGE


def _placed(article: Article) -> dict[int, int]:
    """Return position of an image block -> position of its image; each image is placed once."""
    named: dict[str, list[int]] = defaultdict(list)
    for at, image in enumerate(article.images):
        for name in {image.url, image.alt} - {None, ""}:
            named[str(name)].append(at)
    waiting = {name: iter(images) for name, images in named.items()}  # what is taken from an iterator is used up
    placed: dict[int, int] = {}
    used: set[int] = set()
    for position, block in enumerate(article.blocks):
        if _is_image(block):
            names = (*(link.url for link in block.links), block.text)
            found = next((at for name in names for at in waiting.get(name, ()) if at not in used), None)
            if found is not None:
                placed[position] = found
                used.add(found)
    return placed


def _picture(article: Article, placed: dict[int, int], at: int) -> Image:
    return article.images[placed[at]] if at in placed else Image(alt=article.blocks[at].text)


def _listing(blocks: list[Block]) -> Listing:
    items: list[tuple[int, Block]] = []
    depth = -1
    for block in blocks:
        depth = max(0, min((block.level or 1) - 1, depth + 1, DEEPEST - 1))
        items.append((depth, block))
    return Listing(tuple(items))
