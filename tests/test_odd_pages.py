"""Names, titles and settings that nobody expects: the site is built, and says what it was told."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from diglot import files, pipeline, project
from tests import demo_site
from tests.demo_site import CONFIG, DOCUMENT

ADDRESS = "https://host.example/sub/"
ICON = "https://host.example/icon.png?a=1&b=2"
ARABIC_NAME = "صفحة"
PAGES = {
    "en/My page & co #1.md": "# A page\n\nIts text.\n",
    "en/untitled.md": "---\ntitle: Q & A\n---\n\nOnly text.\n",
    "ar/search.md": "# A page of this name\n",
    f"ar/{ARABIC_NAME}.md": "# A page\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    config = CONFIG.replace("assets/diglot/favicon.svg", f'"{ICON}"')
    config = config.replace("site_name: Two languages\n", "site_name: |\n  Two\n  languages\n")
    root = demo_site.make(tmp_path_factory.mktemp("project"), f"site_url: {ADDRESS}\n{config}")
    pipeline.build(project.load(root), site=False)
    for name, text in PAGES.items():
        files.write_if_changed(root / "docs" / name, text)
    seed = next((root / "seeds").glob("*.txt"))
    text = seed.read_text("utf-8")
    files.write_if_changed(seed, text[: text.index("مكافحة التمويل")])

    result = demo_site.build(root)

    assert result.returncode == 0, result.stderr
    return root / "site"


def test_the_address_of_a_card_is_one_and_leads_to_it(site: Path) -> None:
    pages = ["en/My page & co #1", ARABIC_NAME]
    found = [re.search('"og:image" content="([^"]*)"', _page(site / name)) for name in pages]
    addresses = [unescape(match[1]) for match in found if match]

    assert len(addresses) == 2
    for address in addresses:
        assert re.fullmatch(r"[!-~]+", address)
        assert "#" not in address
        assert (site / unquote(address.removeprefix(ADDRESS))).is_file()


def test_search_shows_titles_as_they_are_written(site: Path) -> None:
    found = [json.loads(path.read_text("utf-8")) for path in site.glob("search/en/*.json")]
    titles = {page["url"]: (page["title"], page["document"]) for page in found}

    assert titles["en/untitled/"] == ("Q & A", "")
    assert titles[f"en/{DOCUMENT}/introduction/"] == ("Introduction", demo_site.HOSTILE)


def test_a_page_beside_the_index_of_search_stays(site: Path) -> None:
    assert "A page of this name" in _page(site / "search")
    assert (site / "search" / "index.json").is_file()


def test_the_icon_of_another_host_keeps_its_address_on_the_page_of_a_section_that_is_gone(
    site: Path,
) -> None:
    page = _page(site / DOCUMENT / "countering-finance")

    assert 'http-equiv="refresh"' in page
    assert [unescape(icon) for icon in re.findall('rel="icon" href="([^"]*)"', page)] == [ICON]


@pytest.mark.parametrize("nav", ["", f"nav:\n  - ar/{DOCUMENT}/index.md\n"])
def test_with_another_theme_than_material_one_line_says_what_to_do(
    tmp_path: Path, nav: str
) -> None:
    config = re.sub(r"theme:\n(?:  .*\n)+", "theme:\n  name: mkdocs\n", CONFIG)

    result = demo_site.build(demo_site.make(tmp_path, config + nav))

    assert result.returncode == 1
    assert "the theme must be Material; write «name: material» under theme" in result.stderr
    assert "Traceback" not in result.stderr


def _page(folder: Path) -> str:
    return (folder / "index.html").read_text("utf-8")
