"""The MkDocs plugin: what ``mkdocs build`` and ``mkdocs serve`` make of a project."""

from __future__ import annotations

import json
import re
import subprocess
import threading
import time
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from diglot import pipeline, project
from diglot.marking import Named
from diglot.site import appearance
from diglot.site.appearance import THEME, safe, with_direction
from diglot.steps.mark import Reviewed
from tests import demo_site
from tests.demo_site import CONFIG, DOCUMENT

NAV_LINK = re.compile(r'<a href="([^"]*)" class="md-nav__link[^"]*">\s*(?:<span[^>]*>\s*)?([^<]*)')


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = demo_site.make(tmp_path_factory.mktemp("project"))

    result = demo_site.build(root, "--strict")

    assert result.returncode == 0, result.stderr
    return root / "site"


def test_pages_of_both_languages_are_built(site: Path) -> None:
    names = ["index.html", *(f"{name}/index.html" for name in ("about", DOCUMENT))]
    sections = ("introduction", "military-campaign", "countering-finance")
    names += [f"{DOCUMENT}/{name}/index.html" for name in sections]

    assert [name for name in names if not (site / name).exists()] == []
    assert [name for name in names if not (site / "en" / name).exists()] == []


def test_navigation_is_in_document_order_with_titles_in_the_language_of_the_page(
    site: Path,
) -> None:
    assert _navigation(site / DOCUMENT / "index.html") == [
        ("..", "الرئيسية"),
        ("./", "بيان حقائق"),
        ("introduction/", "مقدمة"),
        ("military-campaign/", "الحملة العسكرية"),
        ("countering-finance/", "مكافحة التمويل"),
        ("../status/", "حالة الترجمات"),
        ("../about/", "عن الترجمة"),
        ("../zebra/", "صفحة أخرى"),
    ]
    assert _navigation(site / "en" / DOCUMENT / "index.html") == [
        ("../", "Home"),
        ("./", demo_site.HOSTILE),
        ("introduction/", "Introduction"),
        ("military-campaign/", "The military campaign"),
        ("countering-finance/", "Countering finance"),
        ("../status/", "State of the translations"),
        ("../about/", "About <b>& more"),
        ("../aardvark/", "A page in English only"),
    ]


def test_the_next_page_is_the_next_section(site: Path) -> None:
    page = (site / "en" / DOCUMENT / "military-campaign" / "index.html").read_text("utf-8")

    assert '<link rel="prev" href="../introduction/">' in page
    assert '<link rel="next" href="../countering-finance/">' in page


def test_a_title_is_text_everywhere(site: Path) -> None:
    for path in site.glob("en/**/*.html"):
        page = path.read_text("utf-8")

        assert "<script>alert" not in page, path
        assert "&amp;lt;" not in page, path
    page = (site / "en" / DOCUMENT / "index.html").read_text("utf-8")
    title = re.search("<title>(.*?)</title>", page)
    assert title is not None
    assert unescape(title[1]) == f"{demo_site.HOSTILE} - Two languages"
    about = (site / "en" / "about" / "index.html").read_text("utf-8")
    assert "<title>About &lt;b&gt;&amp; more - " in about


def test_language_and_direction_are_on_the_html_element(site: Path) -> None:
    for path in site.glob("**/*.html"):
        english = path.relative_to(site).parts[0] == "en"
        if path.name == "404.html":
            continue
        tag = '<html lang="en" dir="ltr"' if english else '<html lang="ar" dir="rtl"'

        assert tag in path.read_text("utf-8"), path


@pytest.mark.parametrize("page", ["", "about/", f"{DOCUMENT}/", f"{DOCUMENT}/military-campaign/"])
def test_the_language_switcher_leads_to_the_same_page(site: Path, page: str) -> None:
    arabic, english = site / page, site / "en" / page

    assert _switch(arabic) == {"ar": arabic, "en": english}
    assert _switch(english) == {"ar": arabic, "en": english}


def test_a_page_without_a_counterpart_leads_to_the_other_home_page(site: Path) -> None:
    assert _switch(site / "zebra") == {"ar": site / "zebra", "en": site / "en"}
    assert _switch(site / "en" / "aardvark") == {"ar": site, "en": site / "en" / "aardvark"}


def test_no_file_names_another_host(site: Path) -> None:
    allowed = ("http://www.w3.org/", "https://schema.org")
    for path in site.glob("**/*.html"):
        found = re.findall(r"(?:https?:)?//[a-z0-9.-]+\.[a-z]{2,}/?", path.read_text("utf-8"))

        assert [url for url in found if not url.startswith(allowed)] == [], path
    for path in site.glob("assets/diglot/**/*.css"):
        assert re.findall(r"url\((?!fonts/|'data:)[^)]*\)", path.read_text("utf-8")) == []


def test_materials_script_finds_no_alternates_to_look_for_sitemaps_beside(site: Path) -> None:
    page = (site / DOCUMENT / "index.html").read_text("utf-8")

    assert 'rel="alternate"' not in page
    assert page.count('rel="alternate "') == 3


def test_the_404_page_speaks_both_languages_and_is_in_neither(site: Path) -> None:
    page = (site / "404.html").read_text("utf-8")

    assert "هذه الصفحة غير موجودة" in page
    assert "This page does not exist" in page
    assert "md-sidebar" not in page
    assert "dg-search" not in page
    assert "aria-current" not in page


@pytest.mark.parametrize(("site_url", "root"), [("", "/"), ("https://host.example/sub/", "/sub/")])
def test_the_404_page_leads_to_the_home_pages_and_nowhere_else(
    tmp_path: Path, site_url: str, root: str
) -> None:
    demo_site.make(tmp_path, f"site_url: {site_url}\n{CONFIG}" if site_url else CONFIG)

    assert demo_site.build(tmp_path, "--strict").returncode == 0
    page = (tmp_path / "site" / "404.html").read_text("utf-8")
    assert re.findall(r'<a [^>]*?href="([^"]*)"', page) == [root, f"{root}en/"] * 2


def test_fonts_come_with_their_licences(site: Path) -> None:
    fonts = site / "assets" / "diglot" / "fonts"

    assert len(list(fonts.glob("*.woff2"))) == 8
    assert all("OPEN FONT LICENSE" in p.read_text("utf-8").upper() for p in fonts.glob("OFL-*.txt"))
    assert len(list(fonts.glob("OFL-*.txt"))) == 3


def test_all_styles_are_in_the_one_file_that_pages_ask_for(site: Path) -> None:
    text = (site / appearance.STYLE).read_text("utf-8")

    written = sorted(THEME.with_name("styles").glob("*.css"))
    assert written
    assert [path.name for path in written if path.read_text("utf-8") not in text] == []


def test_styles_set_no_spaced_capital_or_slanted_letters() -> None:
    text = appearance.style()

    assert set(re.findall(r"letter-spacing:\s*([^;]+)", text)) <= {"normal"}
    assert set(re.findall(r"text-transform:\s*([^;]+)", text)) <= {"none"}
    assert set(re.findall(r"font-style:\s*([^;]+)", text)) <= {"normal"}


def test_every_preloaded_font_is_there(site: Path) -> None:
    for page in (site / "index.html", site / "en" / "index.html"):
        links = re.findall(r'rel="preload" href="([^"]+)"', page.read_text("utf-8"))

        assert links
        assert all((page.parent / link).exists() for link in links)


def test_a_nav_of_the_user_is_respected(tmp_path: Path) -> None:
    nav = f"nav:\n  - index.md\n  - Only this: [{DOCUMENT}/countering-finance.md]\n"
    demo_site.make(tmp_path, CONFIG + nav)

    assert demo_site.build(tmp_path, "--strict").returncode == 0
    page = tmp_path / "site" / "en" / DOCUMENT / "countering-finance" / "index.html"
    assert _navigation(page) == [("../../", "Home"), ("./", "Countering finance")]
    assert "Only this" in page.read_text("utf-8")


@pytest.mark.parametrize("is_set_in", ["the file", "the command line"])
def test_pages_can_be_files_instead_of_folders(tmp_path: Path, is_set_in: str) -> None:
    in_file = is_set_in == "the file"
    demo_site.make(tmp_path, f"use_directory_urls: false\n{CONFIG}" if in_file else CONFIG)

    assert demo_site.build(tmp_path, *([] if in_file else ["--no-directory-urls"])).returncode == 0
    for name in ("index", "introduction", "military-campaign"):
        page = tmp_path / "site" / DOCUMENT / f"{name}.html"
        counterpart = tmp_path / "site" / "en" / DOCUMENT / f"{name}.html"
        assert _ways_to_the_other_language(page) == {counterpart}
        assert _ways_to_the_other_language(counterpart) == {page}
        assert _switch(page) == _switch(counterpart) == {"ar": page, "en": counterpart}
    lost = (tmp_path / "site" / "404.html").read_text("utf-8")
    homes = ["/index.html", "/en/index.html"]
    assert re.findall(r'<a [^>]*?href="([^"]*)"', lost) == homes * 2


def test_a_mistake_of_the_user_is_told_without_a_traceback(tmp_path: Path) -> None:
    demo_site.make(tmp_path)
    (tmp_path / "seeds" / "sheet.toml").write_text('colour = "red"\n', "utf-8")

    result = demo_site.build(tmp_path)

    assert result.returncode == 1
    assert "unknown setting «colour»" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_catalogue_without_source_is_spoken_of_and_stops_nothing(tmp_path: Path) -> None:
    """Somebody has to decide what becomes of it, and the site need not wait for that."""
    demo_site.make(tmp_path)
    demo_site.forsake(tmp_path, "gone")

    result = demo_site.build(tmp_path, "--strict")

    assert result.returncode == 0
    assert "gone.po: this catalogue has no source any more" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize("path", ["seeds/sheet.txt", "docs/ar/about.md"])
def test_one_save_is_one_build(tmp_path: Path, path: str) -> None:
    demo_site.make(tmp_path)
    with _Served(tmp_path) as served:
        served.wait_for("Serving on")
        text = (tmp_path / path).read_text("utf-8")
        (tmp_path / path).write_text(text + "\nفقرة جديدة في آخر الصفحة.\n", "utf-8")
        served.wait_for("Reloading browsers")
        time.sleep(1.5)  # the watcher looks every half second

    assert served.log.count("Detected file changes") == 1


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("a < b", "a &lt; b"),
        ("a &lt; b", "a &lt; b"),
        ("&amp;lt;", "&amp;lt;"),
        ("AT&T", "AT&amp;T"),
    ],
)
def test_a_title_is_escaped_once_whoever_wrote_it(written: str, shown: str) -> None:
    assert str(safe(written)) == shown


def test_a_direction_that_stands_there_is_left_alone() -> None:
    page = '<html lang="ar" class="no-js" dir="ltr">'

    assert with_direction(page) == page


class _Served:
    """``mkdocs serve``, and what it has said so far."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.log = ""

    def __enter__(self) -> _Served:
        self._process = subprocess.Popen(
            demo_site.command("serve", "--dev-addr", "127.0.0.1:0"),
            cwd=self._root, env=demo_site.environment(), encoding="utf-8",
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
        )  # fmt: skip
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        return self

    def __exit__(self, *exception: object) -> None:
        self._process.terminate()
        self._process.wait(10)
        self._reader.join(10)

    def wait_for(self, words: str) -> None:
        deadline = time.monotonic() + 30
        while words not in self.log:
            assert self._process.poll() is None, self.log
            assert time.monotonic() < deadline, self.log
            time.sleep(0.05)

    def _read(self) -> None:
        assert self._process.stderr is not None
        with self._process.stderr as lines:
            for line in lines:
                self.log += line


def _navigation(page: Path) -> list[tuple[str, str]]:
    """Address and text of each link in the navigation, once."""
    text = page.read_text("utf-8")
    start = text.index('<nav class="md-nav md-nav--primary"')
    found = NAV_LINK.findall(text[start : text.index("md-sidebar--secondary")])
    return list(dict.fromkeys((href, unescape(" ".join(words.split()))) for href, words in found))


def _ways_to_the_other_language(page: Path) -> set[Path]:
    """Where the marks of a page's passages lead; each to a passage that is there."""
    links = re.findall(r'class="dg-mark-other" href="([^"#]*)#([^"]*)"', page.read_text("utf-8"))
    found = {((page.parent / path).resolve(), anchor) for path, anchor in links}
    assert all(f'id="{anchor}"' in path.read_text("utf-8") for path, anchor in found)
    return {path for path, _ in found}


def _switch(page: Path) -> dict[str, Path]:
    """Where the switcher of a page leads, by language."""
    folder = page.parent if page.suffix else page
    text = (page if page.suffix else page / "index.html").read_text("utf-8")
    nav = text[text.index('<nav class="dg-languages"') :]
    links = re.findall(r'<a href="([^"]*)" hreflang="([^"]*)"', nav[: nav.index("</nav>")])
    return {code: (folder / href).resolve() for href, code in links}


@pytest.mark.parametrize("directory_urls", [True, False])
def test_a_section_that_is_gone_leaves_a_way_to_its_text(
    tmp_path: Path, directory_urls: bool
) -> None:
    config = f"{CONFIG}use_directory_urls: {str(directory_urls).lower()}\n"
    demo_site.make(tmp_path, config)
    seed = tmp_path / "seeds" / "sheet.txt"
    text = seed.read_text("utf-8")
    ending = "/index.html" if directory_urls else ".html"
    site = tmp_path / "site"
    old = [site / prefix / DOCUMENT / f"countering-finance{ending}" for prefix in ("", "en")]

    seed.write_text(text.replace("مكافحة التمويل\n\n", ""), "utf-8")
    merged = demo_site.build(tmp_path, "--strict")
    way = [re.findall(r'<a href="([^"]+)"', page.read_text("utf-8")) for page in old]
    pipeline.sync(project.load(tmp_path))
    seed.write_text(text[: text.index("مكافحة التمويل")], "utf-8")
    removed = demo_site.build(tmp_path, "--strict")
    pages = [page.read_text("utf-8") for page in old]

    assert (merged.returncode, removed.returncode) == (0, 0)
    for page, (link,) in zip(old, way, strict=True):
        target = page.parent / link
        (icon,) = re.findall(r'<link rel="icon" href="([^"]+)"', page.read_text("utf-8"))
        assert (page.parent / icon).is_file()
        assert (target / "index.html" if directory_urls else target).is_file()
        assert "military-campaign" in link
    assert [re.findall(r'<html lang="(\w+)" dir="(\w+)"', page) for page in pages] == [
        [("ar", "rtl")],
        [("en", "ltr")],
    ]
    home = "../" if directory_urls else "index.html"
    assert [re.findall(r'<a href="([^"]+)"', page) for page in pages] == [[home], [home]]


def test_search_has_the_pages_of_both_languages_but_those_that_want_to_be_left_out(
    tmp_path: Path,
) -> None:
    demo_site.make(tmp_path)
    page = "---\nsearch: {exclude: true}\n---\n\n# Not for readers\n"
    (tmp_path / "docs" / "en" / "hidden.md").write_text(page, encoding="utf-8")
    assert demo_site.build(tmp_path, "--strict").returncode == 0
    index = tmp_path / "site" / "search"

    shown = {
        language: {
            json.loads(path.read_text("utf-8"))["title"]
            for path in (index / language).glob("*.json")
        }
        for language in ("ar", "en")
    }
    assert {"الحملة العسكرية", "صفحة أخرى"} <= shown["ar"]
    assert {"The military campaign", "A page in English only", demo_site.HOSTILE} <= shown["en"]
    assert "Not for readers" not in shown["en"]
    assert (tmp_path / "site" / "en" / "hidden" / "index.html").exists()


def test_nothing_of_materials_search_is_left(site: Path) -> None:
    for path in site.glob("**/*.html"):
        assert "md-search" not in path.read_text("utf-8"), path
    assert not (site / "search" / "search_index.json").exists()


def test_the_navigation_says_how_much_of_each_section_is_reviewed(tmp_path: Path) -> None:
    """``subtitle`` in the metadata of a page is Material's way to say more of it there."""
    root = demo_site.make(tmp_path)
    found = project.load(root)
    named = Named((DOCUMENT,), ("introduction",))
    pipeline.mark(found, Reviewed("A", date(2026, 1, 1)), named)
    assert demo_site.build(root, "--strict").returncode == 0

    for page, words in (("", "روجع {}"), ("en/", "{} reviewed")):
        text = (root / "site" / page / DOCUMENT / "index.html").read_text("utf-8")
        menu = text[text.index("md-sidebar--primary") : text.index("md-sidebar--secondary")]
        said = re.findall(r'<span class="dg-hidden">([^<]*)</span>', menu)
        assert said == [words.format(share) for share in ("100%", "0%", "0%")]
