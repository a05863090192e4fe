"""Seeded damage to pages, and what must hold of any page whatever it holds."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random

from newsextract import Article, NewsExtractError, extract, extract_text
from newsextract.output import FORMATS

TOKENS = (
    b"<", b">", b"&", b'"', b"'", b"=", b"\0", b"\xff", b"\xed\xa0\x80", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3",
    b"\x1b$B", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<?php ", b"?>", b"</body>", b"</html>", b"</article>",
    b"<article>", b"<p>", b"</p>", b"<div>", b"</div>", b"<table><tr><td>", b"</table>", b"<svg>", b"<math>",
    b"<template>", b"<select>", b"<textarea>", b"<title>", b"<script>", b"</script>",
    b"<script type=application/ld+json>", b"<style>", b"<plaintext>", b"<xmp>", b"<noscript>", b"<iframe>",
    b"<frameset>", b"<a href='http://[::1'>", b"<a href=//[bad>", b"<img srcset='a 1w,,b xx'>",
    b"<img src=data:image/png;base64,AAAA>", b"<base href='http://[::1'>", b"<base href=javascript:x>", b"&#0;",
    b"&#xD800;", b"&#x110000;", b"&nbsp;", b"<meta charset=utf-16>", b"<meta charset=x-klingon>",
    b"<meta property=og:title content=''>", b"<meta property=article:published_time content=9999-99-99T99:99>",
    b"<time datetime=0000-00-00>", b"<h1>", b"</h1>", b"{", b"}", b"[", b"]",
    b'{"@type":"NewsArticle","author":[null,{"name":[1]}]}', b"null", b"1e999", b"\\ud800", b"\\", "\u202e".encode(),
    "\u200b".encode(), "\ufffe".encode(), "İ".encode(), "ﷺ".encode(), "e\u0301".encode(), "\u2028".encode(), b"\x0b",
    b"\x0c", b"\x85", b"\r", b"\n\n", b" " * 300, b"9" * 400, b"<b>" * 400, b"By ", b"Photo: ", b"Advertisement",
    b"(AP)", "٢٠٢٤".encode(), "作者：".encode(), b"\xa0",
)  # fmt: skip
"""What breaks readers, to be put anywhere."""

CODECS = ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "gb18030", "iso2022_jp", "shift_jis", "utf-7")
Mutation = Callable[[bytes, Random], bytes]


def _cut(page: bytes, random: Random) -> bytes:
    return page[: random.randrange(len(page) + 1)]


def _drop(page: bytes, random: Random) -> bytes:
    at, size = random.randrange(len(page) + 1), random.choice((1, 10, 100, 2_000))
    return page[:at] + page[at + size :]


def _put(page: bytes, random: Random) -> bytes:
    at = random.randrange(len(page) + 1)
    return page[:at] + random.choice(TOKENS) * random.choice((1, 1, 1, 3, 50)) + page[at:]


def _put_in_tag(page: bytes, random: Random) -> bytes:
    at = page.find(random.choice((b">", b"=", b'"', b"<")), random.randrange(len(page) + 1)) + 1
    return page[:at] + random.choice(TOKENS) + page[at:]


def _flip(page: bytes, random: Random) -> bytes:
    found = bytearray(page)
    for _ in range(random.choice((1, 5, 40)) if found else 0):
        found[random.randrange(len(found))] = random.randrange(256)
    return bytes(found)


def _repeat(page: bytes, random: Random) -> bytes:
    at, size = random.randrange(len(page) + 1), random.choice((10, 100, 1_000))
    return page[:at] + page[at : at + size] * random.choice((2, 2, 10)) + page[at + size :]


def _move(page: bytes, random: Random) -> bytes:
    one, two, three = sorted(random.randrange(len(page) + 1) for _ in range(3))
    return page[:one] + page[two:three] + page[one:two] + page[three:]


def _swap_tags(page: bytes, random: Random) -> bytes:
    tags = (b"p", b"div", b"h1", b"li", b"a", b"td", b"figure", b"nav", b"script", b"span", b"article", b"svg", b"pre")
    one, other = random.sample(tags, 2)
    return page.replace(b"<" + one, b"<" + other)


def _recode(page: bytes, random: Random) -> bytes:
    codec = random.choice(
        ("utf-16", "utf-16-le", "utf-32", "cp1252", "cp1251", "gb18030", "iso2022_jp", "shift_jis", "utf-7")
    )
    return page.decode("utf-8", "replace").encode(codec, "replace")


MUTATIONS: tuple[Mutation, ...] = (
    _cut, _drop, _put, _put, _put, _put_in_tag, _put_in_tag, _flip, _repeat, _move, _swap_tags,
)  # fmt: skip


def mutated(pages: list[bytes], random: Random) -> bytes:
    """Return one of the pages, or two halves, with one to eight damages; now and then in another encoding."""
    page = random.choice(pages)
    if random.random() < 0.05:
        other = random.choice(pages)
        page = page[: len(page) // 2] + other[len(other) // 2 :]
    for _ in range(random.randint(1, 8)):
        page = random.choice(MUTATIONS)(page, random)
    return _recode(page, random) if random.random() < 0.05 else page


def check(page: bytes, random: Random, url: str | None = "https://news.example/2026/10/story") -> str:
    """Extract a page or dump twice, render it in each format, and send it through JSON.

    Returns the article's status, or the code of the error. Raises AssertionError where two readings differ or JSON
    loses something, and whatever newsextract should not have raised.
    """
    read = extract_text if random.random() < 0.15 else extract
    given = (
        page if random.random() < 0.8 else page.decode("utf-8", random.choice(("replace", "surrogateescape", "ignore")))
    )
    first, second = (_outcome(read, given, url) for _ in range(2))
    assert first == second, "the same bytes gave two answers"
    if isinstance(first, str):
        return first
    record = json.dumps(first.to_dict(), allow_nan=False)
    assert Article.from_dict(json.loads(record)) == first, "JSON lost something"
    for render in FORMATS.values():
        render(first).encode()
    return first.status.value


def _outcome(read: Callable[..., Article], given: bytes | str, url: str | None) -> Article | str:
    try:
        return read(given, url)
    except NewsExtractError as error:
        return error.code
