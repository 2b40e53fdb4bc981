"""An entry whose source changes: what holds of its verdict, whatever the verdict was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from diglot.model.catalogue import Segment
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.model.statement import Statement, state_that
from diglot.steps.sync.carry import changed
from tests.sync.papers import TODAY, Paper, Store

LATER = date(2027, 1, 1)
SOURCE = "بلغ عدد المدارس 62 مدرسة."
NUMBER = "بلغ عدد المدارس 63 مدرسة."
WORD = "بلغ عدد المعاهد 62 معهداً."
LOOKS = "بَلغ عدد المدارس ٦٢ مدرسة."
TARGET = "There were 62 schools."


def entry(*kinds: str, target: str = TARGET) -> Segment:
    """An entry with these statements about its present texts."""
    said = tuple(state_that(kind, SOURCE, target, by="A") for kind in kinds)
    return Segment("introduction/abcdef", SOURCE, target, said, fuzzy=kinds == ("draft",))


def stale_line(segment: Segment) -> Statement:
    found = [s for s in segment.statements if s.kind == "stale"]
    assert len(found) == 1
    return found[0]


def test_a_confirmed_text_becomes_stale_with_the_source_that_it_was_confirmed_for() -> None:
    after = changed(entry("draft", "reviewed"), WORD, TODAY)

    assert (after.state, after.fuzzy, after.target) == (State.STALE, True, TARGET)
    assert str(stale_line(after)) == (
        f"diglot: stale src={hash8(WORD)} tgt={hash8(TARGET)} on=2026-11-25 kind=meaning "
        f'was="{SOURCE}"'
    )
    assert [s.kind for s in after.statements] == ["draft", "reviewed", "stale"]


def test_a_text_that_somebody_edited_becomes_stale_against_the_source_it_was_edited_for() -> None:
    after = changed(entry(), NUMBER, TODAY)

    assert after.state is State.STALE
    assert (stale_line(after).get("kind"), stale_line(after).get("was")) == ("numbers", SOURCE)


def test_over_several_changes_it_is_judged_against_what_was_confirmed_first() -> None:
    once = changed(entry("reviewed"), NUMBER, TODAY)
    twice = changed(once, NUMBER.replace("مدرسة", "مدرسةً جديدة"), LATER)

    assert (stale_line(twice).get("was"), stale_line(twice).get("on")) == (SOURCE, "2026-11-25")
    assert stale_line(twice).get("kind") == "meaning"
    assert twice.previous_source == SOURCE


def test_confirmed_in_between_it_is_judged_against_that() -> None:
    once = changed(entry("reviewed"), NUMBER, TODAY)
    verdict = state_that("reviewed", NUMBER, TARGET, by="B")
    confirmed = replace(once, comments=(*once.comments, verdict), fuzzy=False)
    twice = changed(confirmed, WORD, LATER)

    assert confirmed.state is State.REVIEWED
    assert (stale_line(twice).get("was"), stale_line(twice).get("on")) == (NUMBER, "2027-01-01")


def test_a_change_of_looks_carries_every_statement_about_the_text() -> None:
    before = entry("draft", "reviewed", "dismissed", "note")
    after = changed(before, LOOKS, TODAY)

    assert after.state is State.REVIEWED
    assert not after.fuzzy
    assert {(s.kind, s.src) for s in after.statements} == {
        (kind, hash8(LOOKS)) for kind in ("draft", "reviewed", "dismissed", "note")
    }


def test_a_stale_text_stays_so_when_the_looks_of_its_source_change() -> None:
    stale = changed(entry("reviewed"), WORD, TODAY)
    after = changed(stale, WORD.replace("عدد", "عَدد"), LATER)

    assert after.state is State.STALE
    assert (stale_line(after).get("was"), stale_line(after).get("on")) == (SOURCE, "2026-11-25")


def test_back_again_but_for_its_looks_it_is_confirmed_again() -> None:
    after = changed(changed(entry("reviewed"), WORD, TODAY), LOOKS, LATER)

    assert (after.state, after.fuzzy, after.previous_source) == (State.REVIEWED, False, None)


def test_two_changes_of_looks_never_exchange_a_diacritic_unseen() -> None:
    vowels = [SOURCE.replace("عدد", f"ع{vowel}دد") for vowel in ("\u064e", "", "\u0650")]
    fatha = replace(entry(), source=vowels[0])
    verdict = state_that("reviewed", vowels[0], TARGET, by="A")
    without = changed(replace(fatha, comments=(verdict,)), vowels[1], TODAY)
    kasra = changed(without, vowels[2], TODAY)

    assert without.state is State.REVIEWED
    assert kasra.state is State.STALE
    assert stale_line(kasra).get("was") == vowels[0]
    assert changed(without, vowels[0], TODAY).statements == (verdict,)


def test_an_untouched_draft_becomes_a_draft_of_an_earlier_source() -> None:
    after = changed(entry("draft"), NUMBER, TODAY)

    assert (after.state, after.target, after.fuzzy) == (State.DRAFT, TARGET, True)
    assert [s.kind for s in after.statements] == ["draft"]
    assert after.statements[0].src == hash8(SOURCE)
    assert after.previous_source == SOURCE
    assert changed(changed(after, WORD, TODAY), SOURCE, TODAY) == entry("draft")


def test_what_has_no_text_has_nothing_that_could_be_stale() -> None:
    empty = replace(entry(target=""), comments=("a remark",))

    assert changed(empty, WORD, TODAY) == replace(empty, source=WORD)


def test_what_is_meant_to_be_empty_is_untranslated_once_the_source_says_something_else() -> None:
    empty = entry("empty", target="")

    assert empty.state is State.REVIEWED
    assert changed(empty, WORD, TODAY).state is State.UNTRANSLATED
    assert changed(changed(empty, WORD, TODAY), SOURCE, TODAY) == empty


def test_an_objection_holds_for_the_source_that_it_was_made_on() -> None:
    after = changed(entry("reviewed", "needs-work"), WORD, TODAY)

    assert after.state is State.STALE
    assert {s.kind for s in after.statements} == {"reviewed", "needs-work", "stale"}
    assert changed(after, SOURCE, TODAY).state is not State.REVIEWED


def test_somebody_elses_statement_on_changed_text_makes_nothing_reviewed() -> None:
    wrong = replace(entry("reviewed"), target="Something else.")

    assert changed(wrong, WORD, TODAY).state is State.STALE
    assert stale_line(changed(wrong, WORD, TODAY)).get("was") == SOURCE


def confirmed(paper: Paper, *kinds: str) -> Store:
    synced = Store().sync(paper)
    done = tuple(
        replace(
            s,
            target=f"EN {s.source}",
            comments=tuple(state_that(kind, s.source, f"EN {s.source}") for kind in kinds),
        )
        for s in synced.catalogues["en"].segments
    )
    return Store(synced.template, synced.catalogues["en"].with_segments(done))


CUT: Paper = [("", ["وفّر الأعضاء المال لبرامج الاستقرار. وطلبت الوزارة منهم المزيد من الدعم"])]
JOINED: Paper = [("", ["وفّر الأعضاء المال لبرامج الاستقرار وطلبت الوزارة منهم المزيد من الدعم"])]


def test_untouched_drafts_that_are_joined_are_drafted_again() -> None:
    after = confirmed(CUT, "draft").sync(JOINED).catalogues["en"]

    assert [s.target for s in after.active][1:] == [""]
    assert [s.state for s in after.segments if s.obsolete] == [State.DRAFT] * 2


def test_joined_with_a_persons_text_a_draft_stays_in_it() -> None:
    store = confirmed(CUT, "draft")
    assert store.catalogue is not None
    first, second, third = store.catalogue.segments
    verdict = state_that("reviewed", third.source, third.target, by="A")
    reviewed = replace(third, comments=(*third.comments, verdict))
    mixed = Store(store.template, store.catalogue.with_segments((first, second, reviewed)))
    after = list(mixed.sync(JOINED).catalogues["en"].active)[1]

    assert (after.state, after.target) == (State.STALE, f"{second.target} {third.target}")
    assert stale_line(after).get("was") == f"{second.source} {third.source}"


def test_an_untouched_draft_that_is_cut_is_drafted_again() -> None:
    after = confirmed(JOINED, "draft").sync(CUT).catalogues["en"]

    assert [s.state for s in after.active][1:] == [State.UNTRANSLATED] * 2


def test_a_catalogue_that_is_behind_is_judged_by_its_own_sources() -> None:
    """A branch that was merged late: the template knows the change already, the catalogue not."""
    paper: Paper = [("", [SOURCE])]
    late = confirmed(paper, "reviewed")
    ahead = Store.after(late.sync([("", [WORD])]))
    after = Store(ahead.template, late.catalogue).sync([("", [WORD])]).catalogues["en"]

    assert after == ahead.catalogue


def test_two_texts_that_met_in_a_merge_are_undecided_for_a_changed_source_too() -> None:
    after = changed(entry("conflict"), WORD, TODAY)

    assert after.state is State.STALE
    assert [s.kind for s in after.holding("conflict")] == ["conflict"]
    assert len(changed(after, NUMBER, TODAY).holding("conflict")) == 1


def test_a_confirmed_draft_with_an_objection_is_no_untouched_draft() -> None:
    after = changed(entry("draft", "reviewed", "needs-work"), WORD, TODAY)

    assert after.state is State.STALE
    assert stale_line(after).get("was") == SOURCE
