"""What number or letter an item has: digits, abjad and alphabetical order, Latin, Roman.

One sign may have several values (``i`` is the ninth letter and the Roman one); a value is an
order's name and a place in it.
"""

from __future__ import annotations

import re

Value = tuple[str, int]

_ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
_ALPHABET = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_BARE_ALEF, _ALEF = "ا", "أ"
_TATWEEL = "\u0640"
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}

DIGIT = "0-9\u0660-\u0669\u06f0-\u06f9"
NUMBER = f"[{DIGIT}]{{1,3}}"
ARABIC_LETTER = f"[\u0621-\u063a\u0641-\u064a]{_TATWEEL}?"
LATIN_LETTER = "[A-Za-z]"
ROMAN = "[ivx]{2,5}|[IVX]{2,5}"

_ROMAN_NUMBER = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})\Z")


def values_of(sign: str) -> tuple[Value, ...]:
    """All that the sign may count: «ب» is the second, ``iv`` the fourth."""
    if sign.isdecimal():
        return (("number", int(sign)),)
    letter = sign.replace(_TATWEEL, "").replace(_BARE_ALEF, _ALEF).lower()
    orders = (("abjad", _ABJAD), ("alphabet", _ALPHABET))
    found = [(name, order.index(letter) + 1) for name, order in orders if letter in order]
    if len(letter) == 1 and letter.isascii():
        found.append(("latin", ord(letter) - ord("a") + 1))
    roman = _roman(letter)
    return (*found, ("roman", roman)) if roman else tuple(found)


def follows(earlier: tuple[Value, ...], later: tuple[Value, ...]) -> bool:
    """Whether the later sign is the next one after the earlier, in some order."""
    return any((order, place + 1) in later for order, place in earlier)


def is_first(values: tuple[Value, ...]) -> bool:
    """Whether a list may begin with this sign."""
    return any(place == 1 for _, place in values)


def _roman(letter: str) -> int:
    if not _ROMAN_NUMBER.match(letter):
        return 0
    total = 0
    for sign, following in zip(letter, f"{letter[1:]} ", strict=True):
        value = _ROMAN_DIGITS[sign]
        total += -value if _ROMAN_DIGITS.get(following, 0) > value else value
    return total
