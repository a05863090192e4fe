"""Whom to believe: for each field the sources in order of trust."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

TRUST: tuple[str, ...] = (
    "json_ld",
    "microdata",
    "opengraph",
    "meta",
    "visible.time",
    "visible",
    "visible.plain",
    "visible.far",
    "opengraph.twitter",
    "opengraph.updated",
    "opengraph.video",
    "json_ld.page",
    "json_ld.site",
    "meta.title",
    "meta.html",
    "meta.weak",
    "url",
)
"""The order for fields without one of their own. What stands before a dot is the source that ``FieldInfo`` names."""

EXCEPT: dict[str, tuple[str, ...]] = {
    "language": ("meta.html", "json_ld", "microdata", "opengraph", "meta", "json_ld.page"),
    "site_name": ("opengraph", "json_ld", "json_ld.site", "microdata", "meta", "url"),
    "canonical_url": ("meta", "opengraph"),
    "description": ("meta", "opengraph", "json_ld", "microdata", "opengraph.twitter", "json_ld.page"),
    "tags": ("json_ld", "meta", "opengraph", "microdata", "meta.weak", "json_ld.page"),
    "published": (
        "json_ld", "opengraph", "microdata", "meta", "visible.time", "visible", "json_ld.page", "meta.weak", "url",
        "opengraph.video", "visible.plain", "visible.far",
    ),
    "modified": (
        "json_ld", "opengraph", "microdata", "meta", "visible.time", "visible", "json_ld.page", "opengraph.updated",
        "visible.plain", "visible.far",
    ),
}  # fmt: skip
"""Fields for which some sources know better: the shown standfirst, say, is a summary, never a description."""


@cache
def ranks(field: str) -> Mapping[str, int]:
    """Return the sources of a field with their ranks, the trusted first."""
    return {source: rank for rank, source in enumerate(EXCEPT.get(field, TRUST))}


def told(source: str) -> str:
    """Return the name under which ``FieldInfo`` has a source."""
    return source.partition(".")[0]


WEAK = frozenset({"meta.weak"})
"""Sources that are no better than none: where nobody else speaks, the page itself is looked through."""
