"""One walk parts the visible text into pieces: what is one passage, what kind it is, what its place says."""

from __future__ import annotations

from time import process_time

import pytest

from newsextract.content import Content, Piece, lines, pieces
from newsextract.content.images import largest
from newsextract.content.marks import marks, mask_of
from newsextract.document import parse


def read(body: str) -> Content:
    return pieces(parse(f"<html><body>{body}</body></html>"))


def texts(body: str) -> list[str]:
    return [piece.text for piece in read(body).pieces if piece.picture is None]


def only(body: str) -> Piece:
    (piece,) = read(body).pieces
    return piece


def test_inline_elements_run_on_and_blocks_part():
    assert texts("<p>One <b>bold</b> <a href='/x'>link</a>.</p><div>Two<p>Three</p>Four</div>") == [
        "One bold link.",
        "Two",
        "Three",
        "Four",
    ]


def test_two_breaks_part_paragraphs_and_one_stays_a_line():
    assert texts("<div>First line<br>second line<br><br>Next paragraph<br> <br>Last</div>") == [
        "First line\nsecond line",
        "Next paragraph",
        "Last",
    ]


def test_hidden_text_is_not_read():
    hidden = "<script>x</script><style>y</style><noscript>z</noscript>"
    body = f"<p>Seen<span class='visually-hidden'>opens in a new tab</span></p>{hidden}"
    assert texts(body) == ["Seen"]


def test_kinds_come_from_the_markup():
    body = "<h2>H</h2><ul><li>a<ul><li>b</li></ul></li></ul><blockquote><p>q</p></blockquote><pre>x\n  y</pre><p>p</p>"
    assert [(p.kind.value, p.level, p.text) for p in read(body).pieces] == [
        ("heading", 2, "H"),
        ("list_item", 1, "a"),
        ("list_item", 2, "b"),
        ("quote", None, "q"),
        ("code", None, "x\n  y"),
        ("paragraph", None, "p"),
    ]


def test_table_of_data_and_table_for_the_layout():
    data = "<table><tr><th>Town</th><th>Votes</th></tr><tr><td>Northport</td><td>12</td></tr></table>"
    assert {piece.kind.value for piece in read(data).pieces} == {"table"}
    prose = "A paragraph that an old page put into a table, and that goes on for some while. " * 4
    assert {piece.kind.value for piece in read(f"<table><tr><td>{prose}</td></tr></table>").pieces} == {"paragraph"}


def test_shares_of_links_and_bold():
    piece = only("<p>12345 <a href='/x'>67890</a></p>")
    assert 0.4 < piece.linked < 0.6
    assert piece.links == (("/x", "67890"),)
    assert only("<p><strong>All of it</strong></p>").bold == 1.0


def test_marks_come_from_classes_ids_roles_and_tags():
    piece = only(
        "<aside class='relatedStories'><div id='share-bar' role='navigation'><p class='wp-caption'>x</p></div></aside>"
    )
    assert {"related", "share", "tag-nav", "tag-aside", "caption"} <= piece.marks
    assert "caption" in piece.own


def test_words_of_class_names():
    assert marks(mask_of("ArticleBody__related-links")) >= {"story", "body", "related"}
    assert marks(mask_of("wp-caption")) >= {"caption"}
    assert marks(mask_of("shareholder")) == frozenset()


def test_parts_of_a_caption_stand_apart():
    body = "<figure><img src='a.jpg'><figcaption>The quay <span class='credit'>Photo: X</span></figcaption></figure>"
    found = read(body).pieces
    assert [piece.text for piece in found] == ["", "The quay", "Photo: X"]
    assert len({piece.figure for piece in found}) == 1
    assert found[0].figure is not None


def test_best_version_of_a_picture():
    assert largest("a.jpg 320w, b.jpg 1024w, c.jpg 640w") == "b.jpg"
    assert largest("a.jpg, b.jpg 2x") == "b.jpg"
    lazy = only("<div><img src='data:image/gif;base64,R0' data-src='real.jpg' alt=' The  quay '></div>")
    assert lazy.picture is not None
    assert (lazy.picture.url, lazy.picture.alt) == ("real.jpg", "The quay")


def test_a_menu_is_one_piece_and_a_footer_with_text_is_not():
    menu = "<nav><ul><li><a href='/a'>News</a></li><li><a href='/b'>Sport</a></li></ul></nav>"
    assert only(menu).text == "News\nSport"
    note = "<footer><p>The paper was founded by fishermen in 1871.</p><p><a href='/a'>Contact</a></p></footer>"
    assert texts(note) == ["The paper was founded by fishermen in 1871.", "Contact"]


def test_readings_beside_characters_stay_in_their_line():
    assert texts("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>を読む</p>") == ["漢字(かんじ)を読む"]


def test_depth_is_no_danger():
    deep = "<div>" * 200 + "<p>At the bottom of it all</p>" + "</div>" * 200
    assert texts(deep) == ["At the bottom of it all"]


@pytest.mark.parametrize(
    "body",
    [
        "<nav>" + "<a href='/x'>A story of the day</a> " * 20_000 + "</nav>",
        ("<nav>" + "<p>Ferries sail again</p>" * 100) * 200,
        "<p>" + "<a href='/x'>A story</a> and " * 20_000,
        "<ul>" + "<li class='x'><a href='/x'>A story</a></li>" * 20_000,
    ],
    ids=["one menu of many links", "menus in menus", "many links in a line", "a long list"],
)
def test_time_is_linear_in_the_size_of_the_page(body):
    started = process_time()
    assert read(body).pieces
    assert process_time() - started < 2


def test_lines_of_a_dump():
    found = lines("First\r\n\r\n  Second   line \n\n\u200b\nThird").pieces
    assert [(piece.at, piece.text, piece.place.line if piece.place else None) for piece in found] == [
        (0, "First", 1),
        (1, "Second line", 3),
        (2, "Third", 6),
    ]
