"""Markup -> markup that libxml2 reads whole and in linear time: fewer attributes in a tag, less deep.

libxml2 walks a tag's list of attributes for each one that it adds (1.1 MB of them: 9 s), and stops at a depth of 2,048.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

MAX_ATTRIBUTES = 2_000
MAX_DEPTH = 256
"""How deep the second reading nests: real pages stay below 100."""
MAX_ELEMENTS = 1_500_000
"""Elements and attributes of a page, at 300 bytes each and more; real pages have up to 50,000."""

_STRETCH = 2 * MAX_ATTRIBUTES  # the shortest tag with so many: a blank and a letter for each
_OPENING = re.compile(rb"<[a-zA-Z]")
_PARTINGS = b" \t\n\f\r/\"'"
TAG = rb"<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<rest>(?:[^>=]++|=\s*+(?:\"[^\"]*+\"|'[^']*+')|=)*+)(?:>|\Z)"
"""A pattern of tags, to be matched without regard to case."""
_TAG = re.compile(rb"<!--(?:-?>|.*?(?:--!?>|\Z))|" + TAG, re.IGNORECASE | re.DOTALL)
_ATTRIBUTE = re.compile(rb"[\s/]*+[^\s/=]++(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'][^\s]*+)?+)?+")
RAW_TEXT = {
    name: re.compile(rb"</" + name + rb"(?=[\s/>])", re.IGNORECASE)
    for name in (b"script", b"style", b"title", b"textarea", b"xmp", b"iframe", b"noembed", b"noframes")
}
"""Elements whose content is text, whatever it looks like, until their end tag."""
_ENDS = (b"</body", b"</html", b"</BODY", b"</HTML")
_BLOCKS = (b"<p", b"<div", b"<P", b"<DIV")
_END_TAG = re.compile(rb"</(?:body|html)\s*+>", re.IGNORECASE)
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
_CLOSED_BY_THE_NEXT = frozenset(b"p li dt dd tr td th option optgroup thead tbody tfoot".split())


def has_huge_tag(markup: bytes) -> bool:
    """Tell whether some tag may have more than ``MAX_ATTRIBUTES``; cheap, and now and then wrongly True.

    It looks for the stretches without ">" that such a tag needs, not at each tag; a tag that has a quoted ">" every few
    hundred attributes escapes it.
    """
    at = 0
    while len(markup) - at > _STRETCH:
        close = markup.rfind(b">", at, at + _STRETCH)
        if close < 0:
            close = markup.find(b">", at + _STRETCH)
            close = len(markup) if close < 0 else close
            if _may_hold_attributes(markup, at, close):
                return True
        at = close + 1
    return False


def has_many_elements(markup: bytes) -> bool:
    """Tell whether the elements and attributes are more than ``MAX_ELEMENTS``: the tree would fill the memory."""
    count = 0
    for tag in _tags(markup):
        if tag["name"] and not tag["end"]:
            rest = tag["rest"]
            words = len(rest.split())
            count += 1 + (words if words <= _STRETCH else sum(1 for _ in _ATTRIBUTE.finditer(rest)))
            if count > MAX_ELEMENTS:
                return True
    return False


def without_early_ends(markup: bytes) -> bytes:
    """Return the markup without end tags of body and html where blocks follow the first: libxml2 would drop those."""
    first = next((at for end in _ENDS if (at := markup.find(end)) >= 0), -1)  # one look at the page, as a rule
    if first < 0 or not any(markup.find(block, first) >= 0 for block in _BLOCKS):
        return markup
    return markup[:first] + _END_TAG.sub(b"", markup[first:])


def with_fewer_attributes(markup: bytes) -> bytes:
    """Return the markup with what exceeds ``MAX_ATTRIBUTES`` in a tag left out."""
    kept, done = [], 0
    for tag in _tags(markup):
        start, stop = tag.span("rest")
        if stop - start > _STRETCH and (surplus := _surplus(markup, start, stop)) is not None:
            kept.append(markup[done:surplus])
            done = stop
    return b"".join((*kept, markup[done:]))


def shallower(markup: bytes) -> bytes:
    """Return the markup with all that stands deeper than ``MAX_DEPTH`` side by side at that depth."""
    kept, done = [], 0
    nest = _Nest()
    for tag in _tags(markup):
        if tag["name"] is None:
            continue
        kept.append(markup[done : tag.start()])
        kept.append(nest.end(tag) if tag["end"] else nest.start(tag))
        done = tag.end()
    return b"".join((*kept, markup[done:]))


class _Nest:
    """The tags that are open at a place; ``start`` and ``end`` return what to write for the next one."""

    def __init__(self) -> None:
        self._open: list[bytes] = []
        self._count: Counter[bytes] = Counter()
        self._deep: bytes | None = None  # the tag below MAX_DEPTH that is written and not yet closed

    def start(self, tag: re.Match[bytes]) -> bytes:
        name = tag["name"].lower()
        if name in _VOID or tag["rest"].endswith(b"/"):
            return tag[0]
        if self._open and self._open[-1] == name and name in _CLOSED_BY_THE_NEXT:
            self._pop()
        self._open.append(name)
        self._count[name] += 1
        if len(self._open) <= MAX_DEPTH:
            return tag[0]
        closing, self._deep = self._closing(), name
        return closing + tag[0]

    def end(self, tag: re.Match[bytes]) -> bytes:
        name = tag["name"].lower()
        if not self._count[name]:
            return b""
        while self._pop() != name:
            pass
        closing = self._closing()
        return tag[0] if len(self._open) < MAX_DEPTH else closing

    def _pop(self) -> bytes:
        name = self._open.pop()
        self._count[name] -= 1
        return name

    def _closing(self) -> bytes:
        name, self._deep = self._deep, None
        return b"</" + name + b">" if name else b""


def _tags(markup: bytes) -> Iterator[re.Match[bytes]]:
    """Yield the tags and comments, each once: scripts and other raw text hold none."""
    at = 0
    while tag := _TAG.search(markup, at):
        yield tag
        at = tag.end()
        if not tag["end"] and (closing := RAW_TEXT.get((tag["name"] or b"").lower())):
            found = closing.search(markup, at)
            at = found.start() if found else len(markup)


def _may_hold_attributes(markup: bytes, start: int, stop: int) -> bool:
    first = markup.find(b"<", start, stop)  # alone it is three times faster than the expression, and mostly finds none
    if first < 0 or not (opening := _OPENING.search(markup, first, stop)) or stop - opening.start() <= _STRETCH:
        return False
    inside = markup[opening.start() : stop]
    return len(inside) - len(inside.translate(None, _PARTINGS)) >= MAX_ATTRIBUTES


def _surplus(markup: bytes, start: int, stop: int) -> int | None:
    """Return where the attributes begin that are too many; None where none are."""
    surplus = next(islice(_ATTRIBUTE.finditer(markup, start, stop), MAX_ATTRIBUTES, None), None)
    return surplus.start() if surplus else None
