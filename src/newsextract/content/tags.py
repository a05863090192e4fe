"""What each HTML element does to the flow of text."""

from __future__ import annotations

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb ruby s samp small span "
    "strike strong sub sup time tt u var wbr output picture source slot".split()
)
"""Elements whose text runs on in the line around them."""

SKIPPED = frozenset(
    "script style template svg iframe select option datalist object embed applet canvas math head noframes audio video "
    "track map meter progress textarea input title meta link base rp rt".split()
)
"""Elements that show no text of the page, or none that is prose."""

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BOLD = frozenset({"b", "strong"})
LISTS = frozenset({"ul", "ol", "menu"})
CELLS = frozenset({"td", "th"})
RESETS = frozenset({"article", "main", "section"})
"""Elements that begin a text of their own wherever they stand."""
LINE_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "dt"})
"""Blocks that hold one line of text: an unknown element in them is inline, as browsers show it."""
