"""Checks of other packages, and facts that are compared by block."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from diglot import checks
from diglot.checks import Finding, Pair, Severity, check, installed
from diglot.checks.numbers import numbers
from diglot.problems import UserError


def shouting(pair: Pair) -> Iterator[Finding]:
    if "!" in pair.target and "!" not in pair.source:
        yield Finding("shouting", Severity.HINT, "there is a «!» in the translation alone")


@pytest.fixture
def packages(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[EntryPoint]]:
    """Entry points that are there beside those of no package."""
    found: list[EntryPoint] = []
    monkeypatch.setattr(installed, "entry_points", lambda group: EntryPoints(found))
    installed.of_other_packages.cache_clear()
    yield found
    installed.of_other_packages.cache_clear()


def entry(value: str) -> EntryPoint:
    return EntryPoint("shouting", value, installed.GROUP)


def test_a_package_can_bring_a_check_of_its_own(packages: list[EntryPoint]) -> None:
    packages.append(entry("tests.checks.test_installed:shouting"))

    assert [finding.check for finding in check(Pair("نعم نعم.", "Yes, yes!"))] == ["shouting"]
    assert [each.__name__ for each in checks.all_checks()][-1] == "shouting"


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("tests.no_such_module:check", "cannot be loaded (ModuleNotFoundError"),
        ("tests.checks.test_installed:no_such_check", "cannot be loaded (AttributeError"),
        ("tests.checks.test_installed:__doc__", "is no function"),
    ],
)
def test_a_check_that_cannot_be_loaded_is_named(
    packages: list[EntryPoint], value: str, why: str
) -> None:
    packages.append(entry(value))

    with pytest.raises(UserError, match="«shouting»") as caught:
        check(Pair("نعم.", "Yes."))

    assert why in str(caught.value)


BLOCK = Pair("كانوا 62 شخصاً. ثم جاء 17.", "They were people. Later 17 came to the 62.")


def test_a_number_that_moved_to_another_sentence_of_the_block_is_no_finding() -> None:
    first, second = BLOCK.source.split(". ")
    left = Pair(first, "They were people.", block=BLOCK)
    right = Pair(second, "Later 17 came to the 62.", block=BLOCK)

    assert check(left, [numbers]) == ()
    assert check(right, [numbers]) == ()


def test_a_number_that_is_wrong_in_the_block_too_stays_a_finding() -> None:
    block = Pair("كانوا 62 شخصاً. ثم جاء 17.", "They were 26 people. Later 17 came.")
    first = Pair("كانوا 62 شخصاً.", "They were 26 people.", block=block)

    assert [finding.severity for finding in check(first, [numbers])] == [Severity.ERROR]
