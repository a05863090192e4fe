"""What the page says twice: pull quotes, paragraphs shown again, the whole text in one piece, notices in every gap."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.reasons import NOTICE, PULL_QUOTE, REPEAT
from newsextract.text import bare

LONG = 60  # a shorter line may be a refrain or an answer
NOTICE_SIZE = 25
NOTICES = 3
NO_REFRAIN = 200  # characters that no song repeats word for word
QUOTE = 20  # characters of what markup calls a quote
PLAIN_QUOTE = 70  # and of a line that nothing calls one: shorter, it may be a subheading in the words of the text
MOSTLY = 0.3
MOST = 0.7
SUM_SIZE = 1500
SUMMED = 3  # paragraphs that a piece says again, and more, are enough to see that it is the story in one piece
MAX_WORK = (
    30_000_000  # characters that are searched for quotes: a page of a megabyte has no story of ten thousand lines
)


def drop_repeats(draft: Draft) -> Draft:
    """Cut what is said again: a long passage, a notice in every gap, a quote from the text, the text in one piece."""
    pieces = [piece for piece in draft.prose() if piece.kind not in (BlockKind.TABLE, BlockKind.CODE)]
    cuts = _sums(pieces)
    pieces = [piece for piece in pieces if piece.at not in cuts]
    everywhere = Counter(piece.text for piece in draft.pieces)
    told = sum(piece.size for piece in pieces)
    notices = [piece for piece in pieces if everywhere[piece.text] >= NOTICES and piece.size >= NO_REFRAIN]
    if sum(piece.size for piece in notices) <= MOST * told:
        cuts |= {piece.at: NOTICE for piece in notices}
        pieces = [piece for piece in pieces if piece.at not in cuts]
        told = sum(piece.size for piece in pieces)
    again = {**_repeats(pieces, everywhere), **_quotes(pieces)}
    if sum(piece.size for piece in pieces if piece.at in again) > MOSTLY * told:
        return draft.cut(cuts)  # a song or a specimen, whose text it is to repeat
    return draft.cut({**cuts, **again})


def _sums(pieces: Sequence[Piece]) -> dict[int, str]:
    """Return the pieces that hold several others: the same story laid out in one."""
    cuts = {}
    paragraphs = [piece for piece in pieces if LONG <= len(piece.text) < SUM_SIZE]
    large = [piece for piece in pieces if len(piece.text) >= SUM_SIZE]
    for piece in large if len(large) * sum(len(one.text) for one in large) <= MAX_WORK else ():
        if sum(one.text in piece.text for one in paragraphs) >= SUMMED:
            cuts[piece.at] = REPEAT
    return cuts


def _repeats(pieces: Sequence[Piece], everywhere: Counter[str]) -> dict[int, str]:
    """Return the passages that stand in the story a second time, and the notices between its paragraphs."""
    seen: set[str] = set()
    cuts = {}
    for piece in pieces:
        text = piece.text
        if everywhere[text] >= NOTICES and len(text) >= NOTICE_SIZE and _is_notice(text, piece.linked):
            cuts[piece.at] = NOTICE
        elif text in seen and len(text) >= LONG:
            cuts[piece.at] = REPEAT
        seen.add(text)
    return cuts


def _is_notice(text: str, linked: float) -> bool:
    """Whether a text that stands on the page three times or more is one that fills gaps, no refrain."""
    return linked > 0 or len(text) > LONG or text.endswith((":", "…", "»", ">"))


def _quotes(pieces: Sequence[Piece]) -> dict[int, str]:
    """Return the passages whose words are a part of another one: pull quotes."""
    texts = [bare(piece.text) for piece in pieces]
    story = "\n".join(texts)
    quotes = [(piece, text) for piece, text in zip(pieces, texts, strict=True) if _may_quote(piece, text)]
    if len(quotes) * len(story) > MAX_WORK:
        return {}
    within = {text for text in {text for _, text in quotes} if _stands_within(text, story)}  # each is looked for once
    return {piece.at: PULL_QUOTE for piece, text in quotes if text in within}


def _may_quote(piece: Piece, text: str) -> bool:
    marked = piece.kind is BlockKind.QUOTE or bool(piece.own & {"quote", "tag-quote"})
    return piece.kind is not BlockKind.HEADING and len(text) >= (QUOTE if marked else PLAIN_QUOTE)


def _stands_within(text: str, story: str) -> bool:
    """Whether a text is found in the story as a part of a line, not as a line of its own."""
    at = story.find(text)
    while at >= 0:
        end = at + len(text)
        line = (at == 0 or story[at - 1] == "\n") and (end == len(story) or story[end] == "\n")
        cuts_word = at > 0 and story[at - 1].isalnum()
        if not line and not cuts_word:
            return True
        at = story.find(text, end)
    return False
