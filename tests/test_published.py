"""``publish: reviewed``: nothing that nobody has confirmed is anywhere in the site."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

from diglot import editions, project
from diglot.model.state import State
from tests import demo_site, states_site

ADDRESS = "site_url: https://host.example/\n"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = states_site.make(tmp_path_factory.mktemp("project"), "publish: reviewed")
    config = root / "mkdocs.yml"
    config.write_text(ADDRESS + config.read_text("utf-8"), "utf-8")
    result = demo_site.build(root, "--strict")
    assert result.returncode == 0, result.stderr
    return root


def translations(root: Path) -> tuple[set[str], set[str]]:
    """What is reviewed, and what else there is."""
    (edition,) = editions.load(project.load(root))
    found = [segment for segment in edition.catalogues["en"].active if segment.target]
    reviewed = {each.target for each in found if each.state is State.REVIEWED}
    return reviewed, {each.target for each in found} - reviewed


def contents(site: Path) -> Iterator[tuple[str, str]]:
    """The text of every file in the site, packed ones included."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as packed:
                for name in packed.namelist():
                    yield f"{path.name}/{name}", packed.read(name).decode("utf-8", "ignore")
        elif path.is_file():
            yield path.relative_to(site).as_posix(), path.read_bytes().decode("utf-8", "ignore")


def test_no_file_of_the_site_has_an_unreviewed_text(root: Path) -> None:
    """Pages, titles, search, feeds, maps, what can be taken away."""
    reviewed, others = translations(root)
    assert len(others) > 40
    shown = set()
    for name, text in contents(root / "site"):
        plain = unescape(text)

        assert [each for each in others if each in plain] == [], name
        shown |= {each for each in reviewed if each in plain}

    assert shown == reviewed


def test_the_pages_on_disk_have_none_either(root: Path) -> None:
    _, others = translations(root)
    for name, text in contents(root / "docs"):
        assert [each for each in others if each in unescape(text)] == [], name
