"""Merge: two people, two branches, one catalogue; nobody's words are lost."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.model.statement import Comment, Statement, state_that
from diglot.steps.merge import Merged
from diglot.steps.merge import merge as merge_step
from diglot.steps.sync.carry import changed, made_of

TODAY = date(2026, 11, 25)
KEY = "campaign/3f2a91"
OLD = "حرر التحالف 62 بالمئة من الأراضي"
NEW = "حرر التحالف معظم تلك الأراضي"
STRETCHED = "حـــرر التحالف 62 بالمئة من الأراضي"
COUNTED = "حرر التحالف 65 بالمئة من الأراضي"
ENGLISH = "The Coalition has liberated 62 percent of the territory"
OTHER = "Coalition forces freed 62 percent of the land"


def merge(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> Merged:
    return merge_step(base, ours, theirs, carry=changed, today=TODAY)


def entry(
    source: str = OLD, target: str = "", *comments: Comment, key: str = KEY, fuzzy: bool = False
) -> Segment:
    return Segment(key, source, target, comments, fuzzy=fuzzy)


def catalogue(*segments: Segment, **more: str) -> Catalogue:
    return Catalogue("paper", "en", segments, **more)  # type: ignore[arg-type]


def draft(source: str = OLD, target: str = ENGLISH, **more: str) -> Segment:
    line = state_that("draft", source, target, engine="argos", **more)
    return entry(source, target, line, fuzzy=True)


def reviewed(source: str = OLD, target: str = ENGLISH, by: str = "A") -> Segment:
    return entry(source, target, state_that("reviewed", source, target, by=by, on="2026-11-20"))


def moved_on(before: Segment, source: str) -> Segment:
    """What ``sync`` made of an entry, the day before, whose source had changed."""
    return changed(before, source, date(2026, 11, 24))


def stale(
    source: str, target: str, was: str, kind: str = "meaning", on: str = "2026-11-24"
) -> Comment:
    bound = (("src", hash8(source)), ("tgt", hash8(target)))
    return Statement("stale", (*bound, ("on", on), ("kind", kind), ("was", was)))


def merged(base: Segment | None, ours: Segment, theirs: Segment) -> Segment:
    """The only entry of the merge."""
    (found,) = _merge(base, ours, theirs).catalogue.segments
    return found


def _merge(base: Segment | None, ours: Segment, theirs: Segment) -> Merged:
    return merge(catalogue(*([base] if base else [])), catalogue(ours), catalogue(theirs))


def either_way(base: Segment | None, one: Segment, other: Segment) -> Segment:
    """The merge, made sure that it is the same whoever merges; comments in any order."""
    found, turned = merged(base, one, other), merged(base, other, one)
    assert found == replace(turned, comments=found.comments)
    assert sorted(map(str, found.comments)) == sorted(map(str, turned.comments))
    return found


def texts(segment: Segment) -> set[str]:
    """The text of an entry, and those that stand in its ``conflict`` statements."""
    told = {said.get("text") or "" for said in segment.statements if said.kind == "conflict"}
    return {segment.target, *told}


def kinds(segment: Segment) -> list[str]:
    return sorted(said.kind for said in segment.statements)


def test_a_text_stays_beside_a_new_source_and_is_stale() -> None:
    """One side changed the source, the other the text."""
    base = reviewed()
    edit = replace(base, target=OTHER)
    found = either_way(base, moved_on(base, NEW), edit)

    assert (found.source, found.target, found.state) == (NEW, OTHER, State.STALE)
    assert found.fuzzy
    assert [s for s in found.statements if s.kind == "stale"] == [stale(NEW, OTHER, OLD)]
    assert found.previous_source == OLD


def test_a_verdict_on_the_old_source_is_kept_and_does_not_hold_for_the_new_one() -> None:
    base = entry(OLD, ENGLISH)
    verdict = reviewed()
    found = either_way(base, moved_on(base, NEW), verdict)

    assert (found.source, found.state, found.fuzzy) == (NEW, State.STALE, True)
    assert kinds(found) == ["reviewed", "stale"]


def test_was_is_the_source_on_which_the_other_side_has_confirmed_the_text() -> None:
    """It was stale already; one side confirms it, the other changes the source again."""
    base = entry(OLD, ENGLISH, stale(OLD, ENGLISH, "أقدم"), fuzzy=True)
    moved = replace(base, source=NEW, comments=(stale(NEW, ENGLISH, "أقدم"),), previous_source=OLD)
    confirmed = replace(
        base, comments=(*base.comments, state_that("reviewed", OLD, ENGLISH, by="B")), fuzzy=False
    )
    found = either_way(base, moved, confirmed)

    assert found.state is State.STALE
    assert [s.get("was") for s in found.statements if s.kind == "stale"] == [OLD]


def test_a_draft_that_was_confirmed_on_one_side_is_stale_when_its_source_changed_on_the_other() -> (
    None
):
    base = draft()
    confirmed = replace(
        base, comments=(*base.comments, state_that("reviewed", OLD, ENGLISH, by="B")), fuzzy=False
    )
    found = either_way(base, moved_on(base, NEW), confirmed)

    assert (found.source, found.target, found.state) == (NEW, ENGLISH, State.STALE)
    assert [s.get("was") for s in found.statements if s.kind == "stale"] == [OLD]


def test_a_verdict_follows_a_source_that_changed_in_writing_only() -> None:
    base = reviewed(by="A")
    second = replace(base, comments=(*base.comments, state_that("reviewed", OLD, ENGLISH, by="B")))
    found = either_way(base, moved_on(base, STRETCHED), second)

    assert (found.source, found.state, found.fuzzy) == (STRETCHED, State.REVIEWED, False)
    assert {(s.src, s.get("by")) for s in found.statements} == {
        (hash8(STRETCHED), "A"),
        (hash8(STRETCHED), "B"),
    }


def test_a_draft_that_was_confirmed_stays_so_when_its_source_changed_in_writing_only() -> None:
    base = draft()
    confirmed = replace(
        base, comments=(*base.comments, state_that("reviewed", OLD, ENGLISH, by="B")), fuzzy=False
    )
    found = either_way(base, moved_on(base, STRETCHED), confirmed)

    assert (found.source, found.state, found.fuzzy) == (STRETCHED, State.REVIEWED, False)


def test_the_kind_of_a_change_is_that_between_the_two_sources() -> None:
    base = reviewed()
    found = either_way(base, moved_on(base, COUNTED), replace(base, target=OTHER))

    assert [s.get("kind") for s in found.statements if s.kind == "stale"] == ["numbers"]


def test_a_sentence_that_moved_into_another_block_has_the_work_of_the_other_side() -> None:
    base = draft()
    moved, edit = replace(base, key="campaign/000001"), replace(base, target=OTHER)
    found = either_way(base, moved, edit)

    assert (found.key, found.source, found.target) == ("campaign/000001", OLD, OTHER)


def test_a_text_that_was_written_for_the_new_source_is_not_stale() -> None:
    """The other side wrote the very same for the old one."""
    base = entry(OLD, ENGLISH)
    found = either_way(base, entry(NEW, OTHER), entry(OLD, OTHER))

    assert (found.source, found.target, found.state) == (NEW, OTHER, State.EDITED)


def test_two_texts_meet_and_the_one_waits_beside_the_other() -> None:
    base = draft()
    one, other = replace(base, target=OTHER), replace(base, target="Most land was freed")
    result = _merge(base, one, other)
    (found,) = result.catalogue.segments

    assert found.target == OTHER
    assert texts(found) == {OTHER, "Most land was freed"}
    assert found.fuzzy
    assert found.state is not State.REVIEWED
    assert [(d.key, d.what) for d in result.decisions] == [(KEY, "conflict")]


def test_a_conflict_is_not_confirmed_until_it_is_resolved() -> None:
    """A confirmed text stays; taking the ``conflict`` line away, or writing anew, resolves it."""
    base = draft()
    other = replace(base, target="Most land was freed")
    found = merged(base, reviewed(target=OTHER), other)
    line = next(s for s in found.statements if s.kind == "conflict")
    without = replace(found, comments=tuple(c for c in found.comments if c != line))
    anew = replace(found, target="Most land was freed")

    assert (found.target, found.state) == (OTHER, State.EDITED)
    assert without.state is State.REVIEWED
    assert anew.state is State.EDITED
    assert line.tgt != hash8(anew.target)


def test_the_text_that_somebody_confirmed_stays_in_the_entry() -> None:
    base = draft()
    confirmed, edit = reviewed(target=OTHER), replace(base, target="Most land was freed")

    assert either_way(base, edit, confirmed).target == OTHER


def test_two_texts_of_which_one_was_made_for_the_new_source() -> None:
    base = reviewed()
    ours = entry(NEW, "Most of the land", *base.comments)
    theirs = replace(base, target=OTHER)
    found = either_way(base, ours, theirs)

    assert (found.source, found.target) == (NEW, "Most of the land")
    assert texts(found) == {"Most of the land", OTHER}


def test_one_text_written_twice_is_no_conflict() -> None:
    base = draft()
    one = replace(base, target=OTHER)
    other = replace(one, comments=(*one.comments, state_that("reviewed", OLD, OTHER, by="B")))
    found = either_way(base, one, other)

    assert (found.target, found.state) == (OTHER, State.REVIEWED)
    assert kinds(found) == ["draft", "reviewed"]


def test_two_reviewers_are_both_kept_and_one_line_stands_once() -> None:
    base = entry(OLD, ENGLISH)
    one, other = reviewed(by="A"), reviewed(by="B")

    assert [s.get("by") for s in merged(base, one, other).statements] == ["A", "B"]
    assert merged(base, one, one) == one


def test_what_one_side_took_back_is_gone() -> None:
    base = reviewed()
    note = state_that("note", OLD, ENGLISH, text="!")
    found = either_way(base, entry(OLD, ENGLISH), replace(base, comments=(*base.comments, note)))

    assert kinds(found) == ["note"]


@pytest.mark.parametrize("confirmed", [False, True])
def test_a_machine_never_stands_against_a_person(confirmed: bool) -> None:
    base = entry() if not confirmed else draft()
    machine = draft(target="Machine text")
    person = reviewed() if confirmed else entry(OLD, ENGLISH)
    found = either_way(base, machine, person)

    assert (found.target, texts(found)) == (ENGLISH, {ENGLISH})
    assert found.state is (State.REVIEWED if confirmed else State.EDITED)


def test_of_two_drafts_the_better_one_stays_a_draft() -> None:
    good, bad = draft(target="Good", score="-0.3"), draft(target="Bad", score="-1.4")
    found = either_way(entry(), bad, good)

    assert (found.target, found.state, texts(found)) == ("Good", State.DRAFT, {"Good"})


def test_a_draft_for_the_new_source_gives_way_to_a_persons_text_for_the_old_one() -> None:
    base = draft()
    found = either_way(base, draft(NEW, "Most of it"), replace(base, target=OTHER))

    assert (found.source, found.target, found.state) == (NEW, OTHER, State.STALE)
    assert [s.get("was") for s in found.statements if s.kind == "stale"] == [OLD]


def test_a_sentence_left_out_on_purpose_outranks_a_draft_and_meets_a_persons_text() -> None:
    left_out = entry(OLD, "", state_that("empty", OLD, "", by="A"))

    assert either_way(entry(), left_out, draft()).state is State.REVIEWED
    assert texts(either_way(entry(), left_out, entry(OLD, ENGLISH))) == {"", ENGLISH}


def test_a_source_that_was_removed_keeps_the_newer_text() -> None:
    base = draft()
    gone, confirmed = replace(base, obsolete=True), reviewed(target=OTHER)
    found = either_way(base, gone, confirmed)

    assert (found.obsolete, found.target, found.state) == (True, OTHER, State.REVIEWED)


def test_an_entry_that_came_back_is_in_use_with_the_work_of_both() -> None:
    base = replace(entry(OLD, ENGLISH), obsolete=True)
    back = replace(base, obsolete=False)
    found = either_way(base, back, replace(reviewed(), obsolete=True))

    assert (found.obsolete, found.state) == (False, State.REVIEWED)


def test_both_added_one_entry() -> None:
    found = either_way(None, entry(OLD, ENGLISH), reviewed())

    assert found.state is State.REVIEWED


def test_an_entry_that_one_side_added_obsolete_is_in_use_where_the_other_uses_it() -> None:
    found = either_way(None, replace(entry(OLD, ENGLISH), obsolete=True), entry())

    assert (found.obsolete, found.target) == (False, ENGLISH)


def test_the_first_part_of_a_divided_sentence_takes_the_text_that_the_other_side_wrote() -> None:
    """``sync`` gave it the old text, and keeps the whole sentence obsolete."""
    first = "حرر التحالف 62 بالمئة"
    base = reviewed()
    part = made_of([base], KEY, first, TODAY)
    ours = catalogue(part, replace(base, obsolete=True))
    edit = replace(base, target=OTHER)
    found = merge(catalogue(base), ours, catalogue(edit)).catalogue

    assert [(s.source, s.target, s.obsolete) for s in found.segments] == [
        (first, OTHER, False),
        (OLD, OTHER, True),
    ]
    assert found.segments[0].state is State.STALE


def test_both_sides_changed_the_source_and_met_again_in_one() -> None:
    """One entry, not two: on one side it is told by its text, on the other by nothing."""
    base = draft()
    ours = moved_on(base, NEW)
    theirs = catalogue(entry(NEW, OTHER), replace(base, obsolete=True))
    found = merge(catalogue(base), catalogue(ours), theirs).catalogue

    assert [s.identity for s in found.active] == [(KEY, NEW)]
    assert found.by_identity[KEY, NEW].target == OTHER


def test_reading_order_is_that_of_the_side_that_changed_it() -> None:
    a, b, c = (entry(text, key=f"s/{n}{n}{n}{n}{n}{n}") for n, text in enumerate("ابت"))
    new = entry("ث", key="s/444444")
    swapped = catalogue(b, a, c)
    grown = catalogue(a, new, b, c)
    found = merge(catalogue(a, b, c), grown, swapped).catalogue

    assert [s.source for s in found.segments] == ["ب", "ا", "ث", "ت"]


def test_both_added_at_one_place() -> None:
    a, b = entry("ا", key="s/000001"), entry("ب", key="s/000002")
    mine, yours = entry("ت", key="s/000003"), entry("ث", key="s/000004")
    found = merge(catalogue(a, b), catalogue(a, mine, b), catalogue(a, yours, b))

    assert {s.source for s in found.catalogue.segments[1:3]} == {"ت", "ث"}
    assert [found.catalogue.segments[n].source for n in (0, 3)] == ["ا", "ب"]


def test_header_and_comments_at_both_ends_are_merged_too() -> None:
    base = catalogue(preamble="one", ending="end")
    base = replace(base, header=(("Language", "en"), ("PO-Revision-Date", "2026-11-20")))
    ours = replace(
        base,
        header=(("Language", "en"), ("PO-Revision-Date", "2026-11-21"), ("X-Tool", "Poedit")),
        preamble="one\ntwo",
    )
    theirs = replace(
        base,
        header=(("Language", "en"), ("PO-Revision-Date", "2026-11-22")),
        preamble="one\nthree",
        ending="",
    )
    found = merge(base, ours, theirs).catalogue

    assert found.header == (
        ("Language", "en"),
        ("PO-Revision-Date", "2026-11-22"),
        ("X-Tool", "Poedit"),
    )
    assert (found.preamble, found.ending) == ("one\ntwo\nthree", "")


def test_entries_of_other_tools_are_kept() -> None:
    """Theirs have no key of ours, and another ``msgid`` is another entry."""
    base = catalogue(entry("Open the file", "افتح", key=""))
    ours = catalogue(entry("Open the file", "افتح", key=""), entry("Open a file", "x", key=""))
    theirs = catalogue(entry("Open the files", "y", key=""))
    found = merge(base, ours, theirs).catalogue

    assert {s.source for s in found.segments} == {"Open a file", "Open the files"}


def test_fuzzy_stays_off_where_somebody_took_it_off() -> None:
    base = replace(entry(OLD, ENGLISH), fuzzy=True)
    note = state_that("note", OLD, ENGLISH, text="!")
    found = either_way(base, replace(base, fuzzy=False), replace(base, comments=(note,)))

    assert not found.fuzzy


def test_two_syncs_on_two_days_leave_one_stale_line() -> None:
    base = reviewed()
    one = moved_on(base, NEW)
    other = replace(one, comments=(*base.comments, stale(NEW, ENGLISH, OLD, on="2026-11-25")))
    found = either_way(base, one, other)

    assert [s.get("on") for s in found.statements if s.kind == "stale"] == ["2026-11-24"]
