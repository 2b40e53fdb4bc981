"""Lines that are a date, as it stands above a release or a letter."""

from __future__ import annotations

import re

from diglot.steps.split.numbering import DIGIT

_MONTHS = """
يناير
فبراير
مارس
أبريل
إبريل
نيسان
مايو
أيار
يونيو
حزيران
يوليو
تموز
أغسطس
آب
سبتمبر
أيلول
أكتوبر
نوفمبر
ديسمبر
كانون
تشرين
شباط
آذار
محرم
صفر
ربيع
جمادى
رجب
شعبان
رمضان
شوال
ذو القعدة
ذي القعدة
ذو الحجة
ذي الحجة
january
february
march
april
may
june
july
august
september
october
november
december
""".strip().splitlines()

_LONGEST_DATE = 9
_DATED = re.compile(rf"(?<!\w)(?:{'|'.join(_MONTHS)})(?!\w)", re.IGNORECASE)
_NUMERIC_DATE = re.compile(rf"[{DIGIT}]{{1,4}}[./\-][{DIGIT}]{{1,2}}[./\-][{DIGIT}]{{1,4}}")
_YEAR = re.compile(rf"[{DIGIT}]{{4}}")


def is_date(words: str) -> bool:
    """Whether the line is a date, perhaps with a place before it: «بغداد، 3 أيار 2026»."""
    if len(words.split()) > _LONGEST_DATE:
        return False
    if _NUMERIC_DATE.search(words):
        return len(words.split()) <= _LONGEST_DATE // 2
    digits = re.findall(rf"[{DIGIT}]+", words)
    return bool(_DATED.search(words)) and bool(_YEAR.search(words)) and len(digits) > 1
