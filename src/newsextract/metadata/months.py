"""Names of months and of time zones -> numbers: the words that dates are written in."""

from __future__ import annotations

_NAMES = """
en january jan | february feb | march mar | april apr | may | june jun | july jul | august aug
    | september sept sep | october oct | november nov | december dec
de januar jänner jan | februar feber feb | märz mär maerz | april apr | mai | juni jun | juli jul | august aug
    | september sept sep | oktober okt | november nov | dezember dez
fr janvier janv jan | février fevrier févr fév fevr | mars | avril avr | mai | juin | juillet juil
    | août aout aoû | septembre sept | octobre oct | novembre nov | décembre decembre déc dec
es enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago
    | septiembre setiembre sept sep | octubre oct | noviembre nov | diciembre dic
pt janeiro jan | fevereiro fev | março marco mar | abril abr | maio mai | junho jun | julho jul | agosto ago
    | setembro set | outubro out | novembro nov | dezembro dez
it gennaio gen | febbraio feb febbr | marzo mar | aprile apr | maggio mag magg | giugno giu | luglio lug
    | agosto ago | settembre set sett | ottobre ott | novembre nov | dicembre dic
nl januari jan | februari feb | maart mrt | april apr | mei | juni jun | juli jul | augustus aug
    | september sep | oktober okt | november nov | december dec
sv januari jan | februari feb | mars mar | april apr | maj | juni jun | juli jul | augusti aug | september sep
    | oktober okt | november nov | december dec
no januar jan | februar feb | mars mar | april apr | mai | juni jun | juli jul | august aug | september sep
    | oktober okt | november nov | desember des
da januar jan | februar feb | marts mar | april apr | maj | juni jun | juli jul | august aug | september sep
    | oktober okt | november nov | december dec
fi tammikuuta tammikuu tammi | helmikuuta helmikuu helmi | maaliskuuta maaliskuu maalis
    | huhtikuuta huhtikuu huhti | toukokuuta toukokuu touko | kesäkuuta kesäkuu kesä
    | heinäkuuta heinäkuu heinä | elokuuta elokuu elo | syyskuuta syyskuu syys | lokakuuta lokakuu loka
    | marraskuuta marraskuu marras | joulukuuta joulukuu joulu
is janúar jan | febrúar feb | mars mar | apríl apr | maí | júní jún | júlí júl | ágúst ágú | september sep
    | október okt | nóvember nóv | desember des
et jaanuar jaan | veebruar veebr | märts | aprill apr | mai | juuni | juuli | august aug | september sept
    | oktoober okt | november nov | detsember dets
lv janvāris janvārī janvāra | februāris februārī februāra | marts martā marta | aprīlis aprīlī aprīļa
    | maijs maijā maija | jūnijs jūnijā jūnija | jūlijs jūlijā jūlija | augusts augustā augusta
    | septembris septembrī septembra | oktobris oktobrī oktobra | novembris novembrī novembra
    | decembris decembrī decembra
lt sausio sausis | vasario vasaris | kovo kovas | balandžio balandis | gegužės gegužė | birželio birželis
    | liepos liepa | rugpjūčio rugpjūtis | rugsėjo rugsėjis | spalio spalis | lapkričio lapkritis
    | gruodžio gruodis
pl stycznia styczeń sty | lutego luty lut | marca marzec mar | kwietnia kwiecień kwi | maja maj
    | czerwca czerwiec cze | lipca lipiec lip | sierpnia sierpień sie | września wrzesień wrz
    | października październik paź | listopada listopad lis | grudnia grudzień gru
cs ledna leden led | února únor úno | března březen bře | dubna duben dub | května květen kvě
    | června červen čvn | července červenec čvc | srpna srpen srp | září zář | října říjen říj
    | listopadu listopad lis | prosince prosinec pro
sk januára január jan | februára február feb | marca marec mar | apríla apríl apr | mája máj | júna jún
    | júla júl | augusta august aug | septembra september sep | októbra október okt | novembra november nov
    | decembra december dec
hu január jan | február febr feb | március márc | április ápr | május máj | június jún | július júl
    | augusztus aug | szeptember szept | október okt | november nov | december dec
ro ianuarie ian | februarie feb | martie mar | aprilie apr | mai | iunie iun | iulie iul | august aug
    | septembrie sept sep | octombrie oct | noiembrie noi nov | decembrie dec
hr siječnja siječanj sij | veljače veljača velj | ožujka ožujak ožu | travnja travanj tra
    | svibnja svibanj svi | lipnja lipanj lip | srpnja srpanj srp | kolovoza kolovoz kol | rujna rujan ruj
    | listopada listopad lis | studenoga studeni stu | prosinca prosinac pro
sr januar jan јануар јануара јан januara | februar feb фебруар фебруара феб februara
    | mart mar март марта мар marta | april apr април априла апр aprila | maj мај маја maja
    | jun јун јуна juna | jul јул јула jula | avgust avg август августа авг avgusta
    | septembar sep септембар септембра сеп septembra | oktobar okt октобар октобра окт oktobra
    | novembar nov новембар новембра нов novembra | decembar dec децембар децембра дец decembra
sl januar januarja jan | februar februarja feb | marec marca mar | april aprila apr | maj maja
    | junij junija jun | julij julija jul | avgust avgusta avg | september septembra sep | oktober oktobra okt
    | november novembra nov | december decembra dec
sq janar jan | shkurt shk | mars | prill pri | maj | qershor qer | korrik kor | gusht gsh | shtator sht
    | tetor tet | nëntor nën | dhjetor dhj
tr ocak oca | şubat şub | mart mar | nisan nis | mayıs may | haziran haz | temmuz tem | ağustos ağu
    | eylül eyl | ekim eki | kasım kas | aralık ara
az yanvar | fevral | mart | aprel | may | iyun | iyul | avqust | sentyabr | oktyabr | noyabr | dekabr
ca gener gen | febrer febr | març | abril abr | maig | juny | juliol jul | agost ag | setembre set
    | octubre oct | novembre nov | desembre des
gl xaneiro xan | febreiro feb | marzo mar | abril abr | maio mai | xuño xuñ | xullo xul | agosto ago
    | setembro set | outubro out | novembro nov | decembro dec
eu urtarrilaren urtarrila urt | otsailaren otsaila ots | martxoaren martxoa mar | apirilaren apirila api
    | maiatzaren maiatza mai | ekainaren ekaina eka | uztailaren uztaila uzt | abuztuaren abuztua abu
    | irailaren iraila ira | urriaren urria urr | azaroaren azaroa aza | abenduaren abendua abe
id januari jan | februari feb | maret mar | april apr | mei | juni jun | juli jul | agustus agu agt
    | september sep | oktober okt | november nov | desember des
ms januari jan | februari feb | mac | april apr | mei | jun | julai jul | ogos | september sep | oktober okt
    | november nov | disember dis
sw januari | februari | machi | aprili | mei | juni | julai | agosti | septemba | oktoba | novemba | desemba
ru января январь янв | февраля февраль фев | марта март мар | апреля апрель апр | мая май | июня июнь июн
    | июля июль июл | августа август авг | сентября сентябрь сен сент | октября октябрь окт
    | ноября ноябрь ноя | декабря декабрь дек
uk січня січень січ | лютого лютий лют | березня березень бер | квітня квітень кві | травня травень тра
    | червня червень чер | липня липень лип | серпня серпень сер | вересня вересень вер | жовтня жовтень жов
    | листопада листопад лис | грудня грудень гру
be студзеня | лютага | сакавіка | красавіка | мая | чэрвеня | ліпеня | жніўня | верасня | кастрычніка
    | лістапада | снежня
bg януари ян | февруари фев | март мар | април апр | май | юни | юли | август авг | септември септ сеп
    | октомври окт | ноември ное | декември дек
mk јануари јан | февруари фев | март мар | април апр | мај | јуни јун | јули јул | август авг | септември сеп
    | октомври окт | ноември ное | декември дек
el ιανουαρίου ιανουάριος ιαν | φεβρουαρίου φεβρουάριος φεβ | μαρτίου μάρτιος μαρ | απριλίου απρίλιος απρ
    | μαΐου μάιος μαΐ μαϊ | ιουνίου ιούνιος ιουν | ιουλίου ιούλιος ιουλ | αυγούστου αύγουστος αυγ
    | σεπτεμβρίου σεπτέμβριος σεπ | οκτωβρίου οκτώβριος οκτ | νοεμβρίου νοέμβριος νοε νοέ
    | δεκεμβρίου δεκέμβριος δεκ
ar يناير | فبراير | مارس | أبريل ابريل إبريل | مايو | يونيو يونيه | يوليو يوليه | أغسطس اغسطس | سبتمبر
    | أكتوبر اكتوبر | نوفمبر | ديسمبر
ar-sy كانون_الثاني | شباط | آذار اذار | نيسان | أيار ايار | حزيران | تموز | آب اب | أيلول ايلول | تشرين_الأول
    | تشرين_الثاني | كانون_الأول
ar-ma جانفي | فيفري | مارس | أفريل | ماي | جوان | جويلية | أوت | سبتمبر | أكتوبر | نوفمبر | ديسمبر
he ינואר בינואר | פברואר בפברואר | מרץ במרץ | אפריל באפריל | מאי במאי | יוני ביוני | יולי ביולי
    | אוגוסט באוגוסט | ספטמבר בספטמבר | אוקטובר באוקטובר | נובמבר בנובמבר | דצמבר בדצמבר
hi जनवरी जन | फरवरी फ़रवरी फर | मार्च | अप्रैल | मई | जून | जुलाई | अगस्त | सितंबर सितम्बर | अक्टूबर अक्तूबर
    | नवंबर नवम्बर | दिसंबर दिसम्बर
bn জানুয়ারি জানুয়ারি জানুয়ারী | ফেব্রুয়ারি ফেব্রুয়ারি ফেব্রুয়ারী | মার্চ | এপ্রিল | মে | জুন | জুলাই
    | আগস্ট | সেপ্টেম্বর | অক্টোবর | নভেম্বর | ডিসেম্বর
ur جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر
fa ژانویه فروردین | فوریه اردیبهشت | مارس خرداد | آوریل تیر | مه مرداد | ژوئن شهریور | ژوئیه جولای مهر | اوت آگوست آبان
    | سپتامبر آذر | اکتبر دی | نوامبر بهمن | دسامبر اسفند
ta ஜனவரி | பிப்ரவரி | மார்ச் | ஏப்ரல் | மே | ஜூன் | ஜூலை | ஆகஸ்ட் | செப்டம்பர் | அக்டோபர் | நவம்பர் | டிசம்பர்
te జనవరి | ఫిబ్రవరి | మార్చి | ఏప్రిల్ | మే | జూన్ | జూలై | ఆగస్టు | సెప్టెంబర్ | అక్టోబర్ | నవంబర్ | డిసెంబర్
mr जानेवारी | फेब्रुवारी | मार्च | एप्रिल | मे | जून | जुलै | ऑगस्ट | सप्टेंबर | ऑक्टोबर | नोव्हेंबर | डिसेंबर
kk қаңтар | ақпан | наурыз | сәуір | мамыр | маусым | шілде | тамыз | қыркүйек | қазан | қараша | желтоқсан
uz yanvar | fevral | mart | aprel | may | iyun | iyul | avgust | sentabr sentyabr | oktabr oktyabr | noyabr | dekabr
ka იანვარი იანვარს იანვრის | თებერვალი თებერვალს თებერვლის | მარტი მარტს მარტის | აპრილი აპრილს აპრილის
    | მაისი მაისს მაისის | ივნისი ივნისს ივნისის | ივლისი ივლისს ივლისის | აგვისტო აგვისტოს
    | სექტემბერი სექტემბერს სექტემბრის | ოქტომბერი ოქტომბერს ოქტომბრის | ნოემბერი ნოემბერს ნოემბრის
    | დეკემბერი დეკემბერს დეკემბრის
hy հունվար հունվարի | փետրվար փետրվարի | մարտ մարտի | ապրիլ ապրիլի | մայիս մայիսի | հունիս հունիսի | հուլիս հուլիսի
    | օգոստոս օգոստոսի | սեպտեմբեր սեպտեմբերի | հոկտեմբեր հոկտեմբերի | նոյեմբեր նոյեմբերի | դեկտեմբեր դեկտեմբերի
af januarie jan | februarie feb | maart mrt | april apr | mei | junie jun | julie jul | augustus aug | september sept
    | oktober okt | november nov | desember des
mt jannar | frar | marzu | april | mejju | ġunju | lulju | awwissu | settembru | ottubru | novembru | diċembru
fil enero | pebrero | marso | abril | mayo | hunyo | hulyo | agosto | setyembre | oktubre | nobyembre | disyembre
gu જાન્યુઆરી | ફેબ્રુઆરી | માર્ચ | એપ્રિલ | મે | જૂન | જુલાઈ | ઓગસ્ટ ઑગસ્ટ | સપ્ટેમ્બર | ઓક્ટોબર ઑક્ટોબર
    | નવેમ્બર | ડિસેમ્બર
pa ਜਨਵਰੀ | ਫਰਵਰੀ ਫ਼ਰਵਰੀ | ਮਾਰਚ | ਅਪ੍ਰੈਲ | ਮਈ | ਜੂਨ | ਜੁਲਾਈ | ਅਗਸਤ | ਸਤੰਬਰ | ਅਕਤੂਬਰ | ਨਵੰਬਰ | ਦਸੰਬਰ
kn ಜನವರಿ | ಫೆಬ್ರವರಿ | ಮಾರ್ಚ್ | ಏಪ್ರಿಲ್ | ಮೇ | ಜೂನ್ | ಜುಲೈ | ಆಗಸ್ಟ್ | ಸೆಪ್ಟೆಂಬರ್ | ಅಕ್ಟೋಬರ್ | ನವೆಂಬರ್ | ಡಿಸೆಂಬರ್
ml ജനുവരി | ഫെബ്രുവരി | മാർച്ച് | ഏപ്രിൽ | മേയ് മെയ് | ജൂൺ | ജൂലൈ ജൂലായ് | ഓഗസ്റ്റ് ആഗസ്റ്റ് | സെപ്റ്റംബർ സെപ്തംബർ
    | ഒക്ടോബർ | നവംബർ | ഡിസംബർ
si ජනවාරි | පෙබරවාරි | මාර්තු | අප්‍රේල් | මැයි | ජූනි | ජූලි | අගෝස්තු | සැප්තැම්බර් | ඔක්තෝබර් | නොවැම්බර් | දෙසැම්බර්
km មករា | កុម្ភៈ | មីនា | មេសា | ឧសភា | មិថុនា | កក្កដា | សីហា | កញ្ញា | តុលា | វិច្ឆិកា | ធ្នូ
th มกราคม ม.ค | กุมภาพันธ์ ก.พ | มีนาคม มี.ค | เมษายน เม.ย | พฤษภาคม พ.ค | มิถุนายน มิ.ย | กรกฎาคม ก.ค
    | สิงหาคม ส.ค | กันยายน ก.ย | ตุลาคม ต.ค | พฤศจิกายน พ.ย | ธันวาคม ธ.ค
"""
"""Language, then its twelve months, each with its spellings; an indented line goes on; an underscore is a blank.

Persian has the months of two calendars; the year tells which.
"""

_SHAPES = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})
"""Letters that Arabic and Persian keyboards have in two shapes."""


def _key(word: str) -> str:
    return word.casefold().translate(_SHAPES)


def _read(table: str) -> dict[str, dict[str, int]]:
    found = {}
    for row in table.strip().replace("\n    ", " ").splitlines():
        language, _, months = row.partition(" ")
        groups = enumerate(months.split("|"), 1)
        found[language] = {_key(word): number for number, group in groups for word in group.split()}
    return found


BY_LANGUAGE = _read(_NAMES)
"""Language -> spelling -> month."""
ANY = {word: number for words in reversed(BY_LANGUAGE.values()) for word, number in words.items()}
"""Every spelling -> the month; the first language of the table has it where two disagree (listopad)."""

ZONES: dict[str, int] = {
    "utc": 0, "gmt": 0, "z": 0, "wet": 0, "west": 60, "bst": 60, "cet": 60, "mez": 60, "cest": 120, "mesz": 120,
    "eet": 120, "eest": 180, "sast": 120, "cat": 120, "wat": 60, "eat": 180, "msk": 180, "мск": 180, "trt": 180,
    "gst": 240, "pkt": 300, "ist": 330, "npt": 345, "wib": 420, "ict": 420, "wita": 480, "hkt": 480, "sgt": 480,
    "myt": 480, "pht": 480, "awst": 480, "wit": 540, "jst": 540, "kst": 540, "acst": 570, "acdt": 630, "aest": 600,
    "aedt": 660, "nzst": 720, "nzdt": 780, "brt": -180, "art": -180, "adt": -180, "ast": -240, "edt": -240,
    "est": -300, "cdt": -300, "cst": -360, "mdt": -360, "mst": -420, "pdt": -420, "pst": -480, "akst": -540,
    "akdt": -480, "hst": -600,
}  # fmt: skip
"""Abbreviations of time zones -> minutes east of UTC. "ET" is none: it does not say whether it is summer."""


def month(word: str, language: str | None) -> int | None:
    """Return the number of the month that a word names, None where it names none.

    word: without a full stop. language: a BCP 47 tag that decides where languages disagree.
    """
    own, key = BY_LANGUAGE.get((language or "").split("-")[0].casefold(), {}), _key(word)
    return own.get(key) or ANY.get(key)
