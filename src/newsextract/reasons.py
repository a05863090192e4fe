"""The rules of cuts that have no matcher, each with its reason; the others are in ``clean.labels`` and ``chrome``."""

from __future__ import annotations

from collections.abc import Mapping

UNNAMED = "not-story"
"""The rule of a piece that the model cut, with no kind of noise named."""
CONSENT_DIALOG, NAVIGATION, LINK_LINE, SCRAP = "consent-dialog", "navigation", "link-line", "scrap"
OTHER_STORY, SURPLUS = "other-story", "surplus"
FURNITURE = "site-furniture"
"""Behind it stands on how many pages the piece was seen: "site-furniture (seen 19 of 24)"."""
REPEAT, PULL_QUOTE, NOTICE = "repeat", "pull-quote", "repeated-notice"
POINTS_LABEL, BOX_HEADING, EMPTY_HEADING = "key-points-label", "heading-of-a-box", "heading-without-text"
TITLE_ECHO, KICKER_ECHO, SUMMARY_ECHO = "title-echo", "kicker-echo", "summary-echo"
BYLINE_ECHO, DATE_LINE = "byline-echo", "date-line"
CAPTION_ECHO, CREDIT_ECHO, REST = "caption-echo", "credit-echo", "line-rest"
HINT = "new-tab-hint"
BLOCKED_PAGE, CONSENT_PAGE, GONE_PAGE, SCRIPT_PAGE = "blocked-page", "consent-page", "not_found-page", "script-page"

REASONS: Mapping[str, str] = {
    UNNAMED: "By its look and its place it is not the story, and no rule knows what it is: the learned trees say so.",
    CONSENT_DIALOG: "It stands in an element that its markup calls a dialog about cookies.",
    NAVIGATION: "A menu: a nav or footer, or an element called so, with more links than text.",
    LINK_LINE: "A short line that is nothing but a link, away from paragraphs: it leads elsewhere.",
    SCRAP: "A few signs in an element made for no text; on a page of over 20,000 passages all that is no prose.",
    OTHER_STORY: "A second article below the first, with a headline of the same form.",
    FURNITURE: "It recurs on the site, as the `SiteMemory` knows that was passed; the name says on how many pages.",
    SURPLUS: "What stands behind the first 50,000 passages of a page: nobody judges it.",
    REPEAT: "The story says it: a passage again, the text in one piece, a stub of what the page's data tell.",
    PULL_QUOTE: "A quote set large that repeats words of a paragraph.",
    NOTICE: "The same notice in every gap of the story, three times or more.",
    POINTS_LABEL: "The heading of the key points, which `summary` has.",
    BOX_HEADING: "The heading of a box whose text is cut: it does not head what follows the box.",
    EMPTY_HEADING: "A heading with nothing of the story below it.",
    TITLE_ECHO: "The headline again: `title` has it once.",
    KICKER_ECHO: "The line above the headline again, or one that `kicker` has in other words.",
    SUMMARY_ECHO: "The standfirst again, or one that `summary` has in other words.",
    BYLINE_ECHO: "A further line that names the makers; `byline` has one, `credits` the names.",
    DATE_LINE: "A line that says when; `published` and `modified` have it as a date.",
    CAPTION_ECHO: "A picture's words again: `images` has a caption once for each picture.",
    CREDIT_ECHO: "A picture's maker again: `images` has a credit once for each picture.",
    REST: "What stands at the words that a field has and is none of them: “Photo:”, “By”, a counter, a button.",
    BLOCKED_PAGE: "The message of a page that refuses its reader, or asks whether it is a person.",
    CONSENT_PAGE: "The dialog about cookies that is all a page says.",
    GONE_PAGE: "The message that there is no such page, or that the server failed.",
    SCRIPT_PAGE: "The request to allow scripts, on a page that shows hardly more.",
}
"""Rule -> why it cuts, in one sentence; the rules that have a matcher have their reason beside it."""
