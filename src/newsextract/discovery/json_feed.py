"""JSON Feed (jsonfeed.org, version 1 and 1.1) -> its entries."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsextract.discovery.days import moment
from newsextract.discovery.found import Found, Source
from newsextract.discovery.titles import plain
from newsextract.errors import InputError
from newsextract.text import without_lone_escapes
from newsextract.urls import absolute


def entries(body: bytes, found_in: str | None) -> Iterator[Found]:
    """Yield the entries of a feed; raises InputError where it is no JSON, or another one."""
    try:
        feed: Any = json.loads(without_lone_escapes(body.decode(json.detect_encoding(body), "replace")))
    except (ValueError, RecursionError) as error:
        raise InputError("it is no whole JSON") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise InputError("it is JSON, but no JSON Feed")
    for item in feed["items"]:
        url = item.get("url") or item.get("external_url") if isinstance(item, dict) else None
        address = absolute(found_in, url) if isinstance(url, str) else None
        if address:
            language = _text(item.get("language")) or _text(feed.get("language"))
            yield Found(
                address,
                Source.FEED,
                found_in,
                plain(item.get("title")),
                moment(item.get("date_published"), language),
                moment(item.get("date_modified"), language),
                language,
            )


def _text(value: object) -> str | None:
    return (value.strip() or None) if isinstance(value, str) else None
