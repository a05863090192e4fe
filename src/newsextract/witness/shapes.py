"""JSON values -> the passages in them that have the shape of a story, whatever a site calls them."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from newsextract.witness import kinds

MAX_PARTS = 250_000
MAX_VISITS = 3
"""How often one object is looked at that several others refer to."""
MIN_SIZE = 150
MANY_INLINE = 0.5
TIE = 0.9
_NESTED = ('{"', "[{", '["')
_NESTED_SIZE = 200
_FAR_UP = 60
_NAME = re.compile(r"\$[\w:.@$]*$|(?:https?:/|data:|\.{0,2})/[^\s]*(?:\s\d+[wx])?$")
"""A reference or an address in place of text."""
_PROGRAMS = frozenset({"script", "style", "link", "meta"})
_SHOWN = frozenset({"children", "dangerouslySetInnerHTML"})
_TAGS = frozenset(
    "p h1 h2 h3 h4 h5 h6 ul ol li blockquote div section article a em strong i b u span figure figcaption".split()
)


class Part:
    """A value in its place among all others."""

    __slots__ = ("away", "chosen", "key", "kids", "kind", "level", "owner", "parent", "size", "value")

    def __init__(self, value: Any, key: str, parent: int, owner: int, *, away: bool) -> None:
        self.value = value
        self.key = key
        self.parent = parent  # number of the part that holds it; -1 at the top
        self.owner = owner  # number of the next story around it, or itself; -1 where none is
        self.away = away  # below a key that leads to other stories
        self.kids: list[int] = []
        self.kind, self.level = kinds.OTHER, 2
        self.size = 0  # characters of the text that it tells
        self.chosen = -1  # of an object: the kid that has its text


class Shapes:
    """The parts of some JSON values: each after the one that holds it."""

    def __init__(self, values: Iterable[Any]) -> None:
        self.parts: list[Part] = []
        self._visits: Counter[int] = Counter()
        for value in values:
            if len(self.parts) < MAX_PARTS:
                self._add_all(value)
        self._sum_up()

    def passages(self, most: int) -> list[int]:
        """Return the numbers of the largest passages that are no part of another one, the largest first."""
        parts = self.parts
        found = [
            number
            for number, part in enumerate(parts)
            if part.size >= MIN_SIZE and (part.parent < 0 or not self._tells(part.parent, number))
        ]
        found.sort(key=lambda number: -parts[number].size)
        return found[:most]

    def title(self, number: int) -> str | None:
        """Return the title of the story that a part belongs to."""
        owner = self.parts[number].owner
        return kinds.title_of(self.parts[owner].value) if owner >= 0 else None

    def urls(self, number: int) -> list[str]:
        """Return the addresses of the story that a part belongs to."""
        owner = self.parts[number].owner
        return kinds.urls_of(self.parts[owner].value) if owner >= 0 else []

    def _add_all(self, value: Any) -> None:
        stack: list[tuple[Any, str, int]] = [(value, "", -1)]
        while stack and len(self.parts) < MAX_PARTS:
            value, key, parent = stack.pop()
            if isinstance(value, str):
                value = _opened(value)
            elif isinstance(value, dict):
                value = self._referred(value, parent)
            elif isinstance(value, list):
                value = _element(value)
            if not isinstance(value, str):
                self._visits[id(value)] += 1
                if self._visits[id(value)] > MAX_VISITS:
                    continue
            number = self._add(value, key, parent)
            stack.extend((kid, name, number) for name, kid in reversed(list(_kids(value))))

    def _add(self, value: Any, key: str, parent: int) -> int:
        above = self.parts[parent] if parent >= 0 else None
        owner, away = (above.owner, above.away or kinds.is_away(key) or key[:1] == "$") if above else (-1, False)
        number = len(self.parts)
        part = Part(value, key, parent, owner, away=away)
        if isinstance(value, dict):
            part.kind, part.level = kinds.kind_of(value)
            if kinds.is_story(value) and part.kind not in (kinds.IMAGE, kinds.LINK):
                part.owner, part.kind = number, kinds.OTHER
            elif kinds.is_comment(value):
                part.away = True
        if above is not None:
            above.kids.append(number)
        self.parts.append(part)
        return number

    def _referred(self, value: dict[str, Any], parent: int) -> dict[str, Any]:
        """Return the object that a reference of a normalised cache means: one above has it under that name."""
        name = value.get("__ref") or (value.get("id") if value.get("type") == "id" else None)
        if isinstance(name, str):
            for _ in range(_FAR_UP):
                if parent < 0:
                    break
                above = self.parts[parent].value
                if isinstance(above, dict) and isinstance(found := above.get(name), dict):
                    return found
                parent = self.parts[parent].parent
        return value

    def _sum_up(self) -> None:
        """Work out how much each part tells; those that it holds come after it."""
        parts = self.parts
        for number in range(len(parts) - 1, -1, -1):
            part = parts[number]
            if isinstance(part.value, str):
                part.size = len(part.value)
            elif isinstance(part.value, list):
                part.size = sum(parts[kid].size for kid in part.kids if not self.is_closed(kid))
            elif part.kind not in (kinds.SKIP, kinds.IMAGE, kinds.BREAK):
                part.chosen = self._carrier(part)
                part.size = parts[part.chosen].size if part.chosen >= 0 else 0

    def _carrier(self, part: Part) -> int:
        """Return the kid that has an object's text, -1 for none: the largest, parts rather than one string."""
        parts = self.parts
        full = [n for n in part.kids if parts[n].size and not self.is_closed(n)]
        kids = [n for n in full if kinds.rank(parts[n].key) is not None]
        if not kids:  # what holds one thing alone is no more than its wrapper
            return (
                full[0] if len(full) == 1 and part.kind == kinds.OTHER and _holds_objects(parts[full[0]].value) else -1
            )
        most = max(parts[n].size for n in kids) * TIE
        large = [n for n in kids if parts[n].size >= most]
        return min(large, key=lambda n: (isinstance(parts[n].value, str), kinds.rank(parts[n].key) or 0))

    def is_closed(self, number: int) -> bool:
        """Whether a part is a story or a comment of its own, and none of what holds it."""
        part = self.parts[number]
        above = self.parts[part.parent]
        return (part.owner == number and isinstance(part.value, dict)) or (part.away and not above.away)

    def _tells(self, number: int, kid: int) -> bool:
        """Whether what a part tells has that kid in it."""
        part = self.parts[number]
        if isinstance(part.value, list):
            return bool(part.size) and not self.is_closed(kid)
        return part.chosen == kid


def _holds_objects(value: Any) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and isinstance(value[0], dict | list))


def _kids(value: Any) -> Iterator[tuple[str, Any]]:
    """Yield what a value holds that may tell something."""
    if isinstance(value, dict):
        for key, kid in value.items():
            if (isinstance(kid, dict | list) and kid) or (isinstance(kid, str) and _may_tell(key, kid)):
                yield key, kid
    elif isinstance(value, list):
        for kid in value:
            if (isinstance(kid, dict | list) and kid) or (isinstance(kid, str) and kid and not _NAME.match(kid)):
                yield "", kid


def _may_tell(key: str, text: str) -> bool:
    rank = kinds.rank(key)
    if rank is None or not text or (rank == kinds.WEAK and len(text) < kinds.LAST_SIZE):
        return False
    return not _NAME.match(text)


def _opened(text: str) -> Any:
    """Return the value that a string is the JSON of; other strings as they are."""
    if len(text) < _NESTED_SIZE or not text.startswith(_NESTED):
        return text
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return text


def _element(value: list[Any]) -> Any:
    """Return an element that a list stands for as an object; other lists as they are.

    That is ["p", "text", ["a", {...}, "text"]], and ["$", "div", key, {...}] of a server component, of which only the
    settings count: its text is in the markup.
    """
    match value:
        case ["$", str(tag), _, dict(props), *_]:
            return (
                {} if tag in _PROGRAMS else {(f"${key}" if key in _SHOWN else key): kid for key, kid in props.items()}
            )
        case [str(tag), dict(settings), *rest] if tag in _TAGS and rest:
            return {**settings, "type": tag, "children": rest}
        case [str(tag), *rest] if tag in _TAGS and rest:
            return {"type": tag, "children": rest}
    return value
