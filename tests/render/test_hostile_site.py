"""A site built from hostile texts, by the real MkDocs in strict mode."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest

from diglot.source import Settings
from diglot.steps import search
from diglot.steps.render import render
from tests.builders import (
    BOTH,
    block,
    catalogue,
    document,
    edited,
    heading,
    item,
    quotation,
    reviewed,
    stale,
    table,
)
from tests.pages_as_read import Element, by_id, parsed

ATTACK = (
    "</title></a>\"'><script>alert(1)</script> [x](javascript:alert(1)) {{ x }} ![](y.png) `z` |"
)

CONFIG = """\
site_name: Hostile
site_url: https://example.org/
theme: {name: material, font: false, features: [navigation.footer]}
markdown_extensions: [attr_list, md_in_html, tables, {toc: {permalink: true}}]
plugins:
  - i18n:
      docs_structure: folder
      languages:
        - {locale: ar, name: العربية, default: true, build: true}
        - {locale: en, name: English, build: true}
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; the build failing fails every test here."""
    root = tmp_path_factory.mktemp("project")
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    for page, text in _pages().items():
        path = root / "docs" / page
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return root / "site"


def _pages() -> dict[str, str]:
    made = document(
        f"نص {ATTACK}",
        block("جملة.", "جملة.", "أخرى."),
        item(ATTACK, "(أ)"),
        item("ثانٍ", "•", 1),
        quotation(ATTACK),
        table((ATTACK, "ب"), ("1", "")),
        heading(f"عنوان {ATTACK}", "2017-report"),
        "نص آخر.",
        title=f"وثيقة {ATTACK}",
    )
    found = catalogue(
        made,
        {
            "جملة.": reviewed("جملة.", f"One {ATTACK}."),
            ATTACK: edited(ATTACK, ATTACK),
            f"عنوان {ATTACK}": stale(f"عنوان {ATTACK}", f"Heading {ATTACK}"),
            f"وثيقة {ATTACK}": f"Paper {ATTACK}",
        },
    )
    local = {"": ATTACK}
    about = Settings("paper", "", date(2017, 3, 22), {"": "https://a.example/b"}, local, local)
    pages = {str(page.path): page.text for page in render(made, {"en": found}, about, BOTH)}
    by_hand = {
        f"{code}/{name}.md": f"# {name}\n" for code in ("ar", "en") for name in ("index", "about")
    }
    return pages | by_hand


def _html(site: Path) -> dict[str, Element]:
    return {
        str(path.relative_to(site)): parsed(path.read_text(encoding="utf-8"))
        for path in site.glob("**/paper/**/index.html")
    }


def test_no_script_of_a_text_runs(site: Path) -> None:
    """Neither from a text nor from a title, in the page or in the parts that the theme makes."""
    for root in _html(site).values():
        for element in root.walk():
            assert element.tag != "script" or "alert" not in element.text()
            assert element.tag != "img" or "y.png" not in (element.attributes.get("src") or "")
            for name, value in element.attributes.items():
                assert not name.startswith("on")
                assert name not in {"href", "src"} or not (value or "").startswith(
                    "javascript:alert"
                )


def test_a_hostile_title_is_shown_as_it_is_written(site: Path) -> None:
    """In the browser's tab, in the navigation and in the heading."""
    root = _html(site)["en/paper/2017-report/index.html"]
    titles = [element.text() for element in root.walk() if element.tag == "title"]
    wanted = f"Heading {ATTACK}"

    assert titles[0] == f"{wanted} - Hostile"
    assert any(e.tag == "a" and e.text() == wanted for e in root.walk())
    assert by_id(_article(root))["2017-report"].text("headerlink") == wanted


def test_every_link_to_a_counterpart_leads_to_it(site: Path) -> None:
    """MkDocs does not check them; and they are there for every passage, both ways."""
    pages = _html(site)
    base = "https://example.org/"
    ids = {name: by_id(_article(root)) for name, root in pages.items()}
    links = 0
    for name, root in pages.items():
        for element in root.walk():
            if "dg-mark-other" not in element.classes:
                continue
            links += 1
            target = urlsplit(urljoin(base + name, element.attributes["href"] or ""))
            path = target.path.lstrip("/") + "index.html"
            assert path != name
            assert target.fragment in ids[path]

    assert links == sum("dg" in e.classes for root in pages.values() for e in root.walk())


def test_marks_and_banners_are_not_in_the_search_index(site: Path) -> None:
    """A search for «reviewed» must not find every page."""
    pages = sorted(site.glob("en/**/introduction/index.html"))
    assert pages
    for page in pages:
        article = page.read_text("utf-8").partition("<article")[2].partition("</article>")[0]
        texts = [each.text for each in search.passages(f"<article{article}", "en")]

        assert any(texts)
        for phrase in ("Not translated yet", "Not yet reviewed", "This passage in"):
            assert phrase in article
            assert not any(phrase in text for text in texts)


def _article(root: Element) -> Element:
    return next(element for element in root.walk() if element.tag == "article")
