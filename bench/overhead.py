"""What ``diglot build`` costs over plain MkDocs with the same pages.

Compared are, each in a fresh process and from an empty ``site/``:

- ``mkdocs``: MkDocs, Material, search and i18n with the same settings and the finished pages; the
  navigation is written out in document order. No diglot: what this site would cost without us.
- ``mkdocs + our theme``: the same with our templates and style sheets, which change each page.
- ``diglot build``: sync, render and site, nothing changed since the last time.
- ``diglot build, new clone``: catalogues as committed, no pages yet.
- ``diglot build --no-site``: sync and render alone.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from bench import corpus, measure
from bench.corpus import Corpus
from bench.measure import Command, Cost
from bench.results import Result
from diglot import pipeline
from diglot.site.appearance import STYLE, THEME

PLAIN, THEMED, BUILD = "mkdocs", "mkdocs + our theme", "diglot build"
NEW_CLONE, NO_SITE = "diglot build, new clone", "diglot build --no-site"


def run(folder: Path, sizes: Sequence[int], rounds: int, data: Path | None) -> Iterator[Result]:
    """One result for each number of pages per language."""
    for pages in sizes:
        made = corpus.make(folder / f"project-{pages}", pages, data)
        yield _result(made, measure.processes(commands(made, folder / f"plain-{pages}"), rounds))


def commands(made: Corpus, plain: Path) -> dict[str, Command]:
    """What is compared, by name."""
    root = made.project.root
    rendered = pipeline.render(made.project)
    for name, themed in ((PLAIN, False), (THEMED, True)):
        docs = Path(shutil.copytree(made.project.docs, plain / name / "docs"))
        for page in docs.glob("*/status/index.md"):
            # Material's search ends with an error at a list inside a list that is left out.
            _replace(
                page, '<ul class="dg-standings" data-search-exclude>', '<ul class="dg-standings">'
            )
        corpus.write_config(plain / name, _config(rendered, themed=themed))

    def mkdocs(name: str) -> Command:
        folder = plain / name
        return Command(measure.python("mkdocs", "build", "--strict"), folder, _without_site(folder))

    def diglot(*flags: str, pages: bool = True) -> Command:
        words = measure.python("diglot", "build", *flags)
        return Command(words, root, _without_site(root, made, pages=pages))

    return {
        PLAIN: mkdocs(PLAIN),
        THEMED: mkdocs(THEMED),
        BUILD: diglot(),
        NEW_CLONE: diglot(pages=False),
        NO_SITE: diglot("--no-site"),
    }


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8")


def _without_site(folder: Path, made: Corpus | None = None, *, pages: bool = True) -> Any:
    """Take away what an earlier run left, or make again what it took."""

    def before() -> None:
        shutil.rmtree(folder / "site", ignore_errors=True)
        if made is None:
            return
        if pages:
            pipeline.build(made.project, site=False)
            return
        for path in (*made.project.docs.glob("*/*/"), folder / ".diglot"):
            shutil.rmtree(path, ignore_errors=True)

    return before


def _config(rendered: pipeline.Rendered, *, themed: bool) -> dict[str, Any]:
    """Our ``mkdocs.yml`` with Material's search for the diglot plugin, without our icons."""
    config = corpus.own_config()
    others = [plugin for plugin in config["plugins"] if "diglot" not in plugin]
    config["plugins"] = ["search", *others]
    config["nav"] = [
        "index.md",
        *(
            {d.id: [f"{d.id}/index.md", *(f"{d.id}/{section}.md" for section in d.sections)]}
            for d in rendered.documents
        ),
        "about.md",
    ]
    theme = config["theme"]
    if themed:
        theme["custom_dir"], config["extra_css"] = str(THEME), [STYLE]
        return config
    theme.pop("favicon")
    theme["icon"] = {"logo": "material/library"}
    for scheme in theme["palette"]:
        scheme["toggle"]["icon"] = "material/brightness-6"
    return config


def _result(made: Corpus, costs: dict[str, Cost]) -> Result:
    plain, themed = costs[PLAIN], costs[THEMED]
    rows = [
        {
            "what": name,
            "wall s": cost.wall,
            "cpu s": cost.cpu,
            "over mkdocs %": 100 * (cost.cpu / plain.cpu - 1) if name != NO_SITE else None,
            "over themed %": 100 * (cost.cpu / themed.cpu - 1) if name != NO_SITE else None,
            "memory MB": cost.memory / 1e6,
            "spread %": 100 * cost.spread,
        }
        for name, cost in costs.items()
    ]
    title = (
        f"{made.pages:,} pages per language in {made.documents} documents, "
        f"{made.segments:,} segments, {made.source_bytes / 1e6:.1f} MB of sources"
    )
    notes = (
        f"Medians of {len(plain.runs)} runs in turn; spread: (slowest - fastest) / median.",
        "over: more processor time. The goal of the project, at 1,000 pages: 10 % over themed.",
    )
    return Result("overhead", title, rows, notes)
