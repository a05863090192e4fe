"""Adapters for the scorer of the evaluation corpus: what peers say of a page's fields, as their users get it.

python score.py --adapter benchmarks.peers:trafilatura      (or newspaper4k, htmldate)

Each gets the page's bytes and address with its defaults and no network. Neither returns captions or credits as data.
"""

from __future__ import annotations

import importlib
from typing import Any


def trafilatura(html: bytes, url: str | None) -> dict[str, Any]:
    """Return the fields of trafilatura: one string of authors parted by semicolons, a day."""
    importlib.import_module("lxml_html_clean")  # without it an import deep inside fails
    from trafilatura import bare_extraction

    found = bare_extraction(html, url=url, with_metadata=True)
    if found is None:
        return {}
    names = (found.author or "").split(";")
    text = found.text or ""
    return {
        "title": found.title,
        "authors": [name.strip() for name in names if name.strip()],
        "published": found.date,
        "paragraphs": text.split("\n"),
        "text": text,
    }


def newspaper4k(html: bytes, url: str | None) -> dict[str, Any]:
    """Return the fields of newspaper4k."""
    from newspaper import Article

    article = Article(url or "https://example.org/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {
        "title": article.title,
        "authors": list(article.authors),
        "published": article.publish_date.isoformat() if article.publish_date else None,
        "paragraphs": article.text.split("\n\n"),
        "text": article.text,
    }


def htmldate(html: bytes, url: str | None) -> dict[str, Any]:
    """Return the day of first publication as htmldate tells it, and nothing else."""
    from htmldate import find_date

    return {"published": find_date(html, url=url, original_date=True)}
