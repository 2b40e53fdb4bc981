"""The order of merged entries: reading order as the side has it that changed it.

In: the three versions, and the merged entries with the threads that they come from. Out: the
entries, those in use first. What only the other side has stands behind what it stood behind there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from diglot.model.catalogue import Catalogue, Segment
from diglot.steps.merge.entry import Outcome

Identity = tuple[str, str]


def arranged(
    base: Catalogue, ours: Catalogue, theirs: Catalogue, outcomes: Iterable[Outcome]
) -> tuple[Segment, ...]:
    """The merged entries in their order: active ones, then obsolete ones."""
    found = {outcome.segment.identity: outcome for outcome in outcomes}
    places = tuple(_places(found.values(), version) for version in range(3))
    merged: list[Segment] = []
    for obsolete in (False, True):
        wanted = {i for i, outcome in found.items() if outcome.segment.obsolete == obsolete}
        orders = [
            _order(catalogue, where, wanted, obsolete=obsolete)
            for catalogue, where in zip((base, ours, theirs), places, strict=True)
        ]
        order = dict.fromkeys(_joined(*orders))
        order |= dict.fromkeys(i for i in found if i in wanted)  # active in neither, or in both
        merged += [found[identity].segment for identity in order]
    return tuple(merged)


def _places(outcomes: Iterable[Outcome], version: int) -> dict[Identity, Identity]:
    """By its identity in one version, the identity of the entry that it has become."""
    places: dict[Identity, Identity] = {}
    for outcome in outcomes:
        for thread in outcome.threads:
            segment = (thread.base, thread.ours, thread.theirs)[version]
            if segment is not None:
                places.setdefault(segment.identity, outcome.segment.identity)
    for outcome in outcomes:  # what kept its name stands where it stood
        identity = outcome.segment.identity
        if identity in places:
            places[identity] = identity
    return places


def _order(
    catalogue: Catalogue,
    places: Mapping[Identity, Identity],
    wanted: set[Identity],
    *,
    obsolete: bool,
) -> list[Identity]:
    here = (s.identity for s in catalogue.segments if s.obsolete == obsolete)
    found = (places[identity] for identity in here if identity in places)
    return list(dict.fromkeys(identity for identity in found if identity in wanted))


def _joined(
    base: Sequence[Identity], ours: Sequence[Identity], theirs: Sequence[Identity]
) -> list[Identity]:
    """One order out of two: that of ours, unless only theirs has moved anything."""
    first, second = (
        (theirs, ours)
        if _has_moved(base, theirs) and not _has_moved(base, ours)
        else (ours, theirs)
    )
    known = set(first)
    behind: dict[Identity | None, list[Identity]] = defaultdict(list)
    last: Identity | None = None
    for identity in second:
        if identity in known:
            last = identity
        else:
            behind[last].append(identity)
    order = list(behind[None])
    for identity in first:
        order += [identity, *behind.get(identity, ())]
    return order


def _has_moved(base: Sequence[Identity], side: Sequence[Identity]) -> bool:
    before, after = set(base), set(side)
    return [i for i in side if i in before] != [i for i in base if i in after]
