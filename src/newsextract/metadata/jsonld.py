"""JSON-LD (schema.org in ``script type="application/ld+json"``): the surest word, where it is of this article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from newsextract.article import CreditKind, CreditRole, Image
from newsextract.metadata.access import is_free
from newsextract.metadata.facts import Claim, Mention
from newsextract.metadata.identity import Identity, identity
from newsextract.metadata.loose_json import load
from newsextract.metadata.survey import Survey
from newsextract.text import clean_line

Node = Mapping[str, Any]

SOURCE, PAGE, SITE = "json_ld", "json_ld.page", "json_ld.site"
MAX_NODES = 2000
MAX_BODY = 500_000
MAX_WORDS = 200

_STORIES = frozenset({"Report", "LiveBlogPosting", "Review", "Recipe", "HowTo", "Blog", "CriticReview", "ClaimReview"})
_MEDIA = frozenset(
    {"VideoObject", "ImageGallery", "MediaGallery", "PodcastEpisode", "AudioObject", "Episode", "CreativeWork"}
)
_SITES = frozenset({"WebSite", "NewsMediaOrganization"})
_DOORS = ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb")
"""Properties through which the page's own article may be reached; lists of other articles are not entered."""

_TEXTS = {"description": "description", "inLanguage": "language"}
_DATES = (
    ("published", ("datePublished", "dateCreated", "uploadDate")),
    ("modified", ("dateModified",)),
)  # fmt: skip
_ROLES = (
    (CreditRole.AUTHOR, ("author", "creator")),
    (CreditRole.CONTRIBUTOR, ("contributor",)),
    (CreditRole.EDITOR, ("editor",)),
    (CreditRole.TRANSLATOR, ("translator",)),
)
_CREDITS = ("creditText", "creator", "author", "copyrightHolder", "copyrightNotice")
"""Properties of an image that say whose it is, the nearest to what is printed first."""
_BREAK = re.compile(r"<(?:br|/p|/div|/h[1-6]|/li)\b[^<>]{0,200}>", re.IGNORECASE)
_TAG = re.compile(r"<[a-z/!][^<>]{0,2000}>", re.IGNORECASE)


def read(page: Survey) -> Iterator[Claim]:
    """Yield what the blocks say of the page's article; data of another article on the page is passed over."""
    nodes = _nodes(page.data)
    if not nodes:
        return
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)}
    for node, source in _own(nodes, page):
        yield from _claims(node, source, known)
    yield from _site(nodes, known)
    if trail := next(filter(None, map(_trail, nodes)), None):
        yield Claim("trail", trail, SOURCE)


def articles(page: Survey) -> list[Node]:
    """Return the objects that tell of the page's article itself, the surest first."""
    nodes = _nodes(page.data)
    return [node for node, _ in _own(nodes, page)] if nodes else []


def _own(nodes: list[Node], page: Survey) -> list[tuple[Node, str]]:
    """Return the objects of the page's article with the source that their claims name, the surest first."""
    own = identity(page)
    ranked = [(*_rank(node, own), node) for node in nodes]
    ranked.sort(key=lambda one: -one[0])
    return [(node, source) for rank, source, node in ranked if rank > 0]


def _nodes(blocks: tuple[str, ...]) -> list[Node]:
    """Return the objects of all blocks that may describe the page, in the order of the page."""
    found: list[Node] = []
    stack: list[Any] = [value for block in reversed(blocks) for value in reversed(load(block))]
    while stack and len(found) < MAX_NODES:
        value = stack.pop()
        if isinstance(value, list):
            stack += reversed(value)
        elif isinstance(value, dict):
            found.append(value)
            stack += [value[door] for door in reversed(_DOORS) if isinstance(value.get(door), dict | list)]
    return found


def types(node: Node) -> list[str]:
    """Return the names of an object's types, without the vocabulary's address."""
    names = _list(node.get("@type"))
    return [name.rsplit("/", 1)[-1].removeprefix("schema:") for name in names if isinstance(name, str)]


def _rank(node: Node, own: Identity) -> tuple[float, str]:
    """Return how surely an object is the page's article (not at all: 0), and the source that its claims name."""
    names = types(node)
    if any(name.endswith(("Article", "Posting")) or name in _STORIES for name in names):
        rank, source = 4.0, SOURCE
    elif any(name in _MEDIA for name in names):
        rank, source = 2.0, PAGE
    elif any(name.endswith("Page") for name in names):
        rank, source = 1.0, PAGE
    else:
        return 0.0, ""
    title = _text(node.get("headline")) or _text(node.get("name"))
    here = own.has_url(_urls(node))
    same = own.has_title(title) if title else None
    if same is False and (here is False or source is PAGE):
        return 0.0, ""
    if source is PAGE and rank > 1 and not (same or here):
        return 0.0, ""
    return rank + bool(here) + 2 * bool(same) - (here is False) - (same is False), source


def _urls(node: Node) -> list[str]:
    whole = node.get("mainEntityOfPage")
    values = [node.get("url"), node.get("@id"), whole]
    if isinstance(whole, dict):
        values += [whole.get("@id"), whole.get("url")]
    return [value for value in values if isinstance(value, str)]


def _claims(node: Node, source: str, known: Mapping[str, Node]) -> Iterator[Claim]:
    """Yield what one object says of the article."""
    if title := _text(node.get("headline")) or _text(node.get("name")):
        yield Claim("title", title, source)
    if other := _text(node.get("alternativeHeadline")):
        yield Claim("titles", other, source)
    for key, field in _TEXTS.items():
        if text := next(filter(None, map(_text, _list(node.get(key)))), None):
            yield Claim(field, text, source)
    for field, keys in _DATES:
        if text := next(filter(None, (_text(node.get(key)) for key in keys)), None):
            yield Claim(field, text, source)
    yield from _credits(node, source, known)
    yield from _images(node, source, known)
    yield from _rest(node, source)


def _rest(node: Node, source: str) -> Iterator[Claim]:
    for name in types(node):
        yield Claim("kinds", name, source)
    yield from (Claim("access", free, source) for free in _access(node))
    for key, field in (("articleSection", "section"), ("keywords", "tags")):
        for text in filter(None, map(_text, _list(node.get(key))[:MAX_WORDS])):
            yield Claim(field, text, source)
    if isinstance(body := node.get("articleBody"), str) and (text := _plain(body)):
        yield Claim("body", text, source)


def _access(node: Node) -> Iterator[Any]:
    """Yield what an object says of access to it; where only its parts say, what they say."""
    if (free := node.get("isAccessibleForFree")) is not None:
        yield from _list(free)[:1]
        return
    for part in _list(node.get("hasPart"))[:MAX_WORDS]:
        if isinstance(part, dict) and is_free(part.get("isAccessibleForFree")) is False:
            yield False


def _credits(node: Node, source: str, known: Mapping[str, Node]) -> Iterator[Claim]:
    for role, keys in _ROLES:
        for key in keys:
            values = _list(node.get(key))[:MAX_WORDS]
            mentions = [mention for value in values for mention in _mentions(value, role, known)]
            for mention in mentions:
                yield Claim("credits", mention, source)
            if mentions:
                break


def _mentions(value: Any, role: CreditRole, known: Mapping[str, Node]) -> list[Mention]:
    """Return who an author property names; a bare reference is looked up."""
    if isinstance(value, str):
        text = _text(value)
        return [Mention(text, None, role)] if text else []
    if not isinstance(value, dict):
        return []
    if "name" not in value and isinstance(value.get("@id"), str):
        value = known.get(value["@id"], value)
    names = [name for each in _list(value.get("name"))[:MAX_WORDS] if (name := _text(each))]
    if not names:
        name = clean_line(f"{_text(value.get('givenName')) or ''} {_text(value.get('familyName')) or ''}")
        names = [name] if name else []
    company = any(kind.endswith("Organization") or kind in ("Corporation", "Brand") for kind in types(value))
    kind = CreditKind.PERSON if "Person" in types(value) else CreditKind.ORGANIZATION if company else None
    return [Mention(name, kind, role) for name in names]


def _images(node: Node, source: str, known: Mapping[str, Node]) -> Iterator[Claim]:
    for value in _list(node.get("image"))[:50]:
        if isinstance(value, dict) and "url" not in value and isinstance(value.get("@id"), str):
            value = {**known.get(value["@id"], {}), **value}
        if image := _image(value):
            yield Claim("images", image, source)


def _image(value: Any) -> Image | None:
    if isinstance(value, str):
        return Image(url=value.strip()) if value.strip() else None
    if not isinstance(value, dict):
        return None
    url = next(filter(None, (_first(value.get(key)) for key in ("url", "contentUrl", "@id"))), None)
    caption = _text(value.get("caption")) or _text(value.get("description"))
    credit = next(filter(None, (_name(value.get(key)) for key in _CREDITS)), None)
    return Image(url=url, caption=caption, credit=credit) if url else None


def _site(nodes: list[Node], known: Mapping[str, Node]) -> Iterator[Claim]:
    """Yield the names of the publication: the publisher of the articles, else the site of a WebSite object."""
    for node in nodes:
        publisher = node.get("publisher")
        if isinstance(publisher, dict) and "name" not in publisher and isinstance(publisher.get("@id"), str):
            publisher = known.get(publisher["@id"])
        person = isinstance(publisher, dict) and "Person" in types(publisher)  # whose own site it is
        if not person and (name := _name(publisher)):
            yield Claim("site_name", name, SOURCE)
    for node in nodes:
        if _SITES.intersection(types(node)) and (name := _name(node)):
            yield Claim("site_name", name, SITE)


def _trail(node: Node) -> tuple[str, ...]:
    """Return the names in a BreadcrumbList, the front page's first; none of another object."""
    if "BreadcrumbList" not in types(node):
        return ()
    steps = [step for step in _list(node.get("itemListElement"))[:MAX_WORDS] if isinstance(step, dict)]
    if all(isinstance(step.get("position"), int) for step in steps):
        steps.sort(key=lambda step: int(step["position"]))
    names = (_text(step.get("name")) or _name(step.get("item")) for step in steps)
    return tuple(name for name in names if name and "://" not in name)


def _name(value: Any) -> str | None:
    """Return the name of whoever a property names, by an object, a list of such or a plain string."""
    for one in _list(value):
        if text := _text(one.get("name") if isinstance(one, dict) else one):
            return text
    return None


def _first(value: Any) -> str | None:
    return next((one.strip() for one in _list(value) if isinstance(one, str) and one.strip()), None)


def _list(value: Any) -> list[Any]:
    """Return the values of a property: one, a list, or a list in an object of its own (``@list``, ``@set``)."""
    if isinstance(value, dict) and ("@list" in value or "@set" in value):
        value = value.get("@list", value.get("@set"))
    return value if isinstance(value, list) else [] if value is None else [value]


def _text(value: Any) -> str | None:
    """Return a string as shown: entities read, tags dropped, white space squeezed; None for all else."""
    if isinstance(value, dict):
        value = value.get("@value")
    if not isinstance(value, str):
        return None
    if "&" in value:
        value = unescape(value)
        if "&" in value:
            value = unescape(value)  # "&amp;quot;"
    if "<" in value:
        value = _TAG.sub(" ", value)
    return clean_line(value) or None


def _plain(body: str) -> str:
    """Return articleBody as lines of text."""
    body = body[:MAX_BODY]
    if "&lt;" in body and "<" not in body:
        body = unescape(body)
    if "<" in body:
        body = _TAG.sub("", _BREAK.sub("\n", body))
    return "\n".join(line for raw in unescape(body).splitlines() if (line := clean_line(raw)))
