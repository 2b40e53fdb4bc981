"""The review page with the keyboard alone: each key, what it does on the page and in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from diglot.model.catalogue import Segment
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.project import Project
from tests import review_project as paper
from tests.browser.review_page import ReviewPage


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return paper.make(tmp_path / "project")


@pytest.fixture
def url(project: Project) -> Iterator[str]:
    with paper.serving(project) as url:
        yield url


@pytest.fixture
def review(page: Page, url: str) -> Iterator[ReviewPage]:
    opened = ReviewPage(page, url)
    opened.be(paper.ME)
    yield opened
    assert opened.errors == []


def heard_again(review: ReviewPage, key: str, word: str) -> None:
    """Press a key whose message may be that of the key before: that one is taken away first."""
    review.page.evaluate("document.querySelector('#toast').textContent = ''")
    review.press(key)
    review.said(word)
    review.saved()


def state(project: Project, source: str) -> State:
    return paper.segment(project, source).state


def test_enter_confirms_in_the_file_and_goes_on(review: ReviewPage, project: Project) -> None:
    review.go_to(paper.GOOD)
    review.press("Enter")
    review.here(paper.NUMBER)
    review.saved()

    assert state(project, paper.GOOD) is State.REVIEWED
    assert paper.segment(project, paper.GOOD).holding("reviewed")[0].get("by") == paper.ME


def test_moving_on_confirms_nothing(review: ReviewPage, project: Project) -> None:
    before = paper.path(project).read_bytes()
    review.go_to(paper.HEADING)
    review.press("j", "ArrowDown", "k", "ArrowUp", "n", "Shift+N", "Home", "End")

    assert paper.path(project).read_bytes() == before


def test_an_error_stops_enter_once_and_the_second_one_is_recorded(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.NUMBER)
    review.press("Enter")
    review.said("Open error: Number")
    assert state(project, paper.NUMBER) is State.DRAFT

    review.press("Enter")
    review.here(paper.STALE)
    review.saved()
    segment = paper.segment(project, paper.NUMBER)
    assert segment.state is State.REVIEWED
    assert [said.get("check") for said in segment.holding("dismissed")] == ["numbers"]


def test_x_dismisses_the_finding_then_enter_confirms(review: ReviewPage, project: Project) -> None:
    review.go_to(paper.NUMBER)
    review.press("x")
    expect(review.row(paper.NUMBER).locator(".find")).to_contain_text("1 dismissed")
    review.press("Enter")
    review.saved()

    assert state(project, paper.NUMBER) is State.REVIEWED


def test_a_digit_takes_the_repair_and_shift_digit_confirms_it_too(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.NUMBER)
    expect(review.row(paper.NUMBER).locator(".sug ins")).to_have_text("62")
    review.press("Shift+Digit1")
    review.here(paper.STALE)
    review.saved()

    segment = paper.segment(project, paper.NUMBER)
    assert segment.target == "Operations have liberated 62 percent of the territory."
    assert segment.state is State.REVIEWED


def test_only_numbers_changed_is_proposed_with_the_difference_shown(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.STALE)
    row = review.row(paper.STALE)
    expect(row.locator(".was del")).to_have_text("19")
    expect(row.locator(".s .tx ins")).to_have_text("21")
    review.press("1", "Enter")
    review.saved()

    segment = paper.segment(project, paper.STALE)
    assert segment.target.startswith("Some 21 thousand strikes")
    assert segment.state is State.REVIEWED


def test_an_edit_is_checked_while_it_is_typed_and_confirmed_with_ctrl_enter(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.NUMBER)
    review.press("e")
    # What is found is selected as soon as the finding is known.
    review.page.wait_for_function(
        "() => { const e = document.activeElement; return e.id === 'ed' && "
        "e.value.slice(e.selectionStart, e.selectionEnd).startsWith('26') }"
    )

    review.type("63 percent")
    expect(review.row(paper.NUMBER).locator("#fd")).to_contain_text("63")
    review.press("Backspace", "Control+A")
    review.type("Operations have liberated 62 percent of the territory")
    expect(review.row(paper.NUMBER).locator("#fd .err")).to_have_count(0)
    review.type(".")
    review.press("Control+Enter")
    review.here(paper.STALE)
    review.saved()
    assert state(project, paper.NUMBER) is State.REVIEWED


def test_ctrl_enter_over_an_error_keeps_the_words_and_not_the_verdict(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.NUMBER)
    review.press("e", "Control+A")
    review.type("Operations have liberated 64 percent of the territory.")
    review.press("Control+Enter")
    review.said("Open error: Number")
    review.saved()

    segment = paper.segment(project, paper.NUMBER)
    assert (segment.state, "64" in segment.target) == (State.EDITED, True)


def test_esc_keeps_the_text(review: ReviewPage, project: Project) -> None:
    review.go_to(paper.GOOD)
    review.press("e", "Control+A")
    review.type("The Coalition helps local partners.")
    review.press("Escape")
    review.saved()

    assert paper.segment(project, paper.GOOD).target == "The Coalition helps local partners."
    assert state(project, paper.GOOD) is State.EDITED


def test_what_is_untranslated_cannot_be_confirmed_and_can_be_meant_empty(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.EMPTY)
    review.press("Enter")
    review.said("Nothing to confirm")
    review.press("m")
    review.said("meant to be empty")
    review.saved()

    assert (paper.segment(project, paper.EMPTY).target, state(project, paper.EMPTY)) == (
        "",
        State.REVIEWED,
    )


def test_needs_work_source_wrong_and_comment_take_words(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.GOOD)
    for key, words in (("w", "who are they?"), ("s", "a word is missing"), ("c", "see page 2")):
        review.press(key)
        review.type(words)
        review.press("Enter")
    review.saved()

    said = {s.kind: s.get("text") for s in paper.segment(project, paper.GOOD).statements}
    assert {kind: said[kind] for kind in ("needs-work", "source-wrong", "note")} == {
        "needs-work": "who are they?",
        "source-wrong": "a word is missing",
        "note": "see page 2",
    }


def test_a_comment_is_kept_when_one_goes_elsewhere_before_it_is_finished(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.GOOD)
    review.press("c")
    review.type("half a thou")
    review.go_to(paper.NUMBER)
    review.saved()
    review.press("w")
    review.go_to(paper.GOOD)

    notes = [
        s.get("text") for s in paper.segment(project, paper.GOOD).statements if s.kind == "note"
    ]
    assert notes == ["half a thou"]
    assert paper.segment(project, paper.NUMBER).holding("needs-work") == ()


def test_undo_and_redo_go_back_through_everything_in_one_sitting(
    review: ReviewPage, project: Project
) -> None:
    before = paper.path(project).read_bytes()
    review.go_to(paper.GOOD)
    review.press("Enter", "Enter", "Enter")  # good; stopped; confirmed all the same
    review.here(paper.STALE)
    review.press("1")
    review.said("Suggestion taken")
    review.press("w")
    review.type("look")
    review.press("Enter")
    review.saved()
    after = paper.path(project).read_bytes()
    for _ in range(4):
        heard_again(review, "u", "Undone")
    undone = paper.path(project).read_bytes()
    for _ in range(4):
        heard_again(review, "Shift+U", "Done again")

    assert undone == before
    assert paper.path(project).read_bytes() == after


def test_n_goes_to_what_needs_attention_the_worst_first_in_that_order(review: ReviewPage) -> None:
    review.go_to(paper.HEADING)
    review.press("n")
    review.here(paper.NUMBER)
    review.press("n")
    review.here(paper.STALE)
    review.press("n")
    review.here(paper.EMPTY)
    review.press("Shift+N")
    review.here(paper.STALE)
    review.go_to(paper.HEADING)
    review.press("o", "n")
    review.here(paper.NUMBER)


def test_a_filter_folds_the_rest_and_hides_nothing(review: ReviewPage) -> None:
    review.press("f")
    review.press("7")

    expect(review.page.locator(".chip[data-f=err]")).to_have_attribute("aria-pressed", "true")
    review.here(paper.NUMBER)
    expect(review.page.locator(".row.fold")).to_have_count(len(paper.ORDER) - 2)
    expect(review.row(paper.GOOD)).to_be_visible()
    review.press("Escape")
    expect(review.page.locator(".row.fold")).to_have_count(0)


def test_the_search_takes_any_spelling_in_either_language(review: ReviewPage) -> None:
    review.press("/")
    review.type("ازاله الالغام")
    expect(review.page.locator("#qn")).to_have_text("1 hit")
    expect(review.row(paper.SECOND_ITEM).locator("mark.q")).to_have_text("إزالة الألغام")
    review.press("Control+A")
    review.type("POLICE")
    expect(review.page.locator("mark.q")).to_have_text("police")
    review.press("Enter")
    review.here(paper.FIRST_ITEM)


def test_glossary_terms_are_marked_in_the_source_with_their_translation(
    review: ReviewPage,
) -> None:
    review.go_to(paper.GOOD)
    row = review.row(paper.GOOD)

    expect(row.locator("mark.term")).to_have_text("التحالف")
    expect(row.locator(".gl")).to_contain_text("Coalition")


def test_ctrl_full_stop_inserts_the_missing_term(review: ReviewPage) -> None:
    review.go_to(paper.GOOD)
    review.press("e", "Control+A")
    review.type("The supports local partners.")
    expect(review.row(paper.GOOD).locator("#fd")).to_contain_text("Coalition")
    review.press("Home", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "Control+Period")

    expect(review.page.locator("#ed")).to_have_value("The Coalition supports local partners.")


def test_with_an_arabic_layout_every_key_does_the_same(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.GOOD)
    review.press_in_arabic("j")
    review.here(paper.NUMBER)
    review.press_in_arabic("x")
    review.said("dismissed")
    review.press_in_arabic("u")
    review.said("Undone")
    review.press_in_arabic("k")
    review.here(paper.GOOD)
    review.press_in_arabic("?")
    expect(review.page.locator("dialog")).to_be_visible()
    review.press("Escape")
    review.press_in_arabic("e")
    review.press("Control+A")
    review.page.keyboard.insert_text("العربية هنا")
    expect(review.page.locator("#ed")).to_have_value("العربية هنا")
    expect(review.page.locator("#ed")).to_have_attribute("lang", "en")
    expect(review.page.locator("#ed")).to_have_attribute("dir", "ltr")


def test_an_input_method_keeps_its_keys(review: ReviewPage) -> None:
    review.go_to(paper.GOOD)
    composing = (
        "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', "
        "{key: 'Enter', code: 'Enter', isComposing: true, bubbles: true, cancelable: true}))"
    )

    assert review.page.evaluate(composing) is True  # not taken away
    review.here(paper.GOOD)


def test_single_letter_keys_can_be_turned_off_and_all_of_it_tabbed_to(
    review: ReviewPage, project: Project
) -> None:
    review.press("?")
    review.page.locator("#c-single").uncheck()
    review.press("Escape")
    review.go_to(paper.GOOD)
    review.press("j")
    review.here(paper.GOOD)
    for name in ("Comment", "Needs work", "Source is wrong", "Undo", "Redo", "Edit"):
        expect(review.row(paper.GOOD).get_by_role("button", name=name)).to_have_count(1)
    review.press("Enter")
    review.saved()

    assert state(project, paper.GOOD) is State.REVIEWED


def test_several_are_confirmed_at_once_after_it_was_shown_what_that_does(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.GOOD)
    review.press("a")
    dialog = review.page.locator("dialog")
    dialog.get_by_label("This section").check()
    expect(dialog).to_contain_text("4 segments will be confirmed")
    expect(dialog.locator(".why")).to_have_text(
        ["an open error", "an open error", "no translation"]
    )
    assert state(project, paper.GOOD) is State.DRAFT

    dialog.get_by_role("button", name="Confirm 4").click()
    review.said("4 confirmed, 3 left")
    review.saved()
    assert state(project, paper.SECOND_ITEM) is State.REVIEWED
    assert state(project, paper.NUMBER) is State.DRAFT


def test_replacing_shows_every_change_first_and_leaves_out_what_is_unchecked(
    review: ReviewPage, project: Project
) -> None:
    review.press("r")
    review.type("local")
    review.press("Tab")
    review.type("regional")
    dialog = review.page.locator("dialog")
    expect(dialog.locator("del")).to_have_text(["local", "local"])
    dialog.locator("#r-plan input").first.uncheck()
    dialog.get_by_role("button", name="Replace in 1").click()
    review.said("Replaced in 1 segment")
    review.saved()

    assert "local" in paper.segment(project, paper.GOOD).target
    assert paper.segment(project, paper.FIRST_ITEM).target == "Training of the regional police."


def test_who_reviews_is_asked_once_where_nobody_knows(page: Page, project: Project) -> None:
    with paper.serving(project, token="t") as url:
        page.goto(f"{url}/?token=t")
        page.evaluate("document.documentElement.dataset.reviewer = ''")
        review = ReviewPage(page, url)
        review.page.evaluate("localStorage.removeItem('diglot-reviewer')")
        review.page.route(
            "**/review/**",
            lambda route: route.fulfill(
                response=(answer := route.fetch()),
                body=re.sub('data-reviewer="[^"]*"', 'data-reviewer=""', answer.text()),
            ),
        )
        review.page.reload()
        review.checked()
        review.go_to(paper.GOOD)
        review.press("Enter")
        expect(page.locator("#dialog-h")).to_have_text("Who reviews?")
        review.type("Basim")
        review.press("Enter")
        review.here(paper.NUMBER)
        review.saved()

    assert paper.segment(project, paper.GOOD).holding("reviewed")[0].get("by") == "Basim"


def test_a_text_like_one_translated_before_shows_how_its_source_differs(
    page: Page, tmp_path: Path
) -> None:
    like = "تدريب الشرطة المحلية في المدينة."
    found = paper.make(tmp_path / "near", f"{paper.TEXT}3) {like}\n")
    with paper.serving(found) as url:
        review = ReviewPage(page, url)
        review.be(paper.ME)
        review.go_to(paper.FIRST_ITEM)
        review.press("Enter")
        review.saved()
        page.locator(f".row[data-i='{len(paper.ORDER)}'] .g").click()
        suggestion = page.locator(".row.cur .sug li").first

        expect(suggestion).to_contain_text(paper.TARGETS[paper.FIRST_ITEM])
        expect(suggestion).to_contain_text(paper.ME)
        expect(suggestion.locator("ins")).to_have_text("المحلية في المدينة.")
        review.press("1")
        review.said("Suggestion taken")
        review.saved()

    assert paper.segment(found, like).target == paper.TARGETS[paper.FIRST_ITEM]


def test_a_draft_that_the_machine_doubted_is_marked(page: Page, tmp_path: Path) -> None:
    found = paper.make(tmp_path / "low")

    def doubted(segment: Segment) -> Segment:
        if segment.source != paper.GOOD:
            return segment
        said = state_that("draft", segment.source, segment.target, engine="argos", score="-1.70")
        return replace(segment, comments=(said,))

    paper.rewrite(found, doubted)
    with paper.serving(found) as url:
        review = ReviewPage(page, url)
        review.go_to(paper.HEADING)
        review.press("n")
        review.here(paper.GOOD)

        expect(review.row(paper.GOOD).locator(".prov")).to_contain_text("score -1.70")
        expect(review.row(paper.GOOD).locator(".prov")).to_contain_text("low score")


def test_confirming_again_is_no_decision_and_nothing_to_undo(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.GOOD)
    review.press("Enter")
    review.here(paper.NUMBER)
    review.saved()
    after = paper.path(project).read_bytes()
    review.press("k", "Enter")
    review.here(paper.NUMBER)
    assert paper.path(project).read_bytes() == after

    review.press("u")
    review.said("Undone: Segment 3 reviewed")
    review.press("u")
    review.said("Nothing to undo")


def test_a_decision_between_two_undos_is_the_next_one_to_be_undone(
    review: ReviewPage, project: Project
) -> None:
    before = paper.path(project).read_bytes()
    review.go_to(paper.GOOD)
    review.press("Enter")
    review.here(paper.NUMBER)
    review.press("x", "u", "x", "u", "u")
    review.said("Segment 3 reviewed")
    review.saved()

    assert paper.path(project).read_bytes() == before
