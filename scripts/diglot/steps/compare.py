"""What became of a catalogue: two versions of it side by side.

In: a catalogue as it was and as it is. Out: each entry to which something happened, in reading
order, those that are gone at the end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.state import State

_VERDICTS = ("reviewed", "empty")
_OBJECTIONS = ("needs-work", "conflict")


class What(StrEnum):
    """What happened to an entry. The first that is true is told."""

    STALE = "stale"
    """Its source changed under the text."""
    CONFIRMED = "confirmed"
    """Somebody gave a verdict on it as it is."""
    OBJECTED = "objected"
    """Somebody objects, or two texts met in a merge."""
    WITHDRAWN = "withdrawn"
    """The same text is no longer reviewed."""
    ADDED = "added"
    """There was no such entry."""
    TRANSLATED = "translated"
    """There was no text."""
    CHANGED = "changed"
    """There was another text, or another source."""
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Difference:
    """An entry before and after; None where there is none."""

    what: What
    before: Segment | None
    after: Segment | None
    by: tuple[str, ...] = ()
    """Who confirmed it, or who objects."""

    @property
    def segment(self) -> Segment:
        """The entry as it is; as it was, where it is gone."""
        segment = self.after or self.before
        assert segment is not None
        return segment


def compare(before: Catalogue | None, after: Catalogue | None) -> tuple[Difference, ...]:
    """Every difference that matters to a person; moved entries and notes do not count."""
    old = tuple(before.active) if before else ()
    new = tuple(after.active) if after else ()
    earlier = _earlier(old, new)
    found = [_difference(earlier.get(segment.identity), segment) for segment in new]
    kept = {segment.identity for segment in earlier.values()}
    gone = (s for s in old if s.identity not in kept)
    return (
        *(each for each in found if each is not None),
        *(Difference(What.REMOVED, segment, None) for segment in gone),
    )


def _earlier(
    old: tuple[Segment, ...], new: tuple[Segment, ...]
) -> Mapping[tuple[str, str], Segment]:
    """What each entry was: the same sentence; else the next of its block that is no more."""
    before = {segment.identity: segment for segment in old}
    now = {segment.identity for segment in new}
    unmatched: defaultdict[str, list[Segment]] = defaultdict(list)
    for segment in old:
        if segment.identity not in now:
            unmatched[segment.key].append(segment)
    found = {}
    for segment in new:
        if segment.identity in before:
            found[segment.identity] = before[segment.identity]
        elif unmatched.get(segment.key):
            found[segment.identity] = unmatched[segment.key].pop(0)
    return found


def _difference(before: Segment | None, after: Segment) -> Difference | None:
    same_source = before is not None and before.source == after.source
    same_text = before is not None and before.target == after.target
    was = State.UNTRANSLATED if before is None else before.state
    earlier = before if same_text else None
    reviewed = after.state is State.REVIEWED
    names = _names_since(earlier, after, _VERDICTS if reviewed else _OBJECTIONS)
    happened = {
        What.STALE: after.state is State.STALE and not (same_source and was is State.STALE),
        What.CONFIRMED: reviewed and bool(names),
        What.OBJECTED: not reviewed and bool(names),
        What.WITHDRAWN: was is State.REVIEWED and same_text and after.state is not was,
        What.ADDED: before is None,
        What.TRANSLATED: was is State.UNTRANSLATED and after.state is not was,
        What.CHANGED: not (same_source and same_text),
    }
    what = next((what for what, is_so in happened.items() if is_so), None)
    return None if what is None else Difference(what, before, after, names)


def _names_since(before: Segment | None, after: Segment, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Who has said this of the present text and had not before; «?» for who gave no name."""

    def names(segment: Segment) -> Iterator[str]:
        return (said.get("by") or "?" for kind in kinds for said in segment.holding(kind))

    known = set(names(before)) if before is not None else set()
    return tuple(dict.fromkeys(name for name in names(after) if name not in known))
