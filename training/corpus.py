"""A folder of evaluation sets -> pages with their truth, and for each passage whether it is the story."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tldextract

from newsextract.content import Content, lines, pieces
from newsextract.document import decode, parse
from newsextract.extract import without_labels
from newsextract.metadata import Facts, gather
from training.align import align, tokens

PAGE_SETS = ("fundus-dev", "wcxb-dev", "readability", "trafilatura-dev")
TEXT_SETS = ("fundus-dev", "wcxb-dev", "readability")
WHOLE_WEIGHT = 0.03  # of a text that has no noise, against a dump
DUMP_SETS = ("fundus-dev-dump",)
STORY, UNSURE = 0.5, 0.2
MIN_USED = 0.6
_SPLIT = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@dataclass(frozen=True, slots=True)
class Example:
    """One page: its pieces, and labels (1 story, 0 not) by position; positions without a label are unsure.

    key: a hash of its bytes. group: what is held out together. source: the set that it comes from.
    """

    name: str
    key: str
    group: str
    source: str
    content: Content
    facts: Facts
    labels: dict[int, float]
    weight: float = 1.0


def examples(corpus: Path, sets: tuple[str, ...]) -> Iterator[Example]:
    """Yield the pages of the sets that have truth for the body, in the order of the corpus."""
    for source in sets:
        folder = corpus / source
        with (folder / "cases.jsonl").open(encoding="utf-8") as cases:
            for line in cases:
                case = json.loads(line)
                body = gzip.decompress((folder / "html" / f"{case['id']}.html.gz").read_bytes())
                content, facts, link = read(body, case.get("url"), source.endswith("-dump"))
                if (labels := _labels(case, content)) is not None:
                    site = group(case.get("url") or link, case["id"])
                    yield Example(f"{source}/{case['id']}", key(body), site, source, content, facts, labels)


def read(body: bytes, url: str | None, dump: bool) -> tuple[Content, Facts, str | None]:
    """Return a page's pieces and facts, and the address that it declares as its own."""
    decoded = decode(body)
    if dump:
        return without_labels(lines(decoded.text), Facts())[1], Facts(), None
    document = parse(decoded, url)
    facts = gather(document)
    return pieces(document), facts, facts.canonical_url


def dumps(corpus: Path) -> Iterator[Example]:
    """Yield what scraped text looks like: the dumps of the corpus, and bodies alone, which must stay as they are."""
    yield from examples(corpus, DUMP_SETS)
    for page in examples(corpus, TEXT_SETS):
        body = [piece.text.replace("\n", " ") for piece in page.content.pieces if page.labels.get(piece.at) == 1.0]
        content = without_labels(lines("\n".join(body)), Facts())[1]
        labels = {piece.at: 1.0 for piece in content.pieces}
        yield replace(page, content=content, facts=Facts(), labels=labels, weight=WHOLE_WEIGHT)


def key(body: bytes) -> str:
    """Return the name under which a page's fold is kept."""
    return hashlib.sha1(body, usedforsecurity=False).hexdigest()


def group(url: str | None, case_id: str) -> str:
    """Return what is held out together: the registered domain, or the id's publisher where there is no url."""
    if url and (site := _SPLIT(url).domain):
        return site
    return case_id.split("-V")[0].split("_")[0]


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


__all__ = ["PAGE_SETS", "Example", "dumps", "examples", "group", "key", "read"]
