"""Write the noise book, docs/noise.md, from the rules, their fixtures and the lexicon.

python docs/noise.py [--check]

With --check nothing is written: it exits with 1 where the file is not up to date. Examples are those of
tests/fixtures/noise: an element with ``data-cut`` is what its rule must cut, another one, or one with ``data-left``,
what it must leave.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from lxml import etree, html

from newsextract.clean import chrome, labels
from newsextract.clean.phrases import read
from newsextract.clean.rule import Rule
from newsextract.reasons import FURNITURE, REASONS, SURPLUS
from newsextract.text import clean_line

HERE = Path(__file__).parent
BOOK = HERE / "noise.md"
FIXTURES = HERE.parent / "tests" / "fixtures" / "noise"
CUTS, LEAVES = 4, 2  # examples of each
EVERYWHERE = "und"
FORMS = {"h1": "headline", "h2": "heading", "h3": "heading", "li": "entry of a list"}
UNSHOWN = {
    FURNITURE: (
        "`Tips for the harbour desk: ask for Ada.`, on 19 of 24 pages",
        "`“No.”`, also where many stories have it",
    ),
    SURPLUS: ("`a`, for the 50,001st time in a paragraph of its own", "the 50,000 paragraphs before it"),
}
"""Rule -> examples where one page is not enough to show it, or is too large to keep."""
HEAD = """# The noise book

Written by `python docs/noise.py`; what is to change here changes in the rules, their fixtures or the lexicon.

Each piece of text that a page or dump shows is in the article once, or in `cuts` once, under the name of one of these
rules; `newsextract.clean.BOOK[name]` is its reason. `python benchmarks/partition.py CORPUS` checks that for every
page of a corpus: from the first sign of the visible text to its last it must go on with a cut, a block, or a line of
title, kicker, summary, byline, captions, credits or notes. Visible is what stands in the text of the markup, also
where a style hides it; not what scripts, forms' controls and graphics hold, nor words for screen readers.

Words in quotation marks are said by somebody and never a label. A file of the
[lexicon](../src/newsextract/clean/lexicon) with a name in -openings has beginnings of lines, most others have whole
lines. What is a word of a story too counts only where it stands as a label: no heading, no entry of a list, no full
stop.
"""
TOLD = """
## Lines that their words tell

Asked in this order; the first that matches names the cut. Lines of over 500 characters are never cut by their words.
"""
SEEN = """
## Verdicts, repeats and echoes

Told by the place, the look and the neighbours of a piece, whatever the language.
"""
LANGUAGES = """
## Languages

`zh` has simplified and traditional characters, `sr` both scripts, `no` Bokmål and Nynorsk. “Everywhere” are words that
sites of all languages use.

| words | phrases | languages | |
|---|---:|---:|---|
"""


def book() -> str:
    """Return the whole book."""
    told = "".join(section(rule.name, rule.why, *examples(rule.name), words(rule)) for rule in rules())
    seen = "".join(section(name, why, *(UNSHOWN.get(name) or examples(name))) for name, why in REASONS.items())
    return HEAD + TOLD + told + SEEN + seen + LANGUAGES + "".join(languages())


def rules() -> tuple[Rule, ...]:
    return (*labels.RULES, *chrome.RULES)


def section(name: str, why: str, cuts: str, leaves: str, words: str = "") -> str:
    return f"\n### `{name}`\n\n{why}\n\n- cuts {cuts}\n- leaves {leaves}\n{words}"


def examples(name: str) -> tuple[str, str]:
    """Return what the fixture of a rule shows of it: some of what it cuts, from its first to its last, and leaves."""
    parser = html.HTMLParser(encoding="utf-8")
    root = html.fromstring((FIXTURES / f"{name}.html").read_bytes(), parser=parser)
    cut = [text_of(element) for element in root.xpath("//*[@data-cut]")]
    left = [text_of(element) for element in root.xpath("//*[@data-left]")]
    if not left:
        plain = root.xpath("//*[self::p or self::li or self::h2 or self::h3 or self::td][not(@data-cut)]")
        left = [text_of(element) for element in plain if not element.xpath("ancestor-or-self::*[@data-cut]")]
    cut, left = list(dict.fromkeys(cut)), list(dict.fromkeys(left))
    step = max(1, len(cut) // CUTS)
    return " · ".join(cut[::step][:CUTS]), " · ".join(left[:LEAVES])


def text_of(element: etree._Element) -> str:
    """Return the text of an element as code, with what it is where that tells it from a label."""
    text = f"`{clean_line(' '.join(element.itertext()))}`"
    return f"{text} ({FORMS[element.tag]})" if element.tag in FORMS else text


def words(rule: Rule) -> str:
    named = (*rule.files, *rule.words)
    if not named:
        return ""
    codes = {code for name in named for code, _ in read(name)} - {EVERYWHERE}
    listed = ", ".join(f"`{name}`" for name in named)
    return f"- words: {listed}; {len(codes)} languages\n"


def languages() -> Iterator[str]:
    """Yield a line of the table for each file of the lexicon that a rule of noise or of notes reads."""
    folder = files("newsextract.clean").joinpath("lexicon")
    for name in sorted(path.name.removesuffix(".txt") for path in folder.iterdir()):
        counts: dict[str, int] = {}
        for code, phrases in read(name):
            counts[code] = counts.get(code, 0) + len(phrases)
        codes = sorted(set(counts) - {EVERYWHERE})
        told = ["everywhere"] if EVERYWHERE in counts else []
        yield f"| `{name}` | {sum(counts.values())} | {len(codes)} | {' '.join([*codes, *told])} |\n"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        return BOOK.read_text("utf-8") != book()
    BOOK.write_text(book(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
