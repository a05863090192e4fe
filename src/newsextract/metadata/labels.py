"""Labels before names in bylines of many languages -> what those named behind them did for the text."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import NamedTuple

from newsextract.article import CreditRole
from newsextract.metadata.label_table import GENRES, LABELS
from newsextract.metadata.scripts import WORD, is_east_asian

MAX_LABEL = 60
"""Letters of the longest label."""


class Label(NamedTuple):
    """A label: its words, what those named behind it did, and where it counts.

    home: the languages in which it does, none for all. bare: needs no colon. anywhere: between
    other words, too.
    """

    words: tuple[str, ...]
    role: CreditRole | None
    home: frozenset[str]
    bare: bool
    anywhere: bool


def _rows() -> Iterator[tuple[CreditRole | None, str, list[str]]]:
    """Yield role, language and labels of each row of the tables."""
    for role, table in LABELS.items():
        for row in table.strip().replace("\n    ", " ").splitlines():
            language, _, labels = row.partition(" ")
            yield role, language, [label.strip() for label in labels.split("|")]
    for row in GENRES.strip().replace("\n    ", " ").splitlines():
        joints, _, kinds = row.partition("|")
        language, *between = joints.split()
        for kind in kinds.split():
            yield CreditRole.AUTHOR, language, [kind, *(f"{kind.rstrip('+')} {joint}" for joint in between)]


def _labels() -> Iterator[Label]:
    """Yield the labels of scripts that part words by blanks, the first reading of each."""
    for role, language, labels in _rows():
        for label in labels:
            if not is_east_asian(label):
                pieces = label.casefold().split()
                words = tuple(word for piece in pieces for word in (WORD.findall(piece) or piece))
                home = frozenset([language[1:]]) if language[0] == "=" else frozenset[str]()
                yield Label(words, role, home, label.endswith("+"), label.endswith("^"))


def _by_first() -> dict[str, tuple[Label, ...]]:
    found: dict[str, list[Label]] = {}
    for label in _labels():
        found.setdefault(label.words[0], []).append(label)
    return {first: tuple(sorted(labels, key=lambda label: -len(label.words))) for first, labels in found.items()}


BY_FIRST = _by_first()
"""First word -> the labels that begin with it, the longest first."""

WHOLE = {" ".join(label.words) for labels in BY_FIRST.values() for label in labels}
"""All labels, word by word."""


def opens_with(text: str, roles: Set[CreditRole]) -> bool:
    """Whether the first words of a text are a label that gives one of the roles."""
    words = tuple(WORD.findall(text[:MAX_LABEL].casefold()))
    if not words:
        return False
    found = next((one for one in BY_FIRST.get(words[0], ()) if one.words == words[: len(one.words)]), None)
    return found is not None and found.role in roles


EAST_ASIAN: dict[str, CreditRole | None] = {
    label: role for role, _, labels in _rows() for label in labels if is_east_asian(label)
}
"""Labels of scripts without blanks -> the role of those they stand before."""
