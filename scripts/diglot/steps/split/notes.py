"""Footnotes: numbered or starred lines below a rule at the end of a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from diglot.model.document import Kind
from diglot.steps.split.passages import Passage

_SIGNS = ("[", "(", "*")


def with_footnotes(found: Sequence[Passage]) -> list[Passage]:
    """The passages, the footnotes among them as notes; their number is the marker."""
    last = max((i for i, p in enumerate(found) if p.after_rule), default=len(found))
    if last == len(found) or not _is_footnote(found[last]):
        return list(found)
    if any(p.kind not in (Kind.ITEM, Kind.PARAGRAPH) for p in found[last:]):
        return list(found)
    return [
        replace(passage, kind=Kind.NOTE) if i >= last and _is_footnote(passage) else passage
        for i, passage in enumerate(found)
    ]


def _is_footnote(passage: Passage) -> bool:
    return passage.kind is Kind.ITEM and passage.label.startswith(_SIGNS)
