"""Corpus -> weights of the body model, with held-out folds.

    python -m training.train CORPUS [--kind page|dump|lead] [--out FILE] [--folds DIR] [--house SHARE]

Whole domains are held out together. ``--folds`` writes one model a fold and which page is in which, for
``training.heldout``; ``--out`` writes the model of all pages. One thread and fixed seeds: the same corpus gives the
same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import lightgbm
import numpy as np

from training.corpus import FOLDS, PAGE_SETS, Example, dumps, examples, fold_of
from training.forests import export, export_lead, fit_lead, fit_looks
from training.tables import Table, lead_table, second_look, tabulate

SEED = 7
THRESHOLD = {"page": 0.5, "dump": 0.6, "lead": 0.85}


def main() -> None:
    """Read the corpus, train, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--kind", choices=("page", "dump", "lead"), default="page")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--folds", type=Path)
    parser.add_argument("--house", type=float, default=1.0, help="share of the house's own labels to learn from")
    parser.add_argument("--seed", type=int, default=SEED, help="which domains are held out together")
    args = parser.parse_args()
    pages = list(dumps(args.corpus) if args.kind == "dump" else examples(args.corpus, PAGE_SETS, args.house))
    folds = folds_of(pages, args.seed)
    table = lead_table(pages) if args.kind == "lead" else tabulate(pages)
    print(f"{len(pages)} pages, {len(table.rows)} passages, {table.labels.mean():.3f} of them positive")
    train = _train_lead if args.kind == "lead" else _train_body
    if args.folds:
        write_folds(pages, folds, table, args.kind, args.folds, train, args.seed)
    if args.out:
        text, _ = train(table, folds, args.kind)
        args.out.write_text(text, encoding="utf-8")
        print(f"{args.out}: {len(text)} bytes, sha256 {hashlib.sha256(text.encode()).hexdigest()}")


Predict = Callable[[Table], np.ndarray]


def _train_body(table: Table, folds: np.ndarray, kind: str) -> tuple[str, Predict]:
    first, second = fit_looks(table, folds)

    def predict(other: Table) -> np.ndarray:
        return np.asarray(second.predict(second_look(other, np.asarray(first.predict(other.rows)))))

    return export(first, second, kind, THRESHOLD[kind]), predict


def _train_lead(table: Table, _folds: np.ndarray, kind: str) -> tuple[str, Predict]:
    forest: lightgbm.Booster = fit_lead(table)
    return export_lead(forest, THRESHOLD[kind]), lambda other: np.asarray(forest.predict(other.rows))


def folds_of(pages: list[Example], seed: int) -> np.ndarray:
    """Return the fold of each page; all pages of a domain or publisher are in one."""
    return np.array([fold_of(page.group, seed) for page in pages])


def write_folds(
    pages: list[Example],
    folds: np.ndarray,
    table: Table,
    kind: str,
    folder: Path,
    train: Callable[[Table, np.ndarray, str], tuple[str, Predict]],
    seed: int,
) -> None:
    """Train on all folds but one, for each; write the models and which page each must judge, print how they do."""
    folder.mkdir(parents=True, exist_ok=True)
    judged = {pages[number].source: [0.0, 0.0] for number in np.unique(table.pages)}
    for fold in range(FOLDS):
        outside = table.of(folds == fold)
        text, predict = train(table.of(folds != fold), folds[folds != fold], kind)
        (folder / f"{kind}-{fold}.json").write_text(text, encoding="utf-8")
        right = (predict(outside) >= THRESHOLD[kind]) == (outside.labels > 0)
        for number, weight, good in zip(outside.pages, outside.weights, right, strict=True):
            counts = judged[outside.examples[number].source]
            counts[0] += weight * good
            counts[1] += weight
    for source, (good, total) in sorted(judged.items()):
        print(f"held out, {source}: {good / (total or 1):.4f} of the weight judged right")
    told = {page.key: int(fold) for page, fold in zip(pages, folds, strict=True)}
    (folder / f"{kind}-folds.json").write_text(json.dumps({"seed": seed, "pages": told}), encoding="utf-8")


if __name__ == "__main__":
    main()
