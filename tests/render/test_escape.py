"""Escaping: bulletproof, and ordinary prose stays readable."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.markup import escape

PROSE = (
    "The Coalition (2014) has trained 8,200 al-Baghdadi experts: 22.2 per cent; why? Yes!",
    "قامت القوات، في 24 كانون الثاني/يناير 2017، بتحرير «الموصل»؛ هل انتهى الأمر؟ نعم.",
    "The group’s “caliphate” – so called – fell.",
)


@pytest.mark.parametrize("text", PROSE)
def test_ordinary_prose_stays_as_it_is(text: str) -> None:
    """A page must be readable as Markdown, in both languages."""
    assert escape.markdown(text) == text


@given(st.text(st.characters(exclude_categories=())))
def test_the_entities_mean_the_text(text: str) -> None:
    """Nothing is lost but what cannot stand in HTML."""
    assert html.unescape(escape.markdown(text)) == escape.clean(text)


@given(st.text(st.characters(exclude_categories=())))
def test_a_clean_text_is_one_line_that_can_be_written_as_utf_8(text: str) -> None:
    """No line break of any kind, no control character, no half of a pair."""
    clean = escape.clean(text)

    assert len(clean.splitlines()) <= 1
    assert clean.encode("utf-8").decode("utf-8") == clean
    assert escape.clean(clean) == clean


@given(st.text(st.characters(exclude_categories=())))
def test_a_title_is_safe_in_templates_and_in_attributes(text: str) -> None:
    """Themes print titles as they stand, between tags and between double quotes."""
    title = escape.title(text)

    assert not set('<>"{}') & set(title)
    assert html.unescape(title) == escape.clean(text)


def test_what_cannot_stand_in_html_is_seen_to_be_missing() -> None:
    """STX and ETX would be taken for Python-Markdown's own brackets."""
    assert escape.clean("a\x02b\x03c\ud800d\uffffe\x85f") == "a\ufffdb\ufffdc\ufffdd\ufffde f"


def test_joiners_that_arabic_script_needs_are_kept() -> None:
    """The zero-width joiners shape Persian and Arabic words."""
    assert escape.markdown("می\u200cخواهم ه\u200d") == "می\u200cخواهم ه\u200d"
