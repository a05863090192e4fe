"""What each HTML element does to the flow of text."""

from __future__ import annotations

from newsextract.article import BlockKind

PLAIN, LINK, STRONG, LABEL, LINE_BREAK, IMAGE, HIDDEN, FALLBACK, BLOCK, UNKNOWN = range(10)
"""Effects: runs on in its line; a link; bold; a span whose class may matter; a break; a picture; shows no text of the
page, or none that is prose; noscript; a block; an element that HTML does not know."""

_TAGS = {
    PLAIN: "abbr acronym b bdi bdo big code data del dfn font ins kbd mark nobr q ruby s samp strike sub sup tt u var wbr "
    "output picture source slot rb rp rt",
    LINK: "a",
    STRONG: "b strong",
    LABEL: "span small cite em i label time",
    LINE_BREAK: "br",
    IMAGE: "img",
    HIDDEN: "script style template svg iframe select option datalist object embed applet canvas math head noframes audio "
    "video track map meter progress textarea input title meta link base",
    FALLBACK: "noscript",
    BLOCK: "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption "
    "figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary "
    "table tbody td tfoot th thead tr ul",
}
EFFECTS: dict[str, int] = {tag: effect for effect, tags in _TAGS.items() for tag in tags.split()}

HEADINGS = {f"h{level}": level for level in range(1, 7)}
LISTS = frozenset({"ul", "ol", "menu"})
CELLS = frozenset({"td", "th"})
LIST_TAGS = LISTS | {"table", "dl"}
"""Elements that hold many short passages of one kind."""
RESETS = frozenset({"article", "main", "section"})
"""Elements that begin a text of their own wherever they stand."""
KINDS: dict[str, BlockKind] = {
    **dict.fromkeys(HEADINGS, BlockKind.HEADING),
    **dict.fromkeys([*LISTS, "li"], BlockKind.LIST_ITEM),
    "blockquote": BlockKind.QUOTE,
    "pre": BlockKind.CODE,
    **dict.fromkeys(CELLS, BlockKind.TABLE),
    **dict.fromkeys(RESETS, BlockKind.PARAGRAPH),
}
"""What the text in an element is, where its tag says so."""
LINE_TAGS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "figcaption", "dt"})
"""Blocks that hold one line of text: an unknown element in them is inline, as browsers show it."""
