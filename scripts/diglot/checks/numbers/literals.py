"""Numbers in digits of any shape: 21,248 and 22,2 and ٣٫٥, by what stands between the digits.

A comma before just three digits divides thousands; before other digits it is a decimal comma in
Arabic and no part of the number in English. A point before just three digits may be either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from diglot.checks.arabic import western_digits
from diglot.checks.numbers.number import Number, Readings, readings

_SPACE = "\u00a0\u202f\u2009"
_FRACTIONS = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4),
    "¾": Fraction(3, 4), "⅕": Fraction(1, 5), "⅛": Fraction(1, 8),
}  # fmt: skip
_FRACTION = f"[{''.join(_FRACTIONS)}]"
LITERAL = re.compile(rf"\d+(?:[.,٫٬،'’{_SPACE}]\d+)*{_FRACTION}?|{_FRACTION}")
_PIECES = re.compile(r"\d+")
_LONGEST = 60
"""Digits that are looked at: Python refuses to read thousands of them, and no text means them."""
_THOUSANDS = "٬'’" + _SPACE


def literals(text: str, *, decimal_comma: bool) -> Iterator[Number]:
    """The numbers in digits; ``decimal_comma`` where «22,2» is how 22.2 is written."""
    for match in LITERAL.finditer(western_digits(text)):
        yield literal(match[0], match.start(), decimal_comma=decimal_comma)


def literal(digits: str, at: int, *, decimal_comma: bool) -> Number:
    """The number that these digits with their separators are; it stands at ``at``."""
    if digits[-1] in _FRACTIONS:
        whole = int(digits[:-1]) if digits[:-1].isdecimal() else 0
        share = whole + _FRACTIONS[digits[-1]]
        return Number(readings(share, share * 100), (at, at + len(digits)), firm=True)
    pieces = [piece[:_LONGEST] for piece in _PIECES.findall(digits)]
    between = [digit for digit in digits if not digit.isdigit()]
    span = (at, at + len(digits))
    parts = tuple(_parts(digits, at)) if between else ()
    return Number(
        _values(pieces, between, decimal_comma=decimal_comma),
        span,
        # Nobody writes out the minutes of «10:00».
        firm=digits.strip("0") != "" or digits == "0",
        parts=parts,
    )


def _parts(digits: str, at: int) -> Iterator[Number]:
    for match in _PIECES.finditer(digits):
        span = (at + match.start(), at + match.end())
        yield Number(readings(int(match[0][:_LONGEST])), span, firm=match[0].strip("0") != "")


def _values(pieces: list[str], between: list[str], *, decimal_comma: bool) -> Readings:
    if not between:
        return readings(int(pieces[0]))
    last = between[-1]
    grouped = _are_thousands(pieces)
    whole, decimal = int("".join(pieces)), Fraction(f"{''.join(pieces[:-1])}.{pieces[-1]}")
    if len(set(between)) == 2 and between.count(last) == 1 and _are_thousands(pieces[:-1]):
        return readings(decimal)
    if len(set(between)) > 1:
        return frozenset()
    if last in _THOUSANDS:
        return readings(whole) if grouped else frozenset()
    if len(between) > 1:
        return readings(whole) if grouped else frozenset()
    return _one_separator(last, whole, decimal, grouped=grouped, decimal_comma=decimal_comma)


def _one_separator(
    mark: str, whole: int, decimal: Fraction, *, grouped: bool, decimal_comma: bool
) -> Readings:
    if mark in ",،":
        if grouped:
            return readings(whole)
        return readings(decimal) if decimal_comma else frozenset()
    if mark == "." and grouped and decimal_comma:
        return readings(decimal, whole)
    return readings(decimal)


def _are_thousands(pieces: list[str]) -> bool:
    first, *rest = pieces
    return len(first) <= 3 and first[0] != "0" and all(len(piece) == 3 for piece in rest)
