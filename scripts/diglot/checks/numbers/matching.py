"""Which numbers of two texts belong together, and which have no partner.

Numbers are compared as multisets of values. Only firm ones (in digits) must have a partner; words
may be one. Two numbers in words that cannot be anything else, one left on either side, are a
mistake too («تسعة آلاف», «nine million»).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from diglot.checks.numbers.number import Number


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Numbers without a partner, in the order of their texts."""

    source: tuple[Number, ...]
    target: tuple[Number, ...]
    source_again: tuple[Number, ...] = ()
    """Numbers of the source whose partner has another partner already: said twice, put once."""


def compare(source: Sequence[Number], target: Sequence[Number]) -> Unmatched:
    """The numbers that have to be on the other side, and are not."""
    left, right = _without_partners(source, target)
    # What was one number may be two on the other side: «4 ملايين و700 ألف», «9/11», «10:30».
    left, right = _without_partners(_parts(left, right), _parts(right, left))
    again, missing = _divided(left, target)
    _, invented = _divided(right, source)
    spelt = _spelt_on_both_sides(missing, invented)
    return Unmatched(
        tuple(n for n in missing if n.firm or n in spelt),
        tuple(n for n in invented if n.firm or n in spelt),
        tuple(n for n in again if n.firm),
    )


def _without_partners(
    source: Sequence[Number], target: Sequence[Number]
) -> tuple[list[Number], list[Number]]:
    """Firm numbers choose first, and firm partners before others."""
    left, right = list(source), list(target)
    for firm, partner_firm in ((True, True), (True, False), (False, True), (False, False)):
        for number in [n for n in left if n.firm is firm]:
            partner = next(
                (o for o in right if o.firm is partner_firm and number.may_equal(o)), None
            )
            if partner is not None:
                left.remove(number)
                right.remove(partner)
    return left, right


def _parts(numbers: Iterable[Number], others: Iterable[Number]) -> list[Number]:
    """Numbers that fall into parts are taken apart where these fit.

    One part is enough of «4 ملايين و700 ألف», and of digits that have no value as a whole. «36.2»
    needs both: it is «36» on the other side, and not «36» with the «2» left out.
    """
    # The digits of «21,248» and «21.248» are alike, their values are not: parts fit wholes only.
    there = [n for o in others for n in (o, *(o.parts if o.spelt or not o.readings else ()))]
    inner = [n for n in _inner(others) if not _is_a_group(n)]
    found: list[Number] = []
    for number in numbers:
        fits = _are_among(number.parts, there)
        if number.spelt or not number.readings:
            fits = fits or any(part.may_equal(o) for part in number.parts for o in there)
        if not number.readings:
            fits = fits or _are_among(number.parts, inner)
        found.extend(number.parts if number.parts and fits else [number])
    return found


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
    numbers: Iterable[Number], others: Sequence[Number]
) -> tuple[list[Number], list[Number]]:
    """Those that are on the other side all the same, and those that are not."""
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
