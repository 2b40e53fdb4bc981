"""The state of a segment: derived from its texts and statements, never stored.

The first rule that matches wins. «Not fuzzy» is no rule: Poedit clears the flag on any edit.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from diglot.model.key import hash8
from diglot.model.statement import Comment, Statement


class State(StrEnum):
    """How far a translation is, the worst first (the order in which a block is judged)."""

    UNTRANSLATED = "untranslated"
    STALE = "stale"
    DRAFT = "draft"
    EDITED = "edited"
    REVIEWED = "reviewed"


FUZZY = {State.REVIEWED: False, State.STALE: True, State.DRAFT: True}
"""The ``fuzzy`` flag that goes with a state that diglot makes; elsewhere it stays as found."""


def derive(source: str, target: str, comments: Iterable[Comment]) -> State:
    """The state of an entry with this msgid, msgstr and translator comment."""
    statements = [comment for comment in comments if isinstance(comment, Statement)]
    if not target and not statements:
        return State.UNTRANSLATED
    src, tgt = hash8(source), hash8(target)
    of_both = {s.kind for s in statements if s.src == src and s.tgt == tgt}
    meant_empty = not target and any(s.kind == "empty" and s.src == src for s in statements)
    if not target and not meant_empty:
        return State.UNTRANSLATED
    objected = of_both & {"needs-work", "conflict"}
    if ("reviewed" in of_both or meant_empty) and not objected:
        return State.REVIEWED
    reviewed_for_another_source = any(
        s.kind == "reviewed" and s.tgt == tgt and s.src != src for s in statements
    )
    if "stale" in of_both or reviewed_for_another_source:
        return State.STALE
    if any(s.kind == "draft" and s.tgt == tgt for s in statements):
        return State.DRAFT
    return State.EDITED


def worst(states: Iterable[State]) -> State:
    """The state that a block shows: the worst of its segments (reviewed if it has none)."""
    found = set(states)
    return next((state for state in State if state in found), State.REVIEWED)
