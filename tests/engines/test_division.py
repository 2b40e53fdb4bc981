"""Long texts in pieces: nothing is lost, and cuts stand where a person would make them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from diglot.engines.division import Division, divide

SEMICOLON = "\u061b"
COMMA = "\u060c"


def pieces(text: str, longest: int) -> list[str]:
    return [piece.text for piece in divide(text, lambda part: len(part) <= longest).pieces]


def source_of(division: Division) -> str:
    return division.space + "".join(piece.text + piece.space for piece in division.pieces)


TEXTS = st.text() | st.text(alphabet=f"ab {SEMICOLON}{COMMA}.,1\n\t\u0301")


@given(TEXTS, st.integers(1, 20))
def test_the_pieces_and_the_white_space_are_the_text(text: str, longest: int) -> None:
    """Law: put together, they are the text; each fits; none has white space at an edge."""
    division = divide(text, lambda part: len(part) <= longest)

    assert source_of(division) == text
    for piece in division.pieces:
        assert len(piece.text) <= longest
        assert piece.text
        assert piece.text == piece.text.strip()


@given(TEXTS, st.integers(1, 20))
def test_white_space_survives_translation(text: str, longest: int) -> None:
    """Law: edges, tabs and line ends of a translation are those of its source."""
    division = divide(text, lambda part: len(part) <= longest)
    joined = division.join(["x"] * len(division.pieces))

    assert joined[: len(joined) - len(joined.lstrip())] == text[: len(text) - len(text.lstrip())]
    assert [c for c in joined if c in "\n\t"] == [c for c in text if c in "\n\t"]


def test_a_text_that_fits_is_one_piece() -> None:
    assert pieces("one, two; three. four", 100) == ["one, two; three. four"]


def test_blank_texts_have_no_pieces() -> None:
    for text in ("", " ", "\n\t ", "\u00a0"):
        division = divide(text, lambda part: True)

        assert division.pieces == ()
        assert division.join([]) == text


def test_a_semicolon_is_a_better_place_than_a_comma() -> None:
    text = f"aaa{COMMA} bbb{SEMICOLON} ccc{COMMA} ddd"

    assert pieces(text, 12) == [f"aaa{COMMA} bbb{SEMICOLON}", f"ccc{COMMA} ddd"]


def test_a_comma_is_a_better_place_than_a_space() -> None:
    assert pieces(f"aa bb cc{COMMA} dd ee", 12) == [f"aa bb cc{COMMA}", "dd ee"]


def test_a_mark_too_near_an_end_is_passed_over() -> None:
    text = f"a{SEMICOLON} bbbbbbb ccccccc ddddddd"

    assert pieces(text, 20) == [f"a{SEMICOLON} bbbbbbb", "ccccccc ddddddd"]


def test_numbers_are_never_cut() -> None:
    for mark in (",", ".", COMMA):
        text = f"aaaa 22{mark}248 bbbb"

        assert f"22{mark}248" in pieces(text, 8)


def test_a_word_that_is_too_long_is_cut_but_not_before_a_vowel_sign() -> None:
    fatha = "\u064e"
    found = pieces("ab" + f"c{fatha}" * 6, 7)

    assert "".join(found) == "ab" + f"c{fatha}" * 6
    assert not any(piece.startswith(fatha) for piece in found)


def test_english_has_a_space_where_arabic_had_none_after_the_mark() -> None:
    division = divide(f"aaaa{SEMICOLON}bbbb", lambda part: len(part) <= 5)

    assert division.join(["one;", "two"]) == "one; two"


def test_lines_and_columns_are_translated_on_their_own() -> None:
    division = divide("  a b \n\n\tc\td  ", lambda part: True)

    assert [piece.text for piece in division.pieces] == ["a b", "c", "d"]
    assert division.join(["1", "2", "3"]) == "  1 \n\n\t2\t3  "


def test_very_long_texts_are_divided_in_no_time() -> None:
    assert len(pieces("word " * 20_000, 500)) > 200
    assert len(pieces("x" * 100_000, 500)) > 200
    assert pieces("a" + " " * 100_000 + "b", 10) == ["a", "b"]
