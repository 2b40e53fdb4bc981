"""How far the segments of a document are: their number and words by state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from diglot.model.catalogue import Segment
from diglot.model.state import State
from diglot.steps.status.amount import Amount
from diglot.steps.status.waiting import NOTHING, Waiting


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a catalogue stands in which state."""

    total: Amount
    by_state: Mapping[State, Amount]
    waiting: Waiting = NOTHING

    def share(self, state: State) -> float:
        """The part of all words in this state, from 0 to 1; 0 for an empty catalogue."""
        return self.by_state[state].words / self.total.words if self.total.words else 0.0


def progress(segments: Iterable[Segment]) -> Progress:
    """The progress of these segments; of a catalogue only the active ones count."""
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
