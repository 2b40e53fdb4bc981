"""Give each block its key: the one that its text had, or a new one.

Exact text counts first: in order inside the section, so that of several equal blocks the right one
is known by its neighbours; then anywhere; then among the obsolete ones. Then the sentences that a
block shares with an old one. Likeness comes last, and only inside the section.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from diglot.model.document import Block, Document, Section
from diglot.model.key import DOCUMENT_TITLE, digits_of, new_block_key, title_key
from diglot.steps.sync.alike_blocks import alike_blocks
from diglot.steps.sync.common_subsequence import common_in_order
from diglot.steps.sync.known_blocks import Known, KnownBlock, Sentences
from diglot.steps.sync.shared_sentences import by_shared_sentences


@dataclass(frozen=True, slots=True)
class Alignment:
    """The document with all its keys, and the keys of blocks that stand elsewhere than before."""

    document: Document
    moved: frozenset[str]


def align(document: Document, known: Known, came_from: Mapping[str, str]) -> Alignment:
    """Keys for every block that has a sentence; the sections have their ids already.

    ``came_from``: section id → the id that the same section had before.
    """
    return _Aligner(document, known, came_from).aligned()


class _Aligner:
    def __init__(self, document: Document, known: Known, came_from: Mapping[str, str]) -> None:
        self.document = document
        self.known = known
        self.came_from = came_from
        self.taken = set(known.taken)
        self.used: set[str] = set()
        self.keys: dict[int, str] = {}
        """Key by the block's place in the source: blocks are equal, places are not."""
        self.moved: set[str] = set()

    def aligned(self) -> Alignment:
        for section in self.document.sections:
            self._match_in_order(section)
        self._match_anywhere(self.known.active, moved=True)
        self._match_anywhere(self.known.obsolete, moved=False)
        self._prefer_translated()
        if any(self._open(section) for section in self.document.sections):
            self._match_first_seen()
            self._match_by_sentences()
            for section in self.document.sections:
                self._match_alike(section)
        sections = tuple(self._keyed(section) for section in self.document.sections)
        title = replace(self.document.title, key=DOCUMENT_TITLE)
        return Alignment(
            replace(self.document, title=title, sections=sections), frozenset(self.moved)
        )

    def _match_in_order(self, section: Section) -> None:
        new = [block for block in section.blocks if block.sentences]
        old = self._old_blocks(section)
        pairs = common_in_order([b.sentences for b in old], [b.segments for b in new])
        for at_old, at_new in pairs:
            if old[at_old].key not in self.used:
                self._give(new[at_new], old[at_old].key)

    def _match_anywhere(self, known: Sequence[KnownBlock], *, moved: bool) -> None:
        free: dict[Sentences, list[str]] = defaultdict(list)
        for old in self._free(known):
            free[old.sentences].append(old.key)
        for block in self._all_open():
            keys = free.get(block.segments, [])
            if not keys:
                continue
            key = keys.pop(0)
            if key not in self.used:
                self._give(block, key)
                if moved:
                    self.moved.add(key)

    def _prefer_translated(self) -> None:
        """No translated block is left aside for an untranslated one with the same text."""
        spare: dict[Sentences, list[str]] = defaultdict(list)
        for old in self._free((*self.known.active, *self.known.obsolete)):
            if old.key in self.known.translated:
                spare[old.sentences].append(old.key)
        for section in self.document.sections:
            for block in section.blocks:
                key = self.keys.get(block.start)
                if key and key not in self.known.translated and spare.get(block.segments):
                    self.used.discard(key)
                    self._give(block, spare[block.segments].pop(0))

    def _match_first_seen(self) -> None:
        """A key tells the text that its block had at first; that text belongs to no other block."""
        free = {
            digits_of(old.key): old.key
            for old in self._free((*self.known.active, *self.known.obsolete))
        }
        for block in self._all_open():
            key = free.pop(digits_of(new_block_key("", block.text, ())), None)
            if key is not None:
                self._give(block, key)

    def _match_by_sentences(self) -> None:
        free = list(self._free((*self.known.active, *self.known.obsolete)))
        sections = {
            block.start: self.came_from.get(section.id, section.id)
            for section in self.document.sections
            for block in section.blocks
        }
        active = {old.key for old in self.known.active}
        blocks = list(self._all_open())
        for block, old in by_shared_sentences(blocks, free, sections, self.known.earlier):
            self._give(block, old.key)
            if old.section != sections[block.start] and old.key in active:
                self.moved.add(old.key)

    def _match_alike(self, section: Section) -> None:
        if not self._open(section):
            return
        new = [block for block in section.blocks if block.sentences]
        keys = [self.keys.get(block.start) for block in new]
        for at, old in alike_blocks(self._old_blocks(section), new, keys, self.used):
            self._give(new[at], old.key)

    def _old_blocks(self, section: Section) -> list[KnownBlock]:
        before = self.came_from.get(section.id, section.id)
        return [b for b in self.known.active if b.section == before and not b.is_title]

    def _free(self, known: Sequence[KnownBlock]) -> Iterator[KnownBlock]:
        return (old for old in known if old.key not in self.used and not old.is_title)

    def _open(self, section: Section) -> list[Block]:
        return [b for b in section.blocks if b.sentences and b.start not in self.keys]

    def _all_open(self) -> Iterator[Block]:
        for section in self.document.sections:
            yield from self._open(section)

    def _give(self, block: Block, key: str) -> None:
        self.keys[block.start] = key
        self.used.add(key)

    def _keyed(self, section: Section) -> Section:
        heading = section.heading and replace(section.heading, key=title_key(section.id))
        blocks = tuple(self._with_key(block, section.id) for block in section.blocks)
        return replace(section, heading=heading, blocks=blocks)

    def _with_key(self, block: Block, section_id: str) -> Block:
        if not block.sentences:
            return block
        key = self.keys.get(block.start)
        if key is None:
            key = new_block_key(section_id, block.text, self.taken)
            self.taken.add(digits_of(key))
        return replace(block, key=key)
