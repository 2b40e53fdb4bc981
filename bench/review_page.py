"""The review page of a large project against that of a small one, in a real browser.

What a reviewer waits for: the first page, and from a key to the next segment on the screen. Only
the opened document is loaded, so the size of the project should not be felt.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from bench import chromium, corpus
from bench.corpus import Corpus
from bench.results import Result, Row

if TYPE_CHECKING:
    from playwright.sync_api import Page

_SMALL = 20
"""Pages per language: one document."""
_PRESSES = 100
_NAME = "Enter"
"""Who confirms; nobody in the corpus is called so."""
_DECISIONS = (
    "performance.getEntriesByType('resource').filter(e => e.name.endsWith('/decide')).length"
)
_KEY = """async key => {
  const began = performance.now();
  document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {
    key, code: key === 'j' ? 'KeyJ' : key, bubbles: true, cancelable: true}));
  const done = performance.now();
  await new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn)));
  return [done - began, performance.now() - began];
}"""


def run(folder: Path, options: Namespace) -> Iterator[Result]:
    """One result: the small project and the large ones."""
    made = [corpus.make(folder / f"review-{n}", n, options.data) for n in (_SMALL, *options.pages)]
    rows = [_row(each) for each in made]
    notes = (
        "first page: from the address to the document on the screen; the median of 5.",
        f"each of the {_PRESSES} confirmations stands in the file; else there is no result.",
        f"J: until the next segment is laid out; to frame: until it is drawn. {_PRESSES} presses.",
        "saved: from the request to the answer, the decision being on the disk.",
    )
    title = f"{made[-1].segments:,} segments in {made[-1].documents} documents beside one document"
    yield Result("review", title, rows, notes)


def _row(made: Corpus) -> Row:
    from playwright.sync_api import sync_playwright  # here: other benchmarks need no browser

    with _serving(made.project.root) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.path(), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        address = f"{url}/review/document-0001/en?ui=en"
        first = statistics.median(_first_page(page, address) for _ in range(5))
        page.wait_for_selector("html[data-checked]", timeout=120_000)
        moves = [page.evaluate(_KEY, "j") for _ in range(_PRESSES)]
        # Enter refuses what has no translation; among the drafts it stops at errors alone.
        page.evaluate("performance.setResourceTimingBufferSize(2000)")  # 250 unless told
        page.keyboard.press("f")
        page.keyboard.press("2")
        confirms = [_confirm(page) for _ in range(_PRESSES)]
        saves = page.evaluate(
            "performance.getEntriesByType('resource').filter(e => e.name.endsWith('/decide'))"
            ".map(e => e.duration)"
        )
        browser.close()
    text = made.project.catalogue_path("document-0001", "en").read_text("utf-8")
    in_file = len(re.findall(rf"diglot: reviewed .*by={_NAME} ", text))
    if len(saves) != _PRESSES or in_file != _PRESSES:
        raise RuntimeError(f"{len(saves)} saves and {in_file} in the file, not {_PRESSES}")
    return {
        "project": f"{made.segments:,} segments",
        "first page s": first,
        "J p95 ms": _p95([script for script, _ in moves]),
        "J to frame p95 ms": _p95([frame for _, frame in moves]),
        "Enter to frame p95 ms": _p95([frame for _, frame in confirms]),
        "saved median ms": statistics.median(saves),
        "saved p95 ms": _p95(saves),
        "saves": len(saves),
    }


def _first_page(page: Page, address: str) -> float:
    page.goto("about:blank")
    page.goto(address)
    page.wait_for_selector("html[data-ready]", timeout=120_000)
    page.evaluate(f"localStorage.setItem('diglot-reviewer', '{_NAME}')")
    began = page.evaluate(
        "performance.getEntriesByType('mark').find(m => m.name === 'ready').startTime"
    )
    return float(began) / 1000


def _confirm(page: Page) -> list[float]:
    """One confirmation, and nothing more until it is saved: as fast as a person is, who reads.

    Where the first press stops at an error, the second one is measured, which confirms.
    """
    before = page.evaluate(_DECISIONS)
    times: list[float] = page.evaluate(_KEY, "Enter")
    if page.locator(".row.cur .find .arm").count():
        times = page.evaluate(_KEY, "Enter")
    page.wait_for_function(f"before => {_DECISIONS} > before", arg=before, timeout=60_000)
    page.wait_for_selector("#saved:not(.dirty)", timeout=60_000)
    return times


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95) - 1]


@contextmanager
def _serving(root: Path) -> Iterator[str]:
    words = [sys.executable, "-m", "diglot", "review", "--project", str(root), "--port", "0"]
    run = subprocess.Popen(words, stdout=subprocess.PIPE, text=True, env=os.environ)
    assert run.stdout is not None
    found = re.search(r"http://[\d.:]+", run.stdout.readline())
    assert found is not None
    try:
        yield found[0]
    finally:
        run.terminate()
        run.wait()
