"""Text of a script -> the JSON values and plain object literals that it assigns or passes on; nothing is evaluated."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

MIN_SIZE = 200
MAX_TRIES = 2000
MAX_MENDED = 1_500_000
"""Characters of a page's object literals that are rewritten; JSON costs less, and has no limit but its script's."""
MAX_FAILED = 4
"""How many times a script's size may be read in vain."""

_DECODER = json.JSONDecoder(strict=False)
_PLACE = re.compile(
    r"(?P<quoted>\bJSON\.parse\(\s{0,9}(?P<coded>decodeURIComponent\(\s{0,9})?(?=[\"'`]))"
    r"|(?P<assigned>=|\breturn)\s{0,9}(?=[\[{])|\(\s{0,9}(?=[\[{]\s{0,99}[\"\[{\d])"
)
_STRING = r"\"(?:[^\"\\]++|\\.)*+(?:\"|\Z)|'(?:[^'\\]++|\\.)*+(?:'|\Z)|`(?:[^`\\]++|\\.)*+(?:`|\Z)"
_QUOTED = re.compile(_STRING, re.DOTALL)
_TOKEN = re.compile(
    rf"(?P<string>{_STRING})|(?P<comment>//[^\n]*+|/\*(?:[^*]++|\*(?!/))*+(?:\*/|\Z))|(?P<number>-?\d++(?:\.\d++)?(?:[eE][+-]?\d++)?)"
    r"|(?P<name>[^\W\d][\w$]*+|\$[\w$]*+)|(?P<flag>![01])|(?P<sign>[^\s\w])",
    re.DOTALL,
)  # fmt: skip
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL)
_KEPT = frozenset('"\\/bfnrt')
_CONSTANTS = frozenset({"true", "false", "null"})
_PAIRS = {"{": "}", "[": "]"}


class Literals:
    """Reads the scripts of a page."""

    def __init__(self) -> None:
        self._left = MAX_MENDED

    def read(self, script: str) -> Iterator[Any]:
        """Yield the objects and lists that a script assigns, returns or passes on, in their order."""
        at, failed = 0, 0
        for _ in range(MAX_TRIES):
            place = _PLACE.search(script, at)
            if place is None or failed > MAX_FAILED * len(script):
                return
            at = place.end()
            if place["quoted"]:
                if quoted := _QUOTED.match(script, at):
                    at = quoted.end()
                    yield from _parsed(quoted[0], is_coded=bool(place["coded"]))
                continue
            try:
                value, at = _DECODER.raw_decode(script, at)
                yield value
            except json.JSONDecodeError as broken:
                failed += broken.pos - at
                if place["assigned"]:
                    value, end = self._mended(script, at)
                    if value is not None:
                        at = end
                        yield value
            except (ValueError, RecursionError):  # a number of thousands of digits; brackets without number
                return

    def _mended(self, script: str, start: int) -> tuple[Any, int]:
        """Return the value of an object literal that is no JSON, None where it is past mending, and where it ends."""
        writer = _Writer()
        end = start
        for token in _TOKEN.finditer(script, start):
            end = token.end()
            writer.add(token)
            if not writer.open or writer.is_program or end - start > self._left:
                break
        self._left -= end - start
        if writer.open or end - start < MIN_SIZE:
            return None, end
        try:
            return json.loads("".join(writer.written), strict=False), end
        except (ValueError, RecursionError):
            return None, end


def _parsed(literal: str, *, is_coded: bool) -> Iterator[Any]:
    """Yield the value that the text in a string literal is the JSON of; nothing for a broken one."""
    try:
        text = str(json.loads(_as_json(literal), strict=False))
        yield json.loads(unquote(text) if is_coded else text, strict=False)
    except (ValueError, RecursionError):
        return


def _as_json(literal: str) -> str:
    """Return a string literal of a script in the form of JSON."""
    body = _ESCAPE.sub(_escape, literal[1:-1] if len(literal) > 1 and literal[-1] == literal[0] else literal[1:])
    if literal[0] != '"':
        body = body.replace('\\"', '"').replace('"', '\\"')
    return f'"{body}"'


def _escape(found: re.Match[str]) -> str:
    sign = found[1]
    if sign in _KEPT or (sign[0] == "u" and len(sign) > 1):
        return found[0]
    if sign[0] == "x" and len(sign) > 1:
        return f"\\u00{sign[1:]}"
    return {"\n": "", "0": "", "v": " "}.get(sign, sign)


class _Writer:
    """Writes the tokens of an object literal as JSON: names that stand for values, calls and sums become null."""

    def __init__(self) -> None:
        self.written: list[str] = []
        self.open: list[str] = []  # the closing brackets that are to come
        self.is_program = False  # what no literal has was met
        self._round = 0  # round brackets around, and what is in these is left out
        self._has_value = False  # since the last comma, colon or opening bracket

    def add(self, token: re.Match[str]) -> None:
        """Write a token."""
        kind, text = token.lastgroup, token[0]
        if kind == "sign":
            self._add_sign(text)
        elif self._round or kind == "comment" or self._has_value:
            return
        elif kind == "string":
            self._add_value(_as_json(text))
        elif kind == "number":
            self._add_value(text if text.lstrip("-")[:1] != "0" or len(text) < 2 or "." in text else "0")
        elif kind == "flag":
            self._add_value("true" if text == "!0" else "false")
        elif _is_key(token):
            self._add_value(f'"{text}"')
        else:
            self._add_value(text if text in _CONSTANTS else "null")

    def _add_value(self, text: str) -> None:
        self.written.append(text)
        self._has_value = True

    def _add_sign(self, sign: str) -> None:
        if sign in "()":
            self._round = max(0, self._round + (1 if sign == "(" else -1))
        elif self._round:
            return
        elif sign in ";=":
            self.is_program = True
        elif sign in _PAIRS:
            self.open.append(_PAIRS[sign])
            self.written.append(sign)
            self._has_value = False
        elif sign in "}]":
            self._close()
        elif sign in ",:":
            self.written.append(sign)
            self._has_value = False

    def _close(self) -> None:
        if self.written and self.written[-1] == ",":
            self.written.pop()
        self.written.append(self.open.pop() if self.open else "")
        self._has_value = True


def _is_key(token: re.Match[str]) -> bool:
    """Whether a colon follows a name."""
    text, at = token.string, token.end()
    while at < len(text) and text[at].isspace():
        at += 1
    return text[at : at + 1] == ":"
