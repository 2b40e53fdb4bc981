"""What is the same in the navigation of many pages is made once, and reads as Material makes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from mkdocs.utils import get_theme_dir

from diglot import files
from diglot.site.appearance import THEME
from tests import demo_site
from tests.demo_site import CONFIG

NAV, ITEM = "partials/nav.html", "partials/nav-item.html"
MATERIALS = Path(get_theme_dir("material"))
WITH_FOLDER = CONFIG.replace("  name: material\n", "  name: material\n  custom_dir: own\n")

OWN_NAV = """\
nav:
  - index.md
  - A group:
      - fact-sheet/index.md
      - Deeper:
          - fact-sheet/military-campaign.md
          - Elsewhere: https://host.example/page/
          - Beside: ../other/
  - Others:
      - zebra.md
      - Second: second/index.md
  - Elsewhere: https://host.example/
  - Beside: ../other/
  - About: about.md
"""
SETTINGS = {
    "as it comes": WITH_FOLDER,
    "files": f"use_directory_urls: false\n{WITH_FOLDER}",
    "in a subfolder, sections open": "site_url: https://host.example/sub/\n"
    + WITH_FOLDER.replace("navigation.prune", "navigation.sections"),
    "an own navigation": WITH_FOLDER.replace(
        "        - {locale: ar, name: العربية, default: true, site_name: لغتان}\n",
        "        - locale: ar\n          name: العربية\n          default: true\n"
        + "".join(f"          {line}\n" for line in OWN_NAV.splitlines()),
    ),
}


@pytest.mark.parametrize("config", SETTINGS.values(), ids=SETTINGS)
def test_it_is_the_same_as_materials(config: str, tmp_path: Path) -> None:
    root = _project(tmp_path, config)
    ours = _built(root)
    files.write_if_changed(root / "own" / NAV, (MATERIALS / NAV).read_text("utf-8"))
    theirs = _built(root)

    assert sum("md-nav__item--nested" in page for page in ours.values()) > 10
    assert list(ours) == list(theirs)
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_an_item_that_the_user_has_made_is_made_for_each_page(tmp_path: Path) -> None:
    root = _project(tmp_path, WITH_FOLDER)
    said = "<li>{{ path }} seen from {{ page.url }}</li>"
    own = f"{{% macro render(nav_item, path, level) %}}{said}{{% endmacro %}}"
    files.write_if_changed(root / "own" / ITEM, own)
    pages = _built(root)

    for name in ("second/introduction", "about"):
        assert f"<li>__nav_2 seen from en/{name}/</li>" in pages[f"en/{name}/index.html"]


def test_ours_is_materials_nav_but_for_the_call_of_an_item() -> None:
    theirs, ours = ((folder / NAV).read_text("utf-8").splitlines() for folder in (MATERIALS, THEME))

    changed = (
        "{{ item.render(nav_item, path, 1) }}",
        "{{ dg_nav_item(item.render, nav_item, path) }}",
    )
    assert ours[3:] == [line.replace(*changed) for line in theirs[3:]]
    assert sum(changed[0] in line for line in theirs) == 1


def _project(folder: Path, config: str) -> Path:
    root = demo_site.make(folder, config)
    seed = next((root / "seeds").glob("*.txt"))
    shutil.copyfile(seed, seed.with_name(f"second{seed.suffix}"))
    (root / "own").mkdir()
    return root


def _built(root: Path) -> dict[str, str]:
    result = demo_site.build(root)

    assert result.returncode == 0, result.stderr
    site = root / "site"
    pages = sorted(site.rglob("*.html"))
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in pages}
