"""Which numbers of two texts belong together, and which have no partner.

Numbers are compared as multisets of values. Firm ones (in digits) must have a partner, and so must
words that can be nothing but a number, with less certainty; others may be one. Where a value stands
there several times, numbers of the same unit belong together.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diglot.checks.numbers.number import Number


@dataclass(frozen=True, slots=True)
class Comparison:
    """Numbers with and without a partner, in the order of their texts."""

    partners: tuple[tuple[Number, Number], ...]
    source: tuple[Number, ...]
    """Firm, or in words where the other side has a number too that is left alone."""
    target: tuple[Number, ...]
    source_words: tuple[Number, ...] = ()
    """In words, and nothing on the other side is left that they could be."""
    target_words: tuple[Number, ...] = ()
    source_again: tuple[Number, ...] = ()
    """Numbers of the source whose partner has another partner already: said twice, put once."""
    target_again: tuple[Number, ...] = ()


def compare(source: Sequence[Number], target: Sequence[Number]) -> Comparison:
    """The numbers that have to be on the other side, and are not."""
    if not source and not target:
        return Comparison((), (), ())
    partners: list[tuple[Number, Number]] = []
    left, right = _without_partners(source, target, partners)
    # What was one number may be two on the other side: «4 ملايين و700 ألف», «9/11», «10:30».
    left, right = _without_partners(_parts(left, right), _parts(right, left), partners)
    source_again, missing = _divided(left, target)
    target_again, invented = _divided(right, source)
    spelt = _spelt_on_both_sides(missing, invented)
    return Comparison(
        tuple(partners),
        tuple(n for n in missing if n.firm or n in spelt),
        tuple(n for n in invented if n.firm or n in spelt),
        tuple(n for n in missing if n.spelt and not n.firm and n not in spelt),
        tuple(n for n in invented if n.spelt and not n.firm and n not in spelt),
        tuple(n for n in source_again if n.firm),
        tuple(n for n in target_again if n.firm),
    )


def _without_partners(
    source: Sequence[Number], target: Sequence[Number], partners: list[tuple[Number, Number]]
) -> tuple[list[Number], list[Number]]:
    """Firm numbers choose first, and firm partners before others; pairs are added to partners."""
    left, right = list(source), list(target)
    for firm, partner_firm in ((True, True), (True, False), (False, True), (False, False)):
        for number in [n for n in left if n.firm is firm]:
            possible = [o for o in right if o.firm is partner_firm and number.may_equal(o)]
            if possible:
                partner = max(possible, key=lambda other: _fit(number, other))
                left.remove(number)
                right.remove(partner)
                partners.append((number, partner))
    return left, right


def _fit(number: Number, other: Number) -> tuple[int, bool]:
    """How well two numbers of one value go together, by what they count and how they are put."""
    if number.units and other.units:
        same = 2 if not number.units.isdisjoint(other.units) else 0
    else:
        same = 1 if number.units or other.units else 2
    return same, number.spelt is other.spelt


def _parts(numbers: Iterable[Number], others: Iterable[Number]) -> list[Number]:
    """Numbers that fall into parts are taken apart where these fit.

    One part is enough of «4 ملايين و700 ألف», and of digits that have no value as a whole. «36.2»
    needs both: it is «36» on the other side, and not «36» with the «2» left out.
    """
    # The digits of «21,248» and «21.248» are alike, their values are not: parts fit wholes only.
    there = [n for o in others for n in (o, *(o.parts if _may_be_several(o) else ()))]
    inner = [n for n in _inner(others) if not _is_a_group(n)]
    found: list[Number] = []
    for number in numbers:
        fits = _are_among(number.parts, there)
        if number.spelt or not number.readings or not number.firm:
            fits = fits or any(part.may_equal(o) for part in number.parts for o in there)
        if _may_be_several(number):
            fits = fits or _are_among(number.parts, inner)
        found.extend(number.parts if number.parts and fits else [number])
    return found


def _may_be_several(number: Number) -> bool:
    """Words, digits without a value as a whole, and «9/11», which need not be a fraction."""
    if number.spelt or not number.readings:
        return True
    if len(number.parts) != 2:
        return False
    above, below = (part.readings for part in number.parts)
    return any(x * y == z for x in number.readings for y in below for z in above)


def _are_among(parts: Iterable[Number], others: Iterable[Number]) -> bool:
    """Whether each has a partner of its own."""
    left = list(others)
    for part in parts:
        partner = next((other for other in left if part.may_equal(other)), None)
        if partner is None or _is_a_group(part):
            return False
        left.remove(partner)
    return True


def _is_a_group(part: Number) -> bool:
    """The «082» of «50,082», which is never 82."""
    return part.firm and part.span[1] - part.span[0] == 3 and max(part.readings, default=100) < 100


def _inner(numbers: Iterable[Number]) -> list[Number]:
    return [part for number in numbers for part in number.parts]


def _divided(
    numbers: Sequence[Number], others: Sequence[Number]
) -> tuple[list[Number], list[Number]]:
    """Those that are on the other side all the same, and those that are not."""
    if not numbers:
        return [], []
    everything = [*others, *_inner(number for number in others if number.spelt)]
    again: list[Number] = []
    alone: list[Number] = []
    for number in numbers:
        (again if any(number.may_equal(o) for o in everything) else alone).append(number)
    return again, alone


def _spelt_on_both_sides(left: list[Number], right: list[Number]) -> list[Number]:
    """Numbers in words count where the other side has a number too that is left alone."""
    spelt_left = [n for n in left if n.spelt or n.firm]
    spelt_right = [n for n in right if n.spelt or n.firm]
    return [*spelt_left, *spelt_right] if spelt_left and spelt_right else []
