"""Each rule of noise cuts what its fixture marks, and nothing else on it."""

from __future__ import annotations

import ast
import runpy
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

import newsextract
from newsextract import reasons
from newsextract.article import BlockKind
from newsextract.clean import BOOK, STAGES, Draft, chrome, clean, drop_labels, labels
from newsextract.clean.rule import Rule
from newsextract.content import Piece, lines, pieces
from newsextract.document import parse
from newsextract.extract import without_labels
from newsextract.metadata import Facts
from newsextract.reasons import FURNITURE, REASONS, SURPLUS
from newsextract.text import clean_line

ROOT = Path(newsextract.__file__).parent
FIXTURES = Path(__file__).parent / "fixtures" / "noise"
RULES = (*labels.RULES, *chrome.RULES)
UNSHOWN = {SURPLUS, FURNITURE}  # one needs 50,000 passages (test_hostile), the other several pages (test_site)
STORY = [
    "The council voted on Tuesday to rebuild the harbour bridge before winter, and the engineers were relieved.",
    "“No.”",
    "Nobody had asked the fishermen, who cross it twice a day and had long since stopped trusting the rails.",
    "Advertisement revenue from the hoardings will pay for the lamps, the mayor said, and for the paint as well.",
]


def marked(root: etree._Element, mark: str) -> list[str]:
    return [clean_line(" ".join(element.itertext())) for element in root.xpath(f"//*[@{mark}]")]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_rule_cuts_exactly_what_its_fixture_marks(rule: Rule):
    document = parse((FIXTURES / f"{rule.name}.html").read_text("utf-8"))
    cut = [clean_line("".join(element.itertext())) for element in document.root.xpath("//*[@data-cut]")]
    assert cut
    assert [piece.text for piece in pieces(document).pieces if rule.matches(piece)] == cut


@pytest.mark.parametrize("name", sorted(REASONS.keys() - UNSHOWN))
def test_verdict_cuts_what_its_fixture_marks_and_leaves_what_it_should(name: str):
    page = (FIXTURES / f"{name}.html").read_text("utf-8")
    article = newsextract.extract(page)
    root = parse(page).root
    cut = marked(root, "data-cut")
    assert cut
    assert [clean_line(one.text) for one in article.cuts if one.rule == name] == cut
    kept = {block.text for block in article.blocks}
    assert [text for text in marked(root, "data-left") if text not in kept] == []


def test_every_rule_has_a_fixture_and_a_reason():
    assert {path.stem for path in FIXTURES.glob("*.html")} == BOOK.keys() - UNSHOWN
    assert all(why.endswith(".") and len(why) > 20 for why in BOOK.values())
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert REASONS.keys().isdisjoint(rule.name for rule in RULES)


def test_no_cut_has_a_name_that_is_not_in_the_book():
    """Names are written once: in a table of rules, or in ``newsextract.reasons``, whose constants the rooms use."""
    rooms = ("body", "clean", "site", "status", "witness")
    modules = [path for room in rooms for path in (ROOT / room).rglob("*.py") if path.name != "labels.py"]
    written = {
        (path.name, node.value)
        for path in (*modules, ROOT / "extract.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and node.value in REASONS
    }
    assert written == set()
    named = {value for name, value in vars(reasons).items() if name.isupper() and isinstance(value, str)}
    assert named <= BOOK.keys()


def test_the_noise_book_is_up_to_date():
    docs = Path(__file__).parent.parent / "docs"
    written = runpy.run_path(str(docs / "noise.py"))["book"]()
    assert (docs / "noise.md").read_text("utf-8") == written
    assert [name for name in BOOK if f"### `{name}`" not in written] == []


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.sampled_from(["Advertisement", "Anzeige", "広告", "Logo", "Share", "Partager", "***"]), max_size=5),
    st.data(),
)
def test_labels_between_paragraphs_go_and_paragraphs_stay(noise: list[str], data: st.DataObject):
    text = list(STORY)
    for label in noise:
        text.insert(data.draw(st.integers(0, len(text))), label)
    draft = drop_labels(Draft(lines("\n".join(text)).pieces))
    assert [piece.text for piece in draft.prose()] == STORY


def test_cleaning_twice_changes_nothing():
    draft, _ = without_labels(lines("\n".join(["Logo", *STORY, "Advertisement"])), Facts(title="Bridge to be rebuilt"))
    once = clean(draft)
    again = clean(once)
    assert (again.cuts, again.taken, again.notes, again.images) == (once.cuts, once.taken, once.notes, once.images)
    assert len(STAGES) == len(set(STAGES))


def draft_of(*texts: str, facts: Facts | None = None, kinds: dict[int, BlockKind] | None = None) -> Draft:
    found = [
        Piece(at, text, (kinds or {}).get(at, BlockKind.PARAGRAPH), size=len(text), prose=len(text) > 60)
        for at, text in enumerate(texts)
    ]
    return Draft(tuple(found), facts or Facts())


def test_headline_is_taken_once_and_its_echoes_are_cut():
    facts = Facts(title="Bridge to be rebuilt", titles=("Bridge to be rebuilt | Courier",))
    draft = clean(
        draft_of("Bridge to be rebuilt", "BRIDGE TO BE REBUILT", "Bridge to be rebuilt | Courier", *STORY, facts=facts)
    )
    assert draft.taken == {0: "title"}
    assert draft.cuts == {1: "title-echo", 2: "title-echo"}


def test_pull_quote_and_repeated_paragraph_are_cut_and_a_refrain_stays():
    quote = "Nobody had asked the fishermen"
    texts = [
        *STORY,
        quote,
        STORY[0],
        "“No.”",
        "And so the lamps were lit, and the council went home to its supper in the rain.",
    ]
    draft = clean(draft_of(*texts, kinds={4: BlockKind.QUOTE}))
    assert draft.cuts == {4: "pull-quote", 5: "repeat"}


def test_a_line_that_quotes_the_text_is_a_pull_quote_and_the_text_in_one_piece_a_repeat():
    quote = "who cross it twice a day and had long since stopped trusting the rails"
    long = " ".join([*STORY, "And then the rain came down on the quay, as it does in that town, all night."] * 5)
    draft = clean(draft_of(*STORY, quote, long))
    assert draft.cuts == {4: "pull-quote", 5: "repeat"}


def test_hints_for_screen_readers_leave_the_passages_they_stand_in():
    texts = [
        "The survey (opens in a new tab), all ninety pages of it, was read aloud to the council on Tuesday night.",
        "Der Bericht(öffnet im neuen Fenster) nennt neunzig Schwellen, die ersetzt werden müssen, bevor es friert.",
        "The report, opens new tab by the engineers names ninety sleepers that must go before the first frost.",
        "The exhibition opens new windows (and some old ones) on the harbour, the keeper of the museum said.",
    ]
    told = [piece.text for piece in clean(draft_of(*texts)).prose()]
    assert told == [
        "The survey, all ninety pages of it, was read aloud to the council on Tuesday night.",
        "Der Bericht nennt neunzig Schwellen, die ersetzt werden müssen, bevor es friert.",
        "The report by the engineers names ninety sleepers that must go before the first frost.",
        texts[3],
    ]


def test_notes_leave_the_body_and_sentences_that_begin_alike_do_not():
    last = "Correction: an earlier version named the wrong pier."
    alike = "Correction of the charts will take until spring, the harbour master said to the council on Tuesday."
    draft = clean(draft_of(*STORY, alike, last))
    assert [note.text for note in draft.notes] == [last]
    assert [piece.text for piece in draft.prose()] == [*STORY, alike]


def test_heading_with_nothing_below_is_cut():
    draft = clean(draft_of("What now", *STORY, "More", kinds={0: BlockKind.HEADING, 5: BlockKind.HEADING}))
    assert draft.cuts == {5: "heading-without-text"}


def test_stub_of_the_first_paragraph_is_the_summary():
    draft = clean(draft_of(STORY[0][:60] + "…", *STORY, facts=Facts(title="Bridge")))
    assert draft.facts.summary == STORY[0][:60] + "…"
    assert [piece.text for piece in draft.prose()] == STORY


def test_a_story_laid_out_as_a_list_is_made_of_paragraphs():
    long = [
        f"{text} And so it went on until the tide turned and the boats came in with what they had." for text in STORY
    ]
    told = clean(draft_of(*long, kinds=dict.fromkeys(range(4), BlockKind.LIST_ITEM)))
    assert {piece.kind for piece in told.prose()} == {BlockKind.PARAGRAPH}
    short = clean(
        draft_of(*STORY, "rope", "salt", "lamps", "oil", kinds=dict.fromkeys(range(4, 8), BlockKind.LIST_ITEM))
    )
    assert [piece.kind for piece in short.prose()][4:] == [BlockKind.LIST_ITEM] * 4
