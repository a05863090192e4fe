"""Draft and Article -> cuts: every visible piece that is not in the article, and what of a line no field has."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsextract.article import Article, Cut
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
    REST,
    SUMMARY_ECHO,
    TITLE_ECHO,
)
from newsextract.text import PLAIN_SIGNS

ECHOES = {
    "title": TITLE_ECHO, "kicker": KICKER_ECHO, "summary": SUMMARY_ECHO, "byline": BYLINE_ECHO, "date": DATE_LINE,
    "caption": CAPTION_ECHO, "credit": CREDIT_ECHO, "note": REST,
}  # fmt: skip
"""Field that a line went to -> the rule of a line of which the field has nothing, as another line has said it."""
HEAD = ("title", "kicker", "summary", "byline")
"""Fields that the page's data may fill, also where no line was taken for them."""
PICTURED = ("caption", "credit")
"""Fields whose lines may be a mere label, or words in place of which the article has others."""
JOINED = "joined"
"""What is called a field here is the end of another piece: the body has it."""
TAKEN = "\0"  # stands for what a field has
NEAR = 60  # texts before and after the last one among which a line's are looked for, or time would not be linear
SHORT = 4  # signs of a text from which it may stand within a word
SLACK = 8  # signs that a text has more than the line that shows it: blanks


def cuts_of(pieces: Sequence[Piece], draft: Draft, article: Article) -> Iterator[Cut]:
    """Yield the cuts in the order of the page, so that what is kept and what is cut make up its visible text once.

    pieces: those of the page as they were read. draft: what became of them. article: what is kept.
    """
    claims = _Claims(article)
    rests = {at: claims.rest(draft.pieces[at], field) for at, field in sorted(draft.taken.items()) if field != JOINED}
    known = claims.left()
    cuts, taken = draft.cuts, draft.taken
    whole: str | None = None  # rule of the piece that the next joined ones belong to; None where it is kept
    for piece, left in zip(pieces, draft.pieces, strict=True):
        at, text = piece.at, piece.text
        rule = cuts.get(at)
        if taken.get(at) == JOINED:
            rule = whole
        elif left.text is not text:
            whole = rule
        if not text:  # a picture
            continue
        if rule is not None:
            if text in known:
                known.remove(text)
            else:
                yield Cut(text, rule, piece.place)
            continue
        yield from rests.get(at, ())
        if left.text is not text:
            yield from (Cut(hint, HINT, piece.place) for hint in hints_in(text))


class _Claims:
    """The texts of an article's fields, each of which may stand on the page as often as the article has it."""

    def __init__(self, article: Article) -> None:
        words = _Pool(
            [text for image in article.images for text in (image.caption, *(image.credit or "").split(" / "))]
        )
        self.pools = {
            "title": _Pool([article.title]),
            "kicker": _Pool([article.kicker]),
            "summary": _Pool([*(article.summary or "").split("\n")]),
            "byline": _Pool([article.byline]),
            "date": _Pool([]),
            "caption": words,
            "credit": words,
            "note": _Pool([note.text for note in article.notes]),
        }

    def left(self) -> set[str]:
        """Return what no line was taken for: a line that was cut and says it is kept in that field, too."""
        return {text for field in HEAD for text in self.pools[field].texts}

    def rest(self, piece: Piece, field: str) -> list[Cut]:
        """Return what of a line is not in the field that it went to: all of it where another line has said it."""
        pool = self.pools[field]
        left = pool.without(piece.text)
        again = left == [piece.text] and (field not in PICTURED or piece.text in pool.known)
        rule = ECHOES[field] if again else REST
        return [Cut(text, rule, piece.place) for text in left]


class _Pool:
    """Texts of a field in the order of the page, of which each line takes those that it has."""

    def __init__(self, texts: list[str | None]) -> None:
        self.texts = [text for text in texts if text]
        self.known = frozenset(self.texts)
        self.at = 0  # where the last one stood that was taken

    def without(self, line: str) -> list[str]:
        """Take the texts that a line has, and return what stands around them and has a letter or number."""
        first = max(0, self.at - NEAR)
        near = sorted(self.texts[first : self.at + NEAR], key=len, reverse=True)  # all of them but in vast galleries
        for find in (_verbatim, _alike):
            for text in tuple(near):
                if (span := find(text, line)) is not None:
                    line = f"{line[: span[0]]}{TAKEN * (span[1] - span[0])}{line[span[1] :]}"
                    near.remove(text)
                    self.at = self.texts.index(text, first)
                    del self.texts[self.at]
        return [part.strip() for part in line.split(TAKEN) if any(map(str.isalnum, part))]


def _verbatim(text: str, line: str) -> tuple[int, int] | None:
    """Return where a text stands in a line word for word; a short one must be a word of its own."""
    at = line.find(text)
    end = at + len(text)
    if at < 0 or (len(text) < SHORT and (line[at - 1 : at].isalnum() or line[end : end + 1].isalnum())):
        return None
    return at, end


def _alike(text: str, line: str) -> tuple[int, int] | None:
    """Return where a text stands in a line but for capitals, blanks and forms of signs."""
    if not SHORT <= len(text) <= len(line) - line.count(TAKEN) + SLACK:
        return None
    signs = _plain(text)
    at = _plain(line).find(signs)
    if at < 0 or not signs:
        return None
    places = [place for place, sign in enumerate(line) for _ in _plain(sign)]
    return places[at], places[at + len(signs) - 1] + 1


@lru_cache(maxsize=512)  # each line is compared with each text
def _plain(text: str) -> str:
    """Return the signs of a text by which it is compared: sign by sign, so that each is known to stand in its place."""
    if text.isascii():
        return "".join(text.lower().split())
    signs = (unicodedata.normalize("NFKC", PLAIN_SIGNS.get(sign, sign)).casefold() for sign in text)
    return "".join("".join(signs).split())
