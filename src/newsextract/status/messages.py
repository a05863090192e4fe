"""Pages that hold a message in place of an article. Words count only where the page says little else."""

from __future__ import annotations

import re
from itertools import chain

from newsextract.clean.matchers import names
from newsextract.clean.phrases import key, table
from newsextract.status.view import FEW, View

GONE = frozenset({404, 410})
REFUSED = frozenset({401, 403, 405, 406, 429, 451})
FAILED = 500
TOLD = 2500  # of a body below a message that both the title and a sentence bring, such as teasers
HEADINGS, HEADING_SIZE = 20, 80
SAID = 400  # of a body beside a message that one of them brings
CONSENT_REST = 100
CONSENT_LINES = 2
CONSENT_SHARE = 0.4
SCRIPT_REST = 200
BARE = 600  # characters of visible text that a page still shows whose story a script would fetch
SHELL = 200
NOSCRIPTS = 10

_TITLE_PARTS = re.compile(r"[|–—:·•»«]| - ")
_NOSCRIPT = re.compile(r"<noscript\b[^<>]{0,200}>([^<>]{1,500})", re.IGNORECASE)
_SCRIPT = re.compile(r"<script\b[^<>]{0,300}\bsrc=", re.IGNORECASE)


def is_gone_by_http(view: View) -> bool:
    """Whether the server said that there is no such page, and sent no story with it."""
    return view.answer.http in GONE and not _sends_story(view)


def is_refused_by_http(view: View) -> bool:
    """Whether the server refused the page, and sent no story with it."""
    return view.answer.http in REFUSED and not _sends_story(view)


def is_failed_by_http(view: View) -> bool:
    """Whether the server failed, and sent no story."""
    return (view.answer.http or 0) >= FAILED and not _sends_story(view)


def _sends_story(view: View) -> bool:
    return view.size >= (SAID if view.is_story else TOLD)


def is_gone(view: View) -> bool:
    """Whether the page says that there is none."""
    return _brings(view, "page-gone-titles", "page-gone")


def is_blocked(view: View) -> bool:
    """Whether the page refuses its reader, or tests whether it is a person."""
    return _brings(view, "page-blocked-titles", "page-blocked")


def _brings(view: View, titles: str, sentences: str) -> bool:
    """Whether a page's message is one of these: its title, or a heading, and a sentence, or one of them alone."""
    if view.size >= TOLD:
        return False
    titled = not table(titles).isdisjoint(_headlines(view))
    if titled and view.saying(sentences):
        return True
    if view.is_story or not view.is_all(sentences, SAID) or view.shown >= FEW:
        return False
    return titled or bool(view.saying(sentences))


def _headlines(view: View) -> frozenset[str]:
    """Return the lines that may name the message, as whole lines are compared.

    Of an article only its whole title; else also the title's parts between signs and the headings near the top.
    """
    if view.is_story:
        return view.titles
    tops = (piece.text for piece in view.texts[:HEADINGS] if piece.level and len(piece.text) <= HEADING_SIZE)
    parts = (part for title in view.titles for part in _TITLE_PARTS.split(title))
    return view.titles | {key(text) for text in chain(tops, parts)}


def asks_consent(view: View) -> bool:
    """Whether a dialog about cookies and tracking is all that the page says."""
    if not view.is_all("page-consent", CONSENT_REST):
        return False
    asked = view.saying("page-consent")
    return len(asked) >= CONSENT_LINES and sum(piece.size for piece in asked) >= CONSENT_SHARE * view.shown


def has_embedded_body(view: View) -> bool:
    """Whether the text is in the structured data alone."""
    return not view.story and bool(view.draft.facts.body)


def needs_scripts(view: View) -> bool:
    """Whether the page says, with hardly anything else, that it shows nothing without scripts."""
    if not view.is_all("page-script", SCRIPT_REST) or view.shown >= FEW:
        return False
    if view.saying("page-script"):
        return True
    if view.story or view.shown >= BARE:
        return False
    texts = (match[1] for match, _ in zip(_NOSCRIPT.finditer(view.answer.markup), range(NOSCRIPTS), strict=False))
    return any(names(text, "page-script") for text in texts)


def is_shell(view: View) -> bool:
    """Whether the page loads scripts, and has next to no text."""
    return not view.story and view.shown < SHELL and _SCRIPT.search(view.answer.markup) is not None


def is_empty(view: View) -> bool:
    """Whether nothing is left of the page."""
    return not view.story
