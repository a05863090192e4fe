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
    for number, text, kind, level, links, letters, heavy, pictures in found:
        if len(pieces) >= MAX_PIECES:
            surplus.append(text)
            continue
        place = Evidence(number)
        if pictures:
            pieces.append(Piece(len(pieces), "", picture=pictures[0], place=place))
        if text:
            amount, linked = size(text), min(1.0, letters / len(text)) if letters else 0.0
            prose = is_prose(text, amount, linked)
            pieces.append(
                Piece(
                    len(pieces), text, kind, level, linked=linked, bold=heavy / len(text), links=links, place=place,
                    size=amount, prose=prose,
                )
            )  # fmt: skip
    return Content(tuple(pieces), surplus="\n".join(filter(None, surplus)))
