"""Pairs of this project's own, written for measuring: free to use, and rich in facts.

Patterns with gaps, each filled several times from lists in turn, so that every pair differs and
every kind of fact stands there in many spellings. The lists are written out here: nothing is taken
from the tables of the checks.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from diglot.checks import Context, Pair
from diglot.model.glossary import Glossary, Term

_MONTHS = (
    ("كانون الثاني/يناير", "January"), ("شباط", "February"), ("مارس", "March"),
    ("نيسان/ أبريل", "April"), ("مايو", "May"), ("حزيران/يونيو", "June"), ("تموز", "July"),
    ("أغسطس", "August"), ("سبتمبر / أيلول", "September"), ("تشرين الأول/أكتوبر", "October"),
    ("نوفمبر", "November"), ("كانون الأول", "December"), ("يناير", "January"),
    ("فبراير/شباط", "February"), ("آذار/مارس", "March"), ("ابريل", "April"), ("أيار", "May"),
    ("يونيو", "June"), ("يوليو/تموز", "July"), ("آب/أغسطس", "August"), ("أيلول", "September"),
    ("اكتوبر", "October"), ("تشرين الثاني/ نوفمبر", "November"), ("ديسمبر", "December"),
    ("شهر آب", "August"), ("جانفي", "January"), ("شهر مارس", "March"),
)  # fmt: skip
_DAYS = (
    ("الاثنين", "Monday"), ("الثلاثاء", "Tuesday"), ("الأربعاء", "Wednesday"),
    ("الخميس", "Thursday"), ("الجمعة", "Friday"), ("السبت", "Saturday"), ("الأحد", "Sunday"),
)  # fmt: skip
_PLACES = (
    ("الموصل", "Mosul"), ("الرقة", "Raqqa"), ("الفلوجة", "Fallujah"), ("الرمادي", "Ramadi"),
    ("حلب", "Aleppo"), ("البصرة", "Basra"), ("كركوك", "Kirkuk"), ("تدمر", "Palmyra"),
    ("درعا", "Daraa"), ("عفرين", "Afrin"), ("سنجار", "Sinjar"),
)  # fmt: skip
_BODIES = (
    ("اليونيسف", "UNICEF"), ("منظمة الصحة العالمية", "World Health Organization"),
    ("الهلال الأحمر", "Red Crescent"), ("المجلس النرويجي للاجئين", "Norwegian Refugee Council"),
    ("مركز صواب", "Sawab Center"), ("البيشمركة", "Peshmerga"), ("الإنتربول", "INTERPOL"),
)  # fmt: skip
_COUNTRIES = (
    ("العراق", "Iraq"), ("سوريا", "Syria"), ("الأردن", "Jordan"), ("لبنان", "Lebanon"),
    ("ألمانيا", "Germany"), ("فرنسا", "France"), ("اليابان", "Japan"), ("كندا", "Canada"),
    ("مصر", "Egypt"), ("إيطاليا", "Italy"), ("الكويت", "Kuwait"), ("الهند", "India"),
)  # fmt: skip
_PERSONS = (
    ("سامر القاضي", "Samer Qadi"), ("نورا شاهين", "Nora Shaheen"),
    ("توماس هارغروف", "Thomas Hargrove"), ("فاطمة الزبيدي", "Fatima Zubaidi"),
    ("كريستينا بيترسون", "Christina Peterson"), ("خوان غارسيا", "Juan Garcia"),
    ("جوزيف عون", "Joseph Aoun"), ("شيرين داود", "Shirin Dawood"),
)  # fmt: skip
_SCALED = (
    ("19 ألف", "19,000"), ("2,3 مليون", "2.3 million"), ("4 ملايين", "four million"),
    ("١٫٥ مليار", "1.5 billion"), ("22,2 مليار", "22.2 billion"), ("ثلاثة ملايين", "3 million"),
    ("7 مليارات", "seven billion"), ("تسعة آلاف", "nine thousand"), ("٦٥ ألف", "65 thousand"),
    ("240 مليون", "240 million"), ("12 مليار", "12 billion"), ("350 ألف", "350 thousand"),
    ("ستة ملايين", "six million"), ("8.4 مليون", "8.4 million"), ("خمسة مليارات", "5 billion"),
    ("خمسة عشر ألف", "15 thousand"), ("3 تريليونات", "3 trillion"),
)  # fmt: skip
_COUNTS = (
    ("62", "62"), ("٤١٧", "417"), ("23", "23"), ("1,284", "1,284"), ("١٬٠٤٨", "1,048"),
    ("180", "180"), ("7,400", "7,400"), ("94", "94"), ("336", "336"), ("۵۱", "51"),
)  # fmt: skip
_DISTANCES = (
    ("40 كيلومتراً", "40 kilometers"), ("١٥ كلم", "15 kilometers"), ("120 كم", "120 kilometers"),
    ("26 ميلاً", "26 miles"), ("850 متراً", "850 meters"), ("90 قدماً", "90 feet"),
    ("300 كيلوغرام", "300 kilograms"), ("45 يوماً", "45 days"), ("18 سنة", "18 years"),
)  # fmt: skip
_PATTERNS = Path(__file__).parents[1] / "data" / "checks" / "patterns.txt"
_ROUNDS = 34
"""How often each pattern is filled."""
_DATES_OF_A_MONTH = (22, 5, 17, 30, 9, 14, 27, 3, 11, 25, 8, 19)

GLOSSARY = Glossary(
    tuple(Term(arabic, (english,)) for arabic, english in (*_PLACES, *_BODIES, *_COUNTRIES))
)


def made_pairs() -> Iterator[Pair]:
    """The pairs, the same on every call."""
    context = Context(GLOSSARY)
    patterns = _PATTERNS.read_text(encoding="utf-8").strip().split("\n\n")
    for at, pattern in enumerate(patterns):
        source, target = pattern.split("\n")
        for turn in range(_ROUNDS):
            left, right = _fillings(at * 5 + turn, turn)
            yield Pair(source.format(**left), target.format(**right), context)


def _fillings(at: int, turn: int) -> tuple[dict[str, str], dict[str, str]]:
    lists = {
        "month": _MONTHS, "day": _DAYS, "place": _PLACES, "body": _BODIES, "country": _COUNTRIES,
        "scaled": _SCALED, "count": _COUNTS, "distance": _DISTANCES,
        "person": _PERSONS,
    }  # fmt: skip
    left, right = {}, {}
    for name, choices in lists.items():
        left[name], right[name] = choices[(at * 3 + turn) % len(choices)]
    day, year = str(_DATES_OF_A_MONTH[at % len(_DATES_OF_A_MONTH)]), str(2011 + at % 16)
    return left | {"d": day, "y": year}, right | {"d": day, "y": year}
