"""Meta refresh: a page without a story that sends its readers on is followed, once, and guarded like a redirect."""

import time

import pytest
from server import Server, bridge, page, redirect
from test_cli import SENTENCES
from test_cli import page as story

from newsextract import FetchError, extract_url
from newsextract.fetch import Fetcher
from newsextract.fetch.refresh import refreshed
from newsextract.page import Page

DAYS = ("first", "second", "third", "fourth", "fifth")


def answers(first):
    return {"/old": first, "/story": page(story()), "/hop": redirect("/story"), "/next": bridge("0;url=/story")}


def read(own: Server, path: str = "/old"):
    with Fetcher(allow_private=True) as fetcher:
        return extract_url(own.url(path), fetcher=fetcher)


@pytest.mark.parametrize(
    "content",
    [
        "0;url=/story",
        "5; URL='/story'",
        "0; url=story#top",
        "1.5;url=http://HOST/story",
        "0;url=//HOST/story",
        "0;url=/hop",
    ],
)
def test_a_page_that_sends_its_readers_on_is_followed(content):
    with Server({}) as own:
        own.answers = answers(bridge(content.replace("HOST", own.host)))
        article = read(own)
        assert (article.url, article.final_url.partition("#")[0]) == (own.url("/old"), own.url("/story"))
        assert SENTENCES[0] in article.paragraphs


@pytest.mark.parametrize(
    ("content", "around"),
    [
        ("6;url=/story", "{}"),
        ("300", "{}"),
        ("0;url=/old", "{}"),
        ("0;url=/old#top", "{}"),
        ("0;url=/story", "<noscript>{}</noscript>"),
        ("0;url=/story", "<!-- {} -->"),
        ("0;url=/story", "<script>'{}'</script>"),
        ("0;url=javascript:alert(1)", "{}"),
        ("0;url=file:///etc/passwd", "{}"),
        ("0;url=http://[::1", "{}"),
    ],
)
def test_what_leads_nowhere_is_left(content, around):
    with Server(answers(bridge(content, around))) as own:
        article = read(own)
        assert article.final_url is None
        assert len(own.requests) == 1


def test_a_story_that_renews_itself_stays():
    more = "".join(f"<p>On the {day} day the boats had {day} passengers for each of the islands.</p>" for day in DAYS)
    body = story().replace(b"</head>", b'<meta http-equiv="refresh" content="0;url=/other"></head>')
    body = body.replace(b"</article>", more.encode() + b"</article>")
    with Server({"/old": page(body)}) as own:
        assert SENTENCES[0] in read(own).paragraphs
        assert len(own.requests) == 1


def test_it_is_followed_once():
    with Server(answers(bridge("0;url=/next"))) as own:
        article = read(own)
        assert article.final_url == own.url("/next")
        assert [visit.path for visit in own.requests] == ["/old", "/next"]


def test_an_error_behind_it_is_one_of_the_address_asked_for():
    with Server(answers(bridge("0;url=/gone"))) as own:
        with pytest.raises(FetchError) as caught:
            read(own)
        error = caught.value
        assert (error.code, error.status) == ("http_status", 404)
        assert (error.url, error.hop) == (own.url("/old"), own.url("/gone"))


def test_no_login_goes_along():
    with Server(answers(bridge("0;url=/story"))) as own:
        with Fetcher(allow_private=True) as fetcher:
            extract_url(own.url("/old", "ann:secret@"), fetcher=fetcher)
        assert ["authorization" in visit.headers for visit in own.requests] == [True, False]


@pytest.mark.parametrize(
    "bait",
    ["<meta ", "<meta http-equiv=refresh content='9;url=", "<!--", "<noscript>", "<script ", "<meta a='<meta b=\""],
)
def test_bait_is_passed_by_quickly(bait):
    start = time.process_time()
    assert refreshed(Page("http://example.org/", bait.encode() * 100_000), pytest.fail) is None
    assert time.process_time() - start < 1
