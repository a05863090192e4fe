"""Class, id, role and tag -> marks: what the page's makers call a place, as a set of word groups.

Each group is a bit, so that a piece carries all groups of its ancestors in one integer.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from newsextract.text import name_words

GROUPS: dict[str, str] = {
    "story": "article story post entry articlebody storybody postbody entrybody articlecontent storycontent postcontent "
    "entrycontent artikel articulo articolo noticia nota nyhet artikkel clanok cikk haber makale artigo stati statya",
    "body": "body text richtext content contents main copy prose paragraph paragraphs texte texto testo tekst teksti inhalt "
    "cuerpo corpo contenido conteudo contenuto contenu wysiwyg rte",
    "headline": "headline title titles heading hed titel titre titulo titolo tytul ueberschrift uberschrift rubrik otsikko",
    "standfirst": "standfirst dek lead lede intro introduction teaser subtitle subtitulo subhead subheadline subheading "
    "sottotitolo chapo chapeau vorspann excerpt summary abstract ingress entradilla bajada deck strapline sommario "
    "sapo perex lid manchet anleser",
    "keypoints": "keypoints keypoint highlights takeaways takeaway tldr bullets keyfacts",
    "kicker": "kicker eyebrow overline dachzeile roofline topline surtitle antetitulo occhiello volanta spitzmarke",
    "byline": "byline bylines author authors autor autoren autore autores autori auteur auteurs writer writers journalist "
    "reporter contributor contributors verfasser redakteur redacteur autorzy skribent forfatter kirjoittaja firma "
    "signature signatur",
    "date": "date dates time datetime timestamp published publish pubdate modified updated datum datetimes fecha data "
    "dateline posted hora zeit uhrzeit",
    "caption": "caption captions figcaption legend legende leyenda didascalia bildunterschrift bildtext imagetext "
    "wpcaption cutline captiontext imgcaption photocaption piefoto piedefoto bijschrift billedtekst kuvateksti",
    "credit": "credit credits copyright photographer photocredit fotograf source quelle rights fotocredit imagecredit "
    "attribution creditline creditos firmafoto imgcredit bildquelle fotonachweis bildnachweis photoby",
    "picture": "image images img photo photos foto fotos picture pictures figure fig bild bilder imagen imagem immagine "
    "kep kuva zdjecie thumbnail thumb thumbnails media lightbox",
    "gallery": "gallery slideshow carousel slider galerie galeria galleria bildergalerie fotostrecke slide swiper slick "
    "diaporama bildstrecke fotogaleria",
    "video": "video videos player audio podcast playlist jwplayer brightcove listen mediaplayer",
    "share": "share sharing social socials shares facebook twitter whatsapp addthis sharedaddy sharebar teilen partager "
    "compartir condividi tools toolbar actions utility utilities reactions reaction like likes print bookmark",
    "related": "related relatedarticles relacionadas relacionados relacionado verwandt correlati similar similaires "
    "recommended recommendation recommendations recommend recirc recirculation more readmore mehr alsoread seealso "
    "morefrom trending popular mostread latest next previous prev outbrain taboola suggestions suggested further "
    "weitere autres leggi lire onward nextarticle promoted powa",
    "advert": "ad ads adv advert advertisement advertising advertorial adslot adbox adunit adcontainer sponsor sponsored "
    "anzeige anzeigen werbung publicite publicidad publicidade pubblicita pub dfp banner billboard reklama reklame "
    "reklam annons mpu leaderboard commercial affiliate partner gpt",
    "promo": "promo promos promotion promotional cta offer offers campaign donate donation support membership shop deal "
    "deals spenden appeal callout",
    "newsletter": "newsletter newsletters subscribe subscription subscriptions signup register registration abo abonnement "
    "abonnieren mailinglist optin email mail follow",
    "comments": "comment comments commentlist kommentar kommentare commentaires comentarios commenti comentario disqus "
    "discussion respond reply forum commenting kommentarer replies",
    "nav": "nav navigation navbar menu menus breadcrumb breadcrumbs crumb crumbs sitemap topbar subnav pagination pager "
    "paging menuitem dropdown tabs tab skip jump toc tableofcontents",
    "footer": "footer foot colophon legal disclaimer bottom imprint impressum footnote footnotes",
    "header": "header masthead top head hero branding logo site",
    "aside": "aside sidebar side rail widget widgets column sidebars complementary secondary right left tertiary module",
    "tags": "tag tags topics topic keyword keywords categories category themen thema schlagworte etiquetas temas temi cat "
    "labels label section rubric rubriken",
    "consent": "cookie cookies consent gdpr privacy cmp modal popup overlay dialog lightwindow notice banner alert "
    "notification toast onetrust didomi",
    "cmp": "onetrust didomi cookiebot cookieconsent cookiebanner cookienotice cookielaw cookiepolicy cookiepopup cookiebar "
    "cookiemodal gdprconsent consentbanner consentmanager consentmodal usercentrics qcmp ccpa cmplz cookieyes cky cmpbox "
    "otsdk otconsent otpc privacymanager privacycenter cookielist",
    "wall": "paywall paid premium piano regwall gate gated metered locked plus abobox",
    "account": "login signin account profile user members member auth password",
    "bio": "bio biography authorbio authorbox aboutauthor authorinfo authorcard about aboutus avatar vcard",
    "quote": "quote pullquote blockquote zitat cita citation citat pullout",
    "box": "box infobox factbox fact facts faktenbox infokasten sidebox inset panel card cards tile tiles callout kasten "
    "encadre recuadro glossary timeline factoid",
    "list": "list listing items item grid row rows feed stream river loop collection block group",
    "embed": "embed embedded tweet instagram tiktok youtube iframe oembed facebookpost externalcontent",
    "poll": "poll quiz survey vote rating ratings umfrage review stars score",
    "note": "correction corrections editorsnote note notes update updates disclosure",
    "form": "form input search suche recherche buscar field fieldset select",
    "hidden": "hidden hide invisible offscreen collapsed",
    "live": "live liveblog ticker livefeed liveticker blogpost",
    "meta": "meta metadata info details byinfo articleinfo postmeta articlemeta stats count counter views",
}
"""Group -> words that classes and ids of many countries use for it."""

BY_TAG: dict[str, str] = {
    "article": "tag-article",
    "main": "tag-main",
    "nav": "tag-nav",
    "footer": "tag-footer",
    "header": "tag-header",
    "aside": "tag-aside",
    "form": "form",
    "figure": "tag-figure",
    "figcaption": "caption",
    "blockquote": "tag-quote",
    "table": "tag-table",
    "dialog": "consent",
    "button": "button",
    "section": "tag-section",
    "address": "meta",
    "details": "details",
    "time": "date",
    "a": "in-link",
}
"""Tags that say what a place is."""

BY_ROLE: dict[str, str] = {
    "navigation": "tag-nav",
    "banner": "tag-header",
    "contentinfo": "tag-footer",
    "complementary": "aside",
    "dialog": "consent",
    "alertdialog": "consent",
    "search": "form",
    "menu": "nav",
    "menubar": "nav",
    "tablist": "nav",
    "main": "tag-main",
    "article": "tag-article",
    "button": "button",
}
"""ARIA roles that do."""

BY_PROP: dict[str, str] = {
    "articleBody": "prop-body",
    "text": "prop-body",
    "headline": "prop-headline",
    "name": "prop-headline",
    "description": "standfirst",
    "abstract": "standfirst",
    "author": "byline",
    "datePublished": "date",
    "dateModified": "date",
    "caption": "caption",
    "copyrightHolder": "credit",
    "creditText": "credit",
    "creator": "credit",
    "comment": "comments",
    "publisher": "meta",
}
"""schema.org properties (itemprop) that do."""

NAMES: tuple[str, ...] = tuple(dict.fromkeys([*GROUPS, *BY_TAG.values(), *BY_ROLE.values(), *BY_PROP.values()]))
BITS: dict[str, int] = {name: 1 << i for i, name in enumerate(NAMES)}
_BY_WORD: dict[str, int] = {}
for _group, _words in GROUPS.items():
    for _word in _words.split():
        _BY_WORD[_word] = _BY_WORD.get(_word, 0) | BITS[_group]
TAG_BITS: dict[str, int] = {tag: BITS[name] for tag, name in BY_TAG.items()}
ROLE_BITS: dict[str, int] = {role: BITS[name] for role, name in BY_ROLE.items()}
PROP_BITS: dict[str, int] = {prop: BITS[name] for prop, name in BY_PROP.items()}

POST = frozenset({"tag-quote", "embed"})
"""Marks of the quote that stands for a post until a script shows it."""

MAX_NAME = 300


@lru_cache(maxsize=16384)  # pages of one site share their classes
def mask_of(names: str) -> int:
    """Return the groups that the words of a class or id attribute name, as bits.

    Two words next to each other are also tried as one (``wp-caption``).

    >>> marks(mask_of("ArticleBody__related-links"))
    frozenset({'story', 'body', 'related'})
    """
    found, last = 0, ""
    for word in name_words(names[:MAX_NAME]):
        found |= _BY_WORD.get(word, 0) | _BY_WORD.get(last + word, 0)
        last = word
    return found


@lru_cache(maxsize=4096)
def marks(mask: int) -> frozenset[str]:
    """Return the names of the groups in a mask."""
    found = []
    while mask:
        bit = mask & -mask
        found.append(NAMES[bit.bit_length() - 1])
        mask ^= bit
    return frozenset(found)


def bits(names: Iterable[str]) -> int:
    """Return the mask of these groups; KeyError for a name that is none."""
    return sum(BITS[name] for name in names)
