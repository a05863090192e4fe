"""Pages that break readers: the article comes out where it is there, else one documented error, in time."""

from __future__ import annotations

import time

import pytest
from hostile_pages import BAITS, CASES, MARKER, SENTENCE, Case, page

import newsextract
from newsextract import InputError, Page
from newsextract.output import FORMATS

URL = "https://news.example/2026/10/harbour"


def outcome(case: Case) -> tuple[str, str]:
    """Return the text and what else came: the status, or the error's code."""
    given = case.make()
    body = given.encode("utf-8", "surrogatepass") if isinstance(given, str) else given
    headers = {"Content-Type": case.content_type} if case.content_type else {}
    try:
        article = newsextract.extract(Page(URL, body, headers))
    except InputError as error:
        return "", error.code
    return article.text, article.status.value


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_page_is_an_article_or_an_error(name):
    case = CASES[name]
    text, told = outcome(case)
    if case.expect == "text":
        assert case.marker in text
    elif case.expect == "none":
        assert not text
    else:
        assert (text, told) == ("", case.expect)


@pytest.mark.parametrize("name", [name for name in BAITS if name not in ("state", "legacy bytes")])
def test_bait_leaves_the_story(name):
    assert MARKER in newsextract.extract(BAITS[name](30_000)).text


@pytest.mark.parametrize("name", BAITS)
def test_twice_the_bait_takes_twice_the_time(name):
    """One run of each tells little on a busy machine: where they differ much, the best of some counts."""
    small, large = (BAITS[name](size) for size in (25_000, 50_000))
    times = {given: float("inf") for given in (small, large)}
    for _ in range(5):
        for given in times:
            times[given] = min(times[given], seconds(given))
        if times[large] < max(0.05, 2.6 * times[small]):
            return
    pytest.fail(f"{times[small]:.3f} s, then {times[large]:.3f} s")


def seconds(given: str | bytes) -> float:
    start = time.process_time()
    newsextract.extract(given)
    return time.process_time() - start


def test_what_hid_the_story_is_told():
    article = newsextract.extract(page(before="<textarea>"))
    assert article.text.startswith(MARKER)
    assert article.status_reasons == ("some markup never ends: the page was read without its opening",)
    assert newsextract.extract(page(after="<!-- and nothing more")).status_reasons == ()


def test_an_end_that_hides_nothing_stays_hidden():
    article = newsextract.extract(page(after=f"<!-- <p>{SENTENCE} Secret.</p>"))
    assert "Secret" not in article.text
    assert MARKER in article.text


def test_passages_without_number_are_one_cut():
    article = newsextract.extract(page("<p>a</p>" * 60_000))
    assert MARKER in article.text
    assert sum(cut.rule == "surplus" for cut in article.cuts) == 1
    assert sum(cut.text.split("\n").count("a") for cut in article.cuts) == 60_000


def test_lines_without_number_are_one_cut():
    article = newsextract.extract_text("a\n" * 60_000)
    assert [cut.text.count("a") for cut in article.cuts if cut.rule == "surplus"] == [10_000]


def test_utf7_is_never_read():
    body = page("<p>+ADw-script+AD4-alert(1)+ADw-/script+AD4-</p>", "<meta charset=utf-7>").encode()
    article = newsextract.extract(Page(URL, body, {"Content-Type": "text/html; charset=utf-7"}))
    assert article.fetch is not None
    assert article.fetch.encoding == "utf-8"
    assert "<script" not in FORMATS["html"](article)


def test_no_entity_is_expanded_and_no_file_read():
    assert "root:" not in outcome(CASES["outer entity"])[0]
    assert "hahaha" not in outcome(CASES["entity bomb"])[0]
