"""Names of languages as pages write them -> BCP 47."""

from __future__ import annotations

import re

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[.@].{0,20})?", re.IGNORECASE)
_OLD = {"iw": "he", "in": "id", "ji": "yi", "mo": "ro", "und": "", "mul": "", "xx": "", "zxx": ""}
"""Codes that were replaced, and codes for no language."""
_BRITISH = "uk eu de fr it es ch at nl be se no dk fi ky"
_OWN = "au nz ie in za us pk bd lk ng ke gh sg my hk mt jm ph ca ug tz"
_AMERICAN = "gov edu mil jp"
_COUNTRIES = {
    **{domain: domain.upper() for domain in _OWN.split()},
    **dict.fromkeys(_BRITISH.split(), "GB"),
    **dict.fromkeys(_AMERICAN.split(), "US"),
}
"""Top-level domain -> the country whose English a site there writes dates in."""


def tag(name: str) -> str | None:
    """Return the BCP 47 tag that a name means ("en_us" is "en-US"), None where it means none ("English").

    >>> tag("en_us"), tag("zh-hans-cn"), tag("de_DE.UTF-8"), tag("Deutsch")
    ('en-US', 'zh-Hans-CN', 'de-DE', None)
    """
    found = _TAG.fullmatch(name.strip())
    if found is None:
        return None
    language, script, region = found.groups()
    language = _OLD.get(language.lower(), language.lower())
    if not language:
        return None
    return "-".join(filter(None, (language, script and script.title(), region and region.upper())))


def locale(language: str | None, host: str | None) -> str | None:
    """Return the tag by which dates are read: English without a country takes that of its site's top-level domain."""
    if language == "en" and host:
        country = _COUNTRIES.get(host.rsplit(".", 1)[-1])
        return f"en-{country}" if country else language
    return language
