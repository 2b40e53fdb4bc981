"""Social cards: drawn with Arabic joined and in its direction, and the same each time."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageFont

from diglot.site.cards import _isolated
from diglot.steps.share import card
from diglot.steps.share.card import Card

ARABIC = Card(
    "الحملة العسكرية",
    "بيان حقائق",
    "هذه ترجمة مسودة",
    "وثائق بلغتين",
    "ar",
)  # fmt: skip
ENGLISH = Card("The military campaign", "Fact sheet", "Draft translation", "Documents", "en")
LAM_ALEF = "لا"
THREE_HA = "ههه"
ACCENT, PAPER = (13, 74, 91), (252, 252, 250)


def drawn(each: Card) -> Image.Image:
    content = card.draw(each, _isolated(each.language))
    return Image.open(BytesIO(content)).convert("RGB")


def ink(image: Image.Image, box: tuple[int, int, int, int]) -> int:
    """The pixels in a part of the picture that are no paper."""
    return sum(number for number, colour in _colours(image.crop(box)) if colour != PAPER)


@pytest.mark.parametrize("each", [ARABIC, ENGLISH])
def test_a_card_is_of_the_size_that_networks_want(each: Card) -> None:
    content = card.draw(each, _isolated(each.language))

    assert Image.open(BytesIO(content)).size == (1200, 630)
    assert Image.open(BytesIO(content)).format == "PNG"
    assert len(content) < 60_000


@pytest.mark.parametrize("each", [ARABIC, ENGLISH])
def test_the_same_texts_give_the_same_bytes(each: Card) -> None:
    isolated = _isolated(each.language)

    assert card.draw(each, isolated) == card.draw(each, isolated)


def test_arabic_begins_on_the_right_and_english_on_the_left() -> None:
    right, left = (drawn(replace(ARABIC, title="حملة")), drawn(replace(ENGLISH, title="War")))

    assert (right.getpixel((1190, 300)), right.getpixel((10, 300))) == (ACCENT, PAPER)
    assert (left.getpixel((10, 300)), left.getpixel((1190, 300))) == (ACCENT, PAPER)
    for image, full, empty in ((right, 900, 100), (left, 100, 900)):
        assert ink(image, (full, 200, full + 200, 480)) > 1000
        assert ink(image, (empty, 200, empty + 150, 480)) == 0


@pytest.mark.parametrize("name", ["title-ar", "title-la", "ui"])
def test_arabic_letters_are_joined(name: str) -> None:
    """Three ha in a row have three shapes; lam and alef are one."""
    font = card._font(name, 76)

    def width(text: str) -> float:
        return font.getlength(text, "rtl", language="ar")

    assert width(LAM_ALEF) < 0.8 * sum(map(width, LAM_ALEF))
    assert width(THREE_HA) != width("\u200c".join(THREE_HA))


@pytest.mark.parametrize("name", ["title-ar", "title-la", "ui"])
def test_a_font_has_both_scripts(name: str) -> None:
    font = ImageFont.truetype(str(card._FONTS / f"{name}.woff2"), 40)
    missing = bytes(font.getmask("\U0010fffd"))
    arabic = "ابتثجحخدذرزسشصضطظعغفقكلمنهويىءأإآةؤئ،؟؛٠١٢٣٤٥٦٧٨٩یکھ"
    latin = "ABCXYZabcxyz0123456789.,:;!?()«»–’“”éü…·"

    assert [c for c in arabic + latin if bytes(font.getmask(c)) == missing] == []


@pytest.mark.parametrize(
    "title",
    [
        "Short",
        "The Civilian Effort: Stabilization and Humanitarian and Economic Assistance since 2014",
        "very long words " * 60,
        "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen" * 3,
        "",
    ],
)
def test_a_title_of_any_length_stays_between_the_lines_around_it(title: str) -> None:
    image = drawn(replace(ENGLISH, title=title))

    for box in ((20, 130, 80, 490), (1120, 130, 1200, 490), (20, 130, 1200, 140)):
        assert ink(image, box) == 0, box


def test_foreign_runs_in_arabic_stay_in_order() -> None:
    """``C++`` in an Arabic title: the signs stand behind the letter, not before it."""
    isolated = _isolated("ar")

    assert isolated("لغة C++ هنا") == "لغة \u2066C++\u2069 هنا"
    assert drawn(replace(ARABIC, title="C++ لغة")).tobytes() != (
        drawn(replace(ARABIC, title="++C لغة")).tobytes()
    )


def test_all_of_it_is_said_to_those_who_do_not_see_it() -> None:
    assert ENGLISH.words == "The military campaign · Fact sheet · Draft translation · Documents"


@pytest.fixture
def no_pillow(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(sys.modules, "PIL", None)
    card.missing.cache_clear()
    yield
    card.missing.cache_clear()


@pytest.mark.usefixtures("no_pillow")
def test_without_pillow_it_is_said_what_to_do() -> None:
    assert card.missing() == "Pillow is not installed; pip install 'diglot[cards]'"


def test_with_it_nothing_is_missing() -> None:
    assert card.missing() == ""


def _colours(image: Image.Image) -> list[tuple[int, tuple[int, ...]]]:
    return [(n, c) for n, c in image.getcolors(1 << 20) or [] if isinstance(c, tuple)]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\u0085", "\u2028", "\t"])
def test_a_line_end_in_a_name_is_a_space(end: str) -> None:
    odd = replace(ENGLISH, site=f"Two{end}names{end}", above=f"Fact{end}sheet")
    plain = replace(ENGLISH, site="Two names", above="Fact sheet")

    assert drawn(odd).tobytes() == drawn(plain).tobytes()
