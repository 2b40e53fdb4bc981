"""What a number counts: kilometres or miles, dollars or euros, percent, years or months.

A unit is a set, because «pound» may be money or weight, and «ليرة» is a lira or a pound.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from diglot.checks.arabic import LETTERS, MARKS, fold
from diglot.checks.numbers.number import Number
from diglot.checks.numbers.unit_words import UNITS

Units = frozenset[str]


_SYMBOLS = "$€£¥₹₪₺"
_AFTER_ENGLISH = re.compile(
    r"[ \u00a0\u202f-]*(?:per[ -])?(?:(?:square|cubic|metric|nautical|US|U\.S\.|Iraqi|Syrian) )*"
    r"([%٪€£$]|°[CF]|[A-Za-z]+)"
)
_BEFORE_ENGLISH = re.compile(rf"([{_SYMBOLS}]|(?:USD|EUR|GBP) )\s?$")
_ARABIC_WORD = f"[{LETTERS}{MARKS}]+"
_AFTER_ARABIC = re.compile(
    rf"[ \u00a0\u202f\u0640]*(?:([%٪{_SYMBOLS}])"
    rf"|(?:من )?({_ARABIC_WORD})(?:[ \u00a0]({_ARABIC_WORD}))?)"
)
_ARTICLE = "ال"


@cache
def _lexicon() -> tuple[dict[str, Units], dict[str, Units], dict[str, str]]:
    """English and Arabic words with their units, and each unit's dimension."""
    english: dict[str, Units] = {}
    arabic: dict[str, Units] = {}
    dimensions: dict[str, str] = {}
    units: list[str] = []
    for line in UNITS:
        if "|" in line:
            names, in_english = line.split("|")
            dimension, *units = names.split()
            dimensions.update((unit, dimension) for unit in units)
        words, table = (in_english.split(), english) if "|" in line else (line.split(), arabic)
        for word in words:
            known = fold(word)
            table[known] = table.get(known, frozenset()) | frozenset(units)
    return english, arabic, dimensions


def with_english_units(numbers: tuple[Number, ...], text: str) -> tuple[Number, ...]:
    """The numbers, each with what stands in front of it or behind."""
    table = _lexicon()[0]
    return tuple(
        replace(number, units=units) if (units := _english(number, text, table)) else number
        for number in numbers
    )


def _english(number: Number, text: str, table: dict[str, Units]) -> Units:
    before = _BEFORE_ENGLISH.search(text, max(0, number.span[0] - 4), number.span[0])
    if before is not None:
        return table.get(before[1].strip().lower(), frozenset())
    after = _AFTER_ENGLISH.match(text, number.span[1])
    return table.get(after[1].lower(), frozenset()) if after is not None else frozenset()


def with_arabic_units(numbers: tuple[Number, ...], text: str) -> tuple[Number, ...]:
    """The numbers, each with the word or sign behind it."""
    table = _lexicon()[1]
    return tuple(
        replace(number, units=units) if (units := _arabic(number, text, table)) else number
        for number in numbers
    )


def _arabic(number: Number, text: str, table: dict[str, Units]) -> Units:
    after = _AFTER_ARABIC.match(text, number.span[1])
    if after is None:
        before = text[number.span[0] - 1 : number.span[0]]
        return table.get(before, frozenset()) if before and before in _SYMBOLS else frozenset()
    if after[1]:
        return table.get(after[1], _lexicon()[0].get(after[1], frozenset()))
    word = fold(after[2]).removeprefix(_ARTICLE)
    if after[3]:
        both = table.get(f"{word}_{fold(after[3])}") or table.get(
            f"{fold(after[2])}_{fold(after[3])}"
        )
        if both:
            return both
    return table.get(word, frozenset())


def money(units: Units) -> Units:
    """The currencies among the units."""
    return frozenset(unit for unit in units if _lexicon()[2][unit] == "money")


def differ(one: Units, other: Units) -> bool:
    """Whether both are known, of one dimension, and not the same: kilometres and miles."""
    if not one or not other or not one.isdisjoint(other):
        return False
    dimensions = _lexicon()[2]
    return not {dimensions[unit] for unit in one}.isdisjoint(dimensions[unit] for unit in other)
