"""Words at pictures: what is caption, what is credit, and which picture they belong to."""

from pathlib import Path

import pytest

from newsextract.article import BlockKind, Evidence, Image, ImageRole
from newsextract.clean.caption_lines import lift_caption_lines
from newsextract.clean.captions import pair_captions
from newsextract.clean.credits import split_credit
from newsextract.clean.draft import Draft
from newsextract.content import Picture, Piece, lines, pieces
from newsextract.document import decode, parse
from newsextract.metadata import Facts

TABLE = Path(__file__).parent / "fixtures" / "credits" / "captions.tsv"
STORY = "The council voted on Monday evening to rebuild the old bridge over the river, after a debate of six hours."


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("The bridge at dawn. (Photo: Ann Lee)", "The bridge at dawn.", "Ann Lee"),
        ("The bridge at dawn. Photo by Ann Lee for The Courier", "The bridge at dawn.", "Ann Lee for The Courier"),
        ("The bridge at dawn. © 2024 Ann Lee", "The bridge at dawn.", "Ann Lee"),
        ("The bridge at dawn (AFP / ANN LEE)", "The bridge at dawn", "AFP / ANN LEE"),
        ("The bridge at dawn. (AP Photo/Ann Lee, File)", "The bridge at dawn.", "AP Photo/Ann Lee, File"),
        (
            "The bridge at dawn. | Ann Lee/PA Images via Getty Images",
            "The bridge at dawn.",
            "Ann Lee/PA Images via Getty Images",
        ),
        ("The bridge at dawn. THE ASSOCIATED PRESS", "The bridge at dawn.", "THE ASSOCIATED PRESS"),
        ("The bridge at dawn / Ann Lee / AP", "The bridge at dawn", "Ann Lee / AP"),
        ("The bridge at dawn REUTERS/Ann Lee", "The bridge at dawn", "REUTERS/Ann Lee"),
        ("The bridge at dawn. (Xinhua/Li Na)", "The bridge at dawn.", "Xinhua/Li Na"),
        ("The bridge at dawn. [Photo/Agencies]", "The bridge at dawn.", "Agencies"),
        ("The bridge at dawn. (Ann Lee)", "The bridge at dawn.", "Ann Lee"),
        ("CREDIT: Ann Lee", None, "Ann Lee"),
        ("Courtesy of Ann Lee", None, "Ann Lee"),
        ("Getty Images", None, "Getty Images"),
        ("Ann Lee/Copyright 2024 The Agency. All rights reserved", None, "Ann Lee"),
        ("Die Brücke am Morgen. Foto: Ann Lee/dpa", "Die Brücke am Morgen.", "Ann Lee/dpa"),
        ("Die Brücke lockt Reisende an. dpa", "Die Brücke lockt Reisende an.", "dpa"),
        ("Legende: Die Brücke am Morgen. Keystone/Ann Lee", "Die Brücke am Morgen.", "Keystone/Ann Lee"),
        ("Bildrechte: imago images/Ann Lee", None, "imago images/Ann Lee"),
        ("Quelle: ZDF", None, "ZDF"),
        ("Un puente al amanecer. EFE", "Un puente al amanecer.", "EFE"),
        ("A híd hajnalban. Fotó: MTI / Kovács Anna", "A híd hajnalban.", "MTI / Kovács Anna"),
        ("Мост на рассвете. Фото: Анна Ли", "Мост на рассвете.", "Анна Ли"),
        ("Cây cầu lúc bình minh. Ảnh: Lê Anh", "Cây cầu lúc bình minh.", "Lê Anh"),
        ("Silta aamulla. Kuva: Anna Lee / Lehtikuva", "Silta aamulla.", "Anna Lee / Lehtikuva"),
        ("Tiltas auštant. A. Lee / LRT nuotr.", "Tiltas auštant.", "A. Lee / LRT nuotr"),
        ("Brúin við sólarupprás. Ljósmynd/Anna", "Brúin við sólarupprás.", "Ljósmynd/Anna"),
        ("夜明けの橋＝共同", "夜明けの橋", "共同"),
        ("夜明けの橋（共同通信社）", "夜明けの橋", "共同通信社"),
        ("写真：山田太郎", None, "山田太郎"),
        ("Bild: Photo by Ann Lee on Unsplash", None, "Ann Lee on Unsplash"),
        ("The bridge at dawn.\nPhoto © Ann Lee", "The bridge at dawn.", "Ann Lee"),
        ("Photo: eTown Council / Facebook", None, "eTown Council / Facebook"),
    ],
)
def test_a_credit_is_parted_from_its_caption(text, caption, credit):
    assert split_credit(text) == (caption, credit)


def rows():
    for line in TABLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            _, text, caption, credit = line.split("\t")
            yield text.replace(" ⏎ ", "\n"), None if caption == "-" else caption, None if credit == "-" else credit


@pytest.mark.parametrize(("text", "caption", "credit"), list(rows()))
def test_a_credit_is_parted_from_its_caption_in_many_languages(text, caption, credit):
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "The mayor (left) and her deputy",
        "(Photo below shows the bridge)",
        "Steigen die Zinsen wieder? (Symbolfoto)",
        "The runner won again. (London 2012)",
        "She poses for a photo by the pool.",
        "The picture was taken by a neighbour",
        "Zum Vergleich ein Bild: Berlin",
        "Video: So arbeitet die Zentralbank",
        "Imagen de un puente situado en el centro",
        "The Copyright Office building in Washington",
        "Bild: Die Bürgermeisterin spricht am Mittwoch mit den Leuten über das neue Haus.",
        "The chart shows how prices rose, the source: a survey of three thousand homes in the north",
        "Residents of the town wait for the bus",
        "Anna Lee",
        "Photo Of The Day",
        "The year in pictures ... a look back",
        "Foto's van de brug",
    ],
)
def test_a_caption_without_a_credit_stays_whole(text):
    assert split_credit(text) == (text, None)


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("Open image in gallery A dog on the beach", "A dog on the beach"),
        ("Brua i morgenlys Vis mer", "Brua i morgenlys"),
        ("Öppna bild i helskärm", None),
        ("Zeigt weitere Informationen zum Bild", None),
        ("View 3 Images", None),
        ("2 of 12 | A dog on the beach", "A dog on the beach"),
        ("12/10/2024", None),
        ("", None),
    ],
)
def test_buttons_of_a_viewer_are_no_words_of_a_picture(text, caption):
    assert split_credit(text) == (caption, None)


def test_a_very_long_text_is_no_credit_line():
    text = "Photo: " * 50_000
    assert split_credit(text) == (text, None)


def paired(body, facts=None, story=(STORY,)):
    """The draft after pairing; of the page's pieces only the story's are not cut before."""
    document = parse(decode(f"<body><main>{body}</main>".encode(), "text/html; charset=utf-8", None), None)
    found = pieces(document).pieces
    cuts = {piece.at: "not-story" for piece in found if piece.picture is None and piece.text not in story}
    return pair_captions(Draft(found, facts or Facts(), cuts))


def test_a_figure_becomes_an_image_and_its_words_leave_the_body():
    draft = paired(
        f"<p>{STORY}</p><figure><img src='/b.jpg' alt='Bridge'>"
        f"<figcaption>The bridge at dawn. Photo: Ann Lee</figcaption></figure><p>{STORY}</p>",
    )
    assert draft.images == (Image("/b.jpg", "The bridge at dawn.", "Ann Lee", "Bridge", ImageRole.BODY),)
    assert list(draft.taken.values()) == ["caption"]
    assert {piece.text for piece in draft.prose()} == {STORY}


def test_a_picture_above_the_text_is_the_lead():
    draft = paired(f"<figure><img src='/b.jpg'><figcaption>The bridge</figcaption></figure><p>{STORY}</p>")
    assert [image.role for image in draft.images] == [ImageRole.LEAD]


@pytest.mark.parametrize(
    "words",
    [
        "<figcaption>The bridge at dawn</figcaption><small>Ann Lee</small>",
        "<figcaption>The bridge at dawn</figcaption><span>(Ann Lee)</span>",
        "<figcaption><span>The bridge at dawn</span><span>Foto: Ann Lee</span></figcaption>",
        "<figcaption>The bridge at dawn</figcaption><span>Credit:</span><span>Ann Lee</span>",
    ],
)
def test_a_credit_may_stand_in_an_element_of_its_own(words):
    draft = paired(f"<p>{STORY}</p><figure><img src='/b.jpg'>{words}</figure><p>{STORY}</p>")
    assert [(image.caption, image.credit) for image in draft.images] == [("The bridge at dawn", "Ann Lee")]


@pytest.mark.parametrize(
    ("words", "caption", "credit"),
    [
        ("<p class='caption'>The bridge at dawn</p>", "The bridge at dawn", None),
        ("<div>The old bridge as seen at dawn</div>", "The old bridge as seen at dawn", None),
        ("<div>The bridge at dawn. (AP Photo/Ann Lee)</div>", "The bridge at dawn.", "AP Photo/Ann Lee"),
        ("<h4>The bridge at dawn</h4><p>Photo: Ann Lee</p>", "The bridge at dawn", "Ann Lee"),
    ],
)
def test_words_behind_a_picture_need_no_figure(words, caption, credit):
    picture = "<div><img src='/b.jpg' alt='The old bridge as seen at dawn' width=800 height=600></div>"
    draft = paired(f"<p>{STORY}</p>{picture}{words}<p>{STORY}</p>")
    assert [(image.caption, image.credit) for image in draft.images] == [(caption, credit)]


@pytest.mark.parametrize(
    "foreign",
    [
        "<aside class='related'><figure><img src='/x.jpg'><figcaption>Another story</figcaption></figure></aside>",
        "<div class='author-bio'><img src='/x.jpg'><p>Ann Lee writes about bridges.</p></div>",
        "<div><img src='/logo.png'></div>",
        "<div><img src='/x.jpg' width=32 height=32></div>",
        "<a href='/other'><img src='/x.jpg'></a>",
        "<figure><img src='/x.jpg'><h3><a href='/other'>Another headline</a></h3></figure>",
    ],
)
def test_icons_and_teasers_are_no_images_of_the_story(foreign):
    assert paired(f"<p>{STORY}</p>{foreign}<p>{STORY}</p>").images == ()


def test_the_portrait_of_the_author_is_none_either():
    facts = Facts(credits=())
    figure = "<figure><img src='/a.jpg' alt='Ann Lee'><address>By Ann Lee</address></figure>"
    assert paired(f"{figure}<p>{STORY}</p>", facts).images == ()


def test_a_photographer_in_a_figure_is_no_author():
    figure = "<figure><img src='/b.jpg'><p>The bridge</p><p>Photo: Ann Lee</p></figure>"
    draft = paired(f"{figure}<p>{STORY}</p>")
    credit = next(piece.at for piece in draft.pieces if piece.text == "Photo: Ann Lee")
    again = pair_captions(Draft(draft.pieces, draft.facts, taken={credit: "byline"}))
    assert again.images[0].credit == "Ann Lee"
    assert again.taken[credit] == "credit"


def test_an_image_shown_twice_comes_once():
    figure = "<figure><img src='/b.jpg?w={}'><figcaption>The bridge at dawn</figcaption></figure>"
    draft = paired(f"<p>{STORY}</p>{figure.format(300)}{figure.format(900)}<p>{STORY}</p>")
    assert [image.caption for image in draft.images] == ["The bridge at dawn"]


def test_structured_data_fill_what_the_page_does_not_say():
    facts = Facts(images=(Image("https://a.example/img/b.jpg?w=1200", "The bridge at dawn", "Ann Lee"),))
    draft = paired(f"<figure><img src='/small/b.jpg' width=600></figure><p>{STORY}</p>", facts)
    assert [(image.url, image.caption, image.credit) for image in draft.images] == [
        ("/small/b.jpg", "The bridge at dawn", "Ann Lee")
    ]


def test_without_any_picture_the_lead_is_that_of_structured_data():
    facts = Facts(images=(Image("https://a.example/b.jpg", "The bridge. Photo: Ann Lee"),))
    (image,) = paired(f"<p>{STORY}</p>", facts).images
    assert (image.url, image.caption, image.credit) == ("https://a.example/b.jpg", "The bridge.", "Ann Lee")


def test_the_headline_is_no_caption():
    facts = Facts(
        title="Council votes for bridge", images=(Image("https://a.example/b.jpg", "Council votes for bridge"),)
    )
    figure = "<figure><img src='/c.jpg'><figcaption>Council votes for bridge</figcaption></figure>"
    assert [image.caption for image in paired(f"{figure}<p>{STORY}</p>", facts).images] == [None]
    assert [image.caption for image in paired(f"<p>{STORY}</p>", facts).images] == [None]


def test_a_page_without_a_story_has_no_images_of_its_own():
    assert paired("<figure><img src='/b.jpg'><figcaption>The bridge</figcaption></figure>").images == ()


def lifted(dump, *cut):
    found = lines(dump).pieces
    return lift_caption_lines(Draft(found, Facts(), dict.fromkeys(cut, "not-story")))


def test_a_line_with_a_labelled_credit_is_lifted_from_a_dump():
    draft = lifted(f"The mayor on the bridge (Photo: Facebook)\n{STORY}\n{STORY}", 0)
    assert draft.images == (Image(None, "The mayor on the bridge", "Facebook"),)
    assert draft.taken == {0: "caption"}


@pytest.mark.parametrize("cut", [(1,), ()])
def test_an_agency_is_enough_of_a_label_where_the_line_is_not_the_story(cut):
    draft = lifted(
        f"{STORY}\nThe mayor and her deputy look at the bridge from a small boat. Ann Lee/dpa\n{STORY}", *cut
    )
    assert [image.credit for image in draft.images] == ["Ann Lee/dpa"] * len(cut)


def test_a_short_address_is_no_credit():
    text = "The boss' team won this time against the run of play. pic.example.com/lw9nSlMKK7"
    assert split_credit(text) == (text, None)


def test_a_mere_credit_takes_the_caption_above_it():
    dump = f"{STORY}\nThe mayor and her deputy look at the bridge from a boat.\nFoto: Ann Lee\n{STORY}"
    draft = lifted(dump, 1, 2)
    assert draft.images == (Image(None, "The mayor and her deputy look at the bridge from a boat.", "Ann Lee"),)
    assert draft.taken == {1: "caption", 2: "credit"}


@pytest.mark.parametrize(
    "line", ["Source: City archive", f"{STORY} {STORY} {STORY} (Photo: Ann Lee)", "It was seen by Reuters on Monday."]
)
def test_other_lines_of_a_dump_stay(line):
    draft = lifted(f"{STORY}\n{line}\n{STORY}")
    assert draft.images == ()
    assert draft.taken == {}


def test_a_plain_paragraph_of_a_page_is_a_caption_only_with_its_credit_in_brackets():
    place = Evidence(1, "div > p")
    told = ["The mayor (Photo: Ann Lee)", "The mayor. Photo: Ann Lee", "The mayor spoke to us. (Photo: Ann Lee)"]
    draft = Draft(tuple(Piece(at, text, place=place) for at, text in enumerate(told)))
    assert lift_caption_lines(draft).images == (Image(caption="The mayor", credit="Ann Lee"),)


def test_a_picture_piece_has_no_words_to_lose():
    picture = Piece(0, "", BlockKind.IMAGE, picture=Picture("/b.jpg", width=800, height=600))
    assert pair_captions(Draft((picture, Piece(1, STORY)))).taken == {}
