"""Small pages, each with what its markup says of the article; every field of every page is one test."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from newsextract.document import parse
from newsextract.metadata import Facts, gather

PAGES = Path(__file__).parent / "fixtures" / "metadata"
ADDRESS = "https://tidewater.example/page"


def facts(html: str, url: str | None = ADDRESS) -> Facts:
    return gather(parse(html, url))


def shown(found: Facts, field: str) -> Any:
    """Return a field as the expectations are written."""
    value = getattr(found, field)
    if field == "credits":
        return [[credit.name, credit.kind, credit.role] for credit in value]
    if field == "images":
        return [[image.url, image.caption, image.credit] for image in value]
    if field == "kinds":
        return sorted(value)
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def expectations() -> list[Any]:
    cases = []
    for path in sorted(PAGES.glob("*.json")):
        for field, value in json.loads(path.read_text("utf-8")).items():
            cases.append(pytest.param(path.with_suffix(".html"), field, value, id=f"{path.stem}-{field}"))
    return cases


@pytest.mark.parametrize(("page", "field", "expected"), expectations())
def test_page_says(page: Path, field: str, expected: Any) -> None:
    found = facts(
        page.read_text("utf-8"), url=None if page.stem == "empty" else ADDRESS if page.stem == "news" else None
    )
    if field == "sources":
        assert {name: found.fields[name].source for name in expected} == expected
    else:
        assert shown(found, field) == expected


def test_every_form_of_the_headline_is_kept_as_an_echo() -> None:
    found = facts((PAGES / "news.html").read_text("utf-8"))
    assert "Harbour bridge reopens after two winters | The Tidewater Post" in found.titles
    assert "Harbour bridge reopens after two winters" in found.titles


def test_fields_tell_what_each_source_offered() -> None:
    info = facts((PAGES / "news.html").read_text("utf-8")).fields["published"]
    assert [(one.source, one.value) for one in info.candidates] == [
        ("json_ld", "2024-05-03T17:47:42+02:00"),
        ("opengraph", "2024-05-03T15:47:42+00:00"),
        ("visible", "2024-05-03T17:47:42+02:00"),
        ("visible", "2024-05-05"),
        ("url", "2024-05-03"),
    ]


def test_disagreement_lowers_confidence() -> None:
    page = """<html><head><meta property="article:published_time" content="2024-05-03"></head>
    <body><h1>A</h1><time datetime="{}">x</time></body></html>"""
    agreed = facts(page.format("2024-05-03")).fields["published"].confidence
    denied = facts(page.format("2020-01-01")).fields["published"].confidence
    assert (agreed or 0.0) > (denied or 1.0)


@pytest.mark.parametrize(
    ("title", "headline", "site", "expected"),
    [
        ("Harbour opens | Post", "Harbour opens", "Post", "Harbour opens"),
        ("Post: Harbour opens", "", "Post", "Harbour opens"),
        ("Harbour opens – Politics – The Post", "Harbour opens", "The Post", "Harbour opens"),
        ("Harbour opens » Post", "", "Post", "Harbour opens"),
        ("Harbour - a history - Post", "Harbour - a history", "Post", "Harbour - a history"),
        ("Harbour: a history", "", "Post", "Harbour: a history"),
        ("港口开放_潮报网", "港口开放", "潮报网", "港口开放"),
        ("Harbour opens | post.example", "", "", "Harbour opens"),
    ],
)
def test_title_loses_the_site_but_nothing_else(title: str, headline: str, site: str, expected: str) -> None:
    page = f'<html><head><title>{title}</title><meta property="og:site_name" content="{site}"></head>'
    assert facts(f"{page}<body><h1>{headline}</h1></body></html>", "https://post.example/x").title == expected


def test_a_page_in_utc_and_in_local_time_tells_the_local_time() -> None:
    page = """<html><head><meta property="article:published_time" content="2024-03-01T04:30:00Z"></head>
    <body><h1>Night shift</h1><p class="date">29 February 2024, 23:30</p></body></html>"""
    assert facts(page).published == datetime.fromisoformat("2024-02-29T23:30:00-05:00")


def test_day_in_the_address_serves_where_nothing_else_speaks() -> None:
    assert facts("<html><body><h1>A</h1></body></html>", "https://x.example/2021/03/04/a").published == date(2021, 3, 4)


def test_stamp_of_an_archive_is_no_date() -> None:
    url = "https://archive.example/web/20160526181643/http://x.example/story"
    assert facts("<html><body><h1>A</h1></body></html>", url).published is None


def test_numbers_are_read_in_the_order_of_the_country() -> None:
    page = '<html lang="en"><body><h1>A</h1><span class="date">04/05/2023</span></body></html>'
    assert facts(page, "https://a.example.co.uk/x").published == date(2023, 5, 4)
    assert facts(page, "https://a.example.com/x").published == date(2023, 4, 5)


def test_gather_is_the_same_twice() -> None:
    html = (PAGES / "news.html").read_text("utf-8")
    assert facts(html) == facts(html)


@pytest.mark.parametrize(
    "block",
    [
        "[" * 100_000,
        '{"a":' * 50_000,
        '{"@type": "NewsArticle",' + "," * 200_000 + "}",
        (
            '{"@type": ["NewsArticle", 3, null], "headline": ["a", {}], "author": [null, 3, ["x"], '
            '{"name": {"a": 1}}], '
            '"datePublished": [1], "image": [[["x"]], {"url": {"x": 1}}], "keywords": {"a": 1}, "publisher": [3], '
            '"mainEntityOfPage": [{"@id": 5}], "isAccessibleForFree": "maybe", "@id": {"x": 1}}'
        ),
        '{"@type": "NewsArticle", "headline": "Harbour opens"' + "\\" * 50_000 + '"' * 50_000,
        "null",
        '"text"',
        "",
    ],
    ids=["brackets", "nested", "commas", "types", "quotes", "null", "string", "nothing"],
)
def test_hostile_json_leaves_the_rest_of_the_page(block: str) -> None:
    page = f'<html><head><title>Harbour opens</title><script type="application/ld+json">{block}</script></head>'
    started = datetime.now(UTC)
    found = facts(f"{page}<body><h1>Harbour opens</h1></body></html>")
    assert found.title == "Harbour opens"
    assert (datetime.now(UTC) - started).total_seconds() < 2


def test_long_pages_take_time_in_proportion() -> None:
    page = "<html><head><title>A b c</title></head><body><h1>A b c</h1>" + '<a rel="author">Jane Roe</a><br>' * 50_000
    started = datetime.now(UTC)
    assert [credit.name for credit in facts(page).credits] == ["Jane Roe"]
    assert (datetime.now(UTC) - started).total_seconds() < 5
