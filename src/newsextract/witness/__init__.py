"""Document -> Story: the text of a page whose visible markup has none, out of the data that its scripts would show."""

from __future__ import annotations

from newsextract.witness.telling import Story, link_lines, story

__all__ = ["Story", "link_lines", "story"]
