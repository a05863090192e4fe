"""The section: as data name it, as the breadcrumb ends, as a label near the headline shows it."""

import json

import pytest

from newsextract import extract
from newsextract.metadata.sections import settle

STORY = (
    "<p>The harbour opened again on Monday, a year after the storm that had closed it, and the first boats left.</p>"
)
CRUMBS = (
    '<ol class="breadcrumb"><li><a href="/">Startseite</a></li><li><a href="/news">News</a></li>'
    '<li><a href="/news/town">Town</a></li><li>Harbour opens again after a year</li></ol>'
)


def page(before="", head="", title="Harbour opens again after a year"):
    head = f"<title>{title} - The Example</title>{head}"
    return f"<html><head>{head}</head><body><main>{before}<h1>{title}</h1>{STORY * 3}</main></body></html>"


def linked(*nodes):
    return f'<script type="application/ld+json">{json.dumps(list(nodes))}</script>'


def trail(*names):
    steps = [{"@type": "ListItem", "position": at, "name": name} for at, name in enumerate(names, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": list(reversed(steps))}


@pytest.mark.parametrize(
    "before",
    [
        CRUMBS,
        CRUMBS.replace('class="breadcrumb"', 'aria-label="Breadcrumb"'),
        CRUMBS.replace('class="breadcrumb"', 'itemscope itemtype="https://schema.org/BreadcrumbList"'),
        '<p class="crumbs">You are here: <a href="/">Home</a> &gt; <a href="/town">Town</a> &gt;</p>',
        '<div class="post-category"><a href="/c/town">Town</a>, <a href="/c/sea">Sea</a></div>',
        '<span><a rel="category tag" href="/c/town">Town</a></span>',
    ],
)
def test_a_shown_section_is_found(before):
    article = extract(page(before))
    assert (article.section, article.fields["section"].source) == ("Town", "visible")


def test_the_trail_in_data_is_read_in_its_order():
    head = linked(
        {"@type": "WebPage", "breadcrumb": trail("Home", "The Example", "Town", "Harbour opens again after a year")}
    )
    assert extract(page(head=head)).section == "Town"


def test_data_come_before_what_is_shown():
    head = linked({"@type": "NewsArticle", "headline": "Harbour opens again after a year", "articleSection": "Sea"})
    article = extract(page(CRUMBS, head))
    assert article.section == "Sea"
    assert [one.value for one in article.fields["section"].candidates] == ["Sea", "Town"]


def test_of_several_sections_one_that_another_source_has_is_taken():
    told = {
        "@type": "NewsArticle",
        "headline": "Harbour opens again after a year",
        "articleSection": ["Coast", "Town", "Sea"],
    }
    assert extract(page(head=linked(told))).section == "Coast"
    assert extract(page(CRUMBS, linked(told))).section == "Town"
    assert extract(page(CRUMBS, linked(told) + '<meta property="article:section" content="Sea">')).section == "Sea"


@pytest.mark.parametrize(
    ("text", "section"),
    [
        ("Politics,World,Europe", "Politics"),
        ("News > Politics", "Politics"),
        ("/news/politics", "politics"),
        ("Arts, Culture & Media", "Arts, Culture & Media"),
        ("Uncategorized", None),
        ("Home", None),
        ("The Example", None),
        ("Harbour opens", None),
        ("12 May 2026", None),
        ("", None),
    ],
)
def test_names_of_sections(text, section):
    offers = settle([("meta", text)], [], frozenset({"theexample", "example"}), ["Harbour opens"])
    assert (offers[0][1] if offers else None) == section


def test_a_section_of_another_story_is_none():
    teaser = '<aside><span class="category"><a href="/sport">Sport</a></span><h3>Cup final</h3></aside>'
    assert extract(page(teaser)).section is None
