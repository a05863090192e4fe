"""Mentions -> Credits: persons, desks, organisations and agencies of a byline, each with its role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsextract.article import Credit, CreditKind, CreditRole
from newsextract.metadata.agencies import agency
from newsextract.metadata.clauses import EDGES, Clause, clauses
from newsextract.metadata.facts import Mention
from newsextract.metadata.parties import MAX_NAME, Setting, Standing, is_credential, is_job, is_slug, is_title, party
from newsextract.text import fold

MAX_LENGTH = 600
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
    every = (clause for clause in clauses(text, mention.role, setting.tongue) if clause.role)
    found = unique(credit for clause in every for credit in _clause(clause, setting, standing))
    if mention.marked:
        found = _by_markup(found, mention, setting)
    if any(credit.kind is CreditKind.PERSON for credit in found):
        found = tuple(credit for credit in found if credit.kind is not CreditKind.DESK or not is_title(credit.name))
    raw = line if len(found) != 1 or found[0].name != line else None
    return tuple(Credit(credit.name, credit.kind, credit.role, raw) for credit in found)


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
    return agency(credit.name) or fold(credit.name)


def _whole(line: str, mention: Mention, setting: Setting, given: bool) -> Credit | None:
    """Return the credit of words that are one name as they stand, whatever "and" or comma is in it."""
    if agency(line) is not None:
        return Credit(line, CreditKind.AGENCY, mention.role)
    if not given:
        return None
    if mention.kind is CreditKind.ORGANIZATION:
        named = party(line, setting, Standing(given=True, lone=True)) if "," not in line else None
        kind = CreditKind.ORGANIZATION if named is None or named.kind is CreditKind.PERSON else named.kind
        return Credit(line, kind, mention.role) if 1 < len(line) <= 2 * MAX_NAME else None
    named = party(line, setting, Standing(given=True, lone=True))
    if named is None or named.name != line or named.kind is not CreditKind.ORGANIZATION:
        return None
    return None if any(mark in line for mark in (",", "&", "/", " and ")) else Credit(line, named.kind, mention.role)


def _clause(clause: Clause, setting: Setting, standing: Standing) -> Iterator[Credit]:
    """Yield whom one clause credits; what only describes somebody named before is passed over."""
    role = clause.role or CreditRole.AUTHOR
    found: list[Credit] = []
    titled = False
    for number, part in enumerate(clause.parts):
        last = found[-1] if found else None
        if last is not None and is_credential(part):
            if last.kind is CreditKind.PERSON:
                found[-1] = Credit(f"{last.name}, {part.strip(' ')}", last.kind, role)
            continue
        described = bool(last) and not clause.joined[number]
        if described and titled and not _titled(clause, number):
            continue
        named = party(part, setting, replace(standing, lone=standing.lone or clause.labelled, follows=described))
        titled = named is None and is_job(part) if last else False
        if named is not None and not (named.kind is CreditKind.PERSON and _is_place(clause, number, named.name, found)):
            found.append(Credit(named.name, named.kind, role))
    yield from found


def _titled(clause: Clause, number: int) -> bool:
    """Whether a job title follows a part: "Jane Roe, Editor, John Doe, Reporter"."""
    return number + 1 < len(clause.parts) and is_job(clause.parts[number + 1]) and not is_job(clause.parts[number])


def _is_place(clause: Clause, number: int, name: str, found: list[Credit]) -> bool:
    """Whether one word after a full name and a comma is a place: "Jane Roe, Boston", "AFP, MANILA"."""
    if " " in name or not found or clause.joined[number] or agency(name):
        return False
    return any(" " in credit.name or credit.kind is CreditKind.AGENCY for credit in found) and name.isascii()


def _by_markup(found: Iterable[Credit], mention: Mention, setting: Setting) -> tuple[Credit, ...]:
    """Return the credits with the persons that markup sets apart, and all that are no persons."""
    marked = [
        credit
        for name in mention.marked
        for clause in clauses(name, mention.role, setting.tongue)
        if clause.role
        for credit in _clause(clause, setting, Standing(lone=True))
    ]
    persons = {key(credit) for credit in marked if credit.kind is CreditKind.PERSON}
    if not persons:
        return tuple(found)
    kept = [credit for credit in found if credit.kind is not CreditKind.PERSON or key(credit) in persons]
    have = {key(credit) for credit in kept}
    return unique([*kept, *(credit for credit in marked if key(credit) not in have)])


def _letters(name: str) -> str:
    return "".join(char for char in fold(name) if char.isalnum())
