"""A document as it was split: sections, blocks, sentences.

Law: nothing of the source is lost; the raw pieces put together again are the source
(``document.raw == the text of the file``, for any Unicode text).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from diglot.model.key import INTRODUCTION


class Kind(StrEnum):
    """What a block is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    QUOTATION = "quotation"
    QUESTION = "question"
    ANSWER = "answer"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Block:
    """A passage of the source that stands by itself.

    ``sentences`` are the text as it is translated: hard wraps joined, white space runs one space,
    marker taken off. ``raw`` is the source from the block's first character to the next block's.
    """

    kind: Kind
    sentences: tuple[str, ...]
    line: int
    """1-based line of the source where the block begins; 0 for a title that is not in the text."""
    raw: str = ""
    start: int = 0
    """Index of ``raw`` in the source, in characters."""
    marker: str = ""
    """``1)``, ``(أ)``, ``•``, ``س:`` … as the source has it; never part of ``sentences``."""
    depth: int = 0
    """How deep a list item is nested; 0 is the outermost list."""
    row: int = 0
    """Row of a table cell, counted from 0 in its table."""
    column: int = 0
    align: str = ""
    """``right`` or ``center``, where the head of a table says so of its column."""
    key: str | None = None
    """The block's ``msgctxt``; None before the first ``sync``, and for an empty table cell."""

    @property
    def text(self) -> str:
        """The block's whole text: its sentences, joined by a space."""
        return " ".join(self.sentences)

    @property
    def segments(self) -> tuple[str, ...]:
        """Each sentence once: the msgids of the block's entries, in order of first use."""
        return tuple(dict.fromkeys(self.sentences))


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading.

    ``heading`` is None for the text before the first heading. ``level`` is 1 for the outermost.
    """

    id: str
    heading: Block | None
    level: int
    blocks: tuple[Block, ...]

    @property
    def title(self) -> str:
        """The heading's text; empty for the introduction."""
        return "" if self.heading is None else self.heading.text

    @property
    def line(self) -> int:
        """1-based line of the source where the section begins."""
        first = self.heading or next(iter(self.blocks), None)
        return first.line if first else 1

    @property
    def is_introduction(self) -> bool:
        """Whether this is the text before the first heading."""
        return self.heading is None and self.id == INTRODUCTION


@dataclass(frozen=True, slots=True)
class Document:
    """A source, split."""

    id: str
    title: Block
    """Kind TITLE; with ``line`` 0 and an empty ``raw`` where the source does not hold it."""
    language: str
    path: Path
    sections: tuple[Section, ...]
    lead: str = ""
    """What stands in the source before the first block: a BOM, blank lines, rules."""

    def blocks(self) -> Iterator[Block]:
        """Title, headings and blocks, in reading order."""
        yield self.title
        for section in self.sections:
            if section.heading is not None:
                yield section.heading
            yield from section.blocks

    @property
    def raw(self) -> str:
        """The source again, character by character."""
        pieces = sorted(self.blocks(), key=lambda block: (block.start, block.line))
        return self.lead + "".join(block.raw for block in pieces)
