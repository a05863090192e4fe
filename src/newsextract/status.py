"""Blocks and Facts -> Status: what kind of answer the page gave, and why."""

from __future__ import annotations

from collections.abc import Sequence

from newsextract.article import PROSE, Block, Status
from newsextract.metadata import Facts

STUB_SIZE = 400


def outcome(body: Sequence[Block], facts: Facts) -> tuple[Status, tuple[str, ...]]:
    """Return the status of an article with this body, and the reasons where it is not ``ok``."""
    size = sum(len(block.text) for block in body if block.kind in PROSE)
    if not size and facts.body:
        return Status.SCRIPT_ONLY, ("the markup holds no story, the structured data does",)
    if not size:
        return Status.EMPTY, ("no passage of the page reads as part of a story",)
    if "LiveBlogPosting" in facts.kinds:
        return Status.LIVE, ("the page says that it is a live blog",)
    if facts.access is False and size < STUB_SIZE:
        return Status.PAYWALL, ("the page says that it is not free, and shows only a few lines",)
    if "VideoObject" in facts.kinds and size < STUB_SIZE:
        return Status.VIDEO, ("the page is about a video, and has only a few lines of text",)
    return Status.OK, ()
