"""Pieces -> which of them are the story: measured, weighed by learned trees, nothing guessed by site."""

from __future__ import annotations

from newsextract.body.judge import judge
from newsextract.body.model import Models

__all__ = ["Models", "judge"]
