"""The table of detectors: each has a status, what it sees in words, and how it sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from newsextract.article import Status
from newsextract.clean import Draft
from newsextract.reasons import BLOCKED_PAGE, CONSENT_PAGE, GONE_PAGE, SCRIPT_PAGE
from newsextract.status import forms, messages, walls
from newsextract.status.view import Answer, View

MESSAGES = {Status.BLOCKED: BLOCKED_PAGE, Status.CONSENT: CONSENT_PAGE, Status.NOT_FOUND: GONE_PAGE}
"""Of these the page's words are a message: they are no body, and cut under this rule."""


@dataclass(frozen=True, slots=True)
class Detector:
    """One sign of a status.

    status: what the page is where the sign is seen. reason: the sign in one sentence, for the reader. sees: whether
    a page has it.
    """

    status: Status
    reason: str
    sees: Callable[[View], bool]


DETECTORS = (
    Detector(Status.NOT_FOUND, "the server answered that there is no such page", messages.is_gone_by_http),
    Detector(Status.BLOCKED, "the page refuses its reader, or tests whether it is a person", messages.is_blocked),
    Detector(Status.NOT_FOUND, "the page says that it is an error, or that there is no such page", messages.is_gone),
    Detector(Status.BLOCKED, "the server refused the page", messages.is_refused_by_http),
    Detector(Status.NOT_FOUND, "the server failed, and sent no story", messages.is_failed_by_http),
    Detector(
        Status.SCRIPT_ONLY, "the markup holds no story, the structured data does", messages.has_embedded_body
    ),
    Detector(Status.CONSENT, "the page says hardly more than a dialog about cookies", messages.asks_consent),
    Detector(Status.SCRIPT_ONLY, "the page asks for scripts, and shows hardly more", messages.needs_scripts),
    Detector(Status.LIVE, "the page says that it is a live blog", forms.is_live),
    Detector(Status.LIVE, "the body is entries with their times, and is called live", forms.has_entries),
    Detector(Status.LISTING, "most paragraphs are teasers below linked headlines", forms.is_listing),
    Detector(Status.LISTING, "a front page or collection whose links say more than its text", forms.is_front),
    Detector(Status.VIDEO, "the page is about a video, and has only a few lines of text", forms.is_video),
    Detector(Status.GALLERY, "the page shows pictures, and hardly any text", forms.is_gallery),
    Detector(Status.PAYWALL, "a few lines are shown, and by them the words of a wall", walls.is_walled_stub),
    Detector(
        Status.PAYWALL, "the page says that it is not free, and offers a subscription below a lead",
        walls.is_offered_stub,
    ),
    Detector(
        Status.PAYWALL, "the page says that it is not free, and shows only a few lines", walls.is_closed
    ),
    Detector(Status.PARTIAL, "the text ends at the words of a wall", walls.is_cut_off),
    Detector(
        Status.PARTIAL, "the structured data have much text that the page does not show", walls.is_missing_text
    ),
    Detector(Status.LISTING, "the page has many linked headlines, and hardly any text", forms.is_links),
    Detector(Status.SCRIPT_ONLY, "the page loads scripts, and has next to no text", messages.is_shell),
    Detector(Status.EMPTY, "no passage of the page reads as part of a story", messages.is_empty),
    Detector(Status.PARTIAL, "a page of the usual weight shows a single line of text", walls.is_one_line),
)  # fmt: skip
"""The first that sees something settles the status; all of the same status give their reasons."""


def outcome(draft: Draft, answer: Answer) -> tuple[Draft, Status, tuple[str, ...]]:
    """Return the status of a page, and the reasons where it is not ``ok``.

    draft: after all stages of the cleaning; it comes back without the page's message, which is no body, under a rule
    of its own. answer: what came with the page.
    """
    view = View(draft, answer)
    status = next((detector.status for detector in DETECTORS if detector.sees(view)), Status.OK)
    if status is Status.OK:
        return draft, status, ()
    reasons = tuple(detector.reason for detector in DETECTORS if detector.status is status and detector.sees(view))
    return draft.cut(_message(view, status)), status, reasons


def _message(view: View, status: Status) -> Mapping[int, str]:
    """Return the passages of the body that are none, with the rule that cuts them."""
    if status in MESSAGES:
        return {piece.at: MESSAGES[status] for piece in view.body}
    if status is Status.SCRIPT_ONLY:
        return {piece.at: SCRIPT_PAGE for piece in view.saying("page-script")}
    if status in (Status.PAYWALL, Status.PARTIAL):
        return {piece.at: walls.OFFER for piece in walls.walls_in_body(view)}
    return {}
