"""A title as a list has it -> one line without markup."""

from __future__ import annotations

from newsextract.text import clean_line

LONGEST = 1_000


def plain(title: object, *, is_html: bool = False) -> str | None:
    """Return a title as one line; None for none. is_html: its tags are taken out and its references read."""
    if not isinstance(title, str):
        return None
    text = title[:LONGEST]
    if is_html:
        from w3lib.html import remove_tags, replace_entities  # at first use: it takes 30 ms to import

        text = replace_entities(remove_tags(text))
    return clean_line(text) or None
