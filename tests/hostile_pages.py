"""Hostile news pages, made in memory: each holds the same short story, with something around it that breaks readers.

``BAITS`` are shapes of any size, for measuring time; ``CASES`` are whole pages with what must become of each.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

STORY = (
    "The council voted on Tuesday to rebuild the harbour bridge before winter. Nobody spoke against it in the debate.",
    "Residents had asked for the work since the storm damaged both piers, and the engineers could not save the steel.",
    "The mayor said that the money had been set aside in the spring, and that nobody would have to leave the quay.",
    "Ferries will carry pedestrians across the harbour until the bridge is open again, the port authority said.",
)
MARKER = STORY[0][:60]
SENTENCE = STORY[1]


def page(inside: str = "", head: str = "", before: str = "", after: str = "", story: tuple[str, ...] = STORY) -> str:
    """Return a news page; ``inside`` stands below the story, in its article, the others around it."""
    paragraphs = "".join(f"<p>{text}</p>\n" for text in story)
    return (
        f"<!DOCTYPE html>\n<html lang=en><head><title>Council votes to rebuild bridge</title>{head}</head>\n"
        f"<body>{before}<nav><a href=/>Home</a></nav>\n<article><h1>Council votes to rebuild bridge</h1>\n"
        f"{paragraphs}{inside}</article>\n<footer>Imprint</footer>{after}</body></html>\n"
    )


# --- shapes that grow ---------------------------------------------------------------------------------------------

LD = "<script type='application/ld+json'>{}</script>"
NEWS = {"@type": "NewsArticle", "headline": "Council votes", "author": {"@type": "Person", "name": "Jane Roe"}}


def inside(unit: str, close: str = "") -> Callable[[int], str]:
    """Make pages with so many characters of a unit below the story."""
    return lambda size: page(unit * (size // len(unit)) + close)


def numbered(unit: str, begin: str = "", end: str = "") -> Callable[[int], str]:
    """Make pages with so many characters of a unit, each with a number of its own."""
    return lambda size: page(begin + "".join(unit.format(i, i) for i in range(size // len(unit))) + end)


def head(unit: str, begin: str = "", end: str = "") -> Callable[[int], str]:
    """Make pages with so many characters of a numbered unit in the head."""
    return lambda size: page(head=begin + "".join(unit.format(i, i) for i in range(size // len(unit))) + end)


def linked_data(value: Callable[[int], object]) -> Callable[[int], str]:
    """Make pages with JSON-LD made for a number of values."""
    return lambda size: page(head=LD.format(json.dumps(value(size // 20))))


def dump(unit: str) -> Callable[[int], str]:
    """Make texts without markup."""
    return lambda size: "\n".join(STORY) + "\n" + unit * (size // len(unit))


def legacy(size: int) -> bytes:
    text = "Совет проголосовал за новый мост через гавань. "
    return page("<p>" + text * (size // len(text)) + "</p>", story=(text * 3,)).encode("cp1251")


BAITS: dict[str, Callable[[int], str | bytes]] = {
    "nested div": inside("<div>"),
    "nested b and i": inside("<b><i>"),
    "nested lists": inside("<ul><li>x"),
    "nested tables": inside("<table><tr><td>"),
    "nested quotes": inside("<blockquote>q "),
    "nested nav": inside("<nav>x "),
    "nested figures": inside("<figure>x "),
    "nested forms": inside("<form><input>"),
    "nested articles": inside("<article><h2>x</h2><p>y"),
    "nested microdata": inside("<div itemscope itemtype=http://schema.org/Person itemprop=author>x"),
    "nested svg": inside("<svg><g>"),
    "nested noscript": inside("<noscript><img src=a>"),
    "unclosed soup": inside("<p><div><span>"),
    "stray closers": inside("</p></div></b>"),
    "short paragraphs": inside("<p>a</p>"),
    "paragraphs": numbered("<p>{} " + SENTENCE + "</p>"),
    "one paragraph often": inside(f"<p>{SENTENCE}</p>"),
    "headings": numbered("<h2>Part {}</h2>"),
    "list items": numbered("<li>item {}</li>", "<ul>", "</ul>"),
    "figures": numbered("<figure><img src=/{}.jpg><figcaption>A bridge {}. Photo: A. Roe</figcaption></figure>"),
    "other stories": numbered("<article><h2>Other {}</h2><p>" + SENTENCE + "</p></article>"),
    "breaks": inside("<br>"),
    "links": numbered("<a href=/{}>l{}</a> "),
    "images": numbered("<img src=/{}.jpg width=9 height=9>"),
    "table rows": numbered("<tr><td>{}<td>{}", "<table>", "</table>"),
    "times": numbered("<time datetime=2024-01-01>{}</time> "),
    "iframes": numbered("<iframe src=/{}></iframe>"),
    "attributes": numbered(" a{}=1", "<div", ">x</div>"),
    "long attribute": inside("x", "'>x</div>"),
    "srcset": numbered("/{}.jpg {}w, ", "<img srcset='", "'>"),
    "one word": inside("x"),
    "angles": inside("<"),
    "open tags": inside("<a "),
    "open quotes": inside("<a href=\"'"),
    "ampersands": inside("&"),
    "entities": inside("&amp;"),
    "open comments": inside("<!--"),
    "comments": inside("<!-- a -->"),
    "CDATA": inside("<![CDATA["),
    "instructions": inside("<?php "),
    "spaces": inside(" "),
    "newlines": inside("\n"),
    "no-break spaces": inside("\u00a0"),
    "digits": inside("1"),
    "dates": inside("2024-01-01 12:00 "),
    "bylines": inside("By A. b and "),
    "names": inside("Jane Roe, "),
    "punctuation": inside(".,;:-"),
    "quotes": inside("“a” "),
    "combining": inside("\u0301"),
    "invisible": inside("a\u200b\u202e\ufeff\u00ad"),
    "addresses": inside("a@b.c/"),
    "classes": numbered("<p class='c{} comment'>x</p>"),
    "long class": lambda size: page(f"<div class='{'comment-' * (size // 8)}'>x</div>"),
    "metas": head("<meta name=m{} content=c{}>"),
    "authors": head("<meta name=author content='Jane Roe {}'>"),
    "times published": head("<meta property=article:published_time content=2024-01-01T00:00:0{}>"),
    "link elements": head("<link rel=alternate href=/{}>"),
    "titles": head("<title>Title {}</title>"),
    "scripts": head("<script>var a{}='<p>x</p>';</script>"),
    "styles": head(".a{}{{b:c}}", "<style>", "</style>"),
    "JSON-LD blocks": head(LD.format('{{"@type":"NewsArticle","headline":"h{}"}}')),
    "broken JSON-LD": head("{{'a': \"b{}\n, ", "<script type='application/ld+json'>", "</script>"),
    "deep JSON-LD": head("[", "<script type='application/ld+json'>", "</script>"),
    "JSON-LD graph": linked_data(lambda count: {"@graph": [NEWS] * count}),
    "JSON-LD authors": linked_data(lambda count: NEWS | {"author": [{"name": f"Jane Roe {i}"} for i in range(count)]}),
    "JSON-LD body": linked_data(lambda count: NEWS | {"articleBody": f"{SENTENCE} " * (count // 6)}),
    "state": lambda size: f"<script>window.__STATE__={json.dumps([{'text': SENTENCE}] * (size // 130))}</script>",
    "swallowed": lambda size: f"<body><textarea>{page(f'<p>{SENTENCE}</p>' * (size // 160))}",
    "legacy bytes": legacy,
    "dump of letters": dump("a\n"),
    "dump of labels": dump("Advertisement\n"),
    "dump of prose": dump(SENTENCE + "\n"),
}  # fmt: skip
"""Name -> a function from a size in characters to a page or dump of about that size."""


# --- whole pages --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Case:
    """A page with what must become of it.

    expect: "text" (an article with ``marker``), "none" (no text: an article without any, or an InputError), "any"
    (either, in time), or the code of the error.
    """

    make: Callable[[], str | bytes]
    expect: str = "text"
    content_type: str | None = "text/html; charset=utf-8"
    marker: str = MARKER


def swallowing(opening: str) -> dict[str, Case]:
    """Return pages in whose head, and before whose article, something is opened that nothing closes."""
    return {
        f"{opening} in the head": Case(lambda: page(head=opening)),
        f"{opening} before the article": Case(lambda: page(before=opening)),
    }


def coded(codec: str, mark: bytes = b"", content_type: str | None = "text/html") -> Case:
    return Case(lambda: mark + page().encode(codec), content_type=content_type)


SWALLOWERS = (
    "<!--", "<!-- x ->", "<!--[if IE]>", "<title>", "<textarea>", "<xmp>", "<plaintext>", "<iframe src=a>", "<noembed>",
    "<noframes>", "<script>", "<style>", "<svg>", "<svg><title>", "<math><mtext>", "<select><option>", "<object>",
    "<canvas>", "<video>", "<audio>", "<datalist>", "<map>", "<noscript>", "<template>", '<a href="', "<p class='x",
    "<![CDATA[", "<?xml ", "<!DOCTYPE x [", "<form><form>", "<button>", "<table><tr>",
)  # fmt: skip
BOMB = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True))
CONTROLS = "".join(map(chr, [*range(1, 9), 11, 12, *range(14, 32), *range(127, 160), 0xFFFE, 0xFFFF, 0x1FFFF]))
URLS = (
    "javascript:alert(1)", "data:text/html,<p>x", "http://[::1", "//[bad", "http://\ud83d", "http://a:99999999/",
    "file:///etc/passwd", "http://user:word@host/", "\x00\x01", "http://" + "a." * 50_000, "?" * 99_999, "../" * 50_000,
)  # fmt: skip

CASES: dict[str, Case] = {
    "depth of 300": Case(lambda: page(before="<div>" * 300)),
    "depth of 3,000": Case(lambda: page(before="<div>" * 3_000)),
    "depth of 100,000": Case(lambda: page("<div>" * 100_000 + SENTENCE + "</div>" * 100_000)),
    "soup of 300,000": Case(lambda: page("<p><div><span>" * 100_000)),
    "a million attributes": Case(lambda: page(f"<div {' '.join(f'a{i}=1' for i in range(1_000_000))}>x</div>")),
    "an attribute of 10 MB": Case(lambda: page(f"<div data-x='{'x' * 10_000_000}'>x</div>")),
    "a data: address of 5 MB": Case(lambda: page(f"<img src='data:image/png;base64,{'A' * 5_000_000}'>")),
    "a srcset of 2 MB": Case(lambda: BAITS["srcset"](2_000_000)),
    "a line of 12 MB": Case(lambda: page(f"<p>{SENTENCE * 100_000}</p>")),
    "a word of 5 MB": Case(lambda: page(f"<p>{'x' * 5_000_000}</p>")),
    "100,000 paragraphs": Case(lambda: page("<p>a</p>" * 100_000)),
    "200,000 breaks": Case(lambda: page("<br>" * 200_000)),
    "10,000 rows": Case(lambda: page(f"<table>{'<tr><td>1<td>2<td>3' * 10_000}</table>")),
    "50,000 links": Case(lambda: page("<a href=/1>l</a> " * 50_000)),
    "100,000 metas": Case(lambda: page(head="<meta name=m content=c>" * 100_000)),
    "JSON-LD of 20 MB": Case(lambda: page(head=LD.format(json.dumps({**NEWS, "x": "y " * 10_000_000})))),
    "JSON-LD 100,000 deep": Case(lambda: page(head=LD.format('{"a":' * 100_000))),
    "JSON-LD of wrong types": Case(
        lambda: page(head=LD.format('{"@type":["NewsArticle",3],"author":[null,{"name":{}}],"image":[[]],"@graph":5}'))
    ),
    "an integer of 20,000 digits in a script": Case(
        lambda: '<script type=application/json>{"text":' + "9" * 20_000 + "}</script>",
        "none",
    ),
    "an integer of 20,000 digits": Case(lambda: page(head=LD.format(f'{{"datePublished":{"9" * 20_000}}}'))),
    "entity bomb": Case(lambda: f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">{BOMB}]>{page("<p>&i;</p>")}'),
    "outer entity": Case(
        lambda: '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + page("<p>&e;</p>")
    ),
    "hostile addresses": Case(
        lambda: page("".join(f"<a href='{url}'>x</a><img src='{url}'>" for url in URLS), "<base href='file:///etc/'>")
    ),
    "svg and math": Case(lambda: page("<svg><style><p>x</style><text>s</text></svg><math><mi>x</mi></math>" * 500)),
    "frames": Case(lambda: "<html><frameset cols=50%,50%><frame src=a><frame src=b></frameset></html>", "none"),
    "conditional comments": Case(lambda: page("<!--[if IE]><p>old</p><![endif]--><![if !IE]><p>x</p><![endif]>")),
    "character references": Case(lambda: page("<p>&#0;&#x110000;&#xD800;&#xFFFF;&#128;&#9999999999999;&amp &x;</p>")),
    "controls": Case(lambda: page(f"<p>{CONTROLS}</p>")),
    "zeros": Case(lambda: page().replace("re", "r\0e")),
    "lone surrogates": Case(lambda: page("<p>\ud800 and \udfff and \ud83d\ude00</p>")),
    "UTF-8 with bad bytes": Case(lambda: page("<p>é</p>").encode().replace(b"\xc3", b"\xff") + b"\xe2\x80"),
    "UTF-16": coded("utf-16-le", b"\xff\xfe"),
    "UTF-16, big end first": coded("utf-16-be", b"\xfe\xff"),
    "UTF-16 without a mark": coded("utf-16-le"),
    "UTF-32": coded("utf-32-le", b"\xff\xfe\0\0"),
    "marks twice": coded("utf-8", b"\xef\xbb\xbf" * 2),
    "an encoding nobody knows": coded("utf-8", content_type="text/html; charset=x-klingon"),
    "tags that are none": Case(lambda: page("<a:b:c>x</a:b:c><x-é>z</x-é><1a>q</1a><\0p>n<p a='1' a='2' \"=3>t</p>")),
    "nothing": Case(lambda: "", "none"),
    "blanks": Case(lambda: " \r\n\t" * 1_000, "none"),
    "a comment of 10 MB": Case(lambda: f"<!--{'x' * 10_000_000}-->", "none"),
    "bytes at random": Case(lambda: Random(7).randbytes(1_000_000), "not_a_page"),
    "PDF": Case(lambda: b"%PDF-1.7\n" + Random(7).randbytes(100_000), "not_a_page"),
    "JSON": Case(lambda: json.dumps({"text": MARKER}), "not_a_page"),
    "26 million characters": Case(lambda: "x" * 26_000_000, "too_large"),
    "51 million bytes": Case(lambda: b"x" * 51_000_000, "too_large"),
    "2 million elements": Case(lambda: page("<i>" * 2_000_000), "too_large"),
    "2 million attributes": Case(lambda: page("<p a b c d e f g h i j>" * 200_000), "too_large"),
    **{name: case for opening in SWALLOWERS for name, case in swallowing(opening).items()},
}  # fmt: skip
