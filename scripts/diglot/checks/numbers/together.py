"""Numbers whose meaning depends on what stands beside them.

«3/4» is a share and «2015-16» two years; in «1-2 billion» both are billions; «خمس سنوات ونصف» is
5.5 and «الثالثة والنصف» also 3:30; «الخامسة مساءً» is 17:00; «two decades» are 20 years.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from diglot.checks.numbers.number import Number, plus, readings, times

_DIGITS = re.compile(r"(?<![\d/.,-])(\d|\d{4})[/–-](\d{1,2})(?![\d/.,-])", re.ASCII)
_UP_TO = re.compile(r"\s*(?:-|–|—|to|or|and|إلى|الى|أو|او|و|حتى)\s*[$£€]?\s*(?:و)?")
_ONE_WORD = re.compile(r"\s+(?:[^\W\d]+\s+)?")
_AND = "و"
_EVENING = re.compile("\\s*(?:مساء|ليلا|عصرا|ظهرا|بعد الظهر)")
_BY_THE_CLOCK = re.compile(r"\s+(?:past|to)\b")
_PHRASES = re.compile(r"\b(?:24/7|COVID-19|Covid-19)\b")
_SCORE = re.compile(r"(?<![\d.,-])\d{1,2}[-–](1)(?!\d|[.,]\d|[-–])")
"""«3-1»: Arabic says «three goals to a goal»."""
_YEARS = {"decade": 10, "century": 100}


def read_together(numbers: tuple[Number, ...], text: str) -> tuple[Number, ...]:
    """The numbers of a text, with all that they may be worth beside each other."""
    if not numbers:
        return ()
    found = _joined(numbers, text)
    phrases = [match.span() for match in _PHRASES.finditer(text)]
    phrases += [match.span(1) for match in _SCORE.finditer(text)]
    return tuple(
        _in_a_phrase(_of_the_day(_up_to(number, after, text), text), phrases)
        for number, after in zip(found, (*found[1:], None), strict=True)
    )


def in_years(number: Number) -> Number:
    """«two decades» as 20 years too; once it is known what the number counts."""
    factor = next((_YEARS[unit] for unit in number.units if unit in _YEARS), None)
    if factor is None:
        return number
    value = number.readings | times(number.readings, factor)
    return replace(number, readings=value, units=number.units | {"year"})


def _joined(numbers: Sequence[Number], text: str) -> list[Number]:
    """Neighbours that are one number: digits with a slash, and a whole with «and a half»."""
    starts = {match.start(1): match for match in _DIGITS.finditer(text)}
    found: list[Number] = []
    for number in numbers:
        before = found[-1] if found else None
        match = starts.get(before.span[0]) if before and before.firm else None
        if before is None:
            found.append(number)
        elif match is not None and match.span(2) == number.span:
            found[-1:] = _with_slash(before, number, match)
        elif _is_half(before, number, text):
            found[-1] = _with_half(before, number)
        else:
            found.append(number)
    return found


def _with_slash(before: Number, number: Number, match: re.Match[str]) -> list[Number]:
    first, second = int(match[1]), int(match[2])
    if len(match[1]) == 4:
        return [before, replace(number, readings=readings(second, first // 100 * 100 + second))]
    if 0 < first < second:
        share = Fraction(first, second)
        span = (before.span[0], number.span[1])
        both = (before, number)
        return [Number(readings(share, round(share * 100)), span, firm=True, parts=both)]
    return [before, number]


def _is_half(before: Number, number: Number, text: str) -> bool:
    """«… ونصف» behind a whole number, with at most a word between."""
    if not text.startswith(_AND, number.span[0]) or min(number.readings, default=1) >= 1:
        return False
    between = text[before.span[1] : number.span[0]]
    is_whole = (before.firm or before.spelt or between == " ") and before.scale == 1
    return is_whole and _ONE_WORD.fullmatch(between) is not None


def _with_half(before: Number, number: Number) -> Number:
    share = min(number.readings)
    minutes = replace(number, readings=number.readings | readings(share * 60))
    return replace(
        before,
        readings=plus(before.readings, readings(share)),
        span=(before.span[0], number.span[1]),
        parts=(before, minutes),
    )


def _up_to(number: Number, after: Number | None, text: str) -> Number:
    """«1-2 billion»: the first may be as many billions as the second."""
    if after is None or number.scale > 1 or after.scale == 1:
        return number
    if _UP_TO.fullmatch(text, number.span[1], after.span[0]) is None:
        return number
    return replace(number, readings=number.readings | times(number.readings, after.scale))


def _of_the_day(number: Number, text: str) -> Number:
    """«الخامسة مساءً» is 17:00, «half past three» is 3:30."""
    value = number.readings
    if _EVENING.match(text, number.span[1]) and max(value, default=Fraction(13)) < 12:
        parts = tuple(replace(p, readings=p.readings | plus(p.readings, readings(12)))
                      if at == 0 else p for at, p in enumerate(number.parts))  # fmt: skip
        return replace(number, readings=value | plus(value, readings(12)), parts=parts)
    if min(value, default=1) < 1 and _BY_THE_CLOCK.match(text, number.span[1]):
        share = min(value) * 60
        return replace(number, readings=value | readings(share, 60 - share))
    return number


def _in_a_phrase(number: Number, phrases: Sequence[tuple[int, int]]) -> Number:
    """«24/7» and «COVID-19» are often put otherwise."""
    if any(start <= number.span[0] and number.span[1] <= end for start, end in phrases):
        return replace(number, firm=False, spelt=False)
    return number
