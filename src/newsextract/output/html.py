"""Article -> an ``<article>`` element of semantic HTML: no scripts, no styles, every text escaped."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from newsextract.article import Article, Block, BlockKind, Image
from newsextract.output.inline import printable, runs, web_url
from newsextract.output.story import Listing, Part, dates, legend, moment, names, parts, table


def render(article: Article) -> str:
    """Return the article as one HTML element, without a line break at the end.

    Links and pictures lead to http and https addresses only.
    """
    language = f' lang="{escape(article.language)}"' if article.language else ""
    body = filter(None, map(_part, parts(article)))
    lines = (f'<article{language} dir="auto">', *_header(article), *body, *_footer(article), "</article>")
    return printable("\n".join(lines))


def _header(article: Article) -> list[str]:
    times = [f'{words}<time datetime="{when.isoformat()}">{moment(when)}</time>' for words, when in dates(article)]
    imprint = " · ".join([*map(_text, filter(None, [names(article)])), *times])
    lines = [
        _element("p", _text(article.kicker)),
        _element("h1", _text(article.title)),
        _element("p", _element("strong", _text(article.summary))),
        _element("p", imprint),
    ]
    shown = [line for line in lines if line]
    return ["<header>", *shown, "</header>"] if shown else []


def _footer(article: Article) -> list[str]:
    notes = [_element("p", _text(note.text)) for note in article.notes]
    return ["<footer>", *notes, "</footer>"] if notes else []


def _part(part: Part) -> str:
    match part:
        case Image():
            return _image(part)
        case Listing(items):
            return _listing(items)
        case Block(kind):
            return _BLOCKS.get(kind, _paragraph)(part)


def _image(image: Image) -> str:
    url = web_url(image.url)
    picture = f'<img src="{escape(url)}" alt="{escape(image.alt or "")}">' if url else ""
    words = legend(image) or ("" if url else image.alt)
    return _element("figure", picture + _element("figcaption", _text(words)))


def _listing(items: tuple[tuple[int, Block], ...]) -> str:
    lines: list[str] = []
    open_lists = 0
    for depth, block in items:
        if depth == open_lists:  # one step deeper: the list stands in the item before it, which is still open
            lines.append("<ul>")
        else:
            lines.append("</li>" + "</ul></li>" * (open_lists - depth - 1))
        open_lists = depth + 1
        lines.append(f"<li>{_inline(block)}")
    return "\n".join(lines) + "</li></ul>" * open_lists


def _paragraph(block: Block) -> str:
    return _element("p", _inline(block))


def _subheading(block: Block) -> str:
    return _element(f"h{min(6, max(2, block.level or 2))}", _inline(block))


def _quote(block: Block) -> str:
    return _element("blockquote", _paragraph(block))


def _code(block: Block) -> str:
    return _element("pre", _element("code", escape(block.text)))


def _table(block: Block) -> str:
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in table(block))
    return "<table>\n" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"


def _inline(block: Block) -> str:
    return "".join(f'<a href="{escape(url)}">{_text(text)}</a>' if url else _text(text) for text, url in runs(block))


def _text(text: str | None) -> str:
    return escape(text or "").replace("\n", "<br>")


def _element(tag: str, content: str) -> str:
    return f"<{tag}>{content}</{tag}>" if content else ""


_BLOCKS: Mapping[BlockKind, Callable[[Block], str]] = {
    BlockKind.HEADING: _subheading,
    BlockKind.QUOTE: _quote,
    BlockKind.EMBED: _quote,
    BlockKind.CODE: _code,
    BlockKind.TABLE: _table,
}
