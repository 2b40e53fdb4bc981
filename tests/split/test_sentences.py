"""Where sentences end, case by case: the cases stand in ``sentence_cases.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot.steps.split.sentences import split_sentences

CASES = [
    line
    for line in Path(__file__)
    .with_name("sentence_cases.txt")
    .read_text(encoding="utf-8")
    .splitlines()
    if line and not line.startswith("#")
]
MARK = "‖"


@pytest.mark.parametrize("case", CASES)
def test_text_is_parted_into_sentences(case: str) -> None:
    """As a careful reader would part it."""
    expected = tuple(part.strip() for part in case.split(MARK))
    text = case.replace(f" {MARK} ", " ").replace(MARK, "")

    assert split_sentences(text) == expected


def test_there_are_enough_cases() -> None:
    """A file that was not read tests nothing."""
    assert len(CASES) > 80


def test_white_space_of_every_sort_is_one_space() -> None:
    """Tabs, line ends, separators and control characters; no-break spaces stay."""
    text = " أ\t\r\nب\u0085ج\u2028د\x1cه\x00 و\u00a0ز\u202fح "

    assert split_sentences(text) == ("أ ب ج د ه و\u00a0ز\u202fح",)


def test_letters_marks_and_directions_are_not_changed() -> None:
    """Persian letters, tatweel, presentation forms and bidi marks are the source's own."""
    text = "\u200fشریکاً هـ مـحمد ﷲ\u200e"

    assert split_sentences(text) == (text,)


def test_signs_without_letters_belong_to_a_sentence() -> None:
    """A sentence that is only «.» could not be translated."""
    assert split_sentences("نعم. . . ثم! !") == ("نعم. . .", "ثم! !")
    assert split_sentences("… – «نعم».") == ("… – «نعم».",)
