"""Which of two texts stands in the entry, and what becomes of the other.

In: three versions of an entry, their sources already brought together. Out: the entry with its
text, and the other text where two people wrote one each. What a person wrote, confirmed or left
out on purpose outranks what a machine wrote, whichever side changed it last.
"""

from __future__ import annotations

import math
from dataclasses import replace
from enum import IntEnum

from diglot.model.catalogue import Segment
from diglot.model.state import State
from diglot.model.statement import state_that


class _Hand(IntEnum):
    """From whose hand a text is, as far as is known."""

    NOBODY = 0
    MACHINE = 1
    LEFT_OUT = 2
    PERSON = 3


_STATES = (State.DRAFT, State.STALE, State.EDITED, State.REVIEWED)
"""Of two texts the one in the later of these stays."""


def text_of(entry: Segment, base: Segment, ours: Segment, theirs: Segment) -> Segment:
    """The entry with the text that stays."""
    return replace(entry, target=_stays(entry.source, base, ours, theirs).target)


def other_text(entry: Segment, base: Segment, ours: Segment, theirs: Segment) -> str | None:
    """The text that has to be decided about: two people wrote one each, and only one stays."""
    if ours.target == theirs.target or not _both_changed(base, ours, theirs):
        return None
    other = theirs if entry.target == ours.target else ours
    return other.target if _hand(other) >= _Hand.LEFT_OUT else None


def conflict_line(entry: Segment, other: str) -> Segment:
    """The entry with the other text beside it, bound to its present source and text."""
    line = state_that("conflict", entry.source, entry.target, text=other)
    return entry if line in entry.comments else replace(entry, comments=(*entry.comments, line))


def is_made_by_somebody(side: Segment, base: Segment) -> bool:
    """Whether on this side a person wrote the text, or confirmed it, for the source it has."""
    confirmed = side.state is State.REVIEWED and base.state is not State.REVIEWED
    return _hand(side) is _Hand.PERSON and (_words(side) != _words(base) or confirmed)


def _stays(source: str, base: Segment, ours: Segment, theirs: Segment) -> Segment:
    if _words(theirs) == _words(base):
        return ours
    if _words(ours) == _words(base) or _rank(theirs, source) > _rank(ours, source):
        return theirs
    return ours


def _both_changed(base: Segment, ours: Segment, theirs: Segment) -> bool:
    return _words(base) not in (_words(ours), _words(theirs))


def _words(segment: Segment) -> tuple[str, _Hand]:
    """A text, and whose it is: one that somebody has confirmed is no longer the machine's."""
    return segment.target, _hand(segment)


def _hand(segment: Segment) -> _Hand:
    state = segment.state
    if state is State.UNTRANSLATED:
        return _Hand.NOBODY
    if not segment.target:
        return _Hand.LEFT_OUT
    return _Hand.MACHINE if state is State.DRAFT else _Hand.PERSON


def _rank(segment: Segment, source: str) -> tuple[_Hand, bool, int, float, str]:
    hand = _hand(segment)
    if hand is not _Hand.MACHINE:
        state = _STATES.index(segment.state) if hand is _Hand.PERSON else 0
        return hand, segment.source == source, state, 0, ""
    return hand, segment.source == source, 0, _score(segment), segment.target


def _score(segment: Segment) -> float:
    try:
        score = float((segment.draft and segment.draft.get("score")) or "")
    except ValueError:
        return -math.inf
    return -math.inf if math.isnan(score) else score
