"""What the editors and servers of the world call the parts of a story in their data, as tables of words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

TEXT, PARAGRAPH, HEADING, ITEM, LIST, QUOTE, LINK, BREAK, IMAGE, SKIP, OTHER = (
    "text", "paragraph", "heading", "item", "list", "quote", "link", "break", "image", "skip", ""
)  # fmt: skip

_WORDS: dict[str, str] = {
    SKIP: (
        "ad ads advert advertisement advertising sponsored related relatedcontent recommended recommendation "
        "readmore promo promotion newsletter signup subscribe embed oembed iframe script video audio podcast "
        "player social tweet twitter instagram facebook youtube gallery slideshow carousel interstitial teaser "
        "teasers byline author authors comment comments poll quiz widget tags share sharing recirc paywall seo "
        "breadcrumb breadcrumbs menu navigation"
    ),
    IMAGE: "image img picture photo photograph figure illustration",
    BREAK: "br linebreak hardbreak",
    ITEM: "li listitem unorderedlistitem orderedlistitem",
    LIST: "ul ol list bulletlist orderedlist unorderedlist bulletedlist numberedlist",
    QUOTE: "quote blockquote pullquote",
    HEADING: "heading header headings subheading subhead subheadline subtitle crosshead title h1 h2 h3 h4 h5 h6",
    LINK: "link a anchor hyperlink autolink",
    PARAGRAPH: "paragraph p block unstyled",
    TEXT: "text span html richtext fragment markup em strong i b u",
}
"""Kind -> words that name it, the kind that counts first where several are named."""
_KIND_OF = {word: (rank, kind) for rank, (kind, words) in enumerate(_WORDS.items()) for word in words.split()}

_WHOLE = frozenset({"a", "p", "block", "i", "b", "u"})
"""Of these words such as say something only where they are the whole name."""

_NAMES = (
    "type",
    "_type",
    "kind",
    "__typename",
    "nodeType",
    "blockType",
    "blockName",
    "elementType",
    "component",
    "tagName",
    "style",
)
_WEAK_NAMES = ("name", "tag")
_PART = re.compile(r"[A-Z]?[a-z]+\d?|[A-Z]+\d?")
_DIGIT = re.compile(r"[1-6]")
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
MAX_NAME = 40
ORDINARY, WEAK = 100, 1000
"""Ranks of keys that only their words tell, and of those that carry a story now and then."""

_CARRIERS = (
    "content_elements children blocks content paragraphs items elements story-elements cards sections body html "
    "rendered text value data attributes attrs model fields props document root"
).split()
"""Keys under which a part of a story has its parts or its text; where two have as much, the first counts."""
_RANKS = {key: rank for rank, key in enumerate(_CARRIERS)}
_CARRYING = frozenset(
    "content contents children kids block blocks paragraph paragraphs item items element elements card cards "
    "section sections chapter chapters slice slices node nodes body html rendered text texts value data copy "
    "attributes attrs model fields props json document doc root rich raw settings primary article story insert "
    "ops processed markdown md texto textos cuerpo corpo contenido conteudo contenu inhalt testo tekst main inner "
    "page pages part parts".split()
)
_SPOILING = frozenset(
    "alt caption button seo meta metadata teaser summary short label title link ad ads promo share cta id ids "
    "type class classname style styles css script count url date time author authors byline image images credit "
    "name key keys preview excerpt truncated intro language lang".split()
)
"""Words of other keys that carry text, and such as tell that it is another one."""
_LAST = frozenset("description desc blurb details".split())
LAST_SIZE = 600
"""Words of keys that carry a story only where it is as long as none of a teaser is."""
IN_LINE = frozenset({"text", "value", "data", "insert"})
"""Of them those that a part of a line has its letters under."""
HEADINGS = ("heading", "title", "headline", "subheading", "header")
"""Keys under which a section has its heading."""

TITLES = ("headline", "headlines", "title", "hed", "name", "webTitle", "pageTitle", "seoTitle")
_URLS = re.compile(r"url|slug|link|href|path|uri", re.IGNORECASE)
_MAKERS = re.compile(r"date|publish|byline|author", re.IGNORECASE)
"""What beside a title makes an object a story of its own: where it is, or, even unsaid, when or by whom it was made."""
MAX_KEYS = 400

_PEOPLE = frozenset(
    "user username userId user_id commenter commentId comment_id avatar avatarUrl likes upvotes votes replies "
    "parentId replyTo screenName".split()
)
_AWAY = re.compile(
    r"comment|discussion|relat|recommend|teaser|trending|popular|most_?(?:read|viewed|shared)|promo|newsletter|sidebar"
    r"|footer|navigation|menu|i18n|locale|translation|messages|consent|onward|upnext|up_?next|also_?read|read_?(?:more|next)"
    r"|more_?(?:stories|from|news)|latest_?(?:news|stories|articles)|other_?(?:news|stories|articles)|next_?articles?$"
    r"|legal|privacy|terms|cookie",
    re.IGNORECASE,
)
"""Keys below which other stories are told, or none at all."""


@lru_cache(maxsize=4096)  # the objects of a list have the same keys
def rank(key: str) -> int | None:
    """Return how soon a key is asked for an object's text, the lower the sooner; None where it has none.

    >>> rank("bodyBlocks"), rank("altText")
    (100, None)
    """
    if key in _RANKS:
        return _RANKS[key]
    words = {word.lower() for word in _PART.findall(key[:MAX_NAME])}
    if words & _SPOILING:
        return None
    return ORDINARY if words & _CARRYING else WEAK if words & _LAST else None


def kind_of(part: Mapping[str, Any]) -> tuple[str, int]:
    """Return what a part of a story is, and the level where it is a heading.

    >>> kind_of({"nodeType": "heading-3", "content": []})
    ('heading', 3)
    """
    names = [name for key in _NAMES if key in part and isinstance(name := part[key], str)]
    if not names or names == ["tag"]:
        names += [name for key in _WEAK_NAMES if isinstance(name := part.get(key), str)]
    best, level = (len(_WORDS), OTHER), 2
    for name in names:
        if len(name) > MAX_NAME or " " in name:
            continue
        words = _PART.findall(name)
        whole = "".join(words).lower()
        for word in [*map(str.lower, words), whole]:
            found = _KIND_OF.get(word) if word == whole or word not in _WHOLE else None
            if found is not None and found < best:
                best = found
        level = _level(name, level)
    if isinstance(part.get("listItem"), str):
        return ITEM, level
    if best[1] == HEADING:
        for place in (part, part.get("attrs"), part.get("data"), part.get("attributes")):
            if isinstance(place, dict) and isinstance(own := place.get("level") or place.get("tag"), int | str):
                level = _level(str(own), level)
    return best[1], level


def _level(name: str, level: int) -> int:
    if digit := _DIGIT.search(name):
        return int(digit[0])
    return next((number for word, number in _NUMBERS.items() if name.endswith(f"-{word}")), level)


def title_of(part: Mapping[str, Any]) -> str | None:
    """Return the title that an object gives itself."""
    for key in TITLES:
        value = part.get(key)
        if isinstance(value, dict):
            value = next((one for one in value.values() if isinstance(one, str) and one), None)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


def is_story(part: Mapping[str, Any]) -> bool:
    """Whether an object is a story or the teaser of one: it has a title, and an address, a date or an author."""
    if len(part) > MAX_KEYS or title_of(part) is None:
        return False
    return any(_tells_making(key) or (value and _is_url(key)) for key, value in part.items())


@lru_cache(maxsize=4096)
def _tells_making(key: str) -> bool:
    return _MAKERS.search(key) is not None


@lru_cache(maxsize=4096)
def _is_url(key: str) -> bool:
    return _URLS.search(key) is not None


def urls_of(part: Mapping[str, Any]) -> list[str]:
    """Return the addresses that an object gives itself."""
    found = [value for key, value in part.items() if isinstance(value, str) and value and _is_url(key)]
    return [url for url in found if len(url) < 2000][:10]


def is_comment(part: Mapping[str, Any]) -> bool:
    """Whether an object is what a reader wrote."""
    return not _PEOPLE.isdisjoint(part)


@lru_cache(maxsize=4096)
def is_away(key: str) -> bool:
    """Whether a key leads to other stories, to comments or to the words of buttons."""
    return _AWAY.search(key) is not None


def is_bold(part: Mapping[str, Any]) -> bool:
    """Whether a part of a line is set bold."""
    if part.get("bold") is True or part.get("strong") is True:
        return True
    given = part.get("marks")
    marks = given if isinstance(given, list) else ()
    named = [mark.get("type") if isinstance(mark, dict) else mark for mark in marks[:10]]
    weight = part.get("format")
    return "bold" in named or "strong" in named or (isinstance(weight, int) and bool(weight & 1))
