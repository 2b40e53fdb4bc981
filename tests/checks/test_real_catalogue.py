"""The checks over the real source's catalogue: silent on good texts, and never on broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot.checks import Context, Finding, Pair, Severity, check
from diglot.model import glossary, po_reader
from tests.checks.faults import FAULTS, Fault, person_exchanged

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "translations" / "en" / "coalition-fact-sheet-2017.po"

ALLOWED = {"negation_lost": 0.5}
"""The share of faults of a kind that may be missed, where it is not 5 %."""


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    context = Context(glossary.read(ROOT / "translations" / "glossary.csv"))
    catalogue = po_reader.read(CATALOGUE, document="coalition-fact-sheet-2017", language="en")
    assert catalogue is not None
    return [Pair(each.source, each.target, context) for each in catalogue.active if each.target]


def findings(pair: Pair, severity: Severity) -> list[Finding]:
    return [finding for finding in check(pair) if finding.severity is severity]


def test_there_is_no_error_and_hardly_a_warning(pairs: list[Pair]) -> None:
    errors = [(pair.source, found) for pair in pairs for found in findings(pair, Severity.ERROR)]
    warned = [pair for pair in pairs if findings(pair, Severity.WARNING)]

    assert errors == []
    assert len(warned) <= 0.03 * len(pairs)


@pytest.mark.parametrize(
    ("fault", "names"),
    # Of persons there is one name in it, and the project's names are no persons.
    [(fault, names) for fault, names in FAULTS.items() if fault is not person_exchanged],
    ids=lambda it: getattr(it, "__name__", ""),
)
def test_faults_are_found(pairs: list[Pair], fault: Fault, names: tuple[str, ...]) -> None:
    broken = [
        Pair(pair.source, target, pair.context)
        for pair in pairs
        for target in fault(pair)
        if target != pair.target
    ]
    missed = [pair.target for pair in broken if {f.check for f in check(pair)}.isdisjoint(names)]

    assert len(missed) <= ALLOWED.get(fault.__name__, 0.05) * len(broken), missed
