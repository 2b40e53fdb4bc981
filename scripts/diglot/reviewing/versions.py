"""The way back: every version of a segment that this server has seen, by its name."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from diglot.model import statement
from diglot.model.catalogue import Segment

_Place = tuple[str, str]
"""Document and language."""


class Versions:
    """Kept in memory only: after a restart nothing can be undone, and nothing is lost."""

    def __init__(self) -> None:
        self._known: dict[tuple[_Place, tuple[str, str], str], Segment] = {}

    def keep(self, place: _Place, segments: Iterable[Segment]) -> None:
        """Remember these versions."""
        for segment in segments:
            self._known.setdefault((place, segment.identity, self.name(segment)), segment)

    def get(self, place: _Place, identity: tuple[str, str], name: str) -> Segment | None:
        """A version of a segment, or None."""
        return self._known.get((place, identity, name))

    @staticmethod
    def name(segment: Segment) -> str:
        """The same for the same text and statements."""
        parts = (segment.target, statement.write(segment.comments), str(segment.fuzzy))
        return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]
