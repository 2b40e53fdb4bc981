"""A site that is served: pages that have not changed are not made again, and none is stale."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import Template
from markdown import Markdown

from diglot import pipeline, project, publishing
from diglot.pipeline import Rendered
from diglot.project import Project
from diglot.site import sharing
from diglot.site.plugin import DiglotPlugin
from tests import demo_site
from tests.demo_site import DOCUMENT

Edit = Callable[[Path], None]


def replaced(name: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        path = root / name
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), "utf-8")

    return edit


def added(name: str, text: str) -> Edit:
    return lambda root: (root / name).write_text(text, "utf-8") and None


def removed(name: str) -> Edit:
    return lambda root: (root / name).unlink()


def reviewed(catalogue: Path) -> None:
    text = catalogue.read_text("utf-8")
    said = re.sub(r"draft (src=\w+ tgt=\w+) .*", r"reviewed \1 by=A on=2026-11-24", text)
    assert said != text
    catalogue.write_text(said, "utf-8")


EDITS: dict[str, Edit] = {
    "nothing": lambda root: None,
    "a sentence": replaced("seeds/sheet.txt", "8,200", "8,300"),
    "a heading, which is in every navigation": replaced(
        f"translations/en/{DOCUMENT}.po", "Countering finance", "Money"
    ),
    "a document": added("seeds/other.txt", "وثيقة أخرى فيها جملة واحدة.\n"),
    "a page": added("docs/en/new.md", "# New\n\n[It](fact-sheet/index.md)\n"),
    "its title": replaced("docs/en/new.md", "# New", "# Newer"),
    "a page in the other language": added("docs/ar/new.md", "# صفحة\n"),
    "a page that is gone": removed("docs/en/new.md"),
    "a name of the site": replaced("mkdocs.yml", "site_name: لغتان", "site_name: موقع"),
    "a template": added("own/partials/footer.html", "<footer>Ours</footer>"),
    "it once more": added("own/partials/footer.html", "<footer>Ours, too</footer>"),
    "where a document is from": replaced("seeds/sheet.toml", "2017-03-22", "2018-03-22"),
    "a list of documents": added("docs/en/list.md", "# List\n\n<!-- diglot:documents -->\n"),
    "verdicts": lambda root: reviewed(root / f"translations/en/{DOCUMENT}.po"),
    "a document that is gone": removed("seeds/other.txt"),
}


class Served:
    """Builds one after another, each with what is kept of the one before."""

    def __init__(self) -> None:
        self._kept: object = True

    def build(self, found: Project, rendered: Rendered) -> None:
        def prepare(plugin: object) -> None:
            if isinstance(plugin, DiglotPlugin):
                self._kept = plugin.take(found, rendered, self._kept)

        publishing.build_site(found, prepare)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    config = demo_site.CONFIG.replace("name: material", "name: material\n  custom_dir: own")
    config = f"site_url: https://host.example/sub/\n{config}"
    (tmp_path / "own/partials").mkdir(parents=True)
    return demo_site.make(tmp_path, config)


def test_after_any_edit_the_site_is_that_of_a_first_build(root: Path) -> None:
    served = Served()
    for name, edit in EDITS.items():
        edit(root)
        found = project.load(root)
        rendered = pipeline.render(found)
        served.build(found, rendered)
        kept = contents(root / "site")
        pipeline.build_site(found, rendered)

        assert kept == contents(root / "site"), name


def test_only_what_is_affected_is_made_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    converted, finished = [], []
    convert, finish = Markdown.convert, Template.render
    monkeypatch.setattr(
        Markdown, "convert", lambda self, text: converted.append(text) or convert(self, text)
    )
    monkeypatch.setattr(
        Template,
        "render",
        lambda self, context: finished.append(context.get("page")) or finish(self, context),
    )
    served = Served()
    found = project.load(root)
    served.build(found, pipeline.render(found))
    assert len(converted) == len(demo_site.PAGES) + 8 + 2

    converted.clear()
    finished.clear()
    replaced("docs/en/about.md", "# About", "# About\n\nMore.")(root)
    served.build(found, pipeline.render(found))

    assert len(converted) == 1
    assert [page.file.src_uri for page in finished if page is not None] == ["en/about.md"]


def test_what_a_page_tells_others_is_part_of_it(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    served, found = Served(), project.load(root)
    served.build(found, pipeline.render(found))
    made = sharing.head_of
    monkeypatch.setattr(sharing, "head_of", lambda *a, **b: replace(made(*a, **b), card="other"))
    served.build(found, pipeline.render(found))

    assert 'content="other"' in (root / "site/en/about/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "setting", ["markdown_extensions: [attr_list, md_in_html, tables, pymdownx.snippets]", "hooks"]
)
def test_with_extensions_that_read_other_files_everything_is_made_anew(
    root: Path, setting: str
) -> None:
    config = root / "mkdocs.yml"
    text = config.read_text("utf-8")
    if setting == "hooks":
        (root / "hook.py").write_text("", "utf-8")
        config.write_text(text + "hooks: [hook.py]\n", "utf-8")
    else:
        config.write_text(text.replace(text[text.index("markdown_ext") :].split("\n")[0], setting))
    (root / "part.txt").write_text("Before.", "utf-8")
    (root / "docs/en/about.md").write_text('# About\n\n--8<-- "part.txt"\n', "utf-8")
    served, found = Served(), project.load(root)
    served.build(found, pipeline.render(found))
    (root / "part.txt").write_text("After.", "utf-8")
    served.build(found, pipeline.render(found))
    kept = contents(root / "site")
    shutil.rmtree(root / "site")
    pipeline.build_site(found, pipeline.render(found))

    assert kept == contents(root / "site")


UNLIKE = {
    ".gz",  # with the time of the day
    ".txt", ".epub", ".pdf",  # with the address of the page, but not while it is served
}  # fmt: skip


def contents(site: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(site)): path.read_bytes()
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in UNLIKE
    }
