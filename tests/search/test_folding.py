"""Words as search sees them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.steps.search import folding

SAME = {
    "التَّحَالُف": "التحالف",
    "التـــحالف": "التحالف",
    "إرهاب": "ارهاب",
    "آخر": "اخر",
    "مكافحة": "مكافحه",
    "مستوى": "مستوي",
    "شریکاً": "شريكا",
    "استھداف": "استهداف",
    "مسئول": "مسؤول",
    "مسوول": "مسؤول",
    "شئون": "شؤون",
    "داوود": "داود",
    "ﻻ": "لا",
    "٢١٬٢٤٨": "21248",
    "21,248": "21248",
    "21\u00a0248": "21248",
    "۲۰۱۷": "2017",
    "5.000": "5000",
    "22,2": "22.2",
    "٢٢٫٢": "22.2",
    "1.250,75": "1250.75",
    "Café": "cafe",
    "COALITION": "coalition",
    "Coalition’s": "coalition",
    "don't": "dont",
    "Straße": "strasse",
}


@pytest.mark.parametrize(("one", "other"), SAME.items())
def test_two_ways_to_write_a_word_are_one_word(one: str, other: str) -> None:
    assert folding.words(one) == folding.words(other)
    assert len(folding.words(one)) == 1


def test_dates_and_times_are_several_numbers() -> None:
    assert folding.words("31.12.2025, 2014-2016, 10:15") == [
        "31", "12", "2025", "2014", "2016", "10", "15",
    ]  # fmt: skip


def test_scripts_and_numbers_that_touch_are_words_of_their_own() -> None:
    assert folding.words("F16 و35 CJTF-OIR") == ["f", "16", "و", "35", "cjtf", "oir"]


@pytest.mark.parametrize(
    "forms",
    [
        "تحالف والتحالف وبالتحالف للتحالف بتحالف تحالفات تحالفنا",
        "بلد البلد بلدان بلده وبلد للبلدان",
        "منظمة المنظمات ومنظماتها لمنظمتين",
        "policy policies",
        "train trains trained training",
        "fire fires fired firing",
    ],
)
def test_forms_of_a_word_are_filed_together(forms: str) -> None:
    assert len({folding.key(word) for word in folding.words(forms)}) == 1


@given(st.text())
def test_no_text_has_words_that_cannot_be_filed(text: str) -> None:
    for word in folding.words(text):
        assert folding.key(word)


@given(st.text())
def test_a_word_that_is_folded_stays_as_it_is(text: str) -> None:
    for word in folding.words(text):
        assert "".join(folding.words(word)).startswith(word[:1])


@given(st.text(alphabet=st.characters() | st.sampled_from(" Σσ'.,\u0301\u0651الو12")))
def test_nothing_of_a_word_reaches_over_a_blank(text: str) -> None:
    whole = folding._WORD.findall(folding.folded(text))

    assert folding.words(text) == [word for found in whole for word in folding._shaped(found)]
    assert folding.filed(text) >= set(folding.words(text))


@pytest.mark.parametrize(
    ("text", "filed"),
    [
        ("co-operation", "co operation cooperation"),
        ("co\N{NON-BREAKING HYPHEN}operation", "co operation cooperation"),
        ("up-to-date", "up to date uptodate"),
        ("a-b-c-d", "a b c d"),
        ("2014-2017", "2014 2017"),
        ("to - from", "to from"),
    ],
)
def test_a_word_with_hyphens_is_also_filed_as_one(text: str, filed: str) -> None:
    assert folding.filed(text) == set(filed.split())


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the U.S. and the G.D.P.", "the us and the gdp"),
        ("see host.example.org", "see host example org"),
        ("by J.Smith", "by j smith"),
        ("an end.A start", "an end a start"),
    ],
)
def test_letters_with_full_stops_are_one_word(text: str, words: str) -> None:
    assert folding.words(text) == words.split()
