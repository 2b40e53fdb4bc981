"""What checks look at, and what they say: a pair of texts in, findings out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from diglot.language import direction
from diglot.model.glossary import Glossary

Span = tuple[int, int]
"""Where something stands in a text: from the first character to behind the last."""


class Severity(StrEnum):
    """How much a finding matters, the worst first."""

    ERROR = "error"
    """A reader would be told something wrong, or nothing."""
    WARNING = "warning"
    """Very likely wrong; a person has to look."""
    HINT = "hint"
    """Worth a look, often right as it is."""


@dataclass(frozen=True, slots=True)
class Context:
    """What a check may know besides the two texts."""

    glossary: Glossary = field(default_factory=Glossary)
    source_language: str = "ar"
    target_language: str = "en"

    @property
    def changes_direction(self) -> bool:
        """Whether the translation is written from left to right and its source is not."""
        return direction(self.source_language) == "rtl" and direction(self.target_language) == "ltr"


@dataclass(frozen=True, slots=True)
class Pair:
    """A text and its translation: a segment, a whole block, or one of several hypotheses."""

    source: str
    target: str
    context: Context = field(default_factory=Context)
    block: Pair | None = None
    """All of the block that a segment is part of: its other sentences may make up for a fault."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a reviewer must not miss, with what was seen on either side."""

    check: str
    severity: Severity
    message: str
    """A ``Message`` from the checks of diglot; any text from those of other packages."""
    source_span: Span | None = None
    target_span: Span | None = None


Check = Callable[[Pair], Iterable[Finding]]
"""A check is a plain function: no state, no disk, the same findings for the same pair."""
