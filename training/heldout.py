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
from newsextract.body.model import LeadModel, Model, Models, read, read_lead
from newsextract.content import lines
from newsextract.extract import assemble
from training.corpus import fold_of, group, key
from training.corpus import read as read_page


def page(html: bytes, url: str | None) -> dict[str, Any]:
    """Extract a page with the model of its fold."""
    return _extract(html, url, "page")


def dump(html: bytes, url: str | None) -> dict[str, Any]:
    """Extract a dump with the model of its fold."""
    return _extract(html, url, "dump")


def _extract(html: bytes, url: str | None, kind: str) -> dict[str, Any]:
    content, facts, link = read_page(html, url, dump=kind == "dump")
    if kind == "dump":
        content = lines(html.decode())
    return _result(assemble(content, facts, url, _models(kind, key(html), group(url or link, ""))))


def _models(kind: str, page_key: str, site: str) -> Models:
    """Return the models that have not seen a page's domain."""
    told = _folds(kind)
    fold = told["pages"].get(page_key)
    if fold is None:  # it has no truth for its body
        fold = fold_of(site, told["seed"])
    return Models(_body(kind, fold), _lead(fold) if kind == "page" else None)


@cache
def _folds(kind: str) -> dict[str, Any]:
    folds: dict[str, Any] = json.loads((_folder() / f"{kind}-folds.json").read_text("utf-8"))
    return folds


@cache
def _body(kind: str, fold: int) -> Model:
    return read(json.loads((_folder() / f"{kind}-{fold}.json").read_text("utf-8")))


@cache
def _lead(fold: int) -> LeadModel:
    return read_lead(json.loads((_folder() / f"lead-{fold}.json").read_text("utf-8")))


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
