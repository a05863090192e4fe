"""Lines that label something else (an advertisement, a logo, a button), told by their words alone."""

from __future__ import annotations

import re

from newsextract.article import BlockKind
from newsextract.clean.matchers import LABEL_SIZE, button, either, only, plainly, row, row_of
from newsextract.clean.rule import Rule, by_rules
from newsextract.content.piece import Piece

FILE_NAMES = (".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg", ".avif", ".mp4")
SIGNS_SIZE = 12
DATA = (BlockKind.TABLE, BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.CODE)

_COUNT = re.compile(r"[\W_]*|\W?\d{1,4}\W?(?:/ ?\d{1,4})?")


def _names_platforms(piece: Piece) -> bool:
    """Whether a line is nothing but platforms in a row; one alone may be an entry of a list."""
    return len(piece.text) <= LABEL_SIZE and len(row(piece.text, ("platforms",))) > 1


def _has_no_words(piece: Piece) -> bool:
    """Whether a line is of signs, or a count and no more; prices, scores and the like are left alone."""
    return len(piece.text) < SIGNS_SIZE and piece.kind not in DATA and _COUNT.fullmatch(piece.text) is not None


def _is_file_name(piece: Piece) -> bool:
    return " " not in piece.text and len(piece.text) <= LABEL_SIZE and piece.text.lower().endswith(FILE_NAMES)


RULES = (
    Rule(
        "ad-label",
        why="The words over, under or for an advertisement; the ad itself is a script and leaves no text.",
        matches=either(only("ad", "ad-continues"), row_of(("ad", "ad-continues"), ("ad-loose",)), plainly("ad-loose")),
        files=("ad", "ad-continues", "ad-loose"),
    ),
    Rule(
        "logo-line",
        why="What is left of a picture of the site's name.",
        matches=either(only("logo"), row_of(("logo",))),
        files=("logo",),
    ),
    Rule(
        "share-bar",
        why="Buttons that pass the story on, and the platforms they name.",
        matches=either(button("share"), row_of(("share",), ("platforms", "tools", "joiners")), _names_platforms),
        files=("share", "platforms", "tools"),
    ),
    Rule(
        "page-tool",
        why="Buttons that print, keep, enlarge or read out the story.",
        matches=plainly("tools"),
        files=("tools",),
    ),
    Rule(
        "player-control",
        why="Buttons and messages of a player of video or sound.",
        matches=either(button("player"), row_of(("player",))),
        files=("player",),
    ),
    Rule(
        "gallery-control",
        why="Buttons of a gallery or a picture, and its count.",
        matches=button("gallery"),
        files=("gallery",),
    ),
    Rule(
        "loading",
        why="What stands where something has not come yet.",
        matches=button("loading"),
        files=("loading",),
    ),
    Rule(
        "reading-time",
        why="How long the story takes to read.",
        matches=row_of(("reading-time",), ("minutes",)),
        files=("reading-time", "minutes"),
    ),
    Rule(
        "comments-label",
        why="How many comments there are, and the call to write one.",
        matches=either(button("comments"), row_of(("comments",), ("tools", "platforms"))),
        files=("comments", "tools"),
    ),
    Rule(
        "new-tab-hint",
        why="A hint for screen readers that a link opens elsewhere.",
        matches=only("new-tab"),
        files=("new-tab",),
    ),
    Rule(
        "consent-label",
        why="Buttons of a dialog about cookies.",
        matches=plainly("consent"),
        files=("consent",),
    ),
    Rule(
        "navigation-label",
        why="Links that lead elsewhere on the page or the site.",
        matches=plainly("navigation"),
        files=("navigation",),
    ),
    Rule(
        "other-stories",
        why="The heading of a list of other stories.",
        matches=either(button("related-openings", "related-also"), plainly("related")),
        files=("related-openings", "related-also", "related"),
    ),
    Rule(
        "newsletter-label",
        why="Headings and buttons of a box that offers a newsletter.",
        matches=plainly("newsletter"),
        files=("newsletter",),
    ),
    Rule(
        "follow-label",
        why="The heading over links to the site elsewhere.",
        matches=plainly("follow"),
        files=("follow",),
    ),
    Rule(
        "tags-label",
        why="The heading over the story's keywords.",
        matches=plainly("tags"),
        files=("tags",),
    ),
    Rule(
        "no-words",
        why="A line of signs and numbers parts things or counts them; it says nothing.",
        matches=_has_no_words,
    ),
    Rule(
        "file-name",
        why="The name of a picture's file, where its text should be.",
        matches=_is_file_name,
    ),
)
drop_labels = by_rules(RULES, LABEL_SIZE)
