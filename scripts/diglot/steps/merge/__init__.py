"""Merge: two branches' versions of one catalogue become one, entry by entry.

In: the version that both began with, ours and theirs. Out: one catalogue, and what was decided.
An entry is followed also where a source was changed in place. What one side left as it was, it
takes from the other side; what both changed is brought together so that no words are lost:

- one side changed the source, the other the text or the verdict: that text, stale, with the source
  that it was made for as ``was``;
- both changed the text: one of them, fuzzy, and the other in a ``conflict`` statement;
- a machine's text never stands against a person's.

Laws: ``merge(base, x, base) == merge(base, base, x) == x``; no (key, source) is there twice; every
text from a person's hand that a side has changed is in the result, in an entry or in a statement;
with the sides exchanged only the order of what both inserted at one place may differ, and which
text stands in the entry and which in the ``conflict``. Reading order is that of the side that
changed it; ``sync`` sets it right in any case.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from diglot.model.catalogue import Catalogue
from diglot.model.state import State
from diglot.steps.merge.arrangement import arranged
from diglot.steps.merge.entry import Carry, Outcome, merged_entry
from diglot.steps.merge.header import merged_fields, merged_lines
from diglot.steps.merge.holding import holds
from diglot.steps.merge.threads import Thread, threads

__all__ = ["Carry", "Decision", "Merged", "merge"]

Identity = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decision:
    """An entry on which the sides did not agree, and what stands there now."""

    key: str
    source: str
    what: str
    """``conflict`` or ``stale``."""


@dataclass(frozen=True, slots=True)
class Merged:
    """One catalogue out of two, and what somebody ought to look at."""

    catalogue: Catalogue
    decisions: tuple[Decision, ...]


def merge(
    base: Catalogue,
    ours: Catalogue,
    theirs: Catalogue,
    *,
    carry: Carry,
    today: date,
) -> Merged:
    """Both sides' work in one catalogue; ``carry`` is how ``sync`` changes the source of an entry.

    ``today`` is written where this merge makes a text stale and neither side has a date for it.
    """

    def mixed(thread: Thread) -> Outcome | None:
        return merged_entry(thread, carry, today)

    outcomes = _each_once(threads(base, ours, theirs), mixed)
    segments = arranged(base, ours, theirs, outcomes)
    catalogue = Catalogue(
        ours.document,
        ours.language,
        segments,
        merged_fields(base.header, ours.header, theirs.header),
        merged_lines(base.preamble, ours.preamble, theirs.preamble),
        merged_lines(base.ending, ours.ending, theirs.ending),
    )
    return Merged(catalogue, _decisions(base, ours, theirs, catalogue))


def _each_once(
    found: tuple[Thread, ...], mixed: Callable[[Thread], Outcome | None]
) -> tuple[Outcome, ...]:
    """The merged entries; where two threads end in one (key, source), they are one entry."""
    outcomes: dict[Identity, Outcome] = {}
    for thread in found:
        outcome = mixed(thread)
        if outcome is None:
            continue
        identity = outcome.segment.identity
        first = outcomes.get(identity)
        if first is not None:
            both = mixed(Thread(None, first.segment, outcome.segment))
            assert both is not None
            outcome = Outcome(both.segment, first.threads + outcome.threads)
        outcomes[identity] = outcome
    return tuple(outcomes.values())


def _decisions(
    base: Catalogue, ours: Catalogue, theirs: Catalogue, merged: Catalogue
) -> tuple[Decision, ...]:
    before = {
        (*segment.identity, what)
        for catalogue in (base, ours, theirs)
        for segment in catalogue.segments
        for what in _open(catalogue, segment.identity)
    }
    return tuple(
        Decision(*segment.identity, what)
        for segment in merged.segments
        for what in _open(merged, segment.identity)
        if (*segment.identity, what) not in before
    )


def _open(catalogue: Catalogue, identity: Identity) -> tuple[str, ...]:
    segment = catalogue.by_identity[identity]
    if any(said.kind == "conflict" and holds(said, segment) for said in segment.statements):
        return ("conflict",)
    return ("stale",) if segment.state is State.STALE and not segment.obsolete else ()
