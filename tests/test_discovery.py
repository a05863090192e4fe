"""Discovery on loopback: sites, feeds and sitemaps in, each article's address once, whatever the lists hold."""

from __future__ import annotations

import gzip
import io
import json
import logging
import sys
import time
import tracemalloc
import zlib
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta, timezone
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.server import Server, head, page, redirect
from tests.test_cli import page as story
from tests.test_cli import run  # noqa: F401  # a fixture

import newsextract
from newsextract import FetchError, Found, InputError, Page, fetch
from newsextract.discovery import Source, walk
from newsextract.discovery.mend import mended
from newsextract.discovery.unpack import unpacked
from newsextract.errors import DamagedInputError

Fetcher = partial(fetch.Fetcher, allow_private=True, robots=True, retries=0)
HOUR = timezone(timedelta(hours=1))
WHEN = datetime(2026, 3, 13, 18, 5, tzinfo=HOUR)
LATER = datetime(2026, 3, 14, 10, tzinfo=UTC)


def read(name):
    return (Path(__file__).parent / "fixtures" / "discovery" / name).read_text("utf-8")


RSS_2 = read("rss2.xml")
RSS_091 = read("rss0.91.xml")
RSS_090 = read("rss0.90.xml")
RDF = read("rdf.xml")
ATOM = read("atom.xml")
ATOM_03 = read("atom0.3.xml")
JSON_FEED = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "language": "en",
        "items": [
            {"id": "1", "url": "/a", "title": " One ", "date_published": "2026-03-13T18:05:00+01:00"},
            {"id": "2", "external_url": "/b", "date_modified": "2026-03-14T10:00:00Z", "language": "cy"},
            {"id": "3"},
            "junk",
        ],
    }
)


def urlset(*urls, more="", space=True):
    rows = "".join(f"<url><loc>{url}</loc>{more}</url>\n" for url in urls)
    where = ' xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"' if space else ""
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset{where}>{rows}</urlset>'


def index(*urls):
    rows = "".join(
        f"<sitemap><loc>{url}</loc>{f'<lastmod>{when}</lastmod>' if when else ''}</sitemap>" for url, when in urls
    )
    return f'<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'


def news(url, title, when, language="en"):
    return (
        f"<url><loc>{url}</loc><lastmod>2026-03-14</lastmod><news:news>"
        f"<news:publication><news:name>The Courier</news:name>"
        f"<news:language>{language}</news:language></news:publication><news:publication_date>{when}</news:publication_date>"
        f"<news:title>{title}</news:title></news:news><image:image><image:loc>/i.jpg</image:loc></image:image></url>"
    )


def news_sitemap(*entries):
    return (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
        f' xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">{"".join(entries)}</urlset>'
    )


@contextmanager
def site(answers):
    """Serve texts or bytes by path; "{root}" in a text becomes the address of the site."""
    with Server({}) as server:
        root = server.url("")

        def answer(body):
            if callable(body):
                return body
            return page(body if isinstance(body, bytes) else body.replace("{root}", root).encode(), content_type="x/y")

        server.answers = {path: answer(body) for path, body in answers.items()}
        server.root = root
        yield server


def asked(server):
    return [visit.path for visit in server.requests]


def found(given, fetcher=None, **options):
    """What is found; without the root of its addresses where they have one."""
    with fetcher or Fetcher() as own:
        return list(newsextract.discover(given, fetcher=own, **options))


def paths(items, root):
    return [item.url.removeprefix(root) for item in items]


def at(server, body, path="/list", **options):
    server.answers = {path: page(body if isinstance(body, bytes) else body.encode(), content_type="text/css")}
    return found(server.url(path), **options)


@pytest.fixture(scope="module")
def shared():
    with Server({}) as server:
        server.root = server.url("")
        yield server


# feeds


@pytest.mark.parametrize(
    ("feed", "titles", "published", "modified", "language"),
    [
        (RSS_2, ["Ferry & bridge", "The old steel & the new"], [WHEN, None], [LATER, None], "en-GB"),
        (RSS_091.encode("cp1252"), ['Fähre über "Nacht"', "Zwei"], [None, None], [None, None], "de"),
        (RSS_090, ["One", "Two"], [None, None], [None, None], None),
        (RDF, ["渡し船", "Two"], [WHEN, date(2026, 3, 13)], [None, None], "ja"),
        (ATOM, ["Fähre & Brücke", "Zwei Türme"], [WHEN, None], [LATER] * 2, "de"),
        (ATOM_03, ["One", "Two"], [WHEN, None], [LATER, None], None),
        (JSON_FEED, ["One", None], [WHEN, None], [None, LATER], "en"),
    ],
    ids=["rss2", "rss0.91", "rss0.90", "rdf", "atom", "atom0.3", "json"],
)  # fmt: skip
@pytest.mark.parametrize("packed", [False, True])
def test_a_feed_of_any_dialect(shared, feed, titles, published, modified, language, packed):
    body = feed if isinstance(feed, bytes) else feed.replace("{root}", shared.root).encode()
    items = at(shared, gzip.compress(body) if packed else body)
    assert paths(items, shared.root) == ["/a", "/b?x=1&y=2" if feed is RSS_2 else "/b"]
    assert [item.title for item in items] == titles
    assert [item.published for item in items] == published
    assert [item.modified for item in items] == modified
    assert {item.source for item in items} == {Source.FEED}
    assert {item.found_in for item in items} == {shared.url("/list")}
    assert items[0].language == language


def test_zones_stay_as_they_are_given(shared):
    rows = "".join(
        f"<item><link>/{number}</link><pubDate>{when}</pubDate></item>"
        for number, when in enumerate(
            ["Fri, 13 Mar 2026 18:05 EST", "2026-03-13T18:05+05:30", "2026-03-13 18:05:00", "2026-03-13", "13 Mar 2226"]
        )
    )
    items = at(shared, f"<rss version='2.0'><channel>{rows}</channel></rss>")
    assert [item.published and item.published.isoformat() for item in items] == [
        "2026-03-13T18:05:00-05:00",
        "2026-03-13T18:05:00+05:30",
        "2026-03-13T18:05:00",
        "2026-03-13",
        None,
    ]


def test_one_entry_that_feedparser_chokes_on_costs_itself(shared):
    rows = "".join(
        f"<item><title>{n}</title><link>{link}</link></item>" for n, link in enumerate(["/a", "http://[::1", "/b"])
    )
    assert paths(at(shared, f"<rss><channel>{rows}</channel></rss>"), shared.root) == ["/a", "/b"]


def test_bytes_are_never_taken_for_a_file_s_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text(RSS_090)
    with pytest.raises(InputError, match="neither a feed nor a sitemap"):
        found(Page(None, b"x"))


# sitemaps


def test_a_news_sitemap(shared):
    body = news_sitemap(
        news("https://127.0.0.1/a", "Ferry &amp; bridge", "2026-03-13T18:05:00+01:00"),
        news("https://127.0.0.1/b", "Ponte", "2026-03-13", "pt"),
    )
    first, second = at(shared, body)
    assert first == Found(
        "https://127.0.0.1/a",
        Source.NEWS_SITEMAP,
        shared.url("/list"),
        "Ferry & bridge",
        WHEN,
        date(2026, 3, 14),
        "en",
        "The Courier",
    )
    assert (second.published, second.language) == (date(2026, 3, 13), "pt")
    assert Found.from_dict(json.loads(json.dumps(first.to_dict()))) == first


@pytest.mark.parametrize(
    "body",
    [
        urlset("{root}/a", "{root}/b?x=1&amp;y=2"),
        urlset("{root}/a", "{root}/b?x=1&y=2"),
        urlset("\n  {root}/a  \n", "<![CDATA[{root}/b?x=1&y=2]]>", space=False),
        "\n\n" + urlset("{root}/a", "{root}/b?x=1&y=2", more="<priority>1</priority>"),
        urlset("{root}/a", "{root}/b?x=1&y=2").replace("urlset", "s:urlset").replace("xmlns=", "xmlns:s="),
        "\ufeff{root}/a\r\n\r\n{root}/b?x=1&y=2\r\n",
        "{root}/a\n{root}/b?x=1&y=2",
        urlset("{root}/a", "{root}/b?x=1&amp;y=2").replace("UTF-8", "UTF-16"),
    ],
)
@pytest.mark.parametrize("packed", [False, True])
def test_a_sitemap_of_any_form(shared, body, packed):
    body = body.replace("{root}", shared.root).encode("utf-16" if "UTF-16" in body else "utf-8")
    items = at(shared, gzip.compress(body) if packed else body)
    assert paths(items, shared.root) == ["/a", "/b?x=1&y=2"]
    assert {(item.source, item.title, item.published) for item in items} == {(Source.SITEMAP, None, None)}


def test_the_day_in_an_address_is_that_of_publication_where_nobody_says_another(shared):
    body = urlset("http://127.0.0.1/2026/03/13/a", "http://127.0.0.1/b", more="<lastmod>2026-03-14T10:00Z</lastmod>")
    first, second = at(shared, body)
    assert (first.published, first.modified) == (date(2026, 3, 13), datetime(2026, 3, 14, 10, tzinfo=UTC))
    assert second.published is None


def test_an_index_is_followed_newest_first(caplog):
    answers = {
        "/index": index(
            ("{root}/old.xml", "2026-01-01"), ("{root}/undated.xml", ""), ("{root}/new.xml.gz", "2026-03-01")
        ),
        "/old.xml": urlset("{root}/old"),
        "/new.xml.gz": redirect("/moved"),
        "/moved": gzip.compress(b""),
        "/undated.xml": index(("{root}/inner.txt", ""), ("{root}/gone", ""), ("{root}/index", "")),
        "/inner.txt": "{root}/inner",
    }
    with site(answers) as server:
        server.answers["/moved"] = page(
            gzip.compress(urlset(f"{server.root}/new").encode()), content_type="application/gzip"
        )
        with caplog.at_level(logging.INFO, "newsextract.discovery"):
            items = found(server.url("/index"))
        assert paths(items, server.root) == ["/new", "/old", "/inner"]
        assert asked(server).count("/index") == 1
        assert f"{server.root}/gone: the server answered 404 Not Found" in caplog.text


def test_since_spares_requests_and_leaves_out_what_is_older():
    answers = {
        "/index": index(("{root}/old.xml", "2026-01-01"), ("{root}/new.xml", "2026-03-12")),
        "/old.xml": urlset("{root}/old"),
        "/new.xml": news_sitemap(
            news("{root}/a", "A", "2026-03-13T18:05:00+01:00"),
            news("{root}/b", "B", "2026-03-11"),
            news("{root}/c", "C", "2026-03-12"),
            "<url><loc>{root}/undated</loc></url><url><loc>{root}/d</loc><lastmod>2026-03-13</lastmod></url>",
            "<url><loc>{root}/2026/02/01/e</loc><lastmod>2026-03-13</lastmod></url>",
        ),
    }
    with site(answers) as server:
        items = found(server.url("/index"), since=date(2026, 3, 12))
        assert paths(items, server.root) == ["/a", "/c", "/d"]
        assert "/old.xml" not in asked(server)
        for since in (datetime(2026, 3, 13, 17, 5, tzinfo=UTC), datetime(2026, 3, 13, 17, 5)):
            assert paths(found(server.url("/new.xml"), since=since), server.root) == ["/a", "/d"]
        assert found(server.url("/new.xml"), since=timedelta(days=-1)) == []


def test_a_sitemap_speaks_for_its_own_site(caplog):
    with site(
        {
            "/s": urlset("{root}/a", "https://elsewhere.example/b"),
            "/i": index(("{root}/s", ""), ("http://127.0.0.9/x", "")),
        }
    ) as server:
        with caplog.at_level(logging.INFO, "newsextract.discovery"):
            assert paths(found(server.url("/i")), server.root) == ["/a"]
        assert "1 lists were not asked for" in caplog.text
        assert "1 entries of sitemaps were left out, for they are of other sites" in caplog.text


def test_robots_may_name_a_sitemap_elsewhere():
    with site({}) as server, Server({}, greeting=None) as _:
        other = Server({})
        with other:
            server.answers = {
                "/": page(b"<!doctype html><p>Home"),
                "/robots.txt": page(f"Sitemap: {other.url('/s')}\n".replace("127.0.0.1", "localhost").encode()),
            }
            other.answers = {
                "/s": page(urlset(f"{server.root}/a", "http://localhost/b", "http://x.example/c").encode())
            }
            assert [item.url for item in found(server.url("/"))] == [f"{server.root}/a", "http://localhost/b"]


# sites

HOME = read("home.html")


def test_a_site_s_lists_feeds_first_then_news_each_address_once():
    answers = {
        "/": HOME,
        "/robots.txt": "User-agent: *\nDisallow: /hidden\n"
        "Sitemap: {root}/map\nSitemap: /news.xml\nSitemap: {root}/hidden\n",
        "/feeds/all": RSS_2,
        "/map": urlset("{root}/old", "{root}/a#x", "{root}/b?y=2&x=1"),
        "/news.xml": news_sitemap(
            news("{root}/n", "N", "2026-03-13"), news("{root}/a?utm_source=x", "A", "2026-03-13")
        ),
        "/own-sitemap": "{root}/t",
    }
    with site(answers) as server:
        items = found(server.root)
        assert paths(items, server.root) == ["/a", "/b?x=1&y=2", "/n", "/old", "/t"]
        assert [item.source for item in items] == ["feed", "feed", "news_sitemap", "sitemap", "sitemap"]
        assert asked(server) == ["/robots.txt", "/", "/feeds/all", "/news.xml", "/map", "/own-sitemap"]
        assert paths(found(server.root, limit=1), server.root) == ["/a"]
        assert asked(server)[6:] == ["/robots.txt", "/", "/feeds/all"]
        assert found(server.root, limit=0) == []


def test_sitemaps_of_robots_are_known_to_a_fetcher_that_does_not_obey():
    with site({"/": HOME, "/robots.txt": "User-agent: *\nDisallow: /\nSitemap: {root}/s", "/s": "{root}/a"}) as server:
        assert paths(found(server.root, Fetcher(robots=False)), server.root) == ["/a"]
        with pytest.raises(FetchError, match="does not allow"):
            found(server.root)
        assert asked(server)[-1] == "/robots.txt"


def test_a_bare_host_that_speaks_http_alone():
    with site({"/": HOME, "/feeds/all": RSS_090}) as server:
        assert paths(found(server.host), server.root) == ["/a", "/b"]


def test_usual_places_where_a_site_names_none():
    answers = {"/": "<!doctype html><p>Home", "/rss.xml": RSS_090, "/sitemap_index.xml": index(("{root}/s", ""))}
    with site(answers | {"/s": urlset("{root}/c"), "/feed": "<!doctype html><p>Not found, said with 200"}) as server:
        assert paths(found(server.root), server.root) == ["/a", "/b", "/c"]
        assert len(asked(server)) == 10


def test_a_section_leads_to_what_it_declares_alone():
    with site({"/sport": HOME, "/feeds/all": RSS_090, "/sitemap.xml": urlset("{root}/c")}) as server:
        assert paths(found(server.url("/sport")), server.root) == ["/a", "/b"]
        assert asked(server) == ["/robots.txt", "/sport", "/feeds/all"]


def test_a_home_that_refuses_may_have_good_lists():
    with site(
        {"/": page(b"", "403 Forbidden"), "/robots.txt": "Sitemap: {root}/s", "/s": urlset("{root}/a")}
    ) as server:
        assert paths(found(server.root), server.root) == ["/a"]
    with site({"/": page(b"", "403 Forbidden")}) as server, pytest.raises(FetchError, match="403"):
        found(server.root)


FRONT = read("front.html")


def test_a_home_page_s_links_are_the_last_resort():
    with site({"/": FRONT}) as server:
        items = found(server.root)
        assert [(item.url.rpartition("/")[2][:20], item.title) for item in items] == [
            ("ferry", "Ferry returns"),
            ("council-votes-to-reb", "Council votes to rebuild harbour bridge"),
            ("10472839", "Lighthouse keeper retires after forty years on the rock"),
            ("島の灯台守が四十年の勤めを終えて町に戻っ", "島の灯台守が四十年の勤めを終えて町に戻った日のこと"),
        ]  # fmt: skip
        assert items[0].published == date(2026, 3, 13)
        assert {item.source for item in items} == {Source.HOME}
        assert paths(found(server.root, since=date(2026, 3, 1)), server.root) == ["/2026/03/13/ferry"]


def test_what_is_no_list_at_all_is_an_error(shared):
    for body in (b"", b"Hello", b"<!doctype html><p>Nothing here", b'{"a": 1}', b"{", b"<urlset", b"%PDF-1.7 x"):
        with pytest.raises(InputError):
            at(shared, body)
    with pytest.raises(FetchError, match="404"):
        found(shared.url("/gone"))
    with pytest.raises(FetchError, match="the address"):
        found("http://")
    with pytest.raises(ValueError, match="negative"):
        newsextract.discover("example.com", limit=-1)
    assert at(shared, "<rss><channel></channel></rss>") == []


# hostile lists: what it costs is bounded


def lol(root):
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha" * 10}">' for n in range(12))
    dtd = f"<!DOCTYPE urlset [{entities}]>"
    return f"{dtd}<urlset><url><loc>{root}/a?&a11;</loc></url><url x='&a11;'><loc>{root}/b</loc></url></urlset>"


def test_entities_do_not_expand_and_files_are_not_read(shared):
    assert [item.url for item in at(shared, lol(shared.root))] == [f"{shared.root}/a?&a11;", f"{shared.root}/b"]
    secret = f'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd"><!ENTITY % y SYSTEM "{shared.root}/dtd"> %y;]>'
    items = at(shared, f"{secret}<rss><channel><item><link>/a</link><title>&x;</title></item></channel></rss>")
    assert [item.title for item in items] == ["&x;"]
    assert "/dtd" not in asked(shared)


@pytest.mark.parametrize(
    ("tail", "kept"),
    [
        ("<url><loc>{root}/2", 2),
        ("<url><loc>{root}/2</url><url><loc>{root}/3</loc></url></urlset>", 3),
        ("\x00\x0b<url><loc>{root}/2</loc></url></urlset>", 3),
        ("<<&&;;<url>", 2),
        ("<a>" * 100_000, 2),
        ("<url>" + "<a/>" * 1_000_000, 2),
        ("<a/>" * 1_000_000 + "</urlset>", 2),
        ("<url><loc>" + "x" * 12_000_000, 2),
        ("<![CDATA[" * 500_000, 2),
        ("<!--" * 500_000, 2),
        ("&" * 300_000, 2),
        ("<url " + "".join(f"a{n}='' " for n in range(200_000)) + "/></urlset>", 2),
    ],
)
def test_what_comes_before_the_broken_place_is_kept(shared, tail, kept):
    start = time.process_time()
    body = urlset(*(f"{shared.root}/{n}" for n in range(2))).removesuffix("</urlset>")
    assert len(at(shared, body + tail.replace("{root}", shared.root))) == kept
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    "body",
    [
        "\n" * 2_000_000 + "<rss>",
        "<!DOCTYPE " * 200_000 + "<rss><channel>",
        "<!ENTITY " + "\n" * 200_000 + "<rss><channel>",
        "<rss><channel><item><title>" + "<" * 500_000,
        "<rss><channel><item><title>" + "&lt;" * 500_000 + "</title><link>/a</link></item></channel></rss>",
        "<rss><channel><item><pubDate>" + "1 " * 500_000 + "</pubDate><link>/a</link></item></channel></rss>",
        "<rss><channel><item><link>" + "/.." * 500_000 + "</link></item></channel></rss>",
        "<rss><channel>" + "<item><link>/a</link></item>" * 5_000 + "</channel></rss>",
        '{"items": [' + "[" * 500_000,
        '{"items": [' + "{}," * 200_000 + "{}]}",
    ],
)
def test_hostile_feeds_take_linear_time(shared, body):
    start = time.process_time()
    try:
        items = at(shared, body)
    except InputError:
        items = []
    assert len(items) <= 1
    assert time.process_time() - start < 8


def test_bombs_and_torn_files_are_bounded(shared, caplog):
    rows = "".join(f"<url><loc>{shared.root}/{n}</loc></url>" for n in range(1_000))
    deflate = zlib.compressobj(9, zlib.DEFLATED, 31)
    bomb = b"".join(
        (
            deflate.compress(f"<urlset>{rows}".encode()),
            *(deflate.compress(bytes(10**6)) for _ in range(200)),
            deflate.flush(),
        )
    )
    assert len(bomb) < 300_000
    with caplog.at_level(logging.INFO, "newsextract.discovery"):
        assert len(at(shared, bomb)) >= 999
        assert "more than 52,428,800 bytes" in caplog.text
        whole = gzip.compress(f"<urlset>{rows}</urlset>".encode())
        assert 100 < len(at(shared, whole[:-200])) < 1_000
        assert "break off" in caplog.text
        with pytest.raises(DamagedInputError, match="broken"):
            at(shared, whole[:99] + whole[100:])
        assert sum(map(len, unpacked(whole + whole + bytes(9)))) == 2 * len(f"<urlset>{rows}</urlset>")


def test_an_endless_index_ends(monkeypatch):
    monkeypatch.setattr(walk, "MOST_LISTS", 20)

    def more(visit):
        number = int(visit.path[2:] or 0)
        body = index(*((f"http://{visit.headers['host']}/i{number * 10 + n}", "") for n in range(1, 10))).encode()
        visit.send(head(content_length=str(len(body))), body)

    with Server({"/robots.txt": page(b"")}) as server:
        server.answers = type(
            "Any", (dict,), {"get": lambda self, path, other: other if path == "/robots.txt" else more}
        )()
        assert found(server.url("/i")) == []
        assert len(asked(server)) == 21
        monkeypatch.setattr(walk, "MOST_LISTS", 1_000)
        server.requests.clear()
        assert found(server.url("/i0")) == []
        assert len(asked(server)) <= 1 + 1 + 9 + 81 + 729


def test_millions_of_entries_are_a_stream():
    def chunks(number):
        return "".join(f"<url><loc>http://127.0.0.1/{n}</loc></url>" for n in range(number))

    body = gzip.compress(f"<urlset>{chunks(20_000)}</urlset>".encode())
    with Fetcher() as fetcher:
        items = newsextract.discover(Page("http://127.0.0.1/s", body), fetcher=fetcher)
        next(items)
        tracemalloc.start()
        try:
            assert sum(1 for _ in items) == 19_999
            peak = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
    assert peak < 20_000 * 100 + 2_000_000


@given(st.lists(st.text(alphabet="&;#xa<>![CDAT]e1 \x01", max_size=60), max_size=5))
def test_mending_does_not_depend_on_the_chunks(parts):
    whole = "".join(parts).encode()
    assert b"".join(mended(part.encode() for part in parts)) == b"".join(mended((whole,)))


@given(
    st.binary(max_size=300),
    st.sampled_from([b"", b"<urlset><url><loc>", b"<rss><channel><item>", b"<feed><entry>", b"{", b"\x1f\x8b\x08\0"]),
)
def test_any_bytes_end_in_a_list_or_in_one_error(data, start):
    items = []
    with Fetcher() as fetcher, suppress(InputError):
        items.extend(newsextract.discover(Page(None, start + data), fetcher=fetcher))
    assert all(item.url.startswith("http") for item in items)


# the shell


def test_the_shell_writes_lines_of_json_into_a_pipe(run, tmp_path):  # noqa: F811
    path = tmp_path / "feed.xml"
    path.write_text(RSS_2.replace("<link>/a", "<link>https://example.org/a").replace("{root}", "https://example.org"))
    code, out, err = run("discover", path)
    assert (code, err) == (0, "")
    items = [Found.from_dict(json.loads(line)) for line in out.splitlines()]
    assert [item.url for item in items] == ["https://example.org/a", "https://example.org/b?x=1&y=2"]
    assert (items[0].title, items[0].published, items[0].found_in) == ("Ferry & bridge", WHEN, None)
    assert run("discover", "-", "--limit", "1", stdin=path.read_bytes())[1] == out.splitlines(keepends=True)[0]
    assert run("discover", path, "--since", "2026-03-14")[:2] == (0, "")
    assert run("discover", path, "--since", "2026-03-13T18:00+01:00")[1] == out.splitlines(keepends=True)[0]


def test_the_shell_writes_a_list_for_reading_on_a_terminal(run, tmp_path, monkeypatch):  # noqa: F811
    path = tmp_path / "s"
    path.write_text(news_sitemap(news("https://example.org/a", "A \x1b[2J title", "2026-03-13T18:05:00+01:00")))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    assert run("discover", path)[1] == f"2026-03-13 18:05  A [2J title\n{'':18}https://example.org/a\n"


def test_the_shell_names_what_failed(run, tmp_path):  # noqa: F811
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_text("https://example.org/a\nnonsense\n")
    bad.write_text("Hello")
    code, out, err = run("discover", bad, good)
    assert (code, out.count("\n")) == (1, 1)
    assert f"newsextract: {bad}: it is neither a feed nor a sitemap [input]\n" in err.replace(
        ", and nobody knows where the links of a saved page lead", ""
    )
    assert "1 entries were left out, for they are no web addresses" in err
    assert run("discover", bad)[0] == 3
    assert run("discover", tmp_path / "none.xml")[0] == 3
    for wrong in (["--since", "soon"], ["--limit", "-1"], []):
        assert run("discover", *wrong)[0] == 2


def test_what_is_found_goes_into_a_batch(run, tmp_path):  # noqa: F811
    with site(
        {"/": HOME, "/feeds/all": RSS_090, "/a": page(story("One ferry")), "/b": page(story("Two ferries"))}
    ) as server:
        quick = ("--allow-private", "--delay", "0")
        code, lines, err = run("discover", *quick, server.root)
        assert code == 0
        assert f"{server.root}/own-sitemap: the server answered 404 Not Found" in err
        out = tmp_path / "out.jsonl"
        assert run("batch", *quick, "--jobs", "1", "-", "-o", out, stdin=lines.encode())[0] == 0
    records = [json.loads(line) for line in out.read_text().splitlines()]
    assert sorted((record["input"].removeprefix(server.root), record["title"]) for record in records) == [
        ("/a", "One ferry"),
        ("/b", "Two ferries"),
    ]


def test_a_list_may_have_lines_of_json_among_its_lines(monkeypatch):
    text = '# made today\n{"title": "x", "url": "https://e.org/a"}\nhttps://e.org/b\n{"title": "y"}\n{broken\n{"seite": "https://e.org/c"}\n'
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    items = list(newsextract.batch.open_source("-").items())
    assert [item.url for item in items] == ["https://e.org/a", "https://e.org/b", None, None, None]
    assert [(item.line, item.refusal.code) for item in items if item.refusal] == [(n, "invalid_url") for n in (4, 5, 6)]
