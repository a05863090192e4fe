"""Lines of a dump that somebody wrote as Markdown -> passages: the marks become kinds, links, bold type and pictures.

CommonMark and the tables of GitHub, as far as tools write them that turn pages into Markdown: one block a line or
paragraph, no nesting but the depth of lists. A mark that is not closed stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsextract.article import BlockKind
from newsextract.content.joined import Line
from newsextract.content.piece import Picture
from newsextract.text import clean_line

LONGEST = 20_000  # characters of a line in which marks are looked for
INDENT = 2  # blanks that make a list deeper
SETEXT_SIZE = 200
SURE = 2.0
"""What the marks of a text must be worth together."""

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)[ \t]*#*")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{3,})[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})")
_ITEM = re.compile(r"([ \t]*)(?:[-*+]|\d{1,3}[.)])[ \t]+(\S.*)")
_QUOTE = re.compile(r" {0,3}>[ >\t]*(.*)")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_DEFINITION = re.compile(r" {0,3}\[([^\]\n]{1,200})\]:[ \t]*<?(\S{1,2000}?)>?(?:[ \t]+[\"'(].{0,300})?")
_TITLE = r"(?:[ \t]{1,9}[\"'(][^\n\"]{0,300}[\"')])?"
_TARGET = rf"\([ \t]{{0,9}}<?([^()\s<>]{{0,2000}}(?:\([^()\s]{{0,200}}\)[^()\s<>]{{0,500}})?)>?{_TITLE}[ \t]{{0,9}}\)"
_IMAGE = re.compile(rf"!\[([^\[\]\n]{{0,500}})\]{_TARGET}")
_LINK = re.compile(rf"(?<!!)\[([^\[\]\n]{{0,500}})\](?:{_TARGET}|\[([^\[\]\n]{{0,200}})\])")
_AUTOLINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_BOLD = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1")
_ITALIC = re.compile(
    r"(?<![\w*])\*(?=[^\s*])([^*\n]{1,2000}?)(?<=[^\s*])\*(?![\w*])"
    r"|(?<![\w_])_(?=[^\s_])([^_\n]{1,2000}?)(?<=[^\s_])_(?![\w_])"
)
_STRUCK = re.compile(r"~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~")
_CODE = re.compile(r"`([^`\n]{1,2000})`")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SIGNS = ("](", "# ", "**", "```", "~~~", "-|", "- |")
"""Without any of them no text has marks enough."""
_RULING = frozenset("|-: \t")
_HIDDEN = "\ue000"  # an escaped sign is a sign of a private area until the marks are resolved

_WORTH: tuple[tuple[re.Pattern[str], float, int], ...] = (
    (re.compile(r"!?\[[^\[\]\n]{0,500}\]\((?:https?:|/|#|\.|mailto:)[^\s)]{0,2000}"), 2.0, 1),
    (re.compile(r"^ {0,3}#{1,6}[ \t]+\S", re.MULTILINE), 1.0, 1),
    (re.compile(r"^ {0,3}#{2,6}[ \t]+\S", re.MULTILINE), 1.0, 2),
    (re.compile(r"\*\*[^\s*][^*\n]{0,500}\*\*"), 1.0, 1),
    (re.compile(r"^[ \t]*[-*+][ \t]+\S", re.MULTILINE), 0.5, 2),
    (re.compile(r"^ {0,3}>[ \t]*\S", re.MULTILINE), 0.5, 1),
    (re.compile(r"\|[ \t]{0,9}:?-{3,}:?[ \t]{0,9}\|"), 1.0, 1),
    (re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE), 1.0, 2),
    (re.compile(r"\\[.\-+_*\[\]()#!]"), 0.5, 2),
)
"""Marks, what they are worth, and from how many on: a link or picture is enough, bold type or a heading is not."""


class Passage(NamedTuple):
    """A passage without its marks. linked, bold: characters of it in links and in bold."""

    number: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int | None = None
    links: tuple[tuple[str, str], ...] = ()
    linked: int = 0
    bold: int = 0
    pictures: tuple[Picture, ...] = ()


def is_markdown(dump: str) -> bool:
    """Whether a text as a whole is Markdown."""
    if not any(sign in dump for sign in _SIGNS):
        return False
    return sum(worth for mark, worth, times in _WORTH if _has(mark, dump, times)) >= SURE


def _has(mark: re.Pattern[str], dump: str, times: int) -> bool:
    found = mark.finditer(dump)
    return all(next(found, None) is not None for _ in range(times))


def starts_block(line: str) -> bool:
    """Whether a line begins a block of its own, or is a part of a table or of code."""
    marks = (_HEADING, _RULE, _ITEM, _QUOTE)
    return "|" in line[:1] or _FENCE.match(line) is not None or any(mark.fullmatch(line) for mark in marks)


def passages(lines: Iterable[Line]) -> Iterator[Passage]:
    """Yield the passages of lines that are not blank, without what Markdown does not show (rules, definitions)."""
    rows = list(lines)
    targets = {found[1].casefold(): found[2] for _, line in rows if (found := _DEFINITION.fullmatch(line))}
    at = 0
    while at < len(rows):
        number, line = rows[at]
        end, kind = _block(rows, at)
        if kind is BlockKind.CODE:
            yield Passage(number, "\n".join(text.rstrip() for _, text in rows[at + 1 : end - 1]), kind)
        elif kind is BlockKind.TABLE:
            yield Passage(
                number, "\n".join(_row(text, targets) for _, text in rows[at:end] if not _parts_rows(text)), kind
            )
        elif _shows(line):
            below = rows[at + 1] if at + 1 < len(rows) else None
            underlined = below is not None and below[0] == number + 1 and _underlines(below[1], line)
            yield _passage(number, line, targets, below[1].strip()[0] if underlined and below else "")
            end += underlined
        at = end


def _block(rows: list[Line], at: int) -> tuple[int, BlockKind | None]:
    """Return the end of the block that begins at a line, and whether it is code or a table."""
    if _FENCE.match(rows[at][1]):
        closing = (n for n in range(at + 1, len(rows)) if _FENCE.match(rows[n][1]))
        if (end := next(closing, None)) is not None:
            return end + 1, BlockKind.CODE
    if at + 1 < len(rows) and "|" in rows[at][1] and _parts_rows(rows[at + 1][1]):
        end = next((n for n in range(at + 2, len(rows)) if "|" not in rows[n][1]), len(rows))
        return end, BlockKind.TABLE
    return at + 1, None


def _shows(line: str) -> bool:
    return _RULE.fullmatch(line) is None and _DEFINITION.fullmatch(line) is None and not _FENCE.match(line)


def _underlines(below: str, line: str) -> bool:
    plain = len(line) <= SETEXT_SIZE and not starts_block(line)
    return plain and _UNDERLINE.fullmatch(below) is not None


def _parts_rows(line: str) -> bool:
    """Whether a line stands between the head of a table and its rows."""
    return "---" in line and "|" in line and _RULING.issuperset(line)


def _row(line: str, targets: dict[str, str]) -> str:
    return "\t".join(_inline(0, cell, targets).text for cell in line.strip().strip("|").split("|"))


def _passage(number: int, line: str, targets: dict[str, str], underline: str) -> Passage:
    """Return one line as a passage; underline: the sign that underlines it as a heading."""
    if underline:
        return _inline(number, line, targets)._replace(kind=BlockKind.HEADING, level=1 if underline == "=" else 2)
    if found := _HEADING.fullmatch(line):
        return _inline(number, found[2], targets)._replace(kind=BlockKind.HEADING, level=len(found[1]))
    if found := _ITEM.fullmatch(line):
        depth = len(found[1].expandtabs(4)) // INDENT + 1
        return _inline(number, found[2], targets)._replace(kind=BlockKind.LIST_ITEM, level=depth)
    if found := _QUOTE.fullmatch(line):
        return _inline(number, found[1], targets)._replace(kind=BlockKind.QUOTE)
    return _inline(number, line, targets)


def _inline(number: int, line: str, targets: dict[str, str]) -> Passage:
    """Return a line without the marks within it."""
    if len(line) > LONGEST:
        return Passage(number, clean_line(line))
    pictures: list[Picture] = []
    links: list[tuple[str, str]] = []
    sums = [0, 0]

    def image(found: re.Match[str]) -> str:
        pictures.append(Picture(_shown(found[2]) or None, clean_line(_shown(found[1])) or None))
        return ""

    def link(found: re.Match[str]) -> str:
        target = found[2] if found[2] is not None else targets.get((found[3] or found[1]).casefold())
        if target is None:
            return found[0]
        return address(target, found[1])

    def address(target: str, words: str) -> str:
        text = clean_line(_plain(words))
        if text:
            links.append((_shown(target), _shown(text)))
            sums[0] += len(text)
        return text

    def bold(found: re.Match[str]) -> str:
        sums[1] += len(found[2])
        return found[2]

    text = _ESCAPED.sub(lambda found: chr(ord(_HIDDEN) + ord(found[1])), line)
    text = _LINK.sub(link, _IMAGE.sub(image, text))
    text = _AUTOLINK.sub(lambda found: address(found[1], found[1]), text)
    text = _plain(_BOLD.sub(bold, text))
    shown = clean_line(_shown(text))
    return Passage(
        number, shown, links=tuple(links), linked=sums[0], bold=min(sums[1], len(shown)), pictures=tuple(pictures)
    )


def _plain(text: str) -> str:
    """Return text without the marks of type: bold, italics, struck out, code."""
    text = _CODE.sub(r"\1", _STRUCK.sub(r"\1", _BOLD.sub(r"\2", text)))
    return _ITALIC.sub(lambda found: found[1] or found[2], text)


def _shown(text: str) -> str:
    """Return text with its escaped signs."""
    first = ord(_HIDDEN)
    return "".join(chr(ord(sign) - first) if first < ord(sign) < first + 128 else sign for sign in text)
