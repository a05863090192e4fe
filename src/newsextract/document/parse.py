"""str -> Document: a tree that nobody changes, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree


@dataclass(frozen=True, slots=True)
class Document:
    """A parsed page.

    root: the html element; nobody changes the tree. url: the page's own address, None where unknown. base: what
    relative links are resolved against (``<base href>``, else ``url``). text_only: the input had no markup.
    warnings: what the parser lost.
    """

    root: etree._Element
    url: str | None = None
    base: str | None = None
    warnings: tuple[str, ...] = ()


_PARSER_OPTIONS = {"huge_tree": True, "remove_comments": True, "remove_pis": True, "encoding": "utf-8"}


def parse(text: str, url: str | None = None) -> Document:
    """placeholder"""
    root = etree.fromstring(text.encode("utf-8", "replace") or b"<html/>", etree.HTMLParser(**_PARSER_OPTIONS))
    return Document(root, url, url)
