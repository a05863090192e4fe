"""Lines that label something else (an advertisement, a logo, a button), told by their words alone."""

from __future__ import annotations

from newsextract.article import BlockKind
from newsextract.clean import words
from newsextract.clean.rule import LINE_SIZE, Rule, by_rules, is_only, phrases
from newsextract.content import Piece

ADS = phrases(words.ADS.values())
LOGOS = phrases(words.LOGOS.values())
CONTROLS = phrases(words.SHARE.values())
ELSEWHERE = phrases(words.READ_MORE.values())
_is_control = is_only(CONTROLS)
_leads_elsewhere = is_only(ELSEWHERE)


def _control(piece: Piece) -> bool:
    """A heading may say "Contact" or "Sources" over text of the story; a line of its own may not."""
    return _leads_elsewhere(piece) if piece.kind is BlockKind.HEADING else _is_control(piece)


RULES = (
    Rule(
        "ad-label",
        why="The words over, under or for an advertisement; the ad itself is a script and leaves no text.",
        matches=is_only(ADS),
        openings=ADS,
    ),
    Rule(
        "logo-line",
        why="What is left of a picture of the site's name.",
        matches=is_only(LOGOS),
        openings=LOGOS,
    ),
    Rule(
        "control-label",
        why="A button or the heading of a box around the story: share, print, listen, comment, see more.",
        matches=_control,
        openings=CONTROLS | ELSEWHERE,
    ),
    Rule(
        "no-words",
        why="A line of signs and numbers parts things or counts them; it says nothing.",
        matches=lambda piece: len(piece.text) < 12 and not any(map(str.isalpha, piece.text)) and not _is_figure(piece),
    ),
)


def _is_figure(piece: Piece) -> bool:
    """Whether numbers stand where they may be data or the name of a chapter."""
    return piece.kind in (BlockKind.TABLE, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CODE)


drop_labels = by_rules(RULES, LINE_SIZE)
