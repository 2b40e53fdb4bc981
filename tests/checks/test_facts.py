"""Dates, units, countries and names: what is known of them is right throughout, not in examples."""

from __future__ import annotations

import pytest
from babel import Locale

from diglot.checks import Check, Context, Pair, Severity
from diglot.checks.arabic import fold
from diglot.checks.countries import countries
from diglot.checks.dates import dates
from diglot.checks.names import names
from diglot.checks.transliteration import may_be_the_same, sounds_of_arabic, sounds_of_latin
from diglot.checks.units import units
from diglot.model.glossary import Glossary, Term

MONTHS = [
    (arabic, Locale("en").months["format"]["wide"][number], number)
    for code in ("ar", "ar_IQ", "ar_DZ", "ar_MA", "ar_SA")
    for number, arabic in Locale.parse(code).months["format"]["wide"].items()
]
COUNTRIES = [
    (name, Locale("en").territories[code])
    for code, name in Locale("ar").territories.items()
    if len(code) == 2 and code.isalpha() and code not in {"ZZ", "XA", "XB", "QO", "EZ"}
]


def said(one: Check, source: str, target: str, context: Context | None = None) -> list[Severity]:
    return [finding.severity for finding in one(Pair(source, target, context or Context()))]


@pytest.mark.parametrize(("arabic", "english", "number"), MONTHS)
def test_every_month_of_cldr_is_itself_and_no_other(arabic: str, english: str, number: int) -> None:
    other = Locale("en").months["format"]["wide"][number % 12 + 1]

    assert said(dates, f"في 5 {arabic} 2014", f"on {english} 5, 2014") == []
    assert said(dates, f"في 5 {arabic} 2014", f"on 5.{number}.2014") == []
    assert said(dates, f"في 5 {arabic} 2014", f"on {other} 5, 2014") == [Severity.ERROR]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("5 تشرين الثاني/ نوفمبر", "5 November"),
        ("نوفمبر / تشرين الثاني", "November"),
        ("بين نيسان وحزيران", "between April and June"),
        ("شهر رمضان", "the month of Ramadan"),
        ("14 محرم 1438 هـ", "14 Muharram 1438 AH"),
        ("يوم الأحد", "on Sunday"),
        ("كل خميس", "every week"),
        ("في مايو", "in May"),
        ("سيصل غداً", "he may arrive tomorrow"),
        ("مارس ضغوطاً", "they march on"),
    ],
)
def test_dates_are_read_in_every_spelling(source: str, target: str) -> None:
    assert said(dates, source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("شهر رمضان", "the month of Shawwal"),
        ("14 محرم 1438", "14 Safar 1438"),
        ("يوم الأحد", "on Monday"),
        ("في مايو", "in March"),
        ("بين نيسان وحزيران", "between April and July"),
    ],
)
def test_a_date_that_became_another_is_an_error(source: str, target: str) -> None:
    assert said(dates, source, target) == [Severity.ERROR]


@pytest.mark.parametrize(("arabic", "english"), COUNTRIES)
def test_every_country_of_cldr_is_found_in_its_own_translation(arabic: str, english: str) -> None:
    assert said(countries, f"الوضع في {arabic} اليوم", f"the situation in {english} today") == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("القوات العراقية", "Iraqi forces"),
        ("ولفرنسا", "and to the French"),
        ("في المملكة المتحدة", "in the U.K."),
        ("الأتراك والهنود الحمر", "Turks and Indians"),
        ("انسحاب بريطانيا", "Brexit"),
    ],
)
def test_a_country_may_be_put_in_many_words(source: str, target: str) -> None:
    assert said(countries, source, target) == []


def test_a_country_is_left_to_the_glossary_that_has_it() -> None:
    context = Context(Glossary((Term("العراق", ("Mesopotamia",)),)))

    assert said(countries, "في العراق", "in Mesopotamia", context) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("20 كلم", "20 km"),
        ("7 جنيهات", "7 pounds"),
        ("7 أرطال", "7 pounds"),
        ("5 في المئة", "5%"),
        ("3 ليرات سورية", "3 Syrian pounds"),
        ("38 درجة مئوية", "38 degrees Celsius"),
        ("ثلاثة أشهر", "3 months"),
        ("5 كم", "5"),
    ],
)
def test_one_unit_in_two_ways_is_silent(source: str, target: str) -> None:
    assert said(units, source, target) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("20 كلم", "20 miles"),
        ("ثلاثة أشهر", "three years"),
        ("7 أرطال", "7 kilograms"),
        ("5 ملايين يورو", "$5 million"),
        ("38 درجة مئوية", "38 Fahrenheit"),
    ],
)
def test_another_unit_is_an_error(source: str, target: str) -> None:
    assert said(units, source, target) == [Severity.ERROR]


GLOSSARY = Context(
    Glossary((
        Term("التحالف الدولي", ("Global Coalition", "Coalition")),
        Term("تنظيم داعش", ("ISIS",)), Term("داعش", ("ISIS",)), Term("الموصل", ("Mosul",)),
        Term("الرقة", ("Raqqa",)), Term("برنامج الأمم المتحدة الإنمائي", ("UNDP",)),
    ))
)  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("من الموصل", "from the city"),
        ("خسر تنظيم داعش مدناً لأن التنظيم ضعف", "ISIS lost towns because ISIS was weak"),
        ("البرنامج", "the UNDP"),
        ("برنامج الأمم المتحدة الإنمائي", "the programme (UNDP)"),
    ],
)
def test_a_name_left_out_or_said_again_is_no_exchange(source: str, target: str) -> None:
    assert said(names, source, target, GLOSSARY) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("إلى المدينة", "to Mosul"),
        ("من الموصل إلى الرقة", "from Mosul to Mosul"),
        ("قال التحالف إن تنظيم داعش ضعيف", "ISIS said that ISIS is weak"),
    ],
)
def test_a_name_where_another_should_be_is_a_warning(source: str, target: str) -> None:
    assert said(names, source, target, GLOSSARY) == [Severity.WARNING]


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [
        ("شولمان", "Schulman"), ("تشرشل", "Churchill"), ("خوان", "Juan"), ("الموصل", "Mosul"),
        ("وغرينتش", "Greenwich"), ("فولكسفاغن", "Volkswagen"), ("أليس", "Alice"),
        ("قذافي", "Gaddafi"), ("ألكسندر", "Alexander"), ("بيونغ", "Pyongyang"),
    ],
)  # fmt: skip
def test_a_name_is_known_by_its_consonants(arabic: str, latin: str) -> None:
    assert may_be_the_same(sounds_of_arabic(fold(arabic)), sounds_of_latin(latin))


@pytest.mark.parametrize(
    ("arabic", "latin"),
    [("شولمان", "Trump"), ("الموصل", "Raqqa"), ("قذافي", "Merkel"), ("", "Smith"), ("نص", "")],
)
def test_another_name_is_not(arabic: str, latin: str) -> None:
    assert not may_be_the_same(sounds_of_arabic(fold(arabic)), sounds_of_latin(latin))
