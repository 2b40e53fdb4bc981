"""Countries in Arabic and English: the names of CLDR, and what newspapers write beside them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from diglot.checks.arabic import fold
from diglot.checks.country_words import ARABIC, ENGLISH, TRACES

_ALSO_WORDS = frozenset(
    map(
        fold,
        "قطر مالي بنين البحرين غينيا تشاد توغو نيوي بليز عمان الجزائر بيرو كولومبيا المغرب".split(),
    )
)
"""Words of other meanings too (diameter, financial, sons, two seas, islands …)."""
_NO_COUNTRIES = frozenset({"ZZ", "XA", "XB", "QO", "UM", "EZ", "UN", "AQ"})


@dataclass(frozen=True, slots=True)
class Country:
    """One country: how words that mean it or its people begin in English."""

    name: str
    beginnings: tuple[str, ...]
    sure: bool
    """Whether the Arabic name is nothing but the country."""
    traces: tuple[str, ...] = ()
    """What its names and those of its people have in common in Arabic, folded."""


@cache
def by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], Country], ...]]:
    """The countries by the first word of their Arabic name, folded, with all words of it."""
    from babel import Locale  # here: loading CLDR takes a while

    english, arabic = Locale("en").territories, Locale("ar").territories
    index: dict[str, list[tuple[tuple[str, ...], Country]]] = {}
    for code in sorted(english):
        if not code.isalpha() or code in _NO_COUNTRIES or code not in arabic:
            continue
        beginnings = tuple(ENGLISH.get(code, _beginning(english[code])).split("|"))
        names = {fold(arabic[code]), *map(fold, ARABIC.get(code, "").split("|"))} - {""}
        traces = (*sorted(map(_trace, names)), *TRACES.get(code, "").split("|"))
        traces = tuple(trace for trace in traces if trace)
        for name in sorted(names):
            words = tuple(word for word in name.split() if word[0] not in "-(")
            country = Country(english[code], beginnings, name not in _ALSO_WORDS, traces)
            index.setdefault(words[0], []).append((words, country))
    return {word: tuple(countries) for word, countries in index.items()}


@cache
def by_beginning() -> dict[str, tuple[tuple[str, Country], ...]]:
    """The countries that are named as they are in English, by their first four letters."""
    index: dict[str, dict[str, Country]] = {}
    for countries in by_first_word().values():
        for _, country in countries:
            name = plain(country.name)
            if " " not in name and name not in _NAMES_OF_OTHERS:
                index.setdefault(name[:4], {})[name] = country
    return {letters: tuple(names.items()) for letters, names in index.items()}


_NAMES_OF_OTHERS = frozenset({"Jersey", "Georgia", "Chad", "Guernsey", "Dominica", "Martinique"})


def _beginning(name: str) -> str:
    """«Algeria» also begins «Algerian»; of several words the longest tells most."""
    words: list[str] = re.findall(r"\w+", plain(name))
    return max(words, key=len)


def _trace(name: str) -> str:
    """«فرنس» of «فرنسا», which is in «فرنسي» too; «ردن» of «الأردن»."""
    longest = max((word.removeprefix("ال") for word in name.split()), key=len)
    return longest[: max(3, len(longest) - 2)] if longest.endswith(("ا", "ه")) else longest


@cache
def plain(name: str) -> str:
    """A name without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
