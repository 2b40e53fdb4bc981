"""Units: a number counts the same thing on both sides.

Finds «40 كيلومتراً» as «40 miles», «5 ملايين دولار» as «€5 million» and «3 أشهر» as «3 years»; it
must not find «23 ألف كم» against «23,000 kilometers», or a pound that may be money or weight.
"""

from __future__ import annotations

from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.message import Message
from diglot.checks.numbers import compared
from diglot.checks.numbers.units import differ, money


def units(pair: Pair) -> Iterator[Finding]:
    """An error for each number that stands on both sides, of one dimension and in two units."""
    if not pair.context.changes_direction:
        return
    for source, target in compared(pair.source, pair.target).partners:
        if differ(source.units, target.units):
            shown = pair.source[slice(*source.span)], pair.target[slice(*target.span)]
            yield Finding(
                "units",
                Severity.ERROR,
                Message(
                    "«{source}» counts {units} in the source, «{target}» counts {others}",
                    source=shown[0],
                    units=_named(source.units),
                    target=shown[1],
                    others=_named(target.units),
                ),
                source.span,
                target.span,
            )
    yield from _other_money(pair)


def _other_money(pair: Pair) -> Iterator[Finding]:
    """«3000 و5000 جنيه» as «$3,000 and £5,000»: a currency of which the source knows nothing."""
    partners = compared(pair.source, pair.target).partners
    known = frozenset[str]().union(*(money(source.units) for source, _ in partners))
    for source, target in partners:
        paid = money(target.units)
        if known and paid and not source.units and paid.isdisjoint(known):
            told = Message(
                "«{target}» is {paid} in the translation, and the source has nothing but {known}",
                target=pair.target[slice(*target.span)],
                paid=_named(paid),
                known=_named(known),
            )
            yield Finding("units", Severity.WARNING, told, source.span, target.span)


def _named(units: frozenset[str]) -> tuple[str, ...]:
    return tuple(Message(unit) for unit in sorted(units))
