"""Pictures of pages: which are the story's, at which address, with which words."""

import pytest

import newsextract
from newsextract.clean.credits import split_credit

STORY = [
    "The council of Riverton voted on Monday evening to rebuild the old bridge, after a debate of six hours.",
    "Engineers had warned for years that the pillars were worn, and that the next flood might well carry them away.",
    "Work begins in spring, the mayor said, and traffic will be sent over the northern crossing until it is finished.",
    "Shopkeepers on the eastern bank fear for their trade, and ask the town to pay for what they are going to lose.",
]


def images(before="", within="", after="", head="", above=""):
    """The images of a page with pieces of markup above its headline, before, within and after its story."""
    first, *rest = (f"<p>{text}</p>" for text in STORY)
    return newsextract.extract(
        f"<html><head><title>A bridge is rebuilt</title>{head}</head><body>{above}"
        f"<article><h1>A bridge is rebuilt</h1>{before}"
        f"<div class='text'>{first}{within}{''.join(rest)}</div>{after}</article></body></html>",
        url="https://riverton.example/bridge",
    ).images


def words(markup, **page):
    return [(image.caption, image.credit) for image in images(within=f"<div><img src='/b.jpg'>{markup}</div>", **page)]


@pytest.mark.parametrize(
    "markup",
    [
        "<span class='tagline'>Seen by Thomas Roe<span class='credits'>Townhall/Ann Lee</span></span>",
        "<strong class='caption'><span class='copyright'>Townhall/Ann Lee</span>Seen by Thomas Roe</strong>",
        "<p><em class='caption'>Seen by Thomas Roe</em> <em itemprop='copyrightHolder'>Townhall/Ann Lee</em></p>",
    ],
)
def test_inline_elements_at_a_picture_part_its_credit_from_its_caption(markup):
    assert words(markup) == [("Seen by Thomas Roe", "Townhall/Ann Lee")]


def test_an_inline_element_that_ends_within_a_word_parts_nothing():
    assert words("<p><span class='caption'>A caf</span>é by the river</p>") != [("A caf", None)]


@pytest.mark.parametrize(
    ("markup", "caption", "credit"),
    [
        ("<figcaption class='caption'><div class='caption-credit'>Marlon</div></figcaption>", None, "Marlon"),
        ("<p class='caption'>Dawn.</p><p class='caption--source'>Ann Lee, Riverton.</p>", "Dawn.", "Ann Lee, Riverton"),
        ("<div class='photo-credit'>Care of Elm Street Associates</div>", None, "Care of Elm Street Associates"),
        (
            "<div class='credit'>Here the water rose over the banks and went into all the houses</div>",
            "Here the water rose over the banks and went into all the houses",
            None,
        ),
    ],
)  # fmt: skip
def test_what_is_in_an_element_called_a_credit_is_one_unless_it_is_a_sentence(markup, caption, credit):
    assert words(markup) == [(caption, credit)]


def test_the_label_at_the_end_of_a_caption_belongs_to_the_credit_behind_it():
    assert words("<p><span class='caption'>At dawn<br>Quelle: <cite>TRW</cite></span></p>") == [("At dawn", "TRW")]


def test_the_house_that_passed_a_picture_on_is_not_its_maker():
    markup = "<p class='credit'>© Provided by The Courier</p><p class='credit'>Photo: Ann Lee/AFP</p>"
    assert words(markup) == [(None, "Ann Lee/AFP")]


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Foto by Ann Lee", None, "Ann Lee"),
        ("(Artist: 4unny)", None, "4unny"),
        ("Text & Fotos: Ann Lee", None, "Ann Lee"),
        ("Symbolgrafik:© Ann Lee - stock.adobe.com", None, "Ann Lee - stock.adobe.com"),
        ("Ann Lee for Riverton Magazine", None, "Ann Lee for Riverton Magazine"),
        ("ANN LEE FOR THE HOME", None, "ANN LEE FOR THE HOME"),
        ("Cordless lamps for Radio and TV", "Cordless lamps for Radio and TV", None),
        ("Symbolbild: Ann Lee hat viel gesehen", "Symbolbild: Ann Lee hat viel gesehen", None),
    ],
)
def test_more_forms_of_credits(text, caption, credit):
    assert split_credit(text) == (caption, credit)


def test_a_name_in_brackets_behind_the_alternative_text_is_the_credit():
    (image,) = images(
        within="<figure><img src='/b.jpg' alt='Fern in the pot'><p>Fern in the pot (Ann Lee)</p></figure>"
    )
    assert (image.caption, image.credit) == ("Fern in the pot", "Ann Lee")


def test_an_alternative_text_may_hold_the_credit():
    (image,) = images(within="<figure><img src='/b.jpg' alt='The bridge © Riverton Press/Ann Lee'></figure>")
    assert (image.caption, image.credit) == (None, "Riverton Press/Ann Lee")


@pytest.mark.parametrize(
    ("line", "makers"),
    [
        ("Foto: Ann Lee", [None, None]),
        ("Fotos: Ann Lee", ["Ann Lee", "Ann Lee"]),
        ("Titelbild: Ann Lee", ["Ann Lee", None]),
        ("Quelle: dpa", [None, None]),
    ],
)
def test_one_line_may_credit_the_pictures_of_the_page(line, makers):
    picture = "<figure><img src='/{}.jpg'></figure>"
    found = images(before=picture.format("a"), within=picture.format("b"), after=f"<p>{line}</p>")
    assert [image.credit for image in found] == makers


def test_the_only_picture_is_meant_by_a_line_that_speaks_of_one():
    article = images(before="<figure><img src='/a.jpg'></figure>", after="<p>Photo: Ann Lee</p>")
    assert [image.credit for image in article] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("first", "second", "kept"),
    [
        ("/x/csm_old-bridge_0123456789.jpg", "/y/csm_old-bridge_abcdef0123.jpg", ["csm_old-bridge_0123456789.jpg"]),
        ("/x/bridge-150x150.jpg", "/x/bridge.jpg", ["bridge.jpg"]),
        ("/x/bridge_thumb.jpg", "/x/bridge-scaled.jpg", ["bridge_thumb.jpg"]),
        ("/x/bridge.jpg", "/y/bridge.jpg", ["bridge.jpg", "bridge.jpg"]),
    ],
)
def test_versions_of_one_file_are_one_image(first, second, kept):
    found = images(within=f"<figure><img src='{first}'></figure><figure><img src='{second}'></figure>")
    assert [image.url.rpartition("/")[2] for image in found] == kept


def test_two_makers_with_one_caption_made_two_pictures():
    figure = "<figure><img src='/{0}.jpg'><figcaption>The bridge at dawn. Photo: {0} Lee</figcaption></figure>"
    found = images(within=figure.format("Ann") + f"<p>{STORY[0]} Again.</p>" + figure.format("Bea"))
    assert [image.credit for image in found] == ["Ann Lee", "Bea Lee"]


@pytest.mark.parametrize(
    ("href", "url"), [("/x/bridge.jpg", "/x/bridge.jpg"), ("/file:bridges.jpg", "/x/bridge-150x100.jpg")]
)
def test_a_link_to_the_same_file_has_the_larger_version(href, url):
    (image,) = images(within=f"<p><a href='{href}'><img src='/x/bridge-150x100.jpg' width=150 height=100></a></p>")
    assert image.url == f"https://riverton.example{url}"


@pytest.mark.parametrize(
    ("picture", "count"),
    [
        ("<p><a href='https://pins.example/1'><img src='/b.png' alt='A pin of the bridge'></a></p>", 1),
        ("<p><a href='https://shop.example/'><img src='/b.png' alt=''></a></p>", 0),
        ("<p><a href='/another-story'><img src='/b.png' alt='Another story'></a></p>", 0),
        ("<p><img src='/moving.gif' alt='The bridge moves'></p>", 1),
    ],
)
def test_a_picture_among_the_paragraphs_is_the_storys(picture, count):
    assert len(images(within=picture)) == count


def test_a_row_of_pictures_above_the_headline_is_the_storys():
    slides = "".join(f"<li><img src='/{n}.jpg'><p>Slide {n} of the row</p></li>" for n in range(1, 7))
    assert len(images(above=f"<div class='carousel'><ul>{slides}</ul></div>")) == 6


def test_pictures_of_other_stories_above_the_headline_are_not():
    slides = "".join(f"<li><a href='/story-{n}'><img src='/{n}.jpg'></a></li>" for n in range(1, 7))
    assert images(above=f"<div class='carousel'><ul>{slides}</ul></div>") == ()


def test_a_gallery_below_the_story_needs_no_figures():
    items = "".join(
        f"<dl><dt><img src='/{n}.jpg'></dt><dd class='gallery-caption'>The bridge, {n}</dd></dl>" for n in range(1, 9)
    )
    assert [image.caption for image in images(after=items)] == [f"The bridge, {n}" for n in range(1, 9)]


@pytest.mark.parametrize("name", ["1x1-e0e0e0ff.png", "missing-image.png"])
def test_names_of_files_that_show_nothing(name):
    assert [image.url for image in images(within=f"<figure><img src='/{name}' data-src='/b.jpg'></figure>")] == [
        "https://riverton.example/b.jpg"
    ]
    assert images(within=f"<p><img src='/{name}'></p>") == ()
