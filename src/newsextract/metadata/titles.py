"""Headlines of many sources -> the one that the page shows: site names cut off, agreement decides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from newsextract.metadata.parties import site_key
from newsextract.metadata.scripts import is_east_asian
from newsextract.text import fold

WEIGHTS: dict[str, float] = {
    "visible": 5.1,
    "visible.rest": 3.2,
    "json_ld": 2.6,
    "opengraph": 1.6,
    "microdata": 1.5,
    "meta.title": 0.8,
    "json_ld.page": 0.8,
    "meta": 0.7,
    "visible.parts": 3.5,
    "visible.weak": 2.0,
    "visible.whole": 0.7,
    "opengraph.twitter": 0.4,
}
"""What each source's word counts; sources that say the same add up."""

SPELLING = {"visible.parts": 0.1, "visible.whole": 0.1}
"""What their spelling counts where it is less than their word: a headline of several lines lacks the colon between."""

MAX_LENGTH, MAX_PARTS = 500, 8
MIN_PIECE, MAX_SITE = 8, 60
_HANDS = {"opengraph.twitter": "opengraph", "meta": "opengraph", "json_ld.page": "meta.title"}
_LEADERS = frozenset({"visible", "visible.rest", "visible.parts", "visible.weak", "json_ld"})
_TOLD = frozenset({"json_ld", "opengraph", "microdata"})
"""Sources by which a shown headline with a bar in it is cut: no prose has one."""
_GENERIC_WORDS = """
news online magazine blog today tv uk us international website home homepage official site nachrichten zeitung
the der die
das noticias periódico diario portal web llc inc gmbh ag ltd
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
"""Words beside a site's name that leave it the site's."""
_MARK = re.compile(r"\s[|\-–—·•»«›‹:/~>]{1,2}\s|\s?(?:[|｜丨]|::|--)\s?|_(?=\S)|\s?:\s")
_MARK_EAST = re.compile(_MARK.pattern + r"|\s?[-–]\s?(?=\S)")
"""East of the blank a hyphen alone parts a title; it never stands in a word."""
_DOTS = ("…", "...")
_KEY = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline as one source has it, and what is left of it without the site's name."""

    source: str
    whole: str
    text: str
    key: str


def settle(claims: Iterable[tuple[str, str]], sites: frozenset[str]) -> tuple[Headline | None, tuple[Headline, ...]]:
    """Return the headline of the page and all of its forms.

    claims: pairs of source (a key of ``WEIGHTS``) and text. sites: keys of the site's names (``names.site_key``).
    The forms that agree, but for punctuation, count together; among equals the shown form is taken.
    """
    heard = [(source, text) for source, raw in claims if _key(text := unescape(raw[:MAX_LENGTH]))]
    texts = {whole: without_site(whole, sites) for _, whole in heard}
    keys = {text: _key(text) for text in texts.values()}
    forms = [Headline(source, whole, texts[whole], keys[texts[whole]]) for source, whole in heard]
    by_source = {form.source: form.key for form in forms}
    forms = [_uncut(form, forms) for form in forms if not _is_kicker(form, by_source)]
    leaders = {form.key for form in forms if form.source in _LEADERS}
    told = {form.key for form in forms if form.source in _TOLD}
    barred = [form.source in _LEADERS and "|" in form.text for form in forms]
    forms = [_agreed(form, told if bar else leaders) for form, bar in zip(forms, barred, strict=True)]
    votes: dict[str, dict[str, float]] = {}
    for form in forms:
        votes.setdefault(form.key, {})[form.source] = WEIGHTS.get(form.source, 0.5)
    if not votes:
        return None, ()
    best = max(votes, key=lambda key: _sum(votes[key]))
    return _spelled([form for form in forms if form.key == best]), tuple(forms)


def _sum(votes: Mapping[str, float]) -> float:
    """Add up what sources count; of those that one hand fills in, such as the tags for networks, one alone."""
    hands: dict[str, float] = {}
    for source, weight in votes.items():
        hand = _HANDS.get(source, source)
        hands[hand] = max(hands.get(hand, 0.0), weight)
    return sum(hands.values())


def _spelled(forms: Sequence[Headline]) -> Headline:
    """Return the form that most sources spell; among equals the most trusted."""
    spelled: dict[str, float] = {}
    for form in forms:
        weight = SPELLING.get(form.source, WEIGHTS.get(form.source, 0.5))
        spelled[fold(form.text)] = spelled.get(fold(form.text), 0.0) + weight
    best = max(spelled, key=lambda text: spelled[text])
    return max((form for form in forms if fold(form.text) == best), key=lambda form: WEIGHTS.get(form.source, 0.5))


def _is_kicker(form: Headline, keys: Mapping[str, str]) -> bool:
    """Whether a source has for the headline what stands in the heading beside it. keys: what each source has."""
    rest, whole = keys.get("visible.rest"), keys.get("visible.whole")
    return rest is not None and form.key != rest and whole in (form.key + rest, rest + form.key)


def _uncut(form: Headline, forms: Sequence[Headline]) -> Headline:
    """Return a headline that breaks off with dots as another source has it in full."""
    if not form.text.endswith(_DOTS) or len(form.key) < MIN_PIECE:
        return form
    longer = (other for other in forms if other.key.startswith(form.key) and not any(map(other.text.count, _DOTS)))
    full = max(longer, key=lambda other: WEIGHTS.get(other.source, 0.5), default=form)
    return Headline(form.source, form.whole, full.text, full.key)


def _agreed(form: Headline, leaders: set[str]) -> Headline:
    """Return a headline cut to the part, from its start or to its end, that a leading source has as a whole."""
    if form.key in leaders:
        return form
    parts = _parts(form.text)
    for number in range(len(parts) - 1, 0, -1):
        for first, last in ((0, number - 1), (len(parts) - number, len(parts) - 1)):
            piece = form.text[parts[first][0] : parts[last][1]]
            if len(piece) > MIN_PIECE and (key := _key(piece)) in leaders:
                return Headline(form.source, form.whole, piece, key)
    return form


def _parts(text: str) -> list[tuple[int, int]]:
    """Return where the parts between the marks begin and end."""
    parts, start = [], 0
    for mark in (_MARK_EAST if is_east_asian(text) else _MARK).finditer(text):
        if mark.start() > start:
            parts.append((start, mark.start()))
        start = mark.end()
        if len(parts) >= MAX_PARTS:
            break
    if start < len(text):
        parts.append((start, len(text)))
    return parts


def without_site(text: str, sites: frozenset[str]) -> str:
    """Return a headline without parts at either end that are names of the site.

    >>> without_site("Politics | Harbour opens - The Daily Example", frozenset({"dailyexample"}))
    'Politics | Harbour opens'
    """
    parts = _parts(text)
    if len(parts) < 2:
        return text
    first, last = 0, len(parts) - 1
    while last > first and is_site(text[slice(*parts[last])], sites):
        last -= 1
    while first < last and is_site(text[slice(*parts[first])], sites):
        first += 1
    return text[parts[first][0] : parts[last][1]] if (first, last) != (0, len(parts) - 1) else text


def is_site(text: str, sites: frozenset[str]) -> bool:
    """Whether a part of a title is a name of the site, or most of one, apart from words like "News" and "Online"."""
    if len(text) > MAX_SITE:
        return False
    key = site_key(text)
    if key in sites:
        return True
    core = site_key(" ".join(word for word in text.split() if word.casefold().strip(".") not in _GENERIC))
    if core in sites:
        return True
    return len(core) > 4 and any(
        len(site) > 4 and (core in site or site in core) and min(len(core), len(site)) > 0.6 * max(len(core), len(site))
        for site in sites
    )


def _key(text: str) -> str:
    return _KEY.sub("", text.lower() if text.isascii() else fold(text))
