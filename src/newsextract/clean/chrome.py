"""Lines that lead away from the story or ask for something: told by how they begin, and by being links."""

from __future__ import annotations

from newsextract.article import BlockKind
from newsextract.clean import words
from newsextract.clean.rule import CALL_SIZE, Rule, by_rules, either, mostly_linked, phrases, starts_with
from newsextract.content import Piece

LIST_SIZE = 160
READ_MORE = phrases(words.READ_MORE.values())
CALLS = phrases(words.CALLS.values())
RIGHTS = phrases(words.RIGHTS.values())
TAGS = phrases(words.TAG_LINES.values())


def _announced(piece: Piece) -> bool:
    """Whether a colon or an arrow stands near the beginning: "Read also: ..."."""
    head = piece.text[:40]
    return any(sign in head for sign in (":", "：", "»", ">", "|", "→", "▶", "】"))


def _rights_sign(piece: Piece) -> bool:
    return piece.text.startswith(("©", "(c) ", "(C) ")) and len(piece.text) < LIST_SIZE


def _is_line(piece: Piece) -> bool:
    return len(piece.text) < LIST_SIZE


def _calls(piece: Piece) -> bool:
    """A call stands in a box, links, or shouts; a sentence of the story that begins alike does neither."""
    boxed = piece.marks & {"newsletter", "promo", "form", "wall", "account", "consent", "share", "comments", "embed"}
    return piece.linked >= 0.2 or bool(boxed) or piece.text.endswith(("!", ":", "！")) or piece.bold > 0.5


def _tags(piece: Piece) -> bool:
    return _announced(piece) and len(piece.text) < LIST_SIZE and not piece.text.endswith((".", "?", "!"))


RULES = (
    Rule(
        "read-more",
        why="A line inside or below the story that leads to another one.",
        matches=starts_with(READ_MORE, either(mostly_linked, _announced)),
        openings=READ_MORE,
    ),
    Rule(
        "call",
        why="A line that asks the reader to sign up, follow, give, log in or allow something.",
        matches=starts_with(CALLS, _calls),
        openings=CALLS,
    ),
    Rule(
        "rights-line",
        why="Who owns the text and what may not be done with it.",
        matches=starts_with(RIGHTS, _is_line),
        openings=RIGHTS,
    ),
    Rule(
        "rights-sign",
        why="A line that begins with the sign of copyright is the same in any language.",
        matches=_rights_sign,
    ),
    Rule(
        "tag-line",
        why="The story's keywords, which `tags` has.",
        matches=starts_with(TAGS, _tags),
        openings=TAGS,
    ),
    Rule(
        "teaser",
        why="A passage that is nothing but a link with a headline's size is another story's.",
        matches=lambda piece: (
            piece.linked >= 0.95
            and piece.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
            and len(piece.links) == 1
            and bool(piece.marks & {"related", "promo", "newsletter", "advert"})
        ),
    ),
)
drop_chrome = by_rules(RULES, CALL_SIZE)
