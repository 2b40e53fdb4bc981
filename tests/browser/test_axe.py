"""Whether everybody can use the site, as far as axe can tell: every page, every way, each theme."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests import whole_site
from tests.whole_site import FOLDER, SECTION

Serve = Callable[[Path], Any]
"""The fixture `serve_folder`; what it returns has `url`."""

SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
LOOKS = [(scheme, size) for scheme in ("light", "dark") for size in SIZES]
SCHEMES = {"light": "default", "dark": "slate"}
READ = [SECTION, "states/tables/", "states/others/"]
# Last the one that a page opens with: to choose it then would choose nothing.
MODES = ["side", "lines", "reveal", "one"]
QUERIES = ["التحالف", "campaign", "qwertzuiop", "coalitiom"]
"""Words of each language, one that is not there, one that is nearly there."""


@pytest.fixture
def url(whole_host: Path, serve_folder: Serve) -> str:
    url: str = serve_folder(whole_host).url
    return url


BOTH_ENDS = [("light", "desktop"), ("dark", "phone")]
"""Of the looks: each theme and each size, for what takes long."""


@pytest.fixture(params=LOOKS, ids="-".join)
def look(request: pytest.FixtureRequest, page: Page) -> Iterator[Page]:
    """A page in one of the themes and sizes."""
    scheme, size = request.param
    width, height = SIZES[size]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    yield page
    assert page.evaluate("document.body.dataset.mdColorScheme") == SCHEMES[scheme]


def violations(page: Page, place: str) -> list[tuple[str, str, str]]:
    """What is wrong, with the place, the rule, and the element.

    Without Material's tooltips, which hang outside of the landmarks (rule «region») for a moment.
    """
    page.mouse.move(0, 0)
    page.wait_for_selector(".md-tooltip2", state="detached")
    found = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
    return [
        (place, each["id"], node["html"][:160])
        for each in found
        for node in each["nodes"]
    ]  # fmt: skip


@pytest.mark.parametrize("look", BOTH_ENDS, ids="-".join, indirect=True)
def test_every_page_as_it_opens(look: Page, url: str, whole_host: Path) -> None:
    wrong = []
    for path in whole_site.pages(whole_host):
        look.goto(f"{url}{path}")
        wrong += violations(look, path)

    assert wrong == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_way_to_read(look: Page, url: str, language: str) -> None:
    wrong = []
    for path in READ:
        look.goto(f"{url}{FOLDER}{language}{path}")
        for mode in MODES:
            look.check(f".dg-modes [value={mode}]", force=True)
            look.wait_for_function(
                "mode => document.documentElement.dataset.dgReading === mode", arg=mode
            )
            if mode == "reveal":
                for button in look.locator(".dg-reveal").all():
                    button.click()
            wrong += violations(look, f"{language}{path} {mode}")

    assert wrong == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_search_with_and_without_results(look: Page, url: str, language: str) -> None:
    look.goto(f"{url}{FOLDER}{language}")
    look.click(".dg-search-open")
    look.wait_for_selector(".dg-search[open]")
    wrong = violations(look, "empty")
    for query in QUERIES:
        look.fill(".dg-search-field", query)
        look.wait_for_selector(f'.dg-search[data-query="{query}"]:not([aria-busy])')
        wrong += violations(look, query)

    assert wrong == []
