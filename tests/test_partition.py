"""Nothing vanishes without a name: kept and cut are the visible text of a page or dump, each piece once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from benchmarks.partition import check, text_of
from hypothesis import given, settings
from hypothesis import strategies as st

import newsextract

FIXTURES = Path(__file__).parent / "fixtures"
PAGES = sorted(path for path in FIXTURES.rglob("*.html") if path.parent.name != "facts")
DUMPS = sorted(path for path in FIXTURES.rglob("*.txt"))
VIOLATIONS = ("missing", "twice", "again")
PARTS = [
    "<p>The council voted on Tuesday to rebuild the harbour bridge before winter, and the engineers were relieved.</p>",
    "<p>Nobody had asked the fishermen, who cross it twice a day and had <a href='/a'>stopped</a> trusting it.</p>",
    "<p>“No.”</p>",
    "<p>Advertisement</p>",
    "<p>The report (opens in a new tab), all ninety pages of it, was read aloud to the council on Tuesday night.</p>",
    "<p>The survey by the engineers</p><p>, who have ninety years between them, names every sleeper that must go.</p>",
    "<figure><img src='/a.jpg'><figcaption>The bridge at low tide. Photo: Tom Birch / Courier</figcaption></figure>",
    "<div class='byline'>By Jane Roe</div><time>13 October 2026, 6.05pm</time>",
    "<h2>What now</h2>",
    "<ul><li>rope</li><li>salt<br>and lamps</li></ul>",
    "<nav><a href='/l'>Local <span class='sr-only'>pages</span></a> <a href='/s'>Sport</a></nav>",
    "<p><em>Correction: an earlier version of this article named the wrong pier.</em></p>",
    "<table><tr><td>7</td><td>Pier</td></tr><tr><td>3</td><td>Quay</td></tr></table>",
    "<blockquote>stopped trusting it</blockquote>",
    "<footer><p>© 2026 Northport Courier. All rights reserved.</p></footer>",
    "<h1>Bridge to be rebuilt</h1>",
]


def amiss(body: bytes, *, dump: bool = False) -> dict[str, list[str]]:
    article = newsextract.extract_text(body) if dump else newsextract.extract(body)
    found = check(article, text_of(body, dump, article)).texts
    return {kind: found[kind] for kind in VIOLATIONS if found[kind]}


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_page_is_parted(path: Path):
    assert amiss(path.read_bytes()) == {}


@pytest.mark.parametrize("path", DUMPS, ids=lambda path: path.stem)
def test_every_dump_is_parted(path: Path):
    assert amiss(path.read_bytes(), dump=True) == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=24))
def test_pages_of_any_parts_are_parted(parts: list[str]):
    assert amiss(f"<html><head><title>Bridge</title></head><body>{''.join(parts)}</body></html>".encode()) == {}


BRIDGE = (FIXTURES / "pages" / "harbour-bridge" / "page.html").read_bytes()


@pytest.mark.parametrize("number", range(18))
def test_the_check_sees_a_cut_that_is_lost_and_one_that_is_told_twice(number: int):
    article = newsextract.extract(BRIDGE)
    shown, cuts = text_of(BRIDGE, False, article), article.cuts
    lost = check(replace(article, cuts=(*cuts[:number], *cuts[number + 1 :])), shown).texts
    assert lost["missing"]
    twice = check(replace(article, cuts=(*cuts[: number + 1], *cuts[number:])), shown).texts
    assert twice["twice"]


def test_the_check_sees_a_block_that_is_lost_and_one_that_is_told_twice():
    article = newsextract.extract(BRIDGE)
    shown, blocks = text_of(BRIDGE, False, article), article.blocks
    for number in range(len(blocks)):
        assert check(replace(article, blocks=(*blocks[:number], *blocks[number + 1 :])), shown).texts["missing"]
        assert check(replace(article, blocks=(*blocks[: number + 1], *blocks[number:])), shown).texts["twice"]
