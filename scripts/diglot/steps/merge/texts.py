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
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.model.statement import state_that
from diglot.steps.merge.holding import made_for


class _Hand(IntEnum):
    """From whose hand a text is, as far as is known."""

    NOBODY = 0
    MACHINE = 1
    LEFT_OUT = 2
    PERSON = 3


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
    """The entry with the other text beside it, bound to its present source and text.

    A text that stands against a person's is one that somebody has confirmed. While it waits it is
    not confirmed, and with its ``draft`` line it would be a draft, which a machine may replace.
    """
    line = state_that("conflict", entry.source, entry.target, text=other)
    kept = (c for c in entry.comments if c not in (entry.draft, line))
    return replace(entry, comments=(*kept, line))


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


def _rank(segment: Segment, source: str) -> tuple[_Hand, bool, bool, float, str]:
    """Of two texts the one stays that was made for the present source, or else was confirmed."""
    hand, made = _hand(segment), made_for(segment)
    if hand is _Hand.MACHINE:
        return hand, made == source, False, _score(segment), segment.target
    return hand, made == source, _is_confirmed(segment, made), 0, ""


def _is_confirmed(segment: Segment, source: str) -> bool:
    """Whether somebody has confirmed the text for this source, also if it has changed since."""
    src, tgt = hash8(source), hash8(segment.target)
    said = (s for s in segment.statements if s.src == src and s.tgt == tgt)
    return segment.state is not State.EDITED and any(s.kind == "reviewed" for s in said)


def _score(segment: Segment) -> float:
    try:
        score = float((segment.draft and segment.draft.get("score")) or "")
    except ValueError:
        return -math.inf
    return -math.inf if math.isnan(score) else score
