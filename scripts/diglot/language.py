"""What is known of a language: its direction, and how it writes a date.

CLDR, through Babel, knows the names of months; the Levantine names («آذار») stand beside the
common ones («مارس») in the papers that diglot publishes, so both are given.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

Direction = Literal["ltr", "rtl"]

_RIGHT_TO_LEFT = frozenset(
    "ar,arc,arz,ckb,dv,fa,glk,he,khw,ks,lrc,mzn,nqo,pnb,ps,sd,sdh,syr,ug,ur,yi".split(",")
)
"""Languages whose usual script runs from right to left (CLDR, characterOrder)."""


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the site: BCP 47 code, and its name in itself."""

    code: str
    name: str

    @property
    def direction(self) -> Direction:
        """The direction in which the language's script runs."""
        return direction(self.code)


@cache
def direction(code: str) -> Direction:
    """``rtl`` or ``ltr`` for a BCP 47 code; a script subtag (``ku-Arab``) decides."""
    primary, *subtags = code.replace("_", "-").split("-")
    scripts = {subtag.title() for subtag in subtags if len(subtag) == 4}
    if scripts & {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo"}:
        return "rtl"
    return "rtl" if primary.lower() in _RIGHT_TO_LEFT and not scripts else "ltr"


def format_date(day: date, code: str) -> str:
    """A date as a careful text in that language writes it: ``March 22, 2017``."""
    from babel import Locale  # here: loading CLDR takes a tenth of a second
    from babel.core import UnknownLocaleError
    from babel.dates import format_date as by_cldr

    try:
        locale = Locale.parse(code, sep="-")
    except (UnknownLocaleError, ValueError):
        return day.isoformat()
    if locale.language == "ar":
        levantine = Locale("ar", "SY").months["format"]["wide"][day.month]
        common = Locale("ar").months["format"]["wide"][day.month]
        return f"{day.day} {levantine}/{common} {day.year}"
    return by_cldr(day, "long", locale)
