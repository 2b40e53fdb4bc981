"""Several hands on one catalogue: browsers, other tools, a server that is killed, a new source."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from diglot import git
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.project import Project
from tests import review_project as paper
from tests.browser.review_page import ReviewPage

THEIRS = "The Coalition stands by local partners."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return paper.make(tmp_path / "project")


@pytest.fixture
def url(project: Project) -> Iterator[str]:
    with paper.serving(project) as url:
        yield url


@pytest.fixture
def review(page: Page, url: str) -> ReviewPage:
    opened = ReviewPage(page, url)
    opened.be(paper.ME)
    return opened


@contextmanager
def another_browser(browser: Browser, url: str, name: str) -> Iterator[ReviewPage]:
    context = browser.new_context()
    other = ReviewPage(context.new_page(), url)
    other.be(name)
    yield other
    context.close()


def test_what_another_reviewer_does_appears(
    review: ReviewPage, browser: Browser, url: str, project: Project
) -> None:
    with another_browser(browser, url, "Basim") as other:
        other.go_to(paper.FIRST_ITEM)
        other.press("Enter")
        other.saved()
        review.go_to(paper.FIRST_ITEM)
        expect(review.row(paper.FIRST_ITEM).locator(".prov")).to_contain_text("Basim")
        review.press("Enter")
        review.saved()

    said = paper.segment(project, paper.FIRST_ITEM).holding("reviewed")
    assert [each.get("by") for each in said] == ["Basim", paper.ME]


def test_what_another_tool_saves_appears(review: ReviewPage, project: Project) -> None:
    paper.with_target(project, paper.GOOD, THEIRS)
    expect(review.row(paper.GOOD).locator(".t .tx")).to_have_text(THEIRS)


def edit_while_somebody_saves(review: ReviewPage, project: Project) -> None:
    """Both change the same sentence, this reviewer the end of it."""
    review.go_to(paper.GOOD)
    review.press("e", "End", "Backspace")
    review.type(" in towns.")
    paper.with_target(project, paper.GOOD, THEIRS)
    review.press("Control+Enter")
    expect(review.row(paper.GOOD).locator(".conf")).to_be_visible()


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("1", "The Coalition supports local partners in towns."),
        ("2", THEIRS),
    ],
)
def test_a_conflict_shows_both_texts_and_asks(
    review: ReviewPage, project: Project, key: str, text: str
) -> None:
    edit_while_somebody_saves(review, project)
    texts = review.row(paper.GOOD).locator(".conf .stx")
    expect(texts.nth(0)).to_contain_text("in towns.")
    expect(texts.nth(1)).to_contain_text("stands by")
    assert paper.segment(project, paper.GOOD).target == THEIRS

    review.press("Enter")
    review.said("Settle the conflict first")
    review.press(key)
    review.saved()
    expect(review.row(paper.GOOD).locator(".conf")).to_have_count(0)
    assert paper.segment(project, paper.GOOD).target == text


def test_a_text_that_git_sets_back_is_asked_about(review: ReviewPage, project: Project) -> None:
    before = paper.path(project).read_bytes()
    review.go_to(paper.GOOD)
    review.press("e", "End", "Backspace")
    review.type(" in towns.")
    review.press("Control+Enter")
    review.saved()
    paper.path(project).write_bytes(before)
    review.go_to(paper.GOOD)
    texts = review.row(paper.GOOD).locator(".conf .stx")
    expect(texts.nth(1)).to_contain_text("in towns.", timeout=10_000)
    review.press("2")
    review.saved()

    expect(review.row(paper.GOOD).locator(".conf")).to_have_count(0)
    assert paper.segment(project, paper.GOOD).target.endswith("in towns.")


def test_a_conflict_is_merged_in_the_editor(review: ReviewPage, project: Project) -> None:
    edit_while_somebody_saves(review, project)
    expect(review.row(paper.GOOD).locator(".conf .stx").nth(2)).to_contain_text("stands by")
    review.press("3")
    merged = "The Coalition stands by local partners in towns."
    expect(review.page.locator("#ed")).to_have_value(merged)
    review.press("Control+Enter")
    review.here(paper.NUMBER)
    review.saved()

    segment = paper.segment(project, paper.GOOD)
    assert (segment.target, segment.state) == (merged, State.REVIEWED)


def test_a_conflict_of_a_merge_in_the_file_is_settled_there(
    review: ReviewPage, project: Project
) -> None:
    said = state_that("conflict", paper.GOOD, paper.TARGETS[paper.GOOD], text=THEIRS)
    paper.rewrite(
        project,
        lambda s: replace(s, comments=(*s.comments, said)) if s.source == paper.GOOD else s,
    )
    expect(review.page.locator(".chip[data-f=conflict]")).to_contain_text("1")
    review.go_to(paper.GOOD)
    third = review.row(paper.GOOD).locator(".conf .stx").nth(2)
    expect(third).to_have_text(paper.TARGETS[paper.GOOD])  # there is nothing that both came from
    review.press("2", "Enter")
    review.here(paper.NUMBER)
    review.saved()

    segment = paper.segment(project, paper.GOOD)
    assert (segment.target, segment.state) == (THEIRS, State.REVIEWED)


def test_ten_reviewers_at_once_lose_nothing(project: Project, url: str, tmp_path: Path) -> None:
    """Each confirms everything in their own name, over and over, while a tool saves as well."""
    from tests.test_review_server import API, ask, confirm

    outcomes: list[str] = []

    def work(name: str) -> None:
        for source in (paper.TITLE, paper.HEADING, paper.GOOD, *paper.ORDER[-2:]):
            for _ in range(20):
                decision = confirm(project, source, by=name)
                _, answer, _ = ask(url, f"{API}/decide", "POST", body=decision)
                outcomes.append(answer.get("outcome", answer.get("error")))
                if answer.get("outcome") == "saved":
                    break

    people = [f"Reviewer {number}" for number in range(10)]
    threads = [threading.Thread(target=work, args=(name,)) for name in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert outcomes.count("saved") == 50
    for source in (paper.GOOD, paper.TITLE):
        said = {s.get("by") for s in paper.segment(project, source).holding("reviewed")}
        assert said == set(people)


def change_the_source(project: Project, before: str, after: str) -> None:
    seed = project.seeds / f"{paper.DOCUMENT}.txt"
    text = seed.read_text("utf-8")
    assert before in text
    seed.write_text(text.replace(before, after), encoding="utf-8")


def test_the_source_changes_elsewhere_and_who_was_typing_goes_on(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.NUMBER)
    review.press("e", "Control+A")
    review.type("Sixty-two percent of the territory is")
    change_the_source(project, paper.GOOD, f"{paper.GOOD} {paper.EMPTY}")
    review.said("The source has changed")
    expect(review.page.locator(".row")).to_have_count(len(paper.ORDER) + 1)
    expect(review.page.locator("#ed")).to_have_value("Sixty-two percent of the territory is")
    assert paper.segment(project, paper.NUMBER).target == paper.TARGETS[paper.NUMBER]

    review.press("End")
    review.type(" free.")
    review.press("Escape")
    review.saved()
    assert paper.segment(project, paper.NUMBER).target == (
        "Sixty-two percent of the territory is free."
    )


def test_the_very_sentence_changes_and_the_typed_text_goes_to_the_new_one(
    review: ReviewPage, project: Project
) -> None:
    new = "حررت العمليات الأخيرة 62 بالمئة من الأراضي."
    review.go_to(paper.NUMBER)
    review.press("e", "Control+A")
    review.type("Operations have liberated 62 percent of the territory.")
    change_the_source(project, paper.NUMBER, new)
    review.said("The source has changed")
    expect(review.page.locator(".row.cur .s .tx")).to_have_text(new)
    expect(review.page.locator("#ed")).to_have_value(
        "Operations have liberated 62 percent of the territory."
    )
    review.press("Escape")
    review.saved()

    assert paper.segment(project, new).target.endswith("62 percent of the territory.")


# -- a server that is killed ---------------------------------------------------------------------


@contextmanager
def process(project: Project, port: int = 0) -> Iterator[tuple[str, Callable[[], None]]]:
    """``diglot review`` as its own process: address, and how to kill it."""
    words = [sys.executable, "-m", "diglot", "review", "--project", str(project.root)]
    run = subprocess.Popen(
        [*words, "--port", str(port)], stdout=subprocess.PIPE, text=True, env=os.environ
    )
    assert run.stdout is not None
    found = re.search(r"http://127\.0\.0\.1:\d+", run.stdout.readline())
    assert found
    try:
        yield found[0], lambda: (run.send_signal(signal.SIGKILL), run.wait(), None)[2]
    finally:
        run.kill()
        run.wait()
        run.stdout.close()


def test_a_killed_server_has_lost_nothing_and_the_page_goes_on_with_the_next(
    page: Page, project: Project
) -> None:
    with process(project) as (url, kill):
        review = ReviewPage(page, url)
        review.be(paper.ME)
        review.go_to(paper.GOOD)
        review.press("Enter")
        review.here(paper.NUMBER)
        review.saved()
        kill()
    assert paper.segment(project, paper.GOOD).state is State.REVIEWED

    review.press("e", "Control+A")
    review.type("Operations have liberated 62 percent of the territory.")
    review.press("Escape")
    expect(page.locator("#saved")).to_contain_text("Not saved")
    with process(project, int(url.rpartition(":")[2])):
        review.saved()
        segment = paper.segment(project, paper.NUMBER)
        assert segment.target == "Operations have liberated 62 percent of the territory."


def test_what_was_done_before_the_server_was_started_anew_can_be_undone(
    page: Page, project: Project
) -> None:
    before = paper.path(project).read_bytes()
    with process(project) as (url, kill):
        review = ReviewPage(page, url)
        review.be(paper.ME)
        review.go_to(paper.GOOD)
        review.press("Enter")
        review.here(paper.NUMBER)
        review.press("w", "Enter")
        review.saved()
        after = paper.path(project).read_bytes()
        kill()
    with process(project, int(url.rpartition(":")[2])):
        review.press("u")
        review.said("Undone")
        review.press("u")
        review.here(paper.GOOD)
        review.saved()
        undone = paper.path(project).read_bytes()
        review.press("Shift+U", "Shift+U")
        review.said("Done again")
        review.here(paper.NUMBER)
        review.saved()

    assert undone == before != after
    assert paper.path(project).read_bytes() == after


def test_what_was_typed_into_a_browser_that_went_away_is_there_again(
    review: ReviewPage, project: Project
) -> None:
    review.go_to(paper.GOOD)
    review.press("e", "Control+A")
    review.type("Half a sent")
    review.page.on("dialog", lambda dialog: dialog.accept())
    review.page.reload()
    review.checked()
    review.said("still here")
    review.go_to(paper.GOOD)
    review.press("e")

    expect(review.page.locator("#ed")).to_have_value("Half a sent")
    assert paper.segment(project, paper.GOOD).target == paper.TARGETS[paper.GOOD]


# -- handing in ----------------------------------------------------------------------------------


def run_git(root: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(root), "-c", "user.name=M", "-c", "user.email=m@example.org", *words],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout


def test_finish_makes_one_commit_of_the_reviewer_without_other_peoples_work(
    review: ReviewPage, project: Project
) -> None:
    root = project.root
    run_git(root, "init", "-q")
    run_git(root, "add", ".")
    run_git(root, "commit", "-qm", "start")
    (root / "notes.txt").write_text("mine", encoding="utf-8")
    run_git(root, "add", "notes.txt")
    review.go_to(paper.GOOD)
    review.press("Enter")
    review.saved()
    review.press("d")
    dialog = review.page.locator("dialog")
    expect(dialog).to_contain_text("translations/en/paper.po")
    dialog.get_by_label("E-mail").fill("reem@example.org")
    dialog.get_by_role("button", name="Commit").click()
    expect(dialog.locator("#done")).to_contain_text("Committed as")

    assert run_git(root, "log", "-1", "--format=%an <%ae>").strip() == (
        f"{paper.ME} <reem@example.org>"
    )
    assert run_git(root, "show", "--name-only", "--format=", "HEAD").split() == [
        "translations/en/paper.po"
    ]
    assert run_git(root, "status", "--porcelain", "notes.txt").startswith("A ")
    assert git.is_checkout(root)


def test_without_git_the_file_is_downloaded(review: ReviewPage, project: Project) -> None:
    review.press("d")
    dialog = review.page.locator("dialog")
    expect(dialog).to_contain_text("in no git checkout")
    with review.page.expect_download() as download:
        dialog.get_by_role("button", name="Download .po").click()

    assert download.value.suggested_filename == "paper.en.po"
    assert Path(download.value.path()).read_bytes() == paper.path(project).read_bytes()
