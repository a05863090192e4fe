"""The judge: stories are kept whole, what surrounds them is cut, and the weights are read as they were written."""

from __future__ import annotations

import math

import pytest

from newsextract.body import judge
from newsextract.body.features import MASKS, NAMES, measure
from newsextract.body.model import FORMAT, read, shipped
from newsextract.content import pieces
from newsextract.document import parse
from newsextract.metadata import gather

STORY = [
    f"Paragraph {number} of the story tells what happened at the harbour, who saw it, and what the council means to do."
    for number in range(8)
]
TEASERS = "".join(f'<div class="teaser"><a href="/{n}">Another story, number {n}</a></div>' for n in range(6))
CONSENT = "We and our partners store cookies on your device to show you what we think you like. " * 2
PAGE = f"""<html><head><title>Fire at the harbour | Courier</title></head><body>
<header><nav><a href="/">Home</a><a href="/sport">Sport</a></nav></header>
<main><article><h1>Fire at the harbour</h1>{"".join(f"<p>{text}</p>" for text in STORY)}</article></main>
<aside><h3>More stories</h3>{TEASERS}</aside>
<div id="onetrust-consent-sdk"><p>{CONSENT}</p></div>
</body></html>"""


def verdicts(html: str) -> tuple[list[str], dict[str, str]]:
    document = parse(html)
    content = pieces(document)
    cut = judge(content, gather(document))
    kept = [piece.text for piece in content.pieces if piece.picture is None and piece.at not in cut]
    return kept, {content.pieces[at].text: rule for at, rule in cut.items()}


def test_story_is_kept_whole_and_the_rest_is_cut():
    kept, cut = verdicts(PAGE)
    assert [text for text in kept if text in STORY] == STORY
    assert not [text for text in kept if "Another story" in text]
    assert cut["Home\nSport"] == "navigation"
    assert [rule for text, rule in cut.items() if text.startswith("We and our partners")] == ["consent-dialog"]


def test_rows_have_the_columns_that_the_weights_number():
    document = parse(PAGE)
    rows = list(measure(pieces(document), gather(document)))
    assert {len(row.values) for row in rows} == {len(NAMES)}
    assert shipped("page").columns == shipped("dump").columns == NAMES
    assert all(isinstance(value, int) for row in rows for value in row.values[-len(MASKS) :])


def test_trees_are_read_as_written():
    model = read(
        {
            "format": FORMAT,
            "columns": ["size", "mask"],
            "threshold": 0.5,
            "trees": [[[0, 10.0, 1, 2], -1.0, [~1, 4, 3, 4], 0.25, 2.0]],
        }
    )
    assert [model.log_odds(row) for row in ((10, 4), (11, 3), (11, 6))] == [-1.0, 0.25, 2.0]
    assert model.score((11, 6)) == pytest.approx(1 / (1 + math.exp(-2.0)))


@pytest.mark.parametrize(
    "change", [{"format": 99}, {"trees": [["__import__('os')"]]}, {"trees": [[["0", "x", 1, 2], 0, 0]]}]
)
def test_weights_of_another_form_are_refused(change: dict[str, object]):
    data: dict[str, object] = {"format": FORMAT, "columns": ["size"], "threshold": 0.5, "trees": [[0.5]]}
    with pytest.raises(ValueError, match=r"model format|could not convert|invalid literal"):
        read(data | change)
