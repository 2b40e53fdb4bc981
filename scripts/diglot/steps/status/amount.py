"""How many segments, and how long they are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self

from diglot.model.catalogue import Segment


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of segments, and of words in their source."""

    segments: int = 0
    words: int = 0

    @classmethod
    def of(cls, segments: Collection[Segment]) -> Self:
        """How many these are."""
        return cls(len(segments), sum(segment.words for segment in segments))


NONE = Amount()
