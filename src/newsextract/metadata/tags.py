"""The other vocabularies of ``meta`` and ``link``: plain names, Dublin Core, Parse.ly, Sailthru, Highwire and more."""

from __future__ import annotations

from collections.abc import Iterator

from newsextract.metadata.facts import Claim, Mention
from newsextract.metadata.survey import Survey

SOURCE, WEAK = "meta", "meta.weak"

_NAMES: dict[str, str] = {
    "title": """
        dc.title dcterms.title parsely-title sailthru.title cxenseparse:title citation_title title headline
        rnews:headline
        article.headline cxenseparse:contenttitle
    """,
    "description": "description dc.description dcterms.description sailthru.description",
    "published": """
        dc.date.issued dcterms.issued dcterms.created dc.date.created dc.created dcterms.available date.available
        date.created dc.date.published pubdate publishdate publish-date publish_date published published_date
        published_at
        publication-date publication_date publicationdate published-date parsely-pub-date sailthru.date
        cxenseparse:recs:publishtime cxenseparse:publishtime cxenseparse:articlepublicationdate article_date_original
        originalpublicationdate original-publish-date citation_publication_date citation_online_date citation_date
        article.published article.created article:published_date article:date article_date article-publish-time
        datepublished displaydate rnews:datepublished shareaholic:article_published_time bt:pubdate
        first_published created
        creation_date creation-date datecreated gsa_publish_date release_date release-date published_time eprints.date
        pub_date publishtime publish_time pubtime
    """,
    "modified": """
        last-modified last_modified lastmod lastmodified dc.date.modified dcterms.modified date.modified date.updated
        datemodified revised modified modified_time updated article.updated dc.modified last-update lastupdate
        last_updated
    """,
    "credits": """
        author dc.creator dcterms.creator dc.author parsely-author sailthru.author cxenseparse:author citation_author
        citation_authors authors article.author byl byline creator article_author article-author news_author
        rnews:author
        author_name bt:author vr:author mediator_author
    """,
    "section": """
        section parsely-section article.section article-section cxenseparse:section sailthru.section
        article_section rubrik category article:category content_category og:section
    """,
    "tags": """
        news_keywords parsely-tags sailthru.tags dc.subject dcterms.subject cxenseparse:keywords article:keywords
    """,
    "site_name": """
        application-name apple-mobile-web-app-title dc.publisher dcterms.publisher publisher cxenseparse:sitename
        al:android:app_name al:ios:app_name citation_journal_title
    """,
    "language": "language dc.language dcterms.language og:language content-language",
}
_WEAK_NAMES = {
    "published": "date dc.date dcterms.date",  # or of a change
    "tags": "keywords",  # often the whole site's words
}
_FIELDS = {
    name: (field, source)
    for source, table in ((SOURCE, _NAMES), (WEAK, _WEAK_NAMES))
    for field, names in table.items()
    for name in names.split()
}


def read(page: Survey) -> Iterator[Claim]:
    """Yield what the elements of the head say, the title element and the html element's language among them."""
    for name, content in page.metas:
        if told := _FIELDS.get(name):
            field, source = told
            yield Claim(field, Mention(_in_order(name, content)) if field == "credits" else content, source)
    if page.title:
        yield Claim("title", page.title, "meta.title")
    if page.language:
        yield Claim("language", page.language, "meta.html")
    for href in page.canonical:
        yield Claim("canonical_url", href, SOURCE)


def _in_order(name: str, author: str) -> str:
    """Return an author's name as spoken: Highwire tags have "Roe, Jane"."""
    last, comma, first = author.partition(", ")
    return f"{first} {last}" if comma and name == "citation_author" and "," not in first else author
