"""The line that names the author where markup does not call it so: at the headline, at the story's foot, in a box."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from newsextract.article import BlockKind, Credit, CreditKind, CreditRole
from newsextract.clean.draft import UNNAMED, Draft
from newsextract.content import Piece
from newsextract.metadata.agencies import agency
from newsextract.metadata.attribution import HELPERS, has_full_name, is_site, more, persons
from newsextract.metadata.evidence import retold
from newsextract.metadata.facts import Mention
from newsextract.metadata.jobs import is_job
from newsextract.metadata.labels import opens_with
from newsextract.metadata.names import credited, unique
from newsextract.metadata.parties import Setting
from newsextract.metadata.printed import LABEL, is_label, leftover, printed
from newsextract.metadata.scripts import is_uncased
from newsextract.text import bare

SOURCE = "visible"
ABOVE, BELOW = 4, 25  # passages before and after the headline that may be the byline
OVER = 8  # passages right above a story far below its headline
OPENING, CLOSING = 2, 2  # passages of the story at either end that may be it
BEHIND = 8  # passages behind the story that may be it
PORTRAIT = 16  # passages behind the story among which the author is told about
MAX_LINE = 140
MAX_NAME_WORDS = 4
SHORTEST = 3  # letters of a name of one word: "Di Mi" are days
LOOSE = 14  # letters beside label, names and date that a byline may have: "in seo", "4 mins read"
BIO = 40  # letters that a text about the author has at least
BIO_SIZE = 200  # letters of it that say what the author does
PICTURES = frozenset({"picture", "credit", "gallery", "video"})
PORTRAITS = frozenset({"bio", "byline"})
HERS = frozenset({"he", "she", "his", "her"})
NOT_HERE = frozenset(
    {"comments", "related", "tag-nav", "caption", "tag-figure", "tag-quote", "quote", "newsletter", "consent", "cmp"}
)
"""Marks of places whose names are not the author's."""

LINKED_OR_UNNAMED = frozenset({UNNAMED, "link-line"})
"""Rules under which an author's line is cut: a name is often a link to more of the author."""

ABOUT = frozenset(
    "author|authors|author(s)|writer|about the author|about the authors|about author|article by|post author|autor"
    "|autorin|autoren|über den autor|über die autorin|zum autor|zur autorin|auteur|auteurs|l'auteur"
    "|à propos de l'auteur|sobre el autor|sobre la autora|acerca del autor|autora|sobre o autor|sobre a autora|autore"
    "|l'autore|sull'autore|over de auteur|om forfatteren|om författaren|o autorze|o autorovi|автор|об авторе"
    "|про автора|yazar hakkında|tentang penulis|作者|关于作者|作者简介".split("|")
)
"""Headings of the box that tells about the author."""

_GLUED = re.compile(r"[a-z]{3}[A-Z]")
"""Words that stand together without a blank."""
_GLUED_BY = re.compile(r"^By(?=[A-Z][^\W\d_]{1,20} [A-Z])")
"""A label whose blank is made by a style sheet."""
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
    """The passages of a draft by where they stand to the headline and the story."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.setting: Setting = draft.facts.setting
        self.known = any(not is_site(credit, self.setting) for credit in draft.facts.credits)
        self.body = [piece for piece in draft.prose() if piece.kind is not BlockKind.TABLE]
        self.elsewhere = NOT_HERE - self.body[len(self.body) // 2].marks if self.body else NOT_HERE

    def lines(self) -> Iterator[Line]:
        """Yield the lines that name an author, the surest first: labelled ones with a person, then with a desk."""
        impersonal: list[Line] = []
        for zone in (self.near, self.far):
            for before, piece in zone:
                line = self._labelled(piece) or self._below_label(before, piece)
                if line := line or (self._agency(piece) if zone is self.near else None):
                    if persons(line.credits):
                        yield line
                    else:
                        impersonal.append(line)
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
        for before, piece in self.near:
            line = None if piece.own & PICTURES else self._labelled(piece, 0) or self._below_label(before, piece)
            if line is not None:
                names = [credit.name for credit in line.credits]
                sure = all(" " in name and not _GLUED.search(name) and not is_uncased(name) for name in names)
                only = all(credit.kind is CreditKind.PERSON for credit in line.credits)
                return line if sure and only and known.isdisjoint(bare(" ".join(names)).split()) else None
        return None

    def helpers(self) -> Iterator[Line]:
        """Yield the lines at the headline that name nobody but editors, translators and such: "Reviewed by Jane Roe"."""
        for _, piece in self.near:
            if opens_with(piece.text, HELPERS):
                found = credited(Mention(piece.text), self.setting, given=False)
                named = tuple(one for one in found if one.kind is CreditKind.PERSON and " " in one.name)
                if named and all(one.role in HELPERS for one in named):
                    yield Line((piece,), piece.text, named)

    def byline_of(self, known: Sequence[Credit]) -> Line | None:
        """Return the line near the headline, else behind the story, that has the name of a known author."""
        names = {bare(credit.name) for credit in known if credit.role is CreditRole.AUTHOR}
        for before, piece in [*self.near, *self.far]:
            line = bare(piece.text)
            if any(len(name) > 3 and name in line for name in names):
                text = piece.text if before is None or not _is_verb(before.text) else f"{before.text}\n{piece.text}"
                told = printed(Mention(text), self.setting)
                if told is not None and leftover(piece.text, self.setting) <= LOOSE:
                    return Line((piece,), told, credited(Mention(told), self.setting, given=False))
        return None

    @cached_property
    def near(self) -> list[tuple[Piece | None, Piece]]:
        """The short passages around the headline, each with the one before; those below it first."""
        if not self.body:
            return []
        first = self.body[0].at
        titles = [at for at, field in self.draft.taken.items() if field == "title" and at < first]
        title = max(titles, default=first - BELOW)
        inside = self.body[min(OPENING, len(self.body)) - 1].at
        below = self._zone(title + 1, min(max(inside, first), title + BELOW + OPENING))
        opening = self._zone(first - OVER, inside) if first > title + BELOW else []
        return [*below, *opening, *reversed(self._zone(title - ABOVE, title - 1))]

    @cached_property
    def far(self) -> list[tuple[Piece | None, Piece]]:
        """The short passages at the end of the story and behind it."""
        if len(self.body) <= OPENING:
            return []
        return self._zone(self.body[-min(CLOSING, len(self.body) - OPENING)].at, self.body[-1].at + BEHIND)

    def _zone(self, first: int, last: int) -> list[tuple[Piece | None, Piece]]:
        found: list[tuple[Piece | None, Piece]] = []
        before = None
        for piece in self.draft.pieces[max(0, first - 1) : last + 1]:
            if piece.picture is None:
                if piece.at >= first and self._may_name(piece):
                    found.append((before, piece))
                before = piece
        return found

    def _may_name(self, piece: Piece) -> bool:
        if len(piece.text) > MAX_LINE or piece.figure is not None or piece.marks & self.elsewhere:
            return False
        free = self.draft.taken.get(piece.at, "byline") == "byline"
        return free and self.draft.cuts.get(piece.at, UNNAMED) in LINKED_OR_UNNAMED

    def _labelled(self, piece: Piece, loose: int = LOOSE) -> Line | None:
        """Read "By Jane Roe", also behind a date: "May 3 · By Jane Roe"."""
        text = _GLUED_BY.sub("By ", piece.text)
        if LABEL.search(text) is None:
            return None
        line = printed(Mention(text), self.setting)
        if line is None or LABEL.match(line) is None or leftover(text, self.setting) > loose:
            return None
        return self._line((piece,), line, single=True)

    def _below_label(self, before: Piece | None, piece: Piece) -> Line | None:
        """Read a name below its label: "Written by", "About the author"."""
        if before is None or not _is_label(before.text):
            return None
        line = printed(Mention(piece.text), self.setting)
        if line is None or leftover(piece.text, self.setting) > LOOSE:
            return None
        text = f"{before.text.strip()} {line}" if _is_verb(before.text) else line
        return self._line((before, piece), text, single=True, names=line)

    def _agency(self, piece: Piece) -> Line | None:
        """Read an agency's name that stands alone."""
        if len(piece.text) > BIO or piece.linked or agency(piece.text) is None or self.known:
            return None
        return self._line((piece,), piece.text, single=True)

    def _boxed(self) -> Iterator[Line]:
        """Yield full names alone in what markup calls the author's box, behind the story."""
        if self.body:
            for _, piece in self._zone(self.body[-1].at + 1, self.body[-1].at + PORTRAIT):
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
        texts = [bare(piece.text) for piece in behind if len(piece.text) > BIO and _is_of_person(piece.text)]
        alone = [piece for _, piece in self.near] + [piece for piece in behind if self._may_name(piece)]
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
            if piece.kind is BlockKind.PARAGRAPH and not piece.prose and not piece.linked and self._may_name(piece):
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


def _is_of_person(text: str) -> bool:
    """Whether a text tells what a person does."""
    return is_job(text[:BIO_SIZE]) or not HERS.isdisjoint(text.casefold().split())


def _is_verb(text: str) -> bool:
    """Whether a label belongs to the name below it ("By", "Written by"), as a heading ("Author") does not."""
    return _is_label(text) and bare(text) not in ABOUT


def _is_label(text: str) -> bool:
    """Whether a line is nothing but a label of authors: "By", "Article written by:"."""
    line = text.strip()
    if len(line) > BIO:
        return False
    if bare(line) in ABOUT:
        return True
    line = line.rstrip(" :")
    label = LABEL.search(f"{line} X")
    return label is not None and (is_label(line) or label.end() == len(line) + 1)
