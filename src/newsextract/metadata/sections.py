"""The section that a story stands in: as data name it, as the way from the front page ends, as a label shows it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from lxml import etree

from newsextract.metadata.facts import Claim
from newsextract.metadata.parties import site_key
from newsextract.metadata.places import Place
from newsextract.metadata.survey import Spot, Survey
from newsextract.metadata.visible import parts
from newsextract.text import bare

SOURCE, LABEL = "visible", "visible.plain"
LABEL_REACH = 25
"""How many elements away from the headline the label of the section may stand."""
BEFORE_COUNTS = 3
MAX_TRAIL, MAX_NAME, MAX_PLACE, MAX_DIGITS = 12, 60, 300, 4
_STEPS = frozenset({"li", "a", "span"})

_OTHER = (Place.BYLINE | Place.DATE | Place.TRAIL | Place.HEADLINE).value
_FRONT = frozenset(
    """home|homepage|home page|front page|startseite|start|zurück|accueil|retour|inicio|portada|página inicial|volver
inici|início|homepagina|voorpagina|terug|indietro|hjem|forside|forsiden|hem|etusivu|avaleht|pradžia|titulinis|sākums
sākumlapa|strona główna|główna|domů|hlavní stránka|domov|hlavná stránka|kezdőlap|címlap|főoldal|acasă|prima pagină
početna|naslovnica|начало|главная|головна|галоўная|почетна|αρχική|αρχική σελίδα|ana sayfa|anasayfa|ana səhifə|ballina
kreu|kryefaqja|hasiera|heim|forsíða|baile|hafan|მთავარი|գլխավոր|الرئيسية|صفحه اصلی|خانه|ראשי|דף הבית|עמוד הבית|होम
मुखपृष्ठ|প্রচ্ছদ|หน้าแรก|trang chủ|beranda|laman utama|top|ホーム|トップ|トップページ|首页|首頁|홈|back""".replace(
        "\n", "|"
    ).split("|")
)
_NONE = frozenset(
    """uncategorized|uncategorised|sin categoría|sin categoria|non classé|senza categoria|sem categoria|ohne kategorie
nicht kategorisiert|zonder categorie|ikke kategorisert|okategoriserad|bez kategorii|nezařazené|nezaradené|без рубрики
без категории|без категорії|未分类|未分類|미분류|không phân loại|kategorisiz|article|articles|post|posts|blog post|page
website|default|none|null|undefined|n/a""".replace("\n", "|").split("|")
)
"""What systems write where nobody named a section."""
_STEP = re.compile(r"\s?[>»›|]\s?|\s/\s")
_JOINED = re.compile(r",(?! )|;")
_AND = re.compile(r"\s(?:&|and|und|et|y|e|i|og|och|en|ve|и|та|oraz|a)\s", re.IGNORECASE)


def read(page: Survey) -> Iterator[Claim]:
    """Yield the breadcrumb near the headline, and the label of a section next to it."""
    trail = next(filter(None, (_steps(page, spot) for spot in page.near if spot.places & Place.TRAIL.value)), None)
    if trail:
        yield Claim("trail", trail, SOURCE)
    near = sorted((spot for spot in page.near if spot.places & Place.SECTION.value), key=_distance)
    for label in next(filter(None, (_labels(page, spot) for spot in near)), ()):
        yield Claim("section", label, LABEL)


def settle(
    named: Sequence[tuple[str, str]],
    trails: Iterable[tuple[str, Sequence[str]]],
    sites: frozenset[str],
    titles: Iterable[str],
) -> tuple[tuple[str, str], ...]:
    """Return the sections that a page offers with their sources, the one to believe first.

    named: source and text as data name a section, the trusted first. trails: source and the names of a breadcrumb.
    sites: keys of the site's names. titles: forms of the headline. Of several sections that the first source names, one
    that another source has too is the story's.
    """
    heads = {bare(title) for title in titles}
    offers = [(source, name) for source, text in named for name in _names(text) if _is_section(name, sites, heads)]
    ways = ((source, _way(trail, sites, heads)) for source, trail in trails)
    ends = [(source, way[-1]) for source, way in ways if way]
    if not offers:
        return tuple(ends)
    own = {bare(name): (source, name) for source, name in reversed(offers) if source == offers[0][0]}
    others = (bare(name) for source, name in chain(offers, ends) if source != offers[0][0])
    agreed = [own[key] for key in others if key in own]
    return tuple(dict.fromkeys(chain(agreed, offers, ends)))


def _steps(page: Survey, spot: Spot) -> tuple[str, ...]:
    """Return the names in a breadcrumb; where an element is called so that may be one step, those in its list."""
    element: etree._Element | None = spot.element
    while element is not None and (element.tag in _STEPS or _is_in_trail(page, element)):
        element = element.getparent()
    if element is None or element in page.holders or next(element.iter("a"), None) is None:
        return ()
    steps = tuple(text for text in parts(element) if any(map(str.isalnum, text)))
    return steps if len(steps) <= MAX_TRAIL else ()


def _is_in_trail(page: Survey, element: etree._Element) -> bool:
    above = element.getparent()
    return above is not None and above not in page.holders and bool(page.of(above) & Place.TRAIL.value)


def _distance(spot: Spot) -> int:
    return spot.at if spot.at >= 0 else -spot.at * BEFORE_COUNTS


def _labels(page: Survey, spot: Spot) -> list[str]:
    """Return the names in an element called a section's, where it belongs to the headline."""
    if abs(spot.at) > LABEL_REACH or spot.places & _OTHER or spot.element in page.holders:
        return []
    if page.is_elsewhere(spot.element, spot.at):
        return []
    texts = [text.strip(" :,/|•·-–—#") for text in parts(spot.element)]
    return [text for text in texts if 1 < len(text) <= MAX_NAME] if sum(map(len, texts)) <= MAX_PLACE else []


def _names(text: str) -> list[str]:
    """Return the names in what a source says of the section; of a way of several steps the last.

    >>> _names("Politics,World"), _names("News > Politics"), _names("Arts, Culture & Media")
    (['Politics', 'World'], ['Politics'], ['Arts, Culture & Media'])
    """
    text = _STEP.split(text.strip(" /"))[-1].rsplit("/", 1)[-1] if text.startswith("/") else _STEP.split(text)[-1]
    if _JOINED.search(text):
        names = re.split("[,;]", text)
    else:
        names = text.split(", ") if not _AND.search(text.rpartition(",")[2]) else [text]
    return [name for raw in names if (name := raw.strip())]


def _way(trail: Sequence[str], sites: frozenset[str], heads: set[str]) -> list[str]:
    """Return the steps of a breadcrumb between the front page and the story."""
    return [name for step in trail if (name := step.strip(" >»›/|")) and _is_section(name, sites, heads)]


def _is_section(name: str, sites: frozenset[str], heads: set[str]) -> bool:
    """Whether a name may be a section's: not the front page, the site, the story itself, or a label."""
    key = bare(name)
    letters, digits = sum(map(str.isalpha, key)), sum(map(str.isdecimal, key))
    if not letters or digits > MAX_DIGITS or len(name) > MAX_NAME or name.endswith(":"):
        return False
    if key in _FRONT or key in _NONE or site_key(name) in sites:
        return False
    return not any(head == key or (name.endswith(("…", "...")) and head.startswith(key)) for head in heads)
