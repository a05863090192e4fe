"""A few words of a byline -> who they are: a person, a desk, an organisation, an agency, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from newsextract.article import CreditKind
from newsextract.metadata import credit_words as vocabulary
from newsextract.metadata.agencies import agency
from newsextract.metadata.clauses import EDGES, is_label
from newsextract.metadata.jobs import (
    is_credential,
    is_desk,
    is_desk_phrase,
    is_desk_word,
    is_job_word,
    is_led_title,
    is_title,
    without_job,
)
from newsextract.metadata.scripts import is_uncased, is_unspaced
from newsextract.metadata.splits import heads
from newsextract.text import fold

MAX_NAME, MAX_WORDS = 60, 7

_PARENTHESIS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|（[^（）]{0,80}）")
_DIGITS = re.compile(
    r"\d{3}|\d{1,2}[:.h]\d{2}|\d\s?(?:min|std|h\b|hours?|days?|ago|uhr|am\b|pm\b)|^\d+$|\d(?:st|nd|rd|th)\b|\d[./]\d",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\.(?:com|net|org|info|online|news|tv|[a-z]{2})(?:\.[a-z]{2})?$")
_PARTICLE = re.compile(r"[^\W\d_]{1,4}['’-]")
_SIGNS = re.compile(r"[\W_]+")
_DOTTED = vocabulary.LEGAL_FORMS | vocabulary.CREDENTIALS
_OPENINGS = "'’\"“(„«.‘"


@dataclass(frozen=True, slots=True)
class Setting:
    """What tells a page's names apart.

    language: BCP 47, None where unknown. sites: keys of the names that the site gives itself. hosts: keys of its
    address, which may also be a person's name ("jane-roe.example").
    """

    language: str | None = None
    sites: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()

    @property
    def tongue(self) -> str:
        """The language without region or script, "" where unknown."""
        return (self.language or "").split("-")[0].casefold()


class Party(NamedTuple):
    """Who is named: the name as printed, and what it is."""

    name: str
    kind: CreditKind


@lru_cache(maxsize=4096)  # every part of every title is compared with the site's names
def site_key(name: str) -> str:
    """Return the form in which names of sites are compared.

    >>> site_key("The Daily Example"), site_key("daily-example.com")
    ('dailyexample', 'dailyexample')
    """
    line = (name.lower() if name.isascii() else fold(name)).removeprefix("www.")
    if "." in line:
        line = _DOMAIN.sub("", line)
    return _SIGNS.sub("", line.removeprefix("the ")) or line


@dataclass(frozen=True, slots=True)
class Standing:
    """Where in a source the words stand.

    given: it says that they are a name, so that odd forms are believed. lone: one word may be a name here. follows:
    somebody was named just before. origin: they stand behind "Source:". apart: they have a line of their own.
    """

    given: bool = False
    lone: bool = False
    follows: bool = False
    origin: bool = False
    apart: bool = False


@lru_cache(maxsize=1024)  # several sources of a page name the same people
def party(words: str, setting: Setting, standing: Standing) -> Party | None:
    """Return who a part of a byline names, None where it names nobody: a job, a place, a date, a button."""
    bare = _PARENTHESIS.sub(" ", words)
    name = _trimmed(bare if bare.strip(EDGES) else words)
    if not standing.given and not standing.apart:
        name = without_honorifics(name)
    if not name or len(name) > MAX_NAME or _is_junk(name):
        return None
    if found := _known(name, setting):
        return found
    if standing.origin and agency(name.upper()):  # a word elsewhere, an agency behind "Source:"
        return Party(name, CreditKind.AGENCY)
    if heads(name.split()):
        return _institution(name, standing)
    tokens = _without_place(name.split(), setting.tongue, standing)
    name = _trimmed(" ".join(tokens))
    if not name or _is_junk(name):
        return None
    if found := _known(name, setting):
        return found
    folded = [word.casefold().strip(EDGES) for word in tokens]
    if is_desk(name, folded) or is_title(name) or is_led_title(tokens):
        return _desk(tokens, folded, standing)
    name = _trimmed(" ".join(without_job(tokens, folded, standing.follows)))
    if not name or _is_junk(name):
        return None
    return _known(name, setting) or _company_or_person(name, setting.tongue, standing)


def without_honorifics(name: str) -> str:
    """Return a name without the titles before it: "Prof. Dr. Jane Roe"; a single name keeps its title.

    >>> without_honorifics("Dr. Jane Roe"), without_honorifics("Dr. Roe")
    ('Jane Roe', 'Dr. Roe')
    """
    words = name.split()
    first = next((number for number, word in enumerate(words) if not _is_honorific(word)), len(words))
    return " ".join(words[first:]) if first and len(words) - first > 1 else name


def _is_honorific(word: str) -> bool:
    line = word.casefold()
    titles = line.split(".")[:-1] if line.endswith(".") else []  # "Prof.Dr."
    return line in vocabulary.HONORIFICS or (bool(titles) and all(f"{one}." in vocabulary.HONORIFICS for one in titles))


def is_slug(name: str) -> bool:
    """Whether a name is an account's rather than a person's: one word without a capital ("jane.roe")."""
    return " " not in name and name.islower() and name.isascii()


def _known(name: str, setting: Setting) -> Party | None:
    key = site_key(name)
    if key in setting.sites or (key in setting.hosts and not _is_full_name(name)):
        return Party(name, CreditKind.ORGANIZATION)
    if agency(name) is not None and (name != "AA" or setting.tongue == "tr"):  # elsewhere often a button for the size
        return Party(name, CreditKind.AGENCY)
    return None


def _is_full_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and not _is_company(words) and all(word[0].isupper() for word in words)


def _trimmed(words: str) -> str:
    name = " ".join(words.split()).strip(EDGES)
    last = name.rsplit(" ", 1)[-1]
    if words.rstrip(" ,;:|").endswith(".") and (len(last) <= 2 or f"{last}.".casefold() in _DOTTED):  # "Joe S."
        name += "."
    return name


def _is_junk(name: str) -> bool:
    line = name.casefold().strip(EDGES)
    words = line.split()
    return (
        not any(map(str.isalpha, line))
        or line in vocabulary.JUNK
        or line in vocabulary.PLACES
        or (is_label(line) and line not in vocabulary.DESKS)
        or (words[0] in vocabulary.JUNK and words[-1] in vocabulary.JUNK)
    )


def _desk(tokens: list[str], folded: list[str], standing: Standing) -> Party | None:
    """Return the desk that is named, without the preposition before it; none for what describes somebody named."""
    while len(tokens) > 1 and folded[0] in vocabulary.DESK_LEADS:
        tokens, folded = tokens[1:], folded[1:]
    name = _trimmed(" ".join(tokens))
    small = name[0].islower() and not (is_desk_word(folded[0]) or is_desk_word(folded[-1]) or is_title(name))
    small = small and folded[0] not in vocabulary.PARTICLES and not is_desk_phrase(folded)
    told = not (standing.follows and any(map(is_job_word, folded))) and len(tokens) <= MAX_WORDS and not small
    return Party(name, CreditKind.DESK) if told or standing.given else None


def _without_place(tokens: list[str], tongue: str, standing: Standing) -> list[str]:
    """Return the words before a preposition: "Jane Roe in Beijing"; none where what follows a name begins with one."""
    own = vocabulary.LANGUAGE_PLACE_WORDS.get(tongue, frozenset())
    first = tokens[0] in vocabulary.PLACE_WORDS or tokens[0] in own or tokens[0] in vocabulary.DESK_LEADS
    if len(tokens) < 3 and (tokens[-1] in vocabulary.PLACE_ENDINGS or (standing.follows and first)):
        return []
    for number, word in enumerate(tokens):
        if number and (word in vocabulary.PLACE_WORDS or word in own or (number > 1 and word == "For")):
            return tokens[:number] if number > 1 or word not in vocabulary.VERBS else []
    return tokens


def _institution(name: str, standing: Standing) -> Party | None:
    """Return an institution, without an article in small letters before it."""
    words = name.split()
    while words[0].casefold() in vocabulary.ARTICLES and words[0].islower():
        words.pop(0)
    told = standing.lone or standing.origin or _is_titled(words[1:] if words[0].islower() else words)
    return Party(" ".join(words), CreditKind.ORGANIZATION) if told else None


def _is_paper(words: list[str], tongue: str) -> bool:
    """Whether an article stands before a name: "Le Figaro", "The Guardian"."""
    articles = vocabulary.PAPER_ARTICLES.get(tongue, vocabulary.PAPER_ARTICLES[""])
    return len(words) > 1 and words[0].casefold() in articles and words[0][0].isupper() and _is_titled(words)


def _company_or_person(name: str, tongue: str, standing: Standing) -> Party | None:
    words = name.split()
    if standing.origin:
        told = not _DIGITS.search(name) and not name[0].islower()
        return Party(name, CreditKind.ORGANIZATION) if told else None
    if _is_company(words) and (len(words) > 1 or not standing.given):
        told = standing.given or (len(words) > 1 and _is_titled(words))
        return Party(name, CreditKind.ORGANIZATION) if told else None
    if _is_paper(words, tongue):
        return Party(name, CreditKind.ORGANIZATION)
    return Party(name, CreditKind.PERSON) if _is_name(name, words, standing) else None


def _is_titled(words: list[str]) -> bool:
    """Whether words are those of a name rather than a sentence: "Add as preferred on a page" is none."""
    return not words[0][0].islower() and all(
        word[0].isupper() or word.casefold() in vocabulary.SMALL_WORDS for word in words if word[0].isalpha()
    )


def _is_company(words: list[str]) -> bool:
    return any(word.casefold().strip("\"'()[]") in vocabulary.COMPANIES for word in words)


def _is_name(name: str, words: list[str], standing: Standing) -> bool:
    """Whether words look like a person's name: few, without digits, each with a capital where the script has them."""
    if len(words) > MAX_WORDS or _DIGITS.search(name):
        return False
    if is_uncased(name):
        if any(map(str.isdigit, name)) and not standing.given:
            return False
        return len(name) <= 40 and (len(words) > 1 or is_unspaced(name) or standing.lone)
    if len(words) == 1:
        if any(map(str.isdigit, name)):
            return standing.given
        return len(name) > 1 and not standing.follows and (standing.given or (standing.lone and name[0].isupper()))
    if any(map(str.isdigit, name)):
        return False
    plain = [word for word in words if word.casefold() not in vocabulary.PARTICLES]
    if standing.given and len(words) < 4:
        return bool(plain)
    if len(plain) > 1 and is_credential(plain[-1]):
        plain.pop()
    return bool(plain) and all(map(_is_capital, plain))


def _is_capital(word: str) -> bool:
    """Whether a word of a name is capital, behind a small particle too: "d'Arsac", "al-Jabari"."""
    if word.lstrip(_OPENINGS)[:1].isupper():
        return True
    particle = _PARTICLE.match(word)
    return particle is not None and word[particle.end() :][:1].isupper()
