"""What became of a text, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diglot.markup.word_difference import Fate, around_changes, word_difference

WORDS = st.lists(st.sampled_from("a b c d e".split())).map(" ".join)


def of(pieces: object, *fates: Fate) -> list[str]:
    return [word for fate, text in pieces if fate in fates for word in text.split()]  # type: ignore[attr-defined]


@given(WORDS | st.text(), WORDS | st.text())
def test_both_texts_can_be_read_out_of_their_difference(before: str, after: str) -> None:
    pieces = word_difference(before, after)

    assert of(pieces, Fate.STAYS, Fate.GONE) == before.split()
    assert of(pieces, Fate.STAYS, Fate.NEW) == after.split()
    assert all(text for _, text in pieces)


def test_an_exchanged_word_is_gone_before_the_other_is_new() -> None:
    pieces = word_difference("أكثر من 85 ألفاً من الجنود", "أكثر من 90 ألفاً من الجنود")

    assert pieces == (
        (Fate.STAYS, "أكثر من"),
        (Fate.GONE, "85"),
        (Fate.NEW, "90"),
        (Fate.STAYS, "ألفاً من الجنود"),
    )


def test_only_a_few_words_stand_around_a_change() -> None:
    pieces = word_difference(
        "1 2 3 4 5 6 7 x 1 2 3 4 5 6 7 y 1 2", "1 2 3 4 5 6 7 1 2 3 4 5 6 7 1 2"
    )

    assert list(around_changes(pieces, 2)) == [
        (Fate.STAYS, "… 6 7"),
        (Fate.GONE, "x"),
        (Fate.STAYS, "1 2 … 6 7"),
        (Fate.GONE, "y"),
        (Fate.STAYS, "1 2"),
    ]


def test_very_long_texts_are_not_compared() -> None:
    long = "word " * 3000

    assert [fate for fate, _ in word_difference(long, long + "more")] == [Fate.GONE, Fate.NEW]
