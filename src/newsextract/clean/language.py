"""The language is that of the text: where the page declares another, or none, the text is believed."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from newsextract.article import Candidate
from newsextract.clean.draft import Draft
from newsextract.metadata.detection import LEAST, SAMPLE, written
from newsextract.metadata.evidence import retold
from newsextract.metadata.language import main

SOURCE = "text"
PASSAGES = 40


def settle_language(draft: Draft) -> Draft:
    """Settle the language by the story; a short one speaks together with headline and summary.

    What the page declares keeps its script and region (de-AT) where the text does not contradict it.
    """
    facts = draft.facts
    found = written(_sample(draft), facts.language)
    if found is None:
        return draft
    told = facts.fields["language"].candidates if "language" in facts.fields else ()
    near = next((each for each in told if main(each.value) == found), Candidate(SOURCE, found))
    return replace(draft, facts=retold(facts, "language", near.value, near.source))


def _sample(draft: Draft) -> str:
    text = " ".join(piece.text for piece in islice(draft.prose(), PASSAGES))
    if len(text) < LEAST:
        facts = draft.facts
        text = " ".join(filter(None, (facts.title, facts.summary, facts.description, text)))
    return text[:SAMPLE]
