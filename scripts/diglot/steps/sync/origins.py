"""Where each sentence of a document comes from in a catalogue: the same, moved, changed, or new.

Exact text counts first, anywhere in the document; then, inside its block only, a text that was
there before, one that looks the same, and likeness in order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from diglot.model.catalogue import Catalogue, Segment
from diglot.model.change import is_same
from diglot.model.key import digits_of, hash8, is_key
from diglot.steps.sync.carry import source_of_text
from diglot.steps.sync.common_subsequence import common_in_order
from diglot.steps.sync.in_order import linked_in_order

Identity = tuple[str, str]
Origins = dict[Identity, tuple[Segment, ...]]
"""The old entries from which each new one comes; none for what is new.

One that stands for several new ones is named at the first of them only. Several for one: the
sentences were joined; ``Found.in_pieces`` tells the two from a sentence that has changed.
"""


@dataclass(slots=True)
class Found:
    """The origins of a catalogue's entries."""

    of: Origins = field(default_factory=dict)
    in_pieces: set[Identity] = field(default_factory=set)
    """New entries that are one piece of an old one, or several old ones joined."""


def origins(wanted: Sequence[Segment], old: Catalogue, title_from: Mapping[str, str]) -> Found:
    """The origins of ``wanted`` (in reading order, with their keys) among the old entries.

    ``title_from``: new title key → the key that the heading had before.
    """
    return _Search(wanted, old, title_from).found()


class _Search:
    def __init__(
        self, wanted: Sequence[Segment], old: Catalogue, title_from: Mapping[str, str]
    ) -> None:
        self.wanted = wanted
        self.old = old
        self.title_from = title_from
        self.result = Found()
        self.used: set[Identity] = set()

    def found(self) -> Found:
        self._take_the_same()
        if len(self.result.of) < len(self.wanted):
            self._take_moved(s for s in self.old.active if not _is_blank(s))
            self._take_moved(s for s in self.old.segments if s.obsolete and s.target)
            self._take_blank()
        if len(self.result.of) < len(self.wanted):
            self._take_moved(self.old.active)
            self._take_changed()
        return self.result

    def _take_the_same(self) -> None:
        for segment in self.wanted:
            same = self.old.by_identity.get(segment.identity)
            if same is not None and not _is_blank(same):
                self._take(segment, same)
        for segment in self._open():
            before = self.title_from.get(segment.key)
            if before is not None and (before, segment.source) in self.old.by_identity:
                self._take(segment, self.old.by_identity[before, segment.source])

    def _take_blank(self) -> None:
        """Entries in which nothing is: last, since what was translated elsewhere may come here."""
        for segment in self._open():
            same = self.old.by_identity.get(segment.identity)
            if same is not None:
                self._take(segment, same)

    def _take_moved(self, entries: Iterable[Segment]) -> None:
        """The same sentence in another block; entries of other tools belong to no block."""
        free: dict[str, list[Segment]] = defaultdict(list)
        for entry in sorted(entries, key=lambda entry: not entry.target):
            if entry.identity not in self.used and is_key(entry.key):
                free[entry.source].append(entry)
        for segment in self._open():
            if free.get(segment.source):
                self._take(segment, free[segment.source].pop(0))

    def _take_changed(self) -> None:
        blocks: dict[str, list[Segment]] = defaultdict(list)
        for segment in self.wanted:
            blocks[segment.key].append(segment)
        free: dict[str, list[Segment]] = defaultdict(list)
        for entry in self.old.active:
            free[entry.key].append(entry)
        for key, news in blocks.items():
            olds = free[key] or free[self.title_from.get(key, key)]
            if olds and any(new.identity not in self.result.of for new in news):
                self._in_a_block(olds, news)

    def _in_a_block(self, olds: Sequence[Segment], news: Sequence[Segment]) -> None:
        for fits in (_was_made_for, _looks_like):
            for new in self._open(news):
                free = [old for old in olds if old.identity not in self.used]
                match = next((old for old in free if fits(old, new.source)), None)
                if match is not None:
                    self._take(new, match)
        for left, right in self._gaps(olds, news):
            if left and right:
                self._in_a_gap(left, right)

    def _gaps(
        self, olds: Sequence[Segment], news: Sequence[Segment]
    ) -> Iterable[tuple[list[Segment], list[Segment]]]:
        """What is open on both sides between two sentences of which the origin is known."""
        came = [self.result.of.get(new.identity, (new,))[0].identity for new in news]
        fixed = common_in_order([old.identity for old in olds], came)
        at_old = at_new = 0
        for old_at, new_at in [*fixed, (len(olds), len(news))]:
            yield (
                [o for o in olds[at_old:old_at] if o.identity not in self.used],
                self._open(news[at_new:new_at]),
            )
            at_old, at_new = old_at + 1, new_at + 1

    def _in_a_gap(self, olds: Sequence[Segment], news: Sequence[Segment]) -> None:
        if _is_title(news[0]) and len(olds) == len(news) == 1:
            self._take(news[0], olds[0])  # the section is the same, whatever it is called
            return
        before, now = [source_of_text(old) for old in olds], [new.source for new in news]
        for left, right in linked_in_order(before, now, pieces=True):
            first = news[right[0]]
            self._take(first, *(olds[at] for at in left))
            if len(left) + len(right) > 2:
                self.result.in_pieces.add(first.identity)

    def _take(self, new: Segment, *olds: Segment) -> None:
        self.result.of[new.identity] = olds
        self.used.update(old.identity for old in olds)

    def _open(self, among: Sequence[Segment] | None = None) -> list[Segment]:
        every = self.wanted if among is None else among
        return [segment for segment in every if segment.identity not in self.result.of]


def _is_blank(entry: Segment) -> bool:
    return not entry.target and not entry.comments


def _was_made_for(old: Segment, source: str) -> bool:
    """Whether something was said of the present text when the source was this."""
    src, tgt = hash8(source), hash8(old.target)
    if not old.target:
        return False
    return source_of_text(old) == source or any(
        line.src == src and line.tgt == tgt for line in old.statements
    )


def _looks_like(old: Segment, source: str) -> bool:
    return is_same(source_of_text(old), source) or is_same(old.source, source)


def _is_title(segment: Segment) -> bool:
    return digits_of(segment.key) == "title"
