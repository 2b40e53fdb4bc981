"""The outline of a document, as JSON, as a summary for the terminal, and in full."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from diglot.model.document import Block, Document, Kind, Section

_FIRST_WORDS = 8


def outline_json(document: Document) -> dict[str, Any]:
    """The shape of ``split --json``."""
    return {
        "path": str(document.path),
        "id": document.id,
        "title": document.title.text,
        "language": document.language,
        "sections": [_section_json(section) for section in document.sections],
    }


def outline_text(document: Document) -> str:
    """Sections with line, id, level and counts; below each its blocks with their first words."""
    lines = [f"{document.title.text}  [{document.id}, {document.language}]"]
    for section in document.sections:
        sentences = sum(len(block.sentences) for block in section.blocks)
        indent = "  " * section.level
        title = section.title or "(before the first heading)"
        counts = f"{_many(len(section.blocks), 'block')}, {_many(sentences, 'sentence')}"
        lines += ["", f"{section.line:>5}{indent}{title}  [{section.id}: {counts}]"]
        lines += [f"{block.line:>5}{indent}  {_short(block)}" for block in section.blocks]
    return "\n".join(lines) + "\n"


def outline_full(document: Document) -> str:
    """Everything that was found, every sentence on a line of its own."""
    where = f"line {document.title.line}" if document.title.line else "not a line of the text"
    lines = [f"title: {document.title.text} ({where})"]
    for section in document.sections:
        lines += ["", f"{'#' * section.level} {section.id} (line {section.line})"]
        if section.heading is not None:
            lines += _full(section.heading)
        for block in section.blocks:
            lines += _full(block)
    return "\n".join(lines) + "\n"


def _section_json(section: Section) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "level": section.level,
        "line": section.line,
        "blocks": [_block_json(block) for block in section.blocks],
    }


def _block_json(block: Block) -> dict[str, Any]:
    return {
        "key": block.key,
        "kind": str(block.kind),
        "line": block.line,
        "marker": block.marker,
        "sentences": list(block.sentences),
    }


def _full(block: Block) -> Iterator[str]:
    place = f" depth {block.depth}" if block.depth else ""
    if block.kind is Kind.CELL:
        place = f" row {block.row} column {block.column}"
    marker = f" «{block.marker}»" if block.marker else ""
    yield f"  {block.line} {block.kind}{place}{marker}"
    for sentence in block.sentences:
        yield f"      {sentence}"


def _short(block: Block) -> str:
    words = block.text.split()
    more = " …" if len(words) > _FIRST_WORDS else ""
    marker = f"{block.marker} " if block.marker else ""
    counted = f" ({len(block.sentences)})" if len(block.sentences) > 1 else ""
    return (
        f"{'  ' * block.depth}{block.kind}{counted}: {marker}{' '.join(words[:_FIRST_WORDS])}{more}"
    )


def _many(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
