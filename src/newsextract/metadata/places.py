"""Class, id, tag and role -> what a place on the page is for: the byline, the date, or not the article at all."""

from __future__ import annotations

from enum import IntFlag
from functools import lru_cache

from newsextract.text import name_words


class Place(IntFlag):
    """What the words of a class or id, or a tag, say of an element."""

    BYLINE = 1
    DATE = 2
    STANDFIRST = 4
    KICKER = 8
    HEADLINE = 16
    CHANGED = 32  # a date of the last change
    PORTRAIT = 64  # a box that tells about the author
    CAPTION = 128
    STORY = 256
    LIST = 512  # breadcrumb, menu, footer: no headline stands there
    EXCERPT = 4096  # a standfirst, where it stands right after the headline
    TEASER = 1024  # another story, mostly
    AWAY = 2048  # a comment, a side column, a list of other stories
    TRAIL = 8192  # the way from the front page to the story
    SECTION = 16384  # the name of the story's section


ELSEWHERE = (Place.AWAY | Place.TEASER | Place.LIST | Place.CAPTION).value
"""Places that belong to another story, a menu or a picture."""

_WORDS: dict[Place, str] = {
    Place.BYLINE: """
        byline bylines author authors autor autoren autore autores autori auteur auteurs writer writers
        journalist journalists reporter reporters verfasser redakteur redacteur autorzy skribent forfatter
        forfattere kirjoittaja firma firme signature signatur signataire byliner writtenby postedby autorin
        artikelautor autorenname authorname authorinfo articleauthor postauthor entryauthor yazar yazari szerzo
        autorius penulis redaktor journaliste autornota journalistname bylinename authorlist
    """,
    Place.DATE: """
        date dates time datetime timestamp published publish publishdate pubdate datum fecha dateline posted
        zeit uhrzeit datepublished publishedat publicationdate publication postdate entrydate articledate
        veroffentlicht horodatage fechapublicacion datapubblicazione dato dataora tarih tanggal datepub timeago
        createdate newsdate releasetime pubtime artikeldatum dt dtpublished erstellt posttime posteddate
        datestamp dateposted
    """,
    Place.CHANGED: """
        modified updated update lastmodified lastupdated updatedate updatetime dateupdated datemodified
        aktualisiert actualizado aggiornato dtmodified modifieddate
    """,
    Place.STANDFIRST: """
        standfirst dek lead lede intro subtitle subtitulo subhed subhead subheadline subheading sottotitolo chapo
        chapeau vorspann sommaire abstract ingress entradilla bajada deck strapline sommario sapo perex lid
        manchet anleser leadtext introtext articlelead articleintro copete undertitel underrubrik
        articlesubtitle postsubtitle articlesummary catenaccio lidtext zhrnuti
    """,
    Place.EXCERPT: """
        excerpt postexcerpt summary articlesummary description shortdescription epigraph teaser teasertext articleteaser
        tagline blurb
    """,
    Place.KICKER: """
        kicker eyebrow overline dachzeile roofline topline surtitle surtitre antetitulo occhiello volanta
        spitzmarke preheadline pretitle pretitulo suptitle supertitle overtitle headlinekicker cintillo
        stikktittel vignette strapline
    """,
    Place.HEADLINE: """
        headline title heading hed titel titre titulo titolo tytul ueberschrift rubrik otsikko entrytitle
        posttitle articletitle articleheadline storytitle storyheadline pagetitle newstitle hline
    """,
    Place.PORTRAIT: """
        bio biography authorbio authorbox aboutauthor authorcard aboutus avatar vcardbio about profile
    """,
    Place.CAPTION: """
        caption figcaption legend leyenda didascalia bildunterschrift wpcaption credit credits copyright
        photographer photocredit fotograf imagecredit gallery slideshow carousel slider lightbox video player
        playlist
    """,
    Place.STORY: """
        article story post entry artikel articulo noticia nota nyhet clanek haber artigo
    """,
    Place.LIST: """
        nav navigation navbar navi menu menus breadcrumb breadcrumbs crumb crumbs footer foot pagination topbar
        subnav sitemap colophon brotkrumen skiplink
    """,
    Place.TRAIL: "breadcrumb breadcrumbs crumb crumbs brotkrumen brotkrumenpfad ariane miga migas drobeckova okruszki",
    Place.SECTION: """
        category categories categoria categorias categorie kategorie kategorien kategori kategoria rubric rubrica
        rubrique rubrik ressort taxonomy taxonomies channel sectionname articlesection postsection sectionlabel
        storysection sectionlink sectiontag catlink catlinks postcat articlecat entrycat
    """,
    Place.TEASER: "teaser teasers",
    Place.AWAY: """
        comment comments commentlist kommentar kommentare commentaires comentarios commenti disqus respond reply
        replies related relatedarticles relacionadas relacionados similar recommended recommendation
        recommendations recommend recirc sidebar aside widgetarea promo promos newsletter popular
        trending mostread mostpopular readmore alsoread seealso morefrom latest latestnews nextarticle nextprev
        outbrain taboola onward suggested modal popup dialog overlay consent cookie cookies gdpr login signin
        subscribe advert advertisement ticker recentposts meistgelesen masleidas artikelliste articlelist
        newsletterbox nextpost prevpost anzeige sponsored rightrail rail siderail crosslinks upnext
    """,
}


def _by_word() -> dict[str, int]:
    found: dict[str, int] = {}
    for place, words in _WORDS.items():
        for word in words.split():
            found[word] = found.get(word, 0) | place.value
    return found


_BY_WORD = _by_word()

BY_TAG: dict[str, int] = {
    "nav": Place.LIST.value,
    "footer": Place.LIST.value,
    "aside": Place.AWAY.value,
    "dialog": Place.AWAY.value,
    "form": Place.AWAY.value,
    "figure": Place.CAPTION.value,
    "figcaption": Place.CAPTION.value,
    "article": Place.STORY.value,
    "time": Place.DATE.value,
    "blockquote": Place.CAPTION.value,
}
BY_PROP: dict[str, int] = {
    "author": Place.BYLINE.value,
    "datePublished": Place.DATE.value,
    "dateModified": Place.CHANGED.value,
    "headline": Place.HEADLINE.value,
    "alternativeHeadline": Place.STANDFIRST.value,
    "abstract": Place.STANDFIRST.value,
    "comment": Place.AWAY.value,
}
BY_REL: dict[str, int] = {"author": Place.BYLINE.value, "category": Place.SECTION.value}

_MAX_NAMES, _MAX_NAME = 600, 80


@lru_cache(maxsize=16384)  # pages of one site share their classes
def places_of(names: str) -> int:
    """Return the places that a class or id attribute names, as bits of ``Place``.

    >>> Place(places_of("grid ArticleHeader_bylineDate__x1"))
    <Place.BYLINE|DATE|STORY: 259>
    """
    found = 0
    for name in names[:_MAX_NAMES].split():
        if ":" not in name and len(name) <= _MAX_NAME:  # utility classes, such as "lg-nav:px-4", tell of sizes
            found |= _places_of(name)
    return found


def _places_of(name: str) -> int:
    """Return the places that one name tells of; two of its words are also tried as one (``post-author``)."""
    found, last = 0, ""
    for word in name_words(name):
        found |= _BY_WORD.get(word, 0) | _BY_WORD.get(last + word, 0)
        last = word
    return found
