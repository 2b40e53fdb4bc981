"""Months and days of the week in an English text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from diglot.checks.dates.named import Named

_MONTHS = "January February March April May June July August September October November December"
_SHORT = {"Jan": 1, "Feb": 2, "Mar": 3, "Apr": 4, "Jun": 6, "Jul": 7, "Aug": 8, "Sep": 9,
          "Sept": 9, "Oct": 10, "Nov": 11, "Dec": 12}  # fmt: skip
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_MONTH = {name: at for at, name in enumerate(_MONTHS.split(), start=1)}
_DAY = {name: at for at, name in enumerate(_DAYS.split())}
_HIJRI = {
    r"Muharram": 1, r"Safar": 2, r"Rabi['‘’ʻ]? ?(?:al-?Awwal|I|1)": 3,
    r"Rabi['‘’ʻ]? ?(?:al-?(?:Th[aā]ni|[AĀ]khir)|II|2)": 4,
    r"Juma?a?da (?:al-?(?:Ula|Awwal)a?|I|1)": 5,
    r"Juma?a?da (?:al-?(?:[AĀ]khir|Th[aā]ni)\w*|II|2)": 6,
    r"Rajab": 7, r"Sha['‘’ʻ]?ban": 8, r"Rama[dz]h?an": 9, r"Shaww?al": 10,
    r"Dh?u['‘’ʻ]?l?[ -](?:al-?)?[QK]a['‘’ʻ]?[ai]?dah?": 11,
    r"Dh?u['‘’ʻ]?l?[ -](?:al-?)?Hij+ah?": 12,
}  # fmt: skip
_CERTAIN_HIJRI = frozenset({3, 4, 5, 6, 9, 11, 12})
_NAME = re.compile(
    rf"\b(?:(?P<month>{'|'.join(_MONTH)}|(?:{'|'.join(_SHORT)})(?=\.|\s\d))"
    rf"|(?P<day>{'|'.join(_DAY)})s?"
    rf"|(?P<hijri>{'|'.join(f'(?P<h{at}>{name})' for name, at in _HIJRI.items())}))\b"
)
_OTHER_WORDS_TOO = frozenset({"March", "May", "August", "April", "June", "Mar", "Jan"})
"""Verbs and given names; in capitals where a date is, or where a sentence begins."""
_BEFORE = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|\b(?:in|of|since|until|till|by|last|next|this|early|late|mid|from|to"
    r"|between|and|or|through|during|before|after|end|beginning|every|for))[ /-]+(?:of )?$",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\.?,? ?-?(?:\d|to |and (?:January|February|April|June|July|September))")


def read(text: str) -> tuple[Named, ...]:
    """The names in their order."""
    return tuple(_read(text))


def _read(text: str) -> Iterator[Named]:
    for match in _NAME.finditer(text):
        if match["month"]:
            name = match["month"]
            sure = name not in _OTHER_WORDS_TOO or _is_dated(text, match)
            yield Named("month", frozenset({_MONTH.get(name) or _SHORT[name]}), match.span(), sure)
        elif match["day"]:
            yield Named("weekday", frozenset({_DAY[match["day"]]}), match.span("day"))
        else:
            number = next(at for at in _HIJRI.values() if match[f"h{at}"])
            sure = number in _CERTAIN_HIJRI or _is_dated(text, match)
            yield Named("Hijri month", frozenset({number}), match.span(), sure)


def _is_dated(text: str, match: re.Match[str]) -> bool:
    return bool(
        _BEFORE.search(text, max(0, match.start() - 14), match.start())
        or _BEHIND.match(text, match.end())
    )
