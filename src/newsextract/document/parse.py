"""Text -> Document: a tree that nobody changes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from lxml import etree

from newsextract.document.decode import Decoded, read_str
from newsextract.document.markup import (
    MAX_ATTRIBUTES,
    MAX_DEPTH,
    MAX_ELEMENTS,
    has_huge_tag,
    has_many_elements,
    shallower,
    with_fewer_attributes,
    without_early_ends,
)
from newsextract.errors import TooLargeError, UnparsableError
from newsextract.urls import absolute


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed page.

    root: the html element; nobody changes the tree. url: the page's own address, None where unknown. base: what
    relative links are resolved against (``<base href>``, else ``url``). warnings: what the parser lost, in sentences.
    text_only: the input had no markup; the root then holds all its text in one ``pre``.
    """

    root: etree._Element
    url: str | None = None
    base: str | None = None
    warnings: tuple[str, ...] = ()
    text_only: bool = False


HEAD_TAGS = frozenset("title meta link base script style noscript template".split())
_LARGE = 4_000_000  # bytes; the trees of pages below stay under a gigabyte, whatever they hold
_MARKUP = re.compile(
    r"<(?:[a-z][a-z0-9-]*+(?::[a-z][a-z0-9-]*+)?[\s/>]|/[a-z]|!--|!doctype|!\[cdata|\?xml)", re.IGNORECASE
)


def parse(source: Decoded | str, url: str | None = None) -> Document:
    """Return the tree of a page.

    source: the decoded page, or a str (read as ``read_str`` does). url: its address, to resolve links; None where
    unknown. An empty page gives an empty tree. What libxml2 would lose (nesting over 2,048 deep) or take minutes for
    (thousands of attributes in a tag) is made less first, and ``warnings`` says so. What stands behind an early
    ``</body>`` is in the body, as in browsers (HTML Living Standard 13.2.6.4.19).

    Raises TooLargeError for over 1,500,000 elements and attributes, UnparsableError where libxml2 makes no tree, and
    for a str what ``read_str`` raises.
    """
    decoded = read_str(source, url) if isinstance(source, str) else source
    if _MARKUP.search(decoded.text) is None:
        return _plain(decoded.text, url)
    warnings: list[str] = []
    markup = _lightened(decoded.utf8, warnings)
    if len(markup) > _LARGE and has_many_elements(markup):
        raise TooLargeError(f"the page has more than {MAX_ELEMENTS:,} elements and attributes", url)
    root = _tree(without_early_ends(markup), warnings, url)
    return Document(root, url, _base(root, url), tuple(warnings))


def _plain(text: str, url: str | None) -> Document:
    markup = f"<html><body><pre>{escape(text, quote=False)}</pre></body></html>" if text.strip() else "<html></html>"
    return Document(_tree(markup.encode(), [], url), url, url, (), bool(text.strip()))


def _lightened(markup: bytes, warnings: list[str]) -> bytes:
    if not has_huge_tag(markup):
        return markup
    lighter = with_fewer_attributes(markup)
    if len(lighter) < len(markup):
        warnings.append(f"a tag had more than {MAX_ATTRIBUTES:,} attributes: the rest of them were left out")
    return lighter


def _tree(markup: bytes, warnings: list[str], url: str | None) -> etree._Element:
    root, whole = _read(markup, url)
    if not whole:
        warnings.append(f"the page nests too deep for libxml2: what stood deeper than {MAX_DEPTH} was raised to there")
        root, whole = _read(shallower(markup), url)
    if not whole:
        warnings.append("libxml2 stopped at one of its limits: the end of the page is missing")
    _embody(root)
    return root


def _embody(root: etree._Element) -> None:
    """Move what shows text from the head to the body.

    Where a page has no ``<body>`` tag, libxml2 begins the body at the first element of HTML 4, and an ``article`` or
    ``main`` before that stays in the head. In browsers it begins the body (HTML Living Standard 13.2.6.4.4).
    """
    head = root.find("head")
    below = () if head is None else head
    strays = [one for one in below if one.tag not in HEAD_TAGS and any(not text.isspace() for text in one.itertext())]
    if not strays:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    text, body.text = body.text, None
    for at, stray in enumerate(strays):
        body.insert(at, stray)
    strays[-1].tail = f"{strays[-1].tail or ''}{text or ''}"


def _read(markup: bytes, url: str | None) -> tuple[etree._Element, bool]:
    """Return the tree, and whether all of the page is in it: libxml2 stops at its limits, and lxml raises nothing."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False
    )
    try:
        root = etree.fromstring(markup, parser)
    except etree.XMLSyntaxError:  # "Document is empty", in lxml before 6
        root = None
    last = parser.error_log.last_error  # a limit is the last thing that libxml2 meets
    whole = last is None or last.level != etree.ErrorLevels.FATAL or last.type == etree.ErrorTypes.ERR_DOCUMENT_EMPTY
    if root is None and not whole:
        raise UnparsableError(f"libxml2 makes no tree of the page: {last.message}", url)
    return (etree.Element("html") if root is None else root), whole


def _base(root: etree._Element, url: str | None) -> str | None:
    """Return what ``<base href>`` says; only the head is asked: a walk through the page costs a tenth of its parse."""
    for head in root.iterchildren("head"):
        for element in head.iterchildren("base"):
            if href := element.get("href"):
                return absolute(url, href) or url
    return url
