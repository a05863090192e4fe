"""Words for screen readers leave the passages they stand in: "the report (opens in a new tab) says"."""

from __future__ import annotations

import re

from newsextract.clean.draft import Draft
from newsextract.clean.phrases import key, table

BRACKETED = re.compile(r"\s?\(([^()]{3,60})\)")
BARE = re.compile(r", opens (?:in )?(?:a )?new (?:tab|window)\b")
"""Without brackets only the English hint behind a comma is sure to be none of the sentence's words."""


def drop_hints(draft: Draft) -> Draft:
    """Take the hints that a link opens elsewhere out of the story's passages; what has nothing else stays as it is."""
    told = ((piece, _without_hints(piece.text)) for piece in draft.prose())
    return draft.rewrite({piece.at: piece._replace(text=text) for piece, text in told if text and text != piece.text})


def hints_in(text: str) -> list[str]:
    """Return the hints in a text, in their order.

    >>> hints_in("The report (opens in a new tab) says")
    ['(opens in a new tab)']
    """
    found = [
        (match.start(), match[0].strip()) for match in BRACKETED.finditer(text) if key(match[1]) in table("new-tab")
    ]
    found += [(match.start(), match[0].strip()) for match in BARE.finditer(text)]
    return [hint for _, hint in sorted(found)]


def _without_hints(text: str) -> str:
    if "(" in text:
        text = BRACKETED.sub(lambda found: "" if key(found[1]) in table("new-tab") else found[0], text)
    return BARE.sub("", text) if ", opens " in text else text
