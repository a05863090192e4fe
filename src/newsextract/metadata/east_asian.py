"""Bylines of Chinese, Japanese and Korean pages -> the form in which others are printed: labels with colons, commas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsextract.article import CreditRole
from newsextract.metadata.agencies import agency
from newsextract.metadata.labels import EAST_ASIAN

_SIGNS = str.maketrans("：／｜丨（）【】〔〕［］＝，；　「」", ":/||()[][][]=、\n   ")
_LABELS = "|".join(sorted(EAST_ASIAN, key=len, reverse=True))
_LABEL = re.compile(rf"(?:^|(?<=[\s(\[/|、,·・;])|(?<=^\())({_LABELS})(?:\s?[:/=・|]\s?|\s|(?<=\w\w)(?=\w))")
_PRINTED = re.compile(rf"(?:^|(?<=\W))({_LABELS}):")
_REPORTER = re.compile(r"(?:^|(?<=[\s(\[/|、,]))(\w{2,8}?)(?:特约)?(?:记者|記者|特派员|特派員)(?=[\s:]|\w{2})")

_RULES = tuple(
    (re.compile(pattern), into)
    for pattern, into in (
        (r"[\[(]\w{1,3}[\])](?=[\u3400-\u9fff])", ""),  # [美]: the writer's country
        (r"\d{1,2}(?:時間|分|小时|分钟|小時|分鐘|시간|분)\s?[前전]", "\n"),
        (r"(?:午[前後]|[上下]午|오[전후])\s?\d{1,2}[:時时시]\s?(?:\d{1,2}[分분]?)?", "\n"),
        (r"\d{4}[年년]\s?\d{1,2}[月월]\s?\d{1,2}[日일]|\d{1,2}時\d{1,2}分", "\n"),
        (r"[\[(][^\s\])]{1,10} \d{1,2}日 ([^\s\])]{2,12})[\])]", "\\1\n"),  # [東京 12日 ロイター]
        (r"[\[(][^\s=\])]{1,12}=([^=\])]{2,20})[\])]", "\\1\n"),  # 【place＝who】
        ("^[\uac00-\ud7a3]{2,8}=(?=[\uac00-\ud7a3])", ""),  # the place before a Korean name
        (r"(?:記者|记者)(\w{2,4})\w{2}\d{1,2}日[電电]", "記者:\\1\n"),
        (r"(?:记者|記者)(\w{2,4})/\w{2,4}(?:報導|报道|報道)", "記者:\\1\n"),
        (r"([^\s(\[、]{2,5}[社网網])\w{2,4}?(?:\d{1,2}月)?\d{1,2}日[电電讯訊]", "\\1\n"),
        (r"[/\s]\s?\w{2,4}(?:報導|报道|報道)", "\n"),
        (r"(\S{2,20}) (著|译|訳|譯|摄|攝)(?=\s|$)", "\\2:\\1 "),
        (r"(?:^|(?<=\s))\w{1,12}支局\s(?=\w)", ""),
        ("(?<=[\uac00-\ud7a3])[·ㆍ](?=[\uac00-\ud7a3])", ", "),
        (r"(?:^|(?<=\W))(글|사진|그림|번역|취재|정리|편집)\s?=\s?(?=\w)", "\\1: "),
    )
)
"""Forms, and how they are written plainly."""
_CHINESE_GAP = re.compile("(?<=[\u3400-\u9fff]{2}) (?=[\u3400-\u9fff]{2})")


def plain(text: str, tongue: str) -> str:
    """Return a byline with plain brackets, a colon behind each label and a comma or line break between names.

    tongue: the language without region or "". For text of these scripts alone (``scripts.is_unspaced``).

    >>> plain("文／林子涵 图／视觉中国", "zh")
    '文:林子涵 图:视觉中国'
    """
    line = text.translate(_SIGNS)
    for pattern, into in _RULES:
        line = pattern.sub(into, line)
    line = _REPORTER.sub(_served, line)
    line = _LABEL.sub(lambda found: f"{found[1]}:", line)
    return _CHINESE_GAP.sub("、", line) if tongue == "zh" else line


def labels(text: str) -> Iterator[tuple[int, int, CreditRole | None]]:
    """Yield where the labels of a plain byline begin and end, and the roles that they give."""
    for found in _PRINTED.finditer(text):
        yield found.start(), found.end(), EAST_ASIAN[found[1]]


def _served(found: re.Match[str]) -> str:
    """Put the agency of a reporter on a line of its own; a paper is nobody."""
    return f"{found[1]}\n記者:" if agency(found[1]) else "記者:"
