"""The checks of form: what each finds, what it must not, and that they hardly ever speak."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.checks import Check, Context, Pair, Severity, check
from diglot.checks.form import FORM
from diglot.checks.form.brackets import brackets
from diglot.checks.form.british import american
from diglot.checks.form.invisible import invisible
from diglot.checks.form.list_marker import list_marker
from diglot.checks.form.punctuation import punctuation
from diglot.checks.form.quotes import quotes
from diglot.checks.form.repeated_word import repeated_word
from diglot.checks.form.spaces import spaces
from diglot.checks.form.spelling import spelling
from diglot.model import glossary, po_reader
from diglot.model.glossary import Glossary, Term
from tests.checks.form_faults import SLIPS, Slip

ROOT = Path(__file__).parents[2]
CATALOGUE = ROOT / "translations" / "en" / "coalition-fact-sheet-2017.po"

SOURCE = "يتحد أعضاء التحالف تحت لواء قضية مشتركة."
QUOTING = "قال الوزير: «نحن ندافع عن المدينة»."
BRACKETED = "التحالف (68 عضواً)"
ERROR, WARNING, HINT = Severity

FOUND: list[tuple[Check, str, str, Severity]] = [
    (brackets, BRACKETED, "the Coalition (68 members", WARNING),
    (brackets, BRACKETED, "the Coalition 68 members)", WARNING),
    (brackets, BRACKETED, "the Coalition (68 members]", WARNING),
    (brackets, BRACKETED, "the Coalition, which has 68 members", HINT),
    (brackets, "التاريخ (دون الوقت)", "Date (without time", WARNING),
    (quotes, QUOTING, "The minister said: “We defend the city.", WARNING),
    (quotes, QUOTING, 'The minister said: "We defend the city.', WARNING),
    (quotes, QUOTING, "The minister said: «We defend the city.", WARNING),
    (quotes, QUOTING, "The minister said that they defended the city.", HINT),
    (punctuation, "من هم؟", "Who are they؟", WARNING),
    (punctuation, SOURCE, "The members، united.", WARNING),
    (punctuation, "62 ٪", "62 ٪", WARNING),
    (punctuation, "عام ٢٠١٧", "in ٢٠١٧", WARNING),
    (punctuation, "من هم؟", "Who they are.", WARNING),
    (punctuation, SOURCE, "Are the members united?", WARNING),
    (punctuation, SOURCE, "The members are united,", HINT),
    (punctuation, SOURCE, "The members are united", HINT),
    (punctuation, "وقال ما يلي:", "He said the following", HINT),
    (spaces, SOURCE, "The  members", HINT),
    (spaces, SOURCE, "The members , united.", HINT),
    (spaces, SOURCE, "The members,united.", HINT),
    (spaces, SOURCE, "They are united.The end is near.", HINT),
    (spaces, SOURCE, " The members.", HINT),
    (spaces, f"{SOURCE}\n", "The members.", HINT),
    (repeated_word, SOURCE, "the members of the the Coalition", WARNING),
    (repeated_word, SOURCE, "The the members", WARNING),
    (repeated_word, SOURCE, "the partners partners", WARNING),
    (repeated_word, "قال إن إن التحالف", "of the the Coalition", WARNING),
    (invisible, SOURCE, "the \u200bmembers", HINT),
    (invisible, SOURCE, "the Coali\u00adtion", HINT),
    (invisible, SOURCE, "\ufeffthe members", HINT),
    (invisible, SOURCE, "the \u202emembers", WARNING),
    (invisible, SOURCE, "the \u2067members", WARNING),
    (invisible, SOURCE, "the \x07members", HINT),
    (list_marker, "١) أولاً", "2) First", WARNING),
    (list_marker, "3- ثالثاً", "Third", HINT),
    (list_marker, "• بند", "An item", HINT),
    (spelling, SOURCE, "the coaltion of members", HINT),
    (spelling, SOURCE, "the governement's members", HINT),
    (spelling, SOURCE, "a counter-atack", HINT),
]

SILENT: list[tuple[Check, str, str]] = [
    (spelling, SOURCE, "interagency, unmanned, cyberwarfare, remilitarized, nonmember"),
    (brackets, "أ) الأول", "a) the first"),
    (brackets, "1) الأول 2) الثاني", "1) the first, 2) the second, iv) the fourth"),
    (brackets, SOURCE, "see (table 1) and [2] :-)"),
    (brackets, "التحالف (68 عضواً", "the Coalition (68 members"),
    (quotes, "الطول ستة أقدام", "He is 6' 2\" tall"),
    (quotes, QUOTING, "The minister said: ‘We defend the partners’ city.’"),
    (quotes, QUOTING, "The minister said: »We defend the city.«"),
    (quotes, "شركة «أوبر»", "Uber"),
    (quotes, "«ندافع عن المدينة", "“We defend the city"),
    (quotes, SOURCE, "the partners’ city, the '90s"),
    (punctuation, "الحملة العسكرية", "The military campaign"),
    (punctuation, SOURCE, "the word “الخلافة”، in quotation marks."),
    (punctuation, "تساءل: «من هم؟».", "“Who are they?” he asked."),
    (punctuation, "من هم؟", "“Who are they?” he asked."),
    (punctuation, SOURCE, "“The members are united.”"),
    (punctuation, SOURCE, "The members are united…"),
    (punctuation, f"{SOURCE} (أ)", "The members are united (a)."),
    (spaces, SOURCE, "3,000 at 10:30, e.g. in file.po, at https://x.example/a.Big one"),
    (spaces, SOURCE, "They are united.  The end."),
    (spaces, "ال  تحالف ، هنا", "the  Coalition , here"),
    (spaces, f" {SOURCE} ", "The members."),
    (spaces, f"{SOURCE}\n", "The members.\n"),
    (repeated_word, SOURCE, "all that he had had, in Walla Walla, and that that is is very, very"),
    (repeated_word, "نعم نعم", "yes yes"),
    (repeated_word, SOURCE, "5 5 the-the"),
    (invisible, "\u200fنص", "\u200ftext"),
    (invisible, SOURCE, "a family 👨‍👩‍👧, no\u00a0break, naïve"),
    (list_marker, "أ) أولاً", "a) First"),
    (list_marker, "١- أولاً", "1. First"),
    (list_marker, "2017. عام", "2017 was a year"),
    (list_marker, "62 بالمئة", "62 percent"),
    (list_marker, "– بند", "An item"),
    (spelling, SOURCE, "colour, organisation, programme, travelled, centre, defence, analysed"),
    (
        spelling,
        SOURCE,
        "demining, the Peshmerga and UNMAS, counter-attacks, isn't, they'll, e-mail",
    ),
    (spelling, SOURCE, "see coaltion.example, /coaltion/path, coaltion@x.example and coaltion_1"),
    (spelling, "برنامج coaltion", "the coaltion program"),
]


@pytest.mark.parametrize(("one", "source", "target", "severity"), FOUND)
def test_a_check_finds(one: Check, source: str, target: str, severity: Severity) -> None:
    found = list(one(Pair(source, target)))

    assert [finding.severity for finding in found] == [severity]
    assert {finding.check for finding in found} == {one.__name__}


@pytest.mark.parametrize(("one", "source", "target"), SILENT)
def test_a_check_is_silent(one: Check, source: str, target: str) -> None:
    assert list(one(Pair(source, target))) == []


def test_a_misspelling_comes_with_what_may_be_meant() -> None:
    (found,) = spelling(Pair(SOURCE, "a strong coaltion"))

    assert found.message == "«coaltion» is in no dictionary; perhaps «coalition»"
    assert found.target_span == (9, 17)


def test_words_of_the_glossary_are_spelt_right() -> None:
    terms = Glossary((Term("التحالف", ("the Coaltion",)),))

    assert list(spelling(Pair(SOURCE, "a coaltion", Context(terms)))) == []


def test_spelling_is_checked_in_english_only() -> None:
    assert list(spelling(Pair(SOURCE, "la coaltion", Context(target_language="fr")))) == []
    assert list(spelling(Pair(SOURCE, "the coaltion", Context(target_language="en-GB"))))


def test_arabic_marks_belong_into_a_translation_into_arabic() -> None:
    pair = Pair("Who?", "من؟", Context(source_language="en", target_language="ar"))

    assert list(punctuation(pair)) == []


@pytest.mark.parametrize(
    ("british", "there"),
    [("colour", "color"), ("organisations", "organizations"), ("centre", "center")],
)
def test_british_words_are_found_by_their_american_spelling(british: str, there: str) -> None:
    assert there in list(american(british))


@pytest.mark.parametrize("one", FORM)
def test_every_check_tells_what_it_finds_and_what_it_must_not(one: Check) -> None:
    told = importlib.import_module(one.__module__).__doc__ or ""

    assert "Finds" in told
    assert "ust not find" in told


@given(st.text() | st.text('ab .()[]"«»؟،\u200b\u202e1)•'), st.text('the 1)(]"«” ؟?,\u202e\u200d'))
def test_no_text_makes_a_check_crash_and_spans_lie_in_the_texts(source: str, target: str) -> None:
    for one in FORM:
        for finding in one(Pair(source, target)):
            for span, text in ((finding.source_span, source), (finding.target_span, target)):
                if span is not None:
                    assert 0 <= span[0] < span[1] <= len(text)


@pytest.fixture(scope="module")
def pairs() -> list[Pair]:
    context = Context(glossary.read(ROOT / "translations" / "glossary.csv"))
    catalogue = po_reader.read(CATALOGUE, document="coalition-fact-sheet-2017", language="en")
    assert catalogue is not None
    return [Pair(each.source, each.target, context) for each in catalogue.active if each.target]


def test_nothing_is_said_of_a_good_translation(pairs: list[Pair]) -> None:
    assert [(pair.target, found) for pair in pairs for found in check(pair, FORM)] == []


@pytest.mark.parametrize(
    ("slip", "name"), SLIPS.items(), ids=lambda it: getattr(it, "__name__", it)
)
def test_slips_are_found(pairs: list[Pair], slip: Slip, name: str) -> None:
    spoilt = [
        Pair(pair.source, target, pair.context)
        for pair in [*pairs, Pair("من هم؟", "Who are they?"), Pair(QUOTING, 'He: "We defend it."')]
        if (target := slip(pair.source, pair.target)) not in {None, pair.target}
    ]
    missed = [pair.target for pair in spoilt if name not in {f.check for f in check(pair, FORM)}]

    assert spoilt
    assert len(missed) <= 0.05 * len(spoilt), missed
