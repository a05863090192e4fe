"""JSON-LD and what else a page says of access and of its site, however it is written."""

import json
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsextract import extract
from newsextract.metadata.access import is_free
from newsextract.metadata.loose_json import load
from newsextract.metadata.site_names import settle

TITLE = "Harbour opens again after a year"
STORY = (
    "<p>The harbour opened again on Monday, a year after the storm that had closed it, and the first boats left.</p>"
    * 3
)
WORDS = """
@context @id @type @graph @list @set @value headline name author creator publisher image url datePublished keywords
articleSection inLanguage isAccessibleForFree hasPart breadcrumb itemListElement position item mainEntity
mainEntityOfPage givenName caption articleBody NewsArticle Person Organization BreadcrumbList WebPage
""".split()


def page(block="", head="", host="https://www.example.org/a/harbour"):
    told = block if isinstance(block, str) else json.dumps(block)
    script = f'<script type="application/ld+json">{told}</script>' if told else ""
    html = f"<html><head><title>{TITLE}</title>{head}{script}</head><body><h1>{TITLE}</h1>{STORY}</body></html>"
    return extract(html, host)


def story(**facts):
    return {"@context": "https://schema.org", "@type": "NewsArticle", "headline": TITLE, **facts}


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20) | st.sampled_from([*WORDS, TITLE]),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(WORDS), inner, max_size=6),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(WORDS), values, max_size=12))
@settings(max_examples=60, deadline=None)
def test_no_value_of_any_property_breaks_a_page(facts):
    assert page({**facts, "@type": "NewsArticle", "headline": TITLE}).title == TITLE


@given(st.text(alphabet='{}[]",:\\/ \n\tab@<!->;u0d8', max_size=200))
@settings(max_examples=200, deadline=None)
def test_no_text_of_a_block_breaks_the_reader(text):
    assert isinstance(load(text), list)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"a":' * 100_000,
        '"' + "\\" * 300_000,
        "<!--" * 100_000,
        "," * 300_000 + "}",
        '{"@type":"Article","headline":"' + "x" * 300_000,
        "\\ud800" * 100_000,
        "1" * 300_000,
    ],
)
def test_hostile_blocks_are_read_in_no_time(text):
    start = process_time()
    assert page(text).title == TITLE
    assert process_time() - start < 2


@pytest.mark.parametrize(
    "wrap",
    [
        "<!-- {} -->",
        "/* <![CDATA[ */ {} /* ]]> */",
        "//<![CDATA[\n{}\n//]]>",
        "\ufeff{}",
        "{};",
        '{{"@type": "Thing"}}\n{}',
        "[{},]",
    ],
)
def test_careless_wrappers_are_read_through(wrap):
    told = wrap.format(json.dumps(story(author="Jane Roe", articleSection="Town")))
    article = page(told)
    assert (article.authors, article.section) == (["Jane Roe"], "Town")


@pytest.mark.parametrize(
    ("authors", "expected"),
    [
        (["Jane Roe", {"@type": "Person", "name": "Max Doe"}], ["Jane Roe", "Max Doe"]),
        ({"@type": "Person", "name": ["Jane Roe", "Max Doe"]}, ["Jane Roe", "Max Doe"]),
        ({"@list": [{"name": "Jane Roe"}]}, ["Jane Roe"]),
        ({"@type": ["Person", "Author"], "givenName": "Jane", "familyName": "Roe"}, ["Jane Roe"]),
        ({"@type": "Person", "name": "<b>Jane&nbsp;Roe</b>"}, ["Jane Roe"]),
        ({"@type": "Person", "name": {"@value": "Jane Roe"}}, ["Jane Roe"]),
        ({"@type": "Person", "name": "https://example.org/jane"}, []),
        ({"@type": "Person", "name": None}, []),
    ],
)
def test_authors_in_every_form(authors, expected):
    assert page(story(author=authors)).authors == expected


def test_a_graph_is_followed_by_its_references():
    person = {"@type": "Person", "@id": "#jane", "name": "Jane Roe"}
    paper = {"@type": "Organization", "@id": "#paper", "name": "The Example"}
    article = page({"@graph": [story(author={"@id": "#jane"}, publisher={"@id": "#paper"}), person, paper]})
    assert (article.authors, article.site_name) == (["Jane Roe"], "The Example")


def test_half_a_sign_is_no_text():
    block = json.dumps(story(articleSection="Town")).replace("Town", "Town \\ud83d\\ude00 \\ud800")
    assert page(block).section == "Town 😀 \ufffd"


@pytest.mark.parametrize(
    ("facts", "free"),
    [
        ({"isAccessibleForFree": True}, True),
        ({"isAccessibleForFree": "False"}, False),
        ({"isAccessibleForFree": "http://schema.org/False"}, False),
        ({"isAccessibleForFree": "maybe"}, None),
        ({"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paid"}}, False),
        ({"hasPart": [{"@type": "WebPageElement", "isAccessibleForFree": True}]}, None),
        ({"isAccessibleForFree": True, "hasPart": [{"isAccessibleForFree": False}]}, True),
        ({}, None),
    ],
)
def test_access(facts, free):
    assert page(story(**facts)).access is free


@pytest.mark.parametrize(("tier", "free"), [("free", True), ("locked", False), ("metered", None)])
def test_the_content_tier_tells_access(tier, free):
    assert page(head=f'<meta property="article:content_tier" content="{tier}">').access is free


def test_truth_values():
    assert [is_free(value) for value in ("TRUE", "no", "1", 1, None, "")] == [True, False, True, None, None, None]


@pytest.mark.parametrize(
    ("claims", "title", "name"),
    [
        (
            [("opengraph", "The Example | News for the North and the islands"), ("url", "example.org")],
            None,
            "The Example",
        ),
        ([("opengraph", "example.org"), ("json_ld", "The Example"), ("url", "example.org")], None, "The Example"),
        ([("url", "example.org")], "Harbour opens - The Example", "The Example"),
        ([("url", "example.org")], "Harbour opens - a storm", "example.org"),
        ([("url", "www.example.org")], None, "example.org"),
        ([], "Harbour opens", None),
    ],
)
def test_site_names(claims, title, name):
    offers = settle(claims, title, frozenset({"example"}))
    assert (offers[0][1] if offers else None) == name


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ('<link rel="Canonical" href="/b">', "https://www.example.org/b"),
        ('<link rel="shortlink canonical" href="https://other.example/b">', "https://other.example/b"),
        (
            '<link rel="canonical" href="javascript:void(0)"><meta property="og:url" content="/c">',
            "https://www.example.org/c",
        ),
        ('<link rel="canonical" href="">', None),
    ],
)
def test_canonical_addresses(link, address):
    assert page(head=link).canonical_url == address
