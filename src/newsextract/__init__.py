"""newsextract: a news page, or the noisy text scraped from one, goes in; the clean, structured article comes out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from newsextract.article import Article, Block, Credit, Cut, Image, Note, Status
from newsextract.errors import BatchError, FetchError, InputError, NewsExtractError
from newsextract.extract import extract, extract_text, extract_url
from newsextract.page import Page

if TYPE_CHECKING:
    from newsextract.batch.entry import batch
    from newsextract.discovery import Found
    from newsextract.discovery.entry import discover
    from newsextract.fetch import Fetcher, Limits
    from newsextract.site import SiteMemory

__all__ = [
    "Article", "BatchError", "Block", "Credit", "Cut", "FetchError", "Fetcher", "Found", "Image", "InputError",
    "Limits", "NewsExtractError", "Note", "Page", "SiteMemory", "Status", "__version__", "batch", "discover", "extract",
    "extract_text", "extract_url",
]  # fmt: skip
__version__ = "0.1.0"
_LATER = {
    "Fetcher": "newsextract.fetch",
    "Limits": "newsextract.fetch",
    "Found": "newsextract.discovery",
    "discover": "newsextract.discovery.entry",
    "SiteMemory": "newsextract.site",
}


def __getattr__(name: str) -> Any:
    """Import the fetching, and with it requests, only for those who fetch; and batches, discovery, memories."""
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    if name == "batch":
        return import_module("newsextract.batch")
    raise AttributeError(f"module 'newsextract' has no attribute {name!r}")
