"""Text of a data field, plain or HTML, escaped once too often or not -> HTML with its paragraphs marked."""

from __future__ import annotations

import re
from html import unescape

MAX_TEXT = 1_000_000
GLUED_SIZE = 600
"""Characters from which a text without any break is looked at for paragraphs set without a blank between them."""

_TAG = re.compile(r"</?[a-z][a-z0-9-]{0,20}(?:[\s/>]|$)", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&(?:amp;)?(?:lt|#60|#x3c);/?[a-z]", re.IGNORECASE)
_ESCAPED_ENTITY = re.compile(r"&amp;(?=#?[a-z0-9]{2,8};)", re.IGNORECASE)
_BLOCK = re.compile(
    r"</?(?:p|div|h[1-6]|ul|ol|li|dl|blockquote|table|section|article|figure|main|body|pre)[\s/>]", re.IGNORECASE
)
_LINE_END = re.compile(r"\r\n|[\r\u2028\u2029\v\f\x85]")
_BLANK_LINE = re.compile(r"\n[^\S\n]{0,40}\n")
_GLUE = re.compile(r"(?<=[a-zß-ÿа-я]{2}[.!?…])(?=[A-ZÀ-ÞА-Я][a-zß-ÿа-я])|(?<=[.!?…][\"”“»’])(?=[A-ZÀ-ÞА-Я][a-zß-ÿа-я])")
_MARKDOWN = re.compile(r"\*\*[^\s*]|\]\((?:https?:/)?/|^#{1,6} ", re.MULTILINE)
_PICTURE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\"]{0,1000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,500})\]\(([^()\s\"]{1,1000})\)")
_BOLD = re.compile(r"\*\*([^*]{1,1000})\*\*")
_LINE_MARKS = {
    **{"#" * level: f"h{level}" for level in range(1, 7)},
    "*": "li",
    "-": "li",
    "+": "li",
    ">": "blockquote",
}
_ENDS = tuple('.!?…。！？।؟۔"”“»’)」:')


def marked_up(text: str) -> str:
    """Return a text as HTML in which every paragraph stands in an element of its own.

    Tags stay where the text has any; else a blank line parts paragraphs, or each line where no line is blank.
    """
    text = _unescaped(text[:MAX_TEXT])
    if _BLOCK.search(text):
        return text
    if not _TAG.search(text):
        text = text.replace("<", "&lt;")
        if _MARKDOWN.search(text):
            return "".join(map(_from_markdown, _parts(text)))
    return "".join(f"<p>{line}</p>" for line in _parts(text))


def in_line(text: str) -> str:
    """Return a part of a line as HTML."""
    text = _unescaped(text[:MAX_TEXT])
    return text if _TAG.search(text) else text.replace("<", "&lt;")


def _from_markdown(line: str) -> str:
    """Return a line with the marks of Markdown that stories have: headings, items, quotes, links, bold."""
    line = _BOLD.sub(r"<b>\1</b>", _LINK.sub(r'<a href="\2">\1</a>', _PICTURE.sub("", line.strip())))
    mark, _, rest = line.partition(" ")
    if mark in _LINE_MARKS and rest:
        return f"<{_LINE_MARKS[mark]}>{rest}</{_LINE_MARKS[mark]}>"
    return f"<p>{line}</p>"


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    for _ in range(2):
        if not _TAG.search(text) and _ESCAPED_TAG.search(text):
            text = unescape(text)
    return _ESCAPED_ENTITY.sub("&", text)


def _parts(text: str) -> list[str]:
    text = _LINE_END.sub("\n", text)
    if "\n" not in text.strip():
        if "\\n" in text:
            text = text.replace("\\r", "").replace("\\n", "\n")
        elif len(text) > GLUED_SIZE:
            text = _GLUE.sub("\n", text)
    blocks = _BLANK_LINE.split(text)
    lines = [line for block in blocks for line in _lines(block, wrapped=len(blocks) > 1)]
    return [line for line in lines if line and not line.isspace()]


def _lines(block: str, *, wrapped: bool) -> list[str]:
    """Return the paragraphs of a block of lines; where blank lines part blocks a line that has no end runs on."""
    lines = block.split("\n")
    if not wrapped:
        return lines
    parts: list[list[str]] = [[]]
    for line in lines:
        if line.lstrip().partition(" ")[0] in _LINE_MARKS:
            parts.append([])
        parts[-1].append(line)
        if line.rstrip().endswith(_ENDS):
            parts.append([])
    return [" ".join(part) for part in parts]
