"""Words before names in bylines of many languages, by what those named behind them did for the text."""

from __future__ import annotations

from newsextract.article import CreditRole

LABELS: dict[CreditRole | None, str] = {
    CreditRole.AUTHOR: """
en by+ | written by | words by | story by | text by | article by | report by | reported by | reporting by | posted by
    | published by | submitted by | contributed by | review by | interview by | analysis by | compiled by | author+
    | authors | writer+ | text+ | words+ | reporter+ | commentary by | opinion by | essay by | column by | from
    | words images | words photos | words pictures | words and images | words and photos | words and pictures
    | text photos | text images | text and photos | text and images | words and photos by | words and images by
    | text and photos by | text photos by | story photos by | story and photos by | words photos by | words images by
    | an interview by | as told to | interviewed by | story | reporters
de von+ | durch+ | vom+ | text von | geschrieben von | verfasst von | erstellt von | aufgezeichnet von
    | autor+ | autorin | autoren | autor/in | autor:in | text und fotos | text und foto | text fotos | text foto
    | text und bilder | text bilder | text und bild | text und fotos von | text fotos von | verfasser | verfasserin
    | die fragen stellte | aus * berichtet | aus * berichten | es berichtet | es berichten
    | die fragen stellten | das interview führte | das interview führten | das gespräch führte
    | das gespräch führten | von unserem redakteur
    | von unserer redakteurin | von unserem korrespondenten | von unserer korrespondentin
    | von unserem mitarbeiter | von unserer mitarbeiterin | von unserem reporter | von unserer reporterin | reporterin
=de aus+
fr par+ | publié par | rédigé par | écrit par | propos recueillis par | recueilli par | auteur+ | auteurs+ | texte+
    | texte de | texte par | textes de | textes | de notre correspondant | de notre correspondante
    | de notre envoyé spécial | de notre envoyée spéciale
es por+ | escrito por | publicado por | redactado por | una información de | la información es de | texto+ | texto de
    | textos | autores | escribe+ | elaborado por
pt redação | textos de
=it dal | dalla
it di+ | a cura di | scritto da | pubblicato da | autore+ | testo di | testi di | autori+ | testo | testi
    | dal nostro inviato | dalla nostra inviata | dal nostro corrispondente | dalla nostra corrispondente
nl door+ | geschreven door | gepost door | tekst+ | verslaggever | verslaggeefster
no av+ | skrevet av | tekst av | journalist | forfatter | tekst og foto | av journalist | journalister
sv text av | publicerad av | skriven av | skribent | text och foto | text och bild
da af+ | skrevet af | tekst af
is höfundur | eftir
fi kirjoittaja | teksti+ | kirjoittanut+ | tekijä | toimittaja
et autor | toimetas
pl autor tekstu | napisał+ | napisała+ | opracował+ | opracowała+ | oprac+ | opr+ | przez+ | rozmawiał+ | rozmawiała+
    | rozmawiali+ | autorka | tekst i zdjęcia
cs napsal+ | napsala+ | autor článku | autoři | autorka | text a foto | připravil+ | připravila+
sk napísal+ | napísala+ | pripravil+ | pripravila+
hu szerző | írta+ | szöveg | riporter
ro scris de | autor articol | publicat de | autoare
=ro de+
=ca de+ | per+
th โดย+
=gl de+
hr piše+ | pišu+ | napisao+ | napisala+ | avtor | avtorica | autorica | priredio+ | priredila+ | razgovarao+
    | razgovarala+
lt autorius | parengė | tekstas
lv autors | teksts | autors teksta
sq nga+ | shkruan+
ru автор+ | авторы+ | текст+ | от+ | подготовил+ | подготовила+ | подготовили+ | автор статьи | беседовал+
    | беседовала+
    | интервью взял | интервью взяла | записал+ | записала+
uk автори | авторка | підготував+ | підготувала+ | розмовляв+ | розмовляла+ | спілкувався+ | спілкувалася+
sr пише+ | аутор
bg автор на статията | написа
tr yazan+ | yazar | kaleme alan | derleyen | hazırlayan | haberi yapan | muhabir
=tr haber
id oleh+ | ditulis oleh | penulis | pewarta | laporan | teks
vi tác giả | bài viết | bài và ảnh | tin, ảnh | thực hiện
=vi bài | tin
el συντάκτης | από+ | γράφει+ | γράφει ο | γράφει η | γράφουν | κείμενο | επιμέλεια | ρεπορτάζ
=el του+ | της+ | των+
ar بقلم+ | كتب+ | كتبت+ | الكاتب | الكاتبة | إعداد | أعده | تقرير | حوار | حاوره | حاورته | نص
fa نویسنده | گزارش | نوشته | خبرنگار | گزارشگر | نگارنده
ur تحریر | رپورٹ
hi द्वारा+ | लेखक | रिपोर्ट | प्रस्तुति | लेखिका
bn রিপোর্ট | লেখক | লিখেছেন | প্রতিবেদক | প্রতিবেদন
th เรื่อง | ผู้เขียน | เขียนโดย | รายงานโดย | รายงาน
he מאת+ | פורסם על ידי | כתב | כתבה | כתבו | ראיון
sw na mwandishi wetu | imeandikwa na | mwandishi
ko 글+ | 취재
zh 作者 | 记者 | 記者 | 本报记者 | 本報記者 | 撰文 | 文 | 取材 | 執筆 | 取材・文 | 文・写真 | 写真・文 | 通讯员
    | 通訊員 | 著 | 聞き手 | 采写 | 采访 | 採訪
    | 特约记者 | 文字 | 執筆者 | 筆者 | 撰稿
""",
    CreditRole.EDITOR: """
en edited by | editing by | editing | editor | fact checked
    | fact checked by | fact-checked by | reviewed by | medically reviewed by
    | expert reviewed by | verified by | approved by
de redaktion | redigiert von | bearbeitet von | schlussredaktion | endredaktion | lektorat
no redigert av | ansvarlig redaktør
sv redigerad av | redaktör
da redigeret af
fi toimittanut+
nl redactie | eindredactie
fr éditeur | édité par | édition
es editado por | edición de | edición
pt edição de | edição | editado por | editora
it editing di
pl redaktor | redakcja | redagował+ | redagowała+
cs editoval+ | editovala+
hu szerkesztette+ | szerkesztő
ro editat de
ru редактор
uk редактор | редакторка
tr editör
id editor | penyunting
vi biên tập
el επιμέλεια κειμένου
ar تحرير | حررته
hi संपादन
he עריכה
ko 편집+
zh 责任编辑 | 責任編輯 | 责编 | 責編 | 编辑 | 編輯 | 編集 | 校对
""",
    CreditRole.TRANSLATOR: """
en translated by | translation by | translation | translated from * by | translated from the * by
    | translation from * by | translator
de übersetzt von | übersetzung | übersetzung von | aus dem * von | aus dem * übersetzt von
    | übersetzung aus dem * | deutsch von
fr traduit par | traduction | traduction de | traduit de l' * par | traduit du * par | traduction par | adapté par
es traducción de | traducción | traducido por | traducido del * por | traductor | traductora | traducción del * de
it traduzione di | traduzione | traduzione dall' * di | tradotto da | traduzione dal * di
pt tradução | tradução de | traduzido por | traduzido do * por
nl vertaald door | vertaling | vertaald uit het * door | vertaling uit het *
no oversatt av | oversettelse | oversatt fra * av
sv översättning | översatt av | översättning från * | översättare
da oversat af | oversættelse | oversat fra * af
fi suomentanut+ | suomennos | kääntänyt+ | käännös
pl tłumaczenie | tłum | tłumaczył+ | tłumaczyła+ | przełożył+ | przełożyła+ | przekład
cs přeložil+ | přeložila+ | z * přeložil | z * přeložila | překlad | přeložili+ | preložil+ | preložila+ | preklad
hu fordította+ | fordítás | fordító
ro traducere de | traducere | tradus de | traducerea
hr preveo+ | prevela+ | prijevod | prevod
ru перевод | перевод с * | перевёл+ | перевела+ | перевод с * языка | переводчик
uk переклад | переклад з * | переклад із * | переклала+ | переклав+
bg превод | превод от *
tr çeviren | çeviri | tercüme
id diterjemahkan oleh | penerjemah | terjemahan
vi biên dịch | người dịch | dịch giả
=vi dịch
el μετάφραση
ar ترجمة | ترجمها
fa ترجمه | مترجم
hi अनुवाद | अनुवादक
he תרגום | תרגם | תרגמה | תרגום *
ko 번역+ | 옮긴이
zh 翻译 | 翻訳 | 翻譯 | 译 | 訳 | 譯 | 编译 | 編譯
""",
    CreditRole.CONTRIBUTOR: """
en tested by | additional reporting by | with reporting by | with additional reporting by | with contributions from
    | contributions by | contributors | contributor | contributing | research by | with input from | with inputs from
    | with inputs by | with reporting from | with material from | with files from | with agency inputs from
    | additional reporting from | additional writing by | reporting contributed by | contributing reporters
    | with additional reporting from | inputs from | with help from | assisted by | contributing reporter | with^
de mitarbeit | unter mitarbeit von | in zusammenarbeit mit | recherche | mit material von | mit material der
    | mit material des | mit informationen von | mit informationen der | mit agenturmaterial von | mit agenturmaterial
    | mit^
fr avec la collaboration de | avec la collaboration d' | avec la contribution de | avec la contribution d'
    | avec la participation de | avec la participation d' | avec les informations de | avec les informations d'
    | collaboration | avec^
es con información de | con la colaboración de | colaboró | colaboraron | colaboración | con aportes de
    | con informaciones de | con datos de
=es con^
pt com informações de | com informações da | com informações do | colaborou+ | colaboraram+ | colaboração
    | com colaboração de
=pt com^
it ha collaborato+ | hanno collaborato+ | con la collaborazione di | in collaborazione con
=it con^
nl met medewerking van | mmv | m.m.v.
=nl met^
no med bidrag fra | bidro+
=no med^
sv medverkan
=sv med^
=da med^
pl współpraca | we współpracy z | przy współpracy
cs s přispěním | spolupráce | spolupracoval+ | spolupracovala+
hu közreműködött+
ru при участии | в подготовке участвовал | в подготовке участвовала | в подготовке участвовали | с участием
uk за участі | за участю
tr katkıda bulunan | katkı
id kontributor
vi cộng tác
el με τη συμβολή | με τη συνεργασία
ar ساهم في التقرير | ساهم | شارك في التغطية | بمساهمة
hi सहयोग | इनपुट
he סייע | סייעה | השתתף בהכנת הכתבה | בהשתתפות
ko 도움
zh 协助 | 協力 | 取材協力 | 参与采写
""",
    CreditRole.SOURCE: """
en source+ | sources
de quelle+ | quellen
fr source+
es fuente | fuentes
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
uk джерело | за матеріалами
bg източник
tr kaynak
id sumber | dikutip dari
vi nguồn
=vi theo+
ar المصدر | نقلا عن
fa منبع
he מקור
ko 출처
el πηγή
hi स्रोत
bn সূত্র
th ที่มา
lt šaltinis
lv avots
fi lähde | lähteet
et allikas
zh 来源 | 來源 | 出典 | 稿源 | 消息来源 | 转自
""",
    None: """
en photos by | photo by | photographs by | photography by | photographed by | photography+ | photos+ | photo+
    | photographer | pictures by | image by | images by | images+ | image | illustration by | illustrations by
    | illustrated by | illustration | graphics by | graphic by | video by | videos by | last updated by | updated by
    | produced by | last edited by | published on | posted on | posted in | published in | published+ | posted+
    | updated+
    | last updated | last modified | category | filed under | tags | more from | more by | follow | read more from
    | reading time | listen+ | sponsored by | powered by | hosted by | presented by | pictures | photograph by
    | photo illustration by | illustrations | artwork by | special to the | special for the | special to
de foto+ | fotos+ | foto von | fotos von | bild | bilder | bild von | fotograf | fotografie | produziert von | kamera
    | aktualisiert+ | veröffentlicht am | veröffentlicht+ | erstellt | kategorie | mehr von | lesedauer | stand
    | illustrationen | fotografin | video | grafik
fr photos par | photo de | photos de | crédit photo | publié le | mis à jour le | temps de lecture | vidéo
    | infographie
es fotografía | fotografías | fotos de | foto de | ilustración | publicado el | actualizado | imágenes | vídeo
    | ilustraciones | compartir | tiempo de lectura
it foto di | pubblicato il | tempo di lettura | fotografie | riprese
pt fotografia | fotografias | ilustração | atualizado+ | imagens
nl beeld+ | beelden+ | fotografie | foto's | leestijd | illustratie
no foto av | illustrasjon | publisert | oppdatert | fotografi
sv foto och bild | bilder | publicerad | uppdaterad | läsning
da fotos af | illustration af | publiceret | opdateret
pl zdjęcia | fot+ | grafika | fotografie | data publikacji | aktualizacja
cs foto a video | fotil | ilustrace | snímky
hu fotó | fotók | kép | képek | illusztráció
ro fotografii | publicat la+ | publicat | actualizat la+ | actualizat
fi kuva+ | kuvat+ | kuvaaja | valokuvat | kuvitus
ru фото+ | иллюстрации | видео | фотограф | обновлено
uk світлини | ілюстрації | відео
tr fotoğraf | fotoğraflar | güncelleme
id fotografer
vi ảnh
=vi ảnh+
el φωτογραφίες | φωτογραφία | φωτό
ar تصوير | عدسة | صورة | صور
fa عکس | عکاس
hi फोटो | फ़ोटो | छायाचित्र
bn ছবি
th ภาพ | ถ่ายภาพ
he צילום | צילומים | איור
ko 사진+ | 입력+ | 수정+ | 등록+ | 영상 | 그래픽
zh 摄影 | 攝影 | 撮影 | 写真 | 图 | 圖 | 图片 | 圖片 | 摄 | 攝 | 视频 | 插图 | イラスト | 画 | 写真提供 | 映像
    | 更新時間 | 更新时间 | 发布时间 | 發布時間
""",
}
"""Role -> language and its labels before names, parted by bars; an indented line goes on. ``=xx``: only in pages of
that language, for elsewhere the word means something else. A plus: one word that needs no colon. ``^``: one that counts
wherever it stands in small letters. A star: any word. None: what follows made no text (pictures, dates)."""

GENRES = """
de von vom der des
    | beitrag artikel bericht analyse gastbeitrag kommentar interview kolumne essay gespräch reportage porträt
    glosse leitartikel meinung rezension kritik nachruf gastkommentar protokoll blog-beitrag reisebericht
fr de d' du par | tribune chronique analyse entretien interview reportage éditorial enquête critique article récit
    billet opinion portrait
es de por | entrevista tribuna columna crónica análisis reportaje opinión artículo texto editorial
pt de por | entrevista opinião reportagem análise crónica crônica coluna artigo texto
it di | intervista articolo servizio reportage analisi commento opinione editoriale
nl van door | opinie interview artikel analyse column reportage essay recensie gastbijdrage
no av | kronikk kommentar intervju debattinnlegg leder analyse innlegg reportasje
sv av | debatt kommentar krönika intervju ledare analys debattartikel reportage insändare gästkrönika
da af | debatindlæg kommentar interview analyse kronik leder debat klumme reportage
pl | opinia wywiad komentarz analiza felieton reportaż
ro de | articol interviu opinie reportaj analiză comentariu
en by | interview opinion analysis commentary perspective review column essay
tr | röportaj yorum analiz söyleşi
ru | интервью репортаж мнение колонка комментарий
uk | інтерв'ю репортаж думка колонка коментар
el του της | συνέντευξη άρθρο ανάλυση σχόλιο
hu | interjú riport vélemény
cs | komentář+ rozhovor glosa analýza reportáž
fi | kolumni haastattelu kommentti mielipide
id oleh | opini wawancara laporan
"""
"""Language -> what stands between a kind of text and its author's name, and kinds of text."""
