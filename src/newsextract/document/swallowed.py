"""Markup of which the story got lost in something that never ends -> the same without what opened it.

A comment, a title, a textarea, a script, a quote without an end holds all that follows, in browsers too; libxml2
moreover leaves a story in an svg or math element that HTML ends at the first paragraph (HTML Living Standard 13.2.6.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.document.markup import RAW_TEXT, TAG

_COMMENT = b"<!--"
_COMMENT_END = re.compile(rb"--!?>")
_OPENING = re.compile(_COMMENT + rb"|" + TAG, re.IGNORECASE)
_ENDLESS = frozenset({b"plaintext"})
_UNSHOWN = frozenset(b"applet audio canvas datalist map math object optgroup option select svg video".split())
_QUOTES = (b'"', b"'")


def without_endless(markup: bytes) -> bytes | None:
    """Return the markup without the openings of what never ends and would hide what follows; None where there is none.

    Linear in its length.
    """
    kept, done = [], 0
    for start, stop in sorted(_endless(markup)):
        if start >= done:
            kept.append(markup[done:start])
            done = stop
    return b"".join((*kept, markup[done:])) if kept else None


def _endless(markup: bytes) -> Iterator[tuple[int, int]]:
    """Yield where the openings begin and end, in no order."""
    unended: set[bytes] = set()  # what has no end behind some place has none behind later ones
    open_: dict[bytes, list[tuple[int, int]]] = {name: [] for name in _UNSHOWN}
    at = 0
    while tag := _OPENING.search(markup, at):
        at = tag.end()
        name = (tag["name"] or _COMMENT).lower()
        if name in open_:
            if not tag["end"]:
                open_[name].append(tag.span())
            elif open_[name]:
                open_[name].pop()
        elif name in _ENDLESS:
            yield tag.span()
        elif not tag["end"] and (end := _COMMENT_END if name == _COMMENT else RAW_TEXT.get(name)):
            found = None if name in unended else end.search(markup, at)
            if found:
                at = found.end()
            else:
                unended.add(name)
                yield tag.span()
    for spans in open_.values():
        yield from spans
    for quote in _QUOTES:
        last = markup.rfind(quote)
        if markup[max(0, last - 20) : max(0, last)].rstrip().endswith(b"="):  # the quote of a value, and none closes it
            yield max(0, markup.rfind(b"<", 0, last)), last + 1
