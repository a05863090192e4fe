"""Discovery: a site, a feed or a sitemap -> the addresses of articles that it lists, with what it says of them.

``walk`` goes from the site to its lists and asks for each; ``kinds`` tells by its bytes what came; ``feed``,
``json_feed``, ``sitemap`` and ``home`` read one kind each. ``newsextract.discover(...)`` is ``entry.discover``.
"""

from __future__ import annotations

from newsextract.discovery.found import Found, Source

__all__ = ["Found", "Source"]
