"""Numbers: every number of the source is in the translation with the same value, none is invented.

>>> from diglot.checks.finding import Pair
>>> [finding.message for finding in numbers(Pair("أكثر من 19 ألف ضربة", "over 19 million strikes"))]
['«19 ألف» (19,000) is «19 million» (19,000,000) in the translation']

It must not find anything in «22,2 مليار» against «$22.2 billion», in «ملياريْ دولار» against «$2
billion», in «ثلاثة وعشرون» against «23», or in «بعد عامين» against «after two years»: a number
in words on one side alone is no error.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from diglot.checks.finding import Finding, Pair, Severity, Span
from diglot.checks.message import Message, exchanged, missing_in_translation, not_in_source
from diglot.checks.numbers import arabic_reader, english_reader, vague
from diglot.checks.numbers.matching import Comparison, compare
from diglot.checks.numbers.number import Number
from diglot.checks.numbers.together import in_years, read_together
from diglot.checks.numbers.units import with_arabic_units, with_english_units

_DATE_IN_DIGITS = re.compile(r"\d[/.-]\d")


def numbers(pair: Pair) -> Iterator[Finding]:
    """What is missing, invented or changed; each message shows both sides."""
    if not pair.context.changes_direction:
        return
    left = compared(pair.source, pair.target)
    yield from _changed(pair, left)
    for number in left.source[len(left.target) :]:
        yield _missing(pair, number, Severity.ERROR)
    for number in left.target[len(left.source) :]:
        yield _invented(pair, number, Severity.ERROR)
    yield from (_missing(pair, number, Severity.WARNING) for number in left.source_words)
    yield from (_invented(pair, number, Severity.WARNING) for number in left.target_words)
    yield from _again(pair, left)
    yield from _scales(pair)


@lru_cache(maxsize=256)
def compared(source: str, target: str) -> Comparison:
    """The numbers of an Arabic text and its English translation, side by side."""
    left, right = numbers_of_source(source), numbers_of_target(target)
    dated = _DATE_IN_DIGITS.search(source) or _DATE_IN_DIGITS.search(target)
    return compare(
        left if dated else _without_months(left), right if dated else _without_months(right)
    )


@lru_cache(maxsize=4096)
def numbers_of_source(text: str) -> tuple[Number, ...]:
    """The numbers of an Arabic text; kept, because many hypotheses share one source."""
    found = read_together(arabic_reader.read(text), text)
    return tuple(map(in_years, with_arabic_units(found, text)))


@lru_cache(maxsize=256)
def numbers_of_target(text: str) -> tuple[Number, ...]:
    """The numbers of an English text."""
    found = read_together(english_reader.read(text), text)
    return tuple(map(in_years, with_english_units(found, text)))


def _without_months(numbers: Sequence[Number]) -> Sequence[Number]:
    return [number for number in numbers if not number.month]


def _changed(pair: Pair, left: Comparison) -> Iterator[Finding]:
    for source, target in zip(left.source, left.target, strict=False):
        yield _finding(
            exchanged(_with_value(pair.source, source), _with_value(pair.target, target)),
            Severity.ERROR,
            source.span,
            target.span,
        )


def _missing(pair: Pair, number: Number, severity: Severity) -> Finding:
    told = missing_in_translation(_with_value(pair.source, number))
    return _finding(told, severity, source=number.span)


def _invented(pair: Pair, number: Number, severity: Severity) -> Finding:
    told = not_in_source(_with_value(pair.target, number))
    return _finding(told, severity, target=number.span)


def _again(pair: Pair, left: Comparison) -> Iterator[Finding]:
    for number in left.source_again:
        told = Message(
            "«{number}» stands in the source more often than in the translation",
            number=_shown(pair.source, number.span),
        )
        yield _finding(told, Severity.WARNING, source=number.span)
    for number in left.target_again:
        told = Message(
            "«{number}» stands in the translation more often than in the source",
            number=_shown(pair.target, number.span),
        )
        yield _finding(told, Severity.WARNING, target=number.span)


def _scales(pair: Pair) -> Iterator[Finding]:
    found = vague.changed(
        pair.source, pair.target, numbers_of_source(pair.source), numbers_of_target(pair.target)
    )
    for source, target in found:
        shown = f"«{_shown(pair.source, source)}»", f"«{_shown(pair.target, target)}»"
        yield _finding(exchanged(*shown), Severity.ERROR, source, target)


def _finding(
    message: str, severity: Severity, source: Span | None = None, target: Span | None = None
) -> Finding:
    return Finding("numbers", severity, message, source, target)


def _shown(text: str, span: Span) -> str:
    return text[slice(*span)]


def _with_value(text: str, number: Number) -> str:
    shown = _shown(text, number.span)
    values = sorted({_plain(value) for value in number.readings})
    if len(values) != 1 or values[0] == shown:
        return f"«{shown}»"
    return f"«{shown}» ({values[0]})"


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.6g}"
