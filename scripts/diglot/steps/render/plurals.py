"""Number agreement: «1 passage», «2 passages»; «مقطع واحد», «مقطعان», «3 مقاطع», «11 مقطعاً».

The categories are CLDR's (zero, one, two, few, many, other), through Babel.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache

from babel import Locale
from babel.core import UnknownLocaleError

Forms = Mapping[str, str]
"""A phrase by CLDR category, or for just one number: ``=2``; ``other`` is always there."""


def choose(forms: Forms, number: int, language: str) -> str:
    """The form of a phrase that goes with a number."""
    exact = forms.get(f"={number}")
    return exact or forms.get(_rule(language)(number)) or forms["other"]


@cache
def name_of(language: str, inside: str) -> str:
    """What a language is called in another, or its code where CLDR does not know."""
    try:
        return (
            Locale.parse(language, sep="-").get_display_name(inside.replace("-", "_")) or language
        )
    except (UnknownLocaleError, ValueError):
        return language


@cache
def _rule(language: str) -> Callable[[int], str]:
    try:
        return Locale.parse(language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):
        return lambda number: "other"
