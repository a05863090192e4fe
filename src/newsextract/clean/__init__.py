"""Draft -> Draft: the cleaning, as a table of small stages."""

from __future__ import annotations

from collections.abc import Sequence

from newsextract.clean.author_lines import settle_author_line
from newsextract.clean.book import BOOK
from newsextract.clean.broken import join_broken
from newsextract.clean.caption_lines import lift_caption_lines
from newsextract.clean.captions import pair_captions
from newsextract.clean.chrome import drop_chrome
from newsextract.clean.days import settle_days
from newsextract.clean.draft import Draft, Stage
from newsextract.clean.headings import settle_headings
from newsextract.clean.heads import take_heads
from newsextract.clean.hints import drop_hints
from newsextract.clean.kinds import settle_kinds
from newsextract.clean.labels import drop_labels
from newsextract.clean.language import settle_language
from newsextract.clean.ledger import cuts_of
from newsextract.clean.line_headings import settle_line_headings
from newsextract.clean.notes import settle_notes
from newsextract.clean.page_credits import spread_credits
from newsextract.clean.repeats import drop_repeats
from newsextract.clean.sign_offs import settle_sign_offs
from newsextract.clean.summary import settle_summary
from newsextract.clean.tags import settle_tags
from newsextract.clean.title import settle_title

__all__ = ["BOOK", "STAGES", "Draft", "Stage", "clean", "cuts_of", "drop_labels", "with_stage"]

STAGES: tuple[Stage, ...] = (
    settle_title,
    settle_summary,
    settle_author_line,
    take_heads,
    settle_days,
    pair_captions,
    lift_caption_lines,
    spread_credits,
    drop_hints,
    join_broken,
    settle_notes,
    settle_sign_offs,
    drop_chrome,
    drop_repeats,
    settle_kinds,
    settle_line_headings,
    settle_headings,  # late: what is a heading depends on what is left below it
    settle_tags,
    settle_language,  # last: the language is that of the story alone
)
"""The stages in their order; labels went before, with ``drop_labels``, or a repeated "Logo" would be the headline."""


def with_stage(stage: Stage) -> tuple[Stage, ...]:
    """Return the stages with one more, for which fields are taken and noise is cut, but kinds are not settled."""
    at = STAGES.index(settle_kinds)
    return (*STAGES[:at], stage, *STAGES[at:])


def clean(draft: Draft, stages: Sequence[Stage] = STAGES) -> Draft:
    """Return the draft after all stages."""
    for stage in stages:
        draft = stage(draft)
    return draft
