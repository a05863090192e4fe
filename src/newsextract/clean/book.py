"""Every rule that can name a cut, with its reason: those told by words, and those of stages and verdicts."""

from __future__ import annotations

from collections.abc import Mapping

from newsextract.clean import chrome, labels
from newsextract.reasons import REASONS

BOOK: Mapping[str, str] = {**{rule.name: rule.why for rule in (*labels.RULES, *chrome.RULES)}, **REASONS}
"""Name of a rule -> why it cuts."""
