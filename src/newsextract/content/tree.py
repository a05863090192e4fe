"""Document -> Content: one walk over the tree parts the visible text into pieces and measures where each stands."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from newsextract.article import BlockKind
from newsextract.content import marks
from newsextract.content.images import picture_of
from newsextract.content.marks import TAG_BITS, mask_of
from newsextract.content.menus import MENU_DEPTH, MENU_LINKED, MENUS, is_unseen, menu_lines
from newsextract.content.piece import Content, Node
from newsextract.content.prose import is_prose, size
from newsextract.content.sums import Run, summed
from newsextract.content.tags import (
    BLOCK,
    EFFECTS,
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
from newsextract.document.elements import attributes_of, children_of, line_of
from newsextract.text import clean_line

ATTRIBUTES = frozenset({"role", "itemprop", "style", "hidden", "aria-hidden"})
BREAK = "\ue000"  # a private character stands for <br> until the line is flushed
PARTS = frozenset({"span", "small", "cite"})
PARTS_AT_PICTURES = PARTS | {"em", "i", "b", "strong"}
ITALICS = frozenset({"em", "i"})

_FIGURE = marks.bits(["tag-figure", "caption", "credit"])
_CREDIT = marks.bits(["credit"])
_WORDS = marks.bits(["caption", "credit"])
_HIDDEN = marks.bits(["hidden"])


def pieces(document: Document) -> Content:
    """Return the pieces of a page's visible text and its pictures, and the block elements that hold them."""
    body = document.root.find("body")
    walk = _Walk()
    walk.run(document.root if body is None else body)
    return summed(walk.runs, walk.nodes)


class _Walk:
    """The state of one walk: the stack of open block elements and the line of text being gathered."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.nodes: list[Node] = []
        self.stack: list[int] = []
        self.line: list[str] = []
        self.links: list[tuple[str, int, int]] = []  # address, where in the line its words begin and end
        self.open_links: list[tuple[str, int]] = []
        self.bold_depth = self.italic_depth = self.linked = self.bolded = self.slanted = 0
        self.ruled = False  # whether a line across the page stands above
        self.words_end = -1  # number of pieces up to which inline elements may be the last picture's words
        self.as_blocks: list[etree._Element] = []  # inline elements that stand as blocks

    def run(self, root: etree._Element) -> None:
        """Walk over ``root`` and the elements below it in the order of the page."""
        if not len(root):
            self.add_leaf(root)
            return
        self.open_block(root)
        if text := root.text:
            self.add(text)
        levels = [(root, BLOCK, iter(children_of(root)))]  # what is open, with what is left of its children
        while levels:
            parent, around, children = levels[-1]
            for element in children:
                effect = EFFECTS.get(element.tag, UNKNOWN)
                if effect is UNKNOWN and self.in_line(parent):
                    effect = PLAIN
                if effect is PLAIN or (effect is not HIDDEN and self.begins(element, effect)):
                    if text := element.text:
                        self.add(text)
                    if inside := children_of(element):
                        levels.append((element, effect, iter(inside)))
                        break
                    self.ends(element, effect)
                if text := element.tail:
                    self.add(text)
            else:
                levels.pop()
                self.ends(parent, around)
                if levels and (text := parent.tail):
                    self.add(text)

    def begins(self, element: etree._Element, effect: int) -> bool:
        """Take note of an element that begins; return False where nothing below it is to be looked at."""
        if effect is BLOCK and not len(element):
            self.add_leaf(element)
            return False
        if effect is BLOCK or effect is UNKNOWN:
            self.open_block(element)
            if element.tag in MENUS and self.add_menu(element):
                self.stack.pop()
                return False
        elif effect is LINK:
            self.open_links.append((element.get("href") or "", len(self.line)))
        elif effect is LABEL:
            shown = self.open_label(element)
            self.italic_depth += shown and element.tag in ITALICS
            return shown
        elif effect is STRONG:
            if len(self.runs) <= self.words_end and self.names_words(element):
                self.open_part(element)
            self.bold_depth += 1
        elif effect is LINE_BREAK:
            self.add_break()
        elif effect is IMAGE:
            self.add_picture(element)
        else:  # noscript: hidden from readers, but its picture is the lazy one's true address
            for img in element.iter("img"):
                self.add_picture(img)
            return False
        return True

    def ends(self, element: etree._Element, effect: int) -> None:
        """Take note of an element that ends."""
        if effect is BLOCK or effect is UNKNOWN:
            if self.line:
                self.flush()
            self.stack.pop()
        elif effect is LINK:
            href, start = self.open_links.pop()
            if href and len(self.line) > start:
                self.links.append((href, start, len(self.line)))
        elif effect is STRONG or effect is LABEL:
            if self.as_blocks and self.as_blocks[-1] is element:
                self.as_blocks.pop()
                self.flush()
                self.stack.pop()
            if effect is STRONG:
                self.bold_depth -= 1
            else:
                self.italic_depth -= element.tag in ITALICS

    def in_line(self, parent: etree._Element) -> bool:
        """Whether an element that HTML does not know stands in a line of text; else it is a block, as most such are."""
        return parent.tag in LINE_TAGS or EFFECTS.get(parent.tag, UNKNOWN) in (PLAIN, LINK, STRONG)

    def open_label(self, element: etree._Element) -> bool:
        """Look at a span or its like: words for a screen reader are skipped, a part of a caption stands as a block."""
        if is_unseen(element.get("class")):
            return False
        if (element.tag in PARTS and self.in_caption(self.nodes[self.stack[-1]])) or (
            len(self.runs) <= self.words_end and self.names_words(element)
        ):
            self.open_part(element)
        return True

    def open_part(self, element: etree._Element) -> None:
        """Let an inline element stand as a block."""
        self.as_blocks.append(element)
        self.open_block(element)

    def names_words(self, element: etree._Element) -> bool:
        """Whether an inline element says of itself that it is the last picture's caption, or a credit next to that."""
        if element.tag not in PARTS_AT_PICTURES or (element.tail or " ")[0].isalnum():  # the word goes on behind it
            return False
        told = mask_of(element.get("class") or "") | marks.PROP_BITS.get(element.get("itemprop") or "", 0)
        return bool(told & (_CREDIT if len(self.runs) == self.words_end else _WORDS))

    def in_caption(self, node: Node) -> bool:
        """Whether a node is a figure's words: spans in it are apart, the credit from the caption."""
        return bool((node.own | (self.nodes[node.parent].own if node.parent >= 0 else 0)) & _FIGURE)

    def open_block(self, element: etree._Element) -> None:
        if self.line:
            self.flush()
        tag, nodes, stack = element.tag, self.nodes, self.stack
        words, own = "", TAG_BITS.get(tag, 0)
        for name, value in attributes_of(element):
            if name == "class":
                words = value.strip()
                own |= mask_of(value)
            elif name == "id":
                own |= mask_of(value)
            elif name in ATTRIBUTES:
                own |= _attribute(name, value)
        parent = stack[-1] if stack else -1
        node = Node(tag, words, own, parent, nodes[parent] if stack else None, line_of(element))
        if tag in KINDS:
            _settle_kind(node)
        stack.append(len(nodes))
        nodes.append(node)

    def add_leaf(self, element: etree._Element) -> None:
        """Take a block that holds nothing but text, or nothing at all, at once."""
        text = element.text
        if text and not text.isspace():
            self.open_block(element)
            self.add(text)
            self.flush()
            self.stack.pop()
            return
        if self.line:
            self.flush()
        if element.tag == "hr":
            self.ruled = True

    def add_menu(self, element: etree._Element) -> bool:
        """Take a nav or footer that is mostly links as one piece, a line each; False where it holds more than that."""
        if sum(self.nodes[number].tag in MENUS for number in self.stack) > MENU_DEPTH:
            return False
        lines, linked = menu_lines(element)
        if not lines or linked < MENU_LINKED:
            return False
        text = "\n".join(lines)
        self.runs.append((text, size(text), self.stack[-1], linked, 0.0, 0.0, False, (), None, False))
        return True

    def add(self, text: str) -> None:
        """Add text to the line; blanks do not begin one."""
        if text.isspace():
            if self.line:
                self.line.append(" ")
            return
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
        links = tuple((href, "") for href, _ in self.open_links[-1:])
        self.runs.append(("", 0, self.stack[-1], float(bool(links)), 0.0, 0.0, False, links, picture, False))
        self.words_end = len(self.runs) + 1

    def flush(self) -> None:
        """End the line: what it holds becomes a piece."""
        line, links = self.line, self.links
        if not line:
            return
        container = self.stack[-1]
        kind = self.nodes[container].kind
        raw = line[0] if len(line) == 1 else "".join(line)
        if kind is BlockKind.CODE:
            text = raw.replace(BREAK, "\n").strip("\n")
        else:
            text = clean_line(raw) if BREAK not in raw else _lines(raw)
        if text and not text.isspace():
            amount, length = size(text), len(text)
            linked = min(1.0, self.linked / length) if self.linked else 0.0
            bold = min(1.0, self.bolded / length) if self.bolded else 0.0
            italic = min(1.0, self.slanted / length) if self.slanted else 0.0
            prose = kind is not BlockKind.HEADING and is_prose(text, amount, linked)
            told = tuple(_links(line, links)) if links else ()
            self.runs.append((text, amount, container, linked, bold, italic, self.ruled, told, None, prose))
            self.ruled = False
        line.clear()
        links.clear()
        self.linked = self.bolded = self.slanted = 0
        if self.open_links:  # a link around blocks goes on
            self.open_links = [(href, 0) for href, _ in self.open_links]


def _links(line: list[str], found: list[tuple[str, int, int]]) -> Iterator[tuple[str, str]]:
    for href, start, end in found:
        if text := clean_line("".join(line[start:end]).replace(BREAK, " ")):
            yield href, text


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


def _lines(raw: str) -> str:
    return "\n".join(line for part in raw.split(BREAK) if (line := clean_line(part)))
