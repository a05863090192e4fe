"""Block -> runs of its text, each with the address it links to; and what makes text and addresses harmless to show."""

from __future__ import annotations

from newsextract.article import Block

MOST_WORK = 10_000_000
"""Characters times links: beyond it a block is a trap, not prose, and its links are not looked for."""

_CONTROLS = dict.fromkeys([*range(32), *range(127, 160)])
_NO_CONTROLS = {code: None for code in _CONTROLS if chr(code) not in "\n\t"}

Run = tuple[str, str | None]
"""Some text, and the web address it links to or None."""


def printable(text: str) -> str:
    """Return the text without control characters but line break and tab, so that no page can steer a terminal.

    >>> printable("a\\x1b[2Jb")
    'a[2Jb'
    """
    return text.translate(_NO_CONTROLS)


def web_url(url: str | None) -> str | None:
    """Return an absolute http or https address, without control characters; None for anything else.

    >>> web_url("javascript:alert(1)") is None
    True
    """
    plain = (url or "").translate(_CONTROLS).strip()
    return plain if plain.lower().startswith(("http://", "https://")) else None


def runs(block: Block) -> list[Run]:
    """Return the block's text in order, cut where a link begins or ends.

    A link is set where its words occur exactly once: elsewhere nobody can say which occurrence it was.
    """
    made: list[Run] = []
    at = 0
    for start, words, url in _found(block):
        if start >= at:
            made += [(block.text[at:start], None), (words, url)]
            at = start + len(words)
    made.append((block.text[at:], None))
    return [run for run in made if run[0]]


def _found(block: Block) -> list[tuple[int, str, str]]:
    if len(block.text) * len(block.links) > MOST_WORK:
        return []
    known = ((link.text, web_url(link.url)) for link in block.links if link.text)
    return sorted(
        (block.text.index(words), words, url)
        for words, url in known
        if url is not None and block.text.count(words) == 1
    )
