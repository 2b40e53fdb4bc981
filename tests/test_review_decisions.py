"""What a decision makes of a segment, and of the file it stands in."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.checks.numbers.proposal import numbers_put_right
from diglot.model.catalogue import Segment
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.project import Project
from diglot.reviewing import Asked, AskError, Desk
from diglot.reviewing.asking import asked
from diglot.steps.review import doubted, left_empty, merged, noted, objected, rewritten, settled
from tests import review_project as paper
from tests.builders import draft, edited, reviewed

SOURCE, TARGET = "قالت الوزارة.", "The ministry said."
BASIM, ANNA = "Basim", "A. Reviewer"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return paper.make(tmp_path / "project")


@pytest.fixture
def desk(project: Project) -> Desk:
    desk = Desk(project)
    desk.open(paper.DOCUMENT, paper.LANGUAGE)
    return desk


def decision(project: Project, source: str, **fields: object) -> Asked:
    segment = paper.segment(project, source)
    given = {"key": segment.key, "source": source, "seen": segment.target, **fields}
    return asked(given, ANNA)


def decide(desk: Desk, source: str, **fields: object) -> str:
    return desk.decide(
        paper.DOCUMENT, paper.LANGUAGE, decision(desk.project, source, **fields)
    ).kind


class TestOneSegment:
    def test_an_edited_draft_is_a_persons_text_and_stays_fuzzy(self) -> None:
        after = rewritten(replace(draft(SOURCE, TARGET), fuzzy=True), "The ministry announced.")

        assert (after.state, after.fuzzy) == (State.EDITED, True)

    def test_a_confirmed_text_that_is_edited_is_fuzzy_again(self) -> None:
        after = rewritten(reviewed(SOURCE, TARGET), "The ministry announced.")

        assert (after.state, after.fuzzy) == (State.EDITED, True)
        assert reviewed(SOURCE, TARGET).comments[0] in after.comments

    def test_an_objection_holds_back_a_confirmed_text_until_it_is_taken_back(self) -> None:
        objected_to = objected(reviewed(SOURCE, TARGET), BASIM, "who said?")

        assert objected_to.state is State.EDITED
        assert objected_to.fuzzy
        assert objected(objected_to, ANNA, None).state is State.REVIEWED

    def test_a_doubt_about_the_source_is_kept_whatever_becomes_of_the_translation(self) -> None:
        after = rewritten(doubted(edited(SOURCE, TARGET), BASIM, "a word is missing"), "Other.")

        assert [s.get("text") for s in after.statements] == ["a word is missing"]

    def test_one_person_has_one_note_and_leaves_those_of_others(self) -> None:
        first = noted(noted(edited(SOURCE, TARGET), BASIM, "one"), ANNA, "hers")
        after = noted(first, BASIM, "two")

        assert sorted(s.get("text") or "" for s in after.statements) == ["hers", "two"]
        assert [s.get("by") for s in noted(after, BASIM, None).statements] == [ANNA]

    def test_what_is_meant_to_be_empty_is_no_gap(self) -> None:
        after = left_empty(edited(SOURCE, TARGET), ANNA)

        assert (after.target, after.state, after.fuzzy) == ("", State.REVIEWED, False)

    def test_a_settled_conflict_no_longer_holds_the_text_back(self) -> None:
        met = replace(
            reviewed(SOURCE, TARGET),
            comments=(
                *reviewed(SOURCE, TARGET).comments,
                state_that("conflict", SOURCE, TARGET, text="The ministry has said."),
            ),
        )

        assert met.state is not State.REVIEWED
        assert settled(met).state is State.REVIEWED

    @given(st.text(), st.text())
    def test_each_decision_twice_is_the_decision_once(self, by: str, words: str) -> None:
        segment = edited(SOURCE, TARGET)
        for decide_once in (objected, doubted, noted):
            once = decide_once(segment, by, words)
            assert decide_once(once, by, words) == once


class TestMerging:
    BASE = "The service is removing mines from areas."

    def test_what_both_changed_elsewhere_is_both_in_it(self) -> None:
        mine = "The Service is removing mines from areas."
        theirs = "The service is removing mines from liberated areas."

        assert merged(self.BASE, mine, theirs) == (
            "The Service is removing mines from liberated areas."
        )

    def test_where_both_changed_the_same_words_mine_stand(self) -> None:
        mine, theirs = "The service clears areas.", "The service demines areas."

        assert merged("The service removes areas.", mine, theirs) == mine

    @given(st.text(), st.text())
    def test_with_one_of_them_unchanged_it_is_the_other(self, base: str, other: str) -> None:
        assert merged(base, base, other) == other
        assert merged(base, other, base) == other


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("حررت العمليات 62 بالمئة.", "Freed 26 percent.", "Freed 62 percent."),
        ("أكثر من 22,2 مليار دولار", "over $2.22 billion", "over $22.2 billion"),
        ("أكثر من 19 ألف ضربة", "over 18 thousand strikes", "over 19 thousand strikes"),
        ("حررت العمليات 62 بالمئة.", "Freed 62 percent.", None),
        ("حررت العمليات 62 بالمئة.", "Freed most of it.", None),
    ],
)
def test_numbers_that_differ_are_put_right_where_that_is_certain(
    source: str, target: str, right: str | None
) -> None:
    assert numbers_put_right(source, target) == right


class TestInTheFile:
    def test_a_confirmation_is_in_the_file_with_name_and_day(
        self, desk: Desk, project: Project
    ) -> None:
        assert decide(desk, paper.GOOD, confirm=True) == "saved"
        segment = paper.segment(project, paper.GOOD)

        assert segment.state is State.REVIEWED
        assert [s.get("by") for s in segment.holding("reviewed")] == [ANNA]

    def test_only_the_one_entry_of_the_file_changes(self, desk: Desk, project: Project) -> None:
        before = paper.read(project).segments
        decide(desk, paper.GOOD, text="The Coalition helps local partners.")
        after = paper.read(project).segments

        assert [a.source for a, b in zip(after, before, strict=True) if a != b] == [paper.GOOD]

    def test_a_text_saved_meanwhile_is_neither_overwritten_nor_confirmed(
        self, desk: Desk, project: Project
    ) -> None:
        stale = decision(project, paper.GOOD, text="Mine.", confirm=True)
        paper.with_target(project, paper.GOOD, "Somebody else's words.")
        outcome = desk.decide(paper.DOCUMENT, paper.LANGUAGE, stale)

        assert outcome.kind == "changed"
        assert outcome.now == paper.segment(project, paper.GOOD)
        assert paper.segment(project, paper.GOOD).target == "Somebody else's words."

    def test_an_error_stops_a_confirmation_until_it_is_dismissed_knowingly(
        self, desk: Desk, project: Project
    ) -> None:
        assert decide(desk, paper.NUMBER, confirm=True) == "blocked"
        assert paper.segment(project, paper.NUMBER).state is State.DRAFT
        assert decide(desk, paper.NUMBER, confirm=True, dismiss=["numbers"]) == "saved"

        segment = paper.segment(project, paper.NUMBER)
        assert segment.state is State.REVIEWED
        assert [(s.get("check"), s.get("by")) for s in segment.holding("dismissed")] == [
            ("numbers", ANNA)
        ]

    def test_two_texts_that_met_in_a_merge_are_decided_before_one_is_confirmed(
        self, desk: Desk, project: Project
    ) -> None:
        said = state_that("conflict", paper.GOOD, paper.TARGETS[paper.GOOD], text="The other.")
        paper.rewrite(
            project,
            lambda s: replace(s, comments=(*s.comments, said)) if s.source == paper.GOOD else s,
        )

        assert decide(desk, paper.GOOD, confirm=True, dismiss=["conflict"]) == "conflict"
        assert decide(desk, paper.GOOD, confirm=True, settle=["Another."]) == "conflict"
        assert decide(desk, paper.GOOD, text="Mine.") == "conflict"
        assert decide(desk, paper.GOOD, confirm=True, settle=["The other."]) == "saved"
        assert paper.segment(project, paper.GOOD).state is State.REVIEWED

    def test_what_has_no_translation_cannot_be_confirmed(self, desk: Desk) -> None:
        assert decide(desk, paper.EMPTY, confirm=True) == "empty"

    def test_a_second_person_may_confirm_as_well(self, desk: Desk, project: Project) -> None:
        decide(desk, paper.GOOD, confirm=True)
        other = replace(decision(project, paper.GOOD, confirm=True), by=BASIM)
        desk.decide(paper.DOCUMENT, paper.LANGUAGE, other)
        said = paper.segment(project, paper.GOOD).holding("reviewed")

        assert [s.get("by") for s in said] == [ANNA, BASIM]

    def test_an_earlier_version_comes_back_whole(self, desk: Desk, project: Project) -> None:
        before = paper.segment(project, paper.NUMBER)
        decide(desk, paper.NUMBER, text="62 percent of the territory is free.", confirm=True)
        now = paper.segment(project, paper.NUMBER)
        place = (paper.DOCUMENT, paper.LANGUAGE)
        outcome = desk.restore(*place, now.identity, desk.version(now), desk.version(before))

        assert outcome.kind == "saved"
        assert paper.segment(project, paper.NUMBER) == before

    @pytest.mark.parametrize("damage", ["", '["paper", "en", "half a li', "[1]\n{}\nnull\n"])
    def test_an_earlier_version_comes_back_from_the_server_before_this_one(
        self, desk: Desk, project: Project, damage: str
    ) -> None:
        before = paper.segment(project, paper.NUMBER)
        decide(desk, paper.NUMBER, text="62\u2028percent «of» it.", confirm=True)
        now = paper.segment(project, paper.NUMBER)
        with (project.root / ".diglot" / "undo.jsonl").open("a", encoding="utf-8") as stream:
            stream.write(damage)
        place, seen, wanted = (
            (paper.DOCUMENT, paper.LANGUAGE),
            desk.version(now),
            desk.version(before),
        )

        assert Desk(project).restore(*place, now.identity, seen, wanted).kind == "saved"
        assert paper.segment(project, paper.NUMBER) == before
        assert Desk(project).restore(*place, now.identity, wanted, seen).kind == "saved"
        assert paper.segment(project, paper.NUMBER) == now

    def test_a_sitting_of_yesterday_is_over(self, desk: Desk, project: Project) -> None:
        before = paper.segment(project, paper.NUMBER)
        decide(desk, paper.NUMBER, text="62 percent.")
        now = paper.segment(project, paper.NUMBER)
        kept = project.root / ".diglot" / "undo.jsonl"
        os.utime(kept, (0, 0))
        place, seen, wanted = (
            (paper.DOCUMENT, paper.LANGUAGE),
            desk.version(now),
            desk.version(before),
        )

        assert Desk(project).restore(*place, now.identity, seen, wanted).kind == "forgotten"
        assert not kept.exists()

    def test_what_somebody_saved_since_is_not_undone(self, desk: Desk, project: Project) -> None:
        before = paper.segment(project, paper.GOOD)
        decide(desk, paper.GOOD, confirm=True)
        confirmed = paper.segment(project, paper.GOOD)
        paper.with_target(project, paper.GOOD, "Somebody else's words.")
        place = (paper.DOCUMENT, paper.LANGUAGE)
        seen, wanted = desk.version(confirmed), desk.version(before)

        assert desk.restore(*place, confirmed.identity, seen, wanted).kind == "changed"
        assert paper.segment(project, paper.GOOD).target == "Somebody else's words."

    def test_a_sentence_that_is_gone_is_said_to_be_gone(self, desk: Desk) -> None:
        lost = Asked("introduction/abcdef", "نص", "", ANNA, text="Words")

        assert desk.decide(paper.DOCUMENT, paper.LANGUAGE, lost).kind == "gone"


@pytest.mark.parametrize("text", ["a\0b", "a\x04b", "a\ud800b", "x" * 100_001, 7, None])
def test_a_text_that_no_catalogue_can_hold_is_refused(text: object) -> None:
    with pytest.raises(AskError):
        asked({"key": "k", "source": "s", "seen": "", "text": text}, ANNA)


def test_a_pasted_text_of_several_lines_becomes_one() -> None:
    given = {"key": "k", "source": "s", "seen": "", "text": "one\ntwo\tthree "}

    assert asked(given, ANNA).text == "one two three"


class TestMemory:
    def test_the_same_sentence_elsewhere_and_one_like_it_are_proposed(
        self, desk: Desk, project: Project
    ) -> None:
        decide(desk, paper.FIRST_ITEM, confirm=True)
        other = Segment("introduction/111111", paper.FIRST_ITEM, "Police training.")
        like = Segment("introduction/222222", "تدريب الشرطة المحلية في المدينة.", "Training.")
        catalogue = paper.read(project)
        exact = desk.memory.like(catalogue, other)
        near = desk.memory.like(catalogue, like)

        assert [(each.target, each.by) for each in exact] == [
            (paper.TARGETS[paper.FIRST_ITEM], ANNA)
        ]
        assert 0.6 <= near[0].likeness < 1

    def test_drafts_of_a_machine_are_no_memory(self, desk: Desk, project: Project) -> None:
        other = Segment("introduction/111111", paper.FIRST_ITEM, "Police training.")

        assert desk.memory.like(paper.read(project), other) == ()


class TestWhatAnotherToolSetsBack:
    MINE = "The Coalition supports its local partners."

    def conflicts(self, project: Project) -> list[str | None]:
        return [c.get("text") for c in paper.segment(project, paper.GOOD).holding("conflict")]

    def test_is_asked_about_with_the_text_that_it_had_not_seen(
        self, desk: Desk, project: Project
    ) -> None:
        before = paper.path(project).read_bytes()
        decide(desk, paper.GOOD, text=self.MINE, confirm=True)
        for _ in range(2):  # git may do it twice
            paper.path(project).write_bytes(before)
            desk.ask_about_set_back(paper.DOCUMENT, paper.LANGUAGE)

            assert self.conflicts(project) == [self.MINE]
            assert paper.segment(project, paper.GOOD).target == paper.TARGETS[paper.GOOD]

    def test_brings_back_what_had_met_that_text_as_well(self, desk: Desk, project: Project) -> None:
        before = paper.path(project).read_bytes()
        target = paper.TARGETS[paper.GOOD]
        said = [state_that("conflict", paper.GOOD, target, text=text) for text in ("One.", "Two.")]
        paper.rewrite(
            project,
            lambda s: replace(s, comments=(*s.comments, *said)) if s.source == paper.GOOD else s,
        )
        decide(desk, paper.GOOD, text=self.MINE, settle=["One."])
        assert self.conflicts(project) == ["Two."]
        paper.path(project).write_bytes(before)
        desk.ask_about_set_back(paper.DOCUMENT, paper.LANGUAGE)

        assert self.conflicts(project) == [self.MINE, "Two."]

    def test_is_asked_about_before_anything_else_is_saved(
        self, desk: Desk, project: Project
    ) -> None:
        before = paper.path(project).read_bytes()
        decide(desk, paper.GOOD, text=self.MINE, confirm=True)
        paper.path(project).write_bytes(before)

        assert decide(desk, paper.NUMBER, text="Anything.") == "saved"
        assert self.conflicts(project) == [self.MINE]

    def test_a_text_that_comes_sooner_than_anybody_can_read_is_asked_about(
        self, desk: Desk, project: Project
    ) -> None:
        decide(desk, paper.GOOD, text=self.MINE, confirm=True)
        paper.with_target(project, paper.GOOD, "Another.")
        desk.ask_about_set_back(paper.DOCUMENT, paper.LANGUAGE)

        assert self.conflicts(project) == [self.MINE]

    def test_a_text_that_somebody_wrote_later_stands(self, desk: Desk, project: Project) -> None:
        decide(desk, paper.GOOD, text=self.MINE, confirm=True)
        paper.with_target(project, paper.GOOD, "Another.")
        later = time.time() + 60
        os.utime(paper.path(project), (later, later))
        desk.ask_about_set_back(paper.DOCUMENT, paper.LANGUAGE)

        assert self.conflicts(project) == []

    def test_what_was_undone_here_is_no_conflict(self, desk: Desk, project: Project) -> None:
        decide(desk, paper.GOOD, text=self.MINE)
        decide(desk, paper.GOOD, text=paper.TARGETS[paper.GOOD])
        desk.ask_about_set_back(paper.DOCUMENT, paper.LANGUAGE)

        assert self.conflicts(project) == []
