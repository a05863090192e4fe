"""Names of languages as pages write them -> BCP 47."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"([a-z]{2,3})(?:[-_](?:cmn|yue|arb))?(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[.@].{0,20})?", re.IGNORECASE
)
_OLD = {
    "iw": "he", "in": "id", "ji": "yi", "mo": "ro", "und": "", "mul": "", "xx": "", "zxx": "",
    "cn": "zh", "cz": "cs", "dk": "da", "gb": "en", "gr": "el", "jp": "ja", "kr": "ko", "ua": "uk", "us": "en",
}  # fmt: skip
"""Codes that were replaced, codes for no language, and codes of countries that are none of a language."""
_NAMES = {
    "english": "en", "german": "de", "deutsch": "de", "french": "fr", "français": "fr", "francais": "fr",
    "spanish": "es", "español": "es", "espanol": "es", "italian": "it", "italiano": "it", "portuguese": "pt",
    "português": "pt", "dutch": "nl", "nederlands": "nl", "polish": "pl", "polski": "pl", "russian": "ru",
    "русский": "ru", "turkish": "tr", "türkçe": "tr", "swedish": "sv", "svenska": "sv", "danish": "da", "dansk": "da",
    "norwegian": "no", "norsk": "no", "finnish": "fi", "suomi": "fi", "greek": "el", "czech": "cs", "arabic": "ar",
    "hindi": "hi", "japanese": "ja", "日本語": "ja", "chinese": "zh", "中文": "zh", "korean": "ko",
}  # fmt: skip
_NO_REGIONS = {"UK": "GB", **dict.fromkeys(("EN", "CS", "DA", "EL", "JA", "KO", "ZH"), "")}
"""What stands for a region but is the code of none -> the region that is meant."""
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
    """Return the BCP 47 tag that a name means, of a list the first; None where it means none ("multilingual").

    >>> tag("en_us"), tag("zh-hans-cn"), tag("de_DE.UTF-8"), tag("Deutsch"), tag("en-UK, fr"), tag("jp")
    ('en-US', 'zh-Hans-CN', 'de-DE', 'de', 'en-GB', 'ja')
    """
    name = name.replace(";", ",").partition(",")[0].strip()
    found = _TAG.fullmatch(name)
    if found is None:
        return _NAMES.get(name.casefold())
    language, script, region = found.groups()
    language = _OLD.get(language.lower(), language.lower())
    if not language:
        return None
    region = region and _NO_REGIONS.get(region.upper(), region.upper())
    return "-".join(filter(None, (language, script and script.title(), region)))


def main(name: str | None) -> str:
    """Return the language of a tag without script and region, "" for None.

    >>> main("zh-Hans-CN")
    'zh'
    """
    return (name or "").partition("-")[0]


def locale(language: str | None, host: str | None) -> str | None:
    """Return the tag by which dates are read: English without a country takes that of its site's top-level domain."""
    if language == "en" and host:
        country = _COUNTRIES.get(host.rsplit(".", 1)[-1])
        return f"en-{country}" if country else language
    return language
