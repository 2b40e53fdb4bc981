"""Short lines that are no headings: metadata, dates, formulas, salutations, addresses.

To teach split another one, add it to the list where it belongs.
"""

from __future__ import annotations

import re

from diglot.steps.split.lines import bare
from diglot.steps.split.numbering import DIGIT

_INVOCATION = "بسم الله الرحمن الرحيم"

_METADATA = """
رقم
الرقم
التاريخ
تاريخ
المرجع
مرجع
الإشارة
إشارة
الموضوع
المرفقات
هاتف
الهاتف
تلفون
تليفون
جوال
الجوال
فاكس
الفاكس
البريد
بريد
الموقع
العنوان
ص.ب
صندوق البريد
المكان
الزمان
الوقت
الساعة
المدة
إعداد
بقلم
المصدر
الناشر
اللغة
الأصل
التوزيع
التصنيف
نسخة إلى
صورة إلى
للاتصال
للاستفسار
جهة الاتصال
release no
release
date
ref
reference
subject
cc
tel
telephone
phone
fax
e-mail
email
web
website
contact
source
author
authors
place
time
venue
distribution
classification
original
version
language
""".strip().splitlines()

_DIRECTIONS = """
إلى
من
to
from
re
""".split()
"""Labels only where the colon follows at once: «من: …», but «من المستفيدون: …»."""

_FORMULAS = frozenset(
    """
بيان صحفي
بيان صحافي
خبر صحفي
تصريح صحفي
نشرة صحفية
للنشر الفوري
للنشر
للتوزيع الفوري
سري
سري للغاية
غير سري
غير مصنف
محدود
محدود التداول
للاستخدام الرسمي فقط
توزيع عام
مسودة
انتهى
النهاية
عاجل
for immediate release
press release
media release
news release
embargoed
unclassified
restricted
confidential
secret
for official use only
draft
ends
end
""".strip().splitlines()
)

_SALUTATIONS = """
السيد
السيدة
السادة
الأستاذ
الأستاذة
الدكتور
الدكتورة
سعادة
معالي
فخامة
سمو
دولة رئيس
حضرة
تحية طيبة
السلام عليكم
وتفضلوا
مع خالص
مع فائق
والسلام
dear
yours
sincerely
kind regards
best regards
respectfully
""".strip().splitlines()

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


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


_LABELLED = re.compile(
    rf"(?:(?:{_any(_METADATA)})(?:\s\S{{1,20}}){{0,3}}|{_any(_DIRECTIONS)})\s?[:\uff1a]",
    re.IGNORECASE,
)
_SALUTATION = re.compile(rf"(?:{_any(_SALUTATIONS)})\b", re.IGNORECASE)
_DATED = re.compile(rf"(?<!\w)(?:{_any(_MONTHS)})(?!\w)", re.IGNORECASE)
_NUMERIC_DATE = re.compile(rf"[{DIGIT}]{{1,4}}[./\-][{DIGIT}]{{1,2}}[./\-][{DIGIT}]{{1,4}}")
_YEAR = re.compile(rf"[{DIGIT}]{{4}}")
_ADDRESS = re.compile(r"https?://|www\.|\S@\S|(?:\+|00)\d[\d ()\-]{6,}")
_LETTER = re.compile(r"[^\W\d_]")


def is_metadata(words: str) -> bool:
    """Whether the line says something about the document: a number, a date, where to call."""
    return (
        is_formula(words)
        or is_date(words)
        or _LABELLED.match(words) is not None
        or _ADDRESS.search(words) is not None
        or _LETTER.search(words) is None
    )


def is_formula(words: str) -> bool:
    """Whether the line is a formula such as «للنشر الفوري», or the invocation."""
    plain = bare(words).strip("-*#.:()[]<> /\u2013\u2014\u00ab\u00bb").lower()
    return plain in _FORMULAS or plain.startswith(_INVOCATION) or set(plain) <= set("#-*")


def is_date(words: str) -> bool:
    """Whether the line is a date, perhaps with a place before it: «بغداد، 3 أيار 2026»."""
    if len(words.split()) > _LONGEST_DATE:
        return False
    if _NUMERIC_DATE.search(words):
        return len(words.split()) <= _LONGEST_DATE // 2
    digits = re.findall(rf"[{DIGIT}]+", words)
    return bool(_DATED.search(words)) and bool(_YEAR.search(words)) and len(digits) > 1


def is_salutation(words: str) -> bool:
    """Whether the line greets somebody, or takes leave."""
    return _SALUTATION.match(words) is not None
