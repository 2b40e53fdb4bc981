"""A translation with its numbers exchanged, where nothing but numbers changed in the source.

>>> numbers_exchanged("بلغ العدد 62 مدرسة", "بلغ العدد 63 مدرسة", "There were 62 schools.")
'There were 63 schools.'
>>> numbers_exchanged("19 ألف ضربة", "21 ألف ضربة", "19 thousand strikes")
'21 thousand strikes'

Never a guess: None where a number of the translation cannot be told from another one, or where
the result would not agree with the source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from diglot.checks.arabic import western_digits
from diglot.checks.finding import Pair, Severity
from diglot.checks.numbers import compared, english_reader, numbers, numbers_of_source
from diglot.checks.numbers.number import Number
from diglot.model.change import Change, change_between

_IN_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_FROM_HERE_WITH_COMMAS = 10_000
"""English writes 2017 and 8,200 alike without and with a comma; above this nearly always with."""
_DECIMAL = re.compile(r"(?<!\d)\d+[,.\u066b]\d{1,2}(?!\d)")
_PLACES = 3
"""Behind the point; what would need more is no number that somebody wrote so."""


def numbers_exchanged(was: str, source: str, target: str) -> str | None:
    """``target``, made for the source ``was``, with the numbers of ``source`` in it.

    None where that is not certain, where more than numbers changed, or where the result fails
    the number check.
    """
    if change_between(was, source) is not Change.NUMBERS:
        return None
    exchanged = _spliced(numbers_of_source(was), numbers_of_source(source), target)
    if exchanged is None or exchanged == target:
        return None
    found = numbers(Pair(source, exchanged))
    return None if any(each.severity is Severity.ERROR for each in found) else exchanged


def _spliced(olds: Sequence[Number], news: Sequence[Number], target: str) -> str | None:
    if len(olds) != len(news) or _is_ambiguous(olds, news):
        return None
    text = target
    there = english_reader.read(target)
    # From the end, so that places before it stay what they are.
    for number, (old, new) in _partners(olds, news, there):
        if old.readings == new.readings:
            continue
        value = _value(number, old, new)
        written = value and _written(target[slice(*number.span)], old, value)
        if not written:
            return None
        text = text[: number.span[0]] + written + text[number.span[1] :]
    return text


def _is_ambiguous(olds: Sequence[Number], news: Sequence[Number]) -> bool:
    """Whether two equal numbers become different ones: a translator may have put them anywhere."""
    pairs = list(zip(olds, news, strict=True))
    return any(
        one.may_equal(other) and becomes.readings != others
        for at, (one, becomes) in enumerate(pairs)
        for other, others in ((o, n.readings) for o, n in pairs[at + 1 :])
    )


def _partners(
    olds: Sequence[Number], news: Sequence[Number], there: Sequence[Number]
) -> Iterator[tuple[Number, tuple[Number, Number]]]:
    """Numbers of the translation, the last first, with what they were and what they become."""
    pairs = list(zip(olds, news, strict=True))
    for number in reversed(there):
        pair = next((pair for pair in reversed(pairs) if pair[0].may_equal(number)), None)
        if pair is not None:
            pairs.remove(pair)
            yield number, pair


def _value(number: Number, old: Number, new: Number) -> Fraction | None:
    """Of the values that the new number may have, the one in the place of the old one's.

    «22,4» is 22.4, as «22,2» was 22.2 and not 22,002.
    """
    before, after = sorted(old.readings), sorted(new.readings)
    if len(after) == 1:
        return after[0]
    places = [at for at, value in enumerate(before) if value in number.readings]
    return after[places[0]] if len(places) == 1 and len(before) == len(after) else None


def _written(text: str, old: Number, value: Fraction) -> str | None:
    """The value as the old one was written here: with its scale word, with commas or without."""
    digits = _IN_DIGITS.match(text)
    if digits is None:
        return _figure(value, commas=True)
    shown = Fraction(digits[0].replace(",", ""))
    scale = next((v / shown for v in old.readings if shown and (v / shown).denominator == 1), None)
    if scale is None:
        return None
    commas = "," in digits[0] or shown < 1000
    figure = _figure(value / scale, commas=commas)
    return None if figure is None else figure + text[digits.end() :]


def _figure(value: Fraction, *, commas: bool) -> str | None:
    if (value * 10**_PLACES).denominator != 1:
        return None
    with_commas = commas or value >= _FROM_HERE_WITH_COMMAS
    whole, rest = divmod(value, 1)
    decimals = f"{float(rest):.{_PLACES}f}"[1:].rstrip("0").rstrip(".")
    return f"{whole:,}{decimals}" if with_commas else f"{whole}{decimals}"


def numbers_put_right(source: str, target: str) -> str | None:
    """``target`` with the numbers of ``source`` in place of those that differ from them.

    >>> numbers_put_right("أكثر من 19 ألف ضربة", "over 18 thousand strikes")
    'over 19 thousand strikes'

    None where nothing differs, or where the result would still not agree with the source.
    """
    left = compared(source, target)
    text = target
    for wanted, there in sorted(
        zip(left.source, left.target, strict=False), key=lambda pair: pair[1].span, reverse=True
    ):
        value = _sure_value(source[slice(*wanted.span)], wanted)
        put = None if value is None else _written(text[slice(*there.span)], there, value)
        if put is None:
            return None
        text = text[: there.span[0]] + put + text[there.span[1] :]
    if text == target:
        return None
    found = numbers(Pair(source, text))
    return None if any(each.severity is Severity.ERROR for each in found) else text


def _sure_value(shown: str, number: Number) -> Fraction | None:
    """What it is worth; «22,2» is 22.2, as nobody writes thousands so, and «21,248» may be both."""
    decimal = _DECIMAL.search(shown)
    if decimal is None or len(number.readings) == 1:
        return next(iter(number.readings)) if len(number.readings) == 1 else None
    told = Fraction(re.sub(r"[,\u066b]", ".", western_digits(decimal[0])))
    fitting = [value for value in number.readings if (value / told).denominator == 1]
    return fitting[0] if len(fitting) == 1 else None
