"""Mentions -> Credits: persons, desks, organisations and agencies of a byline, each with its role."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsextract.article import Credit, CreditKind, CreditRole
from newsextract.metadata.agencies import agency
from newsextract.metadata.clauses import EDGES, Clause, clauses
from newsextract.metadata.credit_words import JOB_MODIFIERS
from newsextract.metadata.facts import Mention
from newsextract.metadata.jobs import is_credential, is_job, is_title
from newsextract.metadata.labels import BY_FIRST
from newsextract.metadata.parties import (
    MAX_NAME,
    Setting,
    Standing,
    is_slug,
    party,
    without_honorifics,
)
from newsextract.metadata.scripts import is_uncased
from newsextract.metadata.splits import heads, parts
from newsextract.text import fold

_BEHIND = re.compile(r"\((\w{2,20})\)$")
_FOR = re.compile(r"\s(?:for|für|pour|para|per|voor|of|with)\s", re.IGNORECASE)
_ABOUT = frozenset({"of", "für"})
MAX_LENGTH, MIN_NAME = 600, 2
INITIALS = 4
"""Letters of the longest sign of an editor."""
CREDENTIAL_SIZE = range(2, 7)
"""Letters of the shortest and longest credential."""
MAX_CREDITS = 40


def credited(mention: Mention, setting: Setting, *, given: bool) -> tuple[Credit, ...]:
    """Return whom the words of a source credit, in their order; nothing for words that credit nobody.

    Labels ("By", "Von", "記者") are read as roles; job titles, places, dates, addresses and handles are left out.
    Where markup sets names apart (``marked``), only these are persons. given: the source is structured data, so that
    the words are a name unless they say otherwise.
    """
    text = mention.text[:MAX_LENGTH]
    line = " ".join(text.split()).strip(EDGES)
    if whole := _whole(line, mention, setting, given):
        return (whole,)
    standing = Standing(given=given, lone=given or " " not in line)
    lines = frozenset(part.strip(EDGES) for part in text.split("\n"))
    every = (clause for clause in clauses(text, mention.role, setting.tongue) if clause.role)
    found = unique(credit for clause in every for credit in _clause(clause, setting, standing, lines))
    if mention.marked:
        found = _by_markup(found, mention, setting)
    if any(credit.kind is CreditKind.AGENCY for credit in found):
        found = tuple(credit for credit in found if not _is_initials(credit))
    if any(credit.kind is CreditKind.PERSON for credit in found):
        found = tuple(credit for credit in found if credit.kind is not CreditKind.DESK or not is_title(credit.name))
    raw = line if len(found) != 1 or found[0].name != line else None
    return tuple(Credit(credit.name, credit.kind, credit.role, raw) for credit in found)


def _is_initials(credit: Credit) -> bool:
    """Whether a name beside an agency's is no more than an editor's sign: "det/dpa"."""
    return credit.kind is CreditKind.PERSON and len(credit.name) <= INITIALS and is_slug(credit.name)


def unique(every: Iterable[Credit]) -> tuple[Credit, ...]:
    """Return the first credit of each name.

    Names of one agency are one, and "jane-roe" beside "Jane Roe" is no other.
    """
    found: dict[str, Credit] = {}
    for credit in every:
        found.setdefault(key(credit), credit)
        if len(found) >= MAX_CREDITS:
            break
    names = {_letters(credit.name) for credit in found.values() if not is_slug(credit.name)}
    return tuple(credit for credit in found.values() if not is_slug(credit.name) or _letters(credit.name) not in names)


def key(credit: Credit) -> str:
    """Return what two credits of one party have in common."""
    return agency(credit.name) or fold(without_honorifics(credit.name))


def _whole(line: str, mention: Mention, setting: Setting, given: bool) -> Credit | None:
    """Return the credit of words that are one name as they stand, whatever "and" or comma is in it."""
    if agency(line) is not None:
        return Credit(line, CreditKind.AGENCY, mention.role)
    if not given:
        return None
    if mention.kind is CreditKind.ORGANIZATION:
        named = party(line, setting, Standing(given=True, lone=True)) if "," not in line else None
        kind = CreditKind.ORGANIZATION if named is None or named.kind is CreditKind.PERSON else named.kind
        one = 1 < len(line) <= 2 * MAX_NAME and not _names_agency(line, setting)
        return Credit(line, kind, mention.role) if one else None
    named = party(line, setting, Standing(given=True, lone=True))
    if named is None or named.name != line or named.kind is not CreditKind.ORGANIZATION:
        return None
    several = any(mark in line for mark in (",", "&", "/", " and ")) or _names_agency(line, setting)
    return None if several and not heads(line.split()) else Credit(line, named.kind, mention.role)


def _names_agency(line: str, setting: Setting) -> bool:
    """Whether an agency is among the names of a line: "Le Figaro et AFP"."""
    return any(agency(part) for part, _ in parts(line, setting.tongue))


def _clause(clause: Clause, setting: Setting, standing: Standing, lines: frozenset[str]) -> Iterator[Credit]:
    """Yield whom one clause credits; what only describes somebody named before is passed over.

    lines: the lines of the byline, in which a name stands as the site has it.
    """
    found: list[Credit] = []
    titled = False
    for number, part in enumerate(clause.parts):
        last = found[-1] if found else None
        role = _own_role(part, clause.role or CreditRole.AUTHOR)
        if last is not None and (is_credential(part) or _is_more_credentials(clause, number, last)):
            if last.kind is CreditKind.PERSON:
                found[-1] = Credit(f"{last.name}, {part.strip(' ')}", last.kind, last.role)
            continue
        described = bool(last) and not clause.joined[number]
        if _opens_title(clause, number):
            continue
        goes_on = number > 0 and clause.joined[number] and _is_of(clause.parts[number - 1])
        if role is None or (titled and (goes_on or (described and not _titled(clause, number)))):
            continue
        lone, origin = standing.lone or clause.labelled, clause.labelled and role is CreditRole.SOURCE
        here = Standing(standing.given, lone, described, origin, part.strip(EDGES) in lines)
        named = [who for piece in _served(part) if (who := party(piece, setting, here))]
        titled = bool(last) and not named and is_job(part)
        for who in named:
            serves = who.kind is CreditKind.ORGANIZATION and described and last and last.kind is CreditKind.PERSON
            if not serves and (who.kind is not CreditKind.PERSON or not _is_place(clause, number, who.name, found)):
                found.append(Credit(who.name, who.kind, role))
    yield from found


def _own_role(part: str, role: CreditRole) -> CreditRole | None:
    """Return the role that a label in brackets behind a name gives: "Jane Roe (text)", "John Doe (photos)"."""
    found = _BEHIND.search(part)
    label = BY_FIRST.get(found[1].casefold()) if found else None
    said = next((own.role for own in label or () if len(own.words) == 1), role)
    return role if said is CreditRole.AUTHOR else said


def _served(part: str) -> list[str]:
    """Part a name and the agency behind it: "Jane Roe for Agence France-Presse", "JANE ROE Associated Press"."""
    found = _FOR.search(part)
    if found and agency(part[found.end() :]):
        return [part[: found.start()], part[found.end() :]]
    words = part.split()
    tail = " ".join(words[-2:])
    known = len(words) > MIN_NAME + 1 and agency(tail) not in (None, tail)
    return [" ".join(words[:-2]), tail] if known and not agency(part) else [part]


def _titled(clause: Clause, number: int) -> bool:
    """Whether a job title follows a part: "Jane Roe, Editor, John Doe, Reporter"."""
    return number + 1 < len(clause.parts) and is_job(clause.parts[number + 1]) and not is_job(clause.parts[number])


def _is_more_credentials(clause: Clause, number: int, last: Credit) -> bool:
    """Whether a part is in capitals behind letters that the name has: "Jane Roe, MD, FABCD", "Jane Roe CPX, PSX"."""
    words = clause.parts[number].split()
    capitals = [word.strip(" ()®").replace("-", "") for word in last.name.replace(",", " ").split()[1:]]
    known = bool(capitals) and _is_capitals(capitals[-1]) and not last.name.isupper()
    return known and all(_is_capitals(word.strip(" ()®").replace("-", "")) and not agency(word) for word in words)


def _is_capitals(word: str) -> bool:
    return len(word) in CREDENTIAL_SIZE and word.isalpha() and word.isupper()


def _opens_title(clause: Clause, number: int) -> bool:
    """Whether a part is the first half of a job title that an "and" parts: "Senior Life and Trends Reporter"."""
    words = clause.parts[number].casefold().split()
    rest = clause.parts[number + 1 : number + 2]
    return bool(rest) and clause.joined[number + 1] and words[0] in JOB_MODIFIERS and is_job(rest[0].split()[-1])


def _is_of(part: str) -> bool:
    """Whether a part is a job with what it is about, so that an "and" goes on with it: "Head of Marketing"."""
    words = [word.casefold() for word in part.split()]
    return is_job(part) and not _ABOUT.isdisjoint(words[1:-1])


def _is_place(clause: Clause, number: int, name: str, found: list[Credit]) -> bool:
    """Whether one word after a full name and a comma is a place: "Jane Roe, Boston", "AFP, MANILA"."""
    if " " in name or not found or clause.joined[number] or agency(name):
        return False
    return any(" " in credit.name or credit.kind is CreditKind.AGENCY for credit in found) and not is_uncased(name)


def _by_markup(found: Iterable[Credit], mention: Mention, setting: Setting) -> tuple[Credit, ...]:
    """Return the credits with the persons that markup sets apart, and all that are no persons."""
    lines, standing = frozenset(mention.marked), Standing(lone=True)
    marked = [
        credit
        for name in mention.marked
        for clause in clauses(name, mention.role, setting.tongue)
        if clause.role
        for credit in _clause(clause, setting, standing, lines)
    ]
    persons = {key(credit) for credit in marked if credit.kind is CreditKind.PERSON}
    if not persons:
        return tuple(found)
    kept = [credit for credit in found if credit.kind is not CreditKind.PERSON or key(credit) in persons]
    have = {key(credit) for credit in kept}
    if persons <= have:
        return tuple(kept)
    others = (clause for clause in clauses(mention.text, mention.role, setting.tongue) if clause.role is None)
    of_others = (clause._replace(role=mention.role) for clause in others)  # pictures, updates
    have |= {key(credit) for clause in of_others for credit in _clause(clause, setting, standing, lines)}
    return unique([*kept, *(credit for credit in marked if key(credit) not in have)])


def _letters(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())
