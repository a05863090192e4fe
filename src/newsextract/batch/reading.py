"""Reading: how inputs are read, where their names don't tell."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """How the inputs of a batch are read.

    form: a key of ``sources.FORMS``; None goes by each input's name. field: the column of csv, tsv and Parquet, or the
    key of jsonl, with the address; None looks for one of ``ADDRESS_FIELDS``. html: the column of a Parquet file with
    the page; None looks for one of ``PAGE_FIELDS``.
    """

    form: str | None = None
    field: str | None = None
    html: str | None = None


ADDRESS_FIELDS = ("url", "link", "address")
PAGE_FIELDS = ("html", "content", "body")


def chosen(names: list[str], wanted: str | None, usual: tuple[str, ...]) -> str | None:
    """Return the name that is wanted, or the first usual one, without regard to case; None where there is none."""
    known = {name.strip().lower(): name for name in reversed(names)}
    return next((known[each.lower()] for each in ((wanted,) if wanted else usual) if each.lower() in known), None)
