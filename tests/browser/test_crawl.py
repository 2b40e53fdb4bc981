"""The whole site in a browser: every page, link and file is there, and nothing is outside."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from playwright.sync_api import ConsoleMessage, Page

from tests import whole_site
from tests.whole_site import FOLDER, HOST, SECTION

Serve = Callable[[Path], Any]
"""The fixture `serve_folder`; what it returns has `url`, `answers` and `missing`."""

LINKS = """() => [...document.querySelectorAll(`[href], [src], [poster], object[data],
    form[action], meta[property$=image], meta[name$=image]`)]
  .filter(element => !element.closest("svg"))
  .map(element => element.getAttribute("href") ?? element.getAttribute("src")
    ?? element.getAttribute("poster") ?? element.getAttribute("data")
    ?? element.getAttribute("action") ?? element.content)"""
IDS = """() => [...document.querySelectorAll("[id], a[name]")].flatMap(e => [e.id, e.name])"""
STYLE_LINK = re.compile(r"""url\(["']?([^"')]+)["']?\)""")
SOURCE_MAP = re.compile(r"""sourceMappingURL=(\S+?)(?:\s*\*/)?\s*$""")

LOST = f"{FOLDER}404.html"
"""Names its files from the root of the host: it is shown at any address."""


@dataclass(slots=True)
class Crawl:
    """What was met, by the address of the page, from the root of the host."""

    links: dict[str, set[str]] = field(default_factory=dict)
    """As they are written."""
    anchors: dict[str, set[str]] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)
    """Errors and warnings on the console, errors of scripts."""


@pytest.fixture
def said(page: Page) -> Iterator[list[str]]:
    """What scripts complain of; none may be left."""
    found: list[str] = []

    def note(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            found.append(f"{page.url}: {message.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: found.append(f"{page.url}: {error}"))
    yield found
    assert found == []


def test_every_page_opens_and_every_link_leads_somewhere(
    whole_host: Path, page: Page, serve_folder: Serve, said: list[str]
) -> None:
    # The fixture `page` fails for any request to another host.
    served = serve_folder(whole_host)
    crawl = Crawl()
    for path in whole_site.pages(whole_host):
        page.goto(f"{served.url}{path}", wait_until="networkidle")
        crawl.links[path] = set(page.evaluate(LINKS))
        crawl.anchors[path] = set(page.evaluate(IDS))

    assert served.missing == []
    assert len(crawl.links) > 40
    assert list(_leading_nowhere(whole_host, crawl)) == []


def test_every_page_is_reached_by_links_from_the_home_page(whole_host: Path) -> None:
    """Or from the page of its counterpart: no page is an island, but for 404.html."""
    read = {path: _hrefs(_file(whole_host, path)) for path in whole_site.pages(whole_host)}
    reached, waiting = set(), [FOLDER]
    while waiting:
        path = waiting.pop()
        if path not in reached and path in read:
            reached.add(path)
            waiting += [urldefrag(urljoin(path, link))[0] for link in read[path]]

    assert set(read) - reached == {LOST}


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_a_reader_does_asks_for_nothing_that_is_not_there(
    whole_host: Path, page: Page, serve_folder: Serve, said: list[str], language: str
) -> None:
    served = serve_folder(whole_host)
    page.goto(f"{served.url}{FOLDER}{language}{SECTION}")
    for mode in ("side", "lines", "reveal"):
        page.check(f".dg-modes [value={mode}]", force=True)
        page.wait_for_selector(f"html[data-dg-reading={mode}]")
    page.click(".dg-search-open")
    page.fill(".dg-search-field", "2017")
    page.wait_for_selector(".dg-found-passages a")

    assert served.missing == []


def test_files_name_only_files_that_are_there(whole_host: Path) -> None:
    """Style sheets their fonts and pictures; scripts and style sheets no source map that is not."""
    lost = []
    for path in [*whole_host.rglob("*.css"), *whole_host.rglob("*.js")]:
        text = path.read_text("utf-8")
        named = STYLE_LINK.findall(text) if path.suffix == ".css" else []
        lost += [
            f"{path.relative_to(whole_host)}: {link}"
            for link in [*named, *SOURCE_MAP.findall(text)]
            # `#part`: in a picture within a style sheet.
            if not link.startswith(("data:", "#")) and not (path.parent / link).is_file()
        ]

    assert lost == []


def test_the_sitemap_names_every_page_and_nothing_else(whole_host: Path) -> None:
    text = (whole_host / FOLDER.strip("/") / "sitemap.xml").read_text("utf-8")
    named = {address.removeprefix(HOST) for address in re.findall("<loc>(.*?)</loc>", text)}

    assert named == {*whole_site.pages(whole_host)} - {LOST}


def _leading_nowhere(host: Path, crawl: Crawl) -> Iterator[str]:
    """Links to addresses that are not there, and to anchors that are not on their pages."""
    for page, links in crawl.links.items():
        for link in sorted(links):
            address, anchor = urldefrag(urljoin(f"{HOST}{page}", link))
            parts = urlsplit(address)
            if f"{parts.scheme}://{parts.netloc}" != HOST:
                continue  # the fixture `page` fails if it is loaded
            path = unquote(parts.path)
            if not _file(host, path).is_file():
                yield f"{page}: {link}"
            elif anchor and path in crawl.anchors and unquote(anchor) not in crawl.anchors[path]:
                yield f"{page}: {link} (no such place)"


def _file(host: Path, path: str) -> Path:
    return host / (f"{path}index.html" if path.endswith("/") else path).lstrip("/")


def _hrefs(page: Path) -> list[str]:
    return re.findall(r'<a\b[^>]*? href="([^"]*)"', page.read_text("utf-8"))
