"""The language: what the page declares, unless its text is plainly in another."""

import pytest

from newsextract import extract, extract_text
from newsextract.metadata.detection import written
from newsextract.metadata.language import tag

STORIES = {
    "de": "Die Gemeinde hat am Donnerstag beschlossen, den alten Hafen noch in diesem Jahr zu sanieren. Was das "
    "kosten wird, weiß bisher niemand so genau. Die Bürgermeisterin sagte, man werde zuerst die Mauern "
    "prüfen und danach entscheiden, ob auch der Leuchtturm erneuert werden muss. Die Arbeiten sollen im "
    "Frühjahr beginnen und etwa zwei Jahre dauern.",
    "en": "The town decided on Thursday to repair the old harbour before the end of the year. Nobody knows yet "
    "what the work will cost. The mayor said that the walls would be looked at first, and that the "
    "council would then decide whether the lighthouse had to be renewed as well. The work is to begin in "
    "the spring and will take about two years.",
    "pl": "Gmina postanowiła w czwartek, że stary port zostanie wyremontowany jeszcze w tym roku. Nikt jeszcze "
    "nie wie, ile to będzie kosztować. Burmistrz powiedziała, że najpierw zostaną sprawdzone mury, a "
    "potem rada zdecyduje, czy trzeba odnowić także latarnię morską. Prace mają się rozpocząć na wiosnę i "
    "potrwają około dwóch lat.",
    "ru": "Городской совет решил в четверг отремонтировать старую гавань ещё в этом году. Сколько это будет "
    "стоить, пока никто не знает. Мэр сказала, что сначала осмотрят стены, а затем решат, нужно ли "
    "обновить и маяк. Работы должны начаться весной и продлятся около двух лет, после чего в гавань снова "
    "смогут заходить большие суда.",
    "ja": "市は木曜日、古い港を年内に修理することを決めた。費用がいくらになるかはまだ誰にも分からない。",
    "ko": "시는 목요일 오래된 항구를 올해 안에 수리하기로 결정했다. 비용이 얼마나 들지는 아직 아무도 모른다.",
    "el": "Ο δήμος αποφάσισε την Πέμπτη να επισκευάσει το παλιό λιμάνι μέσα στη χρονιά.",
    "th": "เทศบาลตัดสินใจเมื่อวันพฤหัสบดีว่าจะซ่อมแซมท่าเรือเก่าภายในปีนี้",
}
DANISH = (
    "Kommunen besluttede torsdag at sætte den gamle havn i stand inden årets udgang. Ingen ved endnu, "
    "hvad arbejdet kommer til at koste. Borgmesteren siger, at murene først skal undersøges, og at "
    "byrådet derefter tager stilling til, om også fyret skal fornyes. Arbejdet skal begynde til foråret "
    "og kommer til at vare omkring to år."
)
ZULU = (
    "Umasipala uthathe isinqumo ngoLwesine sokulungisa itheku elidala ngaphambi kokuphela konyaka. Akekho "
    "owaziyo okwamanje ukuthi lo msebenzi uzobiza malini. Imeya ithe kuzohlolwa izindonga kuqala, bese "
    "umkhandlu unquma ukuthi indlu yesibani nayo kufanele yini ivuselelwe. Umsebenzi uzoqala entwasahlobo "
    "futhi uthathe iminyaka emibili."
)


def page(text, language):
    return f'<html lang="{language}"><body><article><h1>1 2 3</h1><p>{text}</p></article></body></html>'


@pytest.mark.parametrize("language", STORIES)
def test_the_text_wins_over_a_wrong_declaration_and_over_none(language):
    for declared in ("", "xx", "fr-FR"):
        article = extract(page(STORIES[language], declared))
        assert article.language == language
        assert article.fields["language"].source == "text"


@pytest.mark.parametrize("language", STORIES)
def test_a_dump_has_a_language(language):
    assert extract_text(STORIES[language]).language == language


def test_a_declaration_that_agrees_keeps_its_region():
    article = extract(page(STORIES["de"], "de-AT"))
    assert (article.language, article.fields["language"].source) == ("de-AT", "meta")


def test_of_several_declarations_the_one_that_the_text_confirms_wins():
    head = '<html lang="en"><head><meta property="og:locale" content="de_CH"></head>'
    article = extract(page(STORIES["de"], "en").replace('<html lang="en">', head))
    assert (article.language, article.fields["language"].source) == ("de-CH", "opengraph")


UNSURE = [(DANISH, "nb"), (ZULU, "zu"), (ZULU, "en-ZA"), (STORIES["pl"][:90], "en")]


@pytest.mark.parametrize(("text", "declared"), UNSURE)
def test_close_kin_unknown_languages_and_short_texts_leave_it_to_the_declaration(text, declared):
    assert written(text, declared) is None


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("en_us", "en-US"),
        ("DE", "de"),
        ("Deutsch", "de"),
        ("sr-latn-rs", "sr-Latn-RS"),
        ("zh-cmn-Hans-CN", "zh-Hans-CN"),
        ("es-419", "es-419"),
        ("en-UK", "en-GB"),
        ("ja_JA", "ja"),
        ("jp", "ja"),
        ("iw", "he"),
        ("de, en", "de"),
        ("fr_FR.UTF-8", "fr-FR"),
        ("multilingual", None),
        ("und", None),
        ("", None),
    ],
)
def test_names_of_languages(name, expected):
    assert tag(name) == expected
