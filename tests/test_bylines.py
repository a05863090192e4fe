"""Who made the text where the page says it: the printed line, lines without a telling class, sign-offs, datelines."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsextract import extract
from newsextract.article import Article, CreditKind, CreditRole, Dateline
from newsextract.clean.dateline import opening
from newsextract.metadata.facts import Mention
from newsextract.metadata.parties import Setting
from newsextract.metadata.printed import printed

TABLE = Path(__file__).parent / "fixtures" / "credits" / "datelines.tsv"
STORY = [
    "The council voted on Tuesday to rebuild the harbour bridge before winter, and the engineers were relieved by it.",
    "The work is to begin in March, when the ice has gone, and to end before the herring come back in late summer.",
    "Nobody had asked the fishermen, the harbour master said, and they cross the bridge twice a day in all weathers.",
    "The lamps will be paid for by the ferry line, whose shares rose again when the tender came on Wednesday morning.",
]

PRINTED = [
    ("en", "By\nJane Roe\n, Diplomatic Editor\n3 hours ago", "By Jane Roe, Diplomatic Editor"),
    ("en", "Bookmark\nShare\nNews\nBy\nJane Roe\n04:30, 3 NOV 2023\nBookmark", "By Jane Roe"),
    ("en", "By Jane Roe. Last Updated on December 11, 2025", "By Jane Roe"),
    ("en", "By Jane Roe • 11/08/23 5:19pm", "By Jane Roe"),
    ("en", "Apr 12\nWritten By\nJane Roe", "Written By Jane Roe"),
    ("en", "Jane Roe @janeroe WATCH LIVE", "Jane Roe WATCH LIVE"),
    ("en", "By\nJane Roe\n@janeroe\nJul 24, 2018, 2:15pm EDT", "By Jane Roe"),
    ("en", "Jane Roe\nJane Roe\nJane Roe is a writer who covers ports, piers and quays for this paper.", "Jane Roe"),
    ("en", "By\nJane Roe\nSocial Links for Jane Roe\nView Author Archive", "By Jane Roe"),
    ("en", "By Jane Roe\nStaff Writer", "By Jane Roe"),
    ("en", "By Jane Roe, Harbour Editor Follow", "By Jane Roe, Harbour Editor"),
    ("de", "Von Max Muster Folgen", "Von Max Muster"),
    ("de", "von Redaktion, 24. Januar 2022", "von Redaktion"),
    ("de", "Veröffentlicht am 1. November 2023 09:35 von Max Muster", "von Max Muster"),
    ("de", "Von :\nMax Muster\nÜbersetzt von :\nErika Beispiel", "Von: Max Muster"),
    ("de", "Veröffentlicht am 19.10.19 um 14:34 Uhr", None),
    ("fr", "par Jeanne Dupont, le 15 septembre 2009", "par Jeanne Dupont"),
    ("fr", "Jeanne Dupont\n19 février 2020\nMontréal", "Jeanne Dupont"),
    ("es", "Juana Pérez y José García\nHace 13 horas\nTiempo de lectura: 8 minutos", "Juana Pérez y José García"),
    ("es", "Por Juana Pérez 5 mayo, 2022, 6:12 pm", "Por Juana Pérez"),
    ("cs", "Jana Nováková\npřed 2 hodinami", "Jana Nováková"),
    ("en", "Email the author", None),
    ("en", "Author\nJane Roe", "Jane Roe"),
    ("en", "Written by:Jane Roe", "Written by: Jane Roe"),
    ("en", "Words & images: Jane Roe\nEditing: John Doe", "Words & images: Jane Roe"),
    ("de", "Von\nRedaktion", "Von Redaktion"),
    ("de", "Redaktion 1. November 2023 10:29", "Redaktion"),
]


def page(*lines: str, data: str = "", story: list[str] = STORY, language: str = "en") -> Article:
    """The article of a page; lines before "..." stand above the story, those after it below."""
    cut = lines.index("...") if "..." in lines else len(lines)
    above, below = lines[:cut], lines[cut + 1 :]
    body = "".join(f"<p>{text}</p>" for text in story)
    return extract(
        f"<html lang={language}><head><title>A bridge for the harbour</title>{data}</head><body><article>"
        f"<h1>A bridge for the harbour</h1>{''.join(above)}<div class=text>{body}{''.join(below)}</div>"
        "</article></body></html>"
    )


def author(name: str) -> str:
    return (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A bridge for the harbour", "author": '
        f'{{"@type": "Person", "name": "{name}"}}}}</script>'
    )


def credited(article: Article) -> set[tuple[str, CreditKind, CreditRole]]:
    return {(credit.name, credit.kind, credit.role) for credit in article.credits}


@pytest.mark.parametrize(("language", "text", "line"), PRINTED)
def test_the_printed_line_is_label_names_and_titles(language: str, text: str, line: str | None):
    assert printed(Mention(text), Setting(language)) == line


def test_a_name_that_lies_in_several_elements_is_one():
    told = Mention("By\nJane\nRoe\nMax Lee\nSample", marked=("Jane Roe", "Max Lee Sample"))
    assert printed(told, Setting("en")) == "By Jane Roe, Max Lee Sample"


def test_a_label_before_the_element_that_is_called_a_byline_is_printed():
    article = page("<div>Par <a class=author href=/x>Jeanne Dupont</a></div>", language="fr")
    assert (article.byline, article.authors) == ("Par Jeanne Dupont", ["Jeanne Dupont"])


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        (("<div>May 3, 2024 · 3 min read · By Jane Roe</div>",), "By Jane Roe"),
        (("<p>Written by</p><p>Jane Roe</p>",), "Written by Jane Roe"),
        (("<div>Author</div><div>Jane Roe</div>",), "Jane Roe"),
        (("...", "<p>Von Jane Roe</p>"), "Von Jane Roe"),
        (("<p>ByJane Roe</p>",), "By Jane Roe"),
        (("<p><a href=/x>By Jane Roe</a></p>",), "By Jane Roe"),
        (("<p>By Jane Roe | Comments closed, permalink</p>",), "By Jane Roe"),
        (("<p>By The Harbour Team</p>", "...", "<p>Written by Jane Roe</p>"), "Written by Jane Roe"),
        (
            ("...", *(f"<h4>Source {n} of it</h4>" for n in range(10)), "<p>Autor: Jane Roe</p>"),
            "Autor: Jane Roe",
        ),
        (("...", "<div>About the author</div><div>Jane Roe</div>"), "Jane Roe"),
        (("...", "<p>Jane Roe</p>"), "Jane Roe"),
        (
            ("<div>Jane Roe</div>", "...", "<p>Jane Roe is a reporter who has written about ports for years.</p>"),
            "Jane Roe",
        ),
        (("...", "<div class=author-bio><h4>Jane Roe</h4><p>Ten years at sea.</p></div>"), "Jane Roe"),
    ],
)
def test_a_line_without_a_telling_class_names_the_author(lines: tuple[str, ...], byline: str):
    article = page(*lines)
    assert (article.authors, article.byline, article.paragraphs[:4]) == (["Jane Roe"], byline, STORY)


def test_a_full_name_on_the_page_is_believed_before_an_account():
    assert page("<p>By Jane Roe</p>", data=author("jane.roe2")).authors == ["Jane Roe"]


def test_a_labelled_line_at_the_headline_is_believed_before_who_posted_the_story():
    assert page("<p>By Jane Roe</p>", data=author("Max Sample")).authors == ["Jane Roe"]


def test_a_printed_line_that_goes_on_adds_its_names():
    article = page("<p>Jane Roe and Max Sample</p>", data=author("Jane Roe"))
    assert (article.byline, article.authors) == ("Jane Roe and Max Sample", ["Jane Roe", "Max Sample"])


def test_a_labelled_line_is_printed_rather_than_the_name_alone():
    assert page("<p>By Jane Roe</p>", "<a class=author href=/x>Jane Roe</a>").byline == "By Jane Roe"


def test_a_label_of_authors_makes_nobody_a_photographer():
    assert page("<p class=byline>Autor: Jane Roe</p>", language="de").byline == "Autor: Jane Roe"


@pytest.mark.parametrize("line", ["Harbour Team | 5 min read", "Staff Tidewater | May 10, 2022"])
def test_a_team_beside_its_date_is_credited_where_nobody_else_is(line: str):
    article = page(f"<div>{line}</div>")
    assert [(credit.kind, credit.name) for credit in article.credits] == [(CreditKind.DESK, line.split(" |")[0])]


def test_an_editor_named_at_the_headline_is_credited_beside_the_author():
    article = page("<p>By Jane Roe</p>", "<div>Reviewed by Ann Lee</div>", data=author("Jane Roe"))
    assert ("Ann Lee", CreditKind.PERSON, CreditRole.EDITOR) in credited(article)
    assert article.authors == ["Jane Roe"]


def test_who_updated_a_story_is_no_author():
    line = "<div class=byline>By <a href=/author/roe>Jane Roe</a></div>"
    assert page(line, "<div class=byline>Updated by <a href=/author/lee>Ann Lee</a></div>").authors == ["Jane Roe"]


def test_a_person_who_publishes_the_site_is_its_author():
    who = '{"@type": ["Person", "Organization"], "name": "Jane Roe"}'
    data = f'{{"@type": "BlogPosting", "headline": "A bridge for the harbour", "author": {who}, "publisher": {who}}}'
    article = page(data=f'<script type="application/ld+json">{data}</script>')
    assert credited(article) == {("Jane Roe", CreditKind.PERSON, CreditRole.AUTHOR)}


@pytest.mark.parametrize(
    "lines",
    [
        ("<p>This post contains affiliate links.</p>",),
        ("<p>We may earn a commission when you buy.</p>",),
        ("...", "<p>Die mit Sternchen (*) gekennzeichneten Links sind Werbung.</p>"),
        ("...", "<p>Dieser Beitrag ist am 1. Juni 2017 im Uferboten erschienen.</p>"),
    ],
)
def test_a_disclosure_or_origin_is_a_note(lines: tuple[str, ...]):
    article = page(*lines)
    assert ([note.text in lines[-1] for note in article.notes], article.paragraphs) == ([True], STORY)


@pytest.mark.parametrize("line", ["Disclaimer", "Hierbei handelt es sich um eine Brücke mit zwei Bögen."])
def test_a_heading_or_a_sentence_of_the_story_is_no_note(line: str):
    assert page("...", f"<p>{line}</p>", f"<p>{STORY[0]} Again.</p>").notes == ()


@pytest.mark.parametrize("line", ["Real Estate", "May 3 · Personal Finance", "By Train to the Harbour", "More by us"])
def test_a_line_that_names_nobody_is_no_byline(line: str):
    article = page(f"<p>{line}</p>")
    assert (article.authors, article.byline) == ([], None)


def test_a_name_among_comments_is_nobody():
    assert page("...", "<div class=comments><p>By Jane Roe</p></div>").authors == []


def test_a_sign_off_credits_reporters_editors_and_agencies():
    article = page("...", "<p>(Reporting by Jane Roe in Millbrook; Editing by Max Sample)</p>")
    assert credited(article) == {
        ("Jane Roe", CreditKind.PERSON, CreditRole.AUTHOR),
        ("Max Sample", CreditKind.PERSON, CreditRole.EDITOR),
    }


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Das Gespräch führte Jana Roth.", "Jana Roth"),
        ("Propos recueillis par Anne Lune et Paul Quai", "Anne Lune"),
        ("Rozmawiała Anna Nowak", "Anna Nowak"),
        ("Беседовала Анна Петрова", "Анна Петрова"),
    ],
)
def test_who_led_the_interview_signs_it(line: str, name: str):
    article = page("...", f"<p>{line}</p>")
    assert line in [note.text for note in article.notes]
    assert name in article.authors


@pytest.mark.parametrize(
    "line",
    ["Das Gespräch führte zu einer Annäherung der Parteien.", "Беседовал он с Петром и Павлом недолго."],
)
def test_a_sentence_about_a_talk_is_no_sign_off(line: str):
    article = page("...", f"<p>{line}</p>")
    assert (article.notes, article.paragraphs[-1]) == ((), line)


def test_who_helped_is_a_contributor_beside_the_author():
    article = page("<p>By Ann Lee</p>", "...", "<p>Additional reporting by Jane Roe in Millbrook</p>")
    assert ("Jane Roe", CreditKind.PERSON, CreditRole.CONTRIBUTOR) in credited(article)
    assert article.authors == ["Ann Lee"]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("<p>The Associated Press contributed to this report.</p>", "The Associated Press"),
        ("<p>With files from AFP</p>", "AFP"),
        ("<p>Quelle: dpa</p>", "dpa"),
        ("<p>(dpa/lnw)</p>", "dpa"),
        ("<p>tim/reuters</p>", "reuters"),
    ],
)
def test_an_agency_at_the_foot_is_not_lost(line: str, name: str):
    article = page("<p>By Jane Roe</p>", "...", line)
    assert (article.authors, article.agencies) == (["Jane Roe"], [name])


def test_brackets_behind_the_last_sentence_are_read_and_stay():
    last = f"{STORY[-1]} (AFP)"
    article = page(story=[*STORY[:-1], last])
    assert (article.agencies, article.paragraphs[-1]) == (["AFP"], last)
    article = page(story=[*STORY[:-1], f"{STORY[-1]} (Jane Roe)"], data=author("jane.r"))
    assert article.authors == ["Jane Roe"]


def rows() -> list[tuple[str, ...]]:
    lines = TABLE.read_text("utf-8").splitlines()
    return [tuple((line.split("\t") + [""] * 3)[:5]) for line in lines if not line.startswith("#")]


@pytest.mark.parametrize(("language", "text", "place", "agency", "reporter"), rows())
def test_datelines(language: str, text: str, place: str, agency: str, reporter: str):
    found = opening(text)
    got = (found.dateline.place or "", found.dateline.agency or "", found.reporter or "") if found else ("", "", "")
    assert got == (place, agency, reporter)


def test_the_table_of_datelines_is_large():
    told = [row for row in rows() if row[2]]
    assert (len(told) > 40, len(rows()) - len(told) > 40, len({row[0] for row in rows()}) > 14) == (True, True, True)


def test_the_dateline_is_a_field_and_its_agency_a_source():
    first = f"BEIRUT (AP) — {STORY[0]}"
    article = page(story=[first, *STORY[1:]])
    assert (article.dateline, article.paragraphs[0]) == (Dateline("BEIRUT", "AP"), first)
    assert credited(article) == {("AP", CreditKind.AGENCY, CreditRole.SOURCE)}


def test_turns_of_a_talk_are_no_datelines():
    assert page(story=[f"AMIRA VALE: {STORY[0]}", f"JOHN POTTER: {STORY[1]}", *STORY[2:]]).dateline is None


def test_a_sentence_that_begins_like_a_byline_is_none():
    page = """<html lang=de><body><article><h1>Der Hof am Hang</h1>
    <p>Von den umliegenden Bauern kaufte der Wirt noch Speck, Brot und Kartoffeln</p>
    <p>Der Hof steht seit dem Jahr 1300 am Hang und wurde im letzten Sommer von Grund auf erneuert.</p>
    <p>Heute werden dort wieder Äpfel, Birnen und Nüsse geerntet, die bis in den Frühling frisch bleiben.</p>
    </article></body></html>"""
    article = extract(page)
    assert (article.byline, article.credits) == (None, ())


def test_a_labelled_name_on_the_page_is_believed_before_the_owner_in_a_meta_element():
    page = """<html lang=fr><head><meta name=author content="Radio Littoral"></head><body><article>
    <h1>Le phare rouvre ses portes</h1><p class=byline>Auteur : Jeanne Kerbrat</p>
    <p>Le phare, fermé depuis trois ans, accueille de nouveau des visiteurs depuis samedi matin.</p>
    <p>La commune a payé la moitié des travaux, l'État le reste.</p></article></body></html>"""
    assert extract(page).authors == ["Jeanne Kerbrat"]
