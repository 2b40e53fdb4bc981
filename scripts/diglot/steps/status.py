"""How far a document is in a language: segments and words by state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import State


@dataclass(frozen=True, slots=True)
class Amount:
    """A number of segments, and of words in their source."""

    segments: int = 0
    words: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a catalogue stands in which state."""

    total: Amount
    by_state: Mapping[State, Amount]

    def share(self, state: State) -> float:
        """The part of all words in this state, from 0 to 1; 0 for an empty catalogue."""
        return self.by_state[state].words / self.total.words if self.total.words else 0.0


def status(catalogue: Catalogue) -> Progress:
    """The progress of a catalogue; obsolete entries do not count."""
    return progress(catalogue.active)


def progress(segments: Iterable[Segment]) -> Progress:
    """The progress of these segments."""
    count: Counter[State] = Counter()
    words: Counter[State] = Counter()
    for segment in segments:
        state = segment.state
        count[state] += 1
        words[state] += segment.words
    return Progress(
        total=Amount(count.total(), words.total()),
        by_state={state: Amount(count[state], words[state]) for state in State},
    )
