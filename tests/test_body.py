"""The judge: stories are kept whole, what surrounds them is cut, and the weights are read as they were written."""

from __future__ import annotations

import math

import pytest

from newsextract.body import judge
from newsextract.body.context import NAMES as CONTEXT
from newsextract.body.features import MASKS, Measures, names
from newsextract.body.lead import NAMES as LEAD
from newsextract.body.lead import Lead
from newsextract.body.model import FORMAT, probability, read, shipped
from newsextract.content import Content, lines, pieces
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
    cut = judge(content, gather(document)).cuts
    kept = [piece.text for piece in content.pieces if piece.picture is None and piece.at not in cut]
    return kept, {content.pieces[at].text: rule for at, rule in cut.items()}


def test_story_is_kept_whole_and_the_rest_is_cut():
    kept, cut = verdicts(PAGE)
    assert [text for text in kept if text in STORY] == STORY
    assert not [text for text in kept if "Another story" in text]
    assert cut["Home\nSport"] == "navigation"
    assert [rule for text, rule in cut.items() if text.startswith("We and our partners")] == ["consent-dialog"]


@pytest.mark.parametrize("kind", ["page", "dump"])
def test_rows_have_the_columns_that_the_weights_number(kind: str):
    document = parse(PAGE)
    content: Content = lines("\n".join(STORY)) if kind == "dump" else pieces(document)
    measures = Measures(content, gather(document))
    assert {len(row) for row in measures.rows.values()} == {len(names(kind))}
    assert shipped(kind).body.columns == (*names(kind), *CONTEXT)
    assert all(isinstance(value, int) for row in measures.rows.values() for value in row[-len(MASKS) :])


def test_rows_of_leads_have_the_columns_that_the_weights_number():
    document = parse(PAGE)
    facts = gather(document)
    content = pieces(document)
    measures = Measures(content, facts, set())
    ask = Lead(content.nodes, facts, measures)
    lead = shipped("page").lead
    assert lead is not None
    assert lead.columns == LEAD
    assert {len(ask.of(number)) for number in range(len(measures.passages))} == {len(LEAD)}


def test_trees_are_read_as_written():
    tree = [[0, 10.0, 1, 2], -1.0, [~1, 4, 3, 4], 0.25, 2.0]
    model = read({"format": FORMAT, "columns": ["size", "mask"], "threshold": 0.5, "first": [tree], "second": [tree]})
    for look in (model.first, model.second):
        assert [look(row) for row in ((10, 4), (11, 3), (11, 6))] == [-1.0, 0.25, 2.0]
    assert probability(model.second((11, 6))) == pytest.approx(1 / (1 + math.exp(-2.0)))


@pytest.mark.parametrize(
    "change",
    [
        {"format": 99},
        {"first": [["__import__('os')"]]},
        {"first": [[["0", "x", 1, 2], 0, 0]]},
        {"second": [[[7, 0.5, 1, 2], 0, 0]]},
    ],
)
def test_weights_of_another_form_are_refused(change: dict[str, object]):
    data: dict[str, object] = {"format": FORMAT, "columns": ["size"], "threshold": 0.5, "first": [], "second": [[0.5]]}
    with pytest.raises(ValueError, match=r"model format|could not convert|invalid literal|a tree asks"):
        read(data | change)
