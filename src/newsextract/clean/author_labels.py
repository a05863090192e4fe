"""Labels that stand alone above an author's name, and what is said of authors, in many languages."""

from __future__ import annotations

import re

from newsextract.metadata.jobs import is_job
from newsextract.metadata.printed import LABEL, is_label
from newsextract.text import bare

MAX_LABEL = 40
BIO_SIZE = 200  # letters of a text about somebody that say what they do
HERS = frozenset({"he", "she", "his", "her"})

ABOUT = frozenset(
    "author|authors|author(s)|writer|about the author|about the authors|about author|article by|post author|autor"
    "|autorin|autoren|über den autor|über die autorin|zum autor|zur autorin|auteur|auteurs|l'auteur"
    "|à propos de l'auteur|sobre el autor|sobre la autora|acerca del autor|autora|sobre o autor|sobre a autora|autore"
    "|l'autore|sull'autore|over de auteur|om forfatteren|om författaren|o autorze|o autorovi|автор|об авторе"
    "|про автора|yazar hakkında|tentang penulis|作者|关于作者|作者简介".split("|")
)
"""Headings of the box that tells about the author."""

_GLUED_BY = re.compile(r"^By(?=[A-Z][^\W\d_]{1,20} [A-Z])")
"""A label whose blank is made by a style sheet."""


def spaced(text: str) -> str:
    """Return a line with the blank behind its label that a style sheet makes.

    >>> spaced("ByJane Roe")
    'By Jane Roe'
    """
    return _GLUED_BY.sub("By ", text)


def is_of_person(text: str) -> bool:
    """Whether a text tells what a person does."""
    return is_job(text[:BIO_SIZE]) or not HERS.isdisjoint(text.casefold().split())


def is_verb(text: str) -> bool:
    """Whether a label belongs to the name below it ("By", "Written by"), as a heading ("Author") does not."""
    return is_alone(text) and bare(text) not in ABOUT


def is_alone(text: str) -> bool:
    """Whether a line is nothing but a label of authors: "By", "Article written by:"."""
    line = text.strip()
    if len(line) > MAX_LABEL:
        return False
    if bare(line) in ABOUT:
        return True
    line = line.rstrip(" :")
    label = LABEL.search(f"{line} X")
    return label is not None and (is_label(line) or label.end() == len(line) + 1)
