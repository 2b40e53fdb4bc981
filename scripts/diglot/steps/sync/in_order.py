"""Pair old texts with new ones in order, by likeness: changed, split in two or three, or joined.

Only texts between two that are known for certain are given here, so that likeness never crosses
what is sure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from diglot.steps.sync import likeness
from diglot.steps.sync.likeness import Likeness

Places = tuple[int, ...]
Links = list[tuple[Places, Places]]
"""Places in the old texts, and those in the new ones that came of them, rising on both sides."""

ALIKE = 0.4
"""From here on a text is the other one changed; see ``likeness`` for what unrelated ones reach."""
_ALONE = 0.3
"""The same where there is but one text on each side."""
_ALIKE_IN_PIECES = 0.6
"""From here on several texts together are the other one, cut up."""
_SHARE_OF_A_PIECE = 0.5
"""So much of each of the pieces has to be in the whole."""
_COST = 0.25
"""Taken from the likeness of each link: two good ones are better than one that takes in all."""
_BAND = 64
"""How far from the diagonal texts are compared, beyond the difference of the two lengths."""

_SHAPES_OF_ONE = ((1, 1),)
_SHAPES_OF_PIECES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1))


def linked_in_order(old: Sequence[str], new: Sequence[str], *, pieces: bool) -> Links:
    """The links that have most in common; what is in none is gone, or new.

    With ``pieces`` one text may have become two or three, and the other way round.
    """
    if not old or not new:
        return []
    return _Table(
        [likeness.of(text) for text in old],
        [likeness.of(text) for text in new],
        _SHAPES_OF_PIECES if pieces else _SHAPES_OF_ONE,
    ).best()


@dataclass(slots=True)
class _Table:
    """``worth[i][j]``: of the best links of ``old[i:]`` and ``new[j:]``."""

    old: list[Likeness]
    new: list[Likeness]
    shapes: Sequence[tuple[int, int]]

    def best(self) -> Links:
        worth, chosen = self._filled()
        links: Links = []
        i = j = 0
        while i < len(self.old) and j < len(self.new):
            shape = chosen.get((i, j))
            if shape is not None:
                links.append((tuple(range(i, i + shape[0])), tuple(range(j, j + shape[1]))))
                i, j = i + shape[0], j + shape[1]
            elif worth[i + 1].get(j, 0.0) >= worth[i].get(j + 1, 0.0):
                i += 1
            else:
                j += 1
        return links

    def _filled(self) -> tuple[list[dict[int, float]], dict[tuple[int, int], tuple[int, int]]]:
        worth: list[dict[int, float]] = [{} for _ in range(len(self.old) + 4)]
        chosen: dict[tuple[int, int], tuple[int, int]] = {}
        for i in range(len(self.old) - 1, -1, -1):
            for j in reversed(self._band(i)):
                best = max(worth[i + 1].get(j, 0.0), worth[i].get(j + 1, 0.0))
                for shape, own in self._candidates(i, j):
                    total = own + worth[i + shape[0]].get(j + shape[1], 0.0)
                    if total >= best:  # of equals the first
                        best, chosen[i, j] = total, shape
                worth[i][j] = best
        return worth, chosen

    def _band(self, i: int) -> range:
        """The places of ``new`` that are compared with this one of ``old``."""
        more = len(self.new) - len(self.old)
        low, high = min(0, more) - _BAND, max(0, more) + _BAND
        return range(max(0, i + low), min(len(self.new), i + high + 1))

    def _candidates(self, i: int, j: int) -> Iterator[tuple[tuple[int, int], float]]:
        for shape in self.shapes:
            olds, news = self.old[i : i + shape[0]], self.new[j : j + shape[1]]
            if (len(olds), len(news)) == shape:
                worth = self._worth(olds, news)
                if worth:
                    yield shape, worth

    def _worth(self, olds: Sequence[Likeness], news: Sequence[Likeness]) -> float:
        """What the two sides have in common, in letters; 0 where they are not alike."""
        one, other = likeness.joined(olds), likeness.joined(news)
        alike = one.to(other)
        if len(olds) == len(news) == 1:
            least = _ALONE if len(self.old) == len(self.new) == 1 else ALIKE
        else:
            least = _ALIKE_IN_PIECES
            whole, parts = (one, news) if len(olds) == 1 else (other, olds)
            if any(part.share_in(whole) < _SHARE_OF_A_PIECE for part in parts):
                return 0.0
        return (alike - _COST) * (one.size + other.size) if alike >= least else 0.0
