"""How often a field's value is right, by who tells it and who agrees: weights for ``newsextract.metadata.evidence``.

    python -m training.confidence CORPUS [--out FILE] [--report FILE.md] [--plot FILE.svg] [--seed N]

Truth: titles, authors and dates of the corpus, and the fields of ``training/labels/fields`` for the rest. For each
field a logistic regression of few weights; the report and the plot show what it says of domains that it has not seen.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import log2
from pathlib import Path
from typing import Any

import numpy as np

from newsextract import extract
from newsextract.article import FieldInfo
from newsextract.metadata.evidence import votes
from newsextract.text import fold
from training import fields as reading
from training.corpus import FOLDS, fold_of, group

TRUTHS = {"title": ("title", "title"), "credits": ("authors", "authors"), "published": ("published", "published")}
"""Field of ``Article.fields`` -> the key of the truth, and the attribute of the article that is compared with it."""
SETS = ("fundus-dev", "wcxb-dev", "trafilatura-dev", "htmldate-dev")
READ = ("kicker", "summary", "byline", "modified", "dateline", "language", "section", "tags", "images")
"""Fields whose truth comes from the pages read."""
RIGHT = 0.8  # of a list of credits or tags that must agree
LEAST_SEEN = 8  # pages with a source, for it to have a weight of its own
SHRINK = 2.0  # how strongly a weight of a source is drawn to nothing
BINS = 10
SIZE, EDGE = 260, 40


@dataclass(frozen=True, slots=True)
class Case:
    """One value of a field: who tells it, how many agree and differ, and whether it is right."""

    site: str
    source: str
    agreed: int
    against: int
    right: bool


def main() -> None:
    """Measure, report on held-out domains, write the weights of all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--report", type=Path)
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    cases: dict[str, list[Case]] = defaultdict(list)
    for field, case in _cases(args.corpus):
        cases[field].append(case)
    told = {field: _held_out(every, args.seed) for field, every in sorted(cases.items())}
    rows = [_row(field, cases[field], told[field]) for field in told]
    table = "\n".join([HEAD, *rows]) + "\n"
    print(table)
    if args.report:
        args.report.write_text(table, encoding="utf-8")
    if args.plot:
        args.plot.write_text(_plot(cases, told), encoding="utf-8")
    if args.out:
        weights = {field: fit(every) for field, every in sorted(cases.items())}
        args.out.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


# -- cases --------------------------------------------------------------------------------------


def _cases(corpus: Path) -> Iterator[tuple[str, Case]]:
    """Yield the values that the extraction returns where their truth is known."""
    for source in SETS:
        for case in reading.read_lines(corpus / source / "cases.jsonl"):
            article = extract(reading.page_bytes(corpus, f"{source}/{case['id']}"), case.get("url"))
            site = group(case.get("url") or article.canonical_url, case["id"])
            for field, (key, attribute) in TRUTHS.items():
                if key in case and (info := article.fields.get(field)):
                    right = _is_right(case[key], getattr(article, attribute))
                    yield field, _case(site, info, getattr(article, field), right)
    addresses = reading.urls(corpus)
    for page, scores, article in reading.scored(corpus, sorted(reading.FOLDER.glob("*.jsonl"))):
        site = group(addresses.get(page) or article.canonical_url, page)
        for field in READ:
            if field in scores and (info := article.fields.get(field)):
                lead = next((image.url for image in article.images), None)
                value = lead if field == "images" else getattr(article, field)
                yield field, _case(site, info, value, scores[field] >= RIGHT)


def _case(site: str, info: FieldInfo, value: object, right: bool) -> Case:
    return Case(site, info.source, *votes(value, info.source, info.candidates), right)


def _is_right(truth: Any, found: Any) -> bool:
    if isinstance(truth, list):
        names = [{" ".join(fold(name).split()) for name in part} for part in (truth, found)]
        return reading.f1(*names) >= RIGHT
    if truth is None or found is None:
        return truth is None and found is None
    if isinstance(found, str):
        return " ".join(fold(truth).split()) == " ".join(fold(found).split())
    return str(truth)[:10] == str(found.isoformat())[:10]


# -- the model ----------------------------------------------------------------------------------


def fit(cases: list[Case]) -> dict[str, Any]:
    """Return the weights of a logistic regression: what agreement adds and denial takes, and a few sources' own."""
    seen = Counter(case.source for case in cases)
    sources = sorted(source for source, count in seen.items() if count >= LEAST_SEEN)
    rows = np.array([_measures(case, sources) for case in cases])
    right = np.array([case.right for case in cases], dtype=float)
    weights = np.zeros(rows.shape[1])
    drawn = np.full(rows.shape[1], SHRINK)
    drawn[0], drawn[1:3] = 1e-3, 0.1
    free = np.ones(len(drawn), dtype=bool)
    for _ in range(2):  # a second time without what came out against reason: agreement that harms, denial that helps
        weights = _newton(rows[:, free], right, drawn[free])
        whole = np.zeros(len(drawn))
        whole[free] = weights
        free[1], free[2] = free[1] and whole[1] >= 0, free[2] and whole[2] <= 0
    whole[~free] = 0.0
    base, agreed, against, *own = (round(float(weight), 3) for weight in whole)
    return {"base": base, "agreed": agreed, "against": against, "sources": dict(zip(sources, own, strict=True))}


def _measures(case: Case, sources: list[str]) -> list[float]:
    own = [float(case.source == source) for source in sources]
    return [1.0, log2(max(case.agreed, 1)), log2(1 + case.against), *own]


def _newton(rows: np.ndarray, right: np.ndarray, drawn: np.ndarray) -> np.ndarray:
    weights = np.zeros(rows.shape[1])
    for _ in range(25):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - drawn * weights
        bend = (rows * (chance * (1 - chance))[:, None]).T @ rows + np.diag(drawn)
        weights = weights + np.linalg.solve(bend, slope)
    return weights


def says(weights: Mapping[str, Any], case: Case) -> float:
    """Return the confidence that weights give a value."""
    odds = weights["base"] + weights["sources"].get(case.source, 0.0)
    odds += weights["agreed"] * log2(max(case.agreed, 1)) + weights["against"] * log2(1 + case.against)
    return float(1 / (1 + np.exp(-odds)))


def _held_out(cases: list[Case], seed: int) -> list[float]:
    """Return for each value what the weights of the other folds say of it."""
    folds = [fold_of(case.site, seed) for case in cases]
    told = [0.0] * len(cases)
    for fold_number in range(FOLDS):
        weights = fit([case for case, own in zip(cases, folds, strict=True) if own != fold_number])
        for number, own in enumerate(folds):
            if own == fold_number:
                told[number] = says(weights, cases[number])
    return told


# -- reports ------------------------------------------------------------------------------------

COLUMNS = (
    "field", "values", "right", "mean confidence", "calibration error", "Brier", "Brier of the mean alone",
    "told by one", "and denied", "by several", "and denied",
)  # fmt: skip
HEAD = f"| {' | '.join(COLUMNS)} |\n|---{'|---:' * (len(COLUMNS) - 1)}|"


def _row(field: str, cases: list[Case], told: list[float]) -> str:
    right = np.array([case.right for case in cases], dtype=float)
    chance = np.array(told)
    error = sum(len(own) / len(cases) * abs(chance[own].mean() - right[own].mean()) for own in _bins(chance))
    brier, plain = ((chance - right) ** 2).mean(), ((right.mean() - right) ** 2).mean()
    groups = [
        [case.right for case in cases if (case.agreed > 1) == several and (case.against > 0) == denied]
        for several in (False, True)
        for denied in (False, True)
    ]
    shares = [f"{np.mean(own):.2f} ({len(own)})" if own else "" for own in groups]
    figures = f"{right.mean():.3f} | {chance.mean():.3f} | {error:.3f} | {brier:.3f} | {plain:.3f}"
    return f"| {field} | {len(cases)} | {figures} | {' | '.join(shares)} |"


def _bins(chance: np.ndarray) -> list[np.ndarray]:
    """Return the numbers of the values by tenths of their confidence."""
    tenth = np.minimum((chance * BINS).astype(int), BINS - 1)
    return [own for number in range(BINS) if len(own := np.flatnonzero(tenth == number))]


def _plot(cases: Mapping[str, list[Case]], told: Mapping[str, list[float]]) -> str:
    """Return an SVG with a square for each field: confidence to the right, share that is right upwards."""
    across = 4
    squares = []
    for number, (field, every) in enumerate(sorted(cases.items())):
        right = np.array([case.right for case in every], dtype=float)
        left, top = EDGE + (number % across) * (SIZE + EDGE), EDGE + (number // across) * (SIZE + EDGE)
        squares.append(
            f'<g transform="translate({left} {top})"><rect width="{SIZE}" height="{SIZE}" fill="none" stroke="#999"/>'
            f'<line x1="0" y1="{SIZE}" x2="{SIZE}" y2="0" stroke="#bbb" stroke-dasharray="4"/>'
            f'<text x="4" y="-6">{field} ({len(every)})</text>'
        )
        chance = np.array(told[field])
        for own in _bins(chance):
            x, y = SIZE * chance[own].mean(), SIZE * (1 - right[own].mean())
            squares.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{2 + 18 * (len(own) / len(every)) ** 0.5:.1f}"/>')
        squares.append("</g>")
    rows = -(-len(cases) // across)
    width, height = EDGE + across * (SIZE + EDGE), EDGE + rows * (SIZE + EDGE)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" font-family="sans-serif" '
        f'font-size="13" fill="#246" fill-opacity="0.7"><rect width="{width}" height="{height}" fill="#fff" '
        f'fill-opacity="1"/>{"".join(squares)}</svg>\n'
    )


if __name__ == "__main__":
    main()
