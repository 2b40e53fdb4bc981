"""For a person: findings segment by segment, each with its two texts, and a line that sums up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from diglot.check_report.shown import around, one_line
from diglot.check_report.summary import summary_line
from diglot.checking import CheckedFile, Summary
from diglot.steps.check import Found


def pieces(files: Iterable[CheckedFile]) -> Iterator[str]:
    """A piece for each segment, with a blank line behind it; the summary at the end."""
    counts = Summary()
    for each in files:
        counts.add(each.checked)
        for _, found in groupby(each.checked.found, key=lambda one: one.segment.identity):
            yield _of_segment(each, list(found))
    yield summary_line(counts)


def _of_segment(file: CheckedFile, found: list[Found]) -> str:
    first = found[0]
    lines = [
        f"{file.path.as_posix()}:{one.segment.line}: {one.finding.severity}: {one.finding.check}: "
        f"{one_line(one.finding.message)}"
        for one in found
    ]
    source = next((one.finding.source_span for one in found if one.finding.source_span), None)
    target = next((one.finding.target_span for one in found if one.finding.target_span), None)
    return "\n".join(
        [
            *lines,
            # Never a text alone on its line: GitHub would obey one that begins with «::».
            f"  < {around(first.segment.source, source)}",
            f"  > {around(first.segment.target, target)}",
            "",
        ]
    )
