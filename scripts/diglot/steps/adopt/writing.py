"""Typed texts into the catalogue.

In: a catalogue, typed texts with their sentences. Out: the catalogue, and what was changed in it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import hash8
from diglot.model.state import State
from diglot.model.statement import Statement, state_that
from diglot.steps.adopt.assignment import Assigned


@dataclass(frozen=True, slots=True)
class Change:
    """A sentence of which the catalogue has another text now, or another one beside it."""

    key: str
    source: str
    text: str
    line: int
    """On the page."""
    is_conflict: bool
    has_markup: bool


def written(
    catalogue: Catalogue, found: Iterable[Assigned]
) -> tuple[Catalogue, tuple[Change, ...]]:
    """The catalogue with the typed texts, in its order."""
    typed = {(each.block.key or "", each.source): each for each in found}
    segments: list[Segment] = []
    changes: list[Change] = []
    for segment in catalogue.segments:
        each = None if segment.obsolete else typed.get(segment.identity)
        if each is None:
            segments.append(segment)
            continue
        waits = each.is_changed_meanwhile and segment.state not in _GIVES_WAY
        after = _beside(segment, each) if waits else _instead(segment, each)
        segments.append(after)
        if after != segment:
            said = each.typed
            changes.append(Change(*segment.identity, said.text, said.line, waits, said.has_markup))
    return catalogue.with_segments(tuple(segments)), tuple(changes)


_GIVES_WAY = (State.UNTRANSLATED, State.DRAFT)


def _beside(segment: Segment, each: Assigned) -> Segment:
    """Somebody else has written here meanwhile: both texts, until somebody decides."""
    line = state_that("conflict", segment.source, segment.target, text=each.typed.text)
    if line in segment.comments:
        return segment
    return replace(segment, comments=(*segment.comments, line), fuzzy=True)


def _instead(segment: Segment, each: Assigned) -> Segment:
    after = replace(segment, target=each.typed.text)
    if segment.state is State.STALE and each.typed.was != State.STALE:
        # The source has changed since the page was made: the text was typed for the old one.
        return replace(after, comments=tuple(_rebound(after, segment)))
    return after


def _rebound(after: Segment, before: Segment) -> Iterable[Statement | str]:
    src, old, new = hash8(before.source), hash8(before.target), hash8(after.target)
    for comment in after.comments:
        is_stale = isinstance(comment, Statement) and comment.kind == "stale"
        if isinstance(comment, Statement) and is_stale and (comment.src, comment.tgt) == (src, old):
            fields = ((name, new if name == "tgt" else value) for name, value in comment.fields)
            yield replace(comment, fields=tuple(fields))
        else:
            yield comment
