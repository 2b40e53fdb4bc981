"""Numbers: the same value however it is written, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.checks import Pair, Severity
from diglot.checks.numbers import arabic_reader, english_reader, numbers

SAME = [
    # Digits of every shape, and what stands between them.
    ("أكثر من 22,2 مليار دولار", "more than $22.2 billion"),
    ("أكثر من 22,2 مليار دولار", "more than 22,200,000,000 dollars"),
    ("21,248 كيلوغراماً", "21,248 kilograms"),
    ("نحو 1,5 مليون", "about 1.5 million"),
    ("نحو ٣٫٥ بالمئة", "about 3.5 percent"),
    ("بلغ ١٬٢٣٤٬٥٦٧ شخصاً", "1,234,567 people"),
    ("في عام ۱۹۹۸", "in 1998"),
    ("1.234 طناً", "1,234 tons"),
    ("1.234 طناً", "1.234 tons"),
    ("نسبة 45٪", "45 %"),
    ("15001 جنيه و19999 جنيه", "£15,001-£19,999"),
    # Scales in both directions.
    ("19 ألف ضربة", "19,000 strikes"),
    ("19 ألف ضربة", "nineteen thousand strikes"),
    ("90 ألفاً من الجنود", "90,000 soldiers"),
    ("19,000 ضربة", "19 thousand strikes"),
    ("7 آلاف شرطي", "7,000 officers"),
    ("240 مليون دولار", "$240m"),
    ("221 مليار دولار", "$221bn"),
    ("4 ملايين و700 ألف نسمة", "4.7 million people"),
    ("4 ملايين و700 ألف نسمة", "4 million and 700 thousand people"),
    ("4 ملايين رجل و700 ألف امرأة", "4 million men and 700,000 women"),
    ("1,250 مليون دولار", "$1.25 billion"),
    # Duals.
    ("ما يقرب من ملياريْ دولار", "nearly $2 billion"),
    ("أكثر من ألفيْ كيلومتر", "more than 2,000 kilometers"),
    ("مليونان ونصف المليون", "2.5 million"),
    ("قبل ألفي عام", "2,000 years ago"),
    ("بعد عامين", "after 2 years"),
    ("سيارتان", "2 cars"),
    # Words.
    ("ثلاثة وعشرون شريكاً", "23 partners"),
    ("23 شريكاً", "twenty-three partners"),
    ("تسعة آلاف جندي", "9,000 troops"),
    ("ثلث التكاليف", "one-third of the costs"),
    ("ثلث التكاليف", "33% of the costs"),
    ("ثلاثة أرباع السكان", "75 percent of the population"),
    ("مئة وخمسة وعشرون ألفاً", "125,000"),
    ("ثلاثمائة وخمسون", "350"),
    ("خمسة عشر يوماً", "15 days"),
    ("نصف مليون", "500,000"),
    ("مليون ونصف", "1.5 million"),
    ("ارتفاع بمقدار درجة ونصف", "a rise of 1.5 degrees"),
    ("عام ألف وتسعمائة وخمسة وأربعين", "in 1945"),
    ("القرن التاسع عشر", "the 19th century"),
    ("في التسعينيات", "in the 1990s"),
    ("خمسينيات القرن الرابع عشر", "the 1350s"),
    ("في بداية الألفية", "in the early 2000s"),
    # One side in words says it another way.
    ("شخص واحد", "a person"),
    ("كلاهما", "both"),
    ("عشرات الآلاف من المقاتلين", "tens of thousands of fighters"),
    ("آلاف السوريين", "thousands of Syrians"),
    # Dates and times.
    ("24 كانون الثاني/يناير 2017", "January 24, 2017"),
    ("5 تشرين الثاني/ نوفمبر", "November 5"),
    ("24/1/2017", "January 24, 2017"),
    ("11 أيلول/سبتمبر", "9/11"),
    ("الساعة 5 مساءً", "at 5 p.m."),
    ("الساعة 17:00", "at 5 p.m."),
    # Codes, addresses, order.
    ("القرار 2178 (2014)", "Resolution 2178 (2014)"),
    ("انظر https://x.example/a/123", "see the link"),
    ("62 بالمئة و30 بالمئة", "30 percent, and 62 percent"),
    ("الحرب العالمية 2", "World War II"),
    # What papers of other kinds write.
    ("تكنولوجيا ثلاثية الأبعاد", "three-dimensional technology"),
    ("طابعة ثلاثية الأبعاد", "a 3D printer"),
    ("الساعة الثالثة والنصف", "at 3:30"),
    ("الساعة الثالثة والربع مساء", "at 3:15 p.m."),
    ("الساعة الخامسة مساءً", "at 17:00"),
    ("الساعة 5 مساءً", "at 17:00"),
    ("من مليار إلى ملياري دولار", "$1-2 billion"),
    ("بين 5 و10 ملايين", "between 5 and 10 million"),
    ("بين 5 ملايين و10 ملايين", "5-10 million"),
    ("على مدار الساعة", "24/7"),
    ("جائحة كورونا", "the COVID-19 pandemic"),
    ("مجموعة العشرين", "the G20"),
    ("مجموعة السبع", "the G7 nations"),
    ("عقد من الزمن", "ten years"),
    ("قبل قرن", "a hundred years ago"),
    ("درجة الحرارة صفر", "a temperature of 0"),
    ("سنة 1990", "the year 1990"),
    ("1/3 السكان", "a third of the population"),
    ("ثلثا السكان", "2/3 of the population"),
    ("مئات الآلاف", "hundreds of thousands"),
    ("مليونا شخص", "two million people"),
    ("مئتا ألف شخص", "200,000 people"),
    ("ثلاثة أضعاف", "threefold"),
    ("تضاعف ثلاث مرات", "tripled"),
    ("في العشرينيات من عمره", "in his twenties"),
    ("القرن الحادي والعشرين", "the 21st century"),
    ("الفقرة 1 (أ)", "paragraph 1 (a)"),
    ("12.5٪", "12.5%"),
    ("رقم الهاتف 1234-555 (202) 1+", "phone +1 (202) 555-1234"),
    ("المادة 3، الفقرة 2", "Article 3(2)"),
    ("ما بين عامي 2014 و2016", "between 2014 and 2016"),
    ("2014-2016", "2014–16"),
    ("بنسبة خمسة وعشرين في المائة", "by 25 per cent"),
    ("بنسبة 2 إلى 3 في المائة", "by two to three percent"),
    ("الألفية الثالثة", "the third millennium"),
    ("مليون ومئتا ألف", "1.2 million"),
    ("ألف وأربعمئة واثنان وخمسون", "1,452"),
    ("أربعة عشر ألفاً وخمسمئة", "14,500"),
    ("ثلاثة أرباع", "75%"),
    ("عام ألفين وسبعة عشر", "in 2017"),
    ("سنة ألفين", "in 2000"),
    ("خمسة في المئة", "5%"),
    ("النصف الثاني من 2015", "the second half of 2015"),
    ("مرة واحدة كل أربع سنوات", "once every four years"),
    ("المرتبة 12", "12th place"),
    ("في 2 آب", "on 2 August"),
    ("الثاني من آب", "August 2"),
    ("الأول من مايو", "May 1"),
    ("بعد 48 ساعة", "after 48 hours"),
    ("خمس سنوات ونصف", "five and a half years"),
    ("خمس سنوات ونصف", "5.5 years"),
    ("مليون ونصف المليون لاجئ", "one and a half million refugees"),
    ("مئة وخمسون ألفاً", "150,000"),
    ("٢٠٢٣م", "2023"),
    ("1438هـ", "1438 AH"),
    ("الصفحات 12-15", "pages 12–15"),
    ("ثلاثمائة ألف", "three hundred thousand"),
    ("عشرة ملايين", "ten million"),
    ("١٠٠ ألف", "100K"),
    ("5.2 مليون", "5.2m"),
    ("الساعة ١٠:٣٠ صباحاً", "10:30 a.m."),
    ("الفوج الخامس", "5th Regiment"),
    ("شارع 42", "42nd Street"),
    ("ثلاثون عاماً", "three decades"),
    ("عشرون عاما", "two decades"),
    ("عقدين", "20 years"),
    ("خمسة عقود", "fifty years"),
    ("النسبة 1:3", "a ratio of 1:3"),
    ("-5 درجات", "−5 degrees"),
    ("الطابق التاسع", "the ninth floor"),
    ("بايدن الـ46", "the 46th, Biden"),
    ("وحدة سكنية واحدة لكل عشرة", "one in ten"),
    ("نصفهم", "50% of them"),
    ("مئة بالمئة", "100%"),
    ("أكثر من مئة", "over 100"),
    ("بضع مئات", "several hundred"),
    ("ألف ليلة وليلة", "One Thousand and One Nights"),
]

DIFFERENT = [
    ("أكثر من 62 بالمئة", "more than 26 percent", "62"),
    ("19 ألف ضربة", "19 million strikes", "19 ألف"),
    ("22,2 مليار دولار", "$22.2 million", "22,2 مليار"),
    ("22,2 مليار دولار", "$222 billion", "22,2 مليار"),
    ("21,248 كيلوغراماً", "21.248 kilograms", "21,248"),
    ("7,5 بالمئة", "75 percent", "7,5"),
    ("في عام 1998", "in 1989", "1998"),
    ("في عام ١٩٩٨", "in 1989", "١٩٩٨"),
    ("ثلاثة وعشرون شريكاً", "32 partners", "32"),
    ("تسعة آلاف جندي", "nine million soldiers", "تسعة آلاف"),
    ("ملياريْ دولار", "$2 million", "2 million"),
    ("62 بالمئة", "most", "62"),
    ("معظم الأراضي", "62 percent of the land", "62"),
    ("3000 و5000", "£3,000", "5000"),
    ("3% على 3000", "% on £3,000", "3"),
    ("من مليار إلى ملياري دولار", "$1-3 billion", "3 billion"),
    ("خمس سنوات ونصف", "7.2 years", "7.2"),
    ("الساعة الثالثة والنصف", "at 4:30", "4"),
    ("ثلاثون عاماً", "four decades", "four"),
    ("عشرات الملايين", "tens of billions", "الملايين"),
    ("1/3 السكان", "1/4 of the population", "1/3"),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_the_same_value_is_silent(source: str, target: str) -> None:
    assert [finding.message for finding in numbers(Pair(source, target))] == []


@pytest.mark.parametrize(("source", "target", "shown"), DIFFERENT)
def test_another_value_is_an_error_that_shows_it(source: str, target: str, shown: str) -> None:
    (finding,) = numbers(Pair(source, target))

    assert finding.severity is Severity.ERROR
    assert f"«{shown}»" in finding.message


def test_a_number_that_stands_twice_and_comes_out_once_is_a_warning() -> None:
    (finding,) = numbers(Pair("760 جنيه ثم 760 جنيه", "£760"))

    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("وصل خمسة رجال", "men arrived", "«خمسة» (5) is not in the translation"),
        ("وصل رجال", "five men arrived", "«five» (5) is not in the source"),
        ("في الثالث من أيار", "in May", "«الثالث» (3) is not in the translation"),
        (
            "وصل 5 رجال",
            "5 men, 5, arrived",
            "«5» stands in the translation more often than in the source",
        ),
    ],
)
def test_a_number_in_words_that_is_missing_or_invented_is_a_warning(
    source: str, target: str, told: str
) -> None:
    (finding,) = numbers(Pair(source, target))

    assert (finding.severity, finding.message) == (Severity.WARNING, told)


def test_spans_point_at_the_numbers() -> None:
    pair = Pair("حررت 62 بالمئة", "They freed 26 percent")
    (finding,) = numbers(pair)

    assert finding.source_span is not None
    assert finding.target_span is not None
    assert pair.source[slice(*finding.source_span)] == "62"
    assert pair.target[slice(*finding.target_span)] == "26"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ثلاث مئة وخمسون", [350]),
        ("مليونان وثلاثمئة ألف", [2_300_000]),
        ("ألف وخمسمئة", [1500]),
        ("الحادي والعشرين", [21]),
        ("احدى عشرة", [11]),
        ("مائتا ألف", [200_000]),
        ("وعشرة ملايين", [10_000_000]),
    ],
)
def test_arabic_words_have_values(text: str, values: list[int]) -> None:
    assert [sorted(number.readings) for number in arabic_reader.read(text)] == [[v] for v in values]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("two hundred and five", 205),
        ("half a million", 500_000),
        ("a million and a half", 1_500_000),
        ("three hundred thousand", 300_000),
        ("two million three hundred thousand", 2_300_000),
        ("twenty-first", 21),
        ("a hundred", 100),
        ("two dozen", 2),
    ],
)
def test_english_words_have_values(text: str, value: int) -> None:
    assert value in english_reader.read(text)[0].readings


ARABIC = (
    "ثلاثة وعشرون ألف وألف ألفي مليون ونصف نصف أرباع مئة ومئة عشر 12 و12 22,2 . كانون الثاني في"
)
ENGLISH = (
    "two twenty hundred thousand million and a half third quarters of 12 2.5 p m bn dozen . - the"
)


@given(
    st.lists(st.sampled_from(ARABIC.split())).map(" ".join),
    st.lists(st.sampled_from(ENGLISH.split())).map(" ".join),
)
def test_no_order_of_number_words_is_a_crash(source: str, target: str) -> None:
    for finding in numbers(Pair(source, target)):
        assert finding.source_span or finding.target_span


@pytest.mark.parametrize("text", ["1.2.3.4", "9,,9", "٫", "1" * 9000, "٣" * 50 + ",5", "1٬2,3.4"])
def test_odd_digits_are_no_crash(text: str) -> None:
    assert list(numbers(Pair(text, text))) == []


@pytest.mark.parametrize(
    ("source", "target", "message"),
    [
        ("أكثر من 36.2 عضو", "more than 36 members", "«36.2» is «36» in the translation"),
        ("نحو 6.6 بالمئة", "about 6 percent", "«6.6» is «6» in the translation"),
        ("أكثر من 36 عضو", "more than 36.2 members", "«36» is «36.2» in the translation"),
        ("نحو 50,082 عضو", "about 50,82 members", "«50,082» is «50,82» in the translation"),
        ("نحو 14,069 طن", "about 14,06 tons", "«14,069» is «14,06» in the translation"),
    ],
)
def test_a_number_of_which_digits_are_cut_off_is_told_whole(
    source: str, target: str, message: str
) -> None:
    assert [finding.message for finding in numbers(Pair(source, target))] == [message]


@pytest.mark.parametrize(
    ("source", "target"),
    [("يوم 24.03.2017", "on 24 March 2017"), ("هجمات 9.11", "the 9/11 attacks")],
)
def test_digits_that_are_several_numbers_are_taken_apart(source: str, target: str) -> None:
    assert list(numbers(Pair(source, target))) == []
