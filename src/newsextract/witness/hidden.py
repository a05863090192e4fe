"""Document -> the markup that browsers show only with scripts, or only without: noscript, templates, shadow roots."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from newsextract.document import Document

MIN_SIZE = 400
MAX_SIZE = 3_000_000
_TEMPLATES = frozenset({"text/template", "text/x-template", "text/html", "text/x-handlebars-template"})
_WRAPPER = re.compile(r"<(/?)(?:template|noscript|slot|textarea)\b[^<>]{0,2000}>", re.IGNORECASE)
_NO_LETTERS = re.compile(r"<[^<>]{0,2000}>|&#?\w{1,8};|[\W_]")
START, MAX_START = 200, 4000
"""Letters by which two texts are known for one, and the markup that is searched for them."""
_PLACEHOLDER = re.compile(r"\{\{|<%|\$\{")


def hidden(document: Document) -> str:
    """Return the hidden markup of a page, all of it in its order; templates with places to fill are left out."""
    found: list[str] = []
    seen: set[str] = set()  # a template and a noscript may tell the same
    size = 0
    for markup in _markups(document):
        size += len(markup)
        if size > MAX_SIZE:
            break
        start = _NO_LETTERS.sub("", markup[:MAX_START])[:START]
        if start not in seen and not _PLACEHOLDER.search(markup):
            seen.add(start)
            found.append(_WRAPPER.sub(r"<\1div>", markup))
    return "\n".join(found)


def _markups(document: Document) -> Iterator[str]:
    for element in document.root.iter("noscript", "template", "script"):
        if element.tag == "script":
            if (element.get("type") or "").strip().lower() in _TEMPLATES and len(element.text or "") >= MIN_SIZE:
                yield element.text or ""
        elif not any(above.tag in ("noscript", "template") for above in element.iterancestors()):
            yield etree.tostring(element, encoding="unicode", method="html", with_tail=False)
