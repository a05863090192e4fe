"""Pages of another form than an article: live blogs, listings, galleries, videos."""

from __future__ import annotations

import re

from newsextract.clean.matchers import names
from newsextract.content import Piece
from newsextract.status.view import LIST_KINDS, View

ENTRIES, ENTRY_SHARE, ENTRY_BEFORE = 4, 0.3, 3
LED, LED_SHARE = 4, 0.6
LED_LISTED, LED_LISTED_SHARE = 3, 0.5
FRONT_HEADLINES = 10
FRONT_PATHS = frozenset({"", "index.html", "index.htm", "index.php", "home"})
LANGUAGE_SIZE = 2
HEADLINES = 20
LISTING_SIZE = 300
PICTURES, PICTURES_TOLD = 5, 4
GALLERY_SIZE, PICTURE_SIZE, GALLERY_MOST = 400, 150, 5000
VIDEO_SIZE, VIDEO_PARAGRAPHS = 400, 2
FLASH_SIZE = 200  # of an article with a video in it

GALLERY_KINDS = frozenset({"ImageGallery", "MediaGallery"})
VIDEO_PATHS = frozenset("video videos watch videos-tv mediathek webtv videoteca videonews vídeo".split())
GALLERY_PATHS = frozenset(
    "gallery galleries photos pictures slideshow slideshows photogallery fotostrecke fotostrecken bildergalerie "
    "bilder fotogalerie galeria galerias galerie fotos fotogaleria fotogalerias fotogalleria foto-gallery gallerie "
    "diaporama diaporamas photo-gallery galeri foto-galeri fotogaleri".split()
)

_CLOCK = re.compile(r"\W{0,3}(?:[01]?\d|2[0-4])[:.h][0-5]\d(?::[0-5]\d)?(?!\d|[.,]\d|\s?[%€$£])", re.IGNORECASE)
_CLOCK_SIZE = 40
_SIGNS = re.compile(r"[/_-]+")


def is_live(view: View) -> bool:
    """Whether the structured data call the page a live blog."""
    return "LiveBlogPosting" in view.draft.facts.kinds


def has_entries(view: View) -> bool:
    """Whether the headline or the address says "live", and the body is entries with their times."""
    facts = view.draft.facts
    if len(view.story) < ENTRIES:
        return False
    if not names(_SIGNS.sub(" ", f"{facts.title} | {facts.kicker} | {view.path}"), "page-live"):
        return False
    return _timed(view) >= max(ENTRIES, ENTRY_SHARE * len(view.story))


def _timed(view: View) -> int:
    """Return how many paragraphs of the body begin with a time, or stand right below one."""
    times = {piece.at for piece in view.texts if len(piece.text) <= _CLOCK_SIZE and _CLOCK.match(piece.text)}
    found, before = 0, -1
    for piece in view.story:
        above = range(max(before, piece.at - ENTRY_BEFORE - 1) + 1, piece.at)
        found += bool(_CLOCK.match(piece.text)) or any(at in times for at in above)
        before = piece.at
    return found


def is_listing(view: View) -> bool:
    """Whether the page is teasers: most paragraphs of the body stand below a linked headline of their own."""
    if view.draft.facts.kinds & LIST_KINDS:
        return view.led >= LED_LISTED and view.led >= LED_LISTED_SHARE * len(view.story)
    return not view.is_story and view.led >= LED and view.led >= LED_SHARE * len(view.story)


def is_front(view: View) -> bool:
    """Whether the address is a front page's, or the page is said to be a collection, and links say more than text."""
    listed = bool(view.draft.facts.kinds & LIST_KINDS)
    if view.is_story or not (listed or _is_root(view)) or len(view.headlines) < FRONT_HEADLINES:
        return False
    return _size(view.headlines) > view.size


def _is_root(view: View) -> bool:
    """Whether the address is a site's, or that of one of its languages."""
    return view.path is not None and (view.path in FRONT_PATHS or len(view.path) == LANGUAGE_SIZE)


def is_links(view: View) -> bool:
    """Whether the page has many linked headlines, and hardly any text."""
    if view.is_story or view.size >= LISTING_SIZE or len(view.headlines) < HEADLINES:
        return False
    return _size(view.headlines) > view.shown


def is_gallery(view: View) -> bool:
    """Whether the page shows pictures, and hardly any text."""
    named = _has_word(view, GALLERY_PATHS) or bool(view.draft.facts.kinds & GALLERY_KINDS)
    if view.size >= (GALLERY_MOST if named else GALLERY_SIZE):
        return False
    many = max(len(view.draft.images), view.captioned)
    if not named:
        return many >= PICTURES
    return many >= PICTURES_TOLD and len(view.story) <= many + 1 and view.size < PICTURE_SIZE * many


def is_video(view: View) -> bool:
    """Whether the page is said to be a video, and has a few lines of text."""
    kinds = view.draft.facts.kinds
    if view.size >= VIDEO_SIZE or len(view.story) > VIDEO_PARAGRAPHS:
        return False
    if any(kind.casefold().startswith("video.") or kind.casefold() == "video" for kind in kinds):
        return True
    if _has_word(view, VIDEO_PATHS):
        return True
    return "VideoObject" in kinds and (not view.is_story or view.size < FLASH_SIZE)


def _has_word(view: View, words: frozenset[str]) -> bool:
    """Whether a part of the address, but for the last, which is the headline's, is one of these words."""
    return bool(words.intersection((view.path or "").split("/")[:-1]))


def _size(pieces: tuple[Piece, ...]) -> int:
    return sum(piece.size for piece in pieces)
