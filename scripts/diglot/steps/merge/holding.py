"""What holds of an entry: said of its present source and its present text."""

from __future__ import annotations

from diglot.model.catalogue import Segment
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.model.statement import Statement


def made_for(side: Segment) -> str:
    """The source that a text was last confirmed or edited against."""
    said = stale_of(side) if side.state is State.STALE else None
    return (said and said.get("was")) or side.source


def stale_of(side: Segment) -> Statement | None:
    """The ``stale`` line that holds, or None."""
    return next((s for s in side.statements if s.kind == "stale" and holds(s, side)), None)


def holds(said: Statement, entry: Segment) -> bool:
    """Whether this was said of just these two texts."""
    return said.src == hash8(entry.source) and said.tgt == hash8(entry.target)
