"""The shapes in which findings are told, with texts that try to break out of them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diglot.check_report import FailOn, Format, build_line, report
from diglot.check_report.shown import around, one_line
from diglot.checking import CheckedFile, Summary
from diglot.checks import Finding, Severity
from diglot.model.catalogue import Segment
from diglot.steps.check import Checked, Found

HOSTILE = "::error::x%0A, <b>&\"'\n\r\x00\x1b[31m\u202e\ufffe]]>"
SEGMENTS = (
    Segment("campaign/1f0c22", "المصدر", "The text", line=12),
    Segment(HOSTILE, HOSTILE, HOSTILE, line=20),
    Segment("campaign/9b1e03", "مصدر آخر", "Another", line=30),
)
FINDINGS = (
    Finding("numbers", Severity.ERROR, "«62» is «26»", (0, 3), (0, 3)),
    Finding("spaces", Severity.HINT, "two spaces"),
    Finding("loops", Severity.WARNING, HOSTILE),
)


def checked(*findings: tuple[Segment, Finding], path: str = "a:b,c/%.po") -> CheckedFile:
    found = tuple(Found(segment, finding) for segment, finding in findings)
    return CheckedFile(Path(path), Checked("paper", "en", found, SEGMENTS, 0, 0))


ALL = checked(
    (SEGMENTS[0], FINDINGS[0]), (SEGMENTS[0], FINDINGS[1]), (SEGMENTS[1], FINDINGS[2])
)  # fmt: skip
NOTHING = checked(path="empty.po")


def told(shape: Format, *files: CheckedFile, fail_on: FailOn = FailOn.ERROR) -> str:
    return "\n".join(report(iter(files), shape, fail_on))


def test_text_has_a_paragraph_for_each_segment_and_a_line_that_sums_up() -> None:
    first, second, summary = told(Format.TEXT, ALL, NOTHING).split("\n\n")

    assert first.splitlines() == [
        "a:b,c/%.po:12: error: numbers: «62» is «26»",
        "a:b,c/%.po:12: hint: spaces: two spaces",
        "  < المصدر",
        "  > The text",
    ]
    assert len(second.splitlines()) == 3
    assert summary == "1 error, 1 warning and 1 hint in 6 segments of 2 catalogues."


@pytest.mark.parametrize("shape", [Format.TEXT, Format.GITHUB, Format.JUNIT])
def test_nothing_in_a_text_acts_on_the_terminal_or_log(shape: Format) -> None:
    output = told(shape, ALL)

    assert not set("\x00\x1b\r\u202e") & set(output)
    assert shape is Format.JUNIT or not re.search(r"^\s*::error::x", output, re.MULTILINE)


def test_json_gives_back_every_character() -> None:
    found = json.loads(told(Format.JSON, ALL, NOTHING, ALL))

    assert len(found) == 6
    assert found[2] == {
        "file": "a:b,c/%.po",
        "line": 20,
        "key": HOSTILE,
        "check": "loops",
        "severity": "warning",
        "message": HOSTILE,
        "source": HOSTILE,
        "target": HOSTILE,
    }
    assert json.loads(told(Format.JSON, NOTHING)) == json.loads(told(Format.JSON)) == []


def decoded(text: str) -> str:
    for code, character in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


def test_github_annotations_keep_properties_and_message_apart() -> None:
    *annotations, summary = told(Format.GITHUB, ALL).splitlines()
    parts = [re.fullmatch(r"::(\w+) ([^:]*)::(.*)", line) for line in annotations]

    assert all(parts)
    assert [part[1] for part in parts if part] == ["error", "warning", "notice"]
    assert parts[0]
    properties = dict(pair.split("=") for pair in parts[0][2].split(","))
    assert {name: decoded(value) for name, value in properties.items()} == {
        "file": "a:b,c/%.po",
        "line": "12",
        "title": "diglot: numbers",
    }
    assert decoded(parts[0][3]) == "«62» is «26»\nالمصدر\nThe text"
    assert summary == "1 error, 1 warning and 1 hint in 3 segments of 1 catalogue."


def suites(*files: CheckedFile, fail_on: FailOn = FailOn.ERROR) -> list[ET.Element]:
    root = ET.fromstring(told(Format.JUNIT, *files, fail_on=fail_on).encode())
    assert root.tag == "testsuites"
    return list(root)


def test_junit_has_a_suite_for_each_catalogue_and_a_case_for_each_segment() -> None:
    first, second = suites(ALL, NOTHING)

    assert dict(first.items()) == {
        "name": "a:b,c/%.po", "tests": "3", "failures": "1", "errors": "0",
    }  # fmt: skip
    assert second.get("failures") == "0"
    assert [case.get("name") for case in first][::2] == [
        "campaign/1f0c22: المصدر",
        "campaign/9b1e03: مصدر آخر",
    ]
    assert {case.get("classname") for case in first} == {"a:b,c/%.po"}


def test_junit_fails_where_the_command_fails_and_tells_the_rest_beside_it() -> None:
    (failing,) = suites(ALL)[0].findall("testcase/failure")
    others = [out.text or "" for out in suites(ALL)[0].findall("testcase/system-out")]

    assert failing.get("message") == "«62» is «26»"
    assert failing.get("type") == "error"
    assert (failing.text or "").startswith("a:b,c/%.po:12: error: numbers: «62» is «26»")
    assert ["hint: spaces" in others[0], "warning: loops" in others[1]] == [True, True]
    assert len(suites(ALL, fail_on=FailOn.WARNING)[0].findall("testcase/failure")) == 2
    assert suites(ALL, fail_on=FailOn.NEVER)[0].findall("testcase/failure") == []


JUNIT = {
    "testsuites": {"name"},
    "testsuite": {"name", "tests", "failures", "errors"},
    "testcase": {"classname", "name"},
    "failure": {"type", "message"},
    "system-out": set[str](),
}
"""What we write of Jenkins' junit-10.xsd."""


@given(st.text(), st.text(), st.text())
def test_junit_is_well_formed_and_knows_its_own_elements_only(
    key: str, source: str, message: str
) -> None:
    segment = Segment(key, source, source, line=1)
    each = checked((segment, Finding("x", Severity.ERROR, message)))
    each = replace(each, checked=replace(each.checked, segments=(segment,)))
    root = ET.fromstring(told(Format.JUNIT, each).encode())

    assert all(set(element.keys()) <= JUNIT[element.tag] for element in root.iter())


@given(st.text(), st.text())
def test_every_shape_takes_any_text(text: str, message: str) -> None:
    each = checked((Segment(text, text, text, line=1), Finding("x", Severity.HINT, message)))

    assert json.loads(told(Format.JSON, each))[0]["target"] == text
    assert len(told(Format.TEXT, each).splitlines()) == 5
    assert len(told(Format.GITHUB, each).splitlines()) == 2


def test_a_long_text_is_shown_where_the_finding_is() -> None:
    text = "one " * 100 + "HERE" + " two" * 100

    assert "HERE" in around(text, (400, 404))
    assert len(around(text, (400, 404))) <= 102
    assert around(text, None).startswith("one one")
    assert around("short", (0, 1)) == "short"


def test_line_ends_are_shown_as_spaces_and_what_acts_as_an_escape() -> None:
    assert one_line("a\r\nb\tc\x1b[1m\u202e") == "a b c\\u001b[1m\\u202e"


def test_pieces_come_as_early_as_their_files() -> None:
    def files() -> Iterator[CheckedFile]:
        yield ALL
        raise KeyboardInterrupt

    pieces = report(files(), Format.TEXT, FailOn.ERROR)

    assert next(pieces).startswith("a:b,c/%.po:12: error")


def test_a_build_says_whether_there_is_anything_to_look_at() -> None:
    counts = Summary()
    many, nothing = build_line(None), build_line(counts)
    counts.add(ALL.checked)

    assert many.startswith("Many documents are new: “diglot check” tells")
    assert nothing == "Checks of what is new: no error, no warning."
    assert build_line(counts) == (
        "Checks of what is new: 1 error, 1 warning and 1 hint; “diglot check” shows them."
    )
