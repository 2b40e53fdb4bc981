"""Dates: months and days of the week are the same on both sides.

Finds «24 كانون الثاني/يناير» as «February 24», «يوم الثلاثاء» as «on Thursday» and «شهر رمضان» as
«Shawwal»; it must not find a month in «مارس» (he practised), in «may» or in «march on», nor miss
one written as a number («24/1/2017»), nor take «الأحد» (the one) or «الاثنين» (the two) for a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from diglot.checks.dates import arabic_dates, english_dates
from diglot.checks.dates.named import Named
from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import exchanged, missing_in_translation, not_in_source

_IN_DIGITS = re.compile(r"(?<![\d.,])\d{1,4}([/.-])(\d{1,2})(?:\1\d{2,4})?(?![\d/])")

Read = Callable[[str], tuple[Named, ...]]


def dates(pair: Pair) -> Iterator[Finding]:
    """An error where a name stands for another; a warning where one is missing or invented."""
    if not pair.context.changes_direction or not pair.context.target_language.startswith("en"):
        return
    source, target = _of_source(pair.source), english_dates.read(pair.target)
    if not source and not target:
        return
    for kind in ("month", "weekday", "Hijri month"):
        left = [name for name in source if name.kind == kind]
        right = [name for name in target if name.kind == kind]
        missing = [name for name in left if name.sure and not _is_there(name, right, pair.target)]
        invented = [name for name in right if name.sure and not _is_there(name, left, pair.source)]
        yield from _told(pair, missing, invented)


@lru_cache(maxsize=1024)
def _of_source(text: str) -> tuple[Named, ...]:
    return arabic_dates.read(text)


def _is_there(name: Named, others: Sequence[Named], text: str) -> bool:
    if any(not name.values.isdisjoint(other.values) for other in others):
        return True
    if name.kind != "month":
        return False
    digits = (number for match in _IN_DIGITS.finditer(text) for number in re.split(r"\D", match[0]))
    return any(int(number) in name.values for number in digits)


def _told(pair: Pair, missing: list[Named], invented: list[Named]) -> Iterator[Finding]:
    for one, other in zip(missing, invented, strict=False):
        told = exchanged(_with_english(pair, one), f"«{_shown(pair.target, other)}»")
        yield Finding("dates", Severity.ERROR, told, one.span, other.span)
    for one in missing[len(invented) :]:
        told = missing_in_translation(_with_english(pair, one))
        yield Finding("dates", Severity.WARNING, told, one.span)
    for other in invented[len(missing) :]:
        told = not_in_source(f"«{_shown(pair.target, other)}»")
        yield Finding("dates", Severity.WARNING, told, None, other.span)


def _with_english(pair: Pair, name: Named) -> str:
    return f"«{_shown(pair.source, name)}» ({name.english})"


def _shown(text: str, name: Named) -> str:
    return text[slice(*name.span)]
