"""Words of a byline -> whether they are a job, a newsroom or letters after a name, and the name beside them."""

from __future__ import annotations

from newsextract.metadata import credit_words as vocabulary
from newsextract.metadata.clauses import EDGES
from newsextract.metadata.scripts import is_unspaced


def is_credential(words: str) -> bool:
    """Whether these are letters after a name: "PhD", "MD, FAND"."""
    tokens = words.strip(" ()®").casefold().split()
    return bool(tokens) and all(token.strip(",®") in vocabulary.CREDENTIALS for token in tokens)


def is_job(words: str) -> bool:
    """Whether there is a job title among the words."""
    return any(is_job_word(word.casefold().strip(EDGES)) for word in words.split())


def is_title(words: str) -> bool:
    """Whether all words are a job title: "Our Correspondent", "Staff Writer"."""
    folded = [word.casefold().strip(EDGES) for word in words.split()]
    return len(folded) > 1 and all(is_job_word(word) or word in vocabulary.JOB_MODIFIERS for word in folded)


def is_desk(name: str, folded: list[str]) -> bool:
    """Whether a name, given with its words case folded, is a newsroom's or a group's."""
    if name in vocabulary.DESK_CODES or folded[-1].endswith(vocabulary.DESK_ENDINGS) or is_desk_phrase(folded):
        return True
    if not any(word in vocabulary.DESKS or word.rsplit("-", 1)[-1] in vocabulary.DESKS for word in folded):
        return False
    if folded[-1] in vocabulary.PLURALS:
        return True
    return len(folded) < 3 or not any(is_job_word(word) and word not in vocabulary.DESKS for word in folded)


def is_desk_word(word: str) -> bool:
    """Whether a case folded word means a newsroom."""
    return word in vocabulary.DESKS or word in vocabulary.DESK_CODES


def is_desk_phrase(folded: list[str]) -> bool:
    """Whether the last two of case folded words mean a newsroom."""
    return " ".join(folded[-2:]) in vocabulary.DESK_PHRASES


def is_led_title(tokens: list[str]) -> bool:
    """Whether words are a job title behind a preposition: "Van onze verslaggever"."""
    return tokens[0].casefold() in vocabulary.DESK_LEADS and is_title(" ".join(tokens[1:]))


def is_job_word(word: str) -> bool:
    """Whether a case folded word is a job."""
    return (
        word in vocabulary.JOBS or word.endswith(vocabulary.JOB_ENDINGS) or word.rsplit("-", 1)[-1] in vocabulary.JOBS
    )


def without_job(tokens: list[str], folded: list[str], follows: bool) -> list[str]:
    """Return the words without a job title before or after the name; none where there is no name beside the title."""
    jobs = [number for number, word in enumerate(folded) if is_job_word(word)]
    if not jobs:
        return tokens
    before, after = tokens[: jobs[0]], tokens[jobs[-1] + 1 :]
    if before and folded[0] in vocabulary.JOB_MODIFIERS:
        before = []
    while before and before[-1].casefold().strip(EDGES) in vocabulary.JOB_MODIFIERS:
        before.pop()
    if (len(before) >= 2 or (before and is_unspaced(before[0]))) and not follows:
        return before
    if len(after) >= 2 and after[0][:1].isupper():
        return after
    return []
