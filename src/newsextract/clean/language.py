"""The language is that of the text: where the page declares another, or none, the text is believed."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from newsextract.article import Candidate, FieldInfo
from newsextract.clean.draft import Draft
from newsextract.metadata.detection import LEAST, SAMPLE, written
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
    told = facts.fields.get("language", FieldInfo(SOURCE))
    near = next((each for each in told.candidates if main(each.value) == found), Candidate(SOURCE, found))
    offers = tuple(dict.fromkeys((near, Candidate(SOURCE, found), *told.candidates)))
    info = replace(told, source=near.source, candidates=offers)
    return replace(draft, facts=replace(facts, language=near.value, fields={**facts.fields, "language": info}))


def _sample(draft: Draft) -> str:
    text = " ".join(piece.text for piece in islice(draft.prose(), PASSAGES))
    if len(text) < LEAST:
        facts = draft.facts
        text = " ".join(filter(None, (facts.title, facts.summary, facts.description, text)))
    return text[:SAMPLE]
