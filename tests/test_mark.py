"""Verdicts: what is confirmed, what never is, and how one is taken back."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from diglot import files, marking, pipeline, project
from diglot.cli import day, main
from diglot.marking import Named
from diglot.model import po_reader, po_writer
from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import DOCUMENT_TITLE
from diglot.model.state import State
from diglot.model.statement import Statement, state_that
from diglot.problems import UserError
from diglot.project import Project
from diglot.steps.mark import (
    Left,
    NumbersExchanged,
    Reviewed,
    Unreviewed,
    is_named,
    judged,
    keys_of_section,
    mark,
)
from diglot.steps.sync import carry
from tests import builders, demo_site
from tests.demo_site import DOCUMENT
from tests.strategies import catalogues

TODAY = date(2026, 11, 25)
SOURCE, TARGET = "قالت الوزارة.", "The ministry said."
FINANCE = "مكافحة التمويل"
"""A heading of the document, with a draft."""
ANNA, BASIM = Reviewed("A. Reviewer", TODAY), Reviewed("Basim", TODAY)

draft = replace(builders.draft(SOURCE, TARGET), fuzzy=True)
edited = builders.edited(SOURCE, TARGET)
stale = replace(builders.stale(SOURCE, TARGET), fuzzy=True, previous_source="كان")


def said(kind: str, source: str = SOURCE, target: str = TARGET, **fields: str) -> Statement:
    return state_that(kind, source, target, **fields)


def confirmed(segment: Segment, verdict: Reviewed = ANNA) -> Segment:
    after = judged(segment, verdict)
    assert isinstance(after, Segment)
    return after


def withdrawn(segment: Segment, by: str = "") -> Segment:
    after = judged(segment, Unreviewed(by))
    assert isinstance(after, Segment)
    return after


class TestConfirming:
    def test_a_draft_is_confirmed_in_one_line_and_keeps_saying_where_it_is_from(self) -> None:
        after = confirmed(draft)

        assert after.state is State.REVIEWED
        assert not after.fuzzy
        assert [str(line) for line in after.comments] == [
            str(draft.comments[0]),
            'diglot: reviewed src=fcfe707a tgt=1fff2305 by="A. Reviewer" on=2026-11-25',
        ]

    def test_a_stale_text_is_settled_with_the_line_that_said_so(self) -> None:
        after = confirmed(stale)

        assert after.state is State.REVIEWED
        assert [line.kind for line in after.statements] == ["reviewed"]
        assert after.previous_source is None

    def test_a_verdict_on_an_earlier_source_stays_for_when_that_returns(self) -> None:
        earlier = said("reviewed", source="كان", by="A. Reviewer", on="2026-01-01")
        after = confirmed(replace(edited, comments=(earlier,)))

        assert after.state is State.REVIEWED
        assert after.comments[0] == earlier
        assert replace(after, source="كان").state is State.REVIEWED

    def test_objections_are_answered(self) -> None:
        after = confirmed(replace(edited, comments=(said("needs-work", text="?"), "mine")))

        assert after.state is State.REVIEWED
        assert [getattr(line, "kind", line) for line in after.comments] == ["mine", "reviewed"]

    def test_a_second_person_stands_beside_the_first(self) -> None:
        after = confirmed(confirmed(draft), BASIM)

        assert [line.get("by") for line in after.statements] == [None, "A. Reviewer", "Basim"]

    def test_the_same_person_twice_is_once_and_the_first_day_counts(self) -> None:
        later = Reviewed(ANNA.by, date(2027, 1, 1))

        assert judged(confirmed(draft), later) is Left.ALREADY

    def test_a_reviewed_text_that_a_tool_made_fuzzy_is_no_longer(self) -> None:
        after = confirmed(replace(confirmed(draft), fuzzy=True))

        assert after == confirmed(draft)

    def test_two_texts_of_a_merge_are_never_confirmed_before_somebody_decides(self) -> None:
        between = replace(edited, comments=(said("conflict", text="The ministry spoke."),))

        assert judged(between, ANNA) is Left.CONFLICT
        decided = confirmed(replace(between, target="The ministry stated."))
        assert decided.state is State.REVIEWED

    @pytest.mark.parametrize("target", ["", " ", "\n"])
    def test_what_has_no_text_is_never_confirmed(self, target: str) -> None:
        assert judged(builders.edited(SOURCE, target), ANNA) is Left.UNTRANSLATED

    def test_what_is_meant_to_have_no_text_can_be_confirmed_by_a_second_person(self) -> None:
        empty = replace(builders.meant_empty(SOURCE), comments=(said("empty", target="", by="X"),))

        assert judged(empty, Reviewed("X", TODAY)) is Left.ALREADY
        assert [line.kind for line in confirmed(empty).statements] == ["empty", "reviewed"]
        objected = replace(empty, comments=(*empty.comments, said("needs-work", target="")))
        assert objected.state is not State.REVIEWED
        assert confirmed(objected).state is State.REVIEWED


class TestWhenTheSourceChangesAgain:
    def test_it_is_judged_against_the_source_that_was_confirmed(self) -> None:
        first = carry.changed(confirmed(edited), "قال وزير الخارجية.", TODAY)
        second = carry.changed(confirmed(first, BASIM), "نفى وزير الخارجية ذلك.", TODAY)
        (line,) = second.holding("stale")

        assert (first.state, second.state) == (State.STALE, State.STALE)
        assert line.get("was") == "قال وزير الخارجية."

    def test_undo_brings_back_what_was_confirmed_before(self) -> None:
        first = carry.changed(confirmed(edited), "قال وزير الخارجية.", TODAY)
        back = carry.changed(confirmed(first, BASIM), SOURCE, TODAY)

        assert back.state is State.REVIEWED
        assert [line.get("by") for line in back.holding("reviewed")] == ["A. Reviewer"]


class TestTakingBack:
    def test_an_untouched_draft_is_what_it_was(self) -> None:
        assert withdrawn(confirmed(draft)) == draft

    def test_an_edited_text_is_edited_and_fuzzy_so_that_nobody_takes_it_for_confirmed(self) -> None:
        after = withdrawn(confirmed(edited))

        assert after.state is State.EDITED
        assert after.fuzzy
        assert not after.is_cleared

    def test_a_text_confirmed_for_an_earlier_source_is_stale_again(self) -> None:
        earlier = said("reviewed", source="كان", by="A. Reviewer", on="2026-01-01")
        after = withdrawn(confirmed(replace(edited, comments=(earlier,))))

        assert (after.state, after.fuzzy, after.comments) == (State.STALE, True, (earlier,))

    def test_of_two_verdicts_one_may_be_taken_back(self) -> None:
        both = confirmed(confirmed(draft), BASIM)

        assert withdrawn(both, "A. Reviewer") == confirmed(draft, BASIM)
        assert withdrawn(both) == draft
        assert judged(both, Unreviewed("Nobody")) is Left.UNREVIEWED

    def test_meant_to_be_empty_is_taken_back_too(self) -> None:
        after = withdrawn(builders.meant_empty(SOURCE))

        assert (after.state, after.fuzzy, after.comments) == (State.UNTRANSLATED, False, ())

    @pytest.mark.parametrize("segment", [draft, edited, stale])
    def test_where_there_is_no_verdict_nothing_changes(self, segment: Segment) -> None:
        assert judged(segment, Unreviewed()) is Left.UNREVIEWED

    def test_a_verdict_on_another_text_is_none_and_stays(self) -> None:
        other = replace(confirmed(draft), target="The ministry spoke.")

        assert judged(other, Unreviewed()) is Left.UNREVIEWED


class TestCleared:
    @pytest.mark.parametrize("segment", [draft, edited, stale])
    def test_a_text_is_cleared_when_it_is_neither_fuzzy_nor_reviewed(
        self, segment: Segment
    ) -> None:
        assert replace(segment, fuzzy=False).is_cleared
        assert not replace(segment, fuzzy=True).is_cleared

    def test_a_text_that_somebody_objects_to_is_not(self) -> None:
        for kind in ("needs-work", "conflict"):
            assert not replace(edited, comments=(said(kind, text="?"),)).is_cleared

    def test_neither_are_reviewed_and_empty_texts(self) -> None:
        assert not confirmed(draft).is_cleared
        assert not builders.edited(SOURCE, "").is_cleared
        assert not builders.edited(SOURCE, " ").is_cleared
        assert not builders.meant_empty(SOURCE).is_cleared


@given(catalogues(), st.sampled_from([ANNA, Unreviewed(), Unreviewed("x")]))
def test_a_verdict_changes_no_text_and_twice_is_once(
    catalogue: Catalogue, verdict: Reviewed | Unreviewed
) -> None:
    once = mark(catalogue, verdict, catalogue.active)
    twice = mark(once.catalogue, verdict, once.catalogue.active)

    assert [(s.identity, s.target, s.obsolete) for s in once.catalogue.segments] == [
        (s.identity, s.target, s.obsolete) for s in catalogue.segments
    ]
    assert twice.catalogue == once.catalogue
    assert not twice.changes
    assert len(once.changes) + len(once.left) == len(tuple(catalogue.active))
    for change in once.changes:
        assert (change.after.state is State.REVIEWED) or not isinstance(verdict, Reviewed)
        assert change.before.state is not State.UNTRANSLATED


@given(catalogues())
def test_what_was_said_before_stays_but_for_what_is_settled(catalogue: Catalogue) -> None:
    for change in mark(catalogue, ANNA, catalogue.active).changes:
        before = [c for c in change.before.comments if getattr(c, "kind", "") not in
                  {"needs-work", "stale"}]  # fmt: skip
        assert list(change.after.comments[: len(before)]) == before


def test_what_changed_since_it_was_chosen_is_left() -> None:
    other = replace(draft, target="Somebody's words.")
    marked = mark(Catalogue("paper", "en", (other,)), ANNA, [draft])

    assert marked.catalogue.segments == (other,)
    assert marked.left == ((other, Left.CHANGED),)


def test_a_section_is_what_stands_in_it_whatever_its_keys_say() -> None:
    moved = builders.block("جملة منقولة.")
    document = builders.document("مقدمة.", builders.heading("قسم", "first"), "متن.", moved)
    template = builders.catalogue(document, {})
    carried = [
        replace(s, key="second/abcdef") if s.source == "جملة منقولة." else s
        for s in template.segments
    ]
    template = template.with_segments(tuple(carried))

    assert {k.partition("/")[2] for k in keys_of_section(template, "first")} >= {"title", "abcdef"}
    assert len(keys_of_section(template, "first")) == 3
    assert len(keys_of_section(template, "introduction")) == 1
    assert not keys_of_section(template, "second")
    assert DOCUMENT_TITLE not in keys_of_section(template, "introduction")


@pytest.mark.parametrize(
    ("key", "word"),
    [
        ("first/3f2a91", "first/3f2a91"),
        ("first/3f2a91", "3f2a91"),
        ("first/3f2a91", "b-3f2a91"),
        ("first/3f2a91", "#b-3f2a91"),
        ("first/title", "first"),
        ("document/title", "document/title"),
    ],
)
def test_a_key_is_named_in_full_by_its_digits_or_as_on_the_page(key: str, word: str) -> None:
    assert is_named(key, word)
    assert not is_named(key, "title")
    assert not is_named(key, "b-000000")


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project of two documents, on a machine where git knows nobody."""
    for name in ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM"):
        monkeypatch.setenv(name, str(tmp_path / "nobody"))
    root = demo_site.make(tmp_path / "site")
    files.write_if_changed(root / "seeds" / "note.txt", "مذكرة قصيرة.\n\nجملة أخيرة.\n")
    found = project.load(root)
    pipeline.sync(found)
    monkeypatch.chdir(root)
    monkeypatch.setattr(day, "today", lambda: TODAY)
    return found


def diglot(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def read(found: Project, document: str = DOCUMENT) -> Catalogue:
    catalogue = po_reader.read(
        found.catalogue_path(document, "en"), document=document, language="en"
    )
    assert catalogue is not None
    return catalogue


def states(found: Project) -> Counter[State]:
    return Counter(segment.state for segment in read(found).active)


def with_entry(found: Project, source: str, **changes: object) -> None:
    """What another tool, or a person, made of one entry."""
    path, catalogue = found.catalogue_path(DOCUMENT, "en"), read(found)
    after = tuple(replace(s, **changes) if s.source == source else s for s in catalogue.segments)
    path.write_text(po_writer.serialise(catalogue.with_segments(after)), encoding="utf-8")


def test_a_document_is_confirmed_as_far_as_it_is_translated(found: Project) -> None:
    done = diglot("mark", "reviewed", DOCUMENT, "--by", "A. Reviewer")

    assert done.exit_code == 0, done.output
    assert done.stdout == (
        f"{DOCUMENT} (en): 5 confirmed by A. Reviewer (before: 5 draft), 3 left: untranslated\n"
    )
    assert states(found) == {State.REVIEWED: 5, State.UNTRANSLATED: 3}
    assert "msgstr" in found.catalogue_path("note", "en").read_text("utf-8")


def test_twice_writes_nothing_and_says_why(found: Project) -> None:
    diglot("mark", "reviewed", "--all", "--by", "A")
    before = found.catalogue_path(DOCUMENT, "en").stat()
    again = diglot("mark", "reviewed", "--all", "--by", "A")

    assert "5 left: reviewed already" in again.stdout
    assert found.catalogue_path(DOCUMENT, "en").stat().st_mtime_ns == before.st_mtime_ns


def test_confirmed_and_taken_back_the_file_is_byte_for_byte_the_same(found: Project) -> None:
    before = found.catalogue_path(DOCUMENT, "en").read_bytes()
    diglot("mark", "reviewed", "--all", "--by", "A")
    back = diglot("mark", "unreviewed", "--all")

    assert "5 verdicts taken back (now: 5 draft)" in back.stdout
    assert found.catalogue_path(DOCUMENT, "en").read_bytes() == before


def test_a_section_and_a_passage_alone(found: Project) -> None:
    section = diglot("mark", "reviewed", "--section", "military-campaign", "--by", "A")
    assert states(found)[State.REVIEWED] == 2, section.output

    title = read(found).segments[0]
    key = diglot("mark", "reviewed", DOCUMENT, "--key", title.key, "--by", "A")
    assert states(found)[State.REVIEWED] == 3, key.output


def test_a_verdict_on_everything_is_none_that_slips_out(found: Project) -> None:
    done = diglot("mark", "reviewed", "--by", "A")

    assert done.exit_code == 2
    assert "name a document, --section ID, --key KEY, --cleared, or --all" in done.stderr
    assert State.REVIEWED not in states(found)


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        (
            ["nothere", "--by", "A"],
            f"no catalogue of a document «nothere» here; there are: {DOCUMENT}, note",
        ),
        (["--section", "nothere", "--by", "A"], "no section and no passage is called «nothere»"),
        (
            ["--section", "introduction", "--by", "A"],
            f"is in several documents: {DOCUMENT}, note; name",
        ),
        (
            ["--key", "document/title", "--by", "A"],
            f"is in several documents: {DOCUMENT}, note; name",
        ),
        (["--key", "b-000000", "--key", "document", "note", "--by", "A"], "is called «b-000000»"),
        (
            ["--all", "--language", "fr", "--by", "A"],
            "there is no language «fr» here; there are: en",
        ),
        (
            ["--all", DOCUMENT, "--by", "A"],
            "--all means every document, and others are named beside it",
        ),
        (["--cleared"], "it is not said who took «fuzzy» off; name them: --by NAME"),
        (["--all"], "git config --global user.name"),
        (["--all", "--by", " "], "a verdict needs the name"),
    ],
)
def test_a_slip_is_told_and_nothing_is_written(
    found: Project, words: list[str], answer: str
) -> None:
    before = found.catalogue_path(DOCUMENT, "en").read_bytes()
    done = diglot("mark", "reviewed", *words)

    assert (done.exit_code, answer in done.stderr) == (2, True), done.output
    assert found.catalogue_path(DOCUMENT, "en").read_bytes() == before


def test_with_several_languages_it_must_be_said_which_was_read(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = demo_site.CONFIG.replace(
        "{locale: en, name: English}",
        "{locale: en, name: English}\n        - {locale: fr, name: F}",
    )
    found.config.write_text(config, encoding="utf-8")
    silent = diglot("mark", "reviewed", "--all", "--by", "A")
    said = diglot("mark", "reviewed", "--all", "--by", "A", "--language", "en")

    assert (silent.exit_code, said.exit_code) == (2, 0)
    assert "translated into en, fr; say with --language" in silent.stderr


def test_the_reviewer_is_who_git_says(found: Project) -> None:
    subprocess.run(["git", "init", "-q", found.root], check=True)
    subprocess.run(["git", "-C", found.root, "config", "user.name", "سامي Sami"], check=True)
    done = diglot("mark", "reviewed", DOCUMENT)

    assert "confirmed by سامي Sami" in done.stdout
    assert {s.get("by") for x in read(found).active for s in x.holding("reviewed")} == {"سامي Sami"}


def test_cleared_confirms_only_what_somebody_took_fuzzy_off(found: Project) -> None:
    with_entry(found, FINANCE, fuzzy=False)
    done = diglot("mark", "reviewed", "--cleared", "--by", "Basim")
    none = diglot("mark", "reviewed", "--cleared", "--by", "Basim")

    assert done.stdout == f"{DOCUMENT} (en): 1 confirmed by Basim (before: 1 draft)\n"
    assert none.stdout == "Nothing to mark.\n"
    assert states(found)[State.REVIEWED] == 1


def test_cleared_takes_nothing_back() -> None:
    assert "it takes nothing back" in diglot("mark", "unreviewed", "--cleared").stderr


def test_a_conflict_is_told_with_its_line_and_what_to_do(found: Project) -> None:
    other = state_that("conflict", FINANCE, demo_site.ENGLISH[FINANCE], text="Fighting finance")
    with_entry(found, FINANCE, comments=(other,))
    done = diglot("mark", "reviewed", DOCUMENT, "--by", "A")
    line = next(s.line for s in read(found).active if s.source == FINANCE)

    assert done.exit_code == 1
    assert f"translations/en/{DOCUMENT}.po:{line}:" in done.stderr
    assert "delete the line “# diglot: conflict …”" in done.stderr
    assert states(found)[State.REVIEWED] == 4


def test_an_objection_is_not_overruled_without_a_word(found: Project) -> None:
    objection = state_that("needs-work", FINANCE, demo_site.ENGLISH[FINANCE], text="sure?")
    with_entry(found, FINANCE, comments=(objection,))
    done = diglot("mark", "reviewed", DOCUMENT, "--by", "A")

    assert "1 of them against an objection («needs-work»)" in done.stdout


def test_what_somebody_saves_at_the_same_moment_is_kept_and_left(
    found: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    write, once = files.write_over, []

    def saved_first(path: Path, text: str, read: str | None) -> bool:
        if not once:
            once.append(path)
            with_entry(found, FINANCE, target="Theirs", fuzzy=False)
        return write(path, text, read)

    monkeypatch.setattr(files, "write_over", saved_first)
    (marked,) = marking.mark(found, ANNA, Named(documents=(DOCUMENT,)))
    theirs = next(s for s in read(found).active if s.source == FINANCE)

    assert len(marked.changes) == 4
    assert (theirs.source, Left.CHANGED) in [(s.source, why) for s, why in marked.left]
    assert (theirs.target, theirs.state) == ("Theirs", State.EDITED)


def test_two_reviewers_at_once_are_both_in_the_file(found: Project) -> None:
    command = [sys.executable, "-m", "diglot", "mark", "reviewed", DOCUMENT, "--by"]
    at_work = [subprocess.Popen([*command, name], cwd=found.root) for name in ("A", "B", "C")]
    codes = [process.wait() for process in at_work]

    assert codes == [0, 0, 0]
    for segment in read(found).active:
        names = {said.get("by") for said in segment.holding("reviewed")}
        assert names == ({"A", "B", "C"} if segment.target else set())


def test_a_file_that_never_rests_is_told(found: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def never(path: Path, *_: object) -> None:
        raise files.ChangedMeanwhileError(path)

    monkeypatch.setattr(files, "write_over", never)
    with pytest.raises(UserError, match="again and again"):
        marking.mark(found, ANNA, Named(everything=True))


def test_a_damaged_catalogue_stops_it_before_anything_is_written(found: Project) -> None:
    found.catalogue_path("note", "en").write_text('msgid "', encoding="utf-8")
    done = diglot("mark", "reviewed", "--all", "--by", "A")

    assert done.exit_code == 2
    assert "note.po:1: this string is not closed" in done.stderr
    assert State.REVIEWED not in states(found)


def test_a_catalogue_that_another_tool_wrapped_is_left_as_it_is_where_nothing_is_marked(
    found: Project,
) -> None:
    path = found.catalogue_path("note", "en")
    text = path.read_text("utf-8").replace('msgid "مذكرة', 'msgid ""\n"مذكرة')
    path.write_text(text, encoding="utf-8")
    diglot("mark", "reviewed", "--all", "--by", "A")

    assert path.read_text("utf-8") == text


def test_verdicts_show_in_the_status(found: Project) -> None:
    diglot("mark", "reviewed", DOCUMENT, "--by", "A")
    shown = json.loads(diglot("status", "--json").stdout)["documents"]

    assert shown[1]["languages"]["en"]["reviewed"]["segments"] == 5


NUMBERS = NumbersExchanged("A. Reviewer", TODAY)
OLD, NEW = "بلغ العدد 62 مدرسة.", "بلغ العدد 63 مدرسة."
SCHOOLS = "There were 62 schools."


def changed_to(source: str, *kinds: str) -> Segment:
    """A text confirmed for ``OLD``, as sync leaves it when the source becomes another."""
    statements = tuple(said(kind, OLD, SCHOOLS, by="B", text="x") for kind in ("reviewed", *kinds))
    return carry.changed(Segment("introduction/abcdef", OLD, SCHOOLS, statements), source, TODAY)


def test_where_only_numbers_changed_they_are_exchanged_and_the_text_confirmed() -> None:
    after = judged(changed_to(NEW), NUMBERS)

    assert isinstance(after, Segment)
    assert (after.target, after.state, after.fuzzy) == (
        "There were 63 schools.",
        State.REVIEWED,
        False,
    )
    assert after.holding("reviewed")[0].get("by") == "A. Reviewer"
    assert carry.changed(after, OLD, TODAY).state is State.STALE


@pytest.mark.parametrize(
    "segment",
    [changed_to("بلغ العدد 63 معهداً."), edited, draft, stale],
    ids=["a word changed as well", "edited", "draft", "stale in meaning"],
)
def test_numbers_are_exchanged_in_nothing_else(segment: Segment) -> None:
    assert judged(segment, NUMBERS) is Left.NO_PROPOSAL


def test_an_undecided_conflict_is_not_confirmed_by_exchanging_numbers() -> None:
    assert judged(changed_to(NEW, "conflict"), NUMBERS) is Left.CONFLICT


def test_numbers_are_exchanged_from_the_shell_and_shown(found: Project) -> None:
    pipeline.mark(found, ANNA, Named(everything=True))
    seed = found.seeds / "sheet.txt"
    seed.write_text(seed.read_text("utf-8").replace("62", "63"), "utf-8")
    pipeline.sync(found)

    result = diglot("mark", "reviewed", "--all", "--numbers", "--by", "B")

    assert result.exit_code == 0
    assert "1 confirmed by B (before: 1 stale)" in result.output
    assert re.search(r"^  - .*62.*\n  \+ .*63", result.output, re.MULTILINE)


def test_exchanged_numbers_are_not_taken_back_by_the_same_words() -> None:
    result = diglot("mark", "unreviewed", "--all", "--numbers")

    assert result.exit_code == 2
    assert "--numbers confirms; it takes nothing back" in result.output
