"""Consecutive list items as one Markdown list, nested as deep as the source nests them.

Every list is a ``-`` list. A marker that is more than a bullet stands in the item, as text:
Markdown would count anew (4, 7 → 1, 2), and knows no «16.a». The class
``dg-marked`` tells such items.
"""

from __future__ import annotations

from collections.abc import Sequence

from diglot.steps.render import list_markers
from diglot.steps.render.attributes import block_attributes, language_of
from diglot.steps.render.inline import sentences
from diglot.steps.render.marks import mark
from diglot.steps.render.nesting import depths
from diglot.steps.render.passages import Passage
from diglot.steps.render.place import Place

_DEEPEST = 5
"""Deeper than any real document; what claims to be deeper is shown at this depth."""


def list_of(items: Sequence[Passage], place: Place) -> str:
    """One list. A blank line in it would make paragraphs of its items, so there is none."""
    found = depths((item.block.depth for item in items), _DEEPEST)
    letters = list_markers.order_of((item.block.depth, item.block.marker) for item in items)
    return "\n".join(
        _item(item, place, "    " * depth, letters)
        for item, depth in zip(items, found, strict=True)
    )


def _item(item: Passage, place: Place, indent: str, letters: str) -> str:
    label = list_markers.label(item, place.edition, letters)
    around = language_of(item, place.edition)
    parts = (label, sentences(item, place.edition), mark(item, place, around))
    line = " ".join(part for part in parts if part)
    attributes = block_attributes(item, place.edition, "dg-marked" if label else None)
    return f"{indent}- {line}\n{indent}    {attributes}"
