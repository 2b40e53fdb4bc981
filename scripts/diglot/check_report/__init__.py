"""What was found, in the shapes that people and programs read.

In: checked files, as they come. Out: pieces of the output, as early as they can be written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

from diglot.check_report import github, json_list, junit, text
from diglot.check_report.summary import build_line
from diglot.checking import CheckedFile
from diglot.checks import Severity

__all__ = ["FailOn", "Format", "build_line", "fails", "report"]


class Format(StrEnum):
    """The shapes of the output."""

    TEXT = "text"
    JSON = "json"
    JUNIT = "junit"
    GITHUB = "github"


class FailOn(StrEnum):
    """From which severity on a finding makes the command fail."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"

    @property
    def severities(self) -> frozenset[Severity]:
        """Those that fail."""
        return {
            FailOn.ERROR: frozenset({Severity.ERROR}),
            FailOn.WARNING: frozenset({Severity.ERROR, Severity.WARNING}),
            FailOn.NEVER: frozenset[Severity](),
        }[self]


def report(files: Iterable[CheckedFile], shape: Format, fail_on: FailOn) -> Iterator[str]:
    """The output in this shape, line by line or in larger pieces, without the last line end."""
    if shape is Format.JUNIT:
        return junit.pieces(files, fail_on.severities)
    pieces: Callable[[Iterable[CheckedFile]], Iterator[str]] = {
        Format.TEXT: text.pieces,
        Format.JSON: json_list.pieces,
        Format.GITHUB: github.pieces,
    }[shape]
    return pieces(files)


def fails(files: CheckedFile, fail_on: FailOn) -> bool:
    """Whether something in the file makes the command fail."""
    return any(each.finding.severity in fail_on.severities for each in files.checked.found)
