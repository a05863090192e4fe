"""A nav or footer that is mostly links -> its lines: a menu is one piece, and needs no walk."""

from __future__ import annotations

import re
from functools import lru_cache

from lxml import etree

from newsextract.content.tags import EFFECTS, FALLBACK, HIDDEN, LABEL
from newsextract.text import clean_line

UNSEEN = re.compile(r"sr-only|visually-?hidden|screen-?reader|assistive")
MENUS = frozenset({"nav", "footer"})
MENU_LINKED = 0.6
MENU_LINE = 160
MENU_DEPTH = 8  # a menu in more of those that were none is not looked at, or time would not be linear
UNTOLD = frozenset({"script", "style", "template", "noscript", "title", "option"})
"""Elements whose text does not count in what a menu holds."""
UNLINKED = frozenset({"style", "title"})
"""Of these such as count for nothing in a link."""
_HIDDEN = frozenset(tag for tag, effect in EFFECTS.items() if effect in (HIDDEN, FALLBACK))
_LABELS = frozenset(tag for tag, effect in EFFECTS.items() if effect is LABEL)


def menu_lines(element: etree._Element) -> tuple[list[str], float]:
    """Return the lines below an element that readers see, and which share of its text is in links (0 to 1).

    Words for screen readers count in the share: they say what a picture with a link is. No lines where one is too long.
    """
    lines: list[str] = []
    links = unseen = amount = linked = 0
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            links += inner.tag == "a"
            unseen += _is_hidden(inner)
            text, holder = inner.text, inner
        elif inner is element:
            break
        else:
            links -= inner.tag == "a"
            unseen -= _is_hidden(inner)
            text, holder = inner.tail, inner.getparent()
        if not text or holder is None or not (line := clean_line(text)):
            continue
        if holder.tag not in UNTOLD:
            if len(line) > MENU_LINE:
                return [], 0.0
            amount += len(line)
            if not unseen:
                lines.append(line)
        if links and holder.tag not in UNLINKED:
            linked += len(line)
    return lines, linked / amount if amount else 0.0


def _is_hidden(element: etree._Element) -> bool:
    return element.tag in _HIDDEN or (element.tag in _LABELS and is_unseen(element.get("class")))


def is_unseen(names: str | None) -> bool:
    """Whether a class is one for words that only a screen reader tells."""
    return names is not None and _is_unseen(names)


@lru_cache(maxsize=4096)
def _is_unseen(names: str) -> bool:
    return UNSEEN.search(names) is not None
