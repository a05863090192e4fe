"""The words around names in bylines of many languages: conjunctions, jobs, desks, companies, and what is no name."""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def _phrases(table: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for line in table.strip().splitlines() for phrase in line.split("|"))


ANDS = _words("and und et och og & y и και ve và 和 与 與 及 と і та și ir oraz with mit com")
_LANGUAGE_ANDS = """
af en; ar و; be і; bs i; ca i; cs a; de u. sowie; es e; et ja; eu eta; fa و; fi ja; fr avec; gl e; hi और; hr i; hu és
id dan; it e ed; lv un; ms dan; nl en; pl i; pt e; ro si; sk a; sl in; sq dhe; sr i; sw na; uk й; ur اور
"""
LANGUAGE_ANDS = {
    row.split()[0]: frozenset(row.split()[1:]) for row in _LANGUAGE_ANDS.strip().replace("\n", ";").split(";")
}
"""Language -> words for "and" that mean something else in others."""

PLACE_WORDS = _words(
    "in from at for à en aus für pour para desde em im vom zu zur depuis dal dalla inviato inviata per bei"
)
"""Prepositions after a name that begin a place or a paper."""

PARTICLES = _words("""
de del della di da dos das do du des la le les el al bin bint ibn ben van von der den dem ter ten zu zur vom af av
y e i of
the ap op 't d' dal dalla degli lo los las san st st. abu ould mac
""")
"""Words of names that are written small."""

JOBS = _words("""
editor editors reporter reporters correspondent correspondents writer columnist contributor producer journalist analyst
attorney director professor lecturer researcher manager specialist consultant officer president founder ceo cofounder
co-founder strategist author blogger photographer critic commentator intern fellow chief presenter anchor expert
engineer
head dietitian nutritionist developer designer scientist nurse physician coach trainer teacher lawyer student
advisor adviser
economist historian gardener planner marketer realtor chair leader grader
redakteur redakteurin redaktor redaktorin chefredakteur chefredakteurin chefredaktor korrespondent korrespondentin
reporterin journalistin volontär volontärin autor autorin kolumnist kolumnistin leiter leiterin ressortleiter
ressortleiterin hauptstadtkorrespondent hauptstadtkorrespondentin politikredakteur wirtschaftsredakteur sportredakteur
mitarbeiter mitarbeiterin geschäftsführer geschäftsführerin auslandskorrespondent gastautor gastautorin herausgeber
experte expertin
journaliste rédacteur rédactrice correspondant correspondante envoyé envoyée chroniqueur éditorialiste
periodista redactor redactora corresponsal enviado enviada columnista colaborador colaboradora subdirector
giornalista inviato inviata redattore redattrice corrispondente direttore caporedattore
repórter jornalista correspondente editora colunista
verslaggever verslaggeefster redacteur toimittaja journalistka dziennikarz dziennikarka redaktorka redaktör redaktør
корреспондент журналист обозреватель редактор спецкор muhabir muhabiri yazarı editör editörü
""")
JOB_MODIFIERS = _words("""
senior junior chief deputy assistant associate managing executive contributing staff special political diplomatic
economics
business sports sport foreign national international crime health science technology tech education environment energy
political defence defense security legal home affairs royal consumer money travel food culture arts film music news
digital
online multimedia freelance guest lead principal general features night investigations investigative data our the a an
former vice head
leitender leitende stellvertretender stellvertretende freier freie wissenschaftlicher
grand spécial spéciale especial
""")

PLURALS = _words("""
editors writers reporters correspondents columnists team staff redaktion agencies redaktionen contributors
""")
"""Words that at the end of a name make it many people's."""

DESKS = _words("""
agencies agencias agenturen agences agenzie staff newsdesk newsroom team editors editorial desk correspondents
bureau writers
reporters webteam webdesk web-desk newsteam newswire admins moderator press-release
redaktion redaktionen redaktionsteam nachrichtenredaktion onlineredaktion online-redaktion sportredaktion newsredaktion
webredaktion pressestelle pressedienst presse pressemitteilung pressemeldung gastautor gastbeitrag kommunikation
pressbüro
redazione redacción redaccion rédaction redactie redaksjonen redaksjon onlineredaktionen toimitus redakcja
redakcija redakce
redakcia redaksi redacția redaktsioon szerkesztőség redação redacao редакция редакція редакцията 编辑部 編集部
""")
COMPANIES = _words("""
inc inc. llc ltd ltd. limited gmbh ag kg ev e.v. e.v s.a. sa sas srl s.r.l. spa s.p.a. bv b.v. oy ab as plc corp
corp. company
foundation institute institut university universität université universidad college ministry ministerium department
bundesamt
association verband verein society council committee group media verlag press news times post journal magazine magazin
zeitung tribune gazette herald chronicle network networks studio studios agency agentur solutions services systems
software
technologies labs lab bank insurance hospital clinic center centre zentrum organization organisation online blog academy
school shop store marketing digital productions records radio tv television channel broadcasting wire partners
consulting
capital health care wellness travel global international stiftung kirche caritas partei fraktion gewerkschaft
newspaper daily
noticias diario periódico jornal giornale quotidiano gazeta газета новости nachrichten
""")
"""Words that make a name a company's, an institution's or a paper's."""

CREDENTIALS = _words("""
phd ph.d ph.d. dphil md m.d. m.d do d.o. dr jd j.d. mba m.b.a. ma m.a. ms m.s. msc m.sc. mph bsc b.sc. ba b.a. rn
np pa-c rd
rdn ld ldn dds dmd dvm cpa cfa cfp lcsw lmft lpc psyd psy.d. edd ed.d. esq esq. jr jr. sr sr. ii iii iv fand facp
facs aprn
fnp-c msw mpa mfa llm ccc-slp cscs cpt cdces pharmd ot pt dpt ncc lmhc csp smt chc acsm nasm
""")
"""What stands behind a name and belongs to it."""

JUNK = _words("""
admin administrator root webmaster user guest author authors unknown none null anonymous undefined nan n/a test
editor article
articles review opinion analysis news home share comments comment email e-mail print facebook twitter whatsapp linkedin
instagram tiktok youtube bluesky mastodon threads x pinterest reddit telegram follow subscribe save bookmark
advertisement
anzeige copy link more here updated published posted today yesterday heute gestern hoy ayer bio profile biography
contact
contributor name anonym default superuser sysadmin wpadmin siteadmin master website redirect am um le el il uhr
last first see
all posts latest view checked tested authored researched datum guides insights archive category date text
""")
"""Words that are never a name by themselves."""

JUNK_PHRASES = _phrases("""
email the author | e-mail the author | about the author | view all posts | more from this author | view profile
follow on | see all articles | contact the author | send an email | share this | read more | all articles | full bio
minute read | min read | mins read | minutes to read | reading time | read time | hours ago | minutes ago | days ago
hour ago | day ago | weeks ago | months ago | sign up | log in | opens in new | all rights reserved | skip to | was this
disclosure | privacy policy | cookie | newsletter | click here | no comments | leave a comment | terms of
über den autor | über die autorin | zum autor | alle artikel | weitere artikel | mehr artikel | artikel teilen
min lesezeit | keine kommentare
sobre el autor | à propos de | sull'autore
""")
"""Phrases of buttons and notices: a clause that has one names nobody."""

PLACES = frozenset(
    _phrases("""
new york | new delhi | hong kong | los angeles | san francisco | tel aviv | buenos aires | são paulo | sao paulo
mexico city | cape town | kuala lumpur | abu dhabi | rio de janeiro | washington dc | washington d.c. | united nations
st petersburg | frankfurt am main | den haag | the hague | las vegas | new orleans | ciudad de méxico | saint louis
st. louis | gaza city | east jerusalem | san diego | san antonio | phnom penh | addis ababa | santo domingo | la paz
san juan
""")
)
"""Places of several words, which look like names."""
