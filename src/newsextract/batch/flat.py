"""Outcome -> one row of flat columns, for tables: the table ``COLUMNS``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from newsextract.article import Article
from newsextract.batch.outcome import Outcome
from newsextract.output.json import one_line

Column = Callable[[Outcome, Article], Any]


def _of_article(name: str) -> Column:
    return lambda _, article: getattr(article, name)


def _moment(name: str) -> Column:
    def column(_: Outcome, article: Article) -> str | None:
        value = getattr(article, name)
        return value.isoformat() if value else None

    return column


_OF_INPUT: Mapping[str, Callable[[Outcome], Any]] = {
    "number": lambda outcome: outcome.item.number,
    "input": lambda outcome: outcome.item.input,
    "source": lambda outcome: outcome.item.source,
    "line": lambda outcome: outcome.item.line,
    "url": lambda outcome: outcome.url,
    "attempts": lambda outcome: outcome.attempts,
    "error_code": lambda outcome: outcome.error and outcome.error.code,
    "error_message": lambda outcome: outcome.error and outcome.error.message,
    "error_status": lambda outcome: outcome.error and outcome.error.status,
    "error_retriable": lambda outcome: outcome.error and outcome.error.retriable,
}

_OF_ARTICLE: Mapping[str, Column] = {
    **{name: _of_article(name) for name in ("final_url", "canonical_url", "status", "title", "kicker", "summary")},
    **{name: _of_article(name) for name in ("description", "byline", "authors", "agencies")},
    "published": _moment("published"),
    "modified": _moment("modified"),
    "image": lambda _, article: article.images[0].url if article.images else None,
    **{name: _of_article(name) for name in ("section", "tags", "language", "site_name", "access", "text")},
}

COLUMNS = (*_OF_INPUT, *_OF_ARTICLE)
"""The columns, in order; those of the article are None where there is none. ``image`` is the address of the first."""

LISTS = frozenset({"authors", "agencies", "tags"})
NUMBERS = frozenset({"number", "line", "attempts", "error_status"})
TRUTHS = frozenset({"error_retriable", "access"})

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row(outcome: Outcome) -> dict[str, Any]:
    """Return the value of each column, as JSON types."""
    article = outcome.article
    flat = {name: of(outcome) for name, of in _OF_INPUT.items()}
    return flat | {name: None if article is None else of(outcome, article) for name, of in _OF_ARTICLE.items()}


def cells(outcome: Outcome) -> list[str]:
    """Return the row as texts, "" for None, and lists joined by "; ".

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    return [_cell(value) for value in row(outcome).values()]


def full_row(outcome: Outcome) -> dict[str, Any]:
    """Return the row with one column more, ``record``: all of the outcome as JSON."""
    return {**row(outcome), "record": one_line(outcome.to_dict())}


def _cell(value: Any) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case list() | tuple():
            return _safe("; ".join(value))
        case _:
            return _safe(str(value))


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
