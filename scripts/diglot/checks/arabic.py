"""Arabic words as they are compared: one spelling for what people and keyboards write in many.

``fold`` is for comparing only. It is no spelling that anybody should read.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from diglot.checks.finding import Span

MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
"""Diacritics and Koranic marks, as a range for regular expressions."""
TATWEEL = "\u0640"
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Bidi controls, joiners and other characters without a shape, as a range."""
LETTERS = "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff"
PRESENTATION = "\ufb50-\ufdff\ufe70-\ufefc"

WORD = re.compile(f"[{LETTERS}{PRESENTATION}][{LETTERS}{PRESENTATION}{MARKS}{TATWEEL}{INVISIBLE}]*")
LETTER = re.compile(f"[{LETTERS}{PRESENTATION}]")
_TOKEN = re.compile(f"{WORD.pattern}|(?:(?![{LETTERS}{PRESENTATION}])\\w)+|[^\\w\\s]")

_DROPPED = re.compile(f"[{MARKS}{TATWEEL}{INVISIBLE}]+")
_PRESENTATION = re.compile(f"[{PRESENTATION}]+")
_SPELLINGS = {
    "ا": "أإآٱ",
    "و": "ؤ",
    "ي": "ئىیے",
    "ك": "کڪ",
    "ه": "ةھہەۀۃ",
}
_FOLDING = str.maketrans({other: one for one, others in _SPELLINGS.items() for other in others})
_OTHER_DIGIT = re.compile("[٠-٩۰-۹]")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text, folded, and where it stands."""

    folded: str
    span: Span


def fold(word: str) -> str:
    """A word without diacritics, tatweel and the differences of hamza, ta marbuta and yeh."""
    return _DROPPED.sub("", plain_shapes(word)).translate(_FOLDING)


@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Word, ...]:
    """Arabic words, other words, numbers and marks; kept, because several checks look at them."""
    return tuple(Word(folded(match[0]), match.span()) for match in _TOKEN.finditer(text))


@lru_cache(maxsize=256)
def words(text: str) -> tuple[Word, ...]:
    """The Arabic words of a text."""
    return tuple(word for word in tokens(text) if is_arabic(word.folded))


@lru_cache(maxsize=1 << 14)
def folded(word: str) -> str:
    """One word or number, folded; kept, because those of a language come again and again."""
    return western_digits(fold(word)).casefold()


@lru_cache(maxsize=1 << 14)
def is_arabic(word: str) -> bool:
    """Whether it begins with an Arabic letter."""
    return LETTER.match(word) is not None


def plain_shapes(text: str) -> str:
    """Presentation forms (ﻼ, ﷲ …) as ordinary letters; nothing else is touched."""
    if _PRESENTATION.search(text) is None:
        return text
    return _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def western_digits(text: str) -> str:
    """Digits of both Arabic shapes as 0-9; every character stays in its place."""
    return text.translate(_DIGITS) if _OTHER_DIGIT.search(text) else text


def has_arabic(text: str) -> bool:
    """Whether there is an Arabic letter in the text."""
    return LETTER.search(text) is not None
