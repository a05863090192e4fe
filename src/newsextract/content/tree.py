"""Document -> Content: one walk over the tree parts the visible text into pieces and measures where each stands."""

from __future__ import annotations

import re
from typing import NamedTuple, cast

from lxml import etree

from newsextract.article import BlockKind, Evidence, Link
from newsextract.content import marks
from newsextract.content.images import picture_of
from newsextract.content.piece import Content, Node, Picture, Piece
from newsextract.content.tags import (
    BLOCK,
    CELLS,
    EFFECTS,
    FALLBACK,
    HEADINGS,
    HIDDEN,
    IMAGE,
    KINDS,
    LABEL,
    LINE_BREAK,
    LINE_TAGS,
    LINK,
    LISTS,
    PLAIN,
    RESETS,
    STRONG,
    UNKNOWN,
)
from newsextract.document import Document
from newsextract.text import clean_line

ATTRIBUTES = frozenset({"role", "itemprop", "style", "hidden", "aria-hidden"})
BREAK = "\ue000"  # a private character stands for <br> until the line is flushed
UNSEEN = re.compile(r"sr-only|visually-?hidden|screen-?reader|assistive")
PROSE_ENDS = tuple('.!?…。！？।॥؟۔"”“»’)」:')
PARTS = frozenset({"span", "small", "cite"})
ITALICS = frozenset({"em", "i"})
PROSE_SIZE = 80
SHORT_PROSE_SIZE = 25
FIGURE_SIZE = 1500
FIGURE_PIECES = 8

MENUS = frozenset({"nav", "footer"})
MENU_LINKED = 0.6
MENU_LINE = 160

_SHOWN = etree.XPath(
    "descendant::text()[not(parent::script or parent::style or parent::template or parent::noscript or parent::title"
    " or parent::option)]",
    smart_strings=False,
)
_LINKED = etree.XPath("descendant::a//text()[not(parent::style or parent::title)]", smart_strings=False)
_WIDE = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]")
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
    italic: float
    ruled: bool
    links: tuple[Link, ...]
    picture: Picture | None
    prose: bool


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
        self.bold_depth = self.linked = self.bolded = 0
        self.italic_depth = self.slanted = 0
        self.ruled = False  # whether a line across the page stands above
        self.as_blocks: list[etree._Element] = []  # inline elements that stand as blocks

    def run(self, root: etree._Element) -> None:  # noqa: C901  # the one hot loop: a call an element costs a tenth of it
        """Walk over the elements below ``root`` in the order of the page."""
        events = etree.iterwalk(root, events=("start", "end"))
        skipped, line = None, self.line
        for event, element in events:
            effect = EFFECTS.get(element.tag, UNKNOWN)
            if event == "start":
                if effect is BLOCK and not len(element):
                    self.add_leaf(element)
                    skipped = element
                    continue
                if effect is BLOCK or (effect is UNKNOWN and not self.in_line(element)):
                    self.open_block(element)
                    if element.tag in MENUS and self.add_menu(element):
                        events.skip_subtree()
                        continue
                elif effect is not PLAIN and not self.opens(element, effect):
                    events.skip_subtree()
                    skipped = element
                    continue
                text = element.text
            else:
                if element is skipped:
                    skipped = None
                elif effect is BLOCK or (effect is UNKNOWN and not self.in_line(element)):
                    if line:
                        self.flush()
                    self.stack.pop()
                elif effect is not PLAIN:
                    self.closes(element, effect)
                text = element.tail if element is not root else None
            if text:
                if not text.isspace():
                    self.add(text)
                elif line:
                    line.append(" ")
        self.flush()

    def in_line(self, element: etree._Element) -> bool:
        """Whether an element that HTML does not know stands in a line of text; else it is a block, as most such are."""
        parent = element.getparent()
        return parent is not None and (
            parent.tag in LINE_TAGS or EFFECTS.get(parent.tag, UNKNOWN) in (PLAIN, LINK, STRONG)
        )

    def opens(self, element: etree._Element, effect: int) -> bool:
        """Take note of an element that begins and is no block; return False where nothing below it is shown."""
        if effect is LINK:
            self.open_links.append((element.get("href") or "", len(self.line)))
        elif effect is LABEL:
            shown = self.open_label(element)
            self.italic_depth += shown and element.tag in ITALICS
            return shown
        elif effect is STRONG:
            self.bold_depth += 1
        elif effect is LINE_BREAK:
            self.add_break()
        elif effect is IMAGE:
            self.add_picture(element)
        elif effect is HIDDEN:
            return False
        elif effect is FALLBACK:  # hidden from readers, but its picture is the lazy one's true address
            for img in element.iter("img"):
                self.add_picture(img)
            return False
        return True

    def closes(self, element: etree._Element, effect: int) -> None:
        """Take note of an element that ends and is no block."""
        if effect is LINK:
            self.close_link()
        elif effect is STRONG:
            self.bold_depth -= 1
        elif effect is LABEL:
            if element.tag in ITALICS:
                self.italic_depth -= 1
            if self.as_blocks and self.as_blocks[-1] is element:
                self.as_blocks.pop()
                self.flush()
                self.stack.pop()

    def open_label(self, element: etree._Element) -> bool:
        """Look at a span or its like: words for a screen reader are skipped, a part of a caption stands as a block."""
        names = element.get("class")
        if names is not None and UNSEEN.search(names):
            return False
        if element.tag in PARTS and self.stack and self.in_caption(self.nodes[self.stack[-1]]):
            self.as_blocks.append(element)
            self.open_block(element)
        return True

    def in_caption(self, node: Node) -> bool:
        """Whether a node is a figure's words: spans in it are apart, the credit from the caption."""
        return bool((node.own | (self.nodes[node.parent].own if node.parent >= 0 else 0)) & _FIGURE)

    def close_link(self) -> None:
        if not self.open_links:
            return
        href, start = self.open_links.pop()
        text = clean_line("".join(self.line[start:]).replace(BREAK, " ")) if href else ""
        if text:
            self.links.append(Link(href, text))

    def open_block(self, element: etree._Element) -> None:
        if self.line:
            self.flush()
        tag, nodes, stack = element.tag, self.nodes, self.stack
        words, own = "", marks.TAG_BITS.get(tag, 0)
        for name, value in cast("list[tuple[str, str]]", element.items()):
            if name == "class":
                words = value.strip()
                own |= self.masks.get(value) or self.mask(value)
            elif name == "id":
                own |= self.mask(value)
            elif name in ATTRIBUTES:
                own |= _attribute(name, value)
        parent = stack[-1] if stack else -1
        node = Node(tag, words, own, parent, nodes[parent] if stack else None)
        node.line = cast("int | None", element.sourceline)
        if tag in KINDS:
            _settle_kind(node)
        stack.append(len(nodes))
        nodes.append(node)

    def mask(self, words: str) -> int:
        found = self.masks.get(words)
        if found is None:
            found = self.masks[words] = marks.mask_of(words)
        return found

    def add_leaf(self, element: etree._Element) -> None:
        """Take a block that holds nothing but text, or nothing at all, at once."""
        if self.line:
            self.flush()
        if element.tag == "hr":
            self.ruled = True
            return
        text = element.text
        if text and not text.isspace():
            self.open_block(element)
            self.add(text)
            self.flush()
            self.stack.pop()

    def add_menu(self, element: etree._Element) -> bool:
        """Take a nav or footer that is mostly links as one piece, a line each; False where it holds more than that."""
        texts = _texts(_SHOWN, element)
        amount = sum(map(len, texts))
        linked = sum(map(len, _texts(_LINKED, element)))
        if not texts or linked < MENU_LINKED * amount or len(max(texts, key=len)) > MENU_LINE:
            return False
        text = "\n".join(texts)
        self.runs.append(_Run(text, size(text), self.stack[-1], linked / amount, 0.0, 0.0, False, (), None, False))
        return True

    def add(self, text: str) -> None:
        """Add text to the line."""
        self.line.append(text)
        if self.open_links:
            self.linked += len(text.strip())
        if self.bold_depth:
            self.bolded += len(text.strip())
        if self.italic_depth:
            self.slanted += len(text.strip())

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
        if self.line and not "".join(self.line).isspace():  # an icon in a line of text
            return
        picture = picture_of(img)
        if picture.url is None and not picture.alt:
            return
        container = self.stack[-1] if self.stack else 0
        self.runs.append(_Run("", 0, container, float(bool(self.open_links)), 0.0, 0.0, False, (), picture, False))

    def flush(self) -> None:
        """End the line: what it holds becomes a piece."""
        line = self.line
        if not line:
            return
        raw = line[0] if len(line) == 1 else "".join(line)
        line.clear()
        links, linked, bolded, slanted, ruled = tuple(self.links), self.linked, self.bolded, self.slanted, self.ruled
        self.linked = self.bolded = self.slanted = 0
        if links:
            self.links.clear()
        if self.open_links:  # a link around blocks goes on
            self.open_links = [(href, 0) for href, _ in self.open_links]
        container = self.stack[-1] if self.stack else 0
        code = self.nodes[container].kind is BlockKind.CODE
        text = raw.replace(BREAK, "\n").strip("\n") if code else _lines(raw)
        if not text or text.isspace():
            return
        amount, length = size(text), len(text)
        linked_share, bold_share = min(1.0, linked / length), min(1.0, bolded / length)
        italic_share = min(1.0, slanted / length)
        self.ruled = False
        prose = self.nodes[container].kind is not BlockKind.HEADING and is_prose(text, amount, linked_share)
        self.runs.append(
            _Run(text, amount, container, linked_share, bold_share, italic_share, ruled, links, None, prose)
        )

    def sum_up(self) -> None:
        """Add up what each node holds, itself and below; children come after their parents."""
        nodes = self.nodes
        count = len(nodes)
        pieces, chars, prose, pictures = [0] * count, [0] * count, [0] * count, [0] * count
        linked = [0.0] * count
        for _, amount, container, share, _, _, _, _, picture, is_prose in self.runs:
            if picture is not None:
                pictures[container] += 1
                continue
            pieces[container] += 1
            chars[container] += amount
            if share:
                linked[container] += share * amount
            if is_prose:
                prose[container] += amount
        for number in range(count - 1, 0, -1):
            if pieces[number] or pictures[number]:
                parent = nodes[number].parent
                pieces[parent] += pieces[number]
                chars[parent] += chars[number]
                linked[parent] += linked[number]
                prose[parent] += prose[number]
                pictures[parent] += pictures[number]
        for number, node in enumerate(nodes):
            if pieces[number]:
                node.pieces, node.chars, node.linked = pieces[number], chars[number], linked[number]
                node.prose = prose[number]
            node.pictures = pictures[number]
            node.figure = (
                _figure(number, node, nodes) if pictures[number] or node.tag == "figure" else _outer(node, nodes)
            )


def _texts(path: etree.XPath, element: etree._Element) -> list[str]:
    found = cast("list[str]", path(element))
    return [line for text in found if (line := clean_line(text))]


def _attribute(name: str, value: str) -> int:
    """Return the bits that role, itemprop and what hides an element name."""
    if name == "role":
        return marks.ROLE_BITS.get(value, 0)
    if name == "itemprop":
        return marks.PROP_BITS.get(value.split(" ")[0], 0)
    if name == "style":
        return _HIDDEN if "none" in value and "display:none" in value.replace(" ", "") else 0
    return _HIDDEN if name == "hidden" or value == "true" else 0


def _settle_kind(node: Node) -> None:
    """Say what the text right in a node is, where its tag says so."""
    tag = node.tag
    if tag in HEADINGS:
        node.kind, node.level = BlockKind.HEADING, HEADINGS[tag]
    elif tag in LISTS:
        node.lists += 1
    elif tag == "li":
        node.kind, node.level = BlockKind.LIST_ITEM, max(1, node.lists)
    else:
        node.kind, node.level = KINDS[tag], None
        if tag in RESETS:
            node.lists = 0


def _outer(node: Node, nodes: list[Node]) -> int | None:
    return nodes[node.parent].figure if node.parent >= 0 else None


def _figure(number: int, node: Node, nodes: list[Node]) -> int | None:
    """Return the number of the outermost node around one set of pictures and its words."""
    above = _outer(node, nodes)
    if above is not None and nodes[above].pictures <= 1:
        return above
    is_figure = node.own & _PICTURE and node.chars <= FIGURE_SIZE and node.pieces <= FIGURE_PIECES
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
    nodes = walk.nodes or [Node("body", "", 0, -1, None)]
    named = marks.marks
    places: dict[int, Evidence] = {}
    found = []
    for at, (text, amount, container, linked, bold, italic, ruled, links, picture, prose) in enumerate(walk.runs):
        node = nodes[container]
        own = node.own | (nodes[node.parent].own if node.parent >= 0 else 0)
        place = places.get(container)
        if place is None:
            place = places[container] = Evidence(node.line, _path(node, nodes))
        kind = node.kind if picture is None else BlockKind.IMAGE
        found.append(
            Piece(
                at, text, kind, node.level, node.tag, linked, bold, named(node.mask), named(own), container,
                node.figure, links, place, picture, amount, prose, node.parent, italic, ruled,
            )
        )  # fmt: skip
    return found


def _path(node: Node, nodes: list[Node]) -> str:
    return f"{nodes[node.parent].label()} > {node.label()}" if node.parent >= 0 else node.label()
