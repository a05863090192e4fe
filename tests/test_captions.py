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
        "The pothos of the tropics (Golden Pothos / Devil Ivy)",
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


def shown(body, facts=None):
    """The names of the files that a page shows with its story."""
    return [image.url.rpartition("/")[2] for image in paired(body, facts).images if image.url]


def test_a_word_in_the_class_of_the_whole_page_makes_no_picture_a_masthead():
    page = f"<div class='site'><p>{STORY}</p><img src='/b.jpg' width='800' height='600'><p>{STORY}</p></div>"
    assert shown(page) == ["b.jpg"]


def test_a_picture_below_a_headline_in_one_header_is_the_lead():
    title = "Council votes for bridge"
    document = parse(
        decode(
            f"<main><header><img src='/sign.jpg'><p>Menu</p></header><header class='entry-header'><h1>{title}</h1>"
            f"<img src='/b.jpg'></header><p>{STORY}</p></main>".encode(), None, None
        ),
        None,
    )  # fmt: skip
    found = pieces(document).pieces
    at = next(piece.at for piece in found if piece.text == title)
    draft = Draft(found, Facts(title=title), {at - 1: "not-story"}, {at: "title"})
    assert [image.url for image in pair_captions(draft).images] == ["/b.jpg"]


@pytest.mark.parametrize(
    "img",
    [
        "<img src='/wp-content/themes/a/calendar.png'>",
        "<img src='/wp-content/plugins/a/post.png'><p class='caption'>To see the post you must agree</p>",
        "<img src='/count/0' width='1' height='1'>",
        "<img src='/l.gif?page=1'>",
        "<figure><img src='/offer.jpg'><p>Advertisement</p></figure>",
    ],
)
def test_the_sites_own_signs_are_no_pictures_of_the_story(img):
    draft = paired(f"<p>{STORY}</p>{img}<p>{STORY}</p>")
    adverts = {piece.at: "ad-label" for piece in draft.pieces if piece.text == "Advertisement"}
    again = pair_captions(Draft(draft.pieces, Facts(), {**draft.cuts, **adverts}))
    assert [image.url for image in again.images] == []


@pytest.mark.parametrize(
    ("link", "count"),
    [("/b-large.jpg", 1), ("#picture-1", 1), ("https://a.example/gallery/12", 1), ("https://a.example/other", 0)],
)
def test_a_linked_picture_is_the_storys_where_its_link_leads_to_no_other_page(link, count):
    assert len(shown(f"<p>{STORY}</p><a href='{link}'><img src='/b.jpg'></a><p>{STORY}</p>")) == count


def test_a_linked_figure_below_the_story_leads_to_another():
    figure = "<figure><a href='/other'><img src='/c.jpg'></a></figure>"
    assert shown(f"<p>{STORY}</p>{figure}<p>{STORY}</p>{figure.replace('c.jpg', 'd.jpg')}") == ["c.jpg"]


def test_a_caption_that_is_a_link_is_one_where_the_picture_is_none():
    figure = "<figure><img src='/b.jpg'><figcaption><a href='/place'>The old castle</a></figcaption></figure>"
    assert [image.caption for image in paired(f"<p>{STORY}</p>{figure}<p>{STORY}</p>").images] == ["The old castle"]


def test_pictures_with_captions_go_on_below_the_last_paragraph():
    figure = "<figure><img src='/{0}.jpg'><figcaption>The bridge, part {0} of the work</figcaption></figure>"
    row = "".join(f"{figure.format(n)}<p>More</p><p>More</p>" for n in range(1, 6))
    assert len(shown(f"<p>{STORY}</p>{row}")) == 5


def test_a_gallery_is_told_from_the_text():
    image = "<img src='/b.jpg' width='800' height='600'>"
    (found,) = paired(f"<p>{STORY}</p><div class='gallery'><figure>{image}</figure></div><p>{STORY}</p>").images
    assert found.role == ImageRole.GALLERY


def test_a_picture_that_the_data_name_is_the_lead_wherever_it_stands_above():
    filler = "<p>Sign in</p>" * 45
    page = f"<img src='/img/b-800x600.jpg'>{filler}<p>{STORY}</p>"
    facts = Facts(images=(Image("https://a.example/img/b.jpg"),))
    assert shown(page, facts) == ["b-800x600.jpg"]


def test_an_alternative_text_in_the_data_is_no_caption():
    facts = Facts(images=(Image("https://a.example/b.jpg", "A bridge at dawn"),))
    page = f"<img src='/b.jpg' alt='A bridge at dawn' width='800'><p>{STORY}</p>"
    assert [image.caption for image in paired(page, facts).images] == [None]


def test_the_sign_of_a_house_is_no_lead():
    facts = Facts(images=(Image("https://a.example/site-logo.png"), Image("https://a.example/og-default.jpg")))
    assert paired(f"<p>{STORY}</p>", facts).images == ()


def test_two_images_with_one_caption_are_joined():
    words = "<div class='picture caption'>The bridge at dawn. Photo: Ann Lee</div>"
    page = f"<img src='/b.jpg' width='800'><p>{STORY}</p>{words}"
    facts = Facts(images=(Image("https://a.example/b.jpg", "The bridge at dawn."),))
    images = paired(page, facts).images
    assert [(image.url, image.caption, image.credit) for image in images] == [
        ("/b.jpg", "The bridge at dawn.", "Ann Lee")
    ]


def test_a_long_paragraph_in_the_box_of_a_picture_is_no_caption():
    text = f"{STORY} {STORY} {STORY}"
    page = f"<p>{STORY}</p><div class='image'><img src='/b.jpg' width='800'><p>{text}</p></div><p>{STORY}</p>"
    draft = paired(page, story=(STORY, text))
    assert [image.caption for image in draft.images] == [None]
    assert text in {piece.text for piece in draft.prose()}


def test_a_numbered_line_behind_a_picture_is_its_caption():
    line = "Figure 2: How high the bridge will be"
    (image,) = paired(f"<p>{STORY}</p><img src='/b.jpg' width='800'><p>{line}</p>", story=(STORY, line)).images
    assert image.caption == line


@pytest.mark.parametrize(
    ("attributes", "url"),
    [
        ("src='/blank.gif' data-whoever-src='/b.jpg'", "/b.jpg"),
        ("src='/t.gif' data-small='/s.jpg' data-full-size='/b.jpg'", "/b.jpg"),
        ("src='/s.jpg' data-orig-file='/b.jpg'", "/b.jpg"),
        ("src='/s.jpg' srcset='/w_3,h_2/s.jpg 320w,/w_9,h_6/b.jpg 900w'", "/w_9,h_6/b.jpg"),
        ("src='/s.jpg' data-fallback-src='/logo.png'", "/s.jpg"),
        ("src='/image.jpg'", "/image.jpg"),
    ],
)
def test_the_best_address_of_a_picture(attributes, url):
    assert [image.url for image in paired(f"<p>{STORY}</p><img {attributes} width='800'><p>{STORY}</p>").images] == [
        url
    ]


def lifted(dump, *cut):
    found = lines(dump).pieces
    return lift_caption_lines(Draft(found, Facts(), dict.fromkeys(cut, "not-story")))


def test_a_line_with_a_labelled_credit_is_lifted_from_a_dump():
    draft = lifted(f"The mayor on the bridge (Photo: Facebook)\n{STORY}\n{STORY}", 0)
    assert draft.images == (Image(None, "The mayor on the bridge", "Facebook"),)
    assert draft.taken == {0: "caption"}


@pytest.mark.parametrize("cut", [(1,), ()])
def test_an_agency_is_enough_of_a_label_where_the_line_is_not_the_story(cut):
    draft = lifted(f"{STORY}\nThe mayor and her deputy look at the bridge from a small boat. dpa\n{STORY}", *cut)
    assert [image.credit for image in draft.images] == ["dpa"] * len(cut)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("The mayor looks at the bridge. Ann Lee/dpa", "The mayor looks at the bridge.", "Ann Lee/dpa"),
        ("The mayor looks at the bridge. (AP)", "The mayor looks at the bridge.", "AP"),
        ("The mayor looks at the bridge.Getty Images", "The mayor looks at the bridge.", "Getty Images"),
        (
            "The mayor looks at the bridge for a whileAnn Lee/EFE",
            "The mayor looks at the bridge for a while",
            "Ann Lee/EFE",
        ),
        ("Ann Lee/Getty Images", None, "Ann Lee/Getty Images"),
    ],
)
def test_within_the_story_of_a_dump_a_credit_has_a_form_that_prose_has_not(line, caption, credit):
    draft = lifted(f"{STORY}\n{line}\n{STORY}\n{STORY}")
    assert draft.images == (Image(caption=caption, credit=credit),)


@pytest.mark.parametrize("parts", [("(", "Image:", "Ann Lee)"), ("(", "Image: Ann Lee)")])
def test_a_bracket_that_lines_break_is_read_as_one(parts):
    dump = "\n".join([STORY, f"The mayor looks at the bridge {parts[0]}", *parts[1:], STORY, STORY])
    draft = lifted(dump)
    assert draft.images == (Image(caption="The mayor looks at the bridge", credit="Ann Lee"),)
    assert list(draft.taken.values()) == ["caption"] * len(parts)


@pytest.mark.parametrize("line", ["They will meet again on Friday. (AP)", "They will meet again. Ann Lee/dpa"])
def test_an_agency_at_the_end_of_the_story_signs_it(line):
    assert lifted(f"{STORY}\n{STORY}\n{line}").images == ()


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
