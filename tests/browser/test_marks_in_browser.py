"""Marks of passages in every kind of block and every state: they never lie on a text."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from tests import demo_site, states_site

Serve = Callable[[Path], Any]

WIDTHS = (390, 820, 1440)
PAGES = [f"{language}states/{name}/" for language in ("", "en/") for name in states_site.SECTIONS]

DRAWN = """() => document.fonts.ready.then(() => new Promise(
  done => requestAnimationFrame(() => requestAnimationFrame(done))))"""
"""Wait until all letters are there, and everything has its place."""
OVERLAPS = """() => {
  const shown = element => {
    for (let at = element; at.id != "article"; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.opacity == "0" || style.display == "none") return false;
      // Read out, not seen.
      if (at.clientWidth <= 1 && style.overflow == "hidden") return false;
      if (at.matches(".md-content__inner")) return true;
    }
  };
  // Glyphs stand in the middle of their line box; of what a font claims around them, nobody sees.
  const lines = element => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode, range = document.createRange();
      if (!node.data.trim() || !shown(node.parentElement)) continue;
      range.selectNodeContents(node);
      const size = parseFloat(getComputedStyle(node.parentElement).fontSize);
      for (const box of range.getClientRects()) {
        const middle = (box.top + box.bottom) / 2;
        found.push({left: box.left, right: box.right, top: middle - size / 2,
                    bottom: middle + size / 2, text: node.data.trim().slice(0, 40)});
      }
    }
    return found;
  };
  const sign = link => {
    const style = getComputedStyle(link, "::before");
    if (style.content == "none" || style.display == "none") return [];
    const [width, height] = [parseFloat(style.width), parseFloat(style.height)];
    if (style.position != "absolute") return [];
    let block = link;
    while (getComputedStyle(block).position == "static") block = block.parentElement;
    const box = block.getBoundingClientRect(), left = box.left + parseFloat(style.left);
    const top = box.top + parseFloat(style.top);
    return [{left, top, right: left + width, bottom: top + height, text: "(sign)"}];
  };
  const article = document.querySelector(".md-content__inner");
  const marks = [...article.querySelectorAll(".dg-mark")].flatMap(
    mark => [...lines(mark), ...[...mark.querySelectorAll(".dg-mark-state")].flatMap(sign)]);
  const texts = [...article.querySelectorAll(".dg-s, .dg-m, .dg-banner, .dg > bdi")].flatMap(lines);
  return marks.flatMap(mark => [...texts, ...marks].filter(text => text !== mark &&
      mark.left < text.right - 1 && text.left < mark.right - 1 &&
      mark.top < text.bottom - 1 && text.top < mark.bottom - 1)
    .map(text => `${mark.text} on ${text.text}`));
}"""

OUTSIDE = """() => [...document.querySelectorAll(".dg-mark, .dg-mark-word, .dg-s")]
  .filter(element => !element.closest("table")).filter(element => {
    const box = element.getBoundingClientRect();
    return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1);
  }).map(element => element.outerHTML.slice(0, 80))"""


FOCUSED = """link => {
  const style = getComputedStyle(link), box = link.getBoundingClientRect();
  return [style.outlineStyle, style.opacity,
          link == document.activeElement && box.width > 20 && box.height > 12
          && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <= innerWidth];
}"""

BARS = """() => [".dg-bar > .reviewed", ".dg-bar"].map(name => {
  const {left, right, width} = document.querySelector(name).getBoundingClientRect();
  return {left, right, width};
})"""

STOPS = ".dg-mark-other, .dg-mark-report, .dg-change > summary"

STATE = re.compile("Draft, not|Edited, not|Reviewed on|The source changed on|Not translated yet")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = states_site.make(tmp_path_factory.mktemp("project"))
    result = demo_site.build(root, "--strict")
    assert result.returncode == 0, result.stderr
    return root / "site"


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("path", PAGES)
def test_no_mark_lies_on_a_text_and_nothing_scrolls_sideways(
    site: Path, page: Page, serve_folder: Serve, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{serve_folder(site).url}/{path}", wait_until="networkidle")

    page.evaluate(DRAWN)
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(OUTSIDE) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [390, 1440])
@pytest.mark.parametrize("path", [path for path in PAGES if "tables" not in path])
def test_what_focus_brings_lies_on_no_text_either(
    site: Path, page: Page, serve_folder: Serve, path: str, width: int
) -> None:
    """In a cell it does: there is no other place for it."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{serve_folder(site).url}/{path}", wait_until="networkidle")

    overlaps = []
    for link in page.query_selector_all(".md-content__inner .dg-mark > a:first-child"):
        link.focus()
        page.evaluate(DRAWN)
        overlaps += page.evaluate(OVERLAPS)

    assert overlaps == []


@pytest.mark.parametrize("width", [390, 1440])
def test_the_other_language_reports_and_changes_are_reached_by_keyboard(
    site: Path, page: Page, serve_folder: Serve, width: int
) -> None:
    """On a page of the original nothing of the first two is seen before."""
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(reduced_motion="reduce")
    for name in states_site.SECTIONS:
        page.goto(f"{serve_folder(site).url}/states/{name}/", wait_until="networkidle")
        stops = page.query_selector_all(f".dg-banner ~ * :is({STOPS})")
        page.locator(".dg-banner a").last.focus()
        for stop in stops:
            page.keyboard.press("Tab")

            assert stop.evaluate(FOCUSED) == ["solid", "1", True], stop.evaluate("e => e.outerHTML")

        page.keyboard.press("Shift+Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/en/states/{name}/#b-*")


@pytest.mark.parametrize("path", ["en/states/paragraphs/", "states/paragraphs/"])
def test_what_waits_for_its_translation_stands_at_the_side_of_its_language(
    site: Path, page: Page, serve_folder: Serve, path: str
) -> None:
    """Arabic is on the right in both languages, and on the left where the reader turns it."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{serve_folder(site).url}/{path}", wait_until="networkidle")
    page.locator("[name=dg-mode][value=side]").check(force=True)
    own = page.locator("p.dg-waits .dg-own").first
    own.wait_for()

    def is_right() -> bool:
        block = page.locator("p.dg-waits").first.bounding_box()
        box = own.bounding_box()
        assert block
        assert box
        return box["x"] > block["x"] + block["width"] / 2

    assert is_right()
    page.locator(".dg-turn").click()
    assert not is_right()


def test_what_changed_in_the_source_opens_without_script_and_is_open_on_paper(
    site: Path, browser: Browser, serve_folder: Serve
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_folder(site).url}/en/states/paragraphs/")
    change = page.locator(".dg-change").first
    difference = change.locator(".dg-diff")

    assert not difference.is_visible()
    change.locator("summary").click()
    assert difference.is_visible()
    change.locator("summary").click()
    page.emulate_media(media="print")
    assert difference.is_visible()
    assert difference.locator("del").text_content() == "removed الشريكين"
    context.close()


@pytest.mark.parametrize("path", ["status/", "en/status/"])
@pytest.mark.parametrize("width", [390, 1440])
def test_the_bars_of_the_status_page_begin_where_the_text_begins(
    site: Path, page: Page, serve_folder: Serve, path: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{serve_folder(site).url}/{path}", wait_until="networkidle")

    first, whole = page.evaluate(BARS)

    near = "right" if path == "status/" else "left"
    assert abs(first[near] - whole[near]) < 3
    assert first["width"] < whole["width"] / 2
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("path", ["states/lists/", "en/states/lists/"])
def test_a_report_names_the_passage_by_the_address_that_the_reader_has(
    site: Path, page: Page, serve_folder: Serve, path: str
) -> None:
    """The project does not say where it is published."""
    address = f"{serve_folder(site).url}/{path}"
    page.goto(f"{address}?from=somewhere#b-1", wait_until="networkidle")

    for block in page.query_selector_all("li.dg[id]"):
        link = block.query_selector(":scope > .dg-mark > .dg-mark-report")
        assert link
        told = parse_qs(urlsplit(link.get_attribute("href") or "").query)
        assert f"{address}#{block.get_attribute('id')}\r\n" in told["body"][0]


@pytest.mark.parametrize("mode", ["one", "side"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["states/lists/", "en/states/lists/"])
def test_a_report_takes_the_words_of_the_reader_before_the_mail_opens(
    site: Path, page: Page, serve_folder: Serve, path: str, width: int, mode: str
) -> None:
    served = serve_folder(site)
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{served.url}/{path}", wait_until="networkidle")
    if mode == "side":
        page.check(".dg-modes [value=side]", force=True)
        page.wait_for_selector("html[data-dg-reading=side]")
    link = page.locator("li.dg[id] > .dg-mark > .dg-mark-report").first
    anchor = link.evaluate("link => link.closest('.dg').id")
    link.focus()
    page.keyboard.press("Enter")
    dialog = page.locator(".dg-report[open]")
    dialog.locator("textarea").fill("Wrong «word» & كلمة\nhere")
    told = parse_qs(urlsplit(dialog.locator("a").get_attribute("href") or "").query)
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    box = dialog.bounding_box()

    assert told["body"][0].endswith("\r\nWrong «word» & كلمة\r\nhere")
    assert f"{served.url}/{path}#{anchor}" in told["body"][0]
    assert page.inner_text(".dg-report-address") == f"{served.url}/{path}#{anchor}"
    assert (dialog.locator("blockquote").inner_text().strip() or " ")[:10] in told["body"][0]
    assert [(each["id"], [n["html"][:90] for n in each["nodes"]]) for each in found] == []
    assert box
    assert 0 <= box["x"] <= width - box["width"]
    assert dialog.locator("textarea").evaluate("field => field === document.activeElement")
    page.keyboard.press("Escape")
    assert link.evaluate("link => link === document.activeElement")


def test_screen_readers_are_told_the_state_of_each_passage(
    site: Path, page: Page, serve_folder: Serve
) -> None:
    """Also of what is not seen before a tap."""
    page.set_viewport_size({"width": 390, "height": 844})
    for name in states_site.SECTIONS:
        page.goto(f"{serve_folder(site).url}/en/states/{name}/", wait_until="networkidle")
        passages = page.locator(".md-content__inner .dg").count()
        links = page.locator(".md-content__inner").get_by_role("link")

        assert links.filter(has_text=STATE).count() == passages
        assert links.filter(has_text="This passage in Arabic").count() == passages
