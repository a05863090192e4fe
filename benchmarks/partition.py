"""Check that what an article keeps and what it cuts are the visible text of its page, each piece once.

python benchmarks/partition.py CORPUS [--set NAME ...] [--limit N] [--show N] [--kind KIND]

CORPUS has sets as folders, each with ``cases.jsonl`` and ``html/ID.html.gz``; of a set whose name ends in -dump the
files are scraped text. The answer is a table: signs and pages of each kind, 0 where nothing is amiss.

The visible text is gathered here by itself, from the tree that libxml2 makes: the text nodes in their order, but those
in ``UNSEEN`` elements (scripts, controls of forms, graphics) and in inline elements whose class says that only a
screen reader tells them. What a style hides counts as visible. Of a dump it is every line, of one in
Markdown what its marks leave. Texts are compared without blanks and invisible signs, in small letters, with plain
quotes and dashes.

What is kept: the blocks in their order, and the fields to which lines of the page may go: title, kicker, lines of the
summary, byline, captions, credits, notes. A field that the page shows nowhere is from its metadata, and is not looked
for. What stands in tags, section, dates and the like is not counted: the lines that they were read from are cuts. The
text is followed from its first sign to its last: at each place the next cut, the next block or a field must go on.

- missing: signs that are neither kept nor cut; lost without a name.
- twice: a cut or a block that the page does not show at its turn, so that something was told twice.
- again: a field that has the words of a block, where the page shows them once.
- seam: signs without a letter or number around what a field has, such as a bracket around a credit; no violation.
- elsewhere: cuts of a text that is not the visible page's (JSON-LD, scripts, hidden markup); no violation. There the
  page's own text must be cut.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from newsextract import Article, extract, extract_text
from newsextract.article import BlockKind
from newsextract.clean import BOOK
from newsextract.content import lines
from newsextract.content.markdown import is_markdown
from newsextract.document import decode, parse, without_endless
from newsextract.errors import NewsExtractError

UNSEEN = frozenset(
    "script style template noscript noframes head title meta link base iframe object embed applet canvas svg math "
    "audio video track map select option datalist textarea input meter progress".split()
)
INLINE = frozenset("span small cite em i label time".split())
FOR_READERS = re.compile(r"sr-only|visually-?hidden|screen-?reader|assistive")
KINDS = ("missing", "twice", "again", "seam", "elsewhere")
INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ue000")
PLAIN = {"‘": "'", "’": "'", "`": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "–": "-", "—": "-", "…": "..."}
AHEAD = 8  # cuts and blocks that are tried where the next ones do not fit
OPEN, STEPS = 60, 20_000  # choices that are gone back to where nothing fits, and steps that are tried
FAR = 20_000  # signs within which the rest of a part must follow
LEAST = 12  # signs of a beginning by which a block is known that goes on elsewhere


@dataclass
class Finding:
    """What is amiss on a page: texts by kind."""

    texts: dict[str, list[str]] = field(default_factory=lambda: {kind: [] for kind in KINDS})

    def add(self, kind: str, text: str) -> None:
        """Note a text, if there is any."""
        if text:
            self.texts[kind].append(text)


def plain(text: str) -> str:
    """Return the signs of a text by which it is compared."""
    signs = (PLAIN.get(sign, sign) for sign in text if not sign.isspace() and sign not in INVISIBLE)
    return "".join(unicodedata.normalize("NFKC", sign).casefold().replace(" ", "") for sign in signs)


def visible(root: etree._Element) -> Iterator[str]:
    """Yield the text nodes of a page's body that a reader sees."""
    start = root
    skip: etree._Element | None = None
    for event, element in etree.iterwalk(start, events=("start", "end")):
        if event == "start":
            if skip is None and is_unseen(element):
                skip = element
            if skip is None and element.text:
                yield element.text
        else:
            if skip is element:
                skip = None
            if skip is None and element is not start and element.tail:
                yield element.tail


def is_unseen(element: etree._Element) -> bool:
    if element.tag in UNSEEN:
        return True
    return element.tag in INLINE and FOR_READERS.search(element.get("class") or "") is not None


def check(article: Article, shown: str) -> Finding:
    """Return what of a visible text is missing in an article, and what it has more than once.

    Raises KeyError for a cut whose rule the noise book does not have.
    """
    found = Finding()
    for cut in article.cuts:
        BOOK[cut.rule.partition(" (")[0]]
    told = article.fields.get("blocks")
    elsewhere = told is not None and told.source not in ("visible", "text")
    cuts = [text for cut in article.cuts if (text := plain(cut.text))]
    blocks = [text for block in article.blocks if block.kind is not BlockKind.IMAGE for text in units(block.text)]
    follower = Follower(found, shown, cuts, [] if elsewhere else blocks, fields(article))
    follower.run()
    for text in follower.left():
        found.add("elsewhere" if elsewhere else "twice", text)
    for text in () if elsewhere else follower.untold():
        if text in blocks and shown.count(text) == 1:
            found.add("again", text)
    return found


def units(text: str) -> list[str]:
    return [unit for part in re.split(r"[\n\t]", text) if (unit := plain(part))]


def fields(article: Article) -> Counter[str]:
    """Return the texts of the fields to which lines of the page may go, each as often as it may stand there."""
    values = [article.title, article.kicker, article.byline, *(article.summary or "").split("\n")]
    for image in article.images:
        values += [image.caption, *(image.credit or "").split(" / ")]
    values += [note.text for note in article.notes]
    return Counter(text for value in values if value and (text := plain(value)))


class State(NamedTuple):
    """How far the text has been followed: its place, the next cut and block, how much of them is told, fields told."""

    at: int
    heads: tuple[int, int] = (0, 0)
    told: tuple[int, int] = (0, 0)
    used: tuple[str, ...] = ()


class Follower:
    """Follows the visible text with what is kept and what is cut."""

    def __init__(self, found: Finding, shown: str, cuts: list[str], blocks: list[str], fields: Counter[str]) -> None:
        self.found, self.shown, self.queues, self.fields = found, shown, (cuts, blocks), fields
        self.now = State(0)
        self.open: list[tuple[State, list[State]]] = []  # choices made, with the ways that were not taken
        self.missed = ""

    def run(self) -> None:
        """Follow the text to its end."""
        while self.now.at < len(self.shown):
            ways = self.ways(self.now)
            if ways:
                self.end_missing()
                self.go(ways)
            elif self.shown[self.now.at].isalnum() and (other := self.other_way(self.now)) is not None:
                self.now, self.missed = other, ""
            else:
                self.lose()
        self.end_missing()

    def go(self, ways: list[State]) -> None:
        """Take the first of several ways."""
        if len(ways) > 1:
            self.open = [*self.open[1 - OPEN :], (self.now, ways[1:])]
        self.now = ways[0]

    def ways(self, state: State) -> list[State]:
        """Return how the text may go on, with the longest first: by the next cut, the next block, or a field."""
        found: list[State] = []
        for number in range(2):
            if rest := self.rest(state, number):
                if self.shown.startswith(rest, state.at):
                    found.append(self.moved(state, number, len(rest), whole=True))
                elif size := self.part(rest, state) if number else self.beginning(rest, state.at):
                    found.append(self.moved(state, number, size, whole=False))
        for text, count in self.fields.items():
            if self.shown.startswith(text, state.at) and state.used.count(text) < count:
                found.append(state._replace(at=state.at + len(text), used=(*state.used, text)))
        if found and not self.shown[state.at].isalnum():  # a sign around what a field has
            found.append(state._replace(at=state.at + 1))
        return sorted(found, key=lambda way: -way.at)

    def rest(self, state: State, number: int) -> str:
        """Return what is left of the next cut (0) or block (1)."""
        queue, head = self.queues[number], state.heads[number]
        return queue[head][state.told[number] :] if head < len(queue) else ""

    def part(self, text: str, state: State) -> int:
        """Return how much of a block stands here whose rest stands further below, or right behind the next cut."""
        size = common(text, self.shown, state.at)
        cut = self.rest(state, 0)
        behind = state.at + size + len(cut)
        if size and cut and self.shown.startswith(cut, state.at + size) and common(text[size:], self.shown, behind):
            return size
        return self.beginning(text, state.at)

    def beginning(self, text: str, at: int) -> int:
        """Return how much of a text stands here whose rest stands further below; 0 where none does."""
        size = common(text, self.shown, at)
        rest = text[size : size + LEAST]
        return size if size >= LEAST and 0 <= self.shown.find(rest, at + size) < at + size + FAR else 0

    def moved(self, state: State, number: int, size: int, *, whole: bool) -> State:
        """Return the state behind a cut or block, or behind so much of it."""
        heads, told = list(state.heads), list(state.told)
        heads[number] += whole
        told[number] = 0 if whole else told[number] + size
        return State(state.at + size, (heads[0], heads[1]), (told[0], told[1]), state.used)

    def other_way(self, dead: State) -> State | None:
        """Return a state past a place where nothing fits, by another choice made before; None where there is none."""
        steps = STEPS
        for number in range(len(self.open) - 1, -1, -1):
            stack = list(reversed(self.open[number][1]))
            while stack and steps:
                steps -= 1
                state = stack.pop()
                if state.at > dead.at:
                    self.open = self.open[:number]
                    return state
                ways = self.ways(state)
                if not ways and state.at < len(self.shown) and not self.shown[state.at].isalnum():
                    ways = [state._replace(at=state.at + 1)]
                stack += reversed(ways)
        return None

    def lose(self) -> None:
        """Take a sign for missing; where one of the cuts or blocks further on fits, those before it are too much."""
        for ahead in range(1, AHEAD):
            for number, queue in enumerate(self.queues):
                at = self.now.heads[number] + ahead
                if at < len(queue) and len(queue[at]) >= LEAST and self.shown.startswith(queue[at], self.now.at):
                    skipped = queue[self.now.heads[number] : at]
                    if all(self.shown.find(text, self.now.at) < 0 for text in skipped):
                        for text in skipped:
                            self.found.add("twice", text)
                        heads = (at, self.now.heads[1]) if number == 0 else (self.now.heads[0], at)
                        self.now = self.now._replace(heads=heads)
                        return
        self.missed += self.shown[self.now.at]
        self.now = self.now._replace(at=self.now.at + 1)

    def end_missing(self) -> None:
        """Note what was missing up to here."""
        spoken = any(sign.isalnum() for sign in self.missed)
        self.found.add("missing" if spoken else "seam", self.missed)
        self.missed = ""

    def left(self) -> Iterator[str]:
        """Yield the cuts and blocks that the text does not have."""
        for queue, head, told in zip(self.queues, self.now.heads, self.now.told, strict=True):
            if head < len(queue):
                yield queue[head][told:]
                yield from queue[head + 1 :]

    def untold(self) -> Iterator[str]:
        """Yield the fields that the text did not go on with."""
        return (text for text, count in self.fields.items() if self.now.used.count(text) < count)


def common(text: str, shown: str, at: int) -> int:
    """Return how many signs of a text stand at a place."""
    size = 0
    while size < len(text) and at + size < len(shown) and text[size] == shown[at + size]:
        size += 1
    return size


def pages(folder: Path, limit: int) -> Iterator[tuple[str, bytes, str | None]]:
    for number, line in enumerate((folder / "cases.jsonl").read_text("utf-8").strip().split("\n")):
        if number >= limit:
            return
        case = json.loads(line)
        body = gzip.decompress((folder / "html" / f"{case['id']}.html.gz").read_bytes())
        yield case["id"], body, case.get("url")


def text_of(body: bytes, dump: bool, article: Article) -> str:
    """Return the visible text of a page as it is compared."""
    decoded = decode(body, None)
    if dump and is_markdown(decoded.text):
        return plain("".join(piece.text for piece in lines(decoded.text).pieces))
    if dump:
        return plain(decoded.text)
    if any("never ends" in reason for reason in article.status_reasons):
        markup = without_endless(decoded.utf8)
        assert markup is not None
        return plain("".join(visible(parse(markup.decode()).root)))
    document = parse(decoded)
    return plain("".join(visible(document.root)))


def main() -> int:
    args = arguments()
    sets = args.set or sorted(path.name for path in args.corpus.iterdir() if (path / "cases.jsonl").exists())
    print("| set | pages | signs |", *(f"{kind} | pages |" for kind in KINDS))
    print("|---|---:|---:|", "---:|---:|" * len(KINDS), sep="")
    bad = 0
    for name in sets:
        dump = name.endswith("-dump")
        count = signs = 0
        lost: Counter[str] = Counter()
        affected: Counter[str] = Counter()
        for case, body, url in pages(args.corpus / name, args.limit):
            try:
                article = extract_text(body, url) if dump else extract(body, url)
            except NewsExtractError as error:
                print(f"{name}/{case}: {error.code}", file=sys.stderr)
                continue
            shown = text_of(body, dump, article)
            finding = check(article, shown)
            count, signs = count + 1, signs + len(shown)
            for kind, texts in finding.texts.items():
                lost[kind] += sum(map(len, texts))
                affected[kind] += bool(texts)
                if kind == args.kind:
                    for text in texts[: args.show]:
                        print(f"{name}/{case}: {text[:200]}", file=sys.stderr)
        bad += lost["missing"] + lost["twice"] + lost["again"]
        print(f"| {name} | {count} | {signs} |", *(f"{lost[kind]} | {affected[kind]} |" for kind in KINDS), flush=True)
    return bool(bad)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--set", action="append", help="only this set; may be given again")
    parser.add_argument("--limit", type=int, default=1_000_000, help="pages of each set at most")
    parser.add_argument("--show", type=int, default=3, help="texts of a page that are shown on stderr (3)")
    parser.add_argument("--kind", default="missing", help="which kind of them (missing)")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
