"""Where a document uses the terms of the glossary, and what the places are called.

In: places in reading order, titles. Out: a value small enough to be kept for each of ten thousand
documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Place = tuple[str, str]
"""The id of a section, and the anchor of a passage in it."""


@dataclass(frozen=True, slots=True)
class TermUse:
    """Empty where there is no glossary, or none of its terms."""

    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    """By the anchor of a term: the first passages that have it."""
    titles: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Of the sections that are named there; by language."""

    def as_json(self) -> list[Any]:
        """For the cache."""
        return [dict(self.places), {of: dict(titles) for of, titles in self.titles.items()}]


def from_json(values: list[Any]) -> TermUse:
    """The value that ``as_json`` was made of."""
    places, titles = values
    return TermUse(
        {term: tuple((section, at) for section, at in found) for term, found in places.items()},
        titles,
    )
