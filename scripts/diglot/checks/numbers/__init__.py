"""Numbers: every number of the source is in the translation with the same value, none is invented.

>>> from diglot.checks.finding import Pair
>>> [finding.message for finding in numbers(Pair("أكثر من 19 ألف ضربة", "over 19 million strikes"))]
['«19 ألف» (19,000) is «19 million» (19,000,000) in the translation']

It must not find anything in «22,2 مليار» against «$22.2 billion», in «ملياريْ دولار» against «$2
billion», in «ثلاثة وعشرون» against «23», or in «بعد عامين» against «after two years»: a number
in words on one side alone is no error.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.numbers import arabic_reader, english_reader
from diglot.checks.numbers.matching import Unmatched, compare
from diglot.checks.numbers.number import Number


def numbers(pair: Pair) -> Iterator[Finding]:
    """What is missing, invented or changed; each message shows both sides."""
    if not pair.context.changes_direction:
        return
    left = compare(numbers_of_source(pair.source), english_reader.read(pair.target))
    yield from _changed(pair, left)
    yield from (_missing(pair, number) for number in left.source[len(left.target) :])
    yield from (_invented(pair, number) for number in left.target[len(left.source) :])
    for number in left.source_again:
        yield _finding(
            f"«{_shown(pair.source, number)}» stands in the source more often than in the "
            "translation",
            Severity.WARNING,
            source=number,
        )


@lru_cache(maxsize=4096)
def numbers_of_source(text: str) -> tuple[Number, ...]:
    """The numbers of an Arabic text; kept, because many hypotheses share one source."""
    return arabic_reader.read(text)


def _changed(pair: Pair, left: Unmatched) -> Iterator[Finding]:
    for source, target in zip(left.source, left.target, strict=False):
        yield _finding(
            f"{_with_value(pair.source, source)} is {_with_value(pair.target, target)} "
            "in the translation",
            Severity.ERROR,
            source,
            target,
        )


def _missing(pair: Pair, number: Number) -> Finding:
    told = f"{_with_value(pair.source, number)} is not in the translation"
    return _finding(told, Severity.ERROR, source=number)


def _invented(pair: Pair, number: Number) -> Finding:
    told = f"{_with_value(pair.target, number)} is not in the source"
    return _finding(told, Severity.ERROR, target=number)


def _finding(
    message: str, severity: Severity, source: Number | None = None, target: Number | None = None
) -> Finding:
    return Finding(
        "numbers",
        severity,
        message,
        source.span if source else None,
        target.span if target else None,
    )


def _shown(text: str, number: Number) -> str:
    return text[number.span[0] : number.span[1]]


def _with_value(text: str, number: Number) -> str:
    shown = _shown(text, number)
    values = sorted({_plain(value) for value in number.readings})
    if len(values) != 1 or values[0] == shown:
        return f"«{shown}»"
    return f"«{shown}» ({values[0]})"


def _plain(value: Fraction) -> str:
    if value.denominator == 1:
        return f"{value.numerator:,}"
    return f"{float(value):,.6g}"
