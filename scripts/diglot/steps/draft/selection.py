"""Which segments a machine may write: those that no person has had a hand in.

Law: a reviewed, stale or edited segment is never chosen, nor one with an objection («needs-work»,
«conflict»), nor one that is meant to be empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import hash8
from diglot.model.state import State

_OBJECTIONS = frozenset({"needs-work", "conflict"})


def to_draft(catalogue: Catalogue, *, redo: bool) -> Iterator[Segment]:
    """The segments to be drafted: untranslated ones, drafts of an earlier source, or all drafts."""
    return (segment for segment in catalogue.active if may_draft(segment, redo=redo))


def left_alone(catalogue: Catalogue, *, redo: bool) -> int:
    """How many segments are not drafted for the sole reason that there is an objection."""
    return sum(has_objection(each) and _is_open(each, redo=redo) for each in catalogue.active)


def may_draft(segment: Segment, *, redo: bool) -> bool:
    """Whether a machine may write this segment now; ``redo``: also over its own drafts."""
    return not has_objection(segment) and _is_open(segment, redo=redo)


def _is_open(segment: Segment, *, redo: bool) -> bool:
    if segment.obsolete or not segment.source.strip():
        return False
    state = segment.state
    return state is State.UNTRANSLATED or (state is State.DRAFT and (redo or is_outdated(segment)))


def has_objection(segment: Segment) -> bool:
    """Whether somebody found fault here: a person will want to see to it."""
    return any(statement.kind in _OBJECTIONS for statement in segment.statements)


def is_outdated(segment: Segment) -> bool:
    """Whether an untouched draft was made from an earlier source."""
    src, tgt = hash8(segment.source), hash8(segment.target)
    return not any(s.kind == "draft" and s.tgt == tgt and s.src == src for s in segment.statements)
