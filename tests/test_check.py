"""A catalogue checked as a whole: blocks, dismissals, texts beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given

from diglot.checks import Context, Severity
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.glossary import Glossary, Term
from diglot.model.statement import state_that
from diglot.steps.check import Checked, check, dismissed
from tests import builders
from tests.strategies import catalogues

SIXTY_TWO = "حررت العمليات 62 بالمئة من الأراضي."
PERCENT = "The operations have freed 62 percent of the land."
WRONG = "The operations have freed 26 percent of the land."
WORK = "وما زال العمل جارياً في المدينة منذ عام 2015."
WORKING = "Work has been going on in the city since 2015."
KEY, OTHER = "campaign/1f0c22", "campaign/9b1e03"


def of(*segments: tuple[str, str, str] | Segment) -> Catalogue:
    """A catalogue; the lines of its entries are 10, 20, 30 …"""
    made = [Segment(*each) if isinstance(each, tuple) else each for each in segments]
    lines = (replace(each, line=10 * number) for number, each in enumerate(made, start=1))
    return Catalogue("paper", "en", tuple(lines))


def told(checked: Checked) -> list[tuple[int | None, str, str]]:
    return [(f.segment.line, f.finding.check, f.finding.severity.value) for f in checked.found]


def found(
    *segments: tuple[str, str, str] | Segment, terms: Sequence[Term] = ()
) -> list[tuple[int | None, str, str]]:
    return told(check(of(*segments), Context(Glossary(tuple(terms)))))


BETWEEN = {"same_source", "same_target", "terms", "headings"}


def between(
    *segments: tuple[str, str, str] | Segment, terms: Sequence[Term] = ()
) -> list[tuple[int | None, str, str]]:
    """What is found only because of the other segments."""
    return [each for each in found(*segments, terms=terms) if each[1] in BETWEEN]


def test_each_finding_comes_with_its_segment_in_the_order_of_the_file() -> None:
    checked = check(of((OTHER, WORK, f"{WORKING[:-1]} (so."), (KEY, SIXTY_TWO, WRONG)), Context())

    assert told(checked) == [(10, "brackets", "warning"), (20, "numbers", "error")]
    assert [each.target for each in checked.segments] == [f"{WORKING[:-1]} (so.", WRONG]
    assert [checked.count(severity) for severity in Severity] == [1, 1, 0]


def test_what_has_no_translation_is_counted_and_is_no_finding() -> None:
    empty = replace(builders.meant_empty(SIXTY_TWO), key=OTHER)
    checked = check(of((KEY, SIXTY_TWO, ""), empty, (OTHER, WORK, WORKING)), Context())

    assert told(checked) == []
    assert (len(checked.segments), checked.untranslated) == (1, 2)


def test_obsolete_entries_are_left_alone() -> None:
    assert found(Segment(KEY, SIXTY_TWO, WRONG, obsolete=True)) == []


@pytest.mark.parametrize("make", [builders.stale, builders.draft, builders.reviewed])
def test_every_translation_is_checked_whatever_its_state(make: type[Segment]) -> None:
    assert found(replace(make(SIXTY_TWO, WRONG), key=KEY)) == [(10, "numbers", "error")]


MOVED = "The operations have freed much of the land."
MOVED_HERE = "Work, on the 62 percent that is free, has been going on since 2015."


def test_a_number_may_move_into_another_sentence_of_its_block() -> None:
    assert found((KEY, SIXTY_TWO, MOVED), (KEY, WORK, MOVED_HERE)) == []


def test_a_number_may_not_move_into_another_block() -> None:
    assert found((KEY, SIXTY_TWO, MOVED), (OTHER, WORK, MOVED_HERE)) == [
        (10, "numbers", "error"),
        (20, "numbers", "error"),
    ]


def test_a_key_of_another_tool_is_no_block() -> None:
    assert len(found(("menu", SIXTY_TWO, MOVED), ("menu", WORK, MOVED_HERE))) == 2


def test_a_sentence_that_waits_for_its_translation_is_no_part_of_the_block() -> None:
    missing = ("campaign/1f0c22", "شارك في الحملة 20 شريكاً.", "")

    assert found((KEY, SIXTY_TWO, MOVED), (KEY, WORK, MOVED_HERE), missing) == []


def test_a_sentence_meant_to_be_empty_stands_in_another_of_its_block() -> None:
    joined = f"{PERCENT} {WORKING}"
    empty = replace(builders.meant_empty(WORK), key=KEY)

    assert [each for each in found((KEY, SIXTY_TWO, joined), empty) if each[1] == "numbers"] == []


def dismissal(target: str, **fields: str) -> Segment:
    said = state_that("dismissed", SIXTY_TWO, target, **fields)
    return Segment(KEY, SIXTY_TWO, target, (said,))


def test_a_dismissed_finding_is_counted_and_left_out() -> None:
    checked = check(of(dismissal(WRONG, check="numbers", by="A. Reviewer")), Context())

    assert (told(checked), checked.dismissed) == ([], 1)


def test_a_dismissal_holds_for_one_check_and_for_just_these_texts() -> None:
    of_another_check = dismissal(WRONG, check="length")
    changed = replace(dismissal(WRONG, check="numbers"), target=f"{WRONG} ")

    assert found(of_another_check) == [(10, "numbers", "error")]
    assert ("numbers", "error") in {each[1:] for each in found(changed)}


def test_dismissing_twice_says_it_once_and_a_dismissal_of_nothing_does_no_harm() -> None:
    before = of((KEY, SIXTY_TWO, PERCENT))
    identities = frozenset({(KEY, SIXTY_TWO)})
    once = dismissed(before, identities, "numbers", "A. Reviewer")

    assert dismissed(once, identities, "numbers", "B") == once
    assert [str(line) for line in once.segments[0].comments] == [
        'diglot: dismissed src=efac0c76 tgt=b506f6e9 check=numbers by="A. Reviewer"'
    ]
    assert told(check(once, Context())) == []


def test_only_what_is_wanted_is_told_and_the_rest_still_counts_for_it() -> None:
    catalogue = of((KEY, SIXTY_TWO, MOVED), (KEY, WORK, MOVED_HERE), (OTHER, SIXTY_TWO, WRONG))
    checked = check(catalogue, Context(), wanted=lambda segment: segment.key == KEY)

    assert told(checked) == []
    assert len(checked.segments) == 2


def test_hints_are_left_out_where_nobody_wants_them() -> None:
    target = f"{PERCENT} The coaltion  is (here"
    checked = check(of((KEY, SIXTY_TWO, target)), Context(), hints=False)

    assert {each.finding.severity for each in checked.found} == {Severity.WARNING}
    assert "brackets" in {each.finding.check for each in checked.found}


def test_one_source_in_two_translations_is_told_where_the_second_stands() -> None:
    other = "Sixty-two percent of the land, or 62 in a hundred, is free."
    checked = check(of((KEY, SIXTY_TWO, PERCENT), (OTHER, SIXTY_TWO, other)), Context())

    (one,) = [each for each in checked.found if each.finding.check in BETWEEN]
    assert (one.segment.line, one.finding.severity) == (20, Severity.WARNING)
    assert one.finding.message == f"translated otherwise in line 10: «{PERCENT}»"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((KEY, SIXTY_TWO, PERCENT), (OTHER, SIXTY_TWO, PERCENT.upper())),
        ((KEY, "دعم الشركاء", "Partner Support"), (OTHER, "دعم الشركاء", "partner support")),
        (("noun", "فتح", "opening"), ("verb", "فتح", "open")),
        ((KEY, "نعم.", "Yes."), (OTHER, "أجل.", "Yes.")),
        ((KEY, SIXTY_TWO, PERCENT), (OTHER, SIXTY_TWO.replace("الأراضي", "الاراضي"), PERCENT)),
    ],
)  # fmt: skip
def test_texts_that_differ_in_form_only_are_not_told(
    one: tuple[str, str, str], other: tuple[str, str, str]
) -> None:
    assert between(one, other) == []


def test_a_short_text_in_two_translations_is_a_hint() -> None:
    assert between((KEY, "دعم الشركاء", "Support"), (OTHER, "دعم الشركاء", "Partner help")) == [
        (20, "same_source", "hint")
    ]


def test_a_translation_that_was_pasted_into_the_wrong_entry_is_a_warning() -> None:
    target = "The ministry said that the partners share what they know."
    source = "قالت الوزارة إن الشركاء يتبادلون المعلومات."
    other = "بدأت المدرسة الجديدة عملها في القرية صباح الأحد."

    assert between((KEY, source, target), (OTHER, other, target)) == [
        (20, "same_target", "warning")
    ]


KOBANI = Term("كوباني", ("Kobani", "Ayn al-Arab"))


def test_a_name_rendered_otherwise_than_usual_is_a_hint() -> None:
    usual = [(f"a/{n:06x}", f"مدينة كوباني {n}", f"The city of Kobani {n}") for n in range(10, 13)]
    rare = (KEY, "في كوباني", "In Ayn al-Arab")

    assert between(*usual, rare, terms=[KOBANI]) == [(40, "terms", "hint")]


@pytest.mark.parametrize(
    ("targets", "rare"),
    [
        (("Global Coalition", "Coalition"), "The Coalition"),
        (("United Nations", "UN"), "The UN"),
        (("Syria", "Syrian"), "Syrian things"),
        (("clear mines", "demining"), "demining"),
    ],
)
def test_a_shorter_form_or_a_common_word_is_no_other_rendering(
    targets: tuple[str, ...], rare: str
) -> None:
    usual = [(f"a/{n:06x}", f"هنا كوباني {n}", f"Here is {targets[0]} {n}") for n in range(10, 14)]

    assert between(*usual, (KEY, "هذه كوباني", rare), terms=[Term("كوباني", targets)]) == []


def heading(number: int, target: str, hint: str = "heading") -> Segment:
    return Segment(f"section-{number}/title", f"عنوان {'أبجدهوز'[number]}", target, hint=hint)


IN_TITLE_CASE = ["Support for Partners", "The Military Campaign", "Clear Every Mine", "Next Steps"]
IN_SENTENCE_CASE = [
    "Support for partners",
    "The military campaign",
    "Clear every mine",
    "Next steps",
]


@pytest.mark.parametrize(
    ("usual", "odd"),
    [(IN_TITLE_CASE, "How the money moves"), (IN_SENTENCE_CASE, "How The Money Moves")],
)
def test_a_heading_in_another_style_than_most_is_a_hint(usual: list[str], odd: str) -> None:
    headings = [heading(number, text) for number, text in enumerate([*usual, odd])]

    assert between(*headings) == [(50, "headings", "hint")]


@pytest.mark.parametrize(
    "texts",
    [
        [*IN_TITLE_CASE, "Mosul"],
        [*IN_TITLE_CASE, "ISIS"],
        [*IN_SENTENCE_CASE, "Support for Iraq"],
        [*IN_TITLE_CASE, "SUPPORT FOR THE CITY"],
        [*IN_TITLE_CASE[:2], *IN_SENTENCE_CASE[2:], "How the money moves"],
        ["Support for Partners", "How the money moves"],
    ],
)
def test_headings_without_one_style_or_of_names_are_not_told(texts: list[str]) -> None:
    headings = [heading(number, text) for number, text in enumerate(texts)]

    assert between(*headings) == []


def test_sentences_are_no_headings() -> None:
    headings = [heading(number, text) for number, text in enumerate(IN_TITLE_CASE)]

    assert between(*headings, heading(5, "How the money moves", hint="paragraph")) == []


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        (Context(), {"numbers", "brackets"}),
        (Context(target_language="en-GB"), {"numbers", "brackets"}),
        (Context(target_language="fr"), {"brackets"}),
        (Context(source_language="en", target_language="ar"), {"brackets"}),
        (Context(source_language="fa"), {"brackets"}),
    ],
)
def test_other_languages_have_the_checks_that_need_no_language(
    context: Context, expected: set[str]
) -> None:
    checked = check(of((KEY, SIXTY_TWO, f"{WRONG[:-1]} (so.")), context)

    assert {each.finding.check for each in checked.found} == expected


@given(catalogues())
def test_every_finding_is_about_a_translation_of_the_catalogue(catalogue: Catalogue) -> None:
    checked = check(catalogue, Context())
    active = list(catalogue.active)

    assert len(checked.segments) + checked.untranslated == len(active)
    assert all(each.segment in checked.segments for each in checked.found)


def test_two_texts_that_met_in_a_merge_are_an_error_until_somebody_decides() -> None:
    source, target, other = "قالت الوزارة.", "The ministry said.", "The department said."
    line = state_that("conflict", source, target, text=other)
    open_one = Segment("introduction/abcdef", source, target, (line,), fuzzy=True)
    decided = replace(open_one, target=other)

    (finding,) = check(of(open_one), Context()).found
    assert finding.finding.check == "conflict"
    assert finding.finding.severity is Severity.ERROR
    assert f"«{other}»" in finding.finding.message
    assert check(of(decided), Context()).found == ()
