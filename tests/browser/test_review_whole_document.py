"""The real document reviewed from the first segment to the last with the keyboard alone.

The manual has these figures.
"""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from diglot import files, pipeline, project
from diglot.checks import Context, Pair
from diglot.model import glossary, po_reader, po_writer
from diglot.model.catalogue import Catalogue
from diglot.model.state import State
from diglot.project import Project
from tests import review_project as paper
from tests.checks import faults

ROOT = Path(__file__).parents[2]
DOCUMENT = "coalition-fact-sheet-2017"
OF_FACT = (
    faults.digit_changed,
    faults.digits_swapped,
    faults.scale_changed,
    faults.number_dropped,
    faults.month_changed,
    faults.country_exchanged,
    faults.unit_changed,
)
SEEDED = 30
_FROM_THE_HEAD = """() => {
  const list = document.querySelector('#doc').getBoundingClientRect();
  return document.activeElement.getBoundingClientRect().top - Math.max(list.top, 0);
}"""
"""Pixels between the upper edge of the segments, as far as it is on the screen, and the row."""


@dataclass
class Sitting:
    """A reviewer who sees what stands there, and the keys that they press."""

    page: Page
    keys: Counter[str] = field(default_factory=Counter)
    segments: Counter[str] = field(default_factory=Counter)
    shown: set[str] = field(default_factory=set)

    def press(self, kind: str, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
        self.keys[kind] += len(keys)


def real(root: Path) -> Project:
    for name in ("seeds", "translations", "docs"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    found = project.load(root)
    pipeline.sync(found)
    return found


def catalogue(found: Project) -> Catalogue:
    path = found.catalogue_path(DOCUMENT, "en")
    return po_reader.parse(files.read_text(path), path, document=DOCUMENT, language="en")


def seed(found: Project) -> dict[str, tuple[str, str]]:
    """30 faults of fact, each in another segment: what is wrong and what was right, by source.

    The kinds take turns; nothing is chosen by whether the checks find it.
    """
    context = Context(glossary.read(found.translations / "glossary.csv"))
    before = catalogue(found)
    wrong: dict[str, tuple[str, str]] = {}
    left = list(before.active)
    turn = 0
    while len(wrong) < SEEDED and left:
        kind = OF_FACT[turn % len(OF_FACT)]
        turn += 1
        for segment in left:
            broken = next(kind(Pair(segment.source, segment.target, context)), None)
            if broken and broken != segment.target:
                wrong[segment.source] = (broken, segment.target)
                left.remove(segment)
                break
        if turn > 1000:
            break
    after = before.with_segments(
        tuple(
            replace(s, target=wrong[s.source][0]) if s.source in wrong else s
            for s in before.segments
        )
    )
    path = found.catalogue_path(DOCUMENT, "en")
    files.write_if_changed(path, po_writer.serialise(after))
    return wrong


def test_one_key_for_a_good_draft_and_no_fault_of_fact_slips_through(
    page: Page, tmp_path: Path
) -> None:
    found = real(tmp_path / "project")
    wrong = seed(found)
    assert len(wrong) == SEEDED
    sitting = Sitting(page)
    with paper.serving(found) as url:
        page.goto(f"{url}/review/{DOCUMENT}/en?ui=en")
        page.evaluate("localStorage.setItem('diglot-reviewer', 'A. Reviewer')")
        page.reload()
        page.wait_for_selector("html[data-checked]", timeout=60_000)
        number = page.locator(".row").count()
        for at in range(number):
            review_one(sitting, at, wrong)
        expect(page.locator("#progwords")).to_contain_text(f"{number} of {number} reviewed")
        expect(page.locator("#saved")).to_contain_text("Saved")
    after = catalogue(found)

    assert {s.state for s in after.active} == {State.REVIEWED}
    assert sitting.shown == set(wrong)
    # One of the 30 (another country instead of Iraq) is a warning, which does not stop Enter.
    assert sitting.segments["stopped"] >= SEEDED - 1
    per = {kind: sitting.keys[kind] / sitting.segments[kind] for kind in sitting.keys}
    assert per == {"good": 1, "repaired": 2, "edited": 2}
    assert {s.target for s in after.active if s.source in wrong} == {r for _, r in wrong.values()}


def review_one(sitting: Sitting, at: int, wrong: dict[str, tuple[str, str]]) -> None:
    page = sitting.page
    row = page.locator(f"#r{at}")
    expect(row).to_have_attribute("aria-selected", "true")
    source = row.evaluate(
        "(_, at) => import(new URL('state.js', document.querySelector('script').src))"
        ".then(m => m.segs[at].d.source)",
        at,
    )
    if source not in wrong:
        sitting.segments["good"] += 1
        sitting.press("good", "Enter")
        return
    expect(row.locator(".find li.err, .find li.warn").first).to_be_visible()
    right = wrong[source][1]
    sitting.shown.add(source)
    sitting.segments["stopped"] += row.locator(".find li.err").count() > 0
    repairs = row.evaluate(
        "(_, at) => Promise.all(['state', 'moving', 'aids'].map(name => "
        "import(new URL(`${name}.js`, document.querySelector('script').src))))"
        ".then(async ([m, a, r]) => { const s = m.segs[at]; "
        "await a.helpFor(s); return r.suggestions(s, s.d.target).map(x => x.text) })",
        at,
    )
    if right in repairs:
        sitting.segments["repaired"] += 1
        sitting.press("repaired", str(repairs.index(right) + 1), "Enter")
        return
    sitting.segments["edited"] += 1
    sitting.press("edited", "e")
    page.keyboard.press("Control+A")
    page.keyboard.insert_text(right)  # the typing itself is not counted
    sitting.press("edited", "Control+Enter")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_the_beginning_of_the_segment_one_comes_to_is_never_hidden(
    page: Page, tmp_path: Path, width: int, height: int
) -> None:
    """Rows above take their true height late, and must not push it under the head of the page."""
    page.set_viewport_size({"width": width, "height": height})
    tops = []
    with paper.serving(real(tmp_path / "project")) as url:
        page.goto(f"{url}/review/{DOCUMENT}/en?ui=en")
        page.wait_for_selector("html[data-checked]", timeout=60_000)
        for at in range(1, 7):
            page.keyboard.press("j")
            page.wait_for_function(f"document.activeElement.id === 'r{at}'")
            page.wait_for_timeout(250)
            tops.append(page.evaluate(_FROM_THE_HEAD))

    assert min(tops) >= 0
