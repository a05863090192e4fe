"""Dirty clean stories with a seed, and count what extract_text gives back.

python benchmarks/dirty.py CORPUS [--seed N] [--count N] [--show N]

The stories are the true paragraphs below their true headlines of the corpus's cases that have both, less what is no
sentence (a price, a name, a link). The dirt is that of ``dirt.tsv``, in the story's language where the table has it,
else in English; word lists of its own, not the rules'. Printed: the share of paragraphs that come back word for word
(in the body or, editors' notes, in notes), of dumps with a line of dirt left in a block, and of headlines that are
right; by language, by layout; then the misses by kind. The exit code is 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from newsextract import Article, extract_text
from newsextract.content.prose import is_prose, size
from newsextract.text import clean_line, fold

DIRT = Path(__file__).with_name("dirt.tsv")
FALLBACK = "en"
SITES = ("Harbour Courier", "Nordwind", "Le Quai", "El Faro", "Маяк", "港湾新報", "Courier.example")
LAYOUTS = {"blank lines": "\n\n", "single newlines": "\n", "CRLF": "\r\n\r\n"}
TARGETS = {"paragraphs": 0.999, "dirty": 0.01, "titles": 0.98}
STUB_WORDS, STUB_SIZE = 12, 40
ENDS = tuple(".!?…。！？।؟۔")
CLOSING = "\"'”“’»」』)）"


@dataclass(frozen=True)
class Story:
    """A clean story: its headline, its paragraphs, its language where it is known."""

    name: str
    title: str
    paragraphs: tuple[str, ...]
    language: str


@dataclass(frozen=True)
class Dump:
    """A dirtied story: its lines, and those of them that are dirt, each with its kind."""

    story: Story
    layout: str
    lines: tuple[str, ...]
    dirt: Mapping[str, str]

    @property
    def text(self) -> str:
        """The dump as somebody would have it."""
        return LAYOUTS[self.layout].join(self.lines)


@cache
def tables() -> dict[str, dict[str, list[str]]]:
    """Return the lines of dirt by language and kind."""
    found: dict[str, dict[str, list[str]]] = defaultdict(dict)
    for line in DIRT.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            language, kind, lines = line.split("\t")
            found[language][kind] = lines.split(" | ")
    return dict(found)


def stories(corpus: Path) -> list[Story]:
    """Return the clean stories of a corpus, each page once."""
    found: dict[str, Story] = {}
    for path in sorted(corpus.glob("*/cases.jsonl")):
        for line in path.open(encoding="utf-8"):
            case = json.loads(line)
            paragraphs = sentences(case.get("paragraphs") or ())
            title = clean_line(case.get("title") or "")
            if title and len(paragraphs) > 1 and title not in paragraphs:
                language = extract_text("\n\n".join(paragraphs)).language or ""
                found.setdefault(title, Story(case["id"], title, tuple(paragraphs), language))
    return list(found.values())


def sentences(paragraphs: Sequence[str]) -> list[str]:
    """Return the paragraphs that are prose to their end, each once: none that leads elsewhere, nor quotes another."""
    lines = list(dict.fromkeys(map(clean_line, paragraphs)))
    prose = [text for text in lines if is_prose(text, size(text), 0.0) and text.rstrip(CLOSING).endswith(ENDS)]
    return [
        text for text in prose
        if not text.startswith(openings()) and not any(text in other for other in prose if other is not text)
    ]  # fmt: skip


@cache
def openings() -> tuple[str, ...]:
    """Return how lines begin that lead to another story."""
    lines = (line for table in tables().values() for line in table["more"])
    return tuple(line.partition("{")[0] for line in lines)


def dirtied(story: Story, headlines: Sequence[str], rng: random.Random) -> Dump:
    """Return a story with dirt above, in and below it. headlines: of other stories in its language."""
    table = tables().get(story.language.partition("-")[0], tables()[FALLBACK])
    site = rng.choice(SITES)
    dirt: dict[str, str] = {}

    def some(kind: str, chance: float = 1.0) -> list[str]:
        if rng.random() >= chance:
            return []
        line = rng.choice(table[kind]).format(site=site, headline=rng.choice(headlines))
        dirt[line] = kind
        return [line]

    menu = table["nav"][: rng.randint(3, 7)] if rng.random() < 0.6 else []
    dirt |= dict.fromkeys(menu, "nav") | {site: "site"}
    lines = some("cookie", 0.3) + some("logo", 0.6) * rng.randint(1, 2) + [site] * (rng.random() < 0.5)
    lines += menu + some("ad", 0.3) + [story.title]
    if (stub := _stub(story.paragraphs[0])) and rng.random() < 0.5:
        dirt[stub] = "stub"
        lines.append(stub)
    lines += [story.title] * (rng.random() < 0.5) + some("share", 0.5)
    for number, paragraph in enumerate(story.paragraphs):
        lines.append(paragraph)
        if number + 1 < len(story.paragraphs):
            lines += some("ad", 0.2) + some("more", 0.06) + some("newsletter", 0.04)
    lines += some("ad", 0.5) + some("share", 0.5) + some("more", 0.3) + some("newsletter", 0.4)
    lines += menu * (rng.random() < 0.5) + some("cookie", 0.2) + some("rights", 0.7)
    return Dump(story, rng.choice(list(LAYOUTS)), tuple(lines), dirt)


def _stub(paragraph: str) -> str | None:
    """Return the beginning of a paragraph with dots where it breaks off; None where it is no longer than that."""
    words = paragraph.split()
    start = " ".join(words[:STUB_WORDS]) if len(words) > 1 else paragraph[:STUB_SIZE]
    return f"{start.rstrip('.,;:')}..." if STUB_SIZE // 2 <= len(start) < len(paragraph) - STUB_SIZE else None


def dumps(clean: Sequence[Story], seed: int, count: int) -> Iterator[Dump]:
    """Yield so many dirty dumps, the stories by turns."""
    rng = random.Random(seed)
    by_language: dict[str, list[str]] = defaultdict(list)
    for story in clean:
        by_language[story.language].append(story.title)
    for number in range(count):
        story = clean[number % len(clean)]
        others = [title for title in by_language[story.language] if title != story.title]
        yield dirtied(story, others or [story.title], rng)


class Tally:
    """What became of some dumps."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def add(self, paragraphs: int, lost: int, left: int, title: bool) -> None:
        """Count one dump."""
        self.counts.update(dumps=1, paragraphs=paragraphs, lost=lost, left=left, dirty=left > 0, titles=title)

    def figures(self) -> dict[str, float]:
        """Return the shares that the targets are about."""
        counts = self.counts
        return {
            "paragraphs": 1 - counts["lost"] / counts["paragraphs"],
            "dirty": counts["dirty"] / counts["dumps"],
            "titles": counts["titles"] / counts["dumps"],
        }

    def row(self, name: str) -> str:
        """Return a line of the table."""
        told = self.figures()
        return (
            f"| {name} | {self.counts['dumps']} | {told['paragraphs']:.4f} | {self.counts['left']} |"
            f" {100 * told['dirty']:.2f} % | {100 * told['titles']:.1f} % |"
        )


def left_in(dump: Dump, article: Article) -> list[tuple[str, str]]:
    """Return the lines of dirt that are in a block of the article, each with its kind."""
    shown = {block.text for block in article.blocks}
    return [(kind, line) for line, kind in dump.dirt.items() if line in shown and line not in dump.story.paragraphs]


def fate(article: Article, text: str) -> str:
    """Return what became of a paragraph that is none of the article's."""
    rule = next((cut.rule for cut in article.cuts if cut.text == text), None)
    if rule is None and text in (article.summary or ""):
        return "the summary"
    return rule or ("in part" if any(text[:40] in other for other in article.paragraphs) else "another field")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--show", type=int, default=0, help="how many misses of each kind to show")
    options = parser.parse_args()
    clean = stories(options.corpus)
    every, tallies = Tally(), defaultdict(Tally)
    misses: dict[str, list[str]] = defaultdict(list)
    for dump in dumps(clean, options.seed, options.count):
        article = extract_text(dump.text)
        kept = {*article.paragraphs, *(note.text for note in article.notes)}
        lost = [text for text in dump.story.paragraphs if text not in kept]
        left = left_in(dump, article)
        titled = fold(article.title) == fold(dump.story.title) if article.title else False
        for tally in (every, tallies[f"language {dump.story.language or '?'}"], tallies[f"layout {dump.layout}"]):
            tally.add(len(dump.story.paragraphs), len(lost), len(left), titled)
        for text in lost:
            misses[f"paragraph lost: {fate(article, text)}"].append(f"{dump.story.name}: {text}")
        for kind, line in left:
            misses[f"dirt left: {kind}"].append(f"{dump.story.name}: {line}")
        if not titled:
            kind = "title: none" if article.title is None else "title: another line"
            misses[kind].append(f"{dump.story.name}: {dump.story.title} -> {article.title}")
    print(f"{len(clean)} stories, {every.counts['paragraphs']} paragraphs, seed {options.seed}\n")
    print("| | dumps | paragraphs back | dirt left | dumps with any | title right |\n|---|---:|---:|---:|---:|---:|")
    print(every.row("all"))
    for name in sorted(tallies):
        print(tallies[name].row(name))
    print()
    for kind, shown in sorted(misses.items(), key=lambda item: -len(item[1])):
        print(f"{len(shown):5} {kind}")
        for text, times in Counter(shown).most_common(options.show):
            print(f"        {times} x {text[:200]}")
    told = every.figures()
    good = told["paragraphs"] >= TARGETS["paragraphs"] and told["titles"] >= TARGETS["titles"]
    return int(not good or told["dirty"] > TARGETS["dirty"])


if __name__ == "__main__":
    sys.exit(main())
