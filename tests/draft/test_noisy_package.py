"""A genuine package that gets numbers wrong: what drafting cannot mend, it tells."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest

from diglot.checks import Context, Severity
from diglot.engines import argos_package
from diglot.engines.argos import ArgosEngine
from diglot.steps.draft import Text, draft
from tests.argos_packages import DATA
from tests.builders import edited
from tests.data.argos import tiny_grammar
from tests.draft.test_draft import of

RIGHT = {
    source: target
    for source, target in tiny_grammar.make(3000, seed=2017)
    if any(map(str.isdigit, source))
}


def numbers_of(text: str) -> list[str]:
    return re.findall(r"\d(?:[\d.,]*\d)?", text)


@pytest.fixture(scope="module")
def drafts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Text]:
    """By source: what drafting makes with the noisy package."""
    folder = tmp_path_factory.mktemp("noisy")
    with zipfile.ZipFile(DATA / "translate-ar_en-noisy.argosmodel") as archive:
        archive.extractall(folder)
    package = argos_package.read(_only(folder))
    assert package is not None
    catalogue = of(*(edited(source, "") for source in RIGHT))
    found = draft([catalogue], ArgosEngine.open([package]), memory={}, context=Context())
    results = [result for each in found if each.complete for result in each.results]
    return {r.segment.source: r.outcome for r in results if isinstance(r.outcome, Text)}


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
