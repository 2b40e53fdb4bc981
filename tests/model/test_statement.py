"""Statements: one grammar, kept whole through other people's tools."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.model.statement import Statement, parse, state_that, write
from tests.strategies import human_comments, statements


@given(st.lists(st.one_of(statements(), human_comments), min_size=1).filter(lambda c: c != [""]))
def test_comments_read_back_are_the_comments_written(comments: list[Statement | str]) -> None:
    """The law of the module, over all of Unicode."""
    assert parse(write(comments)) == tuple(comments)


@given(statements())
def test_a_statement_stands_on_one_line_whatever_it_says(statement: Statement) -> None:
    """No character in a value may end the line for any reader of lines."""
    assert len(str(statement).splitlines()) == 1


@given(st.data(), st.integers(min_value=25, max_value=90))
def test_statements_survive_wrapping_by_other_tools(data: st.DataObject, width: int) -> None:
    """Wrapped at spaces, as gettext's tools and polib do it with translator comments."""
    text = data.draw(st.lists(st.sampled_from(["a", "النص", "22,2", "x=y", "-", "ab-cd"])))
    statement = state_that("stale", "s", "t", on="2026-11-25", was=" ".join(text), by="A B")

    wrapped = textwrap.wrap(str(statement), width, break_long_words=False, break_on_hyphens=False)

    assert parse("\n".join(wrapped)) == (statement,)


def test_a_bare_value_may_be_broken_behind_a_hyphen() -> None:
    """Python's textwrap does so unless it is told not to."""
    assert parse(
        "diglot: draft src=1 tgt=2 engine=argos model=translate-\nar_en@1.0 score=-0.3"
    ) == (
        Statement(
            "draft",
            (
                ("src", "1"),
                ("tgt", "2"),
                ("engine", "argos"),
                ("model", "translate-ar_en@1.0"),
                ("score", "-0.3"),
            ),
        ),
    )


def test_statement_is_written_as_the_design_shows_it() -> None:
    """``src`` and ``tgt`` first, quotes only where they are needed."""
    statement = state_that("reviewed", "نص", "text", by="A. Reviewer", on="2026-11-24")

    assert str(statement) == (
        'diglot: reviewed src=e01176c2 tgt=982d9e3e by="A. Reviewer" on=2026-11-24'
    )


@pytest.mark.parametrize(
    "line",
    [
        "diglot: reviewed src=1 tgt=2 confirmed",
        'diglot: note src=1 tgt=2 text="never closed',
        "diglot: ",
        "diglot:reviewed src=1",
        "diglot: Reviewed src=1",
        "DIGLOT: reviewed src=1 tgt=2",
    ],
)
def test_what_is_no_statement_stays_a_comment(line: str) -> None:
    """A slip of the pen neither counts as a verdict nor gets lost."""
    assert parse(line) == (line,)


def test_a_comment_of_a_person_between_statements_is_not_swallowed() -> None:
    """Only lines that hold nothing but fields, or continue a quote, belong to the line above."""
    text = "diglot: note src=1 tgt=2\nAsk the press office about this.\ndiglot: empty src=1 tgt=3"

    assert [type(comment) for comment in parse(text)] == [Statement, str, Statement]


def test_unknown_kinds_and_keys_are_kept() -> None:
    """A newer diglot may have written them."""
    line = "diglot: blessed src=1 tgt=2 moon=full"

    assert write(parse(line)) == line
