"""Dump -> Content: each line, or each paragraph of wrapped or broken lines, is a piece; marks of Markdown are read."""

from __future__ import annotations

from collections.abc import Iterable

from newsextract.article import Evidence
from newsextract.content.joined import whole_lines
from newsextract.content.markdown import Passage, is_markdown, passages, starts_block
from newsextract.content.piece import MAX_PIECES, Content, Piece
from newsextract.content.prose import is_prose, size
from newsextract.text import clean_line


def lines(dump: str) -> Content:
    """Return the pieces of a text that somebody scraped: one for each line that is not blank.

    Lines that a width or a link has parted are one again where the text as a whole is so parted; where it is Markdown,
    its marks become kinds, links and pictures.
    """
    if is_markdown(dump):
        return _content(passages(whole_lines(dump, starts_block)))
    return _content(Passage(number, clean_line(line)) for number, line in whole_lines(dump))


def plain_lines(texts: Iterable[str]) -> Content:
    """Return a piece for each text, whatever it is."""
    return _content(Passage(number, clean_line(text)) for number, text in enumerate(texts, 1))


def _content(found: Iterable[Passage]) -> Content:
    pieces: list[Piece] = []
    surplus: list[str] = []
    for passage in found:
        if len(pieces) >= MAX_PIECES:
            surplus.append(passage.text)
            continue
        place = Evidence(passage.number)
        if passage.pictures:
            pieces.append(Piece(len(pieces), "", picture=passage.pictures[0], place=place))
        if passage.text:
            pieces.append(_piece(len(pieces), passage, place))
    return Content(tuple(pieces), surplus="\n".join(filter(None, surplus)))


def _piece(at: int, passage: Passage, place: Evidence) -> Piece:
    text, amount = passage.text, size(passage.text)
    linked = min(1.0, passage.linked / len(text)) if passage.linked else 0.0
    return Piece(
        at,
        text,
        kind=passage.kind,
        level=passage.level,
        linked=linked,
        bold=passage.bold / len(text),
        links=passage.links,
        place=place,
        size=amount,
        prose=is_prose(text, amount, linked),
    )
