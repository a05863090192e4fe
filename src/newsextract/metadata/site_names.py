"""The name of the publication: no slogan, and no address where a name is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain

from newsextract.metadata.parties import site_key
from newsextract.metadata.titles import is_site, without_site

TITLE = "meta.title"
MAX_NAME = 40
"""A longer name may have a slogan behind a mark: "The Example | News for the North and the islands"."""
_MARKS = " -–—|·•:»«›‹/~>_®™"
_MARK = re.compile(r"\s[|\-–—·•»:/]{1,2}\s|\s?[|｜]\s?|:\s")


def settle(claims: Sequence[tuple[str, str]], title: str | None, hosts: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Return the names that a page offers for its site with their sources, the one to believe first.

    claims: source and name, the trusted first. title: of the title element, whose end may name the site. hosts: keys of
    the page's host and of its main label.
    """
    keys = {site_key(text) for source, text in claims if len(text) <= MAX_NAME} | hosts
    offers = [(source, name) for source, text in claims if (name := _named(text, frozenset(keys)))]
    names = [offer for offer in offers if not _is_address(offer[1])]
    if not names and title:
        names = [(TITLE, name) for name in _in_title(title, hosts) if not _is_address(name)]
    return tuple(dict.fromkeys(chain(names, offers)))


def _named(text: str, keys: frozenset[str]) -> str:
    """Return a name without a slogan: of a long one the first part that is a name elsewhere, too."""
    text = text.removeprefix("www.").strip(_MARKS)
    if len(text) <= MAX_NAME:
        return text
    return next((piece for piece in _MARK.split(text) if site_key(piece) in keys), text)


def _is_address(name: str) -> bool:
    """Whether a name is a host in lower case: "Example.org" is a name, "example.org" hardly ever."""
    return "." in name and " " not in name and name.islower()


def _in_title(title: str, hosts: frozenset[str]) -> list[str]:
    """Return the parts at the end of a title, and at its start, that the host is named for."""
    before, _, after = title.partition(without_site(title, hosts) or title)
    return [name for piece in (after, before) if (name := piece.strip(_MARKS)) and is_site(name, hosts)]
