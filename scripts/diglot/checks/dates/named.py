"""A month or a day of the week as it stands in a text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from diglot.checks.finding import Span


@dataclass(frozen=True, slots=True)
class Named:
    """One name; its values are numbers of months (1 to 12) or of days (Monday is 0)."""

    kind: str
    """``month``, ``weekday`` or ``Hijri month``."""
    values: frozenset[int]
    span: Span
    sure: bool = True
    """Whether it can be nothing else: «may», «مارس» and «الأحد» are other words too."""

    @property
    def english(self) -> str:
        """What it is called in English."""
        return "/".join(english_names(self.kind)[value] for value in sorted(self.values))


@cache
def english_names(kind: str) -> dict[int, str]:
    """The names by number: those of CLDR, and of the Islamic calendar the usual ones."""
    from babel import Locale  # here: loading CLDR takes a while

    if kind == "month":
        return dict(Locale("en").months["format"]["wide"])
    if kind == "weekday":
        return dict(Locale("en").days["format"]["wide"])
    return dict(enumerate(HIJRI, start=1))


HIJRI = (
    "Muharram", "Safar", "Rabi al-Awwal", "Rabi al-Thani", "Jumada al-Ula", "Jumada al-Akhira",
    "Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qadah", "Dhu al-Hijjah",
)  # fmt: skip
