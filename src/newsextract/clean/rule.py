"""Rule: a kind of noise with its name, its reason and how it is told; the stage that asks rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsextract.clean.draft import Draft, Stage
from newsextract.clean.matchers import Matcher
from newsextract.clean.phrases import head, heads

NAMED_SIZE = 60  # of what the model alone has cut only short lines are worth a better name


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of noise.

    name: what ``cuts`` show. why: the reason in one sentence. matches: whether a piece of the body is such noise.
    files: of the lexicon, with one of whose phrases a piece must begin to match; none where any piece may.
    """

    name: str
    why: str
    matches: Matcher
    files: tuple[str, ...] = ()


def by_rules(rules: Sequence[Rule], size: int) -> Stage:
    """Make the stage that cuts each piece of up to ``size`` characters under the first rule that matches it."""
    told = tuple(rules)
    anywhere = tuple(rule for rule in told if not rule.files)

    def stage(draft: Draft) -> Draft:
        by_head = _by_head(told)
        cuts: dict[int, str] = {}
        for piece in draft.lines(size):
            if piece.picture is not None or (piece.at in draft.cuts and len(piece.text) > NAMED_SIZE):
                continue
            for rule in by_head.get(head(piece.text), anywhere):
                if rule.matches(piece):
                    cuts[piece.at] = rule.name
                    break
        return draft.cut(cuts)

    return stage


@cache
def _by_head(rules: tuple[Rule, ...]) -> Mapping[str, tuple[Rule, ...]]:
    """Return for each head of a phrase the rules to ask, those for any piece last; it reads the lexicon when needed."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for first in heads(*rule.files):
            found.setdefault(first, []).append(rule)
    anywhere = tuple(rule for rule in rules if not rule.files)
    return {first: (*asked, *anywhere) for first, asked in found.items()}
