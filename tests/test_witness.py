"""Pages whose markup shows no story, or a stub of one: the text comes from the data that they carry, and says so."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsextract
from newsextract import Article, Status

PAGES = Path(__file__).parent / "fixtures" / "embedded"
STORY = (PAGES / "story.txt").read_text("utf-8").splitlines()
ITEMS = ["Soundings of the northern mole in June", "A tender for the stonework in July"]
WITH_ITEMS = [*STORY[:4], *ITEMS, STORY[4]]
TITLE = "Second lighthouse for the harbour of Oldwick"
SECONDS = 8.0


def read(name: str) -> Article:
    return newsextract.extract((PAGES / f"{name}.html").read_bytes())


def with_script(text: str, attributes: str = "") -> str:
    return f"<html><head><title>{TITLE}</title></head><body><script {attributes}>{text}</script></body></html>"


def with_state(value: object) -> str:
    return with_script(json.dumps(value), 'type="application/json"')


@pytest.mark.parametrize(
    ("name", "paragraphs", "source"),
    [
        ("ld-blank-lines", STORY, "json_ld"),
        ("ld-html", WITH_ITEMS, "json_ld"),
        ("ld-escaped", STORY, "json_ld"),
        ("ld-breaks", STORY, "json_ld"),
        ("ld-several", STORY, "json_ld"),
        ("next-html", WITH_ITEMS, "script"),
        ("elements", WITH_ITEMS, "script"),
        ("portable-text", WITH_ITEMS, "script"),
        ("prosemirror-in-string", WITH_ITEMS, "script"),
        ("lexical-parsed", WITH_ITEMS, "script"),
        ("rich-text", WITH_ITEMS, "script"),
        ("apollo", STORY, "script"),
        ("flat", STORY, "script"),
        ("literal", WITH_ITEMS, "script"),
        ("strings", STORY, "script"),
        ("storyline", STORY, "script"),
        ("attribute", WITH_ITEMS, "script"),
        ("stream", WITH_ITEMS, "script"),
        ("noscript", WITH_ITEMS, "hidden"),
        ("shadow", WITH_ITEMS, "hidden"),
    ],
)
def test_the_data_tell_the_story(name: str, paragraphs: list[str], source: str):
    article = read(name)
    assert article.paragraphs == paragraphs
    assert article.title == TITLE
    assert article.fields["blocks"].source == source
    assert article.status is Status.OK
    assert len(article.status_reasons) == 1
    assert article.status_reasons[0].startswith("the markup holds no story; the text is from ")


@pytest.mark.parametrize("name", ["portable-text", "prosemirror-in-string", "lexical-parsed", "rich-text"])
def test_blocks_keep_their_kinds(name: str):
    kinds = [block.kind.value for block in read(name).blocks]
    assert kinds == [
        *("paragraph", "quote", "paragraph", "heading", "paragraph", "list_item", "list_item", "paragraph")
    ]


def test_links_pictures_and_places_are_kept():
    article = read("elements")
    assert [(link.url, link.text) for link in article.blocks[0].links] == [("/town/council", "council")]
    assert [(image.url, image.caption) for image in article.images] == [
        ("https://img.example.org/mole.jpg", "The northern mole in winter")
    ]
    place = read("next-html").blocks[0].evidence
    assert place is not None
    assert (place.path, place.line is not None) == ("script#__NEXT_DATA__", True)


def test_markdown_is_read():
    article = read("markdown")
    assert [block.kind.value for block in article.blocks] == [
        *("paragraph", "quote", "paragraph", "heading", "paragraph", "list_item", "list_item", "paragraph")
    ]
    assert article.paragraphs[3].endswith("See the plans.")
    assert article.blocks[4].links[0].url == "https://example.org/plans"


def test_a_live_blog_has_its_entries_in_order():
    article = read("ld-live")
    assert article.status is Status.LIVE
    assert [block.text for block in article.blocks] == [
        *("21:40 The vote is taken", STORY[0], STORY[2], "20:10 The harbour master speaks", STORY[1])
    ]


def test_a_stub_gives_way_to_the_story_that_it_begins():
    article = read("stub")
    assert article.paragraphs == STORY
    assert article.status_reasons == ("the markup holds only a part of the story; the text is from structured data",)
    assert [cut.rule for cut in article.cuts if cut.text == STORY[0]] == ["repeat"]


def test_a_page_that_is_not_free_keeps_its_stub():
    article = read("stub-not-free")
    assert article.paragraphs == STORY[:1]
    assert article.status is Status.PAYWALL


def test_a_body_in_the_markup_wins():
    article = read("markup-wins")
    assert article.paragraphs == STORY
    assert "blocks" not in article.fields
    assert article.status_reasons == ()


@pytest.mark.parametrize("name", ["only-others", "broken", "ld-description"])
def test_nothing_else_on_the_page_is_taken_for_the_story(name: str):
    article = read(name)
    assert article.blocks == ()
    assert article.status in (Status.EMPTY, Status.SCRIPT_ONLY)


def test_a_line_that_is_a_link_leads_elsewhere():
    line = '<p><a href="/bakery">The bakery on Mill Street closes</a></p>'
    told = {"@type": "NewsArticle", "headline": TITLE, "articleBody": line.join(f"<p>{text}</p>" for text in STORY)}
    article = newsextract.extract(with_script(json.dumps(told), 'type="application/ld+json"'))
    assert article.paragraphs == STORY
    assert {cut.rule for cut in article.cuts if cut.text.startswith("The bakery")} == {"link-line"}


def test_a_text_cut_short_is_partial():
    told = {"@type": "NewsArticle", "headline": TITLE, "articleBody": "\n".join(STORY) + "\nThe tower …"}
    article = newsextract.extract(with_script(json.dumps(told), 'type="application/ld+json"'))
    assert article.status is Status.PARTIAL


def test_what_is_seen_and_what_is_cut_is_still_told():
    texts = [cut.text for cut in read("next-html").cuts]
    assert "© Oldwick Courier" in texts


PARAGRAPH = STORY[0]
TEASERS = [{"title": f"Bakery {n}", "url": f"/bakery/{n}", "text": "The bakery has closed. " * 12} for n in range(9000)]
HOSTILE = {
    "deep lists": with_script("[" * 400_000, 'type="application/json"'),
    "deep objects": with_script('a={"a":' * 100_000),
    "deep literal": with_script("a=" + "{a:" * 100_000),
    "depth that JSON allows": with_script("a=" + '{"content":' * 400 + json.dumps(PARAGRAPH * 9) + "}" * 400),
    "unclosed strings": with_script('a={"b":"' * 50_000),
    "unclosed strings in quotes": with_script("a={b:'" * 50_000),
    "unclosed comments": with_script("a={/*" * 50_000),
    "escapes": with_script("a={b:" + '\\"' * 200_000),
    "parse calls": with_script("JSON.parse('" * 40_000),
    "a list of references in a ring": with_state([{"a": 1}, [0, 1], {"b": 0}, "text", *([[0, 1, 2]] * 50_000)]),
    "objects that refer to all others": with_script(
        "a=" + json.dumps({f"A:{n}": [{"__ref": f"A:{m}"} for m in range(0, 1000, 9)] for n in range(1000)})
    ),
    "five megabytes of settings": with_state(
        [{"id": n, "name": f"n{n}", "v": [n, {"x": "y" * 30}]} for n in range(70_000)]
    ),
    "markup that never ends": with_script(
        json.dumps({"@type": "Article", "articleBody": "<p" * 200_000}), 'type="application/ld+json"'
    ),
    "templates in templates": f"<body>{'<template>' * 3000}<p>{PARAGRAPH}</p>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_data_neither_break_nor_stop_it(name: str):
    started = process_time()
    newsextract.extract(HOSTILE[name])
    assert process_time() - started < SECONDS


def test_megabytes_of_teasers_do_not_win():
    body = [{"type": "paragraph", "text": text} for text in STORY]
    page = with_state({"stories": TEASERS, "story": {"headline": TITLE, "path": "/x", "blocks": body}})
    assert newsextract.extract(page).paragraphs == STORY


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=40) | st.just(" ".join(STORY)),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from("type text content children items body title url __ref id data $".split()), inner
        )
    ),
    max_leaves=30,
)


@settings(max_examples=150, deadline=None)
@given(json_values)
def test_any_state_can_be_read(value: object):
    for page in (with_state(value), with_script(f"a = {json.dumps(value)};"), with_state(["$", "p", None, value])):
        article = newsextract.extract(page)
        assert set(article.paragraphs) <= {*article.text.split("\n\n"), *article.text.splitlines()}
