"""What sources offer for a field -> FieldInfo: where its value is from, why it won, how often such a one is right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from importlib import resources
from math import exp, log2
from typing import Any

from newsextract.article import Candidate, Credit, Dateline, FieldInfo
from newsextract.metadata.facts import Facts
from newsextract.metadata.trust import told

MAX_CANDIDATES, MAX_CANDIDATE = 20, 300
FILE = "confidence.json"
"""Weights of the confidence by field, see ``training.confidence``, which measures them."""

_SIGNS = re.compile(r"[\W_]+")


def info(field: str, value: object, source: str, offers: Iterable[tuple[str, object]]) -> FieldInfo:
    """Return where a value is from and how far it may be trusted.

    source: where it is taken from, as in ``trust.TRUST``. offers: what every source offered, the trusted first.
    """
    seen = dict.fromkeys((told(one), shown(offer)[:MAX_CANDIDATE]) for one, offer in offers)
    candidates = tuple(Candidate(one, offer) for one, offer in seen)[:MAX_CANDIDATES]
    agreed, against = votes(value, source, candidates)
    return FieldInfo(
        told(source), confidence(field, told(source), agreed, against), candidates, _reason(agreed, against)
    )


def retold(facts: Facts, field: str, value: object, source: str) -> Facts:
    """Return the facts with a field that the page itself settles: what others said of it stays as candidates."""
    known = facts.fields.get(field)
    offers = [(source, value), *((one.source, one.value) for one in known.candidates)] if known else [(source, value)]
    changes: dict[str, Any] = {field: value, "fields": {**facts.fields, field: info(field, value, source, offers)}}
    return replace(facts, **changes)


def settled(values: Mapping[str, object], known: Mapping[str, FieldInfo], source: str) -> dict[str, FieldInfo]:
    """Return what is told of each field that has a value in the end.

    values: field -> value; empty ones have no source. known: what the sources said. source: where those values are from
    that none of them said: the story settled these itself.
    """
    found = {}
    for field, value in values.items():
        if value in (None, "", ()):
            continue
        told_so = known.get(field)
        if told_so is None or not (isinstance(value, tuple) or _is_of(told_so, value)):
            offers = told_so.candidates if told_so else ()
            told_so = info(field, value, source, [(source, value), *((one.source, one.value) for one in offers)])
        found[field] = told_so
    return found


def _is_of(told_so: FieldInfo, value: object) -> bool:
    alike = _alike(shown(value)[:MAX_CANDIDATE])
    return any(_alike(one.value) == alike for one in told_so.candidates if one.source == told_so.source)


def votes(value: object, source: str, candidates: Sequence[Candidate]) -> tuple[int, int]:
    """Return how many sources have a value, that one too which it is taken from, and how many have only others."""
    own = told(source)
    others = [one for one in candidates if one.source != own]
    if not others:
        return 1, 0
    line = shown(value)[:MAX_CANDIDATE]
    alike = _alike(line)
    agreed = {one.source for one in others if one.value == line or _alike(one.value) == alike}
    return 1 + len(agreed), len({one.source for one in others} - agreed)


def confidence(field: str, source: str, agreed: int, against: int) -> float | None:
    """Return how often such a value of a field is right, 0 to 1; None where nobody measured the field.

    source: the name that ``FieldInfo`` has. agreed: how many sources have the value. against: how many have another.
    """
    weights = _weights().get(field)
    if weights is None:
        return None
    odds = weights["base"] + weights["sources"].get(source, 0.0)
    odds += weights["agreed"] * log2(max(agreed, 1)) + weights["against"] * log2(1 + against)
    return round(1 / (1 + exp(-odds)), 2)


@cache
def _weights() -> Mapping[str, Any]:
    data: dict[str, Any] = json.loads(resources.files("newsextract.metadata").joinpath(FILE).read_text("utf-8"))
    return data


def _reason(agreed: int, against: int) -> str:
    if not against:
        return "the only source" if agreed == 1 else f"all {agreed} sources agree"
    if agreed == 1:
        return f"trusted before {against} that differ{'s' if against == 1 else ''}"
    return f"{agreed} of {agreed + against} sources agree"


def _alike(line: str) -> str:
    """Return what values that mean the same have in common: a date's day, an address's file, the letters of a text."""
    if line[:4].isdecimal():
        return line[:10]
    if line.startswith(("http://", "https://")):
        line = line.partition("?")[0].rstrip("/").rpartition("/")[2] or line
    return _SIGNS.sub("", line.casefold())


def shown(value: object) -> str:
    """Return a value as a line for ``Candidate``."""
    if isinstance(value, tuple):
        return ", ".join(map(shown, value))
    if isinstance(value, Credit):
        return value.name
    if isinstance(value, Dateline):
        return " ".join(filter(None, (value.place, value.agency)))
    return value.isoformat() if isinstance(value, date) else str(value)
