"""dataclass -> JSON Schema (draft 2020-12). ``python -m newsextract.schema`` writes the schema of the Article."""

from __future__ import annotations

import ast
import inspect
import json
import sys
import textwrap
from datetime import date, datetime
from enum import Enum
from itertools import pairwise
from typing import Any, get_type_hints

from newsextract.article import DERIVED, SCHEMA_VERSION, Article
from newsextract.serial import Choice, Form, Many, Maybe, Moment, Named, Plain, Record, form

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TYPES = {str: "string", int: "integer", float: "number", bool: "boolean"}
DERIVED_TYPES: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    list[str]: {"type": "array", "items": {"type": "string"}},
}
DAY = r"\d{4}-\d{2}-\d{2}"
TIME = r"T\d{2}:\d{2}:\d{2}(\.\d{6})?([+-]\d{2}:\d{2}(:\d{2}(\.\d{6})?)?)?"
"""ISO 8601 as Python writes it. The format "date-time" (RFC 3339) would refuse a time whose zone nobody knows."""
MOMENTS: dict[tuple[type, ...], str] = {(date,): DAY, (datetime,): DAY + TIME}


def article_schema() -> dict[str, Any]:
    """Return the JSON Schema of what ``Article.to_dict`` writes: every key is always there.

    Keys that the schema does not name are welcome: a later version may add some.
    """
    made = schema(Article)
    derived = {name: _derived(name) for name in DERIVED}
    properties = {"schema_version": {"const": SCHEMA_VERSION}, **made["properties"], **derived}
    named = {"$schema": DIALECT, "$id": f"urn:newsextract:article:{SCHEMA_VERSION}"}
    return {**named, **made, "properties": properties, "required": list(properties)}


def schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema of what ``serial.dump`` writes for a dataclass, its parts under ``$defs``."""
    record = form(kind)
    if not isinstance(record, Record):
        raise TypeError(f"{kind!r} is no dataclass")
    parts: dict[str, Any] = {}
    return {"$schema": DIALECT, "title": kind.__name__, **_object(record, parts), "$defs": parts}


def _object(record: Record, parts: dict[str, Any]) -> dict[str, Any]:
    said = _field_docs(record.kind)
    properties = {
        name: _form(inner, parts) | ({"description": said[name]} if name in said else {})
        for name, inner in record.forms.items()
    }
    return {
        "description": inspect.cleandoc(record.kind.__doc__ or ""),
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }


def _form(inner: Form, parts: dict[str, Any]) -> dict[str, Any]:
    match inner:
        case Plain(kind):
            return {"type": TYPES[kind]}
        case Moment(kinds):
            return {"type": "string", "pattern": f"^{MOMENTS.get(kinds, f'{DAY}({TIME})?')}$"}
        case Maybe(given):
            return {"anyOf": [_form(given, parts), {"type": "null"}]}
        case Many(item):
            return {"type": "array", "items": _form(item, parts)}
        case Named(item):
            return {"type": "object", "additionalProperties": _form(item, parts)}
        case Choice(kind):
            return _part(kind, _choice(kind), parts)
        case Record(kind):
            return _part(kind, _object(inner, parts), parts)
        case _:
            raise TypeError(f"{inner!r} has no schema")


def _part(kind: type, described: dict[str, Any], parts: dict[str, Any]) -> dict[str, Any]:
    parts[kind.__name__] = described
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _choice(kind: type[Enum]) -> dict[str, Any]:
    return {"description": inspect.cleandoc(kind.__doc__ or ""), "enum": [member.value for member in kind]}


def _derived(name: str) -> dict[str, Any]:
    getter = getattr(Article, name).fget
    return DERIVED_TYPES[get_type_hints(getter)["return"]] | {"description": inspect.cleandoc(getter.__doc__ or "")}


def _field_docs(kind: type) -> dict[str, str]:
    """Return what the string under each field says; only the source has it."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind)))
    statements = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    said = {}
    for field, text in pairwise(statements):
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr) and isinstance(text.value, ast.Constant):
            said[ast.unparse(field.target)] = inspect.cleandoc(str(text.value.value))
    return said


if __name__ == "__main__":
    sys.stdout.write(json.dumps(article_schema(), indent=2, ensure_ascii=False) + "\n")
