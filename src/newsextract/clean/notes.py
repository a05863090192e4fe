"""Corrections, editor's notes, sign-offs and who else reported: out of the body into ``notes``."""

from __future__ import annotations

from dataclasses import replace

from newsextract.article import Note, NoteKind
from newsextract.clean.draft import Draft
from newsextract.content import Piece
from newsextract.text import fold

MAX_SIZE = 700
FOOT = 6  # passages at the end of the body that may be notes
HEAD = 2  # and at its top
OPENING_SIZE = 80
ANYWHERE = frozenset({NoteKind.CORRECTION, NoteKind.EDITOR})

OPENINGS: dict[NoteKind, tuple[str, ...]] = {
    NoteKind.CORRECTION: tuple(
        "correction:|correction —|correction -|corrections:|clarification:|this article was amended|this story has been corrected|this article has been"
        " corrected|an earlier version of this|a previous version of this|korrektur:|berichtigung:|richtigstellung:|correctif|rectificatif|corrección:|fe de"
        " errores|rectificación|errata|correção:|correzione:|errata corrige|correctie:|rättelse|retting|rettelse|oikaisu|sprostowanie|oprava:|поправка|更正|訂正".split(
            "|"
        )
    ),
    NoteKind.EDITOR: tuple(
        "editor's note|editors' note|editor’s note|note to readers|anm. d. red|anmerkung der redaktion|hinweis der redaktion|anm. der redaktion|note de la"
        " rédaction|ndlr|nota de la redacción|nota del editor|nota da redação|nota do editor|nota della redazione|noot van de redactie|red.:|od redakcji|"
        "pozn. red|от редакции|від редакції|编者按|編集部注|editörün notu|in eigener sache|transparenzhinweis".split(
            "|"
        )
    ),
    NoteKind.ORIGIN: tuple(
        "this article was originally published|this story was originally published|this article originally appeared|this story originally appeared|this"
        " article was first published|this story was first published|originally published|first published|republished|this article is republished|this"
        " article has been republished|dieser artikel erschien zuerst|dieser text erschien zuerst|dieser beitrag erschien|zuerst erschienen|cet article a été"
        " publié|article initialement publié|este artículo fue publicado|publicado originalmente|texto publicado originalmente|questo articolo è apparso".split(
            "|"
        )
    ),
    NoteKind.DISCLAIMER: tuple(
        "disclaimer|disclosure:|the views expressed|the opinions expressed|views expressed in this|opinions expressed in this|this article was produced|"
        "this content was produced|this story was produced|haftungsausschluss|die hier geäußerten|aviso legal|las opiniones expresadas|les opinions exprimées|"
        "as an amazon associate|we may earn|this article contains affiliate|this post contains affiliate|this story contains affiliate|dieser artikel enthält affiliate|免责声明|"
        "this article is not financial|this is not investment advice".split("|")
    ),
    NoteKind.SIGN_OFF: tuple(
        "additional reporting by|reporting by|(reporting by|writing by|editing by|with reporting by|with additional reporting|with files from|contributed to this|"
        "with contributions from|with inputs from|with input from|with agency inputs|(with inputs|compiled by|translated by|research by|produced by|mit material von|"
        "mit material der|mit informationen|mit agenturmaterial|übersetzt von|aus dem englischen|mitarbeit:|quelle: dpa|quellen:|avec afp|avec reuters|(avec afp|"
        "traduit par|con información de|con agencias|(con información|com informações|com agências|(com informações|con fonti|tradotto da|met medewerking van|"
        "bron:|källa:|kilde:|lähde:|źródło:|zdroj:|forrás:|sursa:|источник:|джерело:|источники:|источник —|πηγή:|kaynak:|المصدر:|来源：|來源：|（来源|责任编辑|責任編輯|"
        "(责任编辑|编辑：|(责编|sumber:|nguồn:|出典：|출처:|dpa-infocom|© dpa|©dpa|© afp|with ap|— ap|-- ap|(tagesschau|stand:".split(
            "|"
        )
    ),
}
_FOLDED = {kind: tuple(fold(opening) for opening in openings) for kind, openings in OPENINGS.items()}
AGENCY_SIGNS = 24  # characters of a last line such as "(dpa/lnw)"


def settle_notes(draft: Draft) -> Draft:
    """Move notes from the edges of the body, corrections and editor's notes from anywhere, to ``notes``."""
    body = list(draft.prose())
    edges = {piece.at for piece in [*body[:HEAD], *body[-FOOT:]]} if len(body) > 2 else set()
    notes, taken = [], {}
    for piece in body:
        kind = _kind(piece) if len(piece.text) <= MAX_SIZE else None
        if kind is not None and (kind in ANYWHERE or piece.at in edges):
            notes.append(Note(kind, piece.text))
            taken[piece.at] = "note"
    last = body[-1] if len(body) > 2 else None
    if last is not None and last.at not in taken and _is_signature(last):
        notes.append(Note(NoteKind.SIGN_OFF, last.text))
        taken[last.at] = "note"
    return replace(draft.take(taken), notes=(*draft.notes, *notes)) if taken else draft


def _kind(piece: Piece) -> NoteKind | None:
    line = fold(piece.text[:OPENING_SIZE]).lstrip("*_-–—•> ")
    return next((kind for kind, openings in _FOLDED.items() if line.startswith(openings)), None)


def _is_signature(piece: Piece) -> bool:
    """Whether a last line is a sign-off in brackets or a few letters: "(dpa/lnw)", "tim/reuters", "AP"."""
    text = piece.text
    if len(text) > AGENCY_SIGNS or text.endswith((".", "!", "?")) or not any(map(str.isalpha, text)):
        return False
    return (text[0] in "([（" and text[-1] in ")]）") or ("/" in text and " " not in text)
