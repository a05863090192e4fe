"""Pages of a site -> what recurs on them and where their stories stand; kept by the caller, used where it is passed."""

from __future__ import annotations

from newsextract.site.memory import SiteMemory

__all__ = ["SiteMemory"]
