"""Words that name the parts of laws and reports: «الباب الأول», «المادة 5», Chapter II.

To teach split another one, add it to the list.
"""

from __future__ import annotations

import re

from diglot.steps.split.lines import bare, first_visible, has_text
from diglot.steps.split.numbering import NUMBER

_PARTS = """
الكتاب
الباب
الفصل
الفرع
القسم
الجزء
المبحث
المطلب
المحور
الهدف
المادة
مادة
البند
بند
الملحق
ملحق
المرفق
مرفق
الجدول
book
part
title
chapter
section
article
annex
appendix
schedule
goal
""".split()

_ARTICLES = """
المادة
مادة
article
""".split()
_SINGLE = """
البند
بند
الهدف
goal
""".split()
"""Parts that have their name, if any, on the same line."""

_ORDINALS = """
الأول
الأولى
الثاني
الثانية
الثالث
الثالثة
الرابع
الرابعة
الخامس
الخامسة
السادس
السادسة
السابع
السابعة
الثامن
الثامنة
التاسع
التاسعة
العاشر
العاشرة
الحادي
الحادية
التمهيدي
التمهيدية
الختامي
الوحيد
الوحيدة
""".split()

_COUNTING = """
أولا
ثانيا
ثالثا
رابعا
خامسا
سادسا
سابعا
ثامنا
تاسعا
عاشرا
حادي عشر
ثاني عشر
""".strip().splitlines()

_ARTICLE = "ال"
_LETTERS = """
ألف
باء
جيم
دال
هاء
واو
زاي
حاء
طاء
ياء
كاف
لام
ميم
نون
""".split()
"""The names of the letters in abjad order, as UN documents count."""

_NUMBERED = rf"[(]?\s?(?:{NUMBER}|[IVXLivxl]+|[A-Z]|[\u0621-\u064a])\s?[)]?(?!\w)"
_PART = re.compile(
    rf"(?P<word>{'|'.join(_PARTS)})\s?(?:{_NUMBERED}|\b(?:{'|'.join(_ORDINALS)})\b)"
    rf"(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_TEN = "عشر"
_TENS = rf"\s*(?:{_TEN}\w*)?\s*"
_NO_TITLE = re.compile(rf"{_TENS}(?:[:.\-\u2013\u2014]|\Z|\()")
_NUMBER_ENDS = re.compile(rf"{_TENS}[:.]?\Z")
_NAMELESS = frozenset(word.lower().removeprefix(_ARTICLE) for word in (*_ARTICLES, *_SINGLE))
_ARTICLE_AND_TEXT = re.compile(
    rf"(?P<name>(?:{'|'.join(_ARTICLES)})\s?{_NUMBERED})\s?[:.\-\u2013\u2014]\s*", re.IGNORECASE
)
_COUNT = re.compile(rf"(?P<count>{'|'.join((*_COUNTING, *_LETTERS))})\s?[:.\-\u2013/]")


def part_word(words: str) -> str:
    """The word by which a line names a part of the document; empty where it names none.

    A title may follow after a colon, dash or bracket, or nothing: «المادة 5 من القانون» is text.
    """
    match = _PART.match(words)
    if match is None or not _NO_TITLE.match(match["rest"]):
        return ""
    return match["word"].lower().removeprefix(_ARTICLE)


def wants_name(words: str) -> bool:
    """Whether the line is only a part's number, and its name may stand on the next line."""
    match = _PART.match(words)
    return (
        match is not None
        and part_word(words) not in _NAMELESS
        and _NUMBER_ENDS.match(match["rest"]) is not None
    )


def article_in(text: str) -> tuple[int, int] | None:
    """Where an article's number ends and its text begins, if both stand in this line."""
    match = _ARTICLE_AND_TEXT.match(text, first_visible(text))
    return (match.end("name"), match.end()) if match and has_text(text[match.end() :]) else None


def count_of(words: str) -> tuple[str, int]:
    """How and to what the line counts in words: «أولاً: …», «باء - …»; else ``("", 0)``."""
    match = _COUNT.match(bare(words))
    if match is None:
        return "", 0
    for scheme, names in (("ordinal", _COUNTING), ("letter", _LETTERS)):
        if match["count"] in names:
            return scheme, names.index(match["count"]) + 1
    return "", 0
