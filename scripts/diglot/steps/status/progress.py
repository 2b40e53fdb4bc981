"""How far the segments of a document are: their number, words and passages by state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from diglot.model.catalogue import Segment
from diglot.model.state import State, worst
from diglot.steps.status.amount import Amount
from diglot.steps.status.waiting import NOTHING, Waiting


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a catalogue stands in which state."""

    total: Amount
    by_state: Mapping[State, Amount]
    waiting: Waiting = NOTHING
    passages: Mapping[State, int] = field(default_factory=dict)
    """What readers see: each block with the worst state of its segments."""
    last_review: date | None = None
    """The day of the last verdict on a text that is reviewed."""

    def share(self, state: State) -> float:
        """The part of all words in this state, from 0 to 1; 0 for an empty catalogue."""
        return self.by_state[state].words / self.total.words if self.total.words else 0.0


def progress(segments: Iterable[Segment]) -> Progress:
    """The progress of these segments; of a catalogue only the active ones count."""
    count: Counter[State] = Counter()
    words: Counter[State] = Counter()
    blocks: dict[str, State] = {}
    days: set[date | None] = set()
    for segment in segments:
        state = segment.state
        count[state] += 1
        words[state] += segment.words
        before = blocks.get(segment.key, state)
        blocks[segment.key] = state if state is before else worst((state, before))
        if state is State.REVIEWED:
            days.update(said.day for said in segment.reviews)
    passages = Counter(blocks.values())
    return Progress(
        total=Amount(count.total(), words.total()),
        by_state={state: Amount(count[state], words[state]) for state in State},
        passages={state: passages[state] for state in State},
        last_review=max((day for day in days if day), default=None),
    )
