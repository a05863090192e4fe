"""Article.fields: where each value is from, why it was taken, how far it may be trusted."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsextract
from newsextract.article import Article
from newsextract.metadata.evidence import confidence

FIXTURES = Path(__file__).parent / "fixtures"
PAGES = sorted([*FIXTURES.glob("pages/*/page.html"), *FIXTURES.glob("metadata/*.html")])
TOLD = {
    "canonical_url", "title", "kicker", "summary", "description", "byline", "credits", "published", "modified",
    "dateline", "section", "tags", "language", "site_name", "access", "images",
}  # fmt: skip
DUMP = """Harbour bridge to be rebuilt before winter

By Jane Roe

NORTHPORT (Reuters) - The council voted on Tuesday to rebuild the old bridge over the harbour, closed in May.

The work is to begin in spring and will take two years, the mayor said after the meeting of the council on Tuesday.
"""


def has(article: Article, field: str) -> bool:
    return getattr(article, field) not in (None, "", (), [])


@pytest.mark.parametrize("path", PAGES, ids=[path.parent.name + path.stem for path in PAGES])
def test_every_value_tells_where_it_is_from_and_no_other_does(path: Path) -> None:
    article = newsextract.extract(path.read_bytes(), "https://tidewater.example/page")
    assert {field for field in TOLD if has(article, field)} == set(article.fields) - {"blocks"}
    for info in article.fields.values():
        assert info.candidates
        assert info.source in {one.source for one in info.candidates}


def test_what_a_dump_shows_is_from_its_text() -> None:
    article = newsextract.extract_text(DUMP)
    assert {article.fields[field].source for field in ("title", "byline", "dateline")} == {"text"}


def test_the_reason_counts_who_agrees() -> None:
    head = '<meta property="og:title" content="{}"><title>{}</title>'
    page = f"<html><head>{head}</head><body><h1>Harbour bridge opens</h1></body></html>"
    one = newsextract.extract(page.format("Harbour bridge opens", "Harbour bridge opens")).fields["title"]
    other = newsextract.extract(page.format("Bridge is open at last", "Harbour bridge opens")).fields["title"]
    assert (one.reason, other.reason) == ("all 3 sources agree", "2 of 3 sources agree")
    assert (one.confidence or 0) > (other.confidence or 1)


def test_a_picture_that_the_page_shows_and_its_data_name_is_told_twice() -> None:
    page = """<html><head><meta property="og:image" content="https://tidewater.example/big/bridge.jpg?w=1200"></head><body>
    <article><h1>Harbour bridge opens</h1><figure><img src="/small/bridge.jpg" width=800 height=500></figure>
    <p>The council voted on Tuesday to rebuild the old bridge, which engineers closed in May after the storm.</p>
    <p>The work is to begin in spring and will take two years, the mayor said after the meeting on Tuesday.</p>
    </article></body></html>"""
    info = newsextract.extract(page, "https://tidewater.example/a").fields["images"]
    assert (info.source, info.reason) == ("visible", "all 2 sources agree")


@pytest.mark.parametrize("field", ["title", "credits", "published", "summary", "section"])
def test_agreement_never_lowers_and_denial_never_raises_confidence(field: str) -> None:
    for source in ("visible", "json_ld", "meta", "url"):
        values = [[confidence(field, source, agreed, against) or 0.0 for against in range(4)] for agreed in range(1, 5)]
        assert all(row == sorted(row, reverse=True) for row in values)
        assert all(list(column) == sorted(column) for column in zip(*values, strict=True))


def test_a_field_that_nobody_measured_has_no_confidence() -> None:
    assert confidence("mood", "visible", 3, 0) is None
