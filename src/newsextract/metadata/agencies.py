"""Names of news agencies -> the one name that each is known by."""

from __future__ import annotations

import re
from functools import lru_cache

from newsextract.text import fold

_TABLE = """
AP: Associated Press, AP News, AP Photo
AFP: Agence France-Presse, Agence France Presse, France-Presse
Reuters: Thomson Reuters, Reuters News
UPI: United Press International
Bloomberg: Bloomberg News
Dow Jones: Dow Jones Newswires
dpa: Deutsche Presse-Agentur, Deutsche Presse Agentur, Deutschen Presse-Agentur, German Press Agency
dpa-AFX: dpa AFX, AFX
dts: dts Nachrichtenagentur
epd: Evangelischer Pressedienst, Evangelische Pressedienst
KNA: Katholische Nachrichten-Agentur, KNA-Bild
SID: Sport-Informations-Dienst, SID Sport
APA: Austria Presse Agentur, Austria Presse-Agentur, APA OTS
Kathpress: kathpress.at
Keystone-SDA: SDA, Keystone-ATS, ATS, Keystone, Schweizerische Depeschenagentur, Agence télégraphique suisse, SDA-ATS
Belga: Belga News Agency, Agence Belga, Agentschap Belga
ANP: Algemeen Nederlands Persbureau
Novum: Novum Nieuws
PA Media: Press Association, PA News, PA Real Life
EFE: Agencia EFE, EFE News, EFE Verde
Europa Press: Europapress, EP
Colpisa: Agencia Colpisa
ACN: Agència Catalana de Notícies
LUSA: Agência Lusa, Lusa News
ANSA: Agenzia ANSA, ANSA.it
AGI: Agenzia Italia
Adnkronos: Adn Kronos
LaPresse: La Presse srl
Askanews: Agenzia Askanews
TASS: ITAR-TASS, ТАСС, ИТАР-ТАСС
RIA Novosti: РИА Новости, RIA, РИА
Interfax: Интерфакс, Interfax-Ukraine, Інтерфакс-Україна
Ukrinform: Укрінформ, Укринформ
UNIAN: УНИАН, УНІАН
BelTA: БелТА, БЕЛТА
PAP: Polska Agencja Prasowa
KAI: Katolicka Agencja Informacyjna
IAR: Informacyjna Agencja Radiowa
ČTK: CTK, Česká tisková kancelář, ČTK Connect
TASR: Tlačová agentúra Slovenskej republiky
SITA: Slovenská tlačová agentúra
MTI: Magyar Távirati Iroda
Agerpres: Agenția Națională de Presă
Mediafax: Agenția Mediafax
BTA: БТА, Българска телеграфна агенция
BGNES: БГНЕС
Tanjug: Танјуг
Beta: Novinska agencija Beta, Агенција Бета
FoNet: ФоНет
HINA: Hrvatska izvještajna novinska agencija
STA: Slovenska tiskovna agencija
FENA: Federalna novinska agencija
SRNA: Срна
MINA: Agencija MINA
MIA: МИА
ATA: Agjencia Telegrafike Shqiptare
ANA-MPA: ΑΠΕ-ΜΠΕ, ΑΠΕ, AMNA
CNA Cyprus: ΚΥΠΕ
Anadolu: Anadolu Agency, Anadolu Ajansı, AA
DHA: Demirören Haber Ajansı
İHA: IHA, İhlas Haber Ajansı
ANKA: ANKA Haber Ajansı
NTB: Norsk Telegrambyrå, NTB Scanpix
TT: TT-AFP, TT Nyhetsbyrån, Tidningarnas Telegrambyrå
Ritzau: Ritzaus Bureau
STT: Suomen Tietotoimisto, STT-Lehtikuva
BNS: Baltic News Service
ELTA: ELTA naujienų agentūra
LETA: Nacionālā informācijas aģentūra LETA
Xinhua: Xinhua News Agency, 新华社, 新華社, 新华网, Xinhuanet
CNS: China News Service, 中新社, 中国新闻社, 中新网
CNA: Central News Agency, 中央社, 中央通訊社, Focus Taiwan
Kyodo: Kyodo News, 共同通信, 共同, 共同通信社, 共同社
Jiji: Jiji Press, 時事通信, 時事, 時事通信社
Yonhap: Yonhap News Agency, 연합뉴스, Yonhap News
Newsis: 뉴시스
News1: 뉴스1
KCNA: Korean Central News Agency
PTI: Press Trust of India, PTI Bhasha, भाषा
ANI: Asian News International
IANS: Indo-Asian News Service, Indo Asian News Service
UNI: United News of India
APP: Associated Press of Pakistan
BSS: Bangladesh Sangbad Sangstha, বাসস
UNB: United News of Bangladesh
Antara: Antara News, LKBN Antara
Bernama: Pertubuhan Berita Nasional Malaysia
VNA: Vietnam News Agency, TTXVN, VietnamPlus
PNA: Philippine News Agency
AAP: Australian Associated Press
NZME: NZ Newswire
CP: The Canadian Press, Canadian Press, La Presse Canadienne, Presse canadienne
IRNA: Islamic Republic News Agency, ایرنا
Fars: Fars News Agency, فارس
Tasnim: Tasnim News Agency, تسنیم
ISNA: ایسنا
MENA: Middle East News Agency
WAM: Emirates News Agency, وام
SPA: Saudi Press Agency, واس
QNA: Qatar News Agency, قنا
KUNA: Kuwait News Agency, كونا
BNA: Bahrain News Agency, بنا
SANA: Syrian Arab News Agency, سانا
NNA: National News Agency
Petra: Jordan News Agency, بترا
WAFA: وفا
MAP: Maghreb Arabe Presse
TAP: Tunis Afrique Presse
APS: Algérie Presse Service
JTA: Jewish Telegraphic Agency
NAN: News Agency of Nigeria
GNA: Ghana News Agency
APANEWS: African Press Agency
SAPA: South African Press Association
Télam: Telam, Agencia Télam
Agência Brasil: Agencia Brasil
Estadão Conteúdo: Estadao Conteudo
Folhapress: Folha Press
Notimex: Agencia Notimex
Prensa Latina: Prensa Latina PL
RNS: Religion News Service
Kaiser Health News: KFF Health News
CNN Wire: CNN Newsource
Tribune News Service: TNS, Tribune Content Agency
SWNS: South West News Service
"""
_TAILS = """
news agency agencies staff newsroom wire service writer writers reporter international deutschland france
español espanol
business sport sports english online deutsch nachrichtenagentur media nws fact check
"""
"""Words after an agency's name that leave it the agency's."""

_KIND = re.compile(
    r"(?:news|press|photo) agency$|nachrichtenagentur$|presseagentur$|^agencia de noticias|^agence de presse"
    r"|通讯社$|通訊社$|通信社$|haber ajansı$|нагентство$|информагентство"
)
_REGIONAL = re.compile(r"^(dpa|sda|apa|afp|ap|sid|kna|epd|ntb|tt)\s?[/-]\s?[a-z]{2,4}$")
MAX_LENGTH = 60


def _aliases() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _TABLE.strip().splitlines():
        name, _, others = line.partition(":")
        for alias in (name, *others.split(",")):
            found.setdefault(fold(alias), name)
    return found


_ALIASES = _aliases()
_TAIL = frozenset(_TAILS.split())
_WELL_KNOWN = frozenset({"dpa", "afp", "efe", "sda", "epd"})
_GIVEN_NAMES = frozenset({"petra", "beta", "antara"})
_CAPITALS = _GIVEN_NAMES | {name for name in _ALIASES if name.isascii() and len(name) <= 4} - _WELL_KNOWN
"""Short names that are also words or given names: they count in capitals only."""


@lru_cache(maxsize=4096)  # a byline is asked several times
def agency(name: str) -> str | None:
    """Return the common name of the news agency that a name means, None where it means none.

    >>> agency("The Associated Press"), agency("dpa/lnw"), agency("Reuters Staff"), agency("Ani")
    ('AP', 'dpa', 'Reuters', None)

    name: as printed; case counts for short ones.
    """
    if len(name) > MAX_LENGTH:
        return None
    line = fold(name).strip(" .,;:()[]-|").removeprefix("the ").removeprefix("die ").removeprefix("©").strip()
    if found := _known(line, name):
        return found
    if regional := _REGIONAL.match(line):
        return _ALIASES.get(regional[1])
    words = line.split()
    while len(words) > 1 and words[-1] in _TAIL:
        words.pop()
        if found := _known(" ".join(words), name):
            return found
    return name.strip() if _KIND.search(line) else None


def _known(line: str, name: str) -> str | None:
    if line in _CAPITALS and line.upper() not in name:
        return None
    return _ALIASES.get(line)
