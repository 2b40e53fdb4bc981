"""What of a document others than its readers are told: where it is from, and what became of it.

In: settings of its source, statements in its catalogues. Out: a value small enough to be kept for
each of ten thousand documents.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Event:
    """What was done on one day with the segments of one section in one language."""

    day: str
    """ISO date."""
    section: str
    """Its id; empty for the title of the document."""
    kind: str
    """``reviewed``: confirmed by people. ``stale``: the source says something else since then."""
    segments: int
    by: tuple[str, ...] = ()
    """The people who confirmed, as they are called in the statements."""


@dataclass(frozen=True, slots=True)
class PublicRecord:
    """Empty where nothing is known."""

    date: str = ""
    """As the settings of the source have it; ISO where it is a day."""
    origin: Mapping[str, str] = field(default_factory=dict)
    """By language, or under ``""`` for all."""
    licence: Mapping[str, str] = field(default_factory=dict)
    events: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    """By language of the translation, where there are any; what still holds, newest first."""

    def as_json(self) -> list[Any]:
        """For the cache."""
        events = {
            language: [[e.day, e.section, e.kind, e.segments, e.by] for e in found]
            for language, found in self.events.items()
        }
        return [self.date, dict(self.origin), dict(self.licence), events]


def from_json(values: list[Any]) -> PublicRecord:
    """The record that ``as_json`` was made of."""
    date, origin, licence, events = values
    return PublicRecord(
        date,
        origin,
        licence,
        {
            language: tuple(
                Event(day, section, kind, segments, tuple(by))
                for day, section, kind, segments, by in found
            )
            for language, found in events.items()
        },
    )
