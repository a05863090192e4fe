"""The words around names in bylines of many languages: labels, conjunctions, jobs, desks, companies."""

from __future__ import annotations

from newsextract.article import CreditRole

LABELS: dict[CreditRole | None, str] = {
    CreditRole.AUTHOR: "written by|words by|durch|vom|escribe|artikel von|beitrag von|blog beitrag von|erstellt von|bericht von|redaktion:|contributed by|verfasst von:|story by|text by|article by|report by|reported by|reporting by|posted by|published by"
    "|submitted by|review by|interview by|analysis by|compiled by|by|author|authors|writer|written and photographed by|text|words"
    "|von|text von|ein beitrag von|ein artikel von|eine analyse von|ein gastbeitrag von|gastbeitrag von|ein kommentar von"
    "|kommentar von|interview von|eine kolumne von|geschrieben von|verfasst von|aufgezeichnet von|autor|autorin|autoren"
    "|autor/in|autor:in|text und fotos|verfasser|verfasserin|aus|von unserem redakteur|von unserer redakteurin"
    "|par|publié par|rédigé par|écrit par|propos recueillis par|auteur|auteurs|texte|texte de|texte par|un article de"
    "|por|escrito por|publicado por|redactado por|una información de|texto|texto de|autores|redação|por:|reportagem de"
    "|di|a cura di|scritto da|pubblicato da|articolo di|autore|testo di|testi di|servizio di"
    "|door|geschreven door|tekst|een artikel van|gepost door"
    "|av|skrevet av|tekst av|text av|publicerad av|skriven av|af|skrevet af|tekst af|forfatter|journalist|skribent|høfundur"
    "|kirjoittaja|teksti|kirjoittanut|tekijä"
    "|autor tekstu|tekst|napisał|napisała|opracował|opracowała|oprac|przez|napsal|napsala|autor článku|autoři|text a foto"
    "|szerző|írta|de|scris de|autor articol|publicat de|piše|pišu|napisao|napisala|avtor|avtorica|autorica"
    "|autorius|parengė|tekstas|autors|teksts|autor teksta|автор|авторы|текст|от|подготовил|подготовила|автор статьи"
    "|автори|пише|автор на статията|yazan|yazar|haber|kaleme alan|oleh|ditulis oleh|penulis|reporter|pewarta|laporan"
    "|tác giả|bài|bài viết|συντάκτης|του|της|από|γράφει|γράφει ο|γράφει η"
    "|بقلم|كتب|كتبت|الكاتب|إعداد|نویسنده|द्वारा|लेखक|রিপোর্ট|লেখক"
    "|مأת|מאת|פורסם על ידי"
    "|글",
    CreditRole.EDITOR: "edited by|editing by|editor|redigert av|redigerad av|redaktör|ansvarlig redaktør|redaktor|редактор|éditeur|editado por|redigeret af|fact checked by|fact-checked by|reviewed by"
    "|medically reviewed by|expert reviewed by|verified by|approved by",
    CreditRole.TRANSLATOR: "translated by|translation by|translation|übersetzt von|übersetzung|aus dem englischen von|traduit par"
    "|traduction|traducción de|traducción|traducido por|traduzione di|traduzione|tradução|traduzido por|vertaald door"
    "|tłumaczenie|tłum|перевод",
    CreditRole.CONTRIBUTOR: "additional reporting by|with reporting by|with additional reporting by|with contributions from"
    "|contributions by|contributed by|contributors|contributor|contributing|mitarbeit|unter mitarbeit von|avec la collaboration de|avec"
    "|con información de|con la colaboración de|com informações de|in zusammenarbeit mit|research by|recherche",
    CreditRole.SOURCE: "source|quelle|fuente|fonte|fonti|source:|bron|kilde|källa|źródło|zdroj|forrás|sursa|izvor|источник|джерело"
    "|kaynak|sumber|nguồn|المصدر|מקור|출처|πηγή|šaltinis|avots|lähde|allikas",
    None: "photos by|photo by|photographs by|photography by|photographed by|photography|photos|photo|photographer|pictures by|image by|images by|images|image"
    "|illustration by|illustrations by|illustrated by|illustration|graphics by|graphic by|video by|videos by|foto|fotos|foto von|fotos von|bild"
    "|bilder|fotograf|fotografie|fotografía|foto di|fotos de|foto de|foto:|photos par|photo de|photos de|crédit photo|fotografias|ilustración"
    "|bild von|zdjęcia|fot|kuva|kuvat|фото|fotoğraf|사진|last updated by|updated by|produced by|produziert von"
    "|last edited by|published on|posted on|posted in|published in|published|posted|updated|last updated|last modified|aktualisiert|veröffentlicht am"
    "|veröffentlicht|erstellt|publié le|publicado el|pubblicato il|category|filed under|kategorie|tags|more from|more by|follow|read more from"
    "|mehr von|reading time|lesedauer|stand|listen|sponsored by|powered by|hosted by|presented by",
}
"""Role -> labels before names, parted by bars; None: what follows made no text (pictures, dates)."""

HOME: dict[str, frozenset[str]] = {
    "de": frozenset({"ro", "ca", "gl", "pt"}),
    "aus": frozenset({"de"}),
    "της": frozenset({"el"}),
    "του": frozenset({"el"}),
    "bài": frozenset({"vi"}),
    "haber": frozenset({"tr"}),
    "avec": frozenset({"fr"}),
}
"""Labels that count only in pages of these languages, because elsewhere they are words of their own."""

BARE_LABELS = frozenset(
    "by von par por di door av af przez от oleh aus de της του από بقلم द्वारा texte text tekst texto testo words foto fotos photo photos "
    "photography oprac piše napsal napsala published posted updated aktualisiert veröffentlicht autor author auteur autore auteurs "
    "autori writer quelle listen durch vom escribe reporter images".split()
)
"""One-word labels that need no colon after them."""

SUFFIX_LABELS = ("기자", "특파원", "記者", "记者", "報導", "报道", "द्वारा", "sagt", "schreibt", "writes", "escribe", "tarafından", "編輯", "综合报道")
"""Words after a name that say that it is the author's."""

ANDS = frozenset("and und et och og & y и και ve và 和 与 與 及 と и́ і та și ir & oraz and/or with mit avec com".split())
LANGUAGE_ANDS: dict[str, frozenset[str]] = {
    "es": frozenset({"e"}), "pt": frozenset({"e"}), "it": frozenset({"e", "ed"}), "gl": frozenset({"e"}),
    "ca": frozenset({"i"}), "pl": frozenset({"i"}), "hr": frozenset({"i"}), "sr": frozenset({"i"}), "bs": frozenset({"i"}),
    "nl": frozenset({"en"}), "cs": frozenset({"a"}), "sk": frozenset({"a"}), "hu": frozenset({"és"}),
    "fi": frozenset({"ja"}), "et": frozenset({"ja"}), "sl": frozenset({"in"}), "lv": frozenset({"un"}),
    "ro": frozenset({"si"}), "id": frozenset({"dan"}), "ms": frozenset({"dan"}), "uk": frozenset({"й"}),
    "be": frozenset({"і"}), "sw": frozenset({"na"}), "sq": frozenset({"dhe"}), "eu": frozenset({"eta"}), "ar": frozenset({"و"}),
    "no": frozenset({"og"}), "is": frozenset({"og"}), "de": frozenset({"u.", "sowie"}), "af": frozenset({"en"}),
    "hi": frozenset({"और"}), "ur": frozenset({"اور"}), "fa": frozenset({"و"}),
}  # fmt: skip

PLACE_WORDS = frozenset(
    "in from at for à en aus für pour para desde em im w we ve z i Beijing per bei vom zu zur depuis dal dalla da inviato inviata".split()
) - {"Beijing", "i", "z", "ve", "w", "we", "da"}
"""Prepositions after a name that begin a place or a paper."""

PARTICLES = frozenset(
    "de del della di da dos das do du des la le les el al bin bint ibn ben van von der den dem ter ten zu zur vom af av y e i "
    "of the ap op 't d' dal dalla degli lo los las san st st. abu ould mac und und/oder".split()
) - {"und", "und/oder"}

JOBS = frozenset(
    "experte expertin engineer head grader dietitian nutritionist developer designer scientist nurse physician coach trainer teacher lawyer "
    "student advisor adviser economist historian gardener planner marketer realtor chair leader editor editors reporter reporters correspondent correspondents writer columnist contributor producer journalist analyst "
    "attorney director professor lecturer researcher manager specialist consultant officer president founder ceo cofounder "
    "co-founder strategist author blogger photographer critic commentator intern fellow chief presenter anchor expert "
    "redakteur redakteurin redaktor redaktorin chefredakteur chefredakteurin chefredaktor korrespondent korrespondentin reporterin "
    "journalistin volontär volontärin autor autorin kolumnist kolumnistin leiter leiterin ressortleiter ressortleiterin "
    "hauptstadtkorrespondent hauptstadtkorrespondentin politikredakteur wirtschaftsredakteur sportredakteur mitarbeiter mitarbeiterin "
    "geschäftsführer geschäftsführerin auslandskorrespondent gastautor gastautorin herausgeber freie freier "
    "journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée chroniqueur éditorialiste reporter-photographe "
    "periodista redactor redactora corresponsal enviado enviada columnista colaborador colaboradora subdirector "
    "giornalista inviato inviata redattore redattrice corrispondente direttore caporedattore "
    "repórter jornalista correspondente editora colunista "
    "verslaggever verslaggeefster redacteur correspondente chef journalistinnen journaliste "
    "reporteri toimittaja journalistka dziennikarz dziennikarka redaktorka redaktör redaktør reportern "
    "корреспондент журналист обозреватель редактор спецкор muhabir muhabiri yazarı editör editörü".split()
)
JOB_MODIFIERS = frozenset(
    "senior junior chief deputy assistant associate managing executive contributing staff special political diplomatic economics "
    "business sports sport foreign national international crime health science technology tech education environment energy "
    "political defence defense security legal home affairs royal consumer money travel food culture arts film music news "
    "digital online multimedia freelance guest lead principal general features night investigations investigative data "
    "leitender leitende stellvertretender stellvertretende freier freie grand spécial spéciale especial wissenschaftlicher "
    "our the a an former vice head co".split()
)
PLURALS = frozenset("editors writers reporters correspondents columnists team staff redaktion agencies redaktionen contributors".split())
"""Words that at the end of a name make it many people's."""

DESKS = frozenset(
    "agencies agencias agenturen agences agenzie redaktion redaktionen redaktionsteam nachrichtenredaktion onlineredaktion online-redaktion sportredaktion newsdesk newsroom staff "
    "team editors editorial desk redazione redacción redaccion rédaction redactie redaksjonen redaktionen redaksjon toimitus "
    "redakcja redakcija redakce redakcia redaksi redacția redaktsioon редакция редакція редакцията编辑部 szerkesztőség redação redacao "
    "pressestelle pressedienst presse pressemitteilung pressemeldung bureau correspondents webteam webdesk 編集部 编辑部 "
    "redaktsiya haber_merkezi onlineredaktionen newsteam webredaktion redacao web-desk admins moderator newsredaktion gastautor gastbeitrag "
    "press-release writers reporters correspondent newswire pressbüro kommunikation".split()
)
COMPANIES = frozenset(
    "inc inc. llc ltd ltd. limited gmbh ag kg ev e.v. e.v s.a. sa sas srl s.r.l. spa s.p.a. bv b.v. oy ab as plc corp corp. company "
    "foundation institute institut university universität université universidad college ministry ministerium department bundesamt "
    "association verband verein society council committee group media verlag press news times post journal magazine magazin "
    "zeitung tribune gazette herald chronicle network networks studio studios agency agentur solutions services systems software "
    "technologies labs lab bank insurance hospital clinic center centre zentrum organization organisation online blog academy "
    "school shop store marketing digital productions records radio tv television channel broadcasting wire newswire partners "
    "consulting capital health care wellness travel global international stiftung kirche caritas partei fraktion gewerkschaft "
    "newspaper daily noticias diario periódico jornal giornale quotidiano gazeta газета новости web.de nachrichten".split()
)
CREDENTIALS = frozenset(
    "phd ph.d ph.d. dphil md m.d. m.d do d.o. dr jd j.d. mba m.b.a. ma m.a. ms m.s. msc m.sc. mph bsc b.sc. ba b.a. rn np pa-c rd rdn "
    "ld ldn dds dmd dvm cpa cfa cfp cfp® lcsw lmft lpc psyd psy.d. edd ed.d. esq esq. jr jr. sr sr. ii iii iv fand facp facs aprn "
    "fnp-c msw mpa mfa llm ccc-slp cscs cpt rdn cdces pharmd ot pt dpt ncc lmhc csp smt chc acsm nasm".split()
)
JUNK = frozenset(
    "checked tested authored researched datum guides insights articles archive category date text admin administrator root webmaster user guest author authors unknown none null anonymous undefined nan n/a test editor article "
    "review opinion analysis news home share comments comment email e-mail print facebook twitter whatsapp linkedin instagram tiktok youtube "
    "bluesky mastodon threads x pinterest reddit telegram follow subscribe save bookmark advertisement anzeige copy link more here updated "
    "published posted today yesterday heute gestern hoy ayer bio profile biography contact contributor name anonym anonymous gast default "
    "superuser sysadmin wpadmin siteadmin master website redirect am um le el il uhr last first see all posts latest view".split()
)
JUNK_PHRASES = (
    "email the author", "e-mail the author", "about the author", "view all posts", "more from this author", "view profile", "see all articles",
    "follow on", "contact the author", "send an email", "share this", "read more", "all articles", "full bio", "read full bio", "minute read",
    "min read", "minutes to read", "reading time", "hours ago", "minutes ago", "days ago", "hour ago", "day ago", "weeks ago", "months ago",
    "über den autor", "zum autor", "alle artikel", "weitere artikel", "mehr artikel", "artikel teilen", "min lesezeit", "sign up", "log in", "opens in new",
    "all rights reserved", "über die autorin", "sobre el autor", "à propos de", "sull'autore", "skip to", "was this", "disclosure", "privacy policy",
    "cookie", "newsletter", "click here", "read time", "no comments", "keine kommentare", "leave a comment", "kommentare", "terms of", "use of cookies",
)  # fmt: skip
TWO_WORD_PLACES = frozenset(
    "new york|new delhi|hong kong|los angeles|san francisco|tel aviv|buenos aires|são paulo|sao paulo|mexico city|cape town|kuala lumpur|abu dhabi"
    "|rio de janeiro|washington dc|washington d.c.|united nations|st petersburg|tehran iran|frankfurt am main|den haag|the hague|las vegas|new orleans"
    "|ciudad de méxico|saint louis|st. louis|east jerusalem|gaza city|san diego|san antonio|phnom penh|addis ababa|santo domingo|la paz|san juan".split("|")
)
