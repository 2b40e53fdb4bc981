"""Findings in Arabic words, for the review page: a message of a check in, its Arabic text out.

Every pattern and every unit of the checks stands here once (``tests/test_review_words.py``).
"""

from __future__ import annotations

from diglot.checks.message import Message, Value

_ISOLATE, _END = "\u2068", "\u2069"
"""Around what is put in: a Latin name or a number must not turn the sentence round."""

PATTERNS = {
    "{source} is {target} in the translation": "{source} صار {target} في الترجمة",
    "{source} is not in the translation": "لا أثر في الترجمة لما في الأصل: {source}",
    "{target} is not in the source": "لا أثر في الأصل لما في الترجمة: {target}",
    # numbers, units, names
    "«{number}» stands in the source more often than in the translation": (
        "يرد «{number}» في الأصل أكثر مما يرد في الترجمة"
    ),
    "«{number}» stands in the translation more often than in the source": (
        "يرد «{number}» في الترجمة أكثر مما يرد في الأصل"
    ),
    "«{source}» counts {units} in the source, «{target}» counts {others}": (
        "وحدة «{source}» في الأصل: {units}، ووحدة «{target}» في الترجمة: {others}"
    ),
    "«{target}» is {paid} in the translation, and the source has nothing but {known}": (
        "عملة «{target}» في الترجمة: {paid}، وليس في الأصل سوى: {known}"
    ),
    "«{source}» stands in the source more often than in the translation, "
    "and «{target}» less often": (
        "يرد «{source}» في الأصل أكثر مما يرد في الترجمة، ويرد «{target}» فيه أقل"
    ),
    "«{target}» is not in the source, where it would be «{source}»": (
        "لا أثر في الأصل لـ«{target}»، ومقابله هناك «{source}»"
    ),
    "«{target}» stands in the translation more often than «{source}» in the source": (
        "يرد «{target}» في الترجمة أكثر مما يرد «{source}» في الأصل"
    ),
    "«{name}» sounds like no word of the source": "لا كلمة في الأصل تشبه «{name}» في اللفظ",
    # glossary
    "«{source}» ought to be «{one}»": "ترجمة «{source}» هي «{one}»",
    "«{source}» ought to be «{one}» or «{two}»": "ترجمة «{source}» هي «{one}» أو «{two}»",
    "«{source}» ought to be «{one}» or «{two}» or «{three}»": (
        "ترجمة «{source}» هي «{one}» أو «{two}» أو «{three}»"
    ),
    "«{target}» is not used for «{source}»": "لا يُستعمل «{target}» ترجمةً لـ«{source}»",
    "«{target}» is not used for «{source}»; write «{wanted}»": (
        "لا يُستعمل «{target}» ترجمةً لـ«{source}»؛ اكتب «{wanted}»"
    ),
    "«{source}» is «{target}» here, and «{usual}» {times} times elsewhere": (
        "ترجمة «{source}» هنا «{target}»، وفي المواضع الأخرى «{usual}» (عددها {times})"
    ),
    # what is missing or made up
    "there is no word in the translation": "ليس في الترجمة كلمة",
    "«{sentence}» seems to be missing: {counted}": "يبدو أن «{sentence}» سقطت: {counted}",
    "«{sentence}» seems to have nothing behind it: {counted}": (
        "يبدو أن «{sentence}» لا أصل لها: {counted}"
    ),
    "{source} sentence in the source, {target} in the translation": (
        "عدد الجمل {source} في الأصل و{target} في الترجمة"
    ),
    "{source} sentences in the source, {target} in the translation": (
        "عدد الجمل {source} في الأصل و{target} في الترجمة"
    ),
    "the translation ends as a sentence, the source does not, and is much shorter": (
        "تنتهي الترجمة كجملة، والأصل ليس كذلك وهو أقصر بكثير"
    ),
    "the translation breaks off with «{words}», and the source does not": (
        "تنقطع الترجمة عند «{words}»، والأصل لا ينقطع"
    ),
    "«{words}» seems to be made up: the source says nothing of the kind": (
        "يبدو أن «{words}» مضافة: ليس في الأصل شيء من ذلك"
    ),
    "the translation is very short: {target} letters for {source} of the source": (
        "الترجمة قصيرة جداً: عدد حروفها {target} مقابل {source} في الأصل"
    ),
    "the translation is very long: {target} letters for {source} of the source": (
        "الترجمة طويلة جداً: عدد حروفها {target} مقابل {source} في الأصل"
    ),
    "the source says no («{words}»), the translation does not seem to": (
        "في الأصل نفي («{words}»)، ولا يظهر نفي في الترجمة"
    ),
    # what an engine does
    "«{word}» is no word: the engine did not know what to write here": (
        "«{word}» ليس كلمة: لم يعرف المحرّك ما يكتب هنا"
    ),
    "«{words}» is left untranslated": "بقي «{words}» بلا ترجمة",
    "«{letters}» stands {times} times in a row in a word": (
        "تتوالى «{letters}» داخل كلمة واحدة، عدد المرات: {times}"
    ),
    "«{words}» stands {times} times in a row": "يتوالى «{words}»، عدد المرات: {times}",
    "«{words}» stands in the translation {times} times": (
        "يتكرر «{words}» في الترجمة، عدد المرات: {times}"
    ),
    "the translation is the same text as the source": "الترجمة هي الأصل كلمةً بكلمة",
    "all {count} words are in capital letters": "الكلمات كلها بحروف كبيرة، وعددها {count}",
    # form
    "«{mark}» is Arabic; write «{wanted}»": "«{mark}» علامة عربية؛ اكتب «{wanted}»",
    "the source is a question, the translation is none": "الأصل سؤال، والترجمة ليست سؤالاً",
    "the translation is a question, the source is none": "الترجمة سؤال، والأصل ليس سؤالاً",
    "the translation ends with «{mark}»": "تنتهي الترجمة بـ«{mark}»",
    "the colon at the end of the source is gone": "سقطت النقطتان اللتان في آخر الأصل",
    "no full stop at the end, as the source has one": "لا نقطة في آخر الترجمة، وفي آخر الأصل نقطة",
    "the item begins with «{source}» in the source, and with «{target}» here": (
        "يبدأ البند بـ«{source}» في الأصل، وبـ«{target}» هنا"
    ),
    "«{marker}» at the beginning of the source is not in the translation": (
        "«{marker}» في أول الأصل، ولا أثر لها في الترجمة"
    ),
    "the bullet at the beginning of the source is not in the translation": (
        "في أول الأصل علامة بند، ولا أثر لها في الترجمة"
    ),
    "there are two spaces where one belongs": "هنا مسافتان وتكفي واحدة",
    "there is a space before a punctuation mark": "هنا مسافة قبل علامة ترقيم",
    "there is no space behind a punctuation mark": "لا مسافة هنا بعد علامة ترقيم",
    "the white space at the beginning or the end is not that of the source": (
        "المسافات في أول الترجمة أو آخرها ليست كما في الأصل"
    ),
    "a quotation with «{mark}» has only one end in the translation": (
        "في الترجمة اقتباس بعلامة «{mark}» له طرف واحد"
    ),
    "the source quotes this, the translation has no quotation marks": (
        "هذا مقتبس في الأصل، وليس في الترجمة علامات اقتباس"
    ),
    "the brackets of the source are not in the translation": "لا أثر في الترجمة لأقواس الأصل",
    "«{bracket}» is opened and not closed in the translation": (
        "في الترجمة قوس «{bracket}» فُتح ولم يُغلق"
    ),
    "«{bracket}» is closed and not opened in the translation": (
        "في الترجمة قوس «{bracket}» أُغلق ولم يُفتح"
    ),
    "there is an invisible character in the translation ({name})": (
        "في الترجمة حرف غير مرئي ({name})"
    ),
    "«{word}» is in no dictionary; perhaps «{meant}»": (
        "«{word}» ليست في أي معجم؛ لعلها «{meant}»"
    ),
    "«{word}» stands twice in a row": "تتكرر «{word}» مرتين متتاليتين",
    # between segments
    "this heading is in Title Case, most are in Sentence case": (
        "حروف هذا العنوان كبيرة في أول كل كلمة، وأكثر العناوين في أول الجملة فقط"
    ),
    "this heading is in Sentence case, most are in Title Case": (
        "حروف هذا العنوان كبيرة في أول الجملة فقط، وأكثر العناوين في أول كل كلمة"
    ),
    "translated otherwise in line {line}: «{target}»": (
        "تُرجم الأصل نفسه في السطر {line} ترجمةً أخرى: «{target}»"
    ),
    "line {line} has the same translation for «{source}»": (
        "للسطر {line} الترجمة نفسها، وأصله «{source}»"
    ),
    "in a merge this text met another one, «{text}», and nobody has decided yet": (
        "التقى هذا النص عند الدمج نصاً آخر هو «{text}»، ولم يُحسم بينهما بعد"
    ),
}

UNITS = dict(
    pair.split(" | ")
    for pair in """
kilometer | كيلومتر
meter | متر
centimeter | سنتيمتر
millimeter | مليمتر
mile | ميل
foot | قدم
inch | بوصة
yard | ياردة
hectare | هكتار
acre | فدان
dunam | دونم
kilogram | كيلوغرام
gram | غرام
ton | طن
mass-pound | رطل
ounce | أونصة
liter | لتر
gallon | غالون
barrel | برميل
kilowatt | كيلوواط
megawatt | ميغاواط
gigawatt | غيغاواط
celsius | درجة مئوية
fahrenheit | درجة فهرنهايت
second | ثانية
minute | دقيقة
hour | ساعة
day | يوم
week | أسبوع
month | شهر
year | سنة
decade | عقد
century | قرن
dollar | دولار
euro | يورو
money-pound | جنيه
lira | ليرة
dinar | دينار
riyal | ريال
dirham | درهم
rupee | روبية
yen | ين
yuan | يوان
rouble | روبل
shekel | شيكل
franc | فرنك
krone | كرونة
peso | بيزو
percent | في المئة
""".strip().splitlines()
)


def in_arabic(message: str) -> str | None:
    """The Arabic words; None for what another package's check has put in words of its own."""
    if not isinstance(message, Message):
        return None
    pattern = PATTERNS.get(message.pattern) or UNITS.get(message.pattern)
    if pattern is None:
        return None
    return pattern.format(**{name: _shown(value) for name, value in message.values.items()})


def _shown(value: Value) -> str:
    if isinstance(value, tuple):
        return " أو ".join(map(_shown, value))
    words = in_arabic(value) if isinstance(value, Message) else None
    return words if words is not None else f"{_ISOLATE}{value}{_END}"
