"""The words around names in bylines of many languages: conjunctions, jobs, desks, companies, and what is no name."""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def _phrases(table: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for line in table.strip().splitlines() for phrase in line.split("|"))


ANDS = _words("and und et och og & y и και ve và 和 与 與 及 と і та și ir oraz with mit com")
_LANGUAGE_ANDS = """
af en; ar و; be і; bs i; ca i; cs a; de u. sowie; es e; et ja; eu eta; fa و; fi ja; fr avec; gl e; hi और व एवं; hr i
hu és; id dan; it e ed; lv un; ms dan; nl en; pl i; pt e; ro si; sk a; sl in; sq dhe; sr i; sw na; uk й; ur اور
"""
LANGUAGE_ANDS = {
    row.split()[0]: frozenset(row.split()[1:]) for row in _LANGUAGE_ANDS.strip().replace("\n", ";").split(";")
}
"""Language -> words for "and" that mean something else in others."""

PLACE_WORDS = _words(
    "in from at for à en aus für pour para desde em im vom zur depuis dal dalla inviato inviata per bei"
    " voor uit из в для din în із від من في is ist est"
)
_LANGUAGE_PLACE_WORDS = "no i; sv i; da i; pl w we z na; cs v ve z; sk v vo z; uk у з"
LANGUAGE_PLACE_WORDS = {row.split()[0]: frozenset(row.split()[1:]) for row in _LANGUAGE_PLACE_WORDS.split("; ")}
"""Language -> prepositions that are parts of names or other words elsewhere."""
VERBS = _words("is ist est")
"""Verbs that begin a sentence about the one named."""
PLACE_ENDINGS = _words("से থেকে")
"""Words after a place that mean "from"."""
"""Prepositions after a name that begin a place or a paper."""

PARTICLES = _words("""
de del della di da dos das do du des la le les el al bin bint ibn ben van von der den dem ter ten zu zur vom af av
y e i of
the ap op 't d' dal dalla degli lo los las san st st. abu ould mac фон ван дер де ла ди да ибн бин аль эль оглы кызы
""")
"""Words of names that are written small."""

JOBS = _words("""
প্রতিবেদক রিপোর্টার
redakteuren korrespondenten korrespondentinnen mitarbeitern reportern sonderkorrespondent
verslaggevers columniste correspondentes vicedirettore
wydawca korespondent korespondentka redaktorzy komentator publicysta komentátor redaktoři editorka
собкор репортер корреспонденты обозреватели кореспондент кореспондентка журналістка журналіст оглядач
muhabirleri temsilcisi wartawan kontributor jurnalis phóng-viên
संवाददाता रिपोर्टर संपादक journalistes envoyés reporterka repórteres fotógrafo
senator congressman mp barrister solicitor writers 특파원
editor editors reporter reporters correspondent correspondents writer columnist contributor producer journalist analyst
attorney director professor lecturer researcher manager specialist consultant officer president founder ceo cofounder
co-founder strategist author blogger photographer critic commentator intern fellow chief presenter anchor expert
engineer
head dietitian nutritionist developer designer scientist nurse physician coach trainer teacher lawyer student
advisor adviser
economist historian member mitglied membre miembro rechtsanwalt rechtsanwältin fachanwalt fachanwältin tierarzt
tierärztin steuerberater steuerberaterin notar notarin pfarrer pfarrerin avocat avocate abogado abogada avvocato
advocaat dierenarts gardener planner marketer realtor chair leader grader
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
JOB_ENDINGS = (
    *("leiterin", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "referent", "referentin", "expertin"),
    *("beraterin", "forscherin", "wissenschaftler", "wissenschaftlerin", "journalist", "journalistin", "sprecherin"),
    *("projektleiter", "abteilungsleiter", "bereichsleiter", "redaktør", "redaktör", "toimittaja"),
)
"""Ends of words that are a job, where languages join words."""
JOB_MODIFIERS = _words("""
নিজস্ব স্টাফ स्टाफ विशेष
unser unsere unserem unserer unseren onze ons nostro nostra nostri notre nos vår vårt vores nuestro nuestra nosso nossa
наш наша हमारे stafs
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
agenturmaterial agenturmeldung wires agencia agencies' newswires webdeskteam
sportredaktionen stafs desken reportagen zespół отдел відділ odbor rubrika servisi servis
वेबडेस्क डेस्क ब्यूरो संवाददाता टीम एजेंसियां एजेंसी وكالات مراسلنا مراسلتنا مراسلونا التحرير المحررون תחריר
מערכת סוכנויות מערכת-האתר yayın phóng toimituksen desken
szerkesztőségi вестник агентства агенції пресс-служба прес-служба
agencies agencias agenturen agences agenzie staff newsdesk newsroom team editors editorial desk correspondents
bureau writers
reporters webteam webdesk web-desk newsteam newswire admins moderator press-release
redaktion redaktionen redaktionsteam nachrichtenredaktion onlineredaktion online-redaktion sportredaktion newsredaktion
webredaktion pressestelle pressedienst presse pressemitteilung pressemeldung gastautor gastbeitrag kommunikation
pressbüro
redazione redacción redaccion rédaction redactie redaksjonen redaksjon onlineredaktionen toimitus redakcja
redakcija redakce
redakcia redaksi redacția redaktsioon szerkesztőség redação redacao редакция редакція редакцията 编辑部 編集部
กองบรรณาธิการ
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
newspaper daily redaktionsnetzwerk courrier corriere gazzetta messaggero correo correio kurier dagblad courant tidende
avisen sanomat noviny известия вестник rundschau anzeiger tageblatt volksblatt
deutschland schweiz österreich suisse usa polska sverige norge danmark suomi nederland diakonie kitchens
noticias diario periódico jornal giornale quotidiano gazeta газета новости nachrichten
""")
"""Words that make a name a company's, an institution's or a paper's."""

INSTITUTIONS = _words("""
institute institution department ministry association society council committee centre center office board union
federation confederation university college foundation agency bureau collective coalition alliance network
bundesverband verband verein bund stiftung institut ministerium bundesamt gesellschaft verbund initiative bündnis
förbundet förbund föreningen forbundet foreningen stiftelsen
collectif association fondation ministère syndicat fédération société comité conseil université
asociación fundación ministerio instituto federación sindicato comité consejo universidad colectivo plataforma
associação fundação ministério federação universidade coletivo
associazione fondazione ministero istituto federazione comitato università collettivo
vereniging stichting ministerie universiteit
stowarzyszenie fundacja ministerstwo instytut związek asociace nadace ministerstvo svaz
министерство институт союз фонд ассоциация міністерство інститут спілка asociația ministerul fundația
kementerian bộ viện hiệp
chamber authority commission kommission kammer behörde universidade hochschule chambre cámara câmara camera ministère
autorité autorità kamer
""")
"""Words that open the name of an institution, in which "and" joins no parties."""

INSTITUTION_ENDINGS = (
    *("ministerium", "ministerie", "ministerstwo", "ministeriet", "departementet", "ministeriö", "verband", "kammer"),
    *("behörde", "bundesamt", "landesamt", "universität", "hochschule", "stiftung", "gesellschaft", "vereinigung"),
    *("vereniging", "stichting", "direktoratet", "styrelsen", "verket", "myndigheten", "förbundet", "forbundet"),
    *("universitetet", "institutet", "instituttet", "virasto", "yliopisto"),
)
"""Ends of words that open the name of an institution, where languages join words."""

LEGAL_FORMS = _words(
    "inc inc. llc ltd ltd. limited gmbh ag kg e.v. e.v s.a. srl s.r.l. spa s.p.a. b.v. oy plc corp corp."
)
"""Words that close the name of a firm or club."""

PAPER_ARTICLES = {
    "": frozenset({"the"}),
    "de": frozenset({"der", "die", "das", "the"}),
    "fr": frozenset({"le", "la", "les", "the"}),
    "es": frozenset({"el", "la", "los", "the"}),
    "it": frozenset({"il", "la", "lo", "the"}),
}
"""Language -> articles that, before a name, make it a paper's rather than a person's."""

ARTICLES = _words("the der die das des le la les l' du de el los las il lo gli i del della dello o os as do da")
"""Articles, and prepositions that have swallowed one."""

SMALL_WORDS = ARTICLES | PARTICLES | ANDS | _words("for für pour para et e in")
"""Words written small within names of houses."""

DESK_LEADS = _words("van von vom da do dal dalla dalle aus der from von de por av af fra från")
"""Prepositions before a desk's name."""

DESK_ENDINGS = (
    *(
        "redaktion",
        "redaktionen",
        "redaksjonen",
        "redactie",
        "redaktsioon",
        "desk",
        "szerkesztőség",
        "编辑部",
        "編集部",
    ),
    *(
        "编辑室",
        "编辑中心",
        "評論員",
        "评论员",
        "國際中心",
        "国际中心",
        "新聞中心",
        "新闻中心",
        "取材班",
        "報道部",
        "社会部",
        "政治部",
    ),
    *("뉴스팀", "편집국", "편집부", "취재팀", "논설위원실", "보도국", "デスク", "編集局", "论说委员会", "本报讯"),
)
"""Ends of words and names that mean a newsroom, where languages join words."""

DESK_PHRASES = frozenset({"wire reports", "wire services", "news services", "staff reports", "haber merkezi"})
"""Two words that end the name of a newsroom or stand for agencies."""

DESK_CODES = frozenset({"red", "redd"})
"""Short for the newsroom in sign-offs, in small letters."""

TALKS = _words(
    "interview interviews entretien entrevista gespräch intervju intervista wywiad rozhovor conversation talk talks"
)
"""What one has with somebody: who follows "with" is no maker of the text."""

SUFFIXES = (
    *("논설위원", "인턴기자", "선임기자", "기자", "記者", "记者", "編輯"),
    *("द्वारा", "tarafından", "sagt", "schreibt", "writes"),
)
"""Words after a name that say that it is the author's."""

GLUED_NAMES = frozenset(
    "وليد وائل وسام وفاء وجدي وحيد وهبة وداد وصفي وسيم ورد ويليام والتر وجيه ورود ورדה ורד ויקטור".split()
)
"""Names that begin with the letter that means "and"."""

HONORIFICS = _words("""
dr dr. prof prof. professor mr mr. mrs mrs. ms ms. mx. sir dame baroness rev. revd fr. hon. capt. col. gen. sen. rep.
gov. lt. maj. sgt. med. dipl.-ing. dipl-ing dipl. ing. mag. pd priv.-doz. h.c. habil. univ. univ.-prof.
avv. dott. dott.ssa prof.ssa on. mons. arch. ks. mgr mgr. hab. inż. dra. dra doña dña. lic. eng. mme pr. me sr. sra.
mudr. phdr. judr. rndr. mvdr. bc. doc. drs. drs mr.dr. ir. doç. öğr. av. yrd. проф. проф д-р акад. δρ. δρ καθ.
д.э.н. к.э.н. ts. ths. gs. pgs. د د. أ.د أ.د. الدكتور الدكتورة الأستاذ
डॉ. डॉ डॉ० श्री श्रीमती प्रो. ডা. ড. ד"ר ד״ר פרופ' פרופ׳ עו"ד עו״ד
""")
"""Titles before a name."""

CREDENTIALS = _words("""
phd ph.d ph.d. csc csc. dphil md m.d. m.d do d.o. dr jd j.d. mba m.b.a. ma m.a. ms m.s. msc m.sc. mph bsc b.sc. ba b.a.
rn np pa-c rd ml ml. st.
rdn ld ldn dds dmd dvm cpa cfa cfp lcsw lmft lpc psyd psy.d. edd ed.d. esq esq. jr jr. sr sr. ii iii iv fand facp
facs aprn
fnp-c msw mpa mfa llm ccc-slp cscs cpt cdces pharmd ot pt dpt ncc lmhc csp smt chc acsm nasm
""")
"""What stands behind a name and belongs to it."""

JUNK = _words("""
ein eine einen un une una een et en uma der
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

BUTTONS = _words("""
follow following subscribe bio folgen abonnieren suivre s'abonner seguir seguire segui volgen volg följ følg seuraa
obserwuj sledovat követés urmărește takip ακολουθήστε подписаться
""")
"""What stands on a button behind a name."""

JUNK_PHRASES = _phrases("""
email the author | e-mail the author | about the author | view all posts | more from this author | view profile
follow on | see all articles | contact the author | send an email | share this | read more | all articles | full bio
minute read | min read | mins read | minutes to read | reading time | read time | hours ago | minutes ago | days ago
hour ago | day ago | weeks ago | months ago | sign up | log in | opens in new | all rights reserved | skip to | was this
add as preferred | preferred on google | preferred source
editorial guidelines | editorial process | editorial policy | editorial standards
disclosure | privacy policy | cookie | newsletter | click here | no comments | leave a comment | terms of
über den autor | über die autorin | zum autor | alle artikel | weitere artikel | mehr artikel | artikel teilen
min lesezeit | keine kommentare
temps de lecture | tiempo de lectura | tempo di lettura | tempo de leitura | min. czytania | min läsning | dk okuma
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
thứ hai | thứ ba | thứ tư | thứ năm | thứ sáu | thứ bảy | chủ nhật
नई दिल्ली | أبو ظبي | ho chi minh | tp.hcm | hà nội | रायपुर
""")
)
"""Places and days of several words, which look like names."""
