"""Rule: a kind of noise with its name, its reason and how it is told; the stage that asks rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from newsextract.clean.draft import Draft, Stage
from newsextract.clean.matchers import Matcher
from newsextract.clean.phrases import head, heads
from newsextract.content.piece import Piece

NAMED_SIZE = 60  # of what the model alone has cut only short lines are worth a better name


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of noise.

    name: what ``cuts`` show. why: the reason in one sentence. matches: whether a piece of the body is such noise.
    files: of the lexicon, with one of whose phrases a piece must begin to match; none where any piece may. words: files
    whose words may stand anywhere in it.
    """

    name: str
    why: str
    matches: Matcher
    files: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


def by_rules(rules: Sequence[Rule], size: int) -> Stage:
    """Make the stage that cuts each piece of up to ``size`` characters under the first rule that matches it."""
    named = namer(rules)

    def stage(draft: Draft) -> Draft:
        cuts: dict[int, str] = {}
        for piece in draft.lines(size):
            if piece.picture is not None or (piece.at in draft.cuts and len(piece.text) > NAMED_SIZE):
                continue
            if (name := named(piece)) is not None:
                cuts[piece.at] = name
        return draft.cut(cuts)

    return stage


def namer(rules: Sequence[Rule]) -> Callable[[Piece], str | None]:
    """Make the function that returns the name of the first rule that matches a piece, None where none does."""
    anywhere = tuple(rule for rule in rules if not rule.files)
    by_head = cache(partial(_by_head, rules))

    def named(piece: Piece) -> str | None:
        for rule in by_head().get(head(piece.text), anywhere):
            if rule.matches(piece):
                return rule.name
        return None

    return named


def _by_head(rules: Sequence[Rule]) -> Mapping[str, tuple[Rule, ...]]:
    """Return for each head of a phrase the rules to ask, in their order; it reads the lexicon when needed."""
    begun = [heads(*rule.files) if rule.files else None for rule in rules]
    every = frozenset().union(*(firsts for firsts in begun if firsts is not None))
    return {
        first: tuple(rule for rule, firsts in zip(rules, begun, strict=True) if firsts is None or first in firsts)
        for first in every
    }
