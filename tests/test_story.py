"""Where a story begins and ends: standfirst, key points, posts, notices, second stories, sign-offs; on "
"invented pages."""

from __future__ import annotations

import pytest

import newsextract
from newsextract import Article
from newsextract.article import BlockKind

TITLE = "Ferry to the northern islands returns after three winters"
STORY = [
    (
        "The first ferry to the northern islands since the storm of three years ago left the old quay on "
        "Monday morning, with "
        "forty passengers, two tractors and a crate of hens on board."
    ),
    (
        "“We had begun to think that nobody would come back for us,” said Edith Marlow, who keeps the shop on "
        "the largest of the "
        "islands and had not seen the mainland since the quay was lost."
    ),
    (
        "The council paid for half of the new ramp; the rest came from the islanders, who sold the wool of "
        "two summers to raise the money."
    ),
    (
        "Engineers had said for a year that the seabed would not carry the weight, until a survey in March "
        "found rock where the old "
        "charts showed mud."
    ),
    "Two crossings a day are planned until October, and one in the winter months whenever the wind allows it.",
    (
        "Whether the school will open again is to be decided after the summer, when the families have said "
        "who means to stay."
    ),
    (
        "The harbour master expects that the second ramp will be finished before the first frost, though the "
        "steel has not been ordered."
    ),
    "For the hens it was a single trip: they will stay on the island, their owner said, and so will she.",
]
STANDFIRST = "Islanders paid for half of the ramp themselves, and a survey proved the old sea charts wrong."


def page(body: str, head: str = "") -> Article:
    """Extract a page with this in its main part, between a menu and a footer."""
    return newsextract.extract(
        f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>{TITLE} - Island "
        f"Courier</title>{head}</head><body>"
        '<nav><a href="/">Home</a><a href="/isles">Islands</a><a href="/sea">Sea</a></nav>'
        f"<main>{body}</main><footer><p>© Island Courier 2026</p></footer></body></html>"
    )


def headings(article: Article) -> list[str]:
    return [block.text for block in article.blocks if block.kind is BlockKind.HEADING]


def paragraphs(texts: list[str]) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_standfirst_is_the_summary_and_the_first_paragraph_stays():
    article = page(
        f'<article><header><h1>{TITLE}</h1><p class="standfirst">{STANDFIRST}</p><p class="byline">By Paul '
        f"Crane</p></header>"
        f'<div class="article-body">{paragraphs(STORY)}</div></article>'
    )
    assert article.summary == STANDFIRST
    assert article.paragraphs == STORY


def test_first_paragraph_dressed_in_bold_is_the_story_where_it_stands_among_its_like():
    article = page(
        f"<article><h1>{TITLE}</h1><div class=article-body><p>NORTH QUAY - "
        f"{STORY[0]}</p>{paragraphs(STORY[1:])}</div></article>"
    )
    assert article.paragraphs[0] == f"NORTH QUAY - {STORY[0]}"


def test_story_of_one_paragraph_is_no_standfirst():
    article = page(f'<article><h1>{TITLE}</h1><p class="standfirst lead"><strong>{STORY[0]}</strong></p></article>')
    assert article.paragraphs == STORY[:1]


def test_key_points_and_their_label_leave_the_body():
    points = [
        "The first ferry in three years left on Monday.",
        "Islanders paid for half of the ramp themselves.",
        "A survey proved the old sea charts wrong.",
    ]
    listed = "".join(f"<li>{point}</li>" for point in points)
    article = page(
        f"<article><h1>{TITLE}</h1><div class=article-body><div class=keypoints><h3>Key points</h3>"
        f"<ul>{listed}</ul></div>{paragraphs(STORY)}</div></article>"
    )
    assert article.paragraphs == STORY
    assert "Key points" not in article.text
    assert article.summary is None or article.summary.split("\n") == points


def test_post_in_the_story_is_an_embed_and_no_paragraph():
    post = "The ramp held. Forty of us came over, dry and happy, and nobody was sick on the way."
    article = page(
        f"<article><h1>{TITLE}</h1><div class=article-body>{paragraphs(STORY[:4])}"
        f'<blockquote class="twitter-tweet"><p>{post}</p>— Island Shop (@islandshop) May 4, 2026</blockquote>'
        f"{paragraphs(STORY[4:])}</div></article>"
    )
    assert article.paragraphs == STORY
    assert [block.text for block in article.blocks if block.kind is BlockKind.EMBED] == [post]


def test_notice_in_every_gap_goes_however_long_it_is():
    notice = (
        "Your settings keep us from showing the map that stands here. To see it, change the settings of "
        "your browser or allow "
        "contents of other houses below; you can take this back at any time, on the page that tells about "
        "your data and about us."
    )
    body = "".join(f"<p>{text}</p><p>{notice}</p>" for text in STORY)
    article = page(f"<article><h1>{TITLE}</h1><div class=article-body>{body}</div></article>")
    assert article.paragraphs == STORY
    assert {cut.rule for cut in article.cuts if cut.text == notice} <= {"repeated-notice", "not-story"}


def test_song_keeps_its_refrain():
    refrain = "Row her home, row her home, over the bar and row her home."
    verses = [line for text in STORY for line in (text, refrain)]
    article = page(f"<article><h1>{TITLE}</h1><div class=article-body>{paragraphs(verses)}</div></article>")
    assert article.paragraphs.count(refrain) == len(STORY)


def test_subheading_in_the_words_of_the_headline_stays_where_text_stands_below_it():
    article = page(
        f"<article><h1>{TITLE}</h1><div "
        f"class=article-body>{paragraphs(STORY[:4])}<h2>{TITLE}</h2>{paragraphs(STORY[4:])}"
        "</div></article>"
    )
    assert headings(article) == [TITLE]
    assert article.paragraphs == STORY


def test_last_heading_stays_over_a_picture_of_the_story_and_goes_over_nothing():
    halves = f"{paragraphs(STORY[:3])}<h2>The old ramp</h2>{paragraphs(STORY[3:])}<h2>The new ramp</h2>"
    figure = "<figure><img src=/ramp.jpg width=900 height=600><figcaption>Photo: Tom Birch</figcaption></figure>"
    shown = page(f"<article><h1>{TITLE}</h1><div class=article-body>{halves}{figure}</div></article>")
    bare = page(f"<article><h1>{TITLE}</h1><div class=article-body>{halves}</div></article>")
    assert headings(shown) == ["The old ramp", "The new ramp"]
    assert headings(bare) == ["The old ramp"]


def test_second_story_that_the_page_loads_below_the_first_is_cut():
    other = [
        f"Another day at the lighthouse, and the keeper tells of visit number {n}, of the fog and the stairs."
        for n in range(9)
    ]
    article = page(
        f'<article class="story"><header '
        f'class="story-head"><h1>{TITLE}</h1></header><div>{paragraphs(STORY)}</div></article>'
        '<article class="story"><header class="story-head"><h2>Lighthouse keeper retires after forty '
        "years</h2></header>"
        f"<div>{paragraphs(other)}</div></article>"
    )
    assert article.paragraphs == STORY
    assert {cut.rule for cut in article.cuts if cut.text in other} <= {"other-story", "not-story"}
    assert len([cut for cut in article.cuts if cut.text in other]) == len(other)


@pytest.mark.parametrize("words", ["comments reader", "related gallery widget", "sidebar promo nav-open"])
def test_names_that_the_whole_page_bears_tell_nothing(words: str):
    article = page(f'<div class="{words}"><article><h1>{TITLE}</h1><div>{paragraphs(STORY)}</div></article></div>')
    assert article.paragraphs == STORY


def test_agency_and_place_above_the_text_are_a_byline():
    article = page(
        f"<article><h1>{TITLE}</h1><div class=article-body><p>Reuters, Northport</p>{paragraphs(STORY)}</div></article>"
    )
    assert article.paragraphs == STORY


@pytest.mark.parametrize(
    ("tag", "opening", "closing"),
    [("p", "", ""), ("div", "<div class=text>", "</div>"), ("section", "<section>", "</section>")],
)
def test_paragraphs_in_odd_elements_and_several_containers(tag: str, opening: str, closing: str):
    halves = [STORY[:4], STORY[4:]]
    body = "".join(
        f"{opening}{''.join(f'<{tag}>{text}</{tag}>' for text in half)}{closing}<div class=ad>Advertisement</div>"
        for half in halves
    )
    assert page(f"<article><h1>{TITLE}</h1>{body}</article>").paragraphs == STORY


def test_line_breaks_part_paragraphs():
    body = "<br><br>".join(STORY)
    assert page(f"<article><h1>{TITLE}</h1><div class=article-body>{body}</div></article>").paragraphs == STORY


def test_drop_cap_stays_with_its_word():
    first = f'<p><span class="dropcap">{STORY[0][0]}</span>{STORY[0][1:]}</p>'
    article = page(f"<article><h1>{TITLE}</h1><div class=article-body>{first}{paragraphs(STORY[1:])}</div></article>")
    assert article.paragraphs == STORY


def test_sentence_that_a_widget_parts_is_whole_again():
    start, end = (
        "A ride on the ferry, as any islander will tell you with pride",
        ", was free until the storm took the quay.",
    )
    broken = f"<div class=text>{start}<div class=stock-widget></div>{end}</div>"
    body = f"{paragraphs(STORY[:4])}{broken}{paragraphs(STORY[4:])}"
    article = page(f"<article><h1>{TITLE}</h1><div class=article-body>{body}</div></article>")
    assert start + end in article.paragraphs


def test_ends_where_the_story_ends():
    tail = {
        "sign-off": "<p><em>Additional reporting by Jane Roe in Northport</em></p>",
        "correction": "<p>Correction: an earlier version of this story gave the wrong number of hens.</p>",
        "bio": '<div class="author-bio"><p>Paul Crane has covered the islands for the Courier since 2009. '
        "He lives in Northport.</p></div>",
        "related": '<section class="related"><h3>More stories</h3><ul><li><a href="/a">Wool prices fall '
        "again</a></li></ul></section>",
        "newsletter": '<div class="newsletter"><p>Sign up for our newsletter and get the tides every '
        "morning.</p></div>",
        "comments": '<section id="comments"><h3>Comments</h3><div class=comment><p>Lovely news, we will '
        "be on the next boat.</p></div></section>",
    }
    article = page(
        f"<article><h1>{TITLE}</h1><div "
        f"class=article-body>{paragraphs(STORY)}{tail['sign-off']}{tail['correction']}</div>"
        f"{tail['bio']}</article>{tail['related']}{tail['newsletter']}{tail['comments']}"
    )
    assert article.paragraphs == STORY
    assert {note.text for note in article.notes} == {
        "Additional reporting by Jane Roe in Northport",
        "Correction: an earlier version of this story gave the wrong number of hens.",
    }
