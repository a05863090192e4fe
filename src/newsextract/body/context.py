"""First scores of all passages -> for each passage what the first look made of those around it.

A story is mostly contiguous, and what stands in one list, under one heading or in one form is mostly of one kind: the
second look sees the first scores of neighbours, siblings, list, section and form.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Sequence

from newsextract.body.surroundings import FAR, Surroundings

NEAR = (-3, -2, -1, 1, 2, 3)
STORY = 0.5
OUTSIDE = -1.0  # the score of what is not there
FULL = 300  # characters from which a passage weighs no more in a mean
LEAST = 5

NAMES: tuple[str, ...] = (
    "score",
    *(f"score{offset:+d}" for offset in NEAR),
    *("siblings_mean", "siblings_best", "list_mean", "form_mean", "story_back", "story_ahead", "told", "untold"),
    *("heading_score", "section_mean"),
)
"""The measures of the second look, which follow those of the first in its rows."""


def context(
    scores: Sequence[float], around: Surroundings, forms: Sequence[Hashable], asked: Iterable[int]
) -> Iterator[tuple[float, ...]]:
    """Yield the measures named ``NAMES`` for the passages of these numbers, in order.

    scores: how likely each passage is the story, 0 to 1; 0 for what a plain case names. forms: what its element looks
    like.
    """
    passages, count = around.passages, len(scores)
    padded = [*[OUTSIDE] * -NEAR[0], *scores, *[OUTSIDE] * NEAR[-1]]
    weights = [min(piece.size, FULL) + LEAST for piece in passages]
    parents = [piece.parent if piece.parent >= 0 else piece.container for piece in passages]
    siblings, best = _means(parents, scores, weights), _best(parents, scores)
    form = _means(forms, scores, weights)
    lists = _means([around.list_of.get(number, -1) for number in range(count)], scores, weights)
    sections = _means([None if head == number else head for number, head in enumerate(around.heads)], scores, weights)
    back, ahead = _steps_to_story(scores)
    told = [0.0]
    for score, piece in zip(scores, passages, strict=True):
        told.append(told[-1] + (score * piece.size if piece.prose else 0.0))
    total = told[-1] or 1.0
    for number in asked:
        head = around.heads[number]
        yield (
            scores[number],
            *(padded[number - NEAR[0] + offset] for offset in NEAR),
            siblings[parents[number]],
            best[parents[number]],
            lists[around.list_of[number]] if number in around.list_of else OUTSIDE,
            form[forms[number]],
            back[number],
            ahead[number],
            told[number] / total,
            (total - told[number + 1]) / total,
            scores[head] if head >= 0 else OUTSIDE,
            sections.get(head, OUTSIDE),
        )


def _means(keys: Sequence[Hashable], scores: Sequence[float], weights: Sequence[float]) -> dict[Hashable, float]:
    """Return for each key the weighted mean of the scores that bear it."""
    sums: dict[Hashable, list[float]] = {}
    for key, score, weight in zip(keys, scores, weights, strict=True):
        of = sums.setdefault(key, [0.0, 0.0])
        of[0] += score * weight
        of[1] += weight
    return {key: told / weight for key, (told, weight) in sums.items()}


def _best(keys: Sequence[Hashable], scores: Sequence[float]) -> dict[Hashable, float]:
    best: dict[Hashable, float] = {}
    for key, score in zip(keys, scores, strict=True):
        if score > best.get(key, OUTSIDE):
            best[key] = score
    return best


def _steps_to_story(scores: Sequence[float]) -> tuple[list[int], list[int]]:
    """Return for each passage the steps back to the last one that reads like the story, and on to the next."""
    back, steps = [], FAR
    for score in scores:
        steps = min(FAR, steps + 1)
        back.append(steps)
        if score > STORY:
            steps = 0
    ahead, steps = [0] * len(scores), FAR
    for number in range(len(scores) - 1, -1, -1):
        steps = min(FAR, steps + 1)
        ahead[number] = steps
        if scores[number] > STORY:
            steps = 0
    return back, ahead
