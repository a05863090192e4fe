"""The language that a text is written in: its script tells many, the frequency of its letters the others."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Set
from itertools import islice
from typing import cast

from newsextract.metadata.language import main

SAMPLE, LETTERS = 4000, 400
"""How many characters the detector reads, and how many letters are asked for their script."""
LEAST = 200
"""A shorter text is no witness, unless its script is one language's alone."""
CLEAR = 1.08
"""How many times as far as the best the third guess must be: of a language that it does not know all are far."""
BEATEN = 1.12
"""How many times as far as the best the declared language must be, before the text is believed."""
UNKNOWN = 1.2
"""The same for the third guess, where the declared language is none that the detector knows."""

FARTHEST = 10_000
"""The detector's distance that no text reaches: every language is to be ranked."""

_SCRIPTS: dict[str, str] = {
    "GREEK": "el",
    "HEBREW": "he yi",
    "HANGUL": "ko",
    "THAI": "th",
    "LAO": "lo",
    "KHMER": "km",
    "MYANMAR": "my",
    "GEORGIAN": "ka",
    "ARMENIAN": "hy",
    "ETHIOPIC": "am ti",
    "BENGALI": "bn as",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "ORIYA": "or",
    "TAMIL": "ta",
    "TELUGU": "te",
    "KANNADA": "kn",
    "MALAYALAM": "ml",
    "SINHALA": "si",
    "HIRAGANA": "ja",
    "CJK": "zh yue",
}
"""Script, as Unicode names it -> the languages of the press in it, the first the one to suppose."""
_KANA = 0.05  # of the letters, where a text is Japanese
_KIN = {"nb": "no", "nn": "no", "bs": "hr", "sr": "hr", "sh": "hr", "cnr": "hr", "ms": "id", "fil": "tl", "prs": "fa"}
"""Language that the detector does not know, or only in another script -> the one that it takes it for."""
_DEAD = frozenset({"eo", "io", "la", "sa", "sc", "vo"})
"""Languages that the detector knows and hardly any paper is written in."""


def written(text: str, declared: str | None) -> str | None:
    """Return the language of a text, None where it can't be told or agrees with what is declared.

    declared: BCP 47, None where the page declares none. Between close kin, such as Norwegian and Danish, the
    declaration decides.
    """
    text = text[:SAMPLE]
    spoken = main(declared)
    if (languages := _SCRIPTS.get(script_of(text))) is not None:
        return None if spoken in languages.split() else languages.split()[0]
    return _detected(text, spoken) if len(text) >= LEAST else None


def script_of(text: str) -> str:
    """Return the script of most of a text's letters, as Unicode names it; HIRAGANA for all of Japanese, "" for none.

    >>> script_of("Η κυβέρνηση"), script_of("東京で桜が咲いた")
    ('GREEK', 'HIRAGANA')
    """
    if text.isascii():
        return "LATIN"
    letters = islice(filter(str.isalpha, text), LETTERS)
    scripts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in letters)
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > _KANA * scripts.total():
        return "HIRAGANA"
    return max(scripts, key=lambda script: scripts[script], default="")


def _detected(text: str, spoken: str) -> str | None:
    (best, distance), _, (_, third) = _ranked(text, None)
    own = {spoken, _KIN.get(spoken, spoken)}
    if best in own or third < CLEAR * distance:
        return None
    if not spoken:
        return best
    declared = _ranked(text, own)
    return best if (declared[0][1] > BEATEN * distance if declared else third > UNKNOWN * distance) else None


def _ranked(text: str, languages: Set[str] | None) -> list[tuple[str, int]]:
    """Return the three languages (of all, or of some) that a text is nearest to, with their distances."""
    from resiliparse.parse import lang  # at first use: it takes six milliseconds

    wanted = languages or set(lang.supported_langs()) - _DEAD
    return cast("list[tuple[str, int]]", lang.detect_fast(text, cutoff=FARTHEST, n_results=3, langs=wanted))
