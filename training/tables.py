"""Examples -> rows of measures with labels and weights, for the looks of the body model and for the standfirst's."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from newsextract.body.context import NAMES as CONTEXT
from newsextract.body.context import context
from newsextract.body.features import MASKS, Measures
from newsextract.body.judge import plain_cases
from newsextract.body.lead import Lead
from newsextract.content.marks import BITS
from training.corpus import Example

SOURCE_WEIGHT = {
    "fundus-dev": 3.0, "house": 0.8, "wcxb-dev": 1.0, "readability": 0.7, "trafilatura-dev": 0.5,
    "fundus-dev-dump": 3.0, "house-scraped": 0.4, "wcxb-dev-scraped": 0.05,
}  # fmt: skip
BIT_COLUMNS = [(level, bit) for level in range(len(MASKS)) for bit in range(len(BITS))]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of pages: measures with masks spread to columns, labels, weights (0: no label), number of the page.

    numbers: the passage's number on its page. examples, measures: the pages themselves.
    """

    rows: np.ndarray
    labels: np.ndarray
    weights: np.ndarray
    pages: np.ndarray
    numbers: np.ndarray
    examples: Sequence[Example]
    measures: Sequence[Measures | None]

    def of(self, chosen: np.ndarray) -> Table:
        """Return the table of the chosen pages alone, numbered anew."""
        inside = chosen[self.pages]
        anew = np.cumsum(chosen) - 1
        return Table(
            self.rows[inside],
            self.labels[inside],
            self.weights[inside],
            anew[self.pages[inside]],
            self.numbers[inside],
            [example for example, keep in zip(self.examples, chosen, strict=True) if keep],
            [measures for measures, keep in zip(self.measures, chosen, strict=True) if keep],
        )


def tabulate(pages: Sequence[Example]) -> Table:
    """Return all passages that need the model as rows."""
    rows, labels, weights, numbers, places, measured = [], [], [], [], [], []
    for page_number, page in enumerate(pages):
        measures = Measures(page.content, page.facts, plain_cases(page.content)[1])
        ats = [measures.passages[number].at for number in measures.rows]
        sizes = [
            math.log2(4 + row[0]) if at in page.labels else 0.0
            for at, row in zip(ats, measures.rows.values(), strict=True)
        ]
        scale = SOURCE_WEIGHT[page.source] * page.weight * 100 / (sum(sizes) or 1.0)
        for at, (number, row), size in zip(ats, measures.rows.items(), sizes, strict=True):
            rows.append(np.array(spread(row), dtype=np.float32))
            labels.append(page.labels.get(at, 0.0))
            weights.append(size * scale)
            numbers.append(page_number)
            places.append(number)
        measures.rows.clear()
        measured.append(measures)
    return Table(
        np.array(rows), np.array(labels), np.array(weights), np.array(numbers), np.array(places), list(pages), measured
    )


def second_look(table: Table, scores: np.ndarray) -> np.ndarray:
    """Return the rows with the first scores of what stands around each passage at their ends."""
    beside = np.zeros((len(table.rows), len(CONTEXT)), dtype=np.float32)
    ends = np.flatnonzero(np.diff(table.pages, append=-1)) + 1
    start = 0
    for end in ends:
        measures = table.measures[table.pages[start]]
        assert measures is not None
        told = [0.0] * len(measures.passages)
        for number, score in zip(table.numbers[start:end], scores[start:end], strict=True):
            told[number] = float(score)
        beside[start:end] = list(context(told, measures.around, measures.forms, table.numbers[start:end]))
        start = end
    return np.concatenate([table.rows, beside], axis=1)


def lead_table(pages: Sequence[Example]) -> Table:
    """Return the passages above stories that are known to be standfirst or first paragraph as rows."""
    rows, labels, numbers, places = [], [], [], []
    for page_number, page in enumerate(pages):
        measures = Measures(page.content, page.facts, set())
        ask = Lead(page.content.nodes, page.facts, measures) if page.leads else None
        for number, piece in enumerate(measures.passages) if ask else ():
            if piece.at in page.leads and ask is not None:
                rows.append(ask.of(number))
                labels.append(float(page.leads[piece.at]))
                numbers.append(page_number)
                places.append(number)
    ones = np.ones(len(rows))
    table = np.array(rows, dtype=np.float32)
    return Table(table, np.array(labels), ones, np.array(numbers), np.array(places), list(pages), [None] * len(pages))


def spread(values: Sequence[Any]) -> list[float]:
    """Return a row with a column for each bit of its masks."""
    row = [float(value) for value in values[: -len(MASKS)]]
    for mask in values[-len(MASKS) :]:
        row += [float(mask >> bit & 1) for bit in range(len(BITS))]
    return row
