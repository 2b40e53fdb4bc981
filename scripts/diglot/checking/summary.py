"""How much was found, over any number of catalogues."""

from __future__ import annotations

from dataclasses import dataclass, field

from diglot.checks import Severity
from diglot.steps.check import Checked


@dataclass(slots=True)
class Summary:
    """Counts that grow as catalogues come, so that none of them has to be kept."""

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
