"""The marker of a list item, a question or a note, as another language writes it.

In: a marker as the source has it (``16-أ``, ``(ب)``, ``١)``, ``س:``). Out: ``16.a``, ``(b)``,
``1)``, ``Q:``; and the same the other way round. Letters count in the abjad order, as Arabic
documents number by default, unless the list itself goes on in the order of the dictionary (``أ``,
``ب``, ``ت``). Roman numbers (``i``, ``ii``) and what is not known stay as they are. Bullets are
left to the list itself.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterable
from enum import Enum
from itertools import pairwise

from diglot.language import direction
from diglot.markup import escape
from diglot.model.document import Block, Kind
from diglot.steps.render.passages import Edition, Passage
from diglot.steps.render.tongues import language_of, tongue_of


class Order(Enum):
    """How the signs of a list count; without a list, a letter that may be Roman is."""

    ABJAD = "abjad"
    DICTIONARY = "dictionary"
    ROMAN = "roman"


ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
DICTIONARY = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_ONLY_IN_THE_DICTIONARY = frozenset(pairwise(DICTIONARY)) - frozenset(pairwise(ABJAD))
"""Neighbours that tell of its order; «أ» and «ب» stand side by side in both."""
_SAME_LETTER = str.maketrans(
    "اإآى",
    "أأأي",
)
_ARABIC_SPEAKERS = {
    "q": "س",
    "a": "ج",
    "question": "سؤال",
    "answer": "جواب",
}
_TATWEEL = "\u0640"

_SPEAKERS = {
    "س": "Q",
    "ج": "A",
    "سؤال": "Question",
    "السؤال": "Question",
    "جواب": "Answer",
    "الجواب": "Answer",
    "إجابة": "Answer",
    "الإجابة": "Answer",
}
_WORDS = {
    "ملاحظة": "Note",
    "ملحوظة": "Note",
    "تنبيه": "Note",
    "هامش": "Note",
    "أولا": "First",
    "ثانيا": "Second",
    "ثالثا": "Third",
    "رابعا": "Fourth",
    "خامسا": "Fifth",
    "سادسا": "Sixth",
    "سابعا": "Seventh",
    "ثامنا": "Eighth",
    "تاسعا": "Ninth",
    "عاشرا": "Tenth",
}
_ARABIC_PUNCTUATION = str.maketrans("\u060c\u061b\u061f", ",;?")
_BULLETS = frozenset("-\u2013\u2014*+\u2022\u00b7\u2023\u25cf\u25cb\u25e6\u25aa\u25ab\u25a0\u25a1")
_BULLETS |= frozenset("\u25c6\u25c7\u2756\u27a2\u25ba\u2043\uf0b7\uf0a7o\u2713\u2714")


def is_bullet(marker: str) -> bool:
    """Whether the marker only says «an item», which a list says by itself."""
    return marker.strip() in _BULLETS or not marker.strip()


def orders_of(markers: Iterable[tuple[int, str]]) -> dict[int, Order]:
    """The order in which the letters of a list count, by depth; ``markers`` with their depths."""
    signs: dict[int, list[str]] = {}
    for depth, marker in markers:
        found = _PART.findall(marker) or _LATIN.findall(marker.lower())
        signs.setdefault(depth, []).append(found[-1].translate(_SAME_LETTER) if found else "")
    neighbours = {pair for each in signs.values() for pair in pairwise(each)}
    arabic = Order.DICTIONARY if neighbours & _ONLY_IN_THE_DICTIONARY else Order.ABJAD
    return {depth: Order.ROMAN if _is_roman(each) else arabic for depth, each in signs.items()}


def label(passage: Passage, edition: Edition, order: Order = Order.ROMAN) -> str:
    """The marker of a passage as inline HTML; nothing for a bullet, which the list shows."""
    text = escape.markdown(_shown(passage, edition, order))
    own = tongue_of(passage, edition).direction
    return f'<span class="dg-m" dir="{own}">{text}</span>' if text else ""


def numbered_title(passage: Passage, edition: Edition) -> str:
    """The number and the text of a heading, as plain text."""
    return f"{_shown(passage, edition, Order.ROMAN)} {passage.text}".strip()


def numbered(block: Block, text: str, language: str = "") -> str:
    """The same for a text of a block in a language; without ``language``, it is the source."""
    if is_bullet(block.marker):
        return text
    marker = translated(block.marker, block.kind, language) if language else block.marker.strip()
    return f"{marker} {text}".strip()


def _shown(passage: Passage, edition: Edition, order: Order) -> str:
    block = passage.block
    if is_bullet(block.marker):
        return ""
    # An item that still stands in the source language keeps the marker that belongs to it.
    language = language_of(passage, edition).code
    if language == edition.source.code:
        return block.marker.strip()
    return translated(block.marker, block.kind, language, order)


def translated(marker: str, kind: Kind, language: str, order: Order = Order.ROMAN) -> str:
    """The marker as Arabic writes it, or a language with Latin letters; for others, as it is."""
    if language.split("-", maxsplit=1)[0] == "ar":
        return _in_arabic(marker.strip(), kind, order)
    if direction(language) == "rtl":
        return marker.strip()
    plain = _with_ascii_digits(marker.strip().replace(_TATWEEL, ""))
    letters = DICTIONARY if order is Order.DICTIONARY else ABJAD
    words = _SPEAKERS | _WORDS if kind in (Kind.QUESTION, Kind.ANSWER) else _WORDS
    return _PART.sub(
        lambda part: _part(part[0], words, letters), _dash_as_full_stop(plain)
    ).translate(_ARABIC_PUNCTUATION)


def _in_arabic(marker: str, kind: Kind, order: Order) -> str:
    speakers = _ARABIC_SPEAKERS if kind in (Kind.QUESTION, Kind.ANSWER) else {}

    def part(match: re.Match[str]) -> str:
        sign = match[0].lower()
        if sign in speakers:
            return speakers[sign]
        if len(sign) > 1 or (order is Order.ROMAN and _ROMAN.fullmatch(sign)):
            return match[0]
        return _written(ABJAD[string.ascii_lowercase.index(sign)])

    return _LATIN.sub(part, _POINT.sub("-", marker))


def _written(letter: str) -> str:
    """«هـ» with its tail: alone, it would look like a five."""
    return letter + _TATWEEL if letter == ABJAD[4] else letter


def _is_roman(signs: list[str]) -> bool:
    """«i» at the beginning, or «ii»; the ninth letter of a list stands behind the eighth."""
    return signs[0] == "i" or any(len(s) > 1 and _ROMAN.fullmatch(s) for s in signs)


def _part(text: str, words: dict[str, str], letters: str) -> str:
    bare = re.sub("[\u064b-\u0652]", "", text)
    # «أولا», «أولاً» and «اولا» are one word; the tanwin is gone, the hamza may be missing.
    word = words.get(bare) or words.get("\u0623" + bare[1:] if bare[:1] == "\u0627" else bare)
    return word or _letter(bare, letters) or text


def _letter(text: str, letters: str) -> str:
    number = letters.find(text.translate(_SAME_LETTER)) if len(text) == 1 else -1
    if number < 0:
        return ""
    rounds, place = divmod(number, len(string.ascii_lowercase))
    return "a" * rounds + string.ascii_lowercase[place]


def _dash_as_full_stop(marker: str) -> str:
    """Arabic numbers items with a dash, English with a full stop: ``16-أ`` → ``16.أ``."""
    return _DASH.sub(".", marker)


def _with_ascii_digits(text: str) -> str:
    return re.sub(r"\d", lambda digit: str(int(digit[0])), text)


_LATIN = re.compile("[A-Za-z]+")
_ROMAN = re.compile("[ivx]+")
_POINT = re.compile(r"(?<=\d)\.(?=[A-Za-z])")
_PART = re.compile("[\u0621-\u0652\u0671]+")
_DASH = re.compile(r"(?<=[\w)])\s*[-\u2013\u2014]\s*(?=\w|$)")
