"""Four ways to read: one language, side by side, sentence by sentence, on demand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests import demo_site
from tests.search import library

Serve = Callable[[Path], Any]
"""The fixture `serve_folder`; what it returns has `url`, `answers` and `missing`."""

FIGHTERS = "coalition-fact-sheet-2017/foreign-terrorist-fighters/"
CAMPAIGN = "coalition-fact-sheet-2017/military-campaign/"
PAGES = [
    FIGHTERS, f"en/{FIGHTERS}", "tables/almdars/", "en/tables/almdars/", "en/law/almada-1/",
    "nested-lists/bad-almhma/", "en/interview/introduction/",
]  # fmt: skip
MODES = ["side", "lines", "reveal"]
OTHERS = ".md-content__inner .dg-other"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = library.make(tmp_path_factory.mktemp("library"))
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
    shown(page, mode)


def shown(page: Page, mode: str) -> None:
    page.wait_for_function("mode => document.documentElement.dataset.dgReading === mode", arg=mode)


def article(page: Page) -> str:
    """The page's own text and markup, without what only helps the keyboard."""
    return str(
        page.evaluate(
            """() => { const copy = document.querySelector(".md-content__inner").cloneNode(true);
                 copy.querySelectorAll("[tabindex]").forEach(one =>
                   one.removeAttribute("tabindex"));
                 copy.querySelectorAll("[class]").forEach(one =>
                   one.className = one.className.replace(/ ?focus-visible/, ""));
                 copy.normalize();
                 return copy.innerHTML; }"""
        )
    )


@pytest.mark.parametrize("path", PAGES)
def test_every_translated_passage_has_its_counterpart_and_goes_again(
    url: str, page: Page, path: str
) -> None:
    page.goto(f"{url}/{path}", wait_until="networkidle")
    before = article(page)
    texts = page.locator(".md-content__inner .dg .dg-s").all_text_contents()
    for mode in MODES:
        choose(page, mode)

        added = page.locator(f"{OTHERS} .dg-s").count()
        own = page.locator(".md-content__inner .dg .dg-s").count() - added
        waiting = page.locator(".dg-waits .dg-s").count()
        assert own == len(texts)
        assert added == len(texts) - waiting > 0

    choose(page, "one")
    assert article(page) == before


def test_sentences_are_those_of_the_other_page(url: str, page: Page) -> None:
    page.goto(f"{url}/{CAMPAIGN}")
    wanted = page.locator(".md-content__inner .dg .dg-s").all_text_contents()
    page.goto(f"{url}/en/{CAMPAIGN}")
    for mode in MODES:
        choose(page, mode)

        assert page.locator(f"{OTHERS} .dg-s").all_text_contents() == wanted
        assert {*page.locator(OTHERS).evaluate_all("all => all.map(e => e.lang + e.dir)")} == {
            "arrtl"
        }


@pytest.mark.parametrize("path", [FIGHTERS, f"en/{FIGHTERS}"])
def test_side_by_side_english_is_left_and_arabic_right_in_rows(
    url: str, page: Page, path: str
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{url}/{path}")
    choose(page, "side")

    rows = page.evaluate(
        """() => [...document.querySelectorAll(":is(p, li, h1).dg > .dg-pair")].map(pair => {
             const [own, other] = [...pair.children].map(one => one.getBoundingClientRect());
             const isArabic = document.documentElement.lang === "ar";
             const [english, arabic] = isArabic ? [other, own] : [own, other];
             return english.right < arabic.left
               && english.top < arabic.bottom && arabic.top < english.bottom;
           })"""
    )
    assert len(rows) >= 12
    assert all(rows)


def test_the_sides_change_when_the_reader_turns_them_and_it_is_remembered(
    url: str, page: Page
) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{url}/en/{FIGHTERS}")
    assert not page.is_visible(".dg-turn")
    choose(page, "side")
    page.click(".dg-turn")
    page.goto(f"{url}/en/{CAMPAIGN}")
    shown(page, "side")

    own, other = (page.locator(f"p.dg .dg-{one}").first.bounding_box() for one in ("own", "other"))
    assert own
    assert other
    assert own["x"] > other["x"] + other["width"]
    assert page.get_attribute(".dg-turn", "aria-pressed") == "true"
    page.click(".dg-turn")
    own = page.locator("p.dg .dg-own").first.bounding_box()
    assert own
    assert own["x"] < other["x"] + other["width"]


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_in_any_way(url: str, page: Page, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{url}/{path}", wait_until="networkidle")
    for mode in MODES:
        choose(page, mode)

        assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize(("path", "there"), [(CAMPAIGN, "en"), (f"en/{CAMPAIGN}", "ar")])
def test_who_reads_both_languages_is_told_in_both_what_is_not_reviewed(
    url: str, page: Page, path: str, there: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    page.goto(f"{url}/{path}")
    before = article(page)
    words = '() => document.querySelector(".dg-banner-other").textContent.trim()'
    for mode in ("side", "lines"):
        choose(page, mode)
        other = page.locator(".dg-banner-other")
        own, theirs = page.locator(".dg-banner-own").bounding_box(), other.bounding_box()

        assert (other.get_attribute("lang"), other.count()) == (there, 1)
        assert len(page.evaluate(words)) > 40
        assert own
        assert theirs
        is_beside = mode == "side" and width == 1280
        assert (abs(own["y"] - theirs["y"]) < 12) == is_beside
        if is_beside:
            assert (own["x"] < theirs["x"]) == (there == "ar")
    choose(page, "reveal")
    assert page.locator(".dg-banner-other").count() == 0
    choose(page, "one")

    assert article(page) == before


def test_sentence_by_sentence_each_stands_below_its_own(url: str, page: Page) -> None:
    page.goto(f"{url}/en/{CAMPAIGN}")
    choose(page, "lines")

    pairs = page.evaluate(
        """() => [...document.querySelectorAll("p.dg > .dg-pair")].map(pair => {
             const [own, other] = pair.children;
             const number = one => one.querySelector("[data-s]").dataset.s;
             return number(own) === number(other)
               && other.getBoundingClientRect().top >= own.getBoundingClientRect().bottom - 1;
           })"""
    )
    assert len(pairs) > 10
    assert all(pairs)


def test_on_demand_one_passage_shows_the_other_language_and_hides_it(url: str, page: Page) -> None:
    page.goto(f"{url}/{CAMPAIGN}")
    choose(page, "reveal")
    button = page.locator("p.dg .dg-reveal").first
    assert page.locator(OTHERS).locator("visible=true").count() == 0

    button.focus()
    page.keyboard.press("Enter")
    assert page.locator(OTHERS).locator("visible=true").count() == 1
    assert button.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Enter")
    assert page.locator(OTHERS).locator("visible=true").count() == 0
    assert button.get_attribute("aria-expanded") == "false"


def test_the_choice_is_remembered_on_the_next_page_and_in_the_other_language(
    url: str, page: Page
) -> None:
    page.goto(f"{url}/{CAMPAIGN}")
    choose(page, "side")
    page.goto(f"{url}/en/{FIGHTERS}")

    shown(page, "side")
    assert page.is_checked(".dg-modes [value=side]")
    choose(page, "one")
    page.goto(f"{url}/en/{CAMPAIGN}", wait_until="networkidle")
    assert page.locator(OTHERS).count() == 0


def test_nothing_is_loaded_for_a_reader_of_one_language(
    site: Path, page: Page, serve_folder: Serve
) -> None:
    served = serve_folder(site)
    page.goto(f"{served.url}/{CAMPAIGN}", wait_until="networkidle")
    before = [answer.path for answer in served.answers]
    choose(page, "side")
    after = [answer.path for answer in served.answers][len(before) :]

    assert [path for path in before if "reading/" in path or "/en/" in path] == []
    assert f"/en/{CAMPAIGN}" in after
    assert served.missing == []


def test_an_address_with_a_per_cent_sign_of_its_own_is_no_error(url: str, page: Page) -> None:
    page.goto(f"{url}/en/{FIGHTERS}#100%")

    choose(page, "side")

    assert page.locator(OTHERS).count() > 0
    assert page.locator(".dg-modes [role=status]").text_content() == ""


@pytest.mark.parametrize("mode", MODES)
def test_a_link_to_a_passage_opens_at_it(url: str, page: Page, mode: str) -> None:
    page.goto(f"{url}/en/{FIGHTERS}")
    choose(page, mode)
    anchor = page.locator(".md-content__inner .dg[id]").last.get_attribute("id")
    page.goto("about:blank")
    page.goto(f"{url}/en/{FIGHTERS}#{anchor}")
    shown(page, mode)

    top = page.locator(f"[id='{anchor}']").evaluate("one => one.getBoundingClientRect().top")
    assert 0 <= top < page.viewport_size["height"] - 50


@pytest.mark.parametrize("path", [FIGHTERS, f"en/{FIGHTERS}"])
def test_a_switch_leaves_the_passage_where_it_is(url: str, page: Page, path: str) -> None:
    page.goto(f"{url}/{path}", wait_until="networkidle")
    for mode in [*MODES, "one"]:
        page.evaluate(
            "document.querySelector('[id=\"b-0af905\"]').scrollIntoView({block: 'center'})"
        )
        held = page.evaluate_handle(
            """() => [...document.querySelectorAll(".dg[id]")].find(one =>
                 one.getBoundingClientRect().bottom > 160)"""
        )
        before = held.evaluate("one => one.getBoundingClientRect().top")
        page.evaluate("mode => document.querySelector(`.dg-modes [value=${mode}]`).click()", mode)
        shown(page, mode)

        assert abs(held.evaluate("one => one.getBoundingClientRect().top") - before) <= 2


def test_the_sentence_under_the_pointer_and_the_focus_is_marked_in_both(
    url: str, page: Page
) -> None:
    page.goto(f"{url}/en/{CAMPAIGN}")
    choose(page, "side")
    page.hover("p.dg .dg-own .dg-s[data-s='2'] >> nth=0")
    marked = page.locator(".dg-on")
    assert marked.evaluate_all("all => all.map(one => one.dataset.s)") == ["2", "2"]
    assert page.locator(".dg-other .dg-on").count() == 1

    page.locator(".dg-own .dg-s").first.focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    focused = page.evaluate("document.activeElement.textContent")
    assert focused == page.locator(".dg-own .dg-s").nth(3).text_content()
    assert marked.count() == 2
    page.keyboard.press("ArrowUp")
    assert page.evaluate("document.activeElement.textContent") != focused
    assert page.locator(".dg-own .dg-s[tabindex='0']").count() == 1


def test_the_faces_of_both_scripts_are_used(url: str, page: Page) -> None:
    page.goto(f"{url}/{FIGHTERS}", wait_until="networkidle")
    choose(page, "side")

    loaded = page.evaluate(
        """[...document.fonts].filter(face => face.status === "loaded")
             .map(face => face.family.replaceAll('"', ""))"""
    )
    assert {"Diglot Serif", "Diglot Naskh"} <= {*loaded}


def test_a_page_that_cannot_be_loaded_leaves_one_language(url: str, page: Page) -> None:
    page.route(f"**/en/{CAMPAIGN}", lambda route: route.abort())
    page.goto(f"{url}/{CAMPAIGN}")
    page.check(".dg-modes [value=side]", force=True)
    page.wait_for_function("document.querySelector('.dg-modes [role=status]').textContent !== ''")

    assert page.is_checked(".dg-modes [value=one]")
    assert page.locator(OTHERS).count() == 0


@pytest.mark.parametrize("width", [1440, 1280, 1000, 960])
@pytest.mark.parametrize("path", [FIGHTERS, f"en/{FIGHTERS}"])
def test_the_choice_stands_in_the_header_and_stays_there(
    path: str, width: int, url: str, page: Page
) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{url}/{path}")
    choose(page, "side")
    page.mouse.wheel(0, 900)
    page.wait_for_function("scrollY > 500")

    header, modes = (page.locator(it).bounding_box() for it in (".md-header", ".dg-modes"))
    assert header
    assert modes
    assert header["y"] == 0
    assert modes["y"] + modes["height"] <= header["height"]
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.evaluate("document.fonts.ready")  # until then the title has wider letters
    title = page.locator(".md-header__topic .md-ellipsis").first
    assert title.evaluate("it => it.scrollWidth <= it.clientWidth")


@pytest.mark.parametrize("path", [FIGHTERS, f"en/{FIGHTERS}"])
def test_on_a_telephone_the_choice_is_under_the_thumb_and_hides_nothing(
    path: str, url: str, page: Page
) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    page.goto(f"{url}/{path}")

    ways = [way.bounding_box() for way in page.locator(".dg-modes label").all()]
    assert [way["y"] + way["height"] for way in ways if way] == [700] * 4
    assert all(way["height"] >= 56 for way in ways if way)
    page.keyboard.press("End")
    page.wait_for_function("scrollY + innerHeight >= document.documentElement.scrollHeight - 1")
    last = page.locator(".md-footer__link").last.bounding_box()
    assert last
    assert last["y"] + last["height"] <= 700 - 56


def test_on_paper_both_languages_stand_and_the_choice_does_not(url: str, page: Page) -> None:
    page.goto(f"{url}/en/{CAMPAIGN}")
    choose(page, "side")
    page.emulate_media(media="print")

    assert not page.is_visible(".dg-modes")
    assert page.locator(OTHERS).first.is_visible()


def test_without_a_script_the_page_is_as_it_was(url: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{url}/en/{CAMPAIGN}")

    assert not page.is_visible(".dg-modes")
    assert page.locator("p.dg .dg-s").first.is_visible()
    context.close()


def test_pages_that_are_not_of_a_document_have_one_way(url: str, page: Page) -> None:
    for path in ["", "en/about/", "coalition-fact-sheet-2017/"]:
        page.goto(f"{url}/{path}")

        assert page.locator(".dg-modes").count() == 0


def test_the_choice_moves_nothing_while_the_page_loads(url: str, page: Page) -> None:
    page.add_init_script(
        """window.shift = 0;
           new PerformanceObserver(list => list.getEntries().forEach(entry => {
             window.shift += entry.value; })).observe({type: "layout-shift", buffered: true});"""
    )
    page.goto(f"{url}/en/{CAMPAIGN}", wait_until="networkidle")

    assert page.evaluate("window.shift") < 0.01


@pytest.mark.parametrize("is_turned", [False, True])
def test_side_by_side_the_columns_of_all_passages_begin_and_end_alike(
    is_turned: bool, url: str, page: Page
) -> None:
    """Also those of list items, each with its marker, in either language."""
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{url}/en/{FIGHTERS}")
    choose(page, "side")
    if is_turned:
        page.click(".dg-turn")

    left, right = (".dg-other", ".dg-own") if is_turned else (".dg-own", ".dg-other")
    edges = page.evaluate(
        """([left, right]) => [...document.querySelectorAll("p.dg, li.dg")].map(block => {
             const at = side => block.querySelector(side).getBoundingClientRect();
             return [Math.round(at(left).right), Math.round(at(right).left)]; })""",
        [left, right],
    )
    assert len(edges) > 8
    assert len({tuple(edge) for edge in edges}) == 1
    assert edges[0][0] < edges[0][1]
    markers = page.locator("li.dg .dg-other").evaluate_all(
        "all => all.map(one => one.dataset.marker)"
    )
    assert markers[:4] == ["1)", "2)", "3)", "4)"]


def test_passages_are_numbered_in_the_gutter(url: str, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    for path in [FIGHTERS, f"en/{FIGHTERS}"]:
        page.goto(f"{url}/{path}")

        shown = page.locator(".dg-mark").evaluate_all(
            """all => all.map(one => { const it = getComputedStyle(one, "::before");
                 return [it.content, it.display !== "none"]; })"""
        )
        assert len(shown) > 8
        assert {tuple(each) for each in shown} == {('counter(dg-passage) / ""', True)}


@pytest.mark.parametrize("mode", MODES)
def test_beside_the_original_each_translated_passage_has_the_mark_of_its_own_page(
    mode: str, url: str, page: Page
) -> None:
    marks = """[...document.querySelectorAll(".md-content__inner .dg[id]")].map(block => {
      const next = block.nextElementSibling;
      const line = next?.matches(".dg-mark-line") ? next : block;
      const sign = line.querySelector(":scope > .dg-mark > .dg-mark-state");
      return [block.id, getComputedStyle(block).getPropertyValue("--dg-sign"),
        sign && getComputedStyle(sign, "::before").display]; })"""
    page.goto(f"{url}/en/{FIGHTERS}")
    own = page.evaluate(marks)
    page.goto(f"{url}/{FIGHTERS}")
    before = article(page)
    choose(page, mode)

    assert len(own) > 8
    assert page.evaluate(marks) == own
    words = page.locator(".dg-mark-word").all_inner_texts()
    assert {word for word in words if word} == {"مسودة لم يراجعها أحد (مصدرها: نموذج لغوي)"}
    choose(page, "one")
    assert article(page) == before
