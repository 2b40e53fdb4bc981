"""One entry out of three versions of it.

In: a thread. Out: the entry as it stands after the merge, or None where it is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from diglot.model.catalogue import Segment
from diglot.model.state import FUZZY, State
from diglot.steps.merge.header import united
from diglot.steps.merge.sources import (
    Carry,
    with_one_source,
    with_stale_line,
    without_stale_line,
)
from diglot.steps.merge.texts import conflict_line, other_text, text_of
from diglot.steps.merge.threads import Thread

__all__ = ["Carry", "Outcome", "merged_entry"]

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Outcome:
    """A merged entry, and the threads that end in it."""

    segment: Segment
    threads: tuple[Thread, ...]


def merged_entry(thread: Thread, carry: Carry, today: date) -> Outcome | None:
    """The entry that a thread ends in; what one side left as it was, the other side decides."""
    base, ours, theirs = thread.base, thread.ours, thread.theirs
    if ours == theirs or theirs == base:
        found = ours
    elif ours == base or ours is None:
        found = theirs
    elif theirs is None:
        found = ours
    else:
        found = _mixed(base, ours, theirs, carry, today)
    return None if found is None else Outcome(found, (thread,))


def _mixed(
    base: Segment | None, ours: Segment, theirs: Segment, carry: Carry, today: date
) -> Segment:
    """Both sides have changed it, each in its way."""
    # Added on both sides: in use where one of them uses it.
    start = base or Segment(ours.key, ours.source, obsolete=True)
    source = _picked(start.source, ours.source, theirs.source)
    versions = (start, ours, theirs)
    start, ours, theirs = carried = with_one_source(versions, source, carry, today)
    entry = replace(
        ours,
        key=_picked(start.key, ours.key, theirs.key),
        comments=tuple(united(*map(without_stale_line, carried))),
        obsolete=_picked(start.obsolete, ours.obsolete, theirs.obsolete),
        hint=_picked(start.hint, ours.hint, theirs.hint),
        flags=tuple(united(start.flags, ours.flags, theirs.flags)),
        references=tuple(united(start.references, ours.references, theirs.references)),
        previous_source=_picked(
            start.previous_source, ours.previous_source, theirs.previous_source
        ),
    )
    entry = with_stale_line(text_of(entry, start, ours, theirs), carried, versions)
    other = other_text(entry, start, ours, theirs)
    if other is not None:
        entry = conflict_line(entry, other)
    return replace(entry, fuzzy=_fuzzy(entry, start, ours, theirs, is_open=other is not None))


def _picked(base: Value, ours: Value, theirs: Value) -> Value:
    """The value of the side that changed it; ours where both did."""
    return theirs if ours == base else ours


def _fuzzy(entry: Segment, base: Segment, ours: Segment, theirs: Segment, *, is_open: bool) -> bool:
    """As the side has it that says the same; set where this merge made the state."""
    state = entry.state
    alike = [side for side in (ours, theirs) if _says_the_same(side, entry)]
    if is_open:
        return True
    if state in FUZZY and (state is State.REVIEWED or all(side.state != state for side in alike)):
        return FUZZY[state]
    if len(alike) == 1:
        return alike[0].fuzzy
    if ours.target != theirs.target:
        return ours.fuzzy if entry.target == ours.target else theirs.fuzzy
    return _picked(base.fuzzy, ours.fuzzy, theirs.fuzzy)


def _says_the_same(side: Segment, entry: Segment) -> bool:
    return side.source == entry.source and side.target == entry.target
