"""States are derived: every combination of statements and texts gives what the table says."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given

from diglot.model.state import State, derive, worst
from diglot.model.statement import Statement, state_that
from tests.strategies import any_text

SOURCE, OTHER_SOURCE, TARGET, OTHER_TARGET = "مصدر", "مصدر آخر", "text", "another text"

EVERY = [
    state_that(kind, source, target)
    for kind in ("draft", "reviewed", "stale", "empty", "needs-work", "conflict", "note")
    for source, target in product((SOURCE, OTHER_SOURCE), (TARGET, OTHER_TARGET, ""))
]


def by_the_table(source: str, target: str, said: tuple[Statement, ...]) -> State:
    """The table of the design, in its own words and its own order."""

    def line(kind: str, *, src: str | None = None, tgt: str | None = None) -> bool:
        return any(
            statement.kind == kind
            and (src is None or statement == state_that(kind, src, tgt or ""))
            and (src is not None or tgt is None or statement.tgt == state_that("x", "", tgt).tgt)
            for statement in said
        )

    def empty_with_this_src() -> bool:
        return any(line("empty", src=source, tgt=tgt) for tgt in (TARGET, OTHER_TARGET, ""))

    def reviewed_with_this_tgt_and_another_src() -> bool:
        return line("reviewed", src=OTHER_SOURCE, tgt=target)

    if target == "" and not empty_with_this_src():
        return State.UNTRANSLATED
    confirmed = line("reviewed", src=source, tgt=target) or target == ""
    objection = line("needs-work", src=source, tgt=target) or line(
        "conflict", src=source, tgt=target
    )
    if confirmed and not objection:
        return State.REVIEWED
    if line("stale", src=source, tgt=target) or reviewed_with_this_tgt_and_another_src():
        return State.STALE
    if line("draft", tgt=target):
        return State.DRAFT
    return State.EDITED


@pytest.mark.parametrize("target", [TARGET, ""])
@pytest.mark.parametrize("number", range(4))
def test_every_combination_of_statements_gives_the_state_of_the_table(
    target: str, number: int
) -> None:
    """All sets of up to three statements, each about these texts, others, or none."""
    for said in combinations(EVERY, number):
        assert derive(SOURCE, target, said) == by_the_table(SOURCE, target, said), said


@given(any_text, any_text.filter(bool), any_text.filter(bool), any_text)
def test_a_verdict_never_holds_for_another_text(
    source: str, target: str, other: str, other_source: str
) -> None:
    """A statement that was copied to another entry, or left on changed text, is worthless."""
    verdict = state_that("reviewed", source, target, by="A", on="2026-11-24")

    assert derive(source, target, [verdict]) is State.REVIEWED
    if other != target:
        assert derive(source, other, [verdict]) is State.EDITED
    if other_source != source:
        assert derive(other_source, target, [verdict]) is State.STALE


def test_comments_of_people_say_nothing_about_the_state() -> None:
    """Whatever they say."""
    assert derive(SOURCE, TARGET, ["reviewed by the minister himself"]) is State.EDITED


def test_a_block_is_as_good_as_its_worst_segment() -> None:
    """In the order untranslated, stale, draft, edited, reviewed."""
    assert worst([State.REVIEWED, State.DRAFT, State.EDITED]) is State.DRAFT
    assert worst([State.STALE, State.DRAFT]) is State.STALE
    assert worst([State.STALE, State.UNTRANSLATED]) is State.UNTRANSLATED
    assert worst([]) is State.REVIEWED
