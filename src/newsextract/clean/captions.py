"""Pictures and the words beside them -> images with caption and credit; their words leave the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsextract.article import BlockKind, Image, ImageRole
from newsextract.clean.credits import is_label, is_name, labelled_credit, split_credit
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.text import fold

FOREIGN = frozenset(
    {
        "related", "share", "advert", "newsletter", "comments", "nav", "tag-nav", "tag-footer", "bio", "consent", "cmp",
        "account", "form", "promo", "poll",
    }
)  # fmt: skip
"""Places whose pictures are not the story's, unless the story itself stands there."""
SOFT = frozenset({"consent", "form", "account", "promo", "poll"})
"""Of these such as a viewer of pictures also bears: within the text they tell nothing of a picture with words."""
TOPS = frozenset({"byline", "tag-header", "header", "bio", "share"})
ICONS = (".svg", ".gif", "spacer", "pixel", "blank.", "placeholder", "logo", "avatar", "/icon", "sprite", "1x1")
NO_WORDS = frozenset({BlockKind.QUOTE, BlockKind.LIST_ITEM})
MIN_PIXELS = 120
ICON_PIXELS = 60
RATIO = 20  # numbers up to this declare proportions, or a placeholder
LEAD_IN = 40  # pieces above the first paragraph that a lead picture may stand above
ABOVE_TITLE = 3
TAIL = 4  # pieces below the last paragraph
ALT_SIZE = 25  # characters from which an alternative text is more than a name
TOLD_SIZE = 400
NEAR = 2  # pieces between a picture and its words where no figure joins them
LINKED = 0.8
CREDIT_SIZE = 110
BYLINE_SIZE = 55
CAPTION_SIZE = 600
SENTENCE_ENDS = tuple(".!?…。！？।")
WORDS = frozenset({"caption", "credit"})

Group = list[Piece]
"""A picture, or versions of it, and its words."""
Words = tuple[Piece, str | None, str | None]
"""A piece with the caption and the credit in it."""


def pair_captions(draft: Draft) -> Draft:
    """Collect the story's images in order, each with its words; a caption or credit is taken from the body.

    Structured data fill in what the page's own markup leaves out.
    """
    start, first, end = _zone(draft)
    images: list[Image] = []
    taken: dict[int, str] = {}
    zone = [piece for piece in draft.pieces[start : end + 1] if piece.at not in draft.taken]
    foreign = _foreign(draft, first)
    names = frozenset(fold(credit.name) for credit in draft.facts.credits)
    for group in _groups(zone):
        if _is_foreign(group, foreign, first, end - TAIL) or not _shows(group) or _is_portrait(group, names):
            continue
        words = _words(group, names)
        image = _image(group, words)
        if image.url or image.caption or image.credit:
            images.append(replace(image, role=ImageRole.LEAD if group[0].at < first else ImageRole.BODY))
            taken |= {piece.at: "credit" if credit and not caption else "caption" for piece, caption, credit in words}
    return replace(draft.take(taken), images=_filled(_distinct(images), draft))


def _zone(draft: Draft) -> tuple[int, int, int]:
    """Return where the story's pictures may begin, where its text does, and where both end."""
    body = [piece.at for piece in draft.prose()]
    if not body:
        return 1, 0, -1
    titles = [at for at, field in draft.taken.items() if field == "title" and at < body[0]]
    title = next((at for at in titles if draft.pieces[at].level == 1), min(titles, default=None))
    start = body[0] - LEAD_IN if title is None else max(title - ABOVE_TITLE, body[0] - 2 * LEAD_IN)
    return max(0, start), body[0], min(len(draft.pieces) - 1, body[-1] + TAIL)


def _foreign(draft: Draft, first: int) -> frozenset[str]:
    """Return the marks of places that are not the story's: none that its text or headline bears too."""
    titles = (draft.pieces[at].marks for at, field in draft.taken.items() if field == "title" and at < first)
    return FOREIGN.difference(*(piece.marks for piece in draft.prose()), *titles)


def _is_foreign(group: Group, foreign: frozenset[str], first: int, last: int) -> bool:
    """Whether a group stands in a place that is not the story's."""
    strange = group[0].marks & foreign
    if strange and strange <= SOFT and first < group[0].at < last:
        return not any(_is_words(piece) or _only_credit(piece) for piece in group)
    return bool(strange)


def _groups(zone: list[Piece]) -> Iterator[Group]:
    """Yield pictures with the pieces that may be their words: those of one figure, or such as follow it."""
    group: Group = []
    for n, piece in enumerate(zone):
        after = zone[n + 1] if n + 1 < len(zone) else None
        if group and _joins(group, piece, after):
            group.append(piece)
            continue
        begins = piece.picture is not None or piece.figure is not None or _is_orphan(piece)
        if group and (begins or piece.at - group[-1].at > NEAR):
            yield group
            group = []
        if begins:
            group = [piece]
    if group:
        yield group


def _is_orphan(piece: Piece) -> bool:
    """Whether a piece is the caption of a picture that only a script would show."""
    return "caption" in piece.own and "picture" in piece.own and _is_words(piece)


def _joins(group: Group, piece: Piece, after: Piece | None) -> bool:
    """Whether a piece belongs to the figure of a group, or says of itself that it is the words of its picture."""
    told = any(each.picture is None for each in group)
    if piece.picture is not None:
        same = piece.figure is not None and piece.figure == group[0].figure
        return same and (not told or not _has_picture(group))
    if piece.figure is not None:
        return piece.figure == group[0].figure or (_is_words(piece) and (not told or _repeats(group, piece)))
    if not _has_picture(group):
        return _is_orphan(group[0]) and piece.at - group[-1].at <= 1 and _is_words(piece)
    return _follows(group, piece, after)


def _repeats(group: Group, piece: Piece) -> bool:
    return any(each.text == piece.text for each in group)


def _has_picture(group: Group) -> bool:
    return any(piece.picture is not None for piece in group)


def _follows(group: Group, piece: Piece, after: Piece | None) -> bool:
    """Whether a piece behind a picture, outside a figure, is its words."""
    if piece.at - group[-1].at > NEAR or piece.size > CAPTION_SIZE:
        return False
    if _is_words(piece) or _only_credit(piece):
        return True
    last = group[-1].picture
    if last is None:
        return False
    told = piece.linked < 0.5 and _holds_credit(piece)
    return told or _is_alt(piece, last.alt) or (after is not None and not piece.linked and _only_credit(after))


def _is_words(piece: Piece) -> bool:
    """Whether markup calls a piece a caption or a credit."""
    return bool(piece.own & WORDS) and not piece.own & {"byline", "date"}


def _alt(group: Group) -> str | None:
    return next((piece.picture.alt for piece in group if piece.picture is not None and piece.picture.alt), None)


def _is_alt(piece: Piece, alt: str | None) -> bool:
    """Whether a piece begins with the picture's alternative text."""
    if alt is None or len(alt) < 4:
        return False
    given, text = fold(alt), fold(piece.text)
    return given == text or (len(given) >= ALT_SIZE and text.startswith(given))


def _only_credit(piece: Piece) -> bool:
    return piece.size < CREDIT_SIZE and piece.picture is None and labelled_credit(piece.text) is not None


def _shows(group: Group) -> bool:
    """Whether a group is an image of the story: it has words of its own, or a picture that is no icon and no teaser."""
    texts = [piece for piece in group if piece.picture is None]
    if any(piece.kind is BlockKind.HEADING and piece.figure is not None for piece in texts):
        return False
    if texts and all(piece.linked > LINKED and not _is_told(piece, group) for piece in texts):
        return False
    if not _has_picture(group):
        return any("caption" in piece.own for piece in texts) and not any(piece.kind in NO_WORDS for piece in texts)
    if all(_is_icon(piece) for piece in group if piece.picture is not None):
        return False
    if any(_is_words(piece) or piece.figure is None for piece in texts):
        return True
    return any(_is_large(piece) and (texts or not _is_teaser(piece)) for piece in group if piece.picture is not None)


def _is_told(piece: Piece, group: Group) -> bool:
    """Whether a linked piece is a caption all the same: the link leads to the picture."""
    if _only_credit(piece):
        return True
    return _is_words(piece) and (_holds_credit(piece) or any(_is_alt(each, _alt(group)) for each in group))


def _holds_credit(piece: Piece) -> bool:
    return piece.size <= TOLD_SIZE and split_credit(piece.text)[1] is not None


def _is_portrait(group: Group, names: frozenset[str]) -> bool:
    """Whether a group shows who wrote the text."""
    alt = _alt(group)
    if any(piece.tag == "address" for piece in group):
        return True
    return alt is not None and fold(alt) in names and not any(_only_credit(piece) for piece in group)


def _is_icon(piece: Piece) -> bool:
    """Whether a picture is declared to be no larger than an icon."""
    picture = piece.picture
    return picture is not None and any(RATIO < (side or MIN_PIXELS) < ICON_PIXELS for side in (picture.width, picture.height))


def _is_large(piece: Piece) -> bool:
    picture = piece.picture
    if picture is None or picture.url is None or any(icon in picture.url.lower() for icon in ICONS):
        return False
    small = any(RATIO < (side or MIN_PIXELS) < MIN_PIXELS for side in (picture.width, picture.height))
    return not small and not piece.marks & TOPS


def _is_teaser(piece: Piece) -> bool:
    """Whether a picture alone is a link and no figure: it most likely leads to another story."""
    return piece.linked > LINKED and "tag-figure" not in piece.marks


def _words(group: Group, names: frozenset[str]) -> list[Words]:
    """Return the pieces of a group that are its picture's words, each with the caption and the credit in it."""
    found: list[Words] = []
    alt, label = _alt(group), False
    for piece in group:
        if piece.picture is not None:
            continue
        if is_label(piece.text):
            label = True
            found.append((piece, None, None))
        elif _may_be_words(piece) or _is_told(piece, group):
            caption, credit = _split(piece, alt, any(caption for _, caption, _ in found))
            if label and credit is None and caption and len(caption) <= CREDIT_SIZE:
                caption, credit = None, split_credit(f"({caption.strip('()')})")[1] or caption.strip("()")
            label = False
            if credit or not _is_byline(caption, names):
                found.append((piece, caption, credit))
    return found


def _is_byline(caption: str | None, names: frozenset[str]) -> bool:
    """Whether words only name who wrote the text."""
    return caption is not None and len(caption) < BYLINE_SIZE and any(name in fold(caption) for name in names)


def _may_be_words(piece: Piece) -> bool:
    """Whether a piece beside a picture may tell of it: no button, no link, no date."""
    text = piece.text
    digits = sum(char.isdigit() for char in text)
    letters = sum(char.isalpha() for char in text)
    return piece.tag != "button" and piece.linked <= LINKED and letters > digits and piece.size <= 2 * CAPTION_SIZE


def _split(piece: Piece, alt: str | None, after_caption: bool) -> tuple[str | None, str | None]:
    """Return caption and credit in a piece; a part of its own that is no sentence, or that markup calls so, is a credit."""
    text = piece.text
    rest = text[len(alt) :].strip(" /|-–—") if alt and text.startswith(alt) else ""
    named = split_credit(rest)
    if rest and (is_name(rest) or (named[0] is None and named[1])):
        return alt, named[1] or rest
    caption, credit = split_credit(text)
    if credit is not None or caption is None or text.endswith(SENTENCE_ENDS) or len(text) > CREDIT_SIZE:
        return caption, credit
    bracketed = text[0] in "([" and text[-1] in ")]" and is_name(text[1:-1])
    alone = "credit" in piece.own and "caption" not in piece.own
    if bracketed or alone or after_caption:
        return None, text[1:-1] if bracketed else caption
    return caption, None


def _image(group: Group, words: Sequence[Words]) -> Image:
    pictures = [piece.picture for piece in group if piece.picture is not None]
    picture = max(pictures, key=lambda each: (each.url is not None, each.width or 0), default=None)
    captions = _once(caption for _, caption, _ in words)
    makers = _once(credit for _, _, credit in words)
    alt = _alt(group)
    if not makers and alt and captions:
        makers = _once([split_credit(alt)[1]])
    return Image(picture.url if picture else None, " ".join(captions) or None, " / ".join(makers) or None, alt)


def _once(texts: Iterable[str | None]) -> list[str]:
    """Return texts without those that another one holds."""
    found = list(dict.fromkeys(text for text in texts if text))
    folded = [fold(text) for text in found]
    return [
        text
        for n, text in enumerate(found)
        if not any(folded[n] in other and (folded[n] != other or m < n) for m, other in enumerate(folded) if m != n)
    ]


def _distinct(images: Iterable[Image]) -> list[Image]:
    """Drop what a page shows twice, for narrow and for wide screens."""
    seen: set[str] = set()
    kept = []
    for image in images:
        names = {fold(image.caption or ""), (image.url or "").split("?")[0]} - {""}
        if not names & seen:
            kept.append(image)
        seen |= names
    return kept


def _filled(images: list[Image], draft: Draft) -> tuple[Image, ...]:
    """Return the images with what structured data know of them; their lead where the page shows no picture."""
    titles = {fold(title) for title in (draft.facts.title, *draft.facts.titles) if title}
    images = [replace(image, caption=None) if fold(image.caption or "") in titles else image for image in images]
    told = {_file(image.url): image for image in draft.facts.images if image.url}
    filled = [_joined(image, told.get(_file(image.url)), titles) for image in images]
    if not filled and draft.facts.images:
        lead = draft.facts.images[0]
        filled = [_joined(Image(lead.url, alt=lead.alt, role=ImageRole.LEAD), lead, titles)]
    return tuple(filled)


def _file(url: str | None) -> str:
    return (url or "").partition("?")[0].rpartition("/")[2].lower()


def _joined(image: Image, told: Image | None, titles: set[str]) -> Image:
    if told is None:
        return image
    caption, credit = split_credit(told.caption or "")
    if caption and fold(caption) in titles:
        caption = None
    return replace(
        image,
        caption=image.caption or caption,
        credit=image.credit or (split_credit(told.credit)[1] or told.credit if told.credit else credit),
    )
