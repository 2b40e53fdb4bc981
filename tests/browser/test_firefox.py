"""The site and the review page in Firefox: all ways to read, search, and the first segment."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from tests import review_project as paper
from tests.whole_site import FOLDER, SECTION

Serve = Callable[[Path], Any]
"""The fixture `serve_folder`; what it returns has `url`, `answers` and `missing`."""

PROXY = Path(__file__).with_name("firefox_proxy.py")
NAMES = ("firefox-esr", "firefox")
SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
QUERIES = {"": "campaign", "en/": "التحالف"}
"""On a page of each language a word of the other one: found by its translation."""

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright) -> Iterator[Browser]:
    installed = next(filter(None, map(_running, NAMES)), None)
    if installed is None:
        pytest.skip("this machine has no Firefox")
    program = tmp_path_factory.mktemp("firefox") / "firefox"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{PROXY}" "{installed}" "$@"\n')
    program.chmod(0o755)
    launched = playwright.firefox.launch(channel="moz-firefox", executable_path=program)
    yield launched
    launched.close()


@pytest.fixture(params=SIZES)
def tab(request: pytest.FixtureRequest, firefox: Browser) -> Iterator[Page]:
    """An empty page of a reader who was never here; no script on it may complain."""
    width, height = SIZES[request.param]
    context = firefox.new_context(viewport={"width": width, "height": height})
    page = context.new_page()
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    yield page
    context.close()
    assert said == []


@pytest.mark.parametrize("language", QUERIES)
def test_each_way_to_read_shows_both_languages_and_is_remembered(
    tab: Page, whole_host: Path, serve_folder: Serve, language: str
) -> None:
    served = serve_folder(whole_host)
    tab.goto(f"{served.url}{FOLDER}{language}{SECTION}")
    own = tab.locator("p.dg").count()
    for mode in ("side", "lines"):
        _choose(tab, mode)

        assert tab.locator("p.dg .dg-other").count() >= own > 2
        assert tab.locator("p.dg .dg-other").first.is_visible()
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")

    _choose(tab, "reveal")
    assert not tab.locator("p.dg .dg-other").first.is_visible()
    tab.locator("p.dg .dg-reveal").first.click()
    expect(tab.locator("p.dg .dg-other").first).to_be_visible()

    tab.reload()
    tab.wait_for_selector("html[data-dg-reading=reveal]")
    assert tab.is_checked(".dg-modes [value=reveal]")
    _choose(tab, "one")
    assert tab.locator(".dg-other").count() == 0
    assert served.missing == []


@pytest.mark.parametrize("language", QUERIES)
def test_a_word_of_the_other_language_is_found_by_typing_and_leads_to_its_passage(
    tab: Page, whole_host: Path, serve_folder: Serve, language: str
) -> None:
    served = serve_folder(whole_host)
    tab.goto(f"{served.url}{FOLDER}{language}")
    tab.keyboard.press("/")
    tab.wait_for_selector(".dg-search[open]")
    tab.keyboard.type(QUERIES[language])
    first = tab.locator(".dg-found-passages a").first
    expect(first).to_be_visible()
    assert tab.locator(".dg-search mark").count() > 0
    first.click()

    tab.wait_for_url("**/#*")
    anchor = tab.url.partition("#")[2]
    assert tab.locator(f"[id='{anchor}']").is_visible()
    assert served.missing == []


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_the_review_page_opens_and_goes_to_the_next_segment(
    tab: Page, tmp_path: Path, ui: str
) -> None:
    with paper.serving(paper.make(tmp_path / "project")) as url:
        tab.goto(f"{url}/review/{paper.DOCUMENT}/{paper.LANGUAGE}?ui={ui}")
        tab.wait_for_selector("html[data-checked]")
        expect(tab.locator("[aria-selected=true]")).to_contain_text(paper.TITLE)
        tab.keyboard.press("j")

        expect(tab.locator("[aria-selected=true]")).to_contain_text(paper.TARGETS[paper.HEADING])


def _choose(tab: Page, mode: str) -> None:
    tab.check(f".dg-modes [value={mode}]", force=True)
    tab.wait_for_selector(f"html[data-dg-reading={mode}]")


def _running(name: str) -> str | None:
    """The path of a Firefox that runs: Ubuntu's may only say «install the snap»."""
    path = shutil.which(name)
    if path is None:
        return None
    done = subprocess.run([path, "--version"], capture_output=True, check=False, timeout=60)
    return path if done.returncode == 0 else None
