"""Document -> Content: one walk over the tree parts the visible text into pieces and measures where each stands."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml import etree

from newsextract.article import BlockKind, Evidence, Link
from newsextract.content import marks
from newsextract.content.images import picture_of
from newsextract.content.piece import Content, Node, Picture, Piece
from newsextract.content.tags import BOLD, CELLS, HEADINGS, INLINE, LINE_TAGS, LISTS, RESETS, SKIPPED
from newsextract.document import Document
from newsextract.text import clean_line

BREAK = "\ue000"  # a private character stands for <br> until the line is flushed
UNSEEN = re.compile(r"sr-only|visually-?hidden|screen-?reader|assistive")
PROSE_ENDS = tuple(".!?…。！？।॥؟۔\"”“»’)」:")
PROSE_SIZE = 80
SHORT_PROSE_SIZE = 25
FIGURE_SIZE = 1500
FIGURE_PIECES = 8
PATH_LENGTH = 3

_WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")
_INNER = marks.bits(["caption", "credit"])
_FIGURE = marks.bits(["tag-figure", "caption", "credit"])
_PICTURE = marks.bits(["picture", "tag-figure"])
_HIDDEN = marks.bits(["hidden"])


def pieces(document: Document) -> Content:
    """Return the pieces of a page's visible text and its pictures, and the block elements that hold them."""
    body = document.root.find("body")
    walk = _Walk()
    walk.run(document.root if body is None else body)
    walk.sum_up()
    _settle_tables(walk)
    return Content(tuple(_pieces(walk)), tuple(walk.nodes))


def size(text: str) -> int:
    """Return how much a text says in characters of an alphabet: a Chinese, Korean or Thai character counts double."""
    return len(text) if text.isascii() else len(text) + len(_WIDE.findall(text))


def is_prose(text: str, size: int, linked: float) -> bool:
    """Whether a passage reads like sentences: long, or shorter with a full stop, and not mostly links."""
    return linked < 0.5 and (size >= PROSE_SIZE or (size >= SHORT_PROSE_SIZE and text.endswith(PROSE_ENDS)))


class _Run(NamedTuple):
    """A piece as the walk leaves it: sums over its ancestors are not yet known."""

    text: str
    size: int
    container: int
    linked: float
    bold: float
    links: tuple[Link, ...]
    picture: Picture | None


class _Walk:
    """The state of one walk: the stack of open block elements and the line of text being gathered."""

    def __init__(self) -> None:
        self.runs: list[_Run] = []
        self.nodes: list[Node] = []
        self.stack: list[int] = []
        self.masks: dict[str, int] = {}  # class or id as written -> its bits
        self.line: list[str] = []
        self.links: list[Link] = []
        self.open_links: list[tuple[str, int]] = []  # address, where in the line its words begin
        self.bold_depth = 0
        self.linked = self.bolded = 0
        self.as_blocks: list[etree._Element] = []  # inline elements that stand as blocks

    def run(self, root: etree._Element) -> None:
        """Walk over the elements below ``root`` in the order of the page."""
        events = etree.iterwalk(root, events=("start", "end"))
        skipped = None
        for event, element in events:
            tag = element.tag
            if event == "start":
                if self.opens(element, tag):
                    if text := element.text:
                        self.add(text)
                else:
                    events.skip_subtree()
                    skipped = element
                continue
            if element is skipped:
                skipped = None
            else:
                self.closes(element, tag)
            if (text := element.tail) and element is not root:
                self.add(text)
        self.flush()

    def opens(self, element: etree._Element, tag: str) -> bool:
        """Take note of an element that begins; return False where nothing below it is shown."""
        if tag in INLINE:
            return self.open_inline(element, tag)
        if tag == "br":
            self.add_break()
        elif tag == "img":
            self.add_picture(element)
        elif tag == "noscript":  # what it shows is hidden from readers, but its picture is the lazy one's true address
            for img in element.iter("img"):
                self.add_picture(img)
            return False
        elif tag in SKIPPED or not isinstance(tag, str):
            return False
        elif "-" in tag and self.stack and self.nodes[self.stack[-1]].tag in LINE_TAGS:
            return True  # a page's own element in a line of text
        else:
            self.open_block(element, tag)
        return True

    def closes(self, element: etree._Element, tag: str) -> None:
        """Take note of an element that ends."""
        if tag in INLINE:
            if self.as_blocks and self.as_blocks[-1] is element:
                self.as_blocks.pop()
                self.flush()
                self.stack.pop()
            elif tag == "a":
                self.close_link()
            elif tag in BOLD:
                self.bold_depth -= 1
        elif tag in ("br", "img") or ("-" in tag and self.nodes[self.stack[-1]].tag in LINE_TAGS):
            return
        else:
            self.flush()
            self.stack.pop()

    def open_inline(self, element: etree._Element, tag: str) -> bool:
        if tag == "a":
            self.open_links.append((element.get("href") or "", len(self.line)))
            return True
        names = element.get("class")
        if names is not None:
            if UNSEEN.search(names):
                return False
            if self.stack and self.nodes[self.stack[-1]].mask & _FIGURE and self.mask(names) & _INNER:
                self.as_blocks.append(element)
                self.open_block(element, tag)
                return True
        if tag in BOLD:
            self.bold_depth += 1
        return True

    def close_link(self) -> None:
        if not self.open_links:
            return
        href, start = self.open_links.pop()
        text = clean_line("".join(self.line[start:]).replace(BREAK, " "))
        if href and text:
            self.links.append(Link(href, text))

    def open_block(self, element: etree._Element, tag: str) -> None:
        self.flush()
        parent = self.stack[-1] if self.stack else -1
        words, own = self.attributes(element, tag)
        node = Node(parent, tag, words, own)
        node.line = element.sourceline
        if parent >= 0:
            _inherit(node, self.nodes[parent])
        self.stack.append(len(self.nodes))
        self.nodes.append(node)

    def attributes(self, element: etree._Element, tag: str) -> tuple[str, int]:
        """Return the class as written, and the bits that class, id, tag, role and itemprop name."""
        own, words = marks.TAG_BITS.get(tag, 0), ""
        for name, value in element.items():
            if name == "class":
                words = value
                own |= self.mask(value)
            elif name == "id":
                own |= self.mask(value)
            elif name == "style":
                if "none" in value and "display:none" in value.replace(" ", ""):
                    own |= _HIDDEN
            elif name == "hidden" or (name == "aria-hidden" and value == "true"):
                own |= _HIDDEN
            elif name == "role":
                own |= marks.ROLE_BITS.get(value, 0)
            elif name == "itemprop":
                own |= marks.PROP_BITS.get(value.split(" ")[0], 0)
        return words, own

    def mask(self, words: str) -> int:
        found = self.masks.get(words)
        if found is None:
            found = self.masks[words] = marks.mask_of(words)
        return found

    def add(self, text: str) -> None:
        """Add text to the line."""
        if text.isspace():
            if self.line:
                self.line.append(" ")
            return
        self.line.append(text)
        if self.open_links:
            self.linked += len(text.strip())
        if self.bold_depth:
            self.bolded += len(text.strip())

    def add_break(self) -> None:
        """Two breaks in a row part paragraphs; one stays in the line."""
        for text in reversed(self.line):
            if text == BREAK:
                self.flush()
                return
            if not text.isspace():
                self.line.append(BREAK)
                return

    def add_picture(self, img: etree._Element) -> None:
        picture = picture_of(img)
        if picture.url is None and not picture.alt:
            return
        container = self.stack[-1] if self.stack else 0
        if self.line and not "".join(self.line).isspace():  # an icon in a line of text
            return
        self.runs.append(_Run("", 0, container, float(bool(self.open_links)), 0.0, (), picture))

    def flush(self) -> None:
        """End the line: what it holds becomes a piece."""
        if not self.line:
            return
        raw = "".join(self.line)
        self.line.clear()
        links, linked, bolded = tuple(self.links), self.linked, self.bolded
        self.linked = self.bolded = 0
        if links:
            self.links.clear()
        if self.open_links:  # a link around blocks goes on
            self.open_links = [(href, 0) for href, _ in self.open_links]
        container = self.stack[-1] if self.stack else 0
        code = self.nodes[container].kind is BlockKind.CODE
        text = raw.replace(BREAK, "\n").strip("\n") if code else _lines(raw)
        if not text or text.isspace():
            return
        amount = size(text)
        share = len(text)
        run = _Run(text, amount, container, min(1.0, linked / share), min(1.0, bolded / share), links, None)
        self.runs.append(run)

    def sum_up(self) -> None:
        """Add up what each node holds, itself and below."""
        nodes = self.nodes
        for run in self.runs:
            node = nodes[run.container]
            if run.picture is not None:
                node.pictures += 1
                continue
            node.pieces += 1
            node.chars += run.size
            node.linked += run.linked * run.size
            if node.kind is not BlockKind.HEADING and is_prose(run.text, run.size, run.linked):
                node.prose += run.size
        for node in reversed(nodes):
            if node.parent >= 0:
                above = nodes[node.parent]
                above.pieces += node.pieces
                above.chars += node.chars
                above.linked += node.linked
                above.prose += node.prose
                above.pictures += node.pictures
        for number, node in enumerate(nodes):
            node.figure = _figure(number, node, nodes)


def _inherit(node: Node, parent: Node) -> None:
    """Give a node what it has from its place: depth, bits, and the kind of text it holds."""
    tag = node.tag
    node.mask |= parent.mask
    node.depth = parent.depth + 1
    node.kind, node.level, node.lists = parent.kind, parent.level, parent.lists
    if tag in HEADINGS:
        node.kind, node.level = BlockKind.HEADING, HEADINGS[tag]
    elif tag in LISTS:
        node.lists += 1
    elif tag == "li":
        node.kind, node.level = BlockKind.LIST_ITEM, max(1, node.lists)
    elif tag == "blockquote":
        node.kind, node.level = BlockKind.QUOTE, None
    elif tag == "pre":
        node.kind, node.level = BlockKind.CODE, None
    elif tag in CELLS:
        node.kind, node.level = BlockKind.TABLE, None
    elif tag in RESETS:
        node.kind, node.level, node.lists = BlockKind.PARAGRAPH, None, 0


def _figure(number: int, node: Node, nodes: list[Node]) -> int | None:
    """Return the number of the outermost node around one set of pictures and its words."""
    above = nodes[node.parent].figure if node.parent >= 0 else None
    if above is not None and nodes[above].pictures <= 1:
        return above
    is_figure = node.own & _PICTURE and node.pictures and node.chars <= FIGURE_SIZE and node.pieces <= FIGURE_PIECES
    return number if is_figure or (node.tag == "figure" and node.chars <= FIGURE_SIZE) else above


def _lines(raw: str) -> str:
    if BREAK not in raw:
        return clean_line(raw)
    return "\n".join(line for part in raw.split(BREAK) if (line := clean_line(part)))


def _settle_tables(walk: _Walk) -> None:
    """Tell tables of data from those that only lay out the page: text in the latter is ordinary text."""
    for node in walk.nodes:
        if node.kind is BlockKind.TABLE and node.tag not in CELLS:
            node.kind = walk.nodes[node.parent].kind
        elif node.tag in CELLS and node.kind is BlockKind.TABLE and (node.chars > 300 or node.prose > 200):
            node.kind = BlockKind.PARAGRAPH


def _pieces(walk: _Walk) -> list[Piece]:
    nodes = walk.nodes
    names: dict[int, frozenset[str]] = {}
    places: dict[int, Evidence] = {}
    found = []
    for at, run in enumerate(walk.runs):
        node = nodes[run.container] if nodes else Node(-1, "body", "", 0)
        own = node.own | (nodes[node.parent].own if node.parent >= 0 else 0)
        for mask in (node.mask, own):
            if mask not in names:
                names[mask] = marks.marks(mask)
        place = places.get(run.container)
        if place is None:
            place = places[run.container] = Evidence(node.line, _path(node, nodes))
        found.append(
            Piece(
                at=at,
                text=run.text,
                kind=BlockKind.IMAGE if run.picture else node.kind,
                level=node.level,
                tag=node.tag,
                linked=run.linked,
                bold=run.bold,
                marks=names[node.mask],
                own=names[own],
                container=run.container,
                figure=node.figure,
                links=run.links,
                place=place,
                picture=run.picture,
            )
        )
    return found


def _path(node: Node, nodes: list[Node]) -> str:
    steps = [node.label()]
    while node.parent >= 0 and len(steps) < PATH_LENGTH:
        node = nodes[node.parent]
        steps.append(node.label())
    return " > ".join(reversed(steps))
