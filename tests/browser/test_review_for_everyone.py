"""The review page for everyone: axe, Arabic interface, dark, a phone, 200 % zoom; and markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from diglot.model.catalogue import Segment
from diglot.model.statement import state_that
from diglot.project import Project
from tests import review_project as paper
from tests.browser.review_page import ReviewPage

SIZES = {"desktop": (1440, 900), "phone": (390, 844), "zoom": (640, 450)}
MARKUP = (
    '<img src=x onerror="document.body.dataset.hurt=1">'
    "<script>document.body.dataset.hurt=1</script>"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    found = paper.make(tmp_path_factory.mktemp("everyone") / "project")
    paper.rewrite(found, _with_everything_said)
    return found


@pytest.fixture(scope="module")
def url(project: Project) -> Iterator[str]:
    with paper.serving(project) as url:
        yield url


def _with_everything_said(segment: Segment) -> Segment:
    said = {
        paper.GOOD: ("needs-work", "who?"),
        paper.HEADING: ("source-wrong", "a word is missing"),
        paper.FIRST_ITEM: ("conflict", "Police training."),
        paper.SECOND_ITEM: ("note", "كلمة واحدة"),
    }.get(segment.source)
    if said is None:
        return segment
    kind, text = said
    line = state_that(kind, segment.source, segment.target, by="Basim", text=text)
    return replace(segment, comments=(*segment.comments, line))


def as_it_is(review: ReviewPage) -> None:
    review.go_to(paper.GOOD)


def at_an_error(review: ReviewPage) -> None:
    review.go_to(paper.NUMBER)
    expect(review.row(paper.NUMBER).locator(".sug")).to_be_visible()
    review.press("Enter")


def at_a_changed_source(review: ReviewPage) -> None:
    review.go_to(paper.STALE)


def in_a_conflict(review: ReviewPage) -> None:
    review.go_to(paper.FIRST_ITEM)


def editing(review: ReviewPage) -> None:
    review.go_to(paper.NUMBER)
    review.press("e")


def filtered(review: ReviewPage) -> None:
    review.press("f", "7")


def keys(review: ReviewPage) -> None:
    review.press("F1")


def finishing(review: ReviewPage) -> None:
    review.press("d")
    expect(review.page.locator("#dialog")).to_be_visible()


def several(review: ReviewPage) -> None:
    review.go_to(paper.GOOD)
    review.press("a")


def replacing(review: ReviewPage) -> None:
    review.press("r")
    review.type("local")


def with_preview(review: ReviewPage) -> None:
    review.press("p")
    expect(review.page.frame_locator("#page").locator(".here")).to_be_visible()


def without_letters(review: ReviewPage) -> None:
    review.press("F1")
    review.page.locator("#c-single").uncheck()
    review.press("Escape")
    review.go_to(paper.NUMBER)


VIEWS = [
    as_it_is, at_an_error, at_a_changed_source, in_a_conflict, editing, filtered, keys, finishing,
    several, replacing, with_preview, without_letters,
]  # fmt: skip


@pytest.mark.parametrize(
    ("scheme", "ui", "size"),
    [
        ("light", "en", "desktop"),
        ("dark", "ar", "desktop"),
        ("dark", "en", "phone"),
        ("light", "ar", "phone"),
        ("light", "en", "zoom"),
    ],
)
def test_axe_finds_nothing_wrong_in_any_view(
    page: Page, url: str, scheme: str, ui: str, size: str
) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    wrong = []
    review = ReviewPage(page, url, query=f"ui={ui}")
    review.be("Reem")
    for view in VIEWS:
        view(review)
        found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        wrong += [
            (view.__name__, each["id"], node["html"][:120])
            for each in found
            for node in each["nodes"]
        ]
        page.evaluate("localStorage.removeItem('diglot-single')")
        review.be("Reem")

    assert wrong == []
    assert review.errors == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("ui", ["en", "ar"])
def test_nothing_runs_out_of_the_page(page: Page, url: str, ui: str, size: str) -> None:
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    review = ReviewPage(page, url, query=f"ui={ui}")
    for view in (at_an_error, in_a_conflict):
        view(review)
        out = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert out <= 0, view.__name__


def test_the_interface_is_mirrored_in_arabic_and_the_texts_are_not(page: Page, url: str) -> None:
    review = ReviewPage(page, url, query="ui=ar")
    review.go_to(paper.GOOD)
    row = review.row(paper.GOOD)
    source, target = row.locator(".s .tx"), row.locator(".t .tx")

    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("html")).to_have_attribute("lang", "ar")
    for text, direction, language in ((source, "rtl", "ar"), (target, "ltr", "en")):
        expect(text).to_have_attribute("dir", direction)
        expect(text).to_have_attribute("lang", language)
    # In one look: the row may be drawn anew between two. The source stands left in both languages.
    assert row.evaluate(
        "row => row.querySelector('.s .tx').getBoundingClientRect().x"
        " < row.querySelector('.t .tx').getBoundingClientRect().x"
    )


def test_findings_are_in_the_language_of_the_interface(page: Page, url: str) -> None:
    review = ReviewPage(page, url, query="ui=ar")
    review.go_to(paper.NUMBER)
    seen = review.row(paper.NUMBER).locator(".find .seen").first

    expect(seen).to_have_text("\u2068«62»\u2069 صار \u2068«26»\u2069 في الترجمة")
    expect(seen).to_have_attribute("lang", "ar")
    expect(seen).to_have_attribute("dir", "rtl")

    page.locator("[data-act=ui]").click()

    expect(seen).to_have_text("«62» is «26» in the translation")
    expect(seen).to_have_attribute("lang", "en")


def test_on_a_phone_five_buttons_do_the_whole_work(page: Page, tmp_path: Path) -> None:
    found = paper.make(tmp_path / "project")
    page.set_viewport_size({"width": 390, "height": 844})
    with paper.serving(found) as url:
        review = ReviewPage(page, url)
        review.be(paper.ME)
        review.go_to(paper.GOOD)
        touch = page.locator("#touch")
        touch.get_by_role("button", name="Edit").click()
        page.keyboard.press("End")
        page.keyboard.press("Backspace")
        page.keyboard.type(" everywhere.")
        touch.get_by_role("button", name="Edit").click()
        touch.get_by_role("button", name="Confirm").click()
        review.here(paper.NUMBER)
        review.saved()

    target = paper.segment(found, paper.GOOD).target
    assert target == "The Coalition supports local partners everywhere."


def test_a_screen_reader_hears_place_state_and_what_stops(page: Page, tmp_path: Path) -> None:
    found = paper.make(tmp_path / "project")
    with paper.serving(found) as url:
        review = ReviewPage(page, url)
        review.be(paper.ME)
        review.go_to(paper.NUMBER)
        review.press("Enter")

        expect(page.locator("#alert")).to_contain_text("Open error: Number")
        grid = page.get_by_role("grid")
        expect(grid).to_have_attribute("aria-rowcount", str(len(paper.ORDER)))
        expect(page.get_by_role("rowheader", name="Segment 4, Draft, 1 error")).to_have_count(1)
        expect(page.locator("[role=row]:focus")).to_have_count(1)


def hostile(segment: Segment) -> Segment:
    said = tuple(
        state_that(kind, segment.source, MARKUP, by=MARKUP, text=MARKUP, was=MARKUP, on=MARKUP)
        for kind in ("note", "needs-work", "source-wrong", "stale", "conflict", "reviewed")
    )
    draft = state_that("draft", segment.source, MARKUP, engine=MARKUP, model=MARKUP, score="-3")
    return replace(segment, target=MARKUP, comments=(*said, draft))


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_markup_anywhere_stays_text(page: Page, tmp_path: Path, ui: str) -> None:
    text = f"{paper.TEXT}\n\n{MARKUP} نص.\n"
    found = paper.make(tmp_path / "project", text)
    (found.translations / "glossary.csv").write_text(
        f'source,targets,forbidden,note\nالتحالف,"{MARKUP.replace(chr(34), chr(34) * 2)}",,'
        f'"{MARKUP.replace(chr(34), chr(34) * 2)}"\n',
        encoding="utf-8",
    )
    paper.rewrite(found, hostile)
    with paper.serving(found) as url:
        review = ReviewPage(page, url, query=f"ui={ui}")
        page.evaluate("name => localStorage.setItem('diglot-reviewer', name)", MARKUP)
        for number in range(len(paper.ORDER)):
            page.locator(f".row[data-i='{number}'] .g").click()
            page.wait_for_timeout(100)
        acts: list[Callable[[], None]] = [
            lambda: review.press("p"),
            lambda: review.press("d"),
            lambda: review.press("Escape", "a"),
            lambda: review.press("Escape", "r"),
            lambda: review.type("img"),
        ]
        for act in acts:
            act()
            page.wait_for_timeout(200)

        assert page.evaluate("document.body.dataset.hurt") is None
        assert page.locator("img, body script").count() == 0
        assert review.errors == []


@pytest.mark.parametrize("ui", ["en", "ar"])
@pytest.mark.parametrize("width", [1440, 1280, 1024])
def test_nothing_in_the_header_lies_on_something_else(
    page: Page, project: Project, url: str, width: int, ui: str
) -> None:
    """The title may be cut off, and is told in full; what counts and what can be pressed is not."""
    page.set_viewport_size({"width": width, "height": 720})
    page.goto(f"{url}/review/{paper.DOCUMENT}/{paper.LANGUAGE}?ui={ui}")
    page.wait_for_selector("html[data-checked]")
    page.evaluate(
        """document.getElementById("progwords").textContent =
             "12,345 of 98,765 reviewed, 86,420 to go, 1,234 with errors" """
    )

    shown = page.locator(".line1 > *:visible, .prog p").evaluate_all(
        """all => all.filter(one => !one.matches(".prog")).map(one => {
             const {left, right} = one.getBoundingClientRect();
             return [left, Math.max(right, left + one.scrollWidth)]; })"""
    )
    edges = sorted(shown)
    assert len(edges) > 3
    assert all(one[1] <= other[0] + 1 for one, other in pairwise(edges))
