"""Whole documents of many kinds, as split sees them: ``tests/golden/*/outline.txt``."""

from __future__ import annotations

from pathlib import Path

import pytest

from diglot import source
from diglot.steps.split import outline_full, split

GOLDEN = Path(__file__).parents[1] / "golden"
CASES = sorted(path.parent for path in GOLDEN.glob("*/source.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_outline_of_a_document(case: Path, update_golden: bool) -> None:
    """Every heading, item and sentence where a reader would see it."""
    received = source.read(case / "source.txt")
    document = split(received, "ar")
    outline = case / "outline.txt"
    if update_golden:
        outline.write_text(outline_full(document), encoding="utf-8", newline="\n")

    assert document.raw == received.text
    assert outline_full(document) == outline.read_text(encoding="utf-8")


def test_there_are_golden_documents() -> None:
    """A folder that was not found tests nothing."""
    assert len(CASES) >= 14
