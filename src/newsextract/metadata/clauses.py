"""A printed byline -> its clauses: which words name people, and what these did, by the labels between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsextract.article import CreditRole
from newsextract.metadata import credit_words as vocabulary
from newsextract.text import fold

EDGES = " \t\n.,:;|-–—―_*~'\"“”„«»()[]<>/\\!?+#•·"

_NOISE = re.compile(
    r"<?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}>?|https?://\S{1,300}|\bwww\.\S{1,200}|(?<![\w@])@\w{1,40}|\[email.{0,3}protected\]"
)
_MARKS = re.compile(r"[\n|•·;¦►▪│…]|\s[-–—―]{1,2}(?=\s)|^[-–—―]{1,2}\s|\s/\s|、|，|；")
_COMMAS = re.compile(r"\s?,\s?|\s?&\s?|/(?=\w{3})|／")
_CJK_ROLES = {
    "责任编辑": CreditRole.EDITOR, "責任編輯": CreditRole.EDITOR, "责编": CreditRole.EDITOR, "責編": CreditRole.EDITOR,
    "编辑": CreditRole.EDITOR, "編輯": CreditRole.EDITOR, "翻译": CreditRole.TRANSLATOR, "翻訳": CreditRole.TRANSLATOR,
    "摄影": None, "攝影": None, "撮影": None, "写真": None, "来源": CreditRole.SOURCE, "來源": CreditRole.SOURCE,
    "记者": CreditRole.AUTHOR, "記者": CreditRole.AUTHOR, "本报记者": CreditRole.AUTHOR, "作者": CreditRole.AUTHOR,
    "撰文": CreditRole.AUTHOR, "文": CreditRole.AUTHOR, "取材": CreditRole.AUTHOR, "執筆": CreditRole.AUTHOR,
    "取材・文": CreditRole.AUTHOR,
}  # fmt: skip
_CJK_LABEL = re.compile(
    "(?:^|[\\s(（【／/|｜、，;；])(" + "|".join(sorted(_CJK_ROLES, key=len, reverse=True)) + r")(?:\s?[:：/／丨|｜]\s?|\s|(?=[\u3400-\u9fff]))"
)

_ROLES: dict[str, CreditRole | None] = {label: role for role, row in vocabulary.LABELS.items() for label in row.split("|")}
_LABEL = re.compile(
    r"(?<![^\W_])(" + "|".join(re.escape(label).replace(r"\ ", r"\s") for label in sorted(_ROLES, key=len, reverse=True))
    + r")(?![^\W\d_]|['’.]\w)(\s{0,2}[:：])?",
    re.IGNORECASE,
)  # fmt: skip

_OTHER_LABEL = re.compile(r"[^\W\d_]{3,20}\s?:\s")
"""A label that no table has ("Datum: ...") tells of something else."""
_JUNK = re.compile("|".join(map(re.escape, vocabulary.JUNK_PHRASES)))


class Clause(NamedTuple):
    """What stands between two marks or labels, the role that the label gives, and its parts at commas and "and".

    role: None where it tells of pictures or dates. labelled: whether a label stands before it. joined: for each part whether
    an "and" stands before it.
    """

    role: CreditRole | None
    labelled: bool
    parts: tuple[str, ...]
    joined: tuple[bool, ...]


def clauses(text: str, role: CreditRole, tongue: str) -> Iterator[Clause]:
    """Yield the clauses of a byline; line breaks, bars and semicolons part them.

    role: of what stands before any label, and behind labels of authors. tongue: the language, without region ("" unknown).
    """
    for said, labelled, segment in _segments(_NOISE.sub(" ", text), role, tongue):
        for chunk in _MARKS.split(segment):
            chunk = chunk.strip()
            if chunk and not _JUNK.search(fold(chunk)) and not _OTHER_LABEL.match(chunk):
                parts = list(_parts(_without_suffix(chunk), tongue))
                yield Clause(said, labelled, tuple(part for part, _ in parts), tuple(joined for _, joined in parts))


def is_label(text: str) -> bool:
    """Whether a text is a label and nothing else: "By", "Von:", "Text"."""
    return text.strip(EDGES).casefold() in _ROLES


def _segments(text: str, role: CreditRole, tongue: str) -> Iterator[tuple[CreditRole | None, bool, str]]:
    """Part a line at its labels; what follows a label has its role."""
    current: CreditRole | None = role
    start = 0
    for begin, end, said in sorted(_labels(text, tongue), key=lambda label: label[:2]):
        if begin < start:
            continue
        yield current, start > 0, text[start:begin]
        current = role if said is CreditRole.AUTHOR else said
        start = end
    yield current, start > 0, text[start:]


def _labels(text: str, tongue: str) -> Iterator[tuple[int, int, CreditRole | None]]:
    for found in _LABEL.finditer(text):
        label = " ".join(found[1].casefold().split())
        if _stands_as_label(text, found, label, tongue):
            yield found.start(), found.end(), _ROLES[label]
    if not text.isascii():
        for found in _CJK_LABEL.finditer(text):
            yield found.start(1), found.end(), _CJK_ROLES[found[1]]


def _stands_as_label(text: str, found: re.Match[str], label: str, tongue: str) -> bool:
    """Whether words are a label here: many of them are parts of names or ordinary words elsewhere."""
    home = vocabulary.HOME.get(label)
    if home is not None and tongue not in home:
        return False
    if found[2] or " " in label or label == "by":
        return True
    before, after = text[: found.start()].rstrip(" "), text[found.end() :]
    opens = not before or before[-1] in "\n|•·;:,(–—-/&" or before[-1].isdigit()
    ends = not after.strip(" ") or after.lstrip(" ")[0] == "\n"
    return opens and (ends or label in vocabulary.BARE_LABELS)


def _parts(text: str, tongue: str) -> Iterator[tuple[str, bool]]:
    """Yield the parts at commas, slashes and "and", each with whether an "and" stands before it."""
    ands = vocabulary.ANDS | vocabulary.LANGUAGE_ANDS.get(tongue, frozenset())
    joined = False
    end = 0
    for mark in [*_COMMAS.finditer(text), None]:
        words: list[str] = []
        for word in text[end : mark.start() if mark else len(text)].split():
            if word.casefold() in ands and not (word.isalpha() and word.isupper() and len(word) > 1):
                if words:
                    yield " ".join(words), joined
                words, joined = [], True
            else:
                words.append(word)
        if words:
            yield " ".join(words), joined
        if mark:
            joined = "&" in mark[0] or (joined and not words)
            end = mark.end()


def _without_suffix(text: str) -> str:
    """Drop what some languages put after a name: "홍길동 기자"."""
    for suffix in vocabulary.SUFFIX_LABELS:
        if text.endswith(suffix) and len(text) > len(suffix) + 1:
            return text.removesuffix(suffix).rstrip(" ／/")
    return text
