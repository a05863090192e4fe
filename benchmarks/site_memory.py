"""What a memory of sites is worth: leave-one-out on hosts of the corpus with several pages, and on generated sites.

    python benchmarks/site_memory.py CORPUS [--sites 60] [--seed 1] [--show]

For each page all others of its host are learned, and the page is extracted without and with that memory. Printed: pages
whose body is exact, paragraphs of the truth that are lost (kept without the memory, not with it), paragraphs that are
not of the truth and are gone, or new.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import time
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import made_sites
import newsextract
from newsextract.site.lesson import Lesson
from newsextract.site.memory import SiteMemory, lesson_of
from newsextract.site.story import Story, digest
from newsextract.urls import host


@dataclass(frozen=True, slots=True)
class Case:
    """A page and its truth, all of it in the form of ``plain``.

    body: its text, None where it is not known. paragraphs: those of the body; empty where only its text is known.
    accepted: headings and standfirst. within, without: what the body holds, and does not. pictures: addresses.
    """

    name: str
    url: str
    html: bytes
    body: str | None = None
    paragraphs: frozenset[str] = frozenset()
    accepted: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    pictures: frozenset[str] | None = None


@dataclass(slots=True)
class Sums:
    """What is counted."""

    counts: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)


def plain(text: str) -> str:
    """The words of a text, however it is punctuated."""
    return " ".join(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))


def corpus(folder: Path) -> Iterator[list[Case]]:
    """Yield the pages of each host that has several."""
    hosts: dict[str, list[Case]] = defaultdict(list)
    for cases in sorted(folder.glob("*/cases.jsonl")):
        if cases.parent.name.endswith("-dump"):
            continue
        for line in cases.read_text("utf-8").split("\n")[:-1]:
            told = json.loads(line)
            name = host(told.get("url"))
            if name:
                html = cases.parent / "html" / f"{told['id']}.html.gz"
                hosts[name.removeprefix("www.")].append(
                    _case(told, cases.parent.name, gzip.decompress(html.read_bytes()))
                )
    yield from (pages for pages in hosts.values() if len(pages) > 1)


def _case(told: dict[str, object], group: str, html: bytes) -> Case:
    paragraphs, text = told.get("paragraphs"), told.get("text")
    body = " ".join(paragraphs) if isinstance(paragraphs, list) else text
    more = [*(told.get("headings") or ()), *(told.get("summary") or ())] if isinstance(paragraphs, list) else []
    return Case(
        f"{group}/{told['id']}",
        str(told["url"]),
        html,
        plain(str(body)) if body else None,
        frozenset(map(plain, paragraphs)) if isinstance(paragraphs, list) else frozenset(),
        tuple(map(plain, map(str, more))),
        tuple(plain(str(each)) for each in told.get("with") or ()),
        tuple(plain(str(each)) for each in told.get("without") or ()),
    )


def compare(pages: list[Case], sums: Sums) -> None:
    """Leave each page of a host out in turn, and with it those that tell its story: sets of the corpus share pages."""
    lessons: dict[str, Lesson | None] = {}
    for page in pages:
        try:
            lessons[page.name] = lesson_of(page.html, page.url)
        except newsextract.InputError:
            lessons[page.name] = None
    for page in pages:
        own = lessons[page.name]
        others = [lesson for name, lesson in lessons.items() if name != page.name and lesson and not _same(own, lesson)]
        if others:
            _extract_both(page, others, sums)


def _same(one: Lesson | None, other: Lesson) -> bool:
    if one is None:
        return False
    return one.key == other.key or Story.decode(one.record).is_same(Story.decode(other.record))


def _extract_both(page: Case, others: Sequence[Lesson], sums: Sums) -> None:
    memory = SiteMemory()
    for lesson in others:
        memory.add(lesson)
    try:
        before = newsextract.extract(page.html, page.url)
        after = newsextract.extract(page.html, page.url, site=memory)
    except newsextract.InputError:
        return
    counts = sums.counts
    counts["pages"] += 1
    counts["pages changed"] += before.blocks != after.blocks
    _compare_text(page, before, after, sums)
    counts["inexact pages that only passages of other stories keep from it"] += _is_curable(page, before, others)
    cut = [each for each in after.cuts if each.rule.startswith("site-furniture")]
    counts["cuts named site-furniture"] += len(cut)
    for name, article in (("without", before), ("with", after)):
        counts[f"pictures {name}"] += len(article.images)
        if page.pictures is not None:
            found = {image.url for image in article.images}
            counts[f"pictures of the truth {name}"] += len(found & page.pictures)
            counts[f"pictures not of the truth {name}"] += len(found - page.pictures)


def _compare_text(page: Case, before: newsextract.Article, after: newsextract.Article, sums: Sums) -> None:
    counts = sums.counts
    texts = {"without": before, "with": after}
    plains = {name: plain(article.text) for name, article in texts.items()}
    for name, text in plains.items():
        counts[f"segments found {name}"] += sum(each in text for each in page.within)
        counts[f"segments of noise {name}"] += sum(each in text for each in page.without)
    paragraphs = {name: Counter(map(plain, article.paragraphs)) for name, article in texts.items()}
    gone = paragraphs["without"] - paragraphs["with"]
    new = paragraphs["with"] - paragraphs["without"]
    if page.body is None:
        counts["paragraphs gone, truth not known"] += gone.total()
        counts["paragraphs new, truth not known"] += new.total()
        sums.told += [f"{page.name} - {text[:100]}" for text in gone] + [f"{page.name} + {text[:100]}" for text in new]
        return
    counts["pages with truth"] += 1
    exact = {name: _is_exact(page, article) for name, article in texts.items()}
    for name, is_exact in exact.items():
        counts[f"body exact {name}"] += is_exact
    counts["paragraphs of truth lost"] += 0
    for words, some in (("lost", gone), ("gained", new)):
        for text, count in some.items():
            known = text in page.paragraphs if page.paragraphs else f" {text} " in f" {page.body} "
            true = known or text in page.accepted
            kind = "truth" if true else "noise"
            counts[f"paragraphs of {kind} {words}"] += count
            sums.told.append(f"{page.name} {kind} {words}: {text[:100]}")


def _is_curable(page: Case, article: newsextract.Article, others: Iterable[Lesson]) -> bool:
    """Whether a body would be exact without what other pages of the host have: all that a memory can do."""
    if page.body is None or _is_exact(page, article):
        return False
    known = {line.text for lesson in others for line in Story.decode(lesson.record).lines}
    own = [block for block in article.blocks if digest(block.text) not in known or plain(block.text) in page.paragraphs]
    return _is_exact(page, replace(article, blocks=tuple(own)))


def _is_exact(page: Case, article: newsextract.Article) -> bool:
    """Whether the body is that of the truth; subheadings and standfirst may be in it or not."""
    more = set(page.accepted)
    blocks = [plain(block.text) for block in article.blocks if block.text]
    full = " ".join(blocks)
    without = " ".join(text for text in blocks if text not in more)
    return page.body in (full, without, plain(" ".join(article.paragraphs)))


def generated(count: int, seed: int) -> Iterator[list[Case]]:
    """Yield the pages of made sites."""
    for number in range(count):
        yield [
            Case(
                f"site {number} page {at}",
                page.url,
                page.html.encode(),
                plain(" ".join(page.paragraphs)),
                frozenset(map(plain, page.paragraphs)),
                tuple(map(plain, page.headings)),
                pictures=frozenset(page.pictures),
            )
            for at, page in enumerate(made_sites.site(seed * 1000 + number))
        ]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--sites", type=int, default=60, help="made sites; 0 for none")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="name the paragraphs that differ")
    parser.add_argument("--least", type=int, default=2, help="pages that a host of the corpus must have")
    args = parser.parse_args()
    for name, groups in (("corpus", corpus(args.corpus)), ("made sites", generated(args.sites, args.seed))):
        began, sums, hosts = time.monotonic(), Sums(), 0
        for pages in groups:
            if len(pages) >= args.least:
                compare(pages, sums)
                hosts += 1
        print(f"{name}: {hosts} hosts, {time.monotonic() - began:.0f} s")
        for key, count in sorted(sums.counts.items()):
            print(f"  {count:7} {key}")
        if args.show:
            print(*(f"    {line}" for line in sums.told), sep="\n")


if __name__ == "__main__":
    main()
