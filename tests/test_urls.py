"""Addresses: whatever a page links to, the helper answers with an address or None."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsextract.urls import absolute, host, site

PAGE = "https://news.example.org/world/story.html?page=2"


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/img/a.jpg", "https://news.example.org/img/a.jpg"),
        ("img/a.jpg", "https://news.example.org/world/img/a.jpg"),
        ("../a.jpg", "https://news.example.org/a.jpg"),
        ("?page=3", "https://news.example.org/world/story.html?page=3"),
        ("#top", PAGE + "#top"),
        ("//cdn.example.net/a.jpg", "https://cdn.example.net/a.jpg"),
        ("http://other.example/", "http://other.example/"),
        ("HTTPS://Other.example/", "HTTPS://Other.example/"),
        (" \n/a b\t.jpg\r ", "https://news.example.org/a%20b.jpg"),
        ("/größe/年.html", "https://news.example.org/größe/年.html"),
    ],
)
def test_a_link_is_resolved_as_a_browser_does(href, address):
    assert absolute(PAGE, href) == address


@pytest.mark.parametrize(
    "href",
    [
        "",
        "  \n",
        "javascript:void(0)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:image/png;base64,AAAA",
        "mailto:desk@example.org",
        "tel:+123",
        "whatsapp://send?text=x",
        "blob:https://news.example.org/1",
        "file:///etc/passwd",
        "http://[::1",
        "//[bad",
        "https://",
        "http:///path",
        "http://exa\u2100mple.org/",
    ],
)
def test_what_leads_nowhere_on_the_web_is_none(href):
    assert absolute(PAGE, href) is None
    assert absolute(None, href) is None


@pytest.mark.parametrize("base", [None, "", "file:///srv/page.html", "about:blank", "http://[", "not an address"])
def test_without_a_web_base_a_relative_link_stays_as_it_stands(base):
    assert absolute(base, "/a.jpg") == "/a.jpg"
    assert absolute(base, "https://example.org/a.jpg") == "https://example.org/a.jpg"


@pytest.mark.parametrize(
    ("url", "name", "domain"),
    [
        (PAGE, "news.example.org", "example.org"),
        ("http://WWW.Example.co.uk:8080/", "www.example.co.uk", "example.co.uk"),
        ("https://example.org./a", "example.org", "example.org"),
        ("https://one.blogspot.com/", "one.blogspot.com", "one.blogspot.com"),
        ("http://127.0.0.1:8000/", "127.0.0.1", "127.0.0.1"),
        ("http://[::1]:8000/", "::1", "::1"),
        ("http://localhost/", "localhost", "localhost"),
        ("https://www.münchen.de/", "www.münchen.de", "münchen.de"),
        ("/relative", None, None),
        ("http://[::1", None, None),
        ("mailto:a@example.org", None, None),
        (None, None, None),
        ("", None, None),
    ],
)
def test_host_and_site(url, name, domain):
    assert (host(url), site(url)) == (name, domain)


@given(st.text(max_size=30), st.text(max_size=30))
@example("http://\ud83d", "http://\udfff[")
@example("http://[v1.a]", "//[")
def test_nothing_raises(base, href):
    address = absolute(base, href)
    assert address is None or address
    host(href)
    site(href)
    host("http://" + href)
    site("http://" + href)
    absolute("http://example.org/", "//" + href)
