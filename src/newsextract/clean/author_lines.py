"""The line that names the author where markup does not call it so: at the headline, at the story's foot, in a box."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsextract.article import BlockKind, Credit, CreditKind, CreditRole
from newsextract.clean.author_labels import is_alone, is_of_person, is_verb, spaced
from newsextract.clean.author_places import OPENING, Places
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.metadata.agencies import agency
from newsextract.metadata.attribution import HELPERS, has_full_name, is_site, more, persons
from newsextract.metadata.credit_words import PLURALS
from newsextract.metadata.evidence import retold
from newsextract.metadata.facts import Mention
from newsextract.metadata.labels import opens_with
from newsextract.metadata.names import credited, unique
from newsextract.metadata.parties import Setting
from newsextract.metadata.printed import LABEL, leftover, printed
from newsextract.metadata.scripts import is_uncased
from newsextract.text import bare

SOURCE = "visible"
PORTRAIT = 16  # passages behind the story among which the author is told about
MAX_NAME_WORDS = 4
SHORTEST = 3  # letters of a name of one word: "Di Mi" are days
LOOSE = 14  # letters beside label, names and date that a byline may have: "in seo", "4 mins read"
BIO = 40  # letters that a text about the author has at least
PICTURES = frozenset({"picture", "credit", "gallery", "video"})
PORTRAITS = frozenset({"bio", "byline"})
_GLUED = re.compile(r"[a-z]{3}[A-Z]")
"""Words that stand together without a blank."""
_ABOUT = re.compile(r"(?:about|über|sobre|à propos de|over|om)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that names somebody: the passages it stands in, as printed, and whom it credits."""

    pieces: tuple[Piece, ...]
    text: str
    credits: tuple[Credit, ...]


def settle_author_line(draft: Draft) -> Draft:
    """Settle byline and credits by the page's own lines, where the metadata name no person in full or no byline.

    Editors and translators whom lines at the headline name are added.
    """
    page = _Page(draft)
    return _helped(_authored(draft, page), page)


def _helped(draft: Draft, page: _Page) -> Draft:
    found = [credit for line in page.helpers() for credit in line.credits]
    if not found:
        return draft
    return replace(draft, facts=replace(draft.facts, credits=unique([*draft.facts.credits, *found])))


def _authored(draft: Draft, page: _Page) -> Draft:
    facts = draft.facts
    found = page.other() if has_full_name(facts.credits) else next(page.lines(), None)
    if found is not None:
        return _credited(draft, found)
    if facts.byline is None or LABEL.match(facts.byline) is None:
        line = page.byline_of(facts.credits)
        return draft if line is None else _told(draft, line)
    return draft


def _told(draft: Draft, line: Line) -> Draft:
    """Return the draft with the byline of known authors; one that is known stays where the line has no label."""
    facts = draft.facts
    if facts.byline is None or LABEL.match(line.text):
        both = unique([*line.credits, *facts.credits]) if more(line.credits, facts.credits) else facts.credits
        return replace(draft, facts=replace(facts, byline=line.text, credits=both))
    return draft


def _credited(draft: Draft, line: Line) -> Draft:
    """Return the draft with whom a line names as its authors; agencies, editors and such that others name stay."""
    facts = draft.facts
    new, stay = list(line.credits), list(facts.credits)
    if persons(new):
        stay = [one for one in stay if one.role is not CreditRole.AUTHOR or one.kind is CreditKind.AGENCY]
    elif any(one.role is CreditRole.AUTHOR and not is_site(one, facts.setting) for one in stay):
        new = [one for one in new if one.kind is CreditKind.AGENCY]
    elif not any(is_site(one, facts.setting) for one in new):
        new = [one for one in new if one.kind in (CreditKind.AGENCY, CreditKind.DESK) or not stay]
        stay = [one for one in stay if not is_site(one, facts.setting)] if new else stay
    if not new:
        return draft if facts.byline else replace(draft, facts=replace(facts, byline=line.text))
    facts = replace(retold(facts, "credits", unique([*new, *stay]), SOURCE), byline=line.text)
    taken = {piece.at: "byline" for piece in line.pieces if piece.at not in draft.taken}
    return replace(draft, facts=facts).take(taken)


class _Page:
    """The passages of a draft, asked for the lines that name somebody."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.setting: Setting = draft.facts.setting
        self.places = Places(draft)
        self.body = self.places.body
        self.known = any(not is_site(credit, self.setting) for credit in draft.facts.credits)

    def lines(self) -> Iterator[Line]:
        """Yield the lines that name an author, the surest first: labelled ones with a person, then with a desk."""
        impersonal: list[Line] = []
        for zone in (self.places.near, self.places.far):
            for before, piece in zone:
                line = self._labelled(piece) or self._below_label(before, piece)
                if line := line or (self._agency(piece) or self._desk(piece) if zone is self.places.near else None):
                    if persons(line.credits):
                        yield line
                    else:
                        impersonal.append(line)
        yield from self._late()
        yield from impersonal
        yield from self._told_about()
        yield from self._boxed()
        if (line := self._last()) is not None:
            yield line

    def other(self) -> Line | None:
        """Return the labelled line at the headline that names quite other persons than the metadata do.

        These may have the account that posted the story; a line with a label and full names speaks for itself.
        """
        known = {word for credit in persons(self.draft.facts.credits) for word in bare(credit.name).split()}
        for before, piece in self.places.near:
            line = None if piece.own & PICTURES else self._labelled(piece, 0) or self._below_label(before, piece)
            if line is not None:
                names = [credit.name for credit in line.credits]
                sure = all(" " in name and not _GLUED.search(name) and not is_uncased(name) for name in names)
                only = all(credit.kind is CreditKind.PERSON for credit in line.credits)
                return line if sure and only and known.isdisjoint(bare(" ".join(names)).split()) else None
        return None

    def helpers(self) -> Iterator[Line]:
        """Yield the lines at the headline that name only editors, translators and such: "Reviewed by Jane Roe"."""
        for _, piece in self.places.near:
            if opens_with(piece.text, HELPERS):
                found = credited(Mention(piece.text), self.setting, given=False)
                named = tuple(one for one in found if one.kind is CreditKind.PERSON and " " in one.name)
                if named and all(one.role in HELPERS for one in named):
                    yield Line((piece,), piece.text, named)

    def byline_of(self, known: Sequence[Credit]) -> Line | None:
        """Return the line near the headline, else behind the story, that has the name of a known author."""
        names = {bare(credit.name) for credit in known if credit.role is CreditRole.AUTHOR}
        for before, piece in [*self.places.near, *self.places.far]:
            line = bare(piece.text)
            if any(len(name) > 3 and name in line for name in names):
                text = piece.text if before is None or not is_verb(before.text) else f"{before.text}\n{piece.text}"
                told = printed(Mention(text), self.setting)
                if told is not None and leftover(piece.text, self.setting) <= LOOSE:
                    return Line((piece,), told, credited(Mention(told), self.setting, given=False))
        return None

    def _labelled(self, piece: Piece, loose: int = LOOSE) -> Line | None:
        """Read "By Jane Roe", also behind a date: "May 3 · By Jane Roe"."""
        text = spaced(piece.text)
        if LABEL.search(text) is None:
            return None
        line = printed(Mention(text), self.setting)
        if line is None or LABEL.match(line) is None or leftover(text, self.setting) > loose:
            return None
        found = self._line((piece,), line, single=True)
        if found is None or "\n" not in text:
            return found
        helped = (one for one in credited(Mention(text), self.setting, given=False) if one.role in HELPERS)
        return replace(found, credits=unique([*found.credits, *helped]))

    def _below_label(self, before: Piece | None, piece: Piece) -> Line | None:
        """Read a name below its label: "Written by", "About the author"."""
        if before is None or not is_alone(before.text):
            return None
        line = printed(Mention(piece.text), self.setting)
        if line is None or leftover(piece.text, self.setting) > LOOSE:
            return None
        text = f"{before.text.strip()} {line}" if is_verb(before.text) else line
        return self._line((before, piece), text, single=True, names=line)

    def _late(self) -> Iterator[Line]:
        """Yield full names behind a label with a colon, further from the story's end: "Author: Jane Roe"."""
        if self.body and self.draft.facts.byline is None:
            middle, last = self.body[len(self.body) // 2], self.body[-1]
            for _, piece in self.places.zone(middle.at, last.at + PORTRAIT):
                label = LABEL.match(piece.text)
                line = self._labelled(piece) if label and label[0].rstrip().endswith(":") else None
                if line is not None and has_full_name(line.credits):
                    yield line

    def _agency(self, piece: Piece) -> Line | None:
        """Read an agency's name that stands alone."""
        if len(piece.text) > BIO or piece.linked or agency(piece.text) is None or self.known:
            return None
        return self._line((piece,), piece.text, single=True)

    def _desk(self, piece: Piece) -> Line | None:
        """Read the name of a team alone or beside its date, where nobody else is named: "Example Staff | May 3"."""
        if len(piece.text) > BIO or piece.linked or self.draft.facts.credits:
            return None
        line = printed(Mention(piece.text), self.setting) or ""
        words = bare(line).split()
        if len(words) < 2 or PLURALS.isdisjoint((words[0], words[-1])) or leftover(piece.text, self.setting):
            return None
        return self._line((piece,), line, single=True)

    def _boxed(self) -> Iterator[Line]:
        """Yield full names alone in what markup calls the author's box, behind the story."""
        if self.body:
            for _, piece in self.places.zone(self.body[-1].at + 1, self.body[-1].at + PORTRAIT):
                name = _ABOUT.sub("", piece.text).strip(" .")
                line = self._line((piece,), name, single=False) if piece.own & PORTRAITS else None
                if line is not None and [credit.name for credit in line.credits] == [name]:
                    yield line

    def _told_about(self) -> Iterator[Line]:
        """Yield names that stand alone and are told about behind the story: "Jane Roe is a reporter in Millbrook"."""
        if not self.body:
            return
        last = self.body[-1].at
        behind = [piece for piece in self.draft.pieces[last : last + PORTRAIT] if piece.picture is None]
        texts = [bare(piece.text) for piece in behind if len(piece.text) > BIO and is_of_person(piece.text)]
        alone = [piece for _, piece in self.places.near] + [piece for piece in behind if self.places.may_name(piece)]
        for piece in alone:
            name = bare(piece.text)
            if name and len(piece.text) <= BIO and any(text.startswith(f"{name} ") for text in texts):
                line = self._line((piece,), piece.text, single=False)
                if line is not None and len(line.credits) == 1:
                    yield line

    def _last(self) -> Line | None:
        """Read a full name alone as the story's last paragraph, or right below it in the same form."""
        if len(self.body) <= OPENING:
            return None
        last = self.body[-1]
        below = self.draft.pieces[last.at + 1 : last.at + 2]
        ends = [last, *(piece for piece in below if piece.parent == last.parent and piece.tag == last.tag)]
        for piece in reversed(ends):
            if (
                piece.kind is BlockKind.PARAGRAPH
                and not piece.prose
                and not piece.linked
                and self.places.may_name(piece)
            ):
                line = self._line((piece,), piece.text, single=False)
                if line and [credit.name for credit in line.credits] == [piece.text.strip(" .")]:
                    return line
        return None

    def _line(self, pieces: tuple[Piece, ...], text: str, *, single: bool, names: str | None = None) -> Line | None:
        """Return the line if all whom it names may be authors: persons in full, desks, papers, agencies.

        single: whether one word may be a person's name. names: the words without a label.
        """
        found = credited(Mention(names or text), self.setting, given=False)
        if not any(credit.role is CreditRole.AUTHOR for credit in found):
            return None
        for credit in found:
            words = len(credit.name.split())
            short = words < 2 and (not single or (len(credit.name) < SHORTEST and not is_uncased(credit.name)))
            if credit.kind is CreditKind.PERSON and (words > MAX_NAME_WORDS or short):
                return None
            if not single and (credit.kind is not CreditKind.PERSON or is_uncased(credit.name)):
                return None
        return Line(pieces, text, found)
