"""The page as the site shows it, beside the review: what the server answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from diglot import pipeline, project
from diglot.project import Project
from tests import review_project as paper
from tests.review_requests import ask

ARTICLE = re.compile(r"<article[^>]*>.*?(<h1 .*?)</article>", re.DOTALL)
TAKE_AWAY = re.compile(r'<nav class="dg-take-away".*?</nav>', re.DOTALL)
HREF = re.compile(r' href="[^"]*"')
SECTION = "military-campaign"
PAGE = f"/page/paper/en?section={SECTION}"


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Project:
    root = tmp_path_factory.mktemp("shown") / "project"
    found = paper.make(root)
    (found.root / "seeds" / "paper.toml").write_text(
        (found.root / "seeds" / "paper.toml").read_text("utf-8")
        + f'[sections]\n"{paper.HEADING}" = "{SECTION}"\n',
        encoding="utf-8",
    )
    pipeline.sync(project.load(root))
    return project.load(root)


@pytest.fixture(scope="module")
def url(found: Project) -> Iterator[str]:
    with paper.serving(found) as url:
        yield url


def article(page: str) -> list[str]:
    """The lines of the article from its heading on, without links and what the site adds to them.

    Links lead nowhere beside the review; files to take away are made with the site.
    """
    inside = ARTICLE.search(page)
    assert inside is not None
    return [
        line.strip()
        for line in HREF.sub("", TAKE_AWAY.sub("", inside[1])).splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize(("section", "place"), [(SECTION, f"{SECTION}/"), ("document", "")])
def test_it_is_what_the_site_has(found: Project, url: str, section: str, place: str) -> None:
    for language in ("ar", "en"):
        (found.docs / language).mkdir(exist_ok=True)
        for name in ("index", "about"):
            (found.docs / language / f"{name}.md").write_text(f"# {name}\n", encoding="utf-8")
    pipeline.build_site(found, pipeline.render(found))
    built = (found.root / "site" / "en" / "paper" / place / "index.html").read_text("utf-8")
    shown = ask(url, f"/page/paper/en?section={section}")[1]

    assert "liberated 26 percent" in built or not place
    assert article(shown) == article(built)


def test_what_it_asks_for_is_there(url: str) -> None:
    page = ask(url, PAGE)[1]
    styles = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
    answers = [ask(url, style) for style in styles]

    assert len(styles) >= 4
    assert [status for status, _, _ in answers] == [200] * len(styles)
    assert all(headers["content-type"].startswith("text/css") for _, _, headers in answers)
    assert "liberated" in page


def test_nothing_in_it_may_run(url: str) -> None:
    _, page, headers = ask(url, PAGE)
    policy = headers["content-security-policy"]

    assert "sandbox allow-same-origin;" in policy
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "<script" not in page


@pytest.mark.parametrize(
    "name",
    [
        "mkdocs.yml",
        "main.html",
        "../mkdocs.yml",
        "%2e%2e/mkdocs.yml",
        "assets/%2e%2e/main.html",
        "assets/%2e%2e/%2e%2e/%2e%2e/__init__.py",
        "//etc/passwd",
        "%2fetc/passwd",
        "assets/diglot/%00",
        "assets",
    ],
)
def test_no_other_file_is_given(url: str, name: str) -> None:
    assert ask(url, f"/site/{name}")[0] == 404


def test_a_broken_configuration_is_told(found: Project, url: str) -> None:
    path = Path(found.config)
    before = path.read_text("utf-8")
    path.write_text(before + "theme: {name: no-such-theme}\n", encoding="utf-8")
    status, told, _ = ask(url, PAGE)
    path.write_text(before, encoding="utf-8")

    assert status == 503
    assert "mkdocs.yml" in told["error"]
    assert ask(url, PAGE)[0] == 200
