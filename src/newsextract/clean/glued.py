"""Several articles glued together in one dump: the first is the article, where it has a headline."""

from __future__ import annotations

from bisect import bisect, bisect_left
from collections.abc import Iterable, Sequence, Set
from itertools import islice

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.clean.headline import is_byline, terms
from newsextract.content import Piece
from newsextract.reasons import OTHER_STORY

REASON = "the text holds more than one article: this is the first one"
MIN_SIZE, MAX_SIZE = 20, 180
STOPS = (".", "!", "…", "...", ":", "：", ",", ";", "。", "！", "।", "۔")
ENDS = tuple('.!?…。！？।؟۔"”“»’」')
PARAGRAPHS = 3  # that each of the articles has
PARAGRAPH_SIZE = 80
BELOW = 5  # lines below a headline by which its first paragraph comes
LINE_SIZE, DIGITS = 60, 4  # of a byline, of a date
DATED = 6  # digits that no headline has, but a caption
WINDOWS = 12  # parts of the text below that are looked at: where one goes on with the text above, nothing is new
SAMPLE = 2000  # characters of an article whose words are compared
TOLD, FOREIGN = 0.4, 0.3  # share of a headline's words that its own text has at least, and no other text
ALIKE = 0.19
"""Share of its words up to which a text is about something else than the one above: of 324 pairs of stories in one
language nine in ten have less, of 118 stories cut in half nine in ten have more."""
MOST = 100  # lines that are looked at closely


def other_articles(draft: Draft) -> dict[int, str]:
    """Return the positions of the lines of a dump that belong to further articles, with their rule.

    An article begins at a line with the shape of a headline, with a byline or a date between it and the first
    paragraph or a line of signs above it, whose words the text below has and the text above has not. Both texts must
    have paragraphs, and hardly a word in common, nor may the first go on further below; so an entry of a live blog
    begins none. Where the first has no headline nothing is cut: it may be no article.
    """
    pieces = [piece for piece in draft.pieces if piece.picture is None]
    paragraphs = [number for number, piece in enumerate(pieces) if _is_paragraph(piece)]
    if len(paragraphs) < 2 * PARAGRAPHS:
        return {}
    starts = islice(_headlines(pieces, paragraphs, draft), MOST)
    start = next((number for number in starts if _is_new(pieces, number, paragraphs)), None)
    if start is None:
        return {}
    first = paragraphs[0]
    opening = _words(pieces, paragraphs[: bisect_left(paragraphs, start)])
    top = pieces[max(0, first - BELOW) : first]
    headed = any(_is_plain(piece, draft) and _is_phrase(piece) and _tells(piece, opening) for piece in top)
    return {piece.at: OTHER_STORY for piece in pieces[start:]} if headed else {}


def _is_paragraph(piece: Piece) -> bool:
    return piece.prose and piece.size >= PARAGRAPH_SIZE and piece.linked < 0.5 and piece.text.endswith(ENDS)


def _headlines(pieces: Sequence[Piece], paragraphs: Sequence[int], draft: Draft) -> Iterable[int]:
    """Yield the numbers of the lines that stand as headlines between paragraphs."""
    for number in range(paragraphs[PARAGRAPHS - 1] + 1, paragraphs[-PARAGRAPHS]):
        piece, below = pieces[number], paragraphs[bisect(paragraphs, number)]
        if below - number > BELOW or not _is_plain(piece, draft):
            continue
        titled = piece.kind is BlockKind.HEADING and piece.level == 1
        signed = titled or _is_rule(pieces[number - 1]) or any(map(_is_signed, pieces[number + 1 : below]))
        if signed and _is_phrase(piece):
            yield number


def _is_plain(piece: Piece, draft: Draft) -> bool:
    """Whether a line has a headline's shape."""
    sized = MIN_SIZE <= piece.size <= MAX_SIZE
    return sized and not piece.text.endswith(STOPS) and piece.at not in draft.cuts


def _is_phrase(piece: Piece) -> bool:
    """Whether such a line has the words of a headline and not those of a byline or a dated caption."""
    told = len(terms(piece.text)) > 1 and sum(map(str.isdigit, piece.text)) < DATED
    return told and not is_byline(piece.text)


def _is_rule(piece: Piece) -> bool:
    return len(piece.text) >= 3 and not any(map(str.isalnum, piece.text))


def _is_signed(piece: Piece) -> bool:
    text = piece.text
    return len(text) < LINE_SIZE and (is_byline(text) or sum(map(str.isdigit, text)) >= DIGITS)


def _is_new(pieces: Sequence[Piece], number: int, paragraphs: Sequence[int]) -> bool:
    """Whether a line tells of the text below, and both of something that the text above does not tell of."""
    above, below = paragraphs[: bisect_left(paragraphs, number)], paragraphs[bisect(paragraphs, number) :]
    after = _words(pieces, below)
    if not after or not _tells(pieces[number], after):
        return False
    before = _words(pieces, reversed(above))
    if not before or _tells(pieces[number], before, FOREIGN):
        return False
    step = max(PARAGRAPHS, len(below) // WINDOWS)
    parts = (_words(pieces, below[at : at + step]) for at in range(0, len(below), step))
    wide = [after, *(part for part in parts if 2 * len(part) > len(before))]
    return all(len(before & part) <= ALIKE * min(len(before), len(part)) for part in wide)


def _tells(piece: Piece, told: Set[str], share: float = TOLD) -> bool:
    """Whether a text has so large a share of a line's words."""
    ours = set(terms(piece.text))
    return len(ours & told) >= share * len(ours)


def _words(pieces: Sequence[Piece], numbers: Iterable[int]) -> set[str]:
    """Return the words that tell what some paragraphs are about, the nearest first."""
    found: set[str] = set()
    left = SAMPLE
    for number in numbers:
        if left <= 0:
            break
        found.update(terms(pieces[number].text[:left]))
        left -= len(pieces[number].text)
    return found
