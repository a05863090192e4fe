"""The two front doors: whole pages and dumps come out as the article that an editor would recognise."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st

import newsextract
from newsextract import Article, Page, Status

PAGES = Path(__file__).parent / "fixtures" / "pages"
SEED = Path(__file__).parents[2] / "shared" / "seed"
FERRY = PAGES / "ferry-line"
BRIDGE = (PAGES / "harbour-bridge" / "page.html").read_bytes()
BRIDGE_URL = "https://courier.example/local/2026/10/harbour-bridge-vote"


def shown(article: Article) -> dict[str, object]:
    return {
        "title": article.title,
        "summary": article.summary,
        "images": [{"url": image.url, "caption": image.caption, "credit": image.credit} for image in article.images],
        "paragraphs": article.paragraphs,
    }


def as_html(dump: str, tag: str) -> str:
    lines = [line for line in dump.splitlines() if line.strip()]
    body = "\n".join(f"<{tag}>{line}</{tag}>" for line in lines)
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'></head><body>{body}</body></html>"


def test_dump_comes_out_character_for_character():
    expected = json.loads((FERRY / "article.json").read_text("utf-8"))
    assert shown(newsextract.extract_text((FERRY / "dump.txt").read_text("utf-8"))) == expected


def test_page_with_the_same_lines_gives_the_same_article():
    expected = json.loads((FERRY / "article.json").read_text("utf-8"))
    assert shown(newsextract.extract((FERRY / "page.html").read_bytes())) == expected


@pytest.mark.skipif(not SEED.exists(), reason="the seed case stands outside the repository")
def test_seed_case():
    dump = (SEED / "noisy-dump.txt").read_text("utf-8")
    expected = json.loads((SEED / "expected.json").read_text("utf-8"))
    assert shown(newsextract.extract_text(dump)) == expected
    for layout in ("\r\n", "\r\n\r\n", "\n"):
        assert shown(newsextract.extract_text(dump.replace("\n\n", layout))) == expected
    for tag in ("p", "div"):
        assert shown(newsextract.extract(as_html(dump, tag))) == expected


@pytest.fixture(scope="module")
def bridge() -> Article:
    return newsextract.extract(BRIDGE, BRIDGE_URL)


def test_head_of_the_article(bridge: Article):
    assert bridge.title == "Council votes to rebuild harbour bridge before winter"
    assert bridge.kicker == "Harbour works"
    assert bridge.summary == "Repair would have been cheaper, but the engineers no longer trust the old steel."
    assert (
        bridge.description
        == "Northport's councillors have chosen a new bridge over a repair, and the engineers are relieved."
    )
    assert bridge.authors == ["Jane Roe"]
    assert bridge.agencies == ["Reuters"]
    assert bridge.published is not None
    assert bridge.published.isoformat() == "2026-10-13T18:05:00+01:00"
    assert bridge.modified is not None
    assert bridge.modified.isoformat() == "2026-10-14T08:40:00+01:00"
    assert (bridge.section, bridge.site_name, bridge.language, bridge.access) == (
        "Local",
        "Northport Courier",
        "en-GB",
        True,
    )
    assert bridge.tags == ("Northport", "harbour", "bridges")
    assert bridge.status is Status.OK


def test_body_of_the_article(bridge: Article):
    assert [(block.kind.value, block.text.split(" ")[0]) for block in bridge.blocks] == [
        ("paragraph", "NORTHPORT"),
        ("paragraph", "The"),
        ("heading", "“The"),
        ("paragraph", "“You"),
        ("paragraph", "The"),
        ("list_item", "one"),
        ("list_item", "piers"),
        ("list_item", "no"),
        ("paragraph", "Work"),
        ("paragraph", "Advertisement"),
    ]
    assert bridge.blocks[1].links == (
        newsextract.article.Link("https://courier.example/local/2026/09/survey", "close"),
    )


def test_pictures_of_the_article(bridge: Article):
    (image,) = bridge.images
    assert image.url == "https://courier.example/media/bridge-1600.jpg"
    assert image.caption == "The old bridge at low tide, seen from the fish market"
    assert image.credit == "Tom Birch / Courier"
    assert image.alt == "The old bridge at low tide"
    assert image.role.value == "lead"


def test_notes_are_not_lost(bridge: Article):
    assert [(note.kind.value, note.text) for note in bridge.notes] == [
        ("sign_off", "Additional reporting by Paul Crane in Millbrook"),
        ("correction", "Correction: an earlier version of this article gave the number of councillors as twenty."),
    ]


def test_cuts_have_the_name_of_their_rule(bridge: Article):
    rules = {cut.text: cut.rule for cut in bridge.cuts}
    assert rules["Advertisement"] == "ad-label"
    assert rules["Logo"] == "logo-line"
    assert rules["Local\nSport\nTides"] == "navigation"
    assert rules["Sign up for our newsletter and never miss a tide."] == "newsletter"
    assert all(cut.place is not None and cut.place.path for cut in bridge.cuts)


def test_kept_and_cut_are_all_visible_text_once(bridge: Article):
    soup = BeautifulSoup(BRIDGE, "html.parser")
    for hidden in soup(["script", "style", "title"]):
        hidden.decompose()
    visible = Counter("".join(soup.get_text(" ").split()))
    told = (
        [cut.text for cut in bridge.cuts]
        + [block.text for block in bridge.blocks]
        + [note.text for note in bridge.notes]
    )
    heads = [bridge.title, bridge.kicker, bridge.summary, bridge.byline]
    pictures = [f"{image.caption}{image.credit}" for image in bridge.images]
    assert Counter("".join("".join([*told, *heads, *pictures]).split())) == visible


@pytest.mark.parametrize("form", ["bytes", "str", "page", "soup"])
def test_every_form_of_input_gives_the_same_article(form: str, bridge: Article):
    text = BRIDGE.decode()
    page = Page(BRIDGE_URL, BRIDGE, {"Content-Type": "text/html; charset=utf-8"})
    given_form = {"bytes": BRIDGE, "str": text, "page": page, "soup": BeautifulSoup(text, "lxml")}[form]
    article = newsextract.extract(given_form, None if form == "page" else BRIDGE_URL)
    assert shown(article) == shown(bridge)
    assert article.url == BRIDGE_URL


def test_fetch_facts_say_how_the_bytes_were_read():
    page = Page(
        "https://a.example/x", "<p>é</p>".encode("latin-1"), {"content-type": "text/html; charset=iso-8859-1"}, 203
    )
    fetch = newsextract.extract(page).fetch
    assert fetch is not None
    assert (fetch.status, fetch.encoding, fetch.encoding_source) == (203, "windows-1252", "http")


def test_text_without_markup_is_read_as_a_dump():
    dump = (FERRY / "dump.txt").read_text("utf-8")
    assert newsextract.extract(dump).paragraphs == newsextract.extract_text(dump).paragraphs


@pytest.mark.parametrize("nothing", [b"", "", b"<html></html>", "<p></p>", b"   \n", "<script>var a = 1</script>"])
def test_nothing_gives_an_empty_article_that_says_so(nothing: bytes | str):
    article = newsextract.extract(nothing)
    assert article.paragraphs == []
    assert article.status is Status.EMPTY
    assert article.status_reasons


@pytest.mark.parametrize("wrong", [b"%PDF-1.7\n1 0 obj", b"\x89PNG\r\n\x1a\n\0\0", b"PK\x03\x04abc", b'{"a": [1, 2]}'])
def test_what_is_no_page_is_refused(wrong: bytes):
    with pytest.raises(newsextract.InputError) as raised:
        newsextract.extract(wrong)
    assert raised.value.code == "not_a_page"


def test_same_bytes_same_article(bridge: Article):
    newsextract.extract("<h1>Another page</h1><p>" + "Some other text that is long enough to be prose. " * 5 + "</p>")
    assert newsextract.extract(BRIDGE, BRIDGE_URL) == bridge


def test_article_survives_json(bridge: Article):
    assert Article.from_dict(json.loads(json.dumps(bridge.to_dict()))) == bridge


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from("<>/=\"' apbrdivtHlimg&;\n\x00é中\ud800"), max_size=300))
def test_any_markup_gives_an_article_or_a_documented_error(text: str):
    try:
        article = newsextract.extract(text)
    except newsextract.InputError:
        return
    assert Article.from_dict(json.loads(json.dumps(article.to_dict()))) == article


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Advertisement", "Logo", "Anzeige", "Publicité", "広告", "Share this article"]), max_size=6
    ),
    st.data(),
)
def test_noise_lines_never_remove_a_paragraph(labels: list[str], data: st.DataObject):
    lines = (FERRY / "dump.txt").read_text("utf-8").split("\n\n")
    for label in labels:
        lines.insert(data.draw(st.integers(0, len(lines))), label)
    wanted = json.loads((FERRY / "article.json").read_text("utf-8"))["paragraphs"]
    long = [text for text in wanted if len(text) > 80]
    found = newsextract.extract_text("\n\n".join(lines)).paragraphs
    assert [text for text in found if text in long] == long
    assert not set(labels) & set(found)
