"""What waits for a person, beyond its state: since when, after which hint, on what note."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from diglot.model.catalogue import Segment
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.model.statement import Statement
from diglot.steps.status.amount import NONE, Amount


@dataclass(frozen=True, slots=True)
class Waiting:
    """Texts that ought to be looked at, in one catalogue."""

    cleared: Amount = NONE
    """Unreviewed texts whose ``fuzzy`` somebody took off in another tool."""
    stale: tuple[tuple[Segment, date | None], ...] = ()
    """Each stale text, and the day on which its source changed, as far as that is known."""
    wrong_sources: tuple[tuple[Segment, Statement], ...] = ()
    """What reviewers have noted of the source as it is now."""

    @property
    def stale_since(self) -> date | None:
        """The day on which the oldest stale text became so; None where there is none with a day."""
        return min((day for _, day in self.stale if day is not None), default=None)


NOTHING = Waiting()


def waiting(segments: Iterable[Segment]) -> Waiting:
    """What waits among these segments, in their order."""
    cleared: list[Segment] = []
    stale: list[tuple[Segment, date | None]] = []
    wrong: list[tuple[Segment, Statement]] = []
    for segment in segments:
        state = segment.state
        if state is State.STALE:
            stale.append((segment, _since(segment)))
        if state is not State.REVIEWED and segment.is_cleared:
            cleared.append(segment)
        wrong += [(segment, note) for note in _notes_on_source(segment)]
    return Waiting(Amount.of(cleared), tuple(stale), tuple(wrong))


def _since(segment: Segment) -> date | None:
    return next((said.day for said in segment.holding("stale") if said.day), None)


def _notes_on_source(segment: Segment) -> list[Statement]:
    """Whatever the translation is by now; a source that was put right has another hash."""
    notes = [said for said in segment.statements if said.kind == "source-wrong"]
    return [note for note in notes if note.src == hash8(segment.source)]
