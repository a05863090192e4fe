"""Status: a page that is no article is named as such, with a reason; an article is ok whatever it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

import newsextract
from newsextract import Article, Page, Status

PAGES = Path(__file__).parent / "fixtures" / "status"
NAMES = sorted(path.name.removesuffix(".html") for path in PAGES.glob("*.html"))
"""``status-what.language``"""
MESSAGES = (Status.BLOCKED, Status.CONSENT, Status.NOT_FOUND)
HTML = "<html><head><title>{title}</title></head><body>{body}</body></html>"


def read(name: str) -> Article:
    return newsextract.extract((PAGES / f"{name}.html").read_bytes())


def answered(status: int, html: str) -> Article:
    return newsextract.extract(Page("https://courier.example/news/42", html.encode(), status=status))


def written(title: str, *paragraphs: str) -> str:
    return HTML.format(title=title, body=f"<h1>{title}</h1>" + "".join(f"<p>{text}</p>" for text in paragraphs))


@pytest.mark.parametrize("name", NAMES)
def test_page_is_called_what_it_is(name: str):
    article = read(name)
    assert article.status == name.partition(".")[0].partition("-")[0]
    assert bool(article.status_reasons) == (article.status is not Status.OK)
    assert Article.from_dict(article.to_dict()) == article


def test_every_status_has_a_page():
    assert {name.partition(".")[0].partition("-")[0] for name in NAMES} == set(Status)


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith(MESSAGES)])
def test_a_message_is_no_body(name: str):
    assert read(name).blocks == ()


def test_the_message_is_cut_under_the_name_of_the_status():
    article = read("not_found-with-teasers.de")
    cut = {cut.text: cut.rule for cut in article.cuts}
    message = next(text for text in cut if text.startswith("Die gesuchte Seite"))
    assert cut[message] == "not_found-page"


def test_words_of_a_wall_are_no_paragraphs():
    assert len(read("paywall-wall-in-text.fr").paragraphs) == 1
    assert len(read("partial-cut-by-wall.it").paragraphs) == 7


def test_reasons_say_all_that_was_seen():
    assert read("paywall-lead.de").status_reasons == (
        "a few lines are shown, and by them the words of a wall",
        "the page says that it is not free, and offers a subscription below a lead",
        "the page says that it is not free, and shows only a few lines",
    )


HOME = written("Northport Courier", "All the news of the harbour, every morning before the boats go out.")


@pytest.mark.parametrize(
    ("http", "html", "status"),
    [
        (404, HOME, Status.NOT_FOUND),
        (410, HOME, Status.NOT_FOUND),
        (500, HOME, Status.NOT_FOUND),
        (403, HOME, Status.BLOCKED),
        (429, "", Status.BLOCKED),
        (503, written("Just a moment...", "Checking your browser before accessing the site."), Status.BLOCKED),
        (200, HOME, Status.OK),
        (404, "Not Found", Status.NOT_FOUND),
    ],
)
def test_the_http_status_is_heard(http: int, html: str, status: Status):
    assert answered(http, html).status is status


def test_a_whole_story_is_one_whatever_the_server_says():
    story = (PAGES / "ok-with-gallery.en.html").read_text("utf-8")
    assert [answered(http, story).status for http in (403, 404, 500)] == [Status.OK] * 3


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Sidan hittades inte", "Vi kunde inte hitta sidan du letar efter."),
        ("Ошибка 404", "Запрашиваемая страница не найдена."),
        ("Sayfa bulunamadı", "Aradığınız sayfa kaldırılmış olabilir."),
        ("Σφάλμα 404", "Η σελίδα που αναζητάτε δεν υπάρχει."),
        ("Az oldal nem található", "A keresett oldal nem létezik, vagy áthelyezték."),
        ("页面不存在", "抱歉，您访问的页面不存在或已被删除。"),
        ("ページが見つかりません", "お探しのページは削除されたか、移動した可能性があります。"),
        ("הדף לא נמצא", "הדף שחיפשת אינו קיים באתר."),
        ("Page introuvable", "La page que vous cherchez n’existe plus."),
        ("Pagina niet gevonden", "De pagina die je zoekt bestaat niet meer."),
    ],
)
def test_error_pages_in_many_languages(title: str, sentence: str):
    assert newsextract.extract(written(title, sentence)).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Nur einen Moment…", "Ihr Browser wird überprüft, bevor Sie die Seite sehen."),
        ("Accès refusé", "Vous n’avez pas l’autorisation d’accéder à cette page."),
        ("Um momento", "Confirme que você é humano para continuar."),
        ("Chwileczkę", "Potwierdź, że jesteś człowiekiem."),
        ("しばらくお待ちください...", "人間であることを確認します。数秒かかる場合があります。"),
        ("잠시만 기다리십시오", "사람인지 확인하는 중입니다. 몇 초 정도 걸릴 수 있습니다."),
        ("لحظة من فضلك", "تحقق من أنك إنسان لمتابعة التصفح."),
        ("Bir dakika lütfen", "İnsan olduğunuzu doğrulayın."),
        ("Please wait", "We have detected unusual traffic from your network. Verify you are human."),
    ],
)
def test_challenges_in_many_languages(title: str, sentence: str):
    assert newsextract.extract(written(title, sentence)).status is Status.BLOCKED


@pytest.mark.parametrize(
    "wall",
    [
        "Subscribe to read the rest of this article",
        "Dieser Artikel ist nur für Abonnenten",
        "Para seguir leyendo, suscríbete",
        "Conteúdo exclusivo para assinantes",
        "Questo articolo è riservato agli abbonati",
        "Dit artikel is alleen voor abonnees",
        "Den här artikeln är för prenumeranter",
        "For å lese videre må du være abonnent",
        "Artiklen er kun for abonnenter",
        "Juttu on vain tilaajille",
        "Dalsza część artykułu jest dostępna w prenumeracie",
        "Chcete číst dál? Předplaťte si nás",
        "Чтобы продолжить чтение, оформите подписку",
        "Щоб читати далі, оформіть підписку",
        "Okumaya devam etmek için abone olun",
        "Για να συνεχίσετε την ανάγνωση, γίνετε συνδρομητής",
        "登录后阅读全文",
        "이 기사는 유료 회원 전용입니다",
        "لمتابعة القراءة اشترك الآن",
    ],
)
def test_walls_in_many_languages(wall: str):
    lead = "The council of Northport voted on Tuesday to rebuild the harbour bridge before the winter storms come."
    assert newsextract.extract(written("Council votes", lead, wall)).status is Status.PAYWALL
    below = f"<article><h1>Council votes</h1><p>{lead}</p></article><div class='gate'><h3>{wall}</h3></div>"
    assert newsextract.extract(HTML.format(title="Council votes", body=below)).status is Status.PAYWALL
    assert newsextract.extract(HTML.format(title="Council votes", body=below)).paragraphs == [lead]


def test_a_front_page_is_known_by_its_address():
    cards = "".join(
        f"<div class='card'><a href='/n/{number}'><h3>What the harbour said on day {number} of the storm</h3></a></div>"
        for number in range(16)
    )
    html = HTML.format(title="Northport Courier", body=f"<main>{cards}</main>")
    assert newsextract.extract(html, "https://courier.example/").status is Status.LISTING


def test_a_page_under_video_is_one():
    html = written("Seal crosses high street", "A young seal held up the traffic in Northport for twenty minutes.")
    assert newsextract.extract(html, "https://courier.example/video/2026/seal").status is Status.VIDEO
    assert newsextract.extract(html, "https://courier.example/news/video").status is Status.OK


def test_a_short_page_under_gallery_is_one():
    figure = "<figure><img src='/p{}.jpg' width='900'><figcaption>The bridge at hour {}.</figcaption></figure>"
    figures = "".join(figure.format(hour, hour) for hour in range(4))
    html = HTML.format(
        title="The bridge comes down", body=f"<article><h1>The bridge comes down</h1>{figures}</article>"
    )
    assert newsextract.extract(html, "https://courier.example/photos/bridge").status is Status.GALLERY


def test_a_dump_has_a_status_too():
    gone = newsextract.extract_text("Oops!\n\nThe page you requested could not be found. Try a search instead.")
    assert (gone.status, gone.paragraphs) == (Status.NOT_FOUND, [])
    assert newsextract.extract_text("").status is Status.EMPTY
