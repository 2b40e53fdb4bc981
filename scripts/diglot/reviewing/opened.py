"""A document opened for review: its blocks in reading order, and its catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from diglot.model.catalogue import Catalogue
from diglot.model.document import Block, Document
from diglot.model.key import DOCUMENT_TITLE

ShownBlock = tuple[str, int, Block]
"""Its section's id, the level of a heading (0 for anything else), and the block."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the page shows."""

    document: Document
    catalogue: Catalogue
    revision: str
    """Of the catalogue's file."""
    source_revision: str

    def blocks(self) -> Iterator[ShownBlock]:
        """Everything that has a translation, in reading order; a text that stands twice, once."""
        seen: set[str] = set()
        for section, level, block in _in_order(self.document):
            if block.key is not None and block.key not in seen:
                seen.add(block.key)
                yield section, level, block


def _in_order(document: Document) -> Iterator[ShownBlock]:
    yield DOCUMENT_TITLE.partition("/")[0], 1, document.title
    for section in document.sections:
        if section.heading is not None:
            yield section.id, section.level + 1, section.heading
        for block in section.blocks:
            yield section.id, 0, block
