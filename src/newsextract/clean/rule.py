"""Rule: a kind of noise with its name, its reason and how it is told; the matchers that rules are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from newsextract.clean.draft import Draft, Stage
from newsextract.content import Piece
from newsextract.text import bare

Matcher = Callable[[Piece], bool]
LINE_SIZE = 120  # a label is no longer than this
KEY = 2  # letters by which openings are sorted
OPENING_SIZE = 90  # nor is the opening of a call
CALL_SIZE = 400  # nor is a call to read, to sign up, to follow


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of noise.

    name: what ``cuts`` show. why: the reason in one sentence. matches: whether a piece of the body is such noise.
    openings: phrases one of which a piece must begin with to match; none where any piece may.
    """

    name: str
    why: str
    matches: Matcher
    openings: frozenset[str] = frozenset()


def by_rules(rules: Sequence[Rule], size: int) -> Stage:
    """Make the stage that cuts each piece of up to ``size`` characters under the first rule that matches it.

    Rules with openings are asked only about pieces that begin with the same two letters as one of them.
    """
    anywhere = [rule for rule in rules if not rule.openings]
    starts = [{phrase[:KEY] for phrase in rule.openings} for rule in rules]
    by_start = {
        start: [rule for rule, own in zip(rules, starts, strict=True) if not own or start in own]
        for start in set().union(*starts)
    }

    def stage(draft: Draft) -> Draft:
        cuts: dict[int, str] = {}
        for piece in draft.lines(size):
            if piece.picture is not None:
                continue
            asked = by_start.get(bare(piece.text[:OPENING_SIZE])[:KEY], anywhere)
            rule = next((rule for rule in asked if rule.matches(piece)), None)
            if rule is not None:
                cuts[piece.at] = rule.name
        return draft.cut(cuts)

    return stage


def phrases(*tables: Iterable[str]) -> frozenset[str]:
    """Return the phrases of tables, each entry a language with ``|`` between its phrases, in the form of ``bare``."""
    return frozenset(bare(phrase) for table in tables for entry in table for phrase in entry.split("|")) - {""}


def is_only(wanted: frozenset[str]) -> Matcher:
    """Match a line that is one of the phrases and nothing else, whatever signs and numbers stand around it."""

    def matches(piece: Piece) -> bool:
        if len(piece.text) > LINE_SIZE:
            return False
        line = bare(piece.text)
        return line in wanted or line.rstrip("0123456789 ").strip(" .:-(") in wanted

    return matches


def starts_with(wanted: frozenset[str], also: Matcher) -> Matcher:
    """Match a short passage that begins with one of the phrases as whole words, where ``also`` holds for it."""
    by_first: dict[str, list[str]] = {}
    for phrase in sorted(wanted):
        by_first.setdefault(phrase[:KEY], []).append(phrase)

    def matches(piece: Piece) -> bool:
        if len(piece.text) > CALL_SIZE:
            return False
        line = bare(piece.text[:OPENING_SIZE])
        found = (phrase for phrase in by_first.get(line[:KEY], ()) if line.startswith(phrase))
        return any(not line[len(phrase) : len(phrase) + 1].isalnum() or _unspaced(phrase) for phrase in found) and also(
            piece
        )

    return matches


def _unspaced(phrase: str) -> bool:
    """Whether a phrase is of a script that puts no blanks between words."""
    return max(phrase) >= "\u0e00"


def always(_: Piece) -> bool:
    """Match anything: for phrases that nothing but noise begins with."""
    return True


def mostly_linked(piece: Piece) -> bool:
    """Match a passage that is above all a link."""
    return piece.linked >= 0.4


def either(*matchers: Matcher) -> Matcher:
    """Match what one of the matchers does."""
    return lambda piece: any(matches(piece) for matches in matchers)
