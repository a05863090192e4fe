"""The tags that a page or dump shows: a list of links to topics beside the story, or a line behind its label."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsextract.article import BlockKind
from newsextract.clean.draft import Draft
from newsextract.clean.phrases import after, key, table
from newsextract.content.piece import Piece
from newsextract.metadata.evidence import retold
from newsextract.metadata.keywords import tags
from newsextract.text import fold, name_words

SOURCE, LABEL = "visible", "tags-label"
BELOW = 40
"""How many passages after the story its tags may begin."""
GAP = 2
LINKED = 0.6
MAX_TAG = 50
MANY, SPOKEN, TELLING = 15, 0.2, 600
"""How many keywords may be the whole site's, which share of them a story at least names, and how long it must be."""
_TOPICS = frozenset(
    """
    tag tags topic topics tema temas tematy temi thema themen theme themes sujet sujets keyword keywords
    schlagwort schlagworte schlagworter motcle motscles etiqueta etiquetas label mot mots emne emner amne amnen aihe
    aiheet tagi hashtag hashtags trefwoord trefwoorden onderwerp onderwerpen konu etiket etiketa stitky stitek topik
    topicos argomenti argomento kwd cimke oznake
    """.split()
)
"""Words in the address of a page about a topic."""


def settle_tags(draft: Draft) -> Draft:
    """Set the tags to those shown with the story, where there are any; drop keywords that are the whole site's."""
    found = tuple(tags(_shown(draft)))
    facts = draft.facts
    if not found and _are_of_the_site(facts.tags, draft):
        fields = {field: info for field, info in facts.fields.items() if field != "tags"}
        return replace(draft, facts=replace(facts, tags=(), fields=fields))
    return replace(draft, facts=retold(facts, "tags", found, SOURCE)) if found else draft


def _are_of_the_site(words: Sequence[str], draft: Draft) -> bool:
    """Whether a long list has next to nothing that the story speaks of."""
    if len(words) < MANY:
        return False
    story = fold(" ".join([draft.facts.title or "", *(piece.text for piece in draft.prose())]))
    spoken = sum(fold(word) in story for word in words)
    return len(story) >= TELLING and spoken < SPOKEN * len(words)


def _shown(draft: Draft) -> list[str]:
    """Return the words of the list between headline and end of the story, and of the first one below it."""
    body = [piece.at for piece in draft.prose()]
    if not body:
        return []
    title = min((at for at, field in draft.taken.items() if field == "title" and at < body[-1]), default=body[0])
    words: list[str] = []
    for first, last in ((title + 1, body[-1]), (body[-1] + 1, body[-1] + BELOW)):
        words += _first_list([piece for piece in draft.pieces[first : last + 1] if piece.at in draft.cuts], draft)
    return words


def _first_list(pieces: Sequence[Piece], draft: Draft) -> list[str]:
    """Return the words of the first run of pieces that are tags; behind a label all of one list are."""
    found: list[str] = []
    end = listed = None  # where the last one stood; the element that holds the list behind a label
    below_label = False
    for piece in pieces:
        if draft.cuts[piece.at] == LABEL:
            below_label = True
            continue
        in_list = below_label or (listed is not None and (piece.parent == listed or len(found) == 1))
        words = _words(piece, labelled=in_list)
        if words and (end is None or piece.at <= end + GAP):
            listed = piece.parent if in_list else None
            found += words
            end = piece.at
        elif end is not None and piece.at > end + GAP:
            break
        below_label = False
    return found


def _words(piece: Piece, *, labelled: bool) -> list[str]:
    """Return the tags in a piece: links to topics, whatever stands behind a label, words with a hash sign.

    labelled: whether the label of tags stands above it.
    """
    if piece.picture is not None or piece.kind is BlockKind.TABLE:
        return []
    links = [(address, words) for address, words in piece.links if words.strip()]
    if not links:
        return _behind_label(piece.text) or _hashed(piece.text)
    if piece.linked < LINKED or any(len(words) > MAX_TAG for _, words in links):
        return []
    if labelled or after(piece.text, "tags-sure") is not None:
        return [words for _, words in links]
    topics = [words for address, words in links if _is_topic(address)]
    return topics if 2 * len(topics) >= len(links) else []


def _behind_label(text: str) -> list[str]:
    """Return the words behind a label that is only that of tags: in its line, or each in a line of its own.

    >>> _behind_label("Tags: harbour, storm"), _behind_label("Tags\\nharbour\\nstorm")
    (['harbour', 'storm'], ['harbour', 'storm'])
    """
    label, *lines = text.replace("：", ":").split("\n")
    label, _, rest = label.partition(":")
    words = [*rest.split(","), *lines]
    if key(label) not in table("tags-sure") or any(len(word) > MAX_TAG for word in words):
        return []
    return words


def _hashed(text: str) -> list[str]:
    """Return the words of a line of nothing but words with a hash sign.

    >>> _hashed("#Harbour #Storm"), _hashed("#1 in the charts")
    (['Harbour', 'Storm'], [])
    """
    first, *words = text.split("#")
    hashed = not first and len(words) > 1 and all(len(word) <= MAX_TAG for word in words)
    return [word.strip(" ,") for word in words] if hashed else []


def _is_topic(address: str) -> bool:
    """Whether an address is that of all stories about a topic.

    >>> _is_topic("/tag/harbour"), _is_topic("/search/?tag=harbour"), _is_topic("/news/harbour")
    (True, True, False)
    """
    path, _, query = address.partition("?")
    if not _TOPICS.isdisjoint(name_words(path.rstrip("/").rpartition("/")[0])):
        return True
    return any(part.partition("=")[0] in _TOPICS for part in query.split("&"))
