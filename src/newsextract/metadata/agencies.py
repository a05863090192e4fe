"""Names of news agencies -> the one name that each is known by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from newsextract.metadata.agency_names import TABLE
from newsextract.text import fold

_TAILS = """
news agency agencies staff newsroom wire service writer writers reporter international deutschland france
español espanol
business sport sports english online deutsch nachrichtenagentur media nws fact check
"""
"""Words after an agency's name that leave it the agency's."""

_KIND = re.compile(
    r"(?:news|press|photo) agency$|nachrichtenagentur$|presseagentur$|^agencia de noticias|^agence de presse"
    r"|通讯社$|通訊社$|通信社$|haber ajansı$|нагентство$|информагентство"
)
_REGIONAL = re.compile(r"^(dpa|sda|apa|afp|ap|sid|kna|epd|ntb|tt)\s?[/-]\s?([a-z]{2,4}|infocom)$")
MAX_LENGTH = 60
_SIGNS = " .,;:()[]-|©/"
_LEADS = ("der ", "de ", "l'", "agence ", "agencia ", "agência ", "agenzia ", "agentur ", "agencja ", "redazione ")
"""Words before an agency's name that leave it the agency's."""


def _printed() -> Iterator[tuple[str, str]]:
    """Yield each name that an agency is printed under, with the name that it is known by."""
    for line in TABLE.strip().replace("\n    ", ", ").splitlines():
        name, _, others = line.partition(":")
        for alias in (name, *others.split(",")):
            if alias := alias.strip():
                yield alias, name


_PRINTED = frozenset(alias for alias, _ in _printed())
_ALIASES = {fold(alias): name for alias, name in reversed(list(_printed()))}
_TAIL = frozenset(_TAILS.split())
_WELL_KNOWN = frozenset({"dpa", "afp", "efe", "sda", "epd"})
_WORDS = frozenset({"petra", "beta", "antara", "keystone", "novum", "sputnik", "regnum"})
_CAPITALS = _WORDS | {name for name in _ALIASES if name.isascii() and len(name) <= 4} - _WELL_KNOWN
"""Short names that are also words or given names: they count as they are printed, or in capitals."""


@lru_cache(maxsize=4096)  # a byline is asked several times
def agency(name: str) -> str | None:
    """Return the common name of the news agency that a name means, None where it means none.

    >>> agency("The Associated Press"), agency("dpa/lnw"), agency("Reuters Staff"), agency("Ani")
    ('AP', 'dpa', 'Reuters', None)

    name: as printed; case counts for short ones.
    """
    if len(name) > MAX_LENGTH:
        return None
    line = fold(name).strip(_SIGNS).removeprefix("the ").removeprefix("die ")
    if found := _known(line, name):
        return found
    regional = _REGIONAL.match(line)
    if regional and regional[2] not in _ALIASES:
        return _ALIASES.get(regional[1])
    lead = next((lead for lead in _LEADS if line.startswith(lead)), "")
    if lead and (found := _known(line.removeprefix(lead), name)):
        return found
    words = line.split()
    while len(words) > 1 and words[-1] in _TAIL:
        words.pop()
        if found := _known(" ".join(words), name):
            return found
    return name.strip() if _KIND.search(line) else None


def _known(line: str, name: str) -> str | None:
    shown = line in _WORDS or name.strip(_SIGNS) not in _PRINTED
    if line in _CAPITALS and line.upper() not in name and shown:
        return None
    return _ALIASES.get(line)
