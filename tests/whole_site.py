"""A site with everything in it: this project's own settings, pages and document, and all states.

What is added to ``mkdocs.yml``, to ``docs/`` or to the theme of this project is in it by itself, so
that tests of the whole site (links, requests, accessibility, validity) need not be told of it.
"""

from __future__ import annotations

import fcntl
import shutil
from functools import partial
from pathlib import Path

from diglot import files
from tests import demo_site, states_site

ROOT = Path(__file__).parents[1]
DOCUMENT = "coalition-fact-sheet-2017"
SECTION = f"{DOCUMENT}/military-campaign/"

HOST = "https://host.example"
"""Where the site says that it is published, in the folder ``FOLDER`` of that host."""
FOLDER = "/documents/"


def make(root: Path, host: str = HOST) -> Path:
    """Write the project; its pages are not rendered."""
    states_site.make(root)
    config = (ROOT / "mkdocs.yml").read_text("utf-8")
    config = config.replace("  - diglot:\n", "  - diglot:\n      report: errors@example.org\n")
    assert "report:" in config
    files.write_if_changed(root / "mkdocs.yml", f"site_url: {host}{FOLDER}\n{config}")
    for folder in ("seeds", "translations", "docs"):
        copy = partial(shutil.copytree, dirs_exist_ok=True, ignore=_generated)
        copy(ROOT / folder, root / folder)
    return root


def build(folder: Path, host: str = HOST) -> Path:
    """Make and build the site; gives the folder of the host, in which it stands at ``FOLDER``."""
    root = make(folder / "project", host)
    site = folder / "host" / FOLDER.strip("/")
    result = demo_site.build(root, "--strict", "--site-dir", str(site))
    assert result.returncode == 0, result.stderr
    return folder / "host"


def built_once(run: Path) -> Path:
    """The host of this run of the tests, built by whichever of its processes asks first."""
    run.mkdir(parents=True, exist_ok=True)
    with (run / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (run / "done").exists():
            build(run)
            (run / "done").touch()
    return run / "host"


def pages(host: Path) -> list[str]:
    """The address of every page from the root of the host, ``404.html`` included."""
    found = (path.relative_to(host).as_posix() for path in host.rglob("*.html"))
    return sorted(f"/{path.removesuffix('index.html')}" for path in found)


def _generated(folder: str, names: list[str]) -> set[str]:
    """Pages of documents in a work tree: they are rendered here anew."""
    inside = Path(folder).relative_to(ROOT).parts[:1] == ("docs",)
    return {name for name in names if inside and (Path(folder) / name / ".gitignore").is_file()}
