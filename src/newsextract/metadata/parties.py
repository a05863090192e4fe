"""A few words of a byline -> who they are: a person, a desk, an organisation, an agency, or nobody."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from newsextract.article import CreditKind
from newsextract.metadata import credit_words as vocabulary
from newsextract.metadata.agencies import agency
from newsextract.metadata.clauses import EDGES, is_label
from newsextract.metadata.scripts import is_uncased
from newsextract.text import fold

MAX_NAME, MAX_WORDS = 60, 7

_PARENTHESIS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]|（[^（）]{0,80}）")
_DIGITS = re.compile(
    r"\d{3}|\d{1,2}[:.h]\d{2}|\d\s?(?:min|std|h\b|hours?|days?|ago|uhr|am\b|pm\b)|^\d+$|\d(?:st|nd|rd|th)\b|\d[./]\d",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"\.(?:com|net|org|info|online|news|tv|[a-z]{2})(?:\.[a-z]{2})?$")
_SIGNS = re.compile(r"[\W_]+")
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
    somebody was named just before.
    """

    given: bool = False
    lone: bool = False
    follows: bool = False


def party(words: str, setting: Setting, standing: Standing) -> Party | None:
    """Return who a part of a byline names, None where it names nobody: a job, a place, a date, a button."""
    bare = _PARENTHESIS.sub(" ", words)
    name = _trimmed(bare if bare.strip(EDGES) else words)
    if not name or len(name) > MAX_NAME or _is_junk(name):
        return None
    if found := _known(name, setting):
        return found
    tokens = name.split()
    folded = [word.casefold().strip(EDGES) for word in tokens]
    if _is_desk(folded) or is_title(name):
        small = name[0].islower() and folded[0] not in vocabulary.PARTICLES
        told = not (standing.follows and _is_job(folded[-1])) and len(tokens) <= MAX_WORDS and not small
        return Party(name, CreditKind.DESK) if told or standing.given else None
    name = _without_place(_without_job(tokens, folded, standing.follows))
    if not name or _is_junk(name):
        return None
    return _known(name, setting) or _company_or_person(name, standing)


def is_credential(words: str) -> bool:
    """Whether these are letters after a name: "PhD", "MD, FAND"."""
    tokens = words.strip(" ()®").casefold().split()
    return bool(tokens) and all(token.strip(",®") in vocabulary.CREDENTIALS for token in tokens)


def is_job(words: str) -> bool:
    """Whether there is a job title among the words."""
    return any(_is_job(word.casefold().strip(EDGES)) for word in words.split())


def is_title(words: str) -> bool:
    """Whether all words are a job title: "Our Correspondent", "Staff Writer"."""
    folded = [word.casefold().strip(EDGES) for word in words.split()]
    return len(folded) > 1 and all(_is_job(word) or word in vocabulary.JOB_MODIFIERS for word in folded)


def is_slug(name: str) -> bool:
    """Whether a name is an account's rather than a person's: one word without a capital ("jane.roe")."""
    return " " not in name and name.islower() and name.isascii()


def _known(name: str, setting: Setting) -> Party | None:
    key = site_key(name)
    if key in setting.sites or (key in setting.hosts and not _is_full_name(name)):
        return Party(name, CreditKind.ORGANIZATION)
    if agency(name) is not None:
        return Party(name, CreditKind.AGENCY)
    return None


def _is_full_name(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and not _is_company(words) and all(word[0].isupper() for word in words)


def _trimmed(words: str) -> str:
    name = " ".join(words.split()).strip(EDGES)
    if words.rstrip(" ,;:|").endswith(".") and len(name.rsplit(" ", 1)[-1]) <= 2:  # "Joe S."
        name += "."
    return name


def _is_junk(name: str) -> bool:
    line = name.casefold().strip(EDGES)
    words = line.split()
    return (
        not any(map(str.isalpha, line))
        or line in vocabulary.JUNK
        or line in vocabulary.PLACES
        or is_label(line)
        or (words[0] in vocabulary.JUNK and words[-1] in vocabulary.JUNK)
    )


def _is_desk(folded: list[str]) -> bool:
    if not any(word in vocabulary.DESKS or word.rsplit("-", 1)[-1] in vocabulary.DESKS for word in folded):
        return False
    if folded[-1] in vocabulary.PLURALS:
        return True
    return len(folded) < 3 or not any(_is_job(word) and word not in vocabulary.DESKS for word in folded)


def _is_job(word: str) -> bool:
    return word in vocabulary.JOBS or word.rsplit("-", 1)[-1] in vocabulary.JOBS


def _without_job(tokens: list[str], folded: list[str], follows: bool) -> list[str]:
    """Return the words without a job title before or after the name; none where there is no name beside the title."""
    jobs = [number for number, word in enumerate(folded) if _is_job(word)]
    if not jobs:
        return tokens
    before, after = tokens[: jobs[0]], tokens[jobs[-1] + 1 :]
    if before and folded[0] in vocabulary.JOB_MODIFIERS:
        before = []
    while before and before[-1].casefold().strip(EDGES) in vocabulary.JOB_MODIFIERS:
        before.pop()
    if len(before) >= 2 and not follows:
        return before
    if len(after) >= 2 and after[0][:1].isupper():
        return after
    return []


def _without_place(tokens: list[str]) -> str:
    """Return the words before a preposition: "Jane Roe in Beijing"."""
    for number, word in enumerate(tokens):
        if number and ((word.islower() and word in vocabulary.PLACE_WORDS) or (number > 1 and word == "For")):
            tokens = tokens[:number]
            break
    return _trimmed(" ".join(tokens))


def _company_or_person(name: str, standing: Standing) -> Party | None:
    words = name.split()
    if _is_company(words) and (len(words) > 1 or not standing.given):
        told = standing.given or (1 < len(words) <= MAX_WORDS and name[0].isupper())
        return Party(name, CreditKind.ORGANIZATION) if told else None
    return Party(name, CreditKind.PERSON) if _is_name(name, words, standing) else None


def _is_company(words: list[str]) -> bool:
    return any(word.casefold().strip("\"'()[]") in vocabulary.COMPANIES for word in words)


def _is_name(name: str, words: list[str], standing: Standing) -> bool:
    """Whether words look like a person's name: few, without digits, each with a capital where the script has them."""
    if len(words) > MAX_WORDS or _DIGITS.search(name):
        return False
    if is_uncased(name):
        return len(name) <= 40
    if len(words) == 1:
        if any(map(str.isdigit, name)):
            return standing.given
        return len(name) > 1 and not standing.follows and (standing.given or (standing.lone and name[0].isupper()))
    if any(map(str.isdigit, name)):
        return False
    plain = [word for word in words if word.casefold() not in vocabulary.PARTICLES]
    if standing.given and len(words) < 4:
        return bool(plain)
    return bool(plain) and all(word.lstrip(_OPENINGS)[:1].isupper() for word in plain)
