"""score.py's adapter for held-out figures: each page is judged by the model that has not seen its domain.

NEWSEXTRACT_FOLDS=DIR python score.py --adapter training.heldout:page     (or training.heldout:dump)
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from newsextract.article import Article
from newsextract.body.model import Model, read, shipped
from newsextract.content import lines
from newsextract.extract import assemble
from newsextract.metadata import Facts
from training.corpus import key
from training.corpus import read as read_page


def page(html: bytes, url: str | None) -> dict[str, Any]:
    """Extract a page with the model of its fold."""
    return _extract(html, url, "page")


def dump(html: bytes, url: str | None) -> dict[str, Any]:
    """Extract a dump with the model of its fold."""
    return _extract(html, url, "dump")


def _extract(html: bytes, url: str | None, kind: str) -> dict[str, Any]:
    model = _model(kind, key(html))
    if kind == "dump":
        return _result(assemble(lines(html.decode()), Facts(), url, model))
    content, facts, _ = read_page(html, url, dump=False)
    return _result(assemble(content, facts, url, model))


def _model(kind: str, page_key: str) -> Model:
    fold = _folds(kind).get(page_key)
    return shipped(kind) if fold is None else _fold_model(kind, fold)  # never trained on: no truth for its body


@cache
def _folds(kind: str) -> dict[str, int]:
    folds: dict[str, int] = json.loads((_folder() / f"{kind}-folds.json").read_text("utf-8"))
    return folds


@cache
def _fold_model(kind: str, fold: int) -> Model:
    return read(json.loads((_folder() / f"{kind}-{fold}.json").read_text("utf-8")))


def _folder() -> Path:
    return Path(os.environ["NEWSEXTRACT_FOLDS"])


def _result(article: Article) -> dict[str, Any]:
    return {
        "title": article.title,
        "authors": article.authors,
        "published": article.published.isoformat() if article.published else None,
        "paragraphs": article.paragraphs,
        "text": article.text,
        "images": [{"url": i.url, "caption": i.caption, "credit": i.credit} for i in article.images],
    }
