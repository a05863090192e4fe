"""Element -> the text that it shows, parted as the page parts it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from newsextract.text import clean_line

ENOUGH = 10_000
"""Characters and tags of an element that are read: no field of an article is as long."""
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "button", "select", "iframe", "object", "rt", "rp"}
)
_LOOSE = re.compile(r" (?=[,.](?:\s|$))")
_GO_ON = (":", ";", "!", "?")
_INLINE = frozenset(
    {"b", "strong", "em", "i", "font", "small", "sup", "sub", "mark", "u", "abbr", "ins", "wbr", "bdi", "ruby", "rb"}
)


def parts(element: etree._Element) -> list[str]:
    """Return the visible texts below an element, parted where links, blocks and classes part them; ``ENOUGH`` of them.

    >>> from lxml import html
    >>> parts(html.fromstring("<p>By <a>Jane <b>Roe</b></a>, <span class=x>Editor</span></p>"))
    ['By', 'Jane Roe', ',', 'Editor']
    """
    if not len(element):
        return [line] if (line := clean_line(element.text or "")) else []
    lines: list[list[str]] = [[]]
    closed = False  # an element has just ended, and no text came since
    walk = etree.iterwalk(element, events=("start", "end"))
    amount = 0
    for event, inner in walk:
        amount += 1
        if amount > ENOUGH:
            break
        if inner.tag not in _INLINE and (inner.tag != "span" or inner.attrib):
            lines.append([])
        if event == "end":
            closed = not inner.tail
            if inner is not element:
                _add_tail(lines[-1], inner)
            continue
        if (
            closed and inner.tag == "span" and not (inner.text or "").startswith(_GO_ON)
        ):  # two spans without a blank between stand as blocks
            lines[-1].append(" ")
        closed = False
        if inner.tag in _UNSEEN and inner is not element:
            walk.skip_subtree()
        elif text := inner.text:
            lines[-1].append(text)
            amount += len(text)
    return [text for line in lines if line and (text := clean_line("".join(line)))]


def text_of(element: etree._Element) -> str:
    """Return the visible text of an element as one line."""
    return one_line(parts(element))


def one_line(texts: Iterable[str]) -> str:
    """Join texts with blanks, but none before a comma or full stop.

    >>> one_line(["By", "Jane Roe", ", Editor"])
    'By Jane Roe, Editor'
    """
    line = " ".join(texts)
    return _LOOSE.sub("", line) if " ," in line or " ." in line else line


def _add_tail(line: list[str], inner: etree._Element) -> None:
    tail = inner.tail
    if tail:
        if inner.tag == "span" and tail[0].isupper() and line and len(line[-1]) > 1:
            line.append(" ")  # "<span>Kicker</span>Headline"; but "<span>K</span>evin"
        line.append(tail)
