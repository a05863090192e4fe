"""The world's news agencies: the name that each is known by, and the other names that it is printed under."""

from __future__ import annotations

TABLE = """
AP: Associated Press, AP News, AP Photo, APTN, AP-APTN, ap, एपी, エーピー, AP通信, 美联社, 美聯社, АП
    Ассошиэйтед Пресс, أسوشيتد برس
    أ ب, أسوشييتد برس, 에이피, אי-פי
AFP: Agence France-Presse, Agence France Presse, France-Presse, Agence France Press, AFPTV, AFP通信, AFP=時事, AFP時事
    法新社, АФП, Франс Пресс, فرانس برس, أ ف ب, أ.ف.ب, ا ف ب, وكالة فرانس برس, एएफपी, এএফপি, สำนักข่าวเอเอฟพี
    เอเอฟพี, خبرگزاری فرانسه
Reuters: Thomson Reuters, Reuters News, Reuters TV, Thomson Reuters Foundation, rtr, ロイター, ロイター通信
    路透社, 路透, 로이터
    로이터통신, Рейтер, Ройтерс, Рейтерс, Ρόιτερ, رويترز, وكالة رويترز, رویترز, रॉयटर्स, रायटर्स, रॉयटर, রয়টার্স
    รอยเตอร์
    רויטרס, סוכנות רויטרס
UPI: United Press International
Bloomberg: Bloomberg News, ブルームバーグ, 彭博社, 彭博, 블룸버그, Блумберг, Bloomberg HT, بلومبرغ, بلومبرج
Dow Jones: Dow Jones Newswires, Dow Jones News, DJN
MT Newswires: Midnight Trader
Sputnik: Спутник, Sputnik News, سبوتنيك, 俄罗斯卫星通讯社
dpa: Deutsche Presse-Agentur, Deutsche Presse Agentur, Deutschen Presse-Agentur, German Press Agency, dpa-Infocom
    dpa infocom, ДПА, د ب أ, دب أ, وكالة الأنباء الألمانية, 德新社, Dpa
dpa-AFX: dpa AFX, AFX
AgE: Agra-Europe, AGRA-EUROPE
dts: dts Nachrichtenagentur, dts-Nachrichtenagentur
epd: Evangelischer Pressedienst, Evangelische Pressedienst
KNA: Katholische Nachrichten-Agentur, KNA-Bild, kna
SID: Sport-Informations-Dienst, SID Sport, sid
ddp: ddp Nachrichtenagentur
SP-X: Spot Press Services, Global Press Nachrichtenagentur
Motor-Informations-Dienst: mid
APA: Austria Presse Agentur, Austria Presse-Agentur, APA OTS, APA-OTS, OTS, apa
Kathpress: kathpress.at
Keystone-SDA: SDA, Keystone-ATS, ATS, Keystone, Schweizerische Depeschenagentur, Agence télégraphique suisse, SDA-ATS
    ats, Agenzia telegrafica svizzera, AWP, awp
Belga: Belga News Agency, Agence Belga, Agentschap Belga, Persagentschap Belga
ANP: Algemeen Nederlands Persbureau, Persbureau ANP
Novum: Novum Nieuws
PA Media: Press Association, PA News, PA Real Life, PA Sport, Press Association Sport
SWNS: South West News Service
PR Newswire: PRNewswire, PRN
Business Wire: BusinessWire
GlobeNewswire: Globe Newswire
EFE: Agencia EFE, EFE News, EFE Verde, EFE Agro, EFEverde, ЭФЕ, إفي
Europa Press: Europapress, EP
Colpisa: Agencia Colpisa
Servimedia: Agencia Servimedia
ACN: Agència Catalana de Notícies, Agencia Catalana de Noticias
Lusa: LUSA, Agência Lusa, Lusa News, Agência de Notícias de Portugal
ANSA: Agenzia ANSA, ANSA.it, АНСА, أنسا
AGI: Agenzia Italia
Adnkronos: Adn Kronos
LaPresse: La Presse srl
Askanews: Agenzia Askanews
Italpress: Agenzia Italpress
Radiocor: Il Sole 24 Ore Radiocor, Radiocor Plus
Agenzia Fides:
TASS: ITAR-TASS, ТАСС, ИТАР-ТАСС, تاس, 塔斯社, タス通信, 타스
RIA Novosti: РИА Новости, RIA, РИА, РИАН, RIA Nowosti, リアノーボスチ通信
Interfax: Интерфакс, Interfax-Ukraine, Інтерфакс-Україна, إنترفاكس, インタファクス通信, 国际文传电讯社
Rosbalt: Росбалт
REGNUM: ИА Регнум, ИА REGNUM, Регнум
Ukrinform: Укрінформ, Укринформ
UNIAN: УНИАН, УНІАН
UNN: УНН, Українські національні новини
BelTA: БелТА, БЕЛТА
BelaPAN: БелаПАН
Moldpres: Молдпрес
Kazinform: Казинформ, ҚазАқпарат
Kabar News Agency:
Khovar: Ховар
UzA: УзА, O'zA
Azertac: Azərtac, AZƏRTAC, Азертадж
Trend News Agency:
Turan İnformasiya Agentliyi:
Armenpress: Արմենպրես, Арменпресс
Montsame: Монцамэ
PAP: Polska Agencja Prasowa
KAI: Katolicka Agencja Informacyjna
IAR: Informacyjna Agencja Radiowa
ISBnews: ISB News, Agencja ISBnews
Newseria: Agencja Newseria
ČTK: CTK, Česká tisková kancelář, ČTK Connect, čtk, Czech News Agency
TASR: Tlačová agentúra Slovenskej republiky
SITA: Slovenská tlačová agentúra
MTI: Magyar Távirati Iroda, MTI-OS
Agerpres: Agenția Națională de Presă
Mediafax: Agenția Mediafax
News.ro: Agenția News.ro
BTA: БТА, Българска телеграфна агенция
BGNES: БГНЕС
Агенция Фокус: Агенция „Фокус“
Tanjug: Танјуг, Танјуг агенција
Beta: Novinska agencija Beta, Агенција Бета
FoNet: ФоНет
HINA: Hina, Hrvatska izvještajna novinska agencija
STA: Slovenska tiskovna agencija
FENA: Federalna novinska agencija, Fena
SRNA: Срна, Srna
MINA: Agencija MINA
MIA: МИА, Медиумска информативна агенција
ATA: Agjencia Telegrafike Shqiptare, ATSH
Kosovapress: KosovaPress
ANA-MPA: ΑΠΕ-ΜΠΕ, ΑΠΕ, AMNA, Αθηναϊκό Πρακτορείο, ΑΜΠΕ
CNA Cyprus: ΚΥΠΕ
Anadolu: Anadolu Agency, Anadolu Ajansı, AA, Анадолу, الأناضول, وكالة الأناضول, Anadolu Ajansi
DHA: Demirören Haber Ajansı
İHA: IHA, İhlas Haber Ajansı
ANKA: ANKA Haber Ajansı
NTB: Norsk Telegrambyrå, NTB Scanpix, ntb
TT: TT Nyhetsbyrån, Tidningarnas Telegrambyrå
Nyhetsbyrån Siren: Siren nyhetsbyrå
Ritzau: Ritzaus Bureau, ritzau
STT: Suomen Tietotoimisto, STT-Lehtikuva, Lehtikuva
BNS: Baltic News Service
ELTA: ELTA naujienų agentūra
LETA: Nacionālā informācijas aģentūra LETA
Xinhua: Xinhua News Agency, 新华社, 新華社, 新华网, Xinhuanet, 新华通讯社, 신화통신, 신화사, شينخوا, Синьхуа
    शिन्हुआ, Tân Hoa Xã
CNS: China News Service, 中新社, 中国新闻社, 中新网, 中國新聞社
CNA: Central News Agency, 中央社, 中央通訊社, Focus Taiwan
CCTV+: CCTV Plus
Kyodo: Kyodo News, 共同通信, 共同, 共同通信社, 共同社, 교도통신, Киодо
Jiji: Jiji Press, 時事通信, 時事, 時事通信社, 时事社, 지지통신
Yonhap: Yonhap News Agency, 연합뉴스, Yonhap News, 聯合ニュース, 韩联社, 韓聯社, Йонхап, Ёнхап
Newsis: 뉴시스
News1: 뉴스1
KCNA: Korean Central News Agency, 조선중앙통신, 朝鮮中央通信, 朝中社
PTI: Press Trust of India, PTI Bhasha, भाषा, पीटीआई, पीटीआई-भाषा, পিটিআই
ANI: Asian News International, एएनआई, এএনআই
IANS: Indo-Asian News Service, Indo Asian News Service, आईएएनएस
UNI: United News of India, यूनीवार्ता, यूएनआई, Univarta
APP: Associated Press of Pakistan, اے پی پی
PPI: Pakistan Press International
INP: Independent News Pakistan
RSS: Rastriya Samachar Samiti, राष्ट्रिय समाचार समिति, रासस
BSS: Bangladesh Sangbad Sangstha, বাসস, বাংলাদেশ সংবাদ সংস্থা
UNB: United News of Bangladesh, ইউএনবি
Lankapuvath: Lanka Puvath
MNA: Myanmar News Agency
Antara: Antara News, LKBN Antara, Kantor Berita Antara
Bernama: Pertubuhan Berita Nasional Malaysia, BERNAMA
TNA: Thai News Agency, สำนักข่าวไทย
Infoquest: สำนักข่าวอินโฟเควสท์
VNA: Vietnam News Agency, TTXVN, VietnamPlus, Thông tấn xã Việt Nam, TTXVN/Vietnam+, Vietnam+
AKP: Agence Kampuchea Presse
KPL: Lao News Agency
PNA: Philippine News Agency
AAP: Australian Associated Press
NZME: NZ Newswire
PACNEWS: Pacific News Service
CP: The Canadian Press, Canadian Press, La Presse Canadienne, Presse canadienne
QMI: Agence QMI
IRNA: Islamic Republic News Agency, ایرنا, إرنا
Fars: Fars News Agency, خبرگزاری فارس, وكالة فارس
Tasnim: Tasnim News Agency, تسنیم, خبرگزاری تسنیم, تسنيم
Mehr News Agency: Mehr News, خبرگزاری مهر
ISNA: ایسنا, إسنا
ILNA: ایلنا
Pajhwok: Pajhwok Afghan News, پژواک
Bakhtar News Agency: Bakhtar News
MENA: Middle East News Agency, أ ش أ, أ.ش.أ, وكالة أنباء الشرق الأوسط
WAM: Emirates News Agency, وام, وكالة أنباء الإمارات
SPA: Saudi Press Agency, واس, وكالة الأنباء السعودية
QNA: Qatar News Agency, قنا, وكالة الأنباء القطرية
KUNA: Kuwait News Agency, كونا, وكالة الأنباء الكويتية
BNA: Bahrain News Agency, وكالة أنباء البحرين
ONA: Oman News Agency, العمانية, وكالة الأنباء العمانية
SANA: Syrian Arab News Agency, سانا
INA: Iraqi News Agency, وكالة الأنباء العراقية
Shafaq: Shafaq News, شفق نيوز
NNA: National News Agency, الوكالة الوطنية للإعلام
Petra: Jordan News Agency, بترا
WAFA: وفا
Ma'an: Ma'an News Agency, وكالة معا
Saba News Agency: Saba News, Yemen News Agency, سبأ
SUNA: Sudan News Agency, سونا
LANA: Libyan News Agency
MAP: Maghreb Arabe Presse, Maghreb Arab Press, وكالة المغرب العربي للأنباء
TAP: Tunis Afrique Presse, وكالة تونس إفريقيا للأنباء
APS: Algérie Presse Service, واج, وكالة الأنباء الجزائرية, Agence de presse sénégalaise
AMI: Agence mauritanienne d'information
JTA: Jewish Telegraphic Agency
JNS: Jewish News Syndicate
TPS: Tazpit Press Service
NAN: News Agency of Nigeria
GNA: Ghana News Agency
KNA Kenya: Kenya News Agency
ENA: Ethiopian News Agency
UNA: Uganda News Agency
ANGOP: Angola Press, Agência Angola Press, Angop
AIM: Agência de Informação de Moçambique
Inforpress: Agência Cabo-verdiana de Notícias
AIP: Agence ivoirienne de presse
AIB: Agence d'information du Burkina
ABP: Agence bénin presse
ATOP: Agence togolaise de presse
ACP: Agence congolaise de presse
AGP: Agence gabonaise de presse, Agence guinéenne de presse
NAMPA: Namibia Press Agency, Nampa
ZIANA: New Ziana
BOPA: Botswana Press Agency
ZANIS: Zambia News and Information Services
APANEWS: African Press Agency, Agence de presse africaine, APA News
PANA: PANA Press, Panapress, Pan African News Agency
SAPA: South African Press Association
African News Agency:
allAfrica: AllAfrica.com
Télam: Telam, Agencia Télam
Noticias Argentinas: Agencia NA
DyN: Diarios y Noticias
Agência Brasil: Agencia Brasil, Agência Brasil EBC
Agência Estado: Agencia Estado
Estadão Conteúdo: Estadao Conteudo
Folhapress: Folha Press, FolhaPress
Agência O Globo: Agencia O Globo
Colprensa: Agencia Colprensa
Agencia Andina: Andina Noticias
ABI: Agencia Boliviana de Información
ANF: Agencia de Noticias Fides
AVN: Agencia Venezolana de Noticias
IP Paraguay: Agencia de Información Paraguaya
Notimex: Agencia Notimex
Agencia Reforma: Agencia REFORMA
Quadratín: Agencia Quadratín
Prensa Latina: Prensa Latina PL
ACN Cuba: Agencia Cubana de Noticias
AGN: Agencia Guatemalteca de Noticias
CMC: Caribbean Media Corporation
JIS: Jamaica Information Service
RNS: Religion News Service
CNS Catholic: Catholic News Service
CNA Catholic: Catholic News Agency
Kaiser Health News: KFF Health News
States Newsroom: Stateline
Inter Press Service: IPS
CNN Wire: CNN Newsource
Tribune News Service: TNS, Tribune Content Agency
McClatchy: McClatchy Newspapers
Scripps Howard: Scripps Howard News Service
City News Service: Bay City News, Bay City News Service
Cover Media: CoverMedia
Bang Showbiz: BANG Showbiz
Teleborsa: Agenzia Teleborsa
"""
"""A name, a colon, other names at commas; an indented line goes on. Short names count as they are printed here, or in
capitals."""
