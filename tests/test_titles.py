"""Title, kicker and summary: which heading is the headline, what stands in it and above it, what is none of them."""

from __future__ import annotations

import pytest

import newsextract
from newsextract.metadata.titles import settle

STORY = "".join(
    f"<p>The harbour office said on day {day} that the bridge would stay shut until the engineers had looked at it.</p>"
    for day in range(1, 6)
)


def page(body: str, title: str = "Bridge over the harbour opens", head: str = "") -> newsextract.Article:
    html = f"<html><head><title>{title}</title>{head}</head><body>{body}<article>{STORY}</article></body></html>"
    return newsextract.extract(html, "https://daily.tidewater.example/local/bridge")


def og(title: str) -> str:
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    "logo",
    [
        '<h1><a href="/">Tidewater bridge post</a></h1>',
        '<h1><a href="https://daily.tidewater.example">Tidewater bridge post <span>since 1901</span></a></h1>',
        '<a href="https://archive.example/2014/http://tidewater.example/"><h1>Tidewater bridge post</h1></a>',
        '<h1 class="site-logo">Tidewater bridge post</h1>',
    ],
)
def test_name_of_the_site_in_an_h1_is_no_headline(logo: str) -> None:
    title = "Tidewater bridge post » Bridge over the harbour opens"
    assert page(f"{logo}<h2>Bridge over the harbour opens</h2>", title).title == "Bridge over the harbour opens"


def test_section_of_the_story_in_an_h1_is_no_headline() -> None:
    body = "<h1>Engineers</h1><p>x</p><h1>Conclusion</h1>"
    head = og("How the bridge over the harbour was mended in winter")
    title = "How the bridge over the harbour was mended in winter"
    assert page(body, title, head).title == title


def test_headline_in_a_gallery_of_the_lead_pictures_is_found() -> None:
    body = '<div class="gallery"><h1>Bridge over the harbour opens</h1></div><h2>Bridge opens: what to know</h2>'
    assert page(body).title == "Bridge over the harbour opens"


@pytest.mark.parametrize(
    "heading",
    [
        '<h1><span>Harbour</span><span class="visually-hidden">: </span><span>Bridge opens at last</span></h1>',
        '<h1><span class="x">Harbour<i class="sr-only">:</i></span> Bridge opens at last</h1>',
        '<h1><em class="kicker">Harbour</em> Bridge opens at last</h1>',
        "<h1><small>Harbour</small><br>Bridge opens at last</h1>",
        '<h1>Bridge opens at last <small class="topline">Harbour</small></h1>',
    ],
)
def test_kicker_in_the_heading_is_told_from_the_headline(heading: str) -> None:
    article = page(heading, "Bridge opens at last - Tidewater")
    assert (article.title, article.kicker) == ("Bridge opens at last", "Harbour")


def test_what_stands_before_the_title_that_the_page_gives_itself_is_a_kicker() -> None:
    article = page("<h1><div>Harbour</div><div>Bridge opens at last</div></h1>", head=og("Bridge opens at last"))
    assert (article.title, article.kicker) == ("Bridge opens at last", "Harbour")


def test_kicker_stays_where_the_data_have_it_in_the_headline() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour: Bridge opens"}</script>'
    article = page('<h1><span class="kicker">Harbour</span> Bridge opens</h1>', "Harbour: Bridge opens", data)
    assert (article.title, article.kicker) == ("Harbour: Bridge opens", "Harbour")


def test_words_for_screen_readers_are_none_of_the_headline() -> None:
    body = '<h1><span class="screen-reader-text">Headline:</span> Bridge opens<span class="sr-only"> | Tide</span></h1>'
    assert page(body).title == "Bridge opens"


def test_no_blank_stands_before_punctuation_that_markup_sets_apart() -> None:
    assert page("<h1><span>Harbour</span><span>: bridge opens</span></h1>").title == "Harbour: bridge opens"


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ((("visible", "Bridge opens | Local"), ("opengraph", "Bridge opens")), "Bridge opens"),
        ((("visible", "Bridge opens | a ballad"), ("opengraph", "A ballad")), "Bridge opens | a ballad"),
        (
            (("json_ld", "Bridge over the harbour..."), ("meta", "Bridge over the harbour opens")),
            "Bridge over the harbour opens",
        ),
        (
            (("visible", "Bridge over the harbour…"), ("meta", "Bridge over the harbour… | Tide")),
            "Bridge over the harbour…",
        ),
        ((("opengraph", "Bridge &amp;amp; road"),), "Bridge &amp; road"),
        ((("opengraph", "Bridge &amp; road"),), "Bridge & road"),
        (
            (("visible", "Bridge opens at last"), ("json_ld", "Harbour bridge"), ("opengraph", "Harbour bridge")),
            "Bridge opens at last",
        ),
    ],
    ids=["bar", "bar-kept", "dots", "dots-shown", "escaped-twice", "escaped", "shown"],
)
def test_forms_of_a_headline_are_settled(claims: tuple[tuple[str, str], ...], expected: str) -> None:
    best, _ = settle(claims, frozenset())
    assert best is not None
    assert best.text == expected


def test_main_part_of_the_host_is_a_name_of_the_site() -> None:
    html = "<title>Bridge opens at last | Tidewater</title><h1></h1>"
    assert newsextract.extract(html, "https://newsroom.tidewater.example/x").title == "Bridge opens at last"


@pytest.mark.parametrize(
    ("heading", "title"),
    [("Brücke öffnet wieder", "Brücke öffnet wieder - Die Post von Kösel"), ("橋が再開", "橋が再開 | 潮報")],
)
def test_short_headlines_are_compared_in_any_script(heading: str, title: str) -> None:
    body = f'<div class="promo"><h1>Kein Wort davon</h1></div><h2>{heading}</h2>'
    assert page(body, title).title == heading


def under(body: str, head: str = "") -> newsextract.Article:
    return page(f"<h1>Bridge over the harbour opens</h1>{body}", head=head)


@pytest.mark.parametrize(
    ("line", "kicker"),
    [
        ('<p class="kicker">Harbour <span>| 3 May 2024, 10:15</span></p>', "Harbour"),
        ('<p class="kicker"><span>Harbour</span><span class="d">04. Februar 2022, 15:29 Uhr</span></p>', "Harbour"),
        ('<p class="kicker">3 May 2024</p>', None),
        ('<p class="kicker">Advertisement</p>', None),
        ('<p class="kicker">Share this article</p>', None),
        ('<p class="kicker">Updated</p>', None),
        ('<p class="kicker">2024 in review</p>', "2024 in review"),
    ],
)
def test_kicker_is_no_date_and_no_label(line: str, kicker: str | None) -> None:
    assert page(f"{line}<h1>Bridge over the harbour opens</h1>").kicker == kicker


@pytest.mark.parametrize(
    "line",
    [
        "Share | Tweet | Email this article",
        "3 May 2024, 17:59",
        "Tidewater, 2. November 2021",
        "By Jane Roe, Harbour Correspondent",
        "Photo: Jane Roe/Tidewater Pictures",
        "The old bridge in winter © Tidewater Pictures",
        "Get the latest news delivered to your inbox.",
        "This story is also told in these languages:",
        "News » Bridge over the harbour opens",
    ],
)
def test_line_under_the_headline_that_is_something_else_is_no_summary(line: str) -> None:
    assert under(f'<div class="teaser">{line}</div><p class="byline">By Jane Roe</p>').summary is None


def test_portrait_of_the_author_is_no_summary() -> None:
    body = '<p>By Jane Roe</p><p class="author-bio intro">Jane has written about ships and harbours since 2004.</p>'
    assert under(f'<div class="byline">{body}</div>').summary is None


def test_standfirst_loses_the_date_in_its_box() -> None:
    line = "After nine months of work the ferry line is no longer the only way across the harbour."
    body = f'<div class="standfirst"><div>3 May 2024, 17:59</div><p>{line}</p></div>'
    assert under(body).summary == line


def test_line_that_describes_the_page_under_its_headline_is_the_summary() -> None:
    line = "After nine months of work the ferry line is no longer the only way across the harbour."
    assert under(f"<header><h2>{line}</h2></header>", f'<meta name="description" content="{line}">').summary == line


def test_first_paragraph_that_the_description_repeats_is_no_summary() -> None:
    first = "The harbour office said on day 1 that the bridge would stay shut until the engineers had looked at it."
    article = under("", f'<meta name="description" content="{first}">')
    assert article.paragraphs[0] == first
    assert (article.summary, article.description) == (None, first)


def test_readings_above_the_signs_of_a_headline_are_none_of_it() -> None:
    assert (
        page("<h1><ruby>橋<rt>はし</rt></ruby>が<ruby>再開<rp>(</rp><rt>さいかい</rt></ruby></h1>", "橋が再開").title
        == "橋が再開"
    )


def test_title_is_not_the_kicker_that_the_data_have_for_it() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour works"}</script>'
    heading = '<h2><span class="kicker">Harbour works</span> Bridge opens at last</h2>'
    assert page(heading, "Harbour works: bridge opens at last", data).title == "Bridge opens at last"
