"""Pages to read -> labels: what a labeller sees, and how the answers become labels of the house's convention.

    python -m training.labelling show CORPUS SET/ID ... > sheet.txt
    python -m training.labelling agree CORPUS FIRST SECOND
    python -m training.labelling keep CORPUS ANSWERS --out training/labels/NAME.jsonl

An answer is a line for each page: its name, the page's type, and marks with numbers and ranges of passages
(``wcxb-dev/0006 article b:12-30,33 h:31 s:8``), see docs/convention.md. Labels name passages by hashes, never by text.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsextract.content import Content
from training.corpus import key, read
from training.house import BODY, MARKS, hashes, passages

SHOWN = 170  # characters of a passage that a labeller sees, its end among them
TAIL = 45


@dataclass(frozen=True, slots=True)
class Answer:
    """What one labeller says of one page: its type, and the mark of each passage number that has one."""

    page: str
    kind: str
    marks: dict[int, str]


def main() -> None:
    """Show pages, compare two passes, or keep answers as labels."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    show = commands.add_parser("show")
    show.add_argument("corpus", type=Path)
    show.add_argument("pages", nargs="+")
    compare = commands.add_parser("agree")
    compare.add_argument("corpus", type=Path)
    compare.add_argument("first", type=Path)
    compare.add_argument("second", type=Path)
    store = commands.add_parser("keep")
    store.add_argument("corpus", type=Path)
    store.add_argument("answers", type=Path)
    store.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    if args.command == "show":
        for page in args.pages:
            print("\n".join(sheet(page, *open_page(args.corpus, page)[1:])))
    elif args.command == "agree":
        report(args.corpus, answers(args.first), answers(args.second))
    else:
        lines = (json.dumps(label(args.corpus, answer)) + "\n" for answer in answers(args.answers).values())
        args.out.write_text("".join(lines), encoding="utf-8")


def open_page(corpus: Path, page: str) -> tuple[str, Content, str | None]:
    """Return the key, the pieces and the title of a page that is named SET/ID."""
    source, _, case = page.partition("/")
    body = gzip.decompress((corpus / source / "html" / f"{case}.html.gz").read_bytes())
    content, facts, _ = read(body, None, dump=source.endswith("-dump"))
    return key(body), content, facts.title


def sheet(page: str, content: Content, title: str | None) -> Iterator[str]:
    """Yield the lines that a labeller reads: number, tag and place, how much is linked or bold, text."""
    yield f"\n=== {page}   TITLE: {title}"
    wanted = {piece.at: number for number, piece in enumerate(passages(content))}
    pictures = menus = 0
    for piece in content.pieces:
        if piece.at not in wanted:
            pictures += piece.picture is not None
            menus += piece.picture is None
            continue
        if pictures or menus:
            yield f"      [{pictures} pictures, {menus} menu or link lines: not asked]"
        pictures = menus = 0
        text = piece.text.replace("\n", " / ")
        if len(text) > SHOWN:
            text = f"{text[: SHOWN - TAIL]} [...] {text[-TAIL:]}"
        look = ("L" if piece.linked > 0.5 else "") + ("B" if piece.bold > 0.8 else "")
        place = " > ".join(part[:28] for part in (piece.place.path or "").split(" > ")[-2:]) if piece.place else ""
        yield f"{wanted[piece.at]:4} <{place}>{look} {text}"


def answers(path: Path) -> dict[str, Answer]:
    """Read a file of answers; ValueError for a line that is none."""
    found = {}
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            page, kind, *groups = line.split()
            found[page] = Answer(page, kind, dict(_marks(groups)))
    return found


def _marks(groups: Iterable[str]) -> Iterator[tuple[int, str]]:
    for group in groups:
        mark, _, ranges = group.partition(":")
        if mark not in MARKS or not mark:
            raise ValueError(f"no mark: {group!r}")
        for part in filter(None, ranges.split(",")):
            first, _, last = part.partition("-")
            yield from ((number, mark) for number in range(int(first), int(last or first) + 1))


def label(corpus: Path, answer: Answer) -> dict[str, Any]:
    """Return an answer as it is kept: the page's key and the hashes of its marked passages by mark."""
    page_key, content, _ = open_page(corpus, answer.page)
    names = list(hashes(passages(content)))
    marked: dict[str, list[str]] = {}
    for number, mark in sorted(answer.marks.items()):
        marked.setdefault(mark, []).append(names[number])
    return {"page": answer.page, "key": page_key, "type": answer.kind, **marked}


def report(corpus: Path, first: dict[str, Answer], second: dict[str, Answer]) -> None:
    """Print how far two passes agree: Cohen's kappa of body against not, F1 of the body, and each disagreement."""
    both = sorted(first.keys() & second.keys())
    table: Counter[tuple[bool, bool]] = Counter()
    exact = 0
    for page in both:
        _, content, _ = open_page(corpus, page)
        pieces = passages(content)
        differ = []
        for number, _ in enumerate(pieces):
            one, two = (answer.marks.get(number, "-") for answer in (first[page], second[page]))
            table[one in BODY, two in BODY] += 1
            if one != two and not (one in BODY and two in BODY):
                differ.append(f"{number}:{one}/{two}")
        exact += not differ
        if differ or first[page].kind != second[page].kind:
            print(page, f"{first[page].kind}/{second[page].kind}", *differ)
    total = table.total() or 1
    seen = (table[True, True] + table[False, False]) / total
    ours, theirs = (table[True, True] + table[True, False]) / total, (table[True, True] + table[False, True]) / total
    chance = ours * theirs + (1 - ours) * (1 - theirs)
    f1 = 2 * table[True, True] / max(1, 2 * table[True, True] + table[True, False] + table[False, True])
    print(
        f"{len(both)} pages, {total} passages: body agreed {seen:.4f}, kappa {(seen - chance) / (1 - chance):.4f}, "
        f"F1 {f1:.4f}, pages without any disagreement {exact}",
        file=sys.stderr,
    )


if __name__ == "__main__":
    main()
