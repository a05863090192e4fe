"""A folder of evaluation sets -> pages with their truth, and for each passage whether it is the story."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import tldextract

from newsextract.body.features import headline
from newsextract.body.judge import plain_case
from newsextract.clean.chrome import signs_post
from newsextract.content import Content, lines, pieces
from newsextract.content.plain import plain_lines
from newsextract.document import decode, parse
from newsextract.extract import without_labels
from newsextract.metadata import Facts, gather
from newsextract.text import fold
from training.align import align, tokens
from training.house import BODY, NO_ARTICLE, marked, readings

PAGE_SETS = ("fundus-dev", "wcxb-dev", "readability", "trafilatura-dev", "htmldate-dev")
TEXT_SETS = ("fundus-dev", "wcxb-dev", "readability")
WHOLE_WEIGHT = 0.03  # of a text that has no noise, against a dump
DUMP_SETS = ("fundus-dev-dump",)
SCRAPED_SETS = ("house", "wcxb-dev")
FOLDS = 5
HOUSE = "house"
STANDFIRST = "s"
FIRST = 2  # paragraphs at the head of a story that are shown as no standfirst
LEAST_LEAD = 25
STORY, UNSURE = 0.5, 0.2
MIN_USED = 0.6
_SPLIT = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@dataclass(frozen=True, slots=True)
class Example:
    """One page: its pieces, and labels (1 story, 0 not) by position; positions without a label are unsure.

    key: a hash of its bytes. group: what is held out together. source: the set that its truth comes from, ``house``
    where it was read under the house's convention. leads: passages above the story that are its standfirst (True), and
    its first paragraphs (False).
    """

    name: str
    key: str
    group: str
    source: str
    content: Content
    facts: Facts
    labels: dict[int, float]
    leads: dict[int, bool] = field(default_factory=dict)
    weight: float = 1.0


def examples(corpus: Path, sets: tuple[str, ...], house: float = 1.0) -> Iterator[Example]:
    """Yield the pages of the sets that have truth for the body, in the order of the corpus.

    house: the share, 0 to 1, of the pages read under the house's convention whose labels count, in place of the
    source's where both speak.
    """
    read_here = {page: reading for page, reading in readings().items() if int(page[:8], 16) < house * 16**8}
    known: set[str] = set()
    for source in sets:
        folder = corpus / source
        with (folder / "cases.jsonl").open(encoding="utf-8") as cases:
            for line in cases:
                case = json.loads(line)
                body = gzip.decompress((folder / "html" / f"{case['id']}.html.gz").read_bytes())
                content, facts, link = read(body, case.get("url"), source.endswith("-dump"))
                name, page_key, site = f"{source}/{case['id']}", key(body), group(case.get("url") or link, case["id"])
                if page_key in known:  # two sets have this page
                    continue
                known.add(page_key)
                if (reading := read_here.get(page_key)) is not None:
                    if reading.kind not in NO_ARTICLE:
                        labels, leads = _labels_of_house(marked(content, reading), content)
                        yield Example(name, page_key, site, HOUSE, content, facts, labels, leads)
                elif (own := _labels(case, content)) is not None:
                    leads = _leads(case, content)
                    yield Example(name, page_key, site, source, content, facts, own, leads)


def read(body: bytes, url: str | None, dump: bool) -> tuple[Content, Facts, str | None]:
    """Return a page's pieces and facts, and the address that it declares as its own."""
    decoded = decode(body)
    if dump:
        return without_labels(lines(decoded.text), Facts())[1], Facts(), None
    document = parse(decoded, url)
    facts = gather(document)
    return pieces(document), facts, facts.canonical_url


def dumps(corpus: Path) -> Iterator[Example]:
    """Yield what scraped text looks like: the dumps of the corpus, such as others would make of its pages, and bodies
    alone, which must stay as they are."""
    yield from examples(corpus, DUMP_SETS)
    for page in examples(corpus, PAGE_SETS):
        if page.source in TEXT_SETS:
            body = [piece.text for piece in page.content.pieces if page.labels.get(piece.at) == 1.0]
            yield _as_dump(page, [(text, 1.0) for text in body], page.source, WHOLE_WEIGHT)
        if page.source in SCRAPED_SETS:
            yield _as_dump(page, list(_scraped(page)), f"{page.source}-scraped", 1.0)


def _scraped(page: Example) -> Iterator[tuple[str, float | None]]:
    """Yield the lines of the part of a page that holds headline and story, each with its label."""
    content = page.content
    passages = [piece for piece in content.pieces if piece.picture is None]
    story = [piece for piece in passages if page.labels.get(piece.at) == 1.0]
    title = headline(passages, page.facts)
    if story and title >= 0 and passages[title].at <= story[0].at:
        story.append(passages[title])
    around: list[int] = []
    for piece in story:
        way = _way_up(piece.container, content)
        around = [number for number in around if number in way] if around else way
    for piece in passages:
        if around and around[0] in _way_up(piece.container, content):
            cut = 0.0 if plain_case(piece, content) else None
            yield piece.text, page.labels.get(piece.at, cut)


def _way_up(number: int, content: Content) -> list[int]:
    way = []
    while number >= 0:
        way.append(number)
        number = content.nodes[number].parent
    return way


def _as_dump(page: Example, told: list[tuple[str, float | None]], source: str, weight: float) -> Example:
    """Return lines with their labels as an example without markup."""
    flat = [(" ".join(text.split()), label) for text, label in told]
    content = plain_lines(text for text, _ in flat)
    labels = {piece.at: label for piece, (_, label) in zip(content.pieces, flat, strict=True) if label is not None}
    content = without_labels(content, Facts())[1]
    labels = {piece.at: labels[piece.at] for piece in content.pieces if piece.at in labels}
    return replace(page, content=content, facts=Facts(), labels=labels, leads={}, source=source, weight=weight)


def key(body: bytes) -> str:
    """Return the name under which a page's fold is kept."""
    return hashlib.sha1(body, usedforsecurity=False).hexdigest()


def group(url: str | None, case_id: str) -> str:
    """Return what is held out together: the registered domain, or the id's publisher where there is no url."""
    if url and (site := _SPLIT(url).domain):
        return site
    return case_id.split("-V")[0].split("_")[0]


def fold_of(site: str, seed: int) -> int:
    """Return the fold of a group: the same in every set of pages."""
    return int(hashlib.sha1(f"{seed} {site}".encode(), usedforsecurity=False).hexdigest(), 16) % FOLDS


def _labels_of_house(marks: dict[int, str], content: Content) -> tuple[dict[int, float], dict[int, bool]]:
    """Return labels and leads; whether a standfirst is cut is left open, as another model takes it out."""
    by_place = {piece.at: piece for piece in content.pieces}
    labels = {
        at: float(mark in BODY) for at, mark in marks.items() if mark != STANDFIRST and not signs_post(by_place[at])
    }
    body = [at for at, mark in marks.items() if mark == "b" and len(by_place[at].text) >= LEAST_LEAD]
    leads = {at: True for at, mark in marks.items() if mark == STANDFIRST and body and at < body[0]}
    return labels, leads | dict.fromkeys(body[:FIRST], False)


def _leads(case: dict[str, Any], content: Content) -> dict[int, bool]:
    """Return where a source that tells standfirsts from paragraphs sees its standfirst and its first paragraph."""
    if not case.get("summary") or not case.get("paragraphs"):
        return {}
    above, first = {fold(text) for text in case["summary"]}, fold(case["paragraphs"][0])
    passages = {piece.at: fold(piece.text) for piece in content.pieces if piece.picture is None}
    found = {at: True for at, text in passages.items() if text in above}
    return found | dict.fromkeys([at for at, text in passages.items() if text == first][:1], False)


def _labels(case: dict[str, Any], content: Content) -> dict[int, float] | None:
    if "paragraphs" in case or "text" in case:
        return _labels_of_text(case, content)
    if case.get("with") or case.get("without"):
        return _labels_of_segments(case, content)
    return None


def _labels_of_text(case: dict[str, Any], content: Content) -> dict[int, float] | None:
    truth, unsure = _truth(case)
    passages = [piece for piece in content.pieces if piece.picture is None]
    spans = align([piece.text for piece in passages], truth)
    total = sum(len(tokens(line)) for line in truth)
    used = sum((span.end - span.begin) * span.share for span in spans.values())
    if not total or used / total < MIN_USED:
        return None
    labels = {}
    for number, piece in enumerate(passages):
        share = spans[number].share if number in spans else 0.0
        if piece.text in unsure or (UNSURE < share < STORY):
            continue
        labels[piece.at] = float(share >= STORY)
    return labels


def _truth(case: dict[str, Any]) -> tuple[list[str], set[str]]:
    """Return the true lines in order, headings among them, and the texts that may be there or not."""
    if "paragraphs" not in case:
        return [line for line in case["text"].split("\n") if line.strip()], set()
    headings = list(zip(case.get("heading_at", []), case.get("headings", []), strict=True))
    truth: list[str] = []
    for i, paragraph in enumerate([*case["paragraphs"], None]):
        truth += [heading for at, heading in headings if at == i]
        if paragraph is not None:
            truth.append(paragraph)
    unsure = {case["paragraphs"][i] for i in case.get("optional", [])} | set(case.get("summary", []))
    return truth, {" ".join(text.split()) for text in unsure}


def _labels_of_segments(case: dict[str, Any], content: Content) -> dict[int, float]:
    labels = {}
    inside = [" ".join(segment.split()) for segment in case.get("with", [])]
    outside = [" ".join(segment.split()) for segment in [*case.get("without", []), *case.get("comments", [])]]
    for piece in content.pieces:
        text = " ".join(piece.text.split())
        if piece.picture is not None or len(text) < 10:
            continue
        if any(segment in text for segment in outside):
            labels[piece.at] = 0.0
        elif any(segment in text for segment in inside):
            labels[piece.at] = 1.0
    return labels


__all__ = ["FOLDS", "PAGE_SETS", "Example", "dumps", "examples", "fold_of", "group", "key", "read"]
