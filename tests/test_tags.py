"""The tags: those shown with the story, else those of the most trusted data."""

import json

import pytest

from newsextract import extract, extract_text
from newsextract.metadata.keywords import tags

SENTENCE = "The harbour opened again on Monday, a year after the storm that had closed it, and the first boats left. "
STORY = "".join(f"<p>{number} {SENTENCE * 2}</p>" for number in ("One", "Two", "Three", "Four"))


def page(below="", head="", above=""):
    body = f"{above}<article><h1>Harbour opens again after a year</h1>{STORY}{below}</article>"
    return f"<html><head><title>Harbour opens again after a year</title>{head}</head><body>{body}</body></html>"


def listed(*words, root="/tag/"):
    links = "".join(f'<li><a href="{root}{word.lower().replace(" ", "-")}">{word}</a></li>' for word in words)
    return f"<ul>{links}</ul>"


SHOWN = [
    listed("Harbour", "Winter storm"),
    listed("Harbour", "Winter storm", root="/themen/"),
    listed("#Harbour", "#Winter storm", root="/search?tag="),
    "<p>Tags:</p>" + listed("Harbour", "Winter storm", root="/"),
    '<p>Tags: <a href="/harbour">Harbour</a>, <a href="/storm">Winter storm</a></p>',
    "<p>Schlagwörter: Harbour, Winter storm</p>",
    "<p>#Harbour #Winter storm</p>",
]


@pytest.mark.parametrize("below", SHOWN)
def test_shown_tags_are_found_and_come_before_data(below):
    head = '<meta name="news_keywords" content="boats, port">'
    for article in (extract(page(below)), extract(page(below, head))):
        assert article.tags == ("Harbour", "Winter storm")
        assert article.fields["tags"].source == "visible"


def test_a_dump_has_the_tags_of_its_labelled_line():
    text = "Harbour opens again\n\n" + "\n\n".join([SENTENCE * 2] * 4) + "\n\nTags: harbour, winter storm\n"
    assert extract_text(text).tags == ("harbour", "winter storm")


def test_topics_of_a_menu_above_the_story_are_no_tags():
    assert extract(page(above=f"<nav>{listed('Sport', 'Travel')}</nav>")).tags == ()


def test_of_data_the_most_trusted_source_speaks_and_the_others_are_candidates():
    told = {"@type": "NewsArticle", "headline": "Harbour opens again after a year", "keywords": ["Harbour", "Storm"]}
    head = f'<script type="application/ld+json">{json.dumps(told)}</script><meta name="keywords" content="news, today">'
    article = extract(page(head=head))
    assert article.tags == ("Harbour", "Storm")
    assert [(one.source, one.value) for one in article.fields["tags"].candidates] == [
        ("json_ld", "Harbour, Storm"),
        ("meta", "news, today"),
    ]


def test_a_long_list_of_words_that_the_story_never_names_is_the_sites():
    words = "boats cars trains planes bikes horses sport stars money health food travel style weather games".split()
    assert extract(page(head=f'<meta name="keywords" content="{",".join(words)}">')).tags == ()
    some = ["harbour", "storm", "Monday", *words[:12]]
    assert extract(page(head=f'<meta name="keywords" content="{",".join(some)}">')).tags == tuple(some)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["Harbour", "harbour", "HARBOUR "], ["Harbour"]),
        (["winter-storm", "Winter Storm"], ["Winter Storm"]),
        (["#Harbour", "“Storm”", "Iowa (92)"], ["Harbour", "Storm", "Iowa"]),
        (["type: review", "site-example", "channel_news", "Section: News"], []),
        (["type-2 diabetes", "Day care", "Time travel"], ["type-2 diabetes", "Day care", "Time travel"]),
        (["The Example", "", "—", "x" * 101], []),
    ],
)
def test_keywords(words, expected):
    assert list(tags(words, frozenset({"theexample", "example"}))) == expected
