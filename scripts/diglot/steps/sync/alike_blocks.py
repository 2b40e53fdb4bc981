"""Know the blocks of a section that were changed: by order and likeness, inside the section only.

What is known for certain parts the section into gaps; inside a gap, likeness in order. After that
a block that was changed and moved is known if it is like one old block, and like no other at all:
near twins, which differ in a number, never change places.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from diglot.model.document import Block
from diglot.steps.sync import likeness
from diglot.steps.sync.common_subsequence import common_in_order
from diglot.steps.sync.in_order import linked_in_order
from diglot.steps.sync.known_blocks import KnownBlock

_FAR = 0.7
"""Likeness by which a block is known out of its order, "out of order" being a reason to doubt."""
_MARGIN = 0.2
"""By how much every other block has to be less like it."""
_LARGEST = 40_000
"""Comparisons of a section with itself, about a second; above it nothing is found out of order."""


def alike_blocks(
    olds: Sequence[KnownBlock],
    news: Sequence[Block],
    keys: Sequence[str | None],
    used: Set[str],
) -> Iterator[tuple[int, KnownBlock]]:
    """Places in ``news`` of blocks that are old ones changed; ``keys`` are those known so far."""
    found = {}
    for left, right in _gaps(olds, keys):
        free = [old for old in _once(olds[left]) if old.key not in used]
        still = [at for at in range(len(news))[right] if keys[at] is None]
        texts = [old.text for old in free], [news[at].text for at in still]
        for (at_old, *_), (at_new, *_) in linked_in_order(*texts, pieces=False):
            found[still[at_new]] = free[at_old]
    yield from found.items()
    taken = used | {old.key for old in found.values()}
    left_over = [at for at, key in enumerate(keys) if key is None and at not in found]
    yield from _out_of_order(_once(olds), news, left_over, taken)


def _gaps(olds: Sequence[KnownBlock], keys: Sequence[str | None]) -> Iterator[tuple[slice, slice]]:
    fixed = common_in_order([old.key for old in olds], list(keys))
    at_old = at_new = 0
    for old, new in [*fixed, (len(olds), len(keys))]:
        if old > at_old and new > at_new:
            yield slice(at_old, old), slice(at_new, new)
        at_old, at_new = old + 1, new + 1


def _once(olds: Sequence[KnownBlock]) -> list[KnownBlock]:
    """Each key once, by the first text that is known of it."""
    return list({old.key: old for old in reversed(olds)}.values())[::-1]


def _out_of_order(
    olds: Sequence[KnownBlock], news: Sequence[Block], open_places: Sequence[int], taken: Set[str]
) -> Iterator[tuple[int, KnownBlock]]:
    free = {old.key for old in olds} - taken
    if not free or not open_places or len(olds) * len(news) > _LARGEST:
        return
    for at in open_places:
        best = _only(news[at].text, {old.key: old.text for old in olds})
        if best is None or best not in free:
            continue
        old = next(old for old in olds if old.key == best)
        if _only(old.text, {str(place): block.text for place, block in enumerate(news)}) == str(at):
            free.discard(best)
            yield at, old


def _only(text: str, others: dict[str, str]) -> str | None:
    """The one that is like the text, if no other one is nearly as like it."""
    ranked = sorted(((likeness.likeness(text, other), name) for name, other in others.items()))
    best, name = ranked[-1]
    second = ranked[-2][0] if len(ranked) > 1 else 0.0
    return name if best >= _FAR and second <= best - _MARGIN else None
