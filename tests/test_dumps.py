"""Scraped text: whatever its layout, marks and noise, the article that is in it comes out."""

from __future__ import annotations

import random
import textwrap

import pytest
from benchmarks.dirty import Story, dirtied, tables
from hypothesis import given, settings
from hypothesis import strategies as st

from newsextract import extract, extract_text
from newsextract.article import BlockKind
from newsextract.clean.glued import REASON
from newsextract.clean.phrases import table
from newsextract.content import lines

TITLE = "Ferry returns to the northern harbour after the storm"
STORY = (
    "The ferry left the northern harbour at six, an hour after the storm had passed the islands and the lighthouse.",
    "“No.” That was all that the captain said when she was asked whether she had slept during the two nights.",
    "On board were ninety passengers, most of them workers who had waited for two days in the town by the harbour.",
    "Advertisement revenue of the ferry line fell by a third this winter, its manager said, as no boat went out.",
    "The next boat will leave on Friday, and the service will return to its usual times before the end of the month.",
)
OTHER = "Bakers in the valley argue about the price of rye bread"
OTHERS = (
    "Flour has become dearer since spring, and four bakers in the valley have raised what they ask for rye bread.",
    "A loaf of rye now costs as much as two rolls and a bun, which customers do not like, says baker Anna Holt.",
    "Her competitor Karl Winter keeps the old price, bakes smaller loaves, and sells them by noon on most days.",
)
LAYOUTS = {"blank lines": "\n\n", "single newlines": "\n", "CRLF": "\r\n", "blank CRLF": "\r\n\r\n"}


def dump(*lines, layout="blank lines"):
    return LAYOUTS[layout].join(lines)


def as_html(lines, tag):
    return f"<html><body>{''.join(f'<{tag}>{line}</{tag}>' for line in lines)}</body></html>"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_clean_text_passes_unchanged_in_every_layout(layout):
    article = extract_text(dump(TITLE, *STORY, layout=layout))
    assert (article.title, article.paragraphs, article.summary) == (TITLE, list(STORY), None)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_a_naive_scraper_kept_is_told_apart(layout):
    stub = STORY[0][:60] + "…"
    kept = ["Logo", "Logo", TITLE, stub, TITLE, "The ferry at the quay (Photo: Ann Lee)", STORY[0], STORY[1]]
    kept += ["Advertisement", *STORY[2:], "Advertisement"]
    for article in (extract_text(dump(*kept, layout=layout)), *(extract(as_html(kept, tag)) for tag in ("p", "div"))):
        assert (article.title, article.summary, article.paragraphs) == (TITLE, stub, list(STORY))
        assert [(image.caption, image.credit) for image in article.images] == [("The ferry at the quay", "Ann Lee")]


@pytest.mark.parametrize("layout", ["blank lines", "single newlines"])
def test_wrapped_lines_are_paragraphs_again(layout):
    wrapped = [textwrap.fill(text, 64) for text in STORY]
    assert extract_text(dump(TITLE, *wrapped, layout=layout)).paragraphs == list(STORY)


def test_a_sentence_that_links_have_broken_is_whole_again():
    article = extract_text(
        "\n".join(
            [
                TITLE,
                "The ferry left the northern harbour at six, as the ",
                "Harbour Courier",
                " reported, an hour after the storm.",
                "On board were ninety passengers, said",
                "Jane Roe",
                ", the captain, and most of them had waited in town.",
                STORY[4],
            ]
        )
    )
    assert article.paragraphs == [
        "The ferry left the northern harbour at six, as the Harbour Courier reported, an hour after the storm.",
        "On board were ninety passengers, said Jane Roe, the captain, and most of them had waited in town.",
        STORY[4],
    ]


def test_poems_and_lists_keep_their_lines():
    poem = ["the boat goes out,", "the boat comes in,", "the gulls are loud,", "the ropes are thin."]
    for parts in (poem, ["eggs", "flour", "milk", "a spoon of salt"]):
        text = [TITLE, STORY[0], *parts, STORY[2]]
        assert [piece.text for piece in lines("\n".join(text)).pieces] == text


MARKDOWN = f"""
[Home](/) [News](/news) [Sport](/sport)

* [Home](/)
* [Politics](/politics)

# {TITLE}

![The *ferry*](https://cdn.example/ferry_1.jpg "Ferry")

The ferry at the quay (Photo: Ann Lee)

By [Jane Roe](/jane-roe)

The **ferry** left the [northern harbour](https://x.example/a_(b)) at six, an hour after the storm had passed\\.

What it costs
-------------

> Nobody asked the fishermen, the harbour master said, and they cross it twice a day in all weathers.

- The first step is to take down the *old* lamps and to bring them to the yard.
- The second step is to look at the piles, which nobody has seen since 1962.

| Part | Cost |
|------|-----:|
| Lamps | 300 |

The value of snake_case_names and of 2 * 3 * 4 stays, the [engineer][1] wrote in her report to the council.

[Read more: The lighthouse keeper retires](/lighthouse)

[1]: https://x.example/engineer
"""


def test_marks_of_markdown_are_read():
    article = extract_text(MARKDOWN, "https://news.example/ferry")
    assert (article.title, article.authors) == (TITLE, ["Jane Roe"])
    assert [(block.kind, block.text) for block in article.blocks] == [
        (
            BlockKind.PARAGRAPH,
            "The ferry left the northern harbour at six, an hour after the storm had passed.",
        ),
        (BlockKind.HEADING, "What it costs"),
        (
            BlockKind.QUOTE,
            "Nobody asked the fishermen, the harbour master said, and they cross it twice a day in all weathers.",
        ),
        (BlockKind.LIST_ITEM, "The first step is to take down the old lamps and to bring them to the yard."),
        (BlockKind.LIST_ITEM, "The second step is to look at the piles, which nobody has seen since 1962."),
        (BlockKind.TABLE, "Part\tCost\nLamps\t300"),
        (
            BlockKind.PARAGRAPH,
            "The value of snake_case_names and of 2 * 3 * 4 stays, the engineer wrote in her report to the council.",
        ),
    ]
    urls = [link.url for block in article.blocks for link in block.links]
    assert urls == ["https://x.example/a_(b)", "https://x.example/engineer"]
    image = article.images[0]
    assert (image.url, image.caption, image.credit) == (
        "https://cdn.example/ferry_1.jpg", "The ferry at the quay", "Ann Lee",
    )  # fmt: skip


@pytest.mark.parametrize("line", ["He typed **bold** and *nothing* happened.", "# 1 in the charts, she said.", "a_b_c"])
def test_marks_in_a_plain_text_stay(line):
    assert line in extract_text(dump(TITLE, STORY[0], line, *STORY[1:])).text


def test_subheadings_are_told_by_their_form():
    heads = ["How long the winter lasts for the islands", "What will happen in the harbour now?"]
    text = [*STORY[:3], heads[0], *STORY[3:], heads[1], *OTHERS]
    article = extract_text(dump(TITLE, *text))
    assert [block.text for block in article.blocks if block.kind is BlockKind.HEADING] == heads
    assert article.paragraphs == [*STORY, *OTHERS]
    assert "“No.”" in extract_text(dump(TITLE, STORY[0], "“No.”", *STORY[2:])).paragraphs


@pytest.mark.parametrize("between", [[], ["* * *"]])
def test_of_several_articles_the_first_counts(between):
    signed = [] if between else ["By Anna Smith", "12 May 2026"]
    article = extract_text(dump(TITLE, *STORY, *between, OTHER, *signed, *OTHERS))
    assert (article.title, article.paragraphs) == (TITLE, list(STORY))
    assert REASON in article.status_reasons
    assert {cut.rule for cut in article.cuts if cut.text in OTHERS} == {"other-story"}


def test_a_story_that_goes_on_below_a_dated_line_is_one():
    article = extract_text(
        dump(TITLE, *STORY[:3], "The ferry line and its winter", "12 May 2026", *STORY[3:], *STORY[:1])
    )
    assert article.status_reasons == ()
    assert article.paragraphs[:3] == list(STORY[:3])


@pytest.mark.parametrize("language", sorted(tables()))
def test_dirt_of_any_language_removes_no_paragraph(language):
    for seed in range(3):
        story = Story("ferry", TITLE, STORY, language)
        dirty = dirtied(story, [OTHER], random.Random(seed))
        article = extract_text(dirty.text)
        assert [text for text in STORY if text not in article.paragraphs] == []
        assert article.title == TITLE


SENTENCES = st.lists(st.sampled_from((*STORY, *OTHERS)), min_size=3, max_size=8, unique=True)


@settings(max_examples=40, deadline=None)
@given(SENTENCES, st.sampled_from(sorted(LAYOUTS)))
def test_cleaning_twice_changes_nothing(paragraphs, layout):
    once = extract_text(dump("Logo", TITLE, *paragraphs, "Advertisement", layout=layout))
    twice = extract_text(f"{once.title}\n\n{once.text}")
    assert once.paragraphs == paragraphs
    assert (twice.title, twice.paragraphs, twice.text) == (once.title, once.paragraphs, once.text)


BETWEEN = ("logo", "ad", "share", "newsletter", "more")  # legal lines end a text
LABELS = ("ad", "ad-continues", "logo", "share", "player", "gallery", "loading", "comments", "new-tab")


@st.composite
def noise(draw):
    """Draw lines of dirt of one language, and labels of the lexicon of any."""
    language = draw(st.sampled_from(sorted(tables())))
    dirt = [
        line.format(site="Harbour Courier", headline=OTHER) for kind in BETWEEN for line in tables()[language][kind]
    ]
    labels = [phrase.replace("#", "3").capitalize() for phrase in sorted(table(*LABELS))]
    return draw(st.lists(st.sampled_from(dirt) | st.sampled_from(labels), max_size=8))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(SENTENCES, noise(), st.sampled_from(sorted(LAYOUTS)), st.data())
def test_noise_between_paragraphs_removes_none_and_cleaning_it_twice_changes_nothing(paragraphs, lines, layout, data):
    dirty = list(paragraphs)
    for line in lines:
        dirty.insert(data.draw(st.integers(1, len(dirty))), line)
    once = extract_text(dump(TITLE, *dirty, layout=layout))
    twice = extract_text(f"{once.title}\n\n{once.text}")
    assert once.paragraphs == paragraphs
    assert (twice.title, twice.paragraphs, twice.text) == (once.title, once.paragraphs, once.text)


def test_an_offer_of_another_story_does_not_part_what_stands_around_it():
    offers = ["Read more: The lighthouse keeper retires", "Newsletter: sign up here"]
    short = "The next boat goes on Friday."
    article = extract_text(dump(TITLE, *STORY[:4], *offers, short, *offers, STORY[4]))
    assert article.paragraphs == [*STORY[:4], short, STORY[4]]
    assert {cut.rule for cut in article.cuts if cut.text in offers} == {"read-more", "newsletter"}


@pytest.mark.parametrize("opening", ["MARIA Roth saw the ferry leave.", "DUBLIN — The ferry has left."])
def test_a_short_first_paragraph_with_capitals_is_no_standfirst(opening):
    frame = ["News", "Sport", "Business", "Opinion", "Culture"]
    assert extract_text(dump(*frame, TITLE, opening, *STORY)).paragraphs == [opening, *STORY]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="#*_[]()|>-` \n\\!~:aB.1", max_size=300))
def test_any_marks_are_read_without_an_error(marks):
    shown = [piece.text for piece in lines(f"a\n{marks}").pieces if piece.picture is None]
    assert shown
    assert all(text == text.strip() and text for text in shown)


def test_a_line_alone_is_no_headline_of_itself():
    line = "The ferry has not meaningfully changed anything on the islands so far. Crossings are still rare, L"
    article = extract(as_html([line], "p"))
    assert (article.title, article.paragraphs) == (None, [line])
