"""A printed byline -> its clauses: which words name people, and what these did, by the labels between them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from newsextract.article import CreditRole
from newsextract.metadata import credit_words as vocabulary
from newsextract.metadata.agencies import agency
from newsextract.metadata.labels import BY_FIRST, WHOLE, Label
from newsextract.metadata.months import month
from newsextract.metadata.scripts import WORD, is_unspaced
from newsextract.metadata.splits import parts

EDGES = " \t\n.,:;|-–—―_*~'\"“”„«»()[]<>/\\!?+#•·।،؛"
HIDDEN = "\ufffc"
"""Stands where an address, a handle or a date was."""

_NOISE = re.compile(
    r"<?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}>?|https?://\S{1,300}|\bwww\.\S{1,200}|(?<![\w@])@\w{1,40}"
    r"|\[email.{0,3}protected\]"
    r"|(?<!\d)(?:\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}:\d{2}(?::\d{2})?)(?!\d)"
    r"(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s[A-Z]{1,3}T\b)?"
)
"""Addresses, handles, dates and times."""
_MARKS = re.compile(
    rf"[\n|•;؛¦►▪│…{HIDDEN}]|\s[-–—―]{{1,2}}(?=\s)|^[-–—―]{{1,2}}\s|\s/\s|、|(?<![\u3400-\u9fff])·|·(?![\u3400-\u9fff])"
)
_BARE = re.compile(r"[A-Za-zÀ-ɏ]{1,30}(?:[ '’-][A-Za-zÀ-ɏ]{1,30}){0,5}")
"""Words alone, such as most names are: nothing of the next forms is in them."""
_DAYS = (
    re.compile(r"(?<!\d)\d{1,2}\.?\s(?:de\s)?([^\W\d_]{3,12})\.?(?:,?\s(?:de\s)?\d{4})?(?!\d)"),
    re.compile(r"\b(?:on\s)?([^\W\d_]{3,12})\.?\s\d{1,2}(?:,?\s\d{4})?(?!\d)"),
)
"""A day with its month in words."""
_STOP = re.compile(r"([^\W\d_]{4,20})\.\s")
_BRACKETS = re.compile(r"\(([^()]{1,80})\)|\[([^\[\]]{1,80})\]")
_BLANK = re.compile(r"[\t\u00a0\u202f]")
_COLON = re.compile(r"\s{0,2}[:：]")
_GAP = re.compile(r"[\s'’/:.&+-]{1,3}$")
_OTHER_LABEL = re.compile(r"[^\W\d_]{2,20}\s?:(?:\s|$)")
"""A label that no table has ("Datum: ...") tells of something else."""


class Clause(NamedTuple):
    """What stands between two marks or labels, the role that the label gives, and its parts at commas and "and".

    role: None where it tells of pictures or dates. labelled: whether a label stands before it. joined: for each part
    whether an "and" stands before it.
    """

    role: CreditRole | None
    labelled: bool
    parts: tuple[str, ...]
    joined: tuple[bool, ...]


def clauses(text: str, role: CreditRole, tongue: str) -> Iterator[Clause]:
    """Yield the clauses of a byline; line breaks, bars and semicolons part them.

    role: of what stands before any label, and behind labels of authors. tongue: the language without region or "".
    """
    plain = text
    if not _BARE.fullmatch(text):
        plain = _STOP.sub(_stopped, _opened(_without_noise(_plain(text, tongue)), tongue))
    for said, labelled, segment in _segments(plain, role, tongue):
        for now, first, chunk in _chunks(segment, said, role):
            named = _without_button(chunk)
            if named and not _OTHER_LABEL.match(named):
                split = list(parts(named, tongue, whole=now is CreditRole.SOURCE))
                other = next((at for at, (part, _) in enumerate(split) if _OTHER_LABEL.match(part)), len(split))
                split = split[:other]  # what stands behind a label that no table has is told of something else
                yield Clause(now, labelled and first, tuple(part for part, _ in split), tuple(by for _, by in split))


@lru_cache(maxsize=4096)  # asked of every word or two of a byline
def is_label(text: str) -> bool:
    """Whether a text is a label and nothing else: "By", "Von:", "Text"."""
    return " ".join(WORD.findall(text.casefold())) in WHOLE


def _plain(text: str, tongue: str) -> str:
    if not is_unspaced(text):
        return text
    from newsextract.metadata import east_asian  # for those who need it: its patterns take a while to compile

    return east_asian.plain(text, tongue)


def _without_noise(text: str) -> str:
    """Return a text with a sign in the place of addresses, handles and dates."""
    hidden = _NOISE.sub(HIDDEN, text)
    for day in _DAYS:
        hidden = day.sub(lambda found: HIDDEN if month(found[1].casefold(), None) else found[0], hidden)
    return hidden


def _stopped(found: re.Match[str]) -> str:
    """Put a bar for a full stop behind a word that is no title: "Jane Roe. Boston"."""
    return found[0] if f"{found[1]}.".casefold() in vocabulary.HONORIFICS else f"{found[1]} | "


def _opened(text: str, tongue: str) -> str:
    """Put bars for brackets that credit somebody, "(epd)"; leave mere labels, "(text)"; drop all others."""
    if "(" not in text and "[" not in text:
        return text
    alone = not _BRACKETS.sub("", text).strip(EDGES)

    def opened(found: re.Match[str]) -> str:
        inner = found[1] or found[2]
        if is_label(inner):
            return found[0]
        names = parts(inner, tongue)
        tells = alone or any(agency(name) for name, _ in names) or any(_labels(f"|{inner}", tongue))
        return f" | {inner} | " if tells else " "

    return _BRACKETS.sub(opened, text)


def _chunks(segment: str, said: CreditRole | None, role: CreditRole) -> Iterator[tuple[CreditRole | None, bool, str]]:
    """Yield what stands between marks: its role, whether it is the first, the words.

    A label reaches to the end of its line; a line that begins or ends with a comma goes on.
    """
    current, first, open_ended = said, True, True
    end, mark = 0, ""
    for found in [*_MARKS.finditer(segment), None]:
        chunk = segment[end : found.start() if found else len(segment)].strip()
        if chunk:
            joins = chunk[0] in ",،&" or chunk.split()[0].casefold() in vocabulary.ANDS
            if mark == "\n" and not first and not open_ended and not joins:
                current = role
            open_ended = chunk[-1] in ",،&" or chunk.split()[-1].casefold() in vocabulary.ANDS
            yield current, first, chunk
        first = first and not chunk and not (found and found[0] == HIDDEN)
        open_ended = open_ended and not (found and found[0] == HIDDEN)
        if found:
            end, mark = found.end(), "\n" if "\n" in (mark if not chunk else "", found[0]) else found[0]


def _without_button(chunk: str) -> str:
    """Return what stands before the words of a button or notice: "Jane Roe Email the author"."""
    line = chunk.casefold()
    places = [place for phrase in vocabulary.JUNK_PHRASES if (place := line.find(phrase)) >= 0]
    return chunk[: min(places)].strip() if places else chunk


def _segments(text: str, role: CreditRole, tongue: str) -> Iterator[tuple[CreditRole | None, bool, str]]:
    """Part a line at its labels; what follows a label has its role."""
    current: CreditRole | None = role
    start = 0
    for begin, end, said in sorted(_labels(text, tongue), key=lambda label: label[:2]):
        if begin < start:
            continue
        yield current, start > 0, text[start:begin]
        current = role if said is CreditRole.AUTHOR else said
        start = end
    yield current, start > 0, text[start:]


def _labels(text: str, tongue: str) -> Iterator[tuple[int, int, CreditRole | None]]:
    """Yield where labels begin and end, and the roles that they give."""
    lower = _BLANK.sub(" ", text).casefold()
    if len(lower) != len(text):  # a letter whose lower case is two
        lower = text.lower() if len(text.lower()) == len(text) else text
    words = list(WORD.finditer(lower))
    for number, word in enumerate(words):
        for label in BY_FIRST.get(word[0], ()):
            own = words[number : number + len(label.words)]
            if not _is_printed(label, own, lower):
                continue
            end = own[-1].end() + (lower[own[-1].end() :][:1] in ("'", "’"))
            colon = _COLON.match(text, end)
            if colon or _stands(label, text, word.start(), end, tongue):
                yield word.start(), colon.end() if colon else end, label.role
                break
    if is_unspaced(text):
        from newsextract.metadata import east_asian

        yield from east_asian.labels(text)


def _is_printed(label: Label, own: Sequence[re.Match[str]], text: str) -> bool:
    """Whether words are those of a label, near each other, and no part of longer words: "d'Artagnan", "a.m"."""
    if len(own) < len(label.words) or any(
        said not in ("*", word[0]) for said, word in zip(label.words, own, strict=True)
    ):
        return False
    if any(not _GAP.match(text[one.end() : other.start()]) for one, other in itertools.pairwise(own)):
        return False
    begin, end = own[0].start(), own[-1].end()
    if text[max(begin - 1, 0) : begin] in ("-", "'", "’", "@", "."):
        return False
    rest = text[end : end + 2]
    glued = rest[:1] in ("'", "’", ".", "-") and rest[1:].isalnum()
    return not glued or (rest[:1] in ("'", "’") and label.words[-1] in ("d", "l"))


def _stands(label: Label, text: str, begin: int, end: int, tongue: str) -> bool:
    """Whether words are a label here: many of them are parts of names or ordinary words elsewhere."""
    if (label.home and tongue not in label.home) or label.words[-1] == "*":
        return False
    before, after = text[:begin].rstrip(" "), text[end:].lstrip(" ")
    if before[-1:] in ("(", "[") and after[:1] in (")", "]"):
        return False
    if label.anywhere:
        said = before.split()[-1].casefold() if before else ""
        small = text[begin].islower() or (text.isupper() and len(text) > end - begin)
        return bool(said) and small and said not in vocabulary.JOBS and said not in vocabulary.TALKS
    if len(label.words) > 1 or label.words[0] == "by":
        return True
    dated = label.role is None and after[:1] == HIDDEN
    opens = dated or not before or before[-1] in "\n|•·;:,(–—-/&" + HIDDEN or before[-1].isdigit()
    alone = not after and (not before or before[-1] == "\n")
    line = (alone or after[:1] == "\n") and label.words[0] not in vocabulary.DESKS
    return opens and (line or (bool(after) and label.bare))
