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
_UNTOLD = frozenset(tag for tag, effect in EFFECTS.items() if effect in (HIDDEN, FALLBACK))
"""Elements whose text is no line of a menu."""
_LABELS = frozenset(tag for tag, effect in EFFECTS.items() if effect is LABEL)


def menu_lines(element: etree._Element) -> tuple[list[str], int]:
    """Return the texts below an element, and how many characters stand in links; no texts where one is too long."""
    texts: list[str] = []
    links = linked = 0
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, inner in walk:
        if event == "start":
            links += inner.tag == "a"
            if inner.tag in _UNTOLD or (inner.tag in _LABELS and is_unseen(inner.get("class"))):
                walk.skip_subtree()
                continue
            text = inner.text
        elif inner is element:
            break
        else:
            links -= inner.tag == "a"
            text = inner.tail
        if text and (line := clean_line(text)):
            if len(line) > MENU_LINE:
                return [], 0
            texts.append(line)
            if links:
                linked += len(line)
    return texts, linked


def is_unseen(names: str | None) -> bool:
    """Whether a class is one for words that only a screen reader tells."""
    return names is not None and _is_unseen(names)


@lru_cache(maxsize=4096)
def _is_unseen(names: str) -> bool:
    return UNSEEN.search(names) is not None
