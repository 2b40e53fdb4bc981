"""What Arabic words are worth: units, tens, hundreds, scales, duals, fractions, months.

Every word is folded (see ``checks.arabic``), so that «مئة», «مائة» and «ثلاثمائة» need one line.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from diglot.checks.arabic import fold
from diglot.checks.numbers.number import Readings, readings

_UNITS = """
واحد واحدة
اثنان اثنين اثنتان اثنتين اثنا اثني اثنتا اثنتي إثنان إثنين
ثلاث ثلاثة
أربع أربعة
خمس خمسة
ست ستة
سبع سبعة
ثماني ثمانية ثمان
تسع تسعة
""".strip().splitlines()

_TENS = """
عشرون عشرين
ثلاثون ثلاثين
أربعون أربعين
خمسون خمسين
ستون ستين
سبعون سبعين
ثمانون ثمانين
تسعون تسعين
""".strip().splitlines()

_SCALES = """
ألف ألفا
مليون مليونا
مليار مليارا بليون بليونا
تريليون تريليونا ترليون ترليونا
""".strip().splitlines()

_PLURAL_SCALES = """
آلاف
ملايين
مليارات بلايين
تريليونات ترليونات
""".strip().splitlines()

_DUAL_SCALES = """
ألفان ألفين ألفي ألفا
مليونان مليونين مليوني مليونا
ملياران مليارين ملياري مليارا بليونان بليونين بليوني
""".strip().splitlines()

_FRACTIONS = """
نصف
ثلث
ربع
خمس
سدس
سبع
ثمن
تسع
عشر
""".strip().splitlines()

_PLURAL_FRACTIONS = """
أثلاث
أرباع
أخماس
أسداس
أسباع
أثمان
أتساع
أعشار
""".strip().splitlines()

_ORDINALS = """
أول أولى حادي حادية
ثان ثاني ثانية
ثالث ثالثة
رابع رابعة
خامس خامسة
سادس سادسة
سابع سابعة
ثامن ثامنة
تاسع تاسعة
عاشر عاشرة
""".strip().splitlines()

_MONTHS = """
يناير جانفي
فبراير فيفري شباط
مارس آذار
أبريل إبريل نيسان
مايو ماي أيار
يونيو يونية جوان حزيران
يوليو يولية جويلية تموز
أغسطس أوت آب
سبتمبر شتنبر أيلول
أكتوبر
نوفمبر نونبر
ديسمبر دجنبر
""".strip().splitlines()

_TWICE = (
    "مرتين مرتان كلا كلتا كلي كلتي ضعف ضعفي ضعفين زوج زوجي زوجين عامين عامان سنتين سنتان يومين "
)
_TWICE += "يومان شهرين شهران أسبوعين أسبوعان ساعتين ساعتان بلدين شخصين رجلين طفلين مترين"
_FOLD = "ثنائي ثلاثي رباعي خماسي سداسي سباعي ثماني تساعي عشاري".split()
"""«ثلاثي الأبعاد» is three-dimensional, «ثلاثية» a trilogy."""
_HUNDREDS_STEMS = "ثلاث أربع خمس ست سبع ثمان ثماني تسع".split()
_HUNDREDS_VALUES = (300, 400, 500, 600, 700, 800, 800, 900)


def _table(lines: list[str], values: Sequence[int | Fraction]) -> dict[str, Fraction]:
    return {
        fold(word): Fraction(value)
        for line, value in zip(lines, values, strict=True)
        for word in line.split()
    }


UNITS = _table(_UNITS, list(range(1, 10)))
TENS = _table(_TENS, list(range(20, 100, 10)))
TEN = frozenset(map(fold, ("عشر", "عشرة")))
SCALES = _table(_SCALES, [10**3, 10**6, 10**9, 10**12])
PLURAL_SCALES = _table(_PLURAL_SCALES, [10**3, 10**6, 10**9, 10**12])
DUAL_SCALES = _table(_DUAL_SCALES, [2 * 10**3, 2 * 10**6, 2 * 10**9])
FRACTIONS = _table(_FRACTIONS, [Fraction(1, n) for n in range(2, 11)]) | {
    fold(word + ending): Fraction(1, n)
    for n, word in ((2, "نصف"), (3, "ثلث"), (4, "ربع"))
    for ending in ("ه", "ها", "هم", "هن")
}
TWO_THIRDS = frozenset(map(fold, ("ثلثا", "ثلثي", "ثلثان", "ثلثين")))
PLURAL_FRACTIONS = _table(_PLURAL_FRACTIONS, [Fraction(1, n) for n in range(3, 11)])
ORDINALS = _table(_ORDINALS, list(range(1, 11)))
MONTHS = _table(_MONTHS, list(range(1, 13)))
OTHERS = {
    **dict.fromkeys(map(fold, _TWICE.split()), readings(2)),
    fold("ألفية"): readings(1000, 2000),
    **dict.fromkeys(map(fold, ("صفر", "صفرا")), readings(0)),
    **{
        fold(stem + ending): readings(value)
        for value, stem in enumerate(_FOLD, start=2)
        for ending in ("", "ة", "ا")
    },
    **dict.fromkeys(map(fold, ("عقد", "عقدا")), readings(10)),
    **dict.fromkeys(map(fold, ("عقدين", "عقدان")), readings(2, 20)),
    **dict.fromkeys(map(fold, ("قرنين", "قرنان")), readings(2, 200)),
    **dict.fromkeys(map(fold, ("قرن", "قرنا")), readings(100)),
    fold("دزينة"): readings(12),
}
"""Words that may stand for a number on the other side, and need not."""
HUNDRED = frozenset(map(fold, ("مئة", "مائة", "مية")))
TWO_HUNDRED = frozenset(map(fold, "مئتان مئتين مئتا مئتي مائتان مائتين مائتا مائتي".split()))
HUNDREDS = {
    fold(stem + hundred): Fraction(value)
    for stem, value in zip(_HUNDREDS_STEMS, _HUNDREDS_VALUES, strict=True)
    for hundred in ("مئة", "مائة")
}
ELEVEN = frozenset(map(fold, ("أحد", "إحدى", "حادي", "حادية", "حادى")))
PERCENT = frozenset(map(fold, ("بالمئة", "بالمائة", "بالمية")))
IN_HUNDRED = frozenset(map(fold, ("المئة", "المائة")))
IN = fold("في")
OF = fold("من")
LEVANTINE = {
    (fold("كانون"), 1): 12, (fold("كانون"), 2): 1, (fold("تشرين"), 1): 10, (fold("تشرين"), 2): 11,
}  # fmt: skip


def _meanings() -> dict[str, tuple[str, Readings]]:
    """What a word is in the grammar, and its values; where it may be two things, the first."""
    scales = {word: readings(value, *_dual(word)) for word, value in SCALES.items()}
    shares = {word: readings(value, round(value * 100)) for word, value in FRACTIONS.items()}
    thirds = dict.fromkeys(TWO_THIRDS, readings(Fraction(2, 3), 67, 66))
    found: dict[str, tuple[str, Readings]] = {}
    for kind, table in (
        ("scale", scales),
        ("plural scale", _sure(PLURAL_SCALES)),
        ("dual", _sure(DUAL_SCALES)),
        ("hundred", dict.fromkeys(HUNDRED, readings(100))),
        ("hundred", dict.fromkeys(TWO_HUNDRED, readings(200))),
        ("hundred", _sure(HUNDREDS)),
        ("eleven", dict.fromkeys(ELEVEN, readings(1))),
        ("ten mark", dict.fromkeys(TEN, readings(10))),
        ("unit", _sure(UNITS)),
        ("tens", _sure(TENS)),
        # Half of something is often said to be 50 percent of it.
        ("fraction", {**shares, **thirds}),
        ("plural fraction", _sure(PLURAL_FRACTIONS)),
        ("ordinal", _sure(ORDINALS)),
        ("soft", OTHERS),
        ("month", _sure(MONTHS)),
    ):
        for word, values in table.items():
            found.setdefault(word, (kind, values))
    return found


def _sure(table: dict[str, Fraction]) -> dict[str, Readings]:
    return {word: readings(value) for word, value in table.items()}


def _dual(word: str) -> tuple[Fraction, ...]:
    """«ألفا» is one thousand with its ending, or two of them before a noun."""
    return (DUAL_SCALES[word],) if word in DUAL_SCALES else ()


MEANINGS = _meanings()
"""Every word of the tables, by its folded form."""
AND = "و"
_PROCLITICS = frozenset("فبلك")
_ARTICLES = ("ال", "لل")


def stems(word: str) -> list[tuple[str, bool]]:
    """What a folded word may be without proclitics: (stem, whether و was in front of it)."""
    found = [(word, False)]
    if word.startswith(AND) and len(word) > 2:
        found.append((word[1:], True))
    for stem, joined in tuple(found):
        if stem[:1] in _PROCLITICS and len(stem) > 3:
            found.append((stem[1:], joined))
    for stem, joined in tuple(found):
        if stem.startswith(_ARTICLES) and len(stem) > 3:
            found.append((stem[2:], joined))
    return found
