"""Short lines that are no headings: metadata, dates, formulas, salutations, addresses.

To teach split another one, add it to the list where it belongs.
"""

from __future__ import annotations

import re

from diglot.steps.split.dates import is_date
from diglot.steps.split.lines import bare

_INVOCATION = "بسم الله الرحمن الرحيم"

_MOTTOS = """
باسم الشعب
باسم الملك
باسم جلالة الملك
باسم الأمة
""".strip().splitlines()
"""In whose name a court rules; also of one people: «باسم الشعب العراقي»."""
_ADJECTIVE = "(?: ال\\S+)?"

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
كتب
كتبت
تحرير
ترجمة
تصوير
أجرى
أجرت
حاوره
حاورها
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


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word) for word in words)


_LABELLED = re.compile(
    rf"(?:(?:{_any(_METADATA)})(?:\s\S{{1,20}}){{0,3}}|{_any(_DIRECTIONS)})\s?[:\uff1a]",
    re.IGNORECASE,
)
_MOTTO = re.compile(f"(?:{_any(_MOTTOS)}){_ADJECTIVE}")
_SALUTATION = re.compile(rf"(?:{_any(_SALUTATIONS)})\b", re.IGNORECASE)
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
    """Whether the line is a formula such as «للنشر الفوري», the invocation, a court's motto."""
    plain = bare(words).strip("-*#.:()[]<> /\u2013\u2014\u00ab\u00bb").lower()
    known = plain in _FORMULAS or plain.startswith(_INVOCATION) or set(plain) <= set("#-*")
    return known or _MOTTO.fullmatch(plain) is not None


def is_salutation(words: str) -> bool:
    """Whether the line greets somebody, or takes leave."""
    return _SALUTATION.match(words) is not None
