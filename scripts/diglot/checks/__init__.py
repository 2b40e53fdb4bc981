"""Checks that understand Arabic → English: what a reviewer must not miss, and silence otherwise.

In: a pair of texts with what is known of the project. Out: findings. A check is a plain function
in ``CHECKS``; drafting uses them to choose among hypotheses, ``diglot check`` to report.

>>> pair = Pair("حررت العمليات 62 بالمئة من الأراضي.", "The operations have freed 26 percent.")
>>> [str(finding.severity) for finding in check(pair)]
['error']
"""

from __future__ import annotations

from collections.abc import Sequence

from diglot.checks.capitals import capitals
from diglot.checks.copied import copied
from diglot.checks.countries import countries
from diglot.checks.cut import cut
from diglot.checks.dates import dates
from diglot.checks.empty import empty
from diglot.checks.finding import Check, Context, Finding, Pair, Severity
from diglot.checks.form import FORM
from diglot.checks.glossary import glossary
from diglot.checks.installed import of_other_packages
from diglot.checks.languages import languages
from diglot.checks.latin_kept import latin_kept
from diglot.checks.left_over import left_over
from diglot.checks.length import length
from diglot.checks.loops import loops
from diglot.checks.moved import without_moved
from diglot.checks.names import names
from diglot.checks.negation import negation
from diglot.checks.numbers import numbers
from diglot.checks.sentences import sentences
from diglot.checks.tails import tails
from diglot.checks.units import units
from diglot.checks.unknown_names import unknown_names
from diglot.checks.unknown_tokens import unknown_tokens

__all__ = ["CHECKS", "Check", "Context", "Finding", "Pair", "Severity", "all_checks", "check"]

FACTS: tuple[Check, ...] = (
    numbers,
    units,
    dates,
    glossary,
    names,
    countries,
    languages,
    latin_kept,
    negation,
    unknown_names,
)
"""Compared by block: a translator may move a number or a name into the next sentence."""

CHECKS: tuple[Check, ...] = (
    empty,
    unknown_tokens,
    left_over,
    loops,
    copied,
    length,
    sentences,
    cut,
    tails,
    capitals,
    *FACTS,
    *FORM,
)
_BY_BLOCK = frozenset(FACTS)


def all_checks() -> tuple[Check, ...]:
    """Those of diglot, and those of other packages. UserError where one cannot be loaded."""
    return (*CHECKS, *of_other_packages())


def check(pair: Pair, checks: Sequence[Check] | None = None) -> tuple[Finding, ...]:
    """Everything that the checks find, in their order; nothing beyond «empty» for an empty text.

    Without ``checks``: all that there are. With ``pair.block``, facts that are wrong in the segment
    and right in the block as a whole are no findings.
    """
    if not pair.target.strip():
        return tuple(empty(pair))
    return tuple(
        finding
        for each in (all_checks() if checks is None else checks)
        for finding in (without_moved(pair, each) if each in _BY_BLOCK else each(pair))
    )
