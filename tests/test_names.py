"""Printed bylines and names from structured data, in many languages: whom they credit, as what, for what."""

from __future__ import annotations

import html
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import newsextract
from newsextract.article import CreditKind, CreditRole
from newsextract.metadata.agencies import agency
from newsextract.metadata.facts import Mention
from newsextract.metadata.names import credited
from newsextract.metadata.parties import Setting, site_key

TABLE = Path(__file__).parent / "fixtures" / "credits" / "bylines.tsv"
PROSE = {
    "en": "The old bridge over the river was closed on Monday after a ship had run into one of its piers.",
    "de": "Die alte Brücke über den Fluss ist seit Montag gesperrt, weil ein Schiff gegen einen Pfeiler gefahren ist.",
    "fr": "Le vieux pont sur la rivière est fermé depuis lundi, car un bateau a heurté l'une de ses piles.",
    "es": "El viejo puente sobre el río está cerrado desde el lunes, porque un barco chocó contra uno de sus pilares.",
}
SITES = ("The Tidewater Post", "tidewaterpost.example", "Uferbote")
KINDS = {"p": CreditKind.PERSON, "o": CreditKind.ORGANIZATION, "a": CreditKind.AGENCY, "d": CreditKind.DESK}
ROLES = {
    "": CreditRole.AUTHOR,
    "e": CreditRole.EDITOR,
    "t": CreditRole.TRANSLATOR,
    "c": CreditRole.CONTRIBUTOR,
    "s": CreditRole.SOURCE,
}

# language, byline as printed (/ of the table parts lines of the page), credits as "kind[role] name"
BYLINES = [
    ("en", "By Jane Roe", "p Jane Roe"),
    ("en", "by Jane Roe", "p Jane Roe"),
    ("en", "BY JANE ROE", "p JANE ROE"),
    ("en", "Jane Roe", "p Jane Roe"),
    ("en", "By\nJane Roe", "p Jane Roe"),
    ("en", "By: Jane Roe", "p Jane Roe"),
    ("en", "Written by Jane Roe", "p Jane Roe"),
    ("en", "By Jane Roe and John Doe", "p Jane Roe; p John Doe"),
    ("en", "By Jane Roe, John Doe and Max Sample", "p Jane Roe; p John Doe; p Max Sample"),
    ("en", "Jane Roe & John Doe", "p Jane Roe; p John Doe"),
    ("en", "By Jane Roe, Diplomatic Editor, and Xinhua in Beijing", "p Jane Roe; a Xinhua"),
    ("en", "By Jane Roe in Beijing", "p Jane Roe"),
    ("en", "By Jane Roe, New York", "p Jane Roe"),
    ("en", "Jane Roe, Boston", "p Jane Roe"),
    ("en", "By Jane Roe | Staff Writer", "p Jane Roe"),
    ("en", "By Jane Roe, Staff Writer", "p Jane Roe"),
    ("en", "Political Correspondent Jane Roe", "p Jane Roe"),
    ("en", "Jane Roe, Editor, John Doe, Reporter", "p Jane Roe; p John Doe"),
    ("en", "Jane Roe\nSenior Technology Reporter", "p Jane Roe"),
    ("en", "By Jane Roe\n3 hours ago", "p Jane Roe"),
    ("en", "By Jane Roe • 4 min read", "p Jane Roe"),
    ("en", "Updated May 3, 2024 by Jane Roe", "p Jane Roe"),
    ("en", "Published: May 3, 2024 | By Jane Roe", "p Jane Roe"),
    ("en", "By Jane Roe jane.roe@post.example", "p Jane Roe"),
    ("en", "By Jane Roe @janeroe", "p Jane Roe"),
    ("en", "By Jane Roe Email the author", "p Jane Roe"),
    ("en", "Jane Roe\nEmail the author\nFollow", "p Jane Roe"),
    ("en", "Email the author", ""),
    ("en", "Posted by admin", ""),
    ("en", "3 hours ago", ""),
    ("en", "By", ""),
    ("en", "Share", ""),
    ("en", "By Abby Byron", "p Abby Byron"),
    ("en", "By Jane O'Neil-Byron", "p Jane O'Neil-Byron"),
    ("en", "By J. R. Roe", "p J. R. Roe"),
    ("en", "Joe S.", "p Joe S."),
    ("en", "By Jane Roe, PhD", "p Jane Roe, PhD"),
    ("en", "Jane Roe, MS, RD and John Doe, MD", "p Jane Roe, MS, RD; p John Doe, MD"),
    ("en", "By Ludwig van Beethoven and Leonardo da Vinci", "p Ludwig van Beethoven; p Leonardo da Vinci"),
    ("en", "By Associated Press", "a Associated Press"),
    ("en", "The Associated Press", "a The Associated Press"),
    ("en", "By Jane Roe, Associated Press", "p Jane Roe; a Associated Press"),
    ("en", "Reuters Staff", "a Reuters Staff"),
    ("en", "AFP, MANILA", "a AFP"),
    ("en", "PTI", "a PTI"),
    ("en", "Staff and agencies", "d Staff; d agencies"),
    ("en", "By Staff Reporter", "d Staff Reporter"),
    ("en", "Our Correspondent", "d Our Correspondent"),
    ("en", "By the Editorial Board", "d the Editorial Board"),
    ("en", "By The Tidewater Post", "o The Tidewater Post"),
    ("en", "Tidewater Post Staff", "d Tidewater Post Staff"),
    ("en", "Harbour Research Institute", "o Harbour Research Institute"),
    ("en", "Reporting by Jane Roe in Beirut; Editing by John Doe", "p Jane Roe; pe John Doe"),
    ("en", "By Jane Roe. Additional reporting by John Doe", "p Jane Roe; pc John Doe"),
    ("en", "By Jane Roe, translated by Max Sample", "p Jane Roe; pt Max Sample"),
    ("en", "Words by Jane Roe. Photographs by Ann Lens", "p Jane Roe"),
    ("en", "Story by Jane Roe, video by Ann Lens", "p Jane Roe"),
    ("en", "Medically reviewed by John Doe, MD — By Jane Roe", "pe John Doe, MD; p Jane Roe"),
    ("de", "Von Erika Muster", "p Erika Muster"),
    ("de", "von Erika Muster und Max Beispiel", "p Erika Muster; p Max Beispiel"),
    ("de", "Von Erika Muster, Max Beispiel, dpa", "p Erika Muster; p Max Beispiel; a dpa"),
    ("de", "Ein Gastbeitrag von Erika Muster", "p Erika Muster"),
    ("de", "Erika Muster, Redaktion", "p Erika Muster; d Redaktion"),
    ("de", "Von Ufer-Redakteur Max Beispiel", "p Max Beispiel"),
    ("de", "Max Beispiel\nLeitender Wirtschaftsredakteur", "p Max Beispiel"),
    ("de", "Text: Erika Muster, Fotos: Max Beispiel", "p Erika Muster"),
    ("de", "Autor: Erika Muster", "p Erika Muster"),
    ("de", "Walter von Aachen", "p Walter von Aachen"),
    ("de", "29. Juni 2017, 23:39 · von Tobi", "p Tobi"),
    ("de", "dpa/lnw", "a dpa/lnw"),
    ("de", "Deutsche Presse-Agentur", "a Deutsche Presse-Agentur"),
    ("de", "Uferbote", "o Uferbote"),
    ("de", "Uferbote Redaktion", "d Uferbote Redaktion"),
    ("de", "Aus dem Englischen von Erika Muster", "pt Erika Muster"),
    ("fr", "Par Claire Dupont", "p Claire Dupont"),
    ("fr", "Par Claire Dupont et Jean de La Tour", "p Claire Dupont; p Jean de La Tour"),
    ("fr", "Claire Dupont avec AFP", "p Claire Dupont; ac AFP"),
    ("fr", "Publié par Claire Dupont à Paris", "p Claire Dupont"),
    ("fr", "La rédaction", "d La rédaction"),
    ("fr", "Claire Dupont, correspondante à Rome", "p Claire Dupont"),
    ("es", "Por Ana Pérez", "p Ana Pérez"),
    ("es", "Ana Pérez y Luis de la Cruz", "p Ana Pérez; p Luis de la Cruz"),
    ("es", "Por Ana Pérez e Inés Soto", "p Ana Pérez; p Inés Soto"),
    ("es", "Redacción", "d Redacción"),
    ("es", "Agencia EFE", "a Agencia EFE"),
    ("es", "Chus del Pino", "p Chus del Pino"),
    ("es", "Ana Pérez, corresponsal", "p Ana Pérez"),
    ("pt", "Por Ana Pereira e Rui Costa", "p Ana Pereira; p Rui Costa"),
    ("pt", "Ana Pereira, Agência Lusa", "p Ana Pereira; a Agência Lusa"),
    ("it", "di Maria Rossi", "p Maria Rossi"),
    ("it", "Di Maria Rossi e Luca Bianchi", "p Maria Rossi; p Luca Bianchi"),
    ("it", "A cura di Luca Bianchi", "p Luca Bianchi"),
    ("it", "Redazione ANSA", "a Redazione ANSA"),
    ("it", "Maria Rossi, inviata a Kiev", "p Maria Rossi"),
    ("nl", "Door Jan de Vries", "p Jan de Vries"),
    ("nl", "Door Jan de Vries en Anna Bakker", "p Jan de Vries; p Anna Bakker"),
    ("nl", "Onze redactie", "d Onze redactie"),
    ("no", "Av Kari Nordmann", "p Kari Nordmann"),
    ("no", "Av Kari Nordmann og Ola Hansen", "p Kari Nordmann; p Ola Hansen"),
    ("sv", "Av Anna Svensson och Erik Lund", "p Anna Svensson; p Erik Lund"),
    ("sv", "TT", "a TT"),
    ("da", "Af Mette Jensen", "p Mette Jensen"),
    ("da", "Mette Jensen og Ritzau", "p Mette Jensen; a Ritzau"),
    ("fi", "Matti Virtanen ja Liisa Korhonen", "p Matti Virtanen; p Liisa Korhonen"),
    ("fi", "STT", "a STT"),
    ("pl", "Autor: Jan Kowalski", "p Jan Kowalski"),
    ("pl", "Jan Kowalski i Anna Nowak", "p Jan Kowalski; p Anna Nowak"),
    ("pl", "PAP", "a PAP"),
    ("cs", "Petr Novák a Jana Malá", "p Petr Novák; p Jana Malá"),
    ("cs", "Petr Novák, ČTK", "p Petr Novák; a ČTK"),
    ("hu", "Írta: Kovács Éva", "p Kovács Éva"),
    ("hu", "Kovács Éva és Nagy Péter", "p Kovács Éva; p Nagy Péter"),
    ("ro", "De Ion Popescu", "p Ion Popescu"),
    ("ro", "Ion Popescu și Maria Ionescu", "p Ion Popescu; p Maria Ionescu"),
    ("tr", "Ayşe Yılmaz", "p Ayşe Yılmaz"),
    ("tr", "Yazan: Ayşe Yılmaz ve Mehmet Kaya", "p Ayşe Yılmaz; p Mehmet Kaya"),
    ("tr", "Anadolu Ajansı", "a Anadolu Ajansı"),
    ("ru", "Автор: Иван Петров", "p Иван Петров"),
    ("ru", "Иван Петров и Анна Сидорова", "p Иван Петров; p Анна Сидорова"),
    ("ru", "ТАСС", "a ТАСС"),
    ("uk", "Олена Шевченко та Іван Коваль", "p Олена Шевченко; p Іван Коваль"),
    ("el", "Του Νίκου Παππά", "p Νίκου Παππά"),
    ("id", "Oleh Budi Santoso", "p Budi Santoso"),
    ("id", "Budi Santoso dan Siti Aminah", "p Budi Santoso; p Siti Aminah"),
    ("id", "ANTARA", "a ANTARA"),
    ("vi", "Tác giả: Lê Phương", "p Lê Phương"),
    ("ja", "記者 大渡 美咲", "p 大渡 美咲"),
    ("ja", "大渡 美咲、山田 太郎", "p 大渡 美咲; p 山田 太郎"),
    ("ja", "共同通信", "a 共同通信"),
    ("zh", "(责任编辑：王小明、李华)", "pe 王小明; pe 李华"),
    ("zh", "作者：王小明", "p 王小明"),
    ("zh", "新华社", "a 新华社"),
    ("ko", "홍길동 기자", "p 홍길동"),
    ("ko", "연합뉴스", "a 연합뉴스"),
    ("ar", "بقلم: سارة أحمد", "p سارة أحمد"),
    ("hi", "भाषा", "a भाषा"),
    ("en", "By Jane Roe May 12, 2023", "p Jane Roe"),
    ("en", "Jane Roe 12 May 2023", "p Jane Roe"),
    ("en", "By JANE ROE Associated Press", "p JANE ROE; a Associated Press"),
    ("en", "By Jane Roe, Harbour Research Institute", "p Jane Roe"),
    ("en", "Translated by Jane Roe\nJohn Doe", "pt Jane Roe; p John Doe"),
    ("en", "Jane Roe is the courts reporter", "p Jane Roe"),
    ("en", "Jane Roe\nShare\nAA", "p Jane Roe"),
    ("de", "von\nDr. Erika Muster", "p Dr. Erika Muster"),
    ("de", "Von Dr. Erika Muster", "p Erika Muster"),
    ("de", "Die Fragen stellte Erika Muster", "p Erika Muster"),
    ("es", "Ana Pérez. Madrid", "p Ana Pérez"),
    ("fr", "Par Le Phare et AFP", "o Le Phare; a AFP"),
    ("ca", "Per Anna Puig i Jordi Soler", "p Anna Puig; p Jordi Soler"),
    ("ja", "文・写真　山田太郎", "p 山田太郎"),
    ("ko", "홍길동 논설위원", "p 홍길동"),
    ("zh", "记者 张三 李四 北京报道", "p 张三; p 李四"),
    ("bn", "নিজস্ব প্রতিবেদক", "d নিজস্ব প্রতিবেদক"),
    ("th", "โดย สมชาย ใจดี", "p สมชาย ใจดี"),
    ("en", "Jane Roe, MD, FABCD, DABCD", "p Jane Roe, MD, FABCD, DABCD"),
    ("en", "Jane Roe CPX, PSX", "p Jane Roe CPX, PSX"),
    ("en", "JANE ROE, TTTV, BBTV", "p JANE ROE"),
    ("en", "Jane Roe, Head of Ports and Harbour Development", "p Jane Roe"),
    ("en", "Jane Roe\nSenior Port and Ferries Reporter", "p Jane Roe"),
    ("en", "Words & images: Jane Roe\nEditing: John Doe", "p Jane Roe; pe John Doe"),
    ("en", "Tested by\nJane Roe\nand\nJohn Doe", "pc Jane Roe; pc John Doe"),
    ("en", "By Jane Roe · In: Sides, Ports", "p Jane Roe"),
    ("de", "Text & Fotos: Erika Muster", "p Erika Muster"),
    ("de", "Von Rechtsanwältin Erika Muster", "p Erika Muster"),
    ("de", "Autorin: Erika Muster, Hafenprojektleiterin der Stadt", "p Erika Muster"),
    ("de", "Ministerium für Häfen und Fischerei", "o Ministerium für Häfen und Fischerei"),
    ("de", "Von: Landesministerium für Häfen und Fischerei", "o Landesministerium für Häfen und Fischerei"),
    ("de", "mus/dpa", "a dpa"),
]

# what structured data names: text, declared kind ("" none), credits
NAMES = [
    ("Jane Roe", "p", "p Jane Roe"),
    ("Jane Roe and John Doe", "", "p Jane Roe; p John Doe"),
    ("Jane Roe,John Doe", "p", "p Jane Roe; p John Doe"),
    ("By Jane Roe", "p", "p Jane Roe"),
    ("Tobi", "p", "p Tobi"),
    ("tobi", "", "p tobi"),
    ("Agent47", "p", "p Agent47"),
    ("The Associated Press", "p", "a The Associated Press"),
    ("AP", "p", "a AP"),
    ("The Tidewater Post", "p", "o The Tidewater Post"),
    ("tidewaterpost.example", "p", "o tidewaterpost.example"),
    ("Post Redaktion", "p", "d Post Redaktion"),
    ("Centre for Harbour and River Research", "o", "o Centre for Harbour and River Research"),
    ("Roe & Doe", "o", "o Roe & Doe"),
    ("Reuters", "o", "a Reuters"),
    ("The Beacon and AFP", "o", "o The Beacon; a AFP"),
    ("Center for Harbour Evaluation and Research", "", "o Center for Harbour Evaluation and Research"),
    ("Dr. Jane Roe", "p", "p Dr. Jane Roe"),
    ("Bundeshafenamt", "o", "o Bundeshafenamt"),
    ("mus, dpa", "p", "a dpa"),
    ("admin", "p", ""),
    ("null", "p", ""),
    ("", "p", ""),
    ("https://post.example/authors/jane-roe", "", ""),
    ("大渡 美咲", "p", "p 大渡 美咲"),
    ("Jane Roe, Professor of Harbour Law at the University of Nowhere", "p", "p Jane Roe"),
]


def table() -> list[tuple[str, str, list[tuple[str, str, str]], bool]]:
    """Return the rows of bylines.tsv: language, byline, credits (name, kind, role), whether it is a known miss."""
    rows = []
    for line in TABLE.read_text("utf-8").splitlines():
        if not line.startswith("#"):
            language, byline, named, *miss = line.split("\t")
            parties = [tuple(one.split("|")) for one in named.split(" ; ") if one != "-"]
            found = [(name, kind, role) for kind, role, name in parties]
            rows.append((language, byline.replace(" ⏎ ", "\n"), found, bool(miss)))
    return rows


def comparable(every: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Return credits in one order, agencies by the name that each is known by."""
    return sorted((agency(name) or name if kind == "agency" else name, kind, role) for name, kind, role in every)


def expected(row: str) -> list[tuple[str, CreditKind, CreditRole]]:
    found = []
    for one in filter(None, row.split("; ")):
        mark, _, name = one.partition(" ")
        found.append((name, KINDS[mark[0]], ROLES[mark[1:]]))
    return found


def read(mention: Mention, language: str, *, structured: bool) -> list[tuple[str, CreditKind, CreditRole]]:
    setting = Setting(language, frozenset(map(site_key, SITES)))
    return [(one.name, one.kind, one.role) for one in credited(mention, setting, given=structured)]


@pytest.mark.parametrize(("language", "byline", "named"), BYLINES, ids=[f"{row[0]}-{row[1]}" for row in BYLINES])
def test_byline(language: str, byline: str, named: str) -> None:
    assert read(Mention(byline), language, structured=False) == expected(named)


@pytest.mark.parametrize(("language", "byline", "named", "miss"), table())
def test_table_of_bylines(language: str, byline: str, named: list[tuple[str, str, str]], miss: bool) -> None:
    found = [(name, kind.value, role.value) for name, kind, role in read(Mention(byline), language, structured=False)]
    assert (comparable(found) != comparable(named)) == miss


def test_few_bylines_are_missed() -> None:
    rows = table()
    assert len(rows) > 300
    assert sum(miss for *_, miss in rows) <= len(rows) // 20


SAMPLE = [
    row for language in PROSE for row in [row for row in table() if row[0] == language and row[2] and not row[3]][:10]
]


@pytest.mark.parametrize(("language", "byline", "named", "miss"), SAMPLE)
def test_bylines_on_pages(language: str, byline: str, named: list[tuple[str, str, str]], miss: bool) -> None:
    assert not miss
    lines = "<br>".join(html.escape(line) for line in byline.split("\n"))
    story = "".join(f"<p>{PROSE[language]}</p>" for _ in range(3))
    page = (
        f'<html lang={language}><body><article><h1>A</h1><p class="byline">{lines}</p>{story}</article></body></html>'
    )
    found = newsextract.extract(page).credits
    assert comparable((one.name, one.kind, one.role) for one in found) == comparable(named)


@pytest.mark.parametrize(("text", "kind", "named"), NAMES)
def test_structured_name(text: str, kind: str, named: str) -> None:
    assert read(Mention(text, KINDS.get(kind)), "en", structured=True) == expected(named)


def test_markup_says_which_words_are_names() -> None:
    line = "By\nJane Roe\nWatch Live\nJohn Doe\nXinhua"
    found = read(Mention(line, marked=("Jane Roe", "John Doe")), "en", structured=False)
    assert found == expected("p Jane Roe; p John Doe; a Xinhua")


def test_an_account_is_no_second_person() -> None:
    assert read(Mention("Jane Roe, jane-roe"), "en", structured=True) == expected("p Jane Roe")


def test_credit_keeps_the_printed_words() -> None:
    (credit,) = credited(Mention("By Jane Roe, Diplomatic Editor"), Setting("en"), given=False)
    assert (credit.name, credit.raw) == ("Jane Roe", "By Jane Roe, Diplomatic Editor")


@pytest.mark.parametrize(
    ("name", "canonical"),
    [
        ("AP", "AP"),
        ("The Associated Press", "AP"),
        ("AFP Deutschland", "AFP"),
        ("Reuters Staff", "Reuters"),
        ("dpa/lnw", "dpa"),
        ("dpa/AFP", None),
        ("sid", "SID"),
        ("Lusa", "Lusa"),
        ("ロイター", "Reuters"),
        ("رويترز", "Reuters"),
        ("पीटीआई", "PTI"),
        ("Ana", None),
        ("Austria Presse Agentur", "APA"),
        ("新华社", "Xinhua"),
        ("Press Association", "PA Media"),
        ("ITAR-TASS", "TASS"),
        ("La Presse Canadienne", "CP"),
        ("Harbour News Agency", "Harbour News Agency"),
        ("Ani", None),
        ("Petra", None),
        ("PETRA", "Petra"),
        ("Jane Roe", None),
        ("Tass Roe", None),
        ("", None),
        ("x" * 500, None),
    ],
)
def test_agency(name: str, canonical: str | None) -> None:
    assert agency(name) == canonical


@given(st.text(max_size=400), st.sampled_from(["en", "de", "zh", ""]), st.booleans())
def test_any_text_gives_few_short_names(text: str, language: str, structured: bool) -> None:
    for name, _, _ in read(Mention(text), language, structured=structured):
        assert name
        assert len(name) <= 120
