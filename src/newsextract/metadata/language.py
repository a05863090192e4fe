"""Names of languages as pages write them -> BCP 47."""

from __future__ import annotations

import re

_TAG = re.compile(r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?(?:[.@].{0,20})?", re.IGNORECASE)
_OLD = {"iw": "he", "in": "id", "ji": "yi", "mo": "ro", "no-bok": "nb", "und": "", "mul": "", "xx": "", "zxx": ""}
_COUNTRIES: dict[str, str] = {
    "uk": "GB", "au": "AU", "nz": "NZ", "ie": "IE", "in": "IN", "za": "ZA", "us": "US", "gov": "US", "edu": "US", "mil": "US",
    "pk": "PK", "bd": "BD", "lk": "LK", "ng": "NG", "ke": "KE", "gh": "GH", "sg": "SG", "my": "MY", "hk": "HK", "mt": "MT",
    "jm": "JM", "eu": "GB", "de": "GB", "fr": "GB", "it": "GB", "es": "GB", "ch": "GB", "at": "GB", "nl": "GB", "be": "GB",
    "se": "GB", "no": "GB", "dk": "GB", "fi": "GB", "ph": "PH", "ca": "CA", "jp": "US", "ky": "GB", "ug": "UG", "tz": "TZ",
}  # fmt: skip
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
