"""A memory of sites: what recurs goes, under its name; what is a story's stays; and the order of pages is nothing."""

from __future__ import annotations

import json
import re
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from random import Random

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

import newsextract
from newsextract import Article
from newsextract.batch import runner
from newsextract.errors import DamagedMemoryError, InputError
from newsextract.shell_batch import batch as batch_command
from newsextract.site import SiteMemory, memory
from newsextract.site.lesson import Lesson
from newsextract.site.story import Line, Shown, Story

SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ai")]
BOX = "Vamo teli dazu, korime balu sedo nai. Pilo rane vosu mida."
LABEL = "Zolu benamo"
HOST = "https://tuvo.example"


def words(random, count):
    return " ".join("".join(random.choices(SYLLABLES, k=random.choice((1, 2, 2, 3)))) for _ in range(count))


def paragraph(random):
    return " ".join(f"{words(random, random.randint(7, 18)).capitalize()}." for _ in range(random.randint(2, 4)))


def story(number, count=6):
    random = Random(number)
    return words(random, 6).capitalize(), [paragraph(random) for _ in range(count)]


def page(number, *, amid="", slot=2, first="", foot="", head="", address=None):
    """A page with a story of its own; amid: markup behind so many of its paragraphs."""
    title, paragraphs = story(number)
    url = address or f"{HOST}/{number}"
    parts = [first, *(f"<p>{text}</p>" for text in paragraphs)]
    parts.insert(slot + 1, amid)
    body = "\n".join(parts)
    return (
        f"<html><head><title>{title}</title><link rel='canonical' href='{url}'>{head}</head><body>"
        f"<article><h1>{title}</h1><div class='text'>{body}</div>{foot}</article></body></html>"
    )


def learned(pages):
    known = SiteMemory()
    for html in pages:
        known.learn(html)
    return known


def furniture(article):
    return {cut.text: cut.rule for cut in article.cuts if cut.rule.startswith("site-furniture")}


BOXED = [page(number, amid=f"<p>{BOX}</p>") for number in range(12)]


def test_a_line_among_the_paragraphs_is_cut_and_says_how_often_it_was_seen():
    article = newsextract.extract(BOXED[0], site=learned(BOXED[1:8]))
    assert article.paragraphs == story(0)[1]
    assert furniture(article) == {BOX: "site-furniture (seen 8 of 8)"}


def test_without_a_memory_nothing_is_remembered():
    known = learned(BOXED)
    assert newsextract.extract(BOXED[0], site=known).paragraphs == story(0)[1]
    assert BOX in newsextract.extract(BOXED[0]).paragraphs


def test_a_page_that_was_learned_is_read_as_one_that_was_not():
    assert newsextract.extract(BOXED[0], site=learned(BOXED[:8])) == newsextract.extract(
        BOXED[0], site=learned(BOXED[1:8])
    )


def test_a_table_is_not_held_against_itself():
    """Its cells recur in it, and only some may be part of the story by themselves."""
    rows = "".join(f"<tr><td>{number}</td><td>{number % 3} %</td><td>9</td></tr>" for number in range(12))
    boxes = "".join(f"<h3>Zalo</h3><p>{words(Random(n), 5)}</p><p>Mevo</p>" for n in range(9))
    html = page(1, amid=f"<table>{rows}</table>", foot=boxes)
    assert newsextract.extract(html, site=learned([html])) == newsextract.extract(html)


def test_another_host_is_not_concerned():
    other = BOXED[0].replace(HOST, "https://other.example")
    assert newsextract.extract(other, site=learned(BOXED[1:])) == newsextract.extract(other)


def test_www_is_the_same_host_and_pages_without_an_address_are_of_the_only_one():
    known = learned(BOXED[1:8])
    bare = re.sub("<link[^>]*>", "", BOXED[0])
    assert BOX not in newsextract.extract(bare, "https://www.tuvo.example/0", site=known).paragraphs
    assert BOX not in newsextract.extract(bare, site=known).paragraphs


@pytest.mark.parametrize("label", [f"<p>{LABEL}</p>", f"<p class='zu'>{LABEL}</p>", f"<div><p>{LABEL}</p></div>"])
def test_a_short_label_of_no_language_is_cut(label):
    pages = [page(number, amid=label) for number in range(8)]
    assert newsextract.extract(pages[0], site=learned(pages[1:])).paragraphs == story(0)[1]


def test_it_is_cut_wherever_it_stands_if_most_stories_have_it():
    pages = [page(number, amid=f"<p>{BOX}</p>", slot=1 + number % 5) for number in range(12)]
    assert newsextract.extract(pages[0], site=learned(pages[1:])).paragraphs == story(0)[1]


def test_a_sentence_that_stories_on_one_event_share_stays():
    shared = [page(number, amid=f"<p>{BOX}</p>", slot=slot) for number, slot in ((0, 1), (1, 3), (2, 4))]
    known = learned([*shared[1:], *(page(number) for number in range(3, 9))])
    article = newsextract.extract(shared[0], site=known)
    assert BOX in article.paragraphs
    assert not furniture(article)


def test_two_stories_are_too_few_to_know_anything():
    article = newsextract.extract(BOXED[0], site=learned(BOXED[1:2]))
    assert BOX in article.paragraphs
    assert not furniture(article)


def test_a_story_that_comes_again_counts_once():
    again = [page(1, amid=f"<p>{BOX}</p>", address=f"{HOST}/1-{number}") for number in range(8)]
    article = newsextract.extract(BOXED[0], site=learned([*again, *again]))
    assert BOX in article.paragraphs
    assert not furniture(article)


def test_the_page_at_another_address_is_not_held_against_itself():
    again = [page(0, address=f"{HOST}/0-{number}") for number in range(8)]
    assert newsextract.extract(page(0), site=learned(again)).paragraphs == story(0)[1]


def test_what_opens_the_stories_of_a_series_stays():
    series = [page(number, first=f"<p>{BOX}</p>") for number in range(6)]
    article = newsextract.extract(series[0], site=learned([*series[1:], *(page(number) for number in range(6, 14))]))
    shown = [article.summary, *article.paragraphs]
    assert BOX in shown
    assert not furniture(article)


def test_an_answer_stays():
    pages = [page(number, amid="<p>Ne.</p>", slot=1 + number % 5) for number in range(12)]
    assert "Ne." in newsextract.extract(pages[0], site=learned(pages[1:])).paragraphs


@pytest.mark.parametrize("heading", ["<h2>Mola teri</h2>", "<p>Mola teri:</p>"])
def test_a_subheading_or_label_of_many_stories_stays(heading):
    pages = [page(number, amid=heading) for number in range(8)]
    assert "Mola teri" in newsextract.extract(pages[0], site=learned(pages[1:])).text


def test_a_sign_off_stays_a_note():
    sign_off = "<p>Additional reporting by Paul Crane in Millbrook</p>"
    pages = [page(number, amid=sign_off, slot=6) for number in range(8)]
    article = newsextract.extract(pages[0], site=learned(pages[1:]))
    assert [note.text for note in article.notes] == ["Additional reporting by Paul Crane in Millbrook"]


def test_a_picture_that_recurs_is_no_picture_of_the_story():
    own = "<img src='/photos/{}.jpg' width='900' height='600'>"
    logo = "<img src='/media/sign.jpg' width='640' height='360'>"
    pages = [page(number, first=own.format(number), amid=logo) for number in range(6)]
    article = newsextract.extract(pages[0], f"{HOST}/0", site=learned(pages[1:]))
    assert [image.url for image in newsextract.extract(pages[0], f"{HOST}/0").images] == [
        f"{HOST}/photos/0.jpg",
        f"{HOST}/media/sign.jpg",
    ]
    assert [image.url for image in article.images] == [f"{HOST}/photos/0.jpg"]
    assert furniture(article) == {f"{HOST}/media/sign.jpg": "site-furniture (seen 6 of 6)"}


def test_the_words_of_such_a_picture_are_cut_with_it():
    figure = "<figure><img src='/media/sign.jpg' width='640' height='360'><figcaption>Vosu.</figcaption></figure>"
    pages = [page(number, amid=figure) for number in range(6)]
    article = newsextract.extract(pages[0], f"{HOST}/0", site=learned(pages[1:]))
    assert article.images == ()
    assert "images" not in article.fields
    assert set(furniture(article)) == {"Vosu.", f"{HOST}/media/sign.jpg"}


def test_a_picture_with_words_of_its_own_stays():
    figure = "<figure><img src='/media/a.jpg' width='640' height='360'><figcaption>Vosu {}.</figcaption></figure>"
    pages = [page(number, amid=figure.format("abcdef"[number])) for number in range(6)]
    article = newsextract.extract(pages[0], f"{HOST}/0", site=learned(pages[1:]))
    assert [image.caption for image in article.images] == ["Vosu a."]


def test_what_is_no_story_teaches_nothing():
    known = SiteMemory()
    assert not known.learn("<title>404 Not Found</title><h1>404 Not Found</h1><p>nginx</p>", f"{HOST}/x")
    assert not known.learn("A text.\n\nWithout any markup.", f"{HOST}/y")
    assert known.hosts == {}
    assert known.learn(BOXED[0])
    assert known.hosts == {"tuvo.example": 1}


def test_it_goes_with_extract_url():
    class Fetcher:
        def fetch(self, url):
            return newsextract.Page(url, BOXED[0].encode())

    article = newsextract.extract_url(f"{HOST}/0", fetcher=Fetcher(), site=learned(BOXED[1:]))
    assert article.paragraphs == story(0)[1]


# the memory itself


@given(st.permutations(range(6)), st.integers(0, 6))
@settings(max_examples=12, deadline=None)
def test_order_and_split_make_no_difference(order, split):
    known = learned(BOXED[number] for number in order[:split])
    known.merge(learned(BOXED[number] for number in order[split:]))
    assert known.lessons() == learned(BOXED[:6]).lessons()


def lessons(count, hosts=1):
    return [Lesson(f"h{number % hosts}", number * 7919 % 10_007, bytes([number % 256])) for number in range(count)]


@given(st.permutations(lessons(30, 5)))
def test_what_is_left_out_does_not_depend_on_the_order(given_lessons):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(memory, "MOST_STORIES", 4)
        patch.setattr(memory, "MOST_HOSTS", 3)
        one, other = SiteMemory(), SiteMemory()
        for lesson in given_lessons:
            one.add(lesson)
        for lesson in lessons(30, 5):
            other.add(lesson)
        assert one.lessons() == other.lessons()
        assert list(one.hosts.values()) == [4, 4, 4]


def test_threads_may_share_it():
    known = SiteMemory()
    with ThreadPoolExecutor(4) as crew:
        told = list(crew.map(known.learn, BOXED))
        articles = list(crew.map(lambda html: newsextract.extract(html, site=known), BOXED))
    assert all(told)
    assert known.lessons() == learned(BOXED).lessons()
    assert [article.paragraphs for article in articles] == [story(number)[1] for number in range(12)]


digests = st.integers(0, 2**64 - 1)
stories = st.builds(
    Story,
    digests,
    st.integers(0, 2**32 - 1),
    st.lists(digests, max_size=5).map(tuple),
    st.lists(st.builds(Line, digests, st.integers(0, 2**32 - 1), st.booleans()), max_size=5).map(tuple),
    st.lists(st.builds(Shown, digests, digests), max_size=5).map(tuple),
)


@given(stories)
def test_a_record_comes_back_as_it_was(told):
    assert Story.decode(told.encode()) == told


@given(stories, st.integers(0, 400))
def test_a_record_that_is_cut_or_longer_is_none(told, at):
    record = told.encode()
    for wrong in (record[: min(at, len(record) - 1)], record + b"\0"):
        with pytest.raises(ValueError, match="record"):
            Story.decode(wrong)


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    path = tmp_path_factory.mktemp("memory") / "sites.sqlite"
    learned(BOXED[:6]).save(path)
    return path


def test_it_comes_back_from_its_file(saved, tmp_path):
    known = SiteMemory.load(saved)
    assert known.lessons() == learned(BOXED[:6]).lessons()
    known.save(tmp_path / "again")
    assert (tmp_path / "again").read_bytes() == saved.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["again"]
    assert newsextract.extract(BOXED[7], site=known).paragraphs == story(7)[1]


def test_it_is_a_file_that_sqlite_reads(saved):
    with sqlite3.connect(saved) as connection:
        assert connection.execute("SELECT host, count(*) FROM story").fetchall() == [("tuvo.example", 6)]


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_changed_file_is_refused_or_all_there(saved, tmp_path_factory, data):
    content = bytearray(saved.read_bytes())
    at = data.draw(st.integers(0, len(content) - 1))
    wrong = content[:at] if data.draw(st.booleans()) else content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]
    path = tmp_path_factory.getbasetemp() / "changed"
    path.write_bytes(wrong)
    try:
        known = SiteMemory.load(path)
    except DamagedMemoryError:
        return
    assert known.lessons() == SiteMemory.load(saved).lessons()  # the byte was one that nobody reads


@pytest.mark.parametrize("content", [b"", b"no memory", b"SQLite format 3\0" + bytes(200)])
def test_another_file_is_refused(tmp_path, content):
    path = tmp_path / "x"
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        SiteMemory.load(path)
    assert caught.value.code == "damaged_memory"


def test_a_file_of_another_version_is_refused(saved, tmp_path):
    path = tmp_path / "x"
    path.write_bytes(saved.read_bytes())
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(DamagedMemoryError, match="another version"):
        SiteMemory.load(path)


def test_no_file_is_no_memory(tmp_path):
    with pytest.raises(FileNotFoundError):
        SiteMemory.load(tmp_path / "none")


# a batch that learns


def folder_of(folder, numbers):
    folder.mkdir()
    for number in numbers:
        (folder / f"{number:02}.html").write_text(BOXED[number], "utf-8")
    return folder


def batch(given, output, file):
    return {outcome.article.title: outcome.article for outcome in newsextract.batch(given, output, learn=file, jobs=2)}


def test_a_batch_learns_and_the_next_one_knows(tmp_path):
    file = tmp_path / "sites.sqlite"
    first = batch(folder_of(tmp_path / "one", range(8)), tmp_path / "one.jsonl", file)
    assert all(BOX in article.paragraphs for article in first.values())
    assert SiteMemory.load(file).lessons() == learned(BOXED[:8]).lessons()
    second = batch(folder_of(tmp_path / "two", range(8, 12)), tmp_path / "two.jsonl", file)
    assert [second[story(number)[0]].paragraphs for number in range(8, 12)] == [story(n)[1] for n in range(8, 12)]
    assert SiteMemory.load(file).lessons() == learned(BOXED).lessons()
    assert sorted(each.name for each in tmp_path.iterdir() if each.suffix in (".known", ".lessons")) == []


def test_a_batch_that_was_stopped_goes_on_with_what_it_knew(tmp_path, monkeypatch):
    file, output = tmp_path / "sites.sqlite", tmp_path / "out.jsonl"
    learned(BOXED[:2]).save(file)
    monkeypatch.setattr(runner, "COMMIT_MOST", 1)
    monkeypatch.setattr(runner, "COMMIT_AFTER", 0)
    given = folder_of(tmp_path / "pages", range(4, 12))
    stopped = newsextract.batch(given, output, learn=file, jobs=1)
    next(stopped)
    stopped.close()
    assert SiteMemory.load(file).lessons() == learned(BOXED[:2]).lessons()
    learned(BOXED[:4]).save(file)  # another run ended meanwhile
    rest = batch(given, output, file)
    assert 0 < len(rest) < 8
    records = [Article.from_dict(json.loads(line)) for line in output.read_text("utf-8").splitlines()]
    known = learned(BOXED[:2])
    wanted = {story(n)[0]: newsextract.extract(BOXED[n], site=known).blocks for n in range(4, 12)}
    assert {article.title: article.blocks for article in records} == wanted
    assert SiteMemory.load(file).lessons() == learned(BOXED[number] for number in range(12)).lessons()


def test_a_batch_does_not_begin_with_a_file_that_is_no_memory(tmp_path):
    (tmp_path / "x").write_text("no memory", "utf-8")
    with pytest.raises(DamagedMemoryError):
        batch(folder_of(tmp_path / "pages", range(2)), tmp_path / "out.jsonl", tmp_path / "x")
    with pytest.raises(ValueError, match="output"):
        newsextract.batch(tmp_path / "pages", learn=tmp_path / "x")


def test_the_shell_learns(tmp_path):
    given, file = folder_of(tmp_path / "pages", range(3)), tmp_path / "sites.sqlite"
    done = CliRunner().invoke(batch_command, [str(given), "-o", str(tmp_path / "o.jsonl"), "--learn", str(file)])
    assert done.exit_code == 0
    assert SiteMemory.load(file).hosts == {"tuvo.example": 3}
    wrong = CliRunner().invoke(batch_command, [str(given), "-o", "-", "--learn", str(file)])
    assert wrong.exit_code == 2
    assert "--learn" in wrong.output
