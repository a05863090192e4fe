"""Article -> Markdown (CommonMark, tables as in GitHub Flavored Markdown)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from newsextract.article import Article, Block, BlockKind, Image
from newsextract.output.inline import printable, runs, web_url
from newsextract.output.story import Listing, Part, dates, legend, moment, names, parts, table
from newsextract.text import squeeze

_INLINE = re.compile(r"[\\`*\[\]<~|]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w{1,32};)")
"""What means something anywhere in a line; an underscore between letters and a lone & do not."""

_OPENER = re.compile(r"[>=]|#{1,6}(?=\s|$)|[+-](?=[\s:-]|$)|:(?=-)|[0-9]{1,9}(?=[.)](?:\s|$))")
"""What opens a quote, a heading, a list or a table where a line begins with it."""

_IN_ADDRESS = {ord(char): f"%{ord(char):02X}" for char in " \"'()<>\\`|"}


def render(article: Article) -> str:
    """Return headline, standfirst in italics, byline, dates, body and notes, without a line break at the end.

    Characters that Markdown would read as marks are escaped. A link stands at its words where these occur once in the
    block.
    """
    imprint = " · ".join(filter(None, (names(article), *(words + moment(when) for words, when in dates(article)))))
    head = (
        _lines(article.kicker),
        _heading(1, article.title),
        _italic(article.summary),
        _lines(imprint),
    )
    body = (_part(part) for part in parts(article))
    notes = ("---", *(_lines(note.text) for note in article.notes)) if article.notes else ()
    return printable("\n\n".join(filter(None, (*head, *body, *notes))))


def _part(part: Part) -> str:
    match part:
        case Image():
            return _image(part)
        case Listing(items):
            return "\n".join(_item(depth, block) for depth, block in items)
        case Block(kind):
            return _BLOCKS.get(kind, _paragraph)(part)


def _paragraph(block: Block) -> str:
    return _broken(_inline(block))


def _subheading(block: Block) -> str:
    return _heading(min(6, max(2, block.level or 2)), block.text)


def _item(depth: int, block: Block) -> str:
    indent = "  " * depth
    return f"{indent}- " + _paragraph(block).replace("\n", f"\n{indent}  ")


def _quote(block: Block) -> str:
    return "> " + _paragraph(block).replace("\n", "\n> ")


def _code(block: Block) -> str:
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", block.text)), default=0))
    return f"{fence}\n{block.text}\n{fence}"


def _table(block: Block) -> str:
    """Write the first row as the head, as wide as the widest row: GFM fills up short rows, and drops what is over."""
    first, *others = [[_escaped(squeeze(cell)) for cell in row] for row in table(block)]
    width = max(map(len, (first, *others)))
    first += [""] * (width - len(first))
    return "\n".join(f"| {' | '.join(row)} |" for row in (first, ["---"] * width, *others))


def _image(image: Image) -> str:
    url = web_url(image.url)
    picture = f"![{_escaped(squeeze(image.alt or ''))}]({_address(url)})" if url else ""
    words = legend(image) or ("" if url else image.alt or "")
    return "\n".join(filter(None, (picture, _italic(squeeze(words)))))


def _heading(level: int, text: str | None) -> str:
    line = _escaped(squeeze(text or ""))
    if line.endswith("#"):  # a run of # at the end would close the heading, and vanish
        line = line[:-1] + "\\#"
    return f"{'#' * level} {line}" if line else ""


def _italic(text: str | None) -> str:
    lines = _lines(text)
    return f"*{lines}*" if lines else ""


def _lines(text: str | None) -> str:
    return _broken(_escaped(text or ""))


def _broken(escaped: str) -> str:
    """Keep line breaks (a backslash before each), and no line opens a block."""
    lines = (line.strip() for line in escaped.split("\n"))
    return "\\\n".join(_closed(line) for line in lines if line)


def _closed(line: str) -> str:
    opener = _OPENER.match(line)
    if opener is None:
        return line
    at = opener.end() if line[0].isdigit() else 0
    return f"{line[:at]}\\{line[at:]}"


def _inline(block: Block) -> str:
    pieces = (f"[{_escaped(text)}]({_address(url)})" if url else _escaped(text) for text, url in runs(block))
    return "".join(pieces).replace("![", "\\![")  # a ! before a link would make it a picture


def _escaped(text: str) -> str:
    return _INLINE.sub(r"\\\g<0>", text)


def _address(url: str) -> str:
    return re.sub(r"&(?=#?\w{1,32};)", "&amp;", url.translate(_IN_ADDRESS))


_BLOCKS: Mapping[BlockKind, Callable[[Block], str]] = {
    BlockKind.HEADING: _subheading,
    BlockKind.QUOTE: _quote,
    BlockKind.EMBED: _quote,
    BlockKind.CODE: _code,
    BlockKind.TABLE: _table,
}
