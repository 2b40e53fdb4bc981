"""The other checks: what each finds, and what it must not."""

from __future__ import annotations

import doctest
import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot import checks
from diglot.checks import CHECKS, Check, Context, Pair, Severity, check
from diglot.checks.empty import empty
from diglot.checks.latin_kept import latin_kept
from diglot.checks.left_over import left_over
from diglot.checks.length import length
from diglot.checks.loops import loops
from diglot.checks.sentences import sentences
from diglot.checks.unknown_tokens import unknown_tokens
from tests.checks.faults import FAULTS

LONG = "يتحد أعضاء التحالف تحت لواء قضية مشتركة لهزيمة التنظيم من خلال نهج قوي ودعم الاستقرار"
LONG_ENGLISH = "The members are united in a common cause to defeat it through a robust approach"

FOUND: list[tuple[Check, str, str, Severity]] = [
    (loops, LONG, "the right to the right to the right to live", Severity.ERROR),
    (loops, LONG, "the the the the members", Severity.ERROR),
    (loops, LONG, "members of the, members of the, members of the", Severity.ERROR),
    (loops, "نعم نعم كلا " * 50, "yes " + "and yes " * 60, Severity.ERROR),
    (loops, LONG, "it is haaaaaaaaaaaa", Severity.ERROR),
    (
        loops,
        LONG,
        "in the same way one, in the same way two, in the same way three, in the same way four",
        Severity.WARNING,
    ),
    (left_over, LONG, "The Coalition دعم its partners", Severity.ERROR),
    (left_over, LONG, "“We دعم it,” he said", Severity.ERROR),
    (left_over, LONG, LONG, Severity.ERROR),
    (left_over, LONG, "«التحالف»", Severity.ERROR),
    (length, LONG, "The members.", Severity.ERROR),
    (length, LONG, " ".join([LONG_ENGLISH] * 5), Severity.ERROR),
    (latin_kept, "انظر https://x.example/a_b", "see https://x.example/a b", Severity.ERROR),
    (latin_kept, "إلى press@example.org.", "to press@example.com.", Severity.ERROR),
    (latin_kept, "الوثيقة A/RES/2178", "document A RES 2178", Severity.ERROR),
    (latin_kept, "شركة Janus العالمية", "a global company", Severity.WARNING),
    (empty, LONG, "", Severity.ERROR),
    (empty, LONG, " … ", Severity.ERROR),
    (unknown_tokens, LONG, "The <unk> members", Severity.ERROR),
    (unknown_tokens, LONG, "⁇ members", Severity.ERROR),
    (unknown_tokens, LONG, "♪ members ♪", Severity.ERROR),
]

SILENT: list[tuple[Check, str, str]] = [
    (loops, LONG, "He had had enough, and more and more members knew that that was so"),
    (loops, LONG, "It is very, very good, day by day by day"),
    (loops, "نعم نعم نعم نعم", "Yes, yes, yes, yes"),
    (loops, "الحق في الحياة والحق في العمل", "the right to life and the right to work"),
    (loops, LONG, "1,000,000,000 and 11111111111"),
    (left_over, LONG, "the word “الخلافة” in quotation marks"),
    (left_over, LONG, "the caliphate (الخلافة)"),
    (left_over, LONG, "62 ٪"),
    (length, "نعم.", "Yes, indeed, of course."),
    (length, LONG, LONG_ENGLISH),
    (latin_kept, "على بعد 5 km من هنا", "5 kilometers away"),
    (latin_kept, "منظمة U.N. للأغذية", "a UN organization"),
    (latin_kept, "انظر (https://x.example/a_(b)).", "See https://x.example/a_(b)."),
    (latin_kept, "نص بلا لاتينية", "no Latin"),
    (empty, "–", "–"),
    (empty, "…", ""),
    (unknown_tokens, "♪ أغنية ♪", "♪ a song ♪"),
]


@pytest.mark.parametrize(("one", "source", "target", "severity"), FOUND)
def test_a_check_finds(one: Check, source: str, target: str, severity: Severity) -> None:
    found = list(one(Pair(source, target)))

    assert {finding.severity for finding in found} == {severity}
    assert {finding.check for finding in found} == {one.__name__}


@pytest.mark.parametrize(("one", "source", "target"), SILENT)
def test_a_check_is_silent(one: Check, source: str, target: str) -> None:
    assert list(one(Pair(source, target))) == []


@pytest.mark.parametrize("one", CHECKS)
def test_every_check_tells_what_it_finds_and_what_it_must_not(one: Check) -> None:
    told = importlib.import_module(one.__module__).__doc__ or ""

    assert "ust not find" in told
    assert one.__doc__


@pytest.mark.parametrize("module", [checks, importlib.import_module("diglot.checks.numbers")])
def test_the_examples_in_the_documentation_are_true(module: object) -> None:
    failures, tried = doctest.testmod(module)  # type: ignore[arg-type]

    assert (failures, tried > 0) == (0, True)


def test_an_empty_translation_is_one_finding_not_eight() -> None:
    assert [finding.check for finding in check(Pair(LONG, " "))] == ["empty"]


def test_arabic_may_stand_in_an_arabic_translation() -> None:
    pair = Pair("The members", "الأعضاء", Context(source_language="en", target_language="ar"))

    assert check(pair) == ()


ODD = "\0\u202e\ufdfa٣٫٬،.,«»\"'()[]<unk>/_@www. ونصف ألف 1,5 a half of a million 10"


@given(st.text() | st.text(ODD), st.text() | st.text(ODD))
def test_no_text_makes_a_check_crash_and_spans_lie_in_the_texts(source: str, target: str) -> None:
    for finding in check(Pair(source, target)):
        for span, text in ((finding.source_span, source), (finding.target_span, target)):
            if span is not None:
                assert 0 <= span[0] < span[1] <= len(text)


def test_every_kind_of_fault_has_a_check() -> None:
    names = {one.__name__ for one in CHECKS}

    assert frozenset().union(*FAULTS.values()) <= names


def test_lengths_are_judged_by_the_direction_of_the_languages() -> None:
    back = Context(source_language="en", target_language="ar")
    said, same = "The minister visited the old city and met the delegates.", "x" * 45

    assert list(length(Pair(said, "زار الوزير المدينة القديمة والتقى المندوبين.", back))) == []
    assert list(length(Pair("y" * 45, same, Context(source_language="fr")))) == []
    assert (
        list(
            sentences(Pair("Un. Deux mots ici.", "One. Two words.", Context(source_language="fr")))
        )
        == []
    )
