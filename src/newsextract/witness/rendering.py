"""A passage of JSON -> HTML: its blocks as elements, in the order of the data."""

from __future__ import annotations

from html import escape
from typing import Any

from newsextract.witness import kinds
from newsextract.witness.markup import in_line, marked_up
from newsextract.witness.shapes import MANY_INLINE, Part, Shapes

MAX_PIECES = 200_000
_ELEMENTS = {
    kinds.PARAGRAPH: ("<p>", "</p>"),
    kinds.ITEM: ("<li>", "</li>"),
    kinds.LIST: ("<ul>", "</ul>"),
    kinds.QUOTE: ("<blockquote>", "</blockquote>"),
}
_IN_LINE = frozenset({kinds.PARAGRAPH, kinds.HEADING, kinds.ITEM, kinds.LINK, kinds.QUOTE})
_ADDRESSES = ("url", "href", "uri", "src", "contentUrl")
_SETTINGS = ("data", "attrs", "attributes", "fields", "attribs", "file")
"""Keys below which a part keeps its address."""
_CAPTIONS = ("caption", "description", "subtitle")

Step = tuple[int, str, bool]
"""A part to tell, or (-1) markup to write; whether it stands in a line of text."""


def rendered(shapes: Shapes, root: int) -> str:
    """Return what a part tells as HTML."""
    written: list[str] = []
    stack: list[Step] = [(root, "", False)]
    while stack and len(written) < MAX_PIECES:
        number, markup, inline = stack.pop()
        if number < 0:
            written.append(markup)
            continue
        part = shapes.parts[number]
        if isinstance(part.value, str):
            written.append(_string(shapes, part, inline=inline))
        elif isinstance(part.value, list):
            stack += reversed(_listed(shapes, number, inline=inline))
        else:
            stack += reversed(_object(shapes, number, inline=inline, is_root=number == root))
    return "".join(written)


def _string(shapes: Shapes, part: Part, *, inline: bool) -> str:
    if not inline:
        return marked_up(part.value)
    above = shapes.parts[part.parent].value if part.parent >= 0 else None
    text = in_line(part.value)
    return f"<b>{text}</b>" if isinstance(above, dict) and kinds.is_bold(above) else text


def _listed(shapes: Shapes, number: int, *, inline: bool) -> list[Step]:
    """Return the steps for a list; what a list of the story holds are its items."""
    parts = shapes.parts
    part = parts[number]
    kids = [kid for kid in part.kids if not shapes.is_closed(kid)]
    if part.parent < 0 or parts[part.parent].kind != kinds.LIST:
        return [(kid, "", inline) for kid in kids]
    steps: list[Step] = []
    for kid in kids:
        if parts[kid].kind in (kinds.ITEM, kinds.LIST):
            steps.append((kid, "", False))
        else:
            steps += [(-1, "<li>", False), (kid, "", True), (-1, "</li>", False)]
    return steps


def _object(shapes: Shapes, number: int, *, inline: bool, is_root: bool) -> list[Step]:
    part = shapes.parts[number]
    if part.kind == kinds.IMAGE:
        return [(-1, _figure(part.value), False)]
    if part.kind == kinds.BREAK:
        return [(-1, "<br>", False)]
    if part.chosen < 0:
        return []
    carrier = shapes.parts[part.chosen]
    opening, closing = _element(shapes, part, carrier, inline=inline)
    if part.kind in _IN_LINE and (opening or part.kind == kinds.LINK):
        inline = part.kind != kinds.QUOTE or carrier.key in kinds.IN_LINE or _is_line(shapes, carrier)
    elif opening == "<p>":
        inline = True
    steps = [(-1, opening, False), (part.chosen, "", inline), (-1, closing, False)]
    if not is_root and not inline and part.kind == kinds.OTHER and (heading := _heading(part)):
        steps.insert(0, (-1, heading, False))
    return steps


def _element(shapes: Shapes, part: Part, carrier: Part, *, inline: bool) -> tuple[str, str]:
    """Return the tags between which an object is told."""
    if part.kind == kinds.HEADING:
        return f"<h{part.level}>", f"</h{part.level}>"
    if part.kind == kinds.LINK:
        address = _address(part.value)
        return (f'<a href="{escape(address)}">', "</a>") if address else ("", "")
    if part.kind == kinds.PARAGRAPH and isinstance(carrier.value, str) and carrier.key not in kinds.IN_LINE:
        return "", ""  # a string has its paragraphs marked
    if part.kind in _ELEMENTS:
        return _ELEMENTS[part.kind]
    lone = part.kind in (kinds.TEXT, kinds.OTHER) and not inline
    return ("<p>", "</p>") if lone and carrier.key == "children" and _is_line(shapes, carrier) else ("", "")


def _is_line(shapes: Shapes, carrier: Part) -> bool:
    """Whether a list is mostly of the parts of one line: objects with letters in them and no name."""
    parts = shapes.parts
    kids = [parts[kid] for kid in carrier.kids]
    leaves = [
        kid
        for kid in kids
        if kid.kind in (kinds.TEXT, kinds.OTHER) and kid.chosen >= 0 and parts[kid.chosen].key in kinds.IN_LINE
    ]
    return isinstance(carrier.value, list) and len(leaves) > MANY_INLINE * len(kids)


def _heading(part: Part) -> str:
    text = next((text for key in kinds.HEADINGS if isinstance(text := part.value.get(key), str) and text.strip()), "")
    return f"<h2>{in_line(text)}</h2>" if text else ""


def _address(value: dict[str, Any]) -> str | None:
    """Return the address of a link or picture, its own or that of its settings."""
    for place in (value, *(value.get(key) for key in _SETTINGS)):
        if isinstance(place, dict):
            if address := next((one for key in _ADDRESSES if isinstance(one := place.get(key), str) and one), None):
                return address
            if isinstance(inner := place.get("file"), dict) and isinstance(one := inner.get("url"), str):
                return one
    return None


def _figure(value: dict[str, Any]) -> str:
    """Return a picture with its caption; nothing where no address of it is told."""
    address = _address(value)
    if address is None:
        return ""
    caption = next((text for key in _CAPTIONS if isinstance(text := value.get(key), str)), "")
    alt = value.get("alt")
    alt = escape(alt) if isinstance(alt, str) else ""
    return f'<figure><img src="{escape(address)}" alt="{alt}"><figcaption>{in_line(caption)}</figcaption></figure>'
