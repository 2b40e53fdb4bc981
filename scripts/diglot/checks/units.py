"""Units: a number counts the same thing on both sides.

Finds «40 كيلومتراً» as «40 miles», «5 ملايين دولار» as «€5 million» and «3 أشهر» as «3 years»; it
must not find «23 ألف كم» against «23,000 kilometers», or a pound that may be money or weight.
"""

from __future__ import annotations

from collections.abc import Iterator

from diglot.checks.finding import Finding, Pair, Severity
from diglot.checks.numbers import compared
from diglot.checks.numbers.units import differ


def units(pair: Pair) -> Iterator[Finding]:
    """An error for each number that stands on both sides, of one dimension and in two units."""
    if not pair.context.changes_direction:
        return
    for source, target in compared(pair.source, pair.target).partners:
        if differ(source.units, target.units):
            said, is_now = "/".join(sorted(source.units)), "/".join(sorted(target.units))
            shown = pair.source[slice(*source.span)], pair.target[slice(*target.span)]
            yield Finding(
                "units",
                Severity.ERROR,
                f"«{shown[0]}» counts {said} in the source, «{shown[1]}» counts {is_now}",
                source.span,
                target.span,
            )
