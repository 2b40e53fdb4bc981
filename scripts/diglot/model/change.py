"""How much two versions of a text differ: in nothing, in looks, in numbers only, or in meaning.

The rules are the table «When a source changes» of the design. Looks are: white space (not between
two letters, nor between two digits), tatweel, NFC and presentation forms, characters without a
shape, Persian code points, digit shape, the shape of quotes and question marks, and diacritics
added or left out. Diacritics exchanged, and any punctuation between digits, are more than looks.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Change(StrEnum):
    """What became of a text."""

    NONE = "none"
    COSMETIC = "cosmetic"
    NUMBERS = "numbers"
    MEANING = "meaning"


_DIACRITICS = "\u0610-\u061a\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Vowel signs and Koranic marks. Hamza and madda (U+0653 to U+0655) are part of the letter."""
_TATWEEL = "\u0640"
_SHAPELESS = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_FATHATAN = "\u064b"
_ALEF = "\u0627"

_DROPPED = re.compile(f"[{_TATWEEL}{_SHAPELESS}]+")
_PRESENTATION = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
_TANWIN = re.compile(f"{_ALEF}{_FATHATAN}")
_AROUND_A_MARK = re.compile(rf"\s*((?:[^\w\s{_DIACRITICS}]\s*)+)")
_NUMBER = re.compile(r"\d+(?:[.,\u066b\u066c]\d+)*")
_LETTER = re.compile(rf"(.)([{_DIACRITICS}]*)", re.DOTALL)

_SHAPES = {
    '"': "\u00ab\u00bb\u201c\u201d\u201e\u201f\uff02",
    "'": "\u2018\u2019\u201a\u201b\u2039\u203a",
    "?": "\u061f",
    "%": "\u066a",
    "\u064a": "\u06cc",  # yeh
    "\u0643": "\u06a9",  # keheh
    "\u0647": "\u06be\u06c1\u06d5",  # heh in its Persian and Urdu forms
    **{str(value): chr(0x0660 + value) + chr(0x06F0 + value) for value in range(10)},
}
_ONE_SHAPE = str.maketrans({other: one for one, others in _SHAPES.items() for other in others})


def change_between(before: str, after: str) -> Change:
    """What kind of change leads from one text to the other; the same in both directions."""
    if before == after:
        return Change.NONE
    one, other = _in_one_shape(before), _in_one_shape(after)
    if _differ_in_diacritics_at_most(one, other):
        return Change.COSMETIC
    if _differ_in_diacritics_at_most(_NUMBER.sub("0", one), _NUMBER.sub("0", other)):
        return Change.NUMBERS
    return Change.MEANING


def is_same(before: str, after: str) -> bool:
    """Whether a translation of the one is one of the other: nothing changed, or looks only."""
    return change_between(before, after) in (Change.NONE, Change.COSMETIC)


def has_other_diacritics(before: str, after: str) -> bool:
    """Whether some are added or left out. Of that, unlike all other looks, two in a row may differ.

    Neither a vowel left out nor another one put in is a change of meaning; both together are.
    """
    return _letters(_in_one_shape(before)) != _letters(_in_one_shape(after))


@lru_cache(maxsize=4096)  # each old text is compared with some new ones
def _in_one_shape(text: str) -> str:
    text = _PRESENTATION.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = unicodedata.normalize("NFC", _DROPPED.sub("", text)).translate(_ONE_SHAPE)
    text = _TANWIN.sub(_FATHATAN + _ALEF, text)
    return _AROUND_A_MARK.sub(_without_room, " ".join(text.split())).strip()


def _without_room(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    if before.isdigit() and after.isdigit():
        return match[0]
    return "".join(match[1].split())


def _differ_in_diacritics_at_most(one: str, other: str) -> bool:
    """No letter may have diacritics in both that are not part of each other."""
    if one == other:
        return True
    left, right = _letters(one), _letters(other)
    return len(left) == len(right) and all(
        a == b and (marks <= others or others <= marks)
        for (a, marks), (b, others) in zip(left, right, strict=True)
    )


def _letters(text: str) -> list[tuple[str, frozenset[str]]]:
    return [(match[1], frozenset(match[2])) for match in _LETTER.finditer(text)]
