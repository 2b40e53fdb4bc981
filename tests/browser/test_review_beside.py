"""The page as the site shows it, beside the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Page, Route, expect

from diglot.project import Project
from tests import review_project as paper
from tests.browser.review_page import ReviewPage

MARKUP = (
    '<img src=x onerror="parent.document.body.dataset.hurt=1">'
    "<script>parent.document.body.dataset.hurt=1</script>"
)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return paper.make(tmp_path / "project")


@pytest.fixture
def url(project: Project) -> Iterator[str]:
    with paper.serving(project) as url:
        yield url


def beside(review: ReviewPage, source: str) -> FrameLocator:
    """The frame, with the preview open at this sentence."""
    review.be(paper.ME)
    review.go_to(source)
    review.press("p")
    return review.page.frame_locator("#page")


def test_the_sentence_that_one_is_at_is_marked_on_the_page(page: Page, url: str) -> None:
    review = ReviewPage(page, url)
    frame = beside(review, paper.GOOD)

    expect(frame.locator(".here")).to_have_text(paper.TARGETS[paper.GOOD])
    expect(frame.locator("h1")).to_contain_text(paper.TARGETS[paper.HEADING])

    review.press("j")
    expect(frame.locator(".here")).to_have_text(paper.TARGETS[paper.NUMBER])

    review.go_to(paper.SECOND_ITEM)
    expect(frame.locator("li .here")).to_have_text(paper.TARGETS[paper.SECOND_ITEM])

    review.go_to(paper.TITLE)
    expect(frame.locator(".here")).to_have_text(paper.TARGETS[paper.TITLE])
    assert review.errors == []


def test_what_is_saved_stands_on_it_at_once(page: Page, url: str) -> None:
    review = ReviewPage(page, url)
    frame = beside(review, paper.FIRST_ITEM)
    item = frame.locator("li", has_text="Training")
    expect(item).to_have_class(re.compile("draft"))

    review.press("e", "End")
    review.type(" Everywhere.")
    review.press("Control+Enter")
    review.saved()

    expect(item).to_contain_text("Training of the local police. Everywhere.")
    expect(item).to_have_class(re.compile("reviewed"))


def test_what_others_save_stands_on_it_too(page: Page, url: str, project: Project) -> None:
    review = ReviewPage(page, url)
    frame = beside(review, paper.GOOD)
    expect(frame.locator(".here")).to_be_visible()
    paper.with_target(project, paper.GOOD, "Partners are helped.")

    expect(frame.locator(".here")).to_have_text("Partners are helped.", timeout=10_000)


def test_a_click_on_a_sentence_goes_there(page: Page, url: str) -> None:
    review = ReviewPage(page, url)
    frame = beside(review, paper.GOOD)
    frame.get_by_text(paper.TARGETS[paper.FIRST_ITEM]).click()

    review.here(paper.FIRST_ITEM)
    expect(frame.locator(".here")).to_have_text(paper.TARGETS[paper.FIRST_ITEM])


def test_nothing_is_seen_before_a_click_counts(page: Page, url: str) -> None:
    waiting: list[Route] = []
    page.route(re.compile(r"\.css"), lambda route: by_frame(route, waiting))
    review = ReviewPage(page, url)
    frame = beside(review, paper.GOOD)
    expect(frame.get_by_text(paper.TARGETS[paper.FIRST_ITEM])).to_be_attached()
    assert waiting
    expect(page.locator("#page")).to_be_hidden()

    for route in waiting:
        route.continue_()
    expect(page.locator("#page")).to_be_visible()
    frame.get_by_text(paper.TARGETS[paper.FIRST_ITEM]).click()
    review.here(paper.FIRST_ITEM)


def by_frame(route: Route, waiting: list[Route]) -> None:
    """Let what the review page itself asks for pass; what the page beside asks for waits."""
    if route.request.frame.parent_frame is None:
        route.continue_()
    else:
        waiting.append(route)


def test_it_is_dark_when_the_page_is(page: Page, url: str) -> None:
    page.emulate_media(color_scheme="light")
    review = ReviewPage(page, url)
    frame = beside(review, paper.GOOD)
    expect(frame.locator(".here")).to_be_visible()
    page.get_by_role("button", name="Dark").click()

    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    expect(frame.locator("body")).to_have_attribute("data-md-color-scheme", "default")


def test_markup_in_a_translation_is_text_on_it(page: Page, url: str, project: Project) -> None:
    paper.with_target(project, paper.GOOD, MARKUP)
    review = ReviewPage(page, url)
    frame = beside(review, paper.GOOD)
    expect(frame.locator(".here")).to_have_text(MARKUP)
    paper.with_target(project, paper.NUMBER, MARKUP)
    expect(frame.get_by_text(MARKUP)).to_have_count(2, timeout=10_000)

    expect(frame.locator("img, script")).to_have_count(0)
    assert page.evaluate("document.body.dataset.hurt") is None
    assert review.errors == []


def test_no_script_could_run_in_it(page: Page, url: str) -> None:
    review = ReviewPage(page, url)
    frame = beside(review, paper.GOOD)
    expect(frame.locator(".here")).to_be_visible()
    page.evaluate("""() => {
        const doc = document.querySelector('#page').contentDocument;
        doc.body.insertAdjacentHTML('beforeend',
            '<img src=x onerror="parent.document.body.dataset.hurt=1">');
        const script = doc.createElement('script');
        script.textContent = 'parent.document.body.dataset.hurt = 1';
        doc.body.append(script);
    }""")
    page.wait_for_timeout(300)

    assert page.evaluate("document.body.dataset.hurt") is None


def test_a_site_that_cannot_be_made_is_told_where_the_page_would_be(
    page: Page, url: str, project: Project
) -> None:
    review = ReviewPage(page, url)
    path = project.config
    path.write_text(path.read_text("utf-8") + "theme: {name: none}\n", encoding="utf-8")
    review.be(paper.ME)
    review.press("p")

    expect(page.locator("#page-told")).to_contain_text("The page cannot be shown: mkdocs.yml")
