"""For GitHub Actions: annotations that GitHub shows beside the lines of a pull request.

The grammar of workflow commands: ``::error file=…,line=…,title=…::message``, with ``%``, line ends,
and in properties ``:`` and ``,`` as percent codes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from diglot.check_report.shown import around, one_line
from diglot.check_report.summary import summary_line
from diglot.checking import CheckedFile, Summary
from diglot.checks import Severity
from diglot.steps.check import Found

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}
_OF_MESSAGES = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_OF_PROPERTIES = {**_OF_MESSAGES, ":": "%3A", ",": "%2C"}


def pieces(files: Iterable[CheckedFile]) -> Iterator[str]:
    """A line for each finding, the worst of a file first; the summary as a line of the log."""
    # GitHub shows ten of each kind for a step, the first ones.
    worst_first = list(Severity)
    counts = Summary()
    for each in files:
        counts.add(each.checked)
        found = sorted(each.checked.found, key=lambda one: worst_first.index(one.finding.severity))
        yield from (_annotation(each, one) for one in found)
    yield summary_line(counts)


def _annotation(file: CheckedFile, found: Found) -> str:
    finding = found.finding
    properties = {
        "file": file.path.as_posix(),
        "line": str(found.segment.line),
        "title": f"diglot: {finding.check}",
    }
    told = ",".join(f"{name}={_coded(value, _OF_PROPERTIES)}" for name, value in properties.items())
    message = "\n".join(
        [
            one_line(finding.message),
            around(found.segment.source, finding.source_span),
            around(found.segment.target, finding.target_span),
        ]
    )
    return f"::{_COMMANDS[finding.severity]} {told}::{_coded(message, _OF_MESSAGES)}"


def _coded(text: str, codes: dict[str, str]) -> str:
    return "".join(codes.get(character, character) for character in text)
