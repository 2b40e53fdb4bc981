"""The examples in ``manual/checks.md`` are true, and every check has some there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from diglot import checks
from diglot.checks import CHECKS, Context, Pair, check
from diglot.model.glossary import Glossary, Term

PAGE = Path(__file__).parents[2] / "manual" / "checks.md"
CONTEXT = Context(
    Glossary((Term("الموصل", ("Mosul",), ("contactor",)), Term("الرقة", ("Raqqa",)),
              Term("المغرب", ("Morocco",))))
)  # fmt: skip


def rows(columns: int) -> list[list[str]]:
    found = re.findall(r"^\| `.*\|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    cells = [[cell.strip().strip("`") for cell in line.strip("|").split("|")] for line in found]
    return [row for row in cells if len(row) == columns]


@pytest.mark.parametrize(("name", "says", "source", "target"), rows(4))
def test_what_the_manual_says_is_found_is_found(
    name: str, says: str, source: str, target: str
) -> None:
    found = {
        (finding.check, str(finding.severity)) for finding in check(Pair(source, target, CONTEXT))
    }

    assert (name, says) in found


@pytest.mark.parametrize(("name", "source", "target"), rows(3))
def test_what_the_manual_says_is_not_found_is_not_found(
    name: str, source: str, target: str
) -> None:
    assert name not in {finding.check for finding in check(Pair(source, target, CONTEXT))}


@pytest.mark.parametrize("one", CHECKS, ids=lambda one: one.__name__)
def test_every_check_is_in_the_manual(one: checks.Check) -> None:
    manual = "".join(page.read_text(encoding="utf-8") for page in PAGE.parent.glob("check*.md"))

    assert f"`{one.__name__}`" in manual


def test_the_check_of_ones_own_that_the_manual_shows_works() -> None:
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    shown: dict[str, Any] = {}
    exec(code, shown)
    found = check(Pair("نحو 5 في المئة", "some 5 per cent"), [shown["house_style"]])

    assert [str(finding.severity) for finding in found] == ["hint"]
    assert check(Pair("نحو 5 في المئة", "some 5 percent"), [shown["house_style"]]) == ()
