"""Byline, date and kicker at the top of the story leave it: other fields have them."""

from __future__ import annotations

from dataclasses import replace

from newsextract.article import BlockKind
from newsextract.clean.chrome import drop_chrome
from newsextract.clean.credits import labelled_credit
from newsextract.clean.draft import Draft
from newsextract.clean.labels import drop_labels
from newsextract.content import Piece, lines
from newsextract.metadata.agencies import agency
from newsextract.metadata.printed import LABEL
from newsextract.reasons import UNNAMED
from newsextract.text import bare

HEAD = 8  # passages at the top of the body that are looked at
FOOT = 4  # and at its end
ABOVE_TITLE = 2  # a kicker stands above the headline
MAX_SIZE = 160
PLACE_SIZE = 30
BY = tuple(
    "by |von |par |por |di |da |door |av |af |przez |de |от |автор|texto:|text: |autor|écrit par|publié par|written by|words by|"
    "reporting by|redazione|redaktion|記者|记者|文／|文/|作者|기자|tekst: |teksti: |foto: |kirjoittaja".split("|")
)
DATES = tuple(
    "updated|published|posted|last updated|last modified|first published|created|aktualisiert|veröffentlicht|stand:|publié|mis à jour|"
    "modifié|publicado|actualizado|atualizado|pubblicato|aggiornato|gepubliceerd|bijgewerkt|geplaatst|publicerad|uppdaterad|publisert|"
    "oppdatert|udgivet|opdateret|julkaistu|päivitetty|opublikowano|aktualizacja|publikováno|aktualizováno|publicat|actualizat|"
    "опубликовано|обновлено|оновлено|публикувано|yayınlanma|güncelleme|giriş tarihi|diterbitkan|diperbarui|发布时间|更新|公開|更新日|"
    "입력|수정|تاريخ النشر|نشر".split("|")
)


def take_heads(draft: Draft) -> Draft:
    """Take the lines of standfirst, byline, date and kicker from the top and the end of the story."""
    printed = draft.facts.byline
    if printed and LABEL.match(printed) is None and labelled_credit(printed):  # a picture's maker in the author's place
        draft = replace(draft, facts=replace(draft.facts, byline=None))
    if draft.facts.kicker and _is_label(draft.facts.kicker):
        draft = replace(draft, facts=replace(draft.facts, kicker=None))
    body = list(draft.prose())
    byline, kicker = bare(draft.facts.byline or ""), bare(draft.facts.kicker or "")
    summary = bare(draft.facts.summary or "")
    names = {bare(credit.name) for credit in draft.facts.credits}
    taken: dict[int, str] = {}
    above = _above(draft, body[0].at) if body else []
    for piece in dict.fromkeys([*above, *body[:HEAD], *body[-FOOT:]]):
        if len(piece.text) > MAX_SIZE or piece.kind is BlockKind.TABLE:
            if piece in above and summary and bare(piece.text) == summary:
                taken[piece.at] = "summary"
            continue
        line = bare(piece.text)
        if line == summary and piece in above and summary:
            taken[piece.at] = "summary"
        elif line == kicker and kicker:
            taken[piece.at] = "kicker"
        elif _is_byline(piece, line, byline, names):
            taken[piece.at] = "byline"
        elif is_date(piece, line):
            taken[piece.at] = "date"
    return draft.take(taken)


def _is_label(kicker: str) -> bool:
    """Whether words that stand where kickers do are a label: of a byline or date, of an advertisement, of a button."""
    line = bare(kicker)
    return f"{line} " in BY or line in DATES or bool(drop_chrome(drop_labels(Draft(lines(kicker).pieces))).cuts)


def _above(draft: Draft, first: int) -> list[Piece]:
    """Return the passages from right above the headline to the story that only the model cut."""
    title = min((at for at, field in draft.taken.items() if field == "title" and at < first), default=first)
    zone = draft.pieces[max(0, title - ABOVE_TITLE) : first]
    return [piece for piece in zone if piece.picture is None and draft.cuts.get(piece.at) == UNNAMED]


def _is_byline(piece: Piece, line: str, byline: str, names: set[str]) -> bool:
    if line == byline or line in names:
        return bool(line)
    named = [name for name in names if len(name) > 3 and name in line]
    if named and line.startswith(BY):
        return len(line) - sum(map(len, named)) < 60
    return (bool(piece.own & {"byline"}) and not piece.prose and piece.size < 80) or _names_agency(piece)


def _names_agency(piece: Piece) -> bool:
    """Whether a line is an agency and a place: "AFP, MANILA"."""
    name, comma, place = piece.text.partition(",")
    return bool(comma) and 0 < len(place) <= PLACE_SIZE and not piece.text.endswith(".") and agency(name) is not None


def is_date(piece: Piece, line: str) -> bool:
    """Whether a line is about when: it begins so or is named so, and has the digits of a day or an hour."""
    digits = sum(map(str.isdigit, line))
    if digits < 3 or len(line) > 90 or (piece.text.endswith((".", "!", "?")) and digits < 6):
        return False
    letters = sum(map(str.isalpha, line))
    named = bool(piece.own & {"date", "meta"}) and letters < 60
    return line.startswith(DATES) or named or digits >= letters
