"""When a page came out and when it was changed: which of its dates is believed."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from newsextract import Article, Page, extract, extract_text

STORY = "".join(
    f"<p>The council of the small town met for the {nth} time and spoke at length about the bridge over the river, "
    "which has been closed since the flood and which nobody wants to pay for.</p>"
    for nth in ("first", "second", "third", "fourth", "fifth")
)
TITLE = "The bridge over the river stays closed"


def page(above: str = "", below: str = "", head: str = "", language: str = "en", end: str = "") -> str:
    return (
        f"<html lang={language}><head><title>{TITLE}</title>{head}</head><body>{above}<main><article><h1>{TITLE}</h1>"
        f"{below}{STORY}</article>{end}</main></body></html>"
    )


def data(published: str, modified: str = "") -> str:
    change = f',"dateModified":"{modified}"' if modified else ""
    return (
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"'
        f'{TITLE}","datePublished":"{published}"{change}}}</script>'
    )


def days(html: str | Page, url: str | None = None) -> tuple[str | None, str | None]:
    return told(extract(html, url))


def told(article: Article) -> tuple[str | None, str | None]:
    first, last = article.published, article.modified
    return first.isoformat() if first else None, last.isoformat() if last else None


@pytest.mark.parametrize(
    "below",
    [
        "<div><span>Last updated:</span> <time datetime='2024-05-03'>May 3, 2024</time></div>",
        "<div><h3>Updated</h3><p><time>May 3, 2024</time></p></div>",
        "<time>Page updated: <div class=date>3 May 2024</div></time>",
        "<p class=meta>Updated&ensp;<span>3 May 2024</span></p>",
        "<p><b>Updated</b> 3 May 2024</p>",
    ],
)
def test_the_words_before_a_day_say_that_it_is_of_a_change(below: str) -> None:
    assert days(page(below=below)) == (None, "2024-05-03")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("de", "Aktualisiert am 3. Mai 2024"),
        ("de", "Stand: 03.05.2024"),
        ("fr", "Mis à jour le 3 mai 2024"),
        ("es", "Última actualización: 3 de mayo de 2024"),
        ("pt", "Atualizado em 3 de maio de 2024"),
        ("it", "Ultimo aggiornamento: 3 maggio 2024"),
        ("nl", "Bijgewerkt op 3 mei 2024"),
        ("sv", "Uppdaterad 3 maj 2024"),
        ("nb", "Endret 3. mai 2024"),
        ("fi", "Päivitetty 3.5.2024"),
        ("pl", "Aktualizacja: 3 maja 2024"),
        ("cs", "Aktualizováno 3. května 2024"),
        ("hu", "Frissítve: 2024. május 3."),
        ("ro", "Actualizat: 3 mai 2024"),
        ("ru", "Обновлено 3 мая 2024"),
        ("uk", "Оновлено 3 травня 2024"),
        ("el", "Ενημερώθηκε: 3 Μαΐου 2024"),
        ("tr", "Güncelleme: 3 Mayıs 2024"),
        ("id", "Diperbarui 3 Mei 2024"),
        ("vi", "Cập nhật 03/05/2024"),
        ("ja", "更新日：2024年5月3日"),
        ("ko", "수정 2024.05.03"),
        ("he", "עודכן 3 במאי 2024"),
        ("ar", "آخر تحديث 3 مايو 2024"),
        ("fa", "به‌روزرسانی: ۱۴ اردیبهشت ۱۴۰۳"),
        ("hi", "अपडेट 3 मई 2024"),
        ("th", "อัปเดต 3 พ.ค. 2567"),
    ],
)
def test_a_change_is_told_in_many_languages(language: str, line: str) -> None:
    assert days(page(below=f"<div class=date>{line}</div>", language=language)) == (None, "2024-05-03")


@pytest.mark.parametrize(("language", "line"), [("sv", "3 maj 2024"), ("pl", "3 maj 2024"), ("da", "3. maj 2024")])
def test_a_month_that_looks_like_a_word_for_a_change_is_a_month(language: str, line: str) -> None:
    assert days(page(below=f"<div class=date>{line}</div>", language=language)) == ("2024-05-03", None)


def test_another_date_of_the_page_tells_the_order_of_numbers() -> None:
    below = "<div class=date>03/10/2023</div>"
    assert days(page(below=below))[0] == "2023-03-10"
    assert days(page(below=below), "https://example.org/2023/10/03/bridge")[0] == "2023-10-03"


def test_a_day_that_is_still_to_come_is_read_in_the_other_order() -> None:
    answer = Page(
        None, page(below="<div class=date>12/05/2024</div>").encode(), {}, fetched_at=datetime(2024, 6, 1, tzinfo=UTC)
    )
    assert days(answer)[0] == "2024-05-12"


@pytest.mark.parametrize(
    "answer",
    [
        Page(None, page(head=data("2024-06-09")).encode(), fetched_at=datetime(2024, 6, 1, tzinfo=UTC)),
        Page(None, page(head=data("2024-06-09")).encode(), {"Date": "Sat, 01 Jun 2024 10:00:00 GMT"}),
    ],
)
def test_nothing_is_published_after_the_page_was_fetched(answer: Page) -> None:
    assert days(answer)[0] is None


def test_a_day_printed_by_the_headline_before_that_of_the_machines_is_when_it_came_out() -> None:
    html = page(head=data("2024-05-03T10:00:00Z"), below="<p class=date>12 January 2021</p>")
    assert days(html)[0] == "2021-01-12"


def test_several_printed_days_say_nothing_against_the_machines() -> None:
    html = page(head=data("2024-05-03"), below="<p class=date>12 January 2021</p><p class=date>14 January 2021</p>")
    assert days(html)[0] == "2024-05-03"


def test_a_later_printed_day_is_no_publication() -> None:
    html = page(head=data("2021-01-12"), below="<p class=date>3 May 2024</p>")
    assert days(html)[0] == "2021-01-12"


@pytest.mark.parametrize("stamp", ["2024-05-03", "2024-05-03T00:00:00", "2024-05-03T00:00:00Z"])
def test_an_hour_of_the_same_day_says_more_than_midnight(stamp: str) -> None:
    html = page(head=data(stamp), below="<p class=date>3 May 2024, 15:47 BST</p>")
    assert days(html)[0] == "2024-05-03T15:47:00+01:00"


def test_the_same_minute_with_a_zone_says_more() -> None:
    html = page(
        head=data("2024-05-03T15:47:10"), below="<time datetime='2024-05-03T15:47:10+02:00'>3 May 2024, 15:47</time>"
    )
    assert days(html)[0] == "2024-05-03T15:47:10+02:00"


FILLER = "<div><p>Something else stands here.</p></div>" * 60


@pytest.mark.parametrize(
    "end",
    [
        "<p class=entry-date>3 May 2024</p>",
        "<p><span>Posted on May 3, 2024</span></p>",
        "<aside><h4>Published</h4><div class=date>3 May 2024</div></aside>",
        "<p><em>Veröffentlicht: 3. Mai 2024</em></p>",
    ],
)
def test_a_date_far_from_the_headline_is_found_where_none_is_near(end: str) -> None:
    assert days(page(end=FILLER + end))[0] == "2024-05-03"


@pytest.mark.parametrize(
    "end",
    [
        "<p class=date>3 May 2024</p><p class=date>2 May 2024</p>",
        "<div class=comments><p class=date>3 May 2024</p></div>",
        "<ul class=related><li><span class=date>3 May 2024</span></li></ul>",
        "<footer>© 2020 - 2024 The Paper</footer>",
    ],
)
def test_dates_of_lists_and_comments_are_not_the_page_s(end: str) -> None:
    assert days(page(end=FILLER + end)) == (None, None)


def test_a_day_beside_the_headline_counts_in_a_side_column_too() -> None:
    assert days(page(below="<aside><time datetime='2024-05-03'>3 May 2024</time></aside>"))[0] == "2024-05-03"


def test_a_meta_element_of_no_vocabulary_is_read_by_the_words_of_its_name() -> None:
    assert days(page(head="<meta name=xy-published-date content=2024-05-03>"))[0] == "2024-05-03"
    assert days(page(head="<meta name=xy-cache-date content=2024-05-03>"))[0] is None


@pytest.mark.parametrize("opening", ["(3.5.2024) ", "3.5.2024 - ", "[3 May 2024] "])
def test_a_paragraph_may_open_with_the_day(opening: str) -> None:
    assert (
        days(
            page(
                below=f"<p>{opening}The council has met again, and it will meet once more next week.</p>",
                language="en-GB",
            )
        )[0]
        == "2024-05-03"
    )


def test_a_link_to_a_document_is_no_date() -> None:
    link = "<a class=publication title='Opens: letter of 14 May 2021'>letter to the state, 14 May 2021, with a plan</a>"
    assert days(page(below=f"<p>See the {link}.</p>")) == (None, None)


@pytest.mark.parametrize(
    "line", ["3 hours ago", "Today, 15:47", "heute", "il y a 2 jours", "昨天 15:47", "вчера в 15:47"]
)
def test_words_that_count_from_today_are_no_date(line: str) -> None:
    assert days(page(below=f"<time class=date>{line}</time>")) == (None, None)


DUMP = "\n\n".join(
    [
        TITLE,
        "{line}",
        *(
            f"The council of the small town met for the {nth} time and spoke at length about the bridge over the river."
            for nth in ("first", "second", "third", "fourth")
        ),
    ]
)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("May 3, 2024 at 3:47 pm", ("2024-05-03T15:47:00", None)),
        ("Published Fri, May 3 20243:47 PM EDT", ("2024-05-03T15:47:00-04:00", None)),
        ("Published: 3 May 2024 Updated: 5 May 2024", ("2024-05-03", "2024-05-05")),
        ("Last updated 5 May 2024", (None, "2024-05-05")),
        ("The council met the people on 3 May 2024 and told them all.", (None, None)),
    ],
)
def test_a_dump_says_in_its_lines_when_it_came_out(line: str, expected: tuple[str | None, str | None]) -> None:
    assert told(extract_text(DUMP.format(line=line))) == expected


def test_a_day_without_an_hour_stays_a_day() -> None:
    assert type(extract(page(head=data("2024-05-03"))).published) is date
