"""A number as it stands in a text: what it may be worth, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from diglot.checks.finding import Span

Readings = frozenset[Fraction]
"""The values that a number may have: «1.234» is 1.234 or 1,234; «half» is ½ or 50 (percent)."""


@dataclass(frozen=True, slots=True)
class Number:
    """One number of a text."""

    readings: Readings
    span: Span
    firm: bool = False
    """Written in digits: it has to be on the other side. Words alone may be put otherwise."""
    spelt: bool = False
    """In words that can mean nothing but a number («تسعة آلاف», «twenty-three», «خمسة»)."""
    month: bool = False
    """The name of a month, which may be a number on the other side («24/1/2017»)."""
    scale: Fraction = Fraction(1)
    """What its last word multiplies by: a million in «2 million»."""
    units: frozenset[str] = frozenset()
    """What it counts, where that is known: «kilometer»; «pound» may be money or weight."""
    parts: tuple[Number, ...] = ()
    """What it falls into where the whole is not on the other side («4 ملايين و700 ألف»)."""

    def may_equal(self, other: Number) -> bool:
        """Whether some reading of both is the same."""
        return not self.readings.isdisjoint(other.readings)


def readings(*values: Fraction | int | str) -> Readings:
    """These values as readings."""
    return frozenset(Fraction(value) for value in values)


def times(left: Readings, right: Fraction | int) -> Readings:
    """Every reading multiplied."""
    return frozenset(value * right for value in left)


def plus(left: Readings, right: Readings) -> Readings:
    """Every reading of the one added to every one of the other."""
    return frozenset(one + other for one in left for other in right)


def covering(spans: list[Span]) -> Span:
    """From the beginning of the first to the end of the last."""
    return min(start for start, _ in spans), max(end for _, end in spans)
