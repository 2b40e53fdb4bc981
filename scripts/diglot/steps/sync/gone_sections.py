"""Sections that a document had once: where their readers find the text now."""

from __future__ import annotations

from collections import Counter

from diglot.model.document import Document
from diglot.model.key import section_of
from diglot.steps.sync.known_blocks import Known


def gone_sections(document: Document, known: Known) -> dict[str, str]:
    """By section id: the section that has most of its blocks now, or "" where none has any.

    ``document`` with its keys. A block keeps its key, and with it the id of its first section.
    """
    here = {section.id for section in document.sections}
    gone = {section_id: Counter[str]() for section_id, _ in known.headings()}
    for section in document.sections:
        for block in section.blocks:
            if block.key is not None and section_of(block.key) in gone:
                gone[section_of(block.key)][section.id] += 1
    return {
        section_id: next((name for name, _ in count.most_common(1)), "")
        for section_id, count in sorted(gone.items())
        if section_id not in here
    }
