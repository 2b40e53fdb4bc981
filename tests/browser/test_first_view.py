"""What the first view of a page costs a reader: bytes as sent, requests, and nothing that jumps."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ViewportSize

from tests.whole_site import DOCUMENT, FOLDER, SECTION

Serve = Callable[[Path], Any]
"""The fixture `serve_folder`; what it returns has `url` and `answers`."""

MOST_BYTES = 190_000
MOST_REQUESTS = 16
PACKED = frozenset({"woff2", "png", "jpg", "webp", "ico"})
"""Not made smaller by a server; everything else is counted as gzip makes it."""
PAGES = [f"{language}{page}" for language in ("", "en/") for page in ("", f"{DOCUMENT}/", SECTION)]
SIZES: dict[str, ViewportSize] = {
    "desktop": {"width": 1440, "height": 900},
    "phone": {"width": 390, "height": 844},
}
SHIFTS = """window.shifts = [];
  new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(shift => [
    shift.value, ...shift.sources.map(({node}) =>
      (node?.outerHTML ?? node?.data ?? "").slice(0, 80))])))
  .observe({type: "layout-shift", buffered: true});"""


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_the_first_view_is_light(
    whole_host: Path, browser: Browser, serve_folder: Serve, path: str, size: str
) -> None:
    """On a busy machine a font may come late for a reader, who is then sent the next of its row."""
    for _ in range(3):
        asked = _asked(browser, whole_host, serve_folder, path, size)
        if len(asked) <= MOST_REQUESTS:
            break

    assert len(asked) <= MOST_REQUESTS, asked
    sent = {name: _as_sent(whole_host, name) for name in asked}
    assert sum(sent.values()) <= MOST_BYTES, sent


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("path", PAGES)
def test_nothing_moves_in_the_first_view(
    whole_host: Path, browser: Browser, serve_folder: Serve, path: str, size: str
) -> None:
    """For readers who were never here; on a busy machine a font may come late for one of them."""
    url = f"{serve_folder(whole_host).url}{FOLDER}{path}"
    shifts = [_shifts(browser, url, SIZES[size]) for _ in range(3)]

    assert [] in shifts, shifts


def test_without_a_script_there_is_no_button_of_search(
    whole_host: Path, browser: Browser, serve_folder: Serve
) -> None:
    """Its room is kept where a script will show it, and nowhere else."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve_folder(whole_host).url}{FOLDER}")

    assert page.locator(".dg-search-open").is_hidden()
    context.close()


def _shifts(browser: Browser, url: str, size: ViewportSize) -> list[Any]:
    """What moved, and by how much."""
    context = browser.new_context(viewport=size)
    page = context.new_page()
    page.add_init_script(SHIFTS)
    page.goto(url, wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    found: list[Any] = page.evaluate("window.shifts")
    context.close()
    return found


def _asked(browser: Browser, host: Path, serve_folder: Serve, path: str, size: str) -> list[str]:
    """What is asked for by a reader who was never here."""
    served = serve_folder(host)
    context = browser.new_context(viewport=SIZES[size])
    page = context.new_page()
    page.goto(f"{served.url}{FOLDER}{path}", wait_until="networkidle")
    page.evaluate("document.fonts.ready")
    context.close()
    assert served.missing == []
    return [answer.path for answer in served.answers]


def _as_sent(host: Path, name: str) -> int:
    name = name.partition("?")[0]
    path = host / (f"{name}index.html" if name.endswith("/") else name).lstrip("/")
    content = path.read_bytes()
    return len(content if path.suffix[1:] in PACKED else gzip.compress(content, 6))
