"""What the page says twice: pull quotes, paragraphs shown again, notices in every gap."""

from __future__ import annotations

from collections import Counter

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.text import bare

LONG = 60  # a shorter line may be a refrain or an answer
NOTICE = 25
NOTICES = 3
QUOTE = 20
MOSTLY = 0.3


def drop_repeats(draft: Draft) -> Draft:
    """Cut a long passage where it comes again, a notice that fills gaps, a pull quote of what the text says."""
    pieces = [piece for piece in draft.prose() if piece.kind not in (BlockKind.TABLE, BlockKind.CODE)]
    everywhere = Counter(piece.text for piece in draft.pieces)
    seen: set[str] = set()
    cuts: dict[int, str] = {}
    for piece in pieces:
        text = piece.text
        if everywhere[text] >= NOTICES and len(text) >= NOTICE and _is_notice(text, piece.linked):
            cuts[piece.at] = "repeated-notice"
        elif text in seen and len(text) >= LONG:
            cuts[piece.at] = "repeat"
        seen.add(text)
    quotes = [
        piece for piece in pieces if piece.kind is BlockKind.QUOTE or "quote" in piece.own or "tag-quote" in piece.own
    ]
    if quotes:
        rest = [(piece.at, bare(piece.text)) for piece in pieces if piece not in quotes]
        for quote in quotes:
            words = bare(quote.text)
            if len(words) >= QUOTE and any(words in text for at, text in rest if abs(at - quote.at) < 40):
                cuts[quote.at] = "pull-quote"
    cut = sum(piece.size for piece in pieces if piece.at in cuts)
    if cut > MOSTLY * sum(piece.size for piece in pieces):  # a song or a specimen, whose text it is to repeat
        return draft
    return draft.cut(cuts)


def _is_notice(text: str, linked: float) -> bool:
    """Whether a text that stands on the page three times or more is one that fills gaps, no refrain."""
    return linked > 0 or len(text) > LONG or text.endswith((":", "…", "»", ">"))
