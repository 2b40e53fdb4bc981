"""Which runs are isolated, and which are left to Unicode's algorithm."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.language import Direction
from diglot.steps.render.isolates import only_direction, pieces

IN_ARABIC = (
    "لغة ⟦C++⟧ سهلة",
    "منصة ⟦.NET⟧ هنا",
    "هاتف ⟦+1 (202) 555-0100⟧ الآن",
    "هاتف ⟦(202) 555-0100⟧ الآن",
    "اكتب إلى ⟦press@example.org⟧.",
    "انظر ⟦https://example.org/a/?b=1#c/⟧، ثم",
    "قوة ⟦CJTF-OIR⟧ (2014) هناك",
    "حلف (⟦NATO⟧)",
    "حلف ⟦NATO⟧ (حلف شمال الأطلسي) و ⟦UN⟧",
    "الـ⟦NATO⟧ و-⟦NATO⟧",
    "⟦COVID-19⟧ و⟦3D⟧",
    "⟦ISIL (Da'esh)⟧",
    "يوم ⟦2017-01-24⟧ م",
    "العدد ⟦-5.5%⟧",
    "⟦Windows 10⟧ هنا",
    "جملة.⟦NET⟧",
    "بمعدل 0.8 طن/هكتار ⟦(p < 0.05)⟧.",
    "حيث ⟦n = 22⟧ و⟦R² ≥ .9⟧.",
    "وفق ⟦Smith et al.⟧",
    "وفق ⟦Smith et al. (2019)⟧ أن",
    "انظر ⟦(Smith et al., 2019; 2020)⟧ ثم",
    "في ⟦U.S.⟧ ثم ⟦Smith, J.⟧ وآخرون",
    "شركة ⟦Example Ltd.⟧",
    "عن ⟦Dr. Smith⟧.",
    "فيتامين ⟦C⟧.",
    "حزمة ⟦tool (v. 2.0)⟧ هنا",
    "قيمة ⟦NATO (p < [0.05])⟧ كانت",
    "حلف (⟦NATO⟧، 1949)",
    "(أ) ⟦NATO⟧) ثم",
)
LEFT_ALONE = (
    "قرار مجلس الأمن رقم 2178 (2014) لتعزيز",
    "في 5 تشرين الثاني/ نوفمبر 2016",
    "من 10-12 شخصاً",
    "عام 2010–2014",
    "بنسبة 62% و30 بالمئة",
    "22,2 مليار و21,248 كيلوغراماً",
    "١٠-١٢ شخصاً",
)
IN_ENGLISH = (
    "the city of ⟦حلب⟧ 2016 was",
    "the group (⟦داعش⟧) and",
    "called “⟦الدولة الإسلامية⟧” in",
    "⟦حلب⟧: 12",
    "⟦المادة 12 من القانون⟧, which",
    "No Arabic (2014) at all: 10-12, C++, +1 (202) 555-0100.",
)


def bracketed(text: str, direction: Direction) -> str:
    """The text with its isolates in white square brackets."""
    return "".join(f"⟦{piece}⟧" if foreign else piece for piece, foreign in pieces(text, direction))


@pytest.mark.parametrize("expected", IN_ARABIC)
def test_latin_runs_and_signed_numbers_are_isolated_in_arabic(expected: str) -> None:
    """With what is attached to them, without the full stop behind them."""
    plain = expected.replace("⟦", "").replace("⟧", "")

    assert bracketed(plain, "rtl") == expected


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_numbers_and_rising_ranges_stay_alone_in_arabic(text: str) -> None:
    """The algorithm shows them as Arabic is read."""
    assert bracketed(text, "rtl") == text


@pytest.mark.parametrize("expected", IN_ENGLISH)
def test_arabic_runs_are_isolated_in_english_without_the_number_behind(expected: str) -> None:
    """Numbers inside a run belong to it, numbers after it do not."""
    plain = expected.replace("⟦", "").replace("⟧", "")

    assert bracketed(plain, "ltr") == expected


@given(
    st.lists(st.sampled_from([*'aZ1 .-+()[]«»"/@', "و", "ب", "٣", "é", "ّ"]), max_size=30).map(
        "".join
    ),
    st.sampled_from(["ltr", "rtl"]),
)
def test_the_pieces_are_the_text(text: str, direction: Direction) -> None:
    """Nothing is lost, doubled or moved."""
    assert "".join(piece for piece, _ in pieces(text, direction)) == text


@given(st.text(), st.sampled_from(["ltr", "rtl"]))
def test_no_text_is_too_strange_to_be_cut(text: str, direction: Direction) -> None:
    """All of Unicode."""
    assert "".join(piece for piece, _ in pieces(text, direction)) == text


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Wheat, 40% (2019).", "ltr"),
        ("قمح 40% (2019).", "rtl"),
        ("قمح Wheat", None),
        ("40% (2019) – \u0663", None),
        ("", None),
    ],
)
def test_a_text_with_letters_of_one_direction_has_that_direction(
    text: str, direction: Direction | None
) -> None:
    """Whatever figures and signs stand in it."""
    assert only_direction(text) == direction


@pytest.mark.parametrize(
    "unit", ["a", "(", ")", "a)", "(a", "1-", "+1 ", "(12) ", "aب", "- ", "/a", "(a.", "a<1"]
)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_long_texts_take_time_in_proportion(unit: str, direction: Direction) -> None:
    """A quadratic rule would not come back from this within the day."""
    text = unit * (200_000 // len(unit))

    assert sum(len(piece) for piece, _ in pieces(text, direction)) == len(text)
