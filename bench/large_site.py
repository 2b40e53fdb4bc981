"""A large site of varied texts: what it costs to build beside plain MkDocs, and to search in it.

Built are, in turn, the same pages by MkDocs with Material, its search, static-i18n and
``navigation.prune``, and the project by ``diglot build``: as in a new clone (no pages, no cache),
and with nothing changed since the last time (no site there). Then Chromium searches in it through
the field of the page: each query by a reader who was never here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bench import chromium, corpus, measure, overhead, zipf
from bench.corpus import Corpus
from bench.overhead import BUILD, NEW_CLONE, PLAIN
from bench.packed_server import Served, serving
from bench.results import Result, Row

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_TIMES, MOST_KB, MOST_MS = 1.2, 250, 500
_RANKS = (20, 400, 8000)
"""Of the words that are looked for: in most pages, in a tenth of them, in a few."""
_WATCH = """() => {
  const dialog = document.querySelector(".dg-search");
  dialog.addEventListener("input", () => { window.asked ??= performance.now(); });
  new MutationObserver(() => {
    if (dialog.querySelector(".dg-found-title a")) window.found ??= performance.now();
  }).observe(dialog, {childList: true, subtree: true});
}"""


def run(folder: Path, sizes: Sequence[int], rounds: int) -> Iterator[Result]:
    """Two results for each number of pages per language: building and searching."""
    for pages in sizes:
        made = corpus.make(folder / f"project-{pages}", pages, voice=zipf.Voice())
        found = overhead.commands(made, folder / f"plain-{pages}")
        compared = {name: found[name] for name in (PLAIN, NEW_CLONE, BUILD)}
        yield _built(made, measure.processes(compared, rounds))
        yield _searched(made.project.root / "site", made)


def _built(made: Corpus, costs: dict[str, measure.Cost]) -> Result:
    plain = costs[PLAIN]
    rows = [
        {
            "what": name,
            "wall s": cost.wall,
            "cpu s": cost.cpu,
            "times mkdocs, wall": cost.wall / plain.wall,
            "times mkdocs, cpu": cost.cpu / plain.cpu,
            "memory MB": cost.memory / 1e6,
            "spread %": 100 * cost.spread,
        }
        for name, cost in costs.items()
    ]
    notes = (
        f"Medians of {len(plain.runs)} runs in turn. Goal: at most {MOST_TIMES} times.",
        "The memory is that of the whole build, in which the index is made. Goal: under 1 GB.",
    )
    return Result("site", f"build, {_size(made)}", rows, notes)


def _searched(site: Path, made: Corpus) -> Result:
    from playwright.sync_api import sync_playwright  # here: other benchmarks need no browser

    with serving(site) as served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=chromium.path(), args=["--no-sandbox", "--disable-gpu"]
        )
        rows = [_search(browser, served, *query) for query in _queries()]
        browser.close()
    notes = (
        "KB: all that is sent from the click on the glass to the first result, packed with gzip.",
        "ms: from the query in the field to the first result; nothing cached, from this machine.",
        f"Goals: at most {MOST_KB} KB, under {MOST_MS} ms.",
    )
    return Result("site", f"search, {_size(made)}", rows, notes)


def _queries() -> Iterator[tuple[str, str, str]]:
    """What is looked for: a name, the page, the words."""
    arabic, english = zipf.arabic(), zipf.english()
    for rank in _RANKS:
        yield f"Arabic word {rank}", "", f"ال{arabic.word(rank)}"
        yield f"English word {rank}", "en/", english.word(rank)
    common, rare = _RANKS[0], _RANKS[1]
    yield "two Arabic words", "", f"{arabic.word(common)} {arabic.word(rare)}"
    yield "English word, Arabic page", "", english.word(rare)


def _search(browser: Browser, served: Served, name: str, path: str, query: str) -> Row:
    print(f"  {name}: {query}", file=sys.stderr, flush=True)
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{served.url}/{path}", wait_until="networkidle")
    served.sent = served.requests = 0
    page.click(".dg-search-open")
    page.wait_for_selector(".dg-search[open]")
    page.evaluate(_WATCH)
    page.fill(".dg-search-field", query)
    page.wait_for_function("window.found", timeout=60_000)
    sent, requests = served.sent, served.requests
    page.wait_for_selector(".dg-search:not([aria-busy])")
    said = page.inner_text(".dg-search-status")
    row = {
        "query": name,
        "ms": round(page.evaluate("window.found - window.asked")),
        "KB": round(sent / 1000, 1),
        "requests": requests,
        "said": said,
    }
    context.close()
    return row


def _size(made: Corpus) -> str:
    return f"{made.pages:,} pages per language, {made.segments:,} segments"
