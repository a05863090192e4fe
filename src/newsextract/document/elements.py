"""What lxml says of an element, typed as it is in a tree of HTML: names and values are text."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter, itemgetter
from typing import Any, cast

from lxml import etree

attributes_of: Callable[[etree._Element], list[tuple[str, str]]] = cast("Any", etree.ElementBase.items)
"""Return the names and values of an element's attributes."""

children_of: Callable[[etree._Element], list[etree._Element]] = itemgetter(slice(None))
"""Return the elements right in an element, at once: faster than to ask for one after the other."""

line_of: Callable[[etree._Element], int | None] = attrgetter("sourceline")
"""Return the line of the source that an element begins on, None where the parser does not say."""
