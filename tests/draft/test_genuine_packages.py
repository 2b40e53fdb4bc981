"""Drafting with genuine packages: odd texts among good ones, and one that gets numbers wrong."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from diglot.checks import Context, Severity
from diglot.engines import argos_package
from diglot.engines.argos import ArgosEngine
from diglot.steps.draft import LeftOut, Text, draft
from tests.argos_packages import DATA
from tests.builders import edited
from tests.data.argos import tiny_grammar
from tests.draft.test_draft import of

RIGHT = {
    source: target
    for source, target in tiny_grammar.make(3000, seed=2017)
    if any(map(str.isdigit, source))
}


ODD = ["", " ", "كلمة", "٢٠١٧", "12,5", "Janus", "🙂", "🙂 كلمة", "نص\0فيه", "\u200f", "؟!", "ﷺ"]
LONG = [" ".join(["كلمة"] * 2000), "كلمة" * 500, " ".join([next(iter(RIGHT))] * 60)]


def numbers_of(text: str) -> list[str]:
    return re.findall(r"\d(?:[\d.,]*\d)?", text)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Text]:
    """By source: what drafting makes with the noisy package."""
    folder = tmp_path_factory.mktemp("noisy")
    with zipfile.ZipFile(DATA / "translate-ar_en-noisy.argosmodel") as archive:
        archive.extractall(folder)
    results = drafted(_only(folder), list(RIGHT))
    return {source: outcome for source, outcome in results.items() if isinstance(outcome, Text)}


def drafted(folder: Path, sources: list[str]) -> dict[str, Text | LeftOut]:
    """What drafting makes of each with this package."""
    package = argos_package.read(folder)
    assert package is not None
    catalogue = of(*(edited(source, "") for source in sources))
    found = draft([catalogue], ArgosEngine.open([package]), memory={}, context=Context())
    return {r.segment.source: r.outcome for each in found if each.complete for r in each.results}


def _only(folder: Path) -> Path:
    (place,) = (each for each in folder.iterdir() if each.is_dir())
    return place


def test_no_wrong_number_goes_by_unflagged(drafts: dict[str, Text]) -> None:
    wrong = [
        source
        for source, text in drafts.items()
        if numbers_of(text.target) != numbers_of(RIGHT[source])
    ]
    told = [
        source
        for source, text in drafts.items()
        if any(f.check == "numbers" and f.severity is Severity.ERROR for f in text.findings)
    ]

    assert len(drafts) == len(RIGHT)
    assert len(wrong) >= 5
    assert set(wrong) <= set(told)


def test_right_numbers_are_not_accused(drafts: dict[str, Text]) -> None:
    right = [text for source, text in drafts.items() if text.target == RIGHT[source]]

    assert len(right) > 0.95 * len(drafts)
    assert [finding for text in right for finding in text.findings] == []


def test_odd_texts_are_drafted_or_left_out_and_cost_no_other(tiny: Path) -> None:
    good = list(RIGHT)[:40]
    found = drafted(tiny, [*good[:20], *ODD, *LONG, *good[20:]])
    outcomes = {source: found[source] for source in good}

    assert set(found) == {*good, *(each for each in ODD if each.strip()), *LONG}
    assert [o.target for o in outcomes.values() if isinstance(o, Text)] == [RIGHT[s] for s in good]
    assert all("\0" not in o.target for o in found.values() if isinstance(o, Text))
