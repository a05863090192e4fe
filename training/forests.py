"""Tables -> boosted trees, and trees -> the JSON that ``newsextract.body.model`` reads."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import lightgbm
import numpy as np

from newsextract.body.context import NAMES as CONTEXT
from newsextract.body.features import MASKS, names
from newsextract.body.lead import NAMES as LEAD
from newsextract.body.model import FORMAT
from training.tables import BIT_COLUMNS, Table, second_look

SEED = 7
Test = Callable[[int, float], tuple[int, float]]
"""Column and limit of a node in the training table -> those of the model's."""
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
LEAD_PARAMETERS = PARAMETERS | {"num_leaves": 8, "min_data_in_leaf": 12, "lambda_l2": 3.0}
FIRST_TREES, SECOND_TREES, LEAD_TREES = 60, 100, 50


def fit_looks(table: Table, folds: np.ndarray) -> tuple[lightgbm.Booster, lightgbm.Booster]:
    """Return the trees of both looks. The second learns from first scores of pages that the first had not seen.

    folds: that of each page; those of one domain are in one.
    """
    labelled = table.weights > 0
    scores = np.zeros(len(table.rows))
    of_row = folds[table.pages]
    for fold in np.unique(folds):
        inner = fit(table.rows, table, labelled & (of_row != fold), FIRST_TREES)
        scores[of_row == fold] = inner.predict(table.rows[of_row == fold])
    second = fit(second_look(table, scores), table, labelled, SECOND_TREES)
    return fit(table.rows, table, labelled, FIRST_TREES), second


def fit(rows: np.ndarray, table: Table, chosen: np.ndarray, trees: int) -> lightgbm.Booster:
    """Return boosted trees for the chosen rows."""
    data = lightgbm.Dataset(rows[chosen], table.labels[chosen], weight=table.weights[chosen], free_raw_data=False)
    return lightgbm.train(PARAMETERS, data, trees)


def fit_lead(table: Table) -> lightgbm.Booster:
    """Return the trees that tell standfirsts."""
    return lightgbm.train(LEAD_PARAMETERS, lightgbm.Dataset(table.rows, table.labels, free_raw_data=False), LEAD_TREES)


def export(first: lightgbm.Booster, second: lightgbm.Booster, kind: str, threshold: float) -> str:
    """Return both looks of a ``page`` or ``dump`` model as JSON."""
    columns = names(kind)
    test = partial(body_test, len(columns) - len(MASKS))
    forests = {"first": _trees(first, test), "second": _trees(second, test)}
    return _json({"format": FORMAT, "columns": [*columns, *CONTEXT], "threshold": threshold} | forests)


def export_lead(forest: lightgbm.Booster, threshold: float) -> str:
    """Return the standfirst's trees as JSON."""
    trees = _trees(forest, lambda column, limit: (column, _short(limit)))
    return _json({"format": FORMAT, "columns": list(LEAD), "threshold": threshold, "trees": trees})


def _json(model: dict[str, Any]) -> str:
    return json.dumps(model, separators=(",", ":")) + "\n"


def _trees(booster: lightgbm.Booster, test: Test) -> list[list[Any]]:
    return [flatten(tree["tree_structure"], test) for tree in booster.dump_model()["tree_info"]]


def flatten(root: dict[str, Any], test: Test) -> list[Any]:
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


def body_test(plain: int, column: int, limit: float) -> tuple[int, float]:
    """Return the test of a node: of a measure against a limit, or of a bit of a mask (its column negative).

    plain: how many measures stand before the masks. column: that of the training table.
    """
    if column < plain:
        return column, _short(limit)
    if column < plain + len(BIT_COLUMNS):
        level, bit = BIT_COLUMNS[column - plain]
        return ~(plain + level), 1 << bit
    return column - len(BIT_COLUMNS) + len(MASKS), _short(limit)


def _short(limit: float) -> float:
    return float(f"{limit:.6g}")
