"""Claims -> Facts: for each field the sources are weighed, and it is written down who said what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from newsextract.article import Image
from newsextract.metadata import (
    access,
    attribution,
    keywords,
    language,
    moments,
    pictures,
    sections,
    site_names,
    titles,
)
from newsextract.metadata.evidence import info, shown
from newsextract.metadata.facts import Claim, Facts, Mention
from newsextract.metadata.parties import Setting, site_key
from newsextract.metadata.printed import printed
from newsextract.metadata.trust import ranks
from newsextract.urls import absolute, host

T = TypeVar("T")
Heard = Mapping[str, Sequence[Claim]]

_TEXTS = ("kicker", "summary", "description", "body")
_SECOND_LEVELS = frozenset({"com", "co", "org", "gov", "www", "edu", "ac", "net"})


class Found(NamedTuple):
    """A field's value, the source that it is taken from, and what every source offered: the trusted first."""

    value: Any
    source: str
    offers: tuple[tuple[str, Any], ...]


def settle(claims: Iterable[Claim], base: str | None, url: str | None, latest: datetime | None = None) -> Facts:
    """Return what the sources together say of the article.

    base: what relative addresses are resolved against. url: the page's own address, None where unknown. latest: when
    the page was fetched; None where unknown.
    """
    heard: dict[str, list[Claim]] = {}
    for claim in claims:
        heard.setdefault(claim.field, []).append(claim)
    for field in heard:
        places = ranks(field)
        heard[field].sort(key=lambda claim: places.get(claim.source, len(places)))
    found = {"language": _language(heard)}
    setting = Setting(found["language"].value if found["language"] else None, *_sites(heard))
    found |= _words(heard, setting, base)
    found |= _dates(heard, language.locale(setting.language, host(url)), latest)
    found["access"] = _first(heard, "access", access.is_free)
    known = {field: one for field, one in found.items() if one is not None and one.value not in (None, "", ())}
    facts = {field: one.value for field, one in known.items()}
    fields = {field: info(field, one.value, one.source, one.offers) for field, one in known.items() if one.offers}
    images = _images(heard, base)
    if images is not None:
        fields["images"] = info("images", images.offers[0][1], images.source, images.offers)
    kinds = frozenset(str(claim.value) for claim in heard.get("kinds", ()))
    return Facts(**facts, images=images.value if images else (), kinds=kinds, setting=setting, fields=fields)


def _words(heard: Heard, setting: Setting, base: str | None) -> dict[str, Found | None]:
    """Settle the fields that are text."""
    title, forms = _title(heard, setting)
    found = {field: _first(heard, field, str) for field in _TEXTS}
    found["title"], found["titles"] = title, forms
    found["site_name"] = _site_name(heard, setting)
    found["canonical_url"] = _first(heard, "canonical_url", lambda value: absolute(base, str(value)))
    found["credits"] = _credits(heard, setting)
    found["byline"] = _first(heard, "byline", lambda value: _printed(value, setting))
    found["section"] = _section(heard, setting, forms)
    found["tags"] = _tags(heard, setting, forms)
    return found


def _first(heard: Heard, field: str, read: Callable[[object], T | None]) -> Found | None:
    """Settle a field by the first trusted source whose value can be read."""
    offers = tuple(
        (claim.source, value) for claim in heard.get(field, ()) if (value := read(claim.value)) not in (None, "")
    )
    return Found(offers[0][1], offers[0][0], offers) if offers else None


def _title(heard: Heard, setting: Setting) -> tuple[Found | None, Found | None]:
    claims = [(claim.source, str(claim.value)) for claim in heard.get("title", ())]
    best, forms = titles.settle(claims, setting.sites | setting.hosts)
    if best is None:
        return None, None
    offers = tuple((form.source, form.text) for form in forms)
    others = (str(claim.value) for claim in heard.get("titles", ()))
    every = tuple(dict.fromkeys([form.whole for form in forms] + [form.text for form in forms] + list(others)))
    return Found(best.text, best.source, offers), Found(every, best.source, ())


def _section(heard: Heard, setting: Setting, titles: Found | None) -> Found | None:
    named = [(claim.source, str(claim.value)) for claim in heard.get("section", ())]
    trails = [(claim.source, claim.value) for claim in heard.get("trail", ()) if isinstance(claim.value, tuple)]
    offers = sections.settle(named, trails, setting.sites | setting.hosts, titles.value if titles else ())
    return Found(offers[0][1], offers[0][0], offers) if offers else None


def _credits(heard: Heard, setting: Setting) -> Found | None:
    best, every = attribution.settle(heard.get("credits", ()), setting)
    if best is None:
        return None
    offers = tuple((source, shown(named)) for source, named in every)
    return Found(best[1], best[0], offers)


def _printed(value: object, setting: Setting) -> str | None:
    return printed(value, setting) if isinstance(value, Mention) else None


def _language(heard: Heard) -> Found | None:
    """Settle the language; where two sources contradict the html element, which is often the theme's, they win."""
    found = _first(heard, "language", lambda value: language.tag(str(value)))
    if found is None:
        return None
    others = [tag for source, tag in found.offers if source != "meta.html"]
    main = {tag.partition("-")[0] for tag in others}
    if len(others) > 1 and len(main) == 1 and found.value.partition("-")[0] not in main:
        source = next(source for source, tag in found.offers if tag == others[0])
        return Found(others[0], source, found.offers)
    return found


def _dates(heard: Heard, locale: str | None, latest: datetime | None) -> dict[str, Found | None]:
    firsts, lasts = heard.get("published", ()), heard.get("modified", ())
    offers = moments.read(firsts, locale, latest, beside=lasts) or moments.guess(firsts, locale, latest)
    changes = moments.read(lasts, locale, latest, beside=firsts)
    published, modified = moments.settle(offers, changes), moments.settle(changes)
    return {
        "published": Found(published[1], published[0], tuple(offers)) if published else None,
        "modified": Found(modified[1], modified[0], tuple(changes)) if modified else None,
    }


def _images(heard: Heard, base: str | None) -> Found | None:
    """Settle the pictures, which the sources fill together; their offers are addresses."""
    told = [(claim.source, claim.value) for claim in heard.get("images", ()) if isinstance(claim.value, Image)]
    images = pictures.settle((image for _, image in told), base)
    offers = tuple((source, url) for source, image in told if (url := absolute(base, image.url or "")))
    return Found(images, offers[0][0], offers) if images and offers else None


def _site_name(heard: Heard, setting: Setting) -> Found | None:
    claims = [(claim.source, str(claim.value)) for claim in heard.get("site_name", ())]
    title = next((str(claim.value) for claim in heard.get("title", ()) if claim.source == site_names.TITLE), None)
    offers = site_names.settle(claims, title, setting.hosts)
    return Found(offers[0][1], offers[0][0], offers) if offers else None


def _tags(heard: Heard, setting: Setting, titles: Found | None) -> Found | None:
    """Settle the tags by the most trusted source that has any."""
    claims = [(claim.source, str(claim.value)) for claim in heard.get("tags", ())]
    offers = keywords.settle(claims, setting.sites | setting.hosts, titles.value if titles else ())
    return Found(offers[0][1], offers[0][0], offers) if offers else None


def _sites(heard: Heard) -> tuple[frozenset[str], frozenset[str]]:
    """Return the keys of all names that the page gives its site, and those of its host and the host's main labels."""
    claims = heard.get("site_name", ())
    hosts = [str(claim.value) for claim in claims if claim.source == "url"]
    labels = [label for name in hosts for label in (max(_labels(name), key=len, default=name), *_labels(name)[-1:])]
    names = (str(claim.value) for claim in claims if claim.source != "url")
    return frozenset(map(site_key, names)), frozenset(map(site_key, [*hosts, *labels]))


def _labels(name: str) -> list[str]:
    return [label for label in name.split(".")[:-1] if label not in _SECOND_LEVELS]
