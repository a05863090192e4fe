"""Content and Facts -> one row of measures for each passage: what the model judges by.

Nothing here knows a language or a site: sizes, shares, places, repetition, agreement with the metadata.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from newsextract.article import BlockKind
from newsextract.content import Content, Node, Piece
from newsextract.content.marks import bits
from newsextract.metadata.facts import Facts
from newsextract.text import fold, squeeze

ENDS = re.compile(r"[.!?…。！？।؟۔]")
COMMAS = re.compile(r"[,;،、，；]")
DIGITS = re.compile(r"\d")
SENTENCE_ENDS = tuple(".!?…。！？।॥؟۔\"”“»’)」")
TAGS = {
    tag: code
    for code, tags in enumerate(
        ("p", "div section article main", "li", "h1", "h2", "h3", "h4 h5 h6", "blockquote", "td th", "dd dt", "figcaption",
         "span small cite em", "a", "button form label", "pre"), 1
    )
    for tag in tags.split()
}  # fmt: skip
ARTICLE = bits(["tag-article"])
ABOVE = 3  # how many ancestors are measured
NEIGHBOURS = (-2, -1, 1, 2)

OWN = ("size", "words", "ends", "commas", "digits", "linked", "bold", "links", "tag", "heading", "closed", "prose", "breaks")
PLACE = (
    "index", "index_back", "index_share", "read", "left", "depth", "from_headline", "headlines_before", "repeats",
    "title_overlap", "described", "in_body", "starts_lower", "in_figure", "after_picture", "before_picture",
    "headline_up", "headline_down", "same_article", "from_first", "to_last",
)  # fmt: skip
ANCESTOR = ("chars", "linked", "prose_page", "pieces", "prose_own", "direct")
DENSEST = ("up", "down", "before", "after", "share")
SIGNATURE = ("count", "size", "prose", "linked", "parents")
NEAR = ("size", "linked", "prose", "tag", "steps", "heading")
MASKS = ("mask_own", "mask_up", "mask_far")

NAMES: tuple[str, ...] = (
    *OWN,
    *PLACE,
    *(f"a{level}_{name}" for level in range(ABOVE + 1) for name in ANCESTOR),
    *(f"densest_{name}" for name in DENSEST),
    *(f"signature_{name}" for name in SIGNATURE),
    *(f"n{offset:+d}_{name}" for offset in NEIGHBOURS for name in NEAR),
    *MASKS,
)
"""The columns of a row; the last three are bit masks of ``content.marks``."""

_FAR = (0.0, 0.0, 0.0, 0.0, 99.0, 0.0)


class Row(NamedTuple):
    """The measures of one passage, in the order of ``NAMES``."""

    at: int
    values: list[float]


class _Page(NamedTuple):
    """What a row needs to know of the page as a whole."""

    pieces: list[Piece]
    nodes: tuple[Node, ...]
    own: list[tuple[float, ...]]
    prose: float
    densest: int
    chain: dict[int, int]
    span: tuple[int, int]
    direct: list[float]
    signatures: dict[tuple[str, ...], list[float]]
    parents: Counter[tuple[str, ...]]
    repeats: Counter[str]
    headline: int
    headline_chain: dict[int, int]
    pictures: frozenset[int]
    ranges: list[tuple[int, int]]
    title_words: frozenset[str]
    description: str
    body: str


def measure(content: Content, facts: Facts, wanted: set[int] | None = None) -> list[Row]:
    """Return a row for each piece with text whose position is in ``wanted`` (all where None), in order."""
    page = _survey(content, facts)
    rows, read, headings = [], 0.0, 0
    for number, piece in enumerate(page.pieces):
        own = page.own[number]
        if wanted is None or piece.at in wanted:
            values = [*own, *_place(number, page, read, headings)]
            values += _ancestors(piece, page)
            values += _densest(number, piece, page)
            values += _signature(piece, page)
            for offset in NEIGHBOURS:
                values += _near(number, number + offset, page)
            values += _masks(piece, page.nodes)
            rows.append(Row(piece.at, values))
        if own[11]:
            read += own[0]
        if own[9] == 1:
            headings += 1
    return rows


def _survey(content: Content, facts: Facts) -> _Page:
    pieces = [piece for piece in content.pieces if piece.picture is None]
    nodes = content.nodes
    own = [_own(piece) for piece in pieces]
    direct = [0.0] * len(nodes)
    signatures: dict[tuple[str, ...], list[float]] = {}
    for piece, row in zip(pieces, own, strict=True):
        if not nodes:
            break
        stats = signatures.setdefault(_key(nodes, piece.container), [0.0, 0.0, 0.0, 0.0])
        stats[0] += 1
        stats[1] += row[0]
        stats[2] += row[0] if row[11] else 0.0
        stats[3] += row[0] * row[5]
        if row[11]:
            parent = nodes[piece.container].parent
            direct[piece.container] += row[0]
            if parent >= 0:
                direct[parent] += row[0]
                if (above := nodes[parent].parent) >= 0:
                    direct[above] += row[0] / 2
    densest = max(range(len(nodes)), key=direct.__getitem__, default=-1)
    headline = _headline(pieces, facts)
    return _Page(
        pieces=pieces,
        nodes=nodes,
        own=own,
        prose=sum(row[0] for row in own if row[11]) or 1.0,
        densest=densest,
        chain=_chain(nodes, densest),
        span=_span(pieces, own, nodes, densest),
        direct=direct,
        signatures=signatures,
        parents=Counter((node.tag, node.words) for node in nodes),
        repeats=Counter(piece.text for piece in pieces),
        headline=headline,
        headline_chain=_chain(nodes, pieces[headline].container if headline >= 0 else -1) if nodes else {},
        pictures=frozenset(piece.at for piece in content.pieces if piece.picture is not None),
        ranges=_ranges(pieces, nodes),
        title_words=frozenset((facts.title or "").lower().split()),
        description=squeeze(facts.description or ""),
        body=squeeze(facts.body or ""),
    )


def _own(piece: Piece) -> tuple[float, ...]:
    text = piece.text
    amount = piece.size
    heading = float(piece.level or 0) if piece.kind is BlockKind.HEADING else 0.0
    return (
        amount,
        text.count(" ") + 1,
        len(ENDS.findall(text)),
        len(COMMAS.findall(text)),
        len(DIGITS.findall(text)) / amount,
        piece.linked,
        piece.bold,
        len(piece.links),
        TAGS.get(piece.tag, 0),
        heading,
        float(text.endswith(SENTENCE_ENDS)),
        float(piece.prose),
        text.count("\n"),
    )


def _headline(pieces: list[Piece], facts: Facts) -> int:
    """Return the number of the piece that is the headline: the title's words, a heading rather than a line; or -1."""
    if facts.title:
        title = fold(facts.title)
        near = range(len(title) - 8, len(title) + 9)  # folding changes few characters
        same = [n for n, piece in enumerate(pieces) if len(piece.text) in near and fold(piece.text) == title]
        headings = [n for n in same if pieces[n].kind is BlockKind.HEADING]
        if same:
            return (headings or same)[0]
    return next((n for n, piece in enumerate(pieces) if piece.kind is BlockKind.HEADING and piece.level == 1), -1)


def _chain(nodes: tuple[Node, ...], number: int) -> dict[int, int]:
    """Return the ancestors of a node, itself first, with the steps up to each."""
    chain: dict[int, int] = {}
    while number >= 0:
        chain[number] = len(chain)
        number = nodes[number].parent
    return chain


def _span(
    pieces: list[Piece], own: list[tuple[float, ...]], nodes: tuple[Node, ...], densest: int
) -> tuple[int, int]:
    """Return the numbers of the first and the last passage of prose near the densest node."""
    near = [
        number
        for number, piece in enumerate(pieces)
        if own[number][11] and nodes and densest in (piece.container, nodes[piece.container].parent)
    ]
    return (near[0], near[-1]) if near else (0, max(0, len(pieces) - 1))


def _ranges(pieces: list[Piece], nodes: tuple[Node, ...]) -> list[tuple[int, int]]:
    """Return for each node the numbers of the first and the last passage right in it or in a child of it."""
    first, last = [-1] * len(nodes), [-1] * len(nodes)
    for number, piece in enumerate(pieces):
        if not nodes:
            break
        container = piece.container
        for node in (container, nodes[container].parent):
            if first[node] < 0:
                first[node] = number
            last[node] = number
    return list(zip(first, last, strict=True))


def _key(nodes: tuple[Node, ...], container: int) -> tuple[str, ...]:
    node = nodes[container]
    if node.parent < 0:
        return node.tag, node.words
    parent = nodes[node.parent]
    return node.tag, node.words, parent.tag, parent.words


def _place(number: int, page: _Page, read: float, headings: int) -> tuple[float, ...]:
    piece, count = page.pieces[number], len(page.pieces)
    text = piece.text
    overlap = 0.0
    if page.title_words and len(text) < 300:
        words = text.lower().split()
        overlap = sum(word in page.title_words for word in words) / len(words)
    start = text[:60]
    up, down, same_article, from_first, to_last = _relations(number, piece, page)
    described = float(bool(page.description) and (start in page.description or page.description[:60] in text))
    return (
        number,
        count - number,
        number / count,
        read / page.prose,
        (page.prose - read) / page.prose,
        page.nodes[piece.container].depth if page.nodes else 0.0,
        number - page.headline if page.headline >= 0 else -999.0,
        headings,
        page.repeats[text],
        overlap,
        described,
        -1.0 if not page.body else float(start in page.body),
        float(text[:1].islower()),
        float(piece.figure is not None),
        float(piece.at - 1 in page.pictures),
        float(piece.at + 1 in page.pictures),
        up,
        down,
        same_article,
        from_first,
        to_last,
    )


def _relations(number: int, piece: Piece, page: _Page) -> tuple[float, ...]:
    """Return the steps up to what holds the headline too, the steps down to it, whether both stand in one article
    element (-1: there is none), and the places from the first and to the last passage beside it."""
    if not page.nodes:
        return (0.0, 0.0, -1.0, 0.0, 0.0)
    nodes, chain = page.nodes, page.headline_chain
    up, node, article = 0, piece.container, -1.0
    while node >= 0 and node not in chain:
        if nodes[node].tag == "article":
            article = 0.0
        node = nodes[node].parent
        up += 1
    if article < 0 and node >= 0 and nodes[node].mask & ARTICLE:
        article = 1.0
    first, last = page.ranges[max(0, nodes[piece.container].parent)]
    return up, chain.get(node, 99), article, number - first, last - number


def _ancestors(piece: Piece, page: _Page) -> list[float]:
    values: list[float] = []
    number = piece.container if page.nodes else -1
    for _ in range(ABOVE + 1):
        if number < 0:
            values += (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
            continue
        node = page.nodes[number]
        chars = node.chars or 1
        values += (
            node.chars,
            node.linked / chars,
            node.prose / page.prose,
            node.pieces,
            node.prose / chars,
            page.direct[number] / page.prose,
        )
        number = node.parent
    return values


def _densest(number: int, piece: Piece, page: _Page) -> tuple[float, ...]:
    if not page.nodes:
        return (0.0, 0.0, 0.0, 0.0, 0.0)
    up, node = 0, piece.container
    while node not in page.chain and node >= 0:
        node = page.nodes[node].parent
        up += 1
    first, last = page.span
    return (
        up,
        page.chain.get(node, 99),
        max(0, first - number),
        max(0, number - last),
        page.nodes[page.densest].prose / page.prose,
    )


def _signature(piece: Piece, page: _Page) -> tuple[float, ...]:
    if not page.nodes:
        return (0.0, 0.0, 0.0, 0.0, 0.0)
    count, amount, prose, linked = page.signatures[_key(page.nodes, piece.container)]
    parent = page.nodes[max(0, page.nodes[piece.container].parent)]
    return count, amount / count, prose / page.prose, linked / amount, page.parents[parent.tag, parent.words]


def _near(number: int, other: int, page: _Page) -> tuple[float, ...]:
    if not 0 <= other < len(page.pieces):
        return _FAR
    row = page.own[other]
    return row[0], row[5], row[11], row[8], _steps(number, other, page), row[9]


def _steps(number: int, other: int, page: _Page) -> float:
    """Return how far apart two passages stand: 0 in one element, 1 in siblings, 2 in cousins, 3 further."""
    if not page.nodes:
        return 0.0
    nodes = page.nodes
    a, b = page.pieces[number].container, page.pieces[other].container
    if a == b:
        return 0.0
    above_a, above_b = nodes[a].parent, nodes[b].parent
    if above_a == above_b or a == above_b or above_a == b:
        return 1.0
    far_a = nodes[above_a].parent if above_a >= 0 else -1
    far_b = nodes[above_b].parent if above_b >= 0 else -1
    return 2.0 if far_a == far_b or far_a in (b, above_b) or far_b in (a, above_a) else 3.0


def _masks(piece: Piece, nodes: tuple[Node, ...]) -> tuple[int, int, int]:
    if not nodes:
        return 0, 0, 0
    node = nodes[piece.container]
    up = 0
    if node.parent >= 0:
        parent = nodes[node.parent]
        up = parent.own | (nodes[parent.parent].own if parent.parent >= 0 else 0)
    return node.own, up, node.mask
