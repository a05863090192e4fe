"""Other people's clients: a cache in the session, and an asynchronous client instead of ours."""

from __future__ import annotations

import asyncio
import gzip
import importlib.util
import time
from functools import partial
from pathlib import Path

import pytest
import requests
from server import PAGE_BYTES, Server, drip_body, page, redirect
from test_fetch import failure

from newsextract import fetch
from newsextract.fetch import Limits

httpx = pytest.importorskip("httpx")
requests_cache = pytest.importorskip("requests_cache")

ROOT = Path(__file__).parent.parent
STORY = (ROOT / "tests/fixtures/pages/harbour-bridge/page.html").read_bytes()
Fetcher = partial(fetch.Fetcher, allow_private=True, retries=0)


@pytest.fixture(autouse=True)
def _no_proxies(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


# requests-cache


@pytest.fixture
def session(tmp_path):
    """A cache as the documents advise: its pages are JSON, for what is unpickled is executed."""
    with requests_cache.CachedSession(tmp_path / "pages.sqlite", serializer="json", cache_control=True) as cached:
        yield cached


def test_fresh_page_comes_from_the_cache(session):
    answer = page(gzip.compress(PAGE_BYTES), content_encoding="gzip", cache_control="max-age=600")
    with Server({"/page": answer, "/a": redirect("/page")}) as own:
        fetcher = Fetcher(session=session)
        got = [fetcher.fetch(own.url(path)) for path in ("/page", "/page", "/a")]
        assert [each.body for each in got] == [PAGE_BYTES] * 3
        assert got[1].header("content-type") == "text/html"
        assert [visit.path for visit in own.requests] == ["/page", "/a"]


def test_stale_page_is_asked_for_with_its_tag(session):
    def tagged(visit):
        known = visit.headers.get("if-none-match") == '"7"'
        page(
            b"" if known else PAGE_BYTES,
            "304 Not Modified" if known else "200 OK",
            etag='"7"',
            cache_control="max-age=0",
        )(visit)

    with Server({"/page": tagged}) as own:
        fetcher = Fetcher(session=session)
        assert [fetcher.fetch(own.url()).body for _ in range(2)] == [PAGE_BYTES] * 2
        assert ["if-none-match" in visit.headers for visit in own.requests] == [False, True]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/bomb", "too_large"),
        ("/endless", "too_large"),
        ("/drip-body", "timeout"),
        ("/cut-length", "truncated"),
        ("/404", "http_status"),
    ],
)
def test_limits_hold_below_the_cache(session, path, code):
    with Server() as own:
        fetcher = Fetcher(session=session, limits=Limits(total=0.5, max_bytes=1_000_000))
        for _ in range(2):
            start = time.monotonic()
            assert failure(fetcher, own.url(path)).code == code
            assert time.monotonic() - start < 1.1
        assert len(own.requests) == 2
        assert len(session.cache.responses) == 0


def test_limits_hold_for_a_session_that_answers_a_challenge():
    session = requests.Session()
    session.auth = requests.auth.HTTPDigestAuth("ann", "secret")

    def challenge(visit):
        challenged = page(b"", "401 Unauthorized", www_authenticate='Digest realm="a", nonce="b", qop="auth"')
        (drip_body if "authorization" in visit.headers else challenged)(visit)

    with Server({"/page": challenge}) as own:
        start = time.monotonic()
        assert failure(Fetcher(session=session, limits=Limits(total=0.5)), own.url()).code == "timeout"
        assert time.monotonic() - start < 1.1


# httpx


def example(name: str):
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / "examples" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_asynchronous_client_makes_pages():
    with Server({"/story": page(STORY), "/a": redirect("/story")}) as own:
        urls = [own.url(path) for path in ("/story", "/a", "/404")]
        story, moved, missing = asyncio.run(example("async_httpx").articles(urls))
    assert story.title == moved.title == "Council votes to rebuild harbour bridge before winter"
    assert (moved.url, moved.final_url, moved.fetch.status) == (urls[1], urls[0], 200)
    assert isinstance(missing, httpx.HTTPStatusError)
