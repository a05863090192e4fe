"""Claims of who made the text -> its credits: structured names and the shown byline, each setting the other right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsextract.article import Credit, CreditKind, CreditRole
from newsextract.metadata.credit_words import PARTICLES
from newsextract.metadata.facts import Claim, Mention
from newsextract.metadata.names import MAX_CREDITS, credited, key, unique
from newsextract.metadata.parties import Setting, is_slug, site_key
from newsextract.metadata.printed import LABEL
from newsextract.metadata.scripts import is_uncased

ORDER = ("json_ld", "microdata", "opengraph", "meta", "visible", "visible.plain", "json_ld.page", "visible.far")
"""The sources, the trusted first."""

DOUBTFUL = frozenset({"json_ld.page", "visible.far"})
"""Sources that may speak of the site or of another story."""
SHOWN = frozenset({"visible", "visible.plain", "visible.far"})
HELPERS = frozenset({CreditRole.CONTRIBUTOR, CreditRole.EDITOR, CreditRole.TRANSLATOR})
MAX_MORE = 3
"""How many persons a byline may name beyond those of structured data and still be believed."""

MAX_MENTIONS = 200
"""How many different mentions are read."""

Told = tuple[str, tuple[Credit, ...]]
"""A source, and whom it credits."""

Credited = dict[tuple[Mention, bool], tuple[Credit, ...]]
"""Mention, and whether it is of structured data -> whom it credits."""


def settle(claims: Iterable[Claim], setting: Setting) -> tuple[Told | None, list[Told]]:
    """Return the credits of the article with the source that they are taken from, and what every source said.

    The first source that names a person is believed, a full name before an account's; the byline on the page is, where
    it names the same persons and more. Agencies, editors and translators that other sources name are added.
    """
    claims = list(claims)
    read = _read(claims, setting)
    heard = _heard(claims, read)
    if not heard:
        return None, []
    ranked = sorted(heard, key=lambda told: ORDER.index(told[0]) if told[0] in ORDER else len(ORDER))
    best = next((told for told in ranked if _full(told)), None)
    best = best or next((told for told in ranked if _says_more_than_the_site(told, setting)), ranked[0])
    if best[0] == "meta" and (shown := _labelled(claims, read)) is not None and not _overlap(shown, best[1]):
        best = ("visible", shown)  # the meta element often names the site's owner
    for line in _lines(claims, read):
        if more(line, best[1]):
            best = ("visible", unique([*line, *best[1]]))
            break
    sure = (named for source, named in ranked if source not in DOUBTFUL)
    added = [one for named in sure for one in named if one.kind is CreditKind.AGENCY or _helped(one)]
    return (best[0], unique([*best[1], *added])), ranked


def _labelled(claims: Iterable[Claim], read: Credited) -> tuple[Credit, ...] | None:
    """Return whom the first line of the shown byline credits that has a label and names a person in full."""
    for claim in claims:
        if claim.source in ("visible", "visible.plain") and isinstance(claim.value, Mention):
            named = read.get((claim.value, False), ())
            if LABEL.match(" ".join(claim.value.text.split())) and has_full_name(named):
                return named
    return None


def _overlap(one: Sequence[Credit], other: Sequence[Credit]) -> bool:
    names = [{word for credit in persons(part) for word in credit.name.casefold().split()} for part in (one, other)]
    return not names[0].isdisjoint(names[1])


def _helped(credit: Credit) -> bool:
    """Whether a person is credited for a part that other sources pass over: editing, translation."""
    return credit.kind is CreditKind.PERSON and credit.role in HELPERS and " " in credit.name


def _read(claims: Iterable[Claim], setting: Setting) -> Credited:
    """Return whom each mention credits; most sources say the same."""
    read: Credited = {}
    for claim in claims:
        if isinstance(claim.value, Mention):
            told = claim.value, claim.source not in SHOWN
            if told not in read and len(read) < MAX_MENTIONS:
                read[told] = credited(claim.value, setting, given=told[1])
    return read


def _heard(claims: Iterable[Claim], read: Credited) -> list[Told]:
    found: dict[str, list[Credit]] = {}
    for claim in claims:
        if isinstance(claim.value, Mention) and len(named := found.setdefault(claim.source, [])) < MAX_CREDITS:
            named.extend(read.get((claim.value, claim.source not in SHOWN), ()))
    return [(source, unique(named)) for source, named in found.items() if named]


def _lines(claims: Iterable[Claim], read: Credited) -> list[tuple[Credit, ...]]:
    """Return whom each line of the shown byline credits, if it is all of names: in links or in one run of text."""
    shown = (claim.value for claim in claims if claim.source in ("visible", "visible.plain"))
    lines = (mention for mention in shown if isinstance(mention, Mention))
    return [read.get((line, False), ()) for line in lines if len(line.marked) > 1 or "\n" not in line.text]


def _full(told: Told) -> bool:
    """Whether a source names a person in full, or structured data name one in a word that is no account's."""
    source, every = told
    return has_full_name(every) or (source not in SHOWN and any(not is_slug(one.name) for one in persons(every)))


def has_full_name(every: Iterable[Credit]) -> bool:
    """Whether a person is credited as author in more than one word, or in a script whose names are one."""
    return any(_is_full(credit.name) for credit in persons(every))


def _is_full(name: str) -> bool:
    first, _, rest = name.partition(" ")
    return is_uncased(name) or (bool(rest) and (not first.islower() or first in PARTICLES))


def _says_more_than_the_site(told: Told, setting: Setting) -> bool:
    return any(credit.role is CreditRole.AUTHOR and not is_site(credit, setting) for credit in told[1])


def is_site(credit: Credit, setting: Setting) -> bool:
    """Whether a credit is the site's own name."""
    return site_key(credit.name) in setting.sites | setting.hosts


def persons(every: Iterable[Credit]) -> list[Credit]:
    """Return the persons who are credited as authors."""
    return [one for one in every if one.kind is CreditKind.PERSON and one.role is CreditRole.AUTHOR]


def more(line: Sequence[Credit], told: Sequence[Credit]) -> bool:
    """Whether a line of the byline has all persons that structured data name, and a few more full names."""
    names = {key(credit): credit.name for credit in persons(line)}
    known = {key(credit) for credit in persons(told)}
    others = [name for own, name in names.items() if own not in known]
    return bool(known) and known < names.keys() and len(others) <= MAX_MORE and all(" " in name for name in others)
