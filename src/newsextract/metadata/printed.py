"""The words around a byline -> the line as an editor prints it: label, names, titles on their line, nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from newsextract.article import CreditKind, CreditRole
from newsextract.metadata import credit_words as vocabulary
from newsextract.metadata.clauses import EDGES
from newsextract.metadata.facts import Mention
from newsextract.metadata.jobs import is_job
from newsextract.metadata.labels import BY_FIRST, EAST_ASIAN
from newsextract.metadata.months import month
from newsextract.metadata.names import credited
from newsextract.metadata.parties import Setting
from newsextract.metadata.scripts import WORD
from newsextract.text import bare

MAX_LINE = 200
SENTENCE = 8  # words from which a line with as many small words as others is one
MAX_UNIT = 120
MAX_UNITS = 40
LONG = 3
"""Letters, with the full stop, of the longest abbreviation that a name may end with: "Jane R.", "Max Sample Jr."."""
FEW = 3
"""Words behind a label that may be an account's name."""

LABEL = re.compile(
    r"(?:^|(?<=\d\s)|(?<=[|·•●,–-]\s)|(?<=(?i:uhr)\s)|(?<=[)\]]\s))"
    r"(?i:(?:(?:article|this post was)\s)?written\sby|(?:article|words|story|text|posted|published|reported)\sby"
    r"|(?:reporting|submitted)\sby|(?:words|text|texte|story)\s(?:&|\+|and|und|et)\s(?:photo|foto|image|picture|bild)\w{0,4}"
    r"(?:\s(?:by|von|par))?|by|von|par|por|di|door|av|af|przez"
    r"|oleh|от|texte|texto|autor(?:in|en)?|authors?|auteur|autore|escribe|escrito por|publicado por|a cura di|redaktion"
    r"|autori|(?:erstellt|geschrieben|verfasst|gespeichert) von"
    r"|(?:ein\w{0,2}\s)?(?:(?:blog\s)?beitrag|artikel|kommentar|kolumne|analyse|bericht|gastbeitrag|interview) von"
    r"|автор|текст|作者|记者|記者)(?:\s{0,2}[:：]\s{0,2}|\s{1,2})(?=[^\W\d_])"
)
"""Labels of authors at the places where labels stand: at a line's beginning, behind a sign or a date."""

_NOISE = re.compile(
    r"<?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}>?|https?://\S{1,300}|\bwww\.\S{1,200}|(?<![\w@])@\w{1,40}"
    r"|\[email.{0,3}protected\]"
)
"""Addresses and handles."""
_LOOSE = re.compile(r" (?=[:,;])")
_SIGN = re.compile(r"\s{0,2}([|•·●►▪])\s{0,2}|\s([–—-]{1,2})(?=\s|$)|\s?//\s?")
_BARS = tuple("|•·")
_EDGES = " \t,;:|/–—-•·●"
_ABOUT_DAYS = frozenset(
    "on am le el il em at um à a den der the om kl klo o dne mon tue tues wed thu thur fri sat sun monday tuesday"
    " wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi"
    " mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo uhr pm min de del"
    " et est edt gmt cet ist utc pst pdt st nd rd th published updated posted aktualisiert veröffentlicht erstellt"
    " read words mins minutes minuten minutos stand publié publicado pubblicato last date datum".split()
)
"""Words that beside the digits of a date or hour belong to it."""


_GLUED_COLON = re.compile(r":(?=[^\W\d_])")


class _Is(Enum):
    LABEL = 1  # "By"
    NAMES = 2  # it credits somebody
    JOINS = 3  # "and"
    TITLE = 4  # ", Diplomatic Editor"
    BREAK = 5  # a date, or what is no part of a byline


_HEADINGS = frozenset("author authors autor autorin autoren auteur auteurs autore autora".split())
"""Labels that without a colon are headings, often for screen readers alone."""
_DESK = frozenset({CreditKind.DESK})


class _Unit(NamedTuple):
    text: str
    what: _Is
    sign: str = " "
    chunk: int = 0
    kinds: frozenset[CreditKind] = frozenset()


def printed(mention: Mention, setting: Setting) -> str | None:
    """Return the byline in the words of a mention as one line; None where they hold no more than a label.

    Dates, reading times, buttons, addresses and handles are left out, and whatever stands before the label or behind
    the last name.

    >>> printed(Mention("Share\\nBy\\nJane Roe\\n@janeroe\\n, Diplomatic Editor • 3 min read"), Setting("en"))
    'By Jane Roe, Diplomatic Editor'
    """
    text = mention.text
    for name in mention.marked:  # a name that lies in several elements
        if (found := re.search(r"\s".join(map(re.escape, name.split())), text)) is not None:
            text = text[: found.start()] + name + text[found.end() :]
    units = _line(_settled(list(_units(text, setting))))
    if not any(unit.what is _Is.NAMES for unit in units):
        return None
    line = ""
    for number, unit in enumerate(units):
        line += (_sign(units[number - 1], unit) if line else "") + unit.text
    line = _GLUED_COLON.sub(": ", _LOOSE.sub("", line).strip(_EDGES))
    last = line.rsplit(" ", 1)[-1]
    if last.endswith(".") and len(last) > LONG and bare(last) not in vocabulary.DESK_CODES:
        line = line[:-1]
    return line if len(line) <= MAX_LINE and not is_sentence(line) else None


def is_sentence(line: str) -> bool:
    """Whether a line with a label is a sentence that begins or ends like a byline: "Von den Höfen kaufte er ..."."""
    words = line.split()
    return len(words) > SENTENCE and 2 * sum(map(str.islower, words)) >= len(words)


def leftover(text: str, setting: Setting) -> int:
    """Return how many letters of a text are neither of its byline nor of a date, nor behind a sign after the byline."""
    line = printed(Mention(text), setting) or ""
    rest = _GLUED_COLON.sub(": ", " ".join(_NOISE.sub(" ", text).split()))
    before, found, after = rest.partition(line) if line else (rest, "", "")
    rest = before if found and after.lstrip()[:1] in _BARS else f"{before} {after}"
    rest = _SIGN.sub(" ", rest)
    words = (word for run, _ in _runs(rest) for word in run.split())
    return sum(sum(map(str.isalpha, word)) for word in words if not _of_day(word))


def _settled(units: list[_Unit]) -> list[_Unit]:
    """Return the units; where nobody else is named, the word for a newsroom is a name rather than a label."""
    if any(unit.what is _Is.NAMES for unit in units):
        return units
    return [unit._replace(what=_Is.NAMES) if unit.kinds else unit for unit in units]


def _sign(last: _Unit, unit: _Unit) -> str:
    """Return what stands between two parts of a byline: persons that markup alone sets apart get a comma."""
    if unit.text[0] in ",;:)/" or last.text[-1] in "(/":
        return ""
    apart = last.what is unit.what is _Is.NAMES and last.chunk != unit.chunk and last.text[-1] not in ",;:&/"
    return ", " if apart and unit.sign == " " and unit.text[0].isalpha() else unit.sign


def _line(units: list[_Unit]) -> list[_Unit]:
    """Return the units from the label, else from the first name, to the last name in a row."""
    named = [number for number, unit in enumerate(units) if unit.what is _Is.NAMES]
    if not named:
        return []
    label = next((n for n, unit in enumerate(units) if unit.what is _Is.LABEL or LABEL.match(unit.text)), None)
    start = named[0] if label is None or not any(number >= label for number in named) else label
    found: list[_Unit] = []
    for unit in units[start:]:
        named_one = any(one.what is _Is.NAMES for one in found)
        if named_one and (unit.what is _Is.BREAK or (unit.chunk != found[-1].chunk and not _goes_on(found, unit))):
            break
        if unit.what is not _Is.BREAK and not any(bare(unit.text) == bare(one.text) for one in found):
            found.append(unit)
    while found and found[-1].what not in (_Is.NAMES, _Is.TITLE):
        found.pop()
    return found


def _goes_on(found: list[_Unit], unit: _Unit) -> bool:
    """Whether an element below a name goes on with the line: no "Staff Writer", "Follow Jane Roe", "Edited by"."""
    label, colon, _ = unit.text.partition(":")
    if unit.what is _Is.LABEL or (colon and role_of(label) is not None):
        return role_of(label) is CreditRole.AUTHOR
    if unit.what in (_Is.JOINS, _Is.TITLE) or not found[-1].kinds:
        return True
    told = " ".join(bare(one.text) for one in found)
    words = bare(unit.text).split()
    if unit.kinds == {CreditKind.DESK} or (unit.kinds == {CreditKind.PERSON} and len(words) < 2 and unit.sign == " "):
        return False
    return not (len(words) > 2 and any(" ".join(words[at : at + 2]) in told for at in range(len(words) - 1)))


def _units(text: str, setting: Setting) -> Iterator[_Unit]:
    """Yield the parts of a text at its line breaks, signs and dates, and what each is."""
    count = 0
    for number, chunk in enumerate(_NOISE.sub(" ", text).split("\n")):
        sign, end = " ", 0
        for mark in [*_SIGN.finditer(chunk), None]:
            for run, dated in _runs(chunk[end : mark.start() if mark else len(chunk)]):
                count += 1
                if count > MAX_UNITS:
                    return
                yield from _split(run, sign, number, setting)
                sign = " "
                if dated:
                    yield _Unit("0", _Is.BREAK)
            if mark:
                sign, end = f" {mark[1] or mark[2] or '/'} ", mark.end()


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Yield what stands between the numbers of a text, without the words of days; and whether a number follows."""
    words: list[str] = []
    dated = False
    for word in [*text.split(), None]:
        if word is not None and not any(map(str.isdigit, word)):
            if words or not dated or not _of_day(word):
                words.append(word)
            continue
        while words and word is not None and _of_day(words[-1]):
            words.pop()
        yield " ".join(words), word is not None
        words, dated = [], True


def _of_day(word: str) -> bool:
    line = word.casefold().strip(" .,:()")
    return not line or line in _ABOUT_DAYS or month(line, None) is not None


def _split(run: str, sign: str, chunk: int, setting: Setting) -> Iterator[_Unit]:
    """Yield a run of words as one unit, or as two where a label stands in it or at its end."""
    while " " in run and run.rsplit(" ", 1)[1].casefold() in vocabulary.BUTTONS:
        run = run.rsplit(" ", 1)[0]
    if not run.strip(_EDGES):
        if run:
            yield _Unit(run, _Is.JOINS, "", chunk)
        return
    label = None if is_label(run) else LABEL.search(run + " X")
    if label and label.start() and not label[0].strip().isdigit():
        yield _Unit(run[: label.start()], _Is.BREAK, sign, chunk)
        run, sign = run[label.start() :], " "
    elif label is None and not is_label(run):
        words = run.split()
        cut = next(
            (
                at
                for at in range(max(1, len(words) - 3), len(words))
                if role_of(" ".join(words[at:])) is CreditRole.AUTHOR
            ),
            None,
        )
        if cut is not None:
            yield _Unit(" ".join(words[:cut]), _Is.BREAK, sign, chunk)
            run, sign = " ".join(words[cut:]), " "
    yield _unit(run, sign, chunk, setting)


def _unit(run: str, sign: str, chunk: int, setting: Setting) -> _Unit:
    word = run.casefold().strip(_EDGES)
    if word in vocabulary.ANDS or word in vocabulary.LANGUAGE_ANDS.get(setting.tongue, ()):
        return _Unit(run, _Is.JOINS, " ", chunk)
    if word in _HEADINGS and run[-1] not in ":：":
        return _Unit(run, _Is.BREAK, sign, chunk)
    if is_label(run):
        return _Unit(run, _Is.LABEL, sign, chunk, _DESK if word in vocabulary.DESKS else frozenset())
    if len(run) > MAX_UNIT and run.endswith("."):
        return _Unit(run, _Is.BREAK, sign, chunk)
    kinds = frozenset(credit.kind for credit in credited(Mention(run), setting, given=False))
    if run[0] == "," and kinds <= {CreditKind.DESK} and is_job(run):
        return _Unit(run, _Is.TITLE, sign, chunk)
    if kinds or _is_account(run):
        return _Unit(run, _Is.NAMES, sign, chunk, kinds)
    return _Unit(run, _Is.BREAK, sign, chunk)


def _is_account(run: str) -> bool:
    """Whether a label of authors stands before what may be an account's name: "von lupa"."""
    label = LABEL.match(run)
    if label is None:
        return False
    rest = run[label.end() :].split()
    return 0 < len(rest) <= FEW and rest[0].casefold() not in vocabulary.JUNK and rest[0].islower()


def role_of(label: str) -> CreditRole | None:
    """Return the role that a label gives, None where the words are no label of who made the text."""
    words = tuple(WORD.findall(label.casefold()))
    if not words:
        return None
    roles = (one.role for one in BY_FIRST.get(words[0], ()) if one.words == words)
    return next(roles, EAST_ASIAN.get(label.strip(EDGES)))


def is_label(text: str) -> bool:
    """Whether a text is nothing but a label of who made the text, in whatever role."""
    return role_of(text) is not None
