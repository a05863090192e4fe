"""Draft -> Draft: the cleaning, as a table of small stages."""

from __future__ import annotations

from collections.abc import Sequence

from newsextract.clean.draft import Draft, Stage

__all__ = ["STAGES", "Draft", "Stage", "clean"]

STAGES: tuple[Stage, ...] = ()
"""The stages in their order."""


def clean(draft: Draft, stages: Sequence[Stage] = STAGES) -> Draft:
    """Return the draft after all stages."""
    for stage in stages:
        draft = stage(draft)
    return draft
