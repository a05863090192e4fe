"""Draft and Article -> cuts: every visible piece that is not in the article, and what of a line no field has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from newsextract.article import Article, BlockKind, Cut
from newsextract.clean.draft import Draft
from newsextract.clean.hints import hints_in
from newsextract.content.piece import Piece
from newsextract.reasons import (
    BYLINE_ECHO,
    CAPTION_ECHO,
    CREDIT_ECHO,
    DATE_LINE,
    HINT,
    KICKER_ECHO,
    NOTE_ECHO,
    REST,
    SUMMARY_ECHO,
    TITLE_ECHO,
)
from newsextract.text import PLAIN_SIGNS

ECHOES = {
    "title": TITLE_ECHO, "kicker": KICKER_ECHO, "summary": SUMMARY_ECHO, "byline": BYLINE_ECHO, "date": DATE_LINE,
    "caption": CAPTION_ECHO, "credit": CREDIT_ECHO, "note": NOTE_ECHO,
}  # fmt: skip
"""Field that a line went to -> the rule of a line of which the field has nothing, as another line has said it."""
HEAD = ("title", "kicker", "summary", "byline")
"""Fields that the page's data may fill, also where no line was taken for them."""
JOINED = "joined"
"""What is called a field here is the end of another piece: the body has it."""
TAKEN = "\0"  # stands for what a field has
SHORT = 4  # signs of a text that is looked for as a word


def cuts_of(pieces: Sequence[Piece], draft: Draft, article: Article) -> Iterator[Cut]:
    """Yield the cuts in the order of the page, so that what is kept and what is cut make up its visible text once.

    pieces: those of the page as they were read. draft: what became of them. article: what is kept.
    """
    claims = _Claims(article)
    rests = {at: claims.rest(draft.pieces[at], field) for at, field in sorted(draft.taken.items()) if field != JOINED}
    whole: str | None = None  # rule of the piece that the next joined ones belong to; None where it is kept
    for piece, left in zip(pieces, draft.pieces, strict=True):
        rule, field = draft.cuts.get(piece.at), draft.taken.get(piece.at)
        if field == JOINED:
            rule = whole
        elif left.text is not piece.text:
            whole = rule
        if piece.kind is BlockKind.IMAGE:
            continue
        if rule is not None:
            if not claims.has(piece.text):
                yield Cut(piece.text, rule, piece.place)
            continue
        yield from rests.get(piece.at, ())
        if left.text is not piece.text:
            yield from (Cut(hint, HINT, piece.place) for hint in hints_in(piece.text))


class _Claims:
    """The texts of an article's fields, each of which may stand on the page as often as the article has it."""

    def __init__(self, article: Article) -> None:
        words = [image.caption for image in article.images]
        for image in article.images:
            words += (image.credit or "").split(" / ")
        texts: dict[str, list[str | None]] = {
            "title": [article.title],
            "kicker": [article.kicker],
            "summary": [*(article.summary or "").split("\n")],
            "byline": [article.byline],
            "caption": words,
            "note": [note.text for note in article.notes],
        }
        self.texts = {field: sorted(filter(None, found), key=len, reverse=True) for field, found in texts.items()}
        self.texts["credit"] = self.texts["caption"]
        self.texts["date"] = []

    def has(self, text: str) -> bool:
        """Whether a line that was cut says what a field has, and no other line does: then it is kept."""
        field = next((field for field in HEAD if text in self.texts[field]), None)
        if field is not None:
            self.texts[field].remove(text)
        return field is not None

    def rest(self, piece: Piece, field: str) -> list[Cut]:
        """Return what of a line is not in the field that it went to: all of it where another line has said it."""
        texts, text = self.texts[field], piece.text
        if text in texts:
            texts.remove(text)
            return []
        for value in tuple(texts):
            if (span := _find(value, text)) is not None:
                texts.remove(value)
                text = f"{text[: span[0]]}{TAKEN * (span[1] - span[0])}{text[span[1] :]}"
        rule = ECHOES[field] if text is piece.text else REST
        parts = (part.strip() for part in text.split(TAKEN) if any(map(str.isalnum, part)))
        return [Cut(part, rule, piece.place) for part in parts]


def _find(value: str, text: str) -> tuple[int, int] | None:
    """Return where a value stands in a text: word for word, or else but for capitals, blanks and forms of signs."""
    at = text.find(value)
    if at >= 0:
        span = at, at + len(value)
        return span if len(value) >= SHORT or _is_word(text, *span) else None
    plain = "".join(map(_plain, value))
    at = "".join(map(_plain, text)).find(plain) if len(plain) >= SHORT else -1
    if at < 0:
        return None
    places = [place for place, sign in enumerate(text) for _ in _plain(sign)]
    return places[at], places[at + len(plain) - 1] + 1


def _plain(sign: str) -> str:
    """Return a sign as it is compared; "" for a blank."""
    if sign.isascii():
        return sign.lower() if sign > " " else ""
    return "".join(unicodedata.normalize("NFKC", PLAIN_SIGNS.get(sign, sign)).casefold().split())


def _is_word(text: str, start: int, end: int) -> bool:
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())
