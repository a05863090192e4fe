"""Sign-offs, endings in brackets and the dateline -> credits: who helped, and which agency sent it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from newsextract.article import BlockKind, Credit, CreditKind, CreditRole, NoteKind
from newsextract.clean.dateline import Opening, opening
from newsextract.clean.draft import Draft
from newsextract.clean.phrases import plain, table
from newsextract.content import Piece
from newsextract.metadata.agencies import agency
from newsextract.metadata.attribution import has_full_name, persons
from newsextract.metadata.clauses import clauses
from newsextract.metadata.facts import Mention
from newsextract.metadata.names import credited, unique
from newsextract.metadata.parties import Setting, is_slug

HEAD = 2  # passages at the top of the story that may have the dateline
LONGEST = 4  # words of an agency's name
TURNS = 2  # openings alike are turns of a transcript

_ENDING = re.compile(r"[.!?…»”\"'。！？]\s?[(\[（【]([^()\[\]（）【】]{2,40})[)\]）】][\s+*.]{0,6}$")
"""What stands in brackets behind the last sentence: "(dpa/lnw)", "(Jane Roe)"."""
_PARTS = re.compile(r"[/,;|+&()\[\]（）【】:：]| (?:et|and|y|und|e|и|with|mit|via) ")


def settle_sign_offs(draft: Draft) -> Draft:
    """Credit whom the story's notes, the brackets at its end and its dateline name; the passages keep their words."""
    setting = draft.facts.setting
    found = [
        credit for note in draft.notes if note.kind is NoteKind.SIGN_OFF for credit in _of_note(note.text, setting)
    ]
    prose = [piece for piece in draft.prose() if piece.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)]
    if prose and (ending := _ENDING.search(prose[-1].text[-60:])):
        found += _of_ending(ending[1], setting)
    opened = _opened(prose)
    facts = draft.facts
    if opened is not None:
        facts = replace(facts, dateline=opened.dateline)
        found += _of_opening(opened, setting)
    return replace(draft, facts=replace(facts, credits=_merged(facts.credits, found))) if found or opened else draft


def _merged(known: tuple[Credit, ...], found: Iterable[Credit]) -> tuple[Credit, ...]:
    """Return all credits, the known first; a reporter of a sign-off is an author only where no other person is."""
    found = list(found)
    if has_full_name(known):
        found = [_beside(credit) for credit in found]
    elif has_full_name(found):  # rather than an account's name
        known = tuple(credit for credit in known if credit not in persons(known) or not is_slug(credit.name))
    return unique([*known, *found])


def _beside(credit: Credit) -> Credit:
    return replace(credit, role=CreditRole.CONTRIBUTOR) if credit.role is CreditRole.AUTHOR else credit


def _of_note(text: str, setting: Setting) -> Iterator[Credit]:
    """Yield whom a sign-off names: by its labels, and every agency in it."""
    helped = next((phrase for phrase in table("sign-off-ends") if phrase in plain(text)), None)
    named = Mention(text.strip("()[]（）【】 ."))
    if helped is not None:
        named = Mention(text[: plain(text).index(helped)], role=CreditRole.CONTRIBUTOR)
    if helped is None and not any(clause.labelled for clause in clauses(named.text, named.role, setting.tongue)):
        named = Mention("")
    for credit in credited(named, setting, given=False):
        if credit.kind is CreditKind.PERSON and credit.name[0].islower():
            continue
        sent = credit.kind is CreditKind.AGENCY and credit.role is CreditRole.AUTHOR
        yield replace(credit, role=CreditRole.SOURCE) if sent else credit
    yield from _agencies(text, text)


def _agencies(text: str, raw: str) -> Iterator[Credit]:
    """Yield the agencies among the words of a text, as its sources."""
    for part in _PARTS.split(text):
        words = part.strip(" .").split()
        at = 0
        while at < len(words):
            size = next((n for n in range(LONGEST, 0, -1) if _is_agency(words[at : at + n])), 0)
            if size:
                yield Credit(" ".join(words[at : at + size]).strip(".,"), CreditKind.AGENCY, CreditRole.SOURCE, raw)
            at += size or 1


def _is_agency(words: list[str]) -> bool:
    return bool(words) and agency(" ".join(words).strip(".,")) is not None


def _of_ending(words: str, setting: Setting) -> Iterator[Credit]:
    """Yield the agencies in brackets at the story's end, or the one person in full there."""
    told = list(_agencies(words, words))
    if told or any(map(str.isdigit, words)):
        yield from told
        return
    found = credited(Mention(words), setting, given=False)
    if len(found) == 1 and found[0].kind is CreditKind.PERSON and found[0].name == words and " " in words:
        yield from found


def _opened(prose: list[Piece]) -> Opening | None:
    """Return the dateline of the first passages; a name before a colon at many passages is whose turn it is."""
    for piece in prose[:HEAD]:
        found = opening(piece.text)
        if found is not None:
            colons = sum(other.text[:60].partition(":")[0].isupper() and ":" in other.text[:60] for other in prose)
            return found if colons < TURNS or found.dateline.agency else None
    return None


def _of_opening(opened: Opening, setting: Setting) -> Iterator[Credit]:
    name = opened.dateline.agency
    if name is not None and (agency(name) or agency(name.upper())):
        yield Credit(name if agency(name) else name.upper(), CreditKind.AGENCY, CreditRole.SOURCE)
    if opened.reporter is not None:
        yield from credited(Mention(opened.reporter), setting, given=False)
