"""The whole way, on one screen: bytes -> Document -> Facts and Content -> Draft -> Article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from newsextract.article import Article, Block, Cut, FetchFacts, FieldInfo, Image, Status
from newsextract.blocks import blocks
from newsextract.body import Models, judge
from newsextract.clean import STAGES, Draft, chrome, clean, cuts_of, drop_labels, glued, with_stage
from newsextract.content import Content, lines, pieces
from newsextract.document import Decoded, Document, decode, parse, read_str, without_endless
from newsextract.metadata import Facts, gather
from newsextract.metadata.evidence import info, settled
from newsextract.page import Page
from newsextract.reasons import OTHER_STORY, REPEAT, SURPLUS
from newsextract.status import Answer, outcome
from newsextract.urls import absolute

if TYPE_CHECKING:
    from newsextract.fetch import AnyFetcher

STUB_SIZE = 600
"""Characters below which a body may be the stub of one that the page has in its data."""
FIELDS = (
    "canonical_url", "title", "kicker", "summary", "description", "byline", "credits", "published", "modified",
    "dateline", "section", "tags", "language", "site_name", "access",
)  # fmt: skip
"""Fields of ``Facts`` that ``Article.fields`` tells of, beside the images."""
SOURCES = {
    "json_ld": "structured data",
    "script": "the data of a script",
    "hidden": "markup that is shown only with scripts or without",
}
"""Source of a text that is not the visible page's -> what ``status_reasons`` calls it."""


class Watch(Protocol):
    """What somebody who knows the site has to say of a page."""

    @property
    def lean(self) -> Mapping[int, float]:
        """Position of a passage -> log odds to add to the verdict on it."""

    def look(self, draft: Draft, /) -> Draft:
        """Do a stage of the cleaning, see ``with_stage``."""


class Site(Protocol):
    """Somebody who knows sites: a ``SiteMemory``."""

    def watch(self, content: Content, facts: Facts, address: str | None, /) -> Watch | None:
        """Return what is known that bears on a page; None where nothing is. address: None where unknown."""


def extract(html: bytes | str | Page | Any, url: str | None = None, *, site: Site | None = None) -> Article:
    """Return the article that a page holds.

    html: the page as bytes (decoded as browsers do), as text, as a ``Page``, or as a BeautifulSoup tree. Text without
    any markup is read as ``extract_text`` reads it. url: its address, to resolve links and as a witness for dates;
    None where unknown; a ``Page`` brings its own. site: a ``SiteMemory``, to cut what recurs on the pages of its host;
    None uses nothing but the page.

    Where there is no story the answer has empty ``blocks`` and a ``status`` that says why. Raises NotAPageError for
    what is neither HTML nor text, TooLargeError for more than 25 million characters, UnparsableError where no
    parser makes a tree of it.
    """
    page = html if isinstance(html, Page) else Page(url, b"")
    address = page.final_url or page.url
    decoded = _decode(html, address)
    document = parse(decoded, address)
    http = page.status if html is page else None
    if document.text_only:
        article = _from_lines(decoded, page.url, Answer(address, http))
    else:
        answer, answered_at = Answer(address, http, decoded.text), _answered_at(page)
        article = _from_tree(document, answer, answered_at, site)
        if not article.blocks:
            article = _unswallowed(decoded, answer, answered_at, site) or article
    fetch = FetchFacts(http, decoded.encoding, decoded.source, decoded.replacements)
    return replace(article, url=page.url, final_url=page.final_url, fetch=fetch)


def extract_text(dump: str | bytes, url: str | None = None) -> Article:
    """Return the article in a text that somebody scraped: lines of a story, and lines that are none.

    dump: the text, bytes as UTF-8 or whatever they turn out to be. url: where it came from; only passed on.

    The same cleaning serves pages and dumps. Raises NotAPageError and TooLargeError as ``extract`` does.
    """
    return replace(_from_lines(_decode(dump, url), url), url=url)


def extract_url(url: str, *, fetcher: AnyFetcher | None = None, site: Site | None = None) -> Article:
    """Fetch a page and return the article that it holds.

    url: an http or https address. fetcher: how to fetch; None means a new ``Fetcher()`` with its default limits,
    and ``newsextract.fetch.browser.BrowserFetcher`` is for pages that scripts build. site: as for ``extract``.

    A page that holds no more than a stub and sends its readers on (meta refresh, within 5 seconds) is followed, once,
    by a fetch with the same limits anew. Raises FetchError where the page can't be had, and what ``extract`` raises.
    """
    from newsextract.fetch import Fetcher
    from newsextract.fetch.refresh import refreshed

    if fetcher is None:
        with Fetcher() as own:
            return extract_url(url, fetcher=own, site=site)
    page = fetcher.fetch(url)
    article = extract(page, site=site)
    following = refreshed(page, fetcher.fetch) if len(article.text) < STUB_SIZE else None
    return extract(following, site=site) if following else article


def assemble(
    content: Content,
    facts: Facts,
    base: str | None = None,
    models: Models | None = None,
    answer: Answer | None = None,
    site: Site | None = None,
) -> Article:
    """Return the article in the pieces and facts of a page or dump.

    base: what relative links are resolved against. models: the weights that judge; None means those shipped. answer:
    what came with the page; None where nothing is known of it. site: as for ``extract``.
    """
    return _assembled(content, facts, base, models, answer or Answer(), site)[0]


def without_labels(content: Content, facts: Facts) -> tuple[Draft, Content]:
    """Return a draft whose lines of mere labels are cut, and what the body is to be judged on.

    In a dump the lines' neighbours tell most, so labels between them, "Advertisement" above all, must be out of it, and
    so must other articles and what leads to them from between two sentences.
    """
    draft = drop_labels(Draft(content.pieces, facts))
    if content.nodes:
        return draft, content
    draft = draft.cut(glued.other_articles(draft))
    draft = draft.cut(chrome.interruptions(draft))
    return draft, Content(tuple(piece for piece in content.pieces if piece.at not in draft.cuts))


def _assembled(
    content: Content, facts: Facts, base: str | None, models: Models | None, answer: Answer, site: Site | None
) -> tuple[Article, Draft]:
    watch = site.watch(content, facts, answer.address) if site and content.nodes else None
    draft, story = without_labels(content, facts)
    verdicts = judge(story, facts, models, watch.lean if watch else None)
    draft = replace(draft.cut(verdicts.cuts), standfirst=verdicts.standfirst)
    draft, status, reasons = outcome(clean(draft, with_stage(watch.look) if watch else STAGES), answer)
    body = tuple(blocks(draft.prose(), content.nodes, base))
    article = _article(draft, body, base, "visible" if content.nodes else "text")
    article = replace(article, status=status, status_reasons=reasons, cuts=_cuts(content, draft, article, base))
    return article, draft


def _cuts(content: Content, draft: Draft, article: Article, base: str | None) -> tuple[Cut, ...]:
    """Return what of a page an article does not keep, and the pictures that were taken out of its images."""
    surplus = (Cut(content.surplus, SURPLUS),) if content.surplus else ()
    dropped = (replace(cut, text=absolute(base, cut.text) or cut.text) for cut in draft.dropped)
    return (*cuts_of(content.pieces, draft, article), *surplus, *dropped)


def _from_tree(document: Document, answer: Answer, answered_at: datetime | None, site: Site | None) -> Article:
    facts, content = gather(document, answered_at), pieces(document)
    article, draft = _assembled(content, facts, document.base, None, answer, site)
    if len(article.text) < STUB_SIZE:
        new = _retold(article, facts, document, replace(answer, markup=""))
        if new is not None:  # what the page shows is no part of it, but for the fields that came along
            shown = draft.cut({piece.at: REPEAT for piece in draft.prose()})
            return replace(new, cuts=(*_cuts(content, shown, new, document.base), *new.cuts))
    return article


def _unswallowed(decoded: Decoded, answer: Answer, answered_at: datetime | None, site: Site | None) -> Article | None:
    """Return the article of a page that lost it in markup without an end, a comment or a quote; None where none is."""
    markup = without_endless(decoded.utf8)
    if markup is None:
        return None
    text = markup.decode()
    document = parse(replace(decoded, text=text, utf8=markup), answer.address)
    article = _from_tree(document, replace(answer, markup=text), answered_at, site)
    reasons = (*article.status_reasons, "some markup never ends: the page was read without its opening")
    return replace(article, status_reasons=reasons) if article.blocks else None


def _retold(article: Article, facts: Facts, document: Document, answer: Answer) -> Article | None:
    """Return the article with the text of the page's data where its markup shows no more than a stub of it, else None.

    A page that says that it is not free keeps its stub.
    """
    from newsextract.witness import link_lines, story  # at first use: most pages need none of it

    shown = article.text
    if (shown and facts.access is False) or (told := story(document, facts, shown)) is None:
        return None
    facts = replace(facts, title=article.title or told.title, summary=article.summary, byline=article.byline)
    draft = clean(drop_labels(Draft(told.content.pieces, facts)).cut(link_lines(told.content.pieces)))
    draft, status, reasons = outcome(draft, answer)
    body = tuple(blocks(draft.prose(), told.content.nodes, document.base))
    if sum(len(block.text) for block in body) <= len(shown):
        return None
    new = _article(draft, body, document.base, told.source)
    lack = "only a part of the story" if shown else "no story"
    known = {image.url for image in article.images}
    new = replace(
        new,
        status=Status.PARTIAL if status is Status.OK and not told.is_whole else status,
        status_reasons=(*reasons, f"the markup holds {lack}; the text is from {SOURCES[told.source]}"),
        images=(*article.images, *(image for image in new.images if image.url not in known)),
        notes=tuple(dict.fromkeys((*article.notes, *new.notes))),
        fields={**new.fields, "blocks": FieldInfo(told.source)},
    )
    return replace(new, cuts=tuple(cuts_of(told.content.pieces, draft, new)))


def _decode(html: bytes | str | Page | Any, url: str | None) -> Decoded:
    if isinstance(html, Page):
        return decode(html.body, html.header("content-type"), url)
    if isinstance(html, bytes | bytearray | memoryview):
        return decode(bytes(html), None, url)
    return read_str(str(html), url)


def _answered_at(page: Page) -> datetime | None:
    """Return when a page came, by its fetcher or else by its Date header; None where neither says."""
    if page.fetched_at is not None and page.fetched_at.tzinfo is not None:
        return page.fetched_at
    from newsextract.metadata import dates  # at first use: its tables take a while to build

    stamp = dates.read(page.header("date") or "")
    return stamp if isinstance(stamp, datetime) and stamp.tzinfo is not None else None


def _from_lines(decoded: Decoded, url: str | None, answer: Answer | None = None) -> Article:
    article = assemble(lines(decoded.text), Facts(), url, answer=answer)
    if any(cut.rule == OTHER_STORY for cut in article.cuts):
        return replace(article, status_reasons=(*article.status_reasons, glued.REASON))
    return article


def _article(draft: Draft, body: tuple[Block, ...], base: str | None, source: str) -> Article:
    """Return the article of a draft; source: where its text is from, a name of ``FieldInfo``."""
    facts = draft.facts
    images = tuple(replace(image, url=absolute(base, image.url) if image.url else None) for image in draft.images)
    return Article(
        canonical_url=facts.canonical_url,
        title=facts.title,
        kicker=facts.kicker,
        summary=facts.summary,
        description=facts.description,
        byline=facts.byline,
        credits=facts.credits,
        published=facts.published,
        modified=facts.modified,
        dateline=facts.dateline,
        images=images,
        blocks=body,
        notes=draft.notes,
        section=facts.section,
        tags=facts.tags,
        language=facts.language,
        site_name=facts.site_name,
        access=facts.access,
        fields=_fields(draft, images, source),
    )


def _fields(draft: Draft, images: tuple[Image, ...], source: str) -> dict[str, FieldInfo]:
    """Return what is told of each field that the article has; of the images that of their lead."""
    values = {field: getattr(draft.facts, field) for field in FIELDS}
    known = dict(draft.facts.fields)
    lead = next(iter(images), None)
    values["images"] = lead and (lead.url or lead.caption or lead.credit)
    shown = {piece.picture.url for piece in draft.pieces if piece.picture is not None}
    if lead is not None and draft.images[0].url in shown:  # the page shows what data may name, too
        offers = known["images"].candidates if "images" in known else ()
        every = [(source, values["images"]), *((one.source, one.value) for one in offers)]
        known["images"] = info("images", values["images"], source, every)
    return settled(values, known, source)
