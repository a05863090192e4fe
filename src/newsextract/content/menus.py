"""A nav or footer that is mostly links -> its lines: a menu is one piece, and needs no walk."""

from __future__ import annotations

from lxml import etree

from newsextract.text import clean_line

MENUS = frozenset({"nav", "footer"})
MENU_LINKED = 0.6
MENU_LINE = 160
MENU_DEPTH = 8  # a menu in more of those that were none is not looked at, or time would not be linear
UNTOLD = frozenset({"script", "style", "template", "noscript", "title", "option"})
"""Elements whose text is no line of a menu."""
UNLINKED = frozenset({"style", "title"})
"""Of these such as count for nothing in a link."""


def menu_lines(element: etree._Element) -> tuple[list[str], int]:
    """Return the texts below an element, and how many characters stand in links; no texts where one is too long."""
    texts: list[str] = []
    links = linked = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            links += inner.tag == "a"
            text, holder = inner.text, inner
        elif inner is element:
            break
        else:
            links -= inner.tag == "a"
            text, holder = inner.tail, inner.getparent()
        if text and not text.isspace() and holder is not None:
            line = clean_line(text)
            if line and holder.tag not in UNTOLD:
                if len(line) > MENU_LINE:
                    return [], 0
                texts.append(line)
            if links and holder.tag not in UNLINKED:
                linked += len(line)
    return texts, linked
