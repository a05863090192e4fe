"""Lines that lead away from the story or ask for something: told by how they begin and what they name."""

from __future__ import annotations

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.clean.matchers import SENTENCE_ENDS, either, ends_sentence, is_quoted, names, opens, opens_and_names
from newsextract.clean.phrases import after, head, key, table
from newsextract.clean.rule import Rule, by_rules, namer
from newsextract.content.piece import Piece
from newsextract.content.prose import PROSE_ENDS

CALL_SIZE = 500
LINE_SIZE = 220
TAGS_SIZE = 200
NEWSLETTER_SIZE = 80
RIGHTS_SIZE = 300
LINKED = 0.4
INTERRUPTING = frozenset({"read-more", "newsletter"})
"""Rules for what sites put into the middle of a story."""
SIGNS = (":", "：", "|", "-", ">", "»", "→", "▶", "】", "・", "/", "…")
BOXES = frozenset("newsletter promo form wall account consent share comments embed".split())


def _leads_elsewhere(piece: Piece) -> bool:
    """Whether a line says "read also", "watch:", or "read more" with a sign behind it or above all as a link."""
    text = piece.text
    if len(text) > LINE_SIZE:
        return False
    if after(text, "related-also") is not None:
        return True
    if (after(text, "related-colon") or "").lstrip().startswith(":"):
        return not text.endswith(".")
    rest = after(text, "related-openings")
    if rest is None:
        return False
    rest = rest.strip()
    announces = (rest.startswith(SIGNS) and not text.endswith(".")) or text.endswith((":", "："))
    return not rest or announces or piece.linked >= LINKED


def _asks_in_a_box(piece: Piece) -> bool:
    """Whether a line begins like a call and markup says that it is one: its box, its link, its bold type."""
    called = (
        piece.linked >= LINKED / 2
        or bool(piece.marks & BOXES)
        or piece.bold > LINKED
        or piece.text.endswith(("!", "！"))
    )
    return called and after(piece.text, "calls") is not None


def _calls_to_newsletter(piece: Piece) -> bool:
    """Whether a short line, no sentence, has words for signing up and for a newsletter: "Newsletter: sign up here"."""
    return (
        len(piece.text) <= NEWSLETTER_SIZE
        and piece.kind is BlockKind.PARAGRAPH
        and not ends_sentence(piece.text.rstrip("!！ "))
        and not is_quoted(piece.text)
        and names(piece.text, "newsletter-nouns")
        and names(piece.text, "newsletter-calls")
    )


def _tells_rights(piece: Piece) -> bool:
    """Whether a short line has the words of a copyright notice, or begins with its sign and a year."""
    if len(piece.text) > RIGHTS_SIZE:
        return False
    sign = piece.text.startswith(("©", "(c) ", "(C) ")) or head(piece.text).startswith("copyright")
    return (sign and "#" in key(piece.text)) or names(piece.text, "rights")


def _lists_tags(piece: Piece) -> bool:
    """Whether a line is a list of tags behind its label."""
    text = piece.text
    label, sign, rest = text.replace("：", ":").partition(":")
    if len(text) > TAGS_SIZE or text.endswith(SENTENCE_ENDS):
        return False
    if not sign:
        return piece.linked >= LINKED and after(text, "tags-sure") is not None
    return bool(rest) and (key(label) in table("tags-sure") or (piece.linked >= LINKED and key(label) in table("tags")))


def signs_post(piece: Piece) -> bool:
    """Whether a line has the form of an embedded message's last one: "— Name (@handle) 3 May 2026"."""
    return piece.text.startswith(("— ", "– ")) and "(@" in piece.text and piece.text[-4:].isdigit()


def _teases(piece: Piece) -> bool:
    alone = piece.linked >= 0.95 and len(piece.links) == 1 and piece.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
    return alone and bool(piece.marks & {"related", "promo", "newsletter", "advert"})


RULES = (
    Rule(
        "read-more",
        why="A line inside or below the story that leads to another one.",
        matches=_leads_elsewhere,
        files=("related-also", "related-openings", "related-colon"),
    ),
    Rule(
        "consent-line",
        why="A dialog about cookies, or what stands for content that needs consent.",
        matches=opens("consent-openings", longest=CALL_SIZE),
        files=("consent-openings",),
    ),
    Rule(
        "newsletter",
        why="The offer of a newsletter.",
        matches=either(opens_and_names("newsletter-openings", "newsletter-nouns", longest=350), _calls_to_newsletter),
        words=("newsletter-openings", "newsletter-nouns", "newsletter-calls"),
    ),
    Rule(
        "form-line",
        why="What a form says to those who fill it in.",
        matches=opens("form-openings", longest=CALL_SIZE),
        files=("form-openings",),
    ),
    Rule(
        "subscription",
        why="The offer of a subscription, or of a way to log in.",
        matches=opens("subscribe-openings"),
        files=("subscribe-openings",),
    ),
    Rule(
        "support",
        why="A request to give money.",
        matches=opens("support-openings", longest=CALL_SIZE),
        files=("support-openings",),
    ),
    Rule(
        "app",
        why="The offer of the site's app.",
        matches=opens("app-openings"),
        files=("app-openings",),
    ),
    Rule(
        "follow",
        why="A request to follow the site elsewhere.",
        matches=either(opens("follow-openings"), opens_and_names("follow-loose", "platform-nouns", longest=250)),
        files=("follow-openings", "follow-loose"),
    ),
    Rule(
        "contact",
        why="A request for tips, corrections, letters or opinions.",
        matches=opens("contact-openings"),
        files=("contact-openings",),
    ),
    Rule(
        "call",
        why="A line that begins like a call, in a box, in bold type, with a link or an exclamation mark.",
        matches=_asks_in_a_box,
        files=("calls",),
    ),
    Rule(
        "rights-line",
        why="Who owns the text and what may not be done with it.",
        matches=_tells_rights,
        words=("rights",),
    ),
    Rule(
        "tag-line",
        why="The story's keywords, which `tags` has.",
        matches=_lists_tags,
        files=("tags", "tags-sure"),
    ),
    Rule(
        "post-signature",
        why="Who posted a message that the page embeds, and when.",
        matches=signs_post,
    ),
    Rule(
        "teaser",
        why="A passage that is nothing but a link with a headline's size is another story's.",
        matches=_teases,
    ),
)
drop_chrome = by_rules(RULES, CALL_SIZE)
_interruption = namer([rule for rule in RULES if rule.name in INTERRUPTING])


def interruptions(draft: Draft) -> dict[int, str]:
    """Return the lines that lead to another story or a newsletter from between two sentences, each with its rule.

    They say nothing of where the story ends, and the sentences beside them are neighbours.
    """
    found: dict[int, str] = {}
    since: dict[int, str] = {}  # such lines right below a sentence
    prose = False  # whether what stands above them is one
    for piece in draft.pieces:
        if piece.at in draft.cuts or piece.picture is not None:
            continue
        reads = piece.prose and piece.text.endswith(PROSE_ENDS)
        asked = (prose or reads) and len(piece.text) <= LINE_SIZE and not _is_bare(piece.text)
        rule = _interruption(piece) if asked else None
        if rule is None:
            found |= since if reads else {}
            prose, since = reads, {}
        elif prose:
            since[piece.at] = rule
    return found


def _is_bare(text: str) -> bool:
    """Whether a line says "read more" and not what: the lines below do."""
    rest = after(text, "related-also", "related-openings", "related-colon")
    return rest is not None and not any(map(str.isalnum, rest))
