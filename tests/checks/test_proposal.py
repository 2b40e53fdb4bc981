"""Proposals: a translation with the new numbers, or none; never a wrong one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.checks.numbers.proposal import numbers_exchanged

PROPOSED = [
    (
        "بلغ العدد 62 مدرسة",
        "بلغ العدد 63 مدرسة",
        "There were 62 schools.",
        "There were 63 schools.",
    ),
    ("19 ألف ضربة", "21 ألف ضربة", "19 thousand strikes", "21 thousand strikes"),
    ("19 ألف ضربة", "21 ألف ضربة", "19,000 strikes", "21,000 strikes"),
    ("22,2 مليار دولار", "22,4 مليار دولار", "$22.2 billion", "$22.4 billion"),
    ("٢٢٫٢ مليار", "٢٢٫٤ مليار", "22.2 billion", "22.4 billion"),
    ("في 24 آذار/مارس 2017", "في 24 آذار/مارس 2018", "On March 24, 2017", "On March 24, 2018"),
    ("62 بالمئة و30 بالمئة", "65 بالمئة و30 بالمئة", "62 percent and 30", "65 percent and 30"),
    ("5 كتب و7 أقلام", "7 كتب و5 أقلام", "5 books and 7 pens", "7 books and 5 pens"),
    ("1,5 مليون عراقي", "2 مليون عراقي", "1.5 million Iraqis", "2 million Iraqis"),
    ("نحو 900 ضابط", "نحو 1,100 ضابط", "some 900 officers", "some 1,100 officers"),
    ("نحو 8,200 طن", "نحو 18,200 طن", "some 8,200 tons", "some 18,200 tons"),
    ("5 دول", "6 دول", "Five countries", "6 countries"),
]

NOT_PROPOSED = [
    # More than numbers changed.
    ("بلغ العدد 62 مدرسة", "بلغ العدد 63 معهداً", "There were 62 schools."),
    # The number of the translation cannot be told from another one.
    ("5 كتب و5 أقلام", "5 كتب و7 أقلام", "5 books and 5 pens"),
    # The number is not in the translation.
    ("بلغ العدد 62 مدرسة", "بلغ العدد 63 مدرسة", "There were many schools."),
    # The translation was wrong before.
    ("62 مدرسة و30 معهداً", "63 مدرسة و30 معهداً", "62 schools and 40 institutes"),
    # Nothing changed.
    ("62 مدرسة", "62 مدرسة", "62 schools"),
]


@pytest.mark.parametrize(("was", "source", "target", "proposed"), PROPOSED)
def test_numbers_are_exchanged_in_the_shape_that_they_had(
    was: str, source: str, target: str, proposed: str
) -> None:
    assert numbers_exchanged(was, source, target) == proposed


@pytest.mark.parametrize(("was", "source", "target"), NOT_PROPOSED)
def test_nothing_is_proposed_that_is_not_certain(was: str, source: str, target: str) -> None:
    assert numbers_exchanged(was, source, target) is None


@given(st.integers(11, 999_999), st.integers(11, 999_999), st.booleans())
def test_every_number_can_be_exchanged_for_every_other(one: int, other: int, commas: bool) -> None:
    shape = "{:,}" if commas else "{}"
    before, after = shape.format(one), shape.format(other)
    proposed = numbers_exchanged(f"نحو {before} طن", f"نحو {after} طن", f"some {before} tons")

    if one == other:
        assert proposed is None
    else:
        assert proposed is not None
        assert proposed.replace(",", "") == f"some {other} tons"
