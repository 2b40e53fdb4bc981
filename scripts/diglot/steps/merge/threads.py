"""Which entries of three versions are one entry: by (key, source), and through changed sources.

In: base, ours, theirs. Out: threads. ``sync`` changes the ``msgid`` of an entry in place, so an
entry of the base may have another identity on a side. A sentence that moved into another block has
its key from there, and the same source. Inside one key, what tells an entry again is this:

- the side says what its source was (``#| msgid``, ``was``, a statement with the old ``src``);
- the text is the same, and not empty;
- nothing but the source is left to go by: likeness of the sources.

Of a sentence that was divided, the first part took the text, and the whole stays obsolete: both
are threads that begin in the same entry.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.key import hash8, is_key

Identity = tuple[str, str]

_ALIKE = 0.5
"""Share of the words that two sources have in common, from which they count as one sentence."""


@dataclass(frozen=True, slots=True)
class Thread:
    """One entry through three versions; None where a version does not have it."""

    base: Segment | None
    ours: Segment | None
    theirs: Segment | None


@dataclass(frozen=True, slots=True)
class _Descent:
    """What became of the entries of the base on one side, by their identity in the base."""

    heirs: Mapping[Identity, Segment]
    parts: Mapping[Identity, tuple[Segment, ...]]
    """Entries that took over the text of one that is still there, obsolete."""
    new: tuple[Segment, ...]


@dataclass(slots=True)
class _Block:
    """The entries of one key whose identity only one of two versions has."""

    gone: list[Segment] = field(default_factory=list)
    fresh: list[Segment] = field(default_factory=list)


def threads(base: Catalogue, ours: Catalogue, theirs: Catalogue) -> tuple[Thread, ...]:
    """Every entry of the three versions, in at least one thread."""
    left, right = _descent(base, ours), _descent(base, theirs)
    return (*_continued(base, left, right), *_begun(left.new, right.new))


def _continued(base: Catalogue, left: _Descent, right: _Descent) -> Iterator[Thread]:
    for identity, segment in base.by_identity.items():
        ours, theirs = left.heirs.get(identity), right.heirs.get(identity)
        yield Thread(segment, ours, theirs)
        here = {part.identity: part for part in left.parts.get(identity, ())}
        there = {part.identity: part for part in right.parts.get(identity, ())}
        for part in dict.fromkeys((*here, *there)):
            yield Thread(segment, here.get(part, ours), there.get(part, theirs))


def _begun(ours: Iterable[Segment], theirs: Iterable[Segment]) -> Iterator[Thread]:
    other = {segment.identity: segment for segment in theirs}
    for segment in ours:
        yield Thread(None, segment, other.pop(segment.identity, None))
    for segment in other.values():
        yield Thread(None, None, segment)


def _descent(base: Catalogue, side: Catalogue) -> _Descent:
    heirs = {i: side.by_identity[i] for i in base.by_identity if i in side.by_identity}
    # Other tools' entries have their msgid for a name: with another, it is another entry.
    gone = [s for s in base.segments if s.identity not in heirs and is_key(s.key)]
    new = [s for s in side.segments if s.identity not in base.by_identity and is_key(s.key)]
    moved = _moved(gone, new)
    heirs |= moved
    blocks: dict[str, _Block] = defaultdict(_Block)
    there = {segment.identity for segment in moved.values()}
    for segment in gone:
        if segment.identity not in moved:
            blocks[segment.key].gone.append(segment)
    for segment in new:
        if segment.identity not in there:
            blocks[segment.key].fresh.append(segment)
    for block in blocks.values():
        heirs |= _heirs(block)
    taken = {segment.identity for segment in heirs.values()}
    fresh = [s for s in side.segments if s.identity not in taken]
    parts = _parts(base, heirs, fresh)
    taken |= {part.identity for found in parts.values() for part in found}
    return _Descent(heirs, parts, tuple(s for s in fresh if s.identity not in taken))


def _moved(gone: Iterable[Segment], new: Iterable[Segment]) -> dict[Identity, Segment]:
    """The same sentence with the same text under another key."""
    free: dict[tuple[str, str], list[Segment]] = defaultdict(list)
    for segment in new:
        free[segment.source, segment.target].append(segment)
    return {
        segment.identity: free[segment.source, segment.target].pop(0)
        for segment in gone
        if free.get((segment.source, segment.target))
    }


def _heirs(block: _Block) -> dict[Identity, Segment]:
    """Who of the fresh entries of a block is which of those that are gone: the surest first."""
    found: dict[Identity, Segment] = {}
    for is_same in (_says, _has_its_text, _is_alike):
        for before in [each for each in block.gone if each.identity not in found]:
            left = [each for each in block.fresh if each not in found.values()]
            heir = next((after for after in left if is_same(before, after)), None)
            if heir is not None:
                found[before.identity] = heir
    return found


def _parts(
    base: Catalogue, heirs: Mapping[Identity, Segment], fresh: Iterable[Segment]
) -> dict[Identity, tuple[Segment, ...]]:
    by_key: dict[str, list[Segment]] = defaultdict(list)
    for segment in base.segments:
        heir = heirs.get(segment.identity)
        if heir is not None and heir.obsolete and not segment.obsolete:
            by_key[segment.key].append(segment)
    parts: dict[Identity, tuple[Segment, ...]] = {}
    for after in fresh:
        for before in by_key.get(after.key, ()):
            if _has_its_text(before, after) and _says(before, after):
                parts[before.identity] = (*parts.get(before.identity, ()), after)
                break
    return parts


def _says(before: Segment, after: Segment) -> bool:
    """Whether the later entry names the source of the earlier one."""
    src = hash8(before.source)
    return after.previous_source == before.source or any(
        said.src == src or (said.kind == "stale" and said.get("was") == before.source)
        for said in after.statements
    )


def _has_its_text(before: Segment, after: Segment) -> bool:
    return bool(before.target) and before.target == after.target


def _is_alike(before: Segment, after: Segment) -> bool:
    one, other = before.source.split(), after.source.split()
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _ALIKE
