"""For CI that reads JUnit's XML: a suite for each catalogue, a test case for each segment.

Only what Jenkins' schema knows (junit-10.xsd); a case has one failure at most, with every finding
that fails in it. Findings that do not fail stand in its ``system-out``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from xml.etree import ElementTree as ET

from diglot.check_report.shown import around, one_line
from diglot.checking import CheckedFile
from diglot.checks import Severity
from diglot.model.catalogue import Segment
from diglot.steps.check import Found

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even as a character reference."""
_LONGEST = 60
"""Characters of the source in the name of a case."""


def pieces(files: Iterable[CheckedFile], failing: Collection[Severity]) -> Iterator[str]:
    """The document, suite by suite."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="diglot check">'
    for each in files:
        suite = _suite(each, failing)
        ET.indent(suite)
        yield ET.tostring(suite, encoding="unicode")
    yield "</testsuites>"


def _suite(file: CheckedFile, failing: Collection[Severity]) -> ET.Element:
    by_segment: dict[tuple[str, str], list[Found]] = defaultdict(list)
    for one in file.checked.found:
        by_segment[one.segment.identity].append(one)
    suite = ET.Element("testsuite", name=_text(file.path.as_posix()))
    for segment in file.checked.segments:
        suite.append(_case(file, segment, by_segment.get(segment.identity, ()), failing))
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(len(suite.findall("testcase/failure"))))
    suite.set("errors", "0")
    return suite


def _case(
    file: CheckedFile, segment: Segment, found: Sequence[Found], failing: Collection[Severity]
) -> ET.Element:
    beginning = segment.source[:_LONGEST]
    name = f"{segment.key}: {beginning}" if segment.key else beginning
    case = ET.Element("testcase", classname=_text(file.path.as_posix()), name=_text(name))
    wrong = [one for one in found if one.finding.severity in failing]
    others = [one for one in found if one.finding.severity not in failing]
    if wrong:
        failure = ET.SubElement(case, "failure", type=wrong[0].finding.severity.value)
        failure.set("message", _text("; ".join(one_line(one.finding.message) for one in wrong)))
        failure.text = _told(file, segment, wrong)
    if others:
        ET.SubElement(case, "system-out").text = _told(file, segment, others)
    return case


def _told(file: CheckedFile, segment: Segment, found: Sequence[Found]) -> str:
    place = f"{file.path.as_posix()}:{segment.line}"
    lines = (
        f"{place}: {one.finding.severity}: {one.finding.check}: {one_line(one.finding.message)}"
        for one in found
    )
    first = found[0].finding
    source = around(segment.source, first.source_span)
    target = around(segment.target, first.target_span)
    return _NO_XML.sub("\ufffd", "\n".join([*lines, source, target]))


def _text(text: str) -> str:
    return _NO_XML.sub("\ufffd", one_line(text))
