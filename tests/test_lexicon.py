"""The lexicon: every phrase is in the form in which lines are compared, and is found; labels of all languages go."""

from __future__ import annotations

from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import newsextract
from newsextract.article import BlockKind
from newsextract.clean import chrome
from newsextract.clean.labels import RULES
from newsextract.clean.matchers import names
from newsextract.clean.phrases import after, head, heads, key, read, table, tokens
from newsextract.clean.rule import Rule
from newsextract.content import Piece

NAMES = sorted(path.name.removesuffix(".txt") for path in files("newsextract.clean").joinpath("lexicon").iterdir())
OPENINGS = [
    name
    for name in NAMES
    if name.endswith(("openings", "-also", "-colon", "-loose"))
    or name.startswith("note-")
    or name in ("calls", "sign-off")
]
OPENINGS.remove("ad-loose")
WORDS = ["newsletter-nouns", "newsletter-calls", "platform-nouns", "rights", "sign-off-ends"]
WORDS += [name for name in NAMES if name.startswith("page-") and not name.endswith("-titles")]
LABELS = [name for name in NAMES if name not in OPENINGS and name not in WORDS]
MAIN = """en de fr es pt it nl sv da no fi pl cs sk hu ro bg el ru uk sr hr sl tr ar he fa hi bn ta ur id ms vi th ja ko
zh lt lv et ca sw is mk sq af""".split()
COMMON = ["ad", "share", "related-also", "comments", "navigation", "newsletter-openings", "rights", "page-wall"]
COMMON += ["page-gone", "page-gone-titles", "page-blocked", "page-blocked-titles", "page-consent"]
BEFORE_THE_BODY = ["ad", "ad-continues", "logo", "share", "player", "gallery", "loading", "comments", "new-tab"]

STORY = [
    "The council voted on Tuesday to rebuild the harbour bridge before winter, and the engineers were relieved by it.",
    "“Nobody asked the fishermen,” the harbour master said, “and they cross it twice a day in all weathers.”",
    "Advertisement revenue from the hoardings will pay for the lamps, the mayor said, and for the paint as well.",
    "The work is to begin in March, when the ice has gone, and to end before the herring come back in the late summer.",
    "Share prices of the ferry line fell by a third on Wednesday morning, but rose again when the tender came.",
]


@pytest.mark.parametrize("name", NAMES)
def test_phrases_are_written_once_and_in_small_letters(name: str):
    phrases = [phrase for _, line in read(name) for phrase in line]
    assert phrases
    assert [phrase for phrase in phrases if phrase != phrase.strip() or not phrase or phrase != phrase.casefold()] == []
    lines = [(language, phrase) for language, line in read(name) for phrase in line]
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("name", LABELS)
def test_labels_are_their_own_key(name: str):
    assert [phrase for phrase in table(name) if key(phrase) != phrase] == []


@pytest.mark.parametrize("name", OPENINGS)
def test_every_opening_opens_a_line(name: str):
    missed = [phrase for phrase in table(name) if after(f"{phrase} 港 x", name) is None]
    assert missed == []
    assert [phrase for phrase in table(name) if after(phrase.upper(), name) is None and phrase.isascii()] == []


@pytest.mark.parametrize("name", WORDS)
def test_every_word_is_found_in_a_sentence(name: str):
    assert [phrase for phrase in table(name) if not names(f"X {phrase}, y", name)] == []


@pytest.mark.parametrize("name", COMMON)
def test_the_common_kinds_are_known_in_thirty_languages(name: str):
    assert len({language for language, _ in read(name)}) >= 30


@pytest.mark.parametrize(
    "rule", [rule for rule in (*RULES, *chrome.RULES) if rule.files or rule.words], ids=lambda rule: rule.name
)
def test_every_kind_of_noise_is_known_in_the_main_languages(rule: Rule):
    assert set(MAIN) - {language for name in (*rule.files, *rule.words) for language, _ in read(name)} == set()


def test_an_opening_ends_where_its_word_ends():
    assert after("Follow us on Facebook", "follow-openings") == " facebook"
    assert after("Follow usual rules", "follow-openings") is None
    assert after("“Read also the letters,” she said", "related-also") is None
    assert after("À LIRE AUSSI Le phare", "related-also") == " le phare"
    assert after("DIAVASTE", "related-also") is None


def test_lines_are_sorted_by_their_first_word():
    assert head("» Anzeige:") == head("anzeige") == "anzeige"
    assert head("相关阅读：灯塔") in heads("related-also")
    assert head("…") == ""
    assert tokens("Share | Tweet · E-Mail 12") == ["share", "tweet", "e-mail", "#"]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(sorted(table(*BEFORE_THE_BODY))), max_size=6), st.booleans(), st.data())
def test_labels_of_any_language_change_no_paragraph(labels: list[str], capital: bool, data: st.DataObject):
    text = list(STORY)
    for label in labels:
        line = label.replace("#", "3").upper() if capital else label.replace("#", "3")
        text.insert(data.draw(st.integers(0, len(text))), line)
    plain = newsextract.extract_text("\n\n".join(STORY)).paragraphs
    assert newsextract.extract_text("\n\n".join(text)).paragraphs == plain


def test_clean_text_passes_unchanged():
    assert newsextract.extract_text("\n\n".join(STORY)).paragraphs == STORY


def test_a_label_is_told_by_its_words_and_never_by_what_it_is_in():
    share = next(rule for rule in RULES if rule.name == "share-bar")
    assert share.matches(Piece(0, "Share this article", BlockKind.HEADING))
    assert not share.matches(Piece(0, "“Share this article”"))
