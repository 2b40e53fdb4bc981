"""What two sequences have in common, in order: the longest common subsequence.

``difflib`` looks for the longest *run* first and then misses the rest of what is common; with equal
blocks in a section that gives keys to the wrong ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

Pairs = list[tuple[int, int]]

_LARGEST = 4_000_000
"""Cells of the table, about two seconds. Above it difflib has to do."""


def common_in_order(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    """Pairs of places (in old, in new) with equal items, rising on both sides, as many as can be.

    Of several ways to do it the one with the smallest places, so that there and back is the same
    way. Equal beginnings, and equal ends without repetitions, cost nothing; what is between them
    costs time and memory in proportion to its product.
    """
    start = _same_beginning(old, new)
    end = _same_end(old[start:], new[start:])
    middle = _middle(old[start : len(old) - end], new[start : len(new) - end])
    return [
        *((at, at) for at in range(start)),
        *((start + i, start + j) for i, j in middle),
        *((len(old) - at, len(new) - at) for at in range(end, 0, -1)),
    ]


def _same_beginning(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    pairs = zip(old, new, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(old), len(new)))


def _same_end(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """An item that stands elsewhere too may belong there; it is for the table to decide."""
    count = Counter(old) | Counter(new)
    end = 0
    for a, b in zip(reversed(old), reversed(new), strict=False):
        if a != b or count[a] > 1:
            break
        end += 1
    return end


def _middle(old: Sequence[Hashable], new: Sequence[Hashable]) -> Pairs:
    if len(old) * len(new) > _LARGEST:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        blocks = matcher.get_matching_blocks()
        return [(b.a + step, b.b + step) for b in blocks for step in range(b.size)]
    worth = _worth(old, new)
    pairs, i, j = [], 0, 0
    while i < len(old) and j < len(new):
        if worth[i][j] == worth[i + 1][j]:
            i += 1
        elif worth[i][j] == worth[i][j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _worth(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[list[int]]:
    """``[i][j]``: the worth of the best pairs of ``old[i:]`` and ``new[j:]``.

    One pair more outweighs all places; among equally many pairs the smaller places are worth more.
    """
    pair = (len(old) + len(new)) ** 2
    table = [[0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        row, below, item = table[i], table[i + 1], old[i]
        for j in range(len(new) - 1, -1, -1):
            best = max(below[j], row[j + 1])
            if item == new[j]:
                best = max(best, below[j + 1] + pair - i - j)
            row[j] = best
    return table
