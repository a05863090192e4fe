"""What a page's address says: the day in its path, the name of its host."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.metadata.facts import Claim
from newsextract.metadata.survey import Survey
from newsextract.urls import host

SOURCE = "url"

_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([/_.-]?)(0?[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01]|[1-9](?=[/_-]))(?!\d)")
_NAMED = re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]([a-z]{3,9})[/-](\d{1,2})(?!\d)")


def read(page: Survey) -> Iterator[Claim]:
    """Yield the day in the address and the host."""
    for url in (page.document.url, *page.canonical):
        if not url:
            continue
        if (day := day_in(url)) is not None:
            yield Claim("published", day, SOURCE)
        if name := host(_own(url)):
            yield Claim("site_name", name, SOURCE)


def day_in(url: str) -> str | None:
    """Return the day in the path of an address, as text; None for none.

    An archive's own stamp before an address in the path is no day.
    """
    path = _own(url).split("://", 1)[-1].partition("/")[2]
    if (found := _DAY.search(path)) and (found[2] or len(found[3]) == len(found[4]) == 2):
        return f"{found[1]}-{int(found[3]):02d}-{int(found[4]):02d}"
    if found := _NAMED.search(path.lower()):
        return f"{found[3]} {found[2]} {found[1]}"
    return None


def _own(url: str) -> str:
    return url[max(url.rfind("http://"), url.rfind("https://")) :]
