"""Drafting: what is written, what never is, and what a misbehaving engine does to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.checks import Context
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.glossary import Glossary, Term
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.problems import UserError
from diglot.steps.draft import (
    Drafted,
    LeftOut,
    Text,
    draft,
    merged,
    only_left_alone,
    remember,
    words_to_draft,
)
from tests import strategies
from tests.builders import draft as drafted_segment
from tests.builders import edited, meant_empty, reviewed, stale
from tests.fake_engine import FakeEngine, FakeHypothesis

LONG = "يتحد أعضاء التحالف تحت لواء قضية مشتركة لهزيمة التنظيم من خلال نهج قوي ودعم الاستقرار"
LONG_ENGLISH = "The members are united in a common cause to defeat it through a robust approach"
CONTEXT = Context()


def of(*segments: Segment, document: str = "paper") -> Catalogue:
    keyed = (replace(s, key=f"introduction/{at:06x}") for at, s in enumerate(segments))
    return Catalogue(document, "en", tuple(keyed))


def untranslated(*sources: str) -> Catalogue:
    return of(*(edited(source, "") for source in sources))


def run(
    engine: FakeEngine,
    *catalogues: Catalogue,
    redo: bool = False,
    context: Context = CONTEXT,
) -> list[Drafted]:
    memory = remember(catalogues, redo=redo)
    return list(draft(catalogues, engine, memory=memory, context=context, redo=redo))


def targets(drafted: Sequence[Drafted]) -> list[str]:
    return [segment.target for segment in drafted[-1].catalogue.segments]


def test_a_draft_is_stamped_with_engine_model_and_score() -> None:
    engine = FakeEngine({LONG: FakeHypothesis(LONG_ENGLISH, -0.314)})
    ((segment,),) = [each.catalogue.segments for each in run(engine, untranslated(LONG))]

    said = {"engine": "fake", "model": "translate-ar_en@0.1", "score": "-0.31"}
    assert segment.target == LONG_ENGLISH
    assert segment.comments == (state_that("draft", LONG, LONG_ENGLISH, **said),)
    assert segment.fuzzy
    assert segment.state is State.DRAFT


def test_other_comments_and_statements_stay_in_their_order() -> None:
    note = state_that("note", LONG, "", by="x")
    old = state_that("draft", "مصدر أقدم", "old", engine="fake")
    catalogue = of(Segment("", LONG, "old", ("a person's words", old, note), flags=("no-wrap",)))
    (segment,) = run(FakeEngine({LONG: LONG_ENGLISH}), catalogue)[0].catalogue.segments

    assert segment.comments[0] == "a person's words"
    assert segment.comments[1] == segment.draft
    assert segment.comments[2:] == (note,)
    assert segment.flags == ("no-wrap",)


def test_the_model_sees_the_source_put_right_and_the_catalogue_keeps_it_as_it_stands() -> None:
    engine = FakeEngine()
    (drafted,) = run(engine, untranslated("فی الموصـل"))

    assert engine.asked == ["في الموصل"]
    assert drafted.catalogue.segments[0].source == "فی الموصـل"


def test_a_text_known_elsewhere_costs_no_engine() -> None:
    engine = FakeEngine()
    known = of(reviewed(LONG, LONG_ENGLISH), document="other")
    (drafted,) = run(engine, known, untranslated(LONG))
    (segment,) = drafted.catalogue.segments

    assert engine.calls == []
    assert segment.target == LONG_ENGLISH
    assert segment.draft is not None
    assert segment.draft.get("engine") == "memory"
    assert segment.draft.get("from") == "other/introduction/000000"


def test_without_an_engine_the_memory_and_what_needs_no_translation_are_drafted() -> None:
    known = of(reviewed(LONG, LONG_ENGLISH), document="other")
    open_ones = untranslated(LONG, "جملة أخرى", "٢٠١٧")
    nothing_known = replace(untranslated("جملة ثالثة"), document="third")
    catalogues = [known, open_ones, nothing_known]
    memory = remember(catalogues)
    (drafted,) = draft(catalogues, None, memory=memory, context=CONTEXT)

    assert targets([drafted]) == [LONG_ENGLISH, "", "2017"]
    assert [result.segment.source for result in drafted.results] == [LONG, "٢٠١٧"]


def test_what_somebody_found_fault_with_is_counted_and_left_alone() -> None:
    objected = edited("جملة أخرى", "")
    said = state_that("needs-work", objected.source, "", by="A")
    objected = replace(objected, comments=(said,))
    (drafted,) = run(FakeEngine(), of(edited(LONG, ""), objected))
    alone = replace(of(objected, reviewed(LONG, LONG_ENGLISH)), document="alone")

    assert targets([drafted])[1] == ""
    assert drafted.left_alone == 1
    assert [each.left_alone for each in only_left_alone([alone, drafted.catalogue])] == [1, 1]
    assert list(only_left_alone([of(edited(LONG, ""), objected)])) == []


def test_the_same_text_in_many_places_is_translated_once() -> None:
    engine = FakeEngine({LONG: LONG_ENGLISH})
    drafted = run(engine, untranslated(LONG, LONG), replace(untranslated(LONG), document="other"))

    assert engine.asked == [LONG]
    assert [segment.target for each in drafted for segment in each.catalogue.segments] == [
        LONG_ENGLISH
    ] * 3


def test_the_hypothesis_that_keeps_the_number_wins_over_a_likelier_one() -> None:
    source = "حررت العمليات 62 بالمئة من الأراضي"
    wrong, right = "The operations freed 26 percent of it", "The operations freed 62 percent of it"
    (drafted,) = run(FakeEngine({source: [wrong, right]}), untranslated(source))

    assert targets([drafted]) == [right]


def test_among_equals_the_score_decides() -> None:
    less, more = FakeHypothesis(LONG_ENGLISH + " b", -0.9), FakeHypothesis(LONG_ENGLISH, -0.2)

    assert targets(run(FakeEngine({LONG: [less, more]}), untranslated(LONG))) == [LONG_ENGLISH]


def test_the_glossary_decides_between_hypotheses() -> None:
    terms = Glossary((Term("الموصل", ("Mosul",), ("contactor",)),))
    source = "عاد السكان إلى مدينة الموصل"
    answers = ["The people are back in the contactor city", "The people are back in Mosul city"]
    drafted = run(FakeEngine({source: answers}), untranslated(source), context=Context(terms))

    assert targets(drafted) == ["The people are back in Mosul city"]


def test_what_is_still_wrong_is_told() -> None:
    source = "حررت العمليات 62 بالمئة من الأراضي"
    engine = FakeEngine({source: "The operations freed 26 percent of the land"})
    ((result,),) = [each.results for each in run(engine, untranslated(source))]

    assert isinstance(result.outcome, Text)
    assert [finding.check for finding in result.outcome.findings] == ["numbers"]


def test_a_wrong_number_is_looked_for_again_in_a_wider_search() -> None:
    source = "حررت العمليات 62 بالمئة من الأراضي"
    wrong = [f"The operations freed {number} percent of it" for number in range(26, 31)]
    right = "The operations freed 62 percent of it"
    engine = FakeEngine({source: [*wrong, right]})

    assert targets(run(engine, untranslated(source, LONG))) == [right, engine.otherwise(LONG)]
    assert engine.calls[1:] == [(source,)]


def test_a_wrong_number_of_which_the_model_is_sure_is_not_looked_for_again() -> None:
    source = "حررت العمليات 62 بالمئة من الأراضي"
    sure = [f"{words} freed 26 percent of it" for words in ("They", "The operations", "It was")]
    engine = FakeEngine({source: sure})
    ((result,),) = [each.results for each in run(engine, untranslated(source))]

    assert engine.calls == [(source,)]
    assert isinstance(result.outcome, Text)
    assert [finding.check for finding in result.outcome.findings] == ["numbers"]


def test_several_wrong_numbers_are_looked_for_in_one_call() -> None:
    sources = [f"حررت العمليات {number} بالمئة من الأراضي" for number in (62, 73, 84)]
    engine = FakeEngine(
        {s: ["They freed 11 percent of it", "They freed 12 percent"] for s in sources}
    )
    run(engine, untranslated(*sources, LONG))

    assert sorted(map(len, engine.calls)) == [3, 4]


LOOP = "the right to the right to the right to the right to it"


def test_a_loop_is_tried_again_in_clauses() -> None:
    first, second = "يتحد أعضاء التحالف لهزيمة التنظيم،", "ودعم الاستقرار في المناطق المحررة"
    answers = {
        f"{first} {second}": LOOP,
        first: "The members unite to defeat it,",
        second: "and support stability in the freed areas",
    }
    drafted = run(FakeEngine(answers), untranslated(f"{first} {second}"))

    assert targets(drafted) == [
        "The members unite to defeat it, and support stability in the freed areas"
    ]


@pytest.mark.parametrize("bad", [LOOP, "", " ", "…", []])
def test_what_stays_bad_is_left_out_and_told(bad: str | list[str]) -> None:
    engine = FakeEngine(otherwise=lambda text: bad)
    ((result,),) = [each.results for each in run(engine, untranslated(LONG))]

    assert isinstance(result.outcome, LeftOut)
    assert targets(run(engine, untranslated(LONG))) == [""]


def test_an_address_that_the_engine_breaks_is_cut_out_and_put_back() -> None:
    source = "انظر الصفحة https://x.example/a_b، ثم اكتب إلينا"
    answers = {
        source: "See the page https://x.example/a b, then write to us",
        "انظر الصفحة": "See the page",
        "، ثم اكتب إلينا": ", then write to us",
    }
    drafted = run(FakeEngine(answers), untranslated(source))

    assert targets(drafted) == ["See the page https://x.example/a_b, then write to us"]


def test_a_text_that_was_cut_off_is_tried_in_pieces_and_flagged_if_that_fails_too() -> None:
    engine = FakeEngine(otherwise=lambda text: FakeHypothesis(LONG_ENGLISH, at_limit=True))
    ((result,),) = [each.results for each in run(engine, untranslated(LONG))]

    assert isinstance(result.outcome, Text)
    assert "cut" in {finding.check for finding in result.outcome.findings}


def test_a_text_that_was_cut_off_is_whole_when_its_pieces_are() -> None:
    first, second = "يتحد أعضاء التحالف لهزيمة التنظيم؛", "ودعم الاستقرار في المناطق المحررة"
    answers = {
        f"{first} {second}": FakeHypothesis("The members unite to defeat it; and", at_limit=True),
        first: "The members unite to defeat it;",
        second: "and support stability in the freed areas",
    }
    ((result,),) = [
        each.results for each in run(FakeEngine(answers), untranslated(f"{first} {second}"))
    ]

    assert isinstance(result.outcome, Text)
    assert result.outcome.target.endswith("in the freed areas")
    assert result.outcome.findings == ()


def test_a_draft_has_one_line_that_says_so_however_many_it_had() -> None:
    old = state_that("draft", "مصدر أقدم", "old", engine="fake")
    older = state_that("draft", "مصدر آخر", "older", engine="fake")
    catalogue = of(Segment("", LONG, "old", (older, "words", old)))
    (segment,) = run(FakeEngine({LONG: LONG_ENGLISH}), catalogue)[0].catalogue.segments

    assert segment.comments == (segment.draft, "words")


def test_one_text_at_which_the_engine_fails_costs_no_other() -> None:
    bad = "جملة سيئة"
    sources = [f"جملة رقم {number} من الوثيقة" for number in range(50)]
    engine = FakeEngine({bad: RuntimeError("out of memory")})
    (drafted,) = run(engine, untranslated(*sources[:25], bad, *sources[25:]))
    left = [r for r in drafted.results if isinstance(r.outcome, LeftOut)]

    assert [result.segment.source for result in left] == [bad]
    assert left[0].outcome.why == "the engine failed: RuntimeError: out of memory"
    assert sum(bool(segment.target) for segment in drafted.catalogue.segments) == 50


def test_an_engine_that_cannot_work_stops_it() -> None:
    with pytest.raises(UserError, match="the model is damaged"):
        run(FakeEngine({LONG: UserError("the model is damaged")}), untranslated(LONG))


def test_an_interruption_is_not_swallowed() -> None:
    class Stopped(FakeEngine):
        def translate(self, texts: Sequence[str], *, hypotheses: int) -> list:  # type: ignore[type-arg]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(Stopped(), untranslated(LONG))


@pytest.mark.parametrize(
    "source",
    [
        "كلمة",
        "٢٠١٧",
        "Janus",
        "🙂",
        "🙂 كلمة",
        "نص\0فيه",
        "؟!",
        "\u200f",
        "ـــ",
        " ".join(["كلمة"] * 2000),
        "كلمة" * 500,
        "https://x.example/a_b",
        "ﷺ",
    ],
)
def test_odd_input_is_a_draft_or_left_out_and_costs_no_other(source: str) -> None:
    drafted = run(FakeEngine(), untranslated(source, LONG))

    assert drafted[-1].catalogue.segments[1].target
    assert drafted[-1].complete


def test_what_has_nothing_to_translate_is_copied() -> None:
    engine = FakeEngine()
    drafted = run(engine, untranslated("٢٠١٧", "Janus"))

    assert engine.calls == []
    assert targets(drafted) == ["2017", "Janus"]
    assert drafted[0].catalogue.segments[0].draft.get("engine") == "copy"  # type: ignore[union-attr]


def test_short_documents_are_finished_before_long_ones_are_begun() -> None:
    sources = [f"{LONG} {number}" for number in range(1000)]
    first = replace(untranslated(*sources[:300]), document="first")
    second = replace(untranslated(*sources[300:]), document="second")
    told: list[int] = []
    steps = draft([first, second], FakeEngine(), memory={}, context=CONTEXT, done=told.append)
    seen = [(each.catalogue.document, each.complete, sum(told)) for each in steps]

    assert [name for name, complete, _ in seen if complete] == ["first", "second"]
    total = words_to_draft([first, second])
    assert next(words for name, complete, words in seen if complete) < total / 2
    assert sum(told) == total
    assert ("second", False) in [(name, complete) for name, complete, _ in seen]


def test_redo_makes_untouched_drafts_again_and_no_other_text() -> None:
    catalogue = of(
        drafted_segment(LONG, "an old draft"),
        edited("جملة أولى", "a person's"),
        reviewed("جملة ثانية", "confirmed"),
        stale("جملة ثالثة", "stale"),
        meant_empty("جملة رابعة"),
    )
    engine = FakeEngine({LONG: LONG_ENGLISH})

    assert run(engine, catalogue) == []
    assert targets(run(engine, catalogue, redo=True)) == [
        LONG_ENGLISH, "a person's", "confirmed", "stale", "",
    ]  # fmt: skip


def test_what_a_person_wrote_meanwhile_is_kept() -> None:
    before = untranslated(LONG, "جملة أخرى")
    after = run(FakeEngine(), before)[0].catalogue
    theirs = replace(before.segments[0], target="a person's words")
    gone = replace(before.segments[1], obsolete=True)

    assert merged(before, before, after) == after
    now = merged(before.with_segments((theirs, before.segments[1])), before, after)
    assert now.segments == (theirs, after.segments[1])
    now = merged(before.with_segments((before.segments[0], gone)), before, after)
    assert now.segments == (after.segments[0], gone)


@st.composite
def any_catalogue(pick: st.DrawFn) -> Catalogue:
    """Entries in every state, with whatever texts and statements."""
    made = [reviewed, stale, edited, drafted_segment]
    sources = pick(st.lists(st.sampled_from([LONG, "٢٠١٧", "نص", "ت", "سيئ", "حلقة"]), max_size=6))
    built = [
        pick(st.sampled_from(made))(source, pick(st.sampled_from(["", "text", LONG_ENGLISH])))
        for source in sources
    ]
    objected = [
        replace(s, comments=(*s.comments, state_that("needs-work", s.source, s.target)))
        if pick(st.booleans())
        else s
        for s in built
    ]
    strange = pick(st.lists(strategies.segments(), max_size=3))
    return of(*objected, *strange)


ENGINE = FakeEngine({"سيئ": ValueError("no"), "حلقة": LOOP, LONG: LONG_ENGLISH})
PEOPLES = (State.REVIEWED, State.STALE, State.EDITED)


@given(any_catalogue(), st.booleans())
def test_a_persons_text_is_never_changed(catalogue: Catalogue, redo: bool) -> None:
    for drafted in run(ENGINE, catalogue, redo=redo):
        for before, after in zip(catalogue.segments, drafted.catalogue.segments, strict=True):
            assert before.identity == after.identity
            if before.state in PEOPLES or before.obsolete:
                assert after == before


@given(any_catalogue(), any_catalogue())
def test_drafting_twice_is_drafting_once(one: Catalogue, other: Catalogue) -> None:
    other = replace(other, document="other")
    known = {"paper": one, "other": other}
    for drafted in run(ENGINE, one, other):
        known[drafted.catalogue.document] = drafted.catalogue
    again = {each.catalogue.document: each.catalogue for each in run(ENGINE, *known.values())}

    assert {**known, **again} == known
