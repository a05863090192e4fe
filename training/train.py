"""Corpus -> weights of the body model, with held-out folds.

    python -m training.train CORPUS [--kind page|dump] [--out FILE] [--folds DIR]

Whole domains are held out together. ``--folds`` writes one model a fold and which page is in which, for
``training.heldout``; ``--out`` writes the model of all pages. One thread and fixed seeds: the same corpus gives the
same bytes.
"""

from __future__ import annotations

import argparse
import json
import math
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np

from newsextract.body.features import MASKS, NAMES, measure
from newsextract.body.judge import plain_case
from newsextract.body.model import FORMAT
from newsextract.content.marks import BITS
from training.corpus import PAGE_SETS, Example, dumps, examples

FOLDS = 5
SEED = 7
SOURCE_WEIGHT = {"fundus-dev": 3.0, "fundus-dev-dump": 3.0, "wcxb-dev": 1.0, "readability": 0.7, "trafilatura-dev": 0.5}
PARAMETERS: dict[str, Any] = {
    "objective": "binary",
    "num_leaves": 16,
    "learning_rate": 0.1,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.5,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 127,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": SEED,
    "verbosity": -1,
}
TREES = {"page": 100, "dump": 80}
THRESHOLD = {"page": 0.6, "dump": 0.5}
PLAIN = len(NAMES) - len(MASKS)
BIT_COLUMNS = [(level, bit) for level in range(len(MASKS)) for bit in range(len(BITS))]


class Table(NamedTuple):
    """Rows of all pages: measures with masks spread to columns, labels, weights, number of the page."""

    rows: np.ndarray
    labels: np.ndarray
    weights: np.ndarray
    pages: np.ndarray


def main() -> None:
    """Read the corpus, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kind", choices=("page", "dump"), default="page")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=Path)
    args = parser.parse_args()
    pages = list(examples(args.corpus, PAGE_SETS) if args.kind == "page" else dumps(args.corpus))
    table = tabulate(pages)
    print(f"{len(pages)} pages, {len(table.rows)} passages, {table.labels.mean():.3f} of them story")
    if args.folds:
        write_folds(pages, table, args.kind, args.folds)
    if args.out:
        args.out.write_text(export(fit(table, args.kind), args.kind), encoding="utf-8")


def tabulate(pages: Sequence[Example]) -> Table:
    """Return the labelled passages that need the model as rows."""
    rows, labels, weights, numbers = [], [], [], []
    for number, page in enumerate(pages):
        pieces = (piece for piece in page.content.pieces if piece.at in page.labels)
        wanted = {piece.at for piece in pieces if plain_case(piece, page.content) is None}
        measured = list(measure(page.content, page.facts, wanted))
        importance = [math.log2(4 + row.values[0]) for row in measured]
        total = sum(importance) or 1.0
        for row, weight in zip(measured, importance, strict=True):
            rows.append(spread(row.values))
            labels.append(page.labels[row.at])
            weights.append(SOURCE_WEIGHT[page.source] * page.weight * weight / total * 100)
            numbers.append(number)
    return Table(np.array(rows, dtype=np.float32), np.array(labels), np.array(weights), np.array(numbers))


def spread(values: Sequence[Any]) -> list[float]:
    """Return a row with a column for each bit of its masks."""
    row = [float(value) for value in values[:PLAIN]]
    for mask in values[PLAIN:]:
        row += [float(mask >> bit & 1) for bit in range(len(BITS))]
    return row


def fit(table: Table, kind: str) -> lightgbm.Booster:
    """Return the boosted trees for these rows."""
    data = lightgbm.Dataset(table.rows, table.labels, weight=table.weights, free_raw_data=False)
    return lightgbm.train(PARAMETERS, data, TREES[kind])


def write_folds(pages: Sequence[Example], table: Table, kind: str, folder: Path) -> None:
    """Train on all folds but one, for each; write the models and which page each must judge."""
    folder.mkdir(parents=True, exist_ok=True)
    groups = sorted({page.group for page in pages})
    random.Random(SEED).shuffle(groups)
    fold_of = {group: number % FOLDS for number, group in enumerate(groups)}
    page_folds = np.array([fold_of[page.group] for page in pages])
    right = total = 0.0
    for fold in range(FOLDS):
        inside = page_folds[table.pages] != fold
        booster = fit(Table(*(part[inside] for part in table)), kind)
        (folder / f"{kind}-{fold}.json").write_text(export(booster, kind), encoding="utf-8")
        guess = booster.predict(table.rows[~inside]) >= THRESHOLD[kind]
        right += table.weights[~inside][guess == table.labels[~inside]].sum()
        total += table.weights[~inside].sum()
    print(f"held out: {right / total:.4f} of the weight judged right")
    folds = {page.key: int(fold) for page, fold in zip(pages, page_folds, strict=True)}
    (folder / f"{kind}-folds.json").write_text(json.dumps(folds), encoding="utf-8")


def export(booster: lightgbm.Booster, kind: str) -> str:
    """Return the model as the JSON that ``newsextract.body.model`` reads."""
    trees = [flatten(tree["tree_structure"]) for tree in booster.dump_model()["tree_info"]]
    model = {"format": FORMAT, "columns": list(NAMES), "threshold": THRESHOLD[kind], "trees": trees}
    return json.dumps(model, separators=(",", ":")) + "\n"


def flatten(root: dict[str, Any]) -> list[Any]:
    """Return a tree as a list of leaves and [column, limit, low, high], the root first."""
    flat: list[Any] = []
    queue = [root]
    while queue:
        node = queue.pop(0)
        if "leaf_value" in node:
            flat.append(round(node["leaf_value"], 5))
            continue
        low = len(flat) + len(queue) + 1
        flat.append([*test(node["split_feature"], node["threshold"]), low, low + 1])
        queue += [node["left_child"], node["right_child"]]
    return flat


def test(column: int, threshold: float) -> tuple[int, float]:
    """Return the test of a node: of a measure against a limit, or of a bit of a mask (its column negative)."""
    if column < PLAIN:
        return column, float(f"{threshold:.6g}")
    level, bit = BIT_COLUMNS[column - PLAIN]
    return ~(PLAIN + level), 1 << bit


if __name__ == "__main__":
    main()
