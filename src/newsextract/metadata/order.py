"""The order of the page around an element: what comes after it and before it, nearest first, without a list of all."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree


def after(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements that begin after one, in the order of the page; those inside it come first."""
    yield from element.iterdescendants()
    node: etree._Element | None = element
    while node is not None:
        for sibling in node.itersiblings():
            yield from sibling.iter()
        node = node.getparent()


def before(element: etree._Element) -> Iterator[etree._Element]:
    """Yield the elements that end before one begins, the last first."""
    node: etree._Element | None = element
    depth = 0  # how far below the ancestors of the element
    while node is not None:
        previous = node.getprevious()
        if previous is None:
            node = node.getparent()
            if depth and node is not None:
                depth -= 1
                yield node
            continue
        node = previous
        while len(node):
            node = node[-1]
            depth += 1
        yield node


def holds(outer: etree._Element, inner: etree._Element) -> bool:
    """Whether one element is an ancestor of another."""
    return any(above is outer for above in inner.iterancestors())
