"""The formats: what each article looks like in them, and that nothing on a page can act through them."""

import json
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from time import process_time

import pytest
from lxml import etree
from lxml import html as lxml_html

from newsextract.article import (
    Article,
    Block,
    BlockKind,
    Credit,
    CreditKind,
    Image,
    ImageRole,
    Link,
    Note,
    NoteKind,
)
from newsextract.output import FORMATS, frame

P, H, LI, Q = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE
ARTICLE = Article(
    title="The tide came early",
    kicker="Coast",
    summary="A harbour town counts the damage.",
    credits=(Credit("Ada Holm"), Credit("AP", CreditKind.AGENCY)),
    published=datetime(2024, 5, 1, 6, 30, tzinfo=UTC),
    modified=date(2024, 5, 2),
    images=(
        Image("https://news.example/quay.jpg", "The quay at noon", "Dee Poe", "A quay", ImageRole.LEAD),
        Image("https://news.example/boat.jpg", None, "Cy Tan", "A boat on a roof"),
        Image("https://news.example/map.png", "The coast"),
    ),
    blocks=(
        Block(P, "The water rose at dawn.", links=(Link("https://news.example/w", "water"),)),
        Block(BlockKind.IMAGE, "A boat on a roof"),
        Block(H, "What was lost", level=2),
        Block(LI, "Boats:", level=1),
        Block(LI, "nine of wood", level=2),
        Block(LI, "A shed", level=1),
        Block(Q, "We ran.\nThen we swam."),
        Block(BlockKind.TABLE, "Year\tHeight\n1953\t4.2 m"),
        Block(BlockKind.CODE, "wind = 9\n  gust = 12"),
        Block(P, "They start again."),
    ),
    notes=(Note(NoteKind.CORRECTION, "An earlier version named another quay."),),
    language="en",
)
TEXT = """\
Coast

The tide came early

A harbour town counts the damage.

Ada Holm, AP · 2024-05-01 06:30+00:00 · updated 2024-05-02

[Image: The quay at noon (Dee Poe)]

The water rose at dawn.

[Image: (Cy Tan)]

What was lost

- Boats:
  - nine of wood
- A shed

> We ran.
> Then we swam.

Year  Height
1953  4.2 m

    wind = 9
      gust = 12

They start again.

[Image: The coast]

An earlier version named another quay."""
MARKDOWN = """\
Coast

# The tide came early

*A harbour town counts the damage.*

Ada Holm, AP · 2024-05-01 06:30+00:00 · updated 2024-05-02

![A quay](https://news.example/quay.jpg)
*The quay at noon (Dee Poe)*

The [water](https://news.example/w) rose at dawn.

![A boat on a roof](https://news.example/boat.jpg)
*(Cy Tan)*

## What was lost

- Boats:
  - nine of wood
- A shed

> We ran.\\
> Then we swam.

| Year | Height |
| --- | --- |
| 1953 | 4.2 m |

```
wind = 9
  gust = 12
```

They start again.

![](https://news.example/map.png)
*The coast*

---

An earlier version named another quay."""
HTML = """\
<article lang="en" dir="auto">
<header>
<p>Coast</p>
<h1>The tide came early</h1>
<p><strong>A harbour town counts the damage.</strong></p>
<p>Ada Holm, AP · <time datetime="2024-05-01T06:30:00+00:00">2024-05-01 06:30+00:00</time> · \
updated <time datetime="2024-05-02">2024-05-02</time></p>
</header>
<figure><img src="https://news.example/quay.jpg" alt="A quay">\
<figcaption>The quay at noon (Dee Poe)</figcaption></figure>
<p>The <a href="https://news.example/w">water</a> rose at dawn.</p>
<figure><img src="https://news.example/boat.jpg" alt="A boat on a roof"><figcaption>(Cy Tan)</figcaption></figure>
<h2>What was lost</h2>
<ul>
<li>Boats:
<ul>
<li>nine of wood
</li></ul></li>
<li>A shed</li></ul>
<blockquote><p>We ran.<br>Then we swam.</p></blockquote>
<table>
<tr><td>Year</td><td>Height</td></tr>
<tr><td>1953</td><td>4.2 m</td></tr>
</table>
<pre><code>wind = 9
  gust = 12</code></pre>
<p>They start again.</p>
<figure><img src="https://news.example/map.png" alt=""><figcaption>The coast</figcaption></figure>
<footer>
<p>An earlier version named another quay.</p>
</footer>
</article>"""


def one(kind, text, **more):
    return Article(blocks=(Block(kind, text, **more),))


@pytest.mark.parametrize(("name", "expected"), [("text", TEXT), ("markdown", MARKDOWN), ("html", HTML)])
def test_a_whole_article(name, expected):
    assert FORMATS[name](ARTICLE) == expected


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json_is_the_whole_dict_in_readable_letters(name):
    article = replace(ARTICLE, title="Flut in Å — 潮\u2028早")
    written = FORMATS[name](article)
    assert Article.from_dict(json.loads(written)) == article
    assert "Flut in Å — 潮" in written


def test_jsonl_is_one_line_for_every_reader_of_lines():
    written = FORMATS["jsonl"](one(P, "a\nb\u2028c\u2029d\x85e"))
    assert written.splitlines() == [written]


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_article_has_a_form(name):
    written = FORMATS[name](Article())
    assert not written.endswith("\n")
    assert "None" not in written


def test_the_printed_byline_goes_before_the_names():
    assert FORMATS["text"](replace(Article(credits=ARTICLE.credits), byline="By Ada Holm in Porto")) == (
        "By Ada Holm in Porto"
    )


def test_a_change_at_the_time_of_publishing_is_no_news():
    day = date(2024, 5, 1)
    assert FORMATS["text"](Article(published=day, modified=day)) == "2024-05-01"
    assert FORMATS["text"](Article(modified=day)) == "updated 2024-05-01"


def test_a_change_before_publishing_is_none():
    early, late = datetime(2024, 5, 1, 6, 29, tzinfo=UTC), datetime(2024, 5, 1, 6, 30, tzinfo=UTC)
    assert FORMATS["text"](Article(published=late, modified=early)) == "2024-05-01 06:30+00:00"
    assert (
        FORMATS["text"](Article(published=late.date(), modified=early)) == "2024-05-01 · updated 2024-05-01 06:29+00:00"
    )


def test_the_name_of_a_file_is_no_description_of_a_picture():
    image = Image("https://example.org/a.jpg", alt="P2292769.JPG")
    assert FORMATS["text"](Article(images=(image,))) == ""
    assert FORMATS["text"](Article(images=(replace(image, alt="The quay at noon.jpg"),))) != ""


# what a page writes must not turn into marks of the format


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("2 * 3 * 4", r"2 \* 3 \* 4"),
        ("the _only_ snake_case name", r"the \_only\_ snake_case name"),
        ("__init__", r"\_\_init\_\_"),
        ("# not a heading", r"\# not a heading"),
        ("#hashtag stays", "#hashtag stays"),
        ("1. not a list", r"1\. not a list"),
        ("1.5 million", "1.5 million"),
        ("2024) really", r"2024\) really"),
        ("- not a list", r"\- not a list"),
        ("-5 degrees", "-5 degrees"),
        ("> not a quote", r"\> not a quote"),
        ("5 > 4 < 6", r"5 > 4 \< 6"),
        ("a [link](http://evil.example)", r"a \[link\](http://evil.example)"),
        ("<script>alert(1)</script>", r"\<script>alert(1)\</script>"),
        ("`rm` ~~gone~~", r"\`rm\` \~\~gone\~\~"),
        ("AT&T &amp; &copy; R&D", r"AT&T \&amp; \&copy; R&D"),
        ("C:\\new", r"C:\\new"),
        ("first\n---", "first\\\n\\---"),
        ("first\n===", "first\\\n\\==="),
        ("a | b\n--- | ---", "a \\| b\\\n\\--- \\| ---"),
        ("one\n\n\ntwo", "one\\\ntwo"),
    ],
)
def test_markdown_escapes_what_would_change_the_meaning(text, markdown):
    assert FORMATS["markdown"](one(P, text)) == markdown


@pytest.mark.parametrize(
    ("level", "text", "markdown"),
    [
        (1, "Top", "## Top"),
        (None, "None given", "## None given"),
        (4, "Deep", "#### Deep"),
        (9, "Too deep", "###### Too deep"),
        (2, "two\nlines", "## two lines"),
        (2, "Learn C #", r"## Learn C \#"),
    ],
)
def test_markdown_headings(level, text, markdown):
    assert FORMATS["markdown"](one(H, text, level=level)) == markdown


def test_a_code_fence_is_longer_than_any_in_the_code():
    assert FORMATS["markdown"](one(BlockKind.CODE, "```\nx\n```")) == "````\n```\nx\n```\n````"


def test_ragged_tables_get_a_head_as_wide_as_their_widest_row():
    table = one(BlockKind.TABLE, "a|b\n1\t2\t3")
    assert FORMATS["markdown"](table) == "| a\\|b |  |  |\n| --- | --- | --- |\n| 1 | 2 | 3 |"
    assert "<tr><td>1</td><td>2</td><td>3</td></tr>" in FORMATS["html"](table)
    assert FORMATS["text"](table) == "a|b\n1    2  3"


def test_columns_of_wide_characters_are_aligned_and_wide_tables_keep_their_tabs():
    assert FORMATS["text"](one(BlockKind.TABLE, "東京\t1\nBonn\t2")) == "東京  1\nBonn  2"
    wide = f"{'x' * 99}\t1\ny\t2"
    assert FORMATS["text"](one(BlockKind.TABLE, wide)) == wide


@pytest.mark.parametrize(
    ("text", "links", "markdown"),
    [
        ("read it", [("https://a.example/(x)", "it")], "read [it](https://a.example/%28x%29)"),
        ("it is it", [("https://a.example", "it")], "it is it"),
        ("not here", [("https://a.example", "there")], "not here"),
        ("run away", [("javascript:alert(1)", "away")], "run away"),
        ("run away", [("/relative", "away")], "run away"),
        ("a b c", [("https://a.example", "a b"), ("https://b.example", "b c")], "[a b](https://a.example) c"),
        ("x and y", [("https://y.example", "y"), ("https://x.example", "x")], None),
        ("Stop!here", [("https://a.example", "here")], r"Stop\![here](https://a.example)"),
        ("odd", [("https://a.example/a b&lt;c>", "odd")], "[odd](https://a.example/a%20b&amp;lt;c%3E)"),
    ],
)
def test_links_stand_at_their_words(text, links, markdown):
    links = tuple(Link(*link) for link in links)
    expected = markdown or "[x](https://x.example) and [y](https://y.example)"
    assert FORMATS["markdown"](one(P, text, links=links)) == expected


TAGS = {"article", "header", "footer", "h1", "h2", "p", "strong", "time", "figure", "img", "figcaption", "ul", "li"} | {
    *("blockquote", "table", "tr", "td", "pre", "code", "a")
}
HOSTILE = "<script>alert('x')</script>\"><img src=x onerror=alert(1)>"


def test_html_holds_no_markup_of_the_page():
    article = Article(
        title=HOSTILE,
        kicker=HOSTILE,
        summary=HOSTILE,
        byline=HOSTILE,
        language='en" onload="alert(1)',
        images=(Image('https://a.example/"onerror="x', HOSTILE, HOSTILE, HOSTILE), Image("javascript:x", HOSTILE)),
        blocks=(
            *(Block(kind, HOSTILE, 1, (Link("https://a.example/'\"><script>", "alert"),)) for kind in BlockKind),
            Block(P, "click", links=(Link("JavaScript:alert(1)", "click"), Link("data:text/html,x", "click"))),
        ),
        notes=(Note(NoteKind.UPDATE, HOSTILE),),
    )
    tree = lxml_html.fromstring(FORMATS["html"](article))
    elements = list(tree.iter(etree.Element))
    assert {element.tag for element in elements} <= TAGS
    names = {name for element in elements for name in element.attrib}
    assert names <= {"lang", "dir", "src", "alt", "href", "datetime"}
    addresses = [*tree.xpath("//@src"), *tree.xpath("//@href")]
    assert addresses
    assert all(address.startswith("https://a.example/") for address in addresses)
    assert tree.xpath("string(//h1)") == HOSTILE


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_no_page_steers_a_terminal(name):
    written = FORMATS[name](Article(title="a\x1b]0;b\x07", blocks=(Block(P, "c\x9b2Jd\x00\x7f\re"),)))
    assert re.findall(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]", written) == []


def test_nested_lists_in_html_nest_in_the_items():
    levels = [3, 1, 2, 9, 2, 1, 100]
    article = Article(blocks=tuple(Block(LI, str(at), level) for at, level in enumerate(levels)))
    tree = etree.fromstring(FORMATS["html"](article))
    depth = {item.text.strip(): len(item.xpath("ancestor::ul")) for item in tree.iter("li")}
    assert depth == {"0": 1, "1": 1, "2": 2, "3": 3, "4": 2, "5": 1, "6": 2}
    assert all(item.tag == "li" for item in tree.xpath("//ul/*"))
    assert all(parent.tag in ("article", "li") for parent in tree.xpath("//ul/.."))


def test_every_picture_is_shown_once():
    twins = (Image("https://a.example/1", alt="same"), Image("https://a.example/2", alt="same"))
    blocks = (
        Block(BlockKind.IMAGE, "", links=(Link("https://a.example/2", ""),)),
        Block(BlockKind.IMAGE, "same"),
        Block(BlockKind.IMAGE, "same"),
        Block(BlockKind.IMAGE, ""),
    )
    written = FORMATS["html"](Article(images=twins, blocks=blocks))
    assert re.findall(r'src="([^"]+)', written) == ["https://a.example/2", "https://a.example/1"]
    assert written.count("<figure>") == 3  # the third block has words, but no picture of its own is left


# several articles in one output


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("count", [0, 1, 2, 3])
def test_any_number_of_articles_makes_a_whole_output(name, count):
    around = frame(name, count)
    written = around.before + around.between.join([FORMATS[name](ARTICLE)] * count) + around.after
    if name == "json":
        assert json.loads(written) == (ARTICLE.to_dict() if count == 1 else [ARTICLE.to_dict()] * count)
    elif name == "jsonl":
        assert [json.loads(line) for line in written.splitlines() if line] == [ARTICLE.to_dict()] * count
    elif name == "html":
        assert written.startswith("<!doctype html>")
        assert len(lxml_html.document_fromstring(written).findall("body/article")) == count
    else:
        assert written.count("The tide came early") == count


BAITS = [
    one(P, "<" * 200_000),
    one(P, "_a" * 100_000),
    one(P, "&a" * 100_000),
    one(P, "\n" * 200_000),
    one(P, " \t" * 100_000),
    one(P, "9" * 200_000),
    one(P, "# " * 100_000),
    one(BlockKind.CODE, "`" * 200_000),
    one(BlockKind.TABLE, "a\n" * 50_000 + "\t" * 50_000),
    one(P, "ab" * 100_000, links=(Link("https://a.example", "b" * 9),) * 5_000),
    Article(blocks=tuple(Block(LI, "x", level) for level in range(1, 3_000))),
    Article(
        images=(Image("https://a.example", alt="x"),) * 5_000,
        blocks=(Block(BlockKind.IMAGE, "x", links=(Link("https://a.example", "x"),)),) * 5_000,
    ),
]


@pytest.mark.parametrize("name", FORMATS)
def test_baits_cost_no_more_than_they_weigh(name):
    started = process_time()
    sizes = [len(FORMATS[name](bait)) for bait in BAITS]
    assert process_time() - started < 10
    assert max(sizes) < 10_000_000
