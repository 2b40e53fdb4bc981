"""Checks that understand Arabic → English: what a reviewer must not miss, and silence otherwise.

In: a pair of texts with what is known of the project. Out: findings. A check is a plain function
in ``CHECKS``; drafting uses them to choose among hypotheses, ``diglot check`` to report.

>>> pair = Pair("حررت العمليات 62 بالمئة من الأراضي.", "The operations have freed 26 percent.")
>>> [str(finding.severity) for finding in check(pair)]
['error']
"""

from __future__ import annotations

from collections.abc import Sequence

from diglot.checks.empty import empty
from diglot.checks.finding import Check, Context, Finding, Pair, Severity
from diglot.checks.glossary import glossary
from diglot.checks.latin_kept import latin_kept
from diglot.checks.left_over import left_over
from diglot.checks.length import length
from diglot.checks.loops import loops
from diglot.checks.numbers import numbers
from diglot.checks.unknown_tokens import unknown_tokens

__all__ = ["CHECKS", "Check", "Context", "Finding", "Pair", "Severity", "check"]

CHECKS: tuple[Check, ...] = (
    empty,
    unknown_tokens,
    left_over,
    loops,
    length,
    numbers,
    glossary,
    latin_kept,
)


def check(pair: Pair, checks: Sequence[Check] = CHECKS) -> tuple[Finding, ...]:
    """Everything that the checks find, in their order; nothing beyond «empty» for an empty text."""
    if not pair.target.strip():
        return tuple(empty(pair))
    return tuple(finding for each in checks for finding in each(pair))
