"""Rule: a kind of noise with its name, its reason and how it is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsextract.clean.draft import Draft, Stage
from newsextract.content.piece import Piece


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of noise.

    name: what ``cuts`` show; why: the reason in one sentence; matches: whether a piece of the body is such noise.
    """

    name: str
    why: str
    matches: Callable[[Piece], bool]


def by_rules(rules: Sequence[Rule]) -> Stage:
    """Make the stage that cuts each piece of the body under the first rule that matches it."""

    def stage(draft: Draft) -> Draft:
        cuts: dict[int, str] = {}
        for piece in draft.prose():
            rule = next((rule for rule in rules if rule.matches(piece)), None)
            if rule is not None:
                cuts[piece.at] = rule.name
        return draft.cut(cuts)

    return stage
