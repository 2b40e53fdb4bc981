"""The cases of ``test_scenarios``: sources, edits, and what must become of every sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from diglot.model.change import Change

Edit = tuple[str, str]
"""A piece of the source that stands in it once, and what is written instead."""

SOURCES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "paper": (
        """\
بيان الوزارة عن المدارس

أعلنت الوزارة فتح 62 مدرسة في محافظة الأنبار. وعاد أكثر من 70 ألف طفل إلى مدارسهم. \
وشكر الوزير المعلمين على صبرهم.
يقدم الشركاء 1,500 طن من الأغذية كل شهر، وتوزع الفرق المحلية هذه الأغذية على الأسر المحتاجة.
التمويل
وفّر الأعضاء 22,2 مليار دولار لبرامج الاستقرار. هل يكفي هذا المبلغ؟ \
قال الوزير: «نعم، يكفي حتى نهاية العام».
بلغ نصيب المحافظة الشرقية 40 مليون دولار من هذا المبلغ.
بلغ نصيب المحافظة الشرقية 30 مليون دولار من هذا المبلغ.
تنشر الوزارة تفاصيل الإنفاق على موقعها.
الأمن
حررت القوات شرق المدينة في 24 كانون الثاني/يناير 2017. وتتقدم القوات الآن في الجزء الغربي.
تنشر الوزارة تفاصيل الإنفاق على موقعها.
كُتب هذا البيان باللغة العربية.
""",
        ("التمويل", "الأمن", "حفظ الأمن", "حفظ السلام"),
    ),
    "list": (
        """\
شروط القبول

يلتزم المتقدم بالشروط الآتية:
1) أن يكون عمره 18 سنة على الأقل.
2) أن يحمل شهادة الثانوية.
3) ألا يكون محكوماً عليه بجناية.
يقدم الطلب إلى مكتب التسجيل. ويرفق به نسخة من الهوية.
""",
        (),
    ),
}

TITLE = "بيان الوزارة عن المدارس"
OPENING = "أعلنت الوزارة فتح 62 مدرسة في محافظة الأنبار."
CHILDREN = "وعاد أكثر من 70 ألف طفل إلى مدارسهم."
THANKS = "وشكر الوزير المعلمين على صبرهم."
FOOD = (
    "يقدم الشركاء 1,500 طن من الأغذية كل شهر، وتوزع الفرق المحلية هذه الأغذية على الأسر المحتاجة."
)
MONEY = "وفّر الأعضاء 22,2 مليار دولار لبرامج الاستقرار."
ENOUGH = "هل يكفي هذا المبلغ؟"
YES = "قال الوزير: «نعم، يكفي حتى نهاية العام»."
TWIN_40 = "بلغ نصيب المحافظة الشرقية 40 مليون دولار من هذا المبلغ."
TWIN_30 = "بلغ نصيب المحافظة الشرقية 30 مليون دولار من هذا المبلغ."
DETAILS = "تنشر الوزارة تفاصيل الإنفاق على موقعها."
FREED = "حررت القوات شرق المدينة في 24 كانون الثاني/يناير 2017."
ADVANCE = "وتتقدم القوات الآن في الجزء الغربي."
ARABIC = "كُتب هذا البيان باللغة العربية."
TERMS = "يلتزم المتقدم بالشروط الآتية:"
AGE = "أن يكون عمره 18 سنة على الأقل."
SCHOOL = "أن يحمل شهادة الثانوية."
CRIME = "ألا يكون محكوماً عليه بجناية."
OFFICE = "يقدم الطلب إلى مكتب التسجيل."
COPY = "ويرفق به نسخة من الهوية."
NEW = "وافتتح المحافظ معرضاً للكتب."
"""A sentence that is like no other."""

MEANING, NUMBERS = Change.MEANING, Change.NUMBERS


@dataclass(frozen=True)
class Case:
    """An edit, and every sentence that does not stand exactly as before."""

    name: str
    edits: Sequence[Edit]
    document: str = "paper"
    stale: Mapping[str, tuple[Change, Sequence[str]]] = field(default_factory=dict)
    """New sentence → what changed, and the old sentences whose text it has."""
    same: Mapping[str, str] = field(default_factory=dict)
    """New sentence → old one, with its verdict: only the looks changed."""
    new: Sequence[str] = ()
    moved: Mapping[str, bool] = field(default_factory=dict)
    """Sentences that stand elsewhere with their verdict; whether the key is the same."""
    gone: Sequence[str] = ()
    """Obsolete now, with their verdicts."""


def changed(name: str, old: str, new: str, kind: Change = MEANING, *, of: str = "paper") -> Case:
    """One sentence becomes another, and is stale."""
    return Case(name, [(old, new)], of, stale={new: (kind, [old])})


def looks(name: str, old: str, new: str, *, of: str = "paper") -> Case:
    """One sentence looks otherwise, and keeps its verdict."""
    return Case(name, [(old, new)], of, same={new: old})


FATHA, KASRA, SHADDA, TATWEEL = "\u064e", "\u0650", "\u0651", "\u0640"

_TEXT = SOURCES["paper"][0]
_FINANCE = _TEXT[_TEXT.index("التمويل\n") : _TEXT.index("الأمن\n")]
_SECURITY = _TEXT[_TEXT.index("الأمن\n") :]

CASES = [
    # Nothing, or nothing that is in the catalogue.
    Case("nothing", []),
    Case("a blank line more", [("التمويل\n", "\n\nالتمويل\n")]),
    Case("other markers of a list", [("1) ", "أ) "), ("2) ", "ب) "), ("3) ", "ج) ")], "list"),
    Case("wide spaces", [("فتح 62", "فتح   62")]),
    # Looks.
    looks("tatweel", ADVANCE, ADVANCE.replace("القوات", f"القـ{TATWEEL}وات")),
    looks("a diacritic added", THANKS, THANKS.replace("صبر", f"ص{FATHA}بر")),
    looks("a diacritic left out", ARABIC, ARABIC.replace("كُ", "ك")),
    looks("shadda left out", MONEY, MONEY.replace("فّ", "ف")),
    looks("tanwin before its alef", CRIME, CRIME.replace("ماً", "مًا"), of="list"),
    looks("digits of another shape", CHILDREN, CHILDREN.replace("70", "٧٠")),
    looks("Persian letters", ENOUGH, ENOUGH.replace("ي", "ی").replace("ك", "ک")),
    looks("quotes of another shape", YES, YES.replace("«", "“").replace("»", "”")),
    looks("a question mark of another shape", ENOUGH, ENOUGH.replace("؟", "?")),
    looks("presentation forms", ADVANCE, ADVANCE.replace("الآن", "ا\ufef5ن")),
    looks("a letter in two code points", ADVANCE, ADVANCE.replace("الآن", "الا\u0653ن")),
    looks("a space before a comma", FOOD, FOOD.replace("شهر،", "شهر ،")),
    looks("a mark of direction", SCHOOL, SCHOOL.replace("شهادة", "شهادة\u200f"), of="list"),
    # More than looks.
    changed("a diacritic exchanged", ARABIC, ARABIC.replace("كُ", f"ك{KASRA}")),
    changed("punctuation", FOOD, FOOD.replace("شهر،", "شهر؛")),
    changed("a typing mistake", THANKS, THANKS.replace("المعلمين", "المعملين")),
    changed("hamza", ADVANCE, ADVANCE.replace("الآن", "الان")),
    changed("one word", ADVANCE, ADVANCE.replace("الغربي", "الشمالي")),
    changed(
        "half a sentence", FOOD, FOOD.replace("الفرق المحلية هذه الأغذية", "البلديات ما يصل منها")
    ),
    changed("a word at the end", OFFICE, OFFICE.replace(".", " نفسه."), of="list"),
    changed("negation", SCHOOL, SCHOOL.replace("أن يحمل", "ألا يحمل"), of="list"),
    # Numbers.
    changed("a number", OPENING, OPENING.replace("62", "63"), NUMBERS),
    changed("a point for a comma", FOOD, FOOD.replace("1,500", "1.500"), NUMBERS),
    changed("a decimal", MONEY, MONEY.replace("22,2", "22,4"), NUMBERS),
    changed("a year", FREED, FREED.replace("2017", "2018"), NUMBERS),
    changed("a number in a list", AGE, AGE.replace("18", "21"), NUMBERS, of="list"),
    changed("a number and a word", OPENING, OPENING.replace("62 مدرسة", "63 معهداً")),
    # Near twins.
    changed("a number of the first twin", TWIN_40, TWIN_40.replace("40", "45"), NUMBERS),
    changed("a number of the second twin", TWIN_30, TWIN_30.replace("30", "45"), NUMBERS),
    Case(
        "both twins",
        [(TWIN_40, TWIN_40.replace("40", "41")), (TWIN_30, TWIN_30.replace("30", "31"))],
        stale={
            TWIN_40.replace("40", "41"): (NUMBERS, [TWIN_40]),
            TWIN_30.replace("30", "31"): (NUMBERS, [TWIN_30]),
        },
    ),
    Case(
        "the twins change places",
        [(f"{TWIN_40}\n{TWIN_30}", f"{TWIN_30}\n{TWIN_40}")],
        moved={TWIN_40: True, TWIN_30: True},
    ),
    Case("the first twin goes", [(f"{TWIN_40}\n", "")], gone=[TWIN_40]),
    Case("the second twin goes", [(f"{TWIN_30}\n", "")], gone=[TWIN_30]),
    Case(
        "a third twin comes first",
        [(TWIN_40, f"{TWIN_40.replace('40', '50')}\n{TWIN_40}")],
        new=[TWIN_40.replace("40", "50")],
    ),
    Case(
        "the first twin goes, a third one comes last",
        [(f"{TWIN_40}\n", ""), (TWIN_30, f"{TWIN_30}\n{TWIN_40.replace('40', '50')}")],
        new=[TWIN_40.replace("40", "50")],
        gone=[TWIN_40],
    ),
    # Inserted, removed, moved.
    Case("a sentence more", [(f"{OPENING} ", f"{OPENING} {NEW} ")], new=[NEW]),
    Case("a paragraph more", [(f"{TWIN_40}\n", f"{NEW}\n{TWIN_40}\n")], new=[NEW]),
    Case("a paragraph more at the end", [(f"{ARABIC}\n", f"{ARABIC}\n{NEW}\n")], new=[NEW]),
    Case("a sentence less", [(f" {CHILDREN}", "")], gone=[CHILDREN]),
    Case("a paragraph less", [(f"{FOOD}\n", "")], gone=[FOOD]),
    Case("an item less", [(f"2) {SCHOOL}\n3)", "2)")], "list", gone=[SCHOOL]),
    Case("an item more", [("2) ", f"2) {NEW}\n3) "), ("3) ألا", "4) ألا")], "list", new=[NEW]),
    Case(
        "a paragraph moves to another section",
        [(f"{FOOD}\n", ""), (f"{ARABIC}\n", f"{ARABIC}\n{FOOD}\n")],
        moved={FOOD: True},
    ),
    Case(
        "a sentence moves to another paragraph",
        [(f" {THANKS}", ""), (f"{ARABIC}", f"{ARABIC} {THANKS}")],
        moved={THANKS: False},
    ),
    Case(
        "sentences change places",
        [(f"{CHILDREN} {THANKS}", f"{THANKS} {CHILDREN}")],
        moved={THANKS: True, CHILDREN: True},
    ),
    Case(
        "a sentence exchanged for another one",
        [(CHILDREN, NEW)],
        new=[NEW],
        gone=[CHILDREN],
    ),
    # Cut and joined.
    Case(
        "a sentence is cut in two",
        [("كل شهر، وتوزع", "كل شهر. وتوزع")],
        stale={"يقدم الشركاء 1,500 طن من الأغذية كل شهر.": (MEANING, [FOOD])},
        new=["وتوزع الفرق المحلية هذه الأغذية على الأسر المحتاجة."],
        gone=[FOOD],
    ),
    Case(
        "two sentences are joined",
        [("مدارسهم. وشكر", "مدارسهم وشكر")],
        stale={f"{CHILDREN[:-1]} {THANKS}": (MEANING, [CHILDREN, THANKS])},
        gone=[CHILDREN, THANKS],
    ),
    Case(
        "a paragraph is cut in two",
        [(f"{OPENING} {CHILDREN} {THANKS}", f"{OPENING} {CHILDREN}\n{THANKS}")],
        moved={THANKS: False},
    ),
    Case(
        "two paragraphs are joined",
        [(f"{TWIN_40}\n{TWIN_30}", f"{TWIN_40} {TWIN_30}")],
        moved={TWIN_30: False},
    ),
    # Headings and titles.
    Case(
        "a section is renamed",
        [("الأمن\n", "حفظ الأمن\n")],
        stale={"حفظ الأمن": (MEANING, ["الأمن"])},
    ),
    changed("the title", TITLE, TITLE.replace("المدارس", "التعليم")),
    Case(
        "sections change places",
        [(_FINANCE + _SECURITY, _SECURITY + _FINANCE)],
        moved=dict.fromkeys((TWIN_40, TWIN_30), True),
    ),
    Case(
        "a heading goes, its text stays",
        [("الأمن\n", "")],
        gone=["الأمن"],
        moved=dict.fromkeys((FREED, ADVANCE, ARABIC), True),
    ),
    Case(
        "a heading more",
        [(f"{TWIN_40}\n", f"حفظ السلام\n{TWIN_40}\n")],
        new=["حفظ السلام"],
        moved=dict.fromkeys((TWIN_40, TWIN_30), True),
    ),
    # The same sentence in several places.
    Case("an equal sentence goes", [(f"{TWIN_30}\n{DETAILS}", TWIN_30)], gone=[DETAILS]),
]
