"""Labels before names in bylines of many languages -> what those named behind them did for the text."""

from __future__ import annotations

from collections.abc import Iterator

from newsextract.article import CreditRole

_LABELS: dict[CreditRole | None, str] = {
    CreditRole.AUTHOR: """
en by | written by | words by | story by | text by | article by | report by | reported by | reporting by | posted by
    | published by | submitted by | contributed by | review by | interview by | analysis by | compiled by | author
    | authors | writer | text | words | reporter
de von | durch | vom | text von | ein beitrag von | beitrag von | blog beitrag von | ein artikel von | artikel von
    | bericht von | eine analyse von | ein gastbeitrag von | gastbeitrag von | ein kommentar von | kommentar von
    | interview von | eine kolumne von | geschrieben von | verfasst von | erstellt von | aufgezeichnet von | autor
    | autorin | autoren | autor/in | autor:in | text und fotos | verfasser | verfasserin | von unserem redakteur
    | von unserer redakteurin
=de aus
fr par | publié par | rédigé par | écrit par | propos recueillis par | auteur | auteurs | texte | texte de | texte par
    | un article de
es por | escrito por | publicado por | redactado por | una información de | texto | texto de | autores | escribe
pt reportagem de | redação
it di | a cura di | scritto da | pubblicato da | articolo di | autore | testo di | testi di | servizio di | autori
nl door | geschreven door | een artikel van | gepost door
no av | skrevet av | tekst av | tekst | journalist | forfatter
sv text av | publicerad av | skriven av | skribent
da af | skrevet af | tekst af
is höfundur
fi kirjoittaja | teksti | kirjoittanut | tekijä
pl autor tekstu | napisał | napisała | opracował | opracowała | oprac | przez
cs napsal | napsala | autor článku | autoři | text a foto
hu szerző | írta
ro scris de | autor articol | publicat de
=ro de
=ca de
=gl de
hr piše | pišu | napisao | napisala | avtor | avtorica | autorica
lt autorius | parengė | tekstas
lv autors | teksts | autor teksta
ru автор | авторы | текст | от | подготовил | подготовила | автор статьи
uk автори
sr пише
bg автор на статията
tr yazan | yazar | kaleme alan
=tr haber
id oleh | ditulis oleh | penulis | pewarta | laporan
vi tác giả | bài viết
=vi bài
el συντάκτης | από | γράφει | γράφει ο | γράφει η
=el του | της
ar بقلم | كتب | كتبت | الكاتب | إعداد
fa نویسنده
hi द्वारा | लेखक
bn রিপোর্ট | লেখক
he מאת | פורסם על ידי
ko 글
zh 作者 | 记者 | 記者 | 本报记者 | 本報記者 | 撰文 | 文 | 取材 | 執筆 | 取材・文
""",
    CreditRole.EDITOR: """
en edited by | editing by | editor | fact checked by | fact-checked by | reviewed by | medically reviewed by
    | expert reviewed by | verified by | approved by
no redigert av | ansvarlig redaktør
sv redigerad av | redaktör
da redigeret af
fr éditeur
es editado por
pl redaktor
ru редактор
zh 责任编辑 | 責任編輯 | 责编 | 責編 | 编辑 | 編輯
""",
    CreditRole.TRANSLATOR: """
en translated by | translation by | translation
de übersetzt von | übersetzung | aus dem englischen von
fr traduit par | traduction
es traducción de | traducción | traducido por
it traduzione di | traduzione
pt tradução | traduzido por
nl vertaald door
pl tłumaczenie | tłum
ru перевод
zh 翻译 | 翻訳
""",
    CreditRole.CONTRIBUTOR: """
en additional reporting by | with reporting by | with additional reporting by | with contributions from
    | contributions by | contributors | contributor | contributing | research by
de mitarbeit | unter mitarbeit von | in zusammenarbeit mit | recherche
fr avec la collaboration de
=fr avec
es con información de | con la colaboración de
pt com informações de
""",
    CreditRole.SOURCE: """
en source
de quelle
es fuente
it fonte | fonti
nl bron
da kilde
sv källa
pl źródło
cs zdroj
hu forrás
ro sursa
hr izvor
ru источник
uk джерело
tr kaynak
id sumber
vi nguồn
ar المصدر
he מקור
ko 출처
el πηγή
lt šaltinis
lv avots
fi lähde
et allikas
zh 来源 | 來源
""",
    None: """
en photos by | photo by | photographs by | photography by | photographed by | photography | photos | photo
    | photographer | pictures by | image by | images by | images | image | illustration by | illustrations by
    | illustrated by | illustration | graphics by | graphic by | video by | videos by | last updated by | updated by
    | produced by | last edited by | published on | posted on | posted in | published in | published | posted | updated
    | last updated | last modified | category | filed under | tags | more from | more by | follow | read more from
    | reading time | listen | sponsored by | powered by | hosted by | presented by
de foto | fotos | foto von | fotos von | bild | bilder | bild von | fotograf | fotografie | produziert von
    | aktualisiert | veröffentlicht am | veröffentlicht | erstellt | kategorie | mehr von | lesedauer | stand
fr photos par | photo de | photos de | crédit photo | publié le
es fotografía | fotos de | foto de | ilustración | publicado el
it foto di | pubblicato il
pt fotografias
pl zdjęcia | fot
fi kuva | kuvat
ru фото
tr fotoğraf
ko 사진
zh 摄影 | 攝影 | 撮影 | 写真
""",
}
"""Role -> language and its labels before names, parted by bars; an indented line goes on. ``=xx``: only in pages of
that language, for elsewhere the word means something else. None: what follows made no text (pictures, dates)."""


def _rows() -> Iterator[tuple[CreditRole | None, str, list[str]]]:
    """Yield role, language and labels of each row of the table."""
    for role, table in _LABELS.items():
        for row in table.strip().replace("\n    ", " ").splitlines():
            language, _, labels = row.partition(" ")
            yield role, language, [label.strip() for label in labels.split("|")]


ROLES: dict[str, CreditRole | None] = {label: role for role, _, labels in _rows() for label in labels}
"""Label, case folded -> the role of those it stands before."""

_HOME = [(label, language[1:]) for _, language, labels in _rows() if language[0] == "=" for label in labels]
HOME = {label: frozenset(language for other, language in _HOME if other == label) for label, _ in _HOME}
"""Labels that count only in pages of some languages -> these."""

_BARE_LABELS = """
by von par por di door av af przez от oleh aus de της του από بقلم द्वारा texte text tekst texto testo words foto fotos
photo photos photography oprac piše napsal napsala published posted updated aktualisiert veröffentlicht autor author
auteur autore auteurs autori writer quelle listen durch vom escribe reporter images
"""
BARE_LABELS = frozenset(_BARE_LABELS.split())
"""One-word labels that need no colon after them."""

SUFFIX_LABELS = (
    "기자",
    "특파원",
    "記者",
    "记者",
    "報導",
    "报道",
    "综合报道",
    "編輯",
    "द्वारा",
    "tarafından",
    "sagt",
    "schreibt",
    "writes",
)
"""Words after a name that say that it is the author's."""
