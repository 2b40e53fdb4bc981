"""Markers of lists, questions and notes in English."""

from __future__ import annotations

import pytest

from diglot.model.document import Kind
from diglot.steps.render.list_markers import Order, is_bullet, orders_of, translated

MARKERS = [
    ("16-أ", "16.a"),
    ("16-", "16."),
    ("(أ)", "(a)"),
    ("ب)", "b)"),
    ("ج-", "c."),
    ("(د)", "(d)"),
    ("هـ)", "e)"),
    ("١)", "1)"),
    ("١٢ -", "12."),
    ("(٣)", "(3)"),
    ("4.", "4."),
    ("أولاً:", "First:"),
    ("ثانيا:", "Second:"),
    ("ملاحظة:", "Note:"),
    ("1/", "1/"),
    ("غ)", "ab)"),
]


@pytest.mark.parametrize(("arabic", "english"), MARKERS)
def test_a_marker_keeps_its_number_and_its_letter_becomes_latin(arabic: str, english: str) -> None:
    """Letters count in the abjad order."""
    assert translated(arabic, Kind.ITEM, "en") == english


@pytest.mark.parametrize(
    ("arabic", "english", "kind"),
    [
        ("س:", "Q:", Kind.QUESTION),
        ("ج:", "A:", Kind.ANSWER),
        ("س1:", "Q1:", Kind.QUESTION),
        ("ج ١:", "A 1:", Kind.ANSWER),
        ("ج:", "c:", Kind.ITEM),
    ],
)
def test_a_letter_is_a_speaker_only_in_questions_and_answers(
    arabic: str, english: str, kind: Kind
) -> None:
    """«ج» is the third item of a list, and the answer of an interview."""
    assert translated(arabic, kind, "en") == english


@pytest.mark.parametrize(
    ("marker", "arabic", "kind"),
    [
        ("(a)", "(أ)", Kind.ITEM),
        ("B.", "ب.", Kind.ITEM),
        ("e)", "هـ)", Kind.ITEM),
        ("16.a", "16-أ", Kind.ITEM),
        ("1.2", "1.2", Kind.HEADING),
        ("(i)", "(i)", Kind.HEADING),
        ("II.", "II.", Kind.HEADING),
        ("(z)", "(ض)", Kind.ITEM),
        ("Q:", "س:", Kind.QUESTION),
        ("A 2:", "ج 2:", Kind.ANSWER),
        ("Question 1:", "سؤال 1:", Kind.QUESTION),
        ("a:", "أ:", Kind.ITEM),
        ("3)", "3)", Kind.ITEM),
    ],
)
def test_a_latin_letter_becomes_arabic(marker: str, arabic: str, kind: Kind) -> None:
    """In the abjad order; numbers stay as they are, Roman ones too."""
    assert translated(marker, kind, "ar") == arabic


@pytest.mark.parametrize(
    ("markers", "orders"),
    [
        ([(0, "(a)"), (0, "(b)"), (1, "(i)"), (1, "(ii)")], {0: Order.ABJAD, 1: Order.ROMAN}),
        ([(0, f"({letter})") for letter in "abcdefghij"], {0: Order.ABJAD}),
        ([(0, "أ."), (0, "ب."), (0, "ت.")], {0: Order.DICTIONARY}),
        ([(0, "I."), (0, "II.")], {0: Order.ROMAN}),
        ([(0, "1)"), (1, "•")], {0: Order.ABJAD, 1: Order.ABJAD}),
    ],
)
def test_the_list_tells_in_which_order_its_letters_count(
    markers: list[tuple[int, str]], orders: dict[int, Order]
) -> None:
    """«i» is one, or the ninth letter."""
    assert orders_of(markers) == orders
    if orders == {0: Order.ABJAD}:
        assert translated("(i)", Kind.ITEM, "ar", orders[0]) == "(ط)"


def test_a_language_of_right_to_left_script_keeps_the_marker() -> None:
    """Persian reads Arabic letters as they are."""
    assert translated("(أ)", Kind.ITEM, "fa") == "(أ)"


@pytest.mark.parametrize("marker", ["•", "-", "–", "*", "▪", " • ", ""])
def test_a_bullet_is_left_to_the_list(marker: str) -> None:
    """A list shows its own."""
    assert is_bullet(marker)


@pytest.mark.parametrize("marker", ["1)", "(أ)", "س:", "--x"])
def test_a_number_or_a_letter_is_no_bullet(marker: str) -> None:
    """It says more than «an item»."""
    assert not is_bullet(marker)
