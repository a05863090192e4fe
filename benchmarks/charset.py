"""Measure how pages are decoded: as they are, and in an encoding of their language, with a label and without one.

python benchmarks/charset.py FOLDER [--limit N]

FOLDER holds .html pages (also gzipped) that are in UTF-8; others are passed over. Each is read as it is, then without
its labels, then under a wrong one. Its text is then written in the encodings that pages of its language were written in
before UTF-8; what these lack becomes a character reference. Exact is a page whose text comes back to the character,
near one where at least 99 in 100 of its characters beyond ASCII do. The answer is a Markdown table on stdout; the exit
code is 1 where a page in UTF-8 or with a label is not exact, or less than 85 in 100 of the others are exact or near.
"""

from __future__ import annotations

import argparse
import gzip
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from newsextract import NewsExtractError
from newsextract.document import decode

LABELS = re.compile(r"<meta\s[^>]{0,200}?charset[^>]{0,200}>|\A\s*<\?xml[^>]{0,200}>", re.IGNORECASE)
LANGUAGE = re.compile(r"<html\s[^>]{0,400}?lang\s{0,9}=\s{0,9}[\"']?\s{0,9}([a-z]{2}(?:-[a-z]{2,4})?)", re.IGNORECASE)
FOREIGN = re.compile(r"[^\x00-\x7f]+")
ENCODINGS = {  # language -> label and codec
    "ru": (("windows-1251", "cp1251"), ("koi8-r", "koi8-r")),
    "uk": (("windows-1251", "cp1251"),),
    "bg": (("windows-1251", "cp1251"),),
    "zh": (("gb18030", "gb18030"),),
    "zh-tw": (("big5", "big5hkscs"),),
    "zh-hk": (("big5", "big5hkscs"),),
    "ja": (("shift_jis", "cp932"), ("euc-jp", "euc_jp"), ("iso-2022-jp", "iso2022_jp")),
    "ko": (("euc-kr", "cp949"),),
    "ar": (("windows-1256", "cp1256"),),
    "fa": (("windows-1256", "cp1256"),),
    "el": (("windows-1253", "cp1253"),),
    "he": (("windows-1255", "cp1255"),),
    "th": (("windows-874", "cp874"),),
    "tr": (("windows-1254", "cp1254"),),
    "vi": (("windows-1258", "cp1258"),),
    "lt": (("windows-1257", "cp1257"),),
    "lv": (("windows-1257", "cp1257"),),
    "et": (("windows-1257", "cp1257"),),
    **dict.fromkeys("cs hu pl ro sk sl hr".split(), (("windows-1250", "cp1250"), ("iso-8859-2", "iso8859-2"))),
}
WESTERN = (("windows-1252", "cp1252"),)
MOST_LOST = 0.02  # share of the characters beyond ASCII that a legacy encoding may lack
NEAR, GUESSED = 0.99, 0.85
GUESS = "no label"


@dataclass
class Row:
    """What came of the pages of one kind."""

    pages: int = 0
    exact: int = 0
    near: int = 0
    seconds: list[float] = field(default_factory=list)

    def add(self, body: bytes, header: str | None, wanted: str) -> None:
        """Decode a page and take note of what came."""
        start = time.process_time()
        found = decode(body, header).text
        self.seconds.append(time.process_time() - start)
        self.pages += 1
        self.exact += found == wanted
        self.near += found != wanted and alike(found, wanted)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="pages in UTF-8")
    parser.add_argument("--limit", type=int, default=3_000, help="pages at most (3,000)")
    options = parser.parse_args()
    rows: dict[tuple[str, str], Row] = defaultdict(Row)
    for text in islice(texts(options.folder), options.limit):
        for kind, name, body, header, wanted in variants(text):
            rows[kind, name].add(body, header, wanted)
    print("| how | encoding | pages | exact | near | ms a page | slowest, ms |\n|---|---|---:|---:|---:|---:|---:|")
    for (kind, name), row in sorted(rows.items()):
        mean, most = sum(row.seconds) / row.pages * 1e3, max(row.seconds) * 1e3
        print(f"| {kind} | {name} | {row.pages} | {row.exact} | {row.near} | {mean:.2f} | {most:.1f} |")
    return verdict(rows)


def texts(folder: Path) -> Iterator[str]:
    """Yield the texts of the pages in UTF-8 that have characters beyond ASCII."""
    decode(b"<p>\xe9</p>")  # the detector is loaded here
    for file in sorted(folder.rglob("*")):
        if file.name.endswith((".html", ".html.gz")):
            body = gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
            try:
                text = body.decode()
                decode(body)
            except (UnicodeDecodeError, NewsExtractError):
                continue
            if not text.isascii() and not any(sign in text for sign in "\0\x1b\ufeff"):
                yield text


def variants(text: str) -> Iterator[tuple[str, str, bytes, str | None, str]]:
    """Yield how a page is written, the encoding, its bytes, its header, and the text that is to come out."""
    bare = LABELS.sub("", text)
    yield "UTF-8 as it is", "utf-8", text.encode(), None, text
    yield "UTF-8, no label", "utf-8", bare.encode(), None, bare
    yield "UTF-8, wrong label", "utf-8", bare.encode(), "text/html; charset=windows-1251", bare
    for label, codec in encodings(bare):
        body = bare.encode(codec, "xmlcharrefreplace")
        wanted = body.decode(codec)
        if sum(map(len, FOREIGN.findall(wanted))) < (1 - MOST_LOST) * sum(map(len, FOREIGN.findall(bare))):
            continue
        yield "header", label, body, f"text/html; charset={label}", wanted
        meta = f"<meta charset={label}>"
        yield "meta", label, meta.encode() + body, None, meta + wanted
        if FOREIGN.search(wanted):
            yield GUESS, label, body, None, wanted


def encodings(text: str) -> tuple[tuple[str, str], ...]:
    language = LANGUAGE.search(text)
    name = language[1].lower() if language else ""
    return ENCODINGS.get(name) or ENCODINGS.get(name[:2]) or WESTERN


def alike(found: str, wanted: str) -> bool:
    """Tell whether nearly all runs of characters beyond ASCII are the same."""
    has, needs = Counter(FOREIGN.findall(found)), Counter(FOREIGN.findall(wanted))
    return (has & needs).total() >= NEAR * needs.total()


def verdict(rows: dict[tuple[str, str], Row]) -> int:
    sure = [row for (kind, _), row in rows.items() if kind != GUESS]
    guessed = [row for (kind, _), row in rows.items() if kind == GUESS]
    told = sum(row.exact + row.near for row in guessed) / max(1, sum(row.pages for row in guessed))
    exact = sum(row.exact for row in guessed) / max(1, sum(row.pages for row in guessed))
    seconds = [each for row in rows.values() for each in row.seconds]
    wrong = sum(row.pages - row.exact for row in sure)
    print(f"\nin UTF-8 or labelled: {sum(row.pages for row in sure)} pages, {wrong} not exact")
    print(
        f"guessed: {exact:.1%} exact, {told:.1%} with the near ones; {sum(seconds) / len(seconds) * 1e3:.2f} ms a page"
    )
    return int(wrong > 0 or told < GUESSED)


if __name__ == "__main__":
    sys.exit(main())
