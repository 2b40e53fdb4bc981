"""Give each block its key: the one that its text had, or a new one.

Blocks are matched by their exact text: first inside their section and in order, so that of several
equal blocks the right one is known by its neighbours; then anywhere; then among the obsolete ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from diglot.model.document import Block, Document, Section
from diglot.model.key import DOCUMENT_TITLE, digits_of, new_block_key, title_key
from diglot.steps.sync.common_subsequence import common_in_order
from diglot.steps.sync.known_blocks import Known, KnownBlock, Sentences


@dataclass(frozen=True, slots=True)
class Alignment:
    """The document with all its keys, and the keys of blocks that stand elsewhere than before."""

    document: Document
    moved: frozenset[str]


def align(document: Document, known: Known) -> Alignment:
    """Keys for every block that has a sentence; the sections have their ids already."""
    return _Aligner(document, known).aligned()


class _Aligner:
    def __init__(self, document: Document, known: Known) -> None:
        self.document = document
        self.known = known
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
        sections = tuple(self._keyed(section) for section in self.document.sections)
        title = replace(self.document.title, key=DOCUMENT_TITLE)
        return Alignment(
            replace(self.document, title=title, sections=sections), frozenset(self.moved)
        )

    def _match_in_order(self, section: Section) -> None:
        new = [block for block in section.blocks if block.sentences]
        old = [b for b in self.known.active if b.section == section.id and not _is_title(b)]
        pairs = common_in_order([b.sentences for b in old], [b.segments for b in new])
        for at_old, at_new in pairs:
            if old[at_old].key not in self.used:
                self._give(new[at_new], old[at_old].key)

    def _match_anywhere(self, known: Sequence[KnownBlock], *, moved: bool) -> None:
        free: dict[Sentences, list[str]] = defaultdict(list)
        for old in known:
            if old.key not in self.used and not _is_title(old):
                free[old.sentences].append(old.key)
        for section in self.document.sections:
            for block in section.blocks:
                keys = free.get(block.segments, [])
                if block.start in self.keys or not keys:
                    continue
                key = keys.pop(0)
                if key in self.used:
                    continue
                self._give(block, key)
                if moved:
                    self.moved.add(key)

    def _prefer_translated(self) -> None:
        """No translated block is left aside for an untranslated one with the same text."""
        spare: dict[Sentences, list[str]] = defaultdict(list)
        for old in (*self.known.active, *self.known.obsolete):
            free = old.key not in self.used and not _is_title(old)
            if free and old.key in self.known.translated:
                spare[old.sentences].append(old.key)
        for section in self.document.sections:
            for block in section.blocks:
                key = self.keys.get(block.start)
                if key and key not in self.known.translated and spare.get(block.segments):
                    self.used.discard(key)
                    self._give(block, spare[block.segments].pop(0))

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


def _is_title(block: KnownBlock) -> bool:
    return digits_of(block.key) == "title"
