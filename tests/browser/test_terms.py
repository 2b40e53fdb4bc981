"""Terms of the glossary in the text: shown on hover, focus and tap, and in nobody's way."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests import demo_site
from tests.search.library import ROOT

Serve = Callable[[Path], Any]

CAMPAIGN = "coalition-fact-sheet-2017/military-campaign/"
PAGES = [CAMPAIGN, f"en/{CAMPAIGN}"]
TERM = ".dg-term"
TERMS = f".md-content__inner {TERM}"
OWN = f"{TERMS}:not(.dg-other *)"
TIP = ".dg-tip"
OTHER = {CAMPAIGN: ("en", "ltr", "ISIS"), f"en/{CAMPAIGN}": ("ar", "rtl", "تنظيم داعش")}
ISIS = 3
"""Which of the terms of the page."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    shutil.copy(ROOT / "mkdocs.yml", root)
    for folder in ("seeds", "translations"):
        shutil.copytree(ROOT / folder, root / folder)
    for name in ("ar/index.md", "ar/about.md", "en/index.md", "en/about.md"):
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / "docs" / name, path)
    result = demo_site.build(root, "--strict")
    assert result.returncode == 0, result.stderr
    return root / "site"


@pytest.fixture
def url(site: Path, serve_folder: Serve) -> str:
    url: str = serve_folder(site).url
    return url


@pytest.fixture(autouse=True)
def errors(page: Page) -> Iterator[None]:
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    yield
    assert found == []


def choose(page: Page, mode: str) -> None:
    page.check(f".dg-modes [value={mode}]", force=True)
    page.wait_for_function("mode => document.documentElement.dataset.dgReading === mode", arg=mode)


@pytest.mark.parametrize("path", PAGES)
def test_hover_shows_the_other_language_in_its_own_direction(
    url: str, page: Page, path: str
) -> None:
    page.goto(f"{url}/{path}")
    expect(page.locator(TIP)).to_be_hidden()
    page.locator(TERMS).nth(ISIS).hover()

    language, direction, text = OTHER[path]
    said = page.locator(f"{TIP} dt + dd bdi")
    expect(said).to_be_visible()
    assert said.inner_text() == text
    assert (said.get_attribute("lang"), said.get_attribute("dir")) == (language, direction)
    assert "joint statement of 22 March 2017" in page.inner_text(TIP)


def test_the_pointer_may_go_into_the_box_and_it_goes_when_the_pointer_has_gone(
    url: str, page: Page
) -> None:
    page.goto(f"{url}/en/{CAMPAIGN}")
    page.locator(TERMS).nth(ISIS).hover()
    box = page.locator(TIP).bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + 20, steps=8)
    page.wait_for_timeout(400)
    assert page.is_visible(TIP)
    page.mouse.move(5, 5, steps=4)

    expect(page.locator(TIP)).to_be_hidden()


def test_escape_closes_under_the_pointer_and_at_the_focus_which_stays(url: str, page: Page) -> None:
    page.goto(f"{url}/en/{CAMPAIGN}")
    page.locator(TERMS).nth(ISIS).hover()
    page.keyboard.press("Escape")
    assert page.is_hidden(TIP)
    page.locator(TERMS).first.focus()
    assert page.is_visible(TIP)
    page.keyboard.press("Escape")

    assert page.is_hidden(TIP)
    assert page.evaluate("document.activeElement.matches('.dg-term')")


@pytest.mark.parametrize("path", PAGES)
def test_all_terms_are_one_stop_and_the_arrows_go_from_one_to_the_next(
    url: str, page: Page, path: str
) -> None:
    page.goto(f"{url}/{path}")
    assert page.locator(TERMS).count() > 15
    assert page.locator(f"{TERMS}[tabindex='0']").count() == 1
    page.locator(TERMS).first.focus()
    for _ in range(ISIS):
        page.keyboard.press("ArrowRight" if path.startswith("en/") else "ArrowLeft")

    assert page.locator(TERMS).nth(ISIS).evaluate("e => e === document.activeElement")
    assert OTHER[path][2] in page.inner_text(TIP)
    assert page.locator(f"{TIP} .dg-tip-keys").is_visible()
    assert page.locator(f"{TERMS}[tabindex='0']").count() == 1
    page.keyboard.press("Tab")
    assert not page.evaluate("document.activeElement.matches('.dg-term')")
    expect(page.locator(TIP)).to_be_hidden()


def test_screen_readers_get_it_as_a_description_of_the_word(url: str, page: Page) -> None:
    page.goto(f"{url}/en/{CAMPAIGN}")
    term = page.locator(TERMS).nth(ISIS)

    expect(term).to_have_accessible_name("ISIS")
    expect(term).to_have_accessible_description("تنظيم داعش")
    assert page.get_attribute(TIP, "role") == "tooltip"


@pytest.mark.parametrize("path", PAGES)
def test_a_tap_shows_it_and_another_elsewhere_closes_it(
    url: str, browser: Browser, path: str
) -> None:
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(f"{url}/{path}")
    for number in (ISIS, 12):
        page.locator(TERMS).nth(number).tap()
        box = page.locator(TIP).bounding_box()

        assert page.url == f"{url}/{path}"
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        assert box["y"] + box["height"] <= 844 - 50  # above the bar
        assert page.evaluate("document.documentElement.scrollWidth") == 390
        page.touchscreen.tap(380, 60)
        assert page.is_hidden(TIP)
    context.close()


@pytest.mark.parametrize("mode", ["side", "lines", "reveal"])
def test_terms_of_both_languages_speak_in_every_way_to_read(
    url: str, page: Page, mode: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{url}/en/{CAMPAIGN}")
    choose(page, mode)
    if mode == "reveal":
        page.locator("p.dg .dg-reveal").first.click()
    page.locator(f".dg-other {TERM}").nth(ISIS).hover()

    assert "ISIS" in page.inner_text(TIP)
    assert page.locator(f"{TERMS}[tabindex='0']").count() == 1
    assert page.locator(f"{OWN}[tabindex='0']").count() == 1


def test_no_term_of_the_other_language_leads_nowhere(url: str, page: Page) -> None:
    page.goto(f"{url}/en/{CAMPAIGN}")
    notes = set(
        page.locator(".dg-terms [id^='t-']").evaluate_all("all => all.map(e => '#' + e.id)")
    )
    page.goto(f"{url}/{CAMPAIGN}")
    there = page.locator(TERMS).evaluate_all("all => all.map(e => e.hash)")
    page.goto(f"{url}/en/{CAMPAIGN}")
    choose(page, "side")
    shown = page.locator(f".dg-other {TERM}").evaluate_all("a => a.map(e => e.hash)")

    assert shown == [each for each in there if each in notes]
    assert len(shown) < len(there)


def test_tab_goes_from_a_sentence_to_its_terms_and_the_arrows_to_the_next_sentence(
    url: str, page: Page
) -> None:
    page.goto(f"{url}/en/{CAMPAIGN}")
    choose(page, "side")
    third = page.locator(".dg-own .dg-s:has(.dg-term)").nth(2)
    third.focus()
    page.keyboard.press("Tab")
    assert third.locator(".dg-term").first.evaluate("e => e === document.activeElement")
    page.keyboard.press("ArrowDown")

    assert page.evaluate("document.activeElement.matches('.dg-own > .dg-s')")
    assert page.evaluate("document.activeElement.textContent") != third.text_content()


@pytest.mark.parametrize("path", PAGES)
def test_on_paper_the_terms_are_end_notes(url: str, page: Page, path: str) -> None:
    page.goto(f"{url}/{path}")
    assert page.locator(".dg-terms").is_hidden()
    page.emulate_media(media="print")

    assert page.locator(".dg-terms").is_visible()
    assert page.locator(".dg-terms dt").count() == page.locator(TERMS).count()
    assert page.locator(TIP).is_hidden()


@pytest.mark.parametrize("path", PAGES)
def test_without_a_script_a_term_leads_to_its_note(url: str, browser: Browser, path: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/{path}")
    term = page.locator(TERMS).nth(ISIS)
    term.click()

    assert page.url.endswith(term.get_attribute("href") or "?")
    assert OTHER[path][2] in page.locator(".dg-terms :target").inner_text()
    context.close()


def test_pages_without_terms_load_no_script_for_them(
    site: Path, page: Page, serve_folder: Serve
) -> None:
    served = serve_folder(site)
    page.goto(f"{served.url}/en/about/", wait_until="networkidle")

    assert not [answer.path for answer in served.answers if "terms" in answer.path]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_wrong_with_a_term_open(
    url: str, page: Page, path: str, width: int, scheme: str
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{url}/{path}", wait_until="networkidle")
    page.locator(TERMS).nth(ISIS).focus()
    assert page.is_visible(TIP)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]

    assert [(each["id"], [n["html"][:90] for n in each["nodes"]]) for each in found] == []


@pytest.mark.parametrize("path", PAGES)
def test_enter_and_the_link_in_the_box_lead_to_the_entry(url: str, page: Page, path: str) -> None:
    page.goto(f"{url}/{path}")
    anchor = page.locator(TERMS).nth(ISIS).evaluate("e => e.hash")
    glossary = f"{url}/{path.removesuffix(CAMPAIGN)}glossary/"
    page.locator(TERMS).nth(ISIS).focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{glossary}{anchor}")
    expect(page.locator(".dg-glossary :target")).to_contain_text("ISIS")
    page.goto(f"{url}/{path}")
    page.locator(TERMS).nth(ISIS).hover()
    page.locator(f"{TIP} a").click()

    page.wait_for_url(f"{glossary}{anchor}")
    page.locator(".dg-glossary :target .dg-term-places a").first.click()
    page.wait_for_url(f"{url}/{path.removesuffix(CAMPAIGN)}coalition-fact-sheet-2017/**/*#b-*")
    expect(page.locator(".dg:target")).to_be_in_viewport()


@pytest.mark.parametrize(("path", "word"), [("", "الموصل"), ("en/", "Mosul")])
def test_the_search_finds_a_term_after_the_documents(
    url: str, page: Page, path: str, word: str
) -> None:
    page.goto(f"{url}/{path}")
    page.keyboard.press("/")
    page.fill(".dg-search-field", word)
    pages = page.locator(".dg-found-title a")
    expect(pages.nth(1)).to_be_visible()
    found = pages.evaluate_all("all => all.map(each => new URL(each.href).pathname)")

    assert [f"/{path}glossary/" in each for each in found].index(True) == len(found) - 1
    entry = page.locator(f".dg-found-passages a[href*='/{path}glossary/#t-']").first
    expect(entry).to_contain_text(word)


@pytest.mark.parametrize("path", ["glossary/", "en/glossary/"])
@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_of_the_glossary_is_for_everyone(
    site: Path, page: Page, serve_folder: Serve, path: str, width: int
) -> None:
    served = serve_folder(site)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served.url}/{path}", wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") == width
    last = page.locator(".dg-letters a").last
    last.click()
    heading = page.locator(f"[id='{(last.get_attribute('href') or '')[1:]}']")
    expect(heading).to_be_in_viewport()
    assert heading.inner_text() == last.inner_text()
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]

    assert [(each["id"], [n["html"][:90] for n in each["nodes"]]) for each in found] == []
    assert served.missing == []


@pytest.mark.parametrize("path", ["glossary/", "en/glossary/"])
def test_every_place_that_the_glossary_names_is_there(
    site: Path, page: Page, url: str, path: str
) -> None:
    page.goto(f"{url}/{path}")
    links = page.locator(".dg-term-places a").evaluate_all("all => all.map(e => e.href)")
    assert len(links) > 80
    for link in links:
        address, _, anchor = link.removeprefix(url).partition("#")
        text = (site / address.strip("/") / "index.html").read_text("utf-8")

        assert f'id="{anchor}"' in text
