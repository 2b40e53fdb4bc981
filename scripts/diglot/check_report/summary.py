"""How much was found, in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from diglot.checks import Severity
from diglot.steps.check import Checked


@dataclass(slots=True)
class Summary:
    """Counts over all catalogues; grows as they come."""

    catalogues: int = 0
    segments: int = 0
    untranslated: int = 0
    dismissed: int = 0
    by_severity: dict[Severity, int] = field(default_factory=lambda: dict.fromkeys(Severity, 0))

    def add(self, checked: Checked) -> None:
        """Count what was found in one more catalogue."""
        self.catalogues += 1
        self.segments += len(checked.segments)
        self.untranslated += checked.untranslated
        self.dismissed += checked.dismissed
        for severity in Severity:
            self.by_severity[severity] += checked.count(severity)

    @property
    def line(self) -> str:
        """``1 error and 2 hints in 115 segments of 1 catalogue; 3 untranslated.``"""
        found = [_number(n, str(severity)) for severity, n in self.by_severity.items() if n]
        besides = [
            *([f"{self.untranslated} untranslated"] if self.untranslated else []),
            *([f"{_number(self.dismissed, 'finding')} dismissed"] if self.dismissed else []),
        ]
        where = f"{_number(self.segments, 'segment')} of {_number(self.catalogues, 'catalogue')}"
        told = f"{_joined(found) or 'Nothing found'} in {where}"
        return "; ".join([told, ", ".join(besides)] if besides else [told]) + "."


def summary(found: Iterable[Checked]) -> Summary:
    """The counts over these catalogues."""
    counts = Summary()
    for each in found:
        counts.add(each)
    return counts


def _number(number: int, what: str) -> str:
    return f"{number:,} {what}" if number == 1 else f"{number:,} {what}s"


def _joined(parts: list[str]) -> str:
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)
