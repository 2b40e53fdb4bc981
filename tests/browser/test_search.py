"""Search as a reader meets it: the real field, in a real browser, on a site with much to find."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from diglot.steps.search import folding
from tests import demo_site
from tests.search import library

Serve = Callable[[Path], Any]
"""The fixture `serve_folder`; what it returns has `url`, `answers` and `missing`."""

RECALL, FIRST = 0.97, 0.92
FIELD, DIALOG = ".dg-search-field", ".dg-search"
SECTION = "coalition-fact-sheet-2017/military-campaign/"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the dialog shows."""

    status: str
    pages: list[str]
    """Addresses from the root of the site."""
    passages: list[str]
    marks: list[str]
    is_near: bool


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = library.make(tmp_path_factory.mktemp("library"))
    result = demo_site.build(root, "--strict")
    assert result.returncode == 0, result.stderr
    return root


@pytest.fixture(scope="module")
def places(root: Path) -> list[library.Place]:
    return list(library.places(root))


@pytest.fixture
def url(root: Path, serve_folder: Serve) -> str:
    url: str = serve_folder(root / "site").url
    return url


@pytest.fixture
def errors(page: Page) -> Iterator[list[str]]:
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    yield found
    assert found == []


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    page.click(".dg-search-open")
    page.wait_for_selector(f"{DIALOG}[open]")
    return page


def searched(page: Page, text: str) -> Answer:
    page.fill(FIELD, text)
    return answered(page, text)


def answered(page: Page, text: str) -> Answer:
    page.wait_for_function(
        """text => { const dialog = document.querySelector(".dg-search");
             return dialog.dataset.query === text && !dialog.hasAttribute("aria-busy"); }""",
        arg=text.strip(),
    )
    found = page.evaluate(
        """() => {
             const all = (selector, of) => [...document.querySelectorAll(selector)].map(of);
             const address = link => link.pathname.slice(1) + link.hash;
             return {
               status: document.querySelector(".dg-search-status").textContent,
               pages: all(".dg-found-title a", address),
               passages: all(".dg-found-passages a", address),
               marks: all(".dg-search mark", mark => mark.textContent),
               is_near: document.querySelector(".dg-search-found").classList.contains("dg-near"),
             };
           }"""
    )
    return Answer(**found)


# ---- The table


@pytest.mark.parametrize("half", ["tune", "report"])
def test_what_readers_look_for_is_found_and_the_right_page_is_first(
    url: str, context: BrowserContext, places: list[library.Place], half: str
) -> None:
    pages = {"ar": opened(context.new_page(), f"{url}/")}
    pages["en"] = opened(context.new_page(), f"{url}/en/")
    recalls, firsts, wrong = [], [], []
    for query in library.queries(half):
        if query.kind == "absent":
            continue
        meant = {place.page for place in places if library.is_meant(place, query)}
        assert meant, f"nothing on the site is meant by {query}"
        answer = searched(pages[query.language], query.text)
        found = [address.removeprefix("en/") for address in answer.pages]
        recalls.append(len(meant & {*found}) / min(len(meant), 10))
        firsts.append(bool(found) and not answer.is_near and found[0] in meant)
        if recalls[-1] < 1 or not firsts[-1]:
            wrong.append((query.text, sorted(meant - {*found}), found[:3]))
        assert all(_is_of(query.language, address) for address in answer.pages)

    assert sum(recalls) / len(recalls) >= RECALL, wrong
    assert sum(firsts) / len(firsts) >= FIRST, wrong


def test_words_that_do_not_occur_find_no_page_but_near_ones_named_so(
    url: str, context: BrowserContext, places: list[library.Place]
) -> None:
    pages = {"ar": opened(context.new_page(), f"{url}/")}
    pages["en"] = opened(context.new_page(), f"{url}/en/")
    texts = [text for place in places for text in place.texts.values()]
    words = {word for text in texts for word in folding.words(text)}
    table = [query for half in ("tune", "report") for query in library.queries(half)]
    for query in table:
        if query.kind != "absent":
            continue
        assert not words & {*folding.words(query.text)}, query
        answer = searched(pages[query.language], query.text)

        assert answer.is_near or answer.pages == [], query
        assert query.text in answer.status


def test_the_table_has_each_kind_three_times() -> None:
    table = [query for half in ("tune", "report") for query in library.queries(half)]
    kinds = [(query.language, query.kind) for query in table]
    found = [query.language for query in table if query.kind != "absent"]

    assert {kind: kinds.count(kind) for kind in kinds if kinds.count(kind) < 3} == {}
    assert found.count("ar") >= 60
    assert found.count("en") >= 30


def _is_of(language: str, address: str) -> bool:
    return address.startswith("en/") == (language == "en")


# ---- The same rules on both sides


def test_the_browser_folds_and_files_words_as_the_index_does(url: str, page: Page) -> None:
    draw = random.Random(6)
    letters = [
        chr(code)
        for code in (*range(0x20, 0x2000), *range(0xFB50, 0xFF00), *range(0x1D400, 0x1D7FF))
        if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co", "Cc")
    ]
    arabic = "".join(map(chr, range(0x0621, 0x0653))) + "ىیکھپچگٱ٠٥۹٬٫ ـ"
    texts = [place.read_text("utf-8") for place in sorted(library.GOLDEN.glob("*/source.txt"))]
    texts += ["".join(draw.choices(letters, k=60)) for _ in range(300)]
    texts += ["".join(draw.choices(arabic, k=60)) for _ in range(300)]
    texts += ["1,000 21.248 1.250,75 0.5 31.12.2025 1'000 O’Brien's cities tries"]
    texts += [
        "co-operation U.S. up-to-date a-b-c-d J.Smith 2014-2017 non\u2011member well\u2010being"
    ]
    page.goto(url)

    ours = [
        [[[word, folding.key(word)] for word in folding.words(text)], sorted(folding.filed(text))]
        for text in texts
    ]
    theirs = page.evaluate(
        """async texts => {
             const { makeFolding } = await import("/assets/diglot/search/folding.js");
             const rules = await (await fetch("/search/rules.json")).json();
             const { words, key } = makeFolding(rules);
             const filed = text => new Set([...words(text)].flatMap(
               ({ word, whole }) => whole ? [word, whole] : [word]));
             return texts.map(text =>
               [[...words(text)].map(({ word }) => [word, key(word)]), [...filed(text)]]);
           }""",
        texts,
    )

    for text, (words, filed), (their_words, theirs_filed) in zip(texts, ours, theirs, strict=True):
        assert their_words == words, text
        assert sorted(theirs_filed) == filed, text


# ---- Opening


@pytest.mark.parametrize("key", ["/", "s"])
def test_a_key_opens_the_search(url: str, page: Page, errors: list[str], key: str) -> None:
    page.goto(f"{url}/{SECTION}")
    page.keyboard.press(key)

    page.wait_for_selector(f"{DIALOG}[open]")
    assert page.evaluate("document.activeElement.matches('.dg-search-field')")
    assert page.input_value(FIELD) == ""


def test_a_search_that_cannot_be_loaded_is_told_of_and_tried_again(url: str, page: Page) -> None:
    page.goto(f"{url}/en/")
    page.route("**/search/dialog.js", lambda route: route.abort())
    page.click(".dg-search-open")
    page.wait_for_selector(".dg-told:not(:empty)")
    assert page.inner_text(".md-header .dg-told") == (
        "The search could not be loaded. Are you online?"
    )

    page.unroute("**/search/dialog.js")
    page.click(".dg-search-open")
    page.wait_for_selector(".dg-search[open]")
    assert page.locator(".md-header .dg-told").inner_text() == ""


@pytest.mark.parametrize(("code", "key"), [("Slash", "ظ"), ("KeyS", "س")])
def test_the_same_keys_open_it_on_an_arabic_keyboard(
    url: str, page: Page, code: str, key: str
) -> None:
    page.goto(f"{url}/{SECTION}")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send(
        "Input.dispatchKeyEvent", {"type": "keyDown", "code": code, "key": key, "text": key}
    )
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", "code": code, "key": key})

    page.wait_for_selector(f"{DIALOG}[open]")
    assert page.input_value(FIELD) == ""


def test_keys_that_are_typed_or_held_with_others_open_nothing(url: str, page: Page) -> None:
    page.goto(url)
    page.keyboard.press("Alt+s")
    # «o» of a Dvorak keyboard stands where others have «s».
    page.evaluate(
        """document.dispatchEvent(new KeyboardEvent("keydown", {key: "o", code: "KeyS"}))"""
    )
    page.evaluate("document.body.insertAdjacentHTML('afterbegin', '<input id=other>')")
    page.focus("#other")
    page.keyboard.type("s/")

    assert page.input_value("#other") == "s/"
    assert page.locator(DIALOG).count() == 0


def test_escape_closes_it_and_the_focus_goes_back(url: str, page: Page) -> None:
    opened(page, url)
    page.keyboard.press("Escape")

    assert page.locator(f"{DIALOG}[open]").count() == 0
    assert "dg-search-open" in page.evaluate("document.activeElement.className")
    page.click(".dg-search-open")
    page.click(".dg-search-close")
    assert page.locator(f"{DIALOG}[open]").count() == 0


def test_nothing_of_the_search_is_loaded_before_it_is_opened(
    root: Path, page: Page, serve_folder: Serve
) -> None:
    served = serve_folder(root / "site")
    page.goto(f"{served.url}/{SECTION}", wait_until="networkidle")
    before = [answer.path for answer in served.answers if "search" in answer.path]
    page.click(".dg-search-open")
    searched(page, "التحالف")

    assert before == ["/assets/diglot/search.js"]
    assert served.missing == []


def test_without_a_script_there_is_no_button(url: str, context: BrowserContext) -> None:
    page = context.browser.new_context(java_script_enabled=False).new_page()
    page.goto(url)

    assert not page.is_visible(".dg-search-open")
    page.context.close()


# ---- Typing


def test_a_pasted_word_is_looked_for(url: str, context: BrowserContext, page: Page) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    opened(page, url)
    page.evaluate("navigator.clipboard.writeText('الإنتربول')")
    page.focus(FIELD)
    page.keyboard.press("Control+V")

    assert answered(page, "الإنتربول").pages


def test_an_input_method_is_followed_while_it_composes(url: str, page: Page) -> None:
    opened(page, url)
    composing = page.context.new_cdp_session(page)
    caret = {"selectionStart": 7, "selectionEnd": 7}
    composing.send("Input.imeSetComposition", {"text": "التحالف", **caret})
    while_composing = answered(page, "التحالف")
    composing.send("Input.insertText", {"text": "الإنتربول"})

    assert while_composing.pages
    assert answered(page, "الإنتربول").marks[0].endswith("إنتربول")


def test_a_word_that_is_not_typed_to_its_end_shows_near_ones(url: str, page: Page) -> None:
    opened(page, f"{url}/en/")
    page.type(FIELD, "peshm")
    answer = answered(page, "peshm")

    assert answer.is_near
    assert {*answer.marks} == {"Peshmerga"}


def test_arrows_go_through_the_results_and_back(url: str, page: Page) -> None:
    opened(page, url)
    searched(page, "الإنتربول")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.dg-found-title') !== null")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('.dg-found-passages') !== null")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.matches('.dg-search-field')")


# ---- Results


def test_a_result_shows_the_text_as_published_and_ends_at_the_passage(
    url: str, page: Page, errors: list[str]
) -> None:
    opened(page, url)
    answer = searched(page, "وشركائنا السوريين")
    link = page.locator(".dg-found-passages a", has_text="8,200").first
    assert link.get_attribute("dir") == "rtl"
    assert {"لشركائنا", "السوريين"} <= {*answer.marks}
    shown = re.sub(r"^… | …$", "", link.inner_text())

    link.click()
    page.wait_for_url("**/military-campaign/#b-*")
    assert page.locator(f"{DIALOG}[open]").count() == 0
    block = page.locator(f"#{page.url.partition('#')[2]}")
    assert shown in re.sub(r"\s+", " ", block.text_content() or "")
    assert block.evaluate("block => block.getBoundingClientRect().top < innerHeight")


def test_a_passage_that_its_translation_found_is_shown_with_it(url: str, page: Page) -> None:
    opened(page, url)
    answer = searched(page, "kidnapping")
    passage, *listed = answer.passages
    across = page.locator(".dg-found-across").first

    assert passage.startswith("coalition-fact-sheet-2017/countering-finance/#b-")
    assert across.get_attribute("lang") == "en"
    assert across.get_attribute("dir") == "ltr"
    assert page.locator(".dg-found-passages a").first.get_attribute("dir") == "rtl"
    assert set(answer.marks) == {"kidnapping"}
    assert [address.partition("#")[0] for address in listed] == ["glossary/"]


def test_both_languages_are_searched_when_the_reader_says_so_and_it_is_remembered(
    url: str, page: Page
) -> None:
    opened(page, url)
    one = searched(page, "INTERPOL")
    page.check(".dg-search-both input")
    both = answered(page, "INTERPOL")
    page.wait_for_function("document.querySelector('.dg-found-title [lang=en]')")
    both = answered(page, "INTERPOL")
    assert not any(address.startswith("en/") for address in one.pages)
    assert any(address.startswith("en/") for address in both.pages)

    opened(page, f"{url}/{SECTION}")
    assert page.is_checked(".dg-search-both input")


def test_a_page_that_has_all_words_goes_before_those_that_have_some(url: str, page: Page) -> None:
    opened(page, f"{url}/en/")
    whole = searched(page, "INTERPOL databases")
    apart = searched(page, "INTERPOL chicken")

    assert not whole.is_near
    assert apart.is_near
    assert "No page has all" in apart.status
    assert len(apart.pages) >= 2


def test_pages_after_the_tenth_come_when_they_are_asked_for(
    url: str, page: Page, errors: list[str]
) -> None:
    opened(page, f"{url}/en/")
    answer = searched(page, "the")
    count = int(re.findall(r"\d+", answer.status)[0])
    assert len(answer.pages) == 10 < count

    while page.locator(".dg-found-rest button").count():
        shown = page.locator(".dg-found-page").count()
        page.click(".dg-found-rest button")
        page.wait_for_function(
            "shown => document.querySelectorAll('.dg-found-page').length > shown", arg=shown
        )
    addresses = page.locator(".dg-found-title a").evaluate_all("links => links.map(a => a.href)")
    assert len({*addresses}) == len(addresses) == count


@pytest.mark.parametrize("text", ["   ", "؟!", "«»"])
def test_a_query_without_words_finds_nothing_and_breaks_nothing(
    url: str, page: Page, errors: list[str], text: str
) -> None:
    opened(page, url)
    page.fill(FIELD, text)
    page.wait_for_timeout(400)

    assert page.locator(".dg-found-page").count() == 0


def test_a_search_that_cannot_be_loaded_says_so_and_works_later(url: str, page: Page) -> None:
    page.route("**/search/index.json", lambda route: route.abort())
    opened(page, f"{url}/en/")
    page.fill(FIELD, "coalition")
    page.wait_for_function(
        "document.querySelector('.dg-search-status').textContent.includes('could not be loaded')"
    )
    page.unroute("**/search/index.json")

    assert searched(page, "coalitions").pages


def test_a_hostile_title_does_not_run_in_search(
    page: Page, serve_folder: Serve, tmp_path: Path
) -> None:
    root = demo_site.make(tmp_path / "project")
    assert demo_site.build(root).returncode == 0
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    opened(page, f"{serve_folder(root / 'site').url}/en/")
    answer = searched(page, "config")

    assert answer.pages
    assert "<script>" in page.inner_text(".dg-search-found")
    assert alerts == []


@pytest.mark.parametrize("path", ["index.html", "en/fact-sheet/introduction.html"])
def test_links_hold_in_a_subfolder_and_with_names_of_files(
    page: Page, serve_folder: Serve, tmp_path: Path, path: str
) -> None:
    settings = "site_url: https://host.example/sub/\nuse_directory_urls: false\n"
    root = demo_site.make(tmp_path / "project", settings + demo_site.CONFIG)
    assert demo_site.build(root, "--site-dir", str(tmp_path / "host" / "sub")).returncode == 0
    served = serve_folder(tmp_path / "host")
    opened(page, f"{served.url}/sub/{path}")
    searched(page, "بالعمليات")

    page.click(".dg-found-passages a >> nth=0")
    page.wait_for_url("**/military-campaign.html#b-*")
    assert page.locator(f"#{page.url.partition('#')[2]}").is_visible()
    assert served.missing == []


# ---- Looks


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["", "en/"])
def test_on_a_telephone_it_fills_the_screen_and_nothing_scrolls_sideways(
    url: str, page: Page, path: str, scheme: Any
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.emulate_media(color_scheme=scheme)
    opened(page, f"{url}/{path}")
    searched(page, "التحالف")

    box = page.locator(DIALOG).bounding_box()
    assert box == {"x": 0, "y": 0, "width": 390, "height": 844}
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    assert page.evaluate(
        """[...document.querySelectorAll(".dg-search *")].every(element => {
             const box = element.getBoundingClientRect();
             return !box.width || (box.left >= -1 && box.right <= 391);
           })"""
    )
    paper = page.locator(DIALOG).evaluate("dialog => getComputedStyle(dialog).backgroundColor")
    assert (max(map(int, re.findall(r"\d+", paper))) < 64) == (scheme == "dark")


def test_the_dialog_tells_screen_readers_what_it_is(url: str, page: Page) -> None:
    opened(page, url)
    searched(page, "التحالف")

    assert page.get_by_role("dialog", name="بحث").count() == 1
    assert page.get_by_role("searchbox", name="ابحث في النصوص").count() == 1
    assert page.get_by_role("checkbox", name="باللغتين").count() == 1
    assert "صفح" in page.get_by_role("status").inner_text()


def test_on_paper_there_is_no_search(url: str, page: Page) -> None:
    opened(page, url)
    page.emulate_media(media="print")

    assert not page.is_visible(DIALOG)
    assert not page.is_visible(".dg-search-open")


def test_the_index_is_small_to_the_first_result(
    root: Path, page: Page, serve_folder: Serve
) -> None:
    """Of a site of fifty pages; bench tells of one of three thousand."""
    served = serve_folder(root / "site")
    sizes: list[int] = []
    opened(page, f"{served.url}/")
    page.on("response", lambda answer: sizes.append(len(answer.body())))
    searched(page, "الإنتربول")

    assert sum(sizes) < 120_000
