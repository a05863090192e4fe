"""The JSON Schema (draft 2020-12) of a record, as ``Outcome.to_dict`` gives it."""

from __future__ import annotations

from typing import Any

from newsextract.article import SCHEMA_VERSION
from newsextract.batch.item import Failure
from newsextract.batch.outcome import HEAD
from newsextract.schema import article_schema, schema

_TEXT = {"type": ["string", "null"]}
_HEAD = {
    "number": {"type": "integer", "minimum": 1},
    "input": {"type": "string"},
    "source": _TEXT,
    "line": {"type": ["integer", "null"], "minimum": 1},
    "url": _TEXT,
    "attempts": {"type": "integer", "minimum": 0},
}


def record_schema() -> dict[str, Any]:
    """Return the schema: a record whose ``error`` is null has all keys of an article beside those of ``HEAD``."""
    article, failure = article_schema(), schema(Failure)
    parts = {**article.pop("$defs"), "Failure": {key: failure[key] for key in ("type", "properties", "required")}}
    error = {"anyOf": [{"$ref": "#/$defs/Failure"}, {"type": "null"}]}
    return {
        "$schema": article.pop("$schema"),
        "$id": article.pop("$id").replace("article", "record"),
        "title": "Record",
        "type": "object",
        "properties": {**_HEAD, "error": error},
        "required": list(HEAD),
        "if": {"properties": {"error": {"type": "null"}}},
        "then": {"properties": article["properties"], "required": article["required"]},
        "$comment": f"the article is of schema_version {SCHEMA_VERSION}",
        "$defs": parts,
    }
