"""Pairs of our own that are rich in facts: silence, and every kind of fault found."""

from __future__ import annotations

import pytest

from diglot.checks import Pair, check
from tests.checks.faults import FAULTS, Fault
from tests.checks.made_pairs import made_pairs

PAIRS = list(made_pairs())
ALLOWED = {"cut": 0.1, "person_exchanged": 0.5}
"""The share of faults of a kind that may be missed, where it is not 5 %."""


def findings(pair: Pair) -> set[str]:
    return {found.check for found in check(pair)}


def test_good_pairs_are_silent() -> None:
    assert [pair.target for pair in PAIRS if findings(pair)] == []


def test_no_two_pairs_are_the_same() -> None:
    assert len({pair.source for pair in PAIRS}) == len(PAIRS) > 400


@pytest.mark.parametrize(
    ("fault", "names"), FAULTS.items(), ids=lambda it: getattr(it, "__name__", "")
)
def test_faults_are_found(fault: Fault, names: tuple[str, ...]) -> None:
    broken = [
        Pair(pair.source, target, pair.context)
        for pair in PAIRS[::3]
        for target in fault(pair)
        if target != pair.target
    ]
    missed = [pair.target for pair in broken if findings(pair).isdisjoint(names)]

    assert len(missed) <= ALLOWED.get(fault.__name__, 0.05) * len(broken), missed
