"""What a reader meets: the built site in a real browser."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page

from tests import demo_site
from tests.demo_site import CONFIG, DOCUMENT

SECTION = f"{DOCUMENT}/military-campaign/"
PAGES = ["", "about/", f"{DOCUMENT}/", SECTION, "en/", f"en/{DOCUMENT}/", f"en/{SECTION}"]

Serve = Callable[[Path], Any]
"""The fixture `serve_folder`; what it returns has `url` and `missing`."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    seed = demo_site.SEED + demo_site.TABLE
    root = demo_site.make(tmp_path_factory.mktemp("project"), seed=seed)
    result = demo_site.build(root, "--strict")
    assert result.returncode == 0, result.stderr
    return root / "site"


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asks_for_nothing_that_is_not_there(
    site: Path, page: Page, serve_folder: Serve, path: str
) -> None:
    # The fixture `page` fails for any request to another host.
    served = serve_folder(site)
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))

    page.goto(f"{served.url}/{path}", wait_until="networkidle")

    assert served.missing == []
    assert problems == []


@pytest.mark.parametrize("path", ["", "about/", f"{DOCUMENT}/", SECTION])
def test_the_switcher_stays_on_the_page(
    site: Path, page: Page, serve_folder: Serve, path: str
) -> None:
    served = serve_folder(site)
    page.goto(f"{served.url}/{path}")

    page.click(".dg-languages a[lang=en]")
    assert page.url == f"{served.url}/en/{path}"

    page.click(".dg-languages a[lang=ar]")
    assert page.url == f"{served.url}/{path}"


@pytest.mark.parametrize("path", ["", "about/", f"{DOCUMENT}/", SECTION])
def test_arabic_is_neither_spaced_nor_slanted_nor_capitalised(
    site: Path, page: Page, serve_folder: Serve, path: str
) -> None:
    page.goto(f"{serve_folder(site).url}/{path}")

    styles = page.evaluate(
        """[...document.body.querySelectorAll("*")].map(element => {
             const style = getComputedStyle(element);
             return [style.letterSpacing, style.fontStyle, style.textTransform].join();
           })"""
    )

    assert set(styles) == {"normal,normal,none"}


@pytest.mark.parametrize(
    ("path", "fonts"),
    [
        (SECTION, {"Diglot Naskh", "Diglot UI", "Diglot Figures"}),
        (f"en/{SECTION}", {"Diglot Serif", "Diglot UI", "Diglot Naskh"}),
    ],
)
def test_our_fonts_are_used(
    site: Path, page: Page, serve_folder: Serve, path: str, fonts: set[str]
) -> None:
    page.goto(f"{serve_folder(site).url}/{path}", wait_until="networkidle")

    loaded = page.evaluate(
        """document.fonts.ready.then(fonts => [...fonts]
             .filter(font => font.status == "loaded")
             .map(font => font.family.replaceAll('"', "")))"""
    )

    assert fonts <= set(loaded)


def test_an_arabic_page_loads_no_latin_letters_that_it_does_not_show(
    site: Path, page: Page, serve_folder: Serve
) -> None:
    """The figures of the text, and the blanks and full stops of bold words, come otherwise."""
    served = serve_folder(site)
    page.goto(f"{served.url}/{SECTION}", wait_until="networkidle")

    fonts = {answer.path for answer in served.answers if answer.path.endswith(".woff2")}
    assert {path.rpartition("/")[2] for path in fonts} == {
        "naskh-ar.woff2", "naskh-pt.woff2", "serif-fi.woff2",
        "ui-ar-400.woff2", "ui-ar-600.woff2", "ui-la-400.woff2",
    }  # fmt: skip


@pytest.mark.parametrize("path", PAGES)
def test_a_telephone_never_scrolls_sideways(
    site: Path, page: Page, serve_folder: Serve, path: str
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{serve_folder(site).url}/{path}")

    # Right-to-left pages overflow to the left, which `scrollWidth` tells as well.
    width = page.evaluate("document.documentElement.scrollWidth")
    outside = page.evaluate(
        """[...document.querySelectorAll(".md-content__inner *")]
             .filter(element => {
               const box = element.getBoundingClientRect();
               return box.width > 1 && (box.left < -1 || box.right > innerWidth + 1);
             }).map(element => element.outerHTML.slice(0, 80))"""
    )

    assert width == 390
    assert outside == []


def test_blocks_run_in_the_direction_of_their_language(
    site: Path, page: Page, serve_folder: Serve
) -> None:
    url = serve_folder(site).url
    page.goto(f"{url}/{SECTION}")
    arabic = _directions(page)
    page.goto(f"{url}/en/{SECTION}")
    english = _directions(page)

    assert {*arabic.values()} == {"rtl"}
    # The first paragraph is half translated; nothing of the second one is.
    first, second = english.values()
    assert (first, second) == ("ltr", "rtl")
    assert page.locator("html").evaluate("html => getComputedStyle(html).direction") == "ltr"
    assert arabic.keys() == english.keys()


def test_the_word_of_a_draft_comes_on_hover_and_on_focus(
    site: Path, page: Page, serve_folder: Serve
) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{serve_folder(site).url}/en/{DOCUMENT}/introduction/")
    word = page.locator("p.dg.draft .dg-mark-word")

    assert _opacity(word) == "0"
    page.hover("p.dg.draft .dg-s")
    assert _opacity(word) == "1"
    page.mouse.move(0, 0)
    page.focus("p.dg.draft .dg-mark-state")
    assert _opacity(word) == "1"


@pytest.mark.parametrize("width", [1440, 390])
def test_the_words_of_a_table_cell_come_on_hover_and_on_focus_and_move_nothing(
    site: Path, page: Page, serve_folder: Serve, width: int
) -> None:
    """Also in the last row, below which the wrapper of the table would clip them."""
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{serve_folder(site).url}/en/{DOCUMENT}/countering-finance/")
    cell, short = page.locator("tr:last-child td.draft"), page.locator("td.untranslated").last
    words = cell.locator(".dg-mark-word")
    height = page.evaluate("document.querySelector('.md-footer').offsetTop")

    assert _seen_at(page, words) is False
    page.hover("tr:last-child td.draft .dg-s")
    assert _seen_at(page, words) is True
    assert page.evaluate("document.querySelector('.md-footer').offsetTop") == height
    page.mouse.move(0, 0)
    page.focus("tr:last-child td.draft .dg-mark-state")
    assert _seen_at(page, words) is True
    assert short.evaluate("cell => getComputedStyle(cell, '::after').content") == (
        '"Not translated"'
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_dark_colours_come_with_the_wish_of_the_reader(
    site: Path, page: Page, serve_folder: Serve
) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto(f"{serve_folder(site).url}/")

    # The demo has one scheme; the real site's choice is Material's, the colours are ours.
    page.evaluate("document.body.dataset.mdColorScheme = 'slate'")
    background = page.locator("body").evaluate("body => getComputedStyle(body).backgroundColor")

    assert re.findall(r"\d+", background) == ["21", "24", "27"]


def test_the_404_page_leads_home_from_any_address(
    page: Page, serve_folder: Serve, tmp_path: Path
) -> None:
    """As hosts do it: the page is shown at the address that is not there, here in a subfolder."""
    root = demo_site.make(tmp_path / "project", f"site_url: https://host.example/sub/\n{CONFIG}")
    assert demo_site.build(root, "--site-dir", str(tmp_path / "host" / "sub")).returncode == 0
    lost = tmp_path / "host" / "sub" / "en" / "gone" / "deep"
    lost.mkdir(parents=True)
    shutil.copy(tmp_path / "host" / "sub" / "404.html", lost / "index.html")
    served = serve_folder(tmp_path / "host")
    problems: list[str] = []
    page.on("pageerror", lambda error: problems.append(str(error)))

    for link, home in {
        ".dg-languages a[lang=ar]": "/sub/",
        ".dg-languages a[lang=en]": "/sub/en/",
        ".dg-lost[lang=ar] a": "/sub/",
        ".dg-lost[lang=en] a": "/sub/en/",
    }.items():
        page.goto(f"{served.url}/sub/en/gone/deep/", wait_until="networkidle")
        page.click(link)
        assert page.url == f"{served.url}{home}"

    assert served.missing == []
    assert problems == []


def _directions(page: Page) -> dict[str, str]:
    return page.evaluate(
        """Object.fromEntries([...document.querySelectorAll("p.dg")]
             .map(block => [block.id, getComputedStyle(block).direction]))"""
    )


def _seen_at(page: Page, locator: Locator) -> bool:
    """Whether the element is what a reader sees at its place."""
    return locator.evaluate(
        """element => {
             const box = element.getBoundingClientRect();
             const there = document.elementFromPoint(box.x + 4, box.y + box.height / 2);
             return element === there || element.contains(there);
           }"""
    )


def _opacity(locator: Locator) -> str:
    return locator.evaluate("word => getComputedStyle(word).opacity")
