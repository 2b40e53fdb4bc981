"""What goes wrong under a reviewer's hands: a clear message, and the typed text still there."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from diglot import files
from diglot.model import po_writer
from diglot.model.state import State
from diglot.project import Project
from tests import review_project as paper
from tests.browser.review_page import ReviewPage

WORDS = "Operations have liberated 62 percent of the territory."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return paper.make(tmp_path / "project")


@pytest.fixture
def review(page: Page, project: Project) -> Iterator[ReviewPage]:
    with paper.serving(project) as url:
        opened = ReviewPage(page, url)
        opened.be(paper.ME)
        opened.go_to(paper.NUMBER)
        opened.press("e", "Control+A")
        opened.type(WORDS)
        yield opened


def still_there(review: ReviewPage) -> None:
    """The words are on the page, and would be after the browser went away."""
    expect(review.row(paper.NUMBER)).to_contain_text(WORDS)
    review.page.wait_for_function(
        "words => Object.values(localStorage).join('|').includes(words)", arg=WORDS
    )


def is_confirmed(review: ReviewPage, project: Project) -> None:
    review.saved()
    segment = paper.segment(project, paper.NUMBER)
    assert (segment.target, segment.state) == (WORDS, State.REVIEWED)


def test_a_catalogue_that_is_damaged_is_told_with_its_line_and_saved_when_it_is_mended(
    review: ReviewPage, project: Project
) -> None:
    path = paper.path(project)
    whole = path.read_text("utf-8")
    path.write_text(whole.replace("msgid", "msgig", 5), encoding="utf-8")
    review.said("Cannot be read at the moment: translations/en/paper.po:")

    review.press("Control+Enter")
    review.said("Not saved yet: translations/en/paper.po:")
    still_there(review)
    assert "msgig" in path.read_text("utf-8")

    path.write_text(whole, encoding="utf-8")
    is_confirmed(review, project)


def test_a_disk_that_is_full_is_told_and_saved_when_there_is_room(
    review: ReviewPage, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = paper.path(project).read_bytes()

    def full(target: Path, content: bytes) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(files, "_temporary", full)
        review.press("Control+Enter")
        review.said("No space left on device")
        still_there(review)
        assert paper.path(project).read_bytes() == before

    is_confirmed(review, project)


def test_a_file_that_may_not_be_written_is_told(
    review: ReviewPage, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def protected(target: Path, content: bytes) -> None:
        raise PermissionError(errno.EACCES, "the file is write-protected")

    with monkeypatch.context() as disk:
        disk.setattr(files, "_temporary", protected)
        review.press("Control+Enter")
        review.said("the file is write-protected")
        still_there(review)

    is_confirmed(review, project)


def test_an_entry_that_is_gone_is_told_and_the_text_goes_to_where_it_comes_back(
    review: ReviewPage, project: Project
) -> None:
    before = paper.read(project)
    left = tuple(s for s in before.segments if s.source != paper.NUMBER)
    paper.path(project).write_text(
        po_writer.serialise(replace(before, segments=left)), encoding="utf-8", newline="\n"
    )
    review.press("Control+Enter")
    expect(review.page.locator("#alert")).to_contain_text("no longer in the document")
    expect(review.row(paper.NUMBER).locator(".t .tx")).to_contain_text(
        "Not translated", timeout=10_000
    )
    review.go_to(paper.NUMBER)
    review.press("e")
    expect(review.page.locator("#ed")).to_have_value(WORDS)
    review.press("Control+Enter")

    is_confirmed(review, project)
