"""Draft -> status: what kind of answer the page gave, and by what one sees it."""

from __future__ import annotations

from newsextract.status.detectors import outcome
from newsextract.status.view import Answer

__all__ = ["Answer", "outcome"]
