"""Survey -> Identity: by what a page's own article is told from another one that the page also speaks of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsextract.metadata.headline import TITLE_METAS, agreement, grams
from newsextract.metadata.survey import Survey
from newsextract.metadata.visible import text_of
from newsextract.urls import absolute, host

ALIKE, UNLIKE = 0.5, 0.3


@dataclass(frozen=True, slots=True)
class Identity:
    """The addresses and the titles that the page gives itself."""

    urls: frozenset[str]
    titles: tuple[frozenset[str], ...]

    def has_url(self, urls: Iterable[str]) -> bool | None:
        """Whether one of these is the page's address; None where they or the page say nothing."""
        others = {key for url in urls if (key := _key(url))}
        if not others or not self.urls:
            return None
        return not others.isdisjoint(self.urls)

    def has_title(self, title: str) -> bool | None:
        """Whether a title is much like one of the page's (True), like none of them (False), or neither (None)."""
        own = grams(title)
        best = max((agreement(own, other) for other in self.titles), default=None)
        if best is None or UNLIKE < best < ALIKE:
            return None
        return best >= ALIKE


def identity(page: Survey) -> Identity:
    """Return the identity of a page."""
    urls = [page.document.url or "", *page.meta("og:url", "al:web:url")]
    urls += page.canonical
    titles = [page.title, *page.meta(*TITLE_METAS)]
    if page.headline is not None:
        titles.append(text_of(page.headline))
    keys = (_key(absolute(page.document.base, url) or "") for url in urls)
    return Identity(frozenset(key for key in keys if key), tuple(grams(title) for title in titles if title))


def _key(url: str) -> str | None:
    """Return an address in the form for comparing: no scheme, "www.", query, end; None for a front page or fragment."""
    name = host(url)
    if name is None:
        return None
    path = url.split("://", 1)[-1].partition("/")[2].split("#")[0]
    path, _, query = path.partition("?")
    if not path.strip("/") and not query:
        return None
    for label in ("www.", "m.", "amp.", "mobile."):
        name = name.removeprefix(label)
    return f"{name}/{path.strip('/') or query}".lower()
